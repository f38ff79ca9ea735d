//! METRICS: the one table of everything a run measures. Summaries, files, targets and charts
//! iterate over it.

mod row;
mod table;
mod totals;

pub use row::{Better, Measured, Metric, Needs, Value};
pub use table::METRICS;
pub use totals::{Flows, People, Rivals, State, Totals, Week};

/// The row of an id that the program itself names: what is not in the table does not compile.
pub const fn at(id: &str) -> &'static Metric<'static> {
    let mut place = 0;
    while place < METRICS.len() {
        if is_same(METRICS[place].id, id) {
            return &METRICS[place];
        }
        place += 1;
    }
    panic!("METRICS has no such id")
}

/// Whether two texts are equal, while the program is compiled.
pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut place = 0;
    while place < one.len() && place < other.len() && one[place] == other[place] {
        place += 1;
    }
    place == one.len() && place == other.len()
}

/// The id of a metric, which the compiler finds in METRICS.
#[doc(hidden)]
#[macro_export]
macro_rules! id_of_metric {
    ($id:expr) => {{
        const ID: &str = $crate::metric::at($id).id;
        ID
    }};
}

/// Ids of metrics, each of which the compiler finds in METRICS.
#[doc(hidden)]
#[macro_export]
macro_rules! ids_of_metrics {
    ($($id:expr),+ $(,)?) => { [$($crate::metric::metric!($id)),+] };
}

pub use {id_of_metric as metric, ids_of_metrics as metrics};

/// A count that is known by role, too: its place in [`BY_ROLE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByRole {
    Questions,
    Complaints,
    Answers,
    Contacts,
    Impressions,
}

/// The metrics whose counts are known by role, too, as `role.<name>.<metric>`.
pub const BY_ROLE: [&str; 5] = metrics![
    "questions",
    "complaints",
    "answers_peers",
    "potential_questions",
    "impressions_questions",
];

/// The row and its place in METRICS, or `None` for an unknown id.
pub fn find(id: &str) -> Option<(usize, &'static Metric<'static>)> {
    METRICS.iter().enumerate().find(|(_, metric)| metric.id == id)
}
