# Документы о том, чему научился сценарий.

learnt-story = Чему научился сценарий: { $title }
learnt-fact = было { $was }, стало { $is }; { $from }
learnt-from = { $n ->
    [0] выгрузок нет
    [one] { $n } выгрузка
    [few] { $n } выгрузки
   *[other] { $n } выгрузок
}, { $totals ->
    [0] итогов нет
    [one] { $totals } итог
    [few] { $totals } итога
   *[other] { $totals } итогов
}
learnt-keys-title = { $n ->
    [one] { $n } число сценария рядом с тем, что о нём говорят данные
    [few] { $n } числа сценария рядом с тем, что о них говорят данные
   *[other] { $n } чисел сценария рядом с тем, что о них говорят данные
}
learnt-facts = О чём данные сказали больше всего
learnt-look = На что посмотреть
learnt-silent = Что осталось как было
learnt-rows = По чему учился
learnt-interval = { $range } (9 значений из 10)
learnt-range = { $words }: { $typical }, 9 значений из 10 { $range }
learnt-ask-facts = О чём данные сказали больше всего?
learnt-ask-rows = По чему учился сценарий?
learnt-ask-look = На что стоит посмотреть?
learnt-ask-silent = О чём данные ничего не сказали?
learnt-rest = В книге report.xlsx: каждое число до и после, каждый итог и каждый файл
learnt-chapter = Чему научился сценарий
learnt-appendix = Каждое число до и после стоит в книге report.xlsx вместе с файлами, по которым сценарий учился.
learnt-elsewhere = Все числа, итоги и файлы есть в книге и на самой странице.
learnt-head-key = число сценария
learnt-head-range = 9 значений из 10
learnt-head-is = стало
learnt-head-from = по чему
learnt-was-low = было, 5 %
learnt-was-middle = было, середина
learnt-was-high = было, 95 %
learnt-is-low = стало, 5 %
learnt-is-middle = стало, середина
learnt-is-high = стало, 95 %
learnt-narrower = уже на
learnt-conflict = прежний шанс значения меньше, чем говорят данные
learnt-from-day = с
learnt-to-day = по
learnt-observed = насчитано
learnt-tail = доля ожидаемого ниже
learnt-twice = Учтено дважды: то, что сценарий предполагал о { $keys }, само получено из этих данных. Уменьшите их вес через --weight.
learnt-pooled = Сведено вместе: чисел трёх и более страниц одной сети — { $n }. --pool FILE запишет, чего ждать от новой страницы.
sheet-name-learnt = Чему научился
sheet-name-totals = Итоги
read-keys = Каждая строка — число сценария: диапазон, в который верили, диапазон, который оставляют данные, и на чём он стоит. Число, заданное пользователем, не заменяется никогда.
read-learnt-answer = Первая строка говорит, сколько чисел теперь известно лучше. О чём данные молчат, остаётся таким, как в сценарии.
