# Показатели выгрузок.

figure-posts = публикации
figure-reach_per_post = охват публикации
figure-frequency = показов на охваченного
figure-engagement = вовлечённость
figure-non_follower_reach = охвачено не подписчиков
figure-followers = подписчики
figure-gained = новые подписчики
figure-lost = отписавшиеся
figure-questions = вопросы
figure-answered_share = отвечено
figure-response_p50_hours = время до ответа, половина
figure-response_p90_hours = время до ответа, девять из десяти
figure-authors = разных спросивших
figure-share_positive = позитивные
figure-share_neutral = нейтральные
figure-share_negative = негативные
figure-share_of_voice = доля голоса
figure-leads = лиды
figure-won = выигранные лиды
figure-code_share = причина
fact-named = { $fact }: { $name }

# Группы.

by-who = кто
by-what = о чём
by-when = когда
by-where = где
by-why = почему
by-how = как
by-extent = сколько
by-brand = бренды
column-author = авторы
column-role = роли
column-topic = темы
column-brand = бренды
column-hour = часы
column-weekday = дни недели
column-network = сети
column-place = площадки
column-country = страны
column-channel = каналы
column-source = источники
column-code = причины
column-format = типы
column-reach = по охвату
column-audience = по аудитории
column-engagement = по вовлечённости
column-audience-whole = аудитория
column-audience-age = возраст аудитории
column-audience-gender = пол аудитории
column-audience-age-and-gender = возраст и пол аудитории
column-audience-city = города аудитории
column-audience-country = страны аудитории
of-posts = публикации
of-questions = вопросы
of-messages = сообщения
of-tickets = обращения
of-leads = лиды
of-days = дни
of-authors = люди
of-people = люди
group-author = автор { $n }
role-employee = сотрудники
role-advocate = адвокаты бренда
role-critic = критики
role-other = все остальные
group-no-code = не подходит ни один список слов
group-several = подходит несколько
group-at-least = { $from } и больше
group-below = меньше { $to }
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
hours = { $number } ч
minutes = { $number } мин
days-long = { $number } сут
series-questions = вопросы
series-posts = публикации
series-messages = сообщения
series-leads = лиды
series-reach = охват
series-reach_followers = охват подписчиков
series-reach_viral = охват через друзей
series-reach_paid = платный охват
series-impressions = показы
series-views = просмотры
series-visits = посещения
series-engagements = вовлечения
series-reactions = реакции
series-comments = комментарии
series-shares = репосты
series-saves = сохранения
series-clicks = клики
series-followers = подписчики
series-gained = новые подписчики
series-lost = отписавшиеся
series-users = люди на сайте
series-sessions = сеансы
series-events = события
series-count = случаи
series-exposure = экспозиция
zone-as-written = время, как в файлах
zone-in = время зоны { $zone }

# Экран выгрузок.

analysis-files = { $n ->
    [one] { $n } файл
    [few] { $n } файла
   *[other] { $n } файлов
}, { $zone }
analysis-reach = Охват и частота
analysis-talk = Вопросы и ответы
analysis-tone = Тональность
analysis-voice = Доля голоса
analysis-leads = Лиды
analysis-nothing = Ни одного показателя из этих файлов не получить: --receipt скажет, как понят каждый.
analysis-event = Событие
analysis-by = Дальше: --by { $ids }, --event ОТ..ДО, --receipt, --out ПАПКА
analysis-cannot = Файлы не говорят, { $by }.
analysis-table = { $name } ({ $of }, { $total })
analysis-rest = и ещё { $n }, вместе { $count }
analysis-silent = ничего не говорят здесь: { $n }
analysis-overlaps = одно может попасть в несколько: доли не обязаны сложиться
analysis-skew = десятая часть, которая пишет больше всех, написала { $share } всего
analysis-tones = { $positive } позитивных, { $negative } негативных
analysis-odd = Странно
analysis-left-out = Не вошло
analysis-tasks = Задачи
analysis-sample = Тексты для проверки и подошедшие списки слов

# Что стоит рядом с показателем.

aside-median-post = типичная публикация { $value }
aside-half = половина из них { $range }
aside-per-week = { $value } в неделю
aside-weeks = { $range } в 9 неделях из 10
aside-falling = падает: во второй половине на { $share } меньше
aside-rising = растёт: во второй половине на { $share } больше
aside-steady = без изменений
aside-views = { $value } просмотра на охваченного; просмотры считают повторы
aside-median-day = типичный день { $value }
aside-never = без ответа: { $value }
aside-share = { $share } всего
aside-first = { $value } в начале
aside-audience = { $share } по аудитории, как её моделирует сервис
aside-coded = по разметке { $share }
aside-kappa = каппа { $value }
aside-rank = место { $rank } из { $brands } брендов
aside-amount = на сумму { $value }
remark-views-are-not-impressions = даны только просмотры, а это не показы
remark-paid-unknown = не сказано, какие публикации рекламировали
remark-as-coded = по разметке, не проверено
remark-corrected = исправлено по проверенной выборке
remark-checked-too-few = проверено меньше 100: не исправлено
remark-coding-cannot-tell = проверенная выборка показывает, что такая разметка не различает
remark-neutral-is-unknown = нейтральные не вошли как неизвестные
remark-business-hours = в рабочих часах
remark-business-hours-left-out = без обращений в рабочих часах
remark-among-never = отвечено меньше чем на девять из десяти
remark-bursts = сообщения идут всплесками
remark-typical-differs = отношение сумм не то, что у типичной публикации
remark-export-day-assumed = днём выгрузки принят последний день строк
remark-everybody-is-people = ни один файл не говорит, кто бренд: все считаются людьми
remark-shared-people = у сетей есть общие люди

# До и после.

event-since = с { $day }
event-sum = Разница составляет { $value } ({ $range }).
event-rank = Из { $places } окон такой длины по необычности оно на месте { $rank }.
event-weeks = Недель до: { $before }, во время: { $during }, после: { $after }.
event-months = Месяцев до: { $before }, во время: { $during }, после: { $after }.
caution-no-control = Что было бы и так, ничто другое не говорит: это не доказательство причины.
caution-post-hoc = Ни в каких других неделях такой длины нет больше или меньше: кто выбирает лучшие недели задним числом, тот находит их хорошими.
caution-neighbours = Соседние недели похожи: интервал слишком узок.
caution-not-unusual = Другие окна столь же необычны.
caution-no-season = До него меньше года: сезон от него не отличить.
caution-gaps-as-nought = Недели без строк считаются нулём.

# Что странно и что не вошло.

odd-burst = { $period }: { $series } — { $count }, обычно { $usual }
odd-gap = { $file }: { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
} без строки, самый длинный ряд { $longest }; ноль или пропуск?
odd-far = { $file }, строка { $line }: публикация охватила { $reach }, типичная { $median }
odd-far-more = так же далеко, в десять раз дальше типичной и больше, ушли ещё { $n }
odd-same = один текст { $times } раз, авторов { $authors } ({ $file }, строка { $line })
odd-paid = какие из публикаций ({ $n }) рекламировали, ни один файл не говорит
odd-zones = одни файлы называют зону своего времени ({ $zones }), другие нет: последние приняты за UTC, если --zone не говорит иначе
odd-exports = показатели нескольких дней выгрузки: { $days }; накопленные показатели плывут
odd-ends = { $file } кончается { $last }, его соседи { $others }
left-young = { $n ->
    [one] { $n } публикация
    [few] { $n } публикации
   *[other] { $n } публикаций
} моложе { $days } дней на день выгрузки, { $day }: не в охвате и вовлечённости
left-young-assumed = { $n ->
    [one] { $n } публикация
    [few] { $n } публикации
   *[other] { $n } публикаций
} моложе { $days } дней на последний день строк, { $day }: не в охвате и вовлечённости
left-no-day = { $n ->
    [one] { $n } публикация
    [few] { $n } публикации
   *[other] { $n } публикаций
} без даты: сколько им дней, неизвестно, они использованы
left-no-reach = { $n ->
    [one] { $n } публикация
    [few] { $n } публикации
   *[other] { $n } публикаций
} без охвата
left-uniques = { $n } дневных чисел разных людей: они не складываются
left-overlapping = { $n } чисел недель и 28 дней, которые перекрываются
left-answers = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[other] { $n } ответов
} на то, чего в файлах нет
left-business = { $n ->
    [one] { $n } обращение
    [few] { $n } обращения
   *[other] { $n } обращений
} в рабочих часах
left-no-time = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[other] { $n } строк
} без времени
left-no-tone = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[other] { $n } сообщений
} без тональности
left-currencies = { $n ->
    [one] { $n } лид
    [few] { $n } лида
   *[other] { $n } лидов
} в другой валюте

# Семь задач.

task-reputation = Репутация
task-competitors = Конкуренты
task-campaigns = Кампании
task-research = Исследования
task-support = Поддержка
task-leads = Лиды
task-recruiting = Подбор персонала
task-answered = { $task }: { $facts }
task-partly = { $task }: { $facts }; для большего: { $missing }
task-missing = { $task }: не из этих файлов; нужны { $missing }
task-none = { $task }: не из этих файлов
task-unable = Не из этих файлов: { $tasks }; что для каждой нужно, говорят документы
missing-messages = сообщения
missing-tone = их тональность
missing-checked = проверенная выборка (--checked)
missing-brands = два бренда или больше
missing-event = событие (--event)
missing-codes = списки слов (--codes)
missing-buy-code = список слов о желании купить
missing-job-code = список слов о поиске работы
missing-sides = кто бренд, или обращения
missing-leads = лиды из системы учёта клиентов
missing-sources = откуда лиды пришли
missing-won = этап, который значит победу (--won)

# Квитанции.

shape-posts = публикации
shape-days = дни
shape-messages = сообщения
shape-tickets = обращения
shape-leads = лиды
shape-audience = аудитория
receipt-kind = вид
receipt-known = , узнан по { $headings }
receipt-form = форма
receipt-delimiter = , ячейки разделяет { $sign }
receipt-rows = строки
receipt-used = прочитано { $rows }, использовано { $used }
receipt-period = период
receipt-gaps = пропуски
receipt-missing = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
} без строки, первый пропуск { $first }
receipt-zone = зона
receipt-columns = столбцы
receipt-ignored = не нужны
receipt-remark = заметка
why-total = с суммами
why-heading = снова заголовки
why-repeated = повторы
why-failed = сеть не смогла посчитать
why-empty = без числа
why-no-time = без времени
why-service = служебные
why-reply = ответы другим

# Факты задач.

figure-brand_share = доля голоса
figure-source_share = лиды оттуда
figure-event_ratio = раз к прошлому
figure-event_sum = разница
of-steps = недели или месяцы
missing-own-brand = какой бренд свой (--brand)
caution-few-steps = До него меньше 12 подсчётов: насколько они разбросаны, почти неизвестно.
