//! Statistics and goals as the command line takes them: `p10(profit)`, `profit >= 0 @ 0.8`.

use crate::model::{Bound, Model, Target};
use crate::study::{Goal, Of, Statistic};

/// The name of a statistic: `mean`, `p10`, `probability`.
pub fn name(of: Of) -> String {
    match of {
        Of::Mean => "mean".to_owned(),
        // Without the last digits, which the division by 100 made.
        Of::Percentile(share) => format!("p{}", (share * 1e9).round() / 1e7),
        Of::Probability(_) => "probability".to_owned(),
    }
}

/// A statistic of a metric: `p10(profit)`; of a probability, what is to hold: `profit >= 0`.
pub fn statistic(model: &Model, statistic: Statistic) -> String {
    match statistic.of {
        Of::Probability(bound) => bounded(&model.column_name(statistic.metric), bound),
        of => format!("{}({})", name(of), model.column_name(statistic.metric)),
    }
}

/// A goal, which the command line reads as the same goal.
pub fn goal(model: &Model, goal: &Goal) -> String {
    let statistic = statistic(model, goal.statistic);
    match goal.statistic.of {
        Of::Probability(_) => format!("{statistic} @ {}", goal.bound.value()),
        Of::Mean | Of::Percentile(_) => bounded(&statistic, goal.bound),
    }
}

/// What a target states, with the chance that it demands.
pub fn target(model: &Model, target: &Target) -> String {
    let bounded = bounded(&model.column_name(target.metric), target.bound);
    target.with.map_or_else(|| bounded.clone(), |with| format!("{bounded} @ {with}"))
}

fn bounded(what: &str, bound: Bound) -> String {
    match bound {
        Bound::AtLeast(least) => format!("{what} >= {least}"),
        Bound::AtMost(most) => format!("{what} <= {most}"),
    }
}

/// Whether a statistic is a share of the futures, and no value of its metric.
pub const fn is_share(statistic: Statistic) -> bool {
    matches!(statistic.of, Of::Probability(_))
}
