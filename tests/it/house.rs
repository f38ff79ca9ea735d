//! The order of the house and what may stand in which of its rooms, checked on the sources.

mod files;
mod source;

use files::Files;
use source::{PACKAGES, Source, sources};
use std::collections::BTreeSet;

/// A word that only some rooms may use.
struct Rule {
    word: &'static str,
    /// Modules of `src`, with everything below them.
    rooms: &'static [&'static str],
    why: &'static str,
}

/// What touches files.
const FILES: &[&str] = &[
    "cli",
    "serve",
    "run",
    "output",
    "scenario/file",
    "scenario/template",
    "graph/fault",
    "graph/kept",
    "graph/plain",
    "graph/read",
    "graph/source",
    "data/read",
];
/// What has a clock and a terminal.
const OUTSIDE: &[&str] = &["cli", "serve", "run", "output"];
/// What has a clock, or waits for a pipe in which nothing may ever come.
const CLOCKS: &[&str] = &["cli", "serve", "run", "output", "graph/source"];
const DATA_FRAMES: &[&str] = &["output", "data"];

const RULES: [Rule; 28] = [
    Rule { word: "todo!", rooms: &[], why: "nothing is left for later" },
    Rule { word: "unimplemented!", rooms: &[], why: "nothing is left for later" },
    Rule { word: "dbg!", rooms: &[], why: "nobody debugs here any more" },
    Rule { word: "polars", rooms: DATA_FRAMES, why: "data frames are for whole columns" },
    Rule { word: "polars_io", rooms: DATA_FRAMES, why: "data frames are for whole columns" },
    Rule { word: "plotters", rooms: &["output/draw"], why: "charts draw on our own canvas" },
    Rule { word: "plotters_svg", rooms: &["output/draw"], why: "charts draw on our own canvas" },
    Rule { word: "resvg", rooms: &["output/draw"], why: "charts draw on our own canvas" },
    Rule { word: "clap", rooms: &["cli", "main"], why: "the command line is one room" },
    Rule { word: "clap_complete", rooms: &["cli"], why: "the command line is one room" },
    Rule { word: "indicatif", rooms: &["cli"], why: "the command line is one room" },
    Rule { word: "std::fs", rooms: FILES, why: "what computes touches no file" },
    Rule { word: "std::io", rooms: FILES, why: "what computes touches no file" },
    Rule { word: "std::net", rooms: &["serve"], why: "nothing goes through a network" },
    Rule { word: "std::env", rooms: OUTSIDE, why: "what computes depends on its arguments alone" },
    Rule {
        word: "std::process",
        rooms: &["cli", "serve", "run", "output", "main"],
        why: "what computes starts and ends nothing",
    },
    Rule { word: "std::time", rooms: CLOCKS, why: "what computes has no clock" },
    Rule { word: "Instant", rooms: CLOCKS, why: "what computes has no clock" },
    Rule { word: "SystemTime", rooms: CLOCKS, why: "what computes has no clock" },
    Rule { word: "println!", rooms: OUTSIDE, why: "what computes does not speak" },
    Rule { word: "print!", rooms: OUTSIDE, why: "what computes does not speak" },
    Rule { word: "eprintln!", rooms: OUTSIDE, why: "what computes does not speak" },
    Rule { word: "eprint!", rooms: OUTSIDE, why: "what computes does not speak" },
    Rule { word: "HashMap", rooms: &[], why: "its order differs from run to run" },
    Rule { word: "HashSet", rooms: &[], why: "its order differs from run to run" },
    Rule { word: "rand::rng", rooms: &[], why: "every draw has an address" },
    Rule { word: "make_rng", rooms: &[], why: "every draw has an address" },
    Rule { word: "thread_rng", rooms: &[], why: "every draw has an address" },
];

/// What the engine, which cannot fail, has no use for.
const FALLIBLE: [&str; 5] = ["Result", "Error", "unwrap", "expect", "panic!"];
/// What nobody leaves behind, in tests and benches neither.
const LEFTOVERS: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];

/// Networks are data: `scenario/presets.toml` knows their names.
const PLATFORMS: [&str; 13] = [
    "facebook",
    "vkontakte",
    "odnoklassniki",
    "instagram",
    "telegram",
    "twitter",
    "linkedin",
    "youtube",
    "tiktok",
    "livejournal",
    "google-plus",
    "my-world",
    "whatsapp",
];

/// The modules in their order, as the documentation of the crate prints it.
fn house(documentation: &str) -> Vec<String> {
    let lines = documentation.lines().map(|line| line.trim_start_matches("//!").trim());
    let listed =
        lines.skip_while(|&line| line != "```house").skip(1).take_while(|&line| line != "```");
    listed.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// Imports of a source that run the wrong way: to a module that stands below its own, or in no
/// place at all.
fn wrong_imports(source: &Source, house: &[String]) -> Vec<String> {
    let place = |module: &str| house.iter().position(|name| name == module);
    let own = source.room();
    if own == "lib" || own == "main" {
        return Vec::new();
    }
    let imports = source.imports().into_iter().filter(|import| match (place(own), place(import)) {
        (Some(own), Some(import)) => import > own,
        _ => true,
    });
    imports.map(|import| format!("{}: {own} uses {import}", source.path)).collect()
}

/// Words of a source that its room has no right to.
fn wrong_words(source: &Source) -> Vec<String> {
    let rules = RULES.iter().filter(|rule| {
        !rule.rooms.iter().any(|room| source.stands_in(room)) && source.uses(rule.word)
    });
    let mut faults: Vec<String> =
        rules.map(|rule| format!("{}: {}, but {}", source.path, rule.word, rule.why)).collect();
    if source.stands_in("engine") {
        let fallible = FALLIBLE.iter().filter(|word| source.uses(word));
        faults.extend(
            fallible.map(|word| format!("{}: {word}, but the engine cannot fail", source.path)),
        );
    }
    faults
}

/// Tests that the documentation of a source names (`Test: ` or `Tests: `, then their paths in
/// backticks, up to a full stop) and that do not exist.
fn missing_tests(source: &Source, tests: &[Source]) -> Vec<String> {
    let lists = ["Test: `", "Tests: `"].iter().flat_map(|word| source.text.split(word).skip(1));
    let named = lists.flat_map(|rest| {
        let list = rest
            .split_once("`.")
            .map_or(rest.split('`').next().unwrap_or_default(), |(list, _)| list);
        list.split('`').step_by(2)
    });
    let missing = named.filter(|name| {
        let (module, function) = name.rsplit_once("::").unwrap_or_default();
        let files = ["it", "data", "learn", "graph", "fleet"]
            .map(|of| format!("tests/{of}/{}.rs", module.replace("::", "/")));
        !tests.iter().any(|test| {
            files.contains(&test.path) && test.bare.contains(&format!("fn {function}("))
        })
    });
    missing.map(|name| format!("{}: there is no test {name}", source.path)).collect()
}

/// Networks named in code or in its texts, except where a help text shows a command line.
fn platforms_named(source: &Source) -> Vec<String> {
    let lines =
        source.with_texts.lines().filter(|line| !line.trim_start().starts_with("reachsim "));
    let code = lines.collect::<Vec<_>>().join("\n").to_lowercase();
    let named = PLATFORMS.iter().filter(|&&platform| code.contains(platform));
    named.map(|platform| format!("{}: {platform}, but platforms are data", source.path)).collect()
}

/// Columns of a line.
const COLUMNS: usize = 100;

/// Lines that are too long: of comments, and of code without what stands in its texts, which a
/// format may want in one line.
fn long_lines(source: &Source) -> Vec<String> {
    let comments = source.text.lines().filter(|line| line.trim_start().starts_with("//"));
    let long = comments.chain(source.bare.lines()).filter(|line| line.chars().count() > COLUMNS);
    long.map(|line| format!("{}: {}", source.path, line.trim())).collect()
}

#[track_caller]
fn expect_none(faults: impl Iterator<Item = String>) {
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_has_one_place_in_the_house() {
    let all = sources("src");
    let library = all.iter().find(|source| source.path == "src/lib.rs").unwrap();
    let listed = house(&library.text);
    let places: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    assert_eq!(places.len(), listed.len(), "a module has two places");
    let roots = ["src/lib.rs", "src/core/lib.rs", "src/main.rs"];
    let roots = all.iter().filter(|source| roots.contains(&source.path.as_str()));
    let declared = roots
        .flat_map(|root| root.bare.split("mod ").skip(1))
        .map(|rest| rest.split(';').next().unwrap_or_default());
    assert_eq!(places, declared.chain(PACKAGES).collect::<BTreeSet<_>>());
    let rooms = all.iter().map(Source::room).filter(|&room| room != "lib" && room != "main");
    assert_eq!(places, rooms.collect::<BTreeSet<_>>());
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let all = sources("src");
    let house = house(&all.iter().find(|source| source.path == "src/lib.rs").unwrap().text);
    expect_none(all.iter().flat_map(|source| wrong_imports(source, &house)));
}

#[test]
fn no_files_of_a_room_use_one_another_in_a_circle() {
    let circles = Files::of(sources("src")).circles();
    expect_none(circles.iter().map(|circle| format!("{} use one another", circle.join(", "))));
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// Circles among texts that are planted as files of `src`.
#[track_caller]
fn expect_circles(files: &[(&str, &str)], circles: &[&[&str]]) {
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
    let found = Files::of(&sources).circles();
    assert_eq!(found.iter().map(|circle| strs(circle)).collect::<Vec<_>>(), circles);
}

#[test]
fn planted_circles_of_files_are_found() {
    let parent = ("src/reach.rs", "mod join;\nmod seen;\npub use join::Join;\nstruct Reach;");
    let join = ("src/reach/join.rs", "use super::seen::Seen;\npub struct Join(Seen);");
    let seen = ("src/reach/seen.rs", "pub struct Seen;");
    expect_circles(&[parent, join, seen], &[]);
    let pair: &[&[&str]] = &[&["reach/join", "reach/seen"]];
    for seen in [
        "use super::join::Join;",
        "use crate::reach::{self, join::{Join as J}};",
        "use crate::reach::Join;",
        "use super::Join;",
        "fn f() { super::join::f() }",
        "use crate::reach;\nfn f() -> reach::Join { reach::Join::new() }",
    ] {
        expect_circles(&[parent, join, ("src/reach/seen.rs", seen)], pair);
    }
    // A parent and its child.
    let child = ("src/reach/seen.rs", "use super::Reach;");
    expect_circles(&[parent, child], &[]);
    for user in ["mod seen;\nfn f() { seen::f() }", "mod seen;\npub use seen::See;\nstruct R(See);"]
    {
        expect_circles(&[("src/reach.rs", user), child], &[&["reach", "reach/seen"]]);
    }
    // What comments say, what is only passed on, and other rooms.
    let passed =
        ("src/reach.rs", "// seen::f()\nmod seen;\npub use seen::{See, f};\nstruct Reach;");
    expect_circles(&[passed, child], &[]);
    let one = ("src/reach.rs", "use crate::model::Model;");
    expect_circles(&[one, ("src/model.rs", "use crate::reach::Reach;")], &[]);
}

#[test]
fn every_file_says_what_it_is_about() {
    let all = ["src", "tests", "benches"].into_iter().flat_map(sources);
    let silent = all.filter(|source| !source.text.starts_with("//! "));
    expect_none(silent.map(|source| format!("{} does not begin with `//!`", source.path)));
}

#[test]
fn no_line_is_longer_than_a_hundred_columns() {
    let all = ["src", "tests", "benches"].into_iter().flat_map(sources);
    expect_none(all.flat_map(long_lines));
    let long = "x".repeat(COLUMNS);
    for (text, count) in [
        (format!("// {long}"), 1),
        (format!("fn {long}() {{}}"), 1),
        (format!("const A: &str = \"{long}\";"), 0),
    ] {
        assert_eq!(long_lines(&Source::new("src/reach.rs", &text)).len(), count, "{text}");
    }
}

#[test]
fn words_stand_only_in_their_rooms() {
    expect_none(sources("src").iter().flat_map(wrong_words));
}

#[test]
fn nothing_is_left_for_later_in_tests_and_benches() {
    let outside = sources("tests").iter().chain(sources("benches"));
    let left = outside.flat_map(|source| LEFTOVERS.iter().filter(move |word| source.uses(word)));
    expect_none(left.map(|word| (*word).to_owned()));
}

#[test]
fn the_tests_that_the_documentation_names_exist() {
    let tests = sources("tests");
    expect_none(sources("src").iter().flat_map(|source| missing_tests(source, tests)));
}

#[test]
fn no_code_knows_a_network_by_name() {
    expect_none(sources("src").iter().flat_map(platforms_named));
}

/// Imports that run the wrong way in text that is planted as a file of `src`.
#[track_caller]
fn expect_wrong(path: &str, text: &str, imports: &[&str]) {
    let order = ["units", "reach", "model", "engine", "cli"].map(str::to_owned);
    let source = Source::new(path, text);
    let expected: Vec<String> =
        imports.iter().map(|import| format!("{path}: {} uses {import}", source.room())).collect();
    assert_eq!(wrong_imports(&source, &order), expected, "{text}");
}

#[test]
fn planted_imports_of_the_wrong_direction_are_found() {
    expect_wrong("src/reach.rs", "use crate::units::Kind;\nuse crate::reach::join;", &[]);
    expect_wrong("src/reach.rs", "use crate::engine::World;", &["engine"]);
    expect_wrong(
        "src/reach/join.rs",
        "use crate::{model::{self, Plan}, units::Kind, cli};",
        &["cli", "model"],
    );
    expect_wrong("src/reach/join.rs", "fn f() -> f64 { crate::engine::run() }", &["engine"]);
    expect_wrong("src/reach/join.rs", "use super::super::engine;", &["engine"]);
    expect_wrong("src/reach/join.rs", "use super::seen::Seen;", &[]);
    expect_wrong("src/reach.rs", "use super::cli::Cli;", &["cli"]);
    expect_wrong("src/reach.rs", "use crate::nowhere::Thing;", &["nowhere"]);
    expect_wrong("src/elsewhere.rs", "use crate::units::Kind;", &["units"]);
    expect_wrong("src/cli.rs", "use crate::engine::World; pub(crate) fn f() {}", &[]);
}

#[test]
fn what_comments_and_texts_say_is_no_import() {
    expect_wrong(
        "src/reach.rs",
        "//! crate::engine\n/* use crate::cli; /* crate::model */ */ // crate::cli\n",
        &[],
    );
    expect_wrong(
        "src/reach.rs",
        r##"const A: &str = "use crate::cli;"; const B: &str = r#"a " crate::cli"#;"##,
        &[],
    );
    expect_wrong(
        "src/reach.rs",
        "const A: &str = \"\\\"\"; use crate::cli; const B: char = '\"';",
        &["cli"],
    );
    expect_wrong(
        "src/reach.rs",
        "fn f<'a>(x: &'a str) -> char { '\"' } use crate::cli; const C: char = '\\'';",
        &["cli"],
    );
    expect_wrong("src/reach.rs", "const URL: &str = \"https://x\"; use crate::cli;", &["cli"]);
}

#[test]
fn each_word_is_found_where_it_is_planted_outside_its_rooms() {
    for Rule { word, rooms, .. } in &RULES {
        let (plain, grouped) =
            (format!("fn f() {{ {word}(\"\"); }}"), word.replacen("::", "::{fmt, ", 1));
        let texts = if word.contains("::") {
            vec![plain, format!("use {grouped}}};")]
        } else {
            vec![plain]
        };
        for text in texts {
            let faults = wrong_words(&Source::new("src/units.rs", &text));
            assert_eq!(faults.len(), 1, "{text}: {faults:?}");
            for room in *rooms {
                assert_eq!(
                    wrong_words(&Source::new(&format!("src/{room}.rs"), &text)),
                    Vec::<String>::new(),
                    "{text}"
                );
            }
        }
        let mentioned = format!(
            "// {word}\nconst A: &str = \"{word}\"; fn {}_or_not() {{}}",
            word.trim_end_matches('!').replace("::", "_")
        );
        assert_eq!(
            wrong_words(&Source::new("src/units.rs", &mentioned)),
            Vec::<String>::new(),
            "{mentioned}"
        );
    }
    for word in FALLIBLE {
        assert_eq!(
            wrong_words(&Source::new("src/engine/block.rs", &format!("fn f() {{ {word}(); }}")))
                .len(),
            1,
            "{word}"
        );
    }
}

#[test]
fn a_test_that_is_named_and_does_not_exist_is_found() {
    let tests = [Source::new(
        "tests/it/reach/join.rs",
        "#[test]\nfn unions_add_up() {}\n// fn nothing() {}",
    )];
    for (name, missing) in [
        ("reach::join::unions_add_up", 0),
        ("reach::unions_add_up", 1),
        ("reach::join::nothing", 1),
        ("unions_add_up", 1),
    ] {
        let source = Source::new("src/reach.rs", &format!("/// Sum. Test: `{name}`.\nfn f() {{}}"));
        assert_eq!(missing_tests(&source, &tests).len(), missing, "{name}");
    }
    let list = "/// Sum.\n/// Tests: `reach::join::unions_add_up`,\n/// `reach::join::nothing`. Of \
        `this` nothing is said.\nfn f() {}";
    assert_eq!(
        missing_tests(&Source::new("src/reach.rs", list), &tests),
        ["src/reach.rs: there is no test reach::join::nothing"]
    );
}

#[test]
fn networks_are_found_in_code_and_texts_and_not_in_comments() {
    assert_eq!(
        platforms_named(&Source::new("src/cli.rs", "const A: &str = \"Facebook\"; // Telegram"))
            .len(),
        1
    );
    assert_eq!(platforms_named(&Source::new("src/cli.rs", "fn telegram() {}")).len(), 1);
    assert_eq!(
        platforms_named(&Source::new(
            "src/cli.rs",
            "const A: &str = \"\\\n  reachsim presets facebook\";"
        )),
        Vec::<String>::new()
    );
    assert_eq!(
        platforms_named(&Source::new("src/cli.rs", "/// reachsim presets facebook\nfn f() {}")),
        Vec::<String>::new()
    );
}

#[test]
fn the_order_of_the_house_is_read_from_its_documentation() {
    let text = "//! # The house\n//!\n//! ```house\n//! units   what a number measures\n//! \
        reach   how many\n//! ```\n//! cli\npub mod reach;";
    assert_eq!(house(text), ["units", "reach"]);
}
