//! `reachsim claims`: each claim, what the model says, with what probability, under which
//! assumptions; and the figures of the texts.

use super::super::layout::{self, wrap};
use crate::locale::Label;
use crate::model::{ClaimKind, Origin, Understood};
use crate::output::claims::figures::Figure;
use crate::output::claims::{Claim, Count};
use crate::output::entry::OWN;
use crate::output::format::{Format as _, Locale, Quantity};
use crate::output::phrases::studies::{points, written};
use crate::output::phrases::{
    amount, chance, metric_words, quantity_of, shape, tame, target_words,
};
use crate::output::words::{say, sentence};
use crate::scenario::WhatIf;
use crate::study::claim::{ENDS, LEANING, MOST, SURE, Stretch, Verdict};
use crate::units::Unit;

/// Columns before the words of a claim.
const INDENT: usize = 4;
/// Lines of what a file states.
const STATED: usize = 3;
/// What is told of the claim itself.
const TITLE: &str = "title";
const CLAIM: &str = "claim.";

/// Estimates over whose whole range a claim does not keep its verdict that are told.
const CUT: usize = 3;

/// When a claim holds, how many findings do, and three lines or more, of so many columns, for each
/// claim.
pub fn claims(claims: &[Claim], columns: usize) -> String {
    let locale = claims.first().map_or(Locale::En, |claim| claim.case.about().locale);
    let mut lines = wrap(&summary(locale, claims), columns);
    lines.extend(wrap(&criterion(locale), columns));
    let stated: Vec<Vec<String>> = claims.iter().map(stated).collect();
    let common = common(&stated);
    if !common.is_empty() {
        lines.extend(wrap(&say!(locale, "claims-common", list = common.join(", ")), columns));
    }
    // Findings come first, the others after them, each in their order.
    let mut places: Vec<usize> = (0..claims.len()).collect();
    places.sort_by_key(|&place| claims[place].kind() == ClaimKind::Arithmetic);
    for place in places {
        let (claim, stated) = (&claims[place], &stated[place]);
        lines.push(String::new());
        let marks = format!("{} {}", say!(locale, mark(claim)), say!(locale, kind(claim)));
        let title = tame(claim.case.about().title.of(locale));
        lines.extend(wrap(&format!("{marks} {title}"), columns));
        let mut told = claimed(claim);
        told.push(says(claim));
        told.extend(kept(claim));
        let own: Vec<&str> =
            stated.iter().filter(|told| !common.contains(told)).map(String::as_str).collect();
        let mut indented: Vec<String> =
            told.iter().flat_map(|text| wrap(text, columns - INDENT)).collect();
        if !own.is_empty() {
            let given =
                wrap(&say!(locale, "claims-stated", list = own.join(", ")), columns - INDENT);
            indented.extend(layout::shorten(given, STATED));
        }
        indented.extend(wrap(&assumed(claim), columns - INDENT));
        lines.extend(indented.iter().map(|line| format!("{}{line}", layout::spaces(INDENT))));
    }
    layout::text(&lines)
}

/// How many findings hold, and how many claims are none.
fn summary(locale: Locale, claims: &[Claim]) -> String {
    let findings = Count::of(claims, ClaimKind::Finding);
    let arithmetic = Count::of(claims, ClaimKind::Arithmetic).all();
    let told = say!(
        locale,
        "claims-verdict",
        holding = findings.holding,
        all = findings.all(),
        leaning = findings.leaning,
        failing = findings.failing
    );
    match arithmetic {
        0 => say!(locale, "claims-no-arithmetic", findings = told),
        n => say!(locale, "claims-arithmetic-too", findings = told, n = n),
    }
}

/// When a claim holds.
fn criterion(locale: Locale) -> String {
    let hundred = |share: f64| (100.0 * share).round() as u64;
    say!(
        locale,
        "claims-criterion",
        sure = hundred(SURE),
        most = hundred(MOST),
        leaning = hundred(LEANING)
    )
}

const fn mark(claim: &Claim) -> &'static str {
    match claim.found.verdict {
        Verdict::Holds => "claims-holds",
        Verdict::Leans => "claims-leans",
        Verdict::Fails => "claims-fails",
    }
}

const fn kind(claim: &Claim) -> &'static str {
    match claim.kind() {
        ClaimKind::Finding => "claims-finding",
        ClaimKind::Arithmetic => "claims-arithmetic",
    }
}

/// What the text claims, and where.
fn claimed(claim: &Claim) -> Vec<String> {
    let about = claim.case.about();
    let words = |label: &Label| tame(label.of(about.locale));
    let text = about.claim.text.as_ref().map(words);
    let told = text.map(|text| match about.claim.place.as_ref().map(words) {
        Some(place) => say!(about.locale, "claims-text", text = text, place = place),
        None => text,
    });
    told.into_iter().collect()
}

/// Over which part of their ranges the estimates have to lie for the claim to keep its verdict.
fn kept(claim: &Claim) -> Option<String> {
    let (locale, found) = (claim.case.about().locale, &claim.found);
    let cut = found.cut();
    let part = |over: &&Stretch| {
        let key = tame(&over.key);
        let unit = claim.case.unit_of(&over.key);
        let value = |end: f64| amount(locale, unit, end, None);
        let input = claim.case.model().inputs.iter().find(|input| input.key == over.key);
        let bounds = input.map_or((f64::NEG_INFINITY, f64::INFINITY), |input| {
            (input.dist.quantile(ENDS[0]), input.dist.quantile(ENDS[1]))
        });
        match over.ends {
            None => say!(locale, "claims-nowhere", key = key),
            Some([low, high]) if low <= bounds.0 => {
                say!(locale, "claims-below", key = key, high = value(high))
            }
            Some([low, high]) if high >= bounds.1 => {
                say!(locale, "claims-above", key = key, low = value(low))
            }
            Some([low, high]) => {
                say!(locale, "claims-between", key = key, low = value(low), high = value(high))
            }
        }
    };
    let told: Vec<String> = cut.iter().take(CUT).map(part).collect();
    let id = match found.verdict {
        Verdict::Leans => "claims-leans-only",
        _ => "claims-holds-only",
    };
    (!told.is_empty()).then(|| say!(locale, id, list = told.join("; ")))
}

/// How many numbers behind it are estimates, and over how many ranges was looked.
fn assumed(claim: &Claim) -> String {
    let (looked, fixed) = (claim.found.over.len() as u64, claim.found.without_range as u64);
    say!(
        claim.case.about().locale,
        "claims-assumed",
        all = looked + fixed,
        looked = looked,
        fixed = fixed,
        file = tame(claim.file)
    )
}

/// The figures of the texts, two lines or more, of so many columns, for each.
pub fn figures(locale: Locale, columns: usize) -> String {
    let mut lines = Vec::new();
    for figure in Figure::all() {
        let first = say!(
            locale,
            "figures-figure",
            value = value_of(locale, figure),
            words = figure.words.of(locale)
        );
        let asked = figure.n.map_or_else(
            || say!(locale, "figures-n-not-stated"),
            |n| say!(locale, "figures-n", n = locale.number(n as f64, Some(0.0))),
        );
        let year = figure
            .year
            .as_ref()
            .map_or_else(|| say!(locale, "figures-year-not-stated"), |year| year.replace('-', "–"));
        let keys: Vec<String> = figure.keys.iter().map(|key| key.replace(OWN, "*")).collect();
        let informs = match &figure.why {
            Some(why) => say!(locale, "figures-nothing", why = why.of(locale)),
            None => say!(locale, "figures-informs", keys = keys.join(", ")),
        };
        let place = figure.place.of(locale);
        let second =
            say!(locale, "figures-place", place = place, n = asked, year = year, informs = informs);
        lines.extend(wrap(&first, columns));
        let indented = wrap(&second, columns - INDENT);
        lines.extend(indented.iter().map(|line| format!("{}{line}", layout::spaces(INDENT))));
    }
    layout::text(&lines)
}

/// A figure, or its range, with how far chance may have moved it.
fn value_of(locale: Locale, figure: &Figure) -> String {
    let quantity = if figure.unit == Unit::Share.id() { Quantity::Share } else { Quantity::Number };
    let low = locale.amount(quantity, figure.low, Some(0.0));
    let value = match figure.high {
        Some(high) => {
            let high = locale.amount(quantity, high, Some(0.0));
            locale.between(&low, &high)
        }
        None => say!(locale, "figures-more-than", value = low),
    };
    match figure.margin() {
        Some(margin) => {
            let points = locale.plain(100.0 * margin, 1);
            say!(locale, "figures-margin", value = value, points = points)
        }
        None => value,
    }
}

/// What every one of several files states.
fn common(stated: &[Vec<String>]) -> Vec<String> {
    let Some((first, others)) = stated.split_first().filter(|(_, others)| !others.is_empty())
    else {
        return Vec::new();
    };
    first.iter().filter(|told| others.iter().all(|other| other.contains(told))).cloned().collect()
}

/// What the file states, beyond what is taken for every file.
fn stated(claim: &Claim) -> Vec<String> {
    let locale = claim.case.about().locale;
    let of_file = claim
        .case
        .lowered
        .assumptions
        .iter()
        .filter(|assumption| matches!(assumption.origin, Origin::File { .. }));
    let is_told = |key: &str| key.split('.').next() == Some(TITLE) || key.starts_with(CLAIM);
    let own = of_file.filter(|assumption| !is_told(&assumption.key));
    let told = own.map(|assumption| match &assumption.value {
        Understood::Words(words) => format!("{} = {}", tame(&assumption.key), tame(words)),
        Understood::Quantity(dist) => {
            format!("{} = {}", tame(&assumption.key), shape(locale, dist, assumption.unit))
        }
    });
    told.collect()
}

/// What the model says to it.
fn says(claim: &Claim) -> String {
    let (locale, found) = (claim.case.about().locale, &claim.found);
    let words = metric_words(locale, claim.case.model(), found.metric);
    let quantity = quantity_of(&claim.case.model().metric(found.metric.metric));
    let chance = chance(locale, found.probability);
    let asked = claim.case.model().targets[0].with.filter(|_| found.variant.is_none());
    let chance = match asked {
        Some(share) => {
            let share = locale.share(share, Some(0.0));
            say!(locale, "claims-asked", chance = chance, share = share)
        }
        None => chance,
    };
    match (&found.variant, found.difference(), found.spread) {
        (Some(variant), Some(difference), _) => {
            let what_ifs = &claim.case.scenario.what_ifs;
            let own = what_ifs.iter().find(|what_if| what_if.name.text == *variant);
            let called = own.map_or_else(|| Label::plain(variant.as_str()), WhatIf::named);
            let value = points(locale, &written(locale, quantity, difference));
            let value = if difference.value > 0.0 { format!("+{value}") } else { value };
            say!(
                locale,
                "claims-better",
                variant = tame(called.of(locale)),
                words = words,
                difference = value,
                chance = chance
            )
        }
        (_, _, Some([low, typical, high])) => {
            let [low, typical, high] = locale.spread(
                quantity,
                [low, typical, high]
                    .map(|end| (end.value, Some(end.se).filter(|se| se.is_finite()))),
            );
            let target = target_words(locale, &claim.case.model().targets[0].name);
            say!(
                locale,
                "claims-target",
                target = sentence(&target),
                chance = chance,
                words = words,
                typical = typical,
                range = locale.between(&low, &high)
            )
        }
        _ => chance,
    }
}
