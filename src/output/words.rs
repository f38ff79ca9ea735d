//! What is said to people, in every language: one catalogue a locale, in the format of Fluent
//! (projectfluent.org), which knows the plurals of the Unicode CLDR. The English words of metrics
//! and keys stand in METRICS and KEYS, beside what they name; their translations stand in the
//! catalogues.
//!
//! Test: `words::every_catalogue_says_the_same`.

use crate::output::format::numerals;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::locale::Locale;
use crate::metric::{Metric, Value};
use crate::scenario::keys::{Field, Key, Section};

type Catalogue = FluentBundle<FluentResource>;

/// The texts of each locale's catalogue, in the order of [`Locale::ALL`].
pub const TEXTS: [&[&str]; Locale::ALL.len()] = [
    &[
        include_str!("words/en.screen.ftl"),
        include_str!("words/en.pages.ftl"),
        include_str!("words/en.documents.ftl"),
        include_str!("words/en.starter.ftl"),
    ],
    &[
        include_str!("words/ru.screen.ftl"),
        include_str!("words/ru.pages.ftl"),
        include_str!("words/ru.documents.ftl"),
        include_str!("words/ru.starter.ftl"),
        include_str!("words/ru.tables.ftl"),
    ],
    &[
        include_str!("words/uk.screen.ftl"),
        include_str!("words/uk.pages.ftl"),
        include_str!("words/uk.documents.ftl"),
        include_str!("words/uk.starter.ftl"),
        include_str!("words/uk.tables.ftl"),
    ],
];

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

pub fn argument<'a>(value: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    value.into()
}

fn catalogue(locale: Locale) -> &'static Catalogue {
    static CATALOGUES: [OnceLock<Catalogue>; Locale::ALL.len()] =
        [const { OnceLock::new() }; Locale::ALL.len()];
    CATALOGUES[locale as usize].get_or_init(|| {
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
        for text in TEXTS[locale as usize] {
            let resource = FluentResource::try_new((*text).to_owned())
                .map_err(|(_, errors)| errors)
                .expect("the tests read every catalogue");
            catalogue.add_resource(resource).expect("no catalogue says a message twice");
        }
        catalogue
    })
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

    /// What people call a metric. A file's own keeps the words of the file.
    fn metric(self, metric: &Metric) -> String;

    /// How to read a metric, in one sentence without a final period.
    fn metric_about(self, metric: &Metric) -> String;

    /// What a key means, in one line without a final period.
    fn key(self, key: &Key) -> String;

    /// What a key of a section's tables means.
    fn field(self, section: &Section, field: &Field) -> String;

    /// What a section's tables are about.
    fn section(self, section: &Section) -> String;

    /// `a, b and c`.
    fn listed<T: AsRef<str>>(self, items: &[T]) -> String;
}

impl Words for Locale {
    fn say(self, id: &str, arguments: &[(&'static str, FluentValue)]) -> String {
        find_message(self, id, None, arguments)
            .unwrap_or_else(|| panic!("{} has no message `{id}`", self.id()))
    }

    fn metric(self, metric: &Metric) -> String {
        translated(self, is_own(metric), "metric", metric.id, None)
            .unwrap_or_else(|| metric.words.to_owned())
    }

    fn metric_about(self, metric: &Metric) -> String {
        translated(self, is_own(metric), "metric", metric.id, Some("about"))
            .unwrap_or_else(|| metric.about.to_owned())
    }

    fn key(self, key: &Key) -> String {
        let path = key.in_community().unwrap_or(key.path);
        translated(self, false, "key", path, None).unwrap_or_else(|| key.about.to_owned())
    }

    fn field(self, section: &Section, field: &Field) -> String {
        let path = format!("{}-{}", section.name, field.name);
        translated(self, false, "field", &path, None).unwrap_or_else(|| field.about.to_owned())
    }

    fn section(self, section: &Section) -> String {
        translated(self, false, "section", section.name, None)
            .unwrap_or_else(|| section.about.to_owned())
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

fn find_message(
    locale: Locale,
    id: &str,
    attribute: Option<&str>,
    arguments: &[(&'static str, FluentValue)],
) -> Option<String> {
    let catalogue = catalogue(locale);
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
    assert!(errors.is_empty(), "`{id}` in {}: {errors:?}", locale.id());
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

fn is_own(metric: &Metric) -> bool {
    matches!(metric.value, Value::Formula)
}

/// With a capital first letter, as sentences begin.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
