# Figures of exports.

figure-posts = posts
figure-reach_per_post = reach of a post
figure-frequency = seen per person reached
figure-engagement = engagement
figure-non_follower_reach = reached beyond followers
figure-followers = followers
figure-gained = followers gained
figure-lost = followers lost
figure-questions = questions
figure-answered_share = answered
figure-response_p50_hours = time to an answer, half
figure-response_p90_hours = time to an answer, nine in ten
figure-authors = different people who asked
figure-share_positive = positive
figure-share_neutral = neutral
figure-share_negative = negative
figure-share_of_voice = share of voice
figure-leads = leads
figure-won = leads won
figure-code_share = reason
fact-named = { $fact }: { $name }

# Groups.

by-who = who
by-what = what
by-when = when
by-where = where
by-why = why
by-how = how
by-extent = how much
by-brand = brands
column-author = authors
column-role = roles
column-topic = topics
column-brand = brands
column-hour = hours
column-weekday = weekdays
column-network = networks
column-place = places
column-country = countries
column-channel = channels
column-source = sources
column-code = reasons
column-format = types
column-reach = by reach
column-audience = by audience
column-engagement = by engagement
column-audience-whole = audience
column-audience-age = ages of the audience
column-audience-gender = genders of the audience
column-audience-age-and-gender = ages and genders of the audience
column-audience-city = cities of the audience
column-audience-country = countries of the audience
of-posts = posts
of-questions = questions
of-messages = messages
of-tickets = tickets
of-leads = leads
of-days = days
of-authors = people
of-people = people
group-author = author { $n }
role-employee = employees
role-advocate = advocates
role-critic = critics
role-other = everybody else
group-no-code = no word list matches
group-several = several match
group-at-least = { $from } or more
group-below = below { $to }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
hours = { $number } hours
minutes = { $number } minutes
days-long = { $number } days
series-questions = questions
series-posts = posts
series-messages = messages
series-leads = leads
series-reach = reach
series-reach_followers = reach among followers
series-reach_viral = reach through friends
series-reach_paid = paid reach
series-impressions = impressions
series-views = views
series-visits = visits
series-engagements = engagements
series-reactions = reactions
series-comments = comments
series-shares = shares
series-saves = saves
series-clicks = clicks
series-followers = followers
series-gained = followers gained
series-lost = followers lost
series-users = people on the site
series-sessions = sessions
series-events = events
series-count = occurrences
series-exposure = exposure
zone-as-written = times as written
zone-in = times in { $zone }

# The screen of exports.

analysis-files = { $n ->
    [one] 1 file
   *[other] { $n } files
}, { $zone }
analysis-reach = Reach and frequency
analysis-talk = Questions and answers
analysis-tone = Tone
analysis-voice = Share of voice
analysis-leads = Leads
analysis-nothing = No figure can be read off these files: --receipt says how each was understood.
analysis-event = Event
analysis-by = Further: --by { $ids }, --event FROM..TO, --receipt, --out DIR
analysis-cannot = The files do not say { $by }.
analysis-table = { $name } ({ $of }, { $total })
analysis-rest = and { $n } more, { $count } together
analysis-silent = { $n } say nothing here
analysis-overlaps = one may count in several: the shares need not add up
analysis-skew = the tenth who write most wrote { $share } of all
analysis-tones = { $positive } positive, { $negative } negative
analysis-odd = Odd
analysis-left-out = Left out
analysis-tasks = Tasks
analysis-sample = Texts to check, with the word lists that match

# What stands beside a figure.

aside-median-post = typical post { $value }
aside-half = half of them { $range }
aside-per-week = { $value } a week
aside-weeks = { $range } in 9 of 10 weeks
aside-falling = falling: { $share } less in the second half
aside-rising = rising: { $share } more in the second half
aside-steady = steady
aside-views = { $value } views per person reached; views count replays
aside-median-day = typical day { $value }
aside-never = never answered: { $value }
aside-share = { $share } of all
aside-first = { $value } at the beginning
aside-audience = { $share } by audience, as the suite models it
aside-coded = as coded { $share }
aside-kappa = kappa { $value }
aside-rank = place { $rank } of { $brands } brands
aside-amount = amounts to { $value }
remark-views-are-not-impressions = only views are given, which are no impressions
remark-paid-unknown = nobody says which posts were advertised
remark-as-coded = as coded, not checked
remark-corrected = corrected by the checked sample
remark-checked-too-few = fewer than 100 are checked: not corrected
remark-coding-cannot-tell = the checked sample shows that this coding cannot tell
remark-neutral-is-unknown = neutral is left out as unknown
remark-business-hours = in hours of business
remark-business-hours-left-out = without tickets in hours of business
remark-among-never = fewer than nine in ten were answered at all
remark-bursts = messages come in bursts
remark-typical-differs = the ratio of totals is not that of the typical post
remark-export-day-assumed = the day of the export is taken from the last row
remark-everybody-is-people = no file says who the brand is: everybody counts as people
remark-shared-people = networks have people in common

# Before and after.

event-since = since { $day }
event-sum = That is a difference of { $value } ({ $range }).
event-rank = Of { $places } windows of this length it is the one in place { $rank } by how unusual it is.
event-weeks = { $before } weeks before, { $during } during, { $after } after.
event-months = { $before } months before, { $during } during, { $after } after.
caution-no-control = Nothing else tells what would have happened anyway: this is no proof of a cause.
caution-post-hoc = No other weeks of this length have more, or fewer: who picks the best weeks afterwards finds them good.
caution-neighbours = Neighbouring weeks resemble each other: the interval is too narrow.
caution-not-unusual = Other windows are as unusual.
caution-no-season = There is less than a year before it: a season cannot be told from it.
caution-gaps-as-nought = Weeks without a row count as nought.

# What is odd, and what was left out.

odd-burst = { $period }: { $count } { $series }, usually { $usual }
odd-gap = { $file }: { $n ->
    [one] 1 day has
   *[other] { $n } days have
} no row, the longest run { $longest }; nought, or missing?
odd-far = { $file }, row { $line }: a post reached { $reach }, the typical one { $median }
odd-far-more = as far, ten times the typical one or more, went { $n } further
odd-same = one text { $times } times, by { $authors } authors ({ $file }, row { $line })
odd-paid = which of { $n ->
    [one] 1 post was
   *[other] { $n } posts were
} advertised, no file says
odd-zones = some files name the zone of their times ({ $zones }) and others do not: these are taken as UTC; --zone says otherwise
odd-exports = figures of several days of export: { $days }; lifetime figures drift
odd-ends = { $file } ends on { $last }, its sisters on { $others }
left-young = { $n ->
    [one] 1 post
   *[other] { $n } posts
} younger than { $days } days on { $day }, the day of the export: not in reach and engagement
left-young-assumed = { $n ->
    [one] 1 post
   *[other] { $n } posts
} younger than { $days } days on { $day }, the last day of the rows: not in reach and engagement
left-no-day = { $n ->
    [one] 1 post has
   *[other] { $n } posts have
} no date: how old they are nobody knows, and they are used
left-no-reach = { $n ->
    [one] 1 post has
   *[other] { $n } posts have
} no reach
left-uniques = { $n } daily numbers of different people: they do not add up
left-overlapping = { $n } numbers of weeks and of 28 days, which overlap
left-answers = { $n ->
    [one] 1 answer
   *[other] { $n } answers
} to what is not in the files
left-business = { $n ->
    [one] 1 ticket
   *[other] { $n } tickets
} in hours of business
left-no-time = { $n ->
    [one] 1 row has
   *[other] { $n } rows have
} no time
left-no-tone = { $n ->
    [one] 1 message has
   *[other] { $n } messages have
} no tone
left-currencies = { $n ->
    [one] 1 lead is
   *[other] { $n } leads are
} in another currency

# The seven tasks.

task-reputation = Reputation
task-competitors = Competitors
task-campaigns = Campaigns
task-research = Research
task-support = Support
task-leads = Leads
task-recruiting = Recruiting
task-answered = { $task }: { $facts }
task-partly = { $task }: { $facts }; for more: { $missing }
task-missing = { $task }: not from these files; it takes { $missing }
task-none = { $task }: not from these files
task-unable = Not from these files: { $tasks }; the documents say what each takes
missing-messages = messages
missing-tone = their tone
missing-checked = a checked sample (--checked)
missing-brands = two brands or more
missing-event = an event (--event)
missing-codes = word lists (--codes)
missing-buy-code = a word list for wanting to buy
missing-job-code = a word list for looking for a job
missing-sides = who the brand is, or tickets
missing-leads = leads of a customer system
missing-sources = where leads came from
missing-won = the stage that means won (--won)

# Receipts.

shape-posts = posts
shape-days = days
shape-messages = messages
shape-tickets = tickets
shape-leads = leads
shape-audience = an audience
receipt-kind = kind
receipt-known = , known by { $headings }
receipt-form = form
receipt-delimiter = , cells parted by { $sign }
receipt-rows = rows
receipt-used = { $rows } read, { $used } used
receipt-period = period
receipt-gaps = gaps
receipt-missing = { $n ->
    [one] 1 day
   *[other] { $n } days
} without a row, the first { $first }
receipt-zone = zone
receipt-columns = columns
receipt-ignored = not used
receipt-remark = note
why-total = of sums
why-heading = headings again
why-repeated = repeated
why-failed = the network could not compute
why-empty = without a number
why-no-time = without a time
why-service = of the service
why-reply = answers to others

# Facts of tasks.

figure-brand_share = share of voice
figure-source_share = leads from there
figure-event_ratio = times its past
figure-event_sum = difference
of-steps = weeks or months
missing-own-brand = which brand is one's own (--brand)
caution-few-steps = Fewer than 12 counts before it: how much they scatter is hardly known.
