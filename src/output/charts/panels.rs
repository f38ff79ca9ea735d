//! Up to four figures beside each other, week by week or month by month.

use super::plot::Plot;
use super::spread::Spread;
use super::times::Times;
use super::weeks;
use crate::output::draw::{
    Align, Axes, Canvas, Edge, Rect, Region, Ruler, RulerKind, Scale, Zero, fit,
};
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// Up to four figures beside each other, week by week or month by month.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Panels {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    pub panels: Vec<Panel>,
    /// Stretches of weeks that are marked in each of them.
    #[serde(default)]
    pub bands: Vec<Band>,
    #[serde(default)]
    pub times: Times,
}

/// A stretch of weeks, from the end of one to that of another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    pub from: f64,
    pub to: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// What is counted, in small letters.
    pub words: String,
    pub quantity: Quantity,
    /// Its value in each week or month.
    pub weeks: Vec<Spread>,
    /// The typical value over all weeks, as it is written.
    pub told: String,
}

const ACROSS: usize = 2;
const GAP: f64 = 90.0;
/// Room for the words above, for the numbers at the left and for the axis below each plot.
const HEAD: f64 = 52.0;
const LEFT: f64 = 104.0;
const BELOW: f64 = 54.0;

impl Panels {
    /// Two panels in a row, each with a scale of its own from zero.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let count = self.panels.len().min(2 * ACROSS);
        if count == 0 {
            return;
        }
        let columns = if count == 1 || canvas.sheet.is_narrow() { 1 } else { ACROSS };
        let rows = count.div_ceil(columns);
        let width = (area.right - area.left - GAP * (columns - 1) as f64) / columns as f64;
        let height = (area.bottom - area.top - 34.0 * (rows - 1) as f64) / rows as f64;
        for (place, panel) in self.panels.iter().take(count).enumerate() {
            let (row, column) = (place / columns, place % columns);
            let left = area.left + (width + GAP) * column as f64;
            let top = area.top + (height + 34.0) * row as f64;
            draw_panel(
                canvas,
                Rect { left, right: left + width, top, bottom: top + height },
                (panel, self),
            );
        }
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let panel = |panel: &Panel| {
            let title = super::sentence_case(&panel.words);
            weeks::plot(locale, &title, panel.quantity, (&panel.weeks, &self.times))
        };
        self.panels.iter().map(panel).collect()
    }
}

fn draw_panel(canvas: &mut Canvas, room: Rect, (panel, all): (&Panel, &Panels)) {
    let theme = canvas.theme;
    let told = theme.bold(theme.label, theme.main);
    let right = told.width(&panel.told);
    let words = theme.bold(theme.label * 0.93, theme.ink);
    let name = fit(
        &super::sentence_case(&panel.words),
        room.right - room.left - right - 24.0,
        words.size,
        words.face,
    );
    canvas.text(&name, (room.left, room.top + 30.0), words);
    canvas.text(&panel.told, (room.right, room.top + 30.0), told.align(Align::Right));
    let plot = Rect {
        left: room.left + LEFT,
        top: room.top + HEAD,
        right: room.right - 12.0,
        bottom: room.bottom - BELOW,
    };
    let ends = || {
        panel
            .weeks
            .iter()
            .flat_map(|week| [week.low, week.typical, week.high])
            .filter(|end| end.is_finite())
    };
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    let top = if high > 0.0 { high * 1.04 } else { 1.0 };
    let up = Scale::new((low * 1.04, top), (plot.bottom, plot.top));
    let weeks = all.times.weeks(panel.weeks.len()).max(1.0);
    let across = Scale::new((0.0, weeks), (plot.left, plot.right));
    for band in &all.bands {
        let [left, right] = [band.from, band.to].map(|week| across.at(week));
        canvas.rect(Rect { left, right, ..plot }, theme.grid);
    }
    let ticks = if high > low { up.ticks(4) } else { vec![0.0] };
    let ruler = Ruler { scale: up, kind: RulerKind::Numbers { quantity: panel.quantity, ticks } };
    canvas.grid(plot, (Edge::Up, &ruler), Zero::Axis(2.0));
    weeks::axis(canvas, plot, (across, &all.times), 4.5);
    weeks::band(canvas, Axes { across, up }, (&panel.weeks, &all.times), None, 4.5);
    canvas.region(Region { room, plot, across: Ruler::named(across), up: ruler });
}
