//! How messages sound: shares with their intervals.

use reachsim_data::analyse::{Analysis, Figure};

use crate::locale::Locale;
use crate::output::charts::Ranges;
use crate::output::charts::ranges::Row;
use crate::output::format::Quantity;
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say, sentence};

const TONES: [&str; 3] = ["share_positive", "share_neutral", "share_negative"];
/// Messages below which a title says how few they are.
const FEW: u64 = 30;

/// What share is positive, neutral and negative.
pub fn tones(analysis: &Analysis, (locale, scope): (Locale, &str)) -> Option<Ranges> {
    let find = |id: &str| analysis.figures.iter().find(|figure| figure.id == id);
    let found: Vec<&Figure> = TONES.iter().filter_map(|id| find(id)).collect();
    let rows: Vec<Row> = found
        .iter()
        .map(|figure| Row {
            words: words::figure(locale, figure),
            value: figure.value,
            sure: [figure.low.unwrap_or(figure.value), figure.high.unwrap_or(figure.value)],
            futures: None,
            told: words::value(locale, figure),
        })
        .collect();
    let first = found.first()?;
    let told = |figure: &Figure| {
        let [name, value] = [words::figure(locale, figure), words::value(locale, figure)];
        match words::interval(locale, figure) {
            Some(range) => {
                say!(locale, "told-share-of", name = name, value = value, range = range)
            }
            None => say!(locale, "talk-pair", one = name, other = value),
        }
    };
    let shown = found.iter().filter(|figure| figure.id != "share_neutral");
    let all = sentence(&locale.listed(&shown.map(|figure| told(figure)).collect::<Vec<_>>()));
    let n = words::count(locale, first.n);
    let id = if first.n < FEW { "told-tones-few" } else { "told-tones" };
    Some(Ranges {
        title: say!(locale, id, all = all, n = n),
        subtitle: say!(locale, "told-tones-lead", scope = scope, n = words::count(locale, first.n)),
        quantity: Quantity::Share,
        measured: Some(say!(locale, "told-share")),
        rows,
    })
}
