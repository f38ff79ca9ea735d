# Листы книги.

sheet-name-answer = Ответ
sheet-name-summary = Итоги
sheet-name-inputs = Исходные данные
sheet-name-weekly = По неделям
sheet-name-monthly = По месяцам
sheet-name-years = Финансовые годы
sheet-name-reach = Охват
sheet-name-overlap = Пересечения
sheet-name-funnel = Воронка
sheet-name-value = Ценность
sheet-name-histogram = Гистограмма
sheet-name-streams = Потоки ценности
sheet-name-costs = Расходы
sheet-name-cash-flow = Денежный поток
sheet-name-variants = Варианты
sheet-name-drivers = Что влияет
sheet-name-sources = Источники
sheet-name-glossary = Словарь
sheet-name-trials = Случаи

# Их заголовки.

sheet-typical = обычно
sheet-percentile = { $percent } %
sheet-low = снизу (5 %)
sheet-high = сверху (95 %)
sheet-apart = разница
sheet-week = неделя
sheet-begins = начало
sheet-month = месяц
sheet-days = дней
sheet-future = случай
sheet-since-start = { $words }, с начала
years-mean = { $year }, в среднем
years-percent = { $year }, { $percent } %
years-all = весь срок, в среднем
year-in-part = { $year }, { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}

# Что они говорят.

sheet-futures = Первые { $n ->
    [one] { $n } случай
    [few] { $n } случая
   *[other] { $n } случаев
}, по одному в строке. Этот лист не печатается.
sheet-streams-title = Больше всего приносит: { $words } — { $share } всего полученного
sheet-costs-title = Больше всего стоит: { $words } — { $share } всех расходов
sheet-at-least = { $words }: не меньше { $value }
sheet-at-most = { $words }: не больше { $value }
sheet-causes = Что влияет сильнее всего
sheet-decision = Что делать
sheet-measure = Что измерить в первую очередь
sheet-assumed = Что предположено

# Лист денег.

cash-months = За сколько месяцев приходит маржа (0 — сразу)
cash-months-range = От 0 до 156 месяцев; 0 — сразу.
cash-discount-range = От 0 % до 100 % в год.
cash-counted = Учтена вся маржа
cash-chart = Накопленные деньги за { $n ->
    [one] { $n } неделю
    [few] { $n } недели
   *[other] { $n } недель
}, в среднем по всем случаям
