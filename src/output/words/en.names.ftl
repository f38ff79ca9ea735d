# Short names of what a file says in numbers: titles and rows of charts.

name-market-people = people in the market
name-market-adults = adults in the market
name-market-internet = share of adults online
name-market-social = share using social networks
name-market-brand_users = share following any brand
name-market-duplication = overlap of audiences beyond chance
name-market-cpm = price of a thousand ad views
name-market-trusting = share trusting friends more
name-followers = followers at the start
name-bots = share of bots
name-active = share of active followers
name-alive = chance that the community is alive
name-dead_activity = activity of a dead community
name-customers = share of members who are customers
name-questions-per_year = questions a year
name-questions-per_day = questions a day
name-questions-per_follower = yearly questions per follower
name-questions-dispersion = unevenness of weeks
name-questions-asker_skew = evenness among askers
name-questions-growth = yearly growth of questions
name-questions-crises_per_year = weeks of crisis a year
name-questions-crisis_size = rise of messages in a crisis
name-questions-crisis_negative = rise of complaints in a crisis
name-questions-barrier = share of messages lost to sign-up
name-questions-private = share of private messages
name-friends-mean = friends of a member
name-friends-cv = spread of friend counts
name-graph-homophily = share who came after a friend
name-graph-leaders = opinion leaders chosen on the graph
name-friends-growth = yearly growth of friend counts
name-feed-visibility = share of friends who see a question
name-feed-broadcast = share of messages friends are told of
name-feed-online = share of friends online in time
name-feed-ranked = share let through by the feed
name-feed-viewable = share who really look
name-feed-engagement_visibility = share of friends who see a reaction
name-feed-reshare = share who pass a message on
name-feed-depth = generations of viewers
name-feed-repeat = constancy of friends’ attention
name-feed-scatter = scatter of friends over the market
name-feed-insiders = share of friends who follow already
name-feed-negative_spread = extra spread of complaints
name-feed-story_hours = half-life of a story, hours
name-reviews-per_year = members’ own posts a year
name-reviews-visibility = share of friends who see an own post
name-reviews-reposted = share of own posts the page shows
name-posts-hours = team hours per post
name-posts-per_week = posts a week
name-posts-per_day = posts a day
name-posts-branded = share of advertising posts
name-posts-helpful = share of helpful posts
name-posts-emotional = share of emotional posts
name-posts-reach = share of followers a post reaches
name-posts-engagement = share of readers who react
name-posts-thread_readers = readers of a question and its answer
name-posts-skew = evenness of views among followers
name-posts-fatigue = fatigue from more posts
name-posts-spread = spread of the reach of posts
name-posts-autopost_reach = reach of copied posts
name-posts-autopost_churn = followers lost to copied posts
name-sentiment-positive = share of praise in the messages
name-sentiment-negative = share of complaints in the messages
name-growth-organic = yearly organic growth
name-growth-follow = chance that a viewer follows
name-growth-churn = share of followers leaving a month
name-growth-promo_sensitivity = dislike of advertising posts
name-growth-tolerated_branded = tolerated advertising posts a week
name-growth-neglect = followers lost to silence
name-growth-ads_per_week = weekly advertising for followers
name-growth-cost_per_follower = cost of an advertised follower
name-growth-paid_bots = bots bought
name-growth-liveliness = pull of a lively community
name-growth-site_visits_per_week = site visits a week
name-growth-widget = share of site visitors who follow
name-group_liveliness = liveliness of a group
name-click = readiness to click here
name-search-views_per_message = views from search per message
name-search-half_life_weeks = half-life of search views, weeks
name-feed-brands_followed = brands that a follower follows
name-feed-brands_reference = brands that people usually follow
name-feed-competition = strength of brands’ competition
name-content-branded_weight = reactions to an advertising post
name-content-helpful_weight = reactions to a helpful post
name-content-emotional_weight = reactions to an emotional post
name-content-branded_click = clicks on an advertising post
name-content-helpful_click = clicks on a helpful post
name-content-emotional_click = clicks on an emotional post
name-support-hours_per_week = team hours a week
name-support-occupancy = share of hours spent answering
name-support-people = people who answer
name-support-hours_per_person = weekly hours per person
name-support-salary_per_month = monthly salary per person
name-support-other_work = share of hours for other work
name-support-escalated = share of answers by an expert
name-support-escalation_hours = delay by an expert, hours
name-support-wage = hourly cost of the team
name-support-minutes_per_answer = minutes of work per answer
name-support-base_hours = hours to an answer without a queue
name-support-peers = share answered by members
name-support-peer_hours = hours until a member answers
name-support-give_up = share who give up waiting
name-support-recovery = share of complaints settled at once
name-support-half_life_hours = hours in which settling halves
name-support-peers_ramp_weeks = weeks until members fully answer
name-support-check_minutes = minutes to check an answer
name-support-reward_effect = effect of rewards on helpers
name-support-reward_half = reward with most of the effect
name-support-spam_per_week = spam messages a week
name-support-sent_away = share of askers sent elsewhere
name-support-makes_advocates = share who become advocates
name-support-advocate_answers = monthly answers of an advocate
name-support-advocate_posts = yearly posts of an advocate
name-funnel-presale = share of questions before a purchase
name-funnel-direct_lead = share of askers who become leads
name-funnel-handover = share of leads passed on to sales
name-funnel-direct_close = share of askers’ leads who buy
name-funnel-speed_half_life_hours = hours in which the wish to buy halves
name-funnel-grace_hours = hours a buyer waits patiently
name-funnel-incremental_direct = customers won only by the page
name-funnel-click = share of impressions clicked
name-funnel-trust = trust in friends over strangers
name-funnel-lead = share of clicks that become leads
name-funnel-close = share of other leads who buy
name-funnel-incremental_earned = customers won only by friends
name-funnel-incremental_owned = customers won only by posts
name-funnel-repeat = share of clicks that order again
name-funnel-incremental_repeat = orders won only by posts
name-funnel-deter = chance that a complaint deters
name-funnel-incremental_negative = share of the deterred truly lost
name-value-margin_per_customer = margin of a new customer
name-value-order = price of an order
name-value-orders_per_year = orders of a customer a year
name-value-gross_margin = gross margin
name-value-retention = share of customers who stay
name-value-margin_cv = spread of customers’ margins
name-value-referral_uplift = worth of a friend’s customer
name-value-months_to_earn = months over which a margin arrives
name-value-repeat_margin = margin of a repeat order
name-value-cost_per_contact = cost of a call or mail
name-value-would_have_called = share who would have called
name-value-thread_deflection = share of readers who would call
name-value-customer_year = yearly margin of a customer
name-value-retention_lift = customers kept only by an answer
name-value-ignored_loss = customers lost only by silence
name-value-hire_sentiment = effect of word of mouth on hiring
name-value-per_thousand_seen = worth of a thousand impressions
name-value-forum_saved_per_month = monthly cost of one’s own forum
name-value-ideas_per_year = useful ideas a year
name-value-idea_value = worth of an idea
name-polls-per_year = polls a year
name-polls-value = worth of a poll
name-polls-response = share who answer a poll
name-polls-needed = answers that a poll needs
name-hires-per_year = hires a year
name-hires-saving = saving by one hire
name-cost-per_post = cost of a post
name-cost-manager_per_month = monthly cost of management
name-cost-tools_per_month = monthly cost of tools
name-cost-setup = cost of the start
name-cost-discount = yearly interest rate
name-cost-rewards_per_month = monthly rewards for helpers
name-outreach-per_week = people found elsewhere a week
name-outreach-minutes = minutes per person found
name-outreach-reply = share of people found who reply
name-outreach-lead = share of replies that become leads

# The same of tables of the file.

name-field-role-share = share of the members
name-field-role-asks = messages over those of others
name-field-role-friends = friends over those of others
name-field-role-negative = complaints over those of others
name-field-role-answers = readiness to answer
name-field-role-fit = fit of the friends to the product
name-field-campaign-question_lift = rise of messages
name-field-campaign-posts_per_week = extra posts a week
name-field-campaign-followers = followers brought
name-field-campaign-budget = budget
name-field-campaign-positive = change of praise
name-field-campaign-negative = change of complaints
name-field-campaign-partner_followers = followers of the partner
name-field-campaign-partner_follow = share who come from the partner
name-field-overlap-share = shared followers
name-field-competitor-messages_per_year = messages about it a year
name-field-competitor-positive = share of praise about it
name-field-competitor-negative = share of complaints about it
name-field-competitor-followers = its followers

# Values of some of them as people say them.

at-posts-per_week = { $n ->
    [one] at one post a week
   *[other] at { $n } posts a week
}
at-posts-per_day = { $n ->
    [one] at one post a day
   *[other] at { $n } posts a day
}
at-support-people = { $n ->
    [one] with one person who answers
   *[other] with { $n } people who answer
}
at-support-hours_per_week = { $n ->
    [one] with one team hour a week
   *[other] with { $n } team hours a week
}

# Networks and the like: what a community is called whose file gives it no name.

network-facebook = Facebook
network-vkontakte = VKontakte
network-twitter = Twitter
network-livejournal = LiveJournal
network-odnoklassniki = Odnoklassniki
network-google-plus = Google+
network-my-world = My World
network-forum = the forum
network-instagram = Instagram
network-telegram = Telegram
network-x = X
network-linkedin = LinkedIn
network-youtube = YouTube
network-tiktok = TikTok
network-page = the page
network-channel = the channel
network-group = the group

# What is said with these names.

of-own = { $name }
quoted = “{ $words }”
each-community = each community
subject-one = { $words } is
subject-many = { $words } are
