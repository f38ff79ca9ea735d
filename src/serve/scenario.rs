//! What is told of the scenarios: their names, the dials of one, its what-ifs and goals; or what is
//! wrong with it.

use std::sync::Arc;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::attention::Attention;
use super::dials;
use super::lock::locked;
use super::refused::Refused;
use super::tab::{Opened, Tab, Told};
use crate::digits::hex;
use crate::engine::Detail;
use crate::locale::Locale;
use crate::model::Target;
use crate::output::pictures::Findings;
use crate::output::{Case, Report, notation, phrases};
use crate::scenario::WhatIf;

/// Futures that tell which inputs move the answer.
const FUTURES: u64 = 2_000;
/// The chance that a goal asks for where its target asks for none.
const CHANCE: f64 = 0.8;

impl Opened {
    /// The scenario, or what is wrong with it.
    pub fn case(&self, locale: Locale) -> Result<&Case, Refused> {
        self.read.as_ref().map_err(|problems| Refused::problems(locale, problems, &[]))
    }

    /// The language of the scenario.
    pub fn locale(&self) -> Locale {
        match &self.read {
            Ok(case) => case.about().locale,
            Err(problems) => crate::scenario::spoken(problems).unwrap_or_default(),
        }
    }
}

/// What is told of a scenario beside others, which is the same until a file changes.
pub fn told(
    opened: &Opened,
    (tabs, place): (&[Tab], usize),
    locale: Locale,
    attention: &Attention,
) -> Result<Arc<Told>, Refused> {
    let names = names(tabs, locale);
    if let Some(told) = locked(&opened.told).get(&locale).filter(|told| told.tabs == names) {
        return Ok(Arc::clone(told));
    }
    let mut value = match opened.case(locale) {
        Ok(case) => described(opened, case, locale, attention)?,
        Err(refused) => json!({ "title": file(&tabs[place]), "errors": refused.errors }),
    };
    value["tabs"] = names.clone();
    value["tab"] = json!(place);
    value["locale"] = json!(locale.id());
    let hash = hex(&Sha256::digest(value.to_string().as_bytes()));
    value["hash"] = json!(hash);
    let told = Arc::new(Told { value, hash, tabs: names });
    locked(&opened.told).insert(locale, Arc::clone(&told));
    Ok(told)
}

fn described(
    opened: &Opened,
    case: &Case,
    locale: Locale,
    attention: &Attention,
) -> Result<Value, Refused> {
    let futures = FUTURES.min(case.plan().trials);
    let base = opened.bases.get(case, futures, Detail::Totals, attention);
    let base = base.map_err(|error| Refused::of(locale, error, &[]))?;
    let report = Report { locale, ..base.run.report() };
    let inputs = &case.model().inputs;
    let moving = attention.work(|| Findings::of(&report)).drivers;
    let ranks: Vec<String> = moving.iter().map(|driver| inputs[driver.input].key.clone()).collect();
    let about = case.about();
    let what_if = |what_if: &WhatIf| {
        let (name, set) = (what_if.named(), dials::sets(&what_if.edits));
        json!({ "name": name.of(locale), "set": set })
    };
    let target = |target: &Target| {
        json!({
            "name": phrases::target_words(locale, &target.name),
            "text": notation::target(case.model(), target),
        })
    };
    let goal = |target: &Target| {
        let text = notation::target(
            case.model(),
            &Target { with: target.with.or(Some(CHANCE)), ..target.clone() },
        );
        json!({ "text": text })
    };
    Ok(json!({
        "title": about.title.of(locale),
        "description": about.description.as_ref().map(|words| words.of(locale)),
        "file": case.file(),
        "scenario": about.hash,
        "currency": about.currency,
        "futures": case.plan().trials,
        "dials": dials::dials(case, locale, &ranks),
        "what_ifs": case.scenario.what_ifs.iter().map(what_if).collect::<Vec<_>>(),
        "targets": case.model().targets.iter().map(target).collect::<Vec<_>>(),
        "goals": case.model().targets.iter().map(goal).collect::<Vec<_>>(),
    }))
}

/// What all scenarios are called.
fn names(tabs: &[Tab], locale: Locale) -> Value {
    let name = |tab: &Tab| {
        let opened = tab.open().ok();
        let title = opened.as_ref().and_then(|opened| opened.read.as_ref().ok());
        let title = title.map(|case| case.about().title.of(locale).to_owned());
        json!({ "title": title.unwrap_or_else(|| file(tab)), "file": file(tab) })
    };
    tabs.iter().map(name).collect()
}

fn file(tab: &Tab) -> String {
    let name = tab.path.file_name().unwrap_or(tab.path.as_os_str());
    name.to_string_lossy().into_owned()
}
