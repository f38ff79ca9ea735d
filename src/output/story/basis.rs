//! What the figures of a story rest on, and so what its documents call their parts.

use serde::{Deserialize, Serialize};

/// What the figures of a story rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Simulated futures: ranges hold nine of ten of them.
    #[default]
    Futures,
    /// Rows of exports: ranges are intervals at 95 %.
    Rows,
    /// What a scenario learnt: ranges hold what is believed with 90 %.
    Learnt,
    /// Alternatives in the same futures: ranges are differences.
    Compared,
}

/// Messages of documents about futures, and what stands in their place where there are none.
const OF_ROWS: [(&str, &str); 27] = [
    ("page-causes", "told-facts"),
    ("answer-head-causes", "told-facts"),
    ("sheet-causes", "told-facts"),
    ("page-decision", "told-odd"),
    ("answer-head-decision", "told-odd"),
    ("sheet-decision", "told-odd"),
    ("measure-label", "told-more"),
    ("answer-head-measure", "told-more"),
    ("sheet-measure", "told-more"),
    ("assumed-label", "told-left"),
    ("answer-head-assumed", "told-left"),
    ("sheet-assumed", "told-left"),
    ("figure-range", "told-interval"),
    ("talk-range", "told-range"),
    ("ask-moves", "told-ask-facts"),
    ("ask-whose", "told-ask-left"),
    ("ask-then", "told-ask-odd"),
    ("ask-measure", "told-ask-more"),
    ("talk-rest", "told-rest"),
    ("chapter-why", "told-chapter-happened"),
    ("chapter-measure", "told-chapter-tasks"),
    ("appendix-lead", "told-appendix"),
    ("page-elsewhere", "told-elsewhere"),
    ("metric-head", "told-head-figure"),
    ("column-typical", "told-head-value"),
    ("column-futures", "told-head-interval"),
    ("read-answer", "read-told-answer"),
];

/// The same where something was learnt.
const OF_LEARNT: [(&str, &str); 27] = [
    ("page-causes", "learnt-facts"),
    ("answer-head-causes", "learnt-facts"),
    ("sheet-causes", "learnt-facts"),
    ("page-decision", "learnt-look"),
    ("answer-head-decision", "learnt-look"),
    ("sheet-decision", "learnt-look"),
    ("measure-label", "learnt-silent"),
    ("answer-head-measure", "learnt-silent"),
    ("sheet-measure", "learnt-silent"),
    ("assumed-label", "learnt-rows"),
    ("answer-head-assumed", "learnt-rows"),
    ("sheet-assumed", "learnt-rows"),
    ("figure-range", "learnt-interval"),
    ("talk-range", "learnt-range"),
    ("ask-moves", "learnt-ask-facts"),
    ("ask-whose", "learnt-ask-rows"),
    ("ask-then", "learnt-ask-look"),
    ("ask-measure", "learnt-ask-silent"),
    ("talk-rest", "learnt-rest"),
    ("chapter-why", "learnt-chapter"),
    ("chapter-measure", "learnt-chapter"),
    ("appendix-lead", "learnt-appendix"),
    ("page-elsewhere", "learnt-elsewhere"),
    ("metric-head", "learnt-head-key"),
    ("column-typical", "learnt-head-is"),
    ("column-futures", "learnt-head-range"),
    ("read-answer", "read-learnt-answer"),
];

/// The same where alternatives were compared.
const OF_COMPARED: [(&str, &str); 17] = [
    ("page-causes", "compared-facts"),
    ("answer-head-causes", "compared-facts"),
    ("sheet-causes", "compared-facts"),
    ("measure-label", "compared-hangs"),
    ("answer-head-measure", "compared-hangs"),
    ("sheet-measure", "compared-hangs"),
    ("figure-range", "compared-range"),
    ("talk-range", "compared-talk"),
    ("ask-moves", "compared-ask"),
    ("ask-measure", "compared-ask-hangs"),
    ("talk-rest", "compared-rest"),
    ("appendix-lead", "compared-rest"),
    ("page-elsewhere", "compared-rest"),
    ("metric-head", "variant"),
    ("column-typical", "compared-value"),
    ("column-futures", "compare-difference"),
    ("read-answer", "read-compared-answer"),
];

impl Basis {
    /// The message that says what another one says of futures.
    pub fn id(self, id: &str) -> &str {
        let own: &[(&str, &str)] = match self {
            Basis::Futures => &[],
            Basis::Rows => &OF_ROWS,
            Basis::Learnt => &OF_LEARNT,
            Basis::Compared => &OF_COMPARED,
        };
        own.iter().find(|(known, _)| *known == id).map_or(id, |(_, own)| own)
    }
}
