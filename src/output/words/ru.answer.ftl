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
