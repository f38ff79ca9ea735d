//! A figure by class.

use super::plot::{Form, Plot, Role, Series};
use super::rows::{Room, Rows};
use crate::output::draw::{Align, Canvas, Rect, Region, Ruler, Scale, fit};
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// A figure by class, such as people by the number of stories that they see.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Columns {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// What the classes are.
    pub across: String,
    /// What is counted.
    pub words: String,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    pub value: f64,
    /// The value as it is written.
    pub told: String,
    /// Its share of the whole, as it is written.
    pub share: String,
    /// Whether it belongs to what the title speaks of.
    pub is_meant: bool,
}

const BELOW: f64 = 104.0;
const ABOVE: f64 = 84.0;
/// Of a narrow sheet: air above a row, room for the name of a class, and the highest bar.
const HEAD: f64 = 8.0;
const CLASS: f64 = 150.0;
const LYING: f64 = 70.0;

impl Columns {
    /// An upright bar a class, with its value and its share above it.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        if self.columns.is_empty() {
            return;
        }
        if canvas.sheet.is_narrow() {
            self.lying(canvas, area);
            return;
        }
        let plot = Rect { top: area.top + ABOVE, bottom: area.bottom - BELOW, ..area };
        let up = Scale::new((0.0, self.highest()), (plot.bottom, plot.top));
        let width = (plot.right - plot.left) / self.columns.len() as f64;
        for (place, column) in self.columns.iter().enumerate() {
            let middle = plot.left + width * (place as f64 + 0.5);
            let (top, half) = (up.at(column.value), 0.38 * width.min(260.0));
            let colour = if column.is_meant { theme.main } else { theme.middle };
            canvas.rect(
                Rect { left: middle - half, right: middle + half, top, bottom: plot.bottom },
                colour,
            );
            let value = theme.bold(theme.label * 0.93, theme.ink).align(Align::Centre);
            canvas.text(&column.told, (middle, top - 40.0), value);
            canvas.text(
                &column.share,
                (middle, top - 12.0),
                theme.regular(theme.small, theme.quiet).align(Align::Centre),
            );
            let face = theme.regular(theme.label, theme.ink);
            canvas.text(
                &fit(&column.name, width - 16.0, face.size, face.face),
                (middle, plot.bottom + 40.0),
                theme.regular(theme.label, theme.ink).align(Align::Centre),
            );
        }
        canvas.line((plot.left, plot.bottom), (plot.right, plot.bottom), 2.5, theme.axis);
        canvas.base_words(&self.across, plot);
        let across = Scale::new((0.0, self.columns.len() as f64), (plot.left, plot.right));
        let [across, up] = [across, up].map(Ruler::named);
        canvas.region(Region { room: area, plot, across, up });
    }

    /// The longest column, or 1 where there is none.
    fn highest(&self) -> f64 {
        let values = self.columns.iter().map(|column| column.value);
        let highest = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
        if highest > 0.0 { highest } else { 1.0 }
    }

    /// A lying bar a class, where the sheet has no room for them beside each other.
    fn lying(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let (bold, small) =
            (theme.bold(theme.label * 0.93, theme.ink), theme.regular(theme.small, theme.quiet));
        let widths = self.columns.iter().flat_map(|column| {
            [bold.width(&column.told), small.width(&column.share)].map(|width| width + 20.0)
        });
        let told = widths.fold(0.0, f64::max);
        let room =
            Room { words: 0.0, head: HEAD, sides: [CLASS, told], below: 0.0, tallest: LYING };
        let words = theme.bold(theme.small, theme.ink);
        let across = fit(&self.across, area.width(), words.size, words.face);
        canvas.text(&across, (area.left, area.top + 10.0), words);
        let area = Rect { top: area.top + 30.0, ..area };
        let rows = Rows::of(canvas, area, self.columns.len(), room);
        let plot = rows.plot;
        let across = Scale::new((0.0, self.highest()), (plot.left, plot.right));
        for (place, column) in self.columns.iter().enumerate() {
            let strip = rows.strip(place, 0.7);
            let right = across.at(column.value);
            let colour = if column.is_meant { theme.main } else { theme.middle };
            canvas.rect(strip.between(plot.left, right), colour);
            let name = theme.regular(theme.label, theme.ink);
            let text = fit(&column.name, CLASS - 20.0, name.size, name.face);
            canvas.text(&text, (area.left, strip.y + 10.0), name);
            canvas.text(&column.told, (right + 14.0, strip.y - 3.0), bold);
            canvas.text(&column.share, (right + 14.0, strip.y + 24.0), small);
        }
        canvas.line((plot.left, plot.top), (plot.left, plot.bottom), 2.5, theme.axis);
        canvas.region(rows.region(area, Ruler::named(across)));
    }

    pub fn plots(&self, _locale: Locale) -> Vec<Plot> {
        vec![Plot {
            form: Form::Columns,
            head: super::sentence_case(&self.across),
            categories: self.columns.iter().map(|column| column.name.clone()).collect(),
            series: vec![Series::new(
                super::sentence_case(&self.words),
                Role::Main,
                self.columns.iter().map(|column| rounded(column.value)).collect(),
            )],
            quantity: Quantity::Number,
            ..Plot::default()
        }]
    }
}

/// Three digits, as the labels of a chart that draws itself show them.
fn rounded(value: f64) -> f64 {
    if !(value.is_finite() && value > 0.0) {
        return value;
    }
    let step = libm::pow(10.0, libm::floor(libm::log10(value)) - 2.0);
    if step >= 1.0 { (value / step).round() * step } else { value }
}
