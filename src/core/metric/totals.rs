//! What the simulation counts: in a week, at the end of a week, up to a week, and over the horizon.

macro_rules! flows {
    (
        in_the_week: { $($(#[doc = $doc:literal])* $name:ident,)+ }
        terminal: { $($(#[doc = $terminal_doc:literal])* $terminal:ident,)+ }
    ) => {
        /// What happens in a community in one week. Flows add up: over weeks to those of the
        /// horizon, and over communities to those of all together. Money is in the currency of the
        /// scenario.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Flows {
            $($(#[doc = $doc])* pub $name: f64,)+
            $($(#[doc = $terminal_doc])* pub $terminal: f64,)+
        }

        impl Flows {
            /// Adds every flow of another week or community.
            pub fn add(&mut self, other: &Flows) {
                self.add_week(other);
                $(self.$terminal += other.$terminal;)+
            }

            /// Flows of which each is asked for by its name.
            pub fn named(of: impl Fn(&str) -> f64) -> Flows {
                Flows {
                    $($name: of(stringify!($name)),)+
                    $($terminal: of(stringify!($terminal)),)+
                }
            }

            /// Adds a week of which no terminal counts are known yet.
            pub(crate) fn add_week(&mut self, week: &Flows) {
                $(self.$name += week.$name;)+
            }
        }
    };
}

flows! {
    in_the_week: {
        /// Questions and remarks that members write.
        questions,
        /// Those of them that nobody but the team sees.
        private,
        /// Friends of those who ask, as often as they could see a question.
        contacts_questions,
        /// Times a question was seen by a friend.
        impressions_questions,
        /// Reactions of followers to posts.
        reactions,
        /// Friends of those who react, once for each reaction.
        contacts_reactions,
        impressions_reactions,
        /// Members' own posts about the product.
        reviews,
        /// Those of them that the page shows, too.
        reposts,
        contacts_reviews,
        impressions_reviews,
        contacts_reshares,
        impressions_reshares,
        /// Impressions of reshares on people who do not follow.
        prospects_reshares,
        /// Second-order impressions on people who do not follow, as reach counts them: of members'
        /// stories their share of the friends, of reshares those that fell on them.
        impressions_outside,
        /// Second-order impressions that fell on people who do not follow.
        prospects,
        /// Those of them that were bad talk.
        negative_impressions,
        /// Times a follower saw a post of the page.
        impressions_first,
        answers_staff,
        answers_peers,
        /// Questions whose askers gave up waiting.
        gave_up,
        /// Hours waited for all answers of the week together.
        wait_hours,
        /// Answers that were there within an hour, within four hours, within a day.
        within_1h,
        within_4h,
        within_24h,
        /// Hours of work of the team: for what its members wrote and posted, and for what it does
        /// elsewhere.
        work_hours,
        other_work_hours,
        /// Paid hours of the team that are there for it.
        team_hours,
        complaints,
        complaints_recovered,
        praise,
        /// Answers that one poll would get, divided by the weeks of the horizon.
        poll_answers,
        /// People who ask before they buy.
        presale,
        leads_direct,
        value_deflection,
        value_retention,
        value_research,
        value_recruiting,
        value_forum,
        value_ideas,
        value_attention,
        /// Streams and costs of the file's own: of all communities together.
        value_own,
        cost_own,
        cost_team,
        cost_content,
        cost_fixed,
        cost_ads,
        cost_rewards,
        followers_gained,
        unfollows,
    }
    terminal: {
        /// Times a thread was read by somebody who did not write in it.
        thread_views,
        /// Times an old thread was found by a search engine.
        search_views,
        /// People in need who replied to the team.
        outreach_replies,
        won_direct,
        customers_direct,
        clicks_earned,
        leads_earned,
        won_earned,
        customers_earned,
        clicks_owned,
        leads_owned,
        won_owned,
        customers_owned,
        repeat_orders,
        /// Customers whom bad talk kept away.
        deterred,
        value_direct,
        value_earned,
        value_owned,
        value_repeat,
        loss_negative,
        loss_ignored,
    }
}

impl Flows {
    /// Friends of the writers of all stories, as often as they could have seen one.
    pub fn contacts(&self) -> f64 {
        self.contacts_questions
            + self.contacts_reactions
            + self.contacts_reviews
            + self.contacts_reshares
    }

    /// Members' own posts, as often as they are shown to the writers' friends.
    pub fn members_stories(&self) -> f64 {
        self.reviews + self.reposts
    }

    /// Times anything was seen by somebody's friend.
    pub fn impressions_second(&self) -> f64 {
        self.impressions_questions
            + self.impressions_reactions
            + self.impressions_reviews
            + self.impressions_reshares
    }

    /// Times anything was seen by anybody.
    pub fn impressions(&self) -> f64 {
        self.impressions_first + self.impressions_second()
    }

    pub fn answers(&self) -> f64 {
        self.answers_staff + self.answers_peers
    }

    pub fn clicks(&self) -> f64 {
        self.clicks_earned + self.clicks_owned
    }

    pub fn leads(&self) -> f64 {
        self.leads_direct + self.leads_earned + self.leads_owned
    }

    pub fn won(&self) -> f64 {
        self.won_direct + self.won_earned + self.won_owned
    }

    /// Customers who would not have come anyway.
    pub fn customers(&self) -> f64 {
        self.customers_direct + self.customers_earned + self.customers_owned
    }

    /// Messages that praise less those that complain still.
    pub fn net(&self) -> f64 {
        self.praise - (self.complaints - self.complaints_recovered)
    }

    /// Margins of new customers less those of deterred ones: they arrive over months.
    pub fn margins(&self) -> f64 {
        self.value_direct + self.value_earned + self.value_owned - self.loss_negative
    }

    /// Streams less losses.
    pub fn value(&self) -> f64 {
        self.margins()
            + self.value_repeat
            + self.value_deflection
            + self.value_retention
            + self.value_research
            + self.value_recruiting
            - self.loss_ignored
            + (self.value_forum + self.value_ideas)
            + self.value_attention
            + self.value_own
    }

    /// Hours that all the work of the team takes.
    pub fn load_hours(&self) -> f64 {
        self.work_hours + self.other_work_hours
    }

    pub fn cost(&self) -> f64 {
        (self.cost_team + self.cost_content + self.cost_fixed + self.cost_ads + self.cost_rewards)
            + self.cost_own
    }
}

/// Where a community stands when a week ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct State {
    pub followers: f64,
    /// Human followers who used the network in the last month.
    pub active_followers: f64,
    /// Questions that wait for an answer.
    pub backlog: f64,
    /// Cash that came in less what went out, since week 0.
    pub cash: f64,
    /// Members who answer others and write about the product because they were served well.
    pub advocates: f64,
}

impl State {
    /// Adds another community.
    pub fn add(&mut self, other: &State) {
        self.followers += other.followers;
        self.active_followers += other.active_followers;
        self.backlog += other.backlog;
        self.cash += other.cash;
        self.advocates += other.advocates;
    }
}

/// Different people, from week 0 up to the end of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct People {
    /// Members who asked at least once.
    pub askers: f64,
    /// Followers who saw at least one post.
    pub first: f64,
    /// People who do not follow and saw at least one story.
    pub second: f64,
    /// Those of them who met three or more; of the horizon only.
    pub three_plus: f64,
    /// Different people of either order.
    pub total: f64,
}

/// What a week leaves: of one community, or of all together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Week {
    pub flows: Flows,
    pub state: State,
    pub people: People,
}

/// What is said about other brands over the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rivals {
    pub messages: f64,
    /// Messages that praise less those that complain.
    pub net: f64,
    pub followers: f64,
}

/// What one simulated future adds up to over the horizon, of one community or of all together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    pub flows: Flows,
    /// At the end of the horizon.
    pub state: State,
    pub people: People,
    /// People of the market.
    pub market: f64,
    /// Weeks of the horizon.
    pub weeks: f64,
    /// Advertising money for a thousand impressions.
    pub cpm: f64,
    pub rivals: Rivals,
    /// Discounted cash of all weeks, those past the horizon included.
    pub npv: f64,
    /// Weeks until the cumulative cash stays at or above zero, where it ever does.
    pub payback: Option<f64>,
}
