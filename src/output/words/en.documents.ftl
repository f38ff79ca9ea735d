# Pages of the documents.

answer-title = { $chance }: { $name }
answer-range = { $words }: typically { $typical }, in 9 of 10 futures { $range }
answer-same = { $words }: { $typical } in every future
targets-title = { $met } of { $all } targets with a wanted chance are met; all { $count } together { $chance }
targets-one = { $name }: { $met }
targets-plain = { $count ->
    [2] Both targets
   *[other] All { $count } targets
} together { $chance }
targets-name = target
targets-goal = what it asks
targets-wanted = wanted
targets-chance = chance
targets-met = met
targets-missed = missed
states-one = { $value } in “{ $state }”
states-lead = Typical futures of each state: none of them is a choice.
counted-title = How { $questions } questions reach { $people } unique people
counted-lead = { $scope }. The calculation, with what is not known exactly left as a range.
counted-step = figure
counted-how = how it follows
assumptions-title = Every assumption, with its source and its grade
metrics-title = All figures
glossary-title = Glossary
glossary-term = Term
glossary-meaning = Meaning
variant = variant
variant-better = better
variant-verdict = verdict
worth-head = worth of knowing, at most
source-own = the scenario

# How good a source is.

grade = Grade
grade-own = your own
grade-sourced = your own source
grade-measured = measured
grade-published = published
grade-estimate = author’s estimate
grade-neutral = neutral

# Sheets.

sheet-id = id
sheet-se = standard error
sheet-undefined = undefined
sheet-count = numbers
sheet-keys = keys
cash-discount = Discount, a year
cash-earn = Weeks over which a margin arrives
cash-npv = Net present value
cash-roi = Return on investment
cash-payback = Weeks to pay back
cash-note = Means over the futures. Change a yellow cell: everything else follows.
cash-margins = Margins of new customers
cash-other = Other value
cash-cost = Cost
cash-arriving = Margins arriving
cash-flow = Cash flow
cash-sum = Cumulative cash
cash-present = Present value

# The page.

page-contents = Contents
page-how = How to read it
page-appendix = Appendix
page-weeks-shown = Every { $n }th row is shown; the workbook has all of them.
continued = { $title } ({ $n } of { $of })
confidential = Confidential

# How to read each page.

read-answer = The first line is the answer: in how many of a hundred possible futures the first target is met. Each figure is the typical value, with the range that holds nine of ten futures below it.
read-targets = Each target is met or missed in every future by itself; the last row counts the futures in which all hold together. A wanted chance stands in the file.
read-states = Each column is the same scenario in another state of the world; the figures are the typical ones, and no state is a choice.
read-counted = Read from top to bottom: each figure follows from the one above it by the factor at the right. The ranges come from the simulation, not from multiplying the ends.
read-staircase = Each dot is a typical value, each line holds nine of ten futures. The axis counts in powers of ten, so that the length of an arrow is the factor that it names.
read-reach-build-up = The line is the typical future, the band holds nine of ten. The curve bends because the same people are met again; it cannot pass the ceiling, if one is drawn.
read-frequency = How many people met one story, two, three or more. Advertising is often planned for three contacts or more: the bars in the strong colour are these people. The classes from four on follow a negative binomial distribution that fits reach and frequency.
read-networks = Each bar is what a community reaches by itself. People whom several communities reach are taken away once for every repetition; what remains is the number of different people.
read-service = Four figures week by week: questions, hours to an answer, how busy the team is, and what waits. Above 100 % there is more to do than there are hours for; a band that widens over the weeks is a backlog that may get out of hand.
read-service-by-month = Four figures month by month: questions, hours to an answer, how busy the team is, and what waits. Above 100 % there is more to do than there are hours for; a band that widens over the months is a backlog that may get out of hand.
read-tone = What share of the messages praises and what share remains complaints, and how far negative word of mouth travels.
read-roles = Each bar is one whole, divided among the roles. A role whose part of a bar is larger than its part of the members, in the first one, does more of it than others.
read-campaigns = The line is the middle of the futures in a week, the band nine of ten; a campaign that moves the tone is shaded.
read-campaigns-by-month = The line is the middle of the futures in a month, the band nine of ten; a campaign that moves the tone is shaded.
read-competitors = The bar is the brand’s part of all messages about these brands; below it stands how praise and complaints balance.
read-funnel = The bars compare the leads of three streams on one scale, the whiskers hold nine of ten futures. Below: what becomes of all leads, with the rate from step to step.
read-value = Means, which add up: the streams build up to the value, costs take it down to the profit. Typical values do not add up, and stand on other pages.
read-cash = Margins of new customers arrive over months, costs at once: so cash runs behind profit. Where the line stays above zero, the community has paid for itself.
read-distribution = Every bar is a share of the possible futures. Bars in the strong colour are the middle nine of ten. The flags are targets: what lies to their right meets a lower bound.
read-exceedance = Pick a value on the axis below: the height of the curve is the share of futures that reach at least as much.
read-tornado = Each bar runs from the mean where an input is low to the mean where it is high. The longest bar is the input that goes with the result most. What is not shown moves less, or is luck.
read-driver = Every dot is one possible future. A line that climbs steeply through a narrow cloud is an input worth measuring.
read-ranges = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show. A line that does not touch zero is a difference that more futures would not take back.
read-regret = What another choice would have brought more in the same future: the dot on average, the band up to the mean of the twentieth of the futures in which that is most. A short band is a choice that one regrets little whatever comes.
read-worth = What it would be worth to know an input exactly before one decides, at most. No study of it should cost more.
read-curve = The figure over the values of a key, in the same futures at every value.
read-heat-map = The mean of the figure in each cell, in the same futures.
read-assumptions = Everything that the figures rest on. What is an author’s estimate is a guess in good faith: replace it by your own number where you have one.
read-metrics = Means add up; typical values are the middle of all futures. A ratio’s mean is the ratio of the means.
read-glossary = What each figure counts.
native-bars = Bars
native-line = Line
native-dots = Dots
native-words = Words
native-x = across
native-y = up
native-label = text
proof-changed-file = { $text } is not the file that the run wrote
proof-missing-file = { $text } is missing
proof-unsaid-number = no drawing or table has the number { $with } of "{ $text }"
proof-no-sum = the parts do not add up to { $text }, { $with }
proof-caption = the caption speaks of a { $with } that is not drawn
proof-rows-alike = two rows read "{ $text }"
proof-cut-number = a number is cut in "{ $text }"
proof-off-the-sheet = "{ $text }" leaves the sheet
proof-overlap = "{ $text }" lies on "{ $with }"
proof-struck = a line or a shape goes through "{ $text }"
proof-contrast = "{ $text }" is hard to read: contrast { $with }, at least 4.5 : 1 is needed
proof-no-glyph = no letter of the font for "{ $with }" in "{ $text }"
proof-broken-band = a band was drawn where a bound is undefined
proof-dot = dot
proof-band = band
proof-bar = bar

# What has changed since an earlier run.

since-title = { $words }: { $was } in the earlier run, { $is } in this one ({ $change })
since-same = { $words }: { $is }, as in the earlier run
since-nothing = No input was changed.
since-each = Each change with what it did to the average of the same { $n ->
    [one] { $n } future
   *[other] { $n } futures
}, whatever their order.
since-in-order = Each change, made one after the other, with what it did to the average of the same { $n ->
    [one] { $n } future
   *[other] { $n } futures
}.
since-no-luck = None of it is luck: both runs have the same futures.
since-luck-is = Luck is what remains: the two runs have different futures.
since-program-is = The rest is what remains: another revision of the program, and different futures.
since-luck = luck
since-program = program and luck
since-head = change
since-was = earlier run
since-is = this run
since-did = what it did
since-sure = 95 %
read-since = From the run that was shown last time to this one. Each bar is what one changed input did to the average, in the same futures; luck is what would have changed without any edit.

# A comparison.

compared-story = { $title }: the alternatives
compared-with = Compared with { $base }; alternatives: { $n }
compared-facts = The alternatives
compared-hangs = What it hangs on
compared-range = { $range } against the base
compared-talk = { $words }: { $typical }, which is { $range } against the base
compared-ask = How do the alternatives differ?
compared-ask-hangs = On what does it hang?
compared-rest = In the workbook report.xlsx: every metric of every alternative, with its interval
compared-value = average
compared-fact = { $told } on average (95 % sure: { $range }), better { $chance }
compared-verdict = { $name }: { $advice }
compared-hinge = { $name }: { $told }
compared-title = { $n } alternatives beside each other
compared-lead = Averages over the same futures; in brackets the difference from the base.
compared-more = Alternatives that stand in the workbook only: { $n }.
compared-networks = Network by network: { $names }
networks-lead = Typical figures of each network. Whoever follows several of them is counted in each.
compared-edits = What each change does to { $words }
compared-edit = change
read-compared = Each column is an alternative, met by the same futures as the base. A number without brackets is the same as that of the base.
read-by-network = The networks beside each other: what moves in one of them alone is seen here, and not in the sum of all.
read-edits = The parts of an alternative add up to its difference from the base: up to eight changes averaged over every order, more of them one after the other.
read-metric-1 = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show.
read-metric-2 = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show.
read-metric-3 = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show.
read-metric-4 = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show.
read-metric-5 = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show.
read-metric-6 = The dot is the average difference in the same futures, the thick line its 95 % interval, the band what nine of ten futures show.
read-compared-answer = The first line is the alternative that does most. All of them meet the same futures, so that what differs comes from what was changed.
slide-since = what has changed since an earlier run
slide-compared = all alternatives of a comparison in one table
slide-by-network = the networks beside each other
