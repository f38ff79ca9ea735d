//! The pictures of a run: those that are there, and those that are asked for, with the numbers
//! behind them.

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::output::Report;
use crate::output::charts::{Part, Picture};
use crate::output::documents::page::{alternative, numbers};
use crate::output::draw::{Sheet, Svg};
use crate::output::look::Look;
use crate::output::pictures::{self, Findings};
use crate::output::story::Answer;
use crate::serve::request::Question;

/// What stands for the first pictures of the story.
pub const FIRST: &str = "first";
/// How many they are.
const FEW: usize = 4;

/// All pictures by their names, and the asked ones drawn, each with its tables. A draft without
/// pictures takes no time for them.
pub fn shown(report: &Report, question: &Question, of: (&Findings, &Answer)) -> Value {
    let locale = report.locale;
    if question.is_draft() && question.show.is_empty() {
        return json!({ "charts": {}, "tables": {} });
    }
    let all = pictures::of_run(report, of.0, locale);
    let is_main = |picture: &&Picture| picture.chart.part == Part::Main;
    let first: Vec<&str> =
        all.iter().filter(is_main).take(FEW).map(|picture| picture.chart.id).collect();
    let wants_first = question.show.iter().any(|name| name == FIRST);
    let is_asked = |picture: &Picture| {
        let id = picture.chart.id;
        question.show.iter().any(|name| name == id) || wants_first && first.contains(&id)
    };
    let theme = Look::of(&report.about().theme).theme(locale);
    let draw = |picture: &Picture| {
        is_asked(picture).then(|| {
            let figure = &picture.figure;
            let sheet = if question.narrow { figure.phone() } else { Sheet::PAGE };
            Svg::of(&figure.scene("", &theme, sheet)).inline()
        })
    };
    let drawn: Vec<Option<String>> = all.par_iter().map(draw).collect();
    let (mut charts, mut tables, mut names) = (Map::new(), Map::new(), Vec::new());
    for (picture, svg) in all.iter().zip(drawn) {
        let (id, [title, lead]) = (picture.chart.id, picture.figure.words(locale));
        let plots = picture.figure.plots(locale);
        names.push(json!({
            "name": id,
            "title": title,
            "lead": lead,
            "alt": alternative(locale, &title, &plots),
        }));
        if let Some(svg) = svg {
            charts.insert(id.to_owned(), json!(svg));
            tables.insert(id.to_owned(), numbers(locale, &title, &plots));
        }
    }
    json!({ "pictures": names, "charts": charts, "tables": tables })
}
