//! What becomes of leads.

use reachsim_core::dist::Spread;

use super::shared::shared;
use crate::known::page::Page;
use crate::known::seen::{Evidence, Part, Remark};

/// Leads below which nothing is told.
const LEADS: usize = 5;

/// Days after which a lead is won or lost, where the file does not tell.
const USUAL_DAYS: i32 = 60;

/// The share of the leads that were won, among those older than nine in ten wins took. Without
/// sources it is told of all ways together: half its weight for either key.
pub fn closes(page: &Page, key: &str) -> Option<Evidence> {
    let mut parts: Vec<Part> = Vec::new();
    for source in &page.sources {
        let leads = &source.history.leads;
        let mut taken: Vec<i32> = leads
            .iter()
            .filter(|lead| lead.won == Some(true))
            .filter_map(|lead| Some((lead.closed? - lead.day).max(0)))
            .collect();
        taken.sort_unstable();
        let usual = taken.get(taken.len() * 9 / 10).copied().unwrap_or(USUAL_DAYS);
        let last = leads.iter().map(|lead| lead.closed.unwrap_or(lead.day).max(lead.day)).max();
        let old = |day: i32| last.is_some_and(|last| last - day >= usual);
        let told = leads.iter().any(|lead| lead.won.is_some());
        parts.extend(leads.iter().filter(|lead| told && old(lead.day)).map(|lead| Part {
            day: lead.day,
            over: f64::from(u8::from(lead.won == Some(true))),
            under: 1.0,
            weight: 0.5 * page.weight(source, lead.day),
        }));
    }
    if parts.len() < LEADS {
        return None;
    }
    let mut evidence = shared(page, key, &parts, Spread::Logit, 1.0)?;
    evidence.remarks.push(Remark::NoSources);
    Some(evidence)
}
