//! What a slide stands on: a layout of the package with its placeholders, and the room between
//! them.

use super::markup::{Place, mm};

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

/// Places for so many charts.
pub fn places(count: usize, body: Place) -> Vec<Place> {
    if count == 1 {
        return vec![body];
    }
    let (gap, rows) = (mm(6), count.div_ceil(2) as i64);
    let (width, height) = ((body.width - gap) / 2, (body.height - gap * (rows - 1)) / rows);
    let place = |place: i64| Place {
        x: body.x + (place % 2) * (width + gap),
        y: body.y + (place / 2) * (height + gap),
        width,
        height,
    };
    (0..count as i64).map(place).collect()
}
