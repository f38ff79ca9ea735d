//! The rows of SECTIONS.

use super::{Field, Holds, Needed, Section};
use crate::units::Kind::{Positive, Share};

const fn field(name: &'static str, holds: Holds, needed: Needed, about: &'static str) -> Field {
    Field { name, holds, needed, about }
}

/// The largest number that a target or the like may name.
const LARGEST: f64 = 1e15;

/// The last week of the longest horizon.
const LAST_WEEK: u64 = 519;

pub const SECTIONS: &[Section] = &[
    Section {
        name: "role",
        about: "a role of members, who differ from others in what they write and in how many friends they have",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the role is called"),
            field("share", Holds::Quantity(Share), Needed::Always, "share of the members; all roles together make 1"),
            field("asks", Holds::Quantity(Positive), Needed::Sometimes, "messages of such a member, over those of others"),
            field("friends", Holds::Quantity(Positive), Needed::Sometimes, "friends of such a member, over those of others"),
            field("negative", Holds::Quantity(Positive), Needed::Sometimes, "complaints among his messages, over those of others"),
            field("answers", Holds::Quantity(Positive), Needed::Sometimes, "how readily he answers others, over others"),
        ],
    },
    Section {
        name: "campaign",
        about: "a stretch of weeks with more questions, posts, followers",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the campaign is called"),
            field("community", Holds::Community, Needed::Sometimes, "the community in which it runs; without it, in all of them"),
            field("start_week", Holds::Whole(0, LAST_WEEK), Needed::Always, "its first week, counted from 0"),
            field("weeks", Holds::Whole(1, LAST_WEEK + 1), Needed::Always, "how long it runs"),
            field("question_lift", Holds::Quantity(Positive), Needed::Sometimes, "how many times as many messages come in its weeks"),
            field("posts_per_week", Holds::Quantity(Positive), Needed::Sometimes, "further posts in each of its weeks"),
            field("followers", Holds::Quantity(Positive), Needed::Sometimes, "followers that it brings, over all its weeks"),
            field("budget", Holds::Quantity(Positive), Needed::Sometimes, "what it costs, over all its weeks"),
        ],
    },
    Section {
        name: "overlap",
        about: "followers whom two communities share",
        fields: &[
            field("between", Holds::Communities, Needed::Always, "ids of the two communities"),
            field(
                "share",
                Holds::Quantity(Share),
                Needed::Sometimes,
                "share of the smaller community's followers who also follow the larger",
            ),
        ],
    },
    Section {
        name: "correlation",
        about: "two uncertain inputs that tend to be high together, or one high where the other is low",
        fields: &[
            field("between", Holds::Keys, Needed::Always, "keys of the two inputs, as `explain` lists them"),
            field("rank", Holds::Number(-1.0, 1.0), Needed::Always, "rank correlation of Spearman"),
        ],
    },
    Section {
        name: "target",
        about: "a statement about a metric whose probability is reported",
        fields: &[
            field("name", Holds::Text, Needed::Always, "the statement in your own words"),
            field("metric", Holds::Metric, Needed::Always, "what is measured; `<community>.<metric>` for one community"),
            field("at_least", Holds::Number(-LARGEST, LARGEST), Needed::Sometimes, "the statement holds from this value upwards"),
            field("at_most", Holds::Number(-LARGEST, LARGEST), Needed::Sometimes, "the statement holds up to this value"),
            field(
                "with",
                Holds::Number(0.0, 1.0),
                Needed::Sometimes,
                "the run fails when the probability is lower; without it, it never does",
            ),
        ],
    },
];
