# Documents of what a scenario learnt.

learnt-story = What was learnt: { $title }
learnt-fact = was { $was }, is { $is }; { $from }
learnt-from = { $n ->
    [0] No export
    [one] { $n } export
   *[other] { $n } exports
}, { $totals ->
    [0] no total
    [one] { $totals } total
   *[other] { $totals } totals
}
learnt-keys-title = { $n ->
    [one] { $n } number of the scenario beside what the data say of it
   *[other] { $n } numbers of the scenario beside what the data say of them
}
learnt-facts = What the data said most of
learnt-look = What to look at
learnt-silent = What stays as it was
learnt-rows = Learnt from
learnt-interval = { $range } (9 of 10 values)
learnt-range = { $words }: { $typical }, 9 of 10 values { $range }
learnt-ask-facts = Of what did the data say most?
learnt-ask-rows = From what was it learnt?
learnt-ask-look = What should be looked at?
learnt-ask-silent = Of what did the data say nothing?
learnt-rest = In the workbook report.xlsx: every number before and after, every total, and every file
learnt-chapter = What was learnt
learnt-appendix = Every number before and after stands in the workbook report.xlsx, with the files from which it was learnt.
learnt-elsewhere = All numbers, totals and files stand in the workbook and on the page itself.
learnt-head-key = number of the scenario
learnt-head-range = 9 of 10 values
learnt-head-is = is
learnt-head-from = from
learnt-was-low = was, 5 %
learnt-was-middle = was, middle
learnt-was-high = was, 95 %
learnt-is-low = is, 5 %
learnt-is-middle = is, middle
learnt-is-high = is, 95 %
learnt-narrower = narrower by
learnt-conflict = chance, before, of less than the data say
learnt-from-day = from
learnt-to-day = to
learnt-observed = counted
learnt-tail = share expected below it
learnt-twice = Counted twice: what the scenario believed of { $keys } was itself made from these data. Let them count for less, with --weight.
learnt-pooled = Pooled: numbers of three or more pages of one network, { $n } in all. --pool FILE writes what a new page there is likely to have.
sheet-name-learnt = Learnt
sheet-name-totals = Totals
read-keys = Each row is a number of the scenario: the range that was believed, the one that the data leave, and on what that stands. A number that you state yourself is never replaced.
read-learnt-answer = The first line says how many numbers are better known than before. What no data tell of stays as the scenario has it.
