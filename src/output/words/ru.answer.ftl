# Ответ на одной странице.

answer-average-high = В среднем { $mean }, потому что в одном случае из десяти выше { $end }
answer-average-low = В среднем { $mean }, потому что в одном случае из десяти ниже { $end }
answer-cause = { $words } в среднем: { $low } при низком значении, { $high } при высоком
answer-stream = { $value } из { $all } { $unit } ценности в среднем
answer-what-if = { $name }: { $verdict }. В среднем { $words } { $gain }
answer-better = { $told }, лучше { $chance }
answer-targets = Нужная вероятность есть у { $met } из { $all } целей
answer-do = Стоит делать: в среднем остаётся { $profit } { $unit }
answer-leave = Делать не стоит: в среднем остаётся { $profit } { $unit }
answer-open = Знак прибыли неясен: в среднем { $profit } { $unit }, и испытаний слишком мало, чтобы решить
answer-head-targets = Как часто выполняются цели: сто точек — сто случаев
answer-head-causes = Что сильнее всего меняет ответ
answer-head-decision = Что делать
answer-head-measure = Что измерить сначала
answer-head-assumed = Что принято за вас
answer-wanted-met = { $chance }; нужно в { $wanted }: достигнута
answer-wanted-missed = { $chance }; нужно в { $wanted }: не достигнута
answer-more = { $n ->
    [one] Ещё { $n } цель есть в отчёте
    [few] Ещё { $n } цели есть в отчёте
   *[many] Ещё { $n } целей есть в отчёте
}

# Что делать, и деньги.

do-what = что
do-why = почему
do-gain = выигрыш в среднем
do-do = Сделать: { $name }
do-leave = Не делать: { $name }
do-better = лучше { $chance }; показатель: { $words }
do-worse = хуже { $chance }; показатель: { $words }
do-mind = Не рассчитывать на цель: { $name }
do-measure = Измерить сначала: { $input }
do-measure-why = точное знание может изменить решение
do-nothing = Больше ничего не измерять
do-nothing-why = никакое исследование себя не окупит
do-worth = до { $worth } { $unit }
money-title = Ценность { $value } минус расходы { $cost }: остаётся в среднем { $profit } { $unit }, рентабельность { $roi }
money-title-without = Ценность { $value } минус расходы { $cost }: остаётся в среднем { $profit } { $unit }
money-paid = Расходы окупаются { $chance }.
money-paid-by = Расходы окупаются { $chance }; в половине всех случаев за { $weeks }.
read-do = В каждой строке — что делать или чего не делать, почему, и сколько это даёт в среднем. Варианты сравниваются в одних и тех же случаях; ценность знания — самое большее, чего может стоить исследование.
read-money = Средние складываются, рентабельность — средняя прибыль к средним расходам; обычные значения не складываются. Там, где расходы не окупаются за весь срок, числа недель нет.
