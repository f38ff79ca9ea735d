//! The rows of SECTIONS.

use super::kinds::Group::{Aside, Unhashed};
use super::kinds::{BY_DESIGN, ESTIMATE, Field, Holds, Needed, Rows, Section, SectionId};
use crate::units::Kind::{Difference, Positive, Share};
use crate::units::Unit::{self, Money, People, PerYear, PostsPerWeek};

/// A field that may be left out, and does nothing then.
const fn field(name: &'static str, holds: Holds) -> Field {
    Field {
        name,
        holds,
        unit: Unit::None,
        default: None,
        neutral: None,
        only_with: None,
        needed: Needed::Sometimes,
        about: "",
    }
}

const fn share(name: &'static str) -> Field {
    Field { unit: Unit::Share, ..field(name, Holds::Quantity(Share)) }
}

/// Share points more, or fewer.
const fn difference(name: &'static str) -> Field {
    Field { unit: Unit::Share, ..field(name, Holds::Quantity(Difference)) }
}

const fn ratio(name: &'static str) -> Field {
    amount(name, Unit::Ratio)
}

const fn amount(name: &'static str, unit: Unit) -> Field {
    Field { unit, ..field(name, Holds::Quantity(Positive)) }
}

impl Field {
    const fn needed(self) -> Field {
        Field { needed: Needed::Always, ..self }
    }

    const fn default(self, value: f64, source: &'static str) -> Field {
        Field { default: Some((value, source)), ..self }
    }

    const fn neutral(self, value: f64) -> Field {
        Field { neutral: Some(value), ..self }
    }

    const fn only_with(self, other: &'static str) -> Field {
        Field { only_with: Some(other), ..self }
    }

    const fn about(self, about: &'static str) -> Field {
        Field { about, ..self }
    }
}

/// The largest number that a target or the like may name.
const LARGEST: f64 = 1e15;

/// The last week of the longest horizon.
pub const LAST_WEEK: u64 = 519;

/// Kinds of a formula's input: any number, from zero upwards, from 0 to 1.
pub const KINDS: &[&str] = &["real", "positive", "share"];

/// What a metric of one's own adds to.
const STREAMS: &[&str] = &["value", "cost"];
const BETTER: &[&str] = &["higher", "lower", "neither"];

pub const SECTIONS: &[Section] = &[
    Section {
        id: SectionId::Role,
        name: "role",
        groups: &[],
        rows: Rows::Listed,
        about: "a role of members, who differ from others in what they write and in how many \
            friends they have",
        fields: &[
            field("name", Holds::Text).needed().about("what the role is called"),
            share("share").needed().about("share of the members; all roles together make 1"),
            ratio("asks")
                .default(1.0, BY_DESIGN)
                .about("messages of such a member, over those of others"),
            ratio("friends")
                .default(1.0, BY_DESIGN)
                .about("friends of such a member, over those of others"),
            ratio("negative")
                .default(1.0, BY_DESIGN)
                .about("complaints among these messages, over those of others"),
            ratio("answers")
                .default(1.0, BY_DESIGN)
                .about("how readily such a member answers others, over others"),
            ratio("fit").neutral(1.0).about(
                "how well the friends fit the product: clicks of theirs, over those of others",
            ),
        ],
    },
    Section {
        id: SectionId::Campaign,
        name: "campaign",
        groups: &[],
        rows: Rows::Listed,
        about: "a stretch of weeks with more questions, posts, followers, or in another tone",
        fields: &[
            field("name", Holds::Text).needed().about("what the campaign is called"),
            field("community", Holds::Community)
                .about("the community in which it runs; without it, in all of them"),
            field("start_week", Holds::Whole(0, LAST_WEEK))
                .needed()
                .about("its first week, counted from 0"),
            field("weeks", Holds::Whole(1, LAST_WEEK + 1)).needed().about("how long it runs"),
            ratio("question_lift")
                .default(1.0, BY_DESIGN)
                .about("how many times as many messages come in its weeks"),
            amount("posts_per_week", PostsPerWeek)
                .default(0.0, BY_DESIGN)
                .about("further posts in each of its weeks"),
            amount("followers", People)
                .default(0.0, BY_DESIGN)
                .about("followers that it brings, over all its weeks"),
            amount("budget", Money)
                .default(0.0, BY_DESIGN)
                .about("what it costs, over all its weeks"),
            difference("positive").neutral(0.0).about(
                "by how much a larger share of the messages of its weeks praise; below zero, a \
                    smaller one",
            ),
            difference("negative").neutral(0.0).about(
                "by how much a larger share of the messages of its weeks complain; below zero, a \
                    smaller one",
            ),
            amount("partner_followers", People)
                .neutral(0.0)
                .about("followers of a kindred community that shows the page's posts meanwhile"),
            share("partner_follow")
                .default(0.001, ESTIMATE)
                .neutral(0.0)
                .only_with("partner_followers")
                .about(
                    "share of the partner's followers who come over, over all its weeks; 0.1 % \
                        unless given",
                ),
        ],
    },
    Section {
        id: SectionId::Competitor,
        name: "competitor",
        groups: &[],
        rows: Rows::Named,
        about: "another brand whose community is compared with all of this file's",
        fields: &[
            amount("messages_per_year", PerYear).needed().about("messages about it a year"),
            share("positive")
                .default(0.18, ESTIMATE)
                .about("share of them that praise; 18 % unless given"),
            share("negative")
                .default(0.1, ESTIMATE)
                .about("share of them that complain; 10 % unless given"),
            amount("followers", People).needed().about("its followers"),
        ],
    },
    Section {
        id: SectionId::Overlap,
        name: "overlap",
        groups: &[],
        rows: Rows::Listed,
        about: "followers whom two communities share",
        fields: &[
            field("between", Holds::Communities).needed().about("ids of the two communities"),
            share("share")
                .about("share of the smaller community's followers who also follow the larger"),
        ],
    },
    Section {
        id: SectionId::Correlation,
        name: "correlation",
        groups: &[],
        rows: Rows::Listed,
        about: "two uncertain inputs that tend to be high together, or one high where the other is \
            low",
        fields: &[
            field("between", Holds::Keys)
                .needed()
                .about("keys of the two inputs, as `explain` lists them"),
            field("rank", Holds::Number(-1.0, 1.0)).needed().about("rank correlation of Spearman"),
        ],
    },
    Section {
        id: SectionId::Target,
        name: "target",
        groups: &[Aside],
        rows: Rows::Listed,
        about: "a statement about a metric whose probability is reported",
        fields: &[
            field("name", Holds::Text).needed().about("the statement in your own words"),
            field("name.en", Holds::Text).about("its name in English"),
            field("name.ru", Holds::Text).about("its name in Russian"),
            field("name.uk", Holds::Text).about("its name in Ukrainian"),
            field("metric", Holds::Metric)
                .needed()
                .about("what is measured; `<community>.<metric>` for one community"),
            field("at_least", Holds::Number(-LARGEST, LARGEST))
                .about("the statement holds from this value upwards"),
            field("at_most", Holds::Number(-LARGEST, LARGEST))
                .about("the statement holds up to this value"),
            field("with", Holds::Number(0.0, 1.0))
                .about("the run fails when the probability is lower; without it, it never does"),
        ],
    },
    Section {
        id: SectionId::WhatIf,
        name: "what_if",
        groups: &[Aside, Unhashed],
        rows: Rows::Listed,
        about: "a variant of the scenario, for comparisons",
        fields: &[
            field("name", Holds::Text).needed().about("what the variant is called"),
            field("name.en", Holds::Text).about("its name in English"),
            field("name.ru", Holds::Text).about("its name in Russian"),
            field("name.uk", Holds::Text).about("its name in Ukrainian"),
            field("set", Holds::Changes)
                .needed()
                .about("keys with the values that they have in it"),
        ],
    },
    Section {
        id: SectionId::State,
        name: "state",
        groups: &[Aside, Unhashed],
        rows: Rows::Listed,
        about: "a state of the world beside the others, as a column of one table: no choice",
        fields: &[
            field("name", Holds::Text).needed().about("what the state is called"),
            field("name.en", Holds::Text).about("its name in English"),
            field("name.ru", Holds::Text).about("its name in Russian"),
            field("name.uk", Holds::Text).about("its name in Ukrainian"),
            field("set", Holds::Changes).about(
                "keys with the values that they have in it; nothing where it is as the file",
            ),
        ],
    },
    Section {
        id: SectionId::Change,
        name: "change",
        groups: &[],
        rows: Rows::Listed,
        about: "keys that have other values from a week on, until the end or the next change",
        fields: &[
            field("name", Holds::Text).about("what the change is called, for `without <name>`"),
            field("at_week", Holds::Whole(1, LAST_WEEK))
                .about("the first week in which they have them, counted from 0"),
            field("from", Holds::Date)
                .about("a day of that week, in place of `at_week`; needs `simulation.start`"),
            field("set", Holds::Changes)
                .needed()
                .about("keys with the values that they have from then on"),
        ],
    },
    Section {
        id: SectionId::Input,
        name: "input",
        groups: &[],
        rows: Rows::Named,
        about: "an uncertain number of your own, for formulas",
        fields: &[
            field("value", Holds::QuantityOfKind).needed().about("a number or a distribution"),
            field("kind", Holds::Choice(KINDS))
                .about("which numbers are possible; any unless given"),
            field("name", Holds::Text).about("what people call it"),
            field("name.en", Holds::Text).about("its name in English"),
            field("name.ru", Holds::Text).about("its name in Russian"),
            field("name.uk", Holds::Text).about("its name in Ukrainian"),
        ],
    },
    Section {
        id: SectionId::Metric,
        name: "metric",
        groups: &[],
        rows: Rows::Named,
        about: "a metric of your own",
        fields: &[
            field("formula", Holds::Formula)
                .needed()
                .about("an expression over inputs, metrics and keys"),
            field("unit", Holds::Text).about(
                "what it is counted in: \"money\", \"share\", \"people\", or a word of your own",
            ),
            field("better", Holds::Choice(BETTER))
                .about("whether higher or lower is better; higher unless given"),
            field("stream", Holds::Choice(STREAMS)).about(
                "whether it is a stream of value or a cost of your own, which enters the profit",
            ),
            field("name", Holds::Text).about("what people call it"),
            field("name.en", Holds::Text).about("its name in English"),
            field("name.ru", Holds::Text).about("its name in Russian"),
            field("name.uk", Holds::Text).about("its name in Ukrainian"),
        ],
    },
    Section {
        id: SectionId::Tolerance,
        name: "check.metric",
        groups: &[Aside, Unhashed],
        rows: Rows::Named,
        about: "what counts as moved of one metric",
        fields: &[
            field("absolute", Holds::Number(0.0, LARGEST))
                .about("a difference in the metric's unit"),
            field("relative", Holds::Number(0.0, 1.0)).about("a share of the metric as it was"),
        ],
    },
    Section {
        id: SectionId::Export,
        name: "export",
        groups: &[Aside],
        rows: Rows::Listed,
        about: "files that networks, desks or customer systems exported, from which the scenario \
            can learn",
        fields: &[
            field("file", Holds::Files)
                .needed()
                .about("a file, a folder or a pattern such as \"exports/*.csv\""),
            field("community", Holds::Community)
                .about("the community of which they tell; the only one unless given"),
            field("kind", Holds::Text)
                .about("what they are, such as \"posts\"; found by their headings unless given"),
            field("columns", Holds::Headings)
                .about("which headings mean what, where nobody knows them; needs `kind`"),
            field("zone", Holds::Text).about("the zone of their times, such as \"Europe/Kyiv\""),
            field("weight", Holds::Number(0.0, 1.0))
                .about("how much a row counts, for older or other people's data; 1 unless given"),
            field("until", Holds::Date).about("the last day that is used; all unless given"),
        ],
    },
    Section {
        id: SectionId::Observed,
        name: "observed",
        groups: &[Aside],
        rows: Rows::Listed,
        about: "a total that somebody counted, from which the scenario can learn",
        fields: &[
            field("metric", Holds::Metric)
                .needed()
                .about("what was counted; `<community>.<metric>` of one community"),
            field("value", Holds::Number(-LARGEST, LARGEST)).needed().about("how much it was"),
            field("in", Holds::Period)
                .about("the year, month or day in which it was, such as 2025 or \"2025-03\""),
            field("from", Holds::Date).about("its first day, in place of `in`"),
            field("to", Holds::Date).about("its last day, in place of `in`"),
            field("error", Holds::Number(0.0, 1.0))
                .about("one standard deviation of the counting itself, as a share; 0 unless given"),
        ],
    },
    Section {
        id: SectionId::Measurement,
        name: "measurement",
        groups: &[Aside, Unhashed],
        rows: Rows::Listed,
        about: "something that could be measured before the decision, for `reachsim measure`",
        fields: &[
            field("name", Holds::Text).needed().about("what the measurement is called"),
            field("name.en", Holds::Text).about("its name in English"),
            field("name.ru", Holds::Text).about("its name in Russian"),
            field("name.uk", Holds::Text).about("its name in Ukrainian"),
            field("of", Holds::Measured)
                .needed()
                .about("keys of the uncertain inputs of which it tells"),
            field("sample", Holds::Whole(1, MOST_ASKED))
                .about("how many people or cases are looked at, for shares and rates of a person"),
            field("years", Holds::Number(0.0, MOST_YEARS))
                .about("how long is counted, for rates; a fortnight is 0.04"),
            field("error", Holds::Deviation).about(
                "one standard deviation of what is measured, in the key's unit or as \"10%\" of the \
                    value, in place of `sample` and `years`",
            ),
            field("cost", Holds::Number(0.0, LARGEST))
                .about("what it costs, however large it is; 0 unless given"),
            field("cost_per_unit", Holds::Number(0.0, LARGEST))
                .about("what each person or counted thing costs; with it the best size is found"),
            field("weeks", Holds::Number(0.0, 520.0))
                .about("weeks until it is known, which lose their part of the gain; 0 unless given"),
        ],
    },
];

/// The most people or cases of a measurement, and the longest time that is counted.
pub const MOST_ASKED: u64 = 1_000_000_000;
pub const MOST_YEARS: f64 = 100.0;

/// The sections stand in the order of their ids, by which they are found.
const _: () = {
    let mut place = 0;
    while place < SECTIONS.len() {
        assert!(SECTIONS[place].id as usize == place);
        place += 1;
    }
};
