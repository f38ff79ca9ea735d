//! The answer to a question: what the scenario comes to with what is tried, and how far that is
//! from the scenario as it is, in the same futures.

mod against;
mod beside;
mod figures;
mod pictures;

use against::Against;
pub use pictures::FIRST;

use std::sync::Arc;

use serde_json::{Value, json};

use super::attention::Attention;
use super::base::{self, Base, What};
use super::refused::Refused;
use super::request::Question;
use super::tab::Opened;
use super::tried::Tried;
use crate::engine::{Detail, Watch as _};
use crate::locale::{Label, Locale};
use crate::output::pictures::Findings;
use crate::output::screen::{self, Shown};
use crate::output::story::Answer;
use crate::output::{Case, Extras, Report, WIDTH, phrases};
use crate::run::Error;
use crate::study::Alternative;
use crate::study::compare::{Advice, Contrast, Doubt};
use crate::trials::Trials;

/// Futures where nobody says how many.
const FUTURES: u64 = 10_000;

/// The futures of a question.
pub fn futures(case: &Case, question: &Question) -> u64 {
    question.futures.unwrap_or_else(|| case.plan().trials.min(FUTURES))
}

/// The answer in a language. One to whom nobody listens any more is cut short.
pub fn answer(
    opened: &Opened,
    question: &Question,
    locale: Locale,
    attention: &Attention,
) -> Result<Value, Refused> {
    let case = opened.case(locale)?;
    let detail = if question.is_draft() { Detail::Totals } else { Detail::Weekly };
    let fail = |error: Error| Refused::of(locale, error, &[]);
    let count = futures(case, question);
    // What is wrong with what is tried is told before anything is simulated.
    let tried =
        (!question.set.is_empty()).then(|| Tried::of(case, &question.set, locale)).transpose()?;
    let base = opened.bases.get(case, count, detail, attention).map_err(fail)?;
    let Some(tried) = tried else {
        let extras = if question.is_alone() { Extras::NONE } else { base.extras(attention) };
        let report = Report { run: &base.run, extras, locale, columns: WIDTH };
        return Ok(attention.work(|| told(&report, question, None)));
    };
    let simulated = || {
        let varied = base::planned(&tried.case, count)?;
        let empty = Trials::empty(varied.model(), varied.plan());
        base::extended(varied, empty, detail, attention)
    };
    let other = if question.is_draft() {
        Arc::new(Base::of(simulated().map_err(fail)?))
    } else {
        let what = What { set: question.set.clone(), futures: count, locale };
        opened.last.get(what, simulated).map_err(fail)?
    };
    let extras = if question.is_alone() {
        Extras::NONE
    } else {
        other.own_extras(attention).map_err(fail)?
    };
    let basis = base.basis(attention);
    let metrics = attention.work(|| basis.against(base.study_run(), other.study_run()));
    if attention.stopped() {
        return Err(fail(Error::Stopped));
    }
    let name = Alternative::Named(Label::plain(question.name.clone()));
    let contrast = Contrast { name, edits: Vec::new(), metrics, why: None, hinge: None };
    let report = Report { run: &other.run, extras, locale, columns: WIDTH };
    let against = Against { base: &base, contrast: &contrast, tried: &tried };
    Ok(attention.work(|| told(&report, question, Some(&against))))
}

fn told(report: &Report, question: &Question, against: Option<&Against>) -> Value {
    let locale = report.locale;
    let findings = findings(report, question);
    let answer = Answer::of(report, &findings);
    let advice = against.and_then(Against::advice);
    let is_open = matches!(advice, Some(Advice::CannotTell(Doubt::Few)));
    let mut body = json!({
        "futures": report.summary().trials,
        "settled": !question.is_draft() && !is_open,
        "line": phrases::line(report.about(), report.model(), report.plan(), locale),
        "subject": findings.subject.map(|column| report.model().column_name(column)),
        "headline": answer.headline,
        "figure": answer.figure,
        "verdict": against.map_or_else(
            || answer.headline.clone(),
            |against| against.verdict(report),
        ),
        "advice": advice.map(Advice::id),
        "tiles": beside::tiles(report),
        "metrics": figures::metrics(report, against.map(|against| against.contrast)),
        "targets": figures::targets(report, &answer),
        "screen": lines(report),
        "changed": against.map_or_else(Vec::new, |against| beside::changed(report, against)),
    });
    let shown = pictures::shown(report, question, (&findings, &answer));
    let own = if question.is_draft() {
        json!({})
    } else {
        json!({ "drivers": beside::drivers(report, &findings), "assumed": answer.assumed })
    };
    let studies = if question.is_alone() {
        json!({})
    } else {
        json!({ "what_ifs": beside::what_ifs(report), "measure": answer.measure })
    };
    for part in [shown, own, studies] {
        if let (Some(body), Value::Object(part)) = (body.as_object_mut(), part) {
            body.extend(part);
        }
    }
    body
}

/// What the run found of its drivers, where that is told.
fn findings(report: &Report, question: &Question) -> Findings {
    if question.is_draft() && question.show.is_empty() {
        let subject = crate::study::subject(report.model());
        return Findings { subject, drivers: Vec::new() };
    }
    Findings::of(report)
}

/// The first screen of the run, line by line.
fn lines(report: &Report) -> Vec<String> {
    let variants = report.run.case.scenario.variants();
    let has_some = variants.iter().any(|name| name != crate::scenario::NOTHING);
    let next = if has_some { "compare" } else { "explain" };
    let shown = Shown { scenario: &report.run.case.path, files: None, next };
    let text = screen::run(report, &shown) + &screen::states(report);
    text.trim_end().lines().map(str::to_owned).collect()
}
