# Документи про те, чого навчився сценарій.

learnt-story = Чого навчився сценарій: { $title }
learnt-fact = було { $was }, стало { $is }; { $from }
learnt-from = { $n ->
    [0] вивантажень немає
    [one] { $n } вивантаження
    [few] { $n } вивантаження
   *[other] { $n } вивантажень
}, { $totals ->
    [0] підсумків немає
    [one] { $totals } підсумок
    [few] { $totals } підсумки
   *[other] { $totals } підсумків
}
learnt-keys-title = { $n ->
    [one] { $n } число сценарію поруч із тим, що про нього кажуть дані
    [few] { $n } числа сценарію поруч із тим, що про них кажуть дані
   *[other] { $n } чисел сценарію поруч із тим, що про них кажуть дані
}
learnt-facts = Про що дані сказали найбільше
learnt-look = На що подивитися
learnt-silent = Що лишилося як було
learnt-rows = За чим навчався
learnt-interval = { $range } (9 значень із 10)
learnt-range = { $words }: { $typical }, 9 значень із 10 { $range }
learnt-ask-facts = Про що дані сказали найбільше?
learnt-ask-rows = За чим навчався сценарій?
learnt-ask-look = На що варто подивитися?
learnt-ask-silent = Про що дані нічого не сказали?
learnt-rest = У книзі report.xlsx: кожне число до і після, кожен підсумок і кожен файл
learnt-chapter = Чого навчився сценарій
learnt-appendix = Кожне число до і після стоїть у книзі report.xlsx разом із файлами, за якими сценарій навчався.
learnt-elsewhere = Усі числа, підсумки й файли є в книзі та на самій сторінці.
learnt-head-key = число сценарію
learnt-head-range = 9 значень із 10
learnt-head-is = стало
learnt-head-from = за чим
learnt-was-low = було, 5 %
learnt-was-middle = було, середина
learnt-was-high = було, 95 %
learnt-is-low = стало, 5 %
learnt-is-middle = стало, середина
learnt-is-high = стало, 95 %
learnt-narrower = вужче на
learnt-conflict = колишній шанс значення, меншого за те, що кажуть дані
learnt-from-day = від
learnt-to-day = до
learnt-observed = нараховано
learnt-tail = частка очікуваного нижче
learnt-twice = Враховано двічі: те, що сценарій припускав про { $keys }, саме отримано з цих даних. Зменште їхню вагу через --weight.
learnt-pooled = Зведено разом: чисел трьох і більше сторінок однієї мережі — { $n }. --pool FILE запише, чого чекати від нової сторінки.
sheet-name-learnt = Чого навчився
sheet-name-totals = Підсумки
read-keys = Кожен рядок — число сценарію: діапазон, у який вірили, діапазон, який лишають дані, і на чому він стоїть. Число, яке задав користувач, ніколи не замінюється.
read-learnt-answer = Перший рядок каже, скільки чисел тепер відомо краще. Про що дані мовчать, лишається таким, як у сценарії.
