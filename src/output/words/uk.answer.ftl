# Відповідь на одній сторінці.

answer-average-high = У середньому { $mean }, бо в одному випадку з десяти вище за { $end }
answer-average-low = У середньому { $mean }, бо в одному випадку з десяти нижче за { $end }
answer-cause = { $words } в середньому: { $low } за низького значення, { $high } за високого
answer-stream = { $value } з { $all } { $unit } цінності в середньому
answer-what-if = { $name }: { $verdict }. У середньому { $words } { $gain }
answer-better = { $told }, краще { $chance }
answer-targets = Потрібну ймовірність має { $met } з { $all } цілей
answer-do = Варто робити: у середньому лишається { $profit } { $unit }
answer-leave = Робити не варто: у середньому лишається { $profit } { $unit }
answer-open = Знак прибутку неясний: у середньому { $profit } { $unit }, і випробувань замало, щоб вирішити
