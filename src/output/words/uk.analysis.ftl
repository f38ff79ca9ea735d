# Показники вивантажень.

figure-posts = дописи
figure-reach_per_post = охоплення допису
figure-frequency = показів на охопленого
figure-engagement = залученість
figure-non_follower_reach = охоплено не підписників
figure-followers = підписники
figure-gained = нові підписники
figure-lost = ті, хто відписався
figure-questions = запитання
figure-answered_share = з відповіддю
figure-response_p50_hours = час до відповіді, половина
figure-response_p90_hours = час до відповіді, дев’ять із десяти
figure-authors = різних людей, що питали
figure-share_positive = позитивні
figure-share_neutral = нейтральні
figure-share_negative = негативні
figure-share_of_voice = частка голосу
figure-leads = ліди
figure-won = виграні ліди
figure-code_share = причина
fact-named = { $fact }: { $name }

# Групи.

by-who = хто
by-what = про що
by-when = коли
by-where = де
by-why = чому
by-how = як
by-extent = скільки
by-brand = бренди
column-author = автори
column-role = ролі
column-topic = теми
column-brand = бренди
column-hour = години
column-weekday = дні тижня
column-network = мережі
column-place = майданчики
column-country = країни
column-channel = канали
column-source = джерела
column-code = причини
column-format = типи
column-reach = за охопленням
column-audience = за аудиторією
column-engagement = за залученістю
column-audience-whole = аудиторія
column-audience-age = вік аудиторії
column-audience-gender = стать аудиторії
column-audience-age-and-gender = вік і стать аудиторії
column-audience-city = міста аудиторії
column-audience-country = країни аудиторії
of-posts = дописи
of-questions = запитання
of-messages = повідомлення
of-tickets = звернення
of-leads = ліди
of-days = дні
of-authors = люди
of-people = люди
group-author = автор { $n }
role-employee = працівники
role-advocate = адвокати бренду
role-critic = критики
role-other = усі інші
group-no-code = не підходить жоден список слів
group-several = підходить кілька
group-at-least = { $from } і більше
group-below = менше { $to }
weekday-1 = понеділок
weekday-2 = вівторок
weekday-3 = середа
weekday-4 = четвер
weekday-5 = п’ятниця
weekday-6 = субота
weekday-7 = неділя
hours = { $number } год
minutes = { $number } хв
days-long = { $number } діб
series-questions = запитання
series-posts = дописи
series-messages = повідомлення
series-leads = ліди
series-reach = охоплення
series-reach_followers = охоплення підписників
series-reach_viral = охоплення через друзів
series-reach_paid = платне охоплення
series-impressions = покази
series-views = перегляди
series-visits = відвідування
series-engagements = залучення
series-reactions = реакції
series-comments = коментарі
series-shares = поширення
series-saves = збереження
series-clicks = кліки
series-followers = підписники
series-gained = нові підписники
series-lost = ті, хто відписався
series-users = люди на сайті
series-sessions = сеанси
series-events = події
series-count = випадки
series-exposure = експозиція
zone-as-written = час, як у файлах
zone-in = час зони { $zone }

# Екран вивантажень.

analysis-files = { $n ->
    [one] { $n } файл
    [few] { $n } файли
   *[other] { $n } файлів
}, { $zone }
analysis-reach = Охоплення та частота
analysis-talk = Запитання і відповіді
analysis-tone = Тональність
analysis-voice = Частка голосу
analysis-leads = Ліди
analysis-nothing = Жодного показника з цих файлів не отримати: --receipt скаже, як зрозуміли кожен.
analysis-event = Подія
analysis-by = Далі: --by { $ids }, --event ВІД..ДО, --receipt, --out ТЕКА
analysis-cannot = Файли не кажуть, { $by }.
analysis-table = { $name } ({ $of }, { $total })
analysis-rest = і ще { $n }, разом { $count }
analysis-silent = нічого не кажуть тут: { $n }
analysis-overlaps = одне може потрапити в кілька: частки не мусять скластися
analysis-skew = десята частина, що пише найбільше, написала { $share } усього
analysis-tones = { $positive } позитивних, { $negative } негативних
analysis-odd = Дивно
analysis-left-out = Не ввійшло
analysis-tasks = Завдання
analysis-sample = Тексти для перевірки та відповідні списки слів

# Що стоїть поруч із показником.

aside-median-post = типовий допис { $value }
aside-half = половина з них { $range }
aside-per-week = { $value } на тиждень
aside-weeks = { $range } у 9 тижнях із 10
aside-falling = падає: у другій половині на { $share } менше
aside-rising = зростає: у другій половині на { $share } більше
aside-steady = без змін
aside-views = { $value } перегляду на охопленого; перегляди рахують повтори
aside-median-day = типовий день { $value }
aside-never = без відповіді: { $value }
aside-share = { $share } усього
aside-first = { $value } на початку
aside-audience = { $share } за аудиторією, як її моделює сервіс
aside-coded = за розміткою { $share }
aside-kappa = каппа { $value }
aside-rank = місце { $rank } з { $brands } брендів
aside-amount = на суму { $value }
remark-views-are-not-impressions = дано лише перегляди, а це не покази
remark-paid-unknown = не сказано, які дописи рекламували
remark-as-coded = за розміткою, не перевірено
remark-corrected = виправлено за перевіреною вибіркою
remark-checked-too-few = перевірено менше ніж 100: не виправлено
remark-coding-cannot-tell = перевірена вибірка показує, що така розмітка не розрізняє
remark-neutral-is-unknown = нейтральні не ввійшли як невідомі
remark-business-hours = у робочих годинах
remark-business-hours-left-out = без звернень у робочих годинах
remark-among-never = відповіли менше ніж на дев’ять із десяти
remark-bursts = повідомлення йдуть сплесками
remark-typical-differs = відношення сум не те, що в типового допису
remark-export-day-assumed = днем вивантаження взято останній день рядків
remark-everybody-is-people = жоден файл не каже, хто бренд: усі вважаються людьми
remark-shared-people = у мереж є спільні люди

# До і після.

event-since = з { $day }
event-sum = Різниця становить { $value } ({ $range }).
event-rank = Із { $places } вікон такої довжини за незвичністю воно на місці { $rank }.
event-weeks = Тижнів до: { $before }, під час: { $during }, після: { $after }.
event-months = Місяців до: { $before }, під час: { $during }, після: { $after }.
caution-no-control = Що було б і так, ніщо інше не каже: це не доказ причини.
caution-post-hoc = У жодних інших тижнях такої довжини немає більше чи менше: хто обирає найкращі тижні заднім числом, той бачить їх добрими.
caution-neighbours = Сусідні тижні схожі: інтервал надто вузький.
caution-not-unusual = Інші вікна такі самі незвичні.
caution-no-season = До неї менше року: сезон від неї не відрізнити.
caution-gaps-as-nought = Тижні без рядків вважаються нулем.

# Що дивно і що не ввійшло.

odd-burst = { $period }: { $series } — { $count }, зазвичай { $usual }
odd-gap = { $file }: { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[other] { $n } днів
} без рядка, найдовший ряд { $longest }; нуль чи пропуск?
odd-far = { $file }, рядок { $line }: допис охопив { $reach }, типовий { $median }
odd-far-more = так само далеко, вдесятеро далі за типовий і більше, пішли ще { $n }
odd-same = один текст { $times } разів, авторів { $authors } ({ $file }, рядок { $line })
odd-paid = які з дописів ({ $n }) рекламували, жоден файл не каже
odd-zones = одні файли називають зону свого часу ({ $zones }), інші ні: останні взято за UTC, якщо --zone не каже інакше
odd-exports = показники кількох днів вивантаження: { $days }; накопичені показники пливуть
odd-ends = { $file } закінчується { $last }, його сусіди { $others }
left-young = { $n ->
    [one] { $n } допис
    [few] { $n } дописи
   *[other] { $n } дописів
} молодші за { $days } днів на день вивантаження, { $day }: не в охопленні та залученості
left-young-assumed = { $n ->
    [one] { $n } допис
    [few] { $n } дописи
   *[other] { $n } дописів
} молодші за { $days } днів на останній день рядків, { $day }: не в охопленні та залученості
left-no-day = { $n ->
    [one] { $n } допис
    [few] { $n } дописи
   *[other] { $n } дописів
} без дати: скільки їм днів, невідомо, їх використано
left-no-reach = { $n ->
    [one] { $n } допис
    [few] { $n } дописи
   *[other] { $n } дописів
} без охоплення
left-uniques = { $n } денних чисел різних людей: вони не складаються
left-overlapping = { $n } чисел тижнів і 28 днів, які перекриваються
left-answers = { $n ->
    [one] { $n } відповідь
    [few] { $n } відповіді
   *[other] { $n } відповідей
} на те, чого у файлах немає
left-business = { $n ->
    [one] { $n } звернення
    [few] { $n } звернення
   *[other] { $n } звернень
} у робочих годинах
left-no-time = { $n ->
    [one] { $n } рядок
    [few] { $n } рядки
   *[other] { $n } рядків
} без часу
left-no-tone = { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[other] { $n } повідомлень
} без тональності
left-currencies = { $n ->
    [one] { $n } лід
    [few] { $n } ліди
   *[other] { $n } лідів
} в іншій валюті

# Сім завдань.

task-reputation = Репутація
task-competitors = Конкуренти
task-campaigns = Кампанії
task-research = Дослідження
task-support = Підтримка
task-leads = Ліди
task-recruiting = Добір персоналу
task-answered = { $task }: { $facts }
task-partly = { $task }: { $facts }; для більшого: { $missing }
task-missing = { $task }: не з цих файлів; потрібні { $missing }
task-none = { $task }: не з цих файлів
task-unable = Не з цих файлів: { $tasks }; що для кожного потрібно, кажуть документи
missing-messages = повідомлення
missing-tone = їхня тональність
missing-checked = перевірена вибірка (--checked)
missing-brands = два бренди або більше
missing-event = подія (--event)
missing-codes = списки слів (--codes)
missing-buy-code = список слів про бажання купити
missing-job-code = список слів про пошук роботи
missing-sides = хто бренд, або звернення
missing-leads = ліди із системи обліку клієнтів
missing-sources = звідки ліди прийшли
missing-won = етап, що означає перемогу (--won)

# Квитанції.

shape-posts = дописи
shape-days = дні
shape-messages = повідомлення
shape-tickets = звернення
shape-leads = ліди
shape-audience = аудиторія
receipt-kind = вид
receipt-known = , упізнано за { $headings }
receipt-form = форма
receipt-delimiter = , клітинки розділяє { $sign }
receipt-rows = рядки
receipt-used = прочитано { $rows }, використано { $used }
receipt-period = період
receipt-gaps = пропуски
receipt-missing = { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[other] { $n } днів
} без рядка, перший пропуск { $first }
receipt-zone = зона
receipt-columns = стовпці
receipt-ignored = не потрібні
receipt-remark = нотатка
why-total = із сумами
why-heading = знову заголовки
why-repeated = повтори
why-failed = мережа не змогла порахувати
why-empty = без числа
why-no-time = без часу
why-service = службові
why-reply = відповіді іншим

# Факти завдань.

figure-brand_share = частка голосу
figure-source_share = ліди звідти
figure-event_ratio = разів до минулого
figure-event_sum = різниця
of-steps = тижні або місяці
missing-own-brand = який бренд свій (--brand)
caution-few-steps = До неї менше ніж 12 підрахунків: наскільки вони розкидані, майже невідомо.
