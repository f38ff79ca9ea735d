# Короткие названия чисел сценария: заголовки и строки графиков. Винительный падеж — где он другой.

name-market-people = число людей на рынке
name-market-adults = число взрослых на рынке
name-market-internet = доля взрослых в интернете
    .acc = долю взрослых в интернете
name-market-social = доля пользователей соцсетей
    .acc = долю пользователей соцсетей
name-market-brand_users = доля следящих за брендами
    .acc = долю следящих за брендами
name-market-duplication = пересечение аудиторий сверх случая
name-market-cpm = цена тысячи показов рекламы
    .acc = цену тысячи показов рекламы
name-market-trusting = доля верящих друзьям больше
    .acc = долю верящих друзьям больше
name-followers = число подписчиков в начале
name-bots = доля ботов
    .acc = долю ботов
name-active = доля активных подписчиков
    .acc = долю активных подписчиков
name-alive = вероятность живого сообщества
name-dead_activity = активность мёртвого сообщества
name-customers = доля клиентов среди участников
    .acc = долю клиентов среди участников
name-questions-per_year = число вопросов в год
name-questions-per_day = число вопросов в день
name-questions-per_follower = число вопросов на подписчика в год
name-questions-dispersion = неравномерность недель
name-questions-asker_skew = равномерность вопросов участников
name-questions-growth = рост числа вопросов за год
name-questions-crises_per_year = число недель кризиса в год
name-questions-crisis_size = рост числа сообщений в кризис
name-questions-crisis_negative = рост доли жалоб в кризис
name-questions-barrier = доля потерь на регистрации
    .acc = долю потерь на регистрации
name-questions-private = доля личных сообщений
    .acc = долю личных сообщений
name-friends-mean = число друзей участника
name-friends-cv = разброс числа друзей
name-graph-homophily = доля пришедших вслед за другом
    .acc = долю пришедших вслед за другом
name-graph-leaders = число лидеров мнений, выбранных на графе
name-friends-growth = рост числа друзей за год
name-feed-visibility = доля друзей, видящих вопрос
    .acc = долю друзей, видящих вопрос
name-feed-broadcast = доля сообщений, показанных друзьям
    .acc = долю сообщений, показанных друзьям
name-feed-online = доля друзей, вошедших вовремя
    .acc = долю друзей, вошедших вовремя
name-feed-ranked = доля пропущенных лентой
    .acc = долю пропущенных лентой
name-feed-viewable = доля посмотревших в самом деле
    .acc = долю посмотревших в самом деле
name-feed-engagement_visibility = доля друзей, видящих реакцию
    .acc = долю друзей, видящих реакцию
name-feed-reshare = доля передающих сообщение дальше
    .acc = долю передающих сообщение дальше
name-feed-depth = число поколений зрителей
name-feed-repeat = постоянство внимания друзей
name-feed-scatter = рассеяние друзей по рынку
name-feed-insiders = доля уже подписанных друзей
    .acc = долю уже подписанных друзей
name-feed-negative_spread = дальность распространения жалоб
name-feed-story_hours = полупериод жизни истории, часов
name-reviews-per_year = число отзывов участников в год
name-reviews-visibility = доля друзей, видящих отзыв
    .acc = долю друзей, видящих отзыв
name-reviews-reposted = доля отзывов, показанных страницей
    .acc = долю отзывов, показанных страницей
name-posts-hours = время команды на запись, часов
name-posts-per_week = число записей в неделю
name-posts-per_day = число записей в день
name-posts-branded = доля рекламных записей
    .acc = долю рекламных записей
name-posts-helpful = доля полезных записей
    .acc = долю полезных записей
name-posts-emotional = доля эмоциональных записей
    .acc = долю эмоциональных записей
name-posts-reach = доля подписчиков, видящих запись
    .acc = долю подписчиков, видящих запись
name-posts-engagement = доля реагирующих на запись
    .acc = долю реагирующих на запись
name-posts-thread_readers = число читателей обсуждения
name-posts-skew = равномерность показов записей
name-posts-fatigue = усталость от частых записей
name-posts-spread = разброс охвата записей
name-posts-autopost_reach = охват копируемых записей
name-posts-autopost_churn = уход из-за копируемых записей
name-sentiment-positive = доля похвал в сообщениях
    .acc = долю похвал в сообщениях
name-sentiment-negative = доля жалоб в сообщениях
    .acc = долю жалоб в сообщениях
name-growth-organic = естественный прирост за год
name-growth-follow = вероятность подписки зрителя
name-growth-churn = доля ушедших за месяц
    .acc = долю ушедших за месяц
name-growth-promo_sensitivity = неприязнь к рекламным записям
name-growth-tolerated_branded = терпимое число рекламных записей
name-growth-neglect = уход подписчиков из-за молчания
name-growth-ads_per_week = недельная реклама ради подписчиков
    .acc = недельную рекламу ради подписчиков
name-growth-cost_per_follower = цена подписчика из рекламы
    .acc = цену подписчика из рекламы
name-growth-paid_bots = число купленных ботов
name-growth-liveliness = притяжение живого сообщества
name-growth-site_visits_per_week = число посещений сайта в неделю
name-growth-widget = доля подписавшихся на сайте
    .acc = долю подписавшихся на сайте
name-group_liveliness = живость группы
name-click = готовность переходить по ссылкам
name-search-views_per_message = число просмотров из поиска
name-search-half_life_weeks = полупериод поиска, недель
name-feed-brands_followed = число марок у подписчика
name-feed-brands_reference = обычное число марок у подписчика
name-feed-competition = сила соперничества марок
    .acc = силу соперничества марок
name-content-branded_weight = сила реакции на рекламную запись
    .acc = силу реакции на рекламную запись
name-content-helpful_weight = сила реакции на полезную запись
    .acc = силу реакции на полезную запись
name-content-emotional_weight = сила реакции на эмоциональную запись
    .acc = силу реакции на эмоциональную запись
name-content-branded_click = доля переходов с рекламной записи
    .acc = долю переходов с рекламной записи
name-content-helpful_click = доля переходов с полезной записи
    .acc = долю переходов с полезной записи
name-content-emotional_click = доля переходов с эмоциональной записи
    .acc = долю переходов с эмоциональной записи
name-support-hours_per_week = число часов команды в неделю
name-support-occupancy = доля часов на ответы
    .acc = долю часов на ответы
name-support-people = число отвечающих сотрудников
name-support-hours_per_person = число часов сотрудника в неделю
name-support-salary_per_month = месячная зарплата сотрудника
    .acc = месячную зарплату сотрудника
name-support-other_work = доля часов на другую работу
    .acc = долю часов на другую работу
name-support-escalated = доля ответов эксперта
    .acc = долю ответов эксперта
name-support-escalation_hours = задержка ответа эксперта, часов
    .acc = задержку ответа эксперта, часов
name-support-wage = часовая ставка команды
    .acc = часовую ставку команды
name-support-minutes_per_answer = время на ответ, минут
name-support-base_hours = время ответа без очереди, часов
name-support-peers = доля ответов участников
    .acc = долю ответов участников
name-support-peer_hours = время ответа участника, часов
name-support-give_up = доля не дождавшихся ответа
    .acc = долю не дождавшихся ответа
name-support-recovery = доля жалоб, решаемых сразу
    .acc = долю жалоб, решаемых сразу
name-support-half_life_hours = полупериод решения жалоб, часов
name-support-peers_ramp_weeks = срок роста помощи участников, недель
name-support-check_minutes = время на проверку ответа, минут
name-support-reward_effect = действие наград на помощников
name-support-reward_half = награда с основным действием
    .acc = награду с основным действием
name-support-spam_per_week = число сообщений спама в неделю
name-support-sent_away = доля отосланных к почте и телефону
    .acc = долю отосланных к почте и телефону
name-support-makes_advocates = доля становящихся адвокатами
    .acc = долю становящихся адвокатами
name-support-advocate_answers = число ответов адвоката в месяц
name-support-advocate_posts = число записей адвоката в год
name-funnel-presale = доля вопросов перед покупкой
    .acc = долю вопросов перед покупкой
name-funnel-direct_lead = доля лидов среди спросивших
    .acc = долю лидов среди спросивших
name-funnel-handover = доля лидов, дошедших до продаж
    .acc = долю лидов, дошедших до продаж
name-funnel-direct_close = доля покупок у лидов из вопросов
    .acc = долю покупок у лидов из вопросов
name-funnel-speed_half_life_hours = полупериод желания купить, часов
name-funnel-grace_hours = терпение покупателя, часов
name-funnel-incremental_direct = доля клиентов только благодаря ответам
    .acc = долю клиентов только благодаря ответам
name-funnel-click = доля переходов с показов
    .acc = долю переходов с показов
name-funnel-trust = доверие к другу против чужого
name-funnel-lead = доля переходов, ставших лидами
    .acc = долю переходов, ставших лидами
name-funnel-close = доля покупок у остальных лидов
    .acc = долю покупок у остальных лидов
name-funnel-incremental_earned = доля клиентов только благодаря друзьям
    .acc = долю клиентов только благодаря друзьям
name-funnel-incremental_owned = доля клиентов только благодаря записям
    .acc = долю клиентов только благодаря записям
name-funnel-repeat = доля переходов с новым заказом
    .acc = долю переходов с новым заказом
name-funnel-incremental_repeat = доля заказов только благодаря записям
    .acc = долю заказов только благодаря записям
name-funnel-deter = вероятность отпугнуть жалобой
name-funnel-incremental_negative = доля действительно потерянных
    .acc = долю действительно потерянных
name-value-margin_per_customer = маржа нового клиента
    .acc = маржу нового клиента
name-value-order = сумма заказа
    .acc = сумму заказа
name-value-orders_per_year = число заказов клиента в год
name-value-gross_margin = валовая маржа
    .acc = валовую маржу
name-value-retention = доля остающихся клиентов
    .acc = долю остающихся клиентов
name-value-margin_cv = разброс маржи клиентов
name-value-referral_uplift = ценность клиента от друга
name-value-months_to_earn = срок поступления маржи, месяцев
name-value-repeat_margin = маржа повторного заказа
    .acc = маржу повторного заказа
name-value-cost_per_contact = стоимость звонка или письма
name-value-would_have_called = доля тех, кто иначе позвонил бы
    .acc = долю тех, кто иначе позвонил бы
name-value-thread_deflection = доля читателей, кто позвонил бы
    .acc = долю читателей, кто позвонил бы
name-value-customer_year = годовая маржа клиента
    .acc = годовую маржу клиента
name-value-retention_lift = доля клиентов, удержанных ответом
    .acc = долю клиентов, удержанных ответом
name-value-ignored_loss = доля клиентов, потерянных молчанием
    .acc = долю клиентов, потерянных молчанием
name-value-hire_sentiment = влияние молвы на наём
name-value-per_thousand_seen = ценность тысячи показов
name-value-forum_saved_per_month = стоимость своего форума в месяц
name-value-ideas_per_year = число полезных идей в год
name-value-idea_value = ценность одной идеи
name-polls-per_year = число опросов в год
name-polls-value = ценность одного опроса
name-polls-response = доля ответивших на опрос
    .acc = долю ответивших на опрос
name-polls-needed = нужное число ответов на опрос
name-hires-per_year = число нанятых в год
name-hires-saving = экономия на одном найме
    .acc = экономию на одном найме
name-cost-per_post = стоимость записи
name-cost-manager_per_month = стоимость управления в месяц
name-cost-tools_per_month = стоимость инструментов в месяц
name-cost-setup = стоимость запуска
name-cost-discount = процентная ставка
    .acc = процентную ставку
name-cost-rewards_per_month = сумма наград в месяц
    .acc = сумму наград в месяц
name-outreach-per_week = число найденных людей в неделю
name-outreach-minutes = время на найденного человека, минут
name-outreach-reply = доля ответивших на обращение
    .acc = долю ответивших на обращение
name-outreach-lead = доля лидов среди ответивших
    .acc = долю лидов среди ответивших

# То же для таблиц файла.

name-field-role-share = доля участников
    .acc = долю участников
name-field-role-asks = частота сообщений
    .acc = частоту сообщений
name-field-role-friends = число друзей к другим
name-field-role-negative = частота жалоб
    .acc = частоту жалоб
name-field-role-answers = готовность отвечать
name-field-role-fit = соответствие друзей товару
name-field-campaign-question_lift = рост числа сообщений
name-field-campaign-posts_per_week = число добавочных записей в неделю
name-field-campaign-followers = число приведённых подписчиков
name-field-campaign-budget = бюджет
name-field-campaign-positive = изменение доли похвал
name-field-campaign-negative = изменение доли жалоб
name-field-campaign-partner_followers = число подписчиков партнёра
name-field-campaign-partner_follow = доля перешедших от партнёра
    .acc = долю перешедших от партнёра
name-field-overlap-share = доля общих подписчиков
    .acc = долю общих подписчиков
name-field-competitor-messages_per_year = число сообщений о ней в год
name-field-competitor-positive = доля похвал о ней
    .acc = долю похвал о ней
name-field-competitor-negative = доля жалоб на неё
    .acc = долю жалоб на неё
name-field-competitor-followers = число её подписчиков

# Значения некоторых из них, как их говорят.

at-posts-per_week = { $n ->
    [one] при { $n } записи в неделю
    [few] при { $n } записях в неделю
    [many] при { $n } записях в неделю
   *[other] при { $n } записи в неделю
}
at-posts-per_day = { $n ->
    [one] при { $n } записи в день
    [few] при { $n } записях в день
    [many] при { $n } записях в день
   *[other] при { $n } записи в день
}
at-support-people = { $n ->
    [one] с { $n } отвечающим сотрудником
    [few] с { $n } отвечающими сотрудниками
    [many] с { $n } отвечающими сотрудниками
   *[other] с { $n } отвечающего сотрудника
}
at-support-hours_per_week = { $n ->
    [one] при { $n } часе команды в неделю
    [few] при { $n } часах команды в неделю
    [many] при { $n } часах команды в неделю
   *[other] при { $n } часа команды в неделю
}

# Сети: как называется сообщество, которому файл не даёт названия.

network-facebook = Facebook
network-vkontakte = ВКонтакте
network-twitter = Twitter
network-livejournal = LiveJournal
network-odnoklassniki = Одноклассники
network-google-plus = Google+
network-my-world = Мой Мир
network-forum = форум
network-instagram = Instagram
network-telegram = Telegram
network-x = X
network-linkedin = LinkedIn
network-youtube = YouTube
network-tiktok = TikTok
network-page = страница
network-channel = канал
network-group = группа

# Что говорится с этими названиями.

of-own = показателя «{ $name }»
quoted = «{ $words }»
each-community = каждое сообщество
subject-one = { $words }
subject-many = { $words }
