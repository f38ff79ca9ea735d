//! The first screen, in words: at most 24 lines, but for files with many targets.

use super::business::Business;
use super::layout::{self, LABEL, Stops, labelled, pad, pad_left, shorten, width, wrap};
use super::targets;
use crate::metric::{metric, metrics};
use crate::model::ColumnId;
use crate::output::Report;
use crate::output::charts::SpreadText;
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::phrases::{self, Assumed, Unseen, tame, unit_of};
use crate::output::words::{Words as _, say, sentence};
use crate::summary::MetricSummary;
use crate::units::{DAYS_A_YEAR, Unit, WEEKS_A_YEAR};

/// Lines of the screen.
const LINES: usize = 24;

/// Columns of a page on which nothing is cut for want of lines.
const WIDE: usize = 100;

/// So many targets are told whatever room they take: fewer fit, of more some are told.
const MANY: std::ops::RangeInclusive<usize> = 6..=12;

/// Where the reader finds more.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The scenario's file, as the user gave it.
    pub scenario: &'a str,
    /// The folder of the outputs, where some were written.
    pub files: Option<&'a str>,
    /// The command that answers the next question: `explain`.
    pub next: &'a str,
}

/// The metrics of which the screen shows a number.
pub const METRICS: &[&str] = &metrics![
    "questions",
    "potential_questions",
    "impressions_questions",
    "impressions_second",
    "reach_second",
    "frequency_second",
    "reach_first",
    "frequency_first",
    "total_reach",
    "reach_share",
    "answered_share",
    "response_hours",
    "complaints",
    "leads",
    "customers",
    "total_value",
    "total_cost",
    "profit",
];

/// The answer of a run.
pub fn run(report: &Report, shown: &Shown) -> String {
    let screen = Screen { report, locale: report.locale, stops: stops(report) };
    let mut head = vec![screen.title()];
    head.extend(shorten(wrap(&screen.verdict(), report.columns), 2));
    if report.model().communities.is_empty() {
        return screen.formulas_alone(head, shown);
    }
    // Below the questions of the horizon.
    let below = head.len() + 2;
    head.extend(screen.article());
    let business = Business { report, locale: screen.locale, stops: screen.stops };
    let counts_money = report.model().prices.any();
    head.extend(if counts_money { screen.beyond_in_short() } else { screen.beyond() });
    let networks = business.networks();
    let unseen = screen.unseen_by_some();
    let first = usize::from(screen.is_answered_by_target());
    let wanted = targets::wanted(report, first);
    let taken = head.len() + wanted + usize::from(counts_money);
    let [service, foot] = screen.around(business, shown, LINES.saturating_sub(taken));
    head.extend(service);
    let stated = phrases::stated::questions(report).filter(|_| head.len() + foot.len() < LINES);
    if let Some(stated) = stated {
        head.insert(below, layout::cut(&format!("    {stated}"), report.columns));
    }
    // Targets come before the streams of value, and before the file's own metrics.
    let room = |head: &[String]| LINES.saturating_sub(head.len() + foot.len());
    // Then the networks, the value with its cost, when it is paid back, and last the ledger.
    let payback = business.payback();
    let free = |head: &[String]| room(head).saturating_sub(wanted);
    let fits = |head: &[String], lines: &[String], rest: usize| free(head) >= lines.len() + rest;
    for lines in [unseen, networks] {
        if fits(&head, &lines, usize::from(counts_money) + payback.len()) {
            head.extend(lines);
        }
    }
    let shown = fits(&head, &payback, 1);
    let below = if shown { payback.len() } else { 0 };
    head.extend(business.value(free(&head).saturating_sub(below)));
    if shown {
        head.extend(payback);
    }
    head.extend(screen.own(free(&head)));
    let room = LINES.saturating_sub(head.len() + foot.len() + 1);
    let count = report.model().targets.len();
    let all = if MANY.contains(&count) { room.max(wanted - 1) } else { room };
    let targets = targets::lines(report, screen.locale, first, all);
    if !targets.is_empty() && all > 0 {
        head.push(screen.targets_head(first));
        head.extend(targets);
    }
    head.extend(foot);
    layout::text(&head)
}

/// Texts of several lines within so many in all: the first ones lose what does not stand on their
/// first line. Where not even a line of each fits, all do so, but on a wide page nothing is cut.
fn within<const N: usize>(
    mut texts: [Vec<String>; N],
    lines: usize,
    columns: usize,
) -> [Vec<String>; N] {
    if columns > WIDE && texts.iter().filter(|text| !text.is_empty()).count() > lines {
        return texts;
    }
    for place in 0..N {
        if texts.iter().map(Vec::len).sum::<usize>() > lines {
            texts[place] = shorten(std::mem::take(&mut texts[place]), 1);
        }
    }
    texts
}

#[derive(Clone, Copy)]
struct Screen<'a> {
    report: &'a Report<'a>,
    locale: Locale,
    stops: Stops,
}

/// Where the numbers stand, beside the longest words of those that a screen may show.
fn stops(report: &Report) -> Stops {
    let (locale, model) = (report.locale, report.model());
    let shown = model.measured().filter(|column| column.community.is_none()).filter_map(|column| {
        let metric = model.metric(column.metric);
        let is_told = METRICS.contains(&metric.id) || phrases::STREAMS.contains(&metric.id);
        let is_own = model.formulas.iter().any(|formula| formula.id == metric.id);
        (is_told || is_own).then(|| width(&tame(&locale.metric(&metric))))
    });
    Stops::of(shown.max().unwrap_or(0), report.columns)
}

impl<'a> Screen<'a> {
    fn title(self) -> String {
        super::title(&self.report.context())
    }

    /// The screen of a file that has formulas only.
    fn formulas_alone(self, mut lines: Vec<String>, shown: &Shown) -> String {
        let mut foot = self.uncertain();
        foot.extend(self.further(shown));
        lines.extend(self.own(LINES.saturating_sub(lines.len() + foot.len())));
        let first = usize::from(self.is_answered_by_target());
        let room = LINES.saturating_sub(lines.len() + foot.len() + 1);
        let targets = targets::lines(self.report, self.locale, first, room);
        if !targets.is_empty() && room > 0 {
            lines.push(self.targets_head(first));
            lines.extend(targets);
        }
        lines.extend(foot);
        layout::text(&lines)
    }

    /// Service, yield and what else there is, and below the ledger what is uncertain, not counted
    /// and assumed, and where to go on: within so many lines where that is possible.
    fn around(self, business: Business, shown: &Shown, room: usize) -> [Vec<String>; 2] {
        let assumed = labelled(
            &say!(self.locale, "assumed-label"),
            &Assumed::of(self.report.assumptions()).line(self.locale),
            2,
            self.report.columns,
        );
        let (yields, besides) =
            (business.yields(), [business.besides(), business.years()].concat());
        let further = self.further(shown);
        let room = room.saturating_sub(yields.len() + besides.len() + further.len());
        let longer = [self.uncertain(), assumed, business.not_counted(), business.service()];
        let [uncertain, assumed, not_counted, service] = within(longer, room, self.report.columns);
        [[service, yields, besides].concat(), [uncertain, not_counted, assumed, further].concat()]
    }

    fn targets_head(self, first: usize) -> String {
        self.locale.say(if first == 0 { "targets-head" } else { "targets-further" }, &[])
    }

    /// The file's own metrics, as many as there is room for.
    fn own(self, room: usize) -> Vec<String> {
        let own: Vec<&str> =
            self.report.model().formulas.iter().map(|formula| formula.id.as_str()).collect();
        if own.is_empty() || room < 2 {
            return Vec::new();
        }
        let fits = if own.len() < room { own.len() } else { room.saturating_sub(2) };
        let mut lines = vec![self.header("own-head")];
        lines.extend(own[..fits].iter().map(|id| self.row(id, &self.unit(id))));
        if fits < own.len() {
            lines.push(format!("  {}", say!(self.locale, "own-more", n = own.len() - fits)));
        }
        lines
    }

    /// A unit that the words of a metric of the file's own do not tell.
    fn unit(self, id: &str) -> String {
        let model = self.report.model();
        let column = model.column(id);
        column.map_or_else(String::new, |column| match model.metric(column.metric).unit {
            Unit::Money => tame(&self.report.about().currency),
            Unit::Share => String::new(),
            _ => unit_of(self.locale, model, column),
        })
    }

    /// With fixed inputs the probability of a target says little: whether it is met is in the
    /// numbers.
    fn is_answered_by_target(self) -> bool {
        !self.report.model().targets.is_empty()
            && !self.report.model().inputs.is_empty()
            && !self.report.is_at_medians()
    }

    /// The metric that the verdict is about.
    fn subject(self) -> Option<&'a MetricSummary> {
        let report = self.report;
        let own = || {
            report.model().formulas.first().and_then(|formula| report.summary().metric(&formula.id))
        };
        // Where no friend sees a question, it is about all who are reached.
        let is_unseen = matches!(Unseen::of(report.model()), Unseen::Everywhere);
        let asked =
            if is_unseen { metric!("total_reach") } else { metric!("impressions_questions") };
        let seen = || report.summary().metric(asked).or_else(own);
        if !self.is_answered_by_target() {
            return seen();
        }
        let target = report.model().targets.first()?.metric;
        report.summary().metrics.iter().find(|found| found.column == target).or_else(seen)
    }

    fn verdict(self) -> String {
        let (report, locale) = (self.report, self.locale);
        let Some(found) = self.subject() else { return String::new() };
        let (words, spread) = (sentence(&self.words(found.column)), report.spread(found));
        let unit = report.model().metric(found.column.metric).unit;
        let SpreadText { typical, range, .. } = spread.told(locale, phrases::quantity(unit));
        if report.is_at_medians() {
            return say!(locale, "verdict-medians", words = words, value = typical);
        }
        if let (true, Some(target), Some(found)) = (
            self.is_answered_by_target(),
            report.model().targets.first(),
            report.summary().targets.first(),
        ) {
            let chance = sentence(&phrases::chance(locale, found.probability));
            let name = layout::cut(
                phrases::target_words(locale, &target.name).trim_end_matches('.'),
                report.columns,
            );
            return say!(
                locale,
                "verdict-target",
                chance = chance,
                name = name,
                words = words,
                typical = typical,
                range = range
            );
        }
        if spread.low == spread.high {
            return say!(locale, "verdict-same", words = words, value = typical);
        }
        say!(locale, "verdict-range", words = words, typical = typical, range = range)
    }

    /// A metric's words, with the community that it is of where it is not of all.
    fn words(self, column: ColumnId) -> String {
        phrases::metric_words(self.locale, self.report.model(), column)
    }

    fn article(self) -> Vec<String> {
        let per_year =
            self.mean(metric!("questions")) * WEEKS_A_YEAR / self.report.model().weeks as f64;
        let seen =
            self.mean(metric!("impressions_questions")) / self.mean(metric!("potential_questions"));
        let visible = if seen.is_finite() {
            say!(self.locale, "of-them", share = self.locale.share(seen, None))
        } else {
            String::new()
        };
        let per_day = self.locale.number(per_year / DAYS_A_YEAR, None);
        let questions =
            self.row(metric!("questions"), &say!(self.locale, "per-day", number = per_day));
        if matches!(Unseen::of(self.report.model()), Unseen::Everywhere) {
            return self.article_unseen(questions);
        }
        // Of nobody nothing is to be said.
        let friends = self.mean(metric!("potential_questions"));
        let overlap = if friends > 0.0 { say!(self.locale, "no-overlap") } else { String::new() };
        let mut rows = vec![
            self.header("article-head"),
            questions,
            self.row(metric!("potential_questions"), &overlap),
            self.row(metric!("impressions_questions"), &visible),
        ];
        // Reactions, members' own posts and reshares are seen as well, and the people behind all of
        // it are counted together.
        if self.mean(metric!("impressions_second")) > self.mean(metric!("impressions_questions")) {
            rows.push(self.row(metric!("impressions_second"), &say!(self.locale, "all-stories")));
        }
        rows.push(
            self.row(
                metric!("reach_second"),
                &self.each(metric!("frequency_second"), "times-each"),
            ),
        );
        rows
    }

    /// What the article counts where no friend sees who asked: why that is nothing, and what
    /// reaches others.
    fn article_unseen(self, questions: String) -> Vec<String> {
        let mut rows = vec![self.header("article-head"), questions];
        if self.mean(metric!("impressions_second")) > 0.0 {
            rows.push(self.row(metric!("impressions_second"), &say!(self.locale, "all-stories")));
            let times = self.each(metric!("frequency_second"), "times-each");
            rows.push(self.row(metric!("reach_second"), &times));
        }
        let label = say!(self.locale, "unseen-label");
        rows.extend(labelled(&label, &say!(self.locale, "unseen"), 3, self.report.columns));
        rows
    }

    /// Of which communities no friend sees who asked, where it is some of several.
    fn unseen_by_some(self) -> Vec<String> {
        let Unseen::Somewhere(ids) = Unseen::of(self.report.model()) else { return Vec::new() };
        let (label, text) = (say!(self.locale, "unseen-label"), Unseen::words(self.locale, &ids));
        labelled(&label, &text, 3, self.report.columns)
    }

    /// The other order, and both together; nothing where the page does not post.
    fn beyond(self) -> Vec<String> {
        if self.mean(metric!("reach_first")) <= 0.0 {
            return Vec::new();
        }
        let share = self
            .report
            .summary()
            .metric(metric!("reach_share"))
            .map_or(f64::NAN, |found| self.report.spread(found).typical);
        vec![
            say!(self.locale, "posts-head"),
            self.row(metric!("reach_first"), &self.each(metric!("frequency_first"), "posts-each")),
            self.row(
                metric!("total_reach"),
                &say!(self.locale, "of-market", share = self.locale.share(share, None)),
            ),
        ]
    }

    /// The same in one line, where money needs the room.
    fn beyond_in_short(self) -> Vec<String> {
        let typical = |id: &str| {
            let found = self.report.summary().metric(id);
            found.map_or_else(String::new, |found| {
                self.report.spread(found).told(self.locale, Quantity::Number).typical
            })
        };
        if self.mean(metric!("reach_first")) <= 0.0 {
            return Vec::new();
        }
        let text = say!(
            self.locale,
            "reached",
            followers = typical(metric!("reach_first")),
            people = typical(metric!("total_reach"))
        );
        labelled(&say!(self.locale, "reached-label"), &text, 2, self.report.columns)
    }

    fn header(self, words: &str) -> String {
        let words = self.locale.say(words, &[]);
        let typical = self
            .locale
            .say(if self.report.is_at_medians() { "at-medians" } else { "column-typical" }, &[]);
        let line = pad(&words, self.stops.value - width(&typical)) + &typical;
        if self.report.is_at_medians() {
            line
        } else {
            pad(&line, self.stops.range) + &say!(self.locale, "column-futures")
        }
    }

    /// Words, typical value, range, and a note at the right where there is room. Of the friends the
    /// note is part of the meaning and takes the place of the range.
    fn row(self, id: &str, note: &str) -> String {
        let Some(found) = self.report.summary().metric(id) else { return String::new() };
        let (row, spread) =
            (self.report.model().metric(found.column.metric), self.report.spread(found));
        let SpreadText { typical, range, .. } =
            spread.told(self.locale, phrases::quantity_of(&row));
        let words = phrases::row_words(self.locale, self.report.model(), found.column.metric);
        let words = format!("  {}", layout::cut(&words, self.stops.words()));
        let line =
            pad(&words, self.stops.value.saturating_sub(width(&typical)).max(width(&words) + 1))
                + &typical;
        let range = if spread.low == spread.high { String::new() } else { range };
        let line = pad(&line, self.stops.range.max(width(&line) + 2));
        let is_meant = id == metric!("potential_questions");
        if is_meant {
            return format!("{line}{note}");
        }
        let room = |columns: usize| columns.saturating_sub(width(&line) + width(&range));
        let note = if width(note) + 2 <= room(self.stops.edge) || range.is_empty() {
            pad_left(note, room(self.stops.edge))
        } else if width(note) + 2 <= room(self.report.columns) {
            format!("  {note}")
        } else {
            String::new()
        };
        format!("{line}{range}{note}").trim_end().to_owned()
    }

    fn each(self, id: &str, words: &str) -> String {
        let mean = self.mean(id);
        if mean.is_finite() { phrases::each(self.locale, words, mean) } else { String::new() }
    }

    fn mean(self, id: &str) -> f64 {
        self.report.summary().metric(id).map_or(f64::NAN, |found| found.mean.value)
    }

    /// What to measure first: where one decides by money, what is worth most to know; else the
    /// input that the subject of the verdict follows most closely.
    fn uncertain(self) -> Vec<String> {
        let report = self.report;
        if let Some(worths) = &report.extras.worths {
            let text = phrases::studies::worth_knowing(&report.context(), worths);
            return labelled(&say!(self.locale, "measure-label"), &text, 2, report.columns);
        }
        let text = phrases::uncertain(report, self.subject()).unwrap_or_default();
        labelled(&say!(self.locale, "uncertain-label"), &text, 2, report.columns)
    }

    /// The next command and the files; neither is cut, or it could not be used.
    fn further(self, shown: &Shown) -> Vec<String> {
        let label = |id: &str| pad(&self.locale.say(id, &[]), LABEL);
        let mut lines = vec![
            label("next-label") + &format!("reachsim {} {}", shown.next, quoted(shown.scenario)),
        ];
        lines.extend(shown.files.map(|files| label("files-label") + &tame(files)));
        lines
    }
}

/// A file name as the shell of the system takes it.
pub fn quoted(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "_-./:,+=@%".contains(c);
    let name = if name.starts_with('-') { format!("./{name}") } else { name.to_owned() };
    if cfg!(windows) {
        let is_plain = |c: char| is_plain(c) || c == '\\';
        return if name.chars().all(is_plain) { name } else { format!("\"{name}\"") };
    }
    if name.chars().all(is_plain) && !name.is_empty() {
        return name;
    }
    if !name.contains(char::is_control) {
        return format!("'{}'", name.replace('\'', "'\\''"));
    }
    let escaped: String = name
        .chars()
        .map(|c| match c {
            '\\' | '\'' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("$'{escaped}'")
}
