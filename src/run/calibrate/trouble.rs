//! Why totals tell nothing or contradict each other, and what to do about it.

use reachsim_learn::totals::Trouble;

use crate::diagnostic::{Code, Conjunction, Diagnostic, Diagnostics, Message, listed, message};
use crate::model::{Model, Observation};
use crate::output::Case;
use crate::output::calibration::Calibration;
use crate::run::error::Error;

/// Inputs by which two explanations are told apart.
const TOLD: usize = 3;

/// Why there is no posterior, with the totals of the scenario from which it was to follow.
pub fn told((case, model): (&Case, &Model), observed: &[Observation], trouble: &Trouble) -> Error {
    let problem = match trouble {
        Trouble::Stopped => return Error::Stopped,
        Trouble::TwoExplanations { modes } => two(model, modes),
        Trouble::PriorForbids { input, z, value } => Diagnostic::new(
            Code::PriorForbids,
            message!(
                "these totals need `{key}` to be about {value}, {sd} standard deviations from what the scenario says",
                key = model.inputs[*input].key,
                value = Message::verbatim(format!("{value:.4}")),
                sd = Message::verbatim(format!("{:.1}", z.abs()))
            ),
        )
        .help(message!("widen its range, or look at the total")),
        Trouble::NotConverged { rhat, drift } => {
            return Error::Question(message!(
                "the draws did not settle (R-hat {rhat}, halves {drift} standard deviations apart): leave a total out, or state the keys that it touches more narrowly",
                rhat = Message::verbatim(format!("{rhat:.3}")),
                drift = Message::verbatim(format!("{drift:.2}"))
            ));
        }
        Trouble::TooManyTries { tries } => {
            return Error::Question(message!(
                "a draw found no next place among {tries}: leave a total out, or state the keys that it touches more narrowly",
                tries
            ));
        }
    };
    placed(case, problem, &observed.iter().collect::<Vec<_>>()).into()
}

fn two(model: &Model, modes: &[Vec<f64>]) -> Diagnostic {
    let (one, other) = (&modes[0], &modes[1]);
    // On a scale of ratios where both have one, else by their difference.
    let gap = |input: usize| {
        let (a, b) = (one[input], other[input]);
        if a * b > 0.0 { (a / b).ln().abs() } else { (a - b).abs() }
    };
    let mut order: Vec<usize> = (0..one.len()).filter(|input| gap(*input).is_finite()).collect();
    order.sort_by(|a, b| gap(*b).total_cmp(&gap(*a)));
    let say = |mode: &[f64]| {
        let told = order.iter().take(TOLD);
        let parts: Vec<String> = told
            .map(|&input| format!("{} = {:.4}", model.inputs[input].key, mode[input]))
            .collect();
        Message::verbatim(parts.join(", "))
    };
    Diagnostic::new(
        Code::TwoExplanations,
        message!(
            "these totals have two explanations: {one}; or {other}",
            one = say(one),
            other = say(other)
        ),
    )
    .help(message!("state one of these keys more narrowly, or add a total that tells them apart"))
}

/// That totals cannot all be true, where they cannot.
pub fn conflict(case: &Case, found: &Calibration) -> Option<Diagnostics> {
    let conflict = found.conflict.as_ref()?;
    let names = |places: &[usize]| -> Vec<&str> {
        let totals = places.iter().filter_map(|place| found.totals.get(*place));
        totals.map(|total| total.metric.as_str()).collect()
    };
    let (meant, message) = if let Some(pair) = conflict.pair {
        let meant = names(&pair);
        let both = listed(meant.iter().copied(), Conjunction::And);
        let message = message!(
            "these totals cannot all be true under this scenario: {both} contradict each other most",
            both
        );
        (meant, message)
    } else {
        let meant = names(&conflict.outside);
        let names = listed(meant.iter().copied(), Conjunction::And);
        let message = message!(
            "these totals cannot all be true under this scenario: it can hardly bring {names}",
            names
        );
        (meant, message)
    };
    let problem = Diagnostic::new(Code::TotalsConflict, message)
        .help(message!("look at these totals again, or widen the ranges of the keys behind them"));
    let observed = case.lowered.observed.iter();
    let observed: Vec<&Observation> =
        observed.filter(|total| meant.contains(&total.name.as_str())).collect();
    Some(placed(case, problem, &observed))
}

/// A problem at the totals that the scenario states; those of the command line have no place.
fn placed(case: &Case, problem: Diagnostic, observed: &[&Observation]) -> Diagnostics {
    let mut places = observed.iter().filter_map(|total| total.at.clone());
    let problem = match places.next() {
        Some(first) => problem.at(first, message!("this total")),
        None => problem,
    };
    let problem =
        places.fold(problem, |problem, place| problem.also(place, message!("and this one")));
    Diagnostics::new(case.scenario.sources.clone(), vec![problem])
}
