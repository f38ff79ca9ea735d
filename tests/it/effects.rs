//! Every key of the table has an effect, and in the direction that its meaning says.

use std::sync::LazyLock;

use crate::support::{lowered, quick};
use reachsim::estimate::{mean, variance};
use reachsim::locale::Locale;
use reachsim::metric;
use reachsim::model::{ColumnId, Lowered};
use reachsim::scenario::keys::{KEYS, SECTIONS};
use reachsim::trials::Trials;

/// Two pages on which every step of the model takes place.
const BASE: &str = r#"
title = "Two pages"
simulation.weeks = 16
market.people = 400_000
support.hours_per_week = 8 # too few: some questions wait, and some who asked give up

[value]
margin_per_customer = 400
repeat_margin = 15
cost_per_contact = 6
customer_year = 80

[polls]
per_year = 4
value = 3_000

[hires]
per_year = 2
saving = 3_000

[cost]
per_post = 30

[community.page]
platform = "facebook-2012"
followers = 50_000
bots = "10%"
active = "80%"
alive = "90%"
questions.per_year = 5_000
questions.season = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
questions.crises_per_year = 4
friends.mean = 130
feed.visibility = "7.5%"
feed.reshare = "1%"
reviews.per_year = 300
posts.per_week = 10
posts.branded = "50%"
posts.reach = "5%"
growth.ads_per_week = 100

[community.other]
platform = "facebook-2012"
followers = 30_000
questions.per_year = 2_000
feed.visibility = "7.5%"
friends.mean = 130
"#;

#[derive(Clone, Copy, PartialEq)]
enum Effect {
    Up(&'static str),
    Down(&'static str),
    /// The metric spreads more, or is no longer the same in every future.
    Wider(&'static str),
    /// Other values, the same distribution.
    Other(&'static str),
}

use Effect::{Down, Other, Up, Wider};

/// What is set, beside it if need be something that makes the key matter, and what that does.
const EFFECTS: &[(&str, &[&str], Effect)] = &[
    ("simulation.seed", &["simulation.seed=7"], Other("questions")),
    ("simulation.weeks", &["simulation.weeks=30"], Up("questions")),
    ("simulation.start", &["simulation.start=2026-07-01"], Up("questions")),
    ("market.people", &["market.people=300k"], Down("reach_second")),
    (
        "community.<id>.graph.file",
        &["community.page.graph.file=tests/diagnostics/files/ring.edges"],
        Down("reach_second"),
    ),
    (
        "community.<id>.graph.synthetic",
        &["community.page.graph.synthetic=erdos-renyi"],
        Up("reach_second"),
    ),
    (
        "market.adults",
        &["market.adults=1M", "market.internet=80%", "market.social=60%"],
        Up("reach_second"),
    ),
    (
        "market.internet",
        &["market.adults=1M", "market.internet=30%", "market.social=100%"],
        Down("reach_second"),
    ),
    (
        "market.social",
        &["market.adults=1M", "market.internet=100%", "market.social=30%"],
        Down("reach_second"),
    ),
    ("market.duplication", &["market.duplication=3"], Down("total_reach")),
    (
        "community.<id>.platform",
        &["community.page.platform=vkontakte-2012", "community.other.platform=vkontakte-2012"],
        Down("active_followers"),
    ),
    ("community.<id>.followers", &["community.page.followers=60k"], Up("reach_first")),
    ("community.<id>.bots", &["community.page.bots=50%"], Down("reach_first")),
    ("community.<id>.active", &["community.page.active=40%"], Down("distinct_askers")),
    ("community.<id>.alive", &["community.page.alive=50%"], Down("questions")),
    ("community.<id>.dead_activity", &["community.page.dead_activity=50%"], Up("questions")),
    (
        "community.<id>.questions.per_year",
        &["community.page.questions.per_year=6k"],
        Up("questions"),
    ),
    ("community.<id>.questions.per_day", &["community.page.questions.per_day=30"], Up("questions")),
    (
        "community.<id>.questions.per_follower",
        &["community.page.questions.per_follower=0.5"],
        Up("questions"),
    ),
    (
        "community.<id>.questions.dispersion",
        &["community.page.questions.dispersion=2"],
        Wider("questions"),
    ),
    (
        "community.<id>.questions.asker_skew",
        &["community.page.questions.asker_skew=2"],
        Up("distinct_askers"),
    ),
    ("community.<id>.questions.growth", &["community.page.questions.growth=50%"], Up("questions")),
    (
        "community.<id>.questions.season",
        &["community.page.questions.season=[2,2,2,2,2,2,1,1,1,1,1,1]"],
        Up("questions"),
    ),
    (
        "community.<id>.questions.crises_per_year",
        &["community.page.questions.crises_per_year=12"],
        Up("questions"),
    ),
    (
        "community.<id>.questions.crisis_size",
        &["community.page.questions.crisis_size=12"],
        Up("questions"),
    ),
    (
        "community.<id>.friends.mean",
        &["community.page.friends.mean=190"],
        Up("potential_questions"),
    ),
    ("community.<id>.friends.cv", &["community.page.friends.cv=1.5"], Up("impressions_reshares")),
    (
        "community.<id>.friends.growth",
        &["community.page.friends.growth=40%"],
        Up("potential_questions"),
    ),
    (
        "community.<id>.feed.visibility",
        &["community.page.feed.visibility=9%"],
        Up("impressions_questions"),
    ),
    (
        "community.<id>.feed.broadcast",
        &["community.page.feed.broadcast=50%"],
        Up("impressions_questions"),
    ),
    (
        "community.<id>.feed.online",
        &["community.page.feed.broadcast=50%", "community.page.feed.online=10%"],
        Down("impressions_questions"),
    ),
    (
        "community.<id>.feed.ranked",
        &["community.page.feed.online=50%", "community.page.feed.ranked=10%"],
        Down("impressions_questions"),
    ),
    (
        "community.<id>.feed.viewable",
        &["community.page.feed.online=50%", "community.page.feed.viewable=10%"],
        Down("impressions_questions"),
    ),
    (
        "community.<id>.feed.reshare",
        &["community.page.feed.reshare=2%"],
        Up("impressions_reshares"),
    ),
    ("community.<id>.feed.depth", &["community.page.feed.depth=4"], Up("impressions_reshares")),
    ("community.<id>.feed.repeat", &["community.page.feed.repeat=0"], Up("reach_second")),
    ("community.<id>.feed.scatter", &["community.page.feed.scatter=20%"], Down("reach_second")),
    ("community.<id>.feed.insiders", &["community.page.feed.insiders=50%"], Down("reach_second")),
    (
        "community.<id>.posts.per_week",
        &["community.page.posts.per_week=20"],
        Up("impressions_first"),
    ),
    ("community.<id>.posts.per_day", &["community.page.posts.per_day=4"], Up("impressions_first")),
    ("community.<id>.posts.reach", &["community.page.posts.reach=9%"], Up("impressions_first")),
    ("community.<id>.posts.skew", &["community.page.posts.skew=3"], Up("reach_first")),
    (
        "community.<id>.posts.fatigue",
        &["community.page.posts.fatigue=2"],
        Down("impressions_first"),
    ),
    ("community.<id>.posts.spread", &["community.page.posts.spread=6"], Wider("impressions_first")),
    (
        "currency_per_eur",
        &["currency=UAH", "currency_per_eur=40", "support.wage=20"],
        Up("media_equivalent"),
    ),
    ("roles", &["roles=crm-2011"], Up("potential_questions")),
    ("market.cpm", &["market.cpm=12"], Up("media_equivalent")),
    ("community.<id>.customers", &["community.page.customers=60%"], Up("repeat_orders")),
    (
        "community.<id>.questions.crisis_negative",
        &["community.page.questions.crisis_negative=5"],
        Up("complaints"),
    ),
    (
        "community.<id>.feed.engagement_visibility",
        &["community.page.feed.engagement_visibility=20%"],
        Up("impressions_reactions"),
    ),
    (
        "community.<id>.feed.negative_spread",
        &["community.page.feed.negative_spread=3"],
        Up("negative_impressions"),
    ),
    (
        "community.<id>.feed.story_hours",
        &["community.page.feed.story_hours=1_000"],
        Down("negative_impressions"),
    ),
    (
        "community.<id>.reviews.per_year",
        &["community.page.reviews.per_year=900"],
        Up("impressions_reviews"),
    ),
    (
        "community.<id>.reviews.visibility",
        &["community.page.reviews.visibility=60%"],
        Up("impressions_reviews"),
    ),
    ("community.<id>.posts.branded", &["community.page.posts.branded=90%"], Up("unfollows")),
    (
        "community.<id>.posts.helpful",
        &["community.page.posts.helpful=45%"],
        Up("impressions_reactions"),
    ),
    (
        "community.<id>.posts.emotional",
        &["community.page.posts.emotional=45%"],
        Up("impressions_reactions"),
    ),
    (
        "community.<id>.posts.engagement",
        &["community.page.posts.engagement=6%"],
        Up("impressions_reactions"),
    ),
    (
        "community.<id>.posts.thread_readers",
        &["community.page.posts.thread_readers=50"],
        Up("thread_views"),
    ),
    (
        "community.<id>.sentiment.positive",
        &["community.page.sentiment.positive=40%"],
        Up("share_positive"),
    ),
    (
        "community.<id>.sentiment.negative",
        &["community.page.sentiment.negative=30%"],
        Up("complaints"),
    ),
    (
        "community.<id>.growth.organic",
        &["community.page.growth.organic=60%"],
        Up("followers_gained"),
    ),
    ("community.<id>.growth.follow", &["community.page.growth.follow=1%"], Up("followers_gained")),
    ("community.<id>.growth.churn", &["community.page.growth.churn=5%"], Up("unfollows")),
    (
        "community.<id>.growth.promo_sensitivity",
        &["community.page.growth.promo_sensitivity=20"],
        Up("unfollows"),
    ),
    ("community.<id>.growth.neglect", &["community.page.growth.neglect=20"], Up("unfollows")),
    (
        "community.<id>.growth.ads_per_week",
        &["community.page.growth.ads_per_week=500"],
        Up("cost_ads"),
    ),
    (
        "community.<id>.growth.cost_per_follower",
        &["community.page.growth.cost_per_follower=0.1"],
        Up("followers_gained"),
    ),
    ("content.branded_weight", &["content.branded_weight=3"], Up("impressions_reactions")),
    ("content.helpful_weight", &["content.helpful_weight=3"], Down("impressions_reactions")),
    ("content.emotional_weight", &["content.emotional_weight=5"], Down("impressions_reactions")),
    ("content.branded_click", &["content.branded_click=5"], Up("clicks")),
    ("content.helpful_click", &["content.helpful_click=5"], Down("clicks")),
    ("content.emotional_click", &["content.emotional_click=5"], Down("clicks")),
    ("support.hours_per_week", &["support.hours_per_week=20"], Up("answers_staff")),
    ("support.wage", &["support.wage=40"], Up("cost_team")),
    ("support.minutes_per_answer", &["support.minutes_per_answer=20"], Down("answers_staff")),
    ("support.base_hours", &["support.base_hours=40"], Up("response_hours")),
    ("support.peers", &["support.peers=60%"], Up("answers_peers")),
    ("support.peer_hours", &["support.peer_hours=20"], Up("response_hours")),
    ("support.give_up", &["support.give_up=60%"], Up("gave_up")),
    ("support.recovery", &["support.recovery=90%"], Up("complaints_recovered")),
    ("support.half_life_hours", &["support.half_life_hours=60"], Up("complaints_recovered")),
    ("funnel.presale", &["funnel.presale=60%"], Up("leads_direct")),
    ("funnel.direct_lead", &["funnel.direct_lead=95%"], Up("leads_direct")),
    ("funnel.handover", &["funnel.handover=50%"], Down("leads_direct")),
    ("funnel.direct_close", &["funnel.direct_close=50%"], Up("won")),
    ("funnel.speed_half_life_hours", &["funnel.speed_half_life_hours=500"], Up("leads_direct")),
    ("funnel.incremental_direct", &["funnel.incremental_direct=90%"], Up("value_direct")),
    ("funnel.click", &["funnel.click=3%"], Up("clicks")),
    ("funnel.trust", &["funnel.trust=2.8"], Up("leads_earned")),
    ("funnel.lead", &["funnel.lead=20%"], Up("leads_earned")),
    ("funnel.close", &["funnel.close=50%"], Up("won")),
    ("funnel.incremental_earned", &["funnel.incremental_earned=5%"], Down("value_earned")),
    ("funnel.incremental_owned", &["funnel.incremental_owned=90%"], Up("value_owned")),
    ("funnel.repeat", &["funnel.repeat=20%"], Up("repeat_orders")),
    ("funnel.incremental_repeat", &["funnel.incremental_repeat=90%"], Up("repeat_orders")),
    ("funnel.deter", &["funnel.deter=2%"], Up("deterred")),
    ("funnel.incremental_negative", &["funnel.incremental_negative=100%"], Up("deterred")),
    ("value.margin_per_customer", &["value.margin_per_customer=900"], Up("value_direct")),
    (
        "value.order",
        &[
            "value.order=2_000",
            "value.orders_per_year=1",
            "value.gross_margin=50%",
            "value.retention=0",
        ],
        Up("value_direct"),
    ),
    (
        "value.orders_per_year",
        &[
            "value.order=50",
            "value.orders_per_year=90",
            "value.gross_margin=50%",
            "value.retention=0",
        ],
        Up("value_direct"),
    ),
    (
        "value.gross_margin",
        &[
            "value.order=50",
            "value.orders_per_year=9",
            "value.gross_margin=1%",
            "value.retention=0",
        ],
        Down("value_direct"),
    ),
    (
        "value.retention",
        &[
            "value.order=500",
            "value.orders_per_year=1",
            "value.gross_margin=50%",
            "value.retention=90%",
        ],
        Up("value_direct"),
    ),
    ("value.margin_cv", &["value.margin_cv=4"], Wider("value_direct")),
    ("value.referral_uplift", &["value.referral_uplift=3"], Up("value_earned")),
    ("value.months_to_earn", &["value.months_to_earn=60"], Down("npv")),
    ("value.repeat_margin", &["value.repeat_margin=50"], Up("value_repeat")),
    ("value.cost_per_contact", &["value.cost_per_contact=12"], Up("value_deflection")),
    ("value.would_have_called", &["value.would_have_called=60%"], Up("value_deflection")),
    ("value.thread_deflection", &["value.thread_deflection=5%"], Up("value_deflection")),
    ("value.customer_year", &["value.customer_year=200"], Up("value_retention")),
    ("value.retention_lift", &["value.retention_lift=10%"], Up("value_retention")),
    ("value.ignored_loss", &["value.ignored_loss=50%"], Up("loss_ignored")),
    ("polls.per_year", &["polls.per_year=12"], Up("value_research")),
    ("polls.value", &["polls.value=9_000"], Up("value_research")),
    ("polls.response", &["polls.response=3%"], Up("poll_answers")),
    ("polls.needed", &["polls.needed=1M"], Down("value_research")),
    ("hires.per_year", &["hires.per_year=10"], Up("value_recruiting")),
    ("hires.saving", &["hires.saving=9_000"], Up("value_recruiting")),
    ("cost.per_post", &["cost.per_post=90"], Up("cost_content")),
    ("cost.manager_per_month", &["cost.manager_per_month=900"], Up("cost_fixed")),
    ("cost.tools_per_month", &["cost.tools_per_month=90"], Up("cost_fixed")),
    ("cost.setup", &["cost.setup=5_000"], Up("cost_fixed")),
    ("cost.discount", &["cost.discount=200%"], Down("npv")),
];

/// What a row of a section adds, what of it is set, and what that does.
const ROLES: &str = "
[[role]]
name = \"few\"
share = 0.2
asks = 3
friends = 2
negative = 2
answers = 2
[[role]]
name = \"many\"
share = 0.8
";
const CAMPAIGN: &str = "
[[campaign]]
name = \"spring\"
community = \"page\"
start_week = 4
weeks = 6
question_lift = 2
posts_per_week = 5
followers = 3_000
budget = 6_000
";
const PARTNER: &str = "
[[campaign]]
name = \"cross\"
start_week = 4
weeks = 6
partner_followers = 100_000
";
const ROWS: &[(&str, &str, Effect)] = &[
    (ROLES, "role.few.asks=9", Up("complaints")),
    (ROLES, "role.few.friends=6", Up("potential_questions")),
    (ROLES, "role.few.negative=4", Up("complaints")),
    (ROLES, "role.few.answers=9", Up("answers_peers")),
    (ROLES, "role.few.fit=9", Up("clicks")),
    (RIVAL, "competitor.rival.messages_per_year=40k", Down("share_of_voice")),
    (RIVAL, "competitor.rival.positive=60%", Down("sentiment_gap")),
    (RIVAL, "competitor.rival.negative=60%", Up("sentiment_gap")),
    (RIVAL, "competitor.rival.followers=800k", Up("activity_ratio")),
    (ROLES, "role.few.share=0.6 role.many.share=0.4", Up("complaints")),
    (CAMPAIGN, "campaign.spring.question_lift=4", Up("questions")),
    (CAMPAIGN, "campaign.spring.posts_per_week=20", Up("impressions_first")),
    (CAMPAIGN, "campaign.spring.followers=9k", Up("followers_gained")),
    (CAMPAIGN, "campaign.spring.budget=9k", Up("cost_ads")),
    (CAMPAIGN, "campaign.spring.positive=40%", Up("share_positive")),
    (CAMPAIGN, "campaign.spring.negative=30%", Up("complaints")),
    (CAMPAIGN, "campaign.spring.partner_followers=900k", Up("followers_gained")),
    (PARTNER, "campaign.cross.partner_follow=5%", Up("followers_gained")),
    (CAMPAIGN, "campaign.spring.weeks=12", Up("questions")),
    (CAMPAIGN, "campaign.spring.start_week=24", Down("questions")),
];

/// Keys of what is neutral unless asked for, with what has to be there already.
const FURTHER: &[(&str, &[&str], &str, Effect)] = &[
    ("community.<id>.opens_at_week", &[], "community.page.opens_at_week=8", Down("questions")),
    ("community.<id>.kind", &[], "community.page.kind=group", Up("impressions_reactions")),
    (
        "community.<id>.group_liveliness",
        &["community.page.kind=group"],
        "community.page.group_liveliness=3",
        Up("impressions_reactions"),
    ),
    (
        "community.<id>.posts.autopost_reach",
        &["community.page.posts.autopost=true"],
        "community.page.posts.autopost_reach=0.2",
        Down("impressions_first"),
    ),
    (
        "community.<id>.posts.autopost_churn",
        &["community.page.posts.autopost=true"],
        "community.page.posts.autopost_churn=9",
        Down("followers_end"),
    ),
    (
        "community.<id>.feed.brands_reference",
        &["community.page.feed.brands_followed=40", "community.page.feed.competition=1"],
        "community.page.feed.brands_reference=20",
        Up("impressions_first"),
    ),
    (
        "community.<id>.growth.tolerated_branded",
        &[],
        "community.page.growth.tolerated_branded=0.3",
        Up("unfollows"),
    ),
    ("support.occupancy", &["support.occupancy=70%"], "support.occupancy=35%", Up("cost_team")),
    (
        "support.advocate_answers",
        &["support.makes_advocates=30%"],
        "support.advocate_answers=9",
        Up("answers_peers"),
    ),
    (
        "support.advocate_posts",
        &["support.makes_advocates=30%"],
        "support.advocate_posts=90",
        Up("impressions_reviews"),
    ),
    ("funnel.grace_hours", &[], "funnel.grace_hours=12", Up("leads_direct")),
    ("community.<id>.click", &[], "community.page.click=3", Up("clicks")),
    (
        "community.<id>.questions.barrier",
        &[],
        "community.page.questions.barrier=50%",
        Down("questions"),
    ),
    (
        "community.<id>.search.views_per_message",
        &[],
        "community.page.search.views_per_message=300",
        Up("value_deflection"),
    ),
    (
        "community.<id>.search.half_life_weeks",
        &["community.page.search.views_per_message=30"],
        "community.page.search.half_life_weeks=20",
        Down("search_views"),
    ),
    (
        "community.<id>.feed.brands_followed",
        &["community.page.feed.competition=1", "community.page.feed.brands_followed=10"],
        "community.page.feed.brands_followed=40",
        Down("impressions_first"),
    ),
    (
        "community.<id>.feed.competition",
        &["community.page.feed.brands_followed=40", "community.page.feed.competition=0"],
        "community.page.feed.competition=1",
        Down("impressions_first"),
    ),
    (
        "community.<id>.posts.autopost",
        &[],
        "community.page.posts.autopost=true",
        Down("followers_end"),
    ),
    (
        "community.<id>.growth.paid_bots",
        &[],
        "community.page.growth.paid_bots=9k",
        Up("followers_end"),
    ),
    ("value.per_thousand_seen", &[], "value.per_thousand_seen=9", Up("total_value")),
    ("support.people", &[], "support.people=1", Up("answers_staff")),
    (
        "support.hours_per_person",
        &["support.people=0.2"],
        "support.hours_per_person=80",
        Up("answers_staff"),
    ),
    (
        "support.salary_per_month",
        &["support.people=0.2", "support.salary_per_month=100"],
        "support.salary_per_month=9_000",
        Up("cost_team"),
    ),
    ("support.other_work", &[], "support.other_work=50%", Down("answers_staff")),
    ("support.open", &[], "support.open='Mon-Fri 9:00-18:00'", Up("response_hours")),
    ("support.escalated", &[], "support.escalated=40%", Up("response_hours")),
    (
        "support.escalation_hours",
        &["support.escalated=40%"],
        "support.escalation_hours=100",
        Up("response_hours"),
    ),
    (
        "community.<id>.questions.private",
        &[],
        "community.page.questions.private=60%",
        Down("impressions_questions"),
    ),
    ("community.<id>.posts.hours", &[], "community.page.posts.hours=0.5", Down("answers_staff")),
    ("outreach.minutes", &["outreach.per_week=50"], "outreach.minutes=9", Down("answers_staff")),
    ("support.peers_ramp_weeks", &[], "support.peers_ramp_weeks=30", Down("answers_peers")),
    ("support.check_minutes", &[], "support.check_minutes=4", Down("answers_staff")),
    (
        "support.spam_per_week",
        &["support.check_minutes=1"],
        "support.spam_per_week=80",
        Down("answers_staff"),
    ),
    ("support.sent_away", &[], "support.sent_away=60%", Down("leads_direct")),
    ("support.makes_advocates", &[], "support.makes_advocates=30%", Up("answers_peers")),
    ("outreach.per_week", &["outreach.per_week=5"], "outreach.per_week=500", Up("leads_direct")),
    ("outreach.reply", &["outreach.per_week=50"], "outreach.reply=90%", Up("outreach_replies")),
    ("outreach.lead", &["outreach.per_week=50"], "outreach.lead=90%", Up("leads_direct")),
    ("market.trusting", &[], "market.trusting=20%", Down("clicks")),
    (
        "value.hire_sentiment",
        &[
            "hires.per_year=3_000",
            "community.page.questions.crises_per_year=30",
            "support.recovery=0",
        ],
        "value.hire_sentiment=3",
        Down("value_recruiting"),
    ),
    ("value.forum_saved_per_month", &[], "value.forum_saved_per_month=900", Up("total_value")),
    (
        "value.ideas_per_year",
        &["value.ideas_per_year=1", "value.idea_value=500"],
        "value.ideas_per_year=60",
        Up("value_ideas"),
    ),
    (
        "value.idea_value",
        &["value.ideas_per_year=60", "value.idea_value=500"],
        "value.idea_value=5_000",
        Up("value_ideas"),
    ),
    ("cost.rewards_per_month", &[], "cost.rewards_per_month=300", Up("total_cost")),
    (
        "community.<id>.reviews.reposted",
        &[],
        "community.page.reviews.reposted=90%",
        Up("impressions_reviews"),
    ),
    (
        "community.<id>.growth.liveliness",
        &["community.page.growth.follow=1%", "community.page.questions.growth=200%"],
        "community.page.growth.liveliness=3",
        Up("followers_gained"),
    ),
    (
        "community.<id>.growth.site_visits_per_week",
        &["community.page.growth.widget=1%", "community.page.growth.site_visits_per_week=100"],
        "community.page.growth.site_visits_per_week=50_000",
        Up("followers_gained"),
    ),
    (
        "community.<id>.growth.widget",
        &["community.page.growth.widget=0", "community.page.growth.site_visits_per_week=50_000"],
        "community.page.growth.widget=1%",
        Up("followers_gained"),
    ),
    (
        "support.reward_effect",
        &["cost.rewards_per_month=500"],
        "support.reward_effect=2",
        Up("answers_peers"),
    ),
    (
        "support.reward_half",
        &["cost.rewards_per_month=50", "support.reward_effect=2"],
        "support.reward_half=500",
        Down("answers_peers"),
    ),
];
const RIVAL: &str = "
[competitor.rival]
messages_per_year = 4_000
followers = 80_000
";

const NAMES: &str = "names::each_language_has_its_words_and_scripts_have_theirs";

const CLAIM: &str = "claims::a_claim_is_told_with_its_place_in_each_language";

/// Keys whose effect is not on a metric, with the test that shows it.
const ELSEWHERE: &[(&str, &str)] = &[
    ("community.<id>.graph.homophily", "graph::scenario::a_synthetic_network_measures_the_overlap"),
    ("community.<id>.graph.leaders", "graph::leaders::two_stars_measure_the_role"),
    ("community.<id>.feed.brands", "founding::a_survey_of_brands_is_a_mean_over_its_classes"),
    ("title", "effects::words_are_told_on"),
    ("description", "effects::words_are_told_on"),
    ("title.en", NAMES),
    ("title.ru", NAMES),
    ("title.uk", NAMES),
    ("description.en", NAMES),
    ("description.ru", NAMES),
    ("description.uk", NAMES),
    ("community.<id>.name", NAMES),
    ("community.<id>.name.en", NAMES),
    ("community.<id>.name.ru", NAMES),
    ("community.<id>.name.uk", NAMES),
    ("currency", "effects::words_are_told_on"),
    ("locale", "effects::words_are_told_on"),
    ("theme.name", "theme::a_theme_of_a_scenario_moves_no_number_and_no_hash"),
    ("theme.logo", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.logo_dark", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.colours", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.accent", "theme::a_theme_of_a_scenario_moves_no_number_and_no_hash"),
    ("theme.good", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.bad", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.heading_font", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.body_font", "theme::a_theme_file_is_heard_in_every_part"),
    ("theme.footer", "theme::a_theme_of_a_scenario_moves_no_number_and_no_hash"),
    ("theme.confidential", "theme::a_theme_of_a_scenario_moves_no_number_and_no_hash"),
    ("theme.template", "deck::a_template_keeps_its_masters_and_loses_its_slides"),
    ("deck.slides", "deck::a_file_chooses_its_slides_and_their_words"),
    ("deck.titles", "deck::a_file_chooses_its_slides_and_their_words"),
    ("deck.notes", "deck::a_file_chooses_its_slides_and_their_words"),
    ("deck.by", "months::a_run_is_told_by_the_month_in_pictures_sheets_and_csv"),
    (
        "simulation.fiscal_year_starts",
        "months::totals_of_business_years_are_told_where_the_horizon_crosses_one",
    ),
    ("extends", "scenario: a child takes what its parent says"),
    ("claim.text", CLAIM),
    ("claim.text.en", CLAIM),
    ("claim.text.ru", CLAIM),
    ("claim.text.uk", CLAIM),
    ("claim.place", CLAIM),
    ("claim.place.en", CLAIM),
    ("claim.place.ru", CLAIM),
    ("claim.place.uk", CLAIM),
    ("claim.kind", "claims::only_findings_are_counted"),
    ("check.tolerance", "check::a_tolerance_decides_what_counts_as_moved"),
    ("simulation.trials", "effects::as_many_trials_as_the_file_says"),
    ("simulation.sampler", "engine::a_replayed_trial_is_the_trial"),
    ("market.brand_users", "effects::a_community_larger_than_those_who_follow_brands_is_refused"),
];

impl Effect {
    /// A key without effect passes once in a million whatever the trials; one whose effect they do
    /// not show does not pass. Spreads are known worse than means of differences.
    fn trials(self) -> u64 {
        if let Wider(_) = self { 1_000 } else { FEW }
    }
}

const FEW: u64 = 400;

fn values(lowered: &Lowered, trials: &Trials, metric: &str) -> Vec<f64> {
    let (metric, _) = metric::find(metric).expect("a metric");
    trials.column(&lowered.model, ColumnId { community: None, metric }).values()
}

fn simulated(text: &str, sets: &[&str], trials: u64) -> (Lowered, Trials) {
    let lowered = lowered(text, sets);
    let trials = quick(&lowered, trials);
    (lowered, trials)
}

/// The base as it is, once for all of the tests.
fn base(trials: u64) -> &'static (Lowered, Trials) {
    static FEWER: LazyLock<(Lowered, Trials)> = LazyLock::new(|| simulated(BASE, &[], FEW));
    static MORE: LazyLock<(Lowered, Trials)> = LazyLock::new(|| simulated(BASE, &[], 1_000));
    if trials == FEW { &FEWER } else { &MORE }
}

#[track_caller]
fn expect_effect(key: &str, sets: &[&str], effect: Effect) {
    let trials = effect.trials();
    expect_change(key, base(trials), &simulated(BASE, sets, trials), effect);
}

#[track_caller]
fn expect_change(key: &str, before: &(Lowered, Trials), after: &(Lowered, Trials), effect: Effect) {
    let (Up(metric) | Down(metric) | Wider(metric) | Other(metric)) = effect;
    let (before, after) =
        (values(&before.0, &before.1, metric), values(&after.0, &after.1, metric));
    let changes: Vec<f64> = before
        .iter()
        .zip(&after)
        .map(|(before, after)| after - before)
        .filter(|change| !change.is_nan())
        .collect();
    assert!(changes.len() > before.len() / 2, "{metric} is nearly always undefined");
    let se = (variance(&changes) / changes.len() as f64).sqrt();
    let z = mean(&changes) / se;
    match effect {
        Up(_) => assert!(z > 4.89, "`{key}` should raise {metric}: z = {z}"),
        Down(_) => assert!(z < -4.89, "`{key}` should lower {metric}: z = {z}"),
        // The ratio of two variances of 1,000 trials each is within 23 % of 1 with z = 3.6 if
        // nothing happened.
        Wider(_) => {
            assert!(variance(&after) > 1.3 * variance(&before), "`{key}` should spread {metric}");
        }
        Other(_) => assert!(
            changes.iter().any(|change| *change != 0.0) && z.abs() < 4.89,
            "`{key}` should only redraw {metric}: z = {z}"
        ),
    }
}

#[test]
fn every_number_of_a_role_and_of_a_campaign_has_the_effect_that_it_says() {
    for (row, set, effect) in ROWS {
        let text = format!("{BASE}{row}");
        let sets: Vec<&str> = set.split(' ').collect();
        let of = |sets: &[&str]| simulated(&text, sets, effect.trials());
        expect_change(set, &of(&[]), &of(&sets), *effect);
    }
    // Nothing of a role or campaign is left out.
    let fields = SECTIONS
        .iter()
        .filter(|section| matches!(section.name, "role" | "campaign" | "competitor"));
    for (section, field) in
        fields.flat_map(|section| section.fields.iter().map(move |field| (section.name, field)))
    {
        let tested = ROWS.iter().any(|(_, set, _)| {
            set.starts_with(section) && set.contains(&format!(".{}=", field.name))
        });
        assert!(tested || matches!(field.name, "name" | "community"), "{section}.{}", field.name);
    }
    let community =
        |id: &str| simulated(&format!("{BASE}{}", CAMPAIGN.replace("page", id)), &[], FEW);
    expect_change("campaign.community", &community("page"), &community("other"), Down("questions"));
}

#[test]
fn every_key_has_the_effect_that_it_says() {
    for (key, sets, effect) in EFFECTS {
        let path = sets.iter().any(|set| set.starts_with(&key.replace("<id>", "page")));
        assert!(path, "`{key}` is not among what is set: {sets:?}");
        expect_effect(key, sets, *effect);
    }
}

#[test]
fn every_further_key_has_the_effect_that_it_says() {
    for (key, beside, set, effect) in FURTHER {
        assert!(set.starts_with(&format!("{}=", key.replace("<id>", "page"))), "{key}");
        let name = set.split('=').next().expect("a key");
        let others = beside.iter().filter(|other| !other.starts_with(&format!("{name}=")));
        let after: Vec<&str> = others.copied().chain([*set]).collect();
        let of = |sets: &[&str]| simulated(BASE, sets, effect.trials());
        let before = if beside.is_empty() { base(effect.trials()) } else { &of(beside) };
        expect_change(key, before, &of(&after), *effect);
    }
}

/// What a key says that changes nothing moves no number by a single bit, and neither does a
/// competitor.
#[test]
fn what_is_neutral_moves_no_bit() {
    let before = base(FEW);
    let neutral = [
        "community.page.kind=page",
        "community.page.click=1",
        "community.page.opens_at_week=0",
        "community.page.questions.barrier=0",
        "community.page.search.views_per_message=0",
        "community.page.feed.brands_followed=40",
        "community.page.feed.competition=0",
        "community.page.posts.autopost=false",
        "community.page.posts.autopost_reach=0.2",
        "community.page.group_liveliness=3",
        "community.page.feed.brands_reference=20",
        "support.advocate_answers=9",
        "community.page.growth.paid_bots=0",
        "support.peers_ramp_weeks=0",
        "support.check_minutes=0",
        "support.other_work=0",
        "support.open=always",
        "support.escalated=0",
        "community.page.questions.private=0",
        "community.page.posts.hours=0",
        "support.sent_away=0",
        "support.makes_advocates=0",
        "outreach.per_week=0",
        "market.trusting=1",
        "value.hire_sentiment=0",
        "value.forum_saved_per_month=0",
        "value.ideas_per_year=0",
        "cost.rewards_per_month=0",
        "community.page.reviews.reposted=0",
        "community.page.growth.liveliness=0",
        "community.page.growth.site_visits_per_week=0",
        "community.page.growth.widget=50%",
        "support.reward_effect=9",
        "support.reward_half=1",
    ];
    let after = &simulated(&format!("{BASE}{RIVAL}"), &neutral, FEW);
    let same = |a: f64, b: f64| a.to_bits() == b.to_bits();
    for column in before.0.model.columns().filter(|column| column.community.is_none()) {
        let name = before.0.model.column_name(column);
        let [old, new] = [before, after].map(|(lowered, trials)| values(lowered, trials, &name));
        assert!(old.iter().zip(&new).all(|(old, new)| same(*old, *new)), "{name}");
    }
}

#[test]
fn no_key_is_without_a_test() {
    let further = FURTHER.iter().map(|(key, ..)| *key);
    let tested: Vec<&str> = further
        .chain(EFFECTS.iter().map(|(key, ..)| *key))
        .chain(ELSEWHERE.iter().map(|(key, _)| *key))
        .collect();
    let missing: Vec<&str> =
        KEYS.iter().map(|key| key.path).filter(|path| !tested.contains(path)).collect();
    assert!(missing.is_empty(), "without an effect test: {missing:?}");
    let unknown: Vec<&&str> =
        tested.iter().filter(|path| !KEYS.iter().any(|key| key.path == **path)).collect();
    assert!(unknown.is_empty(), "no keys: {unknown:?}");
}

#[test]
#[should_panic(expected = "should raise")]
fn a_key_without_effect_is_caught() {
    expect_effect("market.people", &["market.people=400_000"], Up("reach_second"));
}

#[test]
fn words_are_told_on() {
    let sets = [
        "title=Another",
        "description=A page for tests",
        "currency=UAH",
        "currency_per_eur=40",
        "support.wage=300",
    ];
    let about = lowered(BASE, &sets).about;
    assert_eq!(
        (&*about.title, about.description.as_deref(), about.currency.as_str()),
        ("Another", Some("A page for tests"), "UAH")
    );
    assert_eq!(lowered(BASE, &["locale=uk"]).about.locale, Locale::Uk);
    // The language moves no number: the hash of what is simulated stays the same.
    assert_eq!(lowered(BASE, &["locale=uk"]).about.hash, lowered(BASE, &[]).about.hash);
}

#[test]
fn as_many_trials_as_the_file_says() {
    assert_eq!(lowered(BASE, &["simulation.trials=2_345"]).plan.trials, 2_345);
    assert_eq!(lowered(BASE, &["simulation.trials=20k"]).plan.trials, 20_000);
}

#[test]
fn a_community_larger_than_those_who_follow_brands_is_refused() {
    let sets = vec!["market.brand_users=10%".to_owned()];
    let parsed =
        reachsim::scenario::parse(std::path::Path::new("test.toml"), BASE.to_owned(), &sets)
            .and_then(reachsim::model::lower);
    let problems = parsed
        .expect_err("45,000 humans among 40,000 people")
        .render(reachsim::diagnostic::Style::Plain);
    assert!(problems.contains("market-exceeded"), "{problems}");
}

#[test]
fn targets_correlations_and_overlaps_have_effects_too() {
    let overlap = |share: &str| {
        format!("{BASE}\n[[overlap]]\nbetween = [\"page\", \"other\"]\nshare = \"{share}\"\n")
    };
    let reach = |text: &str| crate::support::summary(text, &[], 1_000);
    let (little, much) = (reach(&overlap("5%")), reach(&overlap("90%")));
    let of =
        |summary: &reachsim::summary::Summary| crate::support::metric(summary, "reach_first").mean;
    assert!(of(&little).value > of(&much).value + 4.89 * (of(&little).se + of(&much).se));

    let uncertain =
        ["community.page.friends.mean=100..200", "community.page.feed.visibility=5%..10%"];
    let spread = |rank: &str| {
        let text = format!(
            "{BASE}\n[[correlation]]\nbetween = [\"community.page.friends.mean\", \
                \"community.page.feed.visibility\"]\nrank = {rank}\n"
        );
        crate::support::metric(
            &crate::support::summary(&text, &uncertain, 4_000),
            "page.impressions_questions",
        )
        .sd
    };
    assert!(spread("0.9") > 1.15 * spread("0") && spread("0") > 1.15 * spread("-0.9"));

    let target = format!(
        "{BASE}\n[[target]]\nname = \"many\"\nmetric = \"page.questions\"\nat_most = 500\n"
    );
    let summary = reach(&target);
    let dead = summary.targets[0].probability;
    // The page is dead in one future of ten, and alive it has 1,000 questions in 16 weeks, give or
    // take 150.
    assert!((dead.value - 0.1).abs() < 4.89 * (0.09_f64 / 1_000.0).sqrt(), "{dead:?}");
}
