//! What the terminal shows, by golden texts, and that no line is too wide.

use std::path::Path;

use reachsim::diagnostic::Diagnostics;
use reachsim::engine;
use reachsim::estimate::Estimate;
use reachsim::locale::{Label, Locale};
use reachsim::model::{Target, TargetName};
use reachsim::output::entry;
use reachsim::output::screen::layout::{hanging, narrowed};
use reachsim::output::screen::{self, Shown, ShownKeys};
use reachsim::output::{Report, Run};
use reachsim::scenario::keys::KEYS;
use reachsim::scenario::presets;
use unicode_width::UnicodeWidthStr;

use crate::cases::{self, shipped_names};
use crate::golden;

const SHOWN: Shown =
    Shown { scenario: "scenarios/article.toml", files: Some("output/article"), next: "explain" };

/// As many as the tests of the documents ask for.
const FEW: &str = "simulation.trials=2000";

fn screen_of(run: &Run) -> String {
    screen::run(&run.report(), &SHOWN)
}

#[track_caller]
fn expect_to_fit(text: &str) {
    expect_to_fit_with(0, text);
}

/// A screen of 24 lines, and one more for each of many targets.
#[track_caller]
fn expect_to_fit_with(targets: usize, text: &str) {
    let most = if targets >= 6 { 24 + targets } else { 24 };
    assert!(text.lines().count() <= most, "{} lines:\n{text}", text.lines().count());
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: `{line}`", line.width());
        assert!(!line.ends_with(' '), "`{line}` ends in a space");
    }
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
}

#[test]
fn the_first_screen_of_every_shipped_scenario_is_as_it_was() {
    for name in ["article", "article-fixed", "support-community"] {
        let run = cases::shipped(name, &[FEW]);
        let (scenario, files) = (format!("scenarios/{name}.toml"), format!("output/{name}"));
        let text = screen::run(
            &run.report(),
            &Shown { scenario: &scenario, files: Some(&files), next: "explain" },
        );
        expect_to_fit_with(run.case.model().targets.len(), &text);
        golden::expect(&format!("screen/{name}.txt"), &text);
    }
}

#[test]
fn the_first_screen_speaks_the_language_of_the_file() {
    for name in shipped_names() {
        for locale in [Locale::Ru, Locale::Uk] {
            let mut run = cases::shipped(
                &name,
                &["simulation.trials=1000", &format!("locale={}", locale.id())],
            );
            let (scenario, files) = (format!("scenarios/{name}.toml"), format!("output/{name}"));
            let text = screen::run(
                &run.report(),
                &Shown { scenario: &scenario, files: Some(&files), next: "explain" },
            );
            let targets = run.case.model().targets.len();
            expect_to_fit_with(targets, &text);
            if ["article", "support-community"].contains(&name.as_str()) {
                golden::expect(&format!("screen/{name}-{}.txt", locale.id()), &text);
            }
            run.trials.plan.sampler = reachsim::design::Sampler::Expected;
            expect_to_fit_with(targets, &screen::run(&run.report(), &SHOWN));
        }
    }
}

#[test]
fn a_run_at_the_medians_says_so_and_is_exact() {
    let run = cases::shipped("article", &["simulation.sampler=\"expected\""]);
    let text = screen_of(&run);
    expect_to_fit(&text);
    golden::expect("screen/medians.txt", &text);
    assert!(
        text.contains("97,500") && text.contains("at the medians") && !text.contains("typical"),
        "{text}"
    );
}

#[test]
fn the_longer_answers_are_as_they_were() {
    let run = cases::shipped("support-community", &[FEW]);
    let keys = entry::all(Some(&run.case.scenario), &run.case.lowered.assumptions);
    golden::expect("screen/table.txt", &screen::table(&run.report()));
    golden::expect(
        "screen/explain.txt",
        &screen::explain(Locale::En.into(), &run.case.about().title, &keys, ShownKeys::Essential),
    );
    let (model, plan) = (run.case.model(), run.trials.plan);
    golden::expect(
        "screen/trial.txt",
        &screen::trial(run.case.about(), model, 17, &engine::replay(model, plan, 17)),
    );
    golden::expect("screen/presets.txt", &screen::presets(Locale::En, presets::all()));
    let preset = presets::find("facebook-2012").expect("a preset");
    golden::expect("screen/preset.txt", &screen::preset(Locale::En, preset));
    let key = entry::find(keys, "community.page.feed.visibility").expect("a key");
    golden::expect("screen/key.txt", &screen::explain_keys(Locale::En.into(), &key));
}

/// Who reads `vkontakte-2012 (2012)` wonders what the number is.
#[test]
fn explain_calls_networks_by_their_names() {
    let run = cases::shipped("seven-networks-2012", &["simulation.trials=100"]);
    let keys = entry::all(Some(&run.case.scenario), &run.case.lowered.assumptions);
    let page = screen::Page { locale: Locale::En, columns: 120 };
    let text = screen::explain(page, &run.case.about().title, &keys, ShownKeys::All);
    assert!(text.contains("Odnoklassniki (2012): author’s estimate"), "{text}");
    assert!(!text.contains("-2012 ("), "{text}");
}

#[test]
fn every_line_of_the_longer_answers_fits() {
    let run = cases::shipped("support-community", &[FEW]);
    let keys = entry::all(Some(&run.case.scenario), &run.case.lowered.assumptions);
    let (model, plan) = (run.case.model(), run.trials.plan);
    let mut texts = vec![
        screen::table(&run.report()),
        screen::explain(Locale::En.into(), &run.case.about().title, &keys, ShownKeys::All),
        screen::trial(run.case.about(), model, 17, &engine::replay(model, plan, 17)),
        screen::presets(Locale::En, presets::all()),
    ];
    texts.extend(presets::all().iter().map(|preset| screen::preset(Locale::En, preset)));
    for line in texts.iter().flat_map(|text| text.lines()) {
        assert!(line.width() <= 80, "{} columns: `{line}`", line.width());
    }
}

/// Every text that a terminal shows, as the golden files have it.
fn shown() -> Vec<(String, String)> {
    let folders = ["screen", "graph"].map(|folder| Path::new("tests/golden").join(folder));
    let files = folders.iter().flat_map(|folder| folder.read_dir().expect("a folder"));
    files
        .map(|file| {
            let path = file.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("a text");
            (path.display().to_string(), text)
        })
        .collect()
}

#[test]
fn every_screen_breaks_between_words_where_the_terminal_is_narrow() {
    let texts = shown();
    assert!(texts.len() > 20);
    for (name, text) in &texts {
        for columns in [1, 20, 40, 79] {
            let narrow = narrowed(text, columns);
            for line in narrow.lines() {
                let is_word = !line.trim_start().contains(' ');
                assert!(line.width() <= columns || is_word, "{name} at {columns}: `{line}`");
            }
            assert!(narrow.split_whitespace().eq(text.split_whitespace()), "{name}: {narrow}");
        }
        let widest = text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        assert_eq!(&narrowed(text, widest), text, "{name}");
    }
}

/// Every screen of the shipped scenarios, at each of some widths of the terminal.
fn screens(widths: &[usize], each: impl Fn(&str, usize, &str)) {
    for name in shipped_names() {
        for locale in Locale::ALL {
            let locale = format!("locale={}", locale.id());
            let run = cases::shipped(&name, &["simulation.trials=1000", &locale]);
            for &columns in widths {
                let page = columns.clamp(80, 120);
                let report = Report { columns: page, ..run.report() };
                for text in [screen::run(&report, &SHOWN), screen::table(&report)] {
                    let told = if columns < page { narrowed(&text, columns) } else { text.clone() };
                    // Nothing is lost on the way.
                    assert!(told.split_whitespace().eq(text.split_whitespace()), "{name}");
                    each(&name, columns, &told);
                }
            }
        }
    }
}

#[test]
fn every_screen_of_the_shipped_scenarios_keeps_within_the_terminal() {
    screens(&[20, 40, 60, 79, 80, 100, 140], |name, columns, text| {
        for line in text.lines() {
            let (is_word, widest) = (!line.trim_start().contains(' '), columns.min(120));
            assert!(line.width() <= widest || is_word, "{name} at {columns}: `{line}`");
        }
    });
}

/// All targets are there at any width; where there is room no name of theirs is cut, nor anything
/// else.
#[test]
fn every_target_is_on_the_screen_of_any_width_and_a_wide_one_cuts_nothing() {
    let mut cut = [0, 0];
    for name in shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=1000"]);
        for columns in [20, 40, 79, 80, 100, 140] {
            let page = columns.clamp(80, 120);
            let text = screen::run(&Report { columns: page, ..run.report() }, &SHOWN);
            let text = if columns < page { narrowed(&text, columns) } else { text };
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            for target in &run.case.model().targets {
                let words = reachsim::output::phrases::target_words(Locale::En, &target.name);
                let room = if columns > 100 { usize::MAX } else { 30 };
                let start: String = words.to_lowercase().chars().take(room).collect();
                assert!(text.contains(start.trim()), "{name} at {columns}: `{words}` in {text}");
            }
            cut[usize::from(columns > 100)] += text.matches('…').count();
        }
    }
    assert!(cut[0] > 3, "the narrow ones cut nothing: {cut:?}");
    assert_eq!(cut[1], 0);
}

/// A row of a table goes on below itself: its cells stay whole where they can.
#[test]
fn a_table_breaks_between_its_cells() {
    let text = "  different people             487,000   203,000 to 1,350,000  1.3 times each\n";
    assert_eq!(
        narrowed(text, 40),
        "  different people  487,000\n    203,000 to 1,350,000  1.3 times each\n"
    );
    assert_eq!(
        narrowed(text, 20),
        "  different people\n    487,000\n    203,000 to\n    1,350,000\n    1.3 times each\n"
    );
    let text = "Yield            leads 1,910 (974 to 4,080);\n                 and new customers\n";
    assert_eq!(narrowed(text, 30), "Yield\n  leads 1,910 (974 to 4,080);\n  and new customers\n");
    assert_eq!(narrowed(text, 80), text);
}

#[test]
fn a_long_help_goes_on_below_itself_and_an_excerpt_stays_whole() {
    let line = "seen = \"a line of a file is to be read as it stands, however long it is\"";
    let message = format!(
        "error[unknown-key]: there is no key `a_rather_long_key_of_somebody_else`\n --> page.toml:1:1\n\
         1 | {line}\n  | ^^^^ unknown key, which is said in the margin of the line\n  = help: `market` has \
         `people`, `adults`, `internet` and `social`"
    );
    let told = hanging(&message, 40);
    assert!(told.contains(line), "{told}");
    assert!(told.contains("\n  = help: `market` has `people`,\n          `adults`,"), "{told}");
    for line in told.lines().filter(|line| !line.contains('|')) {
        assert!(line.width() <= 40, "{line}");
    }
    assert!(told.split_whitespace().eq(message.split_whitespace()));
    assert_eq!(hanging(&message, 200), message);
    let coloured = "\u{1b}[1m\u{1b}[91merror\u{1b}[0m: one two";
    assert_eq!(hanging(coloured, 14), coloured);
}

/// Networks that tell no friend are no row of zeros: what second order means there is said.
#[test]
fn where_friends_see_nothing_the_screen_says_what_reaches_others() {
    let silent: Vec<&str> = presets::all()
        .iter()
        .filter(|preset| !reachsim::output::starter::shows_friends(preset))
        .map(|preset| preset.id.as_str())
        .collect();
    assert_eq!(silent.len(), 5);
    let community = |name: &str, id: &str| {
        format!("[community.{name}]\nplatform = \"{id}\"\nfollowers = 100_000\n")
    };
    let words = [
        ("Friends do not see here who asked", "on quiet friends do not see"),
        ("Друзья здесь не видят, кто спросил", "quiet: друзья там не видят"),
        ("Друзі тут не бачать, хто запитав", "quiet: друзі там не бачать"),
    ];
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = |communities: &str| {
        let text = format!("title = \"t\"\n{communities}");
        let mut run = cases::run("page.toml", text, &["simulation.trials=100"]);
        Locale::ALL.map(|locale| {
            run.case.lowered.about.locale = locale;
            let text = screen_of(&run);
            expect_to_fit(&text);
            (text, screen::unseen(locale.into(), run.case.model()))
        })
    };
    for id in &silent {
        let both = community("quiet", id) + &community("loud", "facebook-2012");
        let (alone, beside) = (told(&community("page", id)), told(&both));
        for ((all, some), ((text, explained), (of_both, of_some))) in
            words.iter().zip(alone.iter().zip(&beside))
        {
            assert!(one_line(text).contains(all) && one_line(explained).contains(all), "{text}");
            assert!(!text.lines().any(|line| line.ends_with(" 0")), "{text}");
            assert!(one_line(of_both).contains(some) && !of_both.contains(all), "{of_both}");
            assert!(one_line(of_some).contains(some), "{of_some}");
        }
    }
    for ((all, _), (text, explained)) in words.iter().zip(told(&community("page", "vkontakte"))) {
        assert!(!text.contains(all) && explained.is_empty(), "{text}");
    }
}

#[test]
fn the_first_screen_has_words_and_no_ids() {
    let text = screen_of(&cases::shipped("support-community", &[FEW]));
    for key in KEYS
        .iter()
        .filter_map(|key| key.path.strip_prefix("community.<id>."))
        .filter(|key| key.contains('.'))
    {
        assert!(!text.contains(key), "`{key}` in {text}");
    }
    for metric in reachsim::metric::METRICS.iter().filter(|metric| metric.id.contains('_')) {
        assert!(!text.contains(metric.id), "`{}` in {text}", metric.id);
    }
}

/// The article with another title and any number of targets, whatever the words.
fn odd(title: &str, targets: &[&str]) -> Run {
    let mut run = cases::shipped("article", &[FEW]);
    run.case.lowered.about.title = Label::plain(title);
    let (target, found) = (run.case.model().targets[0].clone(), run.summary.targets[0]);
    run.case.lowered.model.targets = targets
        .iter()
        .map(|name| Target { name: TargetName::Stated(Label::plain(*name)), ..target.clone() })
        .collect();
    run.summary.targets = vec![found; targets.len()];
    run
}

#[test]
fn long_wide_and_hostile_words_keep_within_the_screen() {
    let (long, wide) = ("a very long name ".repeat(20), "漢字".repeat(60));
    let hostile = "\u{1b}[31mred\u{7}\r\nnext\u{202E}\t line";
    for title in [long.as_str(), &wide, hostile, "x", ""] {
        for targets in [&[][..], &[long.as_str()], &[wide.as_str(), hostile], &["same"; 40]] {
            let text = screen_of(&odd(title, targets));
            expect_to_fit(&text);
            assert!(!text.contains('\u{202E}'), "{text:?}");
        }
    }
}

#[test]
fn targets_without_room_are_counted() {
    let names: Vec<String> = (0..40).map(|i| format!("target number {i}")).collect();
    let text =
        screen_of(&odd("Many targets", &names.iter().map(String::as_str).collect::<Vec<_>>()));
    let shown = text.matches("target number").count();
    let hidden = text.lines().find_map(|line| {
        line.trim()
            .strip_prefix("and ")?
            .strip_suffix(" more: --format json has them all")?
            .parse()
            .ok()
    });
    assert_eq!(hidden.map(|hidden: usize| hidden + shown), Some(40), "{text}");
    assert_eq!(text.lines().count(), 24);
}

#[test]
fn a_single_trial_several_communities_and_extreme_numbers_keep_within_the_screen() {
    let several = "[community.other]\nplatform = \"vkontakte-2012\"\nfollowers = 70_000\n";
    for sets in [
        &["simulation.trials=1"][..],
        &["simulation.trials=7"],
        &["simulation.weeks=1"],
        &["community.page.questions.per_year=0"],
        &["community.page.posts.per_week=0"],
        &["community.page.feed.visibility=0"],
        &["community.page.feed.reshare=1%"],
        &[
            "community.page.friends.mean=1e9",
            "community.page.questions.per_year=1e9",
            "market.people=1e12",
            "community.page.followers=1e11",
        ],
    ] {
        let text = format!(
            "title = \"Two\"\nsimulation.trials = 2000\n[community.page]\nplatform = \
                \"facebook-2012\"\nfollowers = 100_000\n{several}"
        );
        expect_to_fit(&screen_of(&cases::run("two.toml", text, sets)));
    }
}

/// The chance as the screen tells it.
fn chance(probability: f64, se: f64) -> String {
    let mut run = cases::shipped("article", &[FEW]);
    run.summary.targets[0].probability = Estimate::new(probability, se);
    let text = screen_of(&run);
    text.lines()
        .nth(1)
        .and_then(|line| line.split_once(':'))
        .map(|(chance, _)| chance.to_owned())
        .unwrap_or_default()
}

#[test]
fn what_is_neither_always_nor_never_does_not_read_so() {
    assert_eq!(chance(1.0, 0.0), "In every future");
    assert_eq!(chance(0.0, 0.0), "In no future");
    assert_eq!(chance(0.999_9, 0.000_1), "In more than 99 of 100 futures");
    assert_eq!(chance(0.000_1, 0.000_1), "In fewer than 1 of 100 futures");
    assert_eq!(chance(0.971_2, 0.001), "In 97 of 100 futures");
    assert_eq!(chance(0.538, 0.03), "In 54 (± 6) of 100 futures");
}

#[test]
fn a_missed_target_is_told_with_the_digits_that_show_it() {
    let mut run = cases::shipped("article", &[FEW]);
    assert!(screen::missed_targets(&run.report()).is_empty());
    run.case.lowered.model.targets[0].with = Some(0.8);
    run.summary.targets[0].probability.value = 0.799_6;
    let missed = "target missed: `more than 65,000 times seen` is met in 79.96 % of futures, and \
        80.00 % are wanted";
    assert_eq!(screen::missed_targets(&run.report()), [missed]);
    run.summary.targets[0].probability.value = 0.8;
    assert!(screen::missed_targets(&run.report()).is_empty());
}

#[test]
fn warnings_do_not_reach_the_screen() {
    let mut run = cases::shipped("article", &[FEW]);
    let quiet = screen_of(&run);
    run.case.lowered.warnings = Diagnostics::new(
        Vec::new(),
        vec![reachsim::diagnostic::Diagnostic::new(
            reachsim::diagnostic::CODES[0].0,
            reachsim::diagnostic::Message::verbatim("a warning"),
        )],
    );
    assert_eq!(screen_of(&run), quiet);
}

/// A yearly rate is that of the start: where the horizon has other questions, the screen says why.
#[test]
fn questions_that_differ_from_what_is_stated_are_explained() {
    let stated = |sets: &[&str], more: &str| {
        let text = format!("{}{more}", crate::support::FIXED);
        let run = cases::run("page.toml", text, &[&[FEW], sets].concat());
        let text = screen_of(&run);
        expect_to_fit(&text);
        text.lines().find(|line| line.contains("stated: ")).map(|line| line.trim().to_owned())
    };
    let campaign = "[[campaign]]\nname = \"spring\"\nstart_week = 3\nweeks = 20\n\
                    question_lift = 2\n";
    for (sets, more, reason) in [
        (&["community.page.growth.organic=200%"][..], "", "more because of growth by"),
        (&["community.page.growth.churn=9%"], "", "fewer because of a loss of"),
        (&["community.page.questions.growth=60%"], "", "more because of the growth of questions"),
        (&[], campaign, "more because of campaigns"),
        (
            &[
                "simulation.start=2026-07-01",
                "simulation.weeks=8",
                "community.page.questions.season=[1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1]",
            ],
            "",
            "more because of the season",
        ),
    ] {
        let line = stated(sets, more).unwrap_or_else(|| panic!("{sets:?} {more}"));
        assert!(line.contains(reason), "{line}");
    }
    assert_eq!(stated(&[], ""), None);
    assert_eq!(stated(&["community.page.growth.organic=4%"], ""), None, "within 5 %");
    let crises = ["community.page.questions.crises_per_year=12"];
    assert_eq!(stated(&crises, ""), None, "what happens anyway is no reason");
}
