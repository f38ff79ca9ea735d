# Documents of what exports tell: pictures.

told-week-from = week from
told-month-from = month from
told-hour = hour
told-weekday = weekday
told-share = share
told-answered = answered of them
told-part-of-a-week = week of which the files have a part
told-usual = usual: { $value }
told-reach = reach of a typical post
told-weekly-peak = { $series }: { $count } in the week from { $day }, usually { $usual } a week
told-weekly-even = { $series }: usually { $usual } a week, { $range } in every whole one
told-weekly-few = { $series }: { $count } in all; whole weeks in the files: { $n }
told-weekly-lead = { $scope }. Each column is a week from its Monday.
told-weekly-shaded = Shaded weeks are not whole: their counts are parts.
told-reach-weeks = A typical post reached from { $low } (week from { $one }) to { $high } (week from { $other })
told-reach-few = A typical post reached { $low } to { $high }; weeks with posts: { $n }
told-reach-lead = { $scope }. The median of each week’s posts; a gap is a week without one.
told-event-higher = { $series }, { $when }: { $ratio } times what their own past would have it ({ $range }), higher
told-event-lower = { $series }, { $when }: { $ratio } times what their own past would have it ({ $range }), lower
told-event-within = { $series }, { $when }: { $ratio } times what their own past would have it ({ $range }), within what is usual
told-event-lead = { $scope }. The steps of the event are shaded. It is a comparison with the past of the series itself, and no proof of a cause.
told-tones = { $all }; messages: { $n }
told-tones-few = { $all }; only { $n } messages have a tone
told-tones-lead = { $scope }. Dot: share; line: its 95 % interval. Messages with a tone: { $n }.
told-share-of = { $name } { $value } ({ $range })
told-voice = { $name }: { $share } of { $n } messages about these brands ({ $range })
told-group-most = { $column }: most often { $name }, { $share } of { $n } ({ $range })
told-group-share = { $column }: most often { $name }, { $share }
told-group-close = { $column }: { $one } ({ $share }) and { $other } ({ $second }), too close for { $n } to tell which is more
told-group-few = { $column }: { $n } are too few for shares
told-groups-lead = { $scope }. Dot: share; line: its 95 % interval. Counted: { $of }, { $total } in all.
told-times-lead = { $scope }. Counted: { $of }, { $total } in all.
told-overlaps = One may count in several groups: the shares need not add up.
told-figure = { $name }: { $value } ({ $range }); { $of }: { $n }

# Pages.

told-story = What the exports tell
told-stamp = { $n ->
    [one] 1 file
   *[other] { $n } files
}, SHA-256 { $hash } · { $rows } rows used · intervals at 95 %
told-nothing = No figure can be read off these files
told-figures-title = All figures, with their intervals and of how many they are
told-figures-lead = { $scope }. What the files do not give has no row.
told-head-figure = Figure
told-head-value = Value
told-head-interval = 95 % interval
told-head-of = Of
told-head-beside = Beside it
told-head-count = Count
told-head-reach = Reach of a typical post
told-head-id = Id
told-head-low = From (95 %)
told-head-high = To (95 %)
told-head-file = File
told-head-used = Used
told-head-task = Task
told-head-has = What the files tell
told-head-lacks = What would tell more
told-head-odd = What is odd
told-head-left = What was left out
told-head-text = Text
told-head-codes = Word lists
told-head-group = Group
told-head-by = By
told-head-row = Row
told-of = { $of }: { $n }
told-rest-row = { $n ->
    [one] 1 further group
   *[other] { $n } further groups
}
told-silent-row = say nothing here
told-tasks-title = { $n ->
    [0] None of the { $all } tasks of monitoring is answered by these files
    [one] { $n } of { $all } tasks of monitoring is answered by these files
   *[other] { $n } of { $all } tasks of monitoring are answered by these files
}
told-tasks-lead = What a task lacks stands beside it.
told-task-title = { $task }: { $facts }
told-odd-title = { $n ->
    [one] { $n } thing is odd
   *[other] { $n } things are odd
}
told-left-title = { $n ->
    [one] { $n } thing is in no figure
   *[other] { $n } things are in no figure
}
told-texts-title = Texts to check by eye, with the word lists that match
told-receipts-title = How each file was read
told-receipts-lead = A file with several tables or blocks has a row for each.

# What stands in the place of what only runs have.

told-facts = What stands out
told-odd = What is odd
told-more = What would tell more
told-left = What was left out
told-interval = { $range } (95 % interval)
told-range = { $words }: { $typical }, at 95 % { $range }
told-ask-facts = What else stands out?
told-ask-left = What was left out?
told-ask-odd = What is odd about it?
told-ask-more = What would tell more?
told-rest = In the workbook report.xlsx: every figure, every group, every week, and how each file was read
told-appendix = What was left out and how each file was read. Every figure, every group and every week stand in the workbook report.xlsx.
told-elsewhere = All figures, groups and weeks stand in the workbook and on the page itself.
told-chapter-happened = What happened
told-chapter-tasks = Tasks of monitoring
sheet-name-groups = Groups
sheet-name-weeks = Weeks
sheet-name-all-figures = All figures
sheet-name-receipts = Receipts

# How to read the pages.

read-told-answer = The first line is the most telling figure of the files, with its 95 % interval. What would be a guess is not there; what the files do not give has no figure.
read-figures = A figure is what the files say, and an interval is how far it could be off with as few rows as there are. What is added up are only numbers that add up.
read-weekly = Each column is a week from its Monday. One week alone says little: what is usual is the median of all whole weeks.
read-weekly-reach = The median post of each week, so that a single post that went far does not carry the week. Young posts, which still gather reach, are left out.
read-event = The series is compared with its own past and nothing else. A campaign, a season or another event at the same time would look alike: it is no proof of a cause.
read-tones = A share of messages, as they were coded. Where a sample was checked by a person, it is corrected by it. Intervals that overlap do not tell which is more.
read-voice = The share of messages about each brand among all that name one of them. It counts messages, neither people nor approval.
read-by-who = Roles follow from counts of messages and their tone by fixed rules; nobody is named.
read-by-what = What messages are about, as the files say it. Intervals that overlap do not tell which is more.
read-by-hour = Counts by the hour of the day in the zone of the files. It is when people wrote, and not when most would see an answer.
read-by-weekday = Counts by the day of the week. Where the files have few weeks, one busy day makes a weekday.
read-by-where = Shares of networks, places or countries. Different exports may cover different periods: compare them with care.
read-by-why = Reasons by word lists: a message counts where one of the words stands in it. Check a sample by eye before you rely on it.
read-by-how = Types as the files name them. That one type stands for more messages is no proof that it works better.
read-by-extent = Size classes; each next one is larger. Reach is spread so unevenly that a mean would say little.
read-learnt = Each line is a number of the scenario as a multiple of the middle of what was believed: the bar is what is known now, the band what was believed.
read-spoke = How much narrower the range of each number became. Near nothing, the data did not speak of it.
read-totals = Each line is a total: 1 is what was counted, the bar what the scenario now expects.
read-table = Counts and shares by one column of the files, with 95 % intervals.
read-task = The figures of the files that belong to this task.
read-tasks = Seven things for which social networks are watched. What a task lacks is what to export or to collect next.
read-odd = Each is something to look at before the figures are used. It may have a simple reason.
read-left-out = What no figure counts, and how much it is.
read-texts = A random sample, to see by eye whether the word lists find what they should.
read-receipts = By which headings a file was recognised, how many of its rows are used, and which days it covers.
