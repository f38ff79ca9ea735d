# Короткі назви чисел сценарію: заголовки й рядки графіків. Знахідний відмінок — де він інший.

name-market-people = кількість людей на ринку
name-market-adults = кількість дорослих на ринку
name-market-internet = частка дорослих в інтернеті
    .acc = частку дорослих в інтернеті
name-market-social = частка користувачів соцмереж
    .acc = частку користувачів соцмереж
name-market-brand_users = частка тих, хто стежить за брендами
    .acc = частку тих, хто стежить за брендами
name-market-duplication = перетин аудиторій понад випадок
name-market-cpm = ціна тисячі показів реклами
    .acc = ціну тисячі показів реклами
name-market-trusting = частка тих, хто більше вірить друзям
    .acc = частку тих, хто більше вірить друзям
name-followers = кількість підписників на початку
name-bots = частка ботів
    .acc = частку ботів
name-active = частка активних підписників
    .acc = частку активних підписників
name-alive = імовірність живої спільноти
name-dead_activity = активність мертвої спільноти
name-customers = частка клієнтів серед учасників
    .acc = частку клієнтів серед учасників
name-questions-per_year = кількість запитань на рік
name-questions-per_day = кількість запитань на день
name-questions-per_follower = кількість запитань на підписника на рік
name-questions-dispersion = нерівномірність тижнів
name-questions-asker_skew = рівномірність запитань учасників
name-questions-growth = зростання кількості запитань за рік
name-questions-crises_per_year = кількість тижнів кризи на рік
name-questions-crisis_size = зростання повідомлень у кризу
name-questions-crisis_negative = зростання частки скарг у кризу
name-questions-barrier = частка втрат на реєстрації
    .acc = частку втрат на реєстрації
name-questions-private = частка особистих повідомлень
    .acc = частку особистих повідомлень
name-friends-mean = кількість друзів учасника
name-friends-cv = розкид кількості друзів
name-graph-homophily = частка тих, хто прийшов за другом
    .acc = частку тих, хто прийшов за другом
name-graph-leaders = кількість лідерів думок, вибраних на графі
name-friends-growth = зростання кількості друзів за рік
name-feed-visibility = частка друзів, які бачать запитання
    .acc = частку друзів, які бачать запитання
name-feed-broadcast = частка повідомлень, показаних друзям
    .acc = частку повідомлень, показаних друзям
name-feed-online = частка друзів, які зайшли вчасно
    .acc = частку друзів, які зайшли вчасно
name-feed-ranked = частка пропущених стрічкою
    .acc = частку пропущених стрічкою
name-feed-viewable = частка тих, хто справді подивився
    .acc = частку тих, хто справді подивився
name-feed-engagement_visibility = частка друзів, які бачать реакцію
    .acc = частку друзів, які бачать реакцію
name-feed-reshare = частка тих, хто передає далі
    .acc = частку тих, хто передає далі
name-feed-depth = кількість поколінь глядачів
name-feed-repeat = сталість уваги друзів
name-feed-scatter = розсіяння друзів по ринку
name-feed-insiders = частка вже підписаних друзів
    .acc = частку вже підписаних друзів
name-feed-negative_spread = дальність поширення скарг
name-feed-story_hours = період напівжиття історії, годин
name-reviews-per_year = кількість відгуків учасників на рік
name-reviews-visibility = частка друзів, які бачать відгук
    .acc = частку друзів, які бачать відгук
name-reviews-reposted = частка відгуків, показаних сторінкою
    .acc = частку відгуків, показаних сторінкою
name-posts-hours = час команди на допис, годин
name-posts-per_week = кількість дописів на тиждень
name-posts-per_day = кількість дописів на день
name-posts-branded = частка рекламних дописів
    .acc = частку рекламних дописів
name-posts-helpful = частка корисних дописів
    .acc = частку корисних дописів
name-posts-emotional = частка емоційних дописів
    .acc = частку емоційних дописів
name-posts-reach = частка підписників, які бачать допис
    .acc = частку підписників, які бачать допис
name-posts-engagement = частка тих, хто реагує на допис
    .acc = частку тих, хто реагує на допис
name-posts-thread_readers = кількість читачів обговорення
name-posts-skew = рівномірність показів дописів
name-posts-fatigue = втома від частих дописів
    .acc = втому від частих дописів
name-posts-spread = розкид охоплення дописів
name-posts-autopost_reach = охоплення копійованих дописів
name-posts-autopost_churn = відхід через копійовані дописи
name-sentiment-positive = частка похвал у повідомленнях
    .acc = частку похвал у повідомленнях
name-sentiment-negative = частка скарг у повідомленнях
    .acc = частку скарг у повідомленнях
name-growth-organic = природний приріст за рік
name-growth-follow = імовірність підписки глядача
name-growth-churn = частка тих, хто пішов за місяць
    .acc = частку тих, хто пішов за місяць
name-growth-promo_sensitivity = неприязнь до рекламних дописів
name-growth-tolerated_branded = терпима кількість рекламних дописів
    .acc = терпиму кількість рекламних дописів
name-growth-neglect = відхід підписників через мовчання
name-growth-ads_per_week = тижнева реклама заради підписників
    .acc = тижневу рекламу заради підписників
name-growth-cost_per_follower = ціна підписника з реклами
    .acc = ціну підписника з реклами
name-growth-paid_bots = кількість куплених ботів
name-growth-liveliness = притягання жвавої спільноти
name-growth-site_visits_per_week = кількість візитів на сайт за тиждень
name-growth-widget = частка тих, хто підписався на сайті
    .acc = частку тих, хто підписався на сайті
name-group_liveliness = жвавість групи
name-click = готовність переходити за посиланнями
name-search-views_per_message = кількість переглядів із пошуку
name-search-half_life_weeks = період напіврозпаду пошуку, тижнів
name-feed-brands_followed = кількість марок у підписника
name-feed-brands_reference = звичайна кількість марок у підписника
    .acc = звичайну кількість марок у підписника
name-feed-competition = сила змагання марок
    .acc = силу змагання марок
name-content-branded_weight = сила реакції на рекламний допис
    .acc = силу реакції на рекламний допис
name-content-helpful_weight = сила реакції на корисний допис
    .acc = силу реакції на корисний допис
name-content-emotional_weight = сила реакції на емоційний допис
    .acc = силу реакції на емоційний допис
name-content-branded_click = частка переходів із рекламного допису
    .acc = частку переходів із рекламного допису
name-content-helpful_click = частка переходів із корисного допису
    .acc = частку переходів із корисного допису
name-content-emotional_click = частка переходів з емоційного допису
    .acc = частку переходів з емоційного допису
name-support-hours_per_week = кількість годин команди на тиждень
name-support-occupancy = частка годин на відповіді
    .acc = частку годин на відповіді
name-support-people = кількість відповідальних працівників
name-support-hours_per_person = кількість годин працівника на тиждень
name-support-salary_per_month = місячна зарплата працівника
    .acc = місячну зарплату працівника
name-support-other_work = частка годин на іншу роботу
    .acc = частку годин на іншу роботу
name-support-escalated = частка відповідей експерта
    .acc = частку відповідей експерта
name-support-escalation_hours = затримка відповіді експерта, годин
    .acc = затримку відповіді експерта, годин
name-support-wage = годинна ставка команди
    .acc = годинну ставку команди
name-support-minutes_per_answer = час на відповідь, хвилин
name-support-base_hours = час відповіді без черги, годин
name-support-peers = частка відповідей учасників
    .acc = частку відповідей учасників
name-support-peer_hours = час відповіді учасника, годин
name-support-give_up = частка тих, хто не дочекався
    .acc = частку тих, хто не дочекався
name-support-recovery = частка скарг, які вирішують одразу
    .acc = частку скарг, які вирішують одразу
name-support-half_life_hours = період напіврозпаду рішень, годин
name-support-peers_ramp_weeks = строк зростання допомоги, тижнів
name-support-check_minutes = час на перевірку відповіді, хвилин
name-support-reward_effect = дія винагород на помічників
    .acc = дію винагород на помічників
name-support-reward_half = винагорода з основною дією
    .acc = винагороду з основною дією
name-support-spam_per_week = кількість спаму на тиждень
name-support-sent_away = частка відісланих до пошти й телефону
    .acc = частку відісланих до пошти й телефону
name-support-makes_advocates = частка тих, хто стає адвокатом
    .acc = частку тих, хто стає адвокатом
name-support-advocate_answers = кількість відповідей адвоката на місяць
name-support-advocate_posts = кількість дописів адвоката на рік
name-funnel-presale = частка запитань перед покупкою
    .acc = частку запитань перед покупкою
name-funnel-direct_lead = частка лідів серед тих, хто запитав
    .acc = частку лідів серед тих, хто запитав
name-funnel-handover = частка лідів, що дійшли до продажу
    .acc = частку лідів, що дійшли до продажу
name-funnel-direct_close = частка покупок у лідів із запитань
    .acc = частку покупок у лідів із запитань
name-funnel-speed_half_life_hours = період напіврозпаду бажання, годин
name-funnel-grace_hours = терпіння покупця, годин
name-funnel-incremental_direct = частка клієнтів лише завдяки відповідям
    .acc = частку клієнтів лише завдяки відповідям
name-funnel-click = частка переходів із показів
    .acc = частку переходів із показів
name-funnel-trust = довіра до друга проти чужого
    .acc = довіру до друга проти чужого
name-funnel-lead = частка переходів, що стали лідами
    .acc = частку переходів, що стали лідами
name-funnel-close = частка покупок в інших лідів
    .acc = частку покупок в інших лідів
name-funnel-incremental_earned = частка клієнтів лише завдяки друзям
    .acc = частку клієнтів лише завдяки друзям
name-funnel-incremental_owned = частка клієнтів лише завдяки дописам
    .acc = частку клієнтів лише завдяки дописам
name-funnel-repeat = частка переходів із новим замовленням
    .acc = частку переходів із новим замовленням
name-funnel-incremental_repeat = частка замовлень лише завдяки дописам
    .acc = частку замовлень лише завдяки дописам
name-funnel-deter = імовірність відлякати скаргою
name-funnel-incremental_negative = частка справді втрачених
    .acc = частку справді втрачених
name-value-margin_per_customer = маржа нового клієнта
    .acc = маржу нового клієнта
name-value-order = сума замовлення
    .acc = суму замовлення
name-value-orders_per_year = кількість замовлень клієнта на рік
name-value-gross_margin = валова маржа
    .acc = валову маржу
name-value-retention = частка клієнтів, що лишаються
    .acc = частку клієнтів, що лишаються
name-value-margin_cv = розкид маржі клієнтів
name-value-referral_uplift = цінність клієнта від друга
name-value-months_to_earn = строк надходження маржі, місяців
name-value-repeat_margin = маржа повторного замовлення
    .acc = маржу повторного замовлення
name-value-cost_per_contact = вартість дзвінка чи листа
name-value-would_have_called = частка тих, хто інакше подзвонив би
    .acc = частку тих, хто інакше подзвонив би
name-value-thread_deflection = частка читачів, хто подзвонив би
    .acc = частку читачів, хто подзвонив би
name-value-customer_year = річна маржа клієнта
    .acc = річну маржу клієнта
name-value-retention_lift = частка клієнтів, утриманих відповіддю
    .acc = частку клієнтів, утриманих відповіддю
name-value-ignored_loss = частка клієнтів, втрачених мовчанням
    .acc = частку клієнтів, втрачених мовчанням
name-value-hire_sentiment = вплив поголосу на наймання
name-value-per_thousand_seen = цінність тисячі показів
name-value-forum_saved_per_month = вартість власного форуму на місяць
name-value-ideas_per_year = кількість корисних ідей на рік
name-value-idea_value = цінність однієї ідеї
name-polls-per_year = кількість опитувань на рік
name-polls-value = цінність одного опитування
name-polls-response = частка відповідей на опитування
    .acc = частку відповідей на опитування
name-polls-needed = потрібна кількість відповідей
    .acc = потрібну кількість відповідей
name-hires-per_year = кількість найнятих на рік
name-hires-saving = економія на одному найманні
    .acc = економію на одному найманні
name-cost-per_post = вартість допису
name-cost-manager_per_month = вартість управління на місяць
name-cost-tools_per_month = вартість інструментів на місяць
name-cost-setup = вартість запуску
name-cost-discount = відсоткова ставка
    .acc = відсоткову ставку
name-cost-rewards_per_month = сума винагород на місяць
    .acc = суму винагород на місяць
name-outreach-per_week = кількість знайдених людей на тиждень
name-outreach-minutes = час на знайдену людину, хвилин
name-outreach-reply = частка тих, хто відповів на звернення
    .acc = частку тих, хто відповів на звернення
name-outreach-lead = частка лідів серед тих, хто відповів
    .acc = частку лідів серед тих, хто відповів

# Те саме для таблиць файлу.

name-field-role-share = частка учасників
    .acc = частку учасників
name-field-role-asks = частота повідомлень
    .acc = частоту повідомлень
name-field-role-friends = кількість друзів проти інших
name-field-role-negative = частота скарг
    .acc = частоту скарг
name-field-role-answers = готовність відповідати
name-field-role-fit = відповідність друзів товару
name-field-campaign-question_lift = зростання кількості повідомлень
name-field-campaign-posts_per_week = кількість додаткових дописів на тиждень
name-field-campaign-followers = кількість приведених підписників
name-field-campaign-budget = бюджет
name-field-campaign-positive = зміна частки похвал
    .acc = зміну частки похвал
name-field-campaign-negative = зміна частки скарг
    .acc = зміну частки скарг
name-field-campaign-partner_followers = кількість підписників партнера
name-field-campaign-partner_follow = частка тих, хто перейшов від партнера
    .acc = частку тих, хто перейшов від партнера
name-field-overlap-share = частка спільних підписників
    .acc = частку спільних підписників
name-field-competitor-messages_per_year = кількість повідомлень про неї на рік
name-field-competitor-positive = частка похвал про неї
    .acc = частку похвал про неї
name-field-competitor-negative = частка скарг на неї
    .acc = частку скарг на неї
name-field-competitor-followers = кількість її підписників

# Значення деяких із них, як їх кажуть.

at-posts-per_week = { $n ->
    [one] за { $n } допису на тиждень
    [few] за { $n } дописів на тиждень
    [many] за { $n } дописів на тиждень
   *[other] за { $n } допису на тиждень
}
at-posts-per_day = { $n ->
    [one] за { $n } допису на день
    [few] за { $n } дописів на день
    [many] за { $n } дописів на день
   *[other] за { $n } допису на день
}
at-support-people = { $n ->
    [one] з { $n } працівником, що відповідає
    [few] з { $n } працівниками, що відповідають
    [many] з { $n } працівниками, що відповідають
   *[other] з { $n } працівника, що відповідає
}
at-support-hours_per_week = { $n ->
    [one] за { $n } години команди на тиждень
    [few] за { $n } годин команди на тиждень
    [many] за { $n } годин команди на тиждень
   *[other] за { $n } години команди на тиждень
}

# Мережі: як називається спільнота, якій файл не дає назви.

network-facebook = Facebook
network-vkontakte = ВКонтакте
network-twitter = Twitter
network-livejournal = LiveJournal
network-odnoklassniki = Однокласники
network-google-plus = Google+
network-my-world = Мій Світ
network-forum = форум
network-instagram = Instagram
network-telegram = Telegram
network-x = X
network-linkedin = LinkedIn
network-youtube = YouTube
network-tiktok = TikTok
network-page = сторінка
network-channel = канал
network-group = група

# Що кажуть із цими назвами.

of-own = показника «{ $name }»
quoted = «{ $words }»
each-community = кожна спільнота
subject-one = { $words }
subject-many = { $words }
