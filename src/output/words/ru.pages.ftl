# Строка внизу.

stamp-scenario = Сценарий { $hash }
stamp-futures = { $n ->
    [one] { $n } просчитанный случай
    [few] { $n } просчитанных случая
   *[many] { $n } просчитанных случаев
}
scope-of-sample = { $scope }, по первым { $n } случаям
stamp-medians = каждая величина равна своей медиане
share-of-futures = в { $share } случаев

# Графики: общее.

one-in-20-lower = 1 случай из 20 ниже
one-in-20-higher = 1 случай из 20 выше
typical-middle = обычно: столько же ниже, сколько выше
in-every-future = во всех случаях
start = начало
week-n = неделя { $n }
month-n = месяц { $n }
year-n = год { $n }
read-lines = { $scope }. Линия: обычный случай; полоса: 9 случаев из 10.

# Распределение.

distribution-undefined = { $words }: не определено ни в одном случае
distribution-mostly-undefined = { $words }: не определено в большинстве случаев
distribution-same = { $words }: { $typical } во всех случаях
distribution-title = { $words }: обычно { $typical }, в 9 случаях из 10 { $range }
distribution-empty = { $scope }. Показать нечего.
distribution-steps = { $scope }. Столбик: доля случаев с шагом { $step }; яркие: средние 90 % случаев.
distribution-points = { $scope }. Столбик: доля случаев с этим значением.
distribution-beyond = На оси нет крайних 0,5 %: все значения лежат { $range }.
distribution-part = Не определено в { $share } случаев.
mark = { $value }: { $words }
mark-at-least = достигнуто или превышено { $chance }
mark-at-most = не превышено { $chance }
break-even = безубыточность
distribution-middle = средние 90 % случаев
distribution-tails = крайние 10 %

# Рост охвата.

growth-title = { $words }, { $time }: обычно { $typical }, в 9 случаях из 10 { $range }
growth-same = { $words }, { $time }: { $typical }
growth-empty = { $scope }. Показать нечего.
growth-subtitle = { $scope }. Накоплено с начала; линия: обычный случай, полоса: 9 случаев из 10.
growth-ceiling = За краем — потолок: { $words }, { $value }; обычно достигается { $share } от него.
ceiling-friends = друзья в досягаемости

# Лестница.

stairs-one = { $words }: { $value }
stairs-title = { $first_words }: { $first } → { $last_words }: { $last }
stairs-empty = { $scope }. Показать нечего.
stairs-subtitle = { $scope }. Обычные значения и диапазон 9 случаев из 10. Каждая линия сетки — в десять раз больше предыдущей.
link-friends = × { $number } друзей
link-seen = видят { $share }
link-times = × { $number }
link-each = { $n ->
    [one] по { $number } разу каждый
    [few] по { $number } раза каждый
    [many] по { $number } раз каждый
   *[other] по { $number } раза каждый
}

# Вероятность превышения.

exceedance-title = { $words }: не меньше { $value } { $chance }
exceedance-title-most = { $words }: не больше { $value } { $chance }
exceedance-subtitle = { $scope }. Высота кривой: доля случаев, в которых значение внизу достигнуто или превышено.
exceedance-axis = доля случаев, где не меньше

# Частота.

frequency-title = { $share } охваченных видят три истории и больше; в среднем на человека — { $number }
frequency-subtitle = { $scope }. Люди без подписки по числу увиденных историй; средние по случаям.
frequency-axis = увидено историй
frequency-or-more = { $number }+
frequency-people = люди

# Сети и пересечение.

networks-title = { $communities }: в среднем { $people } уникальных людей, на { $share } меньше суммы по сообществам
networks-subtitle = { $scope }. Люди, охваченные любым путём, средние по случаям, они складываются: числа самих сообществ без тех, кого охватили несколько.
networks-twice = пересечения
networks-total = уникальные люди
communities = { $n ->
    [one] { $n } сообщество
    [few] { $n } сообщества
   *[many] { $n } сообществ
}

# Поддержка.

service-title = Отвечено { $answered } вопросов: { $hour } за час, { $day } за сутки
service-subtitle = { $scope }, по неделям. Линия: обычный случай; полоса: 9 случаев из 10.
service-subtitle-by-month = { $scope }, по месяцам: суммы по дням, очередь — на конец месяца. Линия: обычный случай; полоса: 9 случаев из 10.

# Тональность.

tone-title = { $negative } сообщений — нерешённые жалобы, { $positive } — похвалы
tone-title-cost = { $negative } сообщений — нерешённые жалобы; негатив стоит в среднем { $loss }
tone-subtitle = { $scope }, по неделям. Линия: обычный случай; полоса: 9 случаев из 10.
tone-subtitle-by-month = { $scope }, по месяцам. Линия: обычный случай; полоса: 9 случаев из 10.
roles-title = { $words }: { $share } — от роли «{ $role }», в которой { $members } участников
roles-title-alike = Все роли пишут, отвечают и охватывают примерно по своей доле участников
roles-members = участники
roles-subtitle = { $scope }. Доли средних: кто пишет, жалуется и отвечает, и чьи друзья могли это увидеть и увидели. Каждая полоса — 100 %.
campaigns-title = Чистая тональность до «{ $name }» { $before }, во время { $during }, после { $after }
campaigns-title-to-the-end = Чистая тональность до «{ $name }» { $before }, во время { $during }
campaigns-title-from-the-start = Чистая тональность во время «{ $name }» { $during }, после { $after }
campaigns-title-all-along = Чистая тональность во время «{ $name }» { $during }
campaigns-subtitle = { $scope }, по неделям; кампании, меняющие тон, затенены. Линия: обычный случай; полоса: 9 случаев из 10. В заголовке: средние за недели.
campaigns-subtitle-by-month = { $scope }, по месяцам; кампании, меняющие тон, затенены. Линия: обычный случай; полоса: 9 случаев из 10. В заголовке: средние за недели.
competitors-title = Об этом бренде { $share } сообщений; чистая тональность здесь { $tone }, у других { $theirs }
competitors-subtitle = { $scope }. Доля голоса: сообщения о бренде к сообщениям обо всех этих брендах, средние по случаям, в сумме 100 %; под ней — похвалы минус жалобы.
competitors-own = этот бренд
competitors-tone = чистая тональность { $tone }
competitors-axis = бренд

# Воронка.

funnel-title = Лидов за год { $leads }, новых клиентов { $customers }
funnel-title-in = Лидов { $leads }, новых клиентов { $customers }: { $time }
funnel-subtitle = { $scope }. Обычные значения и диапазон 9 случаев из 10; доли — отношения средних.
funnel-direct = кто спрашивает
funnel-earned = друзья участников
funnel-owned = подписчики
funnel-of = { $words }: { $value }
funnel-lead-rate = { $share } становятся лидами
funnel-won-rate = { $share } покупают
funnel-new-rate = { $share } иначе не пришли бы
funnel-leads = лиды по потокам

# Ценность и расходы.

value-title = Ценность { $value } минус расходы { $cost }: остаётся в среднем { $profit }
value-subtitle = { $scope }, { $currency }. Средние по случаям; они складываются.
value-not-computed = Не учтено, потому что там не вычисляется: { $list }.
value-not-counted = Не учтено, цена не задана: { $list }.

# Деньги.

cash-title = Окупается обычно за { $weeks }
cash-title-chance = Окупается { $chance }, обычно за { $weeks }
cash-title-seldom = Окупается лишь { $chance }
cash-subtitle = { $scope }, { $currency }. Получено минус потрачено с начала; маржа нового клиента приходит за { $months }. Линия: обычный случай; полоса: 9 случаев из 10.
cash-subtitle-at-once = { $scope }, { $currency }. Получено минус потрачено с начала. Линия: обычный случай; полоса: 9 случаев из 10.
months = { $n ->
    [one] { $n } месяц
    [few] { $n } месяца
   *[many] { $n } месяцев
}

# Что движет прогоном.

drivers-title = Главное неизвестное — { $input } ({ $ends }): { $words } от { $low } до { $high }
drivers-subtitle = { $scope }. Среднее «{ $words }» в той пятой части случаев, где величина меньше всего (бледное) и где больше всего (яркое).
driver-title = { $words }: обычно { $low }, если { $input } — { $from }, и { $high }, если { $to }
driver-subtitle = { $scope }. Точка: один случай; линия: медиана в каждой десятой части случаев.

# Исследования.

compare-title-one = { $variant }: { $words } { $difference } в среднем
compare-title-best = { $variant }: { $words } { $difference } в среднем, лучше { $chance }
compare-title = { $words }: что меняет каждый вариант по сравнению с «{ $base }»
compare-subtitle = { $scope }. Точка: средняя разница в одних и тех же случаях; линия: 95-процентный интервал; полоса: 9 случаев из 10.
tornado-title = Главное неизвестное — { $input } ({ $ends }): { $words } от { $low } до { $high }
tornado-subtitle = { $scope }. { $words }, когда одна величина на 10-м процентиле (бледное) и на 90-м (яркое), остальное как выпадет.
sweep-title = Больше всего { $words } { $at }: в среднем { $value }
sweep-title-lowest = Меньше всего { $words } { $at }: в среднем { $value }
sweep-title-over = { $words } в зависимости от { $keys }
sweep-at = при значении { $value } ({ $key })
sweep-at-lowest = { $at } (меньше не пробовали)
sweep-at-highest = { $at } (больше не пробовали)
sweep-subtitle-one = { $scope }. Линия: обычный случай; полоса: 9 случаев из 10; при каждом значении одни и те же случаи.
sweep-subtitle-two = { $scope }. В клетке среднее; во всех одни и те же случаи. Рамка — лучшее.
sweep-lower = 1 из 20 ниже
sweep-higher = 1 из 20 выше
sweep-best = лучшее в среднем
solve-short-mean = среднее
solve-short-percentile = процентиль
solve-short-chance = вероятность
solve-title-met = { $goal }: уже так
solve-title-reached = Чтобы было так: { $goal }, — { $change }
solve-title-break-even = { $n ->
    [one] Чтобы окупаться в { $n } случае из 100, { $change }
   *[other] Чтобы окупаться в { $n } случаях из 100, { $change }
}
change-cut = снизьте { $key } с { $from } до { $to }
change-raise = увеличьте { $key } с { $from } до { $to }
change-set = установите { $key } на { $to }
solve-title-missed = { $goal }: недостижимо, в лучшем случае { $best }
solve-subtitle = { $scope }. Полоса: 95-процентный интервал; при каждом значении одни и те же случаи.
solve-sure = 95-процентный интервал
optimise-title = { $statistic } больше всего { $at }: { $value }
optimise-title-lowest = { $statistic } меньше всего { $at }: { $value }
optimise-subtitle = { $scope }. Лучший выбор и те, что столько случаев от него не отличают; линия: 95-процентный интервал.
voi-title = Сначала измерьте { $key }: точное знание стоит до { $worth }
voi-subtitle = { $scope }. Сколько стоило бы для решения точное знание величины, не больше; линия: 95-процентный интервал.
voi-all = всё, кроме случая
drivers-input = Величина
drivers-when-low = величина мала
drivers-when-high = величина велика
ranges-low = от (95 %)
ranges-high = до (95 %)
networks-head = Сообщество
value-head = Поток или расход
panel-typical = обычно { $value }
panel-backlog = ждут ответа

# A friend graph.

graph-scope = { $network }, { $people } человек
graph-stamp = reachsim graph · { $network } · seed { $seed }
graph-stamp-file = reachsim graph · { $network } · { $hash } · seed { $seed }
graph-reach-title = { $askers } спросивших охватывают { $people } разных людей; { $again } контактов — повторные
graph-reach-title-apart = { $askers } спросивших охватывают { $people } разных людей; почти никто не встречается дважды
graph-reach-subtitle = { $scope }. По одному сообщению от каждого спросившего, { $kind ->
    [chance] у каждой связи своя вероятность
    [follows] читатель видит { $share } из них
   *[friends] друг видит { $share } из них
}. Обе оси — по степеням десяти.
graph-across-askers = спросившие
graph-upward-people = разные люди
graph-line-measured = измерено
graph-line-closed = формула
graph-line-apart = без пересечений
graph-frequency-title = { $share } из { $people } охваченных людей видят два сообщения и больше
graph-frequency-subtitle = { $scope }. Люди по числу увиденных сообщений; { $kind ->
    [chance] у каждой связи своя вероятность
    [follows] читатель видит { $share } из них
   *[friends] друг видит { $share } из них
}.
graph-across-posts = увиденные сообщения
graph-degrees-title = { $kind ->
    [follows] В среднем { $mean } читателей, а у читателя их { $friend }
   *[friends] В среднем { $mean } друзей, а у друга их { $friend }
}
graph-degrees-subtitle = { $kind ->
    [follows] { $scope }. Доля людей, у которых столько читателей или больше. Обе оси — по степеням десяти.
   *[friends] { $scope }. Доля людей, у которых столько друзей или больше. Обе оси — по степеням десяти.
}
graph-across-friends = { $kind ->
    [follows] читатели
   *[friends] друзья
}
graph-upward-share = доля людей
graph-line-people = люди
graph-mark-mean = в среднем { $number }
graph-mark-friend = { $kind ->
    [follows] у читателя { $number }
   *[friends] у друга { $number }
}
graph-cascades-title = Сообщение видят в среднем { $mean } человек; одно из ста — { $largest } и больше
graph-cascades-subtitle = { $scope }. Доля из { $n } отдельных сообщений, которые видят столько людей или больше. Обе оси — по степеням десяти.
graph-across-reached = люди, увидевшие сообщение
graph-upward-posts = доля сообщений
graph-line-posts = сообщения

turns-title = { $goal }, если { $must }
turns-must = { $key } { $bound }: { $share }
turns-subtitle = { $scope }. Толстая линия: где цель достигнута. Каждое число отдельно, от нижних 5 % до верхних 5 % того, что о нём думают; всё остальное как есть.
turns-measured = доля того, что о нём думают, ниже значения; полоса: где цель достигнута
turns-line-title = { $goal }: если { $first } — { $at }, нужно { $second } { $bound }
turns-line-above = { $scope }. На линии и выше неё цель достигнута. Полоса: 95-процентный интервал.
turns-line-below = { $scope }. На линии и ниже неё цель достигнута. Полоса: 95-процентный интервал.
turns-line-least = не меньше
turns-line-most = не больше
menu-title = Сначала измерьте: { $name }. Останется { $left }
menu-title-bare = Сначала измерьте: { $name }. Результат стоит { $left }
menu-subtitle = { $scope }. Сколько стоит результат измерения для решения, минус расходы; линия: 95-процентный интервал.
menu-subtitle-bare = { $scope }. Сколько стоит результат измерения для решения; линия: 95-процентный интервал.
menu-measured = что остаётся
menu-measured-bare = цена результата
robust-title = { $choice }: в среднем лучше всего, { $chance } лучше всех; в худшей двадцатой части другой выбор даёт на { $worst } больше
robust-subtitle = { $scope }. Насколько больше дал бы другой выбор в том же случае. Точка: в среднем; полоса: до среднего по худшей двадцатой части.
robust-measured = насколько больше дал бы другой выбор
choice-title = { $kind ->
    [follows] { $n ->
        [one] { $n } выбранный достигает { $people } человек; с наибольшим числом читателей — { $friends }, случайный — { $random }
        [few] { $n } выбранных достигают { $people } человек; с наибольшим числом читателей — { $friends }, случайные — { $random }
       *[many] { $n } выбранных достигают { $people } человек; с наибольшим числом читателей — { $friends }, случайные — { $random }
    }
   *[friends] { $n ->
        [one] { $n } выбранный достигает { $people } человек; с наибольшим числом друзей — { $friends }, случайный — { $random }
        [few] { $n } выбранных достигают { $people } человек; с наибольшим числом друзей — { $friends }, случайные — { $random }
       *[many] { $n } выбранных достигают { $people } человек; с наибольшим числом друзей — { $friends }, случайные — { $random }
    }
}
choice-subtitle = { $scope }. Люди, которые видят одно сообщение первых стольких-то, без них самих; { $kind ->
    [chance] у каждой связи своя вероятность
    [follows] читатель видит его с вероятностью { $share }
   *[friends] друг видит его с вероятностью { $share }
}. Обе оси — по степеням десяти.
choice-across = привлечённые
choice-line = выбранные
choice-line-friends = { $kind ->
    [follows] больше всего читателей
   *[friends] больше всего друзей
}
choice-line-random = случайные
