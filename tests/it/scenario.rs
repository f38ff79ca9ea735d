//! Reading scenarios: files, parents, the command line, and every form of every key.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use reachsim::diagnostic::{Diagnostics, Style};
use reachsim::engine;
use reachsim::metric::METRICS;
use reachsim::model::{self, Lowered, Param};
use reachsim::scenario::keys::{self, Default, Domain, Form, KEYS, Key, SAMPLERS, Used};
use reachsim::scenario::{self, Scenario, schema};
use serde_json::Value as Json;

const PAGE: &str =
    "title = \"t\"\n\n[community.page]\nplatform = \"facebook\"\nfollowers = 100_000\n";

fn parse(text: &str, sets: &[&str]) -> Result<Scenario, Diagnostics> {
    scenario::parse(
        Path::new("page.toml"),
        text.to_owned(),
        &sets.iter().map(|set| (*set).to_owned()).collect::<Vec<_>>(),
    )
}

fn run(text: &str, sets: &[&str]) -> Result<Lowered, Diagnostics> {
    parse(text, sets).and_then(model::lower)
}

#[track_caller]
fn valid(text: &str, sets: &[&str]) -> Lowered {
    run(text, sets).unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)))
}

/// What is printed about a scenario that is wrong.
#[track_caller]
fn refused(text: &str, sets: &[&str]) -> String {
    run(text, sets).map(|_| ()).expect_err("the scenario is wrong").render(Style::Plain)
}

/// A value in force, of a fixed number.
#[track_caller]
fn fixed(param: Param) -> f64 {
    match param {
        Param::Fixed(value) => value,
        Param::Input(place) => panic!("input {place} is not fixed"),
    }
}

/// A folder of its own below the build's, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scenario").join(name);
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap_or(&folder))
            .expect("the build's folder can be written");
        fs::write(path, text).expect("the build's folder can be written");
    }
    folder
}

/// A value of a key that differs from its default, as TOML.
fn example(key: &Key) -> &'static str {
    match key.domain {
        Domain::Quantity(reachsim::units::Kind::Growth) => "\"20%\"",
        Domain::Quantity(reachsim::units::Kind::Share)
        | Domain::Above(reachsim::units::Kind::Share) => "\"30%..40%\"",
        Domain::Quantity(_) | Domain::Above(_) if key.path == "market.people" => "\"40M\"",
        Domain::Quantity(_) | Domain::Above(_) if key.path == "market.adults" => "\"400M\"",
        Domain::Quantity(_) | Domain::Above(_) if key.path.ends_with("followers") => "50_000",
        Domain::Quantity(_) | Domain::Above(_) => "\"3..4\"",
        Domain::Whole(..) => "3",
        Domain::Rate => "40",
        Domain::Fraction => "\"2%\"",
        Domain::Choice(words) if words == keys::ROLES => "\"crm-2011\"",
        Domain::Choice(words) if words == keys::BRANDS => "\"lab42-2011\"",
        Domain::Choice(words) if words == reachsim::locale::LOCALES => "\"uk\"",
        Domain::Choice(words) if words == keys::COMMUNITY_KINDS => "\"group\"",
        Domain::Choice(words) if words == keys::CLAIM_KINDS => "\"arithmetic\"",
        Domain::Choice(words) if words == reachsim::scenario::deck::STEPS => "\"month\"",
        Domain::Choice(words) => {
            assert_eq!(words, SAMPLERS);
            "\"sobol\""
        }
        Domain::Date => "2026-03-01",
        Domain::Months => "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]",
        Domain::Opening => "\"Mon-Fri 9:00-18:00\"",
        Domain::Platform => "\"facebook-2012\"",
        Domain::Text => "\"words\"",
        Domain::Currency => "\"UAH\"",
        Domain::Colour => "\"#1B4F72\"",
        Domain::Colours => {
            r##"["#1B4F72", "#B9770E", "#8FC3E0", "#E8C040", "#E6EBF0", "#3A2412"]"##
        }
        Domain::Font => "\"src/output/fonts/Inter-Bold.ttf\"",
        Domain::Picture => "\"tests/diagnostics/files/logo.png\"",
        Domain::Template => "\"tests/diagnostics/files/firm.potx\"",
        Domain::Slides => "[\"answer\", \"do\"]",
        Domain::SlideWords => "{ answer = \"words\" }",
        Domain::Flag => "true",
        Domain::Graph => "\"tests/diagnostics/files/ring.edges\"",
        Domain::Network => "\"erdos-renyi\"",
    }
}

/// The stored text is written table by table in the order of KEYS: a table in two places would
/// stand there twice.
#[test]
fn the_keys_of_a_table_stand_together() {
    let mut tables: Vec<&str> =
        KEYS.iter().filter_map(|key| key.path.split_once('.')).map(|(table, _)| table).collect();
    tables.dedup();
    let mut once = tables.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), tables.len(), "{tables:?}");
}

#[test]
fn every_key_is_accepted_by_the_loader_and_heard() {
    for key in KEYS.iter().filter(|key| key.path != keys::EXTENDS) {
        // Factors come together, and so does what a key acts on; other forms go.
        let together = |other: &&Key| {
            key.form == Form::Together
                && other.form == Form::Together
                && other.meaning() == key.meaning()
        };
        let acted_on = |key: &Key, path| match key.used {
            Used::With(by) | Used::DefaultWith(by) => by.contains(&path),
            Used::Always | Used::DefaultWithPrices => false,
        };
        let between = |other: &Key| {
            KEYS.iter().any(|between| acted_on(key, between.path) && acted_on(between, other.path))
        };
        let family = KEYS
            .iter()
            .filter(|other| together(other) || acted_on(key, other.path) || between(other));
        // Of what can be stated in several ways, one way.
        let mut meanings = vec![key.meaning()];
        let mut is_new = |other: &&Key| {
            let is_new = together(other) || !meanings.contains(&other.meaning());
            meanings.push(other.meaning());
            is_new
        };
        let sets: Vec<String> = std::iter::once(key)
            .chain(family.filter(|other| other.path != key.path).filter(|other| is_new(other)))
            .map(|key| format!("{}={}", key.of("page"), example(key)))
            .collect();
        let sets: Vec<&str> = sets.iter().map(String::as_str).collect();
        // Another currency needs the value of a euro, and the value of a euro another currency.
        let sets = match key.path {
            "currency_per_eur" => {
                vec![
                    "currency=UAH",
                    "currency_per_eur=40",
                    "value.customer_year=3",
                    "support.wage=9",
                ]
            }
            _ => sets,
        };
        // What measures a role needs one.
        let roles = "[[role]]\nname = \"opinion-leader\"\nshare = \"1%\"\n\
            [[role]]\nname = \"member\"\nshare = \"99%\"\n";
        let roles = if key.path.ends_with("graph.leaders") { roles } else { "" };
        let page = format!("{PAGE}{roles}");
        let (before, after) = (valid(&page, &[]), valid(&page, &sets));
        let heard = after.assumptions.iter().any(|assumption| {
            assumption.key == key.of("page") && assumption.origin == model::Origin::CommandLine
        });
        assert!(heard, "{} is not among the assumptions", key.path);
        // The look is no part of what is simulated.
        if key.path.starts_with("theme.") {
            assert_ne!(before.about.theme, after.about.theme, "{}", key.path);
            continue;
        }
        if key.path.starts_with("deck.") {
            assert_ne!(before.about.deck, after.about.deck, "{}", key.path);
            continue;
        }
        assert_ne!(before.about.text, after.about.text, "{}", key.path);
        let same = format!(
            "{:?}{:?}{:?}{:?}{:?}{:?}",
            before.model,
            before.plan,
            before.tolerances,
            before.about.title,
            before.about.description,
            before.about.claim
        ) == format!(
            "{:?}{:?}{:?}{:?}{:?}{:?}",
            after.model,
            after.plan,
            after.tolerances,
            after.about.title,
            after.about.description,
            after.about.claim
        );
        assert!(
            !same || matches!(key.path, "currency" | "locale" | "simulation.start")
                // What is said in a language stands beside what it is said of.
                || ["description.", "claim.text.", "claim.place."]
                    .iter()
                    .any(|said| key.path.starts_with(said)),
            "{} has no effect",
            key.path
        );
    }
}

#[test]
fn every_key_is_described_in_the_schema() {
    let schema = schema();
    for key in KEYS {
        let mut at = &schema;
        // A key in a language stands beside the one that it translates.
        let spelt = keys::spelt(key.path).replace('"', "");
        let parts: Vec<&str> = match key.path.rsplitn(3, '.').collect::<Vec<_>>()[..] {
            _ if keys::spelt(key.path) == key.path => key.path.split('.').collect(),
            [_, _, before] => before.split('.').chain([&key.path[before.len() + 1..]]).collect(),
            _ => vec![&spelt],
        };
        for part in parts {
            at = if part == "<id>" { &at["additionalProperties"] } else { &at["properties"][part] };
        }
        let described =
            at["description"].as_str().is_some_and(|description| description.contains(key.about));
        assert!(described, "{}: {at}", key.path);
    }
    for section in keys::SECTIONS {
        for field in section.fields {
            let parts = section.name.split('.');
            let tables = parts.fold(&schema, |at, part| &at["properties"][part]);
            let table = if tables["type"] == "array" {
                &tables["items"]
            } else {
                &tables["additionalProperties"]
            };
            assert_eq!(table["properties"][field.name]["description"], field.about);
        }
    }
}

#[test]
fn no_table_of_the_schema_lets_an_unknown_key_pass() {
    fn closed(at: &Json, path: &str) {
        if at["type"] == "object" && at.get("properties").is_some() {
            assert!(
                at["additionalProperties"] == false || at["additionalProperties"].is_object(),
                "{path}"
            );
        }
        let Json::Object(entries) = at else { return };
        entries.iter().for_each(|(name, below)| closed(below, &format!("{path}/{name}")));
    }
    closed(&schema(), "");
}

#[test]
fn byte_order_marks_and_carriage_returns_change_nothing() {
    let plain = valid(PAGE, &[]);
    let path =
        folder("marks", &[("page.toml", &format!("\u{feff}{}", PAGE.replace('\n', "\r\n")))])
            .join("page.toml");
    let marked = scenario::load(&path, &[]).and_then(model::lower).expect("marks are tolerated");
    assert_eq!(plain.about, marked.about);
}

#[test]
fn the_command_line_needs_no_quotes() {
    let lowered = valid(
        PAGE,
        &[
            "community.page.feed.visibility=5%..10%",
            "community.*.friends.mean = 190",
            "title=Our page",
            "simulation.start=2026-03-01",
            "simulation.trials=20k",
        ],
    );
    assert_eq!(fixed(lowered.model.communities[0].friends.mean), 190.0);
    assert_eq!(&*lowered.about.title, "Our page");
    assert_eq!(lowered.plan.trials, 20_000);
    let visibility = lowered
        .model
        .inputs
        .iter()
        .find(|input| input.key == "community.page.feed.visibility")
        .expect("it is uncertain");
    assert_eq!(visibility.dist.bounds(), (0.05, 0.1));
}

#[test]
fn the_command_line_replaces_other_forms_of_the_same_thing() {
    let text = format!("{PAGE}questions.per_year = 10_000\nfeed.visibility = \"5%\"\n");
    let lowered =
        valid(&text, &["community.page.questions.per_day=10", "community.page.feed.online=50%"]);
    assert_eq!(
        lowered.model.communities[0].volume,
        model::Volume::PerYear(model::Product(vec![Param::Fixed(10.0), Param::Fixed(365.0)]))
    );
    assert_eq!(lowered.model.communities[0].visibility, model::Product(vec![Param::Fixed(0.5)]));
}

#[test]
fn mistakes_on_the_command_line_point_into_it() {
    let printed = refused(PAGE, &["market.people=2M", "community.page.feed.visibility=5-10%"]);
    assert!(printed.contains("--> --set:1:") && printed.contains("5-10%"), "{printed}");
    let printed = refused(PAGE, &["community.pgae.followers=5"]);
    assert!(
        printed.contains("error[unknown-community]") && printed.contains("did you mean `page`?"),
        "{printed}"
    );
    let printed = refused(PAGE, &["community.page.folowers=5"]);
    assert!(
        printed.contains("error[unknown-key]")
            && printed.contains("did you mean `community.page.followers`?"),
        "{printed}"
    );
    let printed = refused(PAGE, &["market.people=2M", "market.people=3M"]);
    assert!(
        printed.contains("error[repeated-key]") && printed.contains("first set here"),
        "{printed}"
    );
    for wrong in [
        "",
        "=",
        "market.people",
        "market.people=",
        "=5",
        "a=1\nb=2",
        "extends=other.toml",
        "community.new={}",
        "market={}",
    ] {
        assert!(refused(PAGE, &[wrong]).contains("error[set-syntax]"), "{wrong}");
    }
}

#[test]
fn all_communities_are_addressed_at_once_and_one_by_one() {
    let text = "title = \"t\"\n[community.\"*\"]\nplatform = \"facebook\"\nfriends.mean = \
        150\n[community.a]\nfollowers = 5_000\n[community.b]\nfollowers = 6_000\nfriends.mean = \
        200\n";
    let lowered = valid(text, &[]);
    let means: Vec<f64> =
        lowered.model.communities.iter().map(|community| fixed(community.friends.mean)).collect();
    assert_eq!(means, [150.0, 200.0]);
    let lowered = valid(text, &["community.*.friends.mean=300", "community.b.friends.mean=400"]);
    let means: Vec<f64> =
        lowered.model.communities.iter().map(|community| fixed(community.friends.mean)).collect();
    assert_eq!(means, [300.0, 400.0]);
}

#[test]
fn communities_keep_the_order_of_the_file_and_names_of_any_alphabet() {
    let text = "title = \"Сообщество\"\n[community.\"яблоко\"]\nplatform = \
        \"vkontakte-2012\"\nfollowers = \"100 тыс\"\n[community.abc]\nplatform = \
        \"facebook\"\nfollowers = 5\n[[target]]\nname = \"увидят\"\nmetric = \
        \"яблоко.questions\"\nat_least = 1\n";
    let lowered = valid(text, &["community.яблоко.friends.mean=150"]);
    let ids: Vec<&str> =
        lowered.model.communities.iter().map(|community| community.id.as_str()).collect();
    assert_eq!(ids, ["яблоко", "abc"]);
    assert_eq!(fixed(lowered.model.communities[0].audience.followers), 100_000.0);
    assert_eq!(lowered.model.targets[0].metric.community, Some(0));
    assert_eq!(valid(&lowered.about.text, &[]).about, lowered.about);
}

#[test]
fn children_replace_keys_and_arrays_of_tables_of_their_parents() {
    let parent = "title = \"parent\"\n[market]\npeople = \"20M\"\n[community.page]\nplatform = \
        \"facebook\"\nfollowers = 100_000\nquestions.per_year = 5_000\n[[target]]\nname = \
        \"old\"\nmetric = \"questions\"\nat_least = 1\n";
    let child = "extends = \"base/parent.toml\"\ntitle = \
        \"child\"\n[community.page]\nquestions.per_day = 10\n[community.more]\nplatform = \
        \"facebook\"\nfollowers = 50\n[[target]]\nname = \"new\"\nmetric = \"questions\"\nat_most \
        = 2\n";
    let path =
        folder("family", &[("base/parent.toml", parent), ("child.toml", child)]).join("child.toml");
    let lowered = scenario::load(&path, &[])
        .and_then(model::lower)
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    assert_eq!(&*lowered.about.title, "child");
    assert_eq!(lowered.model.market.people, model::Product(vec![Param::Fixed(2e7)]));
    assert_eq!(
        lowered.model.targets.iter().map(|target| target.name.to_string()).collect::<Vec<_>>(),
        ["new"]
    );
    assert_eq!(
        lowered.model.communities.iter().map(|community| community.id.as_str()).collect::<Vec<_>>(),
        ["page", "more"]
    );
    assert_eq!(
        lowered.model.communities[0].volume,
        model::Volume::PerYear(model::Product(vec![Param::Fixed(10.0), Param::Fixed(365.0)]))
    );
    let origin = |key: &str| {
        lowered
            .assumptions
            .iter()
            .find(|assumption| assumption.key == key)
            .map(|assumption| assumption.origin.clone())
    };
    assert_eq!(
        origin("market.people"),
        Some(model::Origin::File {
            name: "parent.toml".into(),
            line: 3,
            beside: reachsim::scenario::Beside::default()
        })
    );
    assert_eq!(
        origin("title"),
        Some(model::Origin::File {
            name: "child.toml".into(),
            line: 2,
            beside: reachsim::scenario::Beside::default()
        })
    );
    // The merged text is a scenario of its own.
    assert_eq!(valid(&lowered.about.text, &[]).about, lowered.about);
}

#[test]
fn mistakes_in_a_parent_point_into_the_parent() {
    let path = folder(
        "wrong-parent",
        &[
            ("parent.toml", "title = \"p\"\ncurency = \"EUR\"\n"),
            ("child.toml", &format!("extends = \"parent.toml\"\n{PAGE}")),
        ],
    )
    .join("child.toml");
    let printed = scenario::load(&path, &[])
        .and_then(model::lower)
        .map(|_| ())
        .expect_err("the parent is wrong")
        .render(Style::Plain);
    assert!(
        printed.contains("parent.toml:2:1") && printed.contains("did you mean `currency`?"),
        "{printed}"
    );
}

#[test]
fn a_missing_parent_points_to_where_it_is_named() {
    let printed = refused(&format!("extends = \"nobody.toml\"\n{PAGE}"), &[]);
    assert!(
        printed.contains("error[file-missing]") && printed.contains("page.toml:1:11"),
        "{printed}"
    );
}

#[test]
fn every_problem_is_told_at_once() {
    let text = "title = \"t\"\ncurrency = \"euro\"\n[market]\npeople = \
        1_000\n[community.page]\nplatform = \"facebok\"\nfollowers = 100_000\nbots = \
        0\nfeed.visibilty = \"5%\"\nfriends.mean = \"5-10\"\n[[target]]\nname = \"t\"\nmetric = \
        \"reach\"\n";
    let printed = refused(text, &[]);
    for code in [
        "currency",
        "unknown-platform",
        "unknown-key",
        "ambiguous-range",
        "unknown-metric",
        "target-bound",
        "market-exceeded",
    ] {
        assert!(printed.contains(&format!("error[{code}]")), "{code} is missing from\n{printed}");
    }
}

#[test]
fn settings_of_later_versions_are_unknown_keys() {
    for text in ["weather.per_week = 20", "newspaper.other.followers = 3"] {
        let printed = refused(&format!("{text}\n"), &[]);
        assert!(printed.contains("error[unknown-key]"), "{printed}");
    }
}

/// Words that scenarios of other programs, or of another version, use: nothing here is like them.
#[test]
fn nothing_is_suggested_for_words_that_are_like_nothing_here() {
    let printed = refused(&format!("{PAGE}[weather]\nrate_of_it = 3\n"), &[]);
    assert!(
        printed.contains("there is no key `weather`") && !printed.contains("did you mean"),
        "{printed}"
    );
    let printed = refused(&format!("{PAGE}[newspaper.other]\nvalue_of_it = 3\n"), &[]);
    assert!(
        printed.contains("error[unknown-key]") && !printed.contains("did you mean"),
        "{printed}"
    );
    for key in [
        "weather",
        "horoscope.half_life_weeks",
        "questions.weather",
        "feed.moonlight",
        "posts.rainfall",
    ] {
        let printed = refused(&format!("{PAGE}{key} = 0.5\n"), &[]);
        assert!(
            printed.contains("error[unknown-key]") && !printed.contains("did you mean"),
            "{printed}"
        );
    }
    let printed = refused(&format!("forecast = \"x\"\n{PAGE}"), &[]);
    assert!(
        printed.contains("error[unknown-key]") && !printed.contains("did you mean"),
        "{printed}"
    );
}

#[track_caller]
fn helped(text: &str, sets: &[&str], help: &str) {
    let printed = refused(text, sets);
    assert!(printed.contains(&format!("= help: {help}")), "{help} is not the help of\n{printed}");
}

#[test]
fn a_key_in_the_wrong_place_is_told_its_place() {
    for (line, help) in [
        (
            "title = \"x\"",
            "`title` belongs to the whole scenario: write it above the first line in brackets",
        ),
        (
            "simulation.trials = 5",
            "`simulation` belongs to the whole scenario: write `[simulation]` on a line of its own",
        ),
        (
            "community.page.bots = 0.5",
            "what stands below `[community.page]` begins with `community.page.` already: leave \
                that out",
        ),
        (
            "[[community.page.target]]",
            "`target` belongs to the whole scenario: write `[[target]]` on a line of its own",
        ),
        ("visibility = 0.5", "did you mean `community.page.feed.visibility`?"),
        ("friends_mean = 130", "did you mean `community.page.friends.mean`?"),
        (
            "[platform.mine]\nfollowers = 5",
            "`followers` belongs to each community, not to its platform",
        ),
        ("[platform.mine]\nvisibility = 0.5", "did you mean `platform.mine.feed.visibility`?"),
        ("[questions]\nper_year = 5", "did you mean `community.<id>.questions`?"),
    ] {
        helped(&format!("{PAGE}{line}\n"), &[], help);
    }
    helped(
        "title = \"t\"\n[community]\nplatform = \"facebook\"\n",
        &[],
        "give it a name: write `[community.page]` in place of `[community]`",
    );
    helped(
        "title = \"t\"\nplatform = \"facebook\"\n",
        &[],
        "the platform of a community stands below its `[community.page]`",
    );
}

#[test]
fn the_command_line_is_told_the_whole_path() {
    for (set, help) in [
        ("visibility=5%", "did you mean `community.*.feed.visibility`?"),
        ("page.bots=5%", "did you mean `community.page.bots`?"),
        ("community.page.bots.x=5%", "did you mean `community.page.bots`?"),
        ("community.new.bots=5%", "there is `page` alone"),
        ("community.page.feed=5%", "write for instance `community.page.feed.visibility = ..`"),
        (
            "platform.mine.followers=5%",
            "`followers` belongs to each community, not to its platform",
        ),
        (
            "target.at_least=5%",
            "write it into a file that has `extends`, or `--set 'target = [{ .. }]'`",
        ),
        ("simulation.start=31.01.2026", "write 2026-01-31"),
    ] {
        helped(PAGE, &[set], help);
    }
}

#[test]
fn a_platform_can_be_changed_on_the_command_line_in_any_form() {
    for set in ["platform.facebook.bots=0.5", "platform.facebook.bots=50%"] {
        assert_eq!(fixed(valid(PAGE, &[set]).model.communities[0].audience.bots), 0.5, "{set}");
    }
}

#[test]
fn what_is_no_toml_is_told_how_to_be() {
    for (line, help) in [
        ("feed.visibility = 5%..10%", "put it in quotes: feed.visibility = \"5%..10%\""),
        ("platform = facebook", "put it in quotes: platform = \"facebook\""),
        ("platform = “facebook”", "put it in quotes: platform = \"facebook\""),
        ("followers = 100 тыс", "put it in quotes: followers = \"100 тыс\""),
        ("followers = 100,000", "write \"100000\" if the comma groups thousands"),
        ("followers: 100", "write `followers = 100`"),
        ("bots =", "write a value behind the `=`"),
        ("simulation.start = 2026-02-30", "write year, month and day, as in 2026-01-31"),
        ("a = 1\na.b = 2", "keep one of them"),
    ] {
        helped(&format!("title = \"t\"\n{line}\n"), &[], help);
    }
    assert!(refused("title = \"t\n", &[]).contains("the text has no `\"` at its end"));
    // A line is told of once.
    let printed = refused("followers: 5\nfriends.mean 130\n", &[]);
    assert_eq!(printed.matches("error[").count(), 2, "{printed}");
}

#[test]
fn a_misspelt_community_of_a_child_is_likened_to_the_parents() {
    let folder = folder(
        "misspelt",
        &[
            ("parent.toml", PAGE),
            ("child.toml", "extends = \"parent.toml\"\n[community.pagee]\nbots = 0\n"),
        ],
    );
    let found = scenario::load(&folder.join("child.toml"), &[]).and_then(model::lower).map(|_| ());
    let printed = found.expect_err("it is another community").render(Style::Plain);
    assert!(printed.contains("if you mean `page`, write `[community.page]`"), "{printed}");
}

#[test]
fn whole_numbers_keep_all_their_digits_and_their_ends() {
    assert_eq!(valid(PAGE, &["simulation.seed=18446744073709551615"]).plan.seed, u64::MAX);
    assert_eq!(valid(PAGE, &["simulation.trials=10_000_000_000"]).plan.trials, 10_000_000_000);
    for wrong in [
        "simulation.trials=10_000_000_001",
        "simulation.trials=0",
        "simulation.weeks=521",
        "simulation.weeks=-1",
        "simulation.seed=-1",
        "simulation.trials=1e11",
        "community.page.feed.depth=6",
    ] {
        assert!(refused(PAGE, &[wrong]).contains("error[out-of-range]"), "{wrong}");
    }
}

#[test]
fn a_folder_a_hundred_megabytes_and_wild_bytes_are_refused_before_they_cost_anything() {
    let folder = folder("wild", &[]);
    fs::create_dir_all(&folder).expect("the build's folder can be written");
    let path = folder.join("zeros.toml");
    fs::write(&path, vec![0_u8; 1 << 20]).expect("the build's folder can be written");
    assert!(scenario::load(&path, &[]).is_err());
    assert!(scenario::load(&folder, &[]).is_err());
}

#[test]
fn more_of_anything_than_can_be_simulated_is_an_error() {
    let repeat = |count: usize, line: &dyn Fn(usize) -> String| {
        (0..count).map(line).collect::<Vec<_>>().concat()
    };
    let communities = repeat(1001, &|place| {
        format!("[community.c{place}]\nplatform = \"facebook\"\nfollowers = 5\n")
    });
    assert!(
        refused(&format!("title = \"t\"\n{communities}"), &[])
            .contains("at most 1,000 are simulated together")
    );
    let pairs = repeat(101, &|place| {
        format!(
            "[[correlation]]\nbetween = [\"community.c{place}.bots\", \
                \"community.c{}.bots\"]\nrank = 0.1\n",
            place + 1
        )
    });
    assert!(
        refused(
            &format!("title = \"t\"\n{communities}{pairs}").replacen(
                "[community.c1000]\nplatform = \"facebook\"\nfollowers = 5\n",
                "",
                1
            ),
            &[]
        )
        .contains("more than 100 inputs")
    );
    assert!(
        refused(&PAGE.replace("\"t\"", &format!("\"{}\"", "t".repeat(1001))), &[])
            .contains("`title` has 1_001 letters")
    );
}

#[test]
fn tables_nested_without_end_are_refused() {
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("{}b = 1", "a.".repeat(100_000)),
        format!("a = {}", "{a=".repeat(100_000)),
    ] {
        assert!(run(&text, &[]).is_err());
    }
}

const SEEDS: [&str; 3] = [
    include_str!("../../scenarios/article.toml"),
    include_str!("../../scenarios/support-community.toml"),
    include_str!("../diagnostics/repeated-name.toml"),
];

#[test]
fn every_beginning_of_a_scenario_is_answered() {
    for text in SEEDS {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            answered(&text[..end]);
        }
    }
}

/// No input panics, and whatever is wrong can be printed.
fn answered(text: &str) {
    heard(run(text, &[]), text);
}

/// What is right can be simulated, with numbers that mean something.
#[track_caller]
fn heard(found: Result<Lowered, Diagnostics>, text: &str) {
    let lowered = match found {
        Ok(lowered) => lowered,
        Err(problems) => {
            assert!(problems.has_errors(), "{text}");
            assert!(!problems.render(Style::Plain).is_empty(), "{text}");
            return;
        }
    };
    let _ = lowered.warnings.render(Style::Plain);
    let replay = engine::replay(&lowered.model, lowered.plan, 0);
    for (totals, _) in &replay.scopes {
        for metric in lowered.model.metrics.iter().map(|&place| &METRICS[place]) {
            let measured = metric.value.of(totals);
            assert!(
                measured.value().is_finite() || measured.under == Some(0.0),
                "{} is {measured:?}\n{text}",
                metric.id
            );
        }
    }
}

/// A line of TOML out of the words of scenarios and of none.
fn line() -> impl Strategy<Value = String> {
    let names: Vec<String> = KEYS
        .iter()
        .map(|key| key.of("page"))
        .chain(
            ["target", "overlap.between", "platform.x", "x", "\"*\"", "community"]
                .map(str::to_owned),
        )
        .collect();
    let values = prop::sample::select(vec![
        "1",
        "-1",
        "1e400",
        "nan",
        "-inf",
        "0",
        "\"5%..10%\"",
        "\"5% to 10%\"",
        "\"5-10%\"",
        "\"\"",
        "\"facebook\"",
        "[1, 2]",
        "[]",
        "{}",
        "{ uniform = [1, 2] }",
        "{ beta = { mean = 0.5, sd = 9 } }",
        "{ mixture = { of = [], weights = [] } }",
        "{ mixture = { of = [{ mixture = { of = [1], weights = [1] } }], weights = [0] } }",
        "{ data = { file = \"Cargo.toml\", column = \"a\" } }",
        "true",
        "2026-01-01",
        "9223372036854775807",
        "\"1,3 млн\"",
        "[{ name = \"a\", metric = \"questions\", at_least = 1 }]",
        "[\"a\", \"b\"]",
        "1e15",
        "1e-300",
    ]);
    (prop::sample::select(names), values, 0..4).prop_map(|(name, value, form)| match form {
        0 => format!("[{name}]"),
        1 => format!("[[{name}]]"),
        _ => format!("{name} = {value}"),
    })
}

fn quantities() -> Vec<String> {
    KEYS.iter().filter(|key| key.is_quantity()).map(|key| key.of("page")).collect()
}

/// A quantity as people set it, from nothing to far too much.
fn setting() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        Just(0.0),
        Just(1.0),
        0.0..1.0_f64,
        0.0..1e4_f64,
        0.0..1e15_f64,
        Just(1e15),
        Just(1e-300),
        -1.0..0.0_f64
    ];
    (number.clone(), number, 0..5).prop_map(|(a, b, form)| {
        let (low, high) = (a.min(b), a.max(b));
        match form {
            0 => format!("{low}"),
            1 => format!("{low}..{high}"),
            2 => format!("{low} to {high}"),
            3 => format!("{low}%"),
            _ => format!(
                "{{ lognormal = {{ median = {low}, gsd = {} }}, max = {high} }}",
                1.0 + (a % 3.0).abs()
            ),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn wild_scenarios_are_answered(lines in prop::collection::vec(line(), 0..30)) {
        answered(&lines.join("\n"));
        answered(&format!(
            "{PAGE}{}",
            lines
                .iter()
                .filter(|line| !line.starts_with('['))
                .cloned()
                .collect::<Vec<_>>()
                .join("\n")
        ));
    }

    #[test]
    fn changed_bytes_are_answered(
        seed in 0..SEEDS.len(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = SEEDS[seed].as_bytes().to_vec();
        for (place, byte) in edits {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        answered(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn exchanged_lines_are_answered(
        seed in 0..SEEDS.len(),
        pairs in prop::collection::vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
            1..6
        ),
    ) {
        let mut lines: Vec<&str> = SEEDS[seed].lines().collect();
        for (a, b) in pairs {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
        }
        answered(&lines.join("\n"));
    }

    #[test]
    fn wild_arguments_are_answered(
        argument in ".{0,60}",
        key in prop::sample::select(KEYS.iter().map(|key| key.of("page")).collect::<Vec<_>>()),
        value in ".{0,30}",
    ) {
        heard(run(PAGE, &[&argument]), &argument);
        let argument = format!("{key}={value}");
        heard(run(PAGE, &[&argument]), &argument);
    }

    /// Half of them load: values of the right kind for keys of their own.
    #[test]
    fn settings_of_the_right_kind_run(
        settings in prop::collection::vec((prop::sample::select(quantities()), setting()), 1..6),
    ) {
        let sets: Vec<String> =
            settings.iter().map(|(key, value)| format!("{key}={value}")).collect();
        heard(run(PAGE, &sets.iter().map(String::as_str).collect::<Vec<_>>()), &sets.join("\n"));
    }
}

#[test]
fn a_default_stands_for_every_key_that_does_not_have_to_be_given() {
    let lowered = valid(PAGE, &[]);
    let valued = |key: &&Key| {
        matches!(key.default, Default::Value(..) | Default::Preset) && key.used == Used::Always
    };
    for key in KEYS.iter().filter(valued) {
        assert!(
            lowered.assumptions.iter().any(|assumption| assumption.key == key.of("page")),
            "{} has no value",
            key.path
        );
    }
}

/// The parser's messages may change with any of its releases: each that is told otherwise, by a
/// text that brings it about.
#[test]
fn every_message_of_the_parser_is_told_in_our_words() {
    let told = [
        ("title = 'a'\ntitle = 'b'", "`title` stands here a second time"),
        ("simulation.start = 2026-02-30", "`2026-02-30` is no date"),
        ("title = 'a'\ntitle.x = 1", "`title` has a value already, and no keys below it"),
        ("title =", "a key without a value"),
        ("title", "a line is `key = value`, or a `[table]`"),
        ("title = \"a", "the text has no `\"` at its end"),
        ("title = 'a", "the text has no `'` at its end"),
        ("[community.page", "a `]` is missing"),
        ("[[target", "a `]` is missing"),
        ("[[target]", "a `]` is missing"),
        ("x = [1, 2", "a list has no `]` at its end"),
        ("x = {a = 1", "a `{` has no `}` at its end"),
        ("x = ['a' 'b']", "a `,` is missing before this"),
        ("title = \"a\\q\"", "in quotes a backslash is written twice: `\\\\`"),
        ("[input.цена]", "a name with other letters stands in quotes"),
        ("title: 'x'", "write `title = 'x'`"),
        // Values without quotes: no string, float, integer, boolean, two of them, a zero in front.
        ("x = abc", "`abc` is neither a number nor text in quotes"),
        ("x = 0.5.", "`0.5.` is neither a number nor text in quotes"),
        ("x = 12a", "`12a` is neither a number nor text in quotes"),
        ("x = truely", "`truely` is neither a number nor text in quotes"),
        ("x = 1 2", "`1 2` is neither a number nor text in quotes"),
        ("x = 012", "`012` is neither a number nor text in quotes"),
    ];
    for (text, words) in told {
        let problems = scenario::parse(Path::new("page.toml"), format!("{text}\n"), &[])
            .expect_err("no TOML")
            .render(Style::Plain);
        assert!(problems.contains(words), "{text}\n{problems}");
    }
}
