//! Every key can be found, whatever the file says; and one without effect is told and left out.

use std::path::Path;

use reachsim::diagnostic::{Code, Diagnostics, Style};
use reachsim::locale::Locale;
use reachsim::model::{self, Lowered};
use reachsim::output::entry::{self, Entry, Row};
use reachsim::output::phrases::key::{self, example};
use reachsim::output::screen;
use reachsim::scenario::keys::{KEYS, Key, Rows, SECTIONS, Section, Used};
use reachsim::scenario::{self, Scenario};

use crate::support::{FIXED, Folder, expect_code, lowered, quick};

const MINIMAL: &str = "
title = \"Little\"
[community.page]
platform = \"facebook\"
followers = 1_000
";

const MUCH: &str = "
title = \"Much\"
currency = \"USD\"
currency_per_eur = 1.1
roles = \"crm-2011\"
simulation.start = 2026-01-05
[community.page]
platform = \"mine\"
followers = 100_000
questions.per_year = \"5k to 10k\"
[community.group]
platform = \"facebook\"
followers = 20_000
kind = \"group\"
[platform.mine]
bots = \"5%\"
active = \"10%\"
questions.per_follower = 0.1
friends.mean = 300
feed.visibility = \"2%\"
feed.engagement_visibility = \"2%\"
feed.reshare = \"1%\"
posts.reach = \"5%\"
[support]
hours_per_week = 20
wage = 22
[value]
margin_per_customer = 300
[cost]
per_post = 20
[[campaign]]
name = \"spring\"
start_week = 3
weeks = 4
budget = 500
[[overlap]]
between = [\"page\", \"group\"]
share = \"10%\"
[[target]]
name = \"enough\"
metric = \"profit\"
at_least = 0
[[what_if]]
name = \"more\"
set = { \"support.hours_per_week\" = 30 }
[competitor.rival]
messages_per_year = 9_000
followers = 90_000
[input.price]
value = \"5 to 10\"
[metric.twice]
formula = \"2 * price\"
[check.metric.profit]
relative = \"2%\"
";

/// As it is written, and with a mistake in a key of a community and in one of the whole.
const MISTAKEN: &str = "
title = \"Mistaken\"
market.cpm = \"5-10%\"
[community.page]
platform = \"facebook\"
followers = -3
[community.other]
";

fn parsed(text: &str) -> Scenario {
    scenario::parse(Path::new("test.toml"), text.to_owned(), &[]).expect("TOML")
}

fn expect_found(entries: &[Entry], asked: &str, row: Row) {
    let found =
        entry::find(entries.to_vec(), asked).unwrap_or_else(|help| panic!("{asked}: {help}"));
    assert!(!found.is_empty(), "{asked}");
    for entry in &found {
        assert!(entry.row == row, "{asked} is taken for {}", entry.path);
    }
    for locale in Locale::ALL {
        let text = screen::explain_keys(locale.into(), &found[..1]);
        let line = example(row, &found[0].path);
        for said in [key::meaning(locale, row), key::domain(locale, row), key::acts_on(locale, row)]
        {
            let first = said.split_whitespace().next().expect("a word");
            assert!(text.contains(first), "{asked}: {text}");
        }
        assert!(line.iter().all(|line| text.contains(line)), "{asked}: {text}");
        let told = key::without(locale, row);
        assert!(!told.is_empty() && !told.contains("panic"), "{asked}");
    }
}

/// How one may ask for a field of a section.
fn asked(section: &Section, field: &str) -> Vec<String> {
    let own = if section.rows == Rows::Named { "<id>" } else { "<name>" };
    let name = section.name;
    vec![
        format!("{name}.{field}"),
        format!("{name}.{own}.{field}"),
        format!("{name}.nobody.{field}"),
    ]
}

#[test]
fn every_key_is_found_whatever_the_file_says() {
    for text in [None, Some(MINIMAL), Some(MUCH), Some(MISTAKEN)] {
        let scenario = text.map(parsed);
        let understood = scenario.clone().map(model::lower);
        let lowered = understood.as_ref().and_then(|found| found.as_ref().ok());
        assert_eq!(lowered.is_some(), [Some(MINIMAL), Some(MUCH)].contains(&text), "{text:?}");
        let assumptions = lowered.map_or(&[][..], |lowered| &lowered.assumptions);
        let entries = entry::all(scenario.as_ref(), assumptions);
        for key in KEYS {
            let row = Row::Key(key);
            let short = key.in_community();
            for path in [key.path.to_owned(), key.of("page"), key.of("*"), key.of("nobody")] {
                expect_found(&entries, &path, row);
            }
            if let Some(short) = short.filter(|short| KEYS.iter().all(|key| key.path != *short)) {
                expect_found(&entries, short, row);
                expect_found(&entries, &format!("page.{short}"), row);
            }
            if let Some(rest) = short.filter(|_| key.in_platform()) {
                expect_found(&entries, &format!("platform.mine.{rest}"), row);
            }
            // Each stands in the list, and once.
            let of_first = if scenario.is_some() { key.of("page") } else { key.path.to_owned() };
            assert_eq!(entries.iter().filter(|entry| entry.path == of_first).count(), 1);
        }
        for section in SECTIONS {
            for field in section.fields {
                for path in asked(section, field.name) {
                    expect_found(&entries, &path, Row::Field(section, field));
                }
                let row = Row::Field(section, field);
                assert!(entries.iter().any(|entry| entry.row == row), "{}", field.name);
            }
        }
        // What is taken for anything is among them.
        let missing = assumptions.iter().filter(|taken| {
            entries.iter().all(|entry| entry.taken.is_none_or(|own| own.key != taken.key))
        });
        assert_eq!(missing.map(|taken| taken.key.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

#[test]
fn what_is_set_is_told_from_what_is_not() {
    let scenario = parsed(MUCH);
    let lowered = model::lower(scenario.clone()).expect("a model");
    let entries = entry::all(Some(&scenario), &lowered.assumptions);
    let is_stated = |path: &str| {
        let found = entry::find(entries.clone(), path).expect(path);
        assert_eq!(found.len(), 1, "{path}");
        found[0].is_stated()
    };
    for path in [
        "support.wage",
        "community.group.kind",
        "platform.mine.bots",
        "campaign.spring.budget",
        "target.enough.metric",
        "what_if.more.set",
        "input.price",
        "metric.twice.formula",
        "check.metric.profit.relative",
        "overlap.page.group",
        "competitor.rival.followers",
    ] {
        assert!(is_stated(path), "{path}");
    }
    for path in
        ["market.people", "community.page.kind", "campaign.spring.followers", "funnel.trust"]
    {
        assert!(!is_stated(path), "{path}");
    }
    assert!(entry::find(entries.clone(), "nothing.at.all").is_err());
    assert!(
        entry::find(entries.clone(), "support.wages")
            .is_err_and(|help| help.english().contains("support.wage`"))
    );
    let table = entry::find(entries, "support").expect("a table");
    let all = KEYS.iter().filter(|key| key.path.starts_with("support.")).count();
    assert_eq!(table.len(), all);
}

/// Each example is read without a fault of its own: what it lacks is another key, or a file.
#[test]
fn every_example_can_be_pasted() {
    let may_lack = [
        Code::MissingKey,
        Code::KeysTogether,
        Code::EdgeList,
        Code::ThemeFile,
        Code::FileMissing,
        Code::TargetBound,
        Code::UnknownCommunity,
    ];
    let rows = KEYS.iter().map(|key| (Row::Key(key), key.path.to_owned())).chain(
        SECTIONS.iter().flat_map(|section| {
            let path = |name: &str| format!("{}.<id>.{name}", section.name);
            section.fields.iter().map(move |field| (Row::Field(section, field), path(field.name)))
        }),
    );
    let mut read = 0;
    for (row, path) in rows.filter(|(_, path)| path != "extends") {
        let text = example(row, &path).join("\n");
        let scenario = parsed(&text);
        let faults = scenario.problems.iter().filter(|problem| !may_lack.contains(&problem.code));
        let faults: Vec<&str> = faults.map(|fault| fault.message.english()).collect();
        assert!(faults.is_empty(), "{text}: {faults:?}");
        read += usize::from(!scenario.keys.is_empty() || !scenario.sections.texts.is_empty());
    }
    assert!(read > 150, "{read}");
}

#[test]
fn a_key_is_described_beside_a_mistake_and_without_a_file() {
    let folder = Folder::new("keys");
    folder.file("page.toml", MISTAKEN);
    folder.file("broken.toml", "title = \n");
    for (file, error) in [("page.toml", "ambiguous-range"), ("broken.toml", "syntax")] {
        let (out, err) = expect_code(&folder.reachsim(&["explain", file, "market.cpm"]), 0);
        assert!(err.contains(&format!("error[{error}]")), "{err}");
        assert!(out.contains("market.cpm\n") && out.contains("cpm = "), "{out}");
    }
    let (out, _) = expect_code(&folder.reachsim(&["explain", "value.margin_per_customer"]), 0);
    assert!(out.contains("not set") && out.contains("[value]"), "{out}");
    let (_, err) = expect_code(&folder.reachsim(&["explain", "page.toml", "market.cpn"]), 2);
    assert!(err.contains("did you mean `market.cpm`?"), "{err}");
    expect_code(&folder.reachsim(&["explain", "nowhere.toml", "market.cpm"]), 2);
    expect_code(&folder.reachsim(&["explain", "page.toml", "--all"]), 2);
    folder.file("little.toml", MINIMAL);
    let (out, _) = expect_code(&folder.reachsim(&["explain", "little.toml", "--all"]), 0);
    let lines = out.lines().filter(|line| line.contains("not set")).count();
    assert!(lines > 60, "{out}");
    let all = folder.document(&["explain", "little.toml", "--all"]);
    let keys = all["keys"].as_array().expect("keys");
    assert!(keys.len() > KEYS.len() && keys.iter().any(|key| key["shape"].is_null()));
}

/// How a key is set by its example.
fn set(key: &'static Key, owner: &str) -> String {
    let path = key.in_community().map_or(key.path.to_owned(), |rest| format!("{owner}.{rest}"));
    let lines = example(Row::Key(key), &path);
    let (_, value) = lines.last().and_then(|line| line.split_once(" = ")).expect("a line");
    format!("{path} = {value}")
}

fn idle() -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(|key| matches!(key.used, Used::With(_) | Used::DefaultWith(_)))
}

fn columns(lowered: &Lowered) -> Vec<(String, Vec<u64>)> {
    let (model, trials) = (&lowered.model, quick(lowered, 60));
    let values =
        |id| (0..60).map(|trial| trials.column(model, id).value(trial).to_bits()).collect();
    model.columns().map(|id| (model.column_name(id), values(id))).collect()
}

fn warned(lowered: &Lowered) -> Vec<&str> {
    let alone = lowered.warnings.iter().filter(|warning| warning.code == Code::KeyAlone);
    alone.map(|warning| warning.message.english()).collect()
}

#[test]
fn a_key_without_effect_warns_and_moves_nothing() {
    let without = lowered(FIXED, &[]);
    let (before, hash) = (columns(&without), &without.about.hash);
    assert_eq!(warned(&without), Vec::<&str>::new());
    let mut tried = 0;
    for key in idle() {
        for owner in ["community.page", "platform.facebook-2012"] {
            if owner.starts_with("platform") && !key.in_platform() {
                continue;
            }
            let set = set(key, owner);
            let with = lowered(FIXED, &[&set]);
            let path = set.split(' ').next().expect("a path");
            let told = warned(&with);
            assert!(
                matches!(told[..], [told] if told.starts_with(&format!("`{path}` has no effect"))),
                "{set}: {told:?}"
            );
            assert_eq!(columns(&with), before, "{set}");
            assert_eq!(&with.about.hash, hash, "{set}");
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn what_acts_is_not_taken_for_idle() {
    for (sets, told) in [
        (&["support.check_minutes=1", "support.spam_per_week=9"][..], 0),
        (&["community.page.feed.competition=0.5", "community.page.feed.brands_followed=30"], 0),
        // A platform states the one, the community the other.
        (
            &[
                "platform.facebook-2012.feed.competition=0.5",
                "community.page.feed.brands_followed=30",
            ],
            0,
        ),
        (
            &[
                "community.page.feed.competition=0.5",
                "platform.facebook-2012.feed.brands_followed=30",
            ],
            0,
        ),
        // What is left out leaves another alone.
        (&["polls.needed=100", "polls.value=9"], 2),
        (&["currency_per_eur=2"], 1),
        (&["community.page.kind=group"], 0),
        (&["community.page.kind=group", "community.page.posts.engagement=1%"], 1),
        (&["community.page.kind=page", "community.page.posts.engagement=1%"], 0),
        (&["currency=\"USD\"", "currency_per_eur=2"], 0),
    ] {
        assert_eq!(warned(&lowered(FIXED, sets)).len(), told, "{sets:?}");
    }
    let formula = "[metric.half]\nformula = \"value.margin_cv / 2\"\n[value]\nmargin_cv = 3\n";
    assert_eq!(warned(&lowered(&format!("{FIXED}{formula}"), &[])), Vec::<&str>::new());
    // A tolerance of what is not measured, a correlation of what is fixed.
    let fixed = "[[correlation]]\nbetween = [\"community.page.friends.mean\", \
                 \"community.page.feed.visibility\"]\nrank = 0.5\n";
    let tolerance = "[check.metric.profit]\nrelative = \"2%\"\n";
    let both = lowered(&format!("{FIXED}{fixed}{tolerance}"), &[]);
    assert_eq!(warned(&both).len(), 1);
    assert!(both.warnings.iter().any(|warning| warning.code == Code::CorrelationFixed));
    assert_eq!(columns(&both), columns(&lowered(FIXED, &[])));
}

fn problems(text: &str, sets: &[&str]) -> Diagnostics {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    match scenario::parse(Path::new("test.toml"), text.to_owned(), &sets).and_then(model::lower) {
        Ok(lowered) => lowered.warnings,
        Err(problems) => problems,
    }
}

#[test]
fn a_key_of_a_community_without_its_name_is_offered_with_it() {
    let two = format!("{MINIMAL}[community.other]\nplatform = \"facebook\"\nfollowers = 1_000\n");
    for key in KEYS {
        let Some(rest) = key.in_community() else { continue };
        if KEYS.iter().any(|key| key.path == rest) {
            continue;
        }
        let set = format!("{rest}=3");
        let told = problems(MINIMAL, &[&set]).render(Style::Plain);
        assert!(told.contains(&format!("did you mean `community.page.{rest}`?")), "{told}");
        let told = problems(&two, &[&set]).render(Style::Plain);
        for id in ["page", "other", "*"] {
            assert!(told.contains(&format!("`community.{id}.{rest}`")), "{told}");
        }
        let what_if = format!("{two}[[what_if]]\nname = \"w\"\nset = {{ \"{rest}\" = 3 }}\n");
        let told = problems(&what_if, &[]).render(Style::Plain);
        assert!(told.contains(&format!("`community.other.{rest}`")), "{told}");
    }
    let mut scenario = parsed(MINIMAL);
    let told = scenario.dial("posts.per_week=1..3", "--over").expect_err("no community");
    assert!(told.to_string().contains("did you mean `community.page.posts.per_week`?"), "{told}");
}

fn codes(text: &str, sets: &[&str]) -> Vec<Code> {
    problems(text, sets).iter().map(|problem| problem.code).collect()
}

/// Thousands that were taken for decimals, wherever a number may stand.
#[test]
fn a_point_that_may_group_thousands_is_told_with_both_readings() {
    let doubtful = |set: &str| codes(FIXED, &[set]).contains(&Code::DoubtfulNumber);
    for number in ["85.000", "1.300", "130.000", "999.990"] {
        assert!(doubtful(&format!("community.page.friends.mean={number}")), "{number}");
        let quoted = format!("community.page.friends.mean=\"{number}\"");
        assert!(codes(FIXED, &[&quoted]).contains(&Code::Number), "{number}");
    }
    for number in ["130", "130.5", "130.0", "130.00", "130.125", "130.0000", "0.500", "1300.000"] {
        assert!(!doubtful(&format!("community.page.friends.mean={number}")), "{number}");
    }
    assert!(doubtful("simulation.trials=10.000"));
    assert!(doubtful("community.page.friends.mean={ lognormal = { mean = 1.300, sd = 90 } }"));
    assert!(!doubtful("community.page.bots=1.000"));
    let told = problems(FIXED, &["community.page.followers=85.000"]).render(Style::Plain);
    assert!(told.contains("85 if that is meant") && told.contains("85_000"), "{told}");
}

/// Each number of which a network's preset has one.
#[test]
fn a_number_hundreds_of_times_as_large_as_the_network_suggests_is_doubted() {
    let preset = scenario::presets::find("facebook-2012").expect("a preset");
    let is_counted = |figure: &&scenario::presets::Figure| {
        !figure.key.domain.is(reachsim::units::Kind::Share) && figure.dist.quantile(0.5) > 0.0
    };
    let mut tried = 0;
    for figure in preset.figures.iter().filter(is_counted) {
        let suggested = figure.dist.quantile(0.5);
        for (factor, is_doubted) in [(1.0, false), (250.0, false), (350.0, true), (1e-3, true)] {
            let rest = figure.key.in_community().expect("of a community");
            let set = format!("community.page.{rest}={}", suggested * factor);
            let found = codes(FIXED, &[&set]).contains(&Code::DoubtfulNumber);
            assert_eq!(found, is_doubted, "{set}");
            tried += 1;
        }
    }
    assert!(tried >= 8, "{tried}");
    // Followers and questions are judged together.
    for (followers, is_doubted) in [("100", true), ("10_000", false), ("100_000", false)] {
        let set = format!("community.page.followers={followers}");
        let found = codes(FIXED, &[&set]).contains(&Code::DoubtfulNumber);
        assert_eq!(found, is_doubted, "{followers}");
    }
}

#[test]
fn money_of_a_parent_in_another_currency_is_told() {
    let folder = Folder::new("currency");
    folder.file("parent.toml", &format!("{FIXED}[cost]\nper_post = 30\nsetup = 0\n"));
    let told = |child: &str, sets: &[&str]| {
        let path = folder.file("child.toml", &format!("extends = \"parent.toml\"\n{child}"));
        let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
        let found = match scenario::load(&path, &sets).and_then(model::lower) {
            Ok(lowered) => lowered.warnings,
            Err(problems) => problems,
        };
        let all = found.iter().map(|problem| (problem.code, problem.message.clone()));
        all.filter(|(code, _)| [Code::MoneyInherited, Code::MoneyUnconverted].contains(code))
            .collect::<Vec<_>>()
    };
    let given = "support.wage = 9\nmarket.cpm = 300\n";
    let own = format!("currency = \"UAH\"\n{given}");
    let found = told(&own, &[]);
    assert!(
        matches!(&found[..], [(Code::MoneyInherited, message)] if message.english().contains("cost.per_post")
            && !message.english().contains("cost.setup") && !message.english().contains("support.wage")),
        "{found:?}"
    );
    assert_eq!(told(&format!("{own}currency_per_eur = 48\n"), &[])[0].0, Code::MoneyUnconverted);
    assert_eq!(told(&format!("{own}cost.per_post = 900\n"), &[]), []);
    assert_eq!(told("currency = \"EUR\"\n", &[]), []);
    // What people are paid has to be given whatever a euro is worth.
    folder.file("parent.toml", &format!("{FIXED}[cost]\nmanager_per_month = 900\n"));
    assert_eq!(told(&format!("{own}currency_per_eur = 48\n"), &[])[0].0, Code::MoneyInherited);
    assert_eq!(told(given, &["currency=UAH"])[0].0, Code::MoneyInherited);
    assert_eq!(told(&format!("cost.per_post = 3\n{given}"), &[]), []);
}

#[test]
fn people_who_may_be_paid_twice_are_told() {
    let text = format!("{FIXED}[support]\nhours_per_week = 20\nwage = 25\n");
    let monthly = 20.0 * 25.0 * 365.0 / 7.0 / 12.0;
    for (factor, is_told) in [(0.9, false), (1.1, true)] {
        let set = format!("cost.manager_per_month={}", monthly * factor);
        assert_eq!(codes(&text, &[&set]).contains(&Code::PaidTwice), is_told, "{factor}");
        assert!(!codes(FIXED, &[&set]).contains(&Code::PaidTwice), "no wage is stated");
    }
}

/// Every key of the whole scenario, at the end of a file that has tables of every kind.
#[test]
fn a_key_of_the_whole_in_the_last_table_is_sent_upwards() {
    let tables = ["[market]", "[community.page]", "[theme]", "[[target]]", "[input.a]", "[[role]]"];
    for key in KEYS.iter().filter(|key| !key.path.contains('.')) {
        for table in tables {
            let text = format!("title = \"t\"\n{table}\n{} = 3\n", key.path);
            let told = problems(&text, &[]).render(Style::Plain);
            let way_out = format!("`{}` belongs to the whole scenario", key.path);
            assert!(told.contains(&way_out), "{text}{told}");
        }
    }
}

/// A what-if or a study that turns a key without effect would be a flat answer without a word.
#[test]
fn what_a_variant_or_a_study_sets_without_effect_is_told() {
    let folder = Folder::new("idle");
    let what_if = "[[what_if]]\nname = \"calls\"\nset = { \"value.would_have_called\" = 0.5 }\n";
    folder.file("page.toml", &format!("{FIXED}{what_if}"));
    let told = "warning[key-alone]: `value.would_have_called` has no effect without";
    let few = ["--trials", "100"];
    for asked in [
        &["compare", "page.toml"][..],
        &["run", "page.toml", "--no-files", "--what-if", "calls"],
        &["sweep", "page.toml", "--over", "value.would_have_called=0.1..0.5/2"],
        &["sweep", "page.toml", "--over", "posts.per_week=1..2/2"],
    ] {
        let output = folder.reachsim(&[asked, &few[..]].concat());
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        if asked.contains(&"posts.per_week=1..2/2") {
            assert!(err.contains("`community.page.posts.per_week`"), "{err}");
        } else {
            assert!(output.status.success(), "{err}");
            assert_eq!(err.matches(told).count(), 1, "{asked:?}: {err}");
        }
    }
    let (_, err) = expect_code(&folder.reachsim(&["run", "page.toml", "--no-files"]), 0);
    assert!(!err.contains("key-alone"), "{err}");
}

/// A number may have its source and a note beside it: they move nothing, and are told where the
/// number is.
#[test]
fn a_number_has_a_source_and_a_note_of_its_own() {
    let told = |value: &str| {
        format!("{{ value = {value}, source = \"our survey, May 2026\", note = \"two waves\" }}")
    };
    let text = |followers: &str, share: &str, input: &str| {
        format!(
            "title = \"Told\"\n[community.page]\nplatform = \"facebook\"\nfollowers = \
             {followers}\n[[role]]\nname = \"expert\"\nshare = {share}\n[[role]]\nname = \
             \"reader\"\nshare = \"90%\"\n[input.x]\nvalue = {input}\n[metric.y]\nformula = \"x * \
             2\"\n"
        )
    };
    let (followers, share, input) = ("\"9k to 12k\"", "\"10%\"", "{ pert = [1, 2, 4] }");
    let bare = lowered(&text(followers, share, input), &[]);
    let text_with = text(&told(followers), &told(share), &told(input));
    let with = lowered(&text_with, &[]);
    let read = scenario::parse(Path::new("told.toml"), text_with, &[]).expect("a scenario");
    assert_eq!(quick(&bare, 200).columns, quick(&with, 200).columns);
    for path in ["community.page.followers", "role.expert.share", "input.x"] {
        let of = |lowered: &Lowered| {
            let found = lowered.assumptions.iter().find(|taken| taken.key == path);
            found.expect("it is in force").origin.beside().cloned().expect("a file states it")
        };
        assert_eq!(of(&bare), scenario::Beside::default());
        let beside = of(&with);
        let told = [beside.source.as_deref(), beside.note.as_deref()];
        assert_eq!(told, [Some("our survey, May 2026"), Some("two waves")], "{path}");
        let all = entry::all(Some(&read), &with.assumptions);
        let found = entry::find(all, path).expect("a key");
        let text = screen::explain_keys(Locale::En.into(), &found);
        assert!(text.contains("our survey, May 2026") && text.contains("two waves"), "{text}");
    }
    let run = crate::cases::run(
        "told.toml",
        text(&told(followers), share, input),
        &["simulation.trials=100"],
    );
    let stories = reachsim::output::story::Stories::of(
        &run.report(),
        &reachsim::output::look::Look::default(),
    );
    let story = stories.in_locale(Locale::En);
    let page = story.pages.iter().find(|page| page.id == "assumptions").expect("the assumptions");
    let rows = &page.table.as_ref().expect("a table").rows;
    let row = rows.iter().find(|row| row[0] == "community.page.followers").expect("a row");
    assert_eq!(row[3..], ["our survey, May 2026: two waves", "your own source"]);
    // What is misspelt beside it is told.
    let wrong = text(&told(followers).replace("source", "sorce"), share, input);
    let problems = scenario::parse(Path::new("told.toml"), wrong, &[])
        .and_then(model::lower)
        .expect_err("misspelt");
    assert!(problems.render(Style::Plain).contains("did you mean `source`"));
}
