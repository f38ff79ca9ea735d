# Місцева сторінка: числа, які можна рухати, і відповідь, яка йде за ними.

live-tabs = Сценарії
live-languages = Мова
live-errors = Що не так
live-noscript = Без скриптів цю сторінку можна читати, але числа на ній не рухаються.
live-behind = За цими числами: { $futures }.
live-draft = Решта порахується, коли ви зупинитеся.
live-difference = { $by } в середньому
live-better = { $by } в середньому, краще { $chance }
live-same = як є
live-changes = { $label }: було { $was }, стало { $now }
live-tries = Спроби поруч
live-try-name = Назва цієї спроби
live-keep = Залишити поруч
live-as-is = Як є
live-now = Зараз
live-take-up = Продовжити з неї
live-forget = Забути
live-dials = Що можна рухати
live-drivers = Що найбільше змінює відповідь
live-tried = Що змінюють варіанти з файлу
live-search = { $n ->
    [one] Пошук серед { $n } числа
   *[other] Пошук серед { $n } чисел
}
live-none = Такого числа немає.
live-exact = точно
live-low = Нижній кінець
live-high = Верхній кінець
live-typed = введено тут
live-was = Було: { $text }
live-back = Повернути
live-all-back = Повернути все
live-about = Що це
live-what-ifs = А якщо зробити інакше?
live-try = Спробувати
live-solve = Що для цього потрібно?
live-solve-goal = Ціль
live-solve-dial = Що рухати
live-solve-from = Від
live-solve-to = До
live-solve-find = Знайти
live-solve-take = Взяти
live-stop = Зупинити
live-pictures = Графіки
live-chosen = Які графіки показано
live-take = Взяти з собою
live-take-name = Назва
live-save = Зберегти як TOML
live-saved = Збережено: { $where }
live-report = Зробити звіт
live-made = Звіт у папці { $where }
live-command = Ті самі числа в командному рядку:
live-copy = Скопіювати
live-screen = Як це каже термінал
live-local = Цю сторінку дає ваш власний комп’ютер, і все, що ви тут робите, лишається на ньому.
live-gone = Відповіді більше немає: запустіть `reachsim serve` знову. Те, що ви пробували, лишилося в адресі цієї сторінки.

# Що показує кожен графік, у двох-трьох словах.

live-picture-staircase = Від запитань до людей
live-picture-reach-build-up = Як росте охоплення
live-picture-frequency = Як часто бачать
live-picture-networks = Мережі
live-picture-service = Обслуговування
live-picture-tone = Тональність
live-picture-roles = Ролі
live-picture-campaigns = Кампанії
live-picture-competitors = Конкуренти
live-picture-funnel = Від переглядів до клієнтів
live-picture-value = Цінність і витрати
live-picture-cash = Гроші в часі
live-picture-distribution = Розкид результату
live-picture-exceedance = Імовірність перевищити
live-picture-tornado = Що змінює результат
live-picture-driver = Найсильніша величина
live-picture-ranges = Діапазони поруч
live-picture-regret = Як тримається найкращий вибір
live-picture-history = Тижні минулі та майбутні
live-picture-worth = Чого варте знання
live-picture-weekly = По тижнях
live-picture-weekly-reach = Охоплення по тижнях
live-picture-event = Подія
