//! `reachsim claims`: each claim, what the model says, with what probability, under which
//! assumptions.

use super::super::layout::{self, wrap};
use crate::model::{Origin, Understood, estimates};
use crate::output::claims::Claim;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::studies::written;
use crate::output::phrases::{chance, metric_words, quantity, shape, tame, target_words};
use crate::output::words::{say, sentence};

/// Columns before the words of a claim.
const INDENT: usize = 4;
/// Lines of what a file states.
const STATED: usize = 3;
/// The claim itself.
const TITLE: &str = "title";

/// Three lines or more, of so many columns, for each claim, and how many hold.
pub fn claims(claims: &[Claim], columns: usize) -> String {
    let locale = claims.first().map_or(Locale::En, |claim| claim.case.about().locale);
    let holding = claims.iter().filter(|claim| claim.finding.holds).count() as u64;
    let mut lines = wrap(
        &say!(locale, "claims-verdict", holding = holding, all = claims.len() as u64),
        columns,
    );
    let stated: Vec<Vec<String>> = claims.iter().map(stated).collect();
    let common = common(&stated);
    if !common.is_empty() {
        lines.extend(wrap(&say!(locale, "claims-common", list = common.join(", ")), columns));
    }
    for (claim, stated) in claims.iter().zip(&stated) {
        lines.push(String::new());
        let mark = if claim.finding.holds {
            say!(locale, "claims-holds")
        } else {
            say!(locale, "claims-fails")
        };
        lines.extend(wrap(
            &format!("{mark} {}", tame(claim.case.about().title.of(locale))),
            columns,
        ));
        let indented = |text: &str| {
            wrap(text, columns - INDENT)
                .into_iter()
                .map(|line| format!("{}{line}", layout::spaces(INDENT)))
                .collect::<Vec<_>>()
        };
        lines.extend(indented(&says(claim)));
        let own: Vec<&str> =
            stated.iter().filter(|told| !common.contains(told)).map(String::as_str).collect();
        if !own.is_empty() {
            lines.extend(layout::shorten(
                indented(&say!(locale, "claims-stated", list = own.join(", "))),
                STATED,
            ));
        }
        let numbers = claim
            .case
            .lowered
            .assumptions
            .iter()
            .filter(|assumption| matches!(assumption.value, Understood::Quantity(_)))
            .count() as u64;
        lines.extend(indented(&say!(
            locale,
            "claims-assumed",
            estimates = estimates(&claim.case.lowered.assumptions) as u64,
            all = numbers,
            file = claim.case.file()
        )));
    }
    layout::text(&lines)
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
    let told = of_file.filter(|assumption| assumption.key != TITLE).map(|assumption| {
        match &assumption.value {
            Understood::Words(words) => format!("{} = {}", tame(&assumption.key), tame(words)),
            Understood::Quantity(dist) => {
                format!("{} = {}", tame(&assumption.key), shape(locale, dist, assumption.unit))
            }
        }
    });
    told.collect()
}

/// What the model says to it.
fn says(claim: &Claim) -> String {
    let (locale, finding) = (claim.case.about().locale, &claim.finding);
    let words = metric_words(locale, claim.case.model(), finding.metric);
    let quantity = quantity(claim.case.model().metric(finding.metric.metric).unit);
    let chance = chance(locale, finding.probability);
    match (&finding.variant, finding.difference, finding.spread) {
        (Some(variant), Some(difference), _) => {
            let value = written(locale, quantity, difference);
            let value = if difference.value > 0.0 { format!("+{value}") } else { value };
            say!(
                locale,
                "claims-better",
                variant = tame(variant),
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
