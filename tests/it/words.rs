//! The catalogues of the three languages.

use reachsim::output::format::Format as _;
use reachsim::output::words::Words as _;
use reachsim::scenario::deck::SLIDES;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;
use reachsim::dist::{FAMILIES, Family, Limits};
use reachsim::locale::{LOCALES, Locale};
use reachsim::metric::METRICS;
use reachsim::output::phrases::shape;
use reachsim::output::words::TEXTS;
use reachsim::scenario::keys::{KEYS, SECTIONS};
use reachsim::units::Unit;

/// What the messages are about that only other languages need.
const KINDS: [&str; 5] = ["metric-", "key-", "field-", "section-", "unit-"];

/// What is found by the name of something: how a page is read, names of keys and of networks.
const NAMED: [&str; 23] = [
    "live-",
    "read-",
    "name-",
    "at-",
    "network-",
    "proof-",
    "figure-",
    "by-",
    "column-",
    "of-",
    "role-",
    "weekday-",
    "series-",
    "analysis-",
    "remark-",
    "caution-",
    "task-",
    "missing-",
    "shape-",
    "why-",
    "receipt-",
    "left-young",
    "known-",
];

/// Every unit in which something is counted.
fn units() -> Vec<Unit> {
    let keys = KEYS.iter().map(|key| key.unit);
    let fields = SECTIONS.iter().flat_map(|section| section.fields).map(|field| field.unit);
    let series = METRICS.iter().map(|metric| metric.unit);
    let mut units: Vec<Unit> = Vec::new();
    for unit in keys.chain(fields).chain(series).filter(|unit| *unit != Unit::None) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

/// The messages of a text: id to the names of its arguments.
pub fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors).expect("a catalogue");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) =
            line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            assert!(!found.contains_key(name), "`{name}` is said twice");
            name.clone_into(&mut id);
        }
        let arguments = line
            .split("{ $")
            .skip(1)
            .filter_map(|rest| rest.split([' ', '}']).next())
            .map(str::to_owned);
        if !id.is_empty() {
            found.entry(id.clone()).or_default().extend(arguments);
        }
    }
    found
}

fn spoken(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    messages(&TEXTS[locale as usize].join("\n"))
}

#[test]
fn every_catalogue_says_the_same() {
    let english = spoken(Locale::En);
    assert!(english.len() > 200);
    for locale in [Locale::Ru, Locale::Uk] {
        let of_tables =
            |id: &str| KINDS.iter().any(|kind| id.starts_with(kind)) && !english.contains_key(id);
        let other: BTreeMap<_, _> =
            spoken(locale).into_iter().filter(|(id, _)| !of_tables(id)).collect();
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) =
            (english.keys().collect(), other.keys().collect());
        assert_eq!(
            ours.difference(&theirs).collect::<Vec<_>>(),
            Vec::<&&String>::new(),
            "{} lacks them",
            locale.id()
        );
        assert_eq!(
            theirs.difference(&ours).collect::<Vec<_>>(),
            Vec::<&&String>::new(),
            "{} has too many",
            locale.id()
        );
        for (id, arguments) in &other {
            let known = &english[id];
            assert!(
                arguments.is_subset(known),
                "`{id}` in {}: {arguments:?} and {known:?}",
                locale.id()
            );
            // Only the English ending of an ordinal number has no counterpart.
            let silent: Vec<&String> =
                known.difference(arguments).filter(|name| *name != "end").collect();
            assert!(silent.is_empty(), "`{id}` in {} leaves out {silent:?}", locale.id());
        }
    }
}

#[test]
fn every_metric_and_key_has_words_in_every_language() {
    let is_cyrillic =
        |text: &str| text.chars().any(|c| ('а'..='я').contains(&c) || "іїєґ".contains(c));
    for locale in [Locale::Ru, Locale::Uk] {
        let said = spoken(locale);
        let mut named = 0;
        let mut expect = |id: String, text: String| {
            assert!(said.contains_key(&id), "{} lacks `{id}`", locale.id());
            assert!(is_cyrillic(&text), "{id}: {text}");
            named += 1;
        };
        for metric in METRICS {
            expect(format!("metric-{}", metric.id), locale.metric(metric));
            expect(format!("metric-{}", metric.id), locale.metric_about(metric));
        }
        for key in KEYS {
            let path = key.in_community().unwrap_or(key.path).replace('.', "-");
            expect(format!("key-{path}"), locale.key(key));
        }
        for section in SECTIONS {
            let name = section.name.replace('.', "-");
            expect(format!("section-{name}"), locale.section(section));
            for field in section.fields {
                let id = field.name.replace('.', "-");
                expect(format!("field-{name}-{id}"), locale.field(section, field));
            }
        }
        // None is left over either.
        for unit in units() {
            let id = format!("unit-{}", unit.id().to_lowercase().replace('/', "-"));
            assert_eq!(unit == Unit::RatingPoints, !is_cyrillic(&locale.unit(unit)), "{id}");
            assert!(said.contains_key(&id), "{} lacks `{id}`", locale.id());
            named += 1;
        }
        let ids = said.keys().filter(|id| KINDS.iter().any(|kind| id.starts_with(kind)));
        let english = spoken(Locale::En);
        assert_eq!(
            ids.filter(|id| !english.contains_key(*id)).count(),
            named - METRICS.len(),
            "{}",
            locale.id()
        );
    }
}

/// The families of numbers, which have a message each.
fn families() -> impl Iterator<Item = &'static Family> {
    FAMILIES.iter().filter(|row| !row.cases.is_empty())
}

fn message(row: &Family) -> String {
    format!("shape-{}-{}", row.id, row.parameters[0].name)
}

#[test]
fn every_family_has_its_name_and_all_its_parameters_in_every_language() {
    assert!(families().count() > 8);
    for row in families() {
        let dist = (row.build)(row.cases[0], Limits::NONE).expect("a legal case");
        let english = shape(Locale::En, &dist, Unit::None);
        let name = english.split([',', ' ']).next().expect("a name");
        assert_eq!(name.to_lowercase(), row.id);
        for locale in Locale::ALL {
            let arguments = &spoken(locale)[&message(row)];
            let named: BTreeSet<String> =
                row.parameters.iter().map(|parameter| parameter.name.to_owned()).collect();
            assert_eq!(*arguments, named, "{} in {}", row.id, locale.id());
            let told = shape(locale, &dist, Unit::None);
            let is_foreign = locale != Locale::En && row.id != "pert";
            assert!(!is_foreign || !told.contains(|c: char| c.is_ascii_alphabetic()), "{told}");
        }
    }
}

#[test]
fn plurals_follow_the_language() {
    for (n, en, ru, uk) in [
        (1, "1 week", "1 неделя", "1 тиждень"),
        (2, "2 weeks", "2 недели", "2 тижні"),
        (5, "5 weeks", "5 недель", "5 тижнів"),
        (21, "21 weeks", "21 неделя", "21 тиждень"),
        (112, "112 weeks", "112 недель", "112 тижнів"),
    ] {
        assert_eq!(
            [Locale::En, Locale::Ru, Locale::Uk].map(|locale| locale.weeks(n)),
            [en, ru, uk]
        );
    }
    assert_eq!(Locale::Ru.weeks(104), "2 года");
    assert_eq!(Locale::Ru.number(1_234_500.0, Some(0.0)), "1\u{A0}234\u{A0}500");
    assert_eq!(Locale::Uk.share(0.075, None), "7,5\u{A0}%");
    assert_eq!(Locale::Ru.date(jiff::civil::date(2026, 3, 2)), "2 марта 2026 года");
    assert_eq!(Locale::En.date(jiff::civil::date(2026, 3, 2)), "2 March 2026");
}

/// Every id that the sources name is in the catalogues, and every message is named somewhere.
#[test]
fn what_is_said_is_in_the_catalogue_and_nothing_lies_idle() {
    let mut sources = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| {
                extension == "rs" || extension == "html" || extension == "xml"
            }) {
                sources.push_str(&fs::read_to_string(path).expect("a source"));
            }
        }
    }
    let english = spoken(Locale::En);
    let idle: Vec<&String> = english
        .keys()
        .filter(|id| !sources.contains(&format!("\"{id}\"")))
        .filter(|id| !NAMED.iter().any(|kind| id.starts_with(kind)))
        .filter(|id| !SLIDES.iter().any(|name| **id == format!("slide-{name}")))
        .filter(|id| !families().any(|row| **id == message(row)))
        .collect();
    assert_eq!(idle, Vec::<&String>::new());
    let asked = sources.split("say!(").skip(1).filter_map(|rest| {
        rest.split_once('"').and_then(|(before, rest)| {
            (before.trim_end().ends_with(',') && !before.contains(')'))
                .then_some(rest.split('"').next()?)
        })
    });
    for id in asked {
        assert!(english.contains_key(id), "no message `{id}`");
    }
    assert_eq!(LOCALES, ["en", "ru", "uk"]);
}
