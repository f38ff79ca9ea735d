# Numbers.

range = { $low } to { $high }
never = never
weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
trillions = tn
billions = bn
millions = M
with-range = { $typical } ({ $range })
pair = { $first } and { $second }
and-more = and { $n } more
unit-behind = { $words }, { $unit }
of-community = { $words } ({ $community })
of-role = { $words } ({ $role })
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

# The first line.

at-medians = at the medians
trials = { $n ->
    [one] { $n } future
   *[other] { $n } futures
}
title-right = { $time }, { $currency }, { $trials }
horizon-from = { $time } from { $date }

# Chances.

chance-always = in every future
chance-never = in no future
chance-rare = in fewer than 1 of 100 futures
chance-most = in more than 99 of 100 futures
chance = in { $n } of 100 futures
chance-error = in { $n } (± { $error }) of 100 futures
chance-short-rare = in fewer than 1
chance-short-most = in more than 99
chance-short = in { $n }
chance-short-error = in { $n } (± { $error })

# The verdict.

verdict-medians = { $words }: { $value }, with every input at its median and no luck.
verdict-target = { $chance }: { $name }. { $words } { $typical } ({ $range }).
verdict-same = { $words }: { $value } in every future.
verdict-range = { $words }: typically { $typical }, in 9 of 10 futures { $range }.

# What the article counts.

column-typical = typical
column-futures = 90 % of futures
article-head = What the article counts
per-day = { $number } a day
stated-more = stated: { $stated }; { $share } more because of { $reasons }
stated-less = stated: { $stated }; { $share } fewer because of { $reasons }
reason-growth = growth by { $share }
reason-loss = a loss of { $share } of the followers
reason-changes = changes on the way
reason-campaigns = campaigns
reason-season = the season
reason-questions = the growth of questions
reason-crises = crises
no-overlap = if no two lists overlap
of-them = { $share } of them
all-stories = all stories
times-each = { $n ->
    [one] { $number } time each
   *[other] { $number } times each
}
posts-head = What the page’s own posts add
posts-each = { $n ->
    [one] { $number } post each
   *[other] { $number } posts each
}
of-market = { $share } of market
reached-label = Reached
reached = { $followers } followers see the page’s posts; { $people } people in all

# Service, yield, value.

service-label = Service (means)
service = { $answered } answered: { $hour } in an hour, { $day } in a day; { $peers } by members; { $complaints } complaints
service-busy = { $text }; team busy { $load } of { $hours } h a week
service-overloaded = { $text }; { $load } h of work a week for { $hours }
service-unanswered = { $answered } answered; complaints { $complaints }
yield-label = Yield
yield = leads { $leads }; new customers { $customers }
value-in-a-year = Value a year (means)
value-in = Value in { $time } (means)
losses = losses
other-streams = all other streams
other-streams-less-losses = all other streams, less losses
cost-beside = cost { $cost }
return-beside = { $cost }, return { $roi }
paid-back-label = Paid back
paid-back-by = { $chance }; in half of all futures within { $weeks }
years-label = By business year
years-told = { $words } on average: { $years }
years-one = { $year }: { $value }
networks-label = Reached through
besides-label = Besides
besides-value = { $words } { $value }
not-counted-label = Not counted
not-counted = { $list }: no price is given
not-computed = { $list }: it cannot be computed there
price-attention = being seen
price-margin = new customers
price-repeat = repeat orders
price-contact = service contacts saved
price-customer-year = customers kept or lost
price-poll = market research
price-hire = recruiting
price-idea = ideas

# What moves the answer, and what was assumed.

states-head = States of the world, typical futures
measure-label = Measure first
measure-first = { $input }: worth up to { $worth } to know
measure-nothing = nothing: no number could change the decision
measure-little = nothing: all that can be known is worth { $worth } at most
uncertain-label = Most uncertain
uncertain-nothing = nothing: it is the same in every future
uncertain-fixed = luck alone: every input is a fixed number
uncertain-luck = luck alone, that is who asks and who sees it
uncertain-input = { $input }: measure it first
uncertain-luck-first = luck, that is who asks and who sees it; then { $input }
assumed-label = Assumed for you
assumed-market = a market of { $people } people
assumed-years = presets as of { $years }
assumed-estimates = { $n ->
    [one] { $n } of { $numbers } numbers is an author’s estimate
   *[other] { $n } of { $numbers } numbers are author’s estimates
}

# Targets, own metrics, where to go on.

targets-head = Targets
targets-further = Further targets
targets-together = all of them together
targets-more = and { $n } more: --format json has them all
target-met = met
target-not-met = not met
target-wanted = { $found } ({ $share } wanted)
target-missed = target missed: `{ $name }` is met in { $found } of futures, and { $wanted } are wanted
own-head = Metrics of your own
own-more = and { $n } more, by --verbose
next-label = Next
files-label = Files

# All metrics.

all-communities = All communities
metric-head = Metric
column-mean = mean
column-low = 5 %
column-high = 95 %
undefined-in = undefined in { $share } of futures

# One future.

trial-right = future { $number }, { $time }
so-far = { $words } so far
week-head = week
over-all-weeks = Over all weeks

# Distributions.

shape-uniform-low = uniform from { $low } to { $high }
shape-triangular-min = triangular from { $min } to { $max }, likeliest { $mode }
shape-pert-min = PERT from { $min } to { $max }, likeliest { $mode }
shape-normal-mean = normal, mean { $mean }, sd { $sd }
shape-lognormal-mean = lognormal, mean { $mean }, sd { $sd }
shape-lognormal-median = lognormal, median { $median }, gsd { $gsd }
shape-gamma-mean = gamma, mean { $mean }, sd { $sd }
shape-beta-alpha = beta, alpha { $alpha }, beta { $beta }
shape-beta-mean = beta, mean { $mean }, sd { $sd }
shape-metalog-p10 = metalog, p10 { $p10 }, p50 { $p50 }, p90 { $p90 }
shape-interval = { $low } to { $high } in { $share } of futures
shape-one-of = one of { $list }
shape-mixture = mixture of { $list }
shape-sample = a sample of { $n } values
shape-together = { $column }, drawn together with all of `{ $joint }`
shape-column = the { $n } values of `{ $column }` in { $file }
shape-at-least = at least { $end }
shape-at-most = at most { $end }
shape-times = times { $factor }

# What was understood.

explain-count = { $shown } of { $all } keys
explain-key = Key
explain-value = What was understood
explain-source = Where it comes from
explain-more = More keys with --all; one of them in full with `reachsim explain FILE KEY`.
explain-exports = Exports from which it can learn
explain-hash = SHA-256 { $hash }
explain-range = { $range } in 90 % of futures, typical { $typical }, mean { $mean }
explain-typical = typical { $typical }, mean { $mean }
explain-meaning = Meaning
explain-unit = Unit
explain-is = Value
explain-percentiles = Percentiles
explain-below = { $share } below { $value }
explain-mean = Mean
explain-sd = { $mean }, standard deviation { $sd }
explain-stated-source = Your source
explain-note = Note
explain-from = Source
explain-default = Default
explain-preset = the figure of the network’s preset
explain-instead = Instead of
explain-unset = not set
explain-may = May be
explain-acts = Acts on
explain-example = Example
explain-required = none: it has to be given
explain-none = none: what it describes does not take place, or changes nothing
may-share = a number or a distribution from 0 to 1, such as "5%" or "5% to 10%"
may-share-above = a number or a distribution above 0 and up to 1, such as "5%" or "5% to 10%"
may-positive = a number or a distribution from 0 upwards, such as 100, "1.5k" or "50 to 100"
may-above = a number or a distribution above 0, such as 100, "1.5k" or "50 to 100"
may-growth = a number or a distribution above -1, such as "-5%" or "5% to 20%"
may-difference = a number or a distribution from -1 to 1, such as "5%" or "-10% to -5%"
may-real = a number or a distribution, such as 10 or "-5 to 10"
may-whole = a whole number from { $least } to { $most }
may-number = a fixed number from { $least } to { $most }
may-rate = a fixed number above 0
may-fraction = a fixed share from 0 to 1
may-choice = one of { $words }
since-week = { $words } from week { $week } on
may-date = a date such as 2026-01-05
may-months = twelve weights, one a month from January
may-opening = days and hours, as in "Mon-Fri 9:00-18:00, Sat 10:00-14:00", or "always"
may-platform = a network that `reachsim presets` lists, or a `[platform.<id>]` of your own
may-text = words of your own
may-currency = an ISO 4217 code such as "EUR"
may-colour = a colour as "#RRGGBB"
may-colours = six colours as "#RRGGBB"
may-font = the path of a font file
may-picture = the path of a PNG or JPEG file
may-flag = true or false
may-graph = the path of a list of friendships
may-community = the id of a community
may-communities = the ids of two communities
may-keys = two keys of uncertain inputs
may-metric = a metric, or `<community>.<metric>`
may-formula = an expression over inputs, metrics and keys
may-changes = keys with other values
may-files = files: one, all of a folder, or those of a pattern
may-headings = a table of headings by field, or a file with it
may-period = a year, a month such as "2025-03", or a day
may-measured = a key of an uncertain number, or a list of them
may-deviation = a number above zero, or a share of the value such as "10%"
acts-scenario = the whole scenario
acts-theme = the look of the documents, and no number
acts-simulation = how, and for how long, it is simulated
acts-check = what `reachsim check` lets pass
acts-claim = what `reachsim claims` says, and no number
acts-market = the people among whom messages spread, and what reaching them is worth
acts-community = a community: who belongs to it, and what they do there
acts-questions = how much members of a community write
acts-friends = how many friends the members of a community have, and how they know each other
acts-feed = how messages come into the feeds of friends, and how far they are passed on
acts-reviews = what members write about the product on their own
acts-posts = the brand’s own posts, and what people do with them
acts-sentiment = how many messages praise or complain
acts-growth = how many followers a community gains and loses
acts-search = how old threads are found again
acts-support = how soon and by whom questions are answered, and what that costs
acts-funnel = how people who were reached become customers
acts-value = what customers, answers and ideas bring
acts-polls = polls among the members
acts-hires = people hired through the community
acts-cost = what the communities cost
acts-outreach = people in need whom the team finds elsewhere
acts-price = as soon as it is given, money is counted
acts-nothing = it is 0 in the variant `nothing`
acts-with = together with { $others } alone

# Studies: words that all of them use.

statistic-mean = mean of { $words }
statistic-median = median of { $words }
statistic-percentile = { $p }{ $end ->
    [1] st
    [2] nd
    [3] rd
   *[0] th
} percentile of { $words }
statistic-chance = chance of { $bounded }
bounded-least = { $words } at least { $value }
bounded-most = { $words } at most { $value }
goal-chance = { $bounded } in { $n } of 100 futures
unknown = unknown
sure-range = { $share } ({ $low } to { $high })
settled = Settled after { $trials }: the chance of a wrong pick is { $wrong }.
not-settled = Not settled within { $trials }: the chance of a wrong pick is still { $wrong }, not below { $limit }.
key-is = { $key } = { $value }

# compare

as-it-is = the scenario as it is
compare-head = Compared with { $base }, in the same futures: means.
compare-none = No difference: every metric is the same in every future.
compare-as-it-is = as it is
compare-with-it = with it
compare-difference = difference
compare-sure = 95 % sure
compare-why-shapley = Why { $words } changes, averaged over every order of the changes:
compare-why-file = Why { $words } changes, one after the other, as they stand:
compare-medians = { $words }: { $difference } at the medians.
compare-one = { $words }: { $difference } in the one future that was simulated.
compare-do = Do it.
compare-do-not = Do not do it.
compare-costs = Do it if that is worth { $sum } of profit to you.
compare-forgoes = Do not do it, unless { $sum } of profit are worth more to you.
points = pp
compare-same = It makes no difference worth speaking of.
compare-same-here = It makes no difference here.
compare-few = Cannot tell: so few futures leave it open whether it helps on average.
compare-divided-better = Cannot tell: better on average, and yet worse in more futures than better.
compare-divided-worse = Cannot tell: worse on average, and yet better in more futures than worse.
compare-verdict = { $words }: { $difference } on average ({ $range }). Better { $better }, worse { $worse }.
compare-verdict-all = { $words }: { $difference } on average ({ $range }). { $all }.
compare-better-all = Better in every future
compare-worse-all = Worse in every future
compare-hinge = It hangs most on { $input }: better { $low } where that is lowest, and { $high } where it is highest.
compare-beats = Another year’s luck: one with it beats another one without it { $better }, and loses { $worse }.
advice-do = do it
advice-do-not = do not
advice-trade = at the price of profit
advice-same = no difference
advice-cannot-tell = cannot tell
compare-verdict-short = { $words }: { $difference } on average ({ $range }).
compare-first-better = Better at every percentile: whatever one thinks of risk, it is the better choice.
compare-second-better = A cautious decision maker would choose it.
compare-first-worse = Worse at every percentile: whatever one thinks of risk, it is the worse choice.
compare-second-worse = A cautious decision maker would not choose it.
compare-pairing = Variance is { $factor } times smaller than of two unpaired runs.
compare-moved = { $words }: { $old } -> { $new } ({ $difference })

# sensitivity

drivers-head = { $words } with one input at its 10th and at its 90th percentile,
drivers-explained = their rank correlation, and the share of its spread that the input explains
drivers-alone = alone (95 % sure)
drivers-total = alone (95 % sure), and in all, with what it does together with others
drivers-low = at 10 %
drivers-high = at 90 %
drivers-rank = rank
drivers-column = alone
drivers-columns = alone / in all
drivers-more = and { $n } with shorter bars; --format json has all of them
drivers-luck = luck (who asks, sees, buys)
drivers-none = { $words }: { $typical }. No input moves it.
drivers-verdict = { $words }: { $typical } on average. Biggest unknown: { $key }, from { $low } to { $high }.
drivers-more-luck = Luck alone makes more of its spread than any single input.
drivers-correlated = Some inputs are correlated. A bar moves one input and leaves the others as they are; “alone” counts what comes with it through the others; “in all” counts only what the others do not tell.
drivers-undefined = Undefined in { $share } of futures, which the shares leave out.
drivers-idle = Without any effect on it: { $list }.
drivers-idle-many = { $n } inputs have no effect on it; --format json names them.
drivers-left-out = { $n ->
    [one] One input goes less closely with it and was not looked at (--top).
   *[other] { $n } inputs go less closely with it and were not looked at (--top).
}
drivers-fixed = { $n ->
    [one] { $n } number is fixed and cannot drive anything; give one a range, such as "5%..10%", to see what it does.
   *[other] { $n } numbers are fixed and cannot drive anything; give one a range, such as "5%..10%", to see what it does.
}

# solve

solve-now = (now { $value })
solve-met = { $goal } already, with { $key } as it is{ $now }: nothing has to change.
solve-reached = { $goal } takes { $key } = { $value }{ $now }: then it is { $found }.
solve-missed = Not reached: { $goal }. Nowhere between { $key } = { $from } and { $to }; the nearest is { $found } at { $at }.
solve-bent = It does not go one way only over this range: there are other values that reach the goal, or miss it again.
solve-value = value
solve-is-met = met
solve-widen = Next: widen the range, vary another key (`reachsim sensitivity` shows which ones matter), or ask for less.
solve-within = So many futures tell it to a 95 % interval of { $range }.
solve-untold = How far more futures would move it cannot be told from these.
solve-settled = Settled after { $trials }: the chance that it moves by more than 1 % of the range is { $wrong }.
solve-unsettled = Not settled after { $trials }: the chance that it moves by more than 1 % of the range is { $wrong }.

# optimise

optimise-alone = { $n ->
    [one] Only { $n } choice was tried.
   *[other] Of { $n } choices that were tried, none comes close.
}
optimise-ties = Cannot be told apart from it:
optimise-decide = About { $trials } would decide between them; the chance that one of them is better is at most { $wrong }.
optimise-equal = More futures would hardly decide between them: they are as good as each other.
optimise-infeasible = No choice meets the constraints. The nearest is { $at }:
optimise-widen = Widen the ranges, or ask for less.
optimise-wanted = wanted: { $goal }
optimise-missed = { $value }: missed

# sweep

sweep-everywhere = { $words } in the same futures at every value.
sweep-same = Mean { $words } is the same at every value: { $value }.
sweep-alone = { $best }.
sweep-tie = { $best }; { $at } cannot be told apart from it.
sweep-ties = { $best }; { $list } cannot be told apart from it.
sweep-ties-many = { $best }; { $n } other points cannot be told apart from it.
sweep-all-tie = { $best }; no other value can be told apart from it.
sweep-key = { $key }: { $words }
sweep-mean = Mean { $words }
sweep-axes = down: { $down }   across: { $across }
sweep-every = Every { $n }th column is shown; --format json has all of them.

# value-of-information

voi-decision = Without knowing more: { $best }. { $words } by decision, on average:
voi-worth = { $value } over { $time } ({ $range } with 95 %)
voi-worth-bare = { $value } ({ $range } with 95 %)
voi-nothing = No number is worth measuring for this decision: whatever it turned out to be, the decision would stay the same.
voi-little = No number is worth measuring for this decision: all that can be known is worth { $worth } at most.
voi-first = Measure { $key } first: knowing it exactly is worth up to { $worth }.
voi-head = Worth of knowing, at most
voi-more = and { $n } that are worth less; --format json has all of them
voi-together = the first { $n } together
voi-everything = everything
voi-luck = Luck cannot be known beforehand, and is not counted.
pays = the community pays for itself
voi-do = do it
voi-leave = leave it

# graph

graph-size = { $many ->
    [one] { $people } person
   *[other] { $people } people
}, { $kind ->
    [follows] { $ties ->
        [one] { $friendships } follow
       *[other] { $friendships } follows
    }
   *[friends] { $ties ->
        [one] { $friendships } friendship
       *[other] { $friendships } friendships
    }
}
graph-nobody = Nobody sees anything.
graph-verdict = { $contacts } contacts are { $people } different people: { $again } of the contacts are with somebody who was met before.
graph-verdict-apart = { $contacts } contacts are as many different people: hardly anybody is met twice.
graph-verdict-one = { $n ->
    [one] The message comes to { $people } people, its author not counted.
   *[other] The message comes to { $people } people, without the { $n } who pass it on first.
}
graph-askers = { $n ->
    [one] { $n } post of a named person
   *[other] { $n } posts, one of each named person
}
graph-together = { $n ->
    [one] One message of a named person
   *[other] One message, passed on by { $n } named people
}
graph-visible-one = { $kind ->
    [follows] a follower sees it with { $share }
   *[friends] a friend sees it with { $share }
}
graph-questions = About { $questions } posts { $by }
graph-questions-fixed = { $questions } posts { $by }
graph-by-anybody = by anybody
graph-by-followers = by { $followers } followers
graph-by-grown = { $kind ->
    [follows] by { $followers } followers of the brand, of whom { $share } came because somebody whom they follow did
   *[friends] by { $followers } followers, of whom { $share } came because a friend follows
}
graph-visible = { $kind ->
    [follows] a follower sees { $share } of them
   *[friends] a friend sees { $share } of them
}
graph-reshared = whoever saw one passes it on with { $share }, over { $depth ->
    [one] { $depth } step
   *[other] { $depth } steps
} at most
graph-reshared-on = whoever saw one passes it on with { $share }, as far as it goes
graph-activity = people are there unequally often (shape { $shape })
graph-chance = over each tie with the chance that the list gives it
graph-closeness = { $n ->
    [0] over ties by how close they are, this being the mean
    [one] over ties by how close they are, this being the mean of all but { $n } that would be above 100 %
   *[other] over ties by how close they are, this being the mean of all but { $n } that would be above 100 %
}
graph-contacts = contacts
graph-people = people
graph-potential = { $kind ->
    [follows] followers who could see them
   *[friends] friends who could see them
}
graph-seen = seen
graph-by-friends = { $kind ->
    [follows] of that by followers
   *[friends] of that by friends
}
graph-by-their-friends = { $kind ->
    [follows] of that by followers and their followers
   *[friends] of that by friends and their friends
}
graph-twice = who see two or more
graph-thrice = who see three or more
graph-followers = followers among those who see any
graph-others = others among them
graph-bound = upper bound, in theory
graph-exact = Exact expectations: nothing was simulated.
graph-sampled = From { $people } people chosen by their friendships, each of them exact; 95 % sure to { $error }.
graph-simulated = From { $worlds } simulated worlds; 95 % sure to { $error }.
graph-untold = From { $worlds } simulated worlds, too few of which went so far that their scatter could tell an error: up to { $more } more people are possible, 95 % sure. No --precision was reached.
graph-imprecise = The standard error of the reach is { $reached }, not the { $asked } that --precision asks for; one answer simulates no more. The mean of { $answers } answers with different --seed would do.
graph-dies = A reshare leads to { $next } further ones: posts die out.
graph-near = Careful: a reshare leads to { $next } further ones, and from 1 on a post may travel without end. With a --reshare below { $most } it would lead to fewer than { $half }.
graph-explodes = Careful: a reshare leads to { $next } further ones. A post that takes off travels without end, to about { $share } of all people. With a --reshare below { $most } it would die out.
graph-friends-label = { $kind ->
    [follows] Followers
   *[friends] Friends
}
graph-friends = { $kind ->
    [follows] { $mean } on average, half have { $half } or fewer, one in twenty { $many } or more; a follower has { $friend }.
   *[friends] { $mean } on average, half have { $half } or fewer, one in twenty { $many } or more; a friend has { $friend }.
}
graph-neighbours-label = Who knows whom
graph-clustering = { $kind ->
    [follows] { $share } of the pairs of a person’s followers follow one the other.
   *[friends] { $share } of a person’s friends know each other.
}
graph-neighbourhood = { $kind ->
    [follows] With { $friends } followers it is { $share }, and the followers’ followers are { $entries } entries, { $different } different people.
   *[friends] With { $friends } friends it is { $share }, and the friends’ friends are { $entries } entries, { $different } different people.
}
graph-head-friends = { $kind ->
    [follows] followers
   *[friends] friends
}
graph-head-clustering = { $kind ->
    [follows] follow each other
   *[friends] know each other
}
graph-head-entries = entries
graph-head-different = different
graph-alone = { $kind ->
    [follows] { $n ->
        [one] Nobody follows { $n } person.
       *[other] Nobody follows { $n } people.
    }
   *[friends] { $n ->
        [one] { $n } person has no friend.
       *[other] { $n } people have no friends.
    }
}
graph-unused-label = Not used
graph-unused-titles = { $n ->
    [one] The column { $titles }.
   *[other] The columns { $titles }.
}
graph-unused-lines = What stands behind the first two columns, in { $n ->
    [one] { $n } line.
   *[other] { $n } lines.
}
graph-dropped-label = Left out
graph-dropped = { $kind ->
    [follows] { $loops ->
        [one] { $loops } follow of oneself
       *[other] { $loops } people who follow themselves
    }, { $doubles ->
        [one] { $doubles } follow that was there twice
       *[other] { $doubles } follows that were there twice
    }.
   *[friends] { $loops ->
        [one] { $loops } friendship with oneself
       *[other] { $loops } friendships with oneself
    }, { $doubles ->
        [one] { $doubles } friendship that was there twice
       *[other] { $doubles } friendships that were there twice
    }.
}
graph-fit = For a scenario: with these values the closed form is within { $off } of the measured reach for 1 to { $most } askers.
graph-no-fit = Nobody sees anything, so there is nothing to fit the closed form to.
choice-win = { $n ->
    [one] Win { $names } first.
   *[other] Win these { $n } first: { $names }.
}
choice-spread = { $people } people would see one message of theirs, 95 % sure to { $error }.
choice-spread-alike = { $people } people would see one message of theirs.
choice-guarantee = That is at least { $ratio } of the best possible choice, { $confidence } sure.
choice-others = { $kind ->
    [follows] { $n ->
        [one] The one with most followers would reach { $friends }, one at random { $random }.
       *[other] The { $n } with most followers would reach { $friends }, { $n } at random { $random }.
    }
   *[friends] { $n ->
        [one] The one with most friends would reach { $friends }, one at random { $random }.
       *[other] The { $n } with most friends would reach { $friends }, { $n } at random { $random }.
    }
}
choice-others-paid = { $kind ->
    [follows] For the same budget those with most followers would reach { $friends }, people at random { $random }.
   *[friends] For the same budget those with most friends would reach { $friends }, people at random { $random }.
}
choice-given = { $n ->
    [one] The one who is won already reaches { $people } alone.
   *[other] The { $n } who are won already reach { $people } alone.
}
choice-cost = They cost { $cost } of { $budget }.
choice-visible = { $kind ->
    [follows] A follower sees the message with { $share }
   *[friends] A friend sees the message with { $share }
}
choice-chance = Over each tie the message is seen with the chance that the list gives it
choice-among = { $people } people may be won; who is won is not counted
choice-head-friends = { $kind ->
    [follows] followers
   *[friends] friends
}
choice-head-price = price
choice-head-gain = adds
choice-head-all = together
choice-more = { $n ->
    [one] and { $n } more; all with --verbose
   *[other] and { $n } more; all with --verbose
}
choice-how = From { $sets } sets of people who could have told somebody, judged by as many others, and { $worlds } worlds that had no part in the choice.
choice-end-memory = More is not proven: further sets would take more memory than they may. A lower --visibility, --reshare or --depth makes them smaller.
choice-end-work = More is not proven: so many sets, and so many people in them, are the most that one answer draws.
choice-end-settled = More is not proven: further sets would prove hardly more.
choice-imprecise = The standard error of the spread is { $reached }, not the { $asked } that --precision asks for; one answer simulates no more.

# claims

claims-verdict = { $holding } of { $all } findings hold, { $leaning ->
    [one] { $leaning } leans
   *[other] { $leaning } lean
}, { $failing ->
    [one] { $failing } does not
   *[other] { $failing } do not
}
claims-no-arithmetic = { $findings }.
claims-arithmetic-too = { $findings }; { $n ->
    [one] { $n } more follows
   *[other] { $n } more follow
} from the definitions (arithmetic).
claims-criterion = A claim holds where it is better in at least { $sure } of 100 futures, or where its mean is better with 95 % and at least { $most } of 100 futures are; it leans where { $leaning } are, or where its mean is. A target holds with a chance of { $sure }, or of what it demands, and leans with { $most }.
claims-holds = [holds]
claims-leans = [leans]
claims-fails = [does not hold]
claims-finding = [finding]
claims-arithmetic = [arithmetic]
claims-text = The text: { $text } ({ $place })
claims-asked = { $chance } ({ $share } asked)
claims-holds-only = Holds only where { $list }.
claims-leans-only = Leans so only where { $list }.
claims-above = { $key } is above { $low }
claims-below = { $key } is below { $high }
claims-between = { $key } is between { $low } and { $high }
claims-nowhere = { $key } is in no fifth of its range alone
claims-better = With “{ $variant }”: { $words } { $difference } on average; better { $chance }.
claims-stated = Given: { $list }.
claims-common = All of them have { $list }.
claims-target = { $target }: { $chance }. { $words }: { $typical } ({ $range }).
claims-assumed = { $all } numbers behind it are author’s estimates: { $looked } have a range, over which was looked, { $fixed } have none; { $file }
figures-figure = { $value } { $words }
figures-more-than = more than { $value }
figures-margin = { $value } (± { $points } points)
figures-n = n = { $n }
figures-n-not-stated = n not stated
figures-year-not-stated = year not stated
figures-informs = informs { $keys }
figures-nothing = informs no key: { $why }
figures-place = { $place }; { $n }; { $year }; { $informs }

# check

check-same = same
check-moved = moved
check-inconclusive = inconclusive
check-edited = edited
check-missed = missed
check-renamed = renamed
check-new = new
check-missing = missing
check-updated = updated
check-bad = bad
check-scenario = scenario
check-verdict = verdict
check-changed = what changed
check-nothing = nothing to check
check-total = { $n ->
    [one] { $n } scenario: { $found }
   *[other] { $n } scenarios: { $found }
}
check-exact = the same bits: any change would have been found
check-detectable = { $n } statistics; of a typical mean, a change of { $share } would have been found
check-more = and { $n } metrics more; --format json has all of them
check-moved-by = { $what } ({ $by }; { $tolerance } would be let pass)
check-passed = { $what } ({ $passed } of the futures passed it; { $tolerance } may)
check-further = { $what } ({ $passed } of the futures went further past it than they may)

# presets

presets-id = Id
presets-network = Network
presets-year = Year
presets-figures = Figures
presets-of-them = { $all }, { $n } of them estimates
presets-more = All figures of one with their sources: reachsim presets ID
presets-as-of = as of { $year }
presets-estimates = { $n } of { $all } figures are author’s estimates: state your own where you know better.

# Where a value comes from.

source-command-line = command line
source-measured = measured on { $on }
source-default = default: { $source }
source-converted = { $source }; { $euros } euros at `currency_per_eur`

# run --shard

shard-head = Shard { $place } of { $of }: { $done } of { $all } futures
shard-next = reachsim merge DIR.. --out DIR, with the folder of every shard

# calibrate

calibrate-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
calibrate-dated = { $files } ({ $period })
calibrate-totals = { $n ->
    [one] { $n } total
   *[other] { $n } totals
}
calibrate-first = { $n ->
    [0] From { $from } nothing was learnt: every number stays as it is.
    [one] From { $from } { $n } number is better known.
   *[other] From { $from } { $n } numbers are better known.
}
calibrate-nothing = No export tells of a number that this scenario holds for uncertain.
calibrate-was = was
calibrate-is = is
calibrate-level = the level of { $day }
calibrate-rows = n = { $n }, { $period }
calibrate-undated = n = { $n }, without dates
calibrate-by-totals = by the totals
calibrate-weight = counted for { $share }
calibrate-speaks = the range is { $share } narrower
calibrate-doubts = less certain than the scenario had it
calibrate-disagrees = your own number, which stays; these data do not fit it
calibrate-agrees = your own number, which stays; these data fit it
calibrate-above = above what { $n } of 100 expected
calibrate-below = below what { $n } of 100 expected
calibrate-undoubted = { $median } in the middle, if the scenario's range were believed as it stands
calibrate-totals-head = Totals, and the 90 % range that the scenario now has for each
calibrate-total = { $words }: { $observed } counted, { $range } expected
calibrate-pair = These totals cannot all be true under this scenario: { $one } and { $other } contradict each other most.
calibrate-outside = These totals cannot all be true under this scenario: { $names } lie outside what it can bring.
known-drifts = It moves from month to month: { $keys }. The range of the weeks to come is wider than the past alone says.
known-few-blocks = Fewer than four months of data: how far { $keys } may move is believed and not seen.
known-as-coded = Tone as the suite coded it, not checked: widened by 5 points ({ $keys }).
known-reach-of-all = The reach of posts counts everybody, followers or not ({ $keys }).
known-followers-of-scenario = No export tells of followers: those of the scenario stand below { $keys }.
known-no-sources = Leads without sources tell of all ways together: half their weight for each of { $keys }.
known-undated-posts = Posts have months and no dates ({ $keys }).
known-discounted = Some rows count for less than one ({ $keys }).
calibrate-computed = Totals were learnt with what the scenario computes for itself: { $list }. State your own number, and learn again.
calibrate-moved = as wide as before, elsewhere
calibrate-held = Held out: { $weeks }; the 90 % ranges held in { $held } of { $of }.
calibrate-better = The forecast errs { $share } less than last week's value.
calibrate-worse = The forecast errs { $share } more than last week's value.
calibrate-silent = Not informed, unchanged: { $list }.
calibrate-text-misses = The text says { $words } up to { $share } of its range apart from what was learnt together: its numbers alone do not carry how they go together.

# backtest

backtest-first = From { $period }, learnt anew at every origin from what was visible then: the 90 % ranges held in { $held } of { $n } forecasts over { $weeks }.
backtest-ahead = ahead
backtest-error = error
backtest-last = last
backtest-mean8 = 8 wks
backtest-seasonal = year
backtest-preset = file
backtest-reach = reach of a post
backtest-legend = n: forecasts. 50, 80, 90 %: how many of these ranges held, the last with its 95 % interval. Error: the mean score (CRPS), in the metric's unit; behind it by how many per cent it is smaller than that of the last value, the mean of eight weeks, the week a year before, and the scenario as its file has it. *: no chance (5 %).
backtest-too-sure = { $weeks }: too sure, what came lies too often at the edges.
backtest-too-unsure = { $weeks }: too unsure, what came lies too often in the middle.
backtest-too-high = { $weeks }: too high, what came lies too low.
backtest-too-low = { $weeks }: too low, what came lies too high.
backtest-title = { $words }: the 90 % ranges held in { $held } of { $n } forecasts
backtest-ranges = Forecasts over { $weeks }, by their first day: bands of 90 and 50 %, and what came
backtest-came = what came
backtest-transforms = Where in its forecast each outcome fell, in tenths: of right forecasts every tenth holds as many
backtest-tenths = tenths of the forecast, the lowest first
backtest-share = share of the outcomes

learnt-title = { $key }: { $times } times the middle of what was believed
learnt-subtitle = Each number as a multiple of the middle of what was believed. Dot and bar: what is known, 90 %; band: what was believed, 90 %
learnt-measured = what is known
spoke-title = The data say most of { $key }
spoke-subtitle = By how much each range became narrower; below 0, it is wider than what was believed
spoke-measured = narrower by
totals-title = The scenario now brings what was counted
totals-title-fight = These totals cannot all be true under this scenario
totals-subtitle = What is now expected of each total, over what was counted: 1 is what was counted. Dot: median; bar: 90 %; beside it: what was counted
totals-measured = expected over counted

turns-missed = { $goal }: as things stand it is { $found }.
turns-met = { $goal }: as things stand it is { $found }, and so it is met.
turns-head = For that must be, each by itself and everything else as it falls; and in how many of 100 futures it is so:
turns-row = { $bound } (now { $now })
turns-least = at least { $value }
turns-most = at most { $value }
turns-none = No number by itself turns this within its own range.
turns-out = Not reached within their own ranges (9 of 10 of what is believed of them), by any of these alone: { $keys }.
turns-kept = Met all over their own ranges: { $keys }.
turns-together = The two strongest together: { $first }, and what { $second } then must be:
menu-first = Measure first: { $name }. Its result is worth { $worth } to this decision; it costs { $cost }, and { $left } is left ({ $range } with 95 %).
menu-first-bare = Measure first: { $name }. Its result is worth { $worth } to this decision ({ $range } with 95 %).
menu-none = None of this is surely worth measuring before this decision.
menu-head = Each measurement: what its result is worth, less what it costs, and what is left (with 95 %):
menu-head-bare = Each measurement, and what its result is worth (with 95 %):
menu-row = { $worth } − { $cost } = { $left }  ({ $range })
menu-row-bare = { $worth }  ({ $range })
menu-above = { $key } above { $at }: { $choice } ({ $chance })
menu-below = { $key } below { $at }: { $choice } ({ $chance })
menu-open = so many futures cannot tell whether it is worth it
menu-best = the best size is { $n }, which leaves { $left }
menu-best-time = the best time is { $time }, which leaves { $left }
menu-best-this = no other size leaves more
menu-not = Not worth measuring: { $names }.
menu-proposed = The file names no measurement: these are of the numbers most worth knowing, and cost nothing yet. Name your own with what they cost as [[measurement]].
menu-sample = { $key }: { $n } asked
menu-count = { $key }: { $time } of counting
menu-error = { $key }: known to { $error }

robust-head = Best on average: { $choice }. Over everything that is uncertain, in the same futures:
robust-columns = best in so many of 100; what another choice would have brought more, on average and in the worst twentieth:
robust-row = { $chance };  { $regret };  { $worst }
robust-holds = The choice holds over all estimates: none of them turns it by itself within its own range (9 of 10 of what is believed of it).
robust-certain = Nothing is uncertain here that could turn the choice.
robust-turns = One estimate by itself turns the choice by { $words } on average, within its own range:
robust-above = { $key } above { $at } (now { $now }): { $choice }; so it is { $chance }
robust-below = { $key } below { $at } (now { $now }): { $choice }; so it is { $chance }

where-head = { $condition } { $chance }: in { $n } of them.
where-nothing = Nothing can be different where it is all of them, or none.
where-alike = No uncertain number differs in them by more than chance: it is luck.
where-differs = What is different in them: typically how much, how much in all futures, and where that is from 0 to 100 of what is believed:
where-row = { $here } for { $all }{ "  " }{ $place }
where-rest = { $more ->
    [0] { $rest } others do not differ by more than chance.
   *[other] { $more } more differ, and { $rest } do not by more than chance.
}
where-stories = Two of them, week by week, by the same command with --trial in place of --where:
where-typical = the typical one, at { $value }
where-farthest = the one that goes farthest, at { $value }

# One future in words.
story-head = { $kind ->
    [typical] A typical future, number { $number }: half of all have less
    [bad] A bad future, number { $number }: in one of twenty it goes as badly or worse
    [good] A good future, number { $number }: in one of twenty it goes as well or better
   *[number] Future { $number }
}. { $words }: { $value }.
story-unusual = Unusual in it, and in how many of 100 futures there is less:
story-usual = No number in it is unusual: each lies within nine tenths of what is believed.
story-row = { $value }{ "  " }{ $place }
story-no-weeks = Formulas have no weeks.
story-and = ; { "" }
story-asked = { $count ->
    [0] nobody asks
    [one] { $n } person asks
   *[other] { $n } people ask
}
story-most = , the most of all weeks
story-fewest = , the fewest of all weeks
story-answered = { $count ->
    [0] nobody is answered
    [one] { $n } is answered
   *[other] { $n } are answered
}
story-seen = { $count ->
    [one] a question is seen once
   *[other] questions are seen { $n } times
}
story-won = { $count ->
    [one] { $n } buys
   *[other] { $n } buy
}
story-followers = { $count ->
    [one] { $n } follower
   *[other] { $n } followers
}
story-cash = cash so far { $sum }
story-even = cash so far { $sum }: from here on none is missing
story-subtitle = { $words } week by week: this future, and the range of nine in ten · { $scope }
story-line = this future
story-band = 9 in 10 futures
