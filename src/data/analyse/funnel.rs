//! Leads, and those that were won.

use super::days::Daily;
use super::figure::{Aside, Figure, Means, Of, Unit};
use super::question::Series;
use super::view::View;
use super::weeks::per_week;
use crate::measure::codes::fold;
use crate::measure::share::wilson;
use crate::measure::{Enough, speak};
use crate::shape::{Export, Lead, Metric, Name};

/// Whether a lead was won: as the file says, or by a word of its stage.
pub fn is_won(export: &Export, won: Option<&str>, lead: &Lead) -> Option<bool> {
    let Some(won) = won else { return lead.won };
    let stage = export.names.of(lead.stage?);
    Some(fold(stage).contains(fold(won).as_ref()))
}

pub fn figures(view: &View, days: &[Daily]) -> Vec<Figure> {
    let leads = &view.export.leads;
    let n = leads.len() as u64;
    if leads.is_empty() {
        return of_site(days).into_iter().collect();
    }
    let week = per_week(view, Series::Leads).map(|week| week.mean);
    let count = Figure::new("leads", n as f64, Means::Count, Unit::Count).of(n, Of::Leads).beside(
        Aside::PerWeek,
        week,
        n,
    );
    std::iter::once(count).chain(won(view)).collect()
}

/// Leads that a site counts.
fn of_site(days: &[Daily]) -> Option<Figure> {
    let of = || days.iter().filter(|daily| daily.metric == Metric::Leads);
    let sums: Vec<f64> = of().filter_map(|daily| daily.sum).collect();
    let n = of().map(|daily| daily.days).sum();
    (!sums.is_empty())
        .then(|| Figure::new("leads", sums.iter().sum(), Means::Sum, Unit::Count).of(n, Of::Days))
}

fn won(view: &View) -> Option<Figure> {
    let word = view.question.won.as_deref();
    let told: Vec<(&Lead, Option<bool>)> =
        view.export.leads.iter().map(|lead| (lead, is_won(view.export, word, lead))).collect();
    if told.iter().all(|(_, won)| won.is_none()) {
        return None;
    }
    let n = told.len() as u64;
    let won: Vec<&Lead> =
        told.iter().filter(|(_, won)| *won == Some(true)).map(|(lead, _)| *lead).collect();
    let share = (speak(n as f64) != Enough::CountOnly).then(|| wilson(won.len() as f64, n as f64));
    let (amount, amounts) = money(&won);
    Some(
        Figure::new("won", won.len() as f64, Means::Count, Unit::Count)
            .of(n, Of::Leads)
            .beside_within(Aside::ShareOfAll, share, n)
            .beside(Aside::Amount, amount, amounts),
    )
}

/// The currency that most of them have; of equals the first one.
pub fn currency(leads: &[&Lead]) -> Option<Name> {
    let mut names: Vec<Name> = leads.iter().filter_map(|lead| lead.currency).collect();
    names.sort_unstable();
    let runs = names.chunk_by(|one, other| one == other);
    runs.rev().max_by_key(|run| run.len()).and_then(|run| run.first().copied())
}

/// The sum of amounts in that currency, and of how many.
fn money(won: &[&Lead]) -> (Option<f64>, u64) {
    let own = currency(won);
    let amounts: Vec<f64> = won
        .iter()
        .filter(|lead| lead.currency.is_none() || lead.currency == own)
        .filter_map(|lead| lead.amount)
        .collect();
    ((!amounts.is_empty()).then(|| amounts.iter().sum()), amounts.len() as u64)
}

/// The currency of amounts that were won.
pub fn own_currency(view: &View) -> Option<String> {
    let word = view.question.won.as_deref();
    let leads = view.export.leads.iter();
    let won: Vec<&Lead> =
        leads.filter(|lead| is_won(view.export, word, lead) == Some(true)).collect();
    currency(&won).map(|name| view.export.names.of(name).to_owned())
}
