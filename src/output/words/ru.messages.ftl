# Что говорят исходные тексты: шаблоны по первым словам английского.

# cli

nothing-is-told-by-the-data-of-three-pages-of-one-network-which-is = ни о чём нет данных трёх страниц одной сети, а меньше сводить нельзя
pool-and-out-name-the-same-file = --pool и --out называют один и тот же файл
without-outcomes-there-are-no-exports-and-flag-says-how-they-are-read = без `--outcomes` выгрузок нет, а `{ $flag }` говорит, как их читать
one-answer-has-one-language-render-makes-documents-in-several = один ответ — на одном языке; на нескольких документы делает `render`

# cli/analyse

questions-and-posts-are-some-of-them = есть, например, `questions` и `posts`
there-is-no-series-id-help = нет ряда `{ $id }`: { $help }

# cli/check

one-scenario-or-baseline-cannot-be-read-as-is-told-above = один сценарий или эталон не читается, о чём сказано выше
some-of-them-cannot-be-read-as-is-told-above = некоторые из них не читаются, о чём сказано выше
there-is-neither-a-scenario-nor-a-baseline-name-to-update = нет ни сценария, ни эталона `{ $name }`, который можно обновить
removed-because-its-scenario-is-gone = удалён: его сценария больше нет
its-scenario-is-gone-if-that-is-what-was-meant-update-stem = его сценария больше нет; если так и задумано: `--update { $stem }`
cannot-write-path-reason = не удалось записать `{ $path }`: { $reason }
it-was-called-stem-in-revision = в { $revision } он назывался `{ $stem }`
it-is-in-revision-and-is-gone = в { $revision } он есть, а теперь его нет

# cli/check/found

name-the-scenarios-or-their-folder = назовите сценарии или их папку
there-is-no-scenario-in-path = в `{ $path }` нет ни одного сценария
two-scenarios-are-called-stem-and-would-share-a-baseline = два сценария называются `{ $stem }`, и эталон у них был бы один
cannot-read-folder-error = не удалось прочесть `{ $folder }`: { $error }
path-is-passed-over-why = `{ $path }` пропущен: { $why }
it-is-a-link-to-a-folder = это ссылка на папку
it-has-no-title-as-a-theme-or-a-part-of-other-scenarios = в нём нет title: это тема или часть других сценариев

# cli/check/revision

folder-is-in-no-git-repository-why = `{ $folder }` не лежит в репозитории git: { $why }
git-knows-no-revision-revision = git не знает ревизии `{ $revision }`
cannot-make-a-temporary-folder-error = не удалось создать временную папку: { $error }
path-is-not-in-the-repository-repository = `{ $path }` не лежит в репозитории `{ $repository }`
git-cannot-unpack-the-revision-why = git не смог распаковать ревизию: { $why }
git-cannot-be-started-error = git не запускается: { $error }
git-says-nothing = git ничего не сказал

# cli/claims

folder-why = `{ $folder }`: { $why }
is-no-folder-that-can-be-read-error = это не папка, которую можно прочесть: { $error }
has-no-scenario-a-claim-is-a-file-whose-name-ends-in-toml = в ней нет ни одного сценария: утверждение — это файл, имя которого кончается на .toml

# cli/compare

against-names-a-what-if-of-one-file-and-here-are-several = --against называет вариант одного файла, а здесь их несколько

# cli/exit

stopped-after-done-of-all-futures-the-same-command-with-resume-goes-on-from = остановлено: готово { $done } из { $all } случаев; та же команда с --resume продолжит отсюда
interrupted-the-files-of-earlier-runs-are-as-they-were = прервано; файлы прежних прогонов остались, какими были

# cli/explain

there-is-no-key-key-way_out = нет ключа `{ $key }`: { $way_out }

# cli/failure

to-begin-anew-remove-the-folder = чтобы начать заново, удалите папку
write-elsewhere-with-out-or-remove-the-folder = пишите в другое место с --out или удалите папку
resume-goes-on-with-it-to-begin-anew-remove-the-folder = --resume продолжит его; чтобы начать заново, удалите папку
reachsim-run-file-shard-1-4-out-dir-writes-one = её пишет `reachsim run FILE --shard 1/4 --out DIR`
run-it-again = запустите его снова
told-wait-for-its-end-or-write-elsewhere-with-out = { $told }: подождите его конца или пишите в другое место с --out
told-make-room-and-go-on-with-resume-or-remove-folder-which-takes-room = { $told }: освободите место и продолжите с --resume или удалите `{ $folder }`, которая тоже занимает место

# cli/graph

a-post-would-travel-without-end-among-people-people-give-a-depth-of-2 = среди { $people } человек сообщение шло бы без конца: задайте --depth 2, меньший --reshare или меньше --people
posts-posts-each-offered-to-about-people-people-are-too-many-to-simulate-ask = { $posts } сообщений, каждое примерно { $people } людям, — это слишком много, чтобы моделировать: попросите меньше --questions, меньший --reshare или --posts poisson и --depth 2, где моделировать ничего не нужно

# cli/graph/choosing

choose-says-how-many-people-to-win-as-in-choose-10-unless-a-budget = --choose говорит, сколько людей привлечь, как в --choose 10, если этого не говорит --budget вместе с --costs
choose-finds-nobody-who-may-be-won-all-are-given = --choose не находит никого, кого можно привлечь: все уже в --given
budget-is-budget-but-nobody-costs-less-than-cheapest = --budget — { $budget }, но никто не стоит меньше { $cheapest }
choose-is-most-but-there-are-count-people-who-may-be-won = --choose — { $most }, но привлечь можно только { $count } человек
flag-names-path-which-cannot-be-read-error = { $flag } называет `{ $path }`, но прочесть его не удалось: { $error }
flag-names-name-nobody-in-this-network-is-called-so-and-there-is-no = { $flag } называет `{ $name }`: в этой сети никого так не зовут, и такого файла нет

# cli/graph/input

askers-names-name-and-nobody-in-this-network-is-called-so = --askers называет { $name }, а в этой сети так никого не зовут
askers-names-name-twice-and-everybody-there-writes-one-post = --askers называет { $name } дважды, а там каждый пишет одно сообщение
followers-is-followers-but-there-are-people-people = --followers — { $followers }, а всего людей { $people }
followers-is-count-but-with-homophily-they-are-found-one-after-the-other-at = --followers — { $count }, а с --homophily они отыскиваются по одному, не больше { $most }: уберите --homophily или попросите меньше
questions-is-questions-but-with-posts-fixed-it-is-a-whole-number = --questions — { $questions }, а с --posts fixed это целое число
askers-names-nobody = --askers никого не называет
there-is-no-synthetic-network-name-known = нет синтетической сети `{ $name }`: { $known }
friends-is-friends-but-among-people-people-nobody-has-more-than-most-friends = --friends — { $friends }, а среди { $people } человек ни у кого нет больше { $most } друзей
id-has-a-law-of-its-own-for-the-number-of-friends-leave-out = у `{ $id }` свой закон числа друзей: уберите --law и --spread или возьмите --synthetic configuration
law-word-why-help = --law { $word }: { $why }; { $help }
law-is-gamma-lognormal-fixed-or-a-file-of-numbers-of-friends-with-their = --law — это gamma, lognormal, fixed или файл с числами друзей и их весами, а `{ $file }` не читается: { $error }
line-line-of-file-is-text-but-a-number-of-friends-and-its-weight = строка { $line } в `{ $file }` — `{ $text }`, а нужны число друзей и его вес
line-line-of-file-count-is-no-number-of-friends = строка { $line } в `{ $file }`: { $count } — не число друзей
path-is-a-folder-but-a-list-of-friendships-is-meant = `{ $path }` — папка, а нужен список дружб
there-is-no-file-path = нет файла `{ $path }`
path-cannot-be-read-error = `{ $path }` не читается: { $error }
file-why = `{ $file }`: { $why }

# cli/init

no-preset-is-built-in = ни одного набора нет

# cli/load

the-system-gives-no-threads-error = система не даёт потоков: { $error }
no-browser-was-found-open-the-address-in-one = браузер не найден: откройте адрес в нём сами
the-page-is-there-until-ctrl-c = страница доступна до Ctrl-C
key-names-a-file-which-only-the-file-of-a-scenario-may-do = `{ $key }` называет файл, а это может делать только файл сценария
write-it-into-the-file = запишите это в файл
the-page-cannot-be-served-error = страницу нельзя показать: { $error }
nothing-is-changed-yet-so-that-there-is-nothing-to-save = пока ничего не изменено, сохранять нечего
give-what-was-tried-a-name = дайте этой пробе имя
name-is-no-name-for-a-folder-it-consists-of-letters-digits-blanks-and = `{ $name }` не годится как имя папки: оно состоит из букв, цифр, пробелов, `-` и `_`
place-is-a-link-which-is-not-followed = `{ $place }` — ссылка, по ссылкам программа не переходит
the-system-gives-no-port-error = система не даёт порта: { $error }
cannot-listen-on-port-port-error = порт { $port } нельзя слушать: { $error }
port-port-is-taken-next-is-free-give-port-next = порт { $port } занят; { $next } свободен: укажите --port { $next }
port-port-is-taken-without-port-one-is-chosen = порт { $port } занят; без --port программа выберет свободный
the-page-cannot-be-made-error = страницу нельзя составить: { $error }
value-is-no-place-of-a-scenario = `{ $value }` — не номер сценария
value-is-none-of-list = `{ $value }` — не из числа { $list }
the-question-is-no-json-error = запрос — не JSON: { $error }
the-question-is-no-json-object = запрос — не объект JSON
futures-is-a-whole-number-from-1-to-most = `futures` — целое число от 1 до { $most }
name-cannot-be-understood = `{ $name }` нельзя понять
there-is-no-name = нет такого: `{ $name }`
at-most-most-keys-are-set-at-a-time = за один раз меняют не более { $most } ключей
the-value-of-key-is-a-text-as-a-file-would-have-it = значение `{ $key }` — текст, как он стоял бы в файле
end-is-no-number = `{ $end }` — не число
the-system-gives-no-random-numbers-error = система не даёт случайных чисел: { $error }
it-is-no-regular-file = это не обычный файл
it-is-larger-than-limit-mb = файл больше { $limit } МБ
the-samplers-are-list = способы выборки такие: { $list }

# cli/optimise

at-most-most-keys-are-varied-together-and-here-are-keys = вместе меняется не больше { $most } ключей, а здесь их { $keys }
say-what-to-maximise-or-to-minimise = скажите, что искать: --maximise или --minimise

# cli/presets

there-is-no-preset-id-known = нет набора `{ $id }`: { $known }

# cli/render

dir-holds-no-run-reachsim-run-file-out-dir-writes-one = в `{ $dir }` нет прогона: его пишет `reachsim run FILE --out { $dir }`
the-run-in-dir-is-damaged-file-is-missing-or-is-not-the-file = прогон в `{ $dir }` повреждён: `{ $file }` нет, или это не тот файл, который был записан; запустите сценарий снова
the-run-in-dir-was-written-by-version-version-run-its-scenario-again = прогон в `{ $dir }` записала версия { $version }: запустите сценарий снова

# cli/run

there-is-no-trial-trial-the-run-has-trials-counted-from-0 = нет испытания { $trial }: в прогоне их { $trials }, считая с 0
two-scenarios-would-write-into-folder-run-them-apart-with-out = два сценария писали бы в `{ $folder }`; запустите их порознь, с --out
file-has-no-name-that-a-folder-could-have-rename-it = из имени `{ $file }` не сделать имени папки: переименуйте его
stopped-at-10-000-000-000-trials-the-precision-is-not-reached = остановлено на 10 000 000 000 испытаний: нужная точность не достигнута
cannot-read-the-scenario-again-error = не удалось прочесть сценарий ещё раз: { $error }

# cli/sensitivity

inputs-inputs-of-which-each-is-taken-at-both-ends-of-its-range-futures = величин { $inputs }, и каждая берётся на обоих концах своего диапазона: всего { $futures } случаев, это займёт около { $time }. С --top 20 рассматриваются только самые связанные с показателем, а меньшее --trials берёт меньше случаев.

# cli/study

there-is-no-scenario = нет сценария

# cli/sweep

a-sweep-goes-over-one-key-or-two-reachsim-optimise-takes-up-to-four = `sweep` меняет один ключ или два; до четырёх меняет `reachsim optimise`

# cli/terminal

cannot-write-the-result-error = не удалось вывести результат: { $error }
error = ошибка

# cli/value_of_information

a-decision-is-one-between-two-or-more-between-base-another = решение — это выбор из двух или больше: --between base,"another"
the-what-if-variant-does-not-measure-name = вариант `{ $variant }` не считает показатель `{ $name }`

# cli/watch

done-of-all-futures = { $done } из { $all } случаев
done-of-all-steps = { $done } из { $all } шагов
done-of-all-what-ifs = { $done } из { $all } случаев для вариантов
count-seconds = { $count } { $count ->
    [one] секунду
    [few] секунды
   *[many] секунд
}
count-minutes = { $count } { $count ->
    [one] минуту
    [few] минуты
   *[many] минут
}
count-hours = { $count } { $count ->
    [one] час
    [few] часа
   *[many] часов
}
count-days = { $count } { $count ->
    [one] день
    [few] дня
   *[many] дней
}
count-weeks = { $count } { $count ->
    [one] неделю
    [few] недели
   *[many] недель
}
count-years = { $count } { $count ->
    [one] год
    [few] года
   *[many] лет
}
rate-a-second-left-left = { $rate } в секунду, ещё { $left }

# data/analyse/doubt

nobody-in-these-files-is-word = в этих файлах никого не зовут `{ $word }`
write-one-of-the-names-in-them-names = напишите одно из имён, которые в них есть: { $names }
write-the-name-under-which-the-brand-answers-in-them = напишите имя, под которым бренд в них отвечает
no-lead-is-in-a-stage-word = лидов на этапе `{ $word }` нет
write-a-word-of-one-of-the-stages-names = напишите слово из названия одного из этапов: { $names }
leave-won-out-these-leads-have-no-stages = уберите `--won`: у этих лидов нет этапов

# data/analyse/event

an-event-needs-8-weeks-before-it-and-2-of-its-own-and-id = нужно 8 недель до события и 2 во время него, а у `{ $id }` их { $before } и { $after }
an-event-needs-8-months-before-it-and-2-of-its-own-and-id = нужно 8 месяцев до события и 2 во время него, а у `{ $id }` их { $before } и { $after }
id-has-the-same-count-everywhere-or-none-before-the-event-or-in-it = в `{ $id }` везде одно и то же число либо до события или во время него ничего нет, а для отношения нужно и то и другое
id-has-counts-below-nought = в `{ $id }` есть числа меньше нуля
id-has-too-few-weeks-to-tell-the-event-from-its-own-course = в `{ $id }` слишком мало недель, чтобы отличить событие от обычного хода
give-files-with-a-longer-past-another-event-or-another-series = дайте файлы с более длинным прошлым, другое событие или другой `--series`

# data/analyse/steps

id-counts-different-people-a-day-and-their-sum-over-a-week-counts-many = `{ $id }` — разные люди за день, а сумма за неделю считает многих из них по нескольку раз
look-for-the-event-in-a-series-that-adds-up-such-as-impressions = ищите событие в ряде, который складывается, например `impressions`
id-is-a-level-of-which-weeks-have-no-sum = `{ $id }` — уровень, по неделям он не складывается
look-for-the-event-in-a-flow-such-as-gained-or-lost = ищите событие в потоке, например `gained` или `lost`
no-file-has-id-with-days-so-that-no-event-shows-in-them = ни в одном файле нет `{ $id }` по дням, и события в них не видно
give-a-file-in-which-rows-have-days = дайте файл, в котором у строк есть дни
these-files-have-series = в этих файлах есть { $series }

# data/know

name-beside-it-is-not-used = соседний `{ $name }` не использован

# data/know/complain

there-is-no-zone-name = нет часовой зоны `{ $name }`
a-zone-is-called-by-its-place-as-europe-kyiv = зона называется по месту, например `Europe/Kyiv`
file-is-no-export-that-is-known = файл `{ $file }` не похож ни на одну известную выгрузку
say-what-its-columns-are-with-columns-file-a-toml-file-with-kind-messages = опишите его столбцы в файле TOML (`kind = "messages"` и `[columns] time = ".."`) и назовите этот файл: `--columns FILE`
field = `{ $field }`
field-such-as-word = `{ $field }` (например, `{ $word }`)
like-kind-but-without-lacks = похоже на `{ $kind }`, но не хватает: { $lacks }
say-what-its-columns-are-with-columns-file-a-toml-file-with-kind-kind = опишите его столбцы в файле TOML (`kind = "{ $kind }"` и `[columns] time = ".."`) и назовите этот файл: `--columns FILE`
title = `{ $title }`
file-counts-title-by-day-which-is-no-figure-that-is-known = `{ $file }` считает по дням `{ $title }`, а такой показатель неизвестен
this-title = это название
known-are-titles = известны: { $titles }
heading-of-file-holds-numbers-and-cell-is-none = в столбце `{ $heading }` файла `{ $file }` должны быть числа, а `{ $cell }` — не число
export-the-file-anew-or-leave-this-row-out = выгрузите файл заново или уберите эту строку
heading-of-file-holds-dates-and-cell-is-none = в столбце `{ $heading }` файла `{ $file }` должны быть даты, а `{ $cell }` — не дата
no-date = не дата
a-date-is-written-as-2026-01-31-18-00-31-01-2026-or = дата пишется как `2026-01-31 18:00`, `31.01.2026` или `Jan 31, 2026`
a-spreadsheet-made-cell-of-a-number-in-heading-of-file = в столбце `{ $heading }` файла `{ $file }` табличный редактор превратил число в `{ $cell }`
the-number-is-lost = число утрачено
take-the-file-as-it-was-exported-opening-and-saving-it-changed-it = возьмите файл таким, каким он был выгружен: его открыли и сохранили, и он изменился
nobody-can-say-whether-the-day-or-the-month-comes-first-in-heading-of = в столбце `{ $heading }` файла `{ $file }` не понять, что стоит первым: день или месяц
either-order-is-possible-in-every-row = в каждой строке возможен любой порядок
say-it-with-dates-day-first-or-dates-month-first = укажите порядок: `--dates day-first` или `--dates month-first`
the-dates-of-heading-in-file-have-no-year = в датах столбца `{ $heading }` файла `{ $file }` нет года
of-which-year = какого года?
put-the-year-into-the-name-of-the-file-as-overview-2026-csv = впишите год в имя файла, например `overview-2026.csv`
cell-in-heading-of-file-may-be-whole-or-decimal = `{ $cell }` в столбце `{ $heading }` файла `{ $file }` — это { $whole } или { $decimal }
no-other-cell-settles-it = другие ячейки ответа не дают
export-the-file-without-signs-between-thousands-or-as-a-workbook = выгрузите файл без знаков между тысячами или как книгу `XLSX`
some-dates-of-heading-in-file-begin-with-the-day-and-others-with-the = в столбце `{ $heading }` файла `{ $file }` одни даты начинаются с дня, а другие с месяца
this-column = этот столбец
export-the-file-anew-opening-and-saving-it-in-a-spreadsheet-may-do-this = выгрузите файл заново: так бывает, если открыть и сохранить его в табличном редакторе
file-numbers-its-days-in-heading-and-has-no-dates = в `{ $file }` дни только пронумерованы, в столбце `{ $heading }`, а дат нет
the-first-of-which-day = с какого дня счёт?
export-the-report-with-date-in-its-place = выгрузите отчёт со столбцом `Date` вместо него
file-is-cut-its-rows-rows-have-sum-of-the-total-that-it-names = `{ $file }` обрезан: его строки ({ $rows }) дают { $sum }, а итогом в нём назван { $total }
the-total-of-more-rows-than-there-are = это итог большего числа строк
export-shorter-times-so-that-no-list-reaches-the-network-s-limit = выгрузите более короткие периоды, чтобы ни один список не упирался в предел сети

# data/know/own

here = здесь
such-a-file-says-kind-messages-and-columns-time-date = в таком файле пишут `kind = "messages"` и `[columns] time = "Date"`
no-zone = нет такой зоны
it-is-posts-days-messages-tickets-or-leads-or-a-kind-that-is-known = это `posts`, `days`, `messages`, `tickets`, `leads` или известный вид выгрузки
there-is-no-kind-name = нет вида `{ $name }`
no-kind = нет такого вида
time-text-and-author-are-some-of-them = есть, например, `time`, `text` и `author`
there-is-no-field-name = нет поля `{ $name }`
no-field = нет такого поля
columns-does-not-name-the-heading-of-name = в `columns` не назван заголовок для `{ $name }`
its-rows-need-one = он нужен строкам этого вида
write-name-with-the-heading-as-it-stands-in-the-file = напишите `{ $name } = ".."`, а в кавычках — заголовок, как он стоит в файле

# data/know/repeats

count-posts-have-smaller-figures-here-than-in-another-file-of-the-same-day = у { $count } { $count ->
    [one] публикации
    [few] публикаций
   *[many] публикаций
} показатели здесь меньше, чем в другом файле того же дня: взяты большие
one-and-other-have-other-figures-of-the-same-days-and-nothing-says-which = в `{ $one }` и `{ $other }` разные показатели за одни и те же дни, и не видно, какой файл новее
give-only-the-later-file = назовите только более новый файл

# data/know/sheet

count-rows-are-shorter-than-the-headings-what-they-lack-is-taken-as-not = { $count } { $count ->
    [one] строка короче
    [few] строки короче
   *[many] строк короче
} строки заголовков: чего в них нет, считается не указанным
a-spreadsheet-rounded-count-ids-away-the-rows-are-not-told-apart-by-them = табличный редактор округлил { $count } { $count ->
    [one] идентификатор
    [few] идентификатора
   *[many] идентификаторов
}: по ним строки не различаются
word-is-no-tone-that-is-known-and-counts-as-none = тональность `{ $word }` неизвестна и не учитывается
count-posts-reached-people-and-have-0-views-these-views-are-taken-as-not = у { $count } { $count ->
    [one] публикации
    [few] публикаций
   *[many] публикаций
} есть охват, а просмотров 0: эти просмотры считаются не указанными
the-list-is-cut-its-rows-rows-have-sum-of-the-total-that-it = список обрезан: его строки ({ $rows }) дают { $sum }, а итогом в нём назван { $total }

# data/know/titled

each-day-counts-its-own-people-the-days-do-not-add-up-to-the = каждый день считает людей отдельно: сумма дней — это не люди за месяц

# data/measure/codes

the-word-lists-are-too-long-to-be-searched-at-once = списки слов слишком длинные, чтобы искать по ним за один раз
leave-out-words-or-write-their-beginnings-with-a = уберите часть слов или пишите их начала с `*`

# data/measure/codes/parse

the-file-has-no-word-lists = в файле нет списков слов
write-reason-delivery-on-a-line-of-its-own-and-its-keys-below-it = напишите `[reason.delivery]` на отдельной строке, а под ней — её ключи
path-has-no-words = в `{ $path }` нет слов
words-is-missing = нет ключа `words`
write-for-instance-words-courier-deliver = напишите, например, `words = ["courier", "deliver*"]`
path-is-kind-but-a-list-of-words-is-meant = `{ $path }` — это { $kind }, а нужен список слов
write-for-instance-courier-deliver = напишите, например, ["courier", "deliver*"]
a-word-of-path-is-empty = в `{ $path }` есть пустое слово
write-a-word-or-leave-it-out = впишите слово или уберите пустое
no-letters-stand-here = здесь нет букв
a-stands-for-the-ending-of-a-word-and-only-at-the-end = `*` заменяет окончание слова и ставится только в его конце
write-for-instance-deliver-and-each-beginning-as-its-own-word = напишите, например, `deliver*`, а каждое начало — отдельным словом
has-a-elsewhere = `*` не на месте

# data/read/find

the-folder-folder-holds-no-export = в папке `{ $folder }` нет ни одной выгрузки
name-a-folder-with-tables-csv-xlsx-json-zip = назовите папку с таблицами: `CSV`, `XLSX`, `JSON`, `ZIP`
no-file-is-called-like-pattern = нет файлов с именем вида `{ $pattern }`
is-any-part-of-a-name-one-letter-any-folders = `*` — любая часть имени, `?` — один знак, `**` — любые папки
file-cannot-be-read-what = `{ $file }` не читается: { $what }
the-folder-folder-holds-more-than-files-files = файлов в папке `{ $folder }` больше { $files }
name-the-folder-of-the-exports-alone = назовите папку, в которой только выгрузки

# data/read/open

file-is-a-folder-but-a-file-is-meant = `{ $file }` — папка, а нужен файл
file-is-no-file-that-stays-as-it-is = `{ $file }` — не обычный файл
save-what-it-holds-to-a-file = сохраните то, что в нём есть, в обычный файл
count-pictures-films-and-pages-of-file-were-not-read = в `{ $file }` не прочитано изображений, видео и страниц: { $count }
the-formats-of-file-cannot-be-read-its-times-are-numbers-of-days = форматы ячеек в `{ $file }` не читаются: время там — число дней
each-row-stood-in-one-cell-as-a-spreadsheet-saves-it-and-was-taken = каждая строка стояла в одной ячейке, как её сохраняет табличный редактор, и разобрана на ячейки

# data/read/part

it-begins-here = начинается здесь

# data/read/refuse

file-is-cut-short-or-damaged = `{ $file }` обрезан или повреждён
export-it-once-more-or-copy-it-anew = выгрузите его ещё раз или скопируйте заново
file-has-nothing-in-it = в `{ $file }` ничего нет
export-it-once-more-or-leave-it-out = выгрузите его ещё раз или уберите
the-workbook-file-cannot-be-read = книга `{ $file }` не читается
open-it-in-a-spreadsheet-and-save-it-as-csv = откройте её в табличном редакторе и сохраните как CSV
the-workbook-file-has-more-cells-than-can-be-held = в книге `{ $file }` больше ячеек, чем помещается в память
file-holds-more-than-most-files = файлов в `{ $file }` больше { $most }
unpack-it-and-name-the-files-that-are-meant = распакуйте его и назовите нужные файлы
file-is-an-archive-within-an-archive = `{ $file }` — архив внутри архива
unpack-the-outer-one = распакуйте внешний
file-unpacks-to-more-than-mebibytes-mib = `{ $file }` в распакованном виде больше { $mebibytes } МиБ
export-fewer-columns-or-a-shorter-time-or-save-it-as-csv = выгрузите меньше столбцов или более короткий период либо сохраните файл как CSV
a-quote-in-file-is-opened-and-never-closed = кавычка в `{ $file }` открыта и не закрыта
close-it-write-it-twice-where-it-is-meant-as-it-stands-or-export = закройте её, удвойте, если она часть текста, или выгрузите файл заново
a-row-of-file-has-more-than-mebibytes-mib = строка в `{ $file }` больше { $mebibytes } МиБ
this-is-no-table-of-rows-export-it-as-csv = это не таблица из строк: выгрузите данные как CSV
a-row-of-file-has-more-than-cells-cells = ячеек в строке файла `{ $file }` больше { $cells }
a-list-of-file-has-more-than-100-000-keys = в списке из `{ $file }` больше 100 000 ключей
export-it-as-a-list-of-rows-each-with-the-same-keys = выгрузите его списком строк с одними и теми же ключами
file-holds-more-than-10-000-lists = в `{ $file }` больше 10 000 списков
export-fewer-chats-at-once = выгружайте за раз меньше чатов
file-ends-in-the-middle-of-its-json = `{ $file }` обрывается посреди `JSON`
column-column-of-line-line-of-file-is-no-json = в `{ $file }`, строка { $line }, позиция { $column }: это не `JSON`
file-is-json-without-a-list-of-objects = `{ $file }` — `JSON` без списка объектов
a-list-is-an-array-such-as-date-itself-or-under-a-key = список — это массив вида `[{"{"}"date": ..{"}"}, ..]`, сам по себе или под ключом
byte-byte-of-line-line-of-file-is-a-nought-which-no-text-has = в `{ $file }`, строка { $line }, байт { $byte } — нулевой, а в тексте таких нет
byte-byte-of-line-line-of-file-is-no-letter-of-encoding = в `{ $file }`, строка { $line }, байт { $byte } — не символ кодировки { $encoding }
file-is-utf-8-but-byte-byte-of-line-line-is-not = `{ $file }` — в UTF-8, а байт { $byte } в строке { $line } — нет
export-it-once-more-or-save-it-as-csv-in-utf-8 = выгрузите его ещё раз или сохраните как CSV в UTF-8

# diagnostic/render

help = подсказка
n-1-more-problem-is-not-shown = ещё 1 замечание не показано
more-more-problems-are-not-shown = ещё { $more } { $more ->
    [one] замечание не показано
    [few] замечания не показаны
   *[many] замечаний не показано
}
warning = предупреждение

# diagnostic/suggest

first-and-last = { $first } и { $last }
first-or-last = { $first } или { $last }
did-you-mean-near = может быть, `{ $near }`?
there-are-list = есть { $list }
there-is-only-alone = есть только `{ $only }`

# dist

min-is-above-max = `min` больше `max`
exchange-them = поменяйте их местами
between-min-and-max-lies-less-than-one-in-a-billion-of-this-distribution = между `min` и `max` лежит меньше одной миллиардной этого распределения
widen-min-and-max-or-describe-what-lies-between-them-by-itself = расширьте `min` и `max` или опишите то, что между ними, отдельно

# dist/build

sd-is-so-small-that-all-values-are-the-same = `sd` так мало, что все значения одинаковы
write-the-number-alone = напишите одно число
what-of-x-cannot-be-computed-with = { $what } { $x } слишком велико, чтобы с ним считать
give-a-finite-number = задайте конечное число
a-number = число
sd-is-more-than-a-hundred-times-the-mean = `sd` больше среднего в сто с лишним раз
give-a-smaller-one-or-a-lognormal = задайте поменьше или возьмите lognormal
sd-is-more-than-a-million-times-the-mean = `sd` больше среднего в миллион с лишним раз
give-a-smaller-one = задайте поменьше
the-range-ends-at-high-before-it-begins-at-low = диапазон кончается на { $high } раньше, чем начинается с { $low }
write-the-smaller-number-first = сначала пишите меньшее число
the-mode-is-mode-but-it-lies-between-the-minimum-low-and-the-maximum = мода — { $mode }, а должна лежать между минимумом { $low } и максимумом { $high }
write-minimum-mode-maximum-in-this-order = напишите минимум, моду и максимум в таком порядке
name-is-x-but-it-has-to-be-above-zero = `{ $name }` — { $x }, а должно быть больше нуля
give-a-positive-number-or-one-number-alone-where-nothing-is-uncertain = задайте положительное число или просто число, если неопределённости нет
gsd-is-gsd-but-it-is-a-factor-above-1-and-at-most-most = `gsd` — { $gsd }, а это множитель больше 1 и не больше { $most }
n-2-means-that-two-thirds-of-the-values-lie-between-half-and-twice-the = 2 значит, что две трети значений лежат между половиной медианы и двумя медианами
name-is-x-beyond-what-can-be-computed-with = `{ $name }` — { $x }, с таким числом считать нельзя
give-a-number-between-0-0001-and-10-12 = задайте число от 0.0001 до 10^12
mean-is-mean-but-the-mean-of-a-beta-lies-between-0-and-1 = `mean` — { $mean }, а среднее beta лежит между 0 и 1
give-a-share-such-as-15 = задайте долю, например "15%"
sd-is-sd-but-with-this-mean-a-share-cannot-vary-by-as-much = `sd` — { $sd }, но при таком среднем доля не может колебаться на целых { $most }
give-an-sd-well-below-most = задайте `sd` заметно меньше { $most }
the-percentiles-do-not-increase = процентили не возрастают
give-p10-p50-p90 = задайте p10 < p50 < p90
p10-is-p10-not-above-min = `p10` — { $p10 }, а должно быть больше `min`
give-a-lower-min = задайте меньший `min`
p90-is-p90-not-below-max = `p90` — { $p90 }, а должно быть меньше `max`
give-a-higher-max = задайте больший `max`
no-metalog-goes-through-these-three-percentiles-the-middle-one-lies-too-near-one = через эти три процентиля металог не проходит: средний слишком близок к одному из крайних
move-p50-or-give-min-and-max-or-use-triangular-min-mode-max = сдвиньте `p50`, задайте `min` и `max` или возьмите {"{"} triangular = [min, mode, max] {"}"}
a-metalog-through-these-percentiles-has-such-heavy-tails-that-it-has-no-mean = у металога через эти процентили такие тяжёлые хвосты, что среднего у него нет
give-both-min-and-max-or-use-lognormal-median-gsd = задайте и `min`, и `max` или возьмите {"{"} lognormal = {"{"} median, gsd {"}"} {"}"}

# dist/families

no-distribution-of-plain-numbers = не распределение простых чисел
give-its-parts = задайте его части

# dist/interval

the-credibility-of-an-interval-lies-between-0-and-100 = вероятность интервала лежит между 0 и 100 %
write-5-to-10-80 = напишите "5% to 10% @80%"
an-interval-from-low-to-high-ends-before-it-begins = интервал от { $low } до { $high } кончается раньше, чем начинается
an-interval-that-leaves-something-below-it-cannot-begin-at-the-lowest-value-there = интервал, который оставляет что-то ниже себя, не может начинаться с наименьшего возможного значения
begin-above-zero = начните выше нуля
an-interval-that-leaves-something-above-it-cannot-end-at-the-highest-value-there = интервал, который оставляет что-то выше себя, не может кончаться наибольшим возможным значением
end-below-100 = закончите ниже 100%

# dist/weighted

a-value = значение
a-sample-without-a-number = выборка без единого числа
give-at-least-one-value = задайте хотя бы одно значение
path-is-empty = `{ $path }` — пусто
give-at-least-one = задайте хотя бы одно
of-has-count-entries-but-weights-has-weights = в `{ $of }` { $count } { $count ->
    [one] запись
    [few] записи
   *[many] записей
}, а в `weights` — { $weights }
give-one-weight-for-each = задайте по весу на каждое
a-weight-is-weight-but-it-cannot-be-negative = вес — { $weight }, а отрицательным он быть не может
give-zero-or-more = задайте ноль или больше
all-weights-are-zero = все веса равны нулю
give-at-least-one-weight-above-zero = задайте хотя бы один вес больше нуля

# formula

a-constant = постоянная
a-function = функция

# formula/parse

brackets-stand-in-more-than-most-others = скобки вложены больше чем в { $most } других
too-deep = слишком глубоко
make-several-metrics-of-it = сделайте из неё несколько показателей
closes-nothing = ничего не закрывает
leave-it-out-or-open-a-before-it = уберите её или откройте перед ней `(`
between-no-arguments = не между аргументами
a-decimal-sign-is-a-point-0-5 = десятичный знак — точка: 0.5
no-comparison = не сравнение
two-numbers-are-compared-by-and = два числа сравнивают `==`, `<=`, `>=`, `<`, `>` и `!=`
no-operator = не действие
write-5-without-a-space-or-100 = напишите `5%` без пробела или `/ 100`
an-operator-is-missing-before-it = перед этим не хватает действия
numbers-and-names-are-joined-by-or-a-comparison = числа и имена соединяют + - * / ^ или сравнение
found-is-not-expected-here = `{ $found }` здесь не на месте
write-a-number-a-name-a-function-or-a-here = напишите здесь число, имя, функцию или `(`
the-formula-ends-too-early = формула кончается слишком рано
something-is-missing-here = здесь чего-то не хватает
a-number-or-a-name-is-missing-before-it = перед этим не хватает числа или имени
a-bracket-is-never-closed = скобка не закрыта
opened-here = открыта здесь
add-a = добавьте `)`
an-operator-or-a-is-missing-before-it = перед этим не хватает действия или `)`
a-name-in-backticks-is-never-closed = имя в обратных кавычках не закрыто
add-a-backtick = добавьте обратную кавычку
name-is-no-number = `{ $name }` — не число
cannot-be-read = не читается
write-for-instance-0-5-1_000-or-1e-3 = напишите, например, 0.5, 1_000 или 1e-3
digits-letter-is-neither-a-number-nor-a-name = `{ $digits }{ $letter }` — не число и не имя
an-operator-is-missing-in-it = внутри не хватает действия
write-digits-letter-or-the-number-in-full = напишите `{ $digits } * { $letter }..` или число полностью
write-ln-for-the-natural-logarithm = натуральный логарифм пишется `ln`
the-functions-are-list = функции такие: { $list }
there-is-no-function-name = нет функции `{ $name }`
unknown-function = неизвестная функция
n-1-argument = 1 аргумент
count-arguments = { $count } { $count ->
    [one] аргумент
    [few] аргумента
   *[many] аргументов
}
two-or-more-arguments = два аргумента или больше
name-takes-takes-but-here-are-given = `{ $name }` принимает { $takes }, а здесь { $given }
wrong-number-of-arguments = не столько аргументов
write-name-letters = напишите `{ $name }({ $letters })`

# graph/choose/listed

nobody-in-this-network-is-called-name = в этой сети никого не зовут `{ $name }`
not-in-the-network = нет в сети
people-are-called-as-in-the-list-of-friendships = люди называются так же, как в списке дружб
file-names-nobody = `{ $file }` никого не называет
give-a-name-in-each-line-as-in-17 = дайте в каждой строке имя, как `17`
give-a-name-and-a-price-in-each-line-as-in-17-250 = дайте в каждой строке имя и цену, как `17,250`
a-name-and-a-price-are-meant-here = здесь ожидаются имя и цена
not-two-words = не два слова
a-price-is-above-zero-and-this-is-price = цена больше нуля, а здесь `{ $price }`
not-above-zero = не больше нуля
price-is-no-price = `{ $price }` — не цена
name-has-a-price-already = у `{ $name }` уже есть цена
named-before = уже назван
leave-one-price-for-each = оставьте каждому одну цену

# graph/read

there-are-more-than-four-thousand-million-people-in-it = в нём больше четырёх миллиардов человек
take-a-part-of-the-network-or-a-synthetic-one-of-any-size = возьмите часть сети или синтетическую сеть любого размера
there-is-no-friendship-in-it = в нём нет ни одной дружбы
its-length-is-no-multiple-of-8-bytes = его длина не делится на 8 байт
a-friendship-is-two-numbers-of-32-bits-the-lowest-byte-first-text-has = дружба — это два числа по 32 бита, младший байт первым; у текста другое расширение
there-are-more-than-most-bytes-in-this-line = в этой строке больше { $most } байт
no-end = нет конца
there-is-one-person-in-this-line-and-a-friendship-has-two = в этой строке один человек, а для дружбы нужны двое
the-other-one-is-missing = второго нет
askers-text-is-neither-a-list-of-people-of-this-network-nor-a-file = --askers `{ $text }` — ни список людей этой сети, ни файл, который можно прочесть
askers-text-cannot-be-read-error = --askers `{ $text }` нельзя прочесть: { $error }
line-line-of-the-askers-nobody-in-this-network-is-called-word = строка { $line } в --askers: в этой сети никого не зовут `{ $word }`
a-line-is-one-friendship-two-people-with-anything-between-them-as-in-17 = строка — это одна дружба: два человека и что угодно между ними, например `17 42` или `anna,boris`; строки, которые начинаются с #, — примечания
it-is-text-in-utf-16 = это текст в UTF-16
save-it-as-text-in-utf-8-which-every-editor-and-spreadsheet-can = сохраните его как текст в UTF-8: это умеет любой редактор и любая таблица
the-first-of-its-columns-counts-the-lines-and-may-be-a-person-or = первый столбец считает строки и может быть человеком, а может и не быть
give-the-columns-titles-in-a-first-line-as-in-row-from-to-or = назовите столбцы в первой строке, например `row,from,to` или `from,to,weight`, или задайте --list edges, если первые два — люди
it-is-no-list-but-a-file-that-only-another-program-understands = это не список, а файл, который понимает только другая программа
export-its-friendships-as-text-one-in-each-line-as-in-source-target = выгрузите дружбы как текст, по одной в строке, например `source,target`
there-are-n-words-in-this-line-and-a-friendship-has-two = слов в этой строке { $n }, а для дружбы нужны два
too-many = слишком много слов
where-names-have-blanks-in-them-put-commas-or-tabs-between-people = если в именах есть пробелы, разделяйте людей запятыми или табуляцией
there-are-bytes-in-this-line-that-are-no-text-in-utf-8 = в этой строке есть байты, которые не текст в UTF-8
no-letters = не буквы
save-the-list-as-text-in-utf-8 = сохраните список как текст в UTF-8
there-are-characters-in-this-line-that-cannot-be-shown = в этой строке есть знаки, которые нельзя показать
no-name = не имя
word-is-a-number-that-was-rounded-or-has-a-fraction-and-no-name = `{ $word }` — число, которое округлили или у которого есть дробная часть, а не имя
not-as-it-was = не так, как было
a-program-wrote-a-large-number-so-and-several-people-may-have-become-one = так программа записала большое число, и несколько людей могли стать одним: пишите имена целыми числами или текстом
a-name-has-at-most-most-bytes = в имени не больше { $most } байт
this-matrix-is-written-with-all-of-its-zeros = эта матрица записана вместе со всеми нулями
write-it-as-coordinate-which-lists-what-is-not-zero = запишите её как `coordinate`: там перечислено то, что не ноль
people-are-numbered-from-1-to-most-in-this-matrix = люди в этой матрице пронумерованы от 1 до { $most }
outside-of-it = вне её
its-line-of-sizes-promises-promised-entries-and-there-are-entries = строка размеров обещает записей: { $promised }, а их { $entries }
it-may-be-cut-short-write-it-again = возможно, файл обрезан: запишите его заново
the-sizes-of-a-matrix-are-meant-rows-columns-and-entries = здесь должны быть размеры матрицы: строки, столбцы и записи
not-three-whole-numbers = не три целых числа
this-matrix-has-rows-rows-and-columns-columns-so-they-are-not-the-same = в этой матрице строк { $rows }, а столбцов { $columns }, так что это не одни и те же люди
not-square = не квадратная
a-list-of-friends-has-a-row-and-a-column-for-everybody = в списке друзей у каждого есть и строка, и столбец
a-matrix-of-at-most-most-people-is-read = читается матрица не больше чем с { $most } человек
leave-out-the-banner-and-the-sizes-then-it-is-read-as-a-list = уберите первую строку и размеры: тогда она читается как список
give-a-line-for-each-friendship-two-people-as-in-17-42 = для каждой дружбы нужна строка: два человека, например `17 42`
its-lines-hold-fewest-to-most-whole-numbers-as-where-a-person-is-followed = в его строках от { $fewest } до { $most } целых чисел, как там, где за человеком следуют все его друзья
say-list-adjacency-where-the-first-of-a-line-knows-all-others-or-list = задайте --list adjacency, если первый в строке дружит со всеми остальными, или --list edges, если друзья только первые двое
it-is-no-regular-file-and-no-pipe = это не обычный файл и не канал
nothing-came-through-this-pipe-within-ten-seconds = через этот канал за десять секунд ничего не пришло
begin-what-writes-into-it-first-or-save-its-list-as-a-file = сначала запустите то, что в него пишет, или сохраните список в файл
more-than-four-gigabytes-came-through-this-pipe = через этот канал пришло больше четырёх гигабайт
save-the-list-as-a-file-which-is-read-without-being-held-in-memory = сохраните список в файл: его не нужно держать в памяти
a-line-is-one-friendship-two-people-as-in-17-42 = строка — это одна дружба: два человека, например `17 42`
too-large = слишком много

# graph/recipe

people-people-with-mean-friends-each-are-more-friendships-than-the-most-that-a = { $people } человек по { $mean } друзей — это больше { $most } дружб, которые может вместить сеть
with-so-many-people-give-at-most-most-friends-on-average = при стольких людях задайте в среднем не больше { $most } друзей
with-mean-friends-on-average-the-friends-of-a-person-s-friends-are-met = если друзей в среднем { $mean }, друзей у друзей одного человека { $met }, а просматривается не больше { $most }
with-mean-friends-on-average-the-friends-of-somebody-s-friends-are-met-and = если друзей в среднем { $mean }, друзей у друзей кого-нибудь { $met }, а просматривается не больше { $most }
give-at-most-most-friends-on-average = задайте в среднем не больше { $most } друзей

# model/lower/build

the-first-of-them = первая из них
a-and-b-used-for-asked = `{ $a }` и `{ $b }` { $used } вместо { $asked }
others-others-moved-by-by-at-most = ещё { $others }, сдвинутых не больше чем на { $by }
the-rank-correlations-cannot-all-hold-at-once-and-the-nearest-possible-ones-are = ранговые корреляции не могут выполняться все сразу, взяты ближайшие возможные: { $told }

# model/lower/checks

there-is-no-community-to-simulate = нет ни одного сообщества, моделировать нечего
this-file-has-none = в этом файле нет сообществ
write-community-page-on-a-line-of-its-own-and-below-it-platform-and = напишите `[community.page]` на отдельной строке, а под ней `platform = ".."` и `followers = ..`
there-are-communities-communities-but-at-most-most-are-simulated-together = сообществ { $communities }, а вместе моделируется не больше { $most }
one-too-many = одно лишнее
path-are-humans-people-without-the-bots-but-capacity-of-the-market-could-follow = `{ $path }` без ботов — { $humans } человек, а подписаться при медианах могут { $capacity } человек рынка
more-than-the-market = больше, чем людей на рынке
correct-the-followers-or-raise-market-people = исправьте подписчиков или увеличьте `market.people`
a-and-b-have-people-followers-who-are-people-and-the-market-has-market = у `{ $a }` и `{ $b }` { $people } живых подписчиков, а на рынке { $market } человек: на оба подписаны не меньше { $share } % меньшего из них
a-smaller-overlap = пересечение меньше этого
a-post-that-friends-pass-on-never-dies-out-in-id-a-reshare-leads = сообщение, которое друзья передают дальше, в `{ $id }` не затухает никогда: при медианах один репост ведёт к { $next } следующим
cut-off-after-the-last-generation-of-feed-depth = обрывается после последнего шага `feed.depth`
the-share-who-pass-it-on-x-visibility-x-friends-of-a-friend-is = доля передающих × видимость × друзья друга меньше 1 в каждой измеренной сети: здесь — при `feed.reshare` ниже { $most } %
names-are-share-of-the-posts-but-they-make-100-together = { $names } — это { $share } % записей, а вместе они составляют 100 %
names-are-share-of-the-posts-but-they-make-at-most-100 = { $names } — это { $share } % записей, а вместе они составляют не больше 100 %
leave-one-of-them-out-and-it-fills-up-the-rest = уберите один из них, и он займёт остаток
the-shares-of-the-roles-are-share-together-but-they-make-100 = доли ролей вместе — { $share } %, а должны составлять 100 %
correct-one-of-them = исправьте одну из них
beyond-of-the-weeks-weeks-of-the-campaign-name-lie-beyond-the-horizon-of = из недель кампании `{ $name }` ({ $weeks }) за пределами срока ({ $horizon } нед.) лежат { $beyond }
partly-never = отчасти не состоится
its-budget-and-its-followers-are-spread-evenly-over-its-weeks-and-what-lies = её бюджет и её подписчики распределены по неделям поровну, и то, что за пределами срока, не считается

# model/lower/doubts

path-is-stated-but-its-platform-suggests-suggested = `{ $path }` — { $stated }, а у его сети обычно { $suggested }
hundreds-of-times-as-much-or-as-little = в сотни раз больше или меньше
a_year-questions-a-year-of-followers-followers-are-each-each-but-the-platform-of = { $a_year } вопросов в год от { $followers } подписчиков — это по { $each } от каждого, а у сети сообщества `{ $id }` обычно { $suggested }
is-one-of-them-misread-questions-questions-or-people-followers-would-be-near = не прочтено ли одно из чисел неверно? похоже было бы на { $questions } вопросов или на { $people } подписчиков
these-questions = эти вопросы
of-these-followers = этих подписчиков
is-it-stated-or-meant-points-and-commas-may-stand-for-thousands = это { $stated } или { $meant }? точки и запятые могут отделять тысячи
manager-is-month-a-month-and-the-hours-of-support-are-paid-as-well = `{ $manager }` — { $month } в месяц, а часы `support` оплачены отдельно: { $wages } в месяц
are-these-the-same-people = не одни ли это люди?
paid-by-the-hour = оплачено по часам
where-they-are-leave-out-what-the-manager-is-paid-for-answering = если одни, уберите то, что менеджер получает за ответы

# model/lower/formulas

id-is-the-name-of-another-already = имя `{ $id }` уже занято другим
id-is-the-name-of-another-but-for-the-case-of-its-letters-already = имя `{ $id }` уже занято другим, отличаются только заглавные буквы
choose-another-name = выберите другое имя
first-here = сначала здесь
a-metric-of-the-program = показатель программы
a-column-of-trials-parquet = столбец в `trials.parquet`
id-is-the-name-of-by-already = имя `{ $id }` уже занято: это { $by }
the-metric-id-needs-itself-directly-or-through-others = показатель `{ $id }` нуждается в самом себе, прямо или через другие
goes-round-in-a-circle = идёт по кругу
give-key = задайте `{ $key }`
metric-is-not-measured-here = показатель `{ $metric }` здесь не считается
not-counted = не считается
cannot-be-computed-with = с этим считать нельзя
key-is-not-in-force-here = ключ `{ $key }` здесь не действует
it-is-not-given-or-another-key-states-the-same-thing-reachsim-explain-file = он не задан, или то же самое задаёт другой ключ; `reachsim explain FILE` показывает, что действует
has-no-value = нет значения
there-are-list-and-every-metric-and-key-by-its-path = есть { $list }, а также каждый показатель и каждый ключ по его пути
there-is-no-input-metric-or-key-name = нет величины, показателя или ключа `{ $name }`
unknown-name = неизвестное имя
path-has-no-effect-there-is-no-community-and-no-formula-names-it = ключ `{ $path }` ни на что не влияет: сообществ нет, и ни одна формула его не называет
nothing-to-act-on = действовать не на что
name-it-in-a-formula-or-leave-it-out = назовите его в формуле или уберите

# model/lower/graphs

path-is-stated-and-is-also-measured-on-the-graph-of-the-community = `{ $path }` задан и притом измеряется на графе сообщества
stated-here = задан здесь
measured-here = измеряется здесь
leave-one-of-them-out = уберите одно из них
followers-who-come-because-a-friend-follows-are-found-one-after-the-other-at = подписчики, которые приходят вслед за другом, отыскиваются по одному, не больше { $most }, а их { $followers }
for-so-many-followers = для стольких подписчиков
leave-it-out-or-state-fewer-followers = уберите его или задайте меньше `followers`
too-many-for-a-friend-graph = слишком много для графа дружб
the-synthetic-network-name-to-off = синтетическая сеть { $name }, с точностью { $off } %
name-people-people-to-off = { $name }, { $people } человек, с точностью { $off } %

# model/lower/idle

path-has-no-effect-the-currency-is-the-euro = ключ `{ $path }` ни на что не влияет: валюта — евро
nothing-to-convert = переводить нечего
name-the-currency-that-is-meant-or-leave-path-out = назовите нужную `currency` или уберите `{ $path }`
path-has-no-effect-both-its-questions-and-its-posts-engagement-are-stated = ключ `{ $path }` ни на что не влияет: заданы и вопросы, и `posts.engagement`
leave-out-one-of-them-or-path = уберите одно из них или `{ $path }`
path-has-no-effect-without-needed-which-has-none-either = ключ `{ $path }` ни на что не влияет без { $needed }, а этот и сам без действия
path-has-no-effect-without-needed = ключ `{ $path }` ни на что не влияет без { $needed }
give-needed-or-leave-path-out = задайте { $needed } или уберите `{ $path }`

# model/lower/leaders

a-and-b-both-measure-the-role-of-opinion-leaders = и `{ $a }`, и `{ $b }` измеряют роль лидеров мнений
measured-here-too = измеряется и здесь
path-has-no-effect-beside-stated = ключ `{ $path }` ни на что не влияет: заданы { $stated }
nothing-to-measure = измерять нечего
path-measures-the-role-of-opinion-leaders-and-there-is-no-such-role = `{ $path }` измеряет роль лидеров мнений, а такой роли нет
no-role-to-measure = нет роли, которую измерять
give-a-header-with-name-opinion-leader-and-its-share = добавьте `{ $header }` с name = "лидер-мнений" и с долей
path-measures-the-role-of-opinion-leaders-and-there-are-several-roles = `{ $path }` измеряет роль лидеров мнений, а их несколько: { $roles }
which-of-them = какую из них?
one = одна
another = другая
call-the-others-by-other-names = назовите остальные иначе
path-is-leaders-but-count-people-follow-on-the-graph = `{ $path }` — { $leaders }, а подписчиков на графе { $count }
as-many-as-there-are-or-more = столько, сколько их есть, или больше
ask-for-fewer-so-that-there-are-others-to-compare-them-with = попросите меньше, чтобы было с кем сравнить
a-message-that-grows-from-friend-to-friend-is-followed-to-depth-deep-among = за сообщением, которое растёт от друга к другу, среди более чем { $large } человек следят до глубины { $deep }, а `feed.depth` — { $depth }
cannot-be-measured = измерить нельзя
state-feed-depth-deep-a-smaller-feed-reshare-or-leave-path-out = задайте `feed.depth = { $deep }`, меньший `feed.reshare` или уберите `{ $path }`
name-people-people-leaders-to-be-won-first-at-least-proven-of-the-best = { $name }, { $people } человек, первыми привлекаются { $leaders }: не хуже { $proven } % лучшего выбора
the-synthetic-network-name-leaders-to-be-won-first-at-least-proven-of-the = синтетическая сеть { $name }, первыми привлекаются { $leaders }: не хуже { $proven } % лучшего выбора

# model/lower/letters

the-font-of-the-pictures-has-no-few-and-more = в шрифте картинок нет знаков { $few } и других
the-font-of-the-pictures-has-no-few = в шрифте картинок нет знаков { $few }
blank-in-png-pictures = пусто на картинках PNG
here-too = и здесь
name-a-font-file-that-has-these-letters-in-theme-body_font-pages-slides-and = назовите в `theme.body_font` файл шрифта, в котором эти знаки есть; страницы, слайды и картинки SVG берут их из шрифтов того, кто их откроет

# model/lower/money

a-default-is-in-euros-but-the-currency-is-another-sums = умолчание { $sums } — в евро, а валюта другая
defaults-are-in-euros-but-the-currency-is-another-sums = умолчания { $sums } — в евро, а валюта другая
not-the-euro = не евро
give-them-in-this-currency-or-write-currency_per_eur-and-they-are-converted = задайте их в этой валюте или напишите `currency_per_eur = ..`, и они будут пересчитаны
give-wages-in-this-currency-no-exchange-rate-tells-what-people-are-paid-elsewhere = задайте { $wages } в этой валюте: никакой курс не скажет, сколько людям платят в другой стране
give-labour-in-this-currency-no-exchange-rate-tells-what-people-are-paid-elsewhere = задайте { $labour } в этой валюте: никакой курс не скажет, сколько людям платят в другой стране; задайте и остальные или напишите `currency_per_eur = ..`, и они будут пересчитаны
a-customer-who-stays-for-ever-with-a-margin-that-loses-no-value-would = клиент, который не уходит никогда и чья прибыль не обесценивается, стоил бы бесконечно много
as-high-as-100-and-the-interest = до 100 % и процентной ставки
give-a-retention-below-100-or-a-cost-discount-above-0 = задайте удержание меньше 100 % или `cost.discount` больше 0
key-reaches-months-months-but-at-most-most-are-possible = `{ $key }` доходит до { $months } месяцев, а можно не больше { $most }
more-than-a-hundred-years = больше ста лет
end-it-with-max-most = ограничьте его: `max = { $most }`
there-is-a-value-here-but-posts-management-and-tools-cost-nothing = здесь есть ценность, а записи, управление и инструменты ничего не стоят
counted-without-its-cost = считается без расходов на него
give-cost-per_post-cost-manager_per_month-or-cost-tools_per_month-if-only-as-0 = задайте `cost.per_post`, `cost.manager_per_month` или `cost.tools_per_month`, хотя бы 0

# model/lower/names

the-role-name-is-given-twice = роль `{ $name }` задана дважды
the-campaign-name-is-given-twice = кампания `{ $name }` задана дважды
there-is-no-community-id = нет сообщества `{ $id }`
unknown-community = неизвестное сообщество
the-overlap-of-a-and-b-is-given-twice = пересечение `{ $a }` и `{ $b }` задано дважды
given-again = задано снова
first-given-here = сначала задано здесь
the-correlation-of-a-and-b-is-given-twice = корреляция `{ $a }` и `{ $b }` задана дважды
more-than-most-inputs-are-correlated-the-most-that-is-possible = связано больше { $most } величин, а больше нельзя
there-is-no-key-path = нет ключа `{ $path }`
unknown-key = неизвестный ключ
reachsim-explain-file-lists-every-key = `reachsim explain FILE` показывает все ключи
did-you-mean-names = может быть, { $names }?
key-is-a-fixed-number-so-nothing-can-be-correlated-with-it = `{ $key }` — постоянное число, с ним ничто не может быть связано
key-is-no-uncertain-number-here-so-nothing-can-be-correlated-with-it = `{ $key }` здесь не неопределённое число, с ним ничто не может быть связано
not-uncertain = не неопределённо
given-here = задано здесь
give-a-range-such-as-5-10 = задайте диапазон, например "5%..10%"
the-target-name-is-given-twice = цель `{ $name }` задана дважды
there-is-no-metric-id = нет показателя `{ $id }`
unknown-metric = неизвестный показатель
id-is-not-measured-here-because-what-it-needs-has-no-price = показатель `{ $id }` здесь не считается: у того, что ему нужно, нет цены
give-cost-per_post-cost-manager_per_month-or-any-value = задайте `cost.per_post`, `cost.manager_per_month` или любую ценность
give-market-cpm = задайте `market.cpm`

# model/lower/precedence

no-community-has-platform-id = ни у одного сообщества нет `platform = "{ $id }"`
write-it-into-the-community-that-is-meant-or-leave-out-platform-id = напишите её в нужное сообщество или уберите `[platform.{ $id }]`
has-no-effect = ни на что не влияет
its-platform-does-not-state-it-either = его сеть тоже этого не задаёт
if-you-mean-name-write-community-id = если это `{ $name }`, напишите `[community.{ $id }]`
this-file-needs-it = нужен этому файлу
this-community-needs-it = нужен этому сообществу
path-is-missing = не задан ключ `{ $path }`
write-name-with-one-of-list = напишите `{ $name } = ..`, где стоит одно из: { $list }
write-text-about = напишите `{ $text } = ".."`: { $about }
write-name-about = напишите `{ $name } = ..`: { $about }
there-is-no-platform-id = нет сети `{ $id }`
unknown-platform = неизвестная сеть
there-are-list-or-describe-your-own-as-platform-id = есть { $list }; или опишите свою как `[platform.{ $id }]`
did-you-mean-value-list = может быть, "{ $value }"? { $list }

# model/lower/tolerances

path-has-no-effect-what-the-metric-needs-is-not-given = `{ $path }` ни на что не влияет: того, что нужно показателю, не задано
not-measured-here = здесь не считается
leave-path-out = уберите `[{ $path }]`
path-has-absolute-and-relative-but-one-of-them-is-meant = в `[{ $path }]` есть и `absolute`, и `relative`, а нужно одно из них
path-has-neither-absolute-nor-relative = в `[{ $path }]` нет ни `absolute`, ни `relative`
needs-one-tolerance = нужен один допуск
write-for-instance-relative-2 = напишите, например, `relative = "2%"`

# scenario/access

path-lies-outside-of-the-folder-of-the-scenario = `{ $path }` лежит за пределами папки сценария
allow-path-dir-lets-a-scenario-read-the-files-below-another-folder = `--allow-path DIR` разрешает сценарию читать файлы ещё одной папки и всего, что в ней
path-is-no-regular-file = `{ $path }` — не обычный файл
a-scenario-reads-files-that-stay-as-they-are-save-what-it-holds-to = сценарий читает файлы, которые не меняются на ходу: сохраните нужное в обычный файл

# scenario/artwork

is-no-truetype-or-opentype-font = это не шрифт TrueType или OpenType
has-no-few-and-more = в нём нет букв { $few } и других
has-no-few = в нём нет букв { $few }
is-a-font-without-a-name = это шрифт без названия
is-neither-a-png-nor-a-jpeg-picture = это не изображение PNG или JPEG
is-a-damaged-picture = это повреждённое изображение

# scenario/chain

path-holds-no-key = в `{ $path }` нет ни одного ключа
reachsim-init-writes-a-scenario-to-start-from = `reachsim init` пишет сценарий, с которого можно начать
extends-goes-round-in-a-circle-circle = `extends` идёт по кругу: { $circle }
comes-back-to-where-it-began = возвращается к началу
extends-goes-through-more-than-most-files = `extends` проходит больше чем через { $most } { $most ->
    [one] файл
    [few] файла
   *[many] файлов
}
one-parent-too-many = на одного родителя больше, чем можно
named-as-the-parent-here = здесь назван родителем
the-parent-that-is-named-here = родитель назван здесь

# scenario/edit

the-state-name-is-given-twice = состояние мира `{ $name }` задано дважды
the-what-if-name-is-given-twice = вариант `{ $name }` задан дважды
name-is-no-name-for-a-what-if-it-means-something-else-in-comparisons = `{ $name }` не годится в название варианта: в сравнениях это слово значит другое
set-is-no-table-of-keys = `set` — не таблица ключей
not-a-table = не таблица
the-what-if-name-changes-nothing = вариант `{ $name }` ничего не меняет
an-empty-table = пустая таблица
write-what_if-set-below-its-name-and-then-for-instance-community-page-posts-per_week = напишите под его названием `[what_if.set]`, а ниже, например, `"community.page.posts.per_week" = 14`
path-belongs-to-the-whole-comparison-not-to-one-variant = ключ `{ $path }` относится ко всему сравнению, а не к одному варианту
not-here = не здесь
without-campaign = без { $campaign }
the-file-has-no-what_if = в файле нет `[[what_if]]`
there-is-no-what-if-name-way_out = нет варианта `{ $name }`: { $way_out }
no-posts = без записей
no-team = без команды
no-budget = без бюджета

# scenario/edit/between

path-as-it-is-by-default = { $path } по умолчанию
which-communities-there-are = какие есть сообщества
the-tables-header = таблицы { $header }

# scenario/edit/knob

write-for-instance-flag-community-page-posts-per_week-3-21 = напишите, например, `{ $flag } community.page.posts.per_week=3..21`
text-is-no-key-from-to = `{ $text }` — не `key=from..to`
one-key-two-ends-with-between-them = один ключ, `=`, два конца и `..` между ними
text-is-no-number-of-points-from-2-to-most = `{ $text }` — не число точек от 2 до { $most }
how-many-values-of-the-key = сколько значений у ключа
key-is-no-number-and-cannot-be-varied = `{ $key }` — не число, менять его нельзя
not-a-number = не одно число
key-goes-from-from-to-to-but-the-first-end-is-the-smaller-one = `{ $key }` идёт от { $from } до { $to }, а первым должен стоять меньший конец
ends-before-it-begins = кончается раньше, чем начинается
key-goes-from-from-to-to-there-is-nothing-to-vary = `{ $key }` идёт от { $from } до { $to }: менять нечего
one-value = одно значение
give-two-ends-or-set-key-from-for-one-value = задайте два конца или `--set { $key }={ $from }` для одного значения

# scenario/file

path-is-not-utf-8-text-line-line-holds-bytes-that-are-no-character = `{ $path }` — не текст в UTF-8: в строке { $line } байты, которые не составляют символа
from-here-on = начиная отсюда
the-file-is-utf-16-save-it-as-utf-8 = файл в UTF-16: сохраните его в UTF-8
save-the-file-as-utf-8 = сохраните файл в UTF-8
path-is-a-folder-but-a-file-is-needed = `{ $path }` — папка, а нужен файл
it-holds-files = в ней лежат: { $files }
name-a-file-in-it = назовите файл в ней
path-is-larger-than-limit-mb-the-most-that-is-read = `{ $path }` больше { $limit } МБ, а больше не читается
a-scenario-is-a-text-of-some-kilobytes-is-this-the-right-file = сценарий — это текст в несколько килобайт; тот ли это файл?
there-is-no-folder-folder-either = нет и папки `{ $folder }`
its-folder-holds-files = в его папке лежат: { $files }
more-scenarios-among-them-list = { $more } { $more ->
    [one] сценарий
    [few] сценария
   *[many] сценариев
}, среди них { $list }

# scenario/inherited

the-currency-is-own-but-paths-stood-in-before-before = валюта — { $own }, а раньше было задано в { $before }: { $paths }
another-currency = другая валюта
stated-in-currency = задано в { $currency }
they-are-taken-as-they-stand-because-only-defaults-are-converted-give-them-anew = суммы взяты как есть, потому что пересчитываются только умолчания: задайте их заново
give-them-anew-in-this-currency-beside-it = задайте суммы заново в этой валюте, рядом с ней

# scenario/layer

path-is-kind-but-a-table-of-keys-is-meant = `{ $path }` — { $kind }, а нужна таблица ключей
id-is-no-name-for-a-what-which-consists-of-at-most-most-letters = { $id } не годится в имя для `{ $what }`: оно состоит не больше чем из { $most } букв, цифр, `-` и `_`
cannot-be-addressed = к нему нельзя обратиться
write-for-instance-path-id = напишите, например, `[{ $path }{ $id }]`
id-is-no-name-for-a-community-reserved-mean-something-else-in-addresses-and = `{ $id }` не годится в имя сообщества: слова { $reserved } в адресах и сравнениях значат другое
id-stands-in-a-table-without-a-name = `{ $id }` стоит в таблице { $table } без имени
of-which-one = чьё именно?
give-it-a-name-write-table-page-in-place-of-table = дайте ей имя: напишите `[{ $table }.page]` вместо `[{ $table }]`
write-path-on-a-line-of-its-own-and-its-keys-below-it = напишите `[{ $path }]` на отдельной строке, а под ней — её ключи
write-header-on-a-line-of-its-own-and-its-keys-below-it = напишите `{ $header }` на отдельной строке, а под ней — её ключи
name-is-kind-but-tables-with-names-are-meant = `{ $name }` — { $kind }, а нужны таблицы с именами
name-id-is-kind-but-a-table-is-meant = `{ $name }.{ $id }` — { $kind }, а нужна таблица
id-is-no-name-in-a-formula-which-consists-of-letters-digits-and-_ = { $id } не годится в имя для формулы: оно состоит из букв, цифр и `_` и начинается с буквы
write-for-instance-header = напишите, например, `{ $header }`
in-single-brackets = в одинарных скобках
name-is-kind-but-one-or-more-name-are-meant = `{ $name }` — { $kind }, а нужна одна или несколько `[[{ $name }]]`
write-name-in-double-brackets-on-a-line-of-its-own-before-the-keys = напишите `[[{ $name }]]` в двойных скобках на отдельной строке перед ключами каждой

# scenario/merge

path-is-set-twice = ключ `{ $path }` задан дважды
set-again = задан снова
first-set-here = сначала задан здесь
keys-state-the-same-thing-in-different-ways = { $keys } задают одно и то же по-разному
another-way = другой способ
one-way = один способ
keep-path-or-the-others-without-it = оставьте `{ $path }` или остальные без него
keep-one-of-them = оставьте что-то одно
path-needs-lacking-which-is-missing = `{ $path }` задаётся вместе с { $lacking }, а этого ключа нет
path-needs-lacking-which-are-missing = `{ $path }` задаётся вместе с { $lacking }, а этих ключей нет
give-all-of-all-or-alone-alone = задайте все ключи { $all } или один `{ $alone }`
one-factor-of-several = один множитель из нескольких

# scenario/number

a-number-is-expected-but-this-is-kind = нужно число, а это { $kind }
no-number = не число
write-a-number-such-as-130-100_000-100k-or-5 = напишите число, например 130, 100_000, "100k" или "5%"
text-is-read-here-but-many-to-many = { $text } здесь — { $read }, а для многих — { $many }
two-readings = два прочтения
write-read-if-that-is-meant-or-thousands-if-the-point-groups-thousands = напишите { $read }, если так и задумано, или { $thousands }, если точка отделяет тысячи
text = текст
true-or-false = true или false
a-date = дата
a-list = список
a-table = таблица
an-empty-text = пустой текст
text-is-no-number-that-can-be-computed-with = { $text } — не число, с которым можно считать
not-finite = не конечно
write-a-finite-number = напишите конечное число
write-a-number-such-as-130-100_000-100k-1-3m-or-5 = напишите число, например 130, 100_000, "100k", "1.3M" или "5%"
text-is-no-number = { $text } — не число
unknown-unit = неизвестная единица
unit-is-no-unit-of-a-number = { $unit } — не единица числа
leave-the-currency-out-the-whole-scenario-is-in-its-currency = уберите валюту: весь сценарий — в его `currency`
the-units-are-list = единицы такие: { $list }
thousands-are-groups-of-three-digits-such-as-100-000 = тысячи отделяются по три цифры, например "100 000"
text-is-no-number-its-digits-are-not-grouped-by-threes = { $text } — не число: цифры отделены не по три
write-thousands-if-the-comma-groups-thousands-or-decimal-if-it-begins-the-decimals = напишите "{ $thousands }", если запятая отделяет тысячи, или "{ $decimal }", если за ней дробная часть
write-thousands-if-the-point-groups-thousands-or-decimal-if-it-begins-the-decimals = напишите "{ $thousands }", если точка отделяет тысячи, или "{ $decimal }", если за ней дробная часть
text-can-be-read-in-two-ways = { $text } можно прочесть двояко

# scenario/place

write-community-page-on-a-line-of-its-own-and-the-keys-of-the = напишите `[community.page]` на отдельной строке, а под ней — ключи сообщества
the-platform-of-a-community-stands-below-its-community-page = сеть сообщества указывается под его `[community.page]`
write-for-instance-path-key = напишите, например, `{ $path }.{ $key } = ..`

# scenario/presets

does-not-exist = такого файла нет

# scenario/quantity

key-nests-more-than-most-distributions = в `{ $key }` вложено больше { $most } { $most ->
    [one] распределения
    [few] распределений
   *[many] распределений
}
put-the-parts-into-one-mixture = сложите части в одну смесь
key-is-kind-but-a-number-or-a-distribution-is-meant = `{ $key }` — { $kind }, а нужно число или распределение
write-a-number-5-10-5-to-10-or-uniform-a-b = напишите число, "5%..10%", "5% to 10%" или {"{"} uniform = [a, b] {"}"}
no-quantity = не величина

# scenario/quantity/data

is-no-text = это не текст
is-empty = файл пуст
has-no-column-column = нет столбца { $column }
has-more-than-one-column-column = столбцов { $column } больше одного
has-no-number-in-its-column-column = в столбце { $column } нет ни одного числа
has-more-than-most-rows = строк больше { $most }
has-text-on-line-line-which-is-no-number = { $text } в строке { $line } — не число
has-cells-cells-on-line-line-and-names-names-of-columns = в строке { $line } { $cells } { $cells ->
    [one] ячейка
    [few] ячейки
   *[many] ячеек
}, а имён столбцов { $names }
has-cell-in-its-column-column-which-is-point-or-comma = { $cell } в столбце { $column } — это { $point } или { $comma }
its-first-row-is-no-row-of-names = его первая строка — не имена столбцов
it-has-list = там есть: { $list }
give-each-column-a-name-of-its-own = дайте каждому столбцу своё имя
put-cells-with-a-separator-into-quotes-a-decimal-comma-makes-two-cells-of = ячейки с разделителем берите в кавычки: десятичная запятая делает из одной ячейки две
write-the-numbers-of-the-column-without-groups-of-thousands = напишите числа столбца, не отделяя тысячи
the-file-is-csv-a-row-of-names-then-rows-of-cells = файл — это CSV: строка имён, затем строки ячеек
has-value-on-line-line-which-key-cannot-be = в строке { $line } стоит { $value }, а `{ $key }` таким быть не может
correct-the-file-or-leave-such-rows-out-by-min-and-max = исправьте файл или отбросьте такие строки с помощью `min` и `max`
has-nothing-between-min-and-max = между `min` и `max` ничего нет
widen-them = расширьте их
the-path-is-relative-to-the-scenario = путь считается от сценария
path-is-blank-in-blanks-of-the-all-rows-of-its-column-column = { $path }: в столбце { $column } пусто в { $blanks } из { $all } строк
these-rows-are-not-observed = эти строки не наблюдались
where-a-blank-means-zero-write-0 = где пусто значит ноль, напишите 0
path-why = { $path }: { $why }
cannot-be-used = использовать нельзя
path-is-kind-but-text-is-meant = `{ $path }` — { $kind }, а нужен текст
no-text = не текст
put-it-in-quotes = возьмите в кавычки

# scenario/quantity/domain

the-loss-of-everything-is-1-or-100 = потеря всего — это -1 или "-100%"
a-difference-of-shares-lies-between-1-and-1 = разность долей лежит от -1 до 1
a-share-lies-between-0-and-1 = доля лежит от 0 до 1
this-share-lies-above-0-and-at-most-at-1 = эта доля больше 0 и не больше 1
it-cannot-be-negative = отрицательным он быть не может
it-has-to-be-above-zero = он должен быть больше нуля
growth-lies-above-1-the-loss-of-everything = рост больше -1, то есть потери всего
it-lies-between-10-15-and-10-15 = он лежит между -10^15 и 10^15
zero-has-no-meaning-here = ноль здесь не имеет смысла
too-small = слишком мало
more-than-10-15-makes-no-sense = больше 10^15 не имеет смысла
more-than-a-thousand-times-a-year-makes-no-sense = больше чем в тысячу раз за год не имеет смысла
write-written = напишите "{ $written }%"
the-whole-is-1-or-100 = целое — это 1 или "100%"
a-loss-of-nearly-everything-is-99 = потеря почти всего — это "-99%"
check-the-unit-k-is-a-thousand-m-a-million-bn-a-thousand-million = проверьте единицу: k — тысяча, M — миллион, bn — миллиард
give-a-number-above-zero = задайте число больше нуля
leave-out-the-minus = уберите минус
key-is-written-but-rule = `{ $key }` — { $written }, а { $rule }
an-interval = интервал
a-sample = выборка
a-family-distribution = распределение `{ $family }`
includes-0 = включает 0
reaches-below-low-and-above-high = заходит ниже { $low } и выше { $high }
reaches-below-low = заходит ниже { $low }
reaches-above-high = заходит выше { $high }
such-values-make-no-sense = такие значения не имеют смысла
key-is-shape-that-reach-but-rule = `{ $key }` — { $shape }: { $reach }, а { $rule }
min-and-max = `min` и `max`
leave-those-values-out-or-add-ends = уберите эти значения или добавьте { $ends }
write-hard-ends-as-a-b-or-normal-mean-sd-min-max = напишите жёсткие концы: "a..b" или {"{"} normal = {"{"} mean, sd {"}"}, min = .., max = .. {"}"}
add-ends-or-use-beta-mean-sd = добавьте { $ends } или возьмите {"{"} beta = {"{"} mean, sd {"}"} {"}"}
add-ends-or-use-lognormal-mean-sd = добавьте { $ends } или возьмите {"{"} lognormal = {"{"} mean, sd {"}"} {"}"}
add-ends = добавьте { $ends }

# scenario/quantity/table

max-is-below-min = `max` меньше `min`
below-min = меньше `min`
name-one-of-list-as-in-example = назовите одно из: { $list }, например { $example }
key-is-a-table-that-names-no-distribution = `{ $key }` — таблица, которая не называет распределения
no-distribution = нет распределения
key-names-two-distributions-first-and-second = `{ $key }` называет два распределения, `{ $first }` и `{ $second }`
the-second-one = второе
keep-one-or-mix-them-mixture-of-weights = оставьте одно или смешайте их: {"{"} mixture = {"{"} of = [..], weights = [..] {"}"} {"}"}
there-are-list-with-min-and-max = есть { $list }, а с ними `min` и `max`
name-is-no-distribution = { $name } — не распределение
unknown = неизвестно
id-is-kind-but-it-takes-forms = `{ $id }` — { $kind }, а нужно { $forms }
as-in-example = например { $example }
of-the-wrong-type = не того типа
id-has-numbers-numbers-but-it-takes-form = в `{ $id }` { $numbers } { $numbers ->
    [one] число
    [few] числа
   *[many] чисел
}, а нужно { $form }
the-wrong-number-of-numbers = не столько чисел
give-a-share-such-as-5 = задайте долю, например "5%"
name-is-written-but-no-two-shares-are-that-far-apart = `{ $name }` — { $written }, но две доли так далеко не расходятся
text-does-not-go-with-given = `{ $text }` не сочетается с { $given }
of-another-form = из другой формы
id-takes-forms = `{ $id }` принимает { $forms }
near-stands-beside-id-not-inside-it = `{ $near }` стоит рядом с `{ $id }`, а не внутри
it-takes-forms = принимается { $forms }
id-has-no-parameter-text = у `{ $id }` нет параметра { $text }
id-lacks-list = в `{ $id }` не хватает { $list }
incomplete = не всё
it-takes-forms-as-in-example = принимается { $forms }, например { $example }
name-is-kind-but-a-list-is-meant = `{ $name }` — { $kind }, а нужен список
no-list = не список
write-name = напишите { $name } = [..]
key-mixes-more-than-most-parts = в `{ $key }` смешано больше { $most } частей
too-many-parts = слишком много частей
put-them-into-a-data-file = положите их в файл данных

# scenario/quantity/text

text-can-be-read-in-several-ways = { $text } можно прочесть по-разному
text-has-three-dots-but-a-range-has-two = в { $text } три точки, а у диапазона их две
write-low-high-for-hard-ends-with-everything-between-alike-or-low-to-high = напишите "{ $low }..{ $high }" для жёстких концов, между которыми всё равновероятно, или "{ $low } to { $high }" для диапазона, который верен в 90 случаях из 100
which-reading = как читать?
whole-lacks-one-of-its-ends = у { $whole } нет одного из концов
write-both-as-in-5-10 = напишите оба, например "5%..10%"
one-end = один конец
whole-has-a-unit-on-one-end-only = у { $whole } единица только на одном конце
write-from-between-to-or-low-between-high-if-the-other-end-means-what = напишите "{ $from }{ $between }{ $to }" или "{ $low }{ $between }{ $high }", если другой конец значит то, что написано
which-unit = какая единица?
whole-ends-before-it-begins = { $whole } кончается раньше, чем начинается
write-from-between-to = напишите "{ $from }{ $between }{ $to }"
the-larger-number-stands-first = первым стоит большее число
whole-has-hard-ends-so-it-has-no-credibility = у { $whole } жёсткие концы, поэтому вероятности у него нет
write-low-high-or-low-to-high-credibility = напишите "{ $low }..{ $high }" или "{ $low } to { $high } @{ $credibility }"
hard-ends-or-an-interval = жёсткие концы или интервал?
whole-states-no-credibility-behind-its = в { $whole } после `@` нет вероятности
write-for-instance-80-or-leave-the-out-for-90 = напишите, например, "@80%" или уберите `@`, если это 90 %
no-credibility = нет вероятности
the-credibility-of-an-interval-is-credibility-but-it-lies-between-0-and-100 = вероятность интервала — { $credibility }, а должна быть от 0 до 100 %
write-credibility = напишите "@{ $credibility }%"
write-for-instance-80 = напишите, например, "@80%"
key-is-from-to-to-why = `{ $key }` — от { $from } до { $to }: { $why }
help-or-write-hard-ends-from-to = { $help } или напишите жёсткие концы: "{ $from }..{ $to }"
no-end-of-an-interval = такого конца у интервала нет

# scenario/roles

roles-and-role-state-the-same-thing-in-different-ways = `roles` и `[[role]]` задают одно и то же по-разному

# scenario/sections

there-is-no-table-name = нет такого: { $table } `{ $name }`
set-here = задано здесь
the-file-has-no-header = в файле нет `{ $header }`

# scenario/sections/reader

header-has-no-key-name = у `{ $header }` нет ключа `{ $name }`
this-header-has-no-name = у этой `{ $header }` нет `{ $name }`
needs-it = он нужен здесь
name-about = `{ $name }`: { $about }
word-is-no-name-for-a-table-which-consists-of-letters-digits-and-_ = `{ $word }` не годится в имя для `{ $table }`: оно состоит из букв, цифр, `-` и `_`
write-for-instance-name = напишите, например, "{ $name }"
path-names-name-twice = `{ $path }` дважды называет `{ $name }`
two-different-ones-are-meant = нужны два разных имени
path-names-items-but-two-are-meant = `{ $path }` называет { $items }, а нужно два имени
path-is-kind-but-a-list-of-two-names-is-meant = `{ $path }` — { $kind }, а нужен список из двух имён
not-two-names = не два имени
write-between-about = напишите `between = ["..", ".."]`: { $about }
this-target-has-at_least-and-at_most-but-one-bound-is-meant = у этой `[[target]]` есть `at_least` и `at_most`, а нужна одна граница
a-second-bound = вторая граница
the-first-bound = первая граница
write-two-targets = напишите две цели
this-target-has-neither-at_least-nor-at_most = у этой `[[target]]` нет ни `at_least`, ни `at_most`
needs-a-bound = нужна граница
write-for-instance-at_least-65_000 = напишите, например, `at_least = 65_000`

# scenario/set

argument-is-no-key-value = `{ $argument }` — не `key=value`
one-key-one-value = один ключ, `=`, одно значение
write-for-instance-set-simulation-weeks-26 = напишите, например, `--set simulation.weeks=26`
set-sets-nothing = { $set } ничего не задаёт
name-the-key-that-is-meant-set-market-people-2m = назовите нужный ключ: `--set market.people=2M`
write-one-or-put-it-into-a-file-that-has-extends-or-all = напишите `{ $one }`, или запишите это в файл с `extends`, или `{ $all }`
write-it-into-a-file-that-has-extends-or-all = запишите это в файл с `extends` или напишите `{ $all }`
write-one-or-put-it-into-a-file-that-has-extends = напишите `{ $one }` или запишите это в файл с `extends`
write-it-into-a-file-that-has-extends = запишите это в файл с `extends`
path-is-no-key-of-one-header = `{ $path }` — не ключ одной `{ $header }`
header-has-no-key-key-that-can-be-set = у `{ $header }` нет ключа `{ $key }`, который можно задать
path-is-a-table-of-keys-and-has-no-value-of-its-own = `{ $path }` — таблица ключей, своего значения у неё нет
not-a-key = не ключ
of-which-community = какого сообщества?
did-you-mean-all-which-is-that-of-each-community = может быть, { $all }? последнее — для каждого сообщества
extends-names-the-parent-of-a-file-and-cannot-be-set = `extends` называет родителя файла, задать его нельзя
not-on-the-command-line = не в командной строке
write-it-into-a-file = напишите его в файл

# scenario/syntax

word-stands-here-a-second-time = { $word } стоит здесь второй раз
write-year-month-and-day-as-in-2026-01-31 = напишите год, месяц и день, например 2026-01-31
written-is-no-date = { $written } — не дата
no-date-of-the-calendar = такой даты нет в календаре
text-has-a-value-already-and-no-keys-below-it = у { $text } уже есть значение, и ключей под ним нет
a-key-without-a-value = ключ без значения
nothing-stands-here = здесь ничего нет
write-a-value-behind-the = напишите значение после `=`
this-is-no-toml-why = это не TOML: { $why }
write-line = напишите `{ $line }`
a-name-with-other-letters-stands-in-quotes-as-in-input = имя с другими буквами пишется в кавычках, например `[input."цена"]`
value-is-neither-a-number-nor-text-in-quotes = { $value } — не число и не текст в кавычках
write-key-value = напишите { $key } = { $value }
put-it-in-quotes-key-value = возьмите в кавычки: { $key } = { $value }
a-line-is-key-value-or-a-table = строка — это `key = value` или `[table]`
the-text-has-no-quote-at-its-end = у текста нет `{ $quote }` в конце
a-list-has-no-at-its-end = у списка нет `]` в конце
a-has-no-at-its-end = у `{"{"}` нет `{"}"}` в конце
a-is-missing = не хватает `]`
a-is-missing-before-this = перед этим не хватает `,`
in-quotes-a-backslash-is-written-twice = в кавычках обратная косая черта пишется дважды: `\\`

# scenario/theme

the-first-of-colours-has-a-contrast-of-contrast-to-white-and-least-is = у первого из `colours` контраст с белым { $contrast }, а прочесть можно начиная с { $least }
name-has-a-contrast-of-contrast-to-white-and-least-is-the-least-that = у цвета `{ $name }` контраст с белым { $contrast }, а прочесть можно начиная с { $least }
too-light = слишком светлый
choose-a-darker-one = выберите потемнее
the-first-of-colours-and-accent = первый из `colours` и `accent`
good-and-bad = `good` и `bad`
hardly-another-colour = почти тот же цвет
blue-and-orange-differ-to-everybody = синий и оранжевый различает каждый
colours-one-and-other-of-colours = цвета { $one } и { $other } из `colours`
hardly-different-colours = почти одинаковые цвета
let-them-differ-in-lightness-too = пусть они различаются и по светлоте
both-look-alike = { $both } выглядят одинаково
both-look-alike-to-people-who-cannot-see-red = { $both } выглядят одинаково для тех, кто не видит красного
both-look-alike-to-people-who-cannot-see-green = { $both } выглядят одинаково для тех, кто не видит зелёного
both-look-alike-to-people-who-cannot-see-blue = { $both } выглядят одинаково для тех, кто не видит синего

# scenario/unknown

there-is-no-key-quoted = нет ключа { $quoted }
a-scenario-has-keys = в сценарии есть: { $keys }
path-has-keys = в `{ $path }` есть: { $keys }
what-stands-below-within-begins-with-within-already-leave-that-out = всё под `[{ $within }]` и так начинается с `{ $within }.`: уберите это начало
name-belongs-to-the-whole-scenario-write-header-on-a-line-of-its-own = `{ $name }` относится ко всему сценарию: напишите `{ $header }` на отдельной строке, а под ней — её ключи
name-belongs-to-each-community-not-to-its-platform = `{ $name }` относится к каждому сообществу, а не к его сети
name-belongs-to-the-whole-scenario-write-it-above-the-first-line-in-brackets = `{ $name }` относится ко всему сценарию: напишите его выше первой строки в скобках

# scenario/value

write-for-instance-1-1-1-1-1-1-1-1-1-1-1 = напишите, например, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], если в декабре вдвое больше
write-for-instance-0072b2-c84e00-8fc3e0-d9a400-3a4450-5c3a21 = напишите, например, ["#0072B2", "#C84E00", "#8FC3E0", "#D9A400", "#3A4450", "#5C3A21"]
beside-value-stand-source-and-note = рядом с `value` стоят `source` и `note`
path-has-no-other = у `{ $path }` нет `{ $other }`
path-is-kind-but-one-fixed-number-is-meant = `{ $path }` — { $kind }, а нужно одно постоянное число
path-is-number-but-it-lies-between-low-and-high = `{ $path }` — { $number }, а должно быть от { $low } до { $high }
out-of-range = вне пределов
a-range = диапазон
write-one-of-its-numbers = напишите одно из его чисел
path-is-number-but-a-whole-number-is-meant = `{ $path }` — { $number }, а нужно целое число
not-whole = не целое
not-text = не текст
path-holds-a-line-break-or-another-control-character-but-one-line-of-text = в `{ $path }` есть перевод строки или другой управляющий символ, а нужна одна строка текста
not-one-line-of-text = не одна строка текста
path-has-letters-letters-but-at-most-most-fit = длина `{ $path }` — { $letters }, а букв помещается не больше { $most }
too-long = слишком длинно
write-one-of-list = напишите одно из: { $list }
did-you-mean-value = может быть, "{ $value }"?
path-is-word-but-it-is-one-of-list = `{ $path }` — `{ $word }`, а должно быть одно из: { $list }
unknown-word = неизвестное слово
path-is-word-but-an-iso-4217-code-of-three-capital-letters-is-meant = `{ $path }` — `{ $word }`, а нужен код ISO 4217 из трёх заглавных букв
write-for-instance-eur = напишите, например, "EUR"
no-currency-code = не код валюты
path-is-word-but-a-colour-is-meant = `{ $path }` — { $word }, а нужен цвет
no-colour = не цвет
write-red-green-and-blue-in-hexadecimal-digits-as-in-0072b2 = напишите красный, зелёный и синий шестнадцатеричными цифрами, например "#0072B2"
path-is-kind-but-a-list-of-six-colours-is-meant = `{ $path }` — { $kind }, а нужен список из шести цветов
not-a-list = не список
path-has-colours-colours-but-six-are-meant = в `{ $path }` { $colours } { $colours ->
    [one] цвет
    [few] цвета
   *[many] цветов
}, а нужно шесть
not-six = не шесть
path-names-name-which-why = `{ $path }` называет { $name }: { $why }
documents-are-written-in-three-languages-choose-a-font-with-latin-cyrillic-and-the = документы пишутся на трёх языках: выберите шрифт с латиницей, кириллицей и знаками валют или не указывайте его
paths-are-relative-to-the-file-that-names-them = пути считаются от файла, который их называет
is-no-list-of-friendships-in-its-line-line-why = это не список дружб: строка { $line }: { $why }
is-no-list-of-friendships-why = это не список дружб: { $why }
path-is-name-but-there-is-no-such-synthetic-network = `{ $path }` — { $name }, а такой синтетической сети нет
unknown-network = неизвестная сеть
path-is-kind-but-true-or-false-is-meant = `{ $path }` — { $kind }, а нужно true или false
neither = ни то ни другое
write-true-or-false-without-quotes = напишите true или false, без кавычек
path-is-written-but-a-date-is-meant = `{ $path }` — { $written }, а нужна дата
write-date = напишите { $date }
path-names-no-hours-of-the-week = в `{ $path }` нет часов недели
neither-days-nor-hours = ни дни, ни часы
write-days-and-hours-as-in-mon-fri-9-00-18-00-sat-10 = напишите дни и часы, например "Mon-Fri 9:00-18:00, Sat 10:00-14:00", или "always"
path-is-kind-but-twelve-weights-are-meant-one-a-month-from-january = `{ $path }` — { $kind }, а нужны двенадцать весов, по одному на месяц с января
path-has-items-weights-but-twelve-weights-are-meant-one-a-month-from-january = в `{ $path }` { $items } { $items ->
    [one] вес
    [few] веса
   *[many] весов
}, а нужны двенадцать, по одному на месяц с января
not-twelve = не двенадцать
path-has-no-weight-above-zero = в `{ $path }` нет веса больше нуля
a-year-without-a-question = год без единого вопроса
is-a-folder = это папка
is-larger-than-limit-mb = файл больше { $limit } МБ
lies-outside-of-the-folder-of-the-scenario-allow-path-dir-lets-it-be = файл лежит за пределами папки сценария: `--allow-path DIR` разрешает его читать
is-no-regular-file = это не обычный файл

# study/goal

text-why-write-for-instance-profit-0-80-mean-leads-500-or-p10-profit = "{ $text }": { $why }; напишите, например, "profit >= 0 @ 80%", "mean(leads) >= 500" или "p10(profit) >= 0"
there-is-no-or = нет ни >=, ни <=
text-may-mean-two-things-write-left-sign-value-80-for-a-chance-of = "{ $text }" можно понять двояко: напишите "{ $left } { $sign } { $value } @ 80%" для вероятности 80 % или "mean({ $left }) { $sign } { $value }"
a-probability-lies-between-0-and-100 = вероятность лежит между 0 и 100 %
a-probability-is-one-of-the-metric-itself-not-of-its-mean-or-percentile = вероятность бывает у самого показателя, а не у его среднего или процентиля
text-why-write-for-instance-mean-profit-p10-profit-or-profit-for-its-mean = "{ $text }": { $why }; напишите, например, "mean(profit)", "p10(profit)" или "profit", то есть его среднее
the-bracket-is-not-closed = скобка не закрыта
there-is-no-statistic-other-there-are-mean-median-and-percentiles-from-p1-to = нет статистики `{ $other }`: есть mean, median и процентили от p1 до p99
what-may-never-happen-has-no-mean-ask-for-its-median = у того, что может не наступить никогда, нет среднего: спросите медиану
name-is-not-counted-here-because-what-it-needs-has-no-price-way_out = показатель `{ $name }` здесь не считается: у того, что ему нужно, нет цены: { $way_out }
name-is-no-metric-way_out = `{ $name }` — не показатель: { $way_out }

# output/baseline

cannot-be-read-error = не читается: { $error }
name-is-no-json-document-error = `{ $name }` — не документ JSON: { $error }
holds-other-not-the-baseline-schema-of-this-version = в нём `{ $other }`, а не эталон `{ $schema }` этой версии
manifest-is-no-manifest-of-this-program = `{ $manifest }` — не опись этой программы
manifest-was-changed-after-it-was-written = `{ $manifest }` изменили после записи
manifest-does-not-list-name = в `{ $manifest }` нет `{ $name }`
name-is-not-the-file-that-was-written-it-was-changed-or-cut-off = `{ $name }` — не тот файл, который был записан: его изменили или обрезали
manifest-does-not-say-its-what = в `{ $manifest }` не сказано `{ $what }`
manifest-does-not-say-its-seed = в `{ $manifest }` не сказано зерно
manifest-does-not-say-its-sampler = в `{ $manifest }` не сказан способ выборки
has-no-file = нет `{ $file }`

# output/entry

explain-file-all-lists-every-key = `explain FILE --all` показывает все ключи

# output/folder

is-no-manifest-of-this-program-or-is-damaged = это не опись этой программы, или она повреждена
holds-what-another-command-of-this-program-wrote = в ней то, что записала другая команда этой программы
is-not-of-an-earlier-run = файл не от прежнего прогона
is-a-link-which-is-not-followed = это ссылка, а по ссылкам программа не ходит

# output/folder/claim

no-lock-of-this-program-stands-there = там стоит не замок этой программы
another-run-is-writing-into-it-wait-for-its-end-or-write-elsewhere-with = в неё пишет другой прогон: подождите его конца или пишите в другое место с --out
a-file-of-this-name-stands-where-a-folder-is-needed = там, где нужна папка, стоит файл с этим именем
it-is-a-link-that-points-to-nothing = это ссылка, которая ведёт в никуда

# output/folder/error

stopped-nothing-was-written = остановлено: ничего не записано
path-reason-write-elsewhere-with-out-or-move-it = `{ $path }`: { $reason }; пишите в другое место с --out или уберите это
no-space-is-left-on-the-disk = на диске нет места
the-disk-quota-is-used-up = квота диска исчерпана
permission-denied = нет прав
the-disk-is-read-only = диск только для чтения
a-part-of-the-path-is-a-file-not-a-folder = часть пути — файл, а не папка
the-name-is-too-long-or-not-allowed = имя слишком длинное или недопустимое
there-is-no-such-folder = такой папки нет
the-disk-does-not-take-files-of-this-size = диск не принимает файлы такого размера

# output/folder/made

it-is-reached-by-a-link-to-nothing = путь к ней идёт через ссылку в никуда

# output/folder/swap

a-folder-of-this-name-stands-where-a-file-is-needed = там, где нужен файл, стоит папка с этим именем

# output/shards

folder-holds-no-shard-that-can-be-read = в `{ $folder }` нет части, которую можно прочесть
a-and-b-are-shards-of-different-runs-scenario-seed-sampler-number-of-trials = `{ $a }` и `{ $b }` — части разных прогонов: сценарий, зерно, способ, число испытаний и версия должны совпадать
a-and-b-hold-the-same-futures-give-every-shard-once-and-all-of = в `{ $a }` и `{ $b }` одни и те же случаи: назовите каждую часть один раз, и все части одного деления
futures-first-to-last-are-in-none-of-the-folders-give-those-of-all = случаев с { $first } по { $last } нет ни в одной папке: назовите папки всех частей

# run/archive

cannot-unpack-the-scenario-of-the-shards-error = не удалось распаковать сценарий частей: { $error }
the-shards-name-a-file-of-their-scenario-that-cannot-be-theirs-name = части называют файл своего сценария, который не может быть их файлом: `{ $name }`

# core/model/lower/learnt

there-is-no-community-of-which-an-export-could-tell = нет сообщества, о котором могла бы говорить выгрузка
of-nobody = ни о ком
totals-of-formulas-are-observed = итоги формул — это `[[observed]]`
metric-of-these-days-is-given-twice = `{ $metric }` за эти дни задан дважды

# core/scenario/sections/learnt

export-columns-needs-kind-which-is-missing = для `export.columns` нужен `kind`, а его нет
headings-of-what = заголовки чего?
write-for-instance-kind-messages = напишите, например, `kind = "messages"`
path-is-kind-but-a-table-of-headings-is-meant-or-a-file-with = `{ $path }` — это { $kind }, а нужна таблица заголовков или файл с ней
write-for-instance-columns-time-date = напишите, например, `columns = {"{"} time = "Date" {"}"}`
in-says-the-whole-period-and-so-do-from-and-to = `in` задаёт весь период, и `from` с `to` — тоже
this-observed-ends-before-it-begins = этот `[[observed]]` кончается раньше, чем начинается
its-last-day = последний день
its-first-day = первый день
exchange-from-and-to = поменяйте местами `from` и `to`
path-is-written-but-a-year-a-month-or-a-day-is-meant = `{ $path }` — это { $written }, а нужен год, месяц или день
no-period-of-the-calendar = такого периода в календаре нет
write-2025-2025-03-or-2025-03-31 = напишите 2025, "2025-03" или 2025-03-31

# run/attached

flag-says-how-exports-are-read-and-none-is-named-name-them-with-data = `{ $flag }` говорит, как читать выгрузки, а ни одна не названа: назовите их через `--data` или впишите `[[export]]` в сценарий
no-export-is-called-like-pattern = ни одна выгрузка не называется как `{ $pattern }`
the-scenario-has-none = в сценарии нет ни одного
there-is-no-community-id-way_out = нет сообщества `{ $id }`: { $way_out }
write-it-as-old-csv-0-5-with-a-number-from-0-to-1 = напишите так: `old/*.csv=0.5`, число от 0 до 1
write-it-as-page-exports-page-csv = напишите так: `page=exports/page/*.csv`
nobody-says-of-which-community-file-tells = не сказано, о каком сообществе говорит `{ $file }`
nobody-says-of-which-community-file-tells-it-names-names = не сказано, о каком сообществе говорит `{ $file }`: в нём названы { $names }
it-may-be-list-write-community-first-in-its-export-or-community-first-file = это может быть { $list }: напишите `community = "{ $first }"` в его `[[export]]` или `--community { $first }={ $file }`
named-here = назван здесь
write-for-instance-leads-72-in-2025-or-leads-72-5-in-2025-03 = напишите, например, `leads = 72 in 2025` или `leads = 72 +- 5% in 2025-03`
text-states-no-total = "{ $text }" — не итог
a-metric-a-number = показатель, `=`, число
the-error-of-a-total-lies-between-nothing-and-the-total-itself = ошибка итога — от нуля до самого итога
this-total-ends-before-it-begins = этот итог кончается раньше, чем начинается
exchange-the-two-days = поменяйте дни местами
text-is-no-period = "{ $text }" — не период
write-a-year-a-month-or-a-day-2025-2025-03-2025-03-31 = напишите год, месяц или день: 2025, 2025-03, 2025-03-31
say-what-its-columns-are-kind-messages-and-columns-time-in-its-export = скажите, какие в нём столбцы: `kind = "messages"` и `columns = {"{"} time = ".." {"}"}` в его `[[export]]`
path-cannot-be-read = `{ $path }` не прочесть
file-is-found-and-not-kind = `{ $file }` — это `{ $found }`, а не `{ $kind }`
another-kind = другой вид
leave-kind-out-or-name-the-files-apart = уберите `kind` или назовите файлы порознь

# run/check

there-is-no-baseline-baseline-look-at-the-numbers-and-keep-them-with-update = эталона `{ $baseline }` нет; посмотрите на числа и сохраните их: `--update { $stem }`
the-baseline-baseline-why-restore-it-or-write-it-anew-with-update-stem = эталон `{ $baseline }`: { $why }; восстановите его или запишите заново: `--update { $stem }`
if-that-is-what-was-meant-update-stem = если так и задумано: `--update { $stem }`
compared-by-statistics-the-baseline-is-of-version-version-revision-revision-target = сравнивалась статистика: эталон версии { $version }, редакции { $revision }, { $target }
compared-by-statistics-the-seed-is-seed-and-other-in-the-baseline = сравнивалась статистика: зерно { $seed }, а в эталоне { $other }
the-engine-s-revision-is-revision-then-and-now-and-yet-its-bits-differ = редакция расчёта тогда и теперь — { $revision }, и всё же биты различаются
the-engine-s-revision-is-number-then-and-now-and-yet-its-bits-differ = редакция расчёта тогда и теперь — { $number }, и всё же биты различаются: в последних цифрах или в числах отдельных сообществ либо хвостов
the-scenario-as-it-was-cannot-be-read-by-this-version-first = прежний сценарий эта версия прочесть не может: { $first }
its-data-files-or-its-horizon-are-others-now = его файлы данных или срок теперь другие
it-could-not-be-read-why = прочесть его не удалось: { $why }
it-was-not-there = его не было
gone-list = исчезли: { $list }
new-list = появились: { $list }
no-statistic-moved-by-more-than-its-tolerance = ни одна статистика не сдвинулась больше допуска
its-words-are-others-now-and-every-number-is-the-same = слова в нём теперь другие, а все числа те же
kept-anew-no-number-has-changed = сохранено заново; ни одно число не изменилось
kept-for-the-first-time = сохранено впервые
its-baseline-was-called-stem = его эталон назывался `{ $stem }`
so-few-futures-cannot-tell-whether-it-moved-raise-max-trials-give-a-larger = по такому числу случаев не сказать, сдвинулось ли оно: увеличьте --max-trials, задайте больший допуск в `[check]` или обновите эталон
its-baseline-is-called-old-update-new-gives-it-the-new-name = его эталон называется `{ $old }`: `--update { $new }` даст ему новое имя
cannot-remove-folder-error = не удалось удалить `{ $folder }`: { $error }

# run/checkpoint

the-unfinished-run-in-folder-is-damaged-or-another-version-wrote-it = неоконченный прогон в `{ $folder }` повреждён, или его записала другая версия
the-unfinished-run-in-folder-is-of-another-scenario-seed-sampler-version-or-number = неоконченный прогон в `{ $folder }` — другого сценария, зерна, способа, версии или числа испытаний
an-unfinished-run-of-this-scenario-lies-in-folder = в `{ $folder }` лежит неоконченный прогон этого сценария
folder-holds-no-part-of-a-run = в `{ $folder }` нет части прогона
the-part-of-a-run-in-folder-is-damaged-or-another-version-wrote-it = часть прогона в `{ $folder }` повреждена, или её записала другая версия
another-run-is-writing-into-folder = в `{ $folder }` пишет другой прогон
cannot-use-folder-error = `{ $folder }` использовать нельзя: { $error }
stopped-after-done-of-all-futures = остановлено: готово { $done } из { $all } случаев
stopped = остановлено

# run/claims

file-states-no-claim-it-has-no-target = `{ $file }` ничего не утверждает: в нём нет `[[target]]`
file-claims-of-several-what-ifs-that-they-are-better-a-claim-has-one = `{ $file }`: сказано, что лучше несколько вариантов, а у утверждения он один
file-neither-direction-of-subject-is-better-so-that-no-variant-is = `{ $file }`: у показателя `{ $subject }` нет лучшего направления, поэтому и варианта лучше нет

# run/exports

path-cannot-be-read-why = `{ $path }` не читается: { $why }
word-is-no-tone = `{ $word }` — не тональность
no-tone = не тональность
a-tone-is-positive-neutral-or-negative = тональность — это `positive`, `neutral` или `negative`
path-has-no-columns-id-and-tone = в `{ $path }` нет столбцов `id` и `tone`
the-times-of-these-files-are-moments-and-hours-and-days-depend-on-the = время этих файлов — моменты, а часы и дни зависят от зоны: назовите её `--zone Europe/Kyiv` или `--zone UTC`
its-first-row-is-id-tone-and-each-further-one-a-message = первая строка — `id,tone`, каждая следующая — одно сообщение

# run/knobs

name-names-key-twice = { $name } дважды называет `{ $key }`
these-are-points-points-and-at-most-most-are-simulated-ask-for-fewer-as = точек { $points }, а моделируется не больше { $most }; попросите меньше, например `=1..21/9`
so-many-trials-at-points-points-do-not-fit-into-memory-at-most-most = столько испытаний в { $points } точках не помещается в память: помещается не больше { $most }

# run/memory

trials-trials-of-file-would-take-memory-gb-of-memory-and-at-most-most = { $trials } испытаний сценария `{ $file }` заняли бы { $memory } ГБ памяти, а помещается не больше { $most }; уменьшите `simulation.trials`; больше может только `run`

# run/shard

this-run-has-all-blocks-of-1-000-futures-it-cannot-be-shared-among = в этом прогоне { $all } { $all ->
    [one] блок
    [few] блока
   *[many] блоков
} по 1000 случаев: на { $of } его не разделить
the-scenario-of-the-shards-cannot-be-read-again-as-it-was-a-file = сценарий частей нельзя прочесть заново таким, каким он был: файл, который он называет полным путём, изменился
the-sums-of-the-shards-are-not-of-their-scenario-they-are-damaged = суммы частей не от их сценария: они повреждены
cannot-read-the-shards-error = не удалось прочесть части: { $error }

# run/study

this-scenario-measures-nothing = этот сценарий ничего не считает
the-metric-is-undefined-in-some-futures-so-that-no-decision-can-be-valued = показатель в некоторых случаях не определён, и решение по нему оценить нельзя: выберите другой
at-the-medians-there-is-one-future-only-choose-another-simulation-sampler = при медианах случай только один: выберите другой `simulation.sampler`
this-takes-at-least-fewest-trials-and-there-are-trials-raise-simulation-trials = нужно не меньше { $fewest } испытаний, а их { $trials }: увеличьте `simulation.trials`

# run/variants

file-has-no-what-if-add-a-what_if-with-a-name-and-a-what_if = в `{ $file }` нет вариантов: добавьте `[[what_if]]` с названием и `[what_if.set]`, назовите второй сценарий или сравните его `--against nothing`
other-counts-in-second-and-file-in-first-they-cannot-be-compared = `{ $other }` считает в { $second }, а `{ $file }` — в { $first }: сравнить их нельзя
so-many-trials-of-variants-variants-do-not-fit-into-memory-at-most-most = столько испытаний { $variants } вариантов не помещается в память: помещается не больше { $most }
posts = записи
team = команда
budget = бюджет
not-edit = не: { $edit }

# diagnostic/message


# changes, streams, init

weekly-takes-the-name-of-a-metric-and-nothing-else = `weekly` принимает имя показателя и ничего больше
not-a-metric = не показатель
write-for-instance-weekly-questions = напишите, например, `weekly(questions)`
a-stream-enters-the-profit-and-cannot-need-what-the-profit-does = поток входит в прибыль и не может зависеть от того, что зависит от неё
metric-is-no-count-of-each-week = `{ $metric }` не считается по неделям
has-no-weekly-flow = по неделям не считается
weekly-takes-what-adds-up-over-weeks-as-weekly-questions = `weekly` принимает то, что складывается по неделям, например `weekly(questions)`
weekly-takes-a-metric-that-is-measured-and-name-is-none = `weekly` принимает показатель, который измеряется, а `{ $name }` не такой
only-a-stream-has-weeks = недели есть только у потока
weekly-in-a-metric-of-the-whole-horizon = `weekly` в показателе всего горизонта
write-stream-value-or-cost-beside-it-or-leave-weekly-out = напишите рядом `stream = "value"` или `"cost"` либо уберите `weekly`
a-stream-enters-the-profit-of-a-community-and-there-is-none = поток входит в прибыль сообщества, а сообщества нет
enters-nothing = никуда не входит
leave-it-out-the-metric-is-computed-all-the-same = уберите: показатель всё равно вычисляется
write-for-instance-set-support-people-2 = напишите, например, `set = { "{" } "support.people" = 2 { "}" }`
a-change-has-at_week-or-from-and-not-both = у перемены есть либо `at_week`, либо `from`, но не оба
a-change-needs-the-week-from-which-it-holds = перемене нужна неделя, с которой она действует
this-change = эта перемена
write-at_week-26-or-a-day-of-that-week-as-from-2026-09-01 = напишите `at_week = 26` или день этой недели: `from = 2026-09-01`
this-change-changes-nothing = эта перемена ничего не меняет
path-holds-for-the-whole-horizon = `{ $path }` действует весь горизонт
cannot-change-on-the-way = по пути не меняется
what-may-change-are-keys-of-support-outreach-cost-posts-growth-questions-and-prices = меняться могут ключи `support`, `outreach`, `cost`, `posts`, `growth`, `questions` и цены из `value`; у кампании есть свои недели
a-change-in-week-week-lies-outside-of-a-horizon-of-weeks-weeks-which = перемена на неделе { $week } лежит вне горизонта; недель в нём { $weeks }, счёт от 0
never-happens = никогда не наступает
name-a-later-week-than-0-and-an-earlier-one-than-the-end-or = назовите неделю после нулевой и до конца или задайте сам ключ
in-which-week-is-that = на какой это неделе?
give-simulation-start-the-first-day-of-week-0-or-write-at_week = задайте `simulation.start`, первый день недели 0, или напишите `at_week`
the-day-of-a-change-says-nothing-without-the-day-of-the-start = день перемены ничего не говорит без дня начала
path-changes-but-is-not-given-at-the-beginning = `{ $path }` меняется, но в начале не задан
a-price-from-here-on-only = цена только отсюда
give-it-at-the-beginning-too-path-0-counts-for-nothing = задайте её и в начале: `{ $path } = 0` ничего не прибавляет
path-is-week-but-a-horizon-of-weeks-weeks-ends-with-week-last = `{ $path }` равен { $week }, но горизонт кончается неделей { $last } (всего недель { $weeks })
never-begins = никогда не начинается
name-an-earlier-week-or-leave-the-community-out = назовите неделю раньше или уберите сообщество
first-and-more-more = { $first } и ещё { $more }
path-is-there-already-and-stays-as-it-is-name-another-file = `{ $path }` уже есть и остаётся как есть: назовите другой файл
id-is-named-twice = сеть `{ $id }` названа дважды
cannot-read-an-answer-reason = не удалось прочесть ответ: { $reason }
name-is-the-name-of-another-change-or-campaign-already = `{ $name }` — уже имя другой перемены или кампании
path-changes-twice-in-week-week = `{ $path }` меняется дважды на неделе { $week }
changes-again = меняется снова
changes-here = меняется здесь
leave-one-of-them-out-or-name-another-week = уберите одну из них или назовите другую неделю
the-day-of-a-change-lies-before-simulation-start-start = день перемены лежит раньше `simulation.start`, { $start }
before-of-the-weeks-weeks-of-the-campaign-name-come-before-its-community-begins = недель кампании `{ $name }` до начала её сообщества на неделе { $opens }: { $before } из { $weeks }
what-lies-before-is-not-counted-its-budget-and-its-followers-are-spread-evenly = что раньше, не считается: бюджет и подписчики кампании распределены по её неделям поровну
a-stream-is-a-sum-of-money = поток — это сумма денег
another-unit = другая единица
leave-unit-out-or-multiply-by-what-one-of-them-is-worth = уберите `unit` или умножьте на цену одной единицы
a-change-has-no-effect-there-is-no-community = перемена ни на что не действует: сообщества нет
formulas-know-no-weeks-leave-it-out = у формул нет недель: уберите её
hardly-meant = вряд ли так задумано
path-is-people-and-the-market-has-market-people-who-could-follow = `{ $path }` — { $people }, а подписаться на рынке могли бы { $market } человек
correct-the-partner-s-followers-or-raise-market-people = исправьте подписчиков партнёра или увеличьте `market.people`
path-is-power-where-twice-as-much-happens-times-times-as-many-friends-begin = `{ $path }` — { $power }: где происходит вдвое больше, подписываются в { $times } раз больше друзей
in-proportion-to-what-happens-is-1 = 1 — пропорционально тому, что происходит

# scenario/deck, scenario/template

path-is-kind-but-a-list-of-slides-is-meant = `{ $path }` — это { $kind }, а нужен список слайдов
write-for-instance-answer-money-do = напишите, например, ["answer", "money", "do"]
path-is-kind-but-a-table-of-words-is-meant = `{ $path }` — это { $kind }, а нужна таблица со словами
path-names-name-but-there-is-no-such-slide = `{ $path }` называет { $name }, но такого слайда нет
reachsim-explain-slides-lists-them = их перечисляет `reachsim explain --slides`
unknown-slide = неизвестный слайд
is-no-powerpoint-file = это не файл PowerPoint
holds-macros-save-it-as-potx-or-pptx-without-them = в нём есть макросы: сохраните его без них, как .potx или .pptx
has-no-slide-master-with-a-layout = в нём нет образца слайдов с макетом
is-a-damaged-powerpoint-file = это повреждённый файл PowerPoint
path-cannot-be-the-template-it-why = `{ $path }` не годится в шаблон: { $why }

# run/backtest, learn/backtest/demand

there-is-nothing-to-test-on-name-exports-with-data-or-write-export-into = проверять не на чем: назовите выгрузки через `--data` или впишите `[[export]]` в сценарий
nothing-that-these-exports-show-week-by-week-is-forecast-by-the-scenario = ничего из того, что эти выгрузки показывают по неделям, сценарий не прогнозирует
a-back-test-goes-week-by-week-and-these-posts-have-months-and-no = проверка на прошлом идёт по неделям, а у этих публикаций есть месяцы, но нет дат
these-exports-show-nothing-week-by-week-that-the-scenario-forecasts-reachsim-analyse-shows = по неделям эти выгрузки не показывают ничего, что прогнозирует сценарий: что в них есть, покажет `reachsim analyse`
these-exports-hold-weeks-whole-weeks-and-a-back-test-needs-least-before-its = целых недель в этих выгрузках: { $weeks }, а для проверки на прошлом нужно { $least } до первого прогноза и одна после него: назовите и более ранние выгрузки
require-is-missed-nothing-has-twelve-independent-forecasts-by-which-it-could-be-judged = `--require` не выполнено: нигде нет двенадцати независимых прогнозов, по которым можно судить
require-is-missed-by-metric-at-horizon-weeks-the-level-ranges-held-share-of = `--require` не выполнено для `{ $metric }` на { $weeks } нед.: в диапазоны { $level } % попало { $share } % исходов, а не от { $low } до { $high } %
require-is-missed-by-metric-at-horizon-weeks-the-skill-against-rival-is-skill = `--require` не выполнено для `{ $metric }` на { $weeks } нед.: выигрыш против `{ $rival }` равен { $skill }, а нужно больше { $least }
write-it-as-coverage-90-in-80-97-of-50-80-or-90-or = напишите так: `coverage 90% in 80..97`, для 50, 80 или 90 %, или так: `skill last > 0`, против `last`, `mean8`, `seasonal` или `preset`

# learn/ledger

its-quantiles-are-not-23-rising-numbers = её квантили — не 23 числа по возрастанию
id-is-on-record-already-of-one-day-and-one-period-there-is-one = `{ $id }` уже записан: на один день и один период есть один прогноз
no-forecast-is-called-id = прогноза `{ $id }` нет
what-came-of-id-is-on-record = исход `{ $id }` уже записан
nobody-changes-a-forecast-afterwards-take-the-file-from-a-copy-or-begin-another = прогноз задним числом не меняют: возьмите файл из копии или начните новый
this-is-no-entry-of-a-ledger = это не запись журнала
reachsim-forecast-and-reachsim-score-write-write-entries = записи делают `reachsim forecast` и `reachsim score --write`
this-entry-is-not-as-it-was-written = эта запись не такова, какой была сделана
this-entry-cannot-be-understood = эту запись нельзя понять
another-version-of-the-program-wrote-it = её сделала другая версия программы
the-entry-before-this-one-was-changed-or-removed-or-another-was-put-between = запись перед этой изменена или удалена, или между ними вставлена другая
reachsim-forecast-puts-one-on-record = записывает прогноз `reachsim forecast`
there-is-no-forecast-of-metric-help = прогноза `{ $metric }` нет: { $help }
what-came-of-every-forecast-of-metric-is-on-record = исходы всех прогнозов `{ $metric }` уже записаны
forecasts-of-metric-are-open-over-several-periods-say-which-as-in-metric-81 = прогнозы `{ $metric }` открыты на несколько периодов: назовите, на какой, например `{ $metric } = 81 from { $from } to { $to }`
no-open-forecast-of-metric-is-of-from-to-to-one-is-of-first = открытого прогноза `{ $metric }` с { $from } по { $to } нет; есть с { $first } по { $last }

# run/ledger

require-is-missed-the-skill-against-rival-is-skill-and-not-above-least = `--require` не выполнено: выигрыш против `{ $rival }` равен { $skill }, а нужно больше { $least }
require-is-missed-the-level-ranges-held-share-of-what-came-and-not-low = `--require` не выполнено: в диапазоны { $level } % попало { $share } % исходов, а не от { $low } до { $high } %
require-is-missed-no-baseline-was-frozen-with-these-forecasts-reachsim-forecast-data-freezes = `--require` не выполнено: рядом с этими прогнозами не записано, с чем сравнивать; это делает `reachsim forecast --data`
require-is-missed-n-forecasts-are-resolved-and-least-are-needed-to-judge-them = `--require` не выполнено: известен исход прогнозов — { $n }, а судить можно с { $least }
a-ledger-freezes-the-last-value-beside-its-forecasts-and-no-other-rival-write = журнал хранит рядом с прогнозами последнее значение и никакого другого соперника: напишите `--require 'skill last > 0'` или спросите `reachsim backtest`
there-is-no-ledger-path-reachsim-forecast-file-as-of-date-ledger-path-begins = журнала `{ $path }` нет: его начинает `reachsim forecast FILE --as-of DATE --ledger { $path }`
it-is-no-text = это не текст
another-command-is-writing-into-path-wait-for-its-end = в `{ $path }` пишет другая команда: дождитесь её конца
a-forecast-is-made-of-at-most-most-futures-lower-simulation-trials = прогноз делают не более чем из { $most } вариантов будущего: уменьшите `simulation.trials`
name-is-undefined-or-endless-in-some-futures-so-that-it-cannot-be-put = `{ $name }` в некоторых вариантах будущего не определён или бесконечен, поэтому записать его нельзя
the-horizon-ends-on-to-before-as_of-what-is-over-is-no-forecast = горизонт кончается { $to }, раньше { $as_of }: о прошедшем не прогнозируют
outcome-text-why-write-it-as-leads-81-in-2025-or-leads-81-from = `--outcome { $text }` { $why }: напишите 'leads = 81 in 2025' или 'leads = 81 from 2026-01-01 to 2026-03-31'
has-no-between-a-metric-and-its-value = не содержит `=` между показателем и его значением
names-no-metric = не называет показателя
names-two-periods = называет два периода
names-no-period-that-can-be-read = не называет периода, который можно прочесть
there-is-nothing-to-learn-from-name-exports-with-data-totals-with-total-leads = учиться не на чем: назовите выгрузки через `--data`, итоги через `--total 'leads = 72 in 2025'` или впишите в сценарий `[[export]]` и `[[observed]]`
these-exports-tell-nothing-of-the-scenario-s-keys-reachsim-analyse-shows-what-they = эти выгрузки ничего не говорят о ключах сценария: что в них есть, показывает `reachsim analyse`
the-weeks-weeks-that-are-to-be-held-out-overlap-those-from-which-is = { $weeks } недель, которые надо отложить, заходят на те, по которым идёт обучение: спрогнозировать из них можно { $n }
hold-out-fewer-or-name-older-exports-too = отложите меньше или назовите и более старые выгрузки
these-totals-have-two-explanations-one-or-other = у этих итогов два объяснения: { $one }; или { $other }
state-one-of-these-keys-more-narrowly-or-add-a-total-that-tells-them = задайте один из этих ключей уже или добавьте итог, который их различит
these-totals-need-key-to-be-about-value-sd-standard-deviations-from-what-the = этим итогам нужно, чтобы `{ $key }` было около { $value }, в { $sd } стандартного отклонения от того, что говорит сценарий
widen-its-range-or-look-at-the-total = расширьте его диапазон или проверьте итог
these-totals-cannot-all-be-true-under-this-scenario-both-contradict-each-other-most = по этому сценарию все эти итоги сразу верны быть не могут: больше всего противоречат друг другу { $both }
these-totals-cannot-all-be-true-under-this-scenario-it-can-hardly-bring-names = по этому сценарию все эти итоги сразу верны быть не могут: едва ли он может дать { $names }
look-at-these-totals-again-or-widen-the-ranges-of-the-keys-behind-them = проверьте эти итоги или расширьте диапазоны ключей, которые за ними стоят
this-total = этот итог
and-this-one = и этот
the-exports-of-this-scenario-tell-no-weeks-that-could-be-drawn-why = выгрузки этого сценария не показывают недель, которые можно было бы нарисовать: { $why }
file-does-not-say-when-it-starts-so-that-no-week-can-be-laid = `{ $file }` не говорит, когда начинается, и наложить на него недели нельзя: напишите `simulation.start = 2026-01-05` со своим днём
these-exports-tell-no-whole-week-from-start-on-that-file-forecasts-export-them = в этих выгрузках нет ни одной целой недели с { $start }, которую прогнозирует `{ $file }`: выгрузите их снова, когда пройдёт неделя, или назовите сценарий этих недель
file-has-several-communities-say-of-which-one-these-exports-tell-with-community-first = в `{ $file }` несколько сообществ: скажите, о каком из них эти выгрузки, через `--community { $first }`
the-draws-did-not-settle-r-hat-rhat-halves-drift-standard-deviations-apart-leave = выборка не успокоилась (R-hat { $rhat }, половины расходятся на { $drift } стандартного отклонения): уберите один итог или задайте уже ключи, которых он касается
a-draw-found-no-next-place-among-tries-leave-a-total-out-or-state = шаг не нашёл следующей точки среди { $tries }: уберите один итог или задайте уже ключи, которых он касается
path-is-no-name-of-a-scenario-end-it-with-toml = `{ $path }` — не имя сценария: пусть оно кончается на `.toml`
path-is-there-already-and-was-not-learnt-choose-another-name = `{ $path }` уже есть и не был получен обучением: выберите другое имя
path-cannot-be-written-why = `{ $path }` нельзя записать: { $why }
name-is-no-key-whose-level-is-learnt-way_out = `{ $name }` — не ключ, уровень которого узнаётся: { $way_out }
posts-reach-and-questions-per_year-are-some-of-them = среди них `posts.reach` и `questions.per_year`
metric-cannot-have-been-value-look-at-the-total = `{ $metric }` не может быть { $value }: проверьте итог
this-scenario-has-no-target-and-no-profit-say-what-is-to-be-reached = в этом сценарии нет ни цели, ни прибыли: скажите, чего нужно достичь, например --for "mean(questions) >= 5k"
text-why-write-for-instance-profit-0-or-leads-50 = "{ $text }": { $why }; напишите, например, "profit < 0" или "leads >= 50"
it-compares-nothing-none-of-and-stands-in-it = ничего не сравнивается: нет ни <, ни <=, ни >=, ни >
a-line-is-one-friendship-as-in-17-42-or-anna-boris-where-the = строка — одна дружба, например `17 42` или `anna,boris`; если первый в строке дружит со всеми остальными в ней, скажите --list adjacency
what-path-is-from-week-week-on-is-not-set-by-itself = чем становится `{ $path }` с недели { $week }, само по себе не задаётся
set-by-a-change = задаётся в `[[change]]`
edit-the-change-of-the-file-or-give-all-of-them-set-change-at_week = измените `[[change]]` в файле или задайте их все: `--set 'change = [{"{"} at_week = { $week }, set = {"{"} "{ $path }" = .. {"}"} {"}"}]'`
key-is-drawn-with-the-rows-joint-which-say-how-it-goes-with-others = `{ $key }` разыгрывается вместе со строками `{ $joint }`, которые уже говорят, как он связан с другими
leave-this-correlation-out-or-joint-of-key = уберите эту корреляцию или `joint` у `{ $key }`
tied-already = уже связано
joint-of-path-has-no-effect-nothing-else-is-drawn-with-the-rows-joint = `joint` у `{ $path }` ни на что не влияет: больше ничего не разыгрывается со строками `{ $joint }`
nothing-to-be-drawn-with = связать не с чем
give-another-key-a-column-of-these-rows-or-leave-joint-out = дайте ещё одному ключу столбец этих строк или уберите `joint`
the-rows-joint-stand-in-file-and-in-other = строки `{ $joint }` есть и в `{ $file }`, и в `{ $other }`
another-file = другой файл
named-first-here = впервые названы здесь
rows-that-belong-together-are-those-of-one-file-give-these-another-name = вместе разыгрываются строки одного файла: дайте этим другое имя
a-part-of-a-mixture-cannot-be-drawn-together-with-other-keys = часть смеси нельзя разыграть вместе с другими ключами
in-a-mixture = в смеси
leave-joint-out-or-the-mixture = уберите `joint` или смесь
the-rows-of-path-belong-together-and-its-column-column-lacks-some-of-them = строки { $path } разыгрываются вместе, а в столбце { $column } не все они есть
rows-that-belong-together = строки разыгрываются вместе
fill-every-cell-of-the-column-and-leave-min-and-max-out-or-leave = заполните все ячейки столбца и уберите `min` и `max` или уберите `joint`
name-files-the-folder-in-which-they-are-or-a-pattern-such-as-exports = назовите файлы, папку, в которой они лежат, или шаблон вроде 'exports/*.csv'
the-measurement-name-is-given-twice = измерение `{ $name }` задано дважды
a-measurement-has-a-size-or-an-error-and-not-both = у измерения есть размер или погрешность, но не то и другое
the-error-is-said-here = погрешность указана здесь
it-follows-from-the-size = она следует из размера
cost_per_unit-has-no-effect-without-sample-or-years = `cost_per_unit` ничего не значит без `sample` или `years`
of-how-many = за сколько?
say-how-many-are-looked-at-or-put-the-whole-sum-into-cost = укажите, сколько просматривают, или впишите всю сумму в `cost`
a-measurement-takes-no-weeks-there-is-no-community = измерение не занимает недель: сообщества нет
weeks-of-what = недель чего?
a-measurement-takes-weeks-weeks-and-the-horizon-has-horizon = измерение займёт { $weeks } недель, а в горизонте их { $horizon }
known-when-all-is-over = станет известно, когда всё уже кончится
say-fewer-weeks-or-raise-simulation-weeks = укажите меньше недель или увеличьте `simulation.weeks`
nobody-can-be-asked-for-what-this-measurement-is-of = о том, что измеряется, спросить некого
say-years-how-long-is-counted-or-error = укажите `years` — как долго считают, или `error`
nothing-is-counted-over-years-in-this-measurement = в этом измерении ничего не считают годами
say-sample-how-many-people-are-asked-or-error = укажите `sample` — сколько людей опрошено, или `error`
it-is-a-share-write-for-instance-sample-400-the-people-who-are-asked = это доля: напишите, например, `sample = 400` — сколько людей опрошено
it-is-a-rate-of-one-person-write-for-instance-sample-400-and-years = это частота одного человека: напишите, например, `sample = 400`, и `years`, если это не один год
it-is-a-rate-write-for-instance-years-0-04-a-fortnight-of-counting = это частота: напишите, например, `years = 0.04` — две недели подсчёта
write-error-one-standard-deviation-of-what-is-measured-such-as-10-of-an = напишите `error` — стандартное отклонение измеренного, например "10%"; у `[input.<id>]` укажите `kind`, если это доля или число за год
the-measurement-does-not-say-how-well-key-would-be-known = из измерения не видно, насколько точно станет известно `{ $key }`
how-is-it-measured = как это измерить?
key-is-a-fixed-number-so-there-is-nothing-to-measure = `{ $key }` — точное число, измерять нечего
key-is-no-uncertain-number-here-so-there-is-nothing-to-measure = `{ $key }` здесь не неопределённое число, измерять нечего
path-is-kind-but-a-list-of-keys-is-meant = `{ $path }` — { $kind }, а нужен список ключей
no-list-of-keys = не список ключей
write-for-instance-of-funnel-click = напишите, например, `of = ["funnel.click"]`
path-names-items-but-one-to-most-keys-are-meant = `{ $path }` называет { $items }, а ключей бывает от одного до { $most }
so-many-cannot-be-measured-together = столько вместе не измерить
named-again = названо ещё раз
first-named-here = впервые названо здесь
path-is-0-but-it-lies-above-0 = `{ $path }` — 0, а должно быть больше 0
measurements-cost-money-and-metric-is-no-money-choose-another-with-metric-or-leave = измерения стоят денег, а `{ $metric }` — не деньги: выберите другой показатель через --metric или уберите расходы
key-is-certain-in-each-of-these-decisions-so-there-is-nothing-to-measure = `{ $key }` в каждом из этих решений известно точно, измерять нечего
there-is-no-help-on-topic-known = нет справки о `{ $topic }`: { $known }
the-conversation-begins-with-initialize = разговор начинается с `initialize`
all-tools-stand-on-one-page-there-is-no-cursor = все инструменты на одной странице: курсора нет
there-is-no-method-method = нет метода `{ $method }`
scenarios-are-toml-files-of-this-folder-explain-tells-the-keys-of-one-run = сценарии — файлы TOML этой папки; `explain` рассказывает о ключах одного из них, `run` считает его, `compare` — его «что если»; ответ с непустым `cannot_tell` оставляет что-то открытым и называет вызовы, которые это решат; число приводят с его ошибкой
there-is-no-tool-name-the-tools-are-list = нет инструмента `{ $name }`: есть { $list }
arguments-is-a-json-object = `arguments` — объект JSON
cannot-tell-what = нельзя сказать: { $what }
tool-needs-the-argument-name = `{ $tool }` нужен аргумент `{ $name }`
tool-has-no-argument-name-it-has-list = у `{ $tool }` нет аргумента `{ $name }`: есть { $list }
the-argument-name-is-true-or-false = аргумент `{ $name }` — true или false
the-argument-name-is-a-list-of-texts-or-numbers = аргумент `{ $name }` — список текстов или чисел
the-argument-name-is-a-text-or-a-number = аргумент `{ $name }` — текст или число
path-lies-outside-of-the-folder-in-which-the-program-was-started-name-a = `{ $path }` лежит вне папки, в которой запущена программа: назовите файл в ней или ниже, без `..`
path-is-no-folder = `{ $path }` — не папка
path-is-a-folder-name-the-files-themselves = `{ $path }` — папка: назовите сами файлы
there-is-no-regular-file-path-in-the-folder-of-the-program = в папке программы нет обычного файла `{ $path }`
a-line-has-more-than-limit-bytes = в строке больше { $limit } байт
a-line-is-no-json-error = строка — не JSON: { $error }
a-line-is-one-request-as-a-json-object = строка — один запрос, объект JSON
a-request-says-jsonrpc-2-0 = запрос содержит `"jsonrpc": "2.0"`
the-id-of-a-request-is-a-text-or-a-whole-number = id запроса — текст или целое число
a-request-names-its-method = запрос называет свой `method`
params-is-a-json-object = `params` — объект JSON
text-is-none-of-typical-bad-and-good-and-no-number-of-a-future = `{ $text }` — ни `typical`, ни `bad`, ни `good` и не номер случая
whether-the-target-name-is-met-its-chance-is-chance-wanted-are-wanted-and = достигнута ли цель `{ $name }`: её вероятность { $chance } %, нужно { $wanted } %, и ошибка слишком велика, чтобы их различить
whether-name-is-better-in-metric = лучше ли `{ $name }` по { $metric }
whether-name-is-better-in-metric-it-hangs-most-on-key = лучше ли `{ $name }` по { $metric }: больше всего это зависит от `{ $key }`
what-is-different-where-condition-it-holds-in-count-futures = что иначе там, где { $condition }: таких случаев { $count }
at-which-value-of-keys-the-goal-is-met = при каком значении { $keys } цель достигнута
at-which-value-of-key-the-goal-is-met-to-a-twentieth-of-its = при каком значении `{ $key }` цель достигнута, с точностью до двадцатой части границ
which-value-is-the-best-count-others-are-as-good = какое значение лучшее: не хуже ещё { $count }
which-choice-is-the-best-count-others-are-as-good = какой выбор лучший: не хуже ещё { $count }
which-drives-metric-more-first-or-second = что больше влияет на { $metric }, `{ $first }` или `{ $second }`
which-number-is-worth-measuring-no-worth-is-above-its-own-error = какое число стоит измерить: ни одна польза не больше своей ошибки
whether-file-says-what-its-baseline-says = говорит ли `{ $file }` то же, что его эталон
metric-is-defined-in-no-future-choose-one-by-its-number = { $metric } не определена ни в одном случае: выберите случай по номеру

# run/fleet, cli/fleet

cannot-find-a-folder-error = не удалось найти папку: { $error }
there-are-tasks-tasks-and-not-asked-none-has-less-than-1-000-futures = задач { $tasks }, а не { $asked }: меньше 1000 случаев не бывает ни в одной
done-of-all-shards = частей { $done } из { $all }
cannot-pack-the-scenario-error = не удалось упаковать сценарий: { $error }
cannot-find-this-program-error = не удалось найти саму программу: { $error }
the-engines-are-list-or-a-file-of-your-own-that-ends-in-toml = исполнители: { $list }, или свой файл, имя которого кончается на .toml
there-is-no-engine-name = нет исполнителя `{ $name }`
cannot-read-the-engine-name-error = не удалось прочесть исполнителя `{ $name }`: { $error }
behind-name-stands-how-many-processes-work-at-a-time-1-to-most-and = после `{ $name }:` стоит, сколько процессов работают сразу, от 1 до { $most }, а не `{ $options }`
behind-name-stands-the-address-of-its-scheduler-as-in-name-tcp-10-0 = после `{ $name }:` стоит адрес его планировщика, например `{ $name }:tcp://10.0.0.1:8786`
the-list-of-tasks-is-damaged = список задач повреждён
the-tasks-are-of-version-theirs-and-this-machine-has-ours-the-same-program = задачи от версии { $theirs }, а на этой машине { $ours }: программа на всех машинах должна быть одна и та же
the-file-of-an-engine-has-four-keys-submit-alive-cancel-and-index = в файле исполнителя четыре ключа: `submit`, `alive`, `cancel` и `index`
key-knows-no-name-in-braces = `{ $key }` не знает `{ $name }` в фигурных скобках
an-unknown-name = неизвестное имя
here-may-stand-list = здесь могут стоять { $list }
key-lacks-name = в `{ $key }` не хватает `{ $name }`
write-name-where-the-engine-expects-it = напишите `{ $name }` там, где его ждёт исполнитель
name-is-no-name-of-a-variable = `{ $name }` — не имя переменной
no-variable = не переменная
name-the-variable-in-which-a-task-finds-its-number = назовите переменную, в которой задача находит свой номер
program-cannot-be-started-error-this-machine-has-no-such-engine-on-local-takes = `{ $program }` не запускается: { $error }; на этой машине нет такого исполнителя, --on local берёт процессоры этой машины
program-did-not-take-the-tasks-told = `{ $program }` не принял задачи: { $told }
program-cannot-be-started-error-name-a-python-in-reachsim_python = `{ $program }` не запускается: { $error }; назовите Python в REACHSIM_PYTHON
flag-works-on-this-machine-alone-leave-out-on = { $flag } работает только на этой машине: не указывайте --on
at-most-futures-futures-in-all-which-take-up-to-time-fewer-vary-and = всего не больше { $futures } случаев, на это уйдёт до { $time }. Меньше --vary и меньше --trials — меньше случаев.
at-least-futures-futures-in-all-which-take-about-time-a-smaller-trials-takes = всего не меньше { $futures } случаев, на это уйдёт около { $time }. Меньше --trials — меньше случаев.
futures-futures-in-all-which-take-about-time-a-smaller-trials-takes-fewer = всего случаев { $futures }, на это уйдёт около { $time }. Меньше --trials — меньше случаев.
points-points-take-futures-futures-in-all-and-those-about-time-fewer-points-as = точек { $points }, всего случаев { $futures }, на это уйдёт около { $time }. Меньше точек, как в --over KEY=FROM..TO/5, и меньше --trials — меньше случаев.
one-task-of-about-seconds-s = одна задача примерно на { $seconds } с
tasks-tasks-of-about-seconds-s = задач { $tasks }, каждая примерно на { $seconds } с
cannot-pack-the-network-error = не удалось упаковать сеть: { $error }
the-network-of-the-tasks-is-damaged = сеть этих задач повреждена
no-worker-has-begun-a-task-yet-waiting-ctrl-c-ends-it = ни один исполнитель ещё не начал задачу: ждём; Ctrl-C прекращает
count-of-of-tasks-were-handed-out-times-times-and-failed-task-id-said = из { $of } задач не выполнено { $count }, хотя выданы { $times } раза; задача { $id } сообщила: { $error }
count-of-of-tasks-were-not-done-error = из { $of } задач не выполнено { $count }: { $error }
count-of-of-tasks-were-handed-out-times-times-left-nothing-and-said-nothing = из { $of } задач не выполнено { $count }: выданы { $times } раза, ничего не оставили и ничего не сообщили
a-task-cannot-be-started-error = задача не запускается: { $error }
the-list-has-tasks-tasks-and-this-is-number-of-of = в списке задач { $tasks }, а это { $number } из { $of }
cannot-read-path-error = не удалось прочесть `{ $path }`: { $error }
a-file-that-the-scenario-names-by-its-full-path-is-another-one-on = файл, который сценарий называет полным путём, на этой машине другой
weights-chance-has-a-chance-for-each-tie-in-place-of-visibility-leave-out = --weights chance даёт каждой связи свою вероятность вместо --visibility: уберите одно из них
activity-makes-people-see-more-or-less-of-all-and-weights-says-it-of = --activity говорит, что люди видят больше или меньше всего, а --weights — то же о каждой связи: уберите одно из них
keep-file-does-not-end-in-graph-as-in-keep-friends-graph = имя в --keep `{ $file }` не кончается на .graph, как в --keep friends.graph
keep-file-is-a-file-that-this-program-did-not-keep-and-it-is = файл в --keep `{ $file }` сохранён не этой программой, и он не перезаписывается: дайте другое имя
keep-file-cannot-be-written-error = файл в --keep `{ $file }` нельзя записать: { $error }
it-was-kept-by-this-program-and-is-damaged = его сохранила эта программа, и он повреждён
it-was-kept-by-this-program-and-is-cut-short = его сохранила эта программа, и он обрывается
it-was-kept-by-another-version-of-this-program = его сохранила другая версия этой программы
read-the-list-itself-and-keep-it-again-with-keep = прочитайте сам список и сохраните его снова с --keep
its-titles-do-not-say-which-column-has-the-weights-that-weights-takes = по названиям столбцов не понять, в каком из них веса для --weights
call-one-of-its-columns-weight-as-in-from-to-weight = назовите один из столбцов `weight`, например `from,to,weight`
there-is-no-weight-in-this-line-and-weights-takes-one-of-each = в этой строке нет веса, а --weights берёт его из каждой
the-third-column-is-missing = нет третьего столбца
give-a-number-behind-the-two-people-as-in-17-42-0-5 = дайте число после двух людей, например `17 42 0.5`
a-weight-is-not-negative-and-this-is-word = вес не бывает отрицательным, а здесь `{ $word }`
below-zero = меньше нуля
write-how-close-people-are-as-numbers-from-0-up = пишите близость людей числами от 0 и больше
a-chance-lies-between-0-and-1-and-this-is-word = вероятность лежит между 0 и 1, а здесь `{ $word }`
above-1 = больше 1
write-chances-as-in-0-05-or-5-or-say-weights-closeness-where-the = пишите вероятности как `0.05` или `5%` либо задайте --weights closeness, если числа — множители
word-is-no-weight = `{ $word }` — не вес
this-matrix-is-the-same-in-both-directions-and-directed-takes-one = эта матрица одинакова в обе стороны, а --directed берёт одну
no-direction = нет направления
leave-out-directed-or-write-the-matrix-as-general = уберите --directed или запишите матрицу как `general`
its-ties-have-a-direction-or-weights-and-friendships-are-meant = у его связей есть направление или веса, а нужны дружбы
keep-the-list-without-directed-and-weights = сохраните список без --directed и --weights
all-of-its-weights-are-zero-so-nobody-would-see-anything = все веса в нём — нули, и никто ничего не увидел бы
give-at-least-one-tie-a-weight-above-zero = дайте хотя бы одной связи вес больше нуля
it-was-kept-by-this-program-with-what-its-lines-say = его сохранила эта программа вместе с тем, что значат его строки
leave-out-list-directed-and-weights-or-read-the-list-itself = уберите --list, --directed и --weights или прочитайте сам список
leave-out-weights-or-give-a-list-of-two-people-and-a-weight-in = уберите --weights или дайте список с двумя людьми и весом в каждой строке
pairs-of-binary-numbers-have-no-weights-and-weights-takes-one-of-each-tie = у пар двоичных чисел нет весов, а --weights берёт вес каждой связи
lines-of-a-person-with-all-friends-have-no-weights-and-weights-takes-one = в строках с человеком и всеми его друзьями нет весов, а --weights берёт вес каждой связи
first-between-second = { $first }{ $between }{ $second }
name-a-list-of-friendships-or-take-a-network-that-needs-none-synthetic-name = назовите список дружб или возьмите сеть, которой он не нужен: `--synthetic NAME`
file-has-formulas-only-and-no-weeks-or-months-leave-by-out = в `{ $file }` одни формулы, и ни недель, ни месяцев нет: уберите --by
file-does-not-say-when-it-starts-so-that-it-has-no-months-write = `{ $file }` не говорит, когда начинается, и месяцев у него нет: напишите `simulation.start = 2026-01-05` со своим днём
the-run-in-dir-has-no-months-for-its-scenario-does-not-say-when = у прогона в `{ $dir }` нет месяцев, потому что его сценарий не говорит, когда начинается: задайте `simulation.start = 2026-01-05` со своим днём и запустите снова
the-earlier-run-is-of-earlier-and-this-one-of-later-reachsim-compare-tells = прошлый прогон сделан по `{ $earlier }`, а этот — по `{ $later }`: два сценария сравнивает `reachsim compare`
the-scenario-measures-nothing-to-look-at = сценарий не измеряет ничего, на что можно смотреть
the-run-of-file-does-not-say-what-metric-was-by-which-the-other = прогон по `{ $file }` не говорит, чему был равен `{ $metric }`, по которому судят о другом
the-earlier-scenario-does-not-measure-metric = прошлый сценарий не измеряет `{ $metric }`
