//! What can be wrong with what a page says, beside what it shows.

use super::numbers::{Printed, numbers};
use crate::locale::Locale;
use crate::output::charts::plot::{Form, Plot, Series};
use crate::output::charts::{Figure, Kind, Waterfall};
use crate::output::documents::DocumentInput;
use crate::output::draw::{Part, Scene, Shape};
use crate::output::faults::Finding;
use crate::output::story::{Page, Story};
use crate::output::words::Words as _;

/// Faults of a page and its drawing, where it has one.
pub fn findings(told: &DocumentInput, page: &Page, scene: Option<&Scene>) -> Vec<Finding> {
    let mut found = Vec::new();
    let locale = told.locale();
    if let Some(scene) = scene {
        found.extend(unsaid(told, page, scene));
        found.extend(captions(locale, &page.lead, scene));
    }
    if let Some(Figure::Waterfall(waterfall)) = told.picture(page).map(|found| &found.figure) {
        found.extend(sums(locale, waterfall));
    }
    found
}

/// Numbers of a title that neither its drawing nor the data behind it nor any table or figure of
/// the story has.
fn unsaid(told: &DocumentInput, page: &Page, scene: &Scene) -> Vec<Finding> {
    let (story, locale) = (told.story, told.locale());
    let data = scene.marks.iter().filter(|mark| mark.part != Part::Frame);
    let shown = data.flat_map(|mark| match &mark.shape {
        Shape::Text(text) => numbers(locale, &text.text),
        _ => Vec::new(),
    });
    let beside = numbers(locale, &page.lead).into_iter().chain(told_elsewhere(story));
    let plots = told.plots(page);
    let places = plots.iter().flat_map(|plot| &plot.categories);
    let places = places.flat_map(|place| numbers(locale, place));
    let known: Vec<Printed> = shown.chain(beside).chain(places).collect();
    let mut values: Vec<f64> = plots.iter().flat_map(drawn).collect();
    values.extend(tails(shares(locale, scene)));
    numbers(locale, &page.title)
        .into_iter()
        .filter(|number| !known.iter().any(|other| other.is(*number)))
        .filter(|number| !values.iter().any(|value| number.tells(*value)))
        .map(|number| Finding::about("unsaid-number", &page.title, number.value.to_string()))
        .collect()
}

/// The shares of a drawing in their order.
fn shares(locale: Locale, scene: &Scene) -> Vec<f64> {
    let data = scene.marks.iter().filter(|mark| mark.part == Part::Data);
    let texts = data.filter_map(|mark| match &mark.shape {
        Shape::Text(text) if text.text.contains('%') => Some(text.text.as_str()),
        _ => None,
    });
    texts.flat_map(|text| numbers(locale, text)).map(|number| number.value).collect()
}

/// What classes are together, from each one on.
fn tails(shares: Vec<f64>) -> Vec<f64> {
    let sums = shares.into_iter().rev().scan(0.0, |sum, share| {
        *sum += share;
        Some(*sum)
    });
    sums.collect()
}

/// Values of a plot, and what is taken away of what was added.
fn drawn(plot: &Plot) -> Vec<f64> {
    let values = plot.series.iter().flat_map(|series| series.values.iter().copied());
    let mut drawn: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    if let (Form::Floating, [_, gains, losses, ..]) = (plot.form, &plot.series[..]) {
        let sum = |series: &Series| series.values.iter().filter(|x| x.is_finite()).sum::<f64>();
        drawn.push(sum(losses) / sum(gains));
    }
    drawn
}

/// Numbers of the tables, of the figures that stand for all others, and of the line that names the
/// horizon.
fn told_elsewhere(story: &Story) -> impl Iterator<Item = Printed> {
    let locale = story.locale;
    let cells = story.pages.iter().flat_map(|page| page.table.iter());
    let cells = cells.flat_map(|table| table.rows.iter().flatten());
    let tiles = story.tiles.iter().flat_map(|tile| [&tile.words, &tile.typical, &tile.range]);
    let texts = cells.chain(tiles).chain([&story.line, &story.title]);
    let answers = story.pages.iter().filter(|page| page.chart.is_none());
    let titles = answers.flat_map(|page| [&page.title, &page.lead]);
    texts.chain(titles).flat_map(move |text| numbers(locale, text))
}

/// Marks that a caption speaks of and the drawing does not have.
fn captions(locale: Locale, lead: &str, scene: &Scene) -> Vec<Finding> {
    let lead = lead.to_lowercase();
    let data = || scene.marks.iter().filter(|mark| mark.part == Part::Data);
    let is_there = |kind: fn(&Shape) -> bool| data().any(|mark| kind(&mark.shape));
    let kinds: [(&str, bool); 3] = [
        ("proof-dot", is_there(|shape| matches!(shape, Shape::Disc { .. }))),
        ("proof-band", is_there(|shape| matches!(shape, Shape::Area { .. } | Shape::Box { .. }))),
        ("proof-bar", is_there(|shape| matches!(shape, Shape::Box { .. }))),
    ];
    kinds
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .map(|(id, _)| locale.say(id, &[]))
        .filter(|stem| lead.contains(stem.as_str()))
        .map(|stem| Finding::about("caption", &lead, stem))
        .collect()
}

/// Parts that do not add up to their total as they are printed.
fn sums(locale: Locale, waterfall: &Waterfall) -> Vec<Finding> {
    let read = |told: &str| numbers(locale, told).first().map(|number| number.value);
    let mut found = Vec::new();
    let mut sum = Some(0.0);
    for item in &waterfall.items {
        // A part that is too small to be written, as `<1`, has no place in the sum.
        let value = if item.told.contains('<') { Some(0.0) } else { read(&item.told) };
        match item.kind {
            Kind::Part => sum = sum.zip(value).map(|(sum, value)| sum + value),
            Kind::Total => {
                if let Some((sum, value)) = sum.zip(value)
                    && (sum - value).abs() > 1e-6 * value.abs().max(1.0)
                {
                    found.push(Finding::about("no-sum", &item.words, item.told.clone()));
                }
                sum = value;
            }
        }
    }
    found
}
