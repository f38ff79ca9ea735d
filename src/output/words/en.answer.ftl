# The answer on one page.

answer-average-high = On average { $mean }, because one future in ten is above { $end }
answer-average-low = On average { $mean }, because one future in ten is below { $end }
answer-cause = { $words }: { $low } on average where this is low, { $high } where it is high
answer-stream = { $value } of { $all } { $unit } of value on average
answer-what-if = { $name }: { $verdict }. On average { $words } { $gain }
answer-better = { $told }, better { $chance }
answer-targets = { $met } of { $all } wanted chances are met
answer-do = Do it: on average it leaves { $profit } { $unit }
answer-leave = Leave it: on average it leaves { $profit } { $unit }
answer-open = The sign of the profit is open: on average { $profit } { $unit }, and so few futures do not decide it
answer-head-targets = How often the targets are met: a hundred dots are a hundred futures
answer-head-causes = What moves it most
answer-head-decision = What to do
answer-head-measure = What to measure first
answer-head-assumed = What was assumed
answer-wanted-met = { $chance }; { $wanted } are wanted: met
answer-wanted-missed = { $chance }; { $wanted } are wanted: missed
answer-more = { $n ->
    [one] { $n } more target is in the report
   *[other] { $n } more targets are in the report
}

# What to do, and the money.

do-what = what
do-why = why
do-gain = gain on average
do-do = Do: { $name }
do-leave = Leave: { $name }
do-better = better { $chance }, by { $words }
do-worse = worse { $chance }, by { $words }
do-mind = Do not count on: { $name }
do-measure = Measure first: { $input }
do-measure-why = knowing it could change the decision
do-nothing = Measure nothing more
do-nothing-why = no study of it could pay for itself
do-worth = up to { $worth } { $unit }
money-title = Value { $value } less cost { $cost } leaves { $profit } { $unit } on average: a return of { $roi }
money-title-without = Value { $value } less cost { $cost } leaves { $profit } { $unit } on average
money-paid = The costs come back { $chance }.
money-paid-by = The costs come back { $chance }; in half of all futures within { $weeks }.
read-do = Each line is a thing to do or to leave, why, and what it gains on average. What-ifs are compared in the same futures; what knowing is worth is the most that any study of it could be.
read-money = Means add up, and the return is the mean profit over the mean cost; typical values do not add up. A future in which the costs do not come back within the horizon has no weeks.
