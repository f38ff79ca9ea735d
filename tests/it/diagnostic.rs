//! Every code of the table has an example in `tests/diagnostics/`: a scenario, and exactly what is
//! printed about it. Those of exports have theirs in `tests/data/faults/`.
//!
//! `REACHSIM_BLESS=1 cargo test --test it diagnostic` writes what is printed now; the difference is
//! then to be read.

use std::fs;
use std::path::{Path, PathBuf};

use reachsim::diagnostic::{
    CODES, Code, Conjunction, Diagnostic, Diagnostics, Message, Severity, Source, Span, Style,
    listed, most_alike, nearest,
};
use reachsim::engine::Unwatched;
use reachsim::graph::choose::listed;
use reachsim::locale::Locale;
use reachsim::metric::METRICS;
use reachsim::model::lower;
use reachsim::output::Case;
use reachsim::output::fragment::Names;
use reachsim::output::words::Words as _;
use reachsim::run::Error;
use reachsim::run::attached::{Data, attached};
use reachsim::run::calibrate::{Wanted, conflict};
use reachsim::{model, scenario};

use sha2::Digest as _;

use crate::spoken::english;
use crate::support::FIXED;

const FOLDER: &str = "tests/diagnostics";

/// Everything that is wrong with a file, under the name by which the tests call it.
fn problems(path: &Path, sets: &[String]) -> Diagnostics {
    match scenario::load(path, sets).and_then(model::lower) {
        Ok(lowered) => lowered.warnings,
        Err(problems) => problems,
    }
}

/// The `--set` that the first lines of an example ask for.
fn sets(text: &str) -> Vec<String> {
    text.lines().map_while(|line| line.strip_prefix("# --set ")).map(str::to_owned).collect()
}

/// What is printed must be what stands beside the example, and must be about its code.
#[track_caller]
fn expect(code: &str, found: &Diagnostics) {
    assert!(
        found.iter().any(|problem| problem.code.id() == code),
        "the example of {code} shows {}",
        found.render(Style::Plain)
    );
    let path = Path::new(FOLDER).join(code).with_extension("txt");
    let printed = found.render(Style::Plain);
    if std::env::var_os("REACHSIM_BLESS").is_some() {
        fs::write(&path, &printed).expect("the folder of examples can be written");
    }
    let expected =
        fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
    assert_eq!(printed, expected, "{}", path.display());
}

/// A folder of its own below the build's, whose name is cut from what is printed.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diagnostic").join(name);
    fs::create_dir_all(&folder).expect("the build's folder can be written");
    folder
}

fn without(folder: &Path, mut found: Diagnostics) -> Diagnostics {
    let prefix = format!("{}/", folder.display());
    for source in &mut found.sources {
        source.name = source.name.replace(&prefix, "");
    }
    let list = found.iter().map(|problem| Diagnostic {
        message: problem.message.clone().replaced(&prefix, ""),
        help: problem.help.clone().map(|help| help.replaced(&prefix, "")),
        ..problem.clone()
    });
    Diagnostics::new(found.sources.clone(), list.collect())
}

/// A file of which nobody says of which of two communities it tells.
fn whose(folder: &Path) -> Diagnostics {
    let page = "title = \"Two\"\n\n[community.page]\nplatform = \"facebook\"\n\
        followers = \"40k\"\n\n[community.group]\nplatform = \"vkontakte\"\nfollowers = \"10k\"\n\n\
        [[export]]\nfile = \"posts.csv\"\n";
    let posts = "Post ID,Page name,Title,Publish time,Post type,Reach,Reactions,Comments,Shares\n\
        1,Our page,Hello,02/03/2025 10:00,Photos,900,9,2,1\n";
    fs::write(folder.join("page.toml"), page).expect("the build's folder can be written");
    fs::write(folder.join("posts.csv"), posts).expect("likewise");
    let case = Case::load(folder.join("page.toml")).unwrap_or_else(|error| panic!("{error}"));
    match attached(&case, &Data::default()) {
        Err(Error::Input(problems)) => problems,
        _ => panic!("nobody asks whose it is"),
    }
}

/// Ledgers that nobody wrote so: a line of something else, and a forecast that was made better.
fn ledger(code: Code) -> Option<Diagnostics> {
    let line = |entry: &str| {
        let hash = reachsim::digits::hex(&sha2::Sha256::digest(entry));
        format!("{},\"hash\":\"{hash}\"}}\n", &entry[..entry.len() - 1])
    };
    let text = match code {
        Code::LedgerLine => "leads = 81\n".to_owned(),
        Code::LedgerEdited => line(
            "{\"schema\":\"reachsim.ledger/1\",\"kind\":\"outcome\",\"of\":\"leads\",\"value\":81.0}",
        )
        .replace("81", "18"),
        _ => return None,
    };
    reachsim::learn::ledger::Ledger::parse("forecasts.jsonl", &text).err()
}

/// Totals from which nothing can be learnt, and weeks that cannot be held out.
fn learning(code: Code, folder: &Path) -> Option<Diagnostics> {
    let total = |metric: &str, value: &str| {
        format!("\n[[observed]]\nmetric = \"{metric}\"\nvalue = {value}\nerror = \"1%\"\n")
    };
    let formula = "title = \"A square\"\nsimulation.trials = 1_000\n\n[input.side]\n\
        value = { normal = { mean = 0, sd = 1 } }\n\n[metric.area]\n\
        formula = \"side * side\"\n\n[metric.edge]\nformula = \"4 * side\"\n";
    let (text, hold_out) = match code {
        Code::TwoExplanations => (format!("{formula}{}", total("area", "1")), None),
        Code::PriorForbids => (format!("{formula}{}", total("edge", "400")), None),
        Code::TotalsConflict => {
            (format!("{formula}{}{}", total("area", "1"), total("edge", "6")), None)
        }
        Code::OverlappingHoldOut => {
            fs::write(folder.join("weeks.csv"), crate::backtest::weeks(29)).expect("likewise");
            (crate::backtest::PAGE.to_owned(), Some(13))
        }
        _ => return None,
    };
    let path = folder.join("page.toml");
    fs::write(&path, text).expect("the build's folder can be written");
    let case = Case::load(path).unwrap_or_else(|error| panic!("{error}"));
    let wanted = Wanted { hold_out, ..Wanted::default() };
    let names = Names { parent: "page.toml", csv: "c.csv", json: "c.json" };
    Some(match case.calibrate(&wanted, &names, &Unwatched) {
        Ok(found) => conflict(&case, &found).expect("totals that fight"),
        Err(Error::Input(problems)) => problems,
        Err(other) => panic!("{other}"),
    })
}

/// Examples that are no text file of this folder.
fn made(code: Code) -> Option<Diagnostics> {
    if code == Code::PeopleList {
        let text = "person,price\n17,250\n42,free\n";
        return listed::prices("prices.csv", text, &|name| name.parse().ok()).err();
    }
    let folder = folder(code.id());
    let path = folder.join("page.toml");
    let write = |bytes: &[u8]| fs::write(&path, bytes).expect("the build's folder can be written");
    if let Some(found) = learning(code, &folder) {
        return Some(without(&folder, found));
    }
    match code {
        Code::FileMissing => {
            write(b"title = \"here\"");
            return Some(without(&folder, problems(&folder.join("pgae.toml"), &[])));
        }
        Code::FileDirectory => {
            write(b"title = \"here\"");
            return Some(without(folder.parent()?, problems(&folder, &[])));
        }
        Code::FileTooLarge => fs::File::create(&path)
            .and_then(|file| file.set_len(100 << 20))
            .expect("the build's folder can be written"),
        Code::NotThisCommunity => return Some(without(&folder, whose(&folder))),
        Code::FileUnreadable => return Some(problems(Path::new("page\0.toml"), &[])),
        Code::FileOutside => {
            fs::create_dir_all(folder.join("below")).expect("the build's folder can be written");
            write(b"title = \"here\"");
            let child = folder.join("below/page.toml");
            fs::write(&child, b"extends = \"../page.toml\"\n").expect("likewise");
            return Some(without(&folder, problems(&child, &[])));
        }
        #[cfg(unix)]
        Code::FileIrregular => {
            write(b"extends = \"pipe.toml\"\n");
            let pipe = folder.join("pipe.toml");
            if !pipe.exists() {
                let made = std::process::Command::new("mkfifo").arg(&pipe).status();
                assert!(made.is_ok_and(|made| made.success()), "no pipe");
            }
        }
        Code::FileNotUtf8 => write(b"title = \"ok\"\ncurrency = \"EUR\" # \xE9t\xE9\n"),
        Code::ExtendsDepth => {
            write(b"extends = \"1.toml\"\n");
            for parent in 1..20 {
                fs::write(
                    folder.join(format!("{parent}.toml")),
                    format!("extends = \"{}.toml\"\n", parent + 1),
                )
                .expect("the build's folder can be written");
            }
        }
        _ => return None,
    }
    Some(without(&folder, problems(&path, &[])))
}

#[test]
fn every_code_has_an_example_that_prints_exactly_what_is_expected() {
    for (code, id, _) in CODES {
        // Those of exports have theirs beside the tests of exports, which print them.
        if Path::new("tests/data/faults").join(id).with_extension("txt").exists() {
            continue;
        }
        let found = made(*code).or_else(|| ledger(*code)).unwrap_or_else(|| {
            let path = Path::new(FOLDER).join(id).with_extension("toml");
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|_| panic!("{id} has no example {}", path.display()));
            problems(&path, &sets(&text))
        });
        expect(id, &found);
        for locale in [Locale::Ru, Locale::Uk] {
            let told = locale.problems(&found, Style::Plain);
            let left = english(&told);
            assert!(left.is_empty(), "{id} in {} says {left:?}:\n{told}", locale.id());
        }
    }
}

/// Two short names are not alike because both end in `.toml`.
#[test]
fn a_file_that_is_named_otherwise_is_not_suggested() {
    let folder = folder("alike");
    fs::write(folder.join("a.toml"), "title = \"a\"\n").expect("the build's folder can be written");
    fs::write(folder.join("page.toml"), "title = \"p\"\n").expect("likewise");
    let told = |name: &str| problems(&folder.join(name), &[]).render(Style::Plain);
    assert!(!told("none.toml").contains("did you mean"), "{}", told("none.toml"));
    for misspelt in ["pgae.toml", "page.tml", "page"] {
        assert!(told(misspelt).contains("page.toml`?"), "{}", told(misspelt));
    }
}

#[test]
fn every_example_belongs_to_a_code() {
    for entry in fs::read_dir(FOLDER).expect("the folder of examples exists") {
        let path = entry.expect("the folder of examples can be read").path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        assert!(path.is_dir() || CODES.iter().any(|(_, id, _)| *id == stem), "{}", path.display());
    }
}

#[test]
fn ids_of_codes_are_unique_and_in_kebab_case() {
    for (place, (code, id, severity)) in CODES.iter().enumerate() {
        assert!(
            id.split('-').all(|word| !word.is_empty()
                && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())),
            "{id}"
        );
        assert!(CODES[..place].iter().all(|(_, other, _)| other != id), "{id} twice");
        assert_eq!((code.id(), code.severity()), (*id, *severity));
    }
}

#[test]
fn examples_keep_to_the_house_tone() {
    for entry in fs::read_dir(FOLDER).expect("the folder of examples exists") {
        let path = entry.expect("the folder of examples can be read").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("an example is a text");
        for problem in &problems(&path, &sets(&text)) {
            let message = problem.message.english();
            let first = message.chars().next().expect("a message has a first letter");
            assert!(!first.is_uppercase() && !message.ends_with('.'), "{message}");
            assert!(
                problem.severity() == Severity::Warning || problem.span.is_some(),
                "{message} points nowhere"
            );
        }
    }
}

fn numbered(count: usize) -> Diagnostics {
    let text = "x\n".repeat(count);
    let problem = |line: usize| {
        Diagnostic::new(Code::Number, Message::verbatim(format!("problem {line}")))
            .at(Span { source: 0, bytes: 2 * line..2 * line + 1 }, Message::default())
    };
    Diagnostics::new(vec![Source::new("many.toml", text)], (0..count).rev().map(problem).collect())
}

#[test]
fn problems_come_in_the_order_of_their_places_and_identical_ones_once() {
    let twice = numbered(5);
    let both =
        Diagnostics::new(twice.sources.clone(), twice.iter().chain(&twice).cloned().collect());
    assert_eq!(
        both.iter().map(|problem| problem.message.english()).collect::<Vec<_>>(),
        ["problem 0", "problem 1", "problem 2", "problem 3", "problem 4"]
    );
    assert_eq!(
        both.iter().map(|problem| both.line(problem)).collect::<Vec<_>>(),
        [Some(1), Some(2), Some(3), Some(4), Some(5)]
    );
}

#[test]
fn beyond_a_hundred_problems_the_rest_is_counted() {
    let printed = numbered(103).render(Style::Plain);
    assert_eq!(printed.matches("error[number]").count(), 100);
    assert!(
        printed.ends_with("error: 3 more problems are not shown\n"),
        "{}",
        &printed[printed.len() - 200..]
    );
    assert!(!numbered(100).render(Style::Plain).contains("more problem"));
}

#[test]
fn colours_change_no_word() {
    let (plain, coloured) = (numbered(3).render(Style::Plain), numbered(3).render(Style::Coloured));
    assert_ne!(plain, coloured);
    let mut stripped = String::new();
    let mut escaped = false;
    for c in coloured.chars() {
        match c {
            '\u{1b}' => escaped = true,
            'm' if escaped => escaped = false,
            c if !escaped => stripped.push(c),
            _ => {}
        }
    }
    assert_eq!(stripped, plain);
}

#[test]
fn places_outside_of_a_text_are_still_shown() {
    let source = |text: &str| vec![Source::new("a.toml", text)];
    for (text, bytes) in [
        ("", 0..0),
        ("", 5..9),
        ("abc", 3..3),
        ("abc", 2..90),
        ("é", 1..1),
        ("a\r\nb", 0..4),
        ("\n\n", 2..2),
        ("a", usize::MAX..usize::MAX),
    ] {
        let problem = Diagnostic::new(Code::Syntax, Message::verbatim("odd"))
            .at(Span { source: 0, bytes }, Message::verbatim("here"))
            .also(Span { source: 7, bytes: 0..1 }, Message::verbatim("nowhere"));
        let printed = Diagnostics::new(source(text), vec![problem]).render(Style::Plain);
        assert!(printed.contains("a.toml:"), "{text:?}: {printed}");
    }
}

#[test]
fn a_line_of_a_megabyte_is_named_and_not_shown() {
    let text = format!("a = 1\nb = \"{}\" c", "x".repeat(1 << 20));
    let bytes = text.len() - 1..text.len();
    let problem = Diagnostic::new(Code::Syntax, Message::verbatim("odd"))
        .at(Span { source: 0, bytes }, Message::verbatim("here"));
    let printed =
        Diagnostics::new(vec![Source::new("a.toml", text)], vec![problem]).render(Style::Plain);
    assert!(
        printed.contains("a.toml:2:1048584") && printed.len() < 100,
        "{}",
        &printed[..printed.len().min(500)]
    );
}

/// A list of a hundred words is no help: those that are most like the word come first, and the rest
/// is counted.
#[test]
fn of_many_words_the_most_alike_are_listed() {
    let ids = || METRICS.iter().map(|metric| metric.id);
    let told = most_alike("value_of_contacts", ids()).to_string();
    assert!(told.starts_with("`value_") && told.matches('`').count() == 16, "{told}");
    assert!(told.ends_with(&format!(" and {} more", METRICS.len() - 8)), "{told}");
    assert_eq!(most_alike("b", ["a", "b"]).to_string(), "`b` and `a`");
    // Wherever a metric is asked for.
    let text = format!("{FIXED}[[target]]\nname = \"t\"\nmetric = \"foo\"\nat_least = 1\n");
    let problems = scenario::parse(Path::new("page.toml"), text, &[]).and_then(lower);
    let told = problems.expect_err("no metric").render(Style::Plain);
    let lowered = crate::support::lowered(FIXED, &[]);
    let asked = reachsim::study::goal::column("foo", &lowered.model).expect_err("no metric");
    for told in [told.as_str(), asked.english()] {
        let longest = told.lines().map(str::len).max().unwrap_or(0);
        assert!(told.contains(" more") && longest < 250, "{told}");
    }
}

#[test]
fn the_nearest_word_is_suggested_only_when_it_is_near() {
    let words = ["visibility", "reshare", "depth"];
    assert_eq!(nearest("visibilty", words), Some("visibility"));
    assert_eq!(nearest("VISIBILITY", words), Some("visibility"));
    assert_eq!(nearest("colour", words), None);
    assert_eq!(nearest("", words), None);
    assert_eq!(nearest(&"x".repeat(1_000_000), words), None);
}

#[test]
fn lists_of_words_read_as_a_sentence_has_them() {
    assert_eq!(listed([], Conjunction::Or).english(), "");
    assert_eq!(listed(["a"], Conjunction::Or).english(), "`a`");
    assert_eq!(listed(["a", "b", "c"], Conjunction::And).english(), "`a`, `b` and `c`");
}
