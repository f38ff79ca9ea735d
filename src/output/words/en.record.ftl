# Forecasts on record.

record-head = As of { $day }
record-not-made = Not on record, as some futures have no value of it: { $metrics }
record-ledger = Ledger
record-title = { $ledger }: { $entries ->
        [one] { $entries } forecast
       *[other] { $entries } forecasts
    }
record-counts = with an outcome { $resolved }, open { $open }
record-counts-unknown = with an outcome { $resolved }, open { $open }, never to be known { $unknown }
record-new = Resolved now
record-inside = forecast { $typical } ({ $range })
record-below = below the forecast of { $typical } ({ $range })
record-above = above the forecast of { $typical } ({ $range })
record-unknown = will not be known
record-left = Not told by the exports
record-left-not-shown = no export shows it: say it with --outcome
record-left-not-covered = the files do not reach over the whole period
record-left-not-given = the files do not give it
record-nothing = No forecast has an outcome yet.
record-questions = { $n ->
        [one] Of { $n } question with an outcome
       *[other] Of { $n } questions with an outcome
    }
record-range = within the { $share } range
record-missed = outside of the 90 % range
record-missed-sides = { $below } below, { $above } above
record-of = { $held } of { $all }
record-score = score, against what came
record-score-note = how far forecasts lay from what came, on average; less is better
record-skill = better than the last value by
record-skill-worse = worse than the last value by
record-brier = score of probabilities (Brier)
record-brier-parts = reliability { $reliability } − resolution { $resolution } + uncertainty { $uncertainty }
record-chances = Probabilities of targets
record-chance = said { $said }, happened
record-chance-bar = { $happened } of { $all }; right ones { $range }
record-width = Your ranges would have to be { $factor } times as wide for nine of ten to hold ({ $range }).
record-width-open = Your ranges would have to be { $factor } times as wide for nine of ten to hold (at least { $low }).
record-width-never = No factor makes nine of ten of your ranges hold: some have no width, and missed.
record-width-few = How wide ranges ought to be is told from { $least } outcomes on.
record-metrics = By metric
record-metric = score { $score }
record-metric-skill = score { $score }, skill { $skill }
record-not-written = Nothing was written: --write puts it on record.
record-written = On record now in { $ledger }.
record-picture = { $held } of { $all } outcomes lay within their 90 % range
record-picture-lead = { $ledger }. Dot: share of outcomes within the range; line: its 95 % interval; band: where right forecasts have it in nine of ten lists like this.
record-picture-row = { $share } range
record-picture-dot = share within
