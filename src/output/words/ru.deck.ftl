# Презентация: её части, что говорится к слайдам, что стоит за ними.

chapter-answer = Ответ
chapter-why = Почему
chapter-money = Деньги
chapter-risk = Риск
chapter-options = Варианты
chapter-measure = Что измерить
chapter-do = Что делать
chapter-appendix = Приложение
appendix-lead = Что сценарий задаёт сам и что сдвигает ответ. Все числа с источниками и оценкой их надёжности, все показатели и их смысл — в книге report.xlsx.
rows-left = { $n ->
    [one] и ещё { $n } строка в report.xlsx
    [few] и ещё { $n } строки в report.xlsx
   *[other] и ещё { $n } строк в report.xlsx
}

dots-wanted = нужно { $n } из 100
figure-range = { $range } в 9 случаях из 10
typical-range = { $typical } ({ $range })

changed-title = { $n ->
    [one] Сценарий сам задаёт { $n } число
    [few] Сценарий сам задаёт { $n } числа
   *[other] Сценарий сам задаёт { $n } чисел
}
read-changed = Это числа из файла самого сценария. Остальные взяты из готовых наборов, публикаций и оценок; в книге они стоят с источниками.

talk-pair = { $one }: { $other }
talk-range = { $words }: обычно { $typical }, в 9 случаях из 10 { $range }
talk-ends = На графике первое значение — { $first }, последнее — { $last }
talk-highest = Самый высокий столбец — { $it }
talk-first-row = Первая строка таблицы — { $one }: { $other }
talk-likely = Вопросы, которые вероятно зададут
talk-question = { $question } — { $answer }
talk-rest = В книге report.xlsx: каждое число с источником и оценкой его надёжности
ask-sure = Насколько это надёжно?
ask-moves = Что сдвигает это сильнее всего?
ask-whose = Чьи это числа?
ask-rest = Где всё остальное?
ask-pays = Когда это окупится?
ask-bad = Насколько плохо может быть?
ask-measure = Что сделало бы нас увереннее?
ask-then = Что из этого следует?
ask-better = Насколько лучше первый вариант?
ask-leave = А если ничего не менять?

may-template = путь к файлу PowerPoint: .potx или .pptx
may-slides = список названий слайдов
may-slide-words = таблица текстов по названиям слайдов
slide-answer = ответ: цели, причины, решение
slide-targets = все цели и как часто они выполнены
slide-why = из чего складывается число
slide-money = ценность, затраты, прибыль
slide-risk = как число разбросано по случаям
slide-options = варианты рядом
slide-measure = сколько стоит знать больше
slide-do = что делать
slide-states = состояния мира рядом
slide-changed = числа, которые сценарий задаёт сам
slide-assumptions = каждое число с источником
slide-metrics = все показатели
slide-glossary = что считает каждый показатель
slide-chart = график с этим названием
estimates-title = Среди чисел, которые сильнее всего сдвигают ответ ({ $all }), оценок: { $n }
estimates-lead = { $words }: среднее там, где число в нижней и в верхней пятой части
estimates-low = при низком
estimates-high = при высоком
read-estimates = Оценку, которая сдвигает ответ, стоит первой заменить собственным числом.
slide-estimates = числа, которые сдвигают ответ, и какие из них оценки

slide-wrong = чем отличаются случаи, когда не выходит
wrong-title = { $condition } { $chance }: сильнее всего отличается «{ $first }»
wrong-luck = { $condition } { $chance }: ни одно число не отличается, это случай
wrong-lead = По неделям: { $typical } типичен для них, { $farthest } заходит дальше всех (run --story N)
wrong-story = случай { $number }, { $value },
wrong-here = в этих случаях
wrong-all = во всех
wrong-place = место, от 0 до 100
read-wrong = Случаи, в которых первая цель не достигнута или деньги потеряны, рядом со всеми случаями того же расчёта. Строка — неопределённое число, которое там отличается больше, чем случайно: обычно сколько, сколько во всех случаях и где это от 0 до 100 того, что думают; 50 — без разницы. Это не доказывает, что число — причина, но смотреть надо сначала туда.
