# Що кажуть вихідні тексти: шаблони за першими словами англійського.

# cli

nothing-is-told-by-the-data-of-three-pages-of-one-network-which-is = ні про що немає даних трьох сторінок однієї мережі, а менше зводити не можна
pool-and-out-name-the-same-file = --pool і --out називають той самий файл
without-outcomes-there-are-no-exports-and-flag-says-how-they-are-read = без `--outcomes` вивантажень немає, а `{ $flag }` каже, як їх читати
one-answer-has-one-language-render-makes-documents-in-several = одна відповідь — однією мовою; кількома документи робить `render`

# cli/analyse

questions-and-posts-are-some-of-them = є, наприклад, `questions` і `posts`
there-is-no-series-id-help = немає ряду `{ $id }`: { $help }

# cli/check

one-scenario-or-baseline-cannot-be-read-as-is-told-above = один сценарій або еталон не читається, про що сказано вище
some-of-them-cannot-be-read-as-is-told-above = деякі з них не читаються, про що сказано вище
there-is-neither-a-scenario-nor-a-baseline-name-to-update = немає ні сценарію, ні еталона `{ $name }`, який можна оновити
removed-because-its-scenario-is-gone = видалено: його сценарію більше немає
its-scenario-is-gone-if-that-is-what-was-meant-update-stem = його сценарію більше немає; якщо так і задумано: `--update { $stem }`
cannot-write-path-reason = не вдалося записати `{ $path }`: { $reason }
it-was-called-stem-in-revision = у { $revision } він називався `{ $stem }`
it-is-in-revision-and-is-gone = у { $revision } він є, а тепер його немає

# cli/check/found

name-the-scenarios-or-their-folder = назвіть сценарії або їхню папку
there-is-no-scenario-in-path = у `{ $path }` немає жодного сценарію
two-scenarios-are-called-stem-and-would-share-a-baseline = два сценарії називаються `{ $stem }`, і еталон у них був би один
cannot-read-folder-error = не вдалося прочитати `{ $folder }`: { $error }
path-is-passed-over-why = `{ $path }` пропущено: { $why }
it-is-a-link-to-a-folder = це посилання на папку
it-has-no-title-as-a-theme-or-a-part-of-other-scenarios = у ньому немає title: це тема або частина інших сценаріїв

# cli/check/revision

folder-is-in-no-git-repository-why = `{ $folder }` не лежить у репозиторії git: { $why }
git-knows-no-revision-revision = git не знає ревізії `{ $revision }`
cannot-make-a-temporary-folder-error = не вдалося створити тимчасову папку: { $error }
path-is-not-in-the-repository-repository = `{ $path }` не лежить у репозиторії `{ $repository }`
git-cannot-unpack-the-revision-why = git не зміг розпакувати ревізію: { $why }
git-cannot-be-started-error = git не запускається: { $error }
git-says-nothing = git нічого не сказав

# cli/claims

folder-why = `{ $folder }`: { $why }
is-no-folder-that-can-be-read-error = це не папка, яку можна прочитати: { $error }
has-no-scenario-a-claim-is-a-file-whose-name-ends-in-toml = у ній немає жодного сценарію: твердження — це файл, ім’я якого закінчується на .toml

# cli/compare

against-names-a-what-if-of-one-file-and-here-are-several = --against називає варіант одного файлу, а тут їх кілька

# cli/exit

stopped-after-done-of-all-futures-the-same-command-with-resume-goes-on-from = зупинено: готово { $done } з { $all } випадків; та сама команда з --resume продовжить звідси
interrupted-the-files-of-earlier-runs-are-as-they-were = перервано; файли попередніх прогонів лишилися, якими були

# cli/explain

there-is-no-key-key-way_out = немає ключа `{ $key }`: { $way_out }

# cli/failure

to-begin-anew-remove-the-folder = щоб почати наново, видаліть папку
write-elsewhere-with-out-or-remove-the-folder = пишіть в інше місце з --out або видаліть папку
resume-goes-on-with-it-to-begin-anew-remove-the-folder = --resume продовжить його; щоб почати наново, видаліть папку
reachsim-run-file-shard-1-4-out-dir-writes-one = її пише `reachsim run FILE --shard 1/4 --out DIR`
run-it-again = запустіть його знову
told-wait-for-its-end-or-write-elsewhere-with-out = { $told }: дочекайтеся його кінця або пишіть в інше місце з --out
told-make-room-and-go-on-with-resume-or-remove-folder-which-takes-room = { $told }: звільніть місце і продовжте з --resume або видаліть `{ $folder }`, яка теж займає місце

# cli/graph

a-post-would-travel-without-end-among-people-people-give-a-depth-of-2 = серед { $people } людей повідомлення йшло б без кінця: задайте --depth 2, менший --reshare або менше --people
posts-posts-each-offered-to-about-people-people-are-too-many-to-simulate-ask = { $posts } повідомлень, кожне приблизно { $people } людям, — це забагато, щоб моделювати: попросіть менше --questions, менший --reshare або --posts poisson і --depth 2, де моделювати нічого не треба

# cli/graph/choosing

choose-says-how-many-people-to-win-as-in-choose-10-unless-a-budget = --choose каже, скільки людей залучити, як у --choose 10, якщо цього не каже --budget разом із --costs
choose-finds-nobody-who-may-be-won-all-are-given = --choose не знаходить нікого, кого можна залучити: усі вже в --given
budget-is-budget-but-nobody-costs-less-than-cheapest = --budget — { $budget }, але ніхто не коштує менше { $cheapest }
choose-is-most-but-there-are-count-people-who-may-be-won = --choose — { $most }, але залучити можна лише { $count } людей
flag-names-path-which-cannot-be-read-error = { $flag } називає `{ $path }`, але прочитати його не вдалося: { $error }
flag-names-name-nobody-in-this-network-is-called-so-and-there-is-no = { $flag } називає `{ $name }`: у цій мережі нікого так не звуть, і такого файла немає

# cli/graph/input

askers-names-name-and-nobody-in-this-network-is-called-so = --askers називає { $name }, а в цій мережі так нікого не звуть
askers-names-name-twice-and-everybody-there-writes-one-post = --askers називає { $name } двічі, а там кожен пише одне повідомлення
followers-is-followers-but-there-are-people-people = --followers — { $followers }, а всього людей { $people }
followers-is-count-but-with-homophily-they-are-found-one-after-the-other-at = --followers — { $count }, а з --homophily їх відшукують по одному, щонайбільше { $most }: приберіть --homophily або попросіть менше
questions-is-questions-but-with-posts-fixed-it-is-a-whole-number = --questions — { $questions }, а з --posts fixed це ціле число
askers-names-nobody = --askers нікого не називає
there-is-no-synthetic-network-name-known = немає синтетичної мережі `{ $name }`: { $known }
friends-is-friends-but-among-people-people-nobody-has-more-than-most-friends = --friends — { $friends }, а серед { $people } людей ні в кого немає понад { $most } друзів
id-has-a-law-of-its-own-for-the-number-of-friends-leave-out = у `{ $id }` свій закон кількості друзів: приберіть --law і --spread або візьміть --synthetic configuration
law-word-why-help = --law { $word }: { $why }; { $help }
law-is-gamma-lognormal-fixed-or-a-file-of-numbers-of-friends-with-their = --law — це gamma, lognormal, fixed або файл із кількостями друзів та їхніми вагами, а `{ $file }` не читається: { $error }
line-line-of-file-is-text-but-a-number-of-friends-and-its-weight = рядок { $line } у `{ $file }` — `{ $text }`, а потрібні кількість друзів та її вага
line-line-of-file-count-is-no-number-of-friends = рядок { $line } у `{ $file }`: { $count } — не кількість друзів
path-is-a-folder-but-a-list-of-friendships-is-meant = `{ $path }` — папка, а потрібен список дружб
there-is-no-file-path = немає файлу `{ $path }`
path-cannot-be-read-error = `{ $path }` не читається: { $error }
file-why = `{ $file }`: { $why }

# cli/init

no-preset-is-built-in = жодного набору немає

# cli/load

the-system-gives-no-threads-error = система не дає потоків: { $error }
no-browser-was-found-open-the-address-in-one = браузер не знайдено: відкрийте адресу в ньому самі
the-page-is-there-until-ctrl-c = сторінка доступна до Ctrl-C
key-names-a-file-which-only-the-file-of-a-scenario-may-do = `{ $key }` називає файл, а це може робити лише файл сценарію
write-it-into-the-file = запишіть це у файл
the-page-cannot-be-served-error = сторінку не можна показати: { $error }
nothing-is-changed-yet-so-that-there-is-nothing-to-save = поки нічого не змінено, зберігати нема чого
give-what-was-tried-a-name = дайте цій спробі назву
name-is-no-name-for-a-folder-it-consists-of-letters-digits-blanks-and = `{ $name }` не годиться як назва теки: вона складається з літер, цифр, пробілів, `-` і `_`
place-is-a-link-which-is-not-followed = `{ $place }` — посилання, за посиланнями програма не переходить
the-system-gives-no-port-error = система не дає порту: { $error }
cannot-listen-on-port-port-error = порт { $port } не можна слухати: { $error }
port-port-is-taken-next-is-free-give-port-next = порт { $port } зайнято; { $next } вільний: вкажіть --port { $next }
port-port-is-taken-without-port-one-is-chosen = порт { $port } зайнято; без --port програма вибере вільний
the-page-cannot-be-made-error = сторінку не можна скласти: { $error }
value-is-no-place-of-a-scenario = `{ $value }` — не номер сценарію
value-is-none-of-list = `{ $value }` — не з-поміж { $list }
the-question-is-no-json-error = запит — не JSON: { $error }
the-question-is-no-json-object = запит — не об’єкт JSON
futures-is-a-whole-number-from-1-to-most = `futures` — ціле число від 1 до { $most }
name-cannot-be-understood = `{ $name }` не можна зрозуміти
there-is-no-name = немає такого: `{ $name }`
at-most-most-keys-are-set-at-a-time = за один раз змінюють щонайбільше { $most } ключів
the-value-of-key-is-a-text-as-a-file-would-have-it = значення `{ $key }` — текст, як він стояв би у файлі
end-is-no-number = `{ $end }` — не число
the-system-gives-no-random-numbers-error = система не дає випадкових чисел: { $error }
it-is-no-regular-file = це не звичайний файл
it-is-larger-than-limit-mb = файл більший за { $limit } МБ
the-samplers-are-list = способи вибірки такі: { $list }

# cli/optimise

at-most-most-keys-are-varied-together-and-here-are-keys = разом змінюється щонайбільше { $most } ключів, а тут їх { $keys }
say-what-to-maximise-or-to-minimise = скажіть, що шукати: --maximise або --minimise

# cli/presets

there-is-no-preset-id-known = немає набору `{ $id }`: { $known }

# cli/render

dir-holds-no-run-reachsim-run-file-out-dir-writes-one = у `{ $dir }` немає прогону: його пише `reachsim run FILE --out { $dir }`
the-run-in-dir-is-damaged-file-is-missing-or-is-not-the-file = прогін у `{ $dir }` пошкоджено: `{ $file }` немає, або це не той файл, який було записано; запустіть сценарій знову
the-run-in-dir-was-written-by-version-version-run-its-scenario-again = прогін у `{ $dir }` записала версія { $version }: запустіть сценарій знову

# cli/run

there-is-no-trial-trial-the-run-has-trials-counted-from-0 = немає випробування { $trial }: у прогоні їх { $trials }, рахуючи з 0
two-scenarios-would-write-into-folder-run-them-apart-with-out = два сценарії писали б у `{ $folder }`; запустіть їх окремо, з --out
file-has-no-name-that-a-folder-could-have-rename-it = з імені `{ $file }` не зробити імені папки: перейменуйте його
stopped-at-10-000-000-000-trials-the-precision-is-not-reached = зупинено на 10 000 000 000 випробувань: потрібної точності не досягнуто
cannot-read-the-scenario-again-error = не вдалося прочитати сценарій ще раз: { $error }

# cli/sensitivity

inputs-inputs-of-which-each-is-taken-at-both-ends-of-its-range-futures = величин { $inputs }, і кожна береться на обох кінцях свого діапазону: усього { $futures } випадків, це займе близько { $time }. З --top 20 розглядаються лише найбільше пов’язані з показником, а менше --trials бере менше випадків.

# cli/study

there-is-no-scenario = немає сценарію

# cli/sweep

a-sweep-goes-over-one-key-or-two-reachsim-optimise-takes-up-to-four = `sweep` змінює один ключ або два; до чотирьох змінює `reachsim optimise`

# cli/terminal

cannot-write-the-result-error = не вдалося вивести результат: { $error }
error = помилка

# cli/value_of_information

a-decision-is-one-between-two-or-more-between-base-another = рішення — це вибір із двох або більше: --between base,"another"
the-what-if-variant-does-not-measure-name = варіант `{ $variant }` не рахує показник `{ $name }`

# cli/watch

done-of-all-futures = { $done } з { $all } випадків
done-of-all-steps = { $done } з { $all } кроків
done-of-all-what-ifs = { $done } з { $all } випадків для варіантів
count-seconds = { $count } { $count ->
    [one] секунду
    [few] секунди
   *[many] секунд
}
count-minutes = { $count } { $count ->
    [one] хвилину
    [few] хвилини
   *[many] хвилин
}
count-hours = { $count } { $count ->
    [one] годину
    [few] години
   *[many] годин
}
count-days = { $count } { $count ->
    [one] день
    [few] дні
   *[many] днів
}
count-weeks = { $count } { $count ->
    [one] тиждень
    [few] тижні
   *[many] тижнів
}
count-years = { $count } { $count ->
    [one] рік
    [few] роки
   *[many] років
}
rate-a-second-left-left = { $rate } на секунду, ще { $left }

# data/analyse/doubt

nobody-in-these-files-is-word = у цих файлах нікого не звуть `{ $word }`
write-one-of-the-names-in-them-names = напишіть одне з імен, які в них є: { $names }
write-the-name-under-which-the-brand-answers-in-them = напишіть ім’я, під яким бренд у них відповідає
no-lead-is-in-a-stage-word = лідів на етапі `{ $word }` немає
write-a-word-of-one-of-the-stages-names = напишіть слово з назви одного з етапів: { $names }
leave-won-out-these-leads-have-no-stages = приберіть `--won`: у цих лідів немає етапів

# data/analyse/event

an-event-needs-8-weeks-before-it-and-2-of-its-own-and-id = потрібно 8 тижнів до події і 2 під час неї, а в `{ $id }` їх { $before } і { $after }
an-event-needs-8-months-before-it-and-2-of-its-own-and-id = потрібно 8 місяців до події і 2 під час неї, а в `{ $id }` їх { $before } і { $after }
id-has-the-same-count-everywhere-or-none-before-the-event-or-in-it = у `{ $id }` усюди те саме число або до події чи під час неї нічого немає, а для відношення потрібне і те, і те
id-has-counts-below-nought = у `{ $id }` є числа менші за нуль
id-has-too-few-weeks-to-tell-the-event-from-its-own-course = у `{ $id }` замало тижнів, щоб відрізнити подію від звичайного ходу
give-files-with-a-longer-past-another-event-or-another-series = дайте файли з довшим минулим, іншу подію або інший `--series`

# data/analyse/steps

id-counts-different-people-a-day-and-their-sum-over-a-week-counts-many = `{ $id }` — різні люди за день, а сума за тиждень рахує багатьох із них по кілька разів
look-for-the-event-in-a-series-that-adds-up-such-as-impressions = шукайте подію в ряді, який додається, наприклад `impressions`
id-is-a-level-of-which-weeks-have-no-sum = `{ $id }` — рівень, за тижнями він не додається
look-for-the-event-in-a-flow-such-as-gained-or-lost = шукайте подію в потоці, наприклад `gained` або `lost`
no-file-has-id-with-days-so-that-no-event-shows-in-them = у жодному файлі немає `{ $id }` за днями, і подію в них не видно
give-a-file-in-which-rows-have-days = дайте файл, у якому в рядків є дні
these-files-have-series = у цих файлах є { $series }

# data/know

name-beside-it-is-not-used = сусідній `{ $name }` не використано

# data/know/complain

there-is-no-zone-name = немає часової зони `{ $name }`
a-zone-is-called-by-its-place-as-europe-kyiv = зона називається за місцем, наприклад `Europe/Kyiv`
file-is-no-export-that-is-known = файл `{ $file }` не схожий на жодне відоме вивантаження
say-what-its-columns-are-with-columns-file-a-toml-file-with-kind-messages = опишіть його стовпці у файлі TOML (`kind = "messages"` і `[columns] time = ".."`) і назвіть цей файл: `--columns FILE`
field = `{ $field }`
field-such-as-word = `{ $field }` (наприклад, `{ $word }`)
like-kind-but-without-lacks = схоже на `{ $kind }`, але бракує: { $lacks }
say-what-its-columns-are-with-columns-file-a-toml-file-with-kind-kind = опишіть його стовпці у файлі TOML (`kind = "{ $kind }"` і `[columns] time = ".."`) і назвіть цей файл: `--columns FILE`
title = `{ $title }`
file-counts-title-by-day-which-is-no-figure-that-is-known = `{ $file }` рахує за днями `{ $title }`, а такий показник невідомий
this-title = ця назва
known-are-titles = відомі: { $titles }
heading-of-file-holds-numbers-and-cell-is-none = у стовпці `{ $heading }` файлу `{ $file }` мають бути числа, а `{ $cell }` — не число
export-the-file-anew-or-leave-this-row-out = вивантажте файл наново або приберіть цей рядок
heading-of-file-holds-dates-and-cell-is-none = у стовпці `{ $heading }` файлу `{ $file }` мають бути дати, а `{ $cell }` — не дата
no-date = не дата
a-date-is-written-as-2026-01-31-18-00-31-01-2026-or = дата пишеться як `2026-01-31 18:00`, `31.01.2026` або `Jan 31, 2026`
a-spreadsheet-made-cell-of-a-number-in-heading-of-file = у стовпці `{ $heading }` файлу `{ $file }` табличний редактор перетворив число на `{ $cell }`
the-number-is-lost = число втрачено
take-the-file-as-it-was-exported-opening-and-saving-it-changed-it = візьміть файл таким, яким його вивантажено: його відкрили й зберегли, і він змінився
nobody-can-say-whether-the-day-or-the-month-comes-first-in-heading-of = у стовпці `{ $heading }` файлу `{ $file }` не зрозуміти, що стоїть першим: день чи місяць
either-order-is-possible-in-every-row = у кожному рядку можливий будь-який порядок
say-it-with-dates-day-first-or-dates-month-first = вкажіть порядок: `--dates day-first` або `--dates month-first`
the-dates-of-heading-in-file-have-no-year = у датах стовпця `{ $heading }` файлу `{ $file }` немає року
of-which-year = якого року?
put-the-year-into-the-name-of-the-file-as-overview-2026-csv = впишіть рік в ім’я файлу, наприклад `overview-2026.csv`
cell-in-heading-of-file-may-be-whole-or-decimal = `{ $cell }` у стовпці `{ $heading }` файлу `{ $file }` — це { $whole } або { $decimal }
no-other-cell-settles-it = інші комірки відповіді не дають
export-the-file-without-signs-between-thousands-or-as-a-workbook = вивантажте файл без знаків між тисячами або як книгу `XLSX`
some-dates-of-heading-in-file-begin-with-the-day-and-others-with-the = у стовпці `{ $heading }` файлу `{ $file }` одні дати починаються з дня, а інші з місяця
this-column = цей стовпець
export-the-file-anew-opening-and-saving-it-in-a-spreadsheet-may-do-this = вивантажте файл наново: так буває, якщо відкрити й зберегти його в табличному редакторі
file-numbers-its-days-in-heading-and-has-no-dates = у `{ $file }` дні лише пронумеровано, у стовпці `{ $heading }`, а дат немає
the-first-of-which-day = від якого дня лік?
export-the-report-with-date-in-its-place = вивантажте звіт зі стовпцем `Date` замість нього
file-is-cut-its-rows-rows-have-sum-of-the-total-that-it-names = `{ $file }` обрізано: його рядки ({ $rows }) дають { $sum }, а підсумком у ньому названо { $total }
the-total-of-more-rows-than-there-are = це підсумок більшої кількості рядків
export-shorter-times-so-that-no-list-reaches-the-network-s-limit = вивантажте коротші періоди, щоб жоден список не впирався в межу мережі

# data/know/own

here = тут
such-a-file-says-kind-messages-and-columns-time-date = у такому файлі пишуть `kind = "messages"` і `[columns] time = "Date"`
no-zone = немає такої зони
it-is-posts-days-messages-tickets-or-leads-or-a-kind-that-is-known = це `posts`, `days`, `messages`, `tickets`, `leads` або відомий вид вивантаження
there-is-no-kind-name = немає виду `{ $name }`
no-kind = немає такого виду
time-text-and-author-are-some-of-them = є, наприклад, `time`, `text` і `author`
there-is-no-field-name = немає поля `{ $name }`
no-field = немає такого поля
columns-does-not-name-the-heading-of-name = у `columns` не названо заголовка для `{ $name }`
its-rows-need-one = він потрібен рядкам цього виду
write-name-with-the-heading-as-it-stands-in-the-file = напишіть `{ $name } = ".."`, а в лапках — заголовок, як він стоїть у файлі

# data/know/repeats

count-posts-have-smaller-figures-here-than-in-another-file-of-the-same-day = у { $count } { $count ->
    [one] допису
    [few] дописів
   *[many] дописів
} показники тут менші, ніж в іншому файлі того самого дня: взято більші
one-and-other-have-other-figures-of-the-same-days-and-nothing-says-which = у `{ $one }` і `{ $other }` різні показники за ті самі дні, і не видно, який файл новіший
give-only-the-later-file = назвіть лише новіший файл

# data/know/sheet

count-rows-are-shorter-than-the-headings-what-they-lack-is-taken-as-not = { $count } { $count ->
    [one] рядок коротший
    [few] рядки коротші
   *[many] рядків коротші
} за рядок заголовків: чого в них немає, вважається не вказаним
a-spreadsheet-rounded-count-ids-away-the-rows-are-not-told-apart-by-them = табличний редактор округлив { $count } { $count ->
    [one] ідентифікатор
    [few] ідентифікатори
   *[many] ідентифікаторів
}: за ними рядки не розрізняються
word-is-no-tone-that-is-known-and-counts-as-none = тональність `{ $word }` невідома й не враховується
count-posts-reached-people-and-have-0-views-these-views-are-taken-as-not = у { $count } { $count ->
    [one] допису
    [few] дописів
   *[many] дописів
} є охоплення, а переглядів 0: ці перегляди вважаються не вказаними
the-list-is-cut-its-rows-rows-have-sum-of-the-total-that-it = список обрізано: його рядки ({ $rows }) дають { $sum }, а підсумком у ньому названо { $total }

# data/know/titled

each-day-counts-its-own-people-the-days-do-not-add-up-to-the = кожен день рахує людей окремо: сума днів — це не люди за місяць

# data/measure/codes

the-word-lists-are-too-long-to-be-searched-at-once = списки слів задовгі, щоб шукати за ними за один раз
leave-out-words-or-write-their-beginnings-with-a = приберіть частину слів або пишіть їхні початки з `*`

# data/measure/codes/parse

the-file-has-no-word-lists = у файлі немає списків слів
write-reason-delivery-on-a-line-of-its-own-and-its-keys-below-it = напишіть `[reason.delivery]` окремим рядком, а під ним — її ключі
path-has-no-words = у `{ $path }` немає слів
words-is-missing = немає ключа `words`
write-for-instance-words-courier-deliver = напишіть, наприклад, `words = ["courier", "deliver*"]`
path-is-kind-but-a-list-of-words-is-meant = `{ $path }` — це { $kind }, а потрібен список слів
write-for-instance-courier-deliver = напишіть, наприклад, ["courier", "deliver*"]
a-word-of-path-is-empty = у `{ $path }` є порожнє слово
write-a-word-or-leave-it-out = впишіть слово або приберіть порожнє
no-letters-stand-here = тут немає літер
a-stands-for-the-ending-of-a-word-and-only-at-the-end = `*` заміняє закінчення слова і ставиться лише в його кінці
write-for-instance-deliver-and-each-beginning-as-its-own-word = напишіть, наприклад, `deliver*`, а кожен початок — окремим словом
has-a-elsewhere = `*` не на місці

# data/read/find

the-folder-folder-holds-no-export = у папці `{ $folder }` немає жодного вивантаження
name-a-folder-with-tables-csv-xlsx-json-zip = назвіть папку з таблицями: `CSV`, `XLSX`, `JSON`, `ZIP`
no-file-is-called-like-pattern = немає файлів з ім’ям на зразок `{ $pattern }`
is-any-part-of-a-name-one-letter-any-folders = `*` — будь-яка частина імені, `?` — один знак, `**` — будь-які папки
file-cannot-be-read-what = `{ $file }` не читається: { $what }
the-folder-folder-holds-more-than-files-files = файлів у папці `{ $folder }` більше ніж { $files }
name-the-folder-of-the-exports-alone = назвіть папку, у якій лише вивантаження

# data/read/open

file-is-a-folder-but-a-file-is-meant = `{ $file }` — папка, а потрібен файл
file-is-no-file-that-stays-as-it-is = `{ $file }` — не звичайний файл
save-what-it-holds-to-a-file = збережіть те, що в ньому є, у звичайний файл
count-pictures-films-and-pages-of-file-were-not-read = у `{ $file }` не прочитано зображень, відео та сторінок: { $count }
the-formats-of-file-cannot-be-read-its-times-are-numbers-of-days = формати комірок у `{ $file }` не читаються: час там — число днів
each-row-stood-in-one-cell-as-a-spreadsheet-saves-it-and-was-taken = кожен рядок стояв в одній комірці, як його зберігає табличний редактор, і його розібрано на комірки

# data/read/part

it-begins-here = починається тут

# data/read/refuse

file-is-cut-short-or-damaged = `{ $file }` обрізано або пошкоджено
export-it-once-more-or-copy-it-anew = вивантажте його ще раз або скопіюйте наново
file-has-nothing-in-it = у `{ $file }` нічого немає
export-it-once-more-or-leave-it-out = вивантажте його ще раз або приберіть
the-workbook-file-cannot-be-read = книга `{ $file }` не читається
open-it-in-a-spreadsheet-and-save-it-as-csv = відкрийте її в табличному редакторі та збережіть як CSV
the-workbook-file-has-more-cells-than-can-be-held = у книзі `{ $file }` більше комірок, ніж уміщається в пам’ять
file-holds-more-than-most-files = файлів у `{ $file }` більше ніж { $most }
unpack-it-and-name-the-files-that-are-meant = розпакуйте його і назвіть потрібні файли
file-is-an-archive-within-an-archive = `{ $file }` — архів усередині архіву
unpack-the-outer-one = розпакуйте зовнішній
file-unpacks-to-more-than-mebibytes-mib = `{ $file }` у розпакованому вигляді більший за { $mebibytes } МіБ
export-fewer-columns-or-a-shorter-time-or-save-it-as-csv = вивантажте менше стовпців чи коротший період або збережіть файл як CSV
a-quote-in-file-is-opened-and-never-closed = лапку в `{ $file }` відкрито й не закрито
close-it-write-it-twice-where-it-is-meant-as-it-stands-or-export = закрийте її, подвойте, якщо вона частина тексту, або вивантажте файл наново
a-row-of-file-has-more-than-mebibytes-mib = рядок у `{ $file }` більший за { $mebibytes } МіБ
this-is-no-table-of-rows-export-it-as-csv = це не таблиця з рядків: вивантажте дані як CSV
a-row-of-file-has-more-than-cells-cells = комірок у рядку файлу `{ $file }` більше ніж { $cells }
a-list-of-file-has-more-than-100-000-keys = у списку з `{ $file }` більше ніж 100 000 ключів
export-it-as-a-list-of-rows-each-with-the-same-keys = вивантажте його списком рядків з однаковими ключами
file-holds-more-than-10-000-lists = у `{ $file }` більше ніж 10 000 списків
export-fewer-chats-at-once = вивантажуйте за раз менше чатів
file-ends-in-the-middle-of-its-json = `{ $file }` обривається посеред `JSON`
column-column-of-line-line-of-file-is-no-json = у `{ $file }`, рядок { $line }, позиція { $column }: це не `JSON`
file-is-json-without-a-list-of-objects = `{ $file }` — `JSON` без списку об’єктів
a-list-is-an-array-such-as-date-itself-or-under-a-key = список — це масив на зразок `[{"{"}"date": ..{"}"}, ..]`, сам по собі або під ключем
byte-byte-of-line-line-of-file-is-a-nought-which-no-text-has = у `{ $file }`, рядок { $line }, байт { $byte } — нульовий, а в тексті таких немає
byte-byte-of-line-line-of-file-is-no-letter-of-encoding = у `{ $file }`, рядок { $line }, байт { $byte } — не символ кодування { $encoding }
file-is-utf-8-but-byte-byte-of-line-line-is-not = `{ $file }` — в UTF-8, а байт { $byte } у рядку { $line } — ні
export-it-once-more-or-save-it-as-csv-in-utf-8 = вивантажте його ще раз або збережіть як CSV в UTF-8

# diagnostic/render

help = підказка
n-1-more-problem-is-not-shown = ще 1 зауваження не показано
more-more-problems-are-not-shown = ще { $more } { $more ->
    [one] зауваження не показано
    [few] зауваження не показано
   *[many] зауважень не показано
}
warning = попередження

# diagnostic/suggest

first-and-last = { $first } і { $last }
first-or-last = { $first } або { $last }
did-you-mean-near = можливо, `{ $near }`?
there-are-list = є { $list }
there-is-only-alone = є лише `{ $only }`

# dist

min-is-above-max = `min` більше за `max`
exchange-them = поміняйте їх місцями
between-min-and-max-lies-less-than-one-in-a-billion-of-this-distribution = між `min` і `max` лежить менше однієї мільярдної цього розподілу
widen-min-and-max-or-describe-what-lies-between-them-by-itself = розширте `min` і `max` або опишіть те, що між ними, окремо

# dist/build

sd-is-so-small-that-all-values-are-the-same = `sd` таке мале, що всі значення однакові
write-the-number-alone = напишіть одне число
what-of-x-cannot-be-computed-with = { $what } { $x } надто велике, щоб із ним рахувати
give-a-finite-number = задайте скінченне число
a-number = число
sd-is-more-than-a-hundred-times-the-mean = `sd` більше за середнє у понад сто разів
give-a-smaller-one-or-a-lognormal = задайте менше або візьміть lognormal
sd-is-more-than-a-million-times-the-mean = `sd` більше за середнє у понад мільйон разів
give-a-smaller-one = задайте менше
the-range-ends-at-high-before-it-begins-at-low = діапазон закінчується на { $high } раніше, ніж починається з { $low }
write-the-smaller-number-first = спершу пишіть менше число
the-mode-is-mode-but-it-lies-between-the-minimum-low-and-the-maximum = мода — { $mode }, а має лежати між мінімумом { $low } і максимумом { $high }
write-minimum-mode-maximum-in-this-order = напишіть мінімум, моду й максимум у такому порядку
name-is-x-but-it-has-to-be-above-zero = `{ $name }` — { $x }, а має бути більше нуля
give-a-positive-number-or-one-number-alone-where-nothing-is-uncertain = задайте додатне число або просто число, якщо невизначеності немає
gsd-is-gsd-but-it-is-a-factor-above-1-and-at-most-most = `gsd` — { $gsd }, а це множник більший за 1 і не більший за { $most }
n-2-means-that-two-thirds-of-the-values-lie-between-half-and-twice-the = 2 означає, що дві третини значень лежать між половиною медіани і двома медіанами
name-is-x-beyond-what-can-be-computed-with = `{ $name }` — { $x }, з таким числом рахувати не можна
give-a-number-between-0-0001-and-10-12 = задайте число від 0.0001 до 10^12
mean-is-mean-but-the-mean-of-a-beta-lies-between-0-and-1 = `mean` — { $mean }, а середнє beta лежить між 0 і 1
give-a-share-such-as-15 = задайте частку, наприклад "15%"
sd-is-sd-but-with-this-mean-a-share-cannot-vary-by-as-much = `sd` — { $sd }, але за такого середнього частка не може коливатися на цілих { $most }
give-an-sd-well-below-most = задайте `sd` помітно менше за { $most }
the-percentiles-do-not-increase = процентилі не зростають
give-p10-p50-p90 = задайте p10 < p50 < p90
p10-is-p10-not-above-min = `p10` — { $p10 }, а має бути більше за `min`
give-a-lower-min = задайте менший `min`
p90-is-p90-not-below-max = `p90` — { $p90 }, а має бути менше за `max`
give-a-higher-max = задайте більший `max`
no-metalog-goes-through-these-three-percentiles-the-middle-one-lies-too-near-one = через ці три процентилі металог не проходить: середній надто близький до одного з крайніх
move-p50-or-give-min-and-max-or-use-triangular-min-mode-max = зсуньте `p50`, задайте `min` і `max` або візьміть {"{"} triangular = [min, mode, max] {"}"}
a-metalog-through-these-percentiles-has-such-heavy-tails-that-it-has-no-mean = у металога через ці процентилі такі важкі хвости, що середнього в нього немає
give-both-min-and-max-or-use-lognormal-median-gsd = задайте і `min`, і `max` або візьміть {"{"} lognormal = {"{"} median, gsd {"}"} {"}"}

# dist/families

no-distribution-of-plain-numbers = не розподіл простих чисел
give-its-parts = задайте його частини

# dist/interval

the-credibility-of-an-interval-lies-between-0-and-100 = імовірність інтервалу лежить між 0 і 100 %
write-5-to-10-80 = напишіть "5% to 10% @80%"
an-interval-from-low-to-high-ends-before-it-begins = інтервал від { $low } до { $high } закінчується раніше, ніж починається
an-interval-that-leaves-something-below-it-cannot-begin-at-the-lowest-value-there = інтервал, який лишає щось нижче за себе, не може починатися з найменшого можливого значення
begin-above-zero = почніть вище нуля
an-interval-that-leaves-something-above-it-cannot-end-at-the-highest-value-there = інтервал, який лишає щось вище за себе, не може закінчуватися найбільшим можливим значенням
end-below-100 = закінчіть нижче 100%

# dist/weighted

a-value = значення
a-sample-without-a-number = вибірка без жодного числа
give-at-least-one-value = задайте хоча б одне значення
path-is-empty = `{ $path }` — порожньо
give-at-least-one = задайте хоча б одне
of-has-count-entries-but-weights-has-weights = у `{ $of }` { $count } { $count ->
    [one] запис
    [few] записи
   *[many] записів
}, а в `weights` — { $weights }
give-one-weight-for-each = задайте по вазі на кожне
a-weight-is-weight-but-it-cannot-be-negative = вага — { $weight }, а від’ємною вона бути не може
give-zero-or-more = задайте нуль або більше
all-weights-are-zero = усі ваги дорівнюють нулю
give-at-least-one-weight-above-zero = задайте хоча б одну вагу більше за нуль

# formula

a-constant = стала
a-function = функція

# formula/parse

brackets-stand-in-more-than-most-others = дужки вкладено більше ніж у { $most } інших
too-deep = надто глибоко
make-several-metrics-of-it = зробіть із неї кілька показників
closes-nothing = нічого не закриває
leave-it-out-or-open-a-before-it = приберіть її або відкрийте перед нею `(`
between-no-arguments = не між аргументами
a-decimal-sign-is-a-point-0-5 = десятковий знак — крапка: 0.5
no-comparison = не порівняння
two-numbers-are-compared-by-and = два числа порівнюють `==`, `<=`, `>=`, `<`, `>` і `!=`
no-operator = не дія
write-5-without-a-space-or-100 = напишіть `5%` без пробілу або `/ 100`
an-operator-is-missing-before-it = перед цим бракує дії
numbers-and-names-are-joined-by-or-a-comparison = числа й імена поєднують + - * / ^ або порівняння
found-is-not-expected-here = `{ $found }` тут не на місці
write-a-number-a-name-a-function-or-a-here = напишіть тут число, ім’я, функцію або `(`
the-formula-ends-too-early = формула закінчується зарано
something-is-missing-here = тут чогось бракує
a-number-or-a-name-is-missing-before-it = перед цим бракує числа або імені
a-bracket-is-never-closed = дужку не закрито
opened-here = відкрито тут
add-a = додайте `)`
an-operator-or-a-is-missing-before-it = перед цим бракує дії або `)`
a-name-in-backticks-is-never-closed = ім’я у зворотних лапках не закрито
add-a-backtick = додайте зворотну лапку
name-is-no-number = `{ $name }` — не число
cannot-be-read = не читається
write-for-instance-0-5-1_000-or-1e-3 = напишіть, наприклад, 0.5, 1_000 або 1e-3
digits-letter-is-neither-a-number-nor-a-name = `{ $digits }{ $letter }` — не число і не ім’я
an-operator-is-missing-in-it = усередині бракує дії
write-digits-letter-or-the-number-in-full = напишіть `{ $digits } * { $letter }..` або число повністю
write-ln-for-the-natural-logarithm = натуральний логарифм пишеться `ln`
the-functions-are-list = функції такі: { $list }
there-is-no-function-name = немає функції `{ $name }`
unknown-function = невідома функція
n-1-argument = 1 аргумент
count-arguments = { $count } { $count ->
    [one] аргумент
    [few] аргументи
   *[many] аргументів
}
two-or-more-arguments = два аргументи або більше
name-takes-takes-but-here-are-given = `{ $name }` приймає { $takes }, а тут { $given }
wrong-number-of-arguments = не стільки аргументів
write-name-letters = напишіть `{ $name }({ $letters })`

# graph/choose/listed

nobody-in-this-network-is-called-name = у цій мережі нікого не звуть `{ $name }`
not-in-the-network = немає в мережі
people-are-called-as-in-the-list-of-friendships = людей називають так само, як у списку дружб
file-names-nobody = `{ $file }` нікого не називає
give-a-name-in-each-line-as-in-17 = дайте в кожному рядку ім’я, як `17`
give-a-name-and-a-price-in-each-line-as-in-17-250 = дайте в кожному рядку ім’я та ціну, як `17,250`
a-name-and-a-price-are-meant-here = тут очікуються ім’я та ціна
not-two-words = не два слова
a-price-is-above-zero-and-this-is-price = ціна більша за нуль, а тут `{ $price }`
not-above-zero = не більше нуля
price-is-no-price = `{ $price }` — не ціна
name-has-a-price-already = у `{ $name }` вже є ціна
named-before = уже названо
leave-one-price-for-each = залиште кожному одну ціну

# graph/read

there-are-more-than-four-thousand-million-people-in-it = у ньому понад чотири мільярди людей
take-a-part-of-the-network-or-a-synthetic-one-of-any-size = візьміть частину мережі або синтетичну мережу будь-якого розміру
there-is-no-friendship-in-it = у ньому немає жодної дружби
its-length-is-no-multiple-of-8-bytes = його довжина не ділиться на 8 байтів
a-friendship-is-two-numbers-of-32-bits-the-lowest-byte-first-text-has = дружба — це два числа по 32 біти, молодший байт першим; у тексту інше розширення
there-are-more-than-most-bytes-in-this-line = у цьому рядку більше ніж { $most } байтів
no-end = немає кінця
there-is-one-person-in-this-line-and-a-friendship-has-two = у цьому рядку одна людина, а для дружби потрібні двоє
the-other-one-is-missing = другого немає
askers-text-is-neither-a-list-of-people-of-this-network-nor-a-file = --askers `{ $text }` — ні список людей цієї мережі, ні файл, який можна прочитати
askers-text-cannot-be-read-error = --askers `{ $text }` неможливо прочитати: { $error }
line-line-of-the-askers-nobody-in-this-network-is-called-word = рядок { $line } в --askers: у цій мережі нікого не звуть `{ $word }`
a-line-is-one-friendship-two-people-with-anything-between-them-as-in-17 = рядок — це одна дружба: дві людини й будь-що між ними, наприклад `17 42` або `anna,boris`; рядки, що починаються з #, — примітки
it-is-text-in-utf-16 = це текст у UTF-16
save-it-as-text-in-utf-8-which-every-editor-and-spreadsheet-can = збережіть його як текст у UTF-8: це вміє кожен редактор і кожна таблиця
the-first-of-its-columns-counts-the-lines-and-may-be-a-person-or = перший стовпець рахує рядки й може бути людиною, а може й не бути
give-the-columns-titles-in-a-first-line-as-in-row-from-to-or = назвіть стовпці в першому рядку, наприклад `row,from,to` або `from,to,weight`, або задайте --list edges, якщо перші два — люди
it-is-no-list-but-a-file-that-only-another-program-understands = це не список, а файл, який розуміє лише інша програма
export-its-friendships-as-text-one-in-each-line-as-in-source-target = вивантажте дружби як текст, по одній у рядку, наприклад `source,target`
there-are-n-words-in-this-line-and-a-friendship-has-two = слів у цьому рядку { $n }, а для дружби потрібні два
too-many = забагато слів
where-names-have-blanks-in-them-put-commas-or-tabs-between-people = якщо в іменах є пробіли, розділяйте людей комами або табуляцією
there-are-bytes-in-this-line-that-are-no-text-in-utf-8 = у цьому рядку є байти, які не є текстом у UTF-8
no-letters = не літери
save-the-list-as-text-in-utf-8 = збережіть список як текст у UTF-8
there-are-characters-in-this-line-that-cannot-be-shown = у цьому рядку є знаки, які неможливо показати
no-name = не ім’я
word-is-a-number-that-was-rounded-or-has-a-fraction-and-no-name = `{ $word }` — число, яке округлили або яке має дробову частину, а не ім’я
not-as-it-was = не так, як було
a-program-wrote-a-large-number-so-and-several-people-may-have-become-one = так програма записала велике число, і кілька людей могли стати однією: пишіть імена цілими числами або текстом
a-name-has-at-most-most-bytes = в імені не більше { $most } байтів
this-matrix-is-written-with-all-of-its-zeros = цю матрицю записано разом з усіма нулями
write-it-as-coordinate-which-lists-what-is-not-zero = запишіть її як `coordinate`: там перелічено те, що не нуль
people-are-numbered-from-1-to-most-in-this-matrix = людей у цій матриці пронумеровано від 1 до { $most }
outside-of-it = поза нею
its-line-of-sizes-promises-promised-entries-and-there-are-entries = рядок розмірів обіцяє записів: { $promised }, а їх { $entries }
it-may-be-cut-short-write-it-again = можливо, файл обрізано: запишіть його знову
the-sizes-of-a-matrix-are-meant-rows-columns-and-entries = тут мають бути розміри матриці: рядки, стовпці та записи
not-three-whole-numbers = не три цілі числа
this-matrix-has-rows-rows-and-columns-columns-so-they-are-not-the-same = у цій матриці рядків { $rows }, а стовпців { $columns }, тож це не ті самі люди
not-square = не квадратна
a-list-of-friends-has-a-row-and-a-column-for-everybody = у списку друзів кожен має і рядок, і стовпець
a-matrix-of-at-most-most-people-is-read = читається матриця не більше ніж із { $most } людей
leave-out-the-banner-and-the-sizes-then-it-is-read-as-a-list = приберіть перший рядок і розміри: тоді вона читається як список
give-a-line-for-each-friendship-two-people-as-in-17-42 = для кожної дружби потрібен рядок: дві людини, наприклад `17 42`
its-lines-hold-fewest-to-most-whole-numbers-as-where-a-person-is-followed = у його рядках від { $fewest } до { $most } цілих чисел, як там, де за людиною йдуть усі її друзі
say-list-adjacency-where-the-first-of-a-line-knows-all-others-or-list = задайте --list adjacency, якщо перший у рядку дружить з усіма іншими, або --list edges, якщо друзі лише перші двоє
it-is-no-regular-file-and-no-pipe = це не звичайний файл і не канал
nothing-came-through-this-pipe-within-ten-seconds = через цей канал за десять секунд нічого не надійшло
begin-what-writes-into-it-first-or-save-its-list-as-a-file = спершу запустіть те, що в нього пише, або збережіть список у файл
more-than-four-gigabytes-came-through-this-pipe = через цей канал надійшло більше чотирьох гігабайтів
save-the-list-as-a-file-which-is-read-without-being-held-in-memory = збережіть список у файл: його не треба тримати в пам’яті
a-line-is-one-friendship-two-people-as-in-17-42 = рядок — це одна дружба: дві людини, наприклад `17 42`
too-large = забагато

# graph/recipe

people-people-with-mean-friends-each-are-more-friendships-than-the-most-that-a = { $people } людей по { $mean } друзів — це більше за { $most } дружб, які може вмістити мережа
with-so-many-people-give-at-most-most-friends-on-average = за стількох людей задайте в середньому щонайбільше { $most } друзів
with-mean-friends-on-average-the-friends-of-a-person-s-friends-are-met = якщо друзів у середньому { $mean }, друзів у друзів однієї людини { $met }, а переглядається щонайбільше { $most }
with-mean-friends-on-average-the-friends-of-somebody-s-friends-are-met-and = якщо друзів у середньому { $mean }, друзів у друзів когось { $met }, а переглядається щонайбільше { $most }
give-at-most-most-friends-on-average = задайте в середньому щонайбільше { $most } друзів

# model/lower/build

the-first-of-them = перша з них
a-and-b-used-for-asked = `{ $a }` і `{ $b }` { $used } замість { $asked }
others-others-moved-by-by-at-most = ще { $others }, зсунутих щонайбільше на { $by }
the-rank-correlations-cannot-all-hold-at-once-and-the-nearest-possible-ones-are = рангові кореляції не можуть виконуватися всі одразу, узято найближчі можливі: { $told }

# model/lower/checks

there-is-no-community-to-simulate = немає жодної спільноти, моделювати нічого
this-file-has-none = у цьому файлі немає спільнот
write-community-page-on-a-line-of-its-own-and-below-it-platform-and = напишіть `[community.page]` окремим рядком, а під ним `platform = ".."` і `followers = ..`
there-are-communities-communities-but-at-most-most-are-simulated-together = спільнот { $communities }, а разом моделюється щонайбільше { $most }
one-too-many = одне зайве
path-are-humans-people-without-the-bots-but-capacity-of-the-market-could-follow = `{ $path }` без ботів — { $humans } людей, а підписатися за медіан можуть { $capacity } людей ринку
more-than-the-market = більше, ніж людей на ринку
correct-the-followers-or-raise-market-people = виправте підписників або збільште `market.people`
a-and-b-have-people-followers-who-are-people-and-the-market-has-market = у `{ $a }` і `{ $b }` { $people } живих підписників, а на ринку { $market } людей: на обидва підписані щонайменше { $share } % меншого з них
a-smaller-overlap = перетин менший за це
a-post-that-friends-pass-on-never-dies-out-in-id-a-reshare-leads = повідомлення, яке друзі передають далі, у `{ $id }` не згасає ніколи: за медіан один репост веде до { $next } наступних
cut-off-after-the-last-generation-of-feed-depth = обривається після останнього кроку `feed.depth`
the-share-who-pass-it-on-x-visibility-x-friends-of-a-friend-is = частка тих, хто передає, × видимість × друзі друга менша за 1 у кожній виміряній мережі: тут — за `feed.reshare` нижче { $most } %
names-are-share-of-the-posts-but-they-make-100-together = { $names } — це { $share } % дописів, а разом вони становлять 100 %
names-are-share-of-the-posts-but-they-make-at-most-100 = { $names } — це { $share } % дописів, а разом вони становлять щонайбільше 100 %
leave-one-of-them-out-and-it-fills-up-the-rest = приберіть один із них, і він займе решту
the-shares-of-the-roles-are-share-together-but-they-make-100 = частки ролей разом — { $share } %, а мають становити 100 %
correct-one-of-them = виправте одну з них
beyond-of-the-weeks-weeks-of-the-campaign-name-lie-beyond-the-horizon-of = з тижнів кампанії `{ $name }` ({ $weeks }) поза строком ({ $horizon } тиж.) лежать { $beyond }
partly-never = частково не відбудеться
its-budget-and-its-followers-are-spread-evenly-over-its-weeks-and-what-lies = її бюджет і її підписники розподілені за тижнями порівну, і те, що поза строком, не рахується

# model/lower/doubts

path-is-stated-but-its-platform-suggests-suggested = `{ $path }` — { $stated }, а в його мережі зазвичай { $suggested }
hundreds-of-times-as-much-or-as-little = у сотні разів більше або менше
a_year-questions-a-year-of-followers-followers-are-each-each-but-the-platform-of = { $a_year } запитань на рік від { $followers } підписників — це по { $each } від кожного, а в мережі спільноти `{ $id }` зазвичай { $suggested }
is-one-of-them-misread-questions-questions-or-people-followers-would-be-near = чи не прочитано одне з чисел хибно? схоже було б на { $questions } запитань або на { $people } підписників
these-questions = ці запитання
of-these-followers = цих підписників
is-it-stated-or-meant-points-and-commas-may-stand-for-thousands = це { $stated } чи { $meant }? крапки й коми можуть відділяти тисячі
manager-is-month-a-month-and-the-hours-of-support-are-paid-as-well = `{ $manager }` — { $month } на місяць, а години `support` оплачено окремо: { $wages } на місяць
are-these-the-same-people = чи не ті самі це люди?
paid-by-the-hour = оплачено погодинно
where-they-are-leave-out-what-the-manager-is-paid-for-answering = якщо ті самі, приберіть те, що менеджер отримує за відповіді

# model/lower/formulas

id-is-the-name-of-another-already = ім’я `{ $id }` уже зайняте іншим
id-is-the-name-of-another-but-for-the-case-of-its-letters-already = ім’я `{ $id }` уже зайняте іншим, різняться лише великі літери
choose-another-name = оберіть інше ім’я
first-here = спершу тут
a-metric-of-the-program = показник програми
a-column-of-trials-parquet = стовпець у `trials.parquet`
id-is-the-name-of-by-already = ім’я `{ $id }` уже зайняте: це { $by }
the-metric-id-needs-itself-directly-or-through-others = показник `{ $id }` потребує самого себе, прямо або через інші
goes-round-in-a-circle = іде по колу
give-key = задайте `{ $key }`
metric-is-not-measured-here = показник `{ $metric }` тут не рахується
not-counted = не рахується
cannot-be-computed-with = з цим рахувати не можна
key-is-not-in-force-here = ключ `{ $key }` тут не діє
it-is-not-given-or-another-key-states-the-same-thing-reachsim-explain-file = його не задано, або те саме задає інший ключ; `reachsim explain FILE` показує, що діє
has-no-value = немає значення
there-are-list-and-every-metric-and-key-by-its-path = є { $list }, а також кожен показник і кожен ключ за його шляхом
there-is-no-input-metric-or-key-name = немає величини, показника чи ключа `{ $name }`
unknown-name = невідоме ім’я
path-has-no-effect-there-is-no-community-and-no-formula-names-it = ключ `{ $path }` ні на що не впливає: спільнот немає, і жодна формула його не називає
nothing-to-act-on = діяти ні на що
name-it-in-a-formula-or-leave-it-out = назвіть його у формулі або приберіть

# model/lower/graphs

path-is-stated-and-is-also-measured-on-the-graph-of-the-community = `{ $path }` задано і водночас вимірюється на графі спільноти
stated-here = задано тут
measured-here = вимірюється тут
leave-one-of-them-out = приберіть одне з них
followers-who-come-because-a-friend-follows-are-found-one-after-the-other-at = підписників, які приходять услід за другом, відшукують по одному, щонайбільше { $most }, а їх { $followers }
for-so-many-followers = для стількох підписників
leave-it-out-or-state-fewer-followers = приберіть його або задайте менше `followers`
too-many-for-a-friend-graph = забагато для графа дружб
the-synthetic-network-name-to-off = синтетична мережа { $name }, з точністю { $off } %
name-people-people-to-off = { $name }, { $people } людей, з точністю { $off } %

# model/lower/idle

path-has-no-effect-the-currency-is-the-euro = ключ `{ $path }` ні на що не впливає: валюта — євро
nothing-to-convert = переводити нічого
name-the-currency-that-is-meant-or-leave-path-out = назвіть потрібну `currency` або приберіть `{ $path }`
path-has-no-effect-both-its-questions-and-its-posts-engagement-are-stated = ключ `{ $path }` ні на що не впливає: задано і запитання, і `posts.engagement`
leave-out-one-of-them-or-path = приберіть одне з них або `{ $path }`
path-has-no-effect-without-needed-which-has-none-either = ключ `{ $path }` ні на що не впливає без { $needed }, а цей і сам без дії
path-has-no-effect-without-needed = ключ `{ $path }` ні на що не впливає без { $needed }
give-needed-or-leave-path-out = задайте { $needed } або приберіть `{ $path }`

# model/lower/leaders

a-and-b-both-measure-the-role-of-opinion-leaders = і `{ $a }`, і `{ $b }` вимірюють роль лідерів думок
measured-here-too = вимірюється й тут
path-has-no-effect-beside-stated = ключ `{ $path }` ні на що не впливає: задано { $stated }
nothing-to-measure = вимірювати нічого
path-measures-the-role-of-opinion-leaders-and-there-is-no-such-role = `{ $path }` вимірює роль лідерів думок, а такої ролі немає
no-role-to-measure = немає ролі, яку вимірювати
give-a-header-with-name-opinion-leader-and-its-share = додайте `{ $header }` з name = "лідер-думок" і з часткою
path-measures-the-role-of-opinion-leaders-and-there-are-several-roles = `{ $path }` вимірює роль лідерів думок, а їх кілька: { $roles }
which-of-them = яку з них?
one = одна
another = інша
call-the-others-by-other-names = назвіть решту інакше
path-is-leaders-but-count-people-follow-on-the-graph = `{ $path }` — { $leaders }, а підписників на графі { $count }
as-many-as-there-are-or-more = стільки, скільки їх є, або більше
ask-for-fewer-so-that-there-are-others-to-compare-them-with = попросіть менше, щоб було з ким порівняти
a-message-that-grows-from-friend-to-friend-is-followed-to-depth-deep-among = за повідомленням, яке зростає від друга до друга, серед понад { $large } людей стежать до глибини { $deep }, а `feed.depth` — { $depth }
cannot-be-measured = виміряти не можна
state-feed-depth-deep-a-smaller-feed-reshare-or-leave-path-out = задайте `feed.depth = { $deep }`, менший `feed.reshare` або приберіть `{ $path }`
name-people-people-leaders-to-be-won-first-at-least-proven-of-the-best = { $name }, { $people } людей, першими залучають { $leaders }: не гірше { $proven } % найкращого вибору
the-synthetic-network-name-leaders-to-be-won-first-at-least-proven-of-the = синтетична мережа { $name }, першими залучають { $leaders }: не гірше { $proven } % найкращого вибору

# model/lower/letters

the-font-of-the-pictures-has-no-few-and-more = у шрифті картинок немає знаків { $few } та інших
the-font-of-the-pictures-has-no-few = у шрифті картинок немає знаків { $few }
blank-in-png-pictures = порожньо на картинках PNG
here-too = і тут
name-a-font-file-that-has-these-letters-in-theme-body_font-pages-slides-and = назвіть у `theme.body_font` файл шрифту, у якому ці знаки є; сторінки, слайди й картинки SVG беруть їх зі шрифтів того, хто їх відкриє

# model/lower/money

a-default-is-in-euros-but-the-currency-is-another-sums = замовчування { $sums } — в євро, а валюта інша
defaults-are-in-euros-but-the-currency-is-another-sums = замовчування { $sums } — в євро, а валюта інша
not-the-euro = не євро
give-them-in-this-currency-or-write-currency_per_eur-and-they-are-converted = задайте їх у цій валюті або напишіть `currency_per_eur = ..`, і їх буде перераховано
give-wages-in-this-currency-no-exchange-rate-tells-what-people-are-paid-elsewhere = задайте { $wages } у цій валюті: жоден курс не скаже, скільки людям платять в іншій країні
give-labour-in-this-currency-no-exchange-rate-tells-what-people-are-paid-elsewhere = задайте { $labour } у цій валюті: жоден курс не скаже, скільки людям платять в іншій країні; задайте й решту або напишіть `currency_per_eur = ..`, і їх буде перераховано
a-customer-who-stays-for-ever-with-a-margin-that-loses-no-value-would = клієнт, який не йде ніколи і чий прибуток не знецінюється, коштував би нескінченно багато
as-high-as-100-and-the-interest = до 100 % і відсоткової ставки
give-a-retention-below-100-or-a-cost-discount-above-0 = задайте утримання менше 100 % або `cost.discount` більше 0
key-reaches-months-months-but-at-most-most-are-possible = `{ $key }` сягає { $months } місяців, а можна щонайбільше { $most }
more-than-a-hundred-years = понад сто років
end-it-with-max-most = обмежте його: `max = { $most }`
there-is-a-value-here-but-posts-management-and-tools-cost-nothing = тут є цінність, а дописи, керування та інструменти нічого не коштують
counted-without-its-cost = рахується без витрат на нього
give-cost-per_post-cost-manager_per_month-or-cost-tools_per_month-if-only-as-0 = задайте `cost.per_post`, `cost.manager_per_month` або `cost.tools_per_month`, хоча б 0

# model/lower/names

the-role-name-is-given-twice = роль `{ $name }` задано двічі
the-campaign-name-is-given-twice = кампанію `{ $name }` задано двічі
there-is-no-community-id = немає спільноти `{ $id }`
unknown-community = невідома спільнота
the-overlap-of-a-and-b-is-given-twice = перетин `{ $a }` і `{ $b }` задано двічі
given-again = задано знову
first-given-here = спершу задано тут
the-correlation-of-a-and-b-is-given-twice = кореляцію `{ $a }` і `{ $b }` задано двічі
more-than-most-inputs-are-correlated-the-most-that-is-possible = пов’язано більше ніж { $most } величин, а більше не можна
there-is-no-key-path = немає ключа `{ $path }`
unknown-key = невідомий ключ
reachsim-explain-file-lists-every-key = `reachsim explain FILE` показує всі ключі
did-you-mean-names = можливо, { $names }?
key-is-a-fixed-number-so-nothing-can-be-correlated-with-it = `{ $key }` — стале число, з ним ніщо не може бути пов’язане
key-is-no-uncertain-number-here-so-nothing-can-be-correlated-with-it = `{ $key }` тут не невизначене число, з ним ніщо не може бути пов’язане
not-uncertain = не невизначене
given-here = задано тут
give-a-range-such-as-5-10 = задайте діапазон, наприклад "5%..10%"
the-target-name-is-given-twice = ціль `{ $name }` задано двічі
there-is-no-metric-id = немає показника `{ $id }`
unknown-metric = невідомий показник
id-is-not-measured-here-because-what-it-needs-has-no-price = показник `{ $id }` тут не рахується: у того, що йому потрібно, немає ціни
give-cost-per_post-cost-manager_per_month-or-any-value = задайте `cost.per_post`, `cost.manager_per_month` або будь-яку цінність
give-market-cpm = задайте `market.cpm`

# model/lower/precedence

no-community-has-platform-id = у жодної спільноти немає `platform = "{ $id }"`
write-it-into-the-community-that-is-meant-or-leave-out-platform-id = напишіть її в потрібну спільноту або приберіть `[platform.{ $id }]`
has-no-effect = ні на що не впливає
its-platform-does-not-state-it-either = його мережа теж цього не задає
if-you-mean-name-write-community-id = якщо це `{ $name }`, напишіть `[community.{ $id }]`
this-file-needs-it = потрібен цьому файлу
this-community-needs-it = потрібен цій спільноті
path-is-missing = не задано ключ `{ $path }`
write-name-with-one-of-list = напишіть `{ $name } = ..`, де стоїть одне з: { $list }
write-text-about = напишіть `{ $text } = ".."`: { $about }
write-name-about = напишіть `{ $name } = ..`: { $about }
there-is-no-platform-id = немає мережі `{ $id }`
unknown-platform = невідома мережа
there-are-list-or-describe-your-own-as-platform-id = є { $list }; або опишіть власну як `[platform.{ $id }]`
did-you-mean-value-list = можливо, "{ $value }"? { $list }

# model/lower/tolerances

path-has-no-effect-what-the-metric-needs-is-not-given = `{ $path }` ні на що не впливає: того, що потрібно показнику, не задано
not-measured-here = тут не рахується
leave-path-out = приберіть `[{ $path }]`
path-has-absolute-and-relative-but-one-of-them-is-meant = у `[{ $path }]` є і `absolute`, і `relative`, а потрібне одне з них
path-has-neither-absolute-nor-relative = у `[{ $path }]` немає ні `absolute`, ні `relative`
needs-one-tolerance = потрібен один допуск
write-for-instance-relative-2 = напишіть, наприклад, `relative = "2%"`

# scenario/access

path-lies-outside-of-the-folder-of-the-scenario = `{ $path }` лежить поза папкою сценарію
allow-path-dir-lets-a-scenario-read-the-files-below-another-folder = `--allow-path DIR` дозволяє сценарію читати файли ще однієї папки й усього, що в ній
path-is-no-regular-file = `{ $path }` — не звичайний файл
a-scenario-reads-files-that-stay-as-they-are-save-what-it-holds-to = сценарій читає файли, які не змінюються на ходу: збережіть потрібне у звичайний файл

# scenario/artwork

is-no-truetype-or-opentype-font = це не шрифт TrueType чи OpenType
has-no-few-and-more = у ньому немає літер { $few } та інших
has-no-few = у ньому немає літер { $few }
is-a-font-without-a-name = це шрифт без назви
is-neither-a-png-nor-a-jpeg-picture = це не зображення PNG чи JPEG
is-a-damaged-picture = це пошкоджене зображення

# scenario/chain

path-holds-no-key = у `{ $path }` немає жодного ключа
reachsim-init-writes-a-scenario-to-start-from = `reachsim init` пише сценарій, з якого можна почати
extends-goes-round-in-a-circle-circle = `extends` іде по колу: { $circle }
comes-back-to-where-it-began = повертається до початку
extends-goes-through-more-than-most-files = `extends` проходить більше ніж через { $most } { $most ->
    [one] файл
    [few] файли
   *[many] файлів
}
one-parent-too-many = на одного батька більше, ніж можна
named-as-the-parent-here = тут названо батьком
the-parent-that-is-named-here = батька названо тут

# scenario/edit

the-state-name-is-given-twice = стан світу `{ $name }` задано двічі
the-what-if-name-is-given-twice = варіант `{ $name }` задано двічі
name-is-no-name-for-a-what-if-it-means-something-else-in-comparisons = `{ $name }` не годиться на назву варіанта: у порівняннях це слово означає інше
set-is-no-table-of-keys = `set` — не таблиця ключів
not-a-table = не таблиця
the-what-if-name-changes-nothing = варіант `{ $name }` нічого не змінює
an-empty-table = порожня таблиця
write-what_if-set-below-its-name-and-then-for-instance-community-page-posts-per_week = напишіть під його назвою `[what_if.set]`, а нижче, наприклад, `"community.page.posts.per_week" = 14`
path-belongs-to-the-whole-comparison-not-to-one-variant = ключ `{ $path }` стосується всього порівняння, а не одного варіанта
not-here = не тут
without-campaign = без { $campaign }
the-file-has-no-what_if = у файлі немає `[[what_if]]`
there-is-no-what-if-name-way_out = немає варіанта `{ $name }`: { $way_out }
no-posts = без дописів
no-team = без команди
no-budget = без бюджету

# scenario/edit/between

path-as-it-is-by-default = { $path } за замовчуванням
which-communities-there-are = які є спільноти
the-tables-header = таблиці { $header }

# scenario/edit/knob

write-for-instance-flag-community-page-posts-per_week-3-21 = напишіть, наприклад, `{ $flag } community.page.posts.per_week=3..21`
text-is-no-key-from-to = `{ $text }` — не `key=from..to`
one-key-two-ends-with-between-them = один ключ, `=`, два кінці й `..` між ними
text-is-no-number-of-points-from-2-to-most = `{ $text }` — не число точок від 2 до { $most }
how-many-values-of-the-key = скільки значень у ключа
key-is-no-number-and-cannot-be-varied = `{ $key }` — не число, змінювати його не можна
not-a-number = не одне число
key-goes-from-from-to-to-but-the-first-end-is-the-smaller-one = `{ $key }` іде від { $from } до { $to }, а першим має стояти менший кінець
ends-before-it-begins = закінчується раніше, ніж починається
key-goes-from-from-to-to-there-is-nothing-to-vary = `{ $key }` іде від { $from } до { $to }: змінювати нічого
one-value = одне значення
give-two-ends-or-set-key-from-for-one-value = задайте два кінці або `--set { $key }={ $from }` для одного значення

# scenario/file

path-is-not-utf-8-text-line-line-holds-bytes-that-are-no-character = `{ $path }` — не текст в UTF-8: у рядку { $line } байти, які не складають символу
from-here-on = починаючи звідси
the-file-is-utf-16-save-it-as-utf-8 = файл в UTF-16: збережіть його в UTF-8
save-the-file-as-utf-8 = збережіть файл в UTF-8
path-is-a-folder-but-a-file-is-needed = `{ $path }` — папка, а потрібен файл
it-holds-files = у ній лежать: { $files }
name-a-file-in-it = назвіть файл у ній
path-is-larger-than-limit-mb-the-most-that-is-read = `{ $path }` більший за { $limit } МБ, а більше не читається
a-scenario-is-a-text-of-some-kilobytes-is-this-the-right-file = сценарій — це текст на кілька кілобайтів; чи той це файл?
there-is-no-folder-folder-either = немає й папки `{ $folder }`
its-folder-holds-files = у його папці лежать: { $files }
more-scenarios-among-them-list = { $more } { $more ->
    [one] сценарій
    [few] сценарії
   *[many] сценаріїв
}, серед них { $list }

# scenario/inherited

the-currency-is-own-but-paths-stood-in-before-before = валюта — { $own }, а раніше було задано в { $before }: { $paths }
another-currency = інша валюта
stated-in-currency = задано в { $currency }
they-are-taken-as-they-stand-because-only-defaults-are-converted-give-them-anew = суми взято як є, бо перераховуються лише замовчування: задайте їх заново
give-them-anew-in-this-currency-beside-it = задайте суми заново в цій валюті, поруч із нею

# scenario/layer

path-is-kind-but-a-table-of-keys-is-meant = `{ $path }` — { $kind }, а потрібна таблиця ключів
id-is-no-name-for-a-what-which-consists-of-at-most-most-letters = { $id } не годиться на ім’я для `{ $what }`: воно складається щонайбільше з { $most } літер, цифр, `-` і `_`
cannot-be-addressed = до нього не можна звернутися
write-for-instance-path-id = напишіть, наприклад, `[{ $path }{ $id }]`
id-is-no-name-for-a-community-reserved-mean-something-else-in-addresses-and = `{ $id }` не годиться на ім’я спільноти: слова { $reserved } в адресах і порівняннях означають інше
id-stands-in-a-table-without-a-name = `{ $id }` стоїть у таблиці { $table } без імені
of-which-one = чиє саме?
give-it-a-name-write-table-page-in-place-of-table = дайте їй ім’я: напишіть `[{ $table }.page]` замість `[{ $table }]`
write-path-on-a-line-of-its-own-and-its-keys-below-it = напишіть `[{ $path }]` окремим рядком, а під ним — її ключі
write-header-on-a-line-of-its-own-and-its-keys-below-it = напишіть `{ $header }` окремим рядком, а під ним — її ключі
name-is-kind-but-tables-with-names-are-meant = `{ $name }` — { $kind }, а потрібні таблиці з іменами
name-id-is-kind-but-a-table-is-meant = `{ $name }.{ $id }` — { $kind }, а потрібна таблиця
id-is-no-name-in-a-formula-which-consists-of-letters-digits-and-_ = { $id } не годиться на ім’я для формули: воно складається з літер, цифр і `_` та починається з літери
write-for-instance-header = напишіть, наприклад, `{ $header }`
in-single-brackets = в одинарних дужках
name-is-kind-but-one-or-more-name-are-meant = `{ $name }` — { $kind }, а потрібна одна або кілька `[[{ $name }]]`
write-name-in-double-brackets-on-a-line-of-its-own-before-the-keys = напишіть `[[{ $name }]]` у подвійних дужках окремим рядком перед ключами кожної

# scenario/merge

path-is-set-twice = ключ `{ $path }` задано двічі
set-again = задано вдруге
first-set-here = спершу задано тут
keys-state-the-same-thing-in-different-ways = { $keys } задають одне й те саме по-різному
another-way = інший спосіб
one-way = один спосіб
keep-path-or-the-others-without-it = лишіть `{ $path }` або решту без нього
keep-one-of-them = лишіть щось одне
path-needs-lacking-which-is-missing = `{ $path }` задається разом із { $lacking }, а цього ключа немає
path-needs-lacking-which-are-missing = `{ $path }` задається разом із { $lacking }, а цих ключів немає
give-all-of-all-or-alone-alone = задайте всі ключі { $all } або один `{ $alone }`
one-factor-of-several = один множник із кількох

# scenario/number

a-number-is-expected-but-this-is-kind = потрібне число, а це { $kind }
no-number = не число
write-a-number-such-as-130-100_000-100k-or-5 = напишіть число, наприклад 130, 100_000, "100k" або "5%"
text-is-read-here-but-many-to-many = { $text } тут — { $read }, а для багатьох — { $many }
two-readings = два прочитання
write-read-if-that-is-meant-or-thousands-if-the-point-groups-thousands = напишіть { $read }, якщо так і задумано, або { $thousands }, якщо крапка відділяє тисячі
text = текст
true-or-false = true або false
a-date = дата
a-list = список
a-table = таблиця
an-empty-text = порожній текст
text-is-no-number-that-can-be-computed-with = { $text } — не число, з яким можна рахувати
not-finite = не скінченне
write-a-finite-number = напишіть скінченне число
write-a-number-such-as-130-100_000-100k-1-3m-or-5 = напишіть число, наприклад 130, 100_000, "100k", "1.3M" або "5%"
text-is-no-number = { $text } — не число
unknown-unit = невідома одиниця
unit-is-no-unit-of-a-number = { $unit } — не одиниця числа
leave-the-currency-out-the-whole-scenario-is-in-its-currency = приберіть валюту: увесь сценарій — у його `currency`
the-units-are-list = одиниці такі: { $list }
thousands-are-groups-of-three-digits-such-as-100-000 = тисячі відділяються по три цифри, наприклад "100 000"
text-is-no-number-its-digits-are-not-grouped-by-threes = { $text } — не число: цифри відділено не по три
write-thousands-if-the-comma-groups-thousands-or-decimal-if-it-begins-the-decimals = напишіть "{ $thousands }", якщо кома відділяє тисячі, або "{ $decimal }", якщо за нею дробова частина
write-thousands-if-the-point-groups-thousands-or-decimal-if-it-begins-the-decimals = напишіть "{ $thousands }", якщо крапка відділяє тисячі, або "{ $decimal }", якщо за нею дробова частина
text-can-be-read-in-two-ways = { $text } можна прочитати двояко

# scenario/place

write-community-page-on-a-line-of-its-own-and-the-keys-of-the = напишіть `[community.page]` окремим рядком, а під ним — ключі спільноти
the-platform-of-a-community-stands-below-its-community-page = мережу спільноти вказують під її `[community.page]`
write-for-instance-path-key = напишіть, наприклад, `{ $path }.{ $key } = ..`

# scenario/presets

does-not-exist = такого файлу немає

# scenario/quantity

key-nests-more-than-most-distributions = у `{ $key }` вкладено більше ніж { $most } { $most ->
    [one] розподіл
    [few] розподіли
   *[many] розподілів
}
put-the-parts-into-one-mixture = складіть частини в одну суміш
key-is-kind-but-a-number-or-a-distribution-is-meant = `{ $key }` — { $kind }, а потрібне число або розподіл
write-a-number-5-10-5-to-10-or-uniform-a-b = напишіть число, "5%..10%", "5% to 10%" або {"{"} uniform = [a, b] {"}"}
no-quantity = не величина

# scenario/quantity/data

is-no-text = це не текст
is-empty = файл порожній
has-no-column-column = немає стовпця { $column }
has-more-than-one-column-column = стовпців { $column } більше ніж один
has-no-number-in-its-column-column = у стовпці { $column } немає жодного числа
has-more-than-most-rows = рядків більше ніж { $most }
has-text-on-line-line-which-is-no-number = { $text } у рядку { $line } — не число
has-cells-cells-on-line-line-and-names-names-of-columns = у рядку { $line } { $cells } { $cells ->
    [one] комірка
    [few] комірки
   *[many] комірок
}, а імен стовпців { $names }
has-cell-in-its-column-column-which-is-point-or-comma = { $cell } у стовпці { $column } — це { $point } або { $comma }
its-first-row-is-no-row-of-names = його перший рядок — не імена стовпців
it-has-list = там є: { $list }
give-each-column-a-name-of-its-own = дайте кожному стовпцю своє ім’я
put-cells-with-a-separator-into-quotes-a-decimal-comma-makes-two-cells-of = комірки з роздільником беріть у лапки: десяткова кома робить з однієї комірки дві
write-the-numbers-of-the-column-without-groups-of-thousands = напишіть числа стовпця, не відділяючи тисяч
the-file-is-csv-a-row-of-names-then-rows-of-cells = файл — це CSV: рядок імен, потім рядки комірок
has-value-on-line-line-which-key-cannot-be = у рядку { $line } стоїть { $value }, а `{ $key }` таким бути не може
correct-the-file-or-leave-such-rows-out-by-min-and-max = виправте файл або відкиньте такі рядки за допомогою `min` і `max`
has-nothing-between-min-and-max = між `min` і `max` нічого немає
widen-them = розширте їх
the-path-is-relative-to-the-scenario = шлях рахується від сценарію
path-is-blank-in-blanks-of-the-all-rows-of-its-column-column = { $path }: у стовпці { $column } порожньо у { $blanks } з { $all } рядків
these-rows-are-not-observed = ці рядки не спостерігалися
where-a-blank-means-zero-write-0 = де порожньо означає нуль, напишіть 0
path-why = { $path }: { $why }
cannot-be-used = використати не можна
path-is-kind-but-text-is-meant = `{ $path }` — { $kind }, а потрібен текст
no-text = не текст
put-it-in-quotes = візьміть у лапки

# scenario/quantity/domain

the-loss-of-everything-is-1-or-100 = втрата всього — це -1 або "-100%"
a-difference-of-shares-lies-between-1-and-1 = різниця часток лежить від -1 до 1
a-share-lies-between-0-and-1 = частка лежить від 0 до 1
this-share-lies-above-0-and-at-most-at-1 = ця частка більша за 0 і не більша за 1
it-cannot-be-negative = від’ємним він бути не може
it-has-to-be-above-zero = він має бути більшим за нуль
growth-lies-above-1-the-loss-of-everything = зростання більше за -1, тобто втрату всього
it-lies-between-10-15-and-10-15 = він лежить між -10^15 і 10^15
zero-has-no-meaning-here = нуль тут не має сенсу
too-small = замало
more-than-10-15-makes-no-sense = більше 10^15 не має сенсу
more-than-a-thousand-times-a-year-makes-no-sense = більше ніж у тисячу разів за рік не має сенсу
write-written = напишіть "{ $written }%"
the-whole-is-1-or-100 = ціле — це 1 або "100%"
a-loss-of-nearly-everything-is-99 = втрата майже всього — це "-99%"
check-the-unit-k-is-a-thousand-m-a-million-bn-a-thousand-million = перевірте одиницю: k — тисяча, M — мільйон, bn — мільярд
give-a-number-above-zero = задайте число більше за нуль
leave-out-the-minus = приберіть мінус
key-is-written-but-rule = `{ $key }` — { $written }, а { $rule }
an-interval = інтервал
a-sample = вибірка
a-family-distribution = розподіл `{ $family }`
includes-0 = включає 0
reaches-below-low-and-above-high = сягає нижче { $low } і вище { $high }
reaches-below-low = сягає нижче { $low }
reaches-above-high = сягає вище { $high }
such-values-make-no-sense = такі значення не мають сенсу
key-is-shape-that-reach-but-rule = `{ $key }` — { $shape }: { $reach }, а { $rule }
min-and-max = `min` і `max`
leave-those-values-out-or-add-ends = приберіть ці значення або додайте { $ends }
write-hard-ends-as-a-b-or-normal-mean-sd-min-max = напишіть жорсткі кінці: "a..b" або {"{"} normal = {"{"} mean, sd {"}"}, min = .., max = .. {"}"}
add-ends-or-use-beta-mean-sd = додайте { $ends } або візьміть {"{"} beta = {"{"} mean, sd {"}"} {"}"}
add-ends-or-use-lognormal-mean-sd = додайте { $ends } або візьміть {"{"} lognormal = {"{"} mean, sd {"}"} {"}"}
add-ends = додайте { $ends }

# scenario/quantity/table

max-is-below-min = `max` менше за `min`
below-min = менше за `min`
name-one-of-list-as-in-example = назвіть один із: { $list }, наприклад { $example }
key-is-a-table-that-names-no-distribution = `{ $key }` — таблиця, яка не називає розподілу
no-distribution = немає розподілу
key-names-two-distributions-first-and-second = `{ $key }` називає два розподіли, `{ $first }` і `{ $second }`
the-second-one = другий
keep-one-or-mix-them-mixture-of-weights = лишіть один або змішайте їх: {"{"} mixture = {"{"} of = [..], weights = [..] {"}"} {"}"}
there-are-list-with-min-and-max = є { $list }, а з ними `min` і `max`
name-is-no-distribution = { $name } — не розподіл
unknown = невідомо
id-is-kind-but-it-takes-forms = `{ $id }` — { $kind }, а потрібно { $forms }
as-in-example = наприклад { $example }
of-the-wrong-type = не того типу
id-has-numbers-numbers-but-it-takes-form = у `{ $id }` { $numbers } { $numbers ->
    [one] число
    [few] числа
   *[many] чисел
}, а потрібно { $form }
the-wrong-number-of-numbers = не стільки чисел
give-a-share-such-as-5 = задайте частку, наприклад "5%"
name-is-written-but-no-two-shares-are-that-far-apart = `{ $name }` — { $written }, але дві частки так далеко не розходяться
text-does-not-go-with-given = `{ $text }` не поєднується з { $given }
of-another-form = з іншої форми
id-takes-forms = `{ $id }` приймає { $forms }
near-stands-beside-id-not-inside-it = `{ $near }` стоїть поруч із `{ $id }`, а не всередині
it-takes-forms = приймається { $forms }
id-has-no-parameter-text = у `{ $id }` немає параметра { $text }
id-lacks-list = у `{ $id }` бракує { $list }
incomplete = не все
it-takes-forms-as-in-example = приймається { $forms }, наприклад { $example }
name-is-kind-but-a-list-is-meant = `{ $name }` — { $kind }, а потрібен список
no-list = не список
write-name = напишіть { $name } = [..]
key-mixes-more-than-most-parts = у `{ $key }` змішано більше ніж { $most } частин
too-many-parts = забагато частин
put-them-into-a-data-file = покладіть їх у файл даних

# scenario/quantity/text

text-can-be-read-in-several-ways = { $text } можна прочитати по-різному
text-has-three-dots-but-a-range-has-two = у { $text } три крапки, а в діапазону їх дві
write-low-high-for-hard-ends-with-everything-between-alike-or-low-to-high = напишіть "{ $low }..{ $high }" для жорстких кінців, між якими все рівноймовірне, або "{ $low } to { $high }" для діапазону, який правильний у 90 випадках зі 100
which-reading = як читати?
whole-lacks-one-of-its-ends = у { $whole } немає одного з кінців
write-both-as-in-5-10 = напишіть обидва, наприклад "5%..10%"
one-end = один кінець
whole-has-a-unit-on-one-end-only = у { $whole } одиниця лише на одному кінці
write-from-between-to-or-low-between-high-if-the-other-end-means-what = напишіть "{ $from }{ $between }{ $to }" або "{ $low }{ $between }{ $high }", якщо інший кінець означає те, що написано
which-unit = яка одиниця?
whole-ends-before-it-begins = { $whole } закінчується раніше, ніж починається
write-from-between-to = напишіть "{ $from }{ $between }{ $to }"
the-larger-number-stands-first = першим стоїть більше число
whole-has-hard-ends-so-it-has-no-credibility = у { $whole } жорсткі кінці, тому ймовірності в нього немає
write-low-high-or-low-to-high-credibility = напишіть "{ $low }..{ $high }" або "{ $low } to { $high } @{ $credibility }"
hard-ends-or-an-interval = жорсткі кінці чи інтервал?
whole-states-no-credibility-behind-its = у { $whole } після `@` немає ймовірності
write-for-instance-80-or-leave-the-out-for-90 = напишіть, наприклад, "@80%" або приберіть `@`, якщо це 90 %
no-credibility = немає ймовірності
the-credibility-of-an-interval-is-credibility-but-it-lies-between-0-and-100 = імовірність інтервалу — { $credibility }, а має бути від 0 до 100 %
write-credibility = напишіть "@{ $credibility }%"
write-for-instance-80 = напишіть, наприклад, "@80%"
key-is-from-to-to-why = `{ $key }` — від { $from } до { $to }: { $why }
help-or-write-hard-ends-from-to = { $help } або напишіть жорсткі кінці: "{ $from }..{ $to }"
no-end-of-an-interval = такого кінця в інтервалу немає

# scenario/roles

roles-and-role-state-the-same-thing-in-different-ways = `roles` і `[[role]]` задають одне й те саме по-різному

# scenario/sections

there-is-no-table-name = немає такого: { $table } `{ $name }`
set-here = задано тут
the-file-has-no-header = у файлі немає `{ $header }`

# scenario/sections/reader

header-has-no-key-name = у `{ $header }` немає ключа `{ $name }`
this-header-has-no-name = у цієї `{ $header }` немає `{ $name }`
needs-it = він потрібен тут
name-about = `{ $name }`: { $about }
word-is-no-name-for-a-table-which-consists-of-letters-digits-and-_ = `{ $word }` не годиться на ім’я для `{ $table }`: воно складається з літер, цифр, `-` і `_`
write-for-instance-name = напишіть, наприклад, "{ $name }"
path-names-name-twice = `{ $path }` двічі називає `{ $name }`
two-different-ones-are-meant = потрібні два різні імені
path-names-items-but-two-are-meant = `{ $path }` називає { $items }, а потрібно два імені
path-is-kind-but-a-list-of-two-names-is-meant = `{ $path }` — { $kind }, а потрібен список із двох імен
not-two-names = не два імені
write-between-about = напишіть `between = ["..", ".."]`: { $about }
this-target-has-at_least-and-at_most-but-one-bound-is-meant = у цієї `[[target]]` є `at_least` і `at_most`, а потрібна одна межа
a-second-bound = друга межа
the-first-bound = перша межа
write-two-targets = напишіть дві цілі
this-target-has-neither-at_least-nor-at_most = у цієї `[[target]]` немає ні `at_least`, ні `at_most`
needs-a-bound = потрібна межа
write-for-instance-at_least-65_000 = напишіть, наприклад, `at_least = 65_000`

# scenario/set

argument-is-no-key-value = `{ $argument }` — не `key=value`
one-key-one-value = один ключ, `=`, одне значення
write-for-instance-set-simulation-weeks-26 = напишіть, наприклад, `--set simulation.weeks=26`
set-sets-nothing = { $set } нічого не задає
name-the-key-that-is-meant-set-market-people-2m = назвіть потрібний ключ: `--set market.people=2M`
write-one-or-put-it-into-a-file-that-has-extends-or-all = напишіть `{ $one }`, або запишіть це у файл з `extends`, або `{ $all }`
write-it-into-a-file-that-has-extends-or-all = запишіть це у файл з `extends` або напишіть `{ $all }`
write-one-or-put-it-into-a-file-that-has-extends = напишіть `{ $one }` або запишіть це у файл з `extends`
write-it-into-a-file-that-has-extends = запишіть це у файл з `extends`
path-is-no-key-of-one-header = `{ $path }` — не ключ однієї `{ $header }`
header-has-no-key-key-that-can-be-set = у `{ $header }` немає ключа `{ $key }`, який можна задати
path-is-a-table-of-keys-and-has-no-value-of-its-own = `{ $path }` — таблиця ключів, власного значення в неї немає
not-a-key = не ключ
of-which-community = якої спільноти?
did-you-mean-all-which-is-that-of-each-community = можливо, { $all }? останнє — для кожної спільноти
extends-names-the-parent-of-a-file-and-cannot-be-set = `extends` називає батька файлу, задати його не можна
not-on-the-command-line = не в командному рядку
write-it-into-a-file = напишіть його у файл

# scenario/syntax

word-stands-here-a-second-time = { $word } стоїть тут удруге
write-year-month-and-day-as-in-2026-01-31 = напишіть рік, місяць і день, наприклад 2026-01-31
written-is-no-date = { $written } — не дата
no-date-of-the-calendar = такої дати немає в календарі
text-has-a-value-already-and-no-keys-below-it = у { $text } уже є значення, і ключів під ним немає
a-key-without-a-value = ключ без значення
nothing-stands-here = тут нічого немає
write-a-value-behind-the = напишіть значення після `=`
this-is-no-toml-why = це не TOML: { $why }
write-line = напишіть `{ $line }`
a-name-with-other-letters-stands-in-quotes-as-in-input = ім’я з іншими літерами пишеться в лапках, наприклад `[input."цена"]`
value-is-neither-a-number-nor-text-in-quotes = { $value } — не число і не текст у лапках
write-key-value = напишіть { $key } = { $value }
put-it-in-quotes-key-value = візьміть у лапки: { $key } = { $value }
a-line-is-key-value-or-a-table = рядок — це `key = value` або `[table]`
the-text-has-no-quote-at-its-end = у тексту немає `{ $quote }` наприкінці
a-list-has-no-at-its-end = у списку немає `]` наприкінці
a-has-no-at-its-end = у `{"{"}` немає `{"}"}` наприкінці
a-is-missing = бракує `]`
a-is-missing-before-this = перед цим бракує `,`
in-quotes-a-backslash-is-written-twice = у лапках зворотна скісна риска пишеться двічі: `\\`

# scenario/theme

the-first-of-colours-has-a-contrast-of-contrast-to-white-and-least-is = у першого з `colours` контраст із білим { $contrast }, а прочитати можна починаючи з { $least }
name-has-a-contrast-of-contrast-to-white-and-least-is-the-least-that = у кольору `{ $name }` контраст із білим { $contrast }, а прочитати можна починаючи з { $least }
too-light = надто світлий
choose-a-darker-one = оберіть темніший
the-first-of-colours-and-accent = перший із `colours` і `accent`
good-and-bad = `good` і `bad`
hardly-another-colour = майже той самий колір
blue-and-orange-differ-to-everybody = синій і помаранчевий розрізняє кожен
colours-one-and-other-of-colours = кольори { $one } і { $other } із `colours`
hardly-different-colours = майже однакові кольори
let-them-differ-in-lightness-too = нехай вони різняться і за світлотою
both-look-alike = { $both } мають однаковий вигляд
both-look-alike-to-people-who-cannot-see-red = { $both } мають однаковий вигляд для тих, хто не бачить червоного
both-look-alike-to-people-who-cannot-see-green = { $both } мають однаковий вигляд для тих, хто не бачить зеленого
both-look-alike-to-people-who-cannot-see-blue = { $both } мають однаковий вигляд для тих, хто не бачить синього

# scenario/unknown

there-is-no-key-quoted = немає ключа { $quoted }
a-scenario-has-keys = у сценарії є: { $keys }
path-has-keys = у `{ $path }` є: { $keys }
what-stands-below-within-begins-with-within-already-leave-that-out = усе під `[{ $within }]` і так починається з `{ $within }.`: приберіть цей початок
name-belongs-to-the-whole-scenario-write-header-on-a-line-of-its-own = `{ $name }` стосується всього сценарію: напишіть `{ $header }` окремим рядком, а під ним — її ключі
name-belongs-to-each-community-not-to-its-platform = `{ $name }` стосується кожної спільноти, а не її мережі
name-belongs-to-the-whole-scenario-write-it-above-the-first-line-in-brackets = `{ $name }` стосується всього сценарію: напишіть його вище від першого рядка в дужках

# scenario/value

write-for-instance-1-1-1-1-1-1-1-1-1-1-1 = напишіть, наприклад, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], якщо в грудні вдвічі більше
write-for-instance-0072b2-c84e00-8fc3e0-d9a400-3a4450-5c3a21 = напишіть, наприклад, ["#0072B2", "#C84E00", "#8FC3E0", "#D9A400", "#3A4450", "#5C3A21"]
beside-value-stand-source-and-note = поруч із `value` стоять `source` і `note`
path-has-no-other = у `{ $path }` немає `{ $other }`
path-is-kind-but-one-fixed-number-is-meant = `{ $path }` — { $kind }, а потрібне одне стале число
path-is-number-but-it-lies-between-low-and-high = `{ $path }` — { $number }, а має бути від { $low } до { $high }
out-of-range = поза межами
a-range = діапазон
write-one-of-its-numbers = напишіть одне з його чисел
path-is-number-but-a-whole-number-is-meant = `{ $path }` — { $number }, а потрібне ціле число
not-whole = не ціле
not-text = не текст
path-holds-a-line-break-or-another-control-character-but-one-line-of-text = у `{ $path }` є перехід на новий рядок або інший керівний символ, а потрібен один рядок тексту
not-one-line-of-text = не один рядок тексту
path-has-letters-letters-but-at-most-most-fit = довжина `{ $path }` — { $letters }, а літер уміщається щонайбільше { $most }
too-long = задовго
write-one-of-list = напишіть одне з: { $list }
did-you-mean-value = можливо, "{ $value }"?
path-is-word-but-it-is-one-of-list = `{ $path }` — `{ $word }`, а має бути одне з: { $list }
unknown-word = невідоме слово
path-is-word-but-an-iso-4217-code-of-three-capital-letters-is-meant = `{ $path }` — `{ $word }`, а потрібен код ISO 4217 з трьох великих літер
write-for-instance-eur = напишіть, наприклад, "EUR"
no-currency-code = не код валюти
path-is-word-but-a-colour-is-meant = `{ $path }` — { $word }, а потрібен колір
no-colour = не колір
write-red-green-and-blue-in-hexadecimal-digits-as-in-0072b2 = напишіть червоний, зелений і синій шістнадцятковими цифрами, наприклад "#0072B2"
path-is-kind-but-a-list-of-six-colours-is-meant = `{ $path }` — { $kind }, а потрібен список із шести кольорів
not-a-list = не список
path-has-colours-colours-but-six-are-meant = у `{ $path }` { $colours } { $colours ->
    [one] колір
    [few] кольори
   *[many] кольорів
}, а потрібно шість
not-six = не шість
path-names-name-which-why = `{ $path }` називає { $name }: { $why }
documents-are-written-in-three-languages-choose-a-font-with-latin-cyrillic-and-the = документи пишуться трьома мовами: оберіть шрифт із латиницею, кирилицею та знаками валют або не вказуйте його
paths-are-relative-to-the-file-that-names-them = шляхи рахуються від файлу, який їх називає
is-no-list-of-friendships-in-its-line-line-why = це не список дружб: рядок { $line }: { $why }
is-no-list-of-friendships-why = це не список дружб: { $why }
path-is-name-but-there-is-no-such-synthetic-network = `{ $path }` — { $name }, а такої синтетичної мережі немає
unknown-network = невідома мережа
path-is-kind-but-true-or-false-is-meant = `{ $path }` — { $kind }, а потрібно true або false
neither = ні те ні інше
write-true-or-false-without-quotes = напишіть true або false, без лапок
path-is-written-but-a-date-is-meant = `{ $path }` — { $written }, а потрібна дата
write-date = напишіть { $date }
path-names-no-hours-of-the-week = у `{ $path }` немає годин тижня
neither-days-nor-hours = ні дні, ні години
write-days-and-hours-as-in-mon-fri-9-00-18-00-sat-10 = напишіть дні й години, наприклад "Mon-Fri 9:00-18:00, Sat 10:00-14:00", або "always"
path-is-kind-but-twelve-weights-are-meant-one-a-month-from-january = `{ $path }` — { $kind }, а потрібні дванадцять ваг, по одній на місяць від січня
path-has-items-weights-but-twelve-weights-are-meant-one-a-month-from-january = у `{ $path }` { $items } { $items ->
    [one] вага
    [few] ваги
   *[many] ваг
}, а потрібні дванадцять, по одній на місяць від січня
not-twelve = не дванадцять
path-has-no-weight-above-zero = у `{ $path }` немає ваги більше нуля
a-year-without-a-question = рік без жодного запитання
is-a-folder = це папка
is-larger-than-limit-mb = файл більший за { $limit } МБ
lies-outside-of-the-folder-of-the-scenario-allow-path-dir-lets-it-be = файл лежить поза папкою сценарію: `--allow-path DIR` дозволяє його читати
is-no-regular-file = це не звичайний файл

# study/goal

text-why-write-for-instance-profit-0-80-mean-leads-500-or-p10-profit = "{ $text }": { $why }; напишіть, наприклад, "profit >= 0 @ 80%", "mean(leads) >= 500" або "p10(profit) >= 0"
there-is-no-or = немає ні >=, ні <=
text-may-mean-two-things-write-left-sign-value-80-for-a-chance-of = "{ $text }" можна зрозуміти двояко: напишіть "{ $left } { $sign } { $value } @ 80%" для ймовірності 80 % або "mean({ $left }) { $sign } { $value }"
a-probability-lies-between-0-and-100 = імовірність лежить між 0 і 100 %
a-probability-is-one-of-the-metric-itself-not-of-its-mean-or-percentile = імовірність буває в самого показника, а не в його середнього чи процентиля
text-why-write-for-instance-mean-profit-p10-profit-or-profit-for-its-mean = "{ $text }": { $why }; напишіть, наприклад, "mean(profit)", "p10(profit)" або "profit", тобто його середнє
the-bracket-is-not-closed = дужку не закрито
there-is-no-statistic-other-there-are-mean-median-and-percentiles-from-p1-to = немає статистики `{ $other }`: є mean, median і процентилі від p1 до p99
what-may-never-happen-has-no-mean-ask-for-its-median = у того, що може не настати ніколи, немає середнього: запитайте медіану
name-is-not-counted-here-because-what-it-needs-has-no-price-way_out = показник `{ $name }` тут не рахується: у того, що йому потрібно, немає ціни: { $way_out }
name-is-no-metric-way_out = `{ $name }` — не показник: { $way_out }

# output/baseline

cannot-be-read-error = не читається: { $error }
name-is-no-json-document-error = `{ $name }` — не документ JSON: { $error }
holds-other-not-the-baseline-schema-of-this-version = у ньому `{ $other }`, а не еталон `{ $schema }` цієї версії
manifest-is-no-manifest-of-this-program = `{ $manifest }` — не опис цієї програми
manifest-was-changed-after-it-was-written = `{ $manifest }` змінили після запису
manifest-does-not-list-name = у `{ $manifest }` немає `{ $name }`
name-is-not-the-file-that-was-written-it-was-changed-or-cut-off = `{ $name }` — не той файл, який було записано: його змінили або обрізали
manifest-does-not-say-its-what = у `{ $manifest }` не сказано `{ $what }`
manifest-does-not-say-its-seed = у `{ $manifest }` не сказано зерна
manifest-does-not-say-its-sampler = у `{ $manifest }` не сказано способу вибірки
has-no-file = немає `{ $file }`

# output/entry

explain-file-all-lists-every-key = `explain FILE --all` показує всі ключі

# output/folder

is-no-manifest-of-this-program-or-is-damaged = це не опис цієї програми, або його пошкоджено
holds-what-another-command-of-this-program-wrote = у ній те, що записала інша команда цієї програми
is-not-of-an-earlier-run = файл не від попереднього прогону
is-a-link-which-is-not-followed = це посилання, а за посиланнями програма не ходить

# output/folder/claim

no-lock-of-this-program-stands-there = там стоїть не замок цієї програми
another-run-is-writing-into-it-wait-for-its-end-or-write-elsewhere-with = у неї пише інший прогін: дочекайтеся його кінця або пишіть в інше місце з --out
a-file-of-this-name-stands-where-a-folder-is-needed = там, де потрібна папка, стоїть файл із цим ім’ям
it-is-a-link-that-points-to-nothing = це посилання, яке веде в нікуди

# output/folder/error

stopped-nothing-was-written = зупинено: нічого не записано
path-reason-write-elsewhere-with-out-or-move-it = `{ $path }`: { $reason }; пишіть в інше місце з --out або приберіть це
no-space-is-left-on-the-disk = на диску немає місця
the-disk-quota-is-used-up = квоту диска вичерпано
permission-denied = немає прав
the-disk-is-read-only = диск лише для читання
a-part-of-the-path-is-a-file-not-a-folder = частина шляху — файл, а не папка
the-name-is-too-long-or-not-allowed = ім’я задовге або неприпустиме
there-is-no-such-folder = такої папки немає
the-disk-does-not-take-files-of-this-size = диск не приймає файлів такого розміру

# output/folder/made

it-is-reached-by-a-link-to-nothing = шлях до неї іде через посилання в нікуди

# output/folder/swap

a-folder-of-this-name-stands-where-a-file-is-needed = там, де потрібен файл, стоїть папка з цим ім’ям

# output/shards

folder-holds-no-shard-that-can-be-read = у `{ $folder }` немає частини, яку можна прочитати
a-and-b-are-shards-of-different-runs-scenario-seed-sampler-number-of-trials = `{ $a }` і `{ $b }` — частини різних прогонів: сценарій, зерно, спосіб, кількість випробувань і версія мають збігатися
a-and-b-hold-the-same-futures-give-every-shard-once-and-all-of = у `{ $a }` і `{ $b }` ті самі випадки: назвіть кожну частину один раз, і всі частини одного поділу
futures-first-to-last-are-in-none-of-the-folders-give-those-of-all = випадків з { $first } по { $last } немає в жодній папці: назвіть папки всіх частин

# run/archive

cannot-unpack-the-scenario-of-the-shards-error = не вдалося розпакувати сценарій частин: { $error }
the-shards-name-a-file-of-their-scenario-that-cannot-be-theirs-name = частини називають файл свого сценарію, який не може бути їхнім файлом: `{ $name }`

# core/model/lower/learnt

there-is-no-community-of-which-an-export-could-tell = немає спільноти, про яку могло б говорити вивантаження
of-nobody = ні про кого
totals-of-formulas-are-observed = підсумки формул — це `[[observed]]`
metric-of-these-days-is-given-twice = `{ $metric }` за ці дні задано двічі

# core/scenario/sections/learnt

export-columns-needs-kind-which-is-missing = для `export.columns` потрібен `kind`, а його немає
headings-of-what = заголовки чого?
write-for-instance-kind-messages = напишіть, наприклад, `kind = "messages"`
path-is-kind-but-a-table-of-headings-is-meant-or-a-file-with = `{ $path }` — це { $kind }, а потрібна таблиця заголовків або файл із нею
write-for-instance-columns-time-date = напишіть, наприклад, `columns = {"{"} time = "Date" {"}"}`
in-says-the-whole-period-and-so-do-from-and-to = `in` задає весь період, і `from` з `to` — теж
this-observed-ends-before-it-begins = цей `[[observed]]` закінчується раніше, ніж починається
its-last-day = останній день
its-first-day = перший день
exchange-from-and-to = поміняйте місцями `from` і `to`
path-is-written-but-a-year-a-month-or-a-day-is-meant = `{ $path }` — це { $written }, а потрібен рік, місяць або день
no-period-of-the-calendar = такого періоду в календарі немає
write-2025-2025-03-or-2025-03-31 = напишіть 2025, "2025-03" або 2025-03-31

# run/attached

flag-says-how-exports-are-read-and-none-is-named-name-them-with-data = `{ $flag }` каже, як читати вивантаження, а жодне не названо: назвіть їх через `--data` або впишіть `[[export]]` у сценарій
no-export-is-called-like-pattern = жодне вивантаження не називається як `{ $pattern }`
the-scenario-has-none = у сценарії немає жодної
there-is-no-community-id-way_out = немає спільноти `{ $id }`: { $way_out }
write-it-as-old-csv-0-5-with-a-number-from-0-to-1 = напишіть так: `old/*.csv=0.5`, число від 0 до 1
write-it-as-page-exports-page-csv = напишіть так: `page=exports/page/*.csv`
nobody-says-of-which-community-file-tells = не сказано, про яку спільноту говорить `{ $file }`
nobody-says-of-which-community-file-tells-it-names-names = не сказано, про яку спільноту говорить `{ $file }`: у ньому названо { $names }
it-may-be-list-write-community-first-in-its-export-or-community-first-file = це може бути { $list }: напишіть `community = "{ $first }"` у його `[[export]]` або `--community { $first }={ $file }`
named-here = названо тут
write-for-instance-leads-72-in-2025-or-leads-72-5-in-2025-03 = напишіть, наприклад, `leads = 72 in 2025` або `leads = 72 +- 5% in 2025-03`
text-states-no-total = "{ $text }" — не підсумок
a-metric-a-number = показник, `=`, число
the-error-of-a-total-lies-between-nothing-and-the-total-itself = похибка підсумку — від нуля до самого підсумку
this-total-ends-before-it-begins = цей підсумок закінчується раніше, ніж починається
exchange-the-two-days = поміняйте дні місцями
text-is-no-period = "{ $text }" — не період
write-a-year-a-month-or-a-day-2025-2025-03-2025-03-31 = напишіть рік, місяць або день: 2025, 2025-03, 2025-03-31
say-what-its-columns-are-kind-messages-and-columns-time-in-its-export = скажіть, які в ньому стовпці: `kind = "messages"` і `columns = {"{"} time = ".." {"}"}` у його `[[export]]`
path-cannot-be-read = `{ $path }` не прочитати
file-is-found-and-not-kind = `{ $file }` — це `{ $found }`, а не `{ $kind }`
another-kind = інший вид
leave-kind-out-or-name-the-files-apart = приберіть `kind` або назвіть файли окремо

# run/check

there-is-no-baseline-baseline-look-at-the-numbers-and-keep-them-with-update = еталона `{ $baseline }` немає; подивіться на числа і збережіть їх: `--update { $stem }`
the-baseline-baseline-why-restore-it-or-write-it-anew-with-update-stem = еталон `{ $baseline }`: { $why }; відновіть його або запишіть наново: `--update { $stem }`
if-that-is-what-was-meant-update-stem = якщо так і задумано: `--update { $stem }`
compared-by-statistics-the-baseline-is-of-version-version-revision-revision-target = порівнювалася статистика: еталон версії { $version }, редакції { $revision }, { $target }
compared-by-statistics-the-seed-is-seed-and-other-in-the-baseline = порівнювалася статистика: зерно { $seed }, а в еталоні { $other }
the-engine-s-revision-is-revision-then-and-now-and-yet-its-bits-differ = редакція розрахунку тоді й тепер — { $revision }, і все ж біти різняться
the-engine-s-revision-is-number-then-and-now-and-yet-its-bits-differ = редакція розрахунку тоді й тепер — { $number }, і все ж біти різняться: в останніх цифрах або в числах окремих спільнот чи хвостів
the-scenario-as-it-was-cannot-be-read-by-this-version-first = попередній сценарій ця версія прочитати не може: { $first }
its-data-files-or-its-horizon-are-others-now = його файли даних або строк тепер інші
it-could-not-be-read-why = прочитати його не вдалося: { $why }
it-was-not-there = його не було
gone-list = зникли: { $list }
new-list = з’явилися: { $list }
no-statistic-moved-by-more-than-its-tolerance = жодна статистика не зсунулася більше за допуск
its-words-are-others-now-and-every-number-is-the-same = слова в ньому тепер інші, а всі числа ті самі
kept-anew-no-number-has-changed = збережено наново; жодне число не змінилося
kept-for-the-first-time = збережено вперше
its-baseline-was-called-stem = його еталон називався `{ $stem }`
so-few-futures-cannot-tell-whether-it-moved-raise-max-trials-give-a-larger = за такої кількості випадків не сказати, чи зсунулося воно: збільште --max-trials, задайте більший допуск у `[check]` або оновіть еталон
its-baseline-is-called-old-update-new-gives-it-the-new-name = його еталон називається `{ $old }`: `--update { $new }` дасть йому нове ім’я
cannot-remove-folder-error = не вдалося видалити `{ $folder }`: { $error }

# run/checkpoint

the-unfinished-run-in-folder-is-damaged-or-another-version-wrote-it = незакінчений прогін у `{ $folder }` пошкоджений, або його записала інша версія
the-unfinished-run-in-folder-is-of-another-scenario-seed-sampler-version-or-number = незакінчений прогін у `{ $folder }` — іншого сценарію, зерна, способу, версії чи кількості випробувань
an-unfinished-run-of-this-scenario-lies-in-folder = у `{ $folder }` лежить незакінчений прогін цього сценарію
folder-holds-no-part-of-a-run = у `{ $folder }` немає частини прогону
the-part-of-a-run-in-folder-is-damaged-or-another-version-wrote-it = частина прогону в `{ $folder }` пошкоджена, або її записала інша версія
another-run-is-writing-into-folder = у `{ $folder }` пише інший прогін
cannot-use-folder-error = `{ $folder }` використати не можна: { $error }
stopped-after-done-of-all-futures = зупинено: готово { $done } з { $all } випадків
stopped = зупинено

# run/claims

file-states-no-claim-it-has-no-target = `{ $file }` нічого не стверджує: у ньому немає `[[target]]`
file-claims-of-several-what-ifs-that-they-are-better-a-claim-has-one = `{ $file }`: сказано, що кращих варіантів кілька, а у твердження він один
file-neither-direction-of-subject-is-better-so-that-no-variant-is = `{ $file }`: у показника `{ $subject }` немає кращого напрямку, тому й варіанта кращого немає

# run/exports

path-cannot-be-read-why = `{ $path }` не читається: { $why }
word-is-no-tone = `{ $word }` — не тональність
no-tone = не тональність
a-tone-is-positive-neutral-or-negative = тональність — це `positive`, `neutral` або `negative`
path-has-no-columns-id-and-tone = у `{ $path }` немає стовпців `id` і `tone`
the-times-of-these-files-are-moments-and-hours-and-days-depend-on-the = час цих файлів — це моменти, а години й дні залежать від зони: назвіть її `--zone Europe/Kyiv` або `--zone UTC`
its-first-row-is-id-tone-and-each-further-one-a-message = перший рядок — `id,tone`, кожен наступний — одне повідомлення

# run/knobs

name-names-key-twice = { $name } двічі називає `{ $key }`
these-are-points-points-and-at-most-most-are-simulated-ask-for-fewer-as = точок { $points }, а моделюється щонайбільше { $most }; попросіть менше, наприклад `=1..21/9`
so-many-trials-at-points-points-do-not-fit-into-memory-at-most-most = стільки випробувань у { $points } точках не вміщається в пам’ять: вміщається щонайбільше { $most }

# run/memory

trials-trials-of-file-would-take-memory-gb-of-memory-and-at-most-most = { $trials } випробувань сценарію `{ $file }` зайняли б { $memory } ГБ пам’яті, а вміщається щонайбільше { $most }; зменште `simulation.trials`; більше може лише `run`

# run/shard

this-run-has-all-blocks-of-1-000-futures-it-cannot-be-shared-among = у цьому прогоні { $all } { $all ->
    [one] блок
    [few] блоки
   *[many] блоків
} по 1000 випадків: на { $of } його не поділити
the-scenario-of-the-shards-cannot-be-read-again-as-it-was-a-file = сценарій частин не можна прочитати наново таким, яким він був: файл, який він називає повним шляхом, змінився
the-sums-of-the-shards-are-not-of-their-scenario-they-are-damaged = суми частин не від їхнього сценарію: вони пошкоджені
cannot-read-the-shards-error = не вдалося прочитати частини: { $error }

# run/study

this-scenario-measures-nothing = цей сценарій нічого не рахує
the-metric-is-undefined-in-some-futures-so-that-no-decision-can-be-valued = показник у деяких випадках не визначено, і рішення за ним оцінити не можна: оберіть інший
at-the-medians-there-is-one-future-only-choose-another-simulation-sampler = за медіан випадок лише один: оберіть інший `simulation.sampler`
this-takes-at-least-fewest-trials-and-there-are-trials-raise-simulation-trials = потрібно щонайменше { $fewest } випробувань, а їх { $trials }: збільште `simulation.trials`

# run/variants

file-has-no-what-if-add-a-what_if-with-a-name-and-a-what_if = у `{ $file }` немає варіантів: додайте `[[what_if]]` з назвою та `[what_if.set]`, назвіть другий сценарій або порівняйте його `--against nothing`
other-counts-in-second-and-file-in-first-they-cannot-be-compared = `{ $other }` рахує в { $second }, а `{ $file }` — в { $first }: порівняти їх не можна
so-many-trials-of-variants-variants-do-not-fit-into-memory-at-most-most = стільки випробувань { $variants } варіантів не вміщається в пам’ять: вміщається щонайбільше { $most }
posts = дописи
team = команда
budget = бюджет
not-edit = не: { $edit }

# diagnostic/message


# changes, streams, init

weekly-takes-the-name-of-a-metric-and-nothing-else = `weekly` приймає назву показника і нічого більше
not-a-metric = не показник
write-for-instance-weekly-questions = напишіть, наприклад, `weekly(questions)`
a-stream-enters-the-profit-and-cannot-need-what-the-profit-does = потік входить у прибуток і не може залежати від того, що залежить від нього
metric-is-no-count-of-each-week = `{ $metric }` не рахується за тижнями
has-no-weekly-flow = за тижнями не рахується
weekly-takes-what-adds-up-over-weeks-as-weekly-questions = `weekly` приймає те, що додається за тижнями, наприклад `weekly(questions)`
weekly-takes-a-metric-that-is-measured-and-name-is-none = `weekly` приймає показник, який вимірюється, а `{ $name }` не такий
only-a-stream-has-weeks = тижні є лише в потоку
weekly-in-a-metric-of-the-whole-horizon = `weekly` у показнику всього горизонту
write-stream-value-or-cost-beside-it-or-leave-weekly-out = напишіть поруч `stream = "value"` або `"cost"` чи приберіть `weekly`
a-stream-enters-the-profit-of-a-community-and-there-is-none = потік входить у прибуток спільноти, а спільноти немає
enters-nothing = нікуди не входить
leave-it-out-the-metric-is-computed-all-the-same = приберіть: показник усе одно обчислюється
write-for-instance-set-support-people-2 = напишіть, наприклад, `set = { "{" } "support.people" = 2 { "}" }`
a-change-has-at_week-or-from-and-not-both = зміна має або `at_week`, або `from`, але не обидва
a-change-needs-the-week-from-which-it-holds = зміні потрібен тиждень, з якого вона діє
this-change = ця зміна
write-at_week-26-or-a-day-of-that-week-as-from-2026-09-01 = напишіть `at_week = 26` або день цього тижня: `from = 2026-09-01`
this-change-changes-nothing = ця зміна нічого не змінює
path-holds-for-the-whole-horizon = `{ $path }` діє весь горизонт
cannot-change-on-the-way = дорогою не змінюється
what-may-change-are-keys-of-support-outreach-cost-posts-growth-questions-and-prices = змінюватися можуть ключі `support`, `outreach`, `cost`, `posts`, `growth`, `questions` і ціни з `value`; кампанія має власні тижні
a-change-in-week-week-lies-outside-of-a-horizon-of-weeks-weeks-which = зміна на тижні { $week } лежить поза горизонтом; тижнів у ньому { $weeks }, лік від 0
never-happens = ніколи не настає
name-a-later-week-than-0-and-an-earlier-one-than-the-end-or = назвіть тиждень після нульового й до кінця або задайте сам ключ
in-which-week-is-that = на якому це тижні?
give-simulation-start-the-first-day-of-week-0-or-write-at_week = задайте `simulation.start`, перший день тижня 0, або напишіть `at_week`
the-day-of-a-change-says-nothing-without-the-day-of-the-start = день зміни нічого не каже без дня початку
path-changes-but-is-not-given-at-the-beginning = `{ $path }` змінюється, але на початку не заданий
a-price-from-here-on-only = ціна лише звідси
give-it-at-the-beginning-too-path-0-counts-for-nothing = задайте її й на початку: `{ $path } = 0` нічого не додає
path-is-week-but-a-horizon-of-weeks-weeks-ends-with-week-last = `{ $path }` дорівнює { $week }, але горизонт кінчається тижнем { $last } (усього тижнів { $weeks })
never-begins = ніколи не починається
name-an-earlier-week-or-leave-the-community-out = назвіть тиждень раніше або приберіть спільноту
first-and-more-more = { $first } і ще { $more }
path-is-there-already-and-stays-as-it-is-name-another-file = `{ $path }` уже є й лишається як є: назвіть інший файл
id-is-named-twice = мережу `{ $id }` названо двічі
cannot-read-an-answer-reason = не вдалося прочитати відповідь: { $reason }
name-is-the-name-of-another-change-or-campaign-already = `{ $name }` — уже назва іншої зміни або кампанії
path-changes-twice-in-week-week = `{ $path }` змінюється двічі на тижні { $week }
changes-again = змінюється знову
changes-here = змінюється тут
leave-one-of-them-out-or-name-another-week = приберіть одну з них або назвіть інший тиждень
the-day-of-a-change-lies-before-simulation-start-start = день зміни лежить раніше за `simulation.start`, { $start }
before-of-the-weeks-weeks-of-the-campaign-name-come-before-its-community-begins = тижнів кампанії `{ $name }` до початку її спільноти на тижні { $opens }: { $before } із { $weeks }
what-lies-before-is-not-counted-its-budget-and-its-followers-are-spread-evenly = що раніше, не рахується: бюджет і підписники кампанії розподілені за її тижнями порівну
a-stream-is-a-sum-of-money = потік — це сума грошей
another-unit = інша одиниця
leave-unit-out-or-multiply-by-what-one-of-them-is-worth = приберіть `unit` або помножте на ціну однієї одиниці
a-change-has-no-effect-there-is-no-community = зміна ні на що не діє: спільноти немає
formulas-know-no-weeks-leave-it-out = формули не мають тижнів: приберіть її
hardly-meant = навряд чи так задумано
path-is-people-and-the-market-has-market-people-who-could-follow = `{ $path }` — { $people }, а підписатися на ринку могли б { $market } людей
correct-the-partner-s-followers-or-raise-market-people = виправте підписників партнера або збільште `market.people`
path-is-power-where-twice-as-much-happens-times-times-as-many-friends-begin = `{ $path }` — { $power }: де відбувається вдвічі більше, підписуються в { $times } разів більше друзів
in-proportion-to-what-happens-is-1 = 1 — пропорційно до того, що відбувається

# scenario/deck, scenario/template

path-is-kind-but-a-list-of-slides-is-meant = `{ $path }` — це { $kind }, а потрібен список слайдів
write-for-instance-answer-money-do = напишіть, наприклад, ["answer", "money", "do"]
path-is-kind-but-a-table-of-words-is-meant = `{ $path }` — це { $kind }, а потрібна таблиця зі словами
path-names-name-but-there-is-no-such-slide = `{ $path }` називає { $name }, але такого слайда немає
reachsim-explain-slides-lists-them = їх перелічує `reachsim explain --slides`
unknown-slide = невідомий слайд
is-no-powerpoint-file = це не файл PowerPoint
holds-macros-save-it-as-potx-or-pptx-without-them = у ньому є макроси: збережіть його без них, як .potx або .pptx
has-no-slide-master-with-a-layout = у ньому немає зразка слайдів із макетом
is-a-damaged-powerpoint-file = це пошкоджений файл PowerPoint
path-cannot-be-the-template-it-why = `{ $path }` не годиться в шаблон: { $why }

# run/backtest, learn/backtest/demand

there-is-nothing-to-test-on-name-exports-with-data-or-write-export-into = перевіряти немає на чому: назвіть вивантаження через `--data` або впишіть `[[export]]` у сценарій
nothing-that-these-exports-show-week-by-week-is-forecast-by-the-scenario = нічого з того, що ці вивантаження показують за тижнями, сценарій не прогнозує
a-back-test-goes-week-by-week-and-these-posts-have-months-and-no = перевірка на минулому йде за тижнями, а в цих дописів є місяці, але немає дат
these-exports-show-nothing-week-by-week-that-the-scenario-forecasts-reachsim-analyse-shows = за тижнями ці вивантаження не показують нічого, що прогнозує сценарій: що в них є, покаже `reachsim analyse`
these-exports-hold-weeks-whole-weeks-and-a-back-test-needs-least-before-its = цілих тижнів у цих вивантаженнях: { $weeks }, а для перевірки на минулому треба { $least } до першого прогнозу й один після нього: назвіть і раніші вивантаження
require-is-missed-nothing-has-twelve-independent-forecasts-by-which-it-could-be-judged = `--require` не виконано: ніде немає дванадцяти незалежних прогнозів, за якими можна судити
require-is-missed-by-metric-at-horizon-weeks-the-level-ranges-held-share-of = `--require` не виконано для `{ $metric }` на { $weeks } тиж.: у діапазони { $level } % потрапило { $share } % результатів, а не від { $low } до { $high } %
require-is-missed-by-metric-at-horizon-weeks-the-skill-against-rival-is-skill = `--require` не виконано для `{ $metric }` на { $weeks } тиж.: виграш проти `{ $rival }` дорівнює { $skill }, а треба більше { $least }
write-it-as-coverage-90-in-80-97-of-50-80-or-90-or = напишіть так: `coverage 90% in 80..97`, для 50, 80 або 90 %, або так: `skill last > 0`, проти `last`, `mean8`, `seasonal` або `preset`

# learn/ledger

its-quantiles-are-not-23-rising-numbers = його квантилі — не 23 числа за зростанням
id-is-on-record-already-of-one-day-and-one-period-there-is-one = `{ $id }` уже записано: на один день і один період є один прогноз
no-forecast-is-called-id = прогнозу `{ $id }` немає
what-came-of-id-is-on-record = наслідок `{ $id }` уже записано
nobody-changes-a-forecast-afterwards-take-the-file-from-a-copy-or-begin-another = прогноз заднім числом не змінюють: візьміть файл із копії або почніть новий
this-is-no-entry-of-a-ledger = це не запис журналу
reachsim-forecast-and-reachsim-score-write-write-entries = записи роблять `reachsim forecast` і `reachsim score --write`
this-entry-is-not-as-it-was-written = цей запис не такий, яким його зроблено
this-entry-cannot-be-understood = цей запис не можна зрозуміти
another-version-of-the-program-wrote-it = його зробила інша версія програми
the-entry-before-this-one-was-changed-or-removed-or-another-was-put-between = запис перед цим змінено або вилучено, або між ними вставлено інший
reachsim-forecast-puts-one-on-record = записує прогноз `reachsim forecast`
there-is-no-forecast-of-metric-help = прогнозу `{ $metric }` немає: { $help }
what-came-of-every-forecast-of-metric-is-on-record = наслідки всіх прогнозів `{ $metric }` уже записано
forecasts-of-metric-are-open-over-several-periods-say-which-as-in-metric-81 = прогнози `{ $metric }` відкриті на кілька періодів: назвіть, на який, наприклад `{ $metric } = 81 from { $from } to { $to }`
no-open-forecast-of-metric-is-of-from-to-to-one-is-of-first = відкритого прогнозу `{ $metric }` з { $from } до { $to } немає; є з { $first } до { $last }

# run/ledger

require-is-missed-the-skill-against-rival-is-skill-and-not-above-least = `--require` не виконано: виграш проти `{ $rival }` дорівнює { $skill }, а треба більше { $least }
require-is-missed-the-level-ranges-held-share-of-what-came-and-not-low = `--require` не виконано: у діапазони { $level } % потрапило { $share } % результатів, а не від { $low } до { $high } %
require-is-missed-no-baseline-was-frozen-with-these-forecasts-reachsim-forecast-data-freezes = `--require` не виконано: поруч із цими прогнозами не записано, з чим порівнювати; це робить `reachsim forecast --data`
require-is-missed-n-forecasts-are-resolved-and-least-are-needed-to-judge-them = `--require` не виконано: відомий результат прогнозів — { $n }, а судити можна з { $least }
a-ledger-freezes-the-last-value-beside-its-forecasts-and-no-other-rival-write = журнал зберігає поруч із прогнозами останнє значення і жодного іншого суперника: напишіть `--require 'skill last > 0'` або спитайте `reachsim backtest`
there-is-no-ledger-path-reachsim-forecast-file-as-of-date-ledger-path-begins = журналу `{ $path }` немає: його починає `reachsim forecast FILE --as-of DATE --ledger { $path }`
it-is-no-text = це не текст
another-command-is-writing-into-path-wait-for-its-end = у `{ $path }` пише інша команда: дочекайтеся її кінця
a-forecast-is-made-of-at-most-most-futures-lower-simulation-trials = прогноз роблять щонайбільше з { $most } варіантів майбутнього: зменште `simulation.trials`
name-is-undefined-or-endless-in-some-futures-so-that-it-cannot-be-put = `{ $name }` у деяких варіантах майбутнього не визначено або він нескінченний, тому записати його не можна
the-horizon-ends-on-to-before-as_of-what-is-over-is-no-forecast = горизонт закінчується { $to }, раніше за { $as_of }: про минуле не прогнозують
outcome-text-why-write-it-as-leads-81-in-2025-or-leads-81-from = `--outcome { $text }` { $why }: напишіть 'leads = 81 in 2025' або 'leads = 81 from 2026-01-01 to 2026-03-31'
has-no-between-a-metric-and-its-value = не містить `=` між показником і його значенням
names-no-metric = не називає показника
names-two-periods = називає два періоди
names-no-period-that-can-be-read = не називає періоду, який можна прочитати
there-is-nothing-to-learn-from-name-exports-with-data-totals-with-total-leads = вчитися нема на чому: назвіть вивантаження через `--data`, підсумки через `--total 'leads = 72 in 2025'` або впишіть у сценарій `[[export]]` і `[[observed]]`
these-exports-tell-nothing-of-the-scenario-s-keys-reachsim-analyse-shows-what-they = ці вивантаження нічого не кажуть про ключі сценарію: що в них є, показує `reachsim analyse`
the-weeks-weeks-that-are-to-be-held-out-overlap-those-from-which-is = { $weeks } тижнів, які треба відкласти, заходять на ті, за якими йде навчання: спрогнозувати з них можна { $n }
hold-out-fewer-or-name-older-exports-too = відкладіть менше або назвіть і давніші вивантаження
these-totals-have-two-explanations-one-or-other = у цих підсумків два пояснення: { $one }; або { $other }
state-one-of-these-keys-more-narrowly-or-add-a-total-that-tells-them = задайте один із цих ключів вужче або додайте підсумок, який їх розрізнить
these-totals-need-key-to-be-about-value-sd-standard-deviations-from-what-the = цим підсумкам треба, щоб `{ $key }` було близько { $value }, за { $sd } стандартного відхилення від того, що каже сценарій
widen-its-range-or-look-at-the-total = розширте його діапазон або перевірте підсумок
these-totals-cannot-all-be-true-under-this-scenario-both-contradict-each-other-most = за цим сценарієм усі ці підсумки разом правильними бути не можуть: найбільше суперечать одне одному { $both }
these-totals-cannot-all-be-true-under-this-scenario-it-can-hardly-bring-names = за цим сценарієм усі ці підсумки разом правильними бути не можуть: навряд чи він може дати { $names }
look-at-these-totals-again-or-widen-the-ranges-of-the-keys-behind-them = перевірте ці підсумки або розширте діапазони ключів, що за ними стоять
this-total = цей підсумок
and-this-one = і цей
the-exports-of-this-scenario-tell-no-weeks-that-could-be-drawn-why = вивантаження цього сценарію не показують тижнів, які можна було б намалювати: { $why }
file-does-not-say-when-it-starts-so-that-no-week-can-be-laid = `{ $file }` не каже, коли починається, і накласти на нього тижні не можна: напишіть `simulation.start = 2026-01-05` зі своїм днем
these-exports-tell-no-whole-week-from-start-on-that-file-forecasts-export-them = у цих вивантаженнях немає жодного цілого тижня від { $start }, який прогнозує `{ $file }`: вивантажте їх знову, коли мине тиждень, або назвіть сценарій цих тижнів
file-has-several-communities-say-of-which-one-these-exports-tell-with-community-first = у `{ $file }` кілька спільнот: скажіть, про яку з них ці вивантаження, через `--community { $first }`
the-draws-did-not-settle-r-hat-rhat-halves-drift-standard-deviations-apart-leave = вибірка не заспокоїлася (R-hat { $rhat }, половини розходяться на { $drift } стандартного відхилення): приберіть один підсумок або задайте вужче ключі, яких він стосується
a-draw-found-no-next-place-among-tries-leave-a-total-out-or-state = крок не знайшов наступної точки серед { $tries }: приберіть один підсумок або задайте вужче ключі, яких він стосується
path-is-no-name-of-a-scenario-end-it-with-toml = `{ $path }` — не назва сценарію: нехай вона закінчується на `.toml`
path-is-there-already-and-was-not-learnt-choose-another-name = `{ $path }` вже є і не був отриманий навчанням: виберіть іншу назву
path-cannot-be-written-why = `{ $path }` не можна записати: { $why }
name-is-no-key-whose-level-is-learnt-way_out = `{ $name }` — не ключ, рівень якого дізнаються: { $way_out }
posts-reach-and-questions-per_year-are-some-of-them = серед них `posts.reach` і `questions.per_year`
metric-cannot-have-been-value-look-at-the-total = `{ $metric }` не може бути { $value }: перевірте підсумок
this-scenario-has-no-target-and-no-profit-say-what-is-to-be-reached = у цьому сценарії немає ні цілі, ні прибутку: скажіть, чого треба досягти, наприклад --for "mean(questions) >= 5k"
text-why-write-for-instance-profit-0-or-leads-50 = "{ $text }": { $why }; напишіть, наприклад, "profit < 0" або "leads >= 50"
it-compares-nothing-none-of-and-stands-in-it = нічого не порівнюється: немає ні <, ні <=, ні >=, ні >
a-line-is-one-friendship-as-in-17-42-or-anna-boris-where-the = рядок — одна дружба, наприклад `17 42` або `anna,boris`; якщо перший у рядку дружить з усіма іншими в ньому, скажіть --list adjacency
what-path-is-from-week-week-on-is-not-set-by-itself = чим стає `{ $path }` з тижня { $week }, саме по собі не задається
set-by-a-change = задається в `[[change]]`
edit-the-change-of-the-file-or-give-all-of-them-set-change-at_week = змініть `[[change]]` у файлі або задайте їх усі: `--set 'change = [{"{"} at_week = { $week }, set = {"{"} "{ $path }" = .. {"}"} {"}"}]'`
key-is-drawn-with-the-rows-joint-which-say-how-it-goes-with-others = `{ $key }` розігрується разом із рядками `{ $joint }`, які вже кажуть, як він пов’язаний з іншими
leave-this-correlation-out-or-joint-of-key = приберіть цю кореляцію або `joint` у `{ $key }`
tied-already = уже пов’язано
joint-of-path-has-no-effect-nothing-else-is-drawn-with-the-rows-joint = `joint` у `{ $path }` ні на що не впливає: більше нічого не розігрується з рядками `{ $joint }`
nothing-to-be-drawn-with = пов’язати нема з чим
give-another-key-a-column-of-these-rows-or-leave-joint-out = дайте ще одному ключу стовпець цих рядків або приберіть `joint`
the-rows-joint-stand-in-file-and-in-other = рядки `{ $joint }` є і в `{ $file }`, і в `{ $other }`
another-file = інший файл
named-first-here = уперше названо тут
rows-that-belong-together-are-those-of-one-file-give-these-another-name = разом розігруються рядки одного файлу: дайте цим іншу назву
a-part-of-a-mixture-cannot-be-drawn-together-with-other-keys = частину суміші не можна розіграти разом з іншими ключами
in-a-mixture = у суміші
leave-joint-out-or-the-mixture = приберіть `joint` або суміш
the-rows-of-path-belong-together-and-its-column-column-lacks-some-of-them = рядки { $path } розігруються разом, а в стовпці { $column } є не всі
rows-that-belong-together = рядки розігруються разом
fill-every-cell-of-the-column-and-leave-min-and-max-out-or-leave = заповніть усі клітинки стовпця і приберіть `min` та `max` або приберіть `joint`
name-files-the-folder-in-which-they-are-or-a-pattern-such-as-exports = назвіть файли, папку, у якій вони лежать, або шаблон на зразок 'exports/*.csv'
the-measurement-name-is-given-twice = вимірювання `{ $name }` задано двічі
a-measurement-has-a-size-or-an-error-and-not-both = у вимірювання є розмір або похибка, але не те й інше
the-error-is-said-here = похибку вказано тут
it-follows-from-the-size = вона випливає з розміру
cost_per_unit-has-no-effect-without-sample-or-years = `cost_per_unit` нічого не значить без `sample` або `years`
of-how-many = за скільки?
say-how-many-are-looked-at-or-put-the-whole-sum-into-cost = вкажіть, скільки переглядають, або впишіть усю суму в `cost`
a-measurement-takes-no-weeks-there-is-no-community = вимірювання не триває тижнів: спільноти немає
weeks-of-what = тижнів чого?
a-measurement-takes-weeks-weeks-and-the-horizon-has-horizon = вимірювання триватиме { $weeks } тижнів, а в горизонті їх { $horizon }
known-when-all-is-over = стане відомо, коли все вже скінчиться
say-fewer-weeks-or-raise-simulation-weeks = вкажіть менше тижнів або збільште `simulation.weeks`
nobody-can-be-asked-for-what-this-measurement-is-of = про те, що вимірюється, спитати нікого
say-years-how-long-is-counted-or-error = вкажіть `years` — як довго рахують, або `error`
nothing-is-counted-over-years-in-this-measurement = у цьому вимірюванні нічого не рахують роками
say-sample-how-many-people-are-asked-or-error = вкажіть `sample` — скільки людей опитано, або `error`
it-is-a-share-write-for-instance-sample-400-the-people-who-are-asked = це частка: напишіть, наприклад, `sample = 400` — скільки людей опитано
it-is-a-rate-of-one-person-write-for-instance-sample-400-and-years = це частота однієї людини: напишіть, наприклад, `sample = 400`, і `years`, якщо це не один рік
it-is-a-rate-write-for-instance-years-0-04-a-fortnight-of-counting = це частота: напишіть, наприклад, `years = 0.04` — два тижні підрахунку
write-error-one-standard-deviation-of-what-is-measured-such-as-10-of-an = напишіть `error` — стандартне відхилення виміряного, наприклад "10%"; у `[input.<id>]` вкажіть `kind`, якщо це частка або число за рік
the-measurement-does-not-say-how-well-key-would-be-known = з вимірювання не видно, наскільки точно стане відомо `{ $key }`
how-is-it-measured = як це виміряти?
key-is-a-fixed-number-so-there-is-nothing-to-measure = `{ $key }` — точне число, вимірювати нічого
key-is-no-uncertain-number-here-so-there-is-nothing-to-measure = `{ $key }` тут не невизначене число, вимірювати нічого
path-is-kind-but-a-list-of-keys-is-meant = `{ $path }` — { $kind }, а потрібен список ключів
no-list-of-keys = не список ключів
write-for-instance-of-funnel-click = напишіть, наприклад, `of = ["funnel.click"]`
path-names-items-but-one-to-most-keys-are-meant = `{ $path }` називає { $items }, а ключів буває від одного до { $most }
so-many-cannot-be-measured-together = стільки разом не виміряти
named-again = названо ще раз
first-named-here = уперше названо тут
path-is-0-but-it-lies-above-0 = `{ $path }` — 0, а має бути більше 0
measurements-cost-money-and-metric-is-no-money-choose-another-with-metric-or-leave = вимірювання коштують грошей, а `{ $metric }` — не гроші: виберіть інший показник через --metric або приберіть витрати
key-is-certain-in-each-of-these-decisions-so-there-is-nothing-to-measure = `{ $key }` у кожному з цих рішень відоме точно, вимірювати нічого
there-is-no-help-on-topic-known = немає довідки про `{ $topic }`: { $known }
the-conversation-begins-with-initialize = розмова починається з `initialize`
all-tools-stand-on-one-page-there-is-no-cursor = усі інструменти на одній сторінці: курсора немає
there-is-no-method-method = немає методу `{ $method }`
scenarios-are-toml-files-of-this-folder-explain-tells-the-keys-of-one-run = сценарії — файли TOML цієї папки; `explain` розповідає про ключі одного з них, `run` рахує його, `compare` — його «що як»; відповідь із непорожнім `cannot_tell` лишає щось відкритим і називає виклики, які це вирішать; число наводять з його похибкою
there-is-no-tool-name-the-tools-are-list = немає інструмента `{ $name }`: є { $list }
arguments-is-a-json-object = `arguments` — об’єкт JSON
cannot-tell-what = не можна сказати: { $what }
tool-needs-the-argument-name = `{ $tool }` потрібен аргумент `{ $name }`
tool-has-no-argument-name-it-has-list = у `{ $tool }` немає аргументу `{ $name }`: є { $list }
the-argument-name-is-true-or-false = аргумент `{ $name }` — true або false
the-argument-name-is-a-list-of-texts-or-numbers = аргумент `{ $name }` — список текстів або чисел
the-argument-name-is-a-text-or-a-number = аргумент `{ $name }` — текст або число
path-lies-outside-of-the-folder-in-which-the-program-was-started-name-a = `{ $path }` лежить поза папкою, в якій запущено програму: назвіть файл у ній або нижче, без `..`
path-is-no-folder = `{ $path }` — не папка
path-is-a-folder-name-the-files-themselves = `{ $path }` — папка: назвіть самі файли
there-is-no-regular-file-path-in-the-folder-of-the-program = у папці програми немає звичайного файлу `{ $path }`
a-line-has-more-than-limit-bytes = у рядку більше ніж { $limit } байтів
a-line-is-no-json-error = рядок — не JSON: { $error }
a-line-is-one-request-as-a-json-object = рядок — один запит, об’єкт JSON
a-request-says-jsonrpc-2-0 = запит містить `"jsonrpc": "2.0"`
the-id-of-a-request-is-a-text-or-a-whole-number = id запиту — текст або ціле число
a-request-names-its-method = запит називає свій `method`
params-is-a-json-object = `params` — об’єкт JSON
text-is-none-of-typical-bad-and-good-and-no-number-of-a-future = `{ $text }` — не `typical`, не `bad`, не `good` і не номер випадку
whether-the-target-name-is-met-its-chance-is-chance-wanted-are-wanted-and = чи досягнуто цілі `{ $name }`: її ймовірність { $chance } %, потрібно { $wanted } %, і похибка завелика, щоб їх розрізнити
whether-name-is-better-in-metric = чи кращий `{ $name }` за { $metric }
whether-name-is-better-in-metric-it-hangs-most-on-key = чи кращий `{ $name }` за { $metric }: найбільше це залежить від `{ $key }`
what-is-different-where-condition-it-holds-in-count-futures = що інакше там, де { $condition }: таких випадків { $count }
at-which-value-of-keys-the-goal-is-met = за якого значення { $keys } ціль досягнуто
at-which-value-of-key-the-goal-is-met-to-a-twentieth-of-its = за якого значення `{ $key }` ціль досягнуто, з точністю до двадцятої частини меж
which-value-is-the-best-count-others-are-as-good = яке значення найкраще: не гірші ще { $count }
which-choice-is-the-best-count-others-are-as-good = який вибір найкращий: не гірші ще { $count }
which-drives-metric-more-first-or-second = що більше впливає на { $metric }, `{ $first }` чи `{ $second }`
which-number-is-worth-measuring-no-worth-is-above-its-own-error = яке число варто виміряти: жодна користь не більша за свою похибку
whether-file-says-what-its-baseline-says = чи каже `{ $file }` те саме, що його еталон
metric-is-defined-in-no-future-choose-one-by-its-number = { $metric } не визначена в жодному випадку: виберіть випадок за номером

# run/fleet, cli/fleet

cannot-find-a-folder-error = не вдалося знайти теку: { $error }
there-are-tasks-tasks-and-not-asked-none-has-less-than-1-000-futures = завдань { $tasks }, а не { $asked }: менше 1000 випадків не буває в жодному
done-of-all-shards = частин { $done } з { $all }
cannot-pack-the-scenario-error = не вдалося запакувати сценарій: { $error }
cannot-find-this-program-error = не вдалося знайти саму програму: { $error }
the-engines-are-list-or-a-file-of-your-own-that-ends-in-toml = виконавці: { $list }, або власний файл, назва якого закінчується на .toml
there-is-no-engine-name = немає виконавця `{ $name }`
cannot-read-the-engine-name-error = не вдалося прочитати виконавця `{ $name }`: { $error }
behind-name-stands-how-many-processes-work-at-a-time-1-to-most-and = після `{ $name }:` стоїть, скільки процесів працюють разом, від 1 до { $most }, а не `{ $options }`
behind-name-stands-the-address-of-its-scheduler-as-in-name-tcp-10-0 = після `{ $name }:` стоїть адреса його планувальника, наприклад `{ $name }:tcp://10.0.0.1:8786`
the-list-of-tasks-is-damaged = список завдань пошкоджено
the-tasks-are-of-version-theirs-and-this-machine-has-ours-the-same-program = завдання від версії { $theirs }, а на цій машині { $ours }: програма на всіх машинах має бути та сама
the-file-of-an-engine-has-four-keys-submit-alive-cancel-and-index = у файлі виконавця чотири ключі: `submit`, `alive`, `cancel` і `index`
key-knows-no-name-in-braces = `{ $key }` не знає `{ $name }` у фігурних дужках
an-unknown-name = невідоме ім'я
here-may-stand-list = тут можуть стояти { $list }
key-lacks-name = у `{ $key }` бракує `{ $name }`
write-name-where-the-engine-expects-it = напишіть `{ $name }` там, де його чекає виконавець
name-is-no-name-of-a-variable = `{ $name }` — не ім'я змінної
no-variable = не змінна
name-the-variable-in-which-a-task-finds-its-number = назвіть змінну, у якій завдання знаходить свій номер
program-cannot-be-started-error-this-machine-has-no-such-engine-on-local-takes = `{ $program }` не запускається: { $error }; на цій машині немає такого виконавця, --on local бере процесори цієї машини
program-did-not-take-the-tasks-told = `{ $program }` не прийняв завдання: { $told }
program-cannot-be-started-error-name-a-python-in-reachsim_python = `{ $program }` не запускається: { $error }; назвіть Python у REACHSIM_PYTHON
flag-works-on-this-machine-alone-leave-out-on = { $flag } працює лише на цій машині: не вказуйте --on
at-most-futures-futures-in-all-which-take-up-to-time-fewer-vary-and = усього не більше { $futures } випадків, на це піде до { $time }. Менше --vary і менше --trials — менше випадків.
at-least-futures-futures-in-all-which-take-about-time-a-smaller-trials-takes = усього не менше { $futures } випадків, на це піде близько { $time }. Менше --trials — менше випадків.
futures-futures-in-all-which-take-about-time-a-smaller-trials-takes-fewer = усього випадків { $futures }, на це піде близько { $time }. Менше --trials — менше випадків.
points-points-take-futures-futures-in-all-and-those-about-time-fewer-points-as = точок { $points }, усього випадків { $futures }, на це піде близько { $time }. Менше точок, як у --over KEY=FROM..TO/5, і менше --trials — менше випадків.
one-task-of-about-seconds-s = одне завдання приблизно на { $seconds } с
tasks-tasks-of-about-seconds-s = завдань { $tasks }, кожне приблизно на { $seconds } с
cannot-pack-the-network-error = не вдалося запакувати мережу: { $error }
the-network-of-the-tasks-is-damaged = мережу цих завдань пошкоджено
no-worker-has-begun-a-task-yet-waiting-ctrl-c-ends-it = жоден виконавець ще не почав завдання: чекаємо; Ctrl-C припиняє
count-of-of-tasks-were-handed-out-times-times-and-failed-task-id-said = з { $of } завдань не виконано { $count }, хоча видані { $times } рази; завдання { $id } повідомило: { $error }
count-of-of-tasks-were-not-done-error = з { $of } завдань не виконано { $count }: { $error }
count-of-of-tasks-were-handed-out-times-times-left-nothing-and-said-nothing = з { $of } завдань не виконано { $count }: видані { $times } рази, нічого не лишили й нічого не повідомили
a-task-cannot-be-started-error = завдання не запускається: { $error }
the-list-has-tasks-tasks-and-this-is-number-of-of = у списку завдань { $tasks }, а це { $number } з { $of }
cannot-read-path-error = не вдалося прочитати `{ $path }`: { $error }
a-file-that-the-scenario-names-by-its-full-path-is-another-one-on = файл, який сценарій називає повним шляхом, на цій машині інший
weights-chance-has-a-chance-for-each-tie-in-place-of-visibility-leave-out = --weights chance дає кожному зв’язку свою ймовірність замість --visibility: приберіть одне з них
activity-makes-people-see-more-or-less-of-all-and-weights-says-it-of = --activity каже, що люди бачать більше чи менше всього, а --weights — те саме про кожен зв’язок: приберіть одне з них
keep-file-does-not-end-in-graph-as-in-keep-friends-graph = ім’я в --keep `{ $file }` не закінчується на .graph, як у --keep friends.graph
keep-file-is-a-file-that-this-program-did-not-keep-and-it-is = файл у --keep `{ $file }` збережено не цією програмою, і він не перезаписується: дайте інше ім’я
keep-file-cannot-be-written-error = файл у --keep `{ $file }` не можна записати: { $error }
it-was-kept-by-this-program-and-is-damaged = його зберегла ця програма, і він пошкоджений
it-was-kept-by-this-program-and-is-cut-short = його зберегла ця програма, і він обривається
it-was-kept-by-another-version-of-this-program = його зберегла інша версія цієї програми
read-the-list-itself-and-keep-it-again-with-keep = прочитайте сам список і збережіть його знову з --keep
its-titles-do-not-say-which-column-has-the-weights-that-weights-takes = за назвами стовпців не зрозуміти, у якому з них ваги для --weights
call-one-of-its-columns-weight-as-in-from-to-weight = назвіть один зі стовпців `weight`, наприклад `from,to,weight`
there-is-no-weight-in-this-line-and-weights-takes-one-of-each = у цьому рядку немає ваги, а --weights бере її з кожного
the-third-column-is-missing = немає третього стовпця
give-a-number-behind-the-two-people-as-in-17-42-0-5 = дайте число після двох людей, наприклад `17 42 0.5`
a-weight-is-not-negative-and-this-is-word = вага не буває від’ємною, а тут `{ $word }`
below-zero = менше нуля
write-how-close-people-are-as-numbers-from-0-up = пишіть близькість людей числами від 0 і більше
a-chance-lies-between-0-and-1-and-this-is-word = імовірність лежить між 0 і 1, а тут `{ $word }`
above-1 = більше 1
write-chances-as-in-0-05-or-5-or-say-weights-closeness-where-the = пишіть імовірності як `0.05` або `5%` чи задайте --weights closeness, якщо числа — множники
word-is-no-weight = `{ $word }` — не вага
this-matrix-is-the-same-in-both-directions-and-directed-takes-one = ця матриця однакова в обидва боки, а --directed бере один
no-direction = немає напрямку
leave-out-directed-or-write-the-matrix-as-general = приберіть --directed або запишіть матрицю як `general`
its-ties-have-a-direction-or-weights-and-friendships-are-meant = його зв’язки мають напрямок або ваги, а потрібні дружби
keep-the-list-without-directed-and-weights = збережіть список без --directed і --weights
all-of-its-weights-are-zero-so-nobody-would-see-anything = усі ваги в ньому — нулі, і ніхто нічого не побачив би
give-at-least-one-tie-a-weight-above-zero = дайте хоча б одному зв’язку вагу більше нуля
it-was-kept-by-this-program-with-what-its-lines-say = його зберегла ця програма разом із тим, що означають його рядки
leave-out-list-directed-and-weights-or-read-the-list-itself = приберіть --list, --directed і --weights або прочитайте сам список
leave-out-weights-or-give-a-list-of-two-people-and-a-weight-in = приберіть --weights або дайте список із двома людьми й вагою в кожному рядку
pairs-of-binary-numbers-have-no-weights-and-weights-takes-one-of-each-tie = пари двійкових чисел не мають ваг, а --weights бере вагу кожного зв’язку
lines-of-a-person-with-all-friends-have-no-weights-and-weights-takes-one = у рядках із людиною та всіма її друзями немає ваг, а --weights бере вагу кожного зв’язку
first-between-second = { $first }{ $between }{ $second }
name-a-list-of-friendships-or-take-a-network-that-needs-none-synthetic-name = назвіть список дружб або візьміть мережу, якій він не потрібен: `--synthetic NAME`
file-has-formulas-only-and-no-weeks-or-months-leave-by-out = у `{ $file }` самі формули, і ні тижнів, ні місяців немає: приберіть --by
file-does-not-say-when-it-starts-so-that-it-has-no-months-write = `{ $file }` не каже, коли починається, і місяців у нього немає: напишіть `simulation.start = 2026-01-05` зі своїм днем
the-run-in-dir-has-no-months-for-its-scenario-does-not-say-when = у прогону в `{ $dir }` немає місяців, бо його сценарій не каже, коли починається: задайте `simulation.start = 2026-01-05` зі своїм днем і запустіть знову
the-earlier-run-is-of-earlier-and-this-one-of-later-reachsim-compare-tells = минулий прогін зроблено за `{ $earlier }`, а цей — за `{ $later }`: два сценарії порівнює `reachsim compare`
the-scenario-measures-nothing-to-look-at = сценарій не вимірює нічого, на що можна дивитися
the-run-of-file-does-not-say-what-metric-was-by-which-the-other = прогін за `{ $file }` не каже, чому дорівнював `{ $metric }`, за яким судять про інший
the-earlier-scenario-does-not-measure-metric = минулий сценарій не вимірює `{ $metric }`
