# The answer on one page.

answer-average-high = On average { $mean }, because one future in ten is above { $end }
answer-average-low = On average { $mean }, because one future in ten is below { $end }
answer-cause = { $words } is { $low } on average where this is low, { $high } where it is high
answer-stream = { $value } of { $all } { $unit } of value on average
answer-what-if = { $name }: { $verdict }. On average { $words } { $gain }
answer-better = { $told }, better { $chance }
answer-targets = { $met } of { $all } wanted chances are met
answer-do = Do it: on average it leaves { $profit } { $unit }
answer-leave = Leave it: on average it leaves { $profit } { $unit }
answer-open = The sign of the profit is open: on average { $profit } { $unit }, and so few futures do not decide it
