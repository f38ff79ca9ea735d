# The line at the foot.

stamp-scenario = Scenario { $hash }
stamp-futures = { $n ->
    [one] { $n } simulated future
   *[other] { $n } simulated futures
}
scope-of-sample = { $scope }, drawn from the first { $n } futures
stamp-medians = every input at its median
share-of-futures = in { $share } of futures

# Charts: what is on several of them.

one-in-20-lower = 1 in 20 futures is lower
one-in-20-higher = 1 in 20 futures is higher
typical-middle = typical: as many lower as higher
in-every-future = in every future
start = start
week-n = week { $n }
month-n = month { $n }
year-n = year { $n }
read-lines = { $scope }. Line: typical future; band: 9 of 10 futures.

# Distribution.

distribution-undefined = { $words }: undefined in every future
distribution-mostly-undefined = { $words }: undefined in most futures
distribution-same = { $words }: { $typical } in every future
distribution-title = { $words }: typically { $typical }, in 9 of 10 futures { $range }
distribution-empty = { $scope }. There is no value to show.
distribution-steps = { $scope }. Each bar: share of futures in a step of { $step }; strong colour: the middle 90 % of futures.
distribution-points = { $scope }. Each bar: share of futures with this value.
distribution-beyond = The axis leaves out the outermost 0.5 %: all lie within { $range }.
distribution-part = Undefined in { $share } of futures.
mark = { $value }: { $words }
mark-at-least = reached or exceeded { $chance }
mark-at-most = not exceeded { $chance }
break-even = break-even
distribution-middle = middle 90 % of futures
distribution-tails = outermost 10 %

# Reach build-up.

growth-title = { $words } after { $time }: typically { $typical }, in 9 of 10 futures { $range }
growth-same = { $words } after { $time }: { $typical }
growth-empty = { $scope }. There is no week to show.
growth-subtitle = { $scope }. Added up since the start; line: typical future, band: 9 of 10 futures.
growth-ceiling = Off the chart: the ceiling of { $value } { $words }; typically { $share } of it is reached.
ceiling-friends = friends in reach

# Staircase.

stairs-one = { $value } { $words }
stairs-title = from { $first } { $first_words } to { $last } { $last_words }
stairs-empty = { $scope }. There is no step to show.
stairs-subtitle = { $scope }. Typical values and the range of 9 of 10 futures. Each gridline is ten times the one before.
link-friends = × { $number } friends
link-seen = { $share } are seen
link-times = × { $number }
link-each = { $n ->
    [one] { $number } time each
   *[other] { $number } times each
}

# Exceedance.

exceedance-title = { $words }: at least { $value } { $chance }
exceedance-title-most = { $words }: at most { $value } { $chance }
exceedance-subtitle = { $scope }. Height of the curve: share of futures in which the value below is reached or exceeded.
exceedance-axis = share of futures with at least as much

# Frequency.

frequency-title = { $share } of the people reached meet three stories or more; each meets { $number } on average
frequency-subtitle = { $scope }. People who do not follow, by the number of stories that they see; means over the futures.
frequency-axis = stories seen
frequency-or-more = { $number }+
frequency-people = people

# Networks and overlap.

networks-title = On average { $people } unique people over { $communities }: { $share } less than the communities’ own figures together
networks-subtitle = { $scope }. People reached by posts or through friends, means over the futures, which add up: each community’s own figure, less those whom several of them reach.
networks-twice = reached by several
networks-total = unique people
communities = { $n ->
    [one] { $n } community
   *[other] { $n } communities
}

# Service.

service-title = { $answered } of the questions are answered: { $hour } within an hour, { $day } within a day
service-subtitle = { $scope }, by the week. Line: typical future; band: 9 of 10 futures.
service-subtitle-by-month = { $scope }, by the month: sums of its days, the backlog at its end. Line: typical future; band: 9 of 10 futures.

# Tone.

tone-title = { $negative } of messages remain complaints, { $positive } are praise
tone-title-cost = { $negative } of messages remain complaints; negative word of mouth costs { $loss } on average
tone-subtitle = { $scope }, by the week. Line: typical future; band: 9 of 10 futures.
tone-subtitle-by-month = { $scope }, by the month. Line: typical future; band: 9 of 10 futures.
roles-title = { $words }: { $share } come from the role “{ $role }”, { $members } of the members
roles-title-alike = All roles write, answer and reach about as much as their part of the members
roles-members = members
roles-subtitle = { $scope }. Shares of the means: who writes, complains and answers, and whose friends could see and saw it. Each bar is 100 %.
campaigns-title = Net sentiment is { $before } before “{ $name }”, { $during } while it runs and { $after } after it
campaigns-title-to-the-end = Net sentiment is { $before } before “{ $name }” and { $during } while it runs
campaigns-title-from-the-start = Net sentiment is { $during } while “{ $name }” runs and { $after } after it
campaigns-title-all-along = Net sentiment is { $during } while “{ $name }” runs
campaigns-subtitle = { $scope }, by the week; campaigns that move the tone are shaded. Line: typical future; band: 9 of 10 futures. In the title: means over the weeks.
campaigns-subtitle-by-month = { $scope }, by the month; campaigns that move the tone are shaded. Line: typical future; band: 9 of 10 futures. In the title: means over the weeks.
competitors-title = { $share } of the messages are about this brand; net sentiment is { $tone } here and { $theirs } among the others
competitors-subtitle = { $scope }. Share of voice: messages about a brand over those about all of these, means over the futures, which make 100 %; beneath each, its net sentiment, which is praise less complaints.
competitors-own = this brand
competitors-tone = net sentiment { $tone }
competitors-axis = brand

# Funnel.

funnel-title = New customers a year: { $customers }, out of { $leads } leads
funnel-title-in = New customers in { $time }: { $customers }, out of { $leads } leads
funnel-subtitle = { $scope }. Typical values and the range of 9 of 10 futures; the rates are ratios of means.
funnel-direct = people who ask
funnel-earned = friends of members
funnel-owned = followers
funnel-of = { $value } { $words }
funnel-lead-rate = { $share } become leads
funnel-won-rate = { $share } buy
funnel-new-rate = { $share } would not have come anyway
funnel-leads = leads by stream

# Value against cost.

value-title = Value { $value } less cost { $cost } leaves { $profit } on average
value-subtitle = { $scope }, { $currency }. Means over the futures, which add up.
value-not-computed = Not counted, because it cannot be computed there: { $list }.
value-not-counted = Not counted, because no price is given: { $list }.

# Cash.

cash-title = Pays for itself after typically { $weeks }
cash-title-chance = Pays for itself { $chance }, typically after { $weeks }
cash-title-seldom = Pays for itself only { $chance }
cash-subtitle = { $scope }, { $currency }. Cash received less cash spent since the start; a new customer’s margin arrives over { $months }. Line: typical future; band: 9 of 10 futures.
cash-subtitle-at-once = { $scope }, { $currency }. Cash received less cash spent since the start. Line: typical future; band: 9 of 10 futures.
months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}

# Drivers of a run.

drivers-title = Biggest unknown: { $input } ({ $ends }): { $words } from { $low } to { $high }
drivers-subtitle = { $scope }. Mean of { $words } in the fifth of the futures in which an input is lowest (faint) and in which it is highest (strong colour).
driver-title = { $words }: typically { $low } with { $input } at { $from }, { $high } at { $to }
driver-subtitle = { $scope }. Each dot: one future; line: median in each tenth of the futures.

# Studies.

compare-title-one = { $variant }: { $words } { $difference } on average
compare-title-best = { $variant }: { $words } { $difference } on average, better { $chance }
compare-title = What each variant changes in { $words }, compared with { $base }
compare-subtitle = { $scope }. Dot: average difference in the same futures; line: its 95 % interval; band: 9 of 10 futures.
tornado-title = Biggest unknown: { $input } ({ $ends }): { $words } from { $low } to { $high }
tornado-subtitle = { $scope }. { $words } with one input at its 10th percentile (faint) and at its 90th (strong colour), everything else as it falls.
sweep-title = { $words } highest { $at }: { $value } on average
sweep-title-lowest = { $words } lowest { $at }: { $value } on average
sweep-title-over = { $words } over { $keys }
sweep-at = with { $key } at { $value }
sweep-at-lowest = { $at }, the lowest tried
sweep-at-highest = { $at }, the highest tried
sweep-subtitle-one = { $scope }. Line: typical future; band: 9 of 10 futures; the same futures at every value.
sweep-subtitle-two = { $scope }. Mean in each cell; the same futures in all of them. The frame marks the best.
sweep-lower = 1 in 20 is lower
sweep-higher = 1 in 20 is higher
sweep-best = best on average
solve-short-mean = mean
solve-short-percentile = percentile
solve-short-chance = chance
solve-title-met = { $goal }: so it is already
solve-title-reached = For { $goal }, { $change }
solve-title-break-even = To break even in { $n } of 100 futures, { $change }
change-cut = cut { $key } from { $from } to { $to }
change-raise = raise { $key } from { $from } to { $to }
change-set = set { $key } to { $to }
solve-title-missed = { $goal } is out of reach: { $best } at best
solve-subtitle = { $scope }. Band: 95 % interval; the same futures at every value.
solve-sure = 95 % interval
optimise-title = { $statistic } is highest { $at }: { $value }
optimise-title-lowest = { $statistic } is lowest { $at }: { $value }
optimise-subtitle = { $scope }. The best choice and those that so many futures cannot tell apart from it; line: 95 % interval.
voi-title = Measure first: { $key }, worth up to { $worth } to know
voi-subtitle = { $scope }. What exact knowledge of an input would be worth for the decision, at most; line: 95 % interval.
voi-all = everything but luck
drivers-input = Input
drivers-when-low = input low
drivers-when-high = input high
ranges-low = from (95 %)
ranges-high = to (95 %)
networks-head = Community
value-head = Stream or cost
panel-typical = typically { $value }
panel-backlog = waiting for an answer

# A friend graph.

graph-scope = { $network }, { $people } people
graph-stamp = reachsim graph · { $network } · seed { $seed }
graph-stamp-file = reachsim graph · { $network } · { $hash } · seed { $seed }
graph-reach-title = { $askers } askers reach { $people } different people; { $again } of the contacts meet somebody again
graph-reach-title-apart = { $askers } askers reach { $people } different people; hardly anybody is met twice
graph-reach-subtitle = { $scope }. One post of each asker, { $kind ->
    [chance] each tie has a chance of its own
    [follows] a follower sees { $share } of them
   *[friends] a friend sees { $share } of them
}. Both axes by powers of ten.
graph-across-askers = askers
graph-upward-people = different people
graph-line-measured = measured
graph-line-closed = closed form
graph-line-apart = no overlap
graph-frequency-title = { $share } of the { $people } people reached see two posts or more
graph-frequency-subtitle = { $scope }. People by the number of posts that they see; { $kind ->
    [chance] each tie has a chance of its own
    [follows] a follower sees { $share } of them
   *[friends] a friend sees { $share } of them
}.
graph-across-posts = posts seen
graph-degrees-title = { $kind ->
    [follows] { $mean } followers on average, but a follower has { $friend }
   *[friends] { $mean } friends on average, but a friend has { $friend }
}
graph-degrees-subtitle = { $kind ->
    [follows] { $scope }. Share of the people who have so many followers or more. Both axes by powers of ten.
   *[friends] { $scope }. Share of the people who have so many friends or more. Both axes by powers of ten.
}
graph-across-friends = { $kind ->
    [follows] followers
   *[friends] friends
}
graph-upward-share = share of the people
graph-line-people = people
graph-mark-mean = mean { $number }
graph-mark-friend = { $kind ->
    [follows] of a follower { $number }
   *[friends] of a friend { $number }
}
graph-cascades-title = A post reaches { $mean } people on average; one in a hundred reaches { $largest } or more
graph-cascades-subtitle = { $scope }. Share of { $n } single posts that reach so many people or more. Both axes by powers of ten.
graph-across-reached = people who see a post
graph-upward-posts = share of the posts
graph-line-posts = posts

turns-title = { $goal }, if { $must }
turns-must = { $key } is { $bound }: { $share }
turns-subtitle = { $scope }. Thick: where the goal is met. Each number alone, from the lowest 5 % to the highest 5 % of what is believed of it; everything else as it falls.
turns-measured = share of what is believed of it that lies below; the bar: where the goal is met
turns-line-title = { $goal }: with { $first } at { $at }, { $second } must be { $bound }
turns-line-above = { $scope }. On the line and above it the goal is met. Band: 95 % interval.
turns-line-below = { $scope }. On the line and below it the goal is met. Band: 95 % interval.
turns-line-least = at least
turns-line-most = at most
menu-title = Measure first: { $name }. That leaves { $left }
menu-title-bare = Measure first: { $name }. Its result is worth { $left }
menu-subtitle = { $scope }. What the result of a measurement is worth for the decision, less what it costs; line: 95 % interval.
menu-subtitle-bare = { $scope }. What the result of a measurement is worth for the decision; line: 95 % interval.
menu-measured = what is left of its worth
menu-measured-bare = worth of the result
robust-title = { $choice }: the best on average, and { $chance } the best of all; in the worst twentieth another choice brings { $worst } more
robust-subtitle = { $scope }. What another choice would have brought more in the same future. Dot: on average; band: up to the mean of the worst twentieth.
robust-measured = what another choice would bring more
choice-title = { $kind ->
    [follows] { $n ->
        [one] The chosen one reaches { $people } people; the one with most followers { $friends }, one at random { $random }
       *[other] { $n } chosen people reach { $people }; those with most followers { $friends }, people at random { $random }
    }
   *[friends] { $n ->
        [one] The chosen one reaches { $people } people; the one with most friends { $friends }, one at random { $random }
       *[other] { $n } chosen people reach { $people }; those with most friends { $friends }, people at random { $random }
    }
}
choice-subtitle = { $scope }. People who see one message of the first so many, without those themselves; { $kind ->
    [chance] each tie has a chance of its own
    [follows] a follower sees it with { $share }
   *[friends] a friend sees it with { $share }
}. Both axes by powers of ten.
choice-across = people who are won
choice-line = chosen
choice-line-friends = { $kind ->
    [follows] most followers
   *[friends] most friends
}
choice-line-random = at random
