//! Values by the domain of their key.

use std::cell::RefCell;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::access::{Access, Root};
use super::artwork::{self, Font, Picture};
use super::deck::{self, SLIDES, SlideWords};
use super::file::Refused;
use super::keys::Domain;
use super::layer::{Entry, Raw};
use super::number::{Fault, kind};
use super::opening::Opening;
use super::quantity::{self, Reading, Zero};
use super::template::{self, Template};
use super::{currency, file, number, period, write};
use crate::colour::Colour;
use crate::diagnostic::{
    Code, Conjunction, Diagnostic, Message, Span, listed, message, nearest, nearest_or, there_are,
};
use crate::digits::grouped;
use crate::dist::Dist;
use crate::graph::loaded::Loaded;
use crate::graph::read::{self, Unread};
use crate::graph::recipe::Recipe;
use crate::units::Kind;
use crate::watch::Unwatched;

/// What a key holds.
#[derive(Clone, Debug)]
pub enum Value {
    Quantity(Dist),
    Whole(u64),
    /// Text, a choice, a currency or the id of a platform.
    Word(String),
    Date(Date),
    /// Weights of the months, January first.
    Months([f64; 12]),
    Opening(Opening),
    Colour(Colour),
    Colours([Colour; 6]),
    Font(Font),
    Picture(Picture),
    Template(Template),
    Slides(Vec<String>),
    SlideWords(Vec<SlideWords>),
    Flag(bool),
    Graph(List),
}

/// A word of the file with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub at: Span,
}

/// What somebody says beside a number of his: where he has it from, and what else is to be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    pub source: Option<String>,
    pub note: Option<String>,
}

/// A list of friendships that was read.
#[derive(Clone, Debug)]
pub struct List {
    /// As the scenario names it.
    pub name: String,
    pub graph: Arc<Loaded>,
    pub fingerprint: u64,
}

/// A file that a quantity was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// As the scenario names it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The text that is read, and the folder to which its paths are relative.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub source: usize,
    pub folder: &'a Folder,
}

/// A folder, and the files that were read by a path relative to it.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    access: Access,
    read: RefCell<Vec<PathBuf>>,
}

impl Folder {
    /// The folder of a file, and what may be read from it.
    pub fn of(file: &Path, access: Access) -> Folder {
        let path = file.parent().unwrap_or(Path::new("")).to_owned();
        Folder { path, access, read: RefCell::default() }
    }

    /// The current folder, from which whoever types a command may read everything.
    pub fn here() -> Folder {
        Folder { path: PathBuf::new(), access: Access::Everything, read: RefCell::default() }
    }

    /// The current folder, of which only the files there and below may be read.
    pub fn below_here() -> Folder {
        Folder { access: Access::of(Path::new(""), &[]), ..Folder::here() }
    }

    /// A folder of which nobody may read a file.
    pub fn closed() -> Folder {
        Folder { access: Access::Below(Arc::from([])), ..Folder::here() }
    }

    /// The same, for files that are looked for later.
    pub(crate) fn root(&self) -> Root {
        Root::new(self.path.clone(), self.access.clone())
    }

    /// The path of a file that is about to be read, if it may be.
    fn file(&self, name: &str) -> Result<PathBuf, Box<Refused>> {
        let path = self.path.join(name);
        self.access.check(&path)?;
        self.read.borrow_mut().push(path.clone());
        Ok(path)
    }

    /// The bytes of a file of at most `limit` of them, or why they are not read.
    fn bytes(&self, name: &str, limit: u64) -> Result<Vec<u8>, Message> {
        self.file(name)
            .and_then(|path| file::bytes(&path, limit))
            .map_err(|refused| reason(refused.diagnostic.code, limit))
    }

    /// The files that were read.
    pub(crate) fn into_read(self) -> Vec<PathBuf> {
        self.read.into_inner()
    }
}

/// Reads values of one text and notes what is wrong.
#[derive(Debug)]
pub struct Reader<'a> {
    pub origin: Origin<'a>,
    pub data: Vec<DataFile>,
    pub problems: &'a mut Vec<Diagnostic>,
}

/// What may stand beside a number, and the number itself.
const VALUE: &str = "value";
const SOURCE: &str = "source";
const NOTE: &str = "note";

/// Months of a year.
const MONTHS: usize = 12;

/// How the weights of the months are written.
fn twelve() -> Message {
    message!(
        "write for instance [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] for twice as many in December"
    )
}

/// How six colours are written.
fn six() -> Message {
    message!(
        "write for instance [\"#0072B2\", \"#C84E00\", \"#8FC3E0\", \"#D9A400\", \"#3A4450\", \
         \"#5C3A21\"]"
    )
}

/// The cheapest and the dearest currency, in units for one euro.
const RATE: (f64, f64) = (1e-6, 1e9);

/// Letters of the longest line of text, and of the longest description.
const LONGEST_LINE: usize = 1000;
/// A cell of a workbook holds 32,767.
const LONGEST_TEXT: usize = 30_000;

/// Weights beyond it would drown the others in rounding.
const LARGEST_WEIGHT: f64 = 1e9;

/// Bytes of the largest data file read.
const DATA_LIMIT: u64 = 64 << 20;

impl Reader<'_> {
    fn span(&self, bytes: Range<usize>) -> Span {
        Span { source: self.origin.source, bytes }
    }

    /// Notes a problem at a place of the text.
    pub fn fail(
        &mut self,
        code: Code,
        bytes: Range<usize>,
        (message, label): (Message, Message),
    ) -> Noted<'_> {
        let span = self.span(bytes);
        self.problems.push(Diagnostic::new(code, message).at(span, label));
        Noted(self.problems)
    }

    pub fn fault(&mut self, fault: Fault) {
        let Fault { code, bytes, message, label, help } = fault;
        let diagnostic = Diagnostic::new(code, message).at(self.span(bytes), label);
        self.problems.push(if help.is_empty() { diagnostic } else { diagnostic.help(help) });
    }

    /// Reads a value by the domain of its key.
    pub fn value(&mut self, value: &Spanned<DeValue>, entry: &Entry) -> Option<Value> {
        let path = entry.path.as_str();
        match entry.key.domain {
            Domain::Quantity(kind) => {
                self.quantity(value, path, (kind, Zero::Legal)).map(Value::Quantity)
            }
            Domain::Above(kind) => {
                self.quantity(value, path, (kind, Zero::Illegal)).map(Value::Quantity)
            }
            Domain::Whole(low, high) => self.whole(value, path, (low, high)).map(Value::Whole),
            Domain::Rate => {
                self.number(value, path, RATE).map(|rate| Value::Quantity(Dist::fixed(rate)))
            }
            Domain::Fraction => self
                .number(value, path, (0.0, 1.0))
                .map(|share| Value::Quantity(Dist::fixed(share))),
            Domain::Choice(words) => self.choice(value, path, words).map(Value::Word),
            Domain::Date => self.date(value, path).map(Value::Date),
            Domain::Months => self.months(value, path).map(Value::Months),
            Domain::Opening => self.opening(value, path).map(Value::Opening),
            Domain::Platform | Domain::Text => {
                self.text(value, path).map(|word| Value::Word(word.text))
            }
            Domain::Currency => self.currency(value, path).map(Value::Word),
            Domain::Colour => self.colour(value, path).map(Value::Colour),
            Domain::Colours => self.colours(value, path).map(Value::Colours),
            Domain::Font => {
                self.file(value, path, artwork::LARGEST, artwork::font).map(Value::Font)
            }
            Domain::Picture => {
                self.file(value, path, artwork::LARGEST, artwork::picture).map(Value::Picture)
            }
            Domain::Template => {
                self.file(value, path, template::LARGEST, template::read).map(Value::Template)
            }
            Domain::Slides => self.slides(value, path).map(Value::Slides),
            Domain::SlideWords => self.slide_words(value, path).map(Value::SlideWords),
            Domain::Flag => self.flag(value, path).map(Value::Flag),
            Domain::Graph => self.graph(value, path).map(Value::Graph),
            Domain::Network => self.network(value, path).map(Value::Word),
        }
    }

    /// A quantity of the command line, in quotes or without.
    pub(crate) fn raw_quantity(
        &mut self,
        raw: &Raw,
        path: &str,
        rule: (Kind, Zero),
    ) -> Option<Dist> {
        match raw {
            Raw::Toml(value) => self.quantity(value, path, rule),
            Raw::Bare(text, bytes) => {
                let start = bytes.start;
                self.with_reading(path, rule, |reading, faults| {
                    quantity::read_text(text, start, reading, faults)
                })
            }
        }
    }

    /// A whole number of the command line, in quotes or without.
    pub(crate) fn raw_whole(&mut self, raw: &Raw, path: &str, range: (u64, u64)) -> Option<u64> {
        match raw {
            Raw::Toml(value) => self.whole(value, path, range),
            Raw::Bare(text, bytes) => self.whole(
                &Spanned::new(bytes.clone(), DeValue::String((*text).into())),
                path,
                range,
            ),
        }
    }

    /// Text of the command line without quotes: a quantity as it stands, or a word.
    pub fn bare(&mut self, text: &str, bytes: Range<usize>, entry: &Entry) -> Option<Value> {
        let zero = match entry.key.domain {
            Domain::Quantity(kind) => Some((kind, Zero::Legal)),
            Domain::Above(kind) => Some((kind, Zero::Illegal)),
            _ => None,
        };
        match zero {
            Some(rule) => {
                let start = bytes.start;
                let dist = self.with_reading(&entry.path, rule, |reading, faults| {
                    quantity::read_text(text, start, reading, faults)
                });
                dist.map(Value::Quantity)
            }
            None => self.value(&Spanned::new(bytes, DeValue::String(text.into())), entry),
        }
    }

    /// A quantity with what stands beside it, as in
    /// `{ value = "5% to 10%", source = "our survey, May 2026", note = ".." }`: the value alone,
    /// and the rest.
    pub fn beside<'v, 't>(
        &mut self,
        value: &'v Spanned<DeValue<'t>>,
        path: &str,
    ) -> (&'v Spanned<DeValue<'t>>, Beside) {
        let mut beside = Beside::default();
        let DeValue::Table(table) = value.get_ref() else { return (value, beside) };
        let Some(inner) = table.get(VALUE) else { return (value, beside) };
        for (name, told) in table {
            match name.get_ref().as_ref() {
                VALUE => {}
                SOURCE => beside.source = self.text(told, path).map(|word| word.text),
                NOTE => beside.note = self.text(told, path).map(|word| word.text),
                other => {
                    let names = [VALUE, SOURCE, NOTE];
                    let help = nearest_or(other, names, || {
                        message!("beside `value` stand `source` and `note`")
                    });
                    let message = message!("`{path}` has no `{other}`", path, other);
                    self.fail(Code::UnknownKey, name.span(), (message, message!("unknown key")))
                        .help(help);
                }
            }
        }
        (inner, beside)
    }

    pub fn quantity(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        rule: (Kind, Zero),
    ) -> Option<Dist> {
        self.with_reading(path, rule, |reading, faults| quantity::read(value, reading, faults))
    }

    /// Lets data files be read relative to the text, and keeps their bytes.
    fn with_reading(
        &mut self,
        key: &str,
        (kind, zero): (Kind, Zero),
        read: impl FnOnce(&Reading, &mut Vec<Fault>) -> Option<Dist>,
    ) -> Option<Dist> {
        let (folder, data) = (self.origin.folder, RefCell::new(Vec::new()));
        let load = |name: &str| {
            let bytes = folder.bytes(name, DATA_LIMIT)?;
            data.borrow_mut().push(DataFile { name: name.to_owned(), bytes: bytes.clone() });
            Ok(bytes)
        };
        let mut faults = Vec::new();
        let dist = read(&Reading { key, kind, zero, load: &load }, &mut faults);
        self.data.append(&mut data.into_inner());
        for fault in faults {
            self.fault(fault);
        }
        dist
    }

    /// A fixed number between two ends.
    pub fn number(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        (low, high): (f64, f64),
    ) -> Option<f64> {
        if let DeValue::Table(_) | DeValue::Array(_) | DeValue::Boolean(_) | DeValue::Datetime(_) =
            value.get_ref()
        {
            let message = message!(
                "`{path}` is {kind}, but one fixed number is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::NotFixed, value.span(), (message, message!("not a number")));
            return None;
        }
        if high > 1.0
            && let Some(doubt) = number::doubtful(value)
        {
            self.fault(doubt);
        }
        match (number::value(value), value.get_ref().as_str()) {
            (Ok(number), _) if (low..=high).contains(&number) => return Some(number),
            (Ok(number), _) => {
                let message = message!(
                    "`{path}` is {number}, but it lies between {low} and {high}",
                    path,
                    number,
                    low,
                    high
                );
                let percent =
                    value.get_ref().as_str().is_some_and(|text| number::unit(text).is_some());
                let noted =
                    self.fail(Code::OutOfRange, value.span(), (message, message!("out of range")));
                if (low, high) == (0.0, 1.0) && number > 1.0 && number <= 100.0 && !percent {
                    noted.help(message!("write \"{written}%\"", written = number));
                }
            }
            (Err(_), Some(text)) if text.contains("..") || text.contains(" to ") => {
                let message = message!(
                    "`{path}` is {kind}, but one fixed number is meant",
                    path,
                    kind = number::quoted(text)
                );
                self.fail(Code::NotFixed, value.span(), (message, message!("a range")))
                    .help(message!("write one of its numbers"));
            }
            (Err(fault), _) => self.fault(fault),
        }
        None
    }

    pub fn whole(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        (low, high): (u64, u64),
    ) -> Option<u64> {
        // A seed may have more digits than a double holds.
        if let DeValue::Integer(integer) = value.get_ref()
            && let Ok(number) = u64::from_str_radix(integer.as_str(), integer.radix())
        {
            return self.between(number, value.span(), path, (low, high));
        }
        let number = self.number(value, path, (f64::MIN, f64::MAX))?;
        if number.fract() != 0.0 {
            self.fail(
                Code::NotWhole,
                value.span(),
                (
                    message!("`{path}` is {number}, but a whole number is meant", path, number),
                    message!("not whole"),
                ),
            );
            return None;
        }
        if number < 0.0 || number > high as f64 {
            let message = message!(
                "`{path}` is {number}, but it lies between {low} and {high}",
                path,
                number,
                low = grouped(&low, "_"),
                high = grouped(&high, "_")
            );
            self.fail(Code::OutOfRange, value.span(), (message, message!("out of range")));
            return None;
        }
        self.between(number as u64, value.span(), path, (low, high))
    }

    fn between(
        &mut self,
        number: u64,
        bytes: Range<usize>,
        path: &str,
        (low, high): (u64, u64),
    ) -> Option<u64> {
        if (low..=high).contains(&number) {
            return Some(number);
        }
        let message = message!(
            "`{path}` is {number}, but it lies between {low} and {high}",
            path,
            number = grouped(&number, "_"),
            low = grouped(&low, "_"),
            high = grouped(&high, "_")
        );
        self.fail(Code::OutOfRange, bytes, (message, message!("out of range")));
        None
    }

    /// One line of text.
    pub fn text(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Word> {
        let DeValue::String(text) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but text is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not text")))
                .help(message!("put it in quotes"));
            return None;
        };
        let lines = matches!(path, "description" | "metric.formula");
        if text.trim().is_empty() {
            self.fail(
                Code::WrongType,
                value.span(),
                (message!("`{path}` is empty", path), message!("nothing stands here")),
            );
            return None;
        }
        if text.chars().any(|c| c.is_control() && !(lines && (c == '\n' || c == '\t' || c == '\r')))
        {
            let message = message!(
                "`{path}` holds a line break or another control character, but one line of text \
                 is meant",
                path
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not one line of text")));
            return None;
        }
        let longest = if lines { LONGEST_TEXT } else { LONGEST_LINE };
        if text.chars().count() > longest {
            let message = message!(
                "`{path}` has {letters} letters, but at most {most} fit",
                path,
                letters = grouped(&text.chars().count(), "_"),
                most = grouped(&longest, "_")
            );
            self.fail(Code::OutOfRange, value.span(), (message, message!("too long")));
            return None;
        }
        Some(Word { text: text.trim().to_owned(), at: self.span(value.span()) })
    }

    pub fn choice(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        words: &'static [&'static str],
    ) -> Option<String> {
        let word = self.text(value, path)?.text;
        if words.contains(&word.as_str()) {
            return Some(word);
        }
        let help = nearest(&word, words.iter().copied()).map_or_else(
            || {
                message!(
                    "write one of {list}",
                    list = listed(words.iter().copied(), Conjunction::Or)
                )
            },
            |near| message!("did you mean \"{value}\"?", value = near),
        );
        let message = message!(
            "`{path}` is `{word}`, but it is one of {list}",
            path,
            word,
            list = listed(words.iter().copied(), Conjunction::Or)
        );
        self.fail(Code::UnknownChoice, value.span(), (message, message!("unknown word")))
            .help(help);
        None
    }

    fn currency(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<String> {
        let word = self.text(value, path)?.text;
        if currency::known(&word) {
            return Some(word);
        }
        let message = message!(
            "`{path}` is `{word}`, but an ISO 4217 code of three capital letters is meant",
            path,
            word
        );
        let help = currency::suggested(&word)
            .map_or(message!("write for instance \"EUR\""), |code| {
                message!("did you mean \"{value}\"?", value = code)
            });
        self.fail(Code::Currency, value.span(), (message, message!("no currency code"))).help(help);
        None
    }

    fn colour(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Colour> {
        let word = self.text(value, path)?.text;
        let colour = Colour::parse(&word);
        if colour.is_none() {
            let message = message!(
                "`{path}` is {word}, but a colour is meant",
                path,
                word = number::quoted(&word)
            );
            self.fail(Code::Colour, value.span(), (message, message!("no colour"))).help(message!(
                "write red, green and blue in hexadecimal digits, as in \"#0072B2\""
            ));
        }
        colour
    }

    fn colours(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<[Colour; 6]> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but a list of six colours is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::Colour, value.span(), (message, message!("not a list"))).help(six());
            return None;
        };
        let colours: Vec<Option<Colour>> =
            items.iter().map(|item| self.colour(item, path)).collect();
        let known: Vec<Colour> = colours.iter().copied().flatten().collect();
        if colours.len() != 6 {
            let message = message!(
                "`{path}` has {colours} colours, but six are meant",
                path,
                colours = colours.len()
            );
            self.fail(Code::Colour, value.span(), (message, message!("not six"))).help(six());
        }
        known.try_into().ok()
    }

    fn slides(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Vec<String>> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but a list of slides is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not a list")))
                .help(message!("write for instance [\"answer\", \"money\", \"do\"]"));
            return None;
        };
        let names: Vec<Option<String>> = items
            .iter()
            .map(|item| {
                let name = self.text(item, path)?.text;
                let is_slide = SLIDES.contains(&name.as_str());
                if !is_slide {
                    self.no_slide(&name, item.span(), path);
                }
                is_slide.then_some(name)
            })
            .collect();
        names.into_iter().collect()
    }

    fn slide_words(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Vec<SlideWords>> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but a table of words is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not a table"))).help(
                message!("write `[{path}]` on a line of its own and its keys below it", path),
            );
            return None;
        };
        let mut words = Vec::new();
        for (name, told) in table {
            let at = name.span();
            let name = name.get_ref().as_ref();
            let Some((slide, locale)) = deck::named(name) else {
                self.no_slide(name, at, path);
                continue;
            };
            // What is not quoted, as `answer.ru = ".."`, is a table of languages.
            if let (DeValue::Table(languages), None) = (told.get_ref(), locale) {
                for (language, told) in languages {
                    let name = format!("{name}.{}", language.get_ref());
                    match deck::named(&name) {
                        Some((_, locale)) => {
                            words.extend(self.text(told, path).map(|word| SlideWords {
                                slide: slide.to_owned(),
                                locale,
                                text: word.text,
                            }));
                        }
                        None => self.no_slide(&name, language.span(), path),
                    }
                }
                continue;
            }
            let text = self.text(told, path);
            words.extend(text.map(|word| SlideWords {
                slide: slide.to_owned(),
                locale,
                text: word.text,
            }));
        }
        Some(words)
    }

    /// A name that no slide has.
    fn no_slide(&mut self, name: &str, at: Range<usize>, path: &str) {
        let message = message!(
            "`{path}` names {name}, but there is no such slide",
            path,
            name = number::quoted(name)
        );
        let help = nearest(name, SLIDES)
            .map_or(message!("`reachsim explain --slides` lists them"), |near| {
                message!("did you mean \"{value}\"?", value = near)
            });
        self.fail(Code::UnknownChoice, at, (message, message!("unknown slide"))).help(help);
    }

    /// A file relative to the text.
    fn file<T>(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        limit: u64,
        read: impl Fn(Vec<u8>) -> Result<T, (Code, Message)>,
    ) -> Option<T> {
        let name = self.text(value, path)?.text;
        let bytes =
            self.origin.folder.bytes(&name, limit).map_err(|reason| (Code::ThemeFile, reason));
        match bytes.and_then(read) {
            Ok(found) => Some(found),
            Err((code, why)) => {
                let message = message!(
                    "`{path}` names {name}, which {why}",
                    path,
                    name = number::quoted(&name),
                    why
                );
                let noted = self.fail(code, value.span(), (message, message!("cannot be used")));
                if code == Code::FontCoverage {
                    noted.help(message!(
                        "documents are written in three languages: choose a font with Latin, \
                         Cyrillic and the signs of money, or leave it out"
                    ));
                } else {
                    noted.help(message!("paths are relative to the file that names them"));
                }
                None
            }
        }
    }

    fn graph(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<List> {
        let name = self.text(value, path)?.text;
        let mut is_list = false;
        let list = self.origin.folder.file(&name);
        let list = list.map_err(|refused| reason(refused.diagnostic.code, DATA_LIMIT));
        let why = match list.map(|path| read::read(&path, &Unwatched)) {
            Err(reason) => reason,
            Ok(Ok(graph)) => {
                let fingerprint = graph.fingerprint();
                self.data.push(DataFile {
                    name: name.clone(),
                    bytes: fingerprint.to_le_bytes().to_vec(),
                });
                return Some(List { name, graph: Arc::new(graph), fingerprint });
            }
            Ok(Err(Unread::Faults(faults))) => {
                is_list = true;
                let fault = faults.into_iter().next();
                fault.map_or_else(Message::default, |read::Fault { line, message: why, .. }| {
                    if let Some(line) = line {
                        message!("is no list of friendships: in its line {line} {why}", line, why)
                    } else {
                        message!("is no list of friendships: {why}", why)
                    }
                })
            }
            Ok(Err(unread)) if unread.is_missing() => message!("does not exist"),
            Ok(Err(Unread::World(_) | Unread::Stopped)) => {
                message!("cannot be read")
            }
        };
        let message =
            message!("`{path}` names {name}, which {why}", path, name = number::quoted(&name), why);
        let help = if is_list {
            message!("a line is one friendship: two people, as in `17 42`")
        } else {
            message!("paths are relative to the file that names them")
        };
        self.fail(Code::EdgeList, value.span(), (message, message!("cannot be used"))).help(help);
        None
    }

    fn network(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<String> {
        let name = self.text(value, path)?.text;
        if Recipe::find(&name).is_some() {
            return Some(name);
        }
        let ids = || Recipe::all().iter().map(|recipe| recipe.id.as_str());
        let message = message!(
            "`{path}` is {name}, but there is no such synthetic network",
            path,
            name = number::quoted(&name)
        );
        let list = there_are(ids());
        let help = nearest(&name, ids()).map_or(list.clone(), |near| {
            message!("did you mean \"{value}\"? {list}", value = near, list)
        });
        self.fail(Code::UnknownChoice, value.span(), (message, message!("unknown network")))
            .help(help);
        None
    }

    fn flag(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<bool> {
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            DeValue::String(text) if matches!(text.as_ref(), "true" | "false") => {
                Some(text == "true")
            }
            other => {
                let message = message!(
                    "`{path}` is {kind}, but true or false is meant",
                    path,
                    kind = kind(other)
                );
                self.fail(Code::WrongType, value.span(), (message, message!("neither")))
                    .help(message!("write true or false, without quotes"));
                None
            }
        }
    }

    pub fn date(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Date> {
        let read = match value.get_ref() {
            DeValue::Datetime(datetime) if datetime.time.is_none() => {
                datetime.date.and_then(|date| {
                    Date::new(
                        date.year.try_into().ok()?,
                        date.month.try_into().ok()?,
                        date.day.try_into().ok()?,
                    )
                    .ok()
                })
            }
            DeValue::String(text) => {
                text.trim().parse::<Date>().ok().filter(|_| text.trim().len() == "2026-01-31".len())
            }
            _ => None,
        };
        if read.is_none() {
            let written = value
                .get_ref()
                .as_str()
                .map_or_else(|| write::value(value.get_ref()), str::to_owned);
            let message = message!(
                "`{path}` is {written}, but a date is meant",
                path,
                written = number::quoted(&written)
            );
            let help = day_first(&written)
                .map_or(message!("write year, month and day, as in 2026-01-31"), |date| {
                    message!("write {date}", date)
                });
            self.fail(Code::Date, value.span(), (message, message!("no date of the calendar")))
                .help(help);
        }
        read
    }

    /// The first and the last day of a year, a month or a day.
    pub fn period(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<[Date; 2]> {
        let read = match value.get_ref() {
            DeValue::Integer(integer) => period::of(integer.as_str()),
            DeValue::String(text) => period::of(text),
            DeValue::Datetime(_) => return self.date(value, path).map(|day| [day, day]),
            _ => None,
        };
        if read.is_none() {
            let written = value
                .get_ref()
                .as_str()
                .map_or_else(|| write::value(value.get_ref()), str::to_owned);
            let message = message!(
                "`{path}` is {written}, but a year, a month or a day is meant",
                path,
                written = number::quoted(&written)
            );
            self.fail(Code::Date, value.span(), (message, message!("no period of the calendar")))
                .help(message!("write 2025, \"2025-03\" or 2025-03-31"));
        }
        read
    }

    fn opening(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Opening> {
        let word = self.text(value, path)?;
        let read = Opening::read(&word.text);
        if read.is_none() {
            let message = message!("`{path}` names no hours of the week", path);
            self.fail(
                Code::Opening,
                value.span(),
                (message, message!("neither days nor hours")),
            )
            .help(message!(
                "write days and hours, as in \"Mon-Fri 9:00-18:00, Sat 10:00-14:00\", or \"always\""
            ));
        }
        read
    }

    fn months(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<[f64; MONTHS]> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but twelve weights are meant, one a month from January",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::Months, value.span(), (message, message!("not a list"))).help(twelve());
            return None;
        };
        let weights: Vec<Option<f64>> =
            items.iter().map(|item| self.number(item, path, (0.0, LARGEST_WEIGHT))).collect();
        let Ok(weights) = <[Option<f64>; MONTHS]>::try_from(weights) else {
            let message = message!(
                "`{path}` has {items} weights, but twelve weights are meant, one a month from \
                 January",
                path,
                items = items.len()
            );
            self.fail(Code::Months, value.span(), (message, message!("not twelve"))).help(twelve());
            return None;
        };
        let known: Vec<f64> = weights.iter().copied().flatten().collect();
        let months = <[f64; MONTHS]>::try_from(known).ok()?;
        if months.iter().all(|&weight| weight == 0.0) {
            self.fail(
                Code::Months,
                value.span(),
                (
                    message!("`{path}` has no weight above zero", path),
                    message!("a year without a question"),
                ),
            );
            return None;
        }
        Some(months)
    }
}

/// A problem that was noted last and may still get a help.
pub struct Noted<'a>(&'a mut Vec<Diagnostic>);

impl Noted<'_> {
    pub fn help(self, help: Message) {
        if let Some(last) = self.0.last_mut() {
            last.help = Some(help);
        }
    }
}

/// A date as it is written with dots, the day first.
fn day_first(text: &str) -> Option<Date> {
    let [day, month, year] = text.trim().split('.').collect::<Vec<_>>().try_into().ok()?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Why a data file cannot be read, in words that follow its name.
fn reason(code: Code, limit: u64) -> Message {
    match code {
        Code::FileMissing => message!("does not exist"),
        Code::FileDirectory => message!("is a folder"),
        Code::FileTooLarge => {
            message!("is larger than {limit} MB", limit = limit >> 20)
        }
        Code::FileOutside => {
            message!(
                "lies outside of the folder of the scenario: `--allow-path DIR` lets it be read"
            )
        }
        Code::FileIrregular => message!("is no regular file"),
        _ => message!("cannot be read"),
    }
}
