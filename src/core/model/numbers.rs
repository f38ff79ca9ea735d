//! The numbers of the model, section by section of the scenario file. Each struct is one list of
//! keys: of parameters in the model, and of plain numbers in one possible world.

use crate::scenario::keys::{self, SectionId};

/// What a struct of numbers holds exists in the file: else it does not compile.
macro_rules! is_in_the_table {
    (community $key:expr) => {
        keys::at(concat!("community.<id>.", $key))
    };
    (whole $key:expr) => {
        keys::at($key)
    };
    (role $field:expr) => {
        SectionId::Role.at($field)
    };
    (competitor $field:expr) => {
        SectionId::Competitor.at($field)
    };
}

macro_rules! section {
    ($(#[doc = $doc:literal])+ $name:ident: $table:ident $prefix:literal { $($field:ident,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<T> {
            $(pub $field: T,)+
        }

        const _: () = {
            $(is_in_the_table!($table concat!($prefix, stringify!($field)));)+
        };

        impl<T: Copy> $name<T> {
            /// Reads every key of the section, or `None` where one is missing.
            pub fn read(of: impl Fn(&str) -> Option<T>) -> Option<$name<T>> {
                Some($name { $($field: of(concat!($prefix, stringify!($field)))?,)+ })
            }

            /// The section with every number turned into another.
            pub fn map<U>(&self, of: impl Fn(T) -> U) -> $name<U> {
                $name { $($field: of(self.$field),)+ }
            }
        }
    };
}

section! {
    /// `community.<id>`
    Audience: community "" {
        followers, bots, active, alive, dead_activity, customers, group_liveliness,
    }
}

section! {
    /// `questions`, beside their volume and season
    Questions: community "questions." {
        barrier, private, dispersion, asker_skew, growth, crises_per_year, crisis_size,
        crisis_negative,
    }
}

section! {
    /// `friends`
    Friends: community "friends." { mean, cv, growth, }
}

section! {
    /// `feed`, beside the visibility of questions and the depth
    Feed: community "feed." {
        brands_followed, brands_reference, competition, engagement_visibility, reshare, repeat,
        scatter, insiders,
        negative_spread, story_hours,
    }
}

section! {
    /// `reviews`: members' own posts about the product
    Reviews: community "reviews." { per_year, visibility, reposted, }
}

section! {
    /// `posts`, beside their number and mix
    Posts: community "posts." {
        reach, engagement, thread_readers, skew, fatigue, spread, autopost_reach, autopost_churn,
        hours,
    }
}

section! {
    /// `search`: old threads found by search engines
    Search: community "search." { views_per_message, half_life_weeks, }
}

section! {
    /// `outreach`: people in need whom the team finds elsewhere
    Outreach: whole "outreach." { per_week, reply, lead, minutes, }
}

section! {
    /// `competitor.<id>`
    Competitor: competitor "" { messages_per_year, positive, negative, followers, }
}

section! {
    /// `sentiment`
    Sentiment: community "sentiment." { positive, negative, }
}

section! {
    /// `growth`, beside advertising
    Growth: community "growth." {
        organic, follow, churn, promo_sensitivity, tolerated_branded, neglect, ads_per_week,
        cost_per_follower,
        paid_bots, liveliness, site_visits_per_week, widget,
    }
}

section! {
    /// `content`: how much kinds of posts differ in reactions and in clicks
    Content: whole "content." {
        branded_weight, helpful_weight, emotional_weight, branded_click, helpful_click,
        emotional_click,
    }
}

section! {
    /// `support`: one team for all communities
    Support: whole "support." {
        other_work, minutes_per_answer, escalated, escalation_hours, base_hours, peers,
        peer_hours, give_up, recovery,
        half_life_hours,
        peers_ramp_weeks, check_minutes, spam_per_week, sent_away, makes_advocates,
        advocate_answers, advocate_posts, reward_effect, reward_half,
    }
}

section! {
    /// `funnel`
    Funnel: whole "funnel." {
        presale, direct_lead, handover, direct_close, speed_half_life_hours, grace_hours,
        incremental_direct,
        click, trust, lead, close, incremental_earned, incremental_owned,
        repeat, incremental_repeat, deter, incremental_negative,
    }
}

section! {
    /// `polls`, beside their value
    Polls: whole "polls." { per_year, response, }
}

section! {
    /// `cost`
    Cost: whole "cost." {
        rewards_per_month, per_post, manager_per_month, tools_per_month, setup, discount,
    }
}

section! {
    /// What a new customer brings, beside the margin
    NewCustomer: whole "value." { margin_cv, referral_uplift, months_to_earn, }
}

section! {
    /// What a contact saved is worth, and how many are
    Deflection: whole "value." { cost_per_contact, thread_deflection, }
}

section! {
    /// What a customer is worth in a year, and how service keeps or loses him
    Loyalty: whole "value." { customer_year, retention_lift, ignored_loss, }
}

section! {
    /// A role of members beside its name: its share and how its members differ from others
    Role: role "" { share, asks, friends, negative, answers, fit, }
}
