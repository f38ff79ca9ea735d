//! What is counted in money: which metrics are measured, and whether every price that is used is
//! known.

use super::figures::{Euro, Figures};
use super::precedence::stated;
use crate::diagnostic::{Code, Conjunction, Diagnostic, Span, listed, message};
use crate::dist::Dist;
use crate::metric::{METRICS, Needs};
use crate::scenario::keys::{self, Group, key};
use crate::scenario::{Change, Scenario};

/// Places in METRICS of what is measured.
#[derive(Clone, Debug)]
pub struct Counted {
    pub metrics: Vec<usize>,
    pub value: bool,
}

/// Months over which a margin may arrive: a hundred years.
const LONGEST: f64 = 1200.0;

pub fn counted(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) -> Counted {
    let has = |stream: &str| {
        let mut own = scenario.sections.metrics.iter().filter_map(|own| own.stream.as_ref());
        own.any(|word| word.text == stream)
    };
    let value = stated(scenario, keys::group(Group::Price)) || has("value");
    let costs = value || has("cost") || spends(scenario, figures);
    let media = value || scenario.keys.contains_key(key!("market.cpm"));
    let measured = |needs: Needs| match needs {
        Needs::Nothing => true,
        Needs::Value => value,
        Needs::Costs => costs,
        Needs::MediaPrice => media,
        Needs::Search => {
            let views = format!(".{}", key!(community "search.views_per_message"));
            figures.by_path.keys().any(|path| path.ends_with(&views))
        }
        Needs::OwnValue => has("value"),
        Needs::OwnCost => has("cost"),
        Needs::Competitors => !scenario.sections.competitors.is_empty(),
        price => price.key().is_some_and(|key| stated(scenario, keys::row(key))),
    };
    euros(figures, costs, problems);
    if value {
        lifetime(figures, problems);
        costless(scenario, figures, problems);
    }
    // Without a community there is nothing to count: then the file's formulas are all there is.
    let counts =
        |place: &usize| !scenario.communities.is_empty() && measured(METRICS[*place].needs);
    Counted {
        metrics: (0..METRICS.len()).filter(counts).collect(),
        value: value && !scenario.communities.is_empty(),
    }
}

/// Whether the file states a cost.
fn spends(scenario: &Scenario, figures: &Figures) -> bool {
    let budgets = || {
        scenario
            .sections
            .campaigns
            .iter()
            .flat_map(|campaign| &campaign.numbers)
            .any(|number| number.field.name == "budget")
    };
    let mut prefixes =
        scenario.communities.iter().map(|community| format!("community.{}.", community.id));
    stated(scenario, keys::group(Group::Cost))
        || stated(scenario, keys::row(key!("support.wage")))
        || budgets()
        || later_costs(scenario)
        || prefixes.any(|prefix| advertises(figures, &prefix))
}

/// Whether the file states a cost from a week on.
fn later_costs(scenario: &Scenario) -> bool {
    let edits = scenario.later.iter().flat_map(|later| &later.edits);
    edits.flat_map(|edit| &edit.changes).any(|change| {
        let Change::Key(_, given) = change else { return false };
        let is_paid = [key!("support.wage"), key!("community.<id>.growth.ads_per_week")];
        given.key.is(Group::Cost) || is_paid.contains(&given.key.path)
    })
}

/// Whether a community spends money on followers; its keys begin with `prefix`.
fn advertises(figures: &Figures, prefix: &str) -> bool {
    figures
        .dist(&format!("{prefix}{}", key!(community "growth.ads_per_week")))
        .is_some_and(|ads| ads.is_fixed() != Some(0.0))
}

/// Defaults in euros that are used under another currency, all of them at once.
fn euros(figures: &Figures, costs: bool, problems: &mut Vec<Diagnostic>) {
    let hours = figures.dist(key!("support.hours_per_week")).and_then(Dist::is_fixed);
    let is_labour = |path: &str| keys::find(path).is_some_and(|key| key.is(Group::Labour));
    let used = |path: &str| {
        path.strip_suffix(key!(community "growth.cost_per_follower"))
            .map_or(costs, |prefix| advertises(figures, prefix))
            && !(path == key!("support.wage") && hours == Some(0.0))
    };
    let euros: Vec<&Euro> = figures.euros.iter().filter(|euro| used(&euro.path)).collect();
    let used: Vec<String> =
        euros.iter().map(|euro| format!("{} ({})", euro.path, euro.value)).collect();
    let Some(place) = figures.by_path.get(key!("currency")).and_then(|figure| figure.at.clone())
    else {
        return;
    };
    if used.is_empty() {
        return;
    }
    let sums = listed(used.iter().map(String::as_str), Conjunction::And);
    let message = if used.len() == 1 {
        message!("a default is in euros, but the currency is another: {sums}", sums)
    } else {
        message!("defaults are in euros, but the currency is another: {sums}", sums)
    };
    let diagnostic =
        Diagnostic::new(Code::MoneyDefault, message).at(place, message!("not the euro"));
    let labour: Vec<&str> =
        euros.iter().map(|euro| euro.path.as_str()).filter(|path| is_labour(path)).collect();
    let wages = listed(labour.iter().copied(), Conjunction::And);
    problems.push(diagnostic.help(match (labour.len(), used.len()) {
        (0, _) => {
            message!(
                "give them in this currency, or write `currency_per_eur = ..` and they are \
                 converted"
            )
        }
        (of_people, all) if of_people == all => message!(
            "give {wages} in this currency: no exchange rate tells what people are paid elsewhere",
            wages
        ),
        _ => message!(
            "give {labour} in this currency: no exchange rate tells what people are paid \
             elsewhere; give the others too, or write `currency_per_eur = ..` and they are \
             converted",
            labour = wages
        ),
    }));
}

/// A customer who never leaves, without interest, would be worth infinitely much; and margins
/// arrive while somebody lives.
fn lifetime(figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let at = |path: &str| figures.by_path.get(path).and_then(|figure| figure.at.clone());
    if let (Some(retention), Some(discount)) =
        (figures.dist(key!("value.retention")), figures.dist(key!("cost.discount")))
    {
        let (longest, least) = (retention.bounds().1, discount.bounds().0);
        if longest >= 1.0 + least {
            let message = message!(
                "a customer who stays for ever, with a margin that loses no value, would be worth \
                 infinitely much"
            );
            let place = at(key!("value.retention")).unwrap_or(Span { source: 0, bytes: 0..0 });
            let diagnostic = Diagnostic::new(Code::Lifetime, message)
                .at(place, message!("as high as 100 % and the interest"));
            problems.push(
                diagnostic
                    .help(message!("give a retention below 100 %, or a `cost.discount` above 0")),
            );
        }
    }
    let months = key!("value.months_to_earn");
    if let (Some(dist), Some(place)) = (figures.dist(months), at(months))
        && dist.bounds().1 > LONGEST
    {
        let message = message!(
            "`{key}` reaches {months} months, but at most {most} are possible",
            key = months,
            months = dist.bounds().1,
            most = LONGEST
        );
        let diagnostic = Diagnostic::new(Code::OutOfRange, message)
            .at(place, message!("more than a hundred years"));
        problems.push(diagnostic.help(message!("end it with `max = {most}`", most = LONGEST)));
    }
}

/// Value without any cost but the team's.
fn costless(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let at = |path: &str| figures.by_path.get(path).and_then(|figure| figure.at.clone());
    let place = keys::group(Group::Price).find_map(|key| at(key.path));
    let place = place.or_else(|| at(key!("value.order")));
    if let (Some(place), false) = (place, stated(scenario, keys::group(Group::Cost))) {
        let message =
            message!("there is a value here, but posts, management and tools cost nothing");
        let diagnostic =
            Diagnostic::new(Code::NoCost, message).at(place, message!("counted without its cost"));
        problems.push(diagnostic.help(message!(
            "give `cost.per_post`, `cost.manager_per_month` or `cost.tools_per_month`, if only as 0"
        )));
    }
}
