# Записанные прогнозы.

record-head = По состоянию на { $day }
record-not-made = Не записано, так как в некоторых вариантах будущего значения нет: { $metrics }
record-ledger = Журнал
record-title = { $ledger }: { $entries ->
        [one] { $entries } прогноз
        [few] { $entries } прогноза
       *[other] { $entries } прогнозов
    }
record-counts = с исходом { $resolved }, открыты { $open }
record-counts-unknown = с исходом { $resolved }, открыты { $open }, не станут известны { $unknown }
record-new = Теперь известно
record-inside = прогноз { $typical } ({ $range })
record-below = ниже прогноза { $typical } ({ $range })
record-above = выше прогноза { $typical } ({ $range })
record-unknown = не станет известно
record-left = Выгрузки не говорят
record-left-not-shown = ни одна выгрузка этого не показывает: назовите через --outcome
record-left-not-covered = файлы не охватывают весь период
record-left-not-given = в файлах этого нет
record-nothing = Ни у одного прогноза ещё нет исхода.
record-questions = { $n ->
        [one] Из { $n } вопроса с исходом
       *[other] Из { $n } вопросов с исходом
    }
record-range = внутри диапазона { $share }
record-missed = вне диапазона 90 %
record-missed-sides = ниже { $below }, выше { $above }
record-of = { $held } из { $all }
record-score = оценка относительно исхода
record-score-note = насколько прогнозы в среднем отстояли от исхода; меньше — лучше
record-skill = лучше последнего значения на
record-skill-worse = хуже последнего значения на
record-brier = оценка вероятностей (Брайер)
record-brier-parts = надёжность { $reliability } − разрешение { $resolution } + неопределённость { $uncertainty }
record-chances = Вероятности целей
record-chance = названо { $said }, сбылось
record-chance-bar = { $happened } из { $all }; у верных { $range }
record-width = Чтобы сбывались девять диапазонов из десяти, их ширину нужно умножить на { $factor } ({ $range }).
record-width-open = Чтобы сбывались девять диапазонов из десяти, их ширину нужно умножить на { $factor } (не менее чем на { $low }).
record-width-never = Никакой множитель не поможет девяти диапазонам из десяти: у некоторых нет ширины, и они промахнулись.
record-width-few = Какой ширины должны быть диапазоны, говорится начиная с { $least } исходов.
record-metrics = По показателям
record-metric = оценка { $score }
record-metric-skill = оценка { $score }, выигрыш { $skill }
record-not-written = Ничего не записано: запишет --write.
record-written = Записано в { $ledger }.
record-picture = { $held } из { $all } исходов попали в свой диапазон 90 %
record-picture-lead = { $ledger }. Точка: доля исходов внутри диапазона; линия: её интервал 95 %; полоса: где она лежит у верных прогнозов в девяти таких списках из десяти.
record-picture-row = диапазон { $share }
record-picture-dot = доля внутри
