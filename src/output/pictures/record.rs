//! How often ranges held, as a picture.

use reachsim_learn::ledger::{CENTRAL, Judged};
use reachsim_learn::score::{Covered, calibration};

use super::maker::drawn;
use crate::output::charts::{Picture, Ranges, Row};
use crate::output::draw::Svg;
use crate::output::format::{Format as _, Quantity};
use crate::output::look::Look;
use crate::output::phrases::tame;
use crate::output::record::Scored;
use crate::output::words::say;

/// The shares of outcomes within their ranges; nothing where none has one.
pub fn pictures(told: &Scored) -> Vec<(&'static str, Svg)> {
    let (locale, judged) = (told.locale, told.judged);
    if judged.questions == 0 {
        return Vec::new();
    }
    let row = |((level, _), found): (&(u8, [f64; 2]), &Covered)| {
        let [own, value] = [f64::from(*level) / 100.0, found.share.value];
        Row {
            words: say!(locale, "record-picture-row", share = locale.share(own, Some(0.0))),
            value,
            sure: [found.share.low, found.share.high],
            futures: Some(right(own, found)),
            told: say!(locale, "record-of", held = found.held as u64, all = found.of as u64),
        }
    };
    let figure = Ranges {
        title: title(told, judged),
        subtitle: say!(locale, "record-picture-lead", ledger = tame(told.ledger)),
        quantity: Quantity::Share,
        measured: Some(say!(locale, "record-picture-dot")),
        rows: CENTRAL.iter().zip(&judged.coverage).map(row).collect(),
    };
    drawn(&[Picture::new("ranges", figure)], "reachsim", &Look::default().theme(locale))
}

/// Where the share lies in nine of ten lists if forecasts are right.
fn right(own: f64, found: &Covered) -> [f64; 2] {
    let held: Vec<bool> = (0..found.of).map(|place| place < found.held).collect();
    let groups = calibration(&vec![own; found.of], &held);
    groups.first().map_or([0.0, 1.0], |group| [group.low, group.high])
}

fn title(told: &Scored, judged: &Judged) -> String {
    let held = judged.coverage[2].held as u64;
    say!(told.locale, "record-picture", held = held, all = judged.questions as u64)
}
