//! A scenario to start from: the essential keys with values that run, what the presets of its
//! networks say otherwise, what somebody answered, and where every number comes from.

use super::format::Format as _;
use super::screen::layout::wrap;
use super::words::{Words as _, say};
use crate::locale::Locale;
use crate::scenario::keys::{Default, KEYS, Key, Level, key};
use crate::scenario::presets::{Preset, is_estimate};
use crate::scenario::write::quoted;
use crate::units::Unit;

/// The currency of every default.
const EURO: &str = "EUR";
/// Columns of a comment.
const COLUMNS: usize = 98;
/// The only community, where there is one.
const ONLY: &str = "page";

/// What a starter is made of.
#[derive(Clone, Debug)]
pub struct Draft {
    pub locale: Locale,
    /// How its comments name the file: `page.toml`.
    pub file: String,
    pub members: Vec<Member>,
    /// Values by the paths of their keys.
    stated: Vec<(String, Stated)>,
    pub target: Option<Target>,
}

/// A community, and the network that it is on.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: String,
    pub preset: &'static Preset,
}

/// A value as the file states it.
#[derive(Clone, Debug)]
pub struct Stated {
    pub toml: String,
    pub from: From,
}

/// Where a stated value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// It was asked for, and answered.
    Answer,
    /// It stands for one that the reader knows better.
    Example,
    /// Nobody has a figure for it, and it counts as nothing.
    Nothing,
    /// It is no number.
    Words,
}

/// What the starter's target asks for, and in how many futures it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    pub aim: Aim,
    pub at_least: f64,
    pub chance: f64,
}

/// What a target is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Friends who see what members ask.
    Seen,
    /// People who are reached at all, where no friend sees it.
    Reached,
}

impl Aim {
    /// The metric that it bounds.
    pub const fn metric(self) -> &'static str {
        match self {
            Aim::Seen => crate::metric::metric!("impressions_questions"),
            Aim::Reached => crate::metric::metric!("total_reach"),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Aim::Seen => "starter-seen",
            Aim::Reached => "starter-reached",
        }
    }
}

impl Draft {
    /// A starter for communities on these networks, with examples for what they have to state.
    pub fn new(locale: Locale, file: &str, networks: &[&'static Preset]) -> Draft {
        let mut draft = Draft {
            locale,
            file: file.to_owned(),
            members: Vec::new(),
            stated: Vec::new(),
            target: None,
        };
        draft.state_words(key!("title"), &say!(locale, "starter-title"));
        draft.state_words(key!("description"), &say!(locale, "starter-description"));
        if locale != Locale::default() {
            draft.state_words(key!("locale"), locale.id());
        }
        draft.join(networks);
        draft
    }

    /// Puts communities on these networks in the place of those that there are.
    pub fn join(&mut self, networks: &[&'static Preset]) {
        let is_only = networks.len() == 1;
        let id = |preset: &Preset| if is_only { ONLY.to_owned() } else { preset.id.clone() };
        let member = |&preset: &&'static Preset| Member { id: id(preset), preset };
        self.members = networks.iter().map(member).collect();
        for member in self.members.clone() {
            let path = |key: &str| key.replace("<id>", &member.id);
            let example = |toml: &str| Stated { toml: quoted(toml), from: From::Example };
            self.state(path(key!("community.<id>.followers")), example("100k"));
            self.state(path(key!("community.<id>.questions.per_year")), example("8k to 12k"));
        }
    }

    /// States a value in the place of an earlier one.
    pub fn state(&mut self, path: String, value: Stated) {
        match self.stated.iter_mut().find(|(other, _)| *other == path) {
            Some((_, old)) => *old = value,
            None => self.stated.push((path, value)),
        }
    }

    /// States a text.
    pub fn state_words(&mut self, path: &str, words: &str) {
        self.state(path.to_owned(), Stated { toml: quoted(words), from: From::Words });
    }

    /// States it no more.
    pub fn forget(&mut self, path: &str) {
        self.stated.retain(|(other, _)| other != path);
    }

    /// What is stated for a key, or `None`.
    pub fn stated(&self, path: &str) -> Option<&Stated> {
        self.stated.iter().find(|(other, _)| other == path).map(|(_, stated)| stated)
    }

    /// The currency, as it is stated or as it holds without a word.
    pub fn currency(&self) -> &str {
        self.stated(key!("currency")).map_or(EURO, |stated| stated.toml.trim_matches('"'))
    }

    /// Whether sums are in the currency of every default.
    pub fn is_in_euros(&self) -> bool {
        self.currency() == EURO
    }

    /// The file.
    pub fn text(&self) -> String {
        let mut text = Text { draft: self, lines: Vec::new() };
        text.head();
        let of_all = |key: &&Key| key.in_community().is_none();
        let before = |key: &&Key| table(key).is_none_or(|table| table == "market");
        let (first, last): (Vec<&Key>, Vec<&Key>) = KEYS.iter().filter(of_all).partition(before);
        text.keys(&first);
        for member in &self.members {
            text.community(member);
        }
        text.overlaps();
        text.keys(&last);
        text.target();
        text.lines.join("\n") + "\n"
    }

    /// Whether a key has a line.
    fn tells(&self, key: &Key, path: &str) -> bool {
        let is_price = key.path == key!("market.cpm");
        key.level == Level::Essential
            || self.stated(path).is_some()
            || (is_price && !self.is_in_euros())
    }
}

/// The table of a key of the whole scenario.
fn table(key: &Key) -> Option<&'static str> {
    key.path.split_once('.').map(|(table, _)| table)
}

/// The lines of a starter.
struct Text<'a> {
    draft: &'a Draft,
    lines: Vec<String>,
}

impl Text<'_> {
    fn say(&mut self, id: &str) {
        let words = self.draft.locale.say(id, &[]);
        self.remark(&words);
    }

    fn remark(&mut self, words: &str) {
        self.lines.extend(wrap(words, COLUMNS).into_iter().map(|line| format!("# {line}")));
    }

    fn head(&mut self) {
        self.say("starter-head");
        self.lines.push(format!("#     reachsim run {}", self.draft.file));
        self.say("starter-numbers");
        self.say("starter-remarks");
        let explain = format!("`reachsim explain {}`", self.draft.file);
        self.remark(&say!(self.draft.locale, "starter-explain", explain = explain));
        self.lines.push(String::new());
    }

    /// Keys of the whole scenario, each table below its heading.
    fn keys(&mut self, keys: &[&Key]) {
        let mut last = None;
        for key in keys.iter().filter(|key| self.draft.tells(key, key.path)) {
            let table = table(key);
            if table != last
                && let Some(table) = table
            {
                self.lines.extend([String::new(), format!("[{table}]")]);
                let counts_money = table == "value" && !self.draft.is_in_euros();
                if counts_money {
                    let currency = self.draft.currency();
                    let words = say!(self.draft.locale, "starter-money", currency = currency);
                    self.remark(&words);
                }
            }
            last = table;
            let name = key.path.split_once('.').map_or(key.path, |(_, name)| name);
            self.line(key, key.path, name, None);
        }
    }

    fn community(&mut self, member: &Member) {
        self.lines.extend([String::new(), format!("[community.{}]", member.id)]);
        for key in KEYS {
            let path = key.path.replace("<id>", &member.id);
            let Some(name) = key.in_community().filter(|_| self.draft.tells(key, &path)) else {
                continue;
            };
            if key.path == key!("community.<id>.platform") {
                self.remark(&self.draft.locale.key(key));
                self.lines.push(format!("{name} = {}", quoted(&member.preset.id)));
                continue;
            }
            self.line(key, &path, name, Some(member.preset));
        }
        if !shows_friends(member.preset) {
            self.say("unseen");
        }
    }

    /// Followers whom communities share, as a remark.
    fn overlaps(&mut self) {
        let [one, other, ..] = &self.draft.members[..] else { return };
        let between = format!("[{}, {}]", quoted(&one.id), quoted(&other.id));
        self.lines.push(String::new());
        self.say("starter-overlap");
        let rows = ["[[overlap]]".to_owned(), format!("between = {between}")];
        self.lines.extend(rows.map(|row| format!("# {row}")));
        self.lines.push("# share = \"20%\"".to_owned());
    }

    /// A key with its value, or as a remark where it holds already.
    fn line(&mut self, key: &Key, path: &str, name: &str, preset: Option<&Preset>) {
        let locale = self.draft.locale;
        let about = locale.key(key);
        if let Some(Stated { toml, from }) = self.draft.stated(path) {
            self.remark(&about);
            let from = match from {
                From::Answer => format!("  # {}", say!(locale, "starter-answer")),
                From::Example => format!("  # {}", say!(locale, "starter-example")),
                From::Nothing => format!("  # {}", say!(locale, "starter-nothing")),
                From::Words => String::new(),
            };
            self.lines.push(format!("{name} = {toml}{from}"));
            return;
        }
        let figure = preset
            .and_then(|preset| preset.figures.iter().find(|figure| figure.key.path == key.path));
        if let Some(figure) = figure {
            self.holds(&about, name, &figure.text, &source(locale, &figure.source));
            return;
        }
        match key.default {
            Default::Value("0", _) => {
                let source = say!(locale, "starter-uncounted");
                self.holds(&about, name, "0", &source);
            }
            Default::Value(value, from) if self.draft.is_in_euros() || !key.unit.is_money() => {
                let from = source(locale, from);
                self.holds(&about, name, &written(value), &from);
            }
            _ if key.instead_of.is_some() => {
                self.remark(&say!(locale, "starter-instead", key = name, about = about));
            }
            _ => {
                let unit = self.unit(key.unit);
                let open = say!(locale, "starter-open", about = about, key = name, unit = unit);
                self.remark(&open);
            }
        }
    }

    /// What holds without a word.
    fn holds(&mut self, about: &str, name: &str, toml: &str, source: &str) {
        self.remark(&format!("{about} ({source})"));
        self.lines.push(format!("# {name} = {toml}"));
    }

    /// In which unit a number of the reader's own is meant.
    fn unit(&self, unit: Unit) -> String {
        let (locale, currency) = (self.draft.locale, self.draft.currency());
        match unit {
            Unit::MoneyPerHour => say!(locale, "starter-an-hour", currency = currency),
            Unit::MoneyPerMonth => say!(locale, "starter-a-month", currency = currency),
            unit if unit.is_money() => currency.to_owned(),
            Unit::HoursPerWeek => say!(locale, "starter-hours"),
            _ => say!(locale, "starter-number"),
        }
    }

    fn target(&mut self) {
        let Some(Target { aim, at_least, chance }) = self.draft.target else { return };
        let locale = self.draft.locale;
        let tens = (10.0 * chance).round() * 10.0;
        self.lines.push(String::new());
        self.remark(&say!(locale, "starter-target", n = tens));
        let number = locale.number(at_least, Some(0.0));
        let name = say!(locale, aim.words(), number = number);
        self.lines.extend([
            "[[target]]".to_owned(),
            format!("name = {}", quoted(&name)),
            format!("metric = {}", quoted(aim.metric())),
            format!("at_least = {}", written(&short(at_least))),
        ]);
    }
}

/// Whether a network shows friends that somebody asked.
pub fn shows_friends(preset: &Preset) -> bool {
    let seen = |figure: &&crate::scenario::presets::Figure| {
        figure.key.path == key!("community.<id>.feed.visibility")
    };
    let figure = preset.figures.iter().find(seen);
    figure.is_none_or(|figure| figure.dist.is_fixed() != Some(0.0))
}

/// Where a figure comes from. The names of works stay in their language.
fn source(locale: Locale, source: &str) -> String {
    if locale != Locale::En && is_estimate(source) {
        return say!(locale, "starter-estimate");
    }
    match source.strip_prefix("derived from ") {
        Some(work) if locale != Locale::En => say!(locale, "starter-derived", work = work),
        _ => source.to_owned(),
    }
}

/// A value as a file states it: what is no number or text yet goes in quotes.
pub fn written(value: &str) -> String {
    let is_plain = value.starts_with(['"', '{', '['])
        || value.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'_');
    if is_plain { value.to_owned() } else { quoted(value) }
}

/// A range between two round numbers, both in one unit: what has it on one end only may mean two
/// things.
pub fn range(low: f64, high: f64) -> String {
    let [from, to] = [low, high].map(short);
    let letter = |text: &str| text.chars().last().filter(char::is_ascii_alphabetic);
    if low == high {
        to
    } else if letter(&from) == letter(&to) {
        format!("{from} to {to}")
    } else {
        format!("{low} to {high}")
    }
}

/// A round number as people write it: `50k`, `1.2M`.
pub fn short(number: f64) -> String {
    for (size, letter) in [(1e6, "M"), (1e3, "k")] {
        if number >= size && number % (size / 10.0) == 0.0 {
            return format!("{}{letter}", number / size);
        }
    }
    format!("{number}")
}
