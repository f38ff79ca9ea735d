# Местная страница: числа, которые можно двигать, и ответ, который за ними следует.

live-tabs = Сценарии
live-languages = Язык
live-errors = Что не так
live-noscript = Без скриптов эту страницу можно читать, но числа на ней не двигаются.
live-behind = За этими числами: { $futures }.
live-draft = Остальное досчитается, когда вы остановитесь.
live-difference = { $by } в среднем
live-better = { $by } в среднем, лучше { $chance }
live-same = как есть
live-changes = { $label }: было { $was }, стало { $now }
live-tries = Пробы рядом
live-try-name = Название этой пробы
live-keep = Оставить рядом
live-as-is = Как есть
live-now = Сейчас
live-take-up = Продолжить с неё
live-forget = Забыть
live-dials = Что можно двигать
live-drivers = Что сильнее всего меняет ответ
live-tried = Что меняют варианты из файла
live-search = { $n ->
    [one] Поиск по { $n } числу
   *[other] Поиск по { $n } числам
}
live-none = Такого числа нет.
live-exact = точно
live-low = Нижний конец
live-high = Верхний конец
live-typed = введено здесь
live-was = Было: { $text }
live-back = Вернуть
live-all-back = Вернуть всё
live-about = Что это
live-what-ifs = А если сделать иначе?
live-try = Попробовать
live-solve = Что для этого нужно?
live-solve-goal = Цель
live-solve-dial = Что двигать
live-solve-from = От
live-solve-to = До
live-solve-find = Найти
live-solve-take = Взять
live-stop = Остановить
live-pictures = Графики
live-chosen = Какие графики показаны
live-take = Взять с собой
live-take-name = Название
live-save = Сохранить как TOML
live-saved = Сохранено: { $where }
live-report = Сделать отчёт
live-made = Отчёт в папке { $where }
live-command = Те же числа в командной строке:
live-copy = Скопировать
live-screen = Как это говорит терминал
live-local = Эту страницу даёт ваш собственный компьютер, и всё, что вы здесь делаете, остаётся на нём.
live-gone = Ответа больше нет: запустите `reachsim serve` снова. То, что вы пробовали, осталось в адресе этой страницы.

# Что показывает каждый график, в двух-трёх словах.

live-picture-staircase = От вопросов к людям
live-picture-reach-build-up = Как растёт охват
live-picture-frequency = Как часто видят
live-picture-networks = Сети
live-picture-service = Обслуживание
live-picture-tone = Тональность
live-picture-roles = Роли
live-picture-campaigns = Кампании
live-picture-competitors = Конкуренты
live-picture-funnel = От просмотров к клиентам
live-picture-value = Ценность и расходы
live-picture-cash = Деньги во времени
live-picture-distribution = Разброс результата
live-picture-exceedance = Вероятность превысить
live-picture-tornado = Что меняет результат
live-picture-driver = Самая сильная величина
live-picture-ranges = Диапазоны рядом
live-picture-regret = Как держится лучший выбор
live-picture-history = Недели прошедшие и будущие
live-picture-worth = Чего стоит знание
live-picture-weekly = По неделям
live-picture-weekly-reach = Охват по неделям
live-picture-event = Событие
