//! What is said to people, in every language: one catalogue a locale, in the format of Fluent
//! (projectfluent.org), which knows the plurals of the Unicode CLDR. The English words of metrics
//! and keys stand in METRICS and KEYS, beside what they name, those of problems and errors where
//! these are found, and those of sources beside their numbers; their translations stand in the
//! catalogues.
//!
//! Test: `words::every_catalogue_says_the_same`.

use crate::output::format::numerals;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Argument, Diagnostics, Message, Style};
use crate::locale::Locale;
use crate::metric::{self, Metric, Value};
use crate::scenario::keys::{Field, Key, Section};
use crate::units::Unit;

type Catalogue = FluentBundle<FluentResource>;

/// The texts of each locale's catalogue, in the order of [`Locale::ALL`].
pub const TEXTS: [&[&str]; Locale::ALL.len()] = [
    &[
        include_str!("words/en.screen.ftl"),
        include_str!("words/en.pages.ftl"),
        include_str!("words/en.names.ftl"),
        include_str!("words/en.documents.ftl"),
        include_str!("words/en.sheets.ftl"),
        include_str!("words/en.answer.ftl"),
        include_str!("words/en.deck.ftl"),
        include_str!("words/en.page.ftl"),
        include_str!("words/en.serve.ftl"),
        include_str!("words/en.starter.ftl"),
        include_str!("words/en.analysis.ftl"),
        include_str!("words/en.analysis-pages.ftl"),
        include_str!("words/en.record.ftl"),
        include_str!("words/en.history.ftl"),
        include_str!("words/en.learnt.ftl"),
    ],
    &[
        include_str!("words/ru.screen.ftl"),
        include_str!("words/ru.pages.ftl"),
        include_str!("words/ru.names.ftl"),
        include_str!("words/ru.documents.ftl"),
        include_str!("words/ru.sheets.ftl"),
        include_str!("words/ru.answer.ftl"),
        include_str!("words/ru.deck.ftl"),
        include_str!("words/ru.page.ftl"),
        include_str!("words/ru.serve.ftl"),
        include_str!("words/ru.starter.ftl"),
        include_str!("words/ru.analysis.ftl"),
        include_str!("words/ru.analysis-pages.ftl"),
        include_str!("words/ru.record.ftl"),
        include_str!("words/ru.history.ftl"),
        include_str!("words/ru.learnt.ftl"),
        include_str!("words/ru.tables.ftl"),
    ],
    &[
        include_str!("words/uk.screen.ftl"),
        include_str!("words/uk.pages.ftl"),
        include_str!("words/uk.names.ftl"),
        include_str!("words/uk.documents.ftl"),
        include_str!("words/uk.sheets.ftl"),
        include_str!("words/uk.answer.ftl"),
        include_str!("words/uk.deck.ftl"),
        include_str!("words/uk.page.ftl"),
        include_str!("words/uk.serve.ftl"),
        include_str!("words/uk.starter.ftl"),
        include_str!("words/uk.analysis.ftl"),
        include_str!("words/uk.analysis-pages.ftl"),
        include_str!("words/uk.record.ftl"),
        include_str!("words/uk.history.ftl"),
        include_str!("words/uk.learnt.ftl"),
        include_str!("words/uk.tables.ftl"),
    ],
];

/// What the sources say in English, in the other languages: the patterns of problems and errors,
/// by their first words.
pub const MESSAGES: [&str; Locale::ALL.len()] =
    ["", include_str!("words/ru.messages.ftl"), include_str!("words/uk.messages.ftl")];

/// A message of a locale with its arguments: `say!(locale, "per-day", number = text)`. Whole
/// numbers choose plurals.
macro_rules! say {
    ($locale:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::output::words::Words::say(
            $locale,
            $id,
            &[$((stringify!($name), $crate::output::words::argument($value))),*],
        )
    };
}
pub(crate) use say;

/// The form in which a sentence needs a name; English has one for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Nominative,
    Genitive,
    Accusative,
}

impl Case {
    /// The attribute of a message that holds it, where it is not the message itself.
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Case::Nominative => None,
            Case::Genitive => Some("gen"),
            Case::Accusative => Some("acc"),
        }
    }
}

pub fn argument<'a>(value: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    value.into()
}

/// Where numbers come from: the sources of defaults and presets, by their first words in English.
pub const SOURCES: [&str; Locale::ALL.len()] =
    ["", include_str!("words/ru.sources.ftl"), include_str!("words/uk.sources.ftl")];

fn catalogue(locale: Locale) -> &'static Catalogue {
    static CATALOGUES: [OnceLock<Catalogue>; Locale::ALL.len()] =
        [const { OnceLock::new() }; Locale::ALL.len()];
    CATALOGUES[locale as usize].get_or_init(|| read(locale, TEXTS[locale as usize]))
}

fn messages(locale: Locale) -> &'static Catalogue {
    static MESSAGES_READ: [OnceLock<Catalogue>; Locale::ALL.len()] =
        [const { OnceLock::new() }; Locale::ALL.len()];
    MESSAGES_READ[locale as usize].get_or_init(|| read(locale, &[MESSAGES[locale as usize]]))
}

fn sources(locale: Locale) -> &'static Catalogue {
    static SOURCES_READ: [OnceLock<Catalogue>; Locale::ALL.len()] =
        [const { OnceLock::new() }; Locale::ALL.len()];
    SOURCES_READ[locale as usize].get_or_init(|| read(locale, &[SOURCES[locale as usize]]))
}

fn read(locale: Locale, texts: &[&str]) -> Catalogue {
    let language: LanguageIdentifier =
        locale.id().parse().expect("the id of a locale is a tag of a language");
    let mut catalogue = FluentBundle::new_concurrent(vec![language]);
    // Marks of direction around every argument would only be in the way of scripts that are all
    // written one way.
    catalogue.set_use_isolating(false);
    catalogue.set_formatter(Some(match locale {
        Locale::En => |value, _| numeral(Locale::En, value),
        Locale::Ru => |value, _| numeral(Locale::Ru, value),
        Locale::Uk => |value, _| numeral(Locale::Uk, value),
    }));
    for text in texts {
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, errors)| errors)
            .expect("the tests read every catalogue");
        catalogue.add_resource(resource).expect("no catalogue says a message twice");
    }
    catalogue
}

/// Counts are written with the numerals of the locale.
fn numeral(locale: Locale, value: &FluentValue) -> Option<String> {
    if let FluentValue::Number(number) = value {
        Some(numerals::exact(locale, number.value))
    } else {
        None
    }
}

/// What a locale says: messages of its catalogue, and words for metrics and keys.
pub trait Words: Copy {
    /// A message with its arguments.
    ///
    /// # Panics
    /// If no catalogue has the message, or it lacks an argument.
    fn say(self, id: &str, arguments: &[(&'static str, FluentValue)]) -> String;

    /// What the sources say in English; in English where nobody translated it.
    fn message(self, message: &Message) -> String;

    /// Where a number comes from, or what a network is called: as it stands where nobody translated
    /// it.
    fn source(self, source: &str) -> String;

    /// The problems as people read them.
    fn problems(self, problems: &Diagnostics, style: Style) -> String;

    /// What people call a metric. A file's own keeps the words of the file.
    fn metric(self, metric: &Metric) -> String;

    /// The same in the case that a sentence needs.
    fn metric_in(self, metric: &Metric, case: Case) -> String;

    /// What a key that holds a number is called in few words, or a field of a section's tables.
    fn name(self, id: &str, case: Case) -> Option<String>;

    /// A value of a key with it, as people say it: `at 3 posts a week`; `None` of most keys.
    fn name_at(self, id: &str, value: f64) -> Option<String>;

    /// What a community is called of which the file tells its id only: mostly its network.
    fn network(self, id: &str) -> Option<String>;

    /// How to read a metric, in one sentence without a final period.
    fn metric_about(self, metric: &Metric) -> String;

    /// What a key means, in one line without a final period.
    fn key(self, key: &Key) -> String;

    /// What a key of a section's tables means.
    fn field(self, section: &Section, field: &Field) -> String;

    /// What a section's tables are about.
    fn section(self, section: &Section) -> String;

    /// In what something is counted.
    fn unit(self, unit: Unit) -> String;

    /// `a, b and c`.
    fn listed<T: AsRef<str>>(self, items: &[T]) -> String;
}

impl Words for Locale {
    fn say(self, id: &str, arguments: &[(&'static str, FluentValue)]) -> String {
        find_message(self, id, None, arguments)
            .unwrap_or_else(|| panic!("{} has no message `{id}`", self.id()))
    }

    fn message(self, message: &Message) -> String {
        let id = message.id();
        if self == Locale::En || id.is_empty() {
            return message.english().to_owned();
        }
        let arguments: Vec<(&'static str, FluentValue)> =
            message.arguments().iter().map(|(name, value)| (*name, spoken(self, value))).collect();
        let said = find_in(messages(self), &id, None, &arguments)
            .or_else(|| find_in(catalogue(self), &id, None, &arguments));
        said.unwrap_or_else(|| message.english().to_owned())
    }

    fn source(self, source: &str) -> String {
        let id = Message::new(source.to_owned(), "", Vec::new()).id();
        let told = find_in(sources(self), &id, None, &[]).filter(|_| self != Locale::En);
        told.unwrap_or_else(|| typeset(source))
    }

    fn problems(self, problems: &Diagnostics, style: Style) -> String {
        problems.render_in(style, &|message| Words::message(self, message))
    }

    fn metric(self, metric: &Metric) -> String {
        if let Some((role, whole)) = of_role(metric) {
            return say!(self, "of-role", words = self.metric(whole), role = role);
        }
        translated(self, is_own(metric), "metric", metric.id, None).unwrap_or_else(|| {
            if is_own(metric) { metric.words.to_owned() } else { typeset(metric.words) }
        })
    }

    fn metric_in(self, metric: &Metric, case: Case) -> String {
        if let Some((role, whole)) = of_role(metric) {
            return say!(self, "of-role", words = self.metric_in(whole, case), role = role);
        }
        case.attribute()
            .and_then(|form| translated(self, is_own(metric), "metric", metric.id, Some(form)))
            .unwrap_or_else(|| self.metric(metric))
    }

    fn name(self, id: &str, case: Case) -> Option<String> {
        let id = format!("name-{}", id.replace('.', "-"));
        let attribute = case.attribute().filter(|_| self != Locale::En);
        attribute
            .and_then(|form| find_message(self, &id, Some(form), &[]))
            .or_else(|| find_message(self, &id, None, &[]))
    }

    fn name_at(self, id: &str, value: f64) -> Option<String> {
        let id = format!("at-{}", id.replace('.', "-"));
        find_message(self, &id, None, &[("n", value.into())])
    }

    fn network(self, id: &str) -> Option<String> {
        find_message(self, &format!("network-{id}"), None, &[])
    }

    fn metric_about(self, metric: &Metric) -> String {
        if let Some((role, whole)) = of_role(metric) {
            return say!(self, "of-role", words = self.metric_about(whole), role = role);
        }
        translated(self, is_own(metric), "metric", metric.id, Some("about"))
            .unwrap_or_else(|| typeset(metric.about))
    }

    fn key(self, key: &Key) -> String {
        typeset(&Words::message(self, &key.told()))
    }

    fn field(self, section: &Section, field: &Field) -> String {
        typeset(&Words::message(self, &section.told(field)))
    }

    fn section(self, section: &Section) -> String {
        translated(self, false, "section", section.name, None)
            .unwrap_or_else(|| typeset(section.about))
    }

    fn unit(self, unit: Unit) -> String {
        let id = unit.id().to_lowercase().replace('/', "-");
        translated(self, false, "unit", &id, None).unwrap_or_else(|| unit.id().to_owned())
    }

    fn listed<T: AsRef<str>>(self, items: &[T]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [init @ .., last] => {
                let init = init.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
                say!(self, "pair", first = init, second = last.as_ref())
            }
        }
    }
}

/// What is put into a message, in a language.
fn spoken(locale: Locale, argument: &Argument) -> FluentValue<'_> {
    match argument {
        Argument::Word(word) => word.as_str().into(),
        Argument::Count(count) => (*count).into(),
        Argument::Numeral(number) => numerals::translated(locale, number).into(),
        Argument::Message(message) => Words::message(locale, message).into(),
    }
}

fn find_message(
    locale: Locale,
    id: &str,
    attribute: Option<&str>,
    arguments: &[(&'static str, FluentValue)],
) -> Option<String> {
    find_in(catalogue(locale), id, attribute, arguments)
}

fn find_in(
    catalogue: &Catalogue,
    id: &str,
    attribute: Option<&str>,
    arguments: &[(&'static str, FluentValue)],
) -> Option<String> {
    let message = catalogue.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut given = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        given.set(*name, value.clone());
    }
    let mut errors: Vec<FluentError> = Vec::new();
    let text = catalogue.format_pattern(pattern, Some(&given), &mut errors).into_owned();
    assert!(errors.is_empty(), "`{id}`: {errors:?}");
    Some(text)
}

fn translated(
    locale: Locale,
    is_own: bool,
    kind: &str,
    name: &str,
    attribute: Option<&str>,
) -> Option<String> {
    if is_own || locale == Locale::En {
        return None;
    }
    find_message(locale, &format!("{kind}-{}", name.replace('.', "-")), attribute, &[])
}

/// The role and the whole of a part of a count.
fn of_role<'m>(metric: &Metric<'m>) -> Option<(&'m str, &'static Metric<'static>)> {
    if !matches!(metric.value, Value::OfRole) {
        return None;
    }
    let (role, whole) = metric.id.strip_prefix("role.")?.rsplit_once('.')?;
    Some((role, metric::find(whole)?.1))
}

fn is_own(metric: &Metric) -> bool {
    matches!(metric.value, Value::Formula)
}

/// With the apostrophes of typesetters: the tables of the sources are written on a keyboard.
fn typeset(text: &str) -> String {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let mut before = None;
    let mut letters = text.chars().peekable();
    let mut set = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        // Behind an s it may end a word: `members' own posts`.
        let ends = matches!(before, Some('s')) && !is_letter(letters.peek().copied());
        let is_apostrophe =
            letter == '\'' && is_letter(before) && (ends || is_letter(letters.peek().copied()));
        set.push(if is_apostrophe { '’' } else { letter });
        before = Some(letter);
    }
    set
}

/// With a capital first letter, as sentences begin.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
