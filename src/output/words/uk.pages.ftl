# Рядок унизу.

stamp-scenario = Сценарій { $hash }
stamp-futures = { $n ->
    [one] { $n } прорахований випадок
    [few] { $n } прораховані випадки
   *[many] { $n } прорахованих випадків
}
scope-of-sample = { $scope }, за першими { $n } випадками
stamp-medians = кожна величина дорівнює своїй медіані
share-of-futures = у { $share } випадків

# Графіки: спільне.

one-in-20-lower = 1 випадок із 20 нижче
one-in-20-higher = 1 випадок із 20 вище
typical-middle = зазвичай: стільки ж нижче, скільки вище
in-every-future = в усіх випадках
start = початок
week-n = тиждень { $n }
month-n = місяць { $n }
year-n = рік { $n }
read-lines = { $scope }. Лінія: звичайний випадок; смуга: 9 випадків із 10.

# Розподіл.

distribution-undefined = { $words }: не визначено в жодному випадку
distribution-mostly-undefined = { $words }: не визначено в більшості випадків
distribution-same = { $words }: { $typical } в усіх випадках
distribution-title = { $words }: зазвичай { $typical }, у 9 випадках із 10 { $range }
distribution-empty = { $scope }. Показати нічого.
distribution-steps = { $scope }. Стовпчик: частка випадків із кроком { $step }; яскраві: середні 90 % випадків.
distribution-points = { $scope }. Стовпчик: частка випадків із цим значенням.
distribution-beyond = На осі немає крайніх 0,5 %: усі значення лежать { $range }.
distribution-part = Не визначено у { $share } випадків.
mark = { $value }: { $words }
mark-at-least = досягнуто або перевищено { $chance }
mark-at-most = не перевищено { $chance }
break-even = беззбитковість
distribution-middle = середні 90 % випадків
distribution-tails = крайні 10 %

# Зростання охоплення.

growth-title = { $words }, { $time }: зазвичай { $typical }, у 9 випадках із 10 { $range }
growth-same = { $words }, { $time }: { $typical }
growth-empty = { $scope }. Показати нічого.
growth-subtitle = { $scope }. Накопичено з початку; лінія: звичайний випадок, смуга: 9 випадків із 10.
growth-ceiling = За краєм — стеля: { $words }, { $value }; зазвичай досягається { $share } від неї.
ceiling-friends = друзі в досяжності

# Сходи.

stairs-one = { $words }: { $value }
stairs-title = { $first_words }: { $first } → { $last_words }: { $last }
stairs-empty = { $scope }. Показати нічого.
stairs-subtitle = { $scope }. Звичайні значення і діапазон 9 випадків із 10. Кожна лінія сітки — удесятеро більша за попередню.
link-friends = × { $number } друзів
link-seen = бачать { $share }
link-times = × { $number }
link-each = { $n ->
    [one] по { $number } разу кожен
    [few] по { $number } рази кожен
    [many] по { $number } разів кожен
   *[other] по { $number } раза кожен
}

# Імовірність перевищення.

exceedance-title = { $words }: не менше { $value } { $chance }
exceedance-title-most = { $words }: не більше { $value } { $chance }
exceedance-subtitle = { $scope }. Висота кривої: частка випадків, у яких значення внизу досягнуто або перевищено.
exceedance-axis = частка випадків, де не менше

# Частота.

frequency-title = { $share } охоплених бачать три історії і більше; у середньому на людину — { $number }
frequency-subtitle = { $scope }. Люди без підписки за числом побачених історій; середні за випадками.
frequency-axis = побачено історій
frequency-or-more = { $number }+
frequency-people = люди

# Мережі і перетин.

networks-title = { $communities }: у середньому { $people } унікальних людей, на { $share } менше від суми за спільнотами
networks-subtitle = { $scope }. Люди, охоплені будь-яким шляхом, середні за випадками, вони додаються: числа самих спільнот без тих, кого охопили кілька.
networks-twice = перетини
networks-total = унікальні люди
communities = { $n ->
    [one] { $n } спільнота
    [few] { $n } спільноти
   *[many] { $n } спільнот
}

# Підтримка.

service-title = Відповіли на { $answered } запитань: { $hour } за годину, { $day } за добу
service-subtitle = { $scope }, за тижнями. Лінія: звичайний випадок; смуга: 9 випадків із 10.
service-subtitle-by-month = { $scope }, за місяцями: суми за днями, черга — на кінець місяця. Лінія: звичайний випадок; смуга: 9 випадків із 10.

# Тональність.

tone-title = { $negative } повідомлень — невирішені скарги, { $positive } — похвали
tone-title-cost = { $negative } повідомлень — невирішені скарги; негатив коштує в середньому { $loss }
tone-subtitle = { $scope }, за тижнями. Лінія: звичайний випадок; смуга: 9 випадків із 10.
tone-subtitle-by-month = { $scope }, за місяцями. Лінія: звичайний випадок; смуга: 9 випадків із 10.
roles-title = { $words }: { $share } — від ролі «{ $role }», у якій { $members } учасників
roles-title-alike = Усі ролі пишуть, відповідають і охоплюють приблизно за своєю часткою учасників
roles-members = учасники
roles-subtitle = { $scope }. Частки середніх: хто пише, скаржиться й відповідає, і чиї друзі могли це побачити й побачили. Кожна смуга — 100 %.
campaigns-title = Чиста тональність до «{ $name }» { $before }, під час { $during }, після { $after }
campaigns-title-to-the-end = Чиста тональність до «{ $name }» { $before }, під час { $during }
campaigns-title-from-the-start = Чиста тональність під час «{ $name }» { $during }, після { $after }
campaigns-title-all-along = Чиста тональність під час «{ $name }» { $during }
campaigns-subtitle = { $scope }, за тижнями; кампанії, що змінюють тон, затінені. Лінія: звичайний випадок; смуга: 9 випадків із 10. У заголовку: середні за тижні.
campaigns-subtitle-by-month = { $scope }, за місяцями; кампанії, що змінюють тон, затінені. Лінія: звичайний випадок; смуга: 9 випадків із 10. У заголовку: середні за тижні.
competitors-title = Про цей бренд { $share } повідомлень; чиста тональність тут { $tone }, в інших { $theirs }
competitors-subtitle = { $scope }. Частка голосу: повідомлення про бренд до повідомлень про всі ці бренди, середні за випадками, разом 100 %; під нею — похвали мінус скарги.
competitors-own = цей бренд
competitors-tone = чиста тональність { $tone }
competitors-axis = бренд

# Лійка.

funnel-title = Лідів за рік { $leads }, нових клієнтів { $customers }
funnel-title-in = Лідів { $leads }, нових клієнтів { $customers }: { $time }
funnel-subtitle = { $scope }. Звичайні значення і діапазон 9 випадків із 10; частки — відношення середніх.
funnel-direct = хто питає
funnel-earned = друзі учасників
funnel-owned = підписники
funnel-of = { $words }: { $value }
funnel-lead-rate = { $share } стають лідами
funnel-won-rate = { $share } купують
funnel-new-rate = { $share } інакше не прийшли б
funnel-leads = ліди за потоками

# Цінність і витрати.

value-title = Цінність { $value } мінус витрати { $cost }: лишається в середньому { $profit }
value-subtitle = { $scope }, { $currency }. Середні за випадками; вони додаються.
value-not-computed = Не враховано, бо там не обчислюється: { $list }.
value-not-counted = Не враховано, ціну не задано: { $list }.

# Гроші.

cash-title = Окуповується зазвичай за { $weeks }
cash-title-chance = Окуповується { $chance }, зазвичай за { $weeks }
cash-title-seldom = Окуповується лише { $chance }
cash-subtitle = { $scope }, { $currency }. Отримано мінус витрачено з початку; маржа нового клієнта надходить за { $months }. Лінія: звичайний випадок; смуга: 9 випадків із 10.
cash-subtitle-at-once = { $scope }, { $currency }. Отримано мінус витрачено з початку. Лінія: звичайний випадок; смуга: 9 випадків із 10.
months = { $n ->
    [one] { $n } місяць
    [few] { $n } місяці
   *[many] { $n } місяців
}

# Що рухає прогоном.

drivers-title = Головне невідоме — { $input } ({ $ends }): { $words } від { $low } до { $high }
drivers-subtitle = { $scope }. Середнє «{ $words }» у тій п’ятій частині випадків, де величина найменша (бліде) і де найбільша (яскраве).
driver-title = { $words }: зазвичай { $low }, якщо { $input } — { $from }, і { $high }, якщо { $to }
driver-subtitle = { $scope }. Точка: один випадок; лінія: медіана в кожній десятій частині випадків.

# Дослідження.

compare-title-one = { $variant }: { $words } { $difference } у середньому
compare-title-best = { $variant }: { $words } { $difference } у середньому, краще { $chance }
compare-title = { $words }: що змінює кожен варіант порівняно з «{ $base }»
compare-subtitle = { $scope }. Точка: середня різниця в тих самих випадках; лінія: 95-відсотковий інтервал; смуга: 9 випадків із 10.
tornado-title = Головне невідоме — { $input } ({ $ends }): { $words } від { $low } до { $high }
tornado-subtitle = { $scope }. { $words }, коли одна величина на 10-му процентилі (бліде) і на 90-му (яскраве), решта як випаде.
sweep-title = Найбільше { $words } { $at }: у середньому { $value }
sweep-title-lowest = Найменше { $words } { $at }: у середньому { $value }
sweep-title-over = { $words } залежно від { $keys }
sweep-at = за значення { $value } ({ $key })
sweep-at-lowest = { $at } (менше не пробували)
sweep-at-highest = { $at } (більше не пробували)
sweep-subtitle-one = { $scope }. Лінія: звичайний випадок; смуга: 9 випадків із 10; за кожного значення ті самі випадки.
sweep-subtitle-two = { $scope }. У клітинці середнє; в усіх ті самі випадки. Рамка — найкраще.
sweep-lower = 1 із 20 нижче
sweep-higher = 1 із 20 вище
sweep-best = найкраще в середньому
solve-short-mean = середнє
solve-short-percentile = процентиль
solve-short-chance = імовірність
solve-title-met = { $goal }: уже так
solve-title-reached = Щоб було так: { $goal }, — { $change }
solve-title-break-even = { $n ->
    [one] Щоб окуповуватися у { $n } випадку зі 100, { $change }
   *[other] Щоб окуповуватися у { $n } випадках зі 100, { $change }
}
change-cut = зменште { $key } з { $from } до { $to }
change-raise = збільште { $key } з { $from } до { $to }
change-set = установіть { $key } на { $to }
solve-title-missed = { $goal }: недосяжно, щонайкраще { $best }
solve-subtitle = { $scope }. Смуга: 95-відсотковий інтервал; за кожного значення ті самі випадки.
solve-sure = 95-відсотковий інтервал
optimise-title = { $statistic } найбільше { $at }: { $value }
optimise-title-lowest = { $statistic } найменше { $at }: { $value }
optimise-subtitle = { $scope }. Найкращий вибір і ті, яких стільки випадків від нього не відрізняють; лінія: 95-відсотковий інтервал.
voi-title = Спершу виміряйте { $key }: точне знання варте до { $worth }
voi-subtitle = { $scope }. Скільки коштувало б для рішення точне знання величини, не більше; лінія: 95-відсотковий інтервал.
voi-all = усе, крім випадку
drivers-input = Величина
drivers-when-low = величина мала
drivers-when-high = величина велика
ranges-low = від (95 %)
ranges-high = до (95 %)
networks-head = Спільнота
value-head = Потік або витрата
panel-typical = зазвичай { $value }
panel-backlog = чекають відповіді

# A friend graph.

graph-scope = { $network }, { $people } людей
graph-stamp = reachsim graph · { $network } · seed { $seed }
graph-stamp-file = reachsim graph · { $network } · { $hash } · seed { $seed }
graph-reach-title = { $askers } людей, що питали, охоплюють { $people } різних людей; { $again } контактів — повторні
graph-reach-title-apart = { $askers } людей, що питали, охоплюють { $people } різних людей; майже нікого не зустрічають двічі
graph-reach-subtitle = { $scope }. По одному повідомленню від кожного, { $kind ->
    [chance] кожен зв’язок має свою ймовірність
    [follows] читач бачить { $share } з них
   *[friends] друг бачить { $share } з них
}. Обидві осі — за степенями десяти.
graph-across-askers = ті, хто питав
graph-upward-people = різні люди
graph-line-measured = виміряно
graph-line-closed = формула
graph-line-apart = без перетинів
graph-frequency-title = { $share } з { $people } охоплених людей бачать два повідомлення й більше
graph-frequency-subtitle = { $scope }. Люди за кількістю побачених повідомлень; { $kind ->
    [chance] кожен зв’язок має свою ймовірність
    [follows] читач бачить { $share } з них
   *[friends] друг бачить { $share } з них
}.
graph-across-posts = побачені повідомлення
graph-degrees-title = { $kind ->
    [follows] У середньому { $mean } читачів, а в читача їх { $friend }
   *[friends] У середньому { $mean } друзів, а в друга їх { $friend }
}
graph-degrees-subtitle = { $kind ->
    [follows] { $scope }. Частка людей, які мають стільки читачів або більше. Обидві осі — за степенями десяти.
   *[friends] { $scope }. Частка людей, які мають стільки друзів або більше. Обидві осі — за степенями десяти.
}
graph-across-friends = { $kind ->
    [follows] читачі
   *[friends] друзі
}
graph-upward-share = частка людей
graph-line-people = люди
graph-mark-mean = у середньому { $number }
graph-mark-friend = { $kind ->
    [follows] у читача { $number }
   *[friends] у друга { $number }
}
graph-cascades-title = Повідомлення бачать у середньому { $mean } людей; одне зі ста — { $largest } і більше
graph-cascades-subtitle = { $scope }. Частка з { $n } окремих повідомлень, які бачать стільки людей або більше. Обидві осі — за степенями десяти.
graph-across-reached = люди, які побачили повідомлення
graph-upward-posts = частка повідомлень
graph-line-posts = повідомлення

turns-title = { $goal }, якщо { $must }
turns-must = { $key } { $bound }: { $share }
turns-subtitle = { $scope }. Товста лінія: де цілі досягнуто. Кожне число окремо, від нижніх 5 % до верхніх 5 % того, що про нього думають; усе інше як є.
turns-measured = частка того, що про нього думають, нижче значення; смуга: де цілі досягнуто
turns-line-title = { $goal }: якщо { $first } — { $at }, треба { $second } { $bound }
turns-line-above = { $scope }. На лінії та вище від неї цілі досягнуто. Смуга: 95-відсотковий інтервал.
turns-line-below = { $scope }. На лінії та нижче від неї цілі досягнуто. Смуга: 95-відсотковий інтервал.
turns-line-least = не менше
turns-line-most = не більше
menu-title = Спершу виміряйте: { $name }. Лишиться { $left }
menu-title-bare = Спершу виміряйте: { $name }. Результат вартий { $left }
menu-subtitle = { $scope }. Чого вартий результат вимірювання для рішення, мінус витрати; лінія: 95-відсотковий інтервал.
menu-subtitle-bare = { $scope }. Чого вартий результат вимірювання для рішення; лінія: 95-відсотковий інтервал.
menu-measured = що лишається
menu-measured-bare = ціна результату
robust-title = { $choice }: у середньому найкраще, { $chance } найкраще з усіх; у найгіршій двадцятій частині інший вибір дає на { $worst } більше
robust-subtitle = { $scope }. Наскільки більше дав би інший вибір у тому самому випадку. Точка: у середньому; смуга: до середнього за найгіршою двадцятою частиною.
robust-measured = наскільки більше дав би інший вибір
choice-title = { $kind ->
    [follows] { $n ->
        [one] { $n } обраний досягає { $people } людей; з найбільшою кількістю читачів — { $friends }, випадковий — { $random }
        [few] { $n } обрані досягають { $people } людей; з найбільшою кількістю читачів — { $friends }, випадкові — { $random }
       *[many] { $n } обраних досягають { $people } людей; з найбільшою кількістю читачів — { $friends }, випадкові — { $random }
    }
   *[friends] { $n ->
        [one] { $n } обраний досягає { $people } людей; з найбільшою кількістю друзів — { $friends }, випадковий — { $random }
        [few] { $n } обрані досягають { $people } людей; з найбільшою кількістю друзів — { $friends }, випадкові — { $random }
       *[many] { $n } обраних досягають { $people } людей; з найбільшою кількістю друзів — { $friends }, випадкові — { $random }
    }
}
choice-subtitle = { $scope }. Люди, які бачать одне повідомлення перших стількох, без них самих; { $kind ->
    [chance] кожен зв’язок має свою ймовірність
    [follows] читач бачить його з імовірністю { $share }
   *[friends] друг бачить його з імовірністю { $share }
}. Обидві осі — за степенями десяти.
choice-across = залучені
choice-line = обрані
choice-line-friends = { $kind ->
    [follows] найбільше читачів
   *[friends] найбільше друзів
}
choice-line-random = випадкові
