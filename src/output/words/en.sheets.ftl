# Sheets of the workbook.

sheet-name-answer = Answer
sheet-name-summary = Summary
sheet-name-inputs = Inputs
sheet-name-weekly = Weekly
sheet-name-monthly = Monthly
sheet-name-years = Business years
sheet-name-reach = Reach
sheet-name-overlap = Overlap
sheet-name-funnel = Funnel
sheet-name-value = Value
sheet-name-histogram = Histogram
sheet-name-streams = Streams
sheet-name-costs = Costs
sheet-name-cash-flow = Cash flow
sheet-name-variants = Variants
sheet-name-drivers = Drivers
sheet-name-sources = Sources
sheet-name-glossary = Glossary
sheet-name-trials = Futures

# Their heads.

sheet-typical = typical
sheet-percentile = { $percent } %
sheet-low = low (5 %)
sheet-high = high (95 %)
sheet-apart = difference
sheet-week = week
sheet-begins = begins on
sheet-month = month
sheet-days = days
sheet-future = future
sheet-since-start = { $words }, since the start
years-mean = { $year }, mean
years-percent = { $year }, { $percent } %
years-all = whole horizon, mean
year-in-part = { $year }, { $n ->
    [one] { $n } day
   *[other] { $n } days
}

# What they say.

sheet-futures = The first { $n } futures, one a row. This sheet is not printed.
sheet-streams-title = Brings most: { $words }, { $share } of what is gained
sheet-costs-title = Costs most: { $words }, { $share } of all costs
sheet-at-least = { $words }: at least { $value }
sheet-at-most = { $words }: at most { $value }
sheet-causes = What moves it most
sheet-decision = What to do
sheet-measure = What to measure first
sheet-assumed = What was assumed

# The cash sheet.

cash-months = Months over which a margin arrives (0: at once)
cash-months-range = From 0 to 156 months; 0 is at once.
cash-discount-range = From 0 % to 100 % a year.
cash-counted = All margins are counted
cash-chart = Cumulative cash over { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}, average of all futures
