//! Goals as people write them: `profit >= 0 @ 80%`, `mean(leads) >= 500`, `p10(profit)`.

use super::Failure;
use super::load;
use super::study::metric;
use reachsim::model::{Bound, Model};
use reachsim::study::solve::Goal;
use reachsim::study::{Of, Statistic};

/// How a goal is written.
const GOAL: &str =
    "write for instance \"profit >= 0 @ 80%\", \"mean(leads) >= 500\" or \"p10(profit) >= 0\"";
const STATISTIC: &str =
    "write for instance \"mean(profit)\", \"p10(profit)\" or \"profit\" for its mean";

/// A statistic that reaches a bound, or a bound that holds with a probability.
pub fn goal(text: &str, flag: &str, model: &Model) -> Result<Goal, Failure> {
    let fail = |why: &str| Failure::Usage(format!("{flag} \"{text}\": {why}; {GOAL}"));
    let (left, right, at_least) = if let Some((left, right)) = text.split_once(">=") {
        (left, right, true)
    } else if let Some((left, right)) = text.split_once("<=") {
        (left, right, false)
    } else {
        return Err(fail("there is no >= or <="));
    };
    let (number, share) = match right.split_once('@') {
        Some((number, share)) => (number, Some(share)),
        None => (right, None),
    };
    let number = load::number(number.trim()).map_err(|why| fail(&why))?;
    let bound = if at_least { Bound::AtLeast(number) } else { Bound::AtMost(number) };
    match share {
        Some(share) => {
            let share = load::number(share.trim()).map_err(|why| fail(&why))?;
            if !(share > 0.0 && share <= 1.0) {
                return Err(fail("a probability lies between 0 and 100 %"));
            }
            if left.contains('(') {
                return Err(fail(
                    "a probability is one of the metric itself, not of its mean or percentile",
                ));
            }
            let statistic =
                Statistic { of: Of::Probability(bound), metric: metric(model, left.trim())? };
            Ok(Goal { statistic, bound: Bound::AtLeast(share) })
        }
        None if !left.contains('(') => {
            let name = left.trim();
            let sign = if at_least { ">=" } else { "<=" };
            Err(Failure::Usage(format!(
                "{flag} \"{text}\" may mean two things: write \"{name} {sign} {number} @ 80%\" for \
                    a chance of 80 %, or \"mean({name}) {sign} {number}\""
            )))
        }
        None => Ok(Goal { statistic: statistic(left, flag, model)?, bound }),
    }
}

/// `mean(profit)`, `p10(profit)`, `profit`.
pub fn statistic(text: &str, flag: &str, model: &Model) -> Result<Statistic, Failure> {
    let fail =
        |why: &str| Failure::Usage(format!("{flag} \"{}\": {why}; {STATISTIC}", text.trim()));
    let text = text.trim();
    let Some((of, rest)) = text.split_once('(') else {
        return Ok(Statistic::typical(model, metric(model, text)?));
    };
    let Some(name) = rest.trim_end().strip_suffix(')') else {
        return Err(fail("the bracket is not closed"));
    };
    let of = match of.trim() {
        "mean" => Of::Mean,
        "median" => Of::Percentile(0.5),
        other => match other.strip_prefix('p').and_then(|digits| digits.parse::<f64>().ok()) {
            Some(percent) if percent > 0.0 && percent < 100.0 => Of::Percentile(percent / 100.0),
            _ => {
                return Err(fail(&format!(
                    "there is no statistic `{other}`: there are mean, median and percentiles from \
                        p1 to p99"
                )));
            }
        },
    };
    let metric = metric(model, name.trim())?;
    if of == Of::Mean && !reachsim::study::sensitivity::has_mean(model, metric) {
        return Err(fail("what may never happen has no mean: ask for its median"));
    }
    Ok(Statistic { of, metric })
}
