# What was, and what is forecast, week by week.

fan-counted = counted
fan-middle = middle of the futures
fan-five = 5 of 10 futures
fan-eight = 8 of 10
fan-nine = 9 of 10
history-title = { $words } by the week: typically { $was } until { $start }, { $is } from then on (9 of 10 futures: { $range })
history-held = { $words }: { $held }
history-weeks = { $n ->
    [one] { $held } of { $n } week fell inside the 90 % range
   *[other] { $held } of { $n } weeks fell inside the 90 % range
}
history-subtitle = { $scope }. Line: what exports counted in a week; bands: what the scenario says of each week from the upright line on.
history-head-held = inside { $share }
history-head-weeks = weeks told
history-heading = What came, over what { $file } forecasts from { $start } on
read-history = The dark line is what was counted. From the vertical line on, the bands say what a single week may bring: half of the futures lie in the darkest, nine of ten in the widest. Of ten weeks about one should fall outside the widest band; if more do, the scenario is too sure.
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
month-of-year = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
