//! What things are called in titles: short names of keys and fields, cases, networks, sums of
//! money, and the signs with which people write.

use std::collections::{BTreeMap, BTreeSet};

use reachsim::engine::Unwatched;
use reachsim::locale::Locale;
use reachsim::metric::METRICS;
use reachsim::output::Report;
use reachsim::output::charts::Figure;
use reachsim::output::format::Format as _;
use reachsim::output::look::Look;
use reachsim::output::phrases::names::plain;
use reachsim::output::story::Stories;
use reachsim::output::words::{Case, TEXTS, Words as _};
use reachsim::run::{Told, extras};
use reachsim::scenario::keys::{Holds, KEYS, SECTIONS};
use reachsim::scenario::presets;

use crate::cases::{self, shipped_names};

const LOCALES: [Locale; 3] = [Locale::En, Locale::Ru, Locale::Uk];
const FOREIGN: [Locale; 2] = [Locale::Ru, Locale::Uk];

/// Letters that fit beside a bar.
const SHORT: usize = 40;

/// Paths of all numbers that a file may give in its keys.
fn keys() -> impl Iterator<Item = &'static str> {
    let numbers = KEYS.iter().filter(|key| key.is_quantity());
    numbers.map(|key| key.in_community().unwrap_or(key.path))
}

/// The same of its tables, section by section; targets and the like are numbers of metrics.
fn fields() -> impl Iterator<Item = Vec<String>> {
    SECTIONS.iter().map(|section| {
        let numbers =
            section.fields.iter().filter(|field| matches!(field.holds, Holds::Quantity(_)));
        numbers.map(|field| format!("field.{}.{}", section.name, field.name)).collect()
    })
}

#[track_caller]
fn expect_distinct_and_short(locale: Locale, ids: &[String]) {
    let mut seen: BTreeMap<String, &String> = BTreeMap::new();
    for id in ids {
        let name = locale.name(id, Case::Nominative);
        let name = name.unwrap_or_else(|| panic!("{} has no name of `{id}`", locale.id()));
        assert!(name.chars().count() <= SHORT, "`{id}` in {}: {name}", locale.id());
        if let Some(other) = seen.insert(name.clone(), id) {
            panic!("`{id}` and `{other}` are both called {name} in {}", locale.id());
        }
    }
}

#[test]
fn every_number_of_a_file_has_a_short_name_of_its_own_in_every_language() {
    let keys: Vec<String> = keys().map(str::to_owned).collect();
    assert!(keys.len() > 120, "{}", keys.len());
    for locale in LOCALES {
        expect_distinct_and_short(locale, &keys);
        for fields in fields() {
            expect_distinct_and_short(locale, &fields);
        }
    }
}

#[test]
fn every_metric_is_called_otherwise_than_every_other_in_every_language() {
    for locale in LOCALES {
        let names: BTreeSet<String> = METRICS.iter().map(|metric| locale.metric(metric)).collect();
        assert_eq!(names.len(), METRICS.len(), "{}", locale.id());
        let long = names.iter().find(|name| name.chars().count() > SHORT);
        assert_eq!(long, None, "{}", locale.id());
    }
}

/// What ends in an "a" of the feminine has another accusative: `доля`, `долю`.
#[test]
fn names_of_the_feminine_have_their_accusative() {
    let all: Vec<String> = keys().map(str::to_owned).chain(fields().flatten()).collect();
    let mut bent = 0;
    for locale in FOREIGN {
        for id in &all {
            let [name, accusative] = [Case::Nominative, Case::Accusative]
                .map(|case| locale.name(id, case).expect("a name"));
            let first = name.split(' ').next().expect("a word");
            let is_neuter = ["время", "ння", "ття"].iter().any(|end| first.ends_with(end));
            let is_feminine = (first.ends_with('а') || first.ends_with('я')) && !is_neuter;
            assert_eq!(is_feminine, name != accusative, "{id} in {}: {accusative}", locale.id());
            bent += usize::from(is_feminine);
        }
    }
    assert!(bent > 100, "{bent}");
    assert_eq!(
        Locale::Ru.name("funnel.incremental_direct", Case::Accusative).as_deref(),
        Some("долю клиентов только благодаря ответам")
    );
}

#[test]
fn every_metric_has_its_genitive() {
    let genitive = |locale: Locale, id: &str| {
        let metric = METRICS.iter().find(|metric| metric.id == id).expect("a metric");
        locale.metric_in(metric, Case::Genitive)
    };
    assert_eq!(genitive(Locale::En, "profit"), "profit");
    assert_eq!(genitive(Locale::Ru, "profit"), "прибыли");
    assert_eq!(genitive(Locale::Uk, "profit"), "прибутку");
    for locale in FOREIGN {
        let text = TEXTS[locale as usize].join("\n");
        for metric in METRICS {
            let from = text.find(&format!("metric-{} = ", metric.id)).expect("a metric");
            let row: Vec<&str> = text[from..].lines().take(3).collect();
            assert!(row[2].starts_with("    .gen = "), "{} in {}", metric.id, locale.id());
        }
    }
}

#[test]
fn every_network_has_a_name_for_people_in_every_language() {
    for preset in presets::all() {
        let bare = preset.id.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        for locale in LOCALES {
            let name = locale.network(bare);
            assert!(name.is_some(), "{} has no name of `{bare}`", locale.id());
        }
    }
    assert_eq!(Locale::Ru.network("vkontakte").as_deref(), Some("ВКонтакте"));
    assert_eq!(Locale::En.network("google-plus").as_deref(), Some("Google+"));
}

#[test]
fn money_is_written_as_the_language_writes_it() {
    let [en, ru] = [Locale::En, Locale::Ru];
    assert_eq!(en.money("EUR", "2,200"), "€2,200");
    assert_eq!(en.money("EUR", "−2,200"), "−€2,200");
    assert_eq!(en.money("EUR", "+7,900"), "+€7,900");
    assert_eq!(en.money("CHF", "−5"), "−CHF\u{A0}5");
    assert_eq!(ru.money("RUB", "2\u{A0}200"), "2\u{A0}200\u{A0}₽");
    assert_eq!(ru.money("KZT", "5"), "5\u{A0}KZT");
    assert_eq!(en.number(-2_200.0, Some(0.0)), "−2,200");
}

#[test]
fn a_text_for_people_names_keys_by_their_short_names() {
    let told = plain(Locale::En, "in place of `support.hours_per_week`, at `churn`");
    assert_eq!(told, "in place of “team hours a week”, at churn");
    let told = plain(Locale::Ru, "при `support.people`");
    assert_eq!(told, "при «число отвечающих сотрудников»");
}

/// Customers, members and managers are women, too.
#[test]
fn no_english_words_are_of_men_alone() {
    let catalogue = TEXTS[Locale::En as usize].join("\n");
    let tables = KEYS.iter().map(|key| key.about);
    let fields = SECTIONS.iter().flat_map(|section| section.fields).map(|field| field.about);
    let metrics = METRICS.iter().flat_map(|metric| [metric.words, metric.about]);
    let all = catalogue.lines().chain(tables).chain(fields).chain(metrics);
    let men = |text: &&str| {
        text.split(|c: char| !c.is_alphabetic())
            .any(|word| ["he", "his", "him", "himself"].contains(&word.to_lowercase().as_str()))
    };
    assert_eq!(all.filter(men).collect::<Vec<_>>(), Vec::<&str>::new());
}

/// The words of the rows of a picture.
fn rows(figure: &Figure) -> Vec<&str> {
    match figure {
        Figure::Tornado(tornado) => tornado.bars.iter().map(|bar| bar.words.as_str()).collect(),
        Figure::Ranges(ranges) => ranges.rows.iter().map(|row| row.words.as_str()).collect(),
        Figure::Waterfall(waterfall) => {
            waterfall.items.iter().map(|item| item.words.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// What is wrong with a text as typesetters see it.
fn fault(text: &str) -> Option<&'static str> {
    let chars: Vec<char> = text.chars().collect();
    let has = |wrong: &dyn Fn(char, char, char) -> bool| {
        let at = |place: usize| chars.get(place).copied().unwrap_or(' ');
        (0..chars.len()).any(|place| {
            let before = if place == 0 { ' ' } else { chars[place - 1] };
            wrong(before, chars[place], at(place + 1))
        })
    };
    if has(&|a, b, c| b == '-' && c.is_ascii_digit() && !a.is_alphanumeric()) {
        return Some("a hyphen for a minus");
    }
    if has(&|a, b, c| b == '\'' && a.is_alphabetic() && (c.is_alphabetic() || a == 's')) {
        return Some("a straight apostrophe");
    }
    text.contains('`').then_some("a mark of code")
}

#[test]
fn the_search_for_faults_of_typesetting_finds_them() {
    assert_eq!(fault("profit -2,000"), Some("a hyphen for a minus"));
    assert_eq!(fault("author's estimate"), Some("a straight apostrophe"));
    assert_eq!(fault("see `feed.depth`"), Some("a mark of code"));
    assert_eq!(fault("profit −2,000 in 2011-12, the author’s “estimate”"), None);
}

/// Titles, subtitles, rows and tables of every shipped scenario in every language.
#[test]
fn documents_are_typeset_and_no_two_rows_of_a_picture_read_alike() {
    let mut count = 0;
    for name in shipped_names() {
        for locale in LOCALES {
            let run = cases::shipped(
                &name,
                &["simulation.trials=2000", &format!("locale={}", locale.id())],
            );
            let extras = extras(&run, Told::InDocuments, &Unwatched);
            let report = Report { extras: &extras, ..run.report() };
            let stories = Stories::of(&report, &Look::default());
            let story = stories.in_locale(locale);
            // What a file says is left as it stands there.
            let file = &run.case.about().text;
            let fault = |text: &str| {
                let own: Vec<&str> = text.split(' ').filter(|word| !file.contains(*word)).collect();
                fault(&own.join(" "))
            };
            for picture in &story.pictures {
                let id = picture.chart.id;
                let [title, lead] = picture.figure.words(locale);
                for text in [title.as_str(), lead.as_str()].into_iter().chain(rows(&picture.figure))
                {
                    assert_eq!(fault(text), None, "{name} {} {id}: {text}", locale.id());
                    count += 1;
                }
                let told = rows(&picture.figure);
                let distinct: BTreeSet<&str> = told.iter().copied().collect();
                assert_eq!(distinct.len(), told.len(), "{name} {} {id}: {told:?}", locale.id());
            }
            for table in story.pages.iter().filter_map(|page| page.table.as_ref()) {
                for cell in table.rows.iter().flatten() {
                    assert_eq!(fault(cell), None, "{name} {}: {cell}", locale.id());
                    count += 1;
                }
            }
        }
    }
    assert!(count > 5_000, "{count}");
}
