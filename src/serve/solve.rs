//! What would it take? The value of one dial at which a goal is reached.

use serde_json::{Value, json};

use super::answer;
use super::attention::Attention;
use super::base;
use super::refused::Refused;
use super::request::Question;
use super::tab::Opened;
use super::tried::Tried;
use crate::diagnostic::message;
use crate::engine::Watch as _;
use crate::locale::Locale;
use crate::output::Case;
use crate::output::json::studies;
use crate::output::screen::studies as screen;
use crate::run::knobs::Knobs;
use crate::run::{Error, Until};
use crate::scenario::number;
use crate::study::Goal;

/// The answer of `solve` for the scenario with what is tried: its document, and its text.
pub fn solve(
    opened: &Opened,
    question: &Question,
    locale: Locale,
    attention: &Attention,
) -> Result<Value, Refused> {
    let case = opened.case(locale)?;
    let fail = |error: Error| Refused::of(locale, error, &[]);
    let varied = if question.set.is_empty() {
        case.clone()
    } else {
        Tried::of(case, &question.set, locale)?.case
    };
    let mut varied = base::planned(&varied, answer::futures(case, question)).map_err(fail)?;
    varied.lowered.about.locale = locale;
    let goal = Goal::read(&question.goal, varied.model()).map_err(|why| fail(why.into()))?;
    let Question { key, from, to, .. } = question;
    numbers(&varied, key, [from, to], locale)?;
    let range = format!("{key}={from}..{to}");
    let knobs = Knobs::read(&varied, &[&range], "the key").map_err(fail)?;
    let found = attention.work(|| knobs.solve(&varied, goal, Until::Planned, attention));
    let found = found.map_err(fail)?;
    if attention.stopped() {
        return Err(fail(Error::Stopped));
    }
    let (context, knob) = (varied.context(), &knobs.knobs[0]);
    let text = screen::solve(&context, (&knob.key, knobs.ranges(&varied)[0]), &goal, &found);
    let mut document = studies::solve(&context, knob, &goal, &found);
    // The first line is the title of the screen, the last ones are for the command line.
    let told = text.lines().skip(1).take_while(|line| !line.is_empty());
    document["text"] = json!(told.collect::<Vec<_>>().join(" "));
    document["screen"] = json!(text.lines().collect::<Vec<_>>());
    Ok(document)
}

/// Both ends are numbers, and the key is one that may be set: nothing else is read.
fn numbers(case: &Case, key: &str, ends: [&String; 2], locale: Locale) -> Result<(), Refused> {
    for end in ends {
        if number::parse(end, 0).is_err() {
            return Err(Refused::question(locale, &message!("`{end}` is no number", end)));
        }
        let mut scenario = case.scenario.clone();
        let keys = [(scenario.sources.len(), key.to_owned())];
        scenario.change(key, end).map_err(|found| Refused::problems(locale, &found, &keys))?;
    }
    Ok(())
}
