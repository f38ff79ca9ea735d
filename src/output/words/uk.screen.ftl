# Числа.

range = від { $low } до { $high }
never = ніколи
weeks = { $n ->
    [one] { $n } тиждень
    [few] { $n } тижні
   *[many] { $n } тижнів
}
years = { $n ->
    [one] { $n } рік
    [few] { $n } роки
   *[many] { $n } років
}
trillions = {" "}трлн
billions = {" "}млрд
millions = {" "}млн
with-range = { $typical } ({ $range })
pair = { $first } і { $second }
and-more = і ще { $n }
unit-behind = { $words }, { $unit }
of-community = { $words } ({ $community })
of-role = { $words } ({ $role })
date = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
} { $year } року

# Перший рядок.

at-medians = за медіан
trials = { $n ->
    [one] { $n } випадок
    [few] { $n } випадки
   *[many] { $n } випадків
}
title-right = { $time }, { $currency }, { $trials }
horizon-from = { $time } з { $date }

# Імовірності.

chance-always = в усіх випадках
chance-never = у жодному випадку
chance-rare = менш ніж в 1 випадку зі 100
chance-most = більш ніж у 99 випадках зі 100
chance = { $n ->
    [one] у { $n } випадку зі 100
   *[other] у { $n } випадках зі 100
}
chance-error = у { $n } (± { $error }) випадках зі 100
chance-short-rare = менш ніж в 1
chance-short-most = більш ніж у 99
chance-short = у { $n }
chance-short-error = у { $n } (± { $error })

# Висновок.

verdict-medians = { $words }: { $value }, якщо кожна величина дорівнює своїй медіані і випадок не втручається.
verdict-target = { $chance }: { $name }. { $words } { $typical } ({ $range }).
verdict-same = { $words }: { $value } в усіх випадках.
verdict-range = { $words }: зазвичай { $typical }, у 9 випадках із 10 { $range }.

# Що рахує стаття.

column-typical = зазвичай
column-futures = у 90 % випадків
article-head = Що рахує стаття
per-day = { $number } на день
stated-more = задано: { $stated }; на { $share } більше через { $reasons }
stated-less = задано: { $stated }; на { $share } менше через { $reasons }
reason-growth = зростання на { $share }
reason-loss = втрату { $share } підписників
reason-changes = зміни по ходу
reason-campaigns = кампанії
reason-season = сезон
reason-questions = зростання кількості запитань
reason-crises = кризи
no-overlap = якщо списки не перетинаються
of-them = { $share } з них
all-stories = усі історії
times-each = { $n ->
    [one] по { $number } разу
    [few] по { $number } рази
    [many] по { $number } разів
   *[other] по { $number } раза
}
posts-head = Що додають дописи сторінки
posts-each = { $n ->
    [one] по { $number } допису
    [few] по { $number } дописи
    [many] по { $number } дописів
   *[other] по { $number } допису
}
of-market = { $share } ринку
reached-label = Охоплення
reached = дописи сторінки бачать { $followers } підписників; загалом охоплено { $people } людей

# Служба, віддача, цінність.

service-label = Відповіді (сер.)
service = відповіли на { $answered }: { $hour } за годину, { $day } за добу; { $peers } — учасники; скарг { $complaints }
service-busy = { $text }; команда зайнята { $load } з { $hours } год на тиждень
service-overloaded = { $text }; роботи { $load } год на тиждень на { $hours }
service-unanswered = відповіли на { $answered }; скарг { $complaints }
yield-label = Віддача
yield = ліди { $leads }; нові клієнти { $customers }
value-in-a-year = Цінність за рік (середні)
value-in = Цінність, { $time } (середні)
losses = втрати
other-streams = решта потоків
other-streams-less-losses = решта потоків і втрати
cost-beside = витрати { $cost }
return-beside = { $cost }, віддача { $roi }
paid-back-label = Окупається
paid-back-by = { $chance }; у половині всіх випадків за { $weeks }
years-label = За роками
years-told = { $words } у середньому: { $years }
years-one = { $year } — { $value }
networks-label = За мережами
besides-label = Крім того
besides-value = { $words } { $value }
not-counted-label = Не враховано
not-counted = { $list }: ціну не задано
not-computed = { $list }: там не обчислюється
price-attention = увага
price-margin = нові клієнти
price-repeat = повторні замовлення
price-contact = заощаджені звернення
price-customer-year = утримані й утрачені клієнти
price-poll = опитування
price-hire = наймання
price-idea = ідеї

# Що рухає відповіддю і що прийнято за вас.

states-head = Стани світу, звичайні випадки
measure-label = Що виміряти
measure-first = { $input }: точне знання варте до { $worth }
measure-nothing = нічого: жодне число не змінить рішення
measure-little = нічого: усе, що можна дізнатися, варте щонайбільше { $worth }
uncertain-label = Невизначеність
uncertain-nothing = нічого: в усіх випадках те саме
uncertain-fixed = лише випадок: усі величини задано числами
uncertain-luck = лише випадок: хто запитає і хто побачить
uncertain-input = { $input }: виміряйте це першим
uncertain-luck-first = випадок: хто запитає і хто побачить; потім { $input }
assumed-label = Прийнято за вас
assumed-market = ринок у { $people } людей
assumed-years = дані мереж за { $years } рік
assumed-estimates = { $n ->
    [one] { $n } з { $numbers } чисел — оцінка автора
    [few] { $n } з { $numbers } чисел — оцінки автора
   *[many] { $n } з { $numbers } чисел — оцінки автора
}

# Цілі, власні показники, що далі.

targets-head = Цілі
targets-further = Інші цілі
targets-together = усі разом
targets-more = і ще { $n }: усі — з --format json
target-met = досягнуто
target-not-met = не досягнуто
target-wanted = { $found } (треба { $share })
target-missed = цілі не досягнуто: `{ $name }` правдиве у { $found } випадків, а треба { $wanted }
own-head = Власні показники
own-more = і ще { $n }, з --verbose
next-label = Далі
files-label = Файли

# Усі показники.

all-communities = Усі спільноти
metric-head = Показник
column-mean = середнє
column-low = 5 %
column-high = 95 %
undefined-in = не визначено у { $share } випадків

# Один варіант майбутнього.

trial-right = випадок { $number }, { $time }
so-far = { $words }, усього
week-head = тижд.
over-all-weeks = За всі тижні

# Розподіли.

shape-uniform-low = рівномірно від { $low } до { $high }
shape-triangular-min = трикутний від { $min } до { $max }, найімовірніше { $mode }
shape-pert-min = PERT від { $min } до { $max }, найімовірніше { $mode }
shape-normal-mean = нормальний, середнє { $mean }, стандартне відхилення { $sd }
shape-lognormal-mean = логнормальний, середнє { $mean }, стандартне відхилення { $sd }
shape-lognormal-median = логнормальний, медіана { $median }, множник { $gsd }
shape-gamma-mean = гамма-розподіл, середнє { $mean }, стандартне відхилення { $sd }
shape-beta-alpha = бета-розподіл, альфа { $alpha }, бета { $beta }
shape-beta-mean = бета-розподіл, середнє { $mean }, стандартне відхилення { $sd }
shape-metalog-p10 = металог, 10-й процентиль { $p10 }, 50-й { $p50 }, 90-й { $p90 }
shape-interval = від { $low } до { $high } у { $share } випадків
shape-one-of = одне з: { $list }
shape-mixture = суміш: { $list }
shape-sample = { $n ->
    [one] вибірка з { $n } значення
   *[many] вибірка з { $n } значень
}
shape-together = { $column }, рядок у рядок з усіма числами `{ $joint }`
shape-column = { $n ->
    [one] { $n } значення `{ $column }` з { $file }
    [few] { $n } значення `{ $column }` з { $file }
   *[many] { $n } значень `{ $column }` з { $file }
}
shape-at-least = не менше { $end }
shape-at-most = не більше { $end }
shape-times = помножено на { $factor }

# Що було зрозуміло.

explain-count = { $shown } з { $all } ключів
explain-key = Ключ
explain-value = Як зрозуміло
explain-source = Звідки взято
explain-more = Решта ключів — з --all; один повністю — `reachsim explain FILE KEY`.
explain-exports = Вивантаження, на яких він учиться
explain-hash = SHA-256 { $hash }
explain-range = { $range } у 90 % випадків, зазвичай { $typical }, середнє { $mean }
explain-typical = зазвичай { $typical }, середнє { $mean }
explain-meaning = Що це
explain-unit = Одиниця
explain-is = Значення
explain-percentiles = Процентилі
explain-below = { $share } нижче { $value }
explain-mean = Середнє
explain-sd = { $mean }, стандартне відхилення { $sd }
explain-stated-source = Ваше джерело
explain-note = Примітка
explain-from = Джерело
explain-default = Типово
explain-preset = число з набору мережі
explain-instead = Замість
explain-unset = не задано
explain-may = Що писати
explain-acts = На що впливає
explain-example = Приклад
explain-required = немає: його треба задати
explain-none = немає: того, що він описує, не відбувається, або нічого не змінюється
may-share = число або розподіл від 0 до 1, наприклад "5%" або "5% to 10%"
may-share-above = число або розподіл більше 0 і до 1, наприклад "5%" або "5% to 10%"
may-positive = число або розподіл від 0, наприклад 100, "1.5k" або "50 to 100"
may-above = число або розподіл більше 0, наприклад 100, "1.5k" або "50 to 100"
may-growth = число або розподіл більше -1, наприклад "-5%" або "5% to 20%"
may-difference = число або розподіл від -1 до 1, наприклад "5%" або "-10% to -5%"
may-real = число або розподіл, наприклад 10 або "-5 to 10"
may-whole = ціле число від { $least } до { $most }
may-number = стале число від { $least } до { $most }
may-rate = стале число більше 0
may-fraction = стала частка від 0 до 1
may-choice = одне з: { $words }
since-week = { $words }, з тижня { $week }
may-date = дата, наприклад 2026-01-05
may-months = дванадцять ваг, по одній на місяць від січня
may-opening = дні й години, наприклад "Mon-Fri 9:00-18:00, Sat 10:00-14:00", або "always"
may-platform = мережа зі списку `reachsim presets` або власна `[platform.<id>]`
may-text = свої слова
may-currency = код ISO 4217, наприклад "EUR"
may-colour = колір у вигляді "#RRGGBB"
may-colours = шість кольорів у вигляді "#RRGGBB"
may-font = шлях до файлу шрифту
may-picture = шлях до файлу PNG або JPEG
may-flag = true або false
may-graph = шлях до списку дружб
may-community = ім’я спільноти
may-communities = імена двох спільнот
may-keys = два ключі невизначених величин
may-metric = показник або `<спільнота>.<показник>`
may-formula = вираз із величин, показників і ключів
may-changes = ключі з іншими значеннями
may-files = файли: один, усі з теки або за зразком
may-headings = таблиця заголовків за полями або файл із нею
may-period = рік, місяць, наприклад "2025-03", або день
may-measured = ключ невизначеного числа або список таких ключів
may-deviation = число більше нуля або частка самої величини, наприклад "10%"
acts-scenario = увесь сценарій
acts-theme = вигляд документів, але не на жодне число
acts-simulation = як і за який час усе моделюється
acts-check = що пропускає `reachsim check`
acts-claim = що каже `reachsim claims`, але не на жодне число
acts-market = людей, серед яких розходяться дописи, і ціну їх охоплення
acts-community = спільноту: хто до неї належить і що там робить
acts-questions = скільки пишуть учасники спільноти
acts-friends = скільки друзів в учасників спільноти і як вони пов’язані
acts-feed = як дописи потрапляють у стрічки друзів і як далеко їх передають
acts-reviews = що учасники самі пишуть про товар
acts-posts = дописи бренду і те, що з ними роблять люди
acts-sentiment = скільки повідомлень хвалять і скільки скаржаться
acts-growth = скільки підписників приходить і йде
acts-search = як знаходять старі обговорення
acts-support = як скоро і хто відповідає на запитання і скільки це коштує
acts-funnel = як люди, до яких дійшли дописи, стають клієнтами
acts-value = що приносять клієнти, відповіді та ідеї
acts-polls = опитування учасників
acts-hires = людей, найнятих через спільноту
acts-cost = у що обходяться спільноти
acts-outreach = людей у потребі, яких команда знаходить деінде
acts-price = щойно його задано, рахуються гроші
acts-nothing = у варіанті `nothing` дорівнює 0
acts-with = лише разом із { $others }

# Дослідження: спільні слова.

statistic-mean = середнє значення { $words }
statistic-median = медіана { $words }
statistic-percentile = { $p }-й процентиль { $words }
statistic-chance = імовірність: { $bounded }
bounded-least = { $words } не менше { $value }
bounded-most = { $words } не більше { $value }
goal-chance = { $n ->
    [one] { $bounded } у { $n } випадку зі 100
   *[other] { $bounded } у { $n } випадках зі 100
}
unknown = невідомо
sure-range = { $share } (від { $low } до { $high })
settled = Вирішено, { $trials }: імовірність помилкового вибору { $wrong }.
not-settled = Не вирішено, { $trials }: імовірність помилкового вибору досі { $wrong }, не нижче { $limit }.
key-is = { $key } = { $value }

# compare

as-it-is = вихідний сценарій
compare-head = Порівняння з варіантом «{ $base }» в тих самих випадках: середні.
compare-none = Різниці немає: всі показники однакові в усіх випадках.
compare-as-it-is = як є
compare-with-it = з ним
compare-difference = різниця
compare-sure = з 95 %
compare-why-shapley = Чому змінюється «{ $words }», у середньому за всіма порядками змін:
compare-why-file = Чому змінюється «{ $words }», одне за одним, як записано:
compare-medians = { $words }: { $difference } за медіан.
compare-one = { $words }: { $difference } в єдиному прорахованому випадку.
compare-verdict = { $words }: { $difference } у середньому ({ $range }). Краще { $better }, гірше { $worse }.
compare-do = Варто зробити.
compare-do-not = Робити не варто.
compare-costs = Варто зробити, якщо це для вас важливіше за { $sum } прибутку.
compare-forgoes = Робити не варто, хіба що { $sum } прибутку для вас важливіші.
points = в. п.
compare-same = Різниці, про яку варто говорити, немає.
compare-same-here = Тут різниці немає.
compare-few = Сказати не можна: за такої кількості випадків не видно, чи допомагає це в середньому.
compare-divided-better = Сказати не можна: в середньому краще, але гірше в більшій кількості випадків, ніж краще.
compare-divided-worse = Сказати не можна: в середньому гірше, але краще в більшій кількості випадків, ніж гірше.
compare-verdict-all = { $words }: { $difference } у середньому ({ $range }). { $all }.
compare-better-all = Краще в усіх випадках
compare-worse-all = Гірше в усіх випадках
compare-hinge = Найбільше залежить від величини «{ $input }»: краще { $low }, де вона найменша, і { $high }, де найбільша.
compare-beats = Удача іншого року: один із ним кращий за інший без нього { $better }, і гірший { $worse }.
advice-do = варто зробити
advice-do-not = не варто
advice-trade = ціною прибутку
advice-same = різниці немає
advice-cannot-tell = сказати не можна
compare-verdict-short = { $words }: { $difference } у середньому ({ $range }).
compare-first-better = Краще на кожному процентилі: це кращий вибір за будь-якого ставлення до ризику.
compare-second-better = Обережна людина обрала б це.
compare-first-worse = Гірше на кожному процентилі: це гірший вибір за будь-якого ставлення до ризику.
compare-second-worse = Обережна людина цього не обрала б.
compare-pairing = Дисперсія в { $factor } раза менша, ніж у двох непов’язаних прогонів.
compare-moved = { $words }: { $old } -> { $new } ({ $difference })

# sensitivity

drivers-head = { $words }, коли одна величина на 10-му і на 90-му процентилі,
drivers-explained = рангова кореляція і частка розкиду, яку величина пояснює
drivers-alone = сама (з 95 %)
drivers-total = сама (з 95 %) і загалом, разом з тим, що вона робить з іншими
drivers-low = за 10 %
drivers-high = за 90 %
drivers-rank = ранг
drivers-column = сама
drivers-columns = сама / загалом
drivers-more = і ще { $n } коротших; усі — з --format json
drivers-luck = випадок (хто спитає, купить)
drivers-none = { $words }: { $typical }. Жодна величина його не змінює.
drivers-verdict = { $words }: у середньому { $typical }. Головне невідоме — { $key }: від { $low } до { $high }.
drivers-more-luck = Сам випадок дає більше розкиду, ніж будь-яка величина.
drivers-correlated = Деякі величини пов’язані. Стовпчик рухає одну величину і лишає інші на місці; «сама» рахує і те, що приходить з нею через інші; «загалом» рахує лише те, чого не скажуть інші.
drivers-undefined = Не визначено у { $share } випадків; у частках їх немає.
drivers-idle = Зовсім не впливають: { $list }.
drivers-idle-many = { $n ->
    [one] { $n } величина не впливає; їх називає --format json.
    [few] { $n } величини не впливають; їх називає --format json.
   *[many] { $n } величин не впливають; їх називає --format json.
}
drivers-left-out = { $n ->
    [one] { $n } вхід пов’язаний з цим слабше, його не розглядали (--top).
    [few] { $n } входи пов’язані з цим слабше, їх не розглядали (--top).
   *[many] { $n } входів пов’язані з цим слабше, їх не розглядали (--top).
}
drivers-fixed = { $n ->
    [one] { $n } число задано точно, і рухати воно нічого не може; дайте йому діапазон, наприклад "5%..10%", щоб побачити його дію.
    [few] { $n } числа задано точно, і рухати вони нічого не можуть; дайте одному діапазон, наприклад "5%..10%", щоб побачити його дію.
   *[many] { $n } чисел задано точно, і рухати вони нічого не можуть; дайте одному діапазон, наприклад "5%..10%", щоб побачити його дію.
}

# solve

solve-now = (зараз { $value })
solve-met = { $goal } уже за { $key } як є{ $now }: змінювати нічого не треба.
solve-reached = { $goal }: треба, щоб { $key } = { $value }{ $now }; тоді буде { $found }.
solve-missed = Недосяжно: { $goal }. Ніде між { $key } = { $from } і { $to }; найближче { $found } за { $at }.
solve-bent = На цьому відрізку залежність іде не лише в один бік: є й інші значення, за яких ціль досягається або знову втрачається.
solve-value = значення
solve-is-met = так
solve-widen = Далі: розширте відрізок, змінюйте інший ключ (`reachsim sensitivity` покаже, які важливі) або вимагайте меншого.
solve-within = За стількох випадків 95-відсотковий інтервал — { $range }.
solve-untold = Наскільки зсунуть відповідь нові випадки, за цими сказати не можна.
solve-settled = Вирішено, { $trials }: імовірність зсуву понад 1 % відрізка { $wrong }.
solve-unsettled = Не вирішено, { $trials }: імовірність зсуву понад 1 % відрізка { $wrong }.

# optimise

optimise-alone = { $n ->
    [one] Випробувано { $n } варіант, і жоден інший не близький.
    [few] Випробувано { $n } варіанти, і жоден інший не близький.
   *[many] Випробувано { $n } варіантів, і жоден інший не близький.
}
optimise-ties = Невідрізненні від нього:
optimise-decide = Вирішити між ними зможуть приблизно { $trials }; імовірність, що один з них кращий, не більша за { $wrong }.
optimise-equal = Нові випадки навряд чи вирішать між ними: вони однаково добрі.
optimise-infeasible = Жоден варіант не виконує умов. Найближче { $at }:
optimise-widen = Розширте відрізки або вимагайте меншого.
optimise-wanted = умова: { $goal }
optimise-missed = { $value }: ні

# sweep

sweep-everywhere = { $words } в тих самих випадках за кожного значення.
sweep-same = Середнє «{ $words }» однакове за кожного значення: { $value }.
sweep-alone = { $best }.
sweep-tie = { $best }; { $at } від нього не відрізнити.
sweep-ties = { $best }; { $list } від нього не відрізнити.
sweep-ties-many = { $n ->
    [one] { $best }; { $n } іншу точку від нього не відрізнити.
    [few] { $best }; { $n } інші точки від нього не відрізнити.
   *[many] { $best }; { $n } інших точок від нього не відрізнити.
}
sweep-all-tie = { $best }; жодного іншого значення від нього не відрізнити.
sweep-key = { $key }: { $words }
sweep-mean = Середнє: { $words }
sweep-axes = униз: { $down }   праворуч: { $across }
sweep-every = Показано кожен { $n }-й стовпець; усі — з --format json.

# value-of-information

voi-decision = Без нових знань: { $best }. { $words } за кожного рішення, у середньому:
voi-worth = { $value } за { $time } ({ $range } з 95 %)
voi-worth-bare = { $value } ({ $range } з 95 %)
voi-nothing = Вимірювати заради цього рішення нічого: хоч би яким виявилося число, рішення лишиться тим самим.
voi-little = Вимірювати заради цього рішення нічого: усе, що можна дізнатися, варте щонайбільше { $worth }.
voi-first = Спершу виміряйте { $key }: точне знання варте до { $worth }.
voi-head = Ціна знання, не більше
voi-more = і ще { $n } дешевших; усі — з --format json
voi-together = { $n ->
    [one] перша { $n }
    [few] перші { $n } разом
   *[many] перші { $n } разом
}
voi-everything = усе
voi-luck = Випадок наперед дізнатися не можна, і він не рахується.
pays = спільнота окуповується
voi-do = вести спільноту
voi-leave = не вести

# graph

graph-size = { $many ->
    [one] { $people } людина
    [few] { $people } людини
   *[other] { $people } людей
}, { $kind ->
    [follows] { $ties ->
        [one] { $friendships } підписка
        [few] { $friendships } підписки
       *[other] { $friendships } підписок
    }
   *[friends] { $ties ->
        [one] { $friendships } дружба
        [few] { $friendships } дружби
       *[other] { $friendships } дружб
    }
}
graph-nobody = Ніхто нічого не бачить.
graph-verdict = { $contacts } контактів — це { $people } різних людей: { $again } контактів припадають на тих, хто вже бачив.
graph-verdict-apart = { $contacts } контактів — це стільки ж різних людей: майже нікого не зустрічають двічі.
graph-verdict-one = { $n ->
    [one] Повідомлення доходить до { $people } людей, без { $n }, хто передає його першим.
    [few] Повідомлення доходить до { $people } людей, без { $n }, хто передає його першими.
   *[other] Повідомлення доходить до { $people } людей, без { $n }, хто передає його першими.
}
graph-askers = { $n ->
    [one] { $n } повідомлення названої людини
    [few] { $n } повідомлення, по одному від кожної названої людини
   *[other] { $n } повідомлень, по одному від кожної названої людини
}
graph-together = { $n ->
    [one] Одне повідомлення { $n } названої людини
    [few] Одне повідомлення, яке передають { $n } названі людини
   *[other] Одне повідомлення, яке передають { $n } названих людей
}
graph-visible-one = { $kind ->
    [follows] читач бачить його з імовірністю { $share }
   *[friends] друг бачить його з імовірністю { $share }
}
graph-questions = Близько { $questions } повідомлень { $by }
graph-questions-fixed = { $questions } повідомлень { $by }
graph-by-anybody = від будь-кого
graph-by-followers = від { $followers } підписників
graph-by-grown = { $kind ->
    [follows] від { $followers } підписників бренду, з яких { $share } прийшли вслід за тим, кого вони читають
   *[friends] від { $followers } підписників, з яких { $share } прийшли вслід за другом
}
graph-visible = { $kind ->
    [follows] читач бачить { $share } з них
   *[friends] друг бачить { $share } з них
}
graph-reshared = хто побачив, передає далі з імовірністю { $share }, не далі ніж через { $depth ->
    [one] { $depth } крок
    [few] { $depth } кроки
   *[many] { $depth } кроків
}
graph-reshared-on = хто побачив, передає далі з імовірністю { $share }, поки йде
graph-activity = люди бувають у мережі неоднаково часто (форма { $shape })
graph-chance = через кожен зв’язок з імовірністю, яку дає список
graph-closeness = { $n ->
    [0] через зв’язки в міру їхньої близькості, це середнє
    [one] через зв’язки в міру їхньої близькості, це середнє без { $n } зв’язку, у якого вийшло б понад 100 %
   *[other] через зв’язки в міру їхньої близькості, це середнє без { $n } зв’язків, у яких вийшло б понад 100 %
}
graph-contacts = контакти
graph-people = люди
graph-potential = { $kind ->
    [follows] читачі, які могли побачити
   *[friends] друзі, які могли побачити
}
graph-seen = побачили
graph-by-friends = { $kind ->
    [follows] з них читачі
   *[friends] з них друзі
}
graph-by-their-friends = { $kind ->
    [follows] з них читачі та їхні читачі
   *[friends] з них друзі та друзі друзів
}
graph-twice = бачать два й більше
graph-thrice = бачать три й більше
graph-followers = підписники серед тих, хто побачив
graph-others = решта серед них
graph-bound = верхня межа в теорії
graph-exact = Точні сподівання: нічого не моделювалося.
graph-sampled = За { $people } людьми, обраними за їхніми дружбами, для кожного точно; з упевненістю 95 % до { $error }.
graph-simulated = За { $worlds } змодельованими світами; з упевненістю 95 % до { $error }.
graph-untold = За { $worlds } змодельованими світами; надто мало з них зайшли так далеко, щоб їхній розкид говорив про похибку: можливо ще до { $more } людей, з упевненістю 95 %. Жодної --precision не досягнуто.
graph-imprecise = Стандартна похибка охоплення { $reached }, а --precision вимагає { $asked }; більше одна відповідь не моделює. Середнє { $answers } відповідей з різними --seed буде достатньо точним.
graph-dies = Один репост веде до { $next } наступних: повідомлення згасають.
graph-near = Обережно: один репост веде до { $next } наступних, а від 1 повідомлення може йти без кінця. За --reshare нижче { $most } він вів би менш ніж до { $half }.
graph-explodes = Обережно: один репост веде до { $next } наступних. Повідомлення, що розійшлося, йде без кінця й доходить приблизно до { $share } усіх людей. За --reshare нижче { $most } воно б згасло.
graph-friends-label = { $kind ->
    [follows] Читачі
   *[friends] Друзі
}
graph-friends = { $kind ->
    [follows] { $mean } у середньому, у половини не більше { $half }, в одного з двадцяти не менше { $many }; у читача їх { $friend }.
   *[friends] { $mean } у середньому, у половини не більше { $half }, в одного з двадцяти не менше { $many }; у друга їх { $friend }.
}
graph-neighbours-label = Хто кого знає
graph-clustering = { $kind ->
    [follows] У { $share } пар читачів людини один читає іншого.
   *[friends] { $share } друзів людини знайомі між собою.
}
graph-neighbourhood = { $kind ->
    [follows] За { $friends } читачів це { $share }, а читачі читачів — { $entries } записів, { $different } різних людей.
   *[friends] За { $friends } друзів це { $share }, а друзі друзів — { $entries } записів, { $different } різних людей.
}
graph-head-friends = { $kind ->
    [follows] читачі
   *[friends] друзі
}
graph-head-clustering = { $kind ->
    [follows] читають одне одного
   *[friends] знайомі
}
graph-head-entries = записи
graph-head-different = різні люди
graph-alone = { $kind ->
    [follows] { $n ->
        [one] { $n } людину ніхто не читає.
       *[other] { $n } людей ніхто не читає.
    }
   *[friends] { $n ->
        [one] У { $n } людини немає друзів.
       *[other] У { $n } людей немає друзів.
    }
}
graph-unused-label = Зайве
graph-unused-titles = { $n ->
    [one] Не використовується стовпець { $titles }.
   *[other] Не використовуються стовпці { $titles }.
}
graph-unused-lines = Не використовується те, що стоїть після перших двох стовпців, у { $n ->
    [one] { $n } рядку.
   *[other] { $n } рядках.
}
graph-dropped-label = Не ввійшло
graph-dropped = { $kind ->
    [follows] { $loops ->
        [one] { $loops } підписка на себе
        [few] { $loops } підписки на себе
       *[other] { $loops } підписок на себе
    }, { $doubles ->
        [one] { $doubles } повторна підписка
        [few] { $doubles } повторні підписки
       *[other] { $doubles } повторних підписок
    }.
   *[friends] { $loops ->
        [one] { $loops } дружба із собою
        [few] { $loops } дружби із собою
       *[other] { $loops } дружб із собою
    }, { $doubles ->
        [one] { $doubles } повторна дружба
        [few] { $doubles } повторні дружби
       *[other] { $doubles } повторних дружб
    }.
}
graph-fit = Для сценарію: з цими значеннями формула відрізняється від виміряного охоплення не більше ніж на { $off } за кількості тих, хто питав, від 1 до { $most }.
graph-no-fit = Ніхто нічого не бачить, і формулу добирати немає до чого.
choice-win = { $n ->
    [one] Спочатку залучіть { $names }.
    [few] Спочатку залучіть цих { $n }: { $names }.
   *[many] Спочатку залучіть цих { $n }: { $names }.
}
choice-spread = Одне їхнє повідомлення побачать { $people } людей, з певністю 95 % до { $error }.
choice-spread-alike = Одне їхнє повідомлення побачать { $people } людей.
choice-guarantee = Це не менше { $ratio } від найкращого можливого вибору, з певністю { $confidence }.
choice-others = { $kind ->
    [follows] { $n ->
        [one] Той, у кого найбільше читачів, досяг би { $friends }, випадкова людина — { $random }.
        [few] Ті { $n }, у кого найбільше читачів, досягли б { $friends }, { $n } випадкових — { $random }.
       *[many] Ті { $n }, у кого найбільше читачів, досягли б { $friends }, { $n } випадкових — { $random }.
    }
   *[friends] { $n ->
        [one] Той, у кого найбільше друзів, досяг би { $friends }, випадкова людина — { $random }.
        [few] Ті { $n }, у кого найбільше друзів, досягли б { $friends }, { $n } випадкових — { $random }.
       *[many] Ті { $n }, у кого найбільше друзів, досягли б { $friends }, { $n } випадкових — { $random }.
    }
}
choice-others-paid = { $kind ->
    [follows] За ті самі гроші люди з найбільшою кількістю читачів досягли б { $friends }, випадкові — { $random }.
   *[friends] За ті самі гроші люди з найбільшою кількістю друзів досягли б { $friends }, випадкові — { $random }.
}
choice-given = { $n ->
    [one] Той, кого вже залучено, сам досягає { $people }.
    [few] Ті { $n }, кого вже залучено, самі досягають { $people }.
   *[many] Ті { $n }, кого вже залучено, самі досягають { $people }.
}
choice-cost = Вони коштують { $cost } із { $budget }.
choice-visible = { $kind ->
    [follows] Читач бачить повідомлення з імовірністю { $share }
   *[friends] Друг бачить повідомлення з імовірністю { $share }
}
choice-chance = Через кожен зв’язок повідомлення бачать з імовірністю, яку дає список
choice-among = залучити можна { $people } людей; хто залучений, не рахується
choice-head-friends = { $kind ->
    [follows] читачі
   *[friends] друзі
}
choice-head-price = ціна
choice-head-gain = додає
choice-head-all = разом
choice-more = { $n ->
    [one] і ще { $n }; усі — з --verbose
    [few] і ще { $n }; усі — з --verbose
   *[many] і ще { $n }; усі — з --verbose
}
choice-how = За { $sets } множинами людей, які могли б розповісти комусь, їх перевірили стільки ж інших, і за { $worlds } світами, які не брали участі у виборі.
choice-end-memory = Більше не доведено: подальші множини зайняли б більше пам’яті, ніж можна. Менші --visibility, --reshare або --depth роблять їх меншими.
choice-end-work = Більше не доведено: стільки множин і стільки людей у них — найбільше, що малює одна відповідь.
choice-end-settled = Більше не доведено: подальші множини довели б навряд чи більше.
choice-imprecise = Стандартна похибка охоплення { $reached }, а --precision вимагає { $asked }; більше одна відповідь не моделює.

# claims

claims-verdict = Підтвердилися { $holding } з { $all } висновків, радше правдиві { $leaning }, неправдиві { $failing }
claims-no-arithmetic = { $findings }.
claims-arithmetic-too = { $findings }; ще { $n } випливають з означень (арифметика).
claims-criterion = Твердження правдиве, якщо краще щонайменше у { $sure } випадках зі 100 або якщо середнє краще з надійністю 95 % і краще щонайменше у { $most } зі 100; радше правдиве — якщо в { $leaning } або якщо краще середнє. Ціль правдива з імовірністю { $sure } зі 100 або з тією, якої вимагає, і радше правдива з { $most }.
claims-holds = [правда]
claims-leans = [радше правда]
claims-fails = [неправда]
claims-finding = [висновок]
claims-arithmetic = [арифметика]
claims-text = У тексті: { $text } ({ $place })
claims-asked = { $chance } (потрібно { $share })
claims-holds-only = Правда, тільки якщо { $list }.
claims-leans-only = Радше правда, тільки якщо { $list }.
claims-above = { $key } вище { $low }
claims-below = { $key } нижче { $high }
claims-between = { $key } від { $low } до { $high }
claims-nowhere = { $key } у жодній п’ятій свого діапазону
claims-better = З «{ $variant }»: { $words } { $difference } у середньому; краще { $chance }.
claims-stated = Дано: { $list }.
claims-common = В усіх: { $list }.
claims-target = { $target }: { $chance }. Показник «{ $words }»: { $typical } ({ $range }).
claims-assumed = Оцінки автора за цим: { $all }, з них { $looked } з діапазоном, який переглянуто, і { $fixed } без нього; { $file }
figures-figure = { $value } { $words }
figures-more-than = понад { $value }
figures-margin = { $value } (± { $points } пункту)
figures-n = n = { $n }
figures-n-not-stated = n не вказано
figures-year-not-stated = рік не вказано
figures-informs = для { $keys }
figures-nothing = для жодного ключа: { $why }
figures-place = { $place }; { $n }; { $year }; { $informs }

# check

check-same = те саме
check-moved = зсунувся
check-inconclusive = неясно
check-edited = змінено
check-missed = цілі не досягнуто
check-renamed = перейменовано
check-new = новий
check-missing = зник
check-updated = оновлено
check-bad = не читається
check-scenario = сценарій
check-verdict = висновок
check-changed = що змінилося
check-nothing = перевіряти нічого
check-total = { $n ->
    [one] { $n } сценарій: { $found }
    [few] { $n } сценарії: { $found }
   *[many] { $n } сценаріїв: { $found }
}
check-exact = ті самі біти: знайшлася б будь-яка зміна
check-detectable = { $n ->
    [one] { $n } статистика; у звичайного середнього знайшлася б зміна на { $share }
    [few] { $n } статистики; у звичайного середнього знайшлася б зміна на { $share }
   *[many] { $n } статистик; у звичайного середнього знайшлася б зміна на { $share }
}
check-more = { $n ->
    [one] і ще { $n } показник; усі — з --format json
    [few] і ще { $n } показники; усі — з --format json
   *[many] і ще { $n } показників; усі — з --format json
}
check-moved-by = { $what } ({ $by }; допускається { $tolerance })
check-passed = { $what } (його минули { $passed } випадків; допускається { $tolerance })
check-further = { $what } ({ $passed } випадків пішли за нього далі, ніж допускається)

# presets

presets-id = Набір
presets-network = Мережа
presets-year = Рік
presets-figures = Числа
presets-of-them = { $all }, з них оцінок { $n }
presets-more = Усі числа одного набору з джерелами: reachsim presets ID
presets-as-of = на { $year } рік
presets-estimates = З { $all } чисел оцінки автора — { $n }: де знаєте краще, задайте власні.

# Звідки взято значення.

source-command-line = командний рядок
source-measured = виміряно: { $on }
source-default = за замовчуванням: { $source }
source-converted = { $source }; { $euros } євро за `currency_per_eur`

# run --shard

shard-head = Частина { $place } з { $of }: { $done } з { $all } випадків
shard-next = reachsim merge DIR.. --out DIR, з папкою кожної частини

# calibrate

calibrate-files = { $n ->
    [one] { $n } файла
   *[other] { $n } файлів
}
calibrate-dated = { $files } ({ $period })
calibrate-totals = { $n ->
    [one] { $n } підсумку
   *[other] { $n } підсумків
}
calibrate-first = { $n ->
    [0] Із { $from } нічого не дізнано: усі числа лишаються як є.
    [one] Із { $from } точніше відоме { $n } число.
    [few] Із { $from } точніше відомі { $n } числа.
   *[many] Із { $from } точніше відомо { $n } чисел.
}
calibrate-nothing = Жодне вивантаження не говорить про числа, які у сценарії не визначені точно.
calibrate-was = було
calibrate-is = стало
calibrate-level = рівень на { $day }
calibrate-rows = n = { $n }, { $period }
calibrate-undated = n = { $n }, без дат
calibrate-by-totals = за підсумками
calibrate-weight = з вагою { $share }
calibrate-speaks = діапазон вужчий на { $share }
calibrate-doubts = відомо гірше, ніж було у сценарії
calibrate-disagrees = ваше власне число, воно лишається; дані з ним не сходяться
calibrate-agrees = ваше власне число, воно лишається; дані з ним сходяться
calibrate-above = вище, ніж чекали { $n } зі 100
calibrate-below = нижче, ніж чекали { $n } зі 100
calibrate-undoubted = { $median } посередині, якщо вірити діапазону сценарію як він є
calibrate-totals-head = Підсумки та діапазон у 90 %, який тепер дає для кожного сценарій
calibrate-total = { $words }: нараховано { $observed }, очікується { $range }
calibrate-pair = За цим сценарієм усі підсумки разом правильними бути не можуть: найбільше суперечать одне одному { $one } і { $other }.
calibrate-outside = За цим сценарієм усі підсумки разом правильними бути не можуть: { $names } — поза тим, що він може дати.
known-drifts = Змінюється від місяця до місяця: { $keys }. Діапазон наступних тижнів ширший, ніж каже саме минуле.
known-few-blocks = Даних менш як за чотири місяці: наскільки може зсунутися { $keys } — припущення, а не спостереження.
known-as-coded = Тональність — за розміткою системи, не перевірена: розширено на 5 пунктів ({ $keys }).
known-reach-of-all = Охоплення дописів рахує всіх, підписників і ні ({ $keys }).
known-followers-of-scenario = Жодне вивантаження не говорить про підписників: для { $keys } взято підписників зі сценарію.
known-no-sources = Ліди без джерел говорять про всі шляхи разом: з половинною вагою для кожного з { $keys }.
known-undated-posts = У дописів є місяці, але немає дат ({ $keys }).
known-discounted = Частина рядків рахується з вагою менше одиниці ({ $keys }).
calibrate-computed = Підсумки враховано з тим, що сценарій обчислює сам: { $list }. Вкажіть власне число й повторіть.
calibrate-moved = тієї ж ширини, в іншому місці
calibrate-held = Відкладено: { $weeks }; діапазони у 90 % справдилися у { $held } з { $of }.
calibrate-better = Прогноз помиляється на { $share } менше, ніж значення минулого тижня.
calibrate-worse = Прогноз помиляється на { $share } більше, ніж значення минулого тижня.
calibrate-silent = Не уточнено, без змін: { $list }.
calibrate-text-misses = Текст розходиться з дізнаним разом на { $share } ширини діапазону ({ $words }): числа окремо не передають їхніх зв'язків.

# backtest

backtest-first = { $period }, у кожній точці наново за тим, що було видно тоді: 90 %-діапазони справдилися у { $held } з { $n } прогнозів на { $weeks }.
backtest-ahead = уперед
backtest-error = похибка
backtest-last = ост.
backtest-mean8 = 8 тиж
backtest-seasonal = рік
backtest-preset = файл
backtest-reach = охоплення допису
backtest-legend = n: прогнози. 50, 80, 90 %: скільки таких діапазонів справдилося, в останнього з 95 %-інтервалом. Похибка: середня оцінка (CRPS) в одиницях показника; за нею, на скільки відсотків вона менша, ніж в останнього значення, середнього за вісім тижнів, тижня рік тому та сценарію, яким він є у файлі. *: не випадково (5 %).
backtest-too-sure = { $weeks }: надто впевнено, результати надто часто лежать по краях.
backtest-too-unsure = { $weeks }: надто невпевнено, результати надто часто лежать посередині.
backtest-too-high = { $weeks }: надто високо, результати нижчі за прогноз.
backtest-too-low = { $weeks }: надто низько, результати вищі за прогноз.
backtest-title = { $words }: 90 %-діапазони справдилися у { $held } з { $n } прогнозів
backtest-ranges = Прогнози на { $weeks }, за першим днем: смуги 90 і 50 % та що вийшло
backtest-came = що вийшло
backtest-transforms = Де у своєму прогнозі опинився кожен результат, за десятими: у правильних прогнозів у кожній порівну
backtest-tenths = десяті прогнозу, знизу вгору
backtest-share = частка результатів

learnt-title = { $key }: у { $times } раза до середини того, що припускалося
learnt-subtitle = Кожне число — до середини того, що припускалося. Точка й відрізок: що відомо, 90 %; смуга: що припускалося, 90 %
learnt-measured = що відомо
spoke-title = Найбільше дані кажуть про число: { $key }
spoke-subtitle = Наскільки звузився кожен діапазон; нижче 0 він ширший, ніж припускалося
spoke-measured = вужче на
totals-title = Сценарій тепер дає те, що нараховано
totals-title-fight = За цим сценарієм усі підсумки разом правильними бути не можуть
totals-subtitle = Що тепер очікується для кожного підсумку, до нарахованого: 1 — це нараховане. Точка: медіана; відрізок: 90 %; поруч: нараховано
totals-measured = очікується до нарахованого

turns-missed = { $goal }: зараз { $found }.
turns-met = { $goal }: зараз { $found }, тобто цілі досягнуто.
turns-head = Для цього треба, окремо й за всього іншого як є; і в скількох зі 100 випадків так і буде:
turns-row = { $bound } (зараз { $now })
turns-least = не менше { $value }
turns-most = не більше { $value }
turns-none = Жодне число саме по собі у своїх межах цього не вирішує.
turns-out = Саме по собі не досягає цього у своїх межах (9 з 10 того, що про нього думають): { $keys }.
turns-kept = В усіх своїх межах цілі досягнуто: { $keys }.
turns-together = Два найсильніші разом: { $first } і що тоді треба: { $second }
menu-first = Спершу виміряйте: { $name }. Для цього рішення результат вартий { $worth }; вимірювання коштує { $cost }, лишиться { $left } ({ $range } з 95 %).
menu-first-bare = Спершу виміряйте: { $name }. Для цього рішення результат вартий { $worth } ({ $range } з 95 %).
menu-none = Ніщо з цього вимірювати перед рішенням напевно не варто.
menu-head = Кожне вимірювання: чого вартий результат, мінус витрати, і що лишається (з 95 %):
menu-head-bare = Кожне вимірювання і чого вартий його результат (з 95 %):
menu-row = { $worth } − { $cost } = { $left }  ({ $range })
menu-row-bare = { $worth }  ({ $range })
menu-above = { $key } вище { $at }: { $choice } ({ $chance })
menu-below = { $key } нижче { $at }: { $choice } ({ $chance })
menu-open = стільки випадків не скажуть, чи воно того варте
menu-best = найкращий розмір — { $n }, лишиться { $left }
menu-best-time = найкращий час — { $time }, лишиться { $left }
menu-best-this = інший розмір не лишить більше
menu-not = Вимірювати не варто: { $names }.
menu-proposed = У файлі вимірювань немає: тут числа, які найважливіше дізнатися, поки без витрат. Назвіть свої разом із витратами в [[measurement]].
menu-sample = { $key }: опитано { $n }
menu-count = { $key }: підрахунок за { $time }
menu-error = { $key }: з точністю до { $error }

robust-head = У середньому найкраще: { $choice }. За всім, що невідоме точно, у тих самих випадках:
robust-columns = у скількох зі 100 найкраще; наскільки більше дав би інший вибір, у середньому й у найгіршій двадцятій частині:
robust-row = { $chance };  { $regret };  { $worst }
robust-holds = Вибір правильний за всіх оцінок: жодна сама по собі його не змінює у своїх межах (9 з 10 того, що про неї думають).
robust-certain = Тут немає нічого невизначеного, що могло б змінити вибір.
robust-turns = Одна оцінка сама по собі у своїх межах змінює вибір (у середньому, { $words }):
robust-above = { $key } вище { $at } (зараз { $now }): { $choice }; так і буде { $chance }
robust-below = { $key } нижче { $at } (зараз { $now }): { $choice }; так і буде { $chance }

where-head = { $condition } { $chance }; усього таких { $n }.
where-nothing = Якщо це всі випадки або жоден, відрізнятися нічому.
where-alike = Жодне невизначене число не відрізняється в них більше, ніж випадково: це везіння.
where-differs = Що в них інакше: зазвичай скільки, скільки в усіх випадках і де це від 0 до 100 того, що думають:
where-row = { $here } замість { $all }{ "  " }{ $place }
where-rest = { $more ->
    [0] Решта ({ $rest }) відрізняється не більше, ніж випадково.
   *[other] Відрізняються й інші ({ $more }); решта ({ $rest }) — не більше, ніж випадково.
}
where-stories = Два з них, тиждень за тижнем, тією самою командою з --trial замість --where:
where-typical = типовий, { $value }
where-farthest = найкрайніший, { $value }

# Один випадок словами.
story-head = { $kind ->
    [typical] Типовий випадок, номер { $number }: у половині всіх менше
    [bad] Поганий випадок, номер { $number }: так погано або гірше йде один із двадцяти
    [good] Добрий випадок, номер { $number }: так добре або краще йде один із двадцяти
   *[number] Випадок { $number }
}. { $words }: { $value }.
story-unusual = Незвичне в ньому, і в скількох зі 100 випадків менше:
story-usual = Нічого незвичного: кожне число лежить у дев’яти десятих того, що думають.
story-row = { $value }{ "  " }{ $place }
story-no-weeks = У формул немає тижнів.
story-and = ; { "" }
story-asked = { $count ->
    [0] ніхто не питає
    [one] питає { $n } людина
    [few] питають { $n } людини
   *[other] питають { $n } людей
}
story-most = , більше, ніж будь-якого іншого тижня
story-fewest = , менше, ніж будь-якого іншого тижня
story-answered = { $count ->
    [0] нікому не відповідають
   *[other] відповідей { $n }
}
story-seen = { $count ->
   *[other] показів запитань { $n }
}
story-won = { $count ->
    [one] купує { $n }
   *[other] купують { $n }
}
story-followers = { $count ->
    [one] { $n } підписник
    [few] { $n } підписники
   *[other] { $n } підписників
}
story-cash = грошей від початку { $sum }
story-even = грошей від початку { $sum }: відтоді все окупилося
story-subtitle = { $words } за тижнями: цей випадок і межі дев’яти з десяти · { $scope }
story-line = цей випадок
story-band = 9 з 10 випадків
