//! `answer.pdf`: the answer on one page of A4, with its fonts inside. A hundred dots for each
//! target, what moves the answer, what to do, what to measure first, and what was assumed.

use std::io;

use super::DocumentInput;
use crate::output::draw::{A4, Canvas, Paper, Theme, Type, pdf, picture, wrap};
use crate::output::format::Format as _;
use crate::output::story::{Answer, Basis, Dots, Fact};
use crate::output::words::say;

/// Sizes in units of the canvas, of which a point has 1.28.
const MARGIN: f64 = 56.0;
const TEXT: f64 = 14.0;
const SMALL: f64 = 11.5;
/// From a baseline to the next one, in sizes of the letters.
const LEADING: f64 = 1.35;
/// Dots of a target stand in rows of so many.
const ROW: usize = 50;
/// How large everything may be, the largest first.
const SCALES: [f64; 5] = [1.3, 1.2, 1.1, 1.0, 0.85];
/// Targets that have room.
const MOST: usize = 5;
/// The baseline of the last line of the foot.
const FOOT: f64 = A4[1] - 40.0;

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    let (story, locale) = (told.story, told.locale());
    let theme = Theme { locale, ..told.look.theme(locale) };
    // As large as it fits.
    let mut page = None;
    for scale in SCALES {
        let mut room = 0.0;
        page = Some(picture(&theme, &story.answer.headline, |canvas| {
            let mut sheet = Sheet { canvas, y: MARGIN, scale, basis: story.basis };
            sheet.head(told);
            sheet.answer(&story.answer);
            room = sheet.foot(&told.foot());
        }));
        if room >= 0.0 {
            break;
        }
    }
    let page = page.expect("there is a scale");
    pdf(&page, Paper::A4, (&story.title, locale.id()))
}

/// The page as it fills from the top.
struct Sheet<'a, 'b> {
    canvas: &'a mut Canvas<'b>,
    /// Where the next line begins.
    y: f64,
    /// Of all sizes but the margins.
    scale: f64,
    basis: Basis,
}

const WIDTH: f64 = A4[0] - 2.0 * MARGIN;

impl<'b> Sheet<'_, 'b> {
    fn theme(&self) -> &'b Theme {
        self.canvas.theme
    }

    /// A text in at most so many lines, with some room below it.
    fn text(&mut self, text: &str, kind: Type, (lines, below): (usize, f64)) {
        self.text_within(text, kind, (MARGIN, WIDTH, lines));
        self.y += self.scale * below;
    }

    fn text_within(&mut self, text: &str, kind: Type, (left, width, lines): (f64, f64, usize)) {
        for line in wrap(text, width, kind.size, kind.face, lines) {
            self.canvas.text(&line, (left, self.y + kind.size), kind);
            self.y += LEADING * kind.size;
        }
    }

    fn head(&mut self, told: &DocumentInput) {
        let (story, theme, scale) = (told.story, self.theme(), self.scale);
        self.text(&story.title, theme.bold(27.0 * scale, theme.ink), (2, 2.0));
        self.text(&story.line, theme.regular(TEXT * scale, theme.quiet), (1, 10.0));
        self.rule();
    }

    fn rule(&mut self) {
        let colour = self.theme().grid;
        self.canvas.line((MARGIN, self.y), (MARGIN + WIDTH, self.y), 1.0, colour);
        self.y += 14.0;
    }

    fn answer(&mut self, answer: &Answer) {
        let (theme, scale) = (self.theme(), self.scale);
        self.text(&answer.headline, theme.bold(23.0 * scale, theme.main), (3, 4.0));
        for line in [&answer.figure, &answer.average] {
            self.text(line, theme.regular(TEXT * scale, theme.ink), (2, 0.0));
        }
        self.y += 8.0 * scale;
        if !answer.targets.is_empty() {
            self.heading("answer-head-targets");
            for target in answer.targets.iter().take(MOST) {
                self.dots(target);
            }
            let more = answer.targets.len().saturating_sub(MOST);
            if more > 0 {
                let more = say!(theme.locale, "answer-more", n = more);
                self.text(&more, theme.regular(SMALL * scale, theme.quiet), (1, 0.0));
            }
        }
        if !answer.causes.is_empty() {
            self.heading("answer-head-causes");
            for (place, cause) in answer.causes.iter().enumerate() {
                self.cause(place, cause);
            }
        }
        for (id, lines) in [
            ("answer-head-decision", answer.decision.as_slice()),
            ("answer-head-measure", std::slice::from_ref(&answer.measure)),
            ("answer-head-assumed", std::slice::from_ref(&answer.assumed)),
        ] {
            if lines.iter().any(|line| !line.is_empty()) {
                self.heading(id);
                for line in lines {
                    self.text(line, theme.regular(TEXT * scale, theme.ink), (2, 2.0));
                }
            }
        }
    }

    fn heading(&mut self, id: &str) {
        let (theme, scale) = (self.theme(), self.scale);
        self.y += 12.0 * scale;
        let words = say!(theme.locale, self.basis.id(id));
        self.text(&words, theme.bold(SMALL * scale, theme.quiet), (1, 3.0));
    }

    /// A target's name, its chance, and a hundred dots of which those futures are filled in which
    /// it is met. A mark stands behind the dot of the wanted chance.
    fn dots(&mut self, target: &Dots) {
        let (theme, scale) = (self.theme(), self.scale);
        self.text(&target.name, theme.bold(TEXT * scale, theme.ink), (2, 0.0));
        let verdict = match (target.wanted, target.met) {
            (Some(wanted), Some(met)) => {
                let id = if met { "answer-wanted-met" } else { "answer-wanted-missed" };
                say!(theme.locale, id, chance = target.chance.as_str(), wanted = wanted)
            }
            _ => target.chance.clone(),
        };
        self.text(&verdict, theme.regular(TEXT * scale, theme.quiet), (2, 4.0));
        let (pitch, radius) = (WIDTH / ROW as f64, 0.36 * WIDTH / ROW as f64);
        for dot in 0..100 {
            let centre = (
                MARGIN + pitch * ((dot % ROW) as f64 + 0.5),
                self.y + pitch * ((dot / ROW) as f64 + 0.5),
            );
            let is_filled = dot < usize::from(target.filled);
            self.canvas.disc(centre, radius, if is_filled { theme.main } else { theme.faint });
        }
        if let Some(wanted) =
            target.wanted.map(usize::from).filter(|wanted| (1..100).contains(wanted))
        {
            let (x, y) = (
                MARGIN + pitch * ((wanted - 1) % ROW + 1) as f64,
                self.y + pitch * ((wanted - 1) / ROW) as f64,
            );
            self.canvas.line((x, y - 1.0), (x, y + pitch + 1.0), 2.5, theme.accent);
        }
        self.y += 2.0 * pitch + 10.0 * scale;
    }

    fn cause(&mut self, place: usize, cause: &Fact) {
        let (theme, scale) = (self.theme(), self.scale);
        let (left, top) = (MARGIN + 26.0 * scale, self.y);
        let number = theme.locale.number((place + 1) as f64, Some(0.0));
        self.canvas.text(
            &number,
            (MARGIN, top + TEXT * scale),
            theme.bold(TEXT * scale, theme.main),
        );
        let room = (left, WIDTH - 26.0 * scale, 1);
        self.text_within(&cause.words, theme.bold(TEXT * scale, theme.ink), room);
        self.text_within(
            &cause.told,
            theme.regular(TEXT * scale, theme.quiet),
            (room.0, room.1, 2),
        );
        self.y += 4.0 * scale;
    }

    /// The last lines; how much room is left above them.
    fn foot(&mut self, foot: &str) -> f64 {
        let theme = self.theme();
        let kind = theme.regular(SMALL - 1.0, theme.quiet);
        let lines = wrap(foot, WIDTH, kind.size, kind.face, 2);
        let top = FOOT - LEADING * kind.size * lines.len() as f64;
        let room = top - self.y;
        (self.y, self.scale) = (top, 1.0);
        self.rule();
        self.y -= 6.0;
        self.text(foot, kind, (2, 0.0));
        room
    }
}
