//! The rows of SECTIONS.

use super::{Field, Holds, Needed, Rows, Section};
use crate::units::Kind::{Positive, Share};

const fn field(name: &'static str, holds: Holds, needed: Needed, about: &'static str) -> Field {
    Field { name, holds, needed, about }
}

/// The largest number that a target or the like may name.
const LARGEST: f64 = 1e15;

/// The last week of the longest horizon.
const LAST_WEEK: u64 = 519;

/// Kinds of a formula's input: any number, from zero upwards, from 0 to 1.
pub const KINDS: &[&str] = &["real", "positive", "share"];

const BETTER: &[&str] = &["higher", "lower", "neither"];

pub const SECTIONS: &[Section] = &[
    Section {
        name: "role",
        rows: Rows::Listed,
        about: "a role of members, who differ from others in what they write and in how many \
            friends they have",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the role is called"),
            field(
                "share",
                Holds::Quantity(Share),
                Needed::Always,
                "share of the members; all roles together make 1",
            ),
            field(
                "asks",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "messages of such a member, over those of others",
            ),
            field(
                "friends",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "friends of such a member, over those of others",
            ),
            field(
                "negative",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "complaints among his messages, over those of others",
            ),
            field(
                "answers",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "how readily he answers others, over others",
            ),
            field(
                "fit",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "how well his friends fit the product: clicks of theirs, over those of others",
            ),
        ],
    },
    Section {
        name: "campaign",
        rows: Rows::Listed,
        about: "a stretch of weeks with more questions, posts, followers",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the campaign is called"),
            field(
                "community",
                Holds::Community,
                Needed::Sometimes,
                "the community in which it runs; without it, in all of them",
            ),
            field(
                "start_week",
                Holds::Whole(0, LAST_WEEK),
                Needed::Always,
                "its first week, counted from 0",
            ),
            field("weeks", Holds::Whole(1, LAST_WEEK + 1), Needed::Always, "how long it runs"),
            field(
                "question_lift",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "how many times as many messages come in its weeks",
            ),
            field(
                "posts_per_week",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "further posts in each of its weeks",
            ),
            field(
                "followers",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "followers that it brings, over all its weeks",
            ),
            field(
                "budget",
                Holds::Quantity(Positive),
                Needed::Sometimes,
                "what it costs, over all its weeks",
            ),
        ],
    },
    Section {
        name: "competitor",
        rows: Rows::Named,
        about: "another brand whose community is compared with all of this file's",
        fields: &[
            field(
                "messages_per_year",
                Holds::Quantity(Positive),
                Needed::Always,
                "messages about it a year",
            ),
            field(
                "positive",
                Holds::Quantity(Share),
                Needed::Sometimes,
                "share of them that praise; 18 % unless given",
            ),
            field(
                "negative",
                Holds::Quantity(Share),
                Needed::Sometimes,
                "share of them that complain; 10 % unless given",
            ),
            field("followers", Holds::Quantity(Positive), Needed::Always, "its followers"),
        ],
    },
    Section {
        name: "overlap",
        rows: Rows::Listed,
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
        rows: Rows::Listed,
        about: "two uncertain inputs that tend to be high together, or one high where the other is \
            low",
        fields: &[
            field(
                "between",
                Holds::Keys,
                Needed::Always,
                "keys of the two inputs, as `explain` lists them",
            ),
            field("rank", Holds::Number(-1.0, 1.0), Needed::Always, "rank correlation of Spearman"),
        ],
    },
    Section {
        name: "target",
        rows: Rows::Listed,
        about: "a statement about a metric whose probability is reported",
        fields: &[
            field("name", Holds::Text, Needed::Always, "the statement in your own words"),
            field(
                "metric",
                Holds::Metric,
                Needed::Always,
                "what is measured; `<community>.<metric>` for one community",
            ),
            field(
                "at_least",
                Holds::Number(-LARGEST, LARGEST),
                Needed::Sometimes,
                "the statement holds from this value upwards",
            ),
            field(
                "at_most",
                Holds::Number(-LARGEST, LARGEST),
                Needed::Sometimes,
                "the statement holds up to this value",
            ),
            field(
                "with",
                Holds::Number(0.0, 1.0),
                Needed::Sometimes,
                "the run fails when the probability is lower; without it, it never does",
            ),
        ],
    },
    Section {
        name: "what_if",
        rows: Rows::Listed,
        about: "a variant of the scenario, for comparisons",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the variant is called"),
            field(
                "set",
                Holds::Changes,
                Needed::Always,
                "keys with the values that they have in it",
            ),
        ],
    },
    Section {
        name: "input",
        rows: Rows::Named,
        about: "an uncertain number of your own, for formulas",
        fields: &[
            field("value", Holds::QuantityOfKind, Needed::Always, "a number or a distribution"),
            field(
                "kind",
                Holds::Choice(KINDS),
                Needed::Sometimes,
                "which numbers are possible; any unless given",
            ),
        ],
    },
    Section {
        name: "metric",
        rows: Rows::Named,
        about: "a metric of your own",
        fields: &[
            field(
                "formula",
                Holds::Formula,
                Needed::Always,
                "an expression over inputs, metrics and keys",
            ),
            field(
                "unit",
                Holds::Text,
                Needed::Sometimes,
                "what it is counted in: \"money\", \"share\", \"people\", or a word of your own",
            ),
            field(
                "better",
                Holds::Choice(BETTER),
                Needed::Sometimes,
                "whether higher or lower is better; higher unless given",
            ),
        ],
    },
    Section {
        name: "check.metric",
        rows: Rows::Named,
        about: "what counts as moved of one metric",
        fields: &[
            field(
                "absolute",
                Holds::Number(0.0, LARGEST),
                Needed::Sometimes,
                "a difference in the metric's unit",
            ),
            field(
                "relative",
                Holds::Number(0.0, 1.0),
                Needed::Sometimes,
                "a share of the metric as it was",
            ),
        ],
    },
];
