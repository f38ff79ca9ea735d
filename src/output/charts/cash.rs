//! Money that has come in less what went out, week by week or month by month.

use super::plot::Plot;
use super::spread::Spread;
use super::times::Times;
use super::weeks::{self, End};
use crate::output::draw::{Align, Axes, Canvas, Edge, Rect, Region, Ruler, Scale, Zero};
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// Money that has come in less what went out, since the start.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cash {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// At the end of each week or month.
    pub weeks: Vec<Spread>,
    #[serde(default)]
    pub times: Times,
    /// Weeks until it is paid back in the typical future, and how that is written, where it falls
    /// within the weeks.
    pub payback: Option<(f64, String)>,
}

const LEFT: f64 = 130.0;
const RIGHT: f64 = 310.0;
const BELOW: f64 = 56.0;

impl Cash {
    /// A band around the typical course, the line of zero, and where the course crosses it for
    /// good.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let Some(last) = self.weeks.last() else { return };
        let (whole, room) = (area, canvas.room(RIGHT, weeks::BESIDE));
        let area = Rect {
            left: area.left + LEFT,
            right: area.right - room,
            bottom: area.bottom - BELOW,
            top: area.top + 10.0,
        };
        let ends = || {
            self.weeks
                .iter()
                .flat_map(|week| [week.low, week.typical, week.high])
                .filter(|end| end.is_finite())
        };
        let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let air = 0.05 * if high > low { high - low } else { 1.0 };
        let up = Scale::new(
            (low - if low < 0.0 { air } else { 0.0 }, high + air),
            (area.bottom, area.top),
        );
        let across = Scale::new((0.0, self.times.weeks(self.weeks.len())), (area.left, area.right));
        let ruler = Ruler::numbers(up, Quantity::Number, 6);
        canvas.grid(area, (Edge::Up, &ruler), Zero::Plain);
        weeks::axis(canvas, area, (across, &self.times), 9.0);
        weeks::band(canvas, Axes { across, up }, (&self.weeks, &self.times), Some(0.0), 6.0);
        canvas.line((area.left, up.at(0.0)), (area.right, up.at(0.0)), 3.0, theme.ink);
        let words = say!(theme.locale, "column-typical");
        weeks::ends(canvas, area, up, End { last, words: &words, further: None, room });
        if let Some((week, words)) = &self.payback {
            let (x, y) = (across.at(*week), up.at(0.0));
            canvas.disc((x, y), 13.0, theme.accent);
            let kind = theme.bold(theme.label, theme.accent);
            let is_right = x + kind.width(words) + 40.0 > area.right;
            let (at, align) =
                if is_right { (x - 20.0, Align::Right) } else { (x + 20.0, Align::Left) };
            let below = if y + 60.0 < area.bottom { y + 46.0 } else { y - 26.0 };
            canvas.text_on_ground(words, (at, below), kind.align(align));
        }
        canvas.region(Region { room: whole, plot: area, across: Ruler::named(across), up: ruler });
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        vec![weeks::plot(locale, "", Quantity::Number, (&self.weeks, &self.times))]
    }
}
