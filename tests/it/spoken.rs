//! What the sources say in English is said in every language: messages of problems and errors.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Folder;
use crate::words::messages;
use reachsim::diagnostic::{Diagnostics, Message, Style};
use reachsim::locale::Locale;
use reachsim::output::words::{MESSAGES, SOURCES, Words as _};
use reachsim::scenario::keys::{Default, KEYS, SECTIONS};
use reachsim::scenario::{presets, roles};
use reachsim::{model, scenario};

const FOREIGN: [Locale; 2] = [Locale::Ru, Locale::Uk];

/// The texts of all sources, without comments.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                let code = code.collect::<Vec<_>>().join("\n");
                found.push((path, code));
            }
        }
    }
    found
}

/// The literal with which a text begins, if it begins with one: what it says, not how it is
/// written.
fn literal(code: &str) -> Option<String> {
    let mut letters = code.trim_start().strip_prefix('"')?.chars().peekable();
    let mut said = String::new();
    loop {
        match letters.next()? {
            '"' => return Some(said),
            '\\' => match letters.next()? {
                '\n' => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
                'n' => said.push('\n'),
                other => said.push(other),
            },
            other => said.push(other),
        }
    }
}

/// The names of the arguments of a pattern.
fn arguments(pattern: &str) -> BTreeSet<String> {
    let plain = pattern.replace("{{", "").replace("}}", "");
    let names = plain.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names.map(str::to_owned).collect()
}

/// Every pattern of the sources by its id.
fn patterns() -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (path, code) in sources() {
        for pattern in code.split("message!(").skip(1).filter_map(literal) {
            let id = Message::new(pattern.clone(), "", Vec::new()).id();
            let known = found.entry(id).or_insert_with(|| pattern.clone());
            assert_eq!(*known, pattern, "one id for two patterns in {}", path.display());
        }
    }
    found
}

#[test]
fn every_message_of_the_sources_is_in_every_catalogue_with_its_arguments_and_no_other_is() {
    let mut patterns = patterns();
    assert!(patterns.len() > 700, "{} patterns", patterns.len());
    let joined = Message::JOINED.to_owned();
    patterns.insert(Message::new(joined.clone(), "", Vec::new()).id(), joined);
    for locale in FOREIGN {
        let said = messages(MESSAGES[locale as usize]);
        for (id, pattern) in &patterns {
            let Some(used) = said.get(id) else { panic!("{} lacks `{id}`", locale.id()) };
            assert_eq!(*used, arguments(pattern), "`{id}` in {}", locale.id());
        }
        let idle: Vec<&String> = said.keys().filter(|id| !patterns.contains_key(*id)).collect();
        assert!(idle.is_empty(), "{} has too many: {idle:?}", locale.id());
    }
}

/// Where the numbers of KEYS, of sections, presets and sets of roles come from.
fn sources_of_numbers() -> BTreeSet<String> {
    let keys = KEYS.iter().filter_map(|key| match key.default {
        Default::Value(_, source) | Default::Computed(_, source) => Some(source),
        _ => None,
    });
    let fields = SECTIONS.iter().flat_map(|section| section.fields);
    let fields = fields.filter_map(|field| field.default.map(|(_, source)| source));
    let figures = presets::all().iter().flat_map(|preset| &preset.figures);
    let roles = roles::provenance("crm-2011").map(|set| set.source);
    keys.chain(fields)
        .map(str::to_owned)
        .chain(figures.map(|figure| figure.source.clone()))
        .chain(roles)
        .collect()
}

#[test]
fn every_source_of_a_number_is_told_in_every_language_and_no_other_is() {
    let told = sources_of_numbers();
    assert!(told.len() > 90, "{} sources", told.len());
    let id = |source: &str| Message::new(source.to_owned(), "", Vec::new()).id();
    let ids: BTreeSet<String> = told.iter().map(|source| id(source)).collect();
    assert_eq!(ids.len(), told.len(), "one id for two sources");
    let names: BTreeSet<String> = presets::all().iter().map(|preset| id(&preset.name)).collect();
    for locale in FOREIGN {
        for source in &told {
            let said = locale.source(source);
            assert!(said != *source && !said.is_empty(), "{} lacks `{source}`", locale.id());
            assert_eq!(Locale::En.source(source).replace('’', "'"), *source);
        }
        let said = messages(SOURCES[locale as usize]);
        let idle = said.keys().filter(|id| !ids.contains(*id) && !names.contains(*id));
        assert_eq!(idle.collect::<Vec<_>>(), Vec::<&String>::new(), "{}", locale.id());
    }
}

/// Latin words that stay in every language: names of formats, of families of distributions and of
/// their parameters, words of files.
const NAMES: &[&str] = &[
    "TOML",
    "UTF-8",
    "UTF-16",
    "PNG",
    "JPEG",
    "SVG",
    "CSV",
    "ISO",
    "EUR",
    "UAH",
    "TrueType",
    "OpenType",
    "bn",
    "true",
    "false",
    "uniform",
    "triangular",
    "pert",
    "normal",
    "lognormal",
    "gamma",
    "beta",
    "metalog",
    "discrete",
    "data",
    "mixture",
    "min",
    "mode",
    "max",
    "git",
    "title",
    "gsd",
    "sd",
];

/// The English words of a text: Latin letters outside of backticks, of quotes, of codes in
/// brackets, of braces, of flags and of excerpts.
pub fn english(text: &str) -> Vec<String> {
    let is_excerpt = |line: &str| {
        let gutter = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let has_number = line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        (has_number && gutter.starts_with(" |"))
            || gutter.starts_with("--> ")
            || gutter.starts_with("::: ")
    };
    let told: Vec<&str> = text.lines().filter(|line| !is_excerpt(line)).collect();
    let mut plain = String::new();
    let mut until: Option<char> = None;
    let mut depth = 0_usize;
    for letter in told.join("\n").chars() {
        match letter {
            _ if until == Some(letter) => until = None,
            _ if until.is_some() => {}
            '`' | '"' => until = Some(letter),
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let is_between = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    let words = plain.split(is_between).filter(|word| !word.starts_with("--"));
    let words = words.map(|word| word.trim_matches(['.', '-']));
    words
        .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1)
        .filter(|word| !NAMES.contains(word) && !word.contains(['_', '.', '/']))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_search_for_english_words_finds_them() {
    assert_eq!(english("ошибка: there is `no such` слово"), ["there", "is"]);
    assert_eq!(english("6 | feed.visibility = 5\n  |   ^^^ here\n"), ["here"]);
    assert!(english("ошибка[code]: нет ключа `x`; напишите \"a to b\"").is_empty());
}

/// Everything that is wrong with a text, as it could stand in the current folder.
fn problems(text: &str, sets: &[String]) -> Diagnostics {
    let read = scenario::parse(Path::new("page.toml"), text.to_owned(), sets);
    read.and_then(model::lower).map_or_else(|problems| problems, |lowered| lowered.warnings)
}

#[test]
fn a_scenario_with_a_mistake_is_told_of_in_its_own_language() {
    let spoken = |text: &str, sets: &[&str]| {
        let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
        scenario::spoken(&problems(text, &sets))
    };
    assert_eq!(spoken("trials = 5\n", &[]), None);
    assert_eq!(spoken("locale = \"ru\"\ntrials = 5\n", &[]), Some(Locale::Ru));
    assert_eq!(spoken("locale = \"uk\"\nfeed = 5%\n", &[]), Some(Locale::Uk), "no TOML");
    assert_eq!(spoken("locale = \"ru\"\ntrials = 5\n", &["locale=uk"]), Some(Locale::Uk));
    assert_eq!(spoken("locale = \"klingon\"\n", &[]), None);
}

#[test]
fn numbers_counts_and_nested_words_of_a_message_are_those_of_the_language() {
    let text = "title = \"t\"\nlocale = \"ru\"\n[community.page]\nplatform = \"facebook\"\n\
        followers = \"100k\"\nquestions.per_year = 5_000_000\nfriends.mean = \"0..5\"\n\
        questions.season = [1, 2]\nposts.reach = \"5-10%\"\n";
    let found = problems(text, &[]);
    let told = |locale: Locale| locale.problems(&found, Style::Plain);
    assert_eq!(told(Locale::En), found.render(Style::Plain));
    let russian = told(Locale::Ru);
    assert!(russian.contains("в `community.page.questions.season` 2 веса, а нужны"), "{russian}");
    assert!(russian.contains("ошибка[months]: "), "{russian}");
    assert!(told(Locale::Uk).contains("2 ваги, а потрібні"), "{}", told(Locale::Uk));
}

/// A page whose own words are those of both languages, so that every Latin word is the program's.
const PAGE: &str = r#"
title = "Страница"
simulation = { trials = 1_000, weeks = 12 }
market.people = "1M"
cost.per_post = 10
value.margin_per_customer = 50

[community.page]
platform = "facebook"
followers = "10k"
questions.per_year = "500 to 900"

[[campaign]]
name = "весна"
start_week = 4
weeks = 4
followers = 500
budget = 300

[[what_if]]
name = "вдвое"
[what_if.set]
"community.page.posts.per_week" = 14
"support.wage" = 25

[[state]]
name = "удача"
[state.set]
"community.page.alive" = 1

[[target]]
name = "цель"
metric = "reach_second"
at_least = 1_000
with = "50%"
"#;

/// Words of the command line, of files and of keys, which are the same in every language.
fn words_of_files() -> BTreeSet<String> {
    let keys = KEYS.iter().flat_map(|key| key.path.split('.'));
    let fields = SECTIONS.iter().flat_map(|section| {
        section.name.split('.').chain(section.fields.iter().map(|field| field.name))
    });
    let networks = presets::all().iter().map(|preset| preset.id.as_str());
    let own = [
        "reachsim",
        "explain",
        "compare",
        "presets",
        "check",
        "run",
        "merge",
        "sensitivity",
        "file",
        "key",
        "id",
        "dir",
        "format",
        "json",
        "top",
        "verbose",
        "update",
        "with",
        "page",
        "part",
        "nothing",
        "without",
        "to",
        "en",
        "latin-hypercube",
        "always",
        "facebook-2011",
    ];
    let words = keys.chain(fields).chain(networks).chain(own);
    words.map(str::to_lowercase).collect()
}

/// Words of the names of works and their authors that begin with a small letter.
const SMALL: [&str; 3] = ["of", "van", "den"];

/// What a command prints has no English word that is not a word of files, a name or a source.
#[test]
fn no_screen_of_any_command_keeps_english_words() {
    let folder = Folder::new("spoken");
    fs::write(folder.0.join("page.toml"), PAGE).expect("a file");
    let other = PAGE.replace("\"10k\"", "\"20k\"").replace("Страница", "Другая");
    fs::write(folder.0.join("other.toml"), other).expect("a file");
    fs::create_dir_all(folder.0.join("claims")).expect("a folder");
    fs::write(folder.0.join("claims/page.toml"), PAGE).expect("a file");
    let known = words_of_files();
    let vary = "community.page.posts.per_week=1..21/3";
    let few = ["--max-trials", "4k"];
    let commands: [&[&str]; 28] = [
        &["run", "page.toml", "--no-files"],
        &["run", "page.toml", "--no-files", "--verbose"],
        &["run", "page.toml", "--trial", "3"],
        &["run", "page.toml", "--where", "profit < 0"],
        &["run", "page.toml", "--where", "profit > 1e12"],
        &["run", "page.toml", "--shard", "1/1", "--out", "part"],
        &["compare", "page.toml"],
        &["compare", "page.toml", "--against", "nothing", "--verbose"],
        &["compare", "page.toml", "other.toml"],
        &["sensitivity", "page.toml", "--metric", "reach_second"],
        &["sweep", "page.toml", "--over", vary],
        &["solve", "page.toml", "--for", "mean(reach_second) >= 500", "--vary", vary],
        &["break-even", "page.toml", "--for", "mean(reach_second) >= 500"],
        &["optimise", "page.toml", "--maximise", "profit", "--vary", vary],
        &["value-of-information", "page.toml"],
        &["measure", "page.toml"],
        &["graph", "--synthetic", "facebook-2011", "--people", "3k", "--questions", "50"],
        &["claims", "claims", "--trials", "100"],
        &["check", "page.toml", few[0], few[1]],
        &["check", "--update", "page.toml", few[0], few[1]],
        &["check", "page.toml", few[0], few[1]],
        &["check", "page.toml", "--seed", "7", few[0], few[1]],
        &["explain", "page.toml"],
        &["explain", "page.toml", "--all"],
        &["explain", "page.toml", "community.page.feed.visibility"],
        &["explain", "value"],
        &["presets"],
        &["presets", "facebook-2012"],
    ];
    let mut faults: Vec<String> = Vec::new();
    for locale in FOREIGN {
        let _ = fs::remove_dir_all(folder.0.join("tests"));
        for command in commands {
            let output = folder.reachsim(&[command, &["--locale", locale.id()]].concat());
            let told = [output.stdout, output.stderr]
                .map(|text| String::from_utf8_lossy(&text).into_owned());
            let told = told.concat();
            assert!(told.len() > 20, "{command:?}: {told}");
            let is_source = matches!(command[0], "presets" | "explain");
            let is_left = |word: &String| {
                let is_name = word.contains(char::is_uppercase) || SMALL.contains(&word.as_str());
                let stays =
                    ["GRP", "ROI", "PERT", "Facebook", "EUR", "ID", "DIR"].contains(&word.as_str());
                !(stays || (is_name && is_source) || known.contains(&word.to_lowercase()))
            };
            let left: Vec<String> = english(&told).into_iter().filter(is_left).collect();
            if !left.is_empty() {
                faults.push(format!("{command:?} in {} says {left:?}", locale.id()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `--locale` chooses the language, and else the scenario does, of errors as of answers; JSON keeps
/// the English words.
#[test]
fn errors_and_warnings_are_told_in_the_language_of_the_scenario_or_of_the_command_line() {
    let folder = Folder::new("languages");
    let write = |name: &str, text: &str| fs::write(folder.0.join(name), text).expect("a file");
    write("page.toml", &format!("locale = \"uk\"\n{PAGE}"));
    write("bad.toml", &format!("locale = \"ru\"\ntrials = 5\n{PAGE}"));
    write("child.toml", "extends = \"bad.toml\"\n");
    let told = |arguments: &[&str]| {
        String::from_utf8_lossy(&folder.reachsim(arguments).stderr).into_owned()
    };
    for (arguments, words) in [
        (&["run", "bad.toml"][..], "ошибка[unknown-key]: нет ключа `trials`"),
        (&["run", "child.toml"], "ошибка[unknown-key]: нет ключа `trials`"),
        (&["run", "bad.toml", "--locale", "uk"], "помилка[unknown-key]: немає ключа `trials`"),
        (&["run", "bad.toml", "--locale", "en"], "error[unknown-key]: there is no key `trials`"),
        (&["run", "page.toml", "--what-if", "нет"], "помилка: немає варіанта `нет`"),
        (&["run", "page.toml", "--trial", "5000"], "помилка: немає випробування 5\u{a0}000"),
        (&["presets", "face", "--locale", "ru"], "ошибка: нет набора `face`"),
        (&["run", "nowhere.toml", "--locale", "ru"], "ошибка[file-missing]: нет файла"),
        (&["run", "page.toml", "--set", "market=5"], "помилка["),
        (&["solve", "page.toml", "--for", "x", "--vary", "y=1..2"], "помилка: --for"),
    ] {
        let said = told(arguments);
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert!(!said.contains("help:") || words.starts_with("error"), "{said}");
    }
    // A number with two readings is worth a warning.
    let warned = PAGE.replace("followers = 500\n", "followers = 500\nquestion_lift = 0.5\n");
    write("warned.toml", &format!("locale = \"ru\"\n{warned}").replace("300", "3.500"));
    let output = folder.reachsim(&["run", "warned.toml", "--no-files", "--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("предупреждение[doubtful-number]: `3.500` здесь — 3.5"), "{said}");
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let message = &document["warnings"][0]["message"];
    assert_eq!(*message, "`3.500` is 3.5 here, but 3,500 to many", "{document}");
}
