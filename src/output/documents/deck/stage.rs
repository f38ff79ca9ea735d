//! What a slide stands on: a layout of the package with its placeholders, and the room between
//! them.

use super::markup::Place;
use crate::output::draw::{Rect, Sheet};

/// What a slide is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Section,
    Chart,
    ChartAndTable,
    Table,
}

impl Role {
    pub const ALL: [Role; 5] =
        [Role::Title, Role::Section, Role::Chart, Role::ChartAndTable, Role::Table];
}

/// A layout as slides use it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The name of its part.
    pub layout: String,
    /// `title` or `ctrTitle`.
    pub title_kind: String,
    /// Where the title stands.
    pub title: Place,
    /// Its letters, in points.
    pub title_size: f64,
    /// The placeholder of the sentence below it, or where it stands without one.
    pub lead: Spot,
    /// Where charts and tables stand.
    pub body: Place,
    /// The placeholders of a chart and of a table, where it has such.
    pub chart: Option<u32>,
    pub table: Option<u32>,
    pub foot: Spot,
    /// The placeholder of the number.
    pub number: Option<u32>,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In a placeholder, of this kind.
    Holder { kind: &'static str, idx: u32 },
    /// In a box of its own.
    Box(Place),
}

/// The part of the room that a chart takes when a table shares the slide, in hundredths.
const ABOVE: i64 = 59;
/// Where the table begins.
const BELOW: i64 = 62;

impl Stage {
    /// Where a chart shares the slide with a table.
    pub fn above(&self) -> Place {
        Place { height: self.body.height * ABOVE / 100, ..self.body }
    }

    /// Where a table shares the slide with a chart.
    pub fn below(&self) -> Place {
        let y = self.body.y + self.body.height * BELOW / 100;
        Place { y, height: self.body.y + self.body.height - y, ..self.body }
    }
}

/// Units of a sheet as wide as the body of a slide, at which its small letters have 11 points.
const UNITS: f64 = 1_752.0;

/// The sheet of a chart at a place.
pub fn sheet(place: Place) -> Sheet {
    Sheet::bare(UNITS, UNITS * place.height as f64 / place.width.max(1) as f64)
}

/// The place of a part of the sheet that fills a place.
pub fn within(place: Place, part: Rect) -> Place {
    let length = |units: f64| (units * place.width as f64 / UNITS).round() as i64;
    Place {
        x: place.x + length(part.left),
        y: place.y + length(part.top),
        width: length(part.width()),
        height: length(part.height()),
    }
}
