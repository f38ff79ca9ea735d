//! Rows of a plot: their words stand beside them, or above them where a sheet is narrow.

use crate::output::draw::{Align, Canvas, Rect, Region, Ruler, Type, fit, wrap};

/// Room around the rows of a plot.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// For the words beside the rows.
    pub words: f64,
    /// For the lines above each row of a narrow sheet.
    pub head: f64,
    /// For what stands left and right of the marks of a row.
    pub sides: [f64; 2],
    /// For the numbers below the plot.
    pub below: f64,
    /// The highest row.
    pub tallest: f64,
}

/// The lines of a narrow row with nothing but its words above it.
pub const HEAD: f64 = 40.0;

/// Rows of a plot.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    pub plot: Rect,
    left: f64,
    right: f64,
    count: usize,
    pitch: f64,
    /// Room for the words above each row; zero where they stand beside it.
    head: f64,
    words: f64,
}

/// A row of a plot: the middle of the row, and half the height of what is drawn in it.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    pub y: f64,
    pub half: f64,
}

/// As many rows as can be read in an area.
pub fn most(canvas: &Canvas, area: Rect, below: f64) -> usize {
    let least = canvas.room(36.0, 80.0);
    (((area.height() - below) / least) as usize).max(1)
}

impl Strip {
    /// What is drawn in the row between two places across.
    pub const fn between(self, left: f64, right: f64) -> Rect {
        Rect { left, right, top: self.y - self.half, bottom: self.y + self.half }
    }
}

impl Rows {
    /// So many rows, at least one, from the upper edge of an area downwards.
    pub fn of(canvas: &Canvas, area: Rect, count: usize, room: Room) -> Rows {
        let is_narrow = canvas.sheet.is_narrow();
        let count = count.max(1);
        let (words, head) = if is_narrow { (0.0, room.head) } else { (room.words, 0.0) };
        let pitch = ((area.bottom - room.below - area.top) / count as f64).min(room.tallest + head);
        let plot = Rect {
            left: area.left + words + room.sides[0],
            right: area.right - room.sides[1],
            top: area.top,
            bottom: area.top + pitch * count as f64,
        };
        let words = if is_narrow { area.width() } else { words };
        Rows { plot, left: area.left, right: area.right, count, pitch, head, words }
    }

    pub const fn is_narrow(&self) -> bool {
        self.head > 0.0
    }

    /// The upper edge of a row.
    pub fn top(&self, place: usize) -> f64 {
        self.plot.top + self.pitch * place as f64
    }

    /// Height of what may be drawn in a row.
    pub fn height(&self) -> f64 {
        self.pitch - self.head
    }

    /// A row whose marks take up so much of its height.
    pub fn strip(&self, place: usize, share: f64) -> Strip {
        let y = self.top(place) + self.head + 0.5 * self.height();
        Strip { y, half: 0.5 * share * self.height() }
    }

    /// The words of a row, in so many lines where they stand beside it.
    pub fn words(&self, canvas: &mut Canvas, place: usize, (text, kind): (&str, Type)) {
        if self.is_narrow() {
            let line = fit(text, self.words, kind.size, kind.face);
            canvas.text_on_ground(&line, (self.left, self.top(place) + 30.0), kind);
            return;
        }
        let lines = ((self.pitch / (1.15 * kind.size)) as usize).clamp(1, 2);
        let lines = wrap(text, self.words - 34.0, kind.size, kind.face, lines);
        let y = self.strip(place, 1.0).y;
        for (i, line) in lines.iter().enumerate() {
            let shift = (i as f64 - (lines.len() as f64 - 1.0) / 2.0) * kind.size * 1.18;
            canvas.text(line, (self.left, y + 0.35 * kind.size + shift), kind);
        }
    }

    /// The words of a narrow row with a value at the right end of their line.
    pub fn words_and_value(
        &self,
        canvas: &mut Canvas,
        place: usize,
        [(text, kind), (value, bold)]: [(&str, Type); 2],
    ) {
        let room = self.words - bold.width(value) - 20.0;
        let y = self.top(place) + 30.0;
        let text = fit(text, room, kind.size, kind.face);
        canvas.text_on_ground(&text, (self.left, y), kind);
        canvas.text_on_ground(value, (self.right, y), bold.align(Align::Right));
    }

    /// The right edge of all that belongs to the rows.
    pub const fn right(&self) -> f64 {
        self.right
    }

    /// What a ruler along the lower edge makes of the rows.
    pub fn region(&self, room: Rect, across: Ruler) -> Region {
        Region { room, plot: self.plot, across, up: Ruler::rows(self.count, self.plot) }
    }
}
