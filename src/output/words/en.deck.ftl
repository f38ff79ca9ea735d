# The deck: its parts, what is said over its slides, what stands behind them.

chapter-answer = Answer
chapter-why = Why
chapter-money = Money
chapter-risk = Risk
chapter-options = Options
chapter-measure = What to measure
chapter-do = What to do
chapter-appendix = Appendix
appendix-lead = What the scenario states itself and what moves the answer. Every number with its source and its grade, all metrics and their meaning stand in the workbook report.xlsx.
rows-left = { $n ->
    [one] and { $n } more row in report.xlsx
   *[other] and { $n } more rows in report.xlsx
}

dots-wanted = { $n } of 100 wanted
figure-range = { $range } in 9 of 10 futures
typical-range = { $typical } ({ $range })

changed-title = { $n ->
    [one] The scenario states { $n } number itself
   *[other] The scenario states { $n } numbers itself
}
read-changed = These are the numbers of the scenario’s own file. All others are presets, published figures or estimates; the workbook has them with their sources.

talk-pair = { $one }: { $other }
talk-range = { $words }: typically { $typical }, { $range } in 9 of 10 futures
talk-ends = The chart begins with { $first }, and ends with { $last }
talk-highest = The highest bar is { $it }
talk-first-row = The first row of the table is { $one }: { $other }
talk-likely = Questions that are likely to come
talk-question = { $question } – { $answer }
talk-rest = In the workbook report.xlsx: every number with its source and its grade
ask-sure = How sure is this?
ask-moves = What moves it most?
ask-whose = Whose numbers are these?
ask-rest = Where is everything else?
ask-pays = When does it pay back?
ask-bad = How bad can it get?
ask-measure = What would make us surer?
ask-then = What follows from it?
ask-better = By how much is the first one better?
ask-leave = What if nothing changes?

may-template = the path of a PowerPoint file: .potx or .pptx
may-slides = a list of names of slides
may-slide-words = a table of texts by the names of slides
slide-answer = the answer: targets, causes, the decision
slide-targets = every target with its chance
slide-why = how the figure comes about
slide-money = value, costs, profit
slide-risk = how the figure spreads over the futures
slide-options = the what-ifs beside each other
slide-measure = what knowing more is worth
slide-do = what to do
slide-states = states of the world beside each other
slide-changed = the numbers that the scenario states itself
slide-assumptions = every number with its source
slide-metrics = every metric
slide-glossary = what each figure counts
slide-chart = the chart of this name
estimates-title = { $n } of the { $all } numbers that move the answer most are estimates
estimates-lead = average of { $words } where the number is in its lowest and in its highest fifth
estimates-low = where low
estimates-high = where high
read-estimates = An estimate that moves the answer is the first one to replace by a number of your own.
slide-estimates = the numbers that move the answer, and which of them are estimates

slide-wrong = what is different in the futures that go wrong
wrong-title = { $condition } { $chance }: what differs most then is “{ $first }”
wrong-luck = { $condition } { $chance }: no number differs then, it is luck
wrong-lead = Week by week: { $typical } is typical of them, { $farthest } goes farthest (run --story N)
wrong-story = future { $number } at { $value }
wrong-here = in these futures
wrong-all = in all
wrong-place = place, 0 to 100
read-wrong = The futures in which the first target is missed, or money is lost, beside all futures of the same run. A row is an uncertain number that differs there by more than chance: typically how much, how much in all futures, and where that lies from 0 to 100 of what is believed; 50 is no difference. It is no proof that the number is the cause, but it is where to look first.

slide-must = what must be true, each number by itself
must-none = { $goal }: no number by itself turns this
must-lead = As things stand: { $found }
must-be = must be
must-now = now, typically
must-share = so in, of 100 futures
read-must = For the first target to be met with the chance that it demands (in half of the futures where it demands none), or for no loss: what each uncertain number has to be by itself, everything else as it falls. The values are read from the futures of this run; numbers that go together move together. `reachsim break-even` finds them with runs of their own, and for any goal.
