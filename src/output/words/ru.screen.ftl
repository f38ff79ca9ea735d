# Числа.

range = от { $low } до { $high }
never = никогда
weeks = { $n ->
    [one] { $n } неделя
    [few] { $n } недели
   *[many] { $n } недель
}
years = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
}
trillions = {" "}трлн
billions = {" "}млрд
millions = {" "}млн
with-range = { $typical } ({ $range })
pair = { $first } и { $second }
and-more = и ещё { $n }
unit-behind = { $words }, { $unit }
of-community = { $words } ({ $community })
of-role = { $words } ({ $role })
date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } года

# Первая строка.

at-medians = при медианах
trials = { $n ->
    [one] { $n } случай
    [few] { $n } случая
   *[many] { $n } случаев
}
title-right = { $time }, { $currency }, { $trials }
horizon-from = { $time } с { $date }

# Вероятности.

chance-always = во всех случаях
chance-never = ни в одном случае
chance-rare = меньше чем в 1 случае из 100
chance-most = больше чем в 99 случаях из 100
chance = { $n ->
    [one] в { $n } случае из 100
   *[other] в { $n } случаях из 100
}
chance-error = в { $n } (± { $error }) случаях из 100
chance-short-rare = меньше чем в 1
chance-short-most = больше чем в 99
chance-short = в { $n }
chance-short-error = в { $n } (± { $error })

# Вывод.

verdict-medians = { $words }: { $value }, если каждая величина равна своей медиане и случай не вмешивается.
verdict-target = { $chance }: { $name }. { $words } { $typical } ({ $range }).
verdict-same = { $words }: { $value } во всех случаях.
verdict-range = { $words }: обычно { $typical }, в 9 случаях из 10 { $range }.

# Что считает статья.

column-typical = обычно
column-futures = в 90 % случаев
article-head = Что считает статья
per-day = { $number } в день
stated-more = задано: { $stated }; на { $share } больше из-за { $reasons }
stated-less = задано: { $stated }; на { $share } меньше из-за { $reasons }
reason-growth = роста на { $share }
reason-loss = потери { $share } подписчиков
reason-changes = перемен по ходу
reason-campaigns = кампаний
reason-season = сезона
reason-questions = роста числа вопросов
reason-crises = кризисов
no-overlap = если списки не пересекаются
of-them = { $share } из них
all-stories = все истории
times-each = { $n ->
    [one] по { $number } разу
    [few] по { $number } раза
    [many] по { $number } раз
   *[other] по { $number } раза
}
posts-head = Что добавляют записи страницы
posts-each = { $n ->
    [one] по { $number } записи
    [few] по { $number } записи
    [many] по { $number } записей
   *[other] по { $number } записи
}
of-market = { $share } рынка
reached-label = Охват
reached = записи страницы видят { $followers } подписчиков; всего охвачено { $people } человек

# Служба, отдача, ценность.

service-label = Ответы (средн.)
service = отвечено { $answered }: { $hour } за час, { $day } за сутки; { $peers } — участники; жалоб { $complaints }
service-busy = { $text }; команда занята { $load } из { $hours } ч в неделю
service-overloaded = { $text }; работы { $load } ч в неделю на { $hours }
service-unanswered = отвечено { $answered }; жалоб { $complaints }
yield-label = Отдача
yield = лиды { $leads }; новые клиенты { $customers }
value-in-a-year = Ценность за год (средние)
value-in = Ценность, { $time } (средние)
losses = потери
other-streams = остальные потоки
other-streams-less-losses = остальные потоки и потери
cost-beside = расходы { $cost }
return-beside = { $cost }, отдача { $roi }
paid-back-label = Окупается
paid-back-by = { $chance }; в половине всех случаев за { $weeks }
years-label = По годам
years-told = { $words } в среднем: { $years }
years-one = { $year } — { $value }
networks-label = По сетям
besides-label = Кроме того
besides-value = { $words } { $value }
not-counted-label = Не учтено
not-counted = { $list }: цена не задана
not-computed = { $list }: там не вычисляется
price-attention = внимание
price-margin = новые клиенты
price-repeat = повторные заказы
price-contact = сбережённые обращения
price-customer-year = удержанные и ушедшие клиенты
price-poll = опросы
price-hire = наём
price-idea = идеи

# Что движет ответом и что принято за вас.

states-head = Состояния мира, обычные случаи
measure-label = Что измерить
measure-first = { $input }: точное знание стоит до { $worth }
measure-nothing = ничего: ни одно число не изменит решения
measure-little = ничего: всё, что можно узнать, стоит не больше { $worth }
uncertain-label = Неопределённость
uncertain-nothing = ничего: во всех случаях одно и то же
uncertain-fixed = только случай: все величины заданы числами
uncertain-luck = только случай: кто спросит и кто увидит
uncertain-input = { $input }: измерьте это первым
uncertain-luck-first = случай: кто спросит и кто увидит; затем { $input }
assumed-label = Принято за вас
assumed-market = рынок в { $people } человек
assumed-years = данные сетей за { $years } год
assumed-estimates = { $n ->
    [one] { $n } из { $numbers } чисел — оценка автора
    [few] { $n } из { $numbers } чисел — оценки автора
   *[many] { $n } из { $numbers } чисел — оценки автора
}

# Цели, свои показатели, что дальше.

targets-head = Цели
targets-further = Другие цели
targets-together = все вместе
targets-more = и ещё { $n }: все — с --format json
target-met = достигнута
target-not-met = не достигнута
target-wanted = { $found } (нужно { $share })
target-missed = цель не достигнута: `{ $name }` верно в { $found } случаев, а нужно { $wanted }
own-head = Свои показатели
own-more = и ещё { $n }, с --verbose
next-label = Дальше
files-label = Файлы

# Все показатели.

all-communities = Все сообщества
metric-head = Показатель
column-mean = среднее
column-low = 5 %
column-high = 95 %
undefined-in = не определено в { $share } случаев

# Один вариант будущего.

trial-right = случай { $number }, { $time }
so-far = { $words }, всего
week-head = нед.
over-all-weeks = За все недели

# Распределения.

shape-uniform-low = равномерно от { $low } до { $high }
shape-triangular-min = треугольное от { $min } до { $max }, вероятнее всего { $mode }
shape-pert-min = PERT от { $min } до { $max }, вероятнее всего { $mode }
shape-normal-mean = нормальное, среднее { $mean }, стандартное отклонение { $sd }
shape-lognormal-mean = логнормальное, среднее { $mean }, стандартное отклонение { $sd }
shape-lognormal-median = логнормальное, медиана { $median }, множитель { $gsd }
shape-gamma-mean = гамма-распределение, среднее { $mean }, стандартное отклонение { $sd }
shape-beta-alpha = бета-распределение, альфа { $alpha }, бета { $beta }
shape-beta-mean = бета-распределение, среднее { $mean }, стандартное отклонение { $sd }
shape-metalog-p10 = металог, 10-й процентиль { $p10 }, 50-й { $p50 }, 90-й { $p90 }
shape-interval = от { $low } до { $high } в { $share } случаев
shape-one-of = одно из: { $list }
shape-mixture = смесь: { $list }
shape-sample = { $n ->
    [one] выборка из { $n } значения
   *[many] выборка из { $n } значений
}
shape-together = { $column }, строка в строку со всеми числами `{ $joint }`
shape-column = { $n ->
    [one] { $n } значение `{ $column }` из { $file }
    [few] { $n } значения `{ $column }` из { $file }
   *[many] { $n } значений `{ $column }` из { $file }
}
shape-at-least = не меньше { $end }
shape-at-most = не больше { $end }
shape-times = умножено на { $factor }

# Что было понято.

explain-count = { $shown } из { $all } ключей
explain-key = Ключ
explain-value = Как понято
explain-source = Откуда взято
explain-more = Остальные ключи — с --all; один полностью — `reachsim explain FILE KEY`.
explain-exports = Выгрузки, на которых он учится
explain-hash = SHA-256 { $hash }
explain-range = { $range } в 90 % случаев, обычно { $typical }, среднее { $mean }
explain-typical = обычно { $typical }, среднее { $mean }
explain-meaning = Что это
explain-unit = Единица
explain-is = Значение
explain-percentiles = Процентили
explain-below = { $share } ниже { $value }
explain-mean = Среднее
explain-sd = { $mean }, стандартное отклонение { $sd }
explain-stated-source = Ваш источник
explain-note = Примечание
explain-from = Источник
explain-default = По умолчанию
explain-preset = число из набора сети
explain-instead = Вместо
explain-unset = не задано
explain-may = Что писать
explain-acts = На что влияет
explain-example = Пример
explain-required = нет: его надо задать
explain-none = нет: того, что он описывает, не происходит, или ничего не меняется
may-share = число или распределение от 0 до 1, например "5%" или "5% to 10%"
may-share-above = число или распределение больше 0 и до 1, например "5%" или "5% to 10%"
may-positive = число или распределение от 0, например 100, "1.5k" или "50 to 100"
may-above = число или распределение больше 0, например 100, "1.5k" или "50 to 100"
may-growth = число или распределение больше -1, например "-5%" или "5% to 20%"
may-difference = число или распределение от -1 до 1, например "5%" или "-10% to -5%"
may-real = число или распределение, например 10 или "-5 to 10"
may-whole = целое число от { $least } до { $most }
may-number = постоянное число от { $least } до { $most }
may-rate = постоянное число больше 0
may-fraction = постоянная доля от 0 до 1
may-choice = одно из: { $words }
since-week = { $words }, с недели { $week }
may-date = дата, например 2026-01-05
may-months = двенадцать весов, по одному на месяц с января
may-opening = дни и часы, например "Mon-Fri 9:00-18:00, Sat 10:00-14:00", или "always"
may-platform = сеть из списка `reachsim presets` или собственная `[platform.<id>]`
may-text = свои слова
may-currency = код ISO 4217, например "EUR"
may-colour = цвет в виде "#RRGGBB"
may-colours = шесть цветов в виде "#RRGGBB"
may-font = путь к файлу шрифта
may-picture = путь к файлу PNG или JPEG
may-flag = true или false
may-graph = путь к списку дружб
may-community = имя сообщества
may-communities = имена двух сообществ
may-keys = два ключа неопределённых величин
may-metric = показатель или `<сообщество>.<показатель>`
may-formula = выражение из величин, показателей и ключей
may-changes = ключи с другими значениями
may-files = файлы: один, все из папки или по образцу
may-headings = таблица заголовков по полям или файл с ней
may-period = год, месяц, например "2025-03", или день
may-measured = ключ неопределённого числа или список таких ключей
may-deviation = число больше нуля или доля самой величины, например "10%"
acts-scenario = весь сценарий
acts-theme = вид документов, но ни на одно число
acts-simulation = как и за какое время всё моделируется
acts-check = что пропускает `reachsim check`
acts-claim = что говорит `reachsim claims`, но ни на одно число
acts-market = людей, среди которых расходятся записи, и цену их охвата
acts-community = сообщество: кто в нём состоит и что там делает
acts-questions = сколько пишут участники сообщества
acts-friends = сколько друзей у участников сообщества и как они связаны
acts-feed = как записи попадают в ленты друзей и как далеко их передают
acts-reviews = что участники сами пишут о товаре
acts-posts = записи бренда и то, что с ними делают люди
acts-sentiment = сколько сообщений хвалят и сколько жалуются
acts-growth = сколько подписчиков приходит и уходит
acts-search = как находят старые обсуждения
acts-support = как скоро и кто отвечает на вопросы и сколько это стоит
acts-funnel = как люди, до которых дошли записи, становятся клиентами
acts-value = что приносят клиенты, ответы и идеи
acts-polls = опросы участников
acts-hires = людей, нанятых через сообщество
acts-cost = во что обходятся сообщества
acts-outreach = нуждающихся людей, которых команда находит в других местах
acts-price = как только он задан, считаются деньги
acts-nothing = в варианте `nothing` равен 0
acts-with = только вместе с { $others }

# Исследования: общие слова.

statistic-mean = среднее значение { $words }
statistic-median = медиана { $words }
statistic-percentile = { $p }-й процентиль { $words }
statistic-chance = вероятность: { $bounded }
bounded-least = { $words } не меньше { $value }
bounded-most = { $words } не больше { $value }
goal-chance = { $n ->
    [one] { $bounded } в { $n } случае из 100
   *[other] { $bounded } в { $n } случаях из 100
}
unknown = неизвестно
sure-range = { $share } (от { $low } до { $high })
settled = Решено, { $trials }: вероятность ошибочного выбора { $wrong }.
not-settled = Не решено, { $trials }: вероятность ошибочного выбора всё ещё { $wrong }, не ниже { $limit }.
key-is = { $key } = { $value }

# compare

as-it-is = исходный сценарий
compare-head = Сравнение с вариантом «{ $base }», в одних и тех же случаях: средние.
compare-none = Разницы нет: все показатели одинаковы во всех случаях.
compare-as-it-is = как есть
compare-with-it = с ним
compare-difference = разница
compare-sure = с 95 %
compare-why-shapley = Почему меняется «{ $words }», в среднем по всем порядкам изменений:
compare-why-file = Почему меняется «{ $words }», одно за другим, как записано:
compare-medians = { $words }: { $difference } при медианах.
compare-one = { $words }: { $difference } в единственном просчитанном случае.
compare-verdict = { $words }: { $difference } в среднем ({ $range }). Лучше { $better }, хуже { $worse }.
compare-do = Стоит сделать.
compare-do-not = Делать не стоит.
compare-costs = Стоит сделать, если это для вас важнее, чем { $sum } прибыли.
compare-forgoes = Делать не стоит, разве что { $sum } прибыли для вас важнее.
points = п. п.
compare-same = Разницы, о которой стоит говорить, нет.
compare-same-here = Здесь разницы нет.
compare-few = Сказать нельзя: по такому числу случаев не видно, помогает ли это в среднем.
compare-divided-better = Сказать нельзя: в среднем лучше, но хуже в большем числе случаев, чем лучше.
compare-divided-worse = Сказать нельзя: в среднем хуже, но лучше в большем числе случаев, чем хуже.
compare-verdict-all = { $words }: { $difference } в среднем ({ $range }). { $all }.
compare-better-all = Лучше во всех случаях
compare-worse-all = Хуже во всех случаях
compare-hinge = Больше всего зависит от величины «{ $input }»: лучше { $low }, где она наименьшая, и { $high }, где наибольшая.
compare-beats = Удача другого года: один с ним лучше другого без него { $better }, и хуже { $worse }.
advice-do = стоит сделать
advice-do-not = не стоит
advice-trade = ценой прибыли
advice-same = разницы нет
advice-cannot-tell = сказать нельзя
compare-verdict-short = { $words }: { $difference } в среднем ({ $range }).
compare-first-better = Лучше на каждом процентиле: это лучший выбор при любом отношении к риску.
compare-second-better = Осторожный человек выбрал бы это.
compare-first-worse = Хуже на каждом процентиле: это худший выбор при любом отношении к риску.
compare-second-worse = Осторожный человек этого не выбрал бы.
compare-pairing = Дисперсия в { $factor } раза меньше, чем у двух несвязанных прогонов.
compare-moved = { $words }: { $old } -> { $new } ({ $difference })

# sensitivity

drivers-head = { $words }, когда одна величина на 10-м и на 90-м процентиле,
drivers-explained = ранговая корреляция и доля разброса, которую величина объясняет
drivers-alone = сама (с 95 %)
drivers-total = сама (с 95 %) и всего, вместе с тем, что она делает с другими
drivers-low = при 10 %
drivers-high = при 90 %
drivers-rank = ранг
drivers-column = сама
drivers-columns = сама / всего
drivers-more = и ещё { $n } короче; все — с --format json
drivers-luck = случай (кто спросит, купит)
drivers-none = { $words }: { $typical }. Ни одна величина его не меняет.
drivers-verdict = { $words }: в среднем { $typical }. Главное неизвестное — { $key }: от { $low } до { $high }.
drivers-more-luck = Случай один даёт больше разброса, чем любая величина.
drivers-correlated = Некоторые величины связаны. Столбик двигает одну величину и оставляет другие на месте; «сама» считает и то, что приходит с ней через другие; «всего» считает только то, чего не скажут другие.
drivers-undefined = Не определено в { $share } случаев; в долях их нет.
drivers-idle = Совсем не влияют: { $list }.
drivers-idle-many = { $n ->
    [one] { $n } величина не влияет; их называет --format json.
    [few] { $n } величины не влияют; их называет --format json.
   *[many] { $n } величин не влияют; их называет --format json.
}
drivers-left-out = { $n ->
    [one] { $n } вход связан с этим слабее, его не рассматривали (--top).
    [few] { $n } входа связаны с этим слабее, их не рассматривали (--top).
   *[many] { $n } входов связаны с этим слабее, их не рассматривали (--top).
}
drivers-fixed = { $n ->
    [one] { $n } число задано точно и ничего двигать не может; дайте ему диапазон, например "5%..10%", чтобы увидеть его действие.
    [few] { $n } числа заданы точно и ничего двигать не могут; дайте одному диапазон, например "5%..10%", чтобы увидеть его действие.
   *[many] { $n } чисел заданы точно и ничего двигать не могут; дайте одному диапазон, например "5%..10%", чтобы увидеть его действие.
}

# solve

solve-now = (сейчас { $value })
solve-met = { $goal } уже при { $key } как есть{ $now }: менять ничего не нужно.
solve-reached = { $goal }: нужно, чтобы { $key } = { $value }{ $now }; тогда будет { $found }.
solve-missed = Недостижимо: { $goal }. Нигде между { $key } = { $from } и { $to }; ближе всего { $found } при { $at }.
solve-bent = На этом отрезке зависимость идёт не только в одну сторону: есть и другие значения, при которых цель достигается или снова теряется.
solve-value = значение
solve-is-met = да
solve-widen = Дальше: расширьте отрезок, меняйте другой ключ (`reachsim sensitivity` покажет, какие важны) или требуйте меньшего.
solve-within = При стольких случаях 95-процентный интервал — { $range }.
solve-untold = Насколько сдвинут ответ новые случаи, по этим сказать нельзя.
solve-settled = Решено, { $trials }: вероятность сдвига больше 1 % отрезка { $wrong }.
solve-unsettled = Не решено, { $trials }: вероятность сдвига больше 1 % отрезка { $wrong }.

# optimise

optimise-alone = { $n ->
    [one] Испробован { $n } вариант, и ни один другой не близок.
    [few] Испробованы { $n } варианта, и ни один другой не близок.
   *[many] Испробовано { $n } вариантов, и ни один другой не близок.
}
optimise-ties = Неотличимы от него:
optimise-decide = Решить между ними смогут примерно { $trials }; вероятность, что один из них лучше, не больше { $wrong }.
optimise-equal = Новые случаи вряд ли решат между ними: они одинаково хороши.
optimise-infeasible = Ни один вариант не выполняет условий. Ближе всего { $at }:
optimise-widen = Расширьте отрезки или требуйте меньшего.
optimise-wanted = условие: { $goal }
optimise-missed = { $value }: нет

# sweep

sweep-everywhere = { $words } в одних и тех же случаях при каждом значении.
sweep-same = Среднее «{ $words }» одинаково при каждом значении: { $value }.
sweep-alone = { $best }.
sweep-tie = { $best }; { $at } от него неотличимо.
sweep-ties = { $best }; { $list } от него неотличимы.
sweep-ties-many = { $n ->
    [one] { $best }; { $n } другая точка от него неотличима.
    [few] { $best }; { $n } другие точки от него неотличимы.
   *[many] { $best }; { $n } других точек от него неотличимы.
}
sweep-all-tie = { $best }; ни одно другое значение от него не отличить.
sweep-key = { $key }: { $words }
sweep-mean = Среднее: { $words }
sweep-axes = вниз: { $down }   вправо: { $across }
sweep-every = Показан каждый { $n }-й столбец; все — с --format json.

# value-of-information

voi-decision = Без новых знаний: { $best }. { $words } при каждом решении, в среднем:
voi-worth = { $value } за { $time } ({ $range } с 95 %)
voi-worth-bare = { $value } ({ $range } с 95 %)
voi-nothing = Измерять ради этого решения нечего: чем бы число ни оказалось, решение останется тем же.
voi-little = Измерять ради этого решения нечего: всё, что можно узнать, стоит не больше { $worth }.
voi-first = Сначала измерьте { $key }: точное знание стоит до { $worth }.
voi-head = Цена знания, не больше
voi-more = и ещё { $n } дешевле; все — с --format json
voi-together = { $n ->
    [one] первая { $n }
    [few] первые { $n } вместе
   *[many] первые { $n } вместе
}
voi-everything = всё
voi-luck = Случай заранее узнать нельзя, и он не считается.
pays = сообщество окупается
voi-do = вести сообщество
voi-leave = не вести

# graph

graph-size = { $many ->
    [one] { $people } человек
    [few] { $people } человека
   *[other] { $people } человек
}, { $kind ->
    [follows] { $ties ->
        [one] { $friendships } подписка
        [few] { $friendships } подписки
       *[other] { $friendships } подписок
    }
   *[friends] { $ties ->
        [one] { $friendships } дружба
        [few] { $friendships } дружбы
       *[other] { $friendships } дружб
    }
}
graph-nobody = Никто ничего не видит.
graph-verdict = { $contacts } контактов — это { $people } разных людей: { $again } контактов приходятся на тех, кто уже видел.
graph-verdict-apart = { $contacts } контактов — это столько же разных людей: почти никто не встречается дважды.
graph-verdict-one = { $n ->
    [one] Сообщение доходит до { $people } человек, не считая { $n }, кто передаёт его первым.
    [few] Сообщение доходит до { $people } человек, не считая { $n }, кто передаёт его первыми.
   *[other] Сообщение доходит до { $people } человек, не считая { $n }, кто передаёт его первыми.
}
graph-askers = { $n ->
    [one] { $n } сообщение названного человека
    [few] { $n } сообщения, по одному от каждого названного человека
   *[other] { $n } сообщений, по одному от каждого названного человека
}
graph-together = { $n ->
    [one] Одно сообщение { $n } названного человека
    [few] Одно сообщение, которое передают { $n } названных человека
   *[other] Одно сообщение, которое передают { $n } названных человек
}
graph-visible-one = { $kind ->
    [follows] читатель видит его с вероятностью { $share }
   *[friends] друг видит его с вероятностью { $share }
}
graph-questions = Около { $questions } сообщений { $by }
graph-questions-fixed = { $questions } сообщений { $by }
graph-by-anybody = от кого угодно
graph-by-followers = от { $followers } подписчиков
graph-by-grown = { $kind ->
    [follows] от { $followers } подписчиков бренда, из которых { $share } пришли вслед за тем, кого они читают
   *[friends] от { $followers } подписчиков, из которых { $share } пришли вслед за другом
}
graph-visible = { $kind ->
    [follows] читатель видит { $share } из них
   *[friends] друг видит { $share } из них
}
graph-reshared = увидевший передаёт дальше с вероятностью { $share }, не далее чем через { $depth ->
    [one] { $depth } шаг
    [few] { $depth } шага
   *[many] { $depth } шагов
}
graph-reshared-on = увидевший передаёт дальше с вероятностью { $share }, пока идёт
graph-activity = люди бывают в сети неодинаково часто (форма { $shape })
graph-chance = по каждой связи с той вероятностью, которую даёт список
graph-closeness = { $n ->
    [0] по связям в меру их близости, это среднее
    [one] по связям в меру их близости, это среднее без { $n } связи, у которой вышло бы больше 100 %
   *[other] по связям в меру их близости, это среднее без { $n } связей, у которых вышло бы больше 100 %
}
graph-contacts = контакты
graph-people = люди
graph-potential = { $kind ->
    [follows] читатели, которые могли увидеть
   *[friends] друзья, которые могли увидеть
}
graph-seen = увидели
graph-by-friends = { $kind ->
    [follows] из них читатели
   *[friends] из них друзья
}
graph-by-their-friends = { $kind ->
    [follows] из них читатели и их читатели
   *[friends] из них друзья и друзья друзей
}
graph-twice = видят два и больше
graph-thrice = видят три и больше
graph-followers = подписчики среди увидевших
graph-others = остальные среди них
graph-bound = верхняя граница в теории
graph-exact = Точные ожидания: ничего не моделировалось.
graph-sampled = По { $people } людям, выбранным по их дружбам, для каждого точно; с уверенностью 95 % до { $error }.
graph-simulated = По { $worlds } смоделированным мирам; с уверенностью 95 % до { $error }.
graph-untold = По { $worlds } смоделированным мирам; слишком немногие зашли так далеко, чтобы их разброс говорил об ошибке: возможно ещё до { $more } человек, с уверенностью 95 %. Никакая --precision не достигнута.
graph-imprecise = Стандартная ошибка охвата { $reached }, а --precision требует { $asked }; больше один ответ не моделирует. Среднее { $answers } ответов с разными --seed будет достаточно точным.
graph-dies = Один репост ведёт к { $next } следующим: сообщения затухают.
graph-near = Осторожно: один репост ведёт к { $next } следующим, а начиная с 1 сообщение может идти без конца. При --reshare ниже { $most } он вёл бы меньше чем к { $half }.
graph-explodes = Осторожно: один репост ведёт к { $next } следующим. Сообщение, которое разошлось, идёт без конца и доходит примерно до { $share } всех людей. При --reshare ниже { $most } оно бы затухло.
graph-friends-label = { $kind ->
    [follows] Читатели
   *[friends] Друзья
}
graph-friends = { $kind ->
    [follows] { $mean } в среднем, у половины не больше { $half }, у одного из двадцати не меньше { $many }; у читателя их { $friend }.
   *[friends] { $mean } в среднем, у половины не больше { $half }, у одного из двадцати не меньше { $many }; у друга их { $friend }.
}
graph-neighbours-label = Кто кого знает
graph-clustering = { $kind ->
    [follows] В { $share } пар читателей человека один читает другого.
   *[friends] { $share } друзей человека знакомы между собой.
}
graph-neighbourhood = { $kind ->
    [follows] При { $friends } читателях это { $share }, а читатели читателей — { $entries } записей, { $different } разных людей.
   *[friends] При { $friends } друзьях это { $share }, а друзья друзей — { $entries } записей, { $different } разных людей.
}
graph-head-friends = { $kind ->
    [follows] читатели
   *[friends] друзья
}
graph-head-clustering = { $kind ->
    [follows] читают друг друга
   *[friends] знакомы
}
graph-head-entries = записи
graph-head-different = разные люди
graph-alone = { $kind ->
    [follows] { $n ->
        [one] { $n } человека никто не читает.
       *[other] { $n } человек никто не читает.
    }
   *[friends] { $n ->
        [one] У { $n } человека нет друзей.
       *[other] У { $n } человек нет друзей.
    }
}
graph-unused-label = Лишнее
graph-unused-titles = { $n ->
    [one] Не используется столбец { $titles }.
   *[other] Не используются столбцы { $titles }.
}
graph-unused-lines = Не используется то, что стоит после первых двух столбцов, в { $n ->
    [one] { $n } строке.
   *[other] { $n } строках.
}
graph-dropped-label = Не вошло
graph-dropped = { $kind ->
    [follows] { $loops ->
        [one] { $loops } подписка на самого себя
        [few] { $loops } подписки на самого себя
       *[other] { $loops } подписок на самого себя
    }, { $doubles ->
        [one] { $doubles } повторная подписка
        [few] { $doubles } повторные подписки
       *[other] { $doubles } повторных подписок
    }.
   *[friends] { $loops ->
        [one] { $loops } дружба с самим собой
        [few] { $loops } дружбы с самим собой
       *[other] { $loops } дружб с самим собой
    }, { $doubles ->
        [one] { $doubles } повторная дружба
        [few] { $doubles } повторные дружбы
       *[other] { $doubles } повторных дружб
    }.
}
graph-fit = Для сценария: с этими значениями формула отличается от измеренного охвата не более чем на { $off } при числе спросивших от 1 до { $most }.
graph-no-fit = Никто ничего не видит, и формулу подбирать не к чему.
choice-win = { $n ->
    [one] Сначала привлеките { $names }.
    [few] Сначала привлеките этих { $n }: { $names }.
   *[many] Сначала привлеките этих { $n }: { $names }.
}
choice-spread = Одно их сообщение увидят { $people } человек, с уверенностью 95 % до { $error }.
choice-spread-alike = Одно их сообщение увидят { $people } человек.
choice-guarantee = Это не меньше { $ratio } от лучшего возможного выбора, с уверенностью { $confidence }.
choice-others = { $kind ->
    [follows] { $n ->
        [one] Тот, у кого больше всего читателей, достиг бы { $friends }, случайный человек — { $random }.
        [few] Те { $n }, у кого больше всего читателей, достигли бы { $friends }, { $n } случайных — { $random }.
       *[many] Те { $n }, у кого больше всего читателей, достигли бы { $friends }, { $n } случайных — { $random }.
    }
   *[friends] { $n ->
        [one] Тот, у кого больше всего друзей, достиг бы { $friends }, случайный человек — { $random }.
        [few] Те { $n }, у кого больше всего друзей, достигли бы { $friends }, { $n } случайных — { $random }.
       *[many] Те { $n }, у кого больше всего друзей, достигли бы { $friends }, { $n } случайных — { $random }.
    }
}
choice-others-paid = { $kind ->
    [follows] За те же деньги люди с наибольшим числом читателей достигли бы { $friends }, случайные — { $random }.
   *[friends] За те же деньги люди с наибольшим числом друзей достигли бы { $friends }, случайные — { $random }.
}
choice-given = { $n ->
    [one] Тот, кто уже привлечён, сам достигает { $people }.
    [few] Те { $n }, кто уже привлечены, сами достигают { $people }.
   *[many] Те { $n }, кто уже привлечены, сами достигают { $people }.
}
choice-cost = Они стоят { $cost } из { $budget }.
choice-visible = { $kind ->
    [follows] Читатель видит сообщение с вероятностью { $share }
   *[friends] Друг видит сообщение с вероятностью { $share }
}
choice-chance = По каждой связи сообщение видят с той вероятностью, которую даёт список
choice-among = привлечь можно { $people } человек; кто привлечён, не считается
choice-head-friends = { $kind ->
    [follows] читатели
   *[friends] друзья
}
choice-head-price = цена
choice-head-gain = добавляет
choice-head-all = вместе
choice-more = { $n ->
    [one] и ещё { $n }; все — с --verbose
    [few] и ещё { $n }; все — с --verbose
   *[many] и ещё { $n }; все — с --verbose
}
choice-how = По { $sets } множествам людей, которые могли бы рассказать кому-то, их проверили столько же других, и по { $worlds } мирам, которые не участвовали в выборе.
choice-end-memory = Больше не доказано: дальнейшие множества заняли бы больше памяти, чем можно. Меньшие --visibility, --reshare или --depth делают их меньше.
choice-end-work = Больше не доказано: столько множеств и столько людей в них — наибольшее, что рисует один ответ.
choice-end-settled = Больше не доказано: дальнейшие множества доказали бы едва ли больше.
choice-imprecise = Стандартная ошибка охвата { $reached }, а --precision требует { $asked }; больше один ответ не моделирует.

# claims

claims-verdict = Подтвердились { $holding } из { $all } выводов, скорее верны { $leaning }, неверны { $failing }
claims-no-arithmetic = { $findings }.
claims-arithmetic-too = { $findings }; ещё { $n } следуют из определений (арифметика).
claims-criterion = Утверждение верно, если лучше не меньше чем в { $sure } случаях из 100 или если среднее лучше с надёжностью 95 % и лучше не меньше чем в { $most } из 100; скорее верно — если в { $leaning } или если лучше среднее. Цель верна с вероятностью { $sure } из 100 или с той, которой требует, и скорее верна с { $most }.
claims-holds = [верно]
claims-leans = [скорее верно]
claims-fails = [неверно]
claims-finding = [вывод]
claims-arithmetic = [арифметика]
claims-text = В тексте: { $text } ({ $place })
claims-asked = { $chance } (нужно { $share })
claims-holds-only = Верно, только если { $list }.
claims-leans-only = Скорее верно, только если { $list }.
claims-above = { $key } выше { $low }
claims-below = { $key } ниже { $high }
claims-between = { $key } от { $low } до { $high }
claims-nowhere = { $key } ни в одной пятой своего диапазона
claims-better = С «{ $variant }»: { $words } { $difference } в среднем; лучше { $chance }.
claims-stated = Дано: { $list }.
claims-common = Во всех: { $list }.
claims-target = { $target }: { $chance }. Показатель «{ $words }»: { $typical } ({ $range }).
claims-assumed = Оценки автора за этим: { $all }, из них { $looked } с диапазоном, который просмотрен, и { $fixed } без него; { $file }
figures-figure = { $value } { $words }
figures-more-than = больше { $value }
figures-margin = { $value } (± { $points } пункта)
figures-n = n = { $n }
figures-n-not-stated = n не указано
figures-year-not-stated = год не указан
figures-informs = для { $keys }
figures-nothing = ни для одного ключа: { $why }
figures-place = { $place }; { $n }; { $year }; { $informs }

# check

check-same = то же
check-moved = сдвинулся
check-inconclusive = неясно
check-edited = изменён
check-missed = цель не достигнута
check-renamed = переименован
check-new = новый
check-missing = пропал
check-updated = обновлён
check-bad = не читается
check-scenario = сценарий
check-verdict = вывод
check-changed = что изменилось
check-nothing = проверять нечего
check-total = { $n ->
    [one] { $n } сценарий: { $found }
    [few] { $n } сценария: { $found }
   *[many] { $n } сценариев: { $found }
}
check-exact = те же биты: нашлось бы любое изменение
check-detectable = { $n ->
    [one] { $n } статистика; у обычного среднего нашлось бы изменение на { $share }
    [few] { $n } статистики; у обычного среднего нашлось бы изменение на { $share }
   *[many] { $n } статистик; у обычного среднего нашлось бы изменение на { $share }
}
check-more = { $n ->
    [one] и ещё { $n } показатель; все — с --format json
    [few] и ещё { $n } показателя; все — с --format json
   *[many] и ещё { $n } показателей; все — с --format json
}
check-moved-by = { $what } ({ $by }; допускается { $tolerance })
check-passed = { $what } (его миновали { $passed } случаев; допускается { $tolerance })
check-further = { $what } ({ $passed } случаев ушли за него дальше, чем допускается)

# presets

presets-id = Набор
presets-network = Сеть
presets-year = Год
presets-figures = Числа
presets-of-them = { $all }, из них оценок { $n }
presets-more = Все числа одного набора с источниками: reachsim presets ID
presets-as-of = на { $year } год
presets-estimates = Из { $all } чисел оценки автора — { $n }: где знаете лучше, задайте свои.

# Откуда взято значение.

source-command-line = командная строка
source-measured = измерено: { $on }
source-default = по умолчанию: { $source }
source-converted = { $source }; { $euros } евро по `currency_per_eur`

# run --shard

shard-head = Часть { $place } из { $of }: { $done } из { $all } случаев
shard-next = reachsim merge DIR.. --out DIR, с папкой каждой части

# calibrate

calibrate-files = { $n ->
    [one] { $n } файла
   *[other] { $n } файлов
}
calibrate-dated = { $files } ({ $period })
calibrate-totals = { $n ->
    [one] { $n } итога
   *[other] { $n } итогов
}
calibrate-first = { $n ->
    [0] Из { $from } ничего не узнано: все числа остаются как есть.
    [one] Из { $from } точнее известно { $n } число.
    [few] Из { $from } точнее известны { $n } числа.
   *[many] Из { $from } точнее известно { $n } чисел.
}
calibrate-nothing = Ни одна выгрузка не говорит о числах, которые в сценарии не определены точно.
calibrate-was = было
calibrate-is = стало
calibrate-level = уровень на { $day }
calibrate-rows = n = { $n }, { $period }
calibrate-undated = n = { $n }, без дат
calibrate-by-totals = по итогам
calibrate-weight = с весом { $share }
calibrate-speaks = диапазон уже на { $share }
calibrate-doubts = известно хуже, чем было в сценарии
calibrate-disagrees = ваше собственное число, оно остаётся; данные с ним не сходятся
calibrate-agrees = ваше собственное число, оно остаётся; данные с ним сходятся
calibrate-above = выше, чем ждали { $n } из 100
calibrate-below = ниже, чем ждали { $n } из 100
calibrate-undoubted = { $median } в середине, если верить диапазону сценария как он есть
calibrate-totals-head = Итоги и диапазон в 90 %, который теперь даёт для каждого сценарий
calibrate-total = { $words }: насчитано { $observed }, ожидается { $range }
calibrate-pair = По этому сценарию все итоги сразу верны быть не могут: больше всего противоречат друг другу { $one } и { $other }.
calibrate-outside = По этому сценарию все итоги сразу верны быть не могут: { $names } — вне того, что он может дать.
known-drifts = Меняется от месяца к месяцу: { $keys }. Диапазон предстоящих недель шире, чем говорит одно прошлое.
known-few-blocks = Данных меньше чем за четыре месяца: насколько может сдвинуться { $keys } — предположение, а не наблюдение.
known-as-coded = Тональность — по разметке системы, не проверена: расширено на 5 пунктов ({ $keys }).
known-reach-of-all = Охват публикаций считает всех, подписчиков и нет ({ $keys }).
known-followers-of-scenario = Ни одна выгрузка не говорит о подписчиках: для { $keys } взяты подписчики из сценария.
known-no-sources = Лиды без источников говорят обо всех путях вместе: с половинным весом для каждого из { $keys }.
known-undated-posts = У публикаций есть месяцы, но нет дат ({ $keys }).
known-discounted = Часть строк считается с весом меньше единицы ({ $keys }).
calibrate-computed = Итоги учтены с тем, что сценарий вычисляет сам: { $list }. Укажите собственное число и повторите.
calibrate-moved = той же ширины, в другом месте
calibrate-held = Отложено: { $weeks }; диапазоны в 90 % сбылись в { $held } из { $of }.
calibrate-better = Прогноз ошибается на { $share } меньше, чем значение прошлой недели.
calibrate-worse = Прогноз ошибается на { $share } больше, чем значение прошлой недели.
calibrate-silent = Не уточнены, без изменений: { $list }.
calibrate-text-misses = Текст расходится с узнанным вместе на { $share } ширины диапазона ({ $words }): числа по отдельности не передают их связи.

# backtest

backtest-first = { $period }, в каждой точке заново по тому, что было видно тогда: 90 %-диапазоны оправдались в { $held } из { $n } прогнозов на { $weeks }.
backtest-ahead = вперёд
backtest-error = ошибка
backtest-last = посл.
backtest-mean8 = 8 нед
backtest-seasonal = год
backtest-preset = файл
backtest-reach = охват публикации
backtest-legend = n: прогнозы. 50, 80, 90 %: сколько таких диапазонов оправдалось, у последнего с 95 %-интервалом. Ошибка: средняя оценка (CRPS) в единицах показателя; за ней, на сколько процентов она меньше, чем у последнего значения, среднего за восемь недель, недели год назад и сценария, каков он в файле. *: не случайно (5 %).
backtest-too-sure = { $weeks }: слишком уверенно, исходы слишком часто лежат по краям.
backtest-too-unsure = { $weeks }: слишком неуверенно, исходы слишком часто лежат в середине.
backtest-too-high = { $weeks }: слишком высоко, исходы ниже прогноза.
backtest-too-low = { $weeks }: слишком низко, исходы выше прогноза.
backtest-title = { $words }: 90 %-диапазоны оправдались в { $held } из { $n } прогнозов
backtest-ranges = Прогнозы на { $weeks }, по первому дню: полосы 90 и 50 % и что вышло
backtest-came = что вышло
backtest-transforms = Где в своём прогнозе оказался каждый исход, по десятым: у верных прогнозов в каждой поровну
backtest-tenths = десятые прогноза, снизу вверх
backtest-share = доля исходов

learnt-title = { $key }: в { $times } раза к середине того, что предполагалось
learnt-subtitle = Каждое число — к середине того, что предполагалось. Точка и отрезок: что известно, 90 %; полоса: что предполагалось, 90 %
learnt-measured = что известно
spoke-title = Больше всего данные говорят о числе: { $key }
spoke-subtitle = Насколько сузился каждый диапазон; ниже 0 он шире, чем предполагалось
spoke-measured = уже на
totals-title = Сценарий теперь даёт то, что насчитано
totals-title-fight = По этому сценарию все итоги сразу верны быть не могут
totals-subtitle = Что теперь ожидается для каждого итога, к насчитанному: 1 — это насчитанное. Точка: медиана; отрезок: 90 %; рядом: насчитано
totals-measured = ожидается к насчитанному

turns-missed = { $goal }: сейчас { $found }.
turns-met = { $goal }: сейчас { $found }, то есть цель достигнута.
turns-head = Для этого нужно, по отдельности и при всём остальном как есть; и в скольких из 100 случаев так и будет:
turns-row = { $bound } (сейчас { $now })
turns-least = не меньше { $value }
turns-most = не больше { $value }
turns-none = Ни одно число само по себе в своих пределах этого не решает.
turns-out = Само по себе не достигает этого в своих пределах (9 из 10 того, что о нём думают): { $keys }.
turns-kept = Во всех своих пределах цель достигнута: { $keys }.
turns-together = Два самых сильных вместе: { $first } и что тогда нужно: { $second }
menu-first = Сначала измерьте: { $name }. Для этого решения результат стоит { $worth }; измерение обойдётся в { $cost }, останется { $left } ({ $range } с 95 %).
menu-first-bare = Сначала измерьте: { $name }. Для этого решения результат стоит { $worth } ({ $range } с 95 %).
menu-none = Ничто из этого измерять перед решением наверняка не стоит.
menu-head = Каждое измерение: сколько стоит результат, минус расходы, и что остаётся (с 95 %):
menu-head-bare = Каждое измерение и сколько стоит его результат (с 95 %):
menu-row = { $worth } − { $cost } = { $left }  ({ $range })
menu-row-bare = { $worth }  ({ $range })
menu-above = { $key } выше { $at }: { $choice } ({ $chance })
menu-below = { $key } ниже { $at }: { $choice } ({ $chance })
menu-open = столько случаев не скажут, стоит ли оно того
menu-best = лучший размер — { $n }, останется { $left }
menu-best-time = лучший срок — { $time }, останется { $left }
menu-best-this = другой размер не оставит больше
menu-not = Измерять не стоит: { $names }.
menu-proposed = В файле измерений нет: здесь числа, которые важнее всего узнать, пока без расходов. Назовите свои вместе с расходами в [[measurement]].
menu-sample = { $key }: опрошено { $n }
menu-count = { $key }: подсчёт за { $time }
menu-error = { $key }: с точностью до { $error }

robust-head = В среднем лучше всего: { $choice }. По всему, что неизвестно точно, в одних и тех же случаях:
robust-columns = в скольких из 100 лучше всех; насколько больше дал бы другой выбор, в среднем и в худшей двадцатой части:
robust-row = { $chance };  { $regret };  { $worst }
robust-holds = Выбор верен при всех оценках: ни одна сама по себе его не меняет в своих пределах (9 из 10 того, что о ней думают).
robust-certain = Здесь нет ничего неопределённого, что могло бы изменить выбор.
robust-turns = Одна оценка сама по себе в своих пределах меняет выбор (в среднем, { $words }):
robust-above = { $key } выше { $at } (сейчас { $now }): { $choice }; так и будет { $chance }
robust-below = { $key } ниже { $at } (сейчас { $now }): { $choice }; так и будет { $chance }

where-head = { $condition } { $chance }; всего таких { $n }.
where-nothing = Если это все случаи или ни один, отличаться нечему.
where-alike = Ни одно неопределённое число не отличается в них больше, чем случайно: это везение.
where-differs = Что в них иначе: обычно сколько, сколько во всех случаях и где это от 0 до 100 того, что думают:
where-row = { $here } вместо { $all }{ "  " }{ $place }
where-rest = { $more ->
    [0] Остальные ({ $rest }) отличаются не больше, чем случайно.
   *[other] Отличаются и другие ({ $more }); остальные ({ $rest }) — не больше, чем случайно.
}
where-stories = Два из них, неделя за неделей, той же командой с --trial вместо --where:
where-typical = типичный, { $value }
where-farthest = самый крайний, { $value }

# Один случай словами.
story-head = { $kind ->
    [typical] Типичный случай, номер { $number }: в половине всех меньше
    [bad] Плохой случай, номер { $number }: так плохо или хуже идёт один из двадцати
    [good] Хороший случай, номер { $number }: так хорошо или лучше идёт один из двадцати
   *[number] Случай { $number }
}. { $words }: { $value }.
story-unusual = Необычно в нём, и в скольких из 100 случаев меньше:
story-usual = Ничего необычного: каждое число лежит в девяти десятых того, что думают.
story-row = { $value }{ "  " }{ $place }
story-no-weeks = У формул нет недель.
story-and = ; { "" }
story-asked = { $count ->
    [0] никто не спрашивает
    [one] спрашивает { $n } человек
    [few] спрашивают { $n } человека
   *[other] спрашивают { $n } человек
}
story-most = , больше, чем в любую другую неделю
story-fewest = , меньше, чем в любую другую неделю
story-answered = { $count ->
    [0] никому не отвечают
   *[other] ответов { $n }
}
story-seen = { $count ->
   *[other] показов вопросов { $n }
}
story-won = { $count ->
    [one] покупает { $n }
   *[other] покупают { $n }
}
story-followers = { $count ->
    [one] { $n } подписчик
    [few] { $n } подписчика
   *[other] { $n } подписчиков
}
story-cash = денег с начала { $sum }
story-even = денег с начала { $sum }: отсюда всё окупилось
story-subtitle = { $words } по неделям: этот случай и границы девяти из десяти · { $scope }
story-line = этот случай
story-band = 9 из 10 случаев
