# Аркуші книги.

sheet-name-answer = Відповідь
sheet-name-summary = Підсумки
sheet-name-inputs = Вихідні дані
sheet-name-weekly = За тижнями
sheet-name-monthly = За місяцями
sheet-name-years = Фінансові роки
sheet-name-reach = Охоплення
sheet-name-overlap = Перетини
sheet-name-funnel = Воронка
sheet-name-value = Цінність
sheet-name-histogram = Гістограма
sheet-name-streams = Потоки цінності
sheet-name-costs = Витрати
sheet-name-cash-flow = Грошовий потік
sheet-name-variants = Варіанти
sheet-name-drivers = Що впливає
sheet-name-sources = Джерела
sheet-name-glossary = Словник
sheet-name-trials = Випадки

# Їхні заголовки.

sheet-typical = зазвичай
sheet-percentile = { $percent } %
sheet-low = знизу (5 %)
sheet-high = згори (95 %)
sheet-apart = різниця
sheet-week = тиждень
sheet-begins = початок
sheet-month = місяць
sheet-days = днів
sheet-future = випадок
sheet-since-start = { $words }, від початку
years-mean = { $year }, у середньому
years-percent = { $year }, { $percent } %
years-all = увесь строк, у середньому
year-in-part = { $year }, { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[other] { $n } днів
}

# Що вони кажуть.

sheet-futures = Перші { $n ->
    [one] { $n } випадок
    [few] { $n } випадки
   *[other] { $n } випадків
}, по одному в рядку. Цей аркуш не друкується.
sheet-streams-title = Найбільше приносить: { $words } — { $share } усього отриманого
sheet-costs-title = Найбільше коштує: { $words } — { $share } усіх витрат
sheet-at-least = { $words }: щонайменше { $value }
sheet-at-most = { $words }: щонайбільше { $value }
sheet-causes = Що впливає найдужче
sheet-decision = Що робити
sheet-measure = Що виміряти насамперед
sheet-assumed = Що припущено

# Аркуш грошей.

cash-months = За скільки місяців надходить маржа (0 — одразу)
cash-months-range = Від 0 до 156 місяців; 0 — одразу.
cash-discount-range = Від 0 % до 100 % на рік.
cash-counted = Ураховано всю маржу
cash-chart = Накопичені гроші за { $n ->
    [one] { $n } тиждень
    [few] { $n } тижні
   *[other] { $n } тижнів
}, у середньому за всіма випадками
