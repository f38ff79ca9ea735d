# Презентація: її частини, що кажуть до слайдів, що стоїть за ними.

chapter-answer = Відповідь
chapter-why = Чому
chapter-money = Гроші
chapter-risk = Ризик
chapter-options = Варіанти
chapter-measure = Що виміряти
chapter-do = Що робити
chapter-appendix = Додаток
appendix-lead = Що сценарій задає сам і що зсуває відповідь. Усі числа з джерелами й оцінкою їхньої надійності, усі показники та їхній зміст — у книзі report.xlsx.
rows-left = { $n ->
    [one] і ще { $n } рядок у report.xlsx
    [few] і ще { $n } рядки в report.xlsx
   *[other] і ще { $n } рядків у report.xlsx
}

dots-wanted = потрібно { $n } зі 100
figure-range = { $range } у 9 випадках із 10
typical-range = { $typical } ({ $range })

changed-title = { $n ->
    [one] Сценарій сам задає { $n } число
    [few] Сценарій сам задає { $n } числа
   *[other] Сценарій сам задає { $n } чисел
}
read-changed = Це числа з файлу самого сценарію. Решту взято з готових наборів, публікацій та оцінок; у книзі вони стоять із джерелами.

talk-pair = { $one }: { $other }
talk-range = { $words }: зазвичай { $typical }, у 9 випадках із 10 { $range }
talk-ends = На графіку перше значення — { $first }, останнє — { $last }
talk-highest = Найвищий стовпець — { $it }
talk-first-row = Перший рядок таблиці — { $one }: { $other }
talk-likely = Запитання, які ймовірно поставлять
talk-question = { $question } — { $answer }
talk-rest = У книзі report.xlsx: кожне число з джерелом і оцінкою його надійності
ask-sure = Наскільки це надійно?
ask-moves = Що зсуває це найбільше?
ask-whose = Чиї це числа?
ask-rest = Де все інше?
ask-pays = Коли це окупиться?
ask-bad = Наскільки погано може бути?
ask-measure = Що зробило б нас певнішими?
ask-then = Що з цього випливає?
ask-better = Наскільки кращий перший варіант?
ask-leave = А якщо нічого не змінювати?

may-template = шлях до файлу PowerPoint: .potx або .pptx
may-slides = список назв слайдів
may-slide-words = таблиця текстів за назвами слайдів
slide-answer = відповідь: цілі, причини, рішення
slide-targets = усі цілі та як часто їх виконано
slide-why = із чого складається число
slide-money = цінність, витрати, прибуток
slide-risk = як число розкидане по випадках
slide-options = варіанти поруч
slide-measure = скільки варто знати більше
slide-do = що робити
slide-states = стани світу поруч
slide-changed = числа, які сценарій задає сам
slide-assumptions = кожне число з джерелом
slide-metrics = усі показники
slide-glossary = що рахує кожен показник
slide-chart = графік із цією назвою
estimates-title = Серед чисел, які найбільше зсувають відповідь ({ $all }), оцінок: { $n }
estimates-lead = { $words }: середнє там, де число в нижній і у верхній п’ятій частині
estimates-low = за низького
estimates-high = за високого
read-estimates = Оцінку, яка зсуває відповідь, варто першою замінити власним числом.
slide-estimates = числа, які зсувають відповідь, і які з них оцінки

slide-wrong = чим відрізняються випадки, коли не виходить
wrong-title = { $condition } { $chance }: найбільше відрізняється «{ $first }»
wrong-luck = { $condition } { $chance }: жодне число не відрізняється, це випадковість
wrong-lead = За тижнями: { $typical } типовий для них, { $farthest } заходить найдалі (run --story N)
wrong-story = випадок { $number }, { $value },
wrong-here = у цих випадках
wrong-all = в усіх
wrong-place = місце, від 0 до 100
read-wrong = Випадки, в яких першої цілі не досягнуто або гроші втрачено, поруч з усіма випадками того самого розрахунку. Рядок — невизначене число, яке там відрізняється більше, ніж випадково: зазвичай скільки, скільки в усіх випадках і де це від 0 до 100 того, що думають; 50 — без різниці. Це не доводить, що число — причина, але дивитися треба спершу туди.
