# Записані прогнози.

record-head = Станом на { $day }
record-not-made = Не записано, бо в деяких варіантах майбутнього значення немає: { $metrics }
record-ledger = Журнал
record-title = { $ledger }: { $entries ->
        [one] { $entries } прогноз
        [few] { $entries } прогнози
       *[other] { $entries } прогнозів
    }
record-counts = з наслідком { $resolved }, відкриті { $open }
record-counts-unknown = з наслідком { $resolved }, відкриті { $open }, не стануть відомі { $unknown }
record-new = Тепер відомо
record-inside = прогноз { $typical } ({ $range })
record-below = нижче прогнозу { $typical } ({ $range })
record-above = вище прогнозу { $typical } ({ $range })
record-unknown = не стане відомо
record-left = Вивантаження не кажуть
record-left-not-shown = жодне вивантаження цього не показує: назвіть через --outcome
record-left-not-covered = файли не охоплюють увесь період
record-left-not-given = у файлах цього немає
record-nothing = Жоден прогноз ще не має наслідку.
record-questions = { $n ->
        [one] Із { $n } питання з наслідком
       *[other] Із { $n } питань із наслідком
    }
record-range = у діапазоні { $share }
record-missed = поза діапазоном 90 %
record-missed-sides = нижче { $below }, вище { $above }
record-of = { $held } із { $all }
record-score = оцінка щодо наслідку
record-score-note = наскільки прогнози в середньому відстояли від наслідку; менше — краще
record-skill = краще за останнє значення на
record-skill-worse = гірше за останнє значення на
record-brier = оцінка ймовірностей (Браєр)
record-brier-parts = надійність { $reliability } − розрізнення { $resolution } + невизначеність { $uncertainty }
record-chances = Імовірності цілей
record-chance = названо { $said }, справдилося
record-chance-bar = { $happened } із { $all }; у правильних { $range }
record-width = Щоб справджувалися дев’ять діапазонів із десяти, їхню ширину треба помножити на { $factor } ({ $range }).
record-width-open = Щоб справджувалися дев’ять діапазонів із десяти, їхню ширину треба помножити на { $factor } (щонайменше на { $low }).
record-width-never = Жоден множник не допоможе дев’яти діапазонам із десяти: деякі не мають ширини й не влучили.
record-width-few = Якої ширини мають бути діапазони, сказано від { $least } наслідків.
record-metrics = За показниками
record-metric = оцінка { $score }
record-metric-skill = оцінка { $score }, виграш { $skill }
record-not-written = Нічого не записано: запише --write.
record-written = Записано в { $ledger }.
record-picture = { $held } із { $all } наслідків потрапили у свій діапазон 90 %
record-picture-lead = { $ledger }. Точка: частка наслідків у діапазоні; лінія: її інтервал 95 %; смуга: де вона лежить у правильних прогнозів у дев’яти таких списках із десяти.
record-picture-row = діапазон { $share }
record-picture-dot = частка всередині
