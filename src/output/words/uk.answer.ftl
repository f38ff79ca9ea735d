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
answer-head-targets = Як часто досягаються цілі: сто крапок — сто випадків
answer-head-causes = Що найбільше змінює відповідь
answer-head-decision = Що робити
answer-head-measure = Що виміряти спочатку
answer-head-assumed = Що прийнято за вас
answer-wanted-met = { $chance }; потрібно в { $wanted }: досягнуто
answer-wanted-missed = { $chance }; потрібно в { $wanted }: не досягнуто
answer-more = { $n ->
    [one] Ще { $n } ціль є у звіті
    [few] Ще { $n } цілі є у звіті
   *[many] Ще { $n } цілей є у звіті
}

# Що робити, і гроші.

do-what = що
do-why = чому
do-gain = виграш у середньому
do-do = Зробити: { $name }
do-leave = Не робити: { $name }
do-better = краще { $chance }; показник: { $words }
do-worse = гірше { $chance }; показник: { $words }
do-mind = Не розраховувати на ціль: { $name }
do-measure = Виміряти спочатку: { $input }
do-measure-why = точне знання може змінити рішення
do-nothing = Більше нічого не вимірювати
do-nothing-why = жодне дослідження себе не окупить
do-worth = до { $worth } { $unit }
money-title = Цінність { $value } мінус витрати { $cost }: лишається в середньому { $profit } { $unit }, рентабельність { $roi }
money-title-without = Цінність { $value } мінус витрати { $cost }: лишається в середньому { $profit } { $unit }
money-paid = Витрати окупаються { $chance }.
money-paid-by = Витрати окупаються { $chance }; у половині всіх випадків за { $weeks }.
read-do = У кожному рядку — що робити чи чого не робити, чому, і скільки це дає в середньому. Варіанти порівнюються в тих самих випадках; цінність знання — найбільше, чого може бути варте дослідження.
read-money = Середні складаються, рентабельність — середній прибуток до середніх витрат; звичайні значення не складаються. Там, де витрати не окупаються за весь строк, числа тижнів немає.
