//! What the terminal shows, by golden texts, and that no line is too wide.

use std::path::Path;

use reachsim::diagnostic::Diagnostics;
use reachsim::engine;
use reachsim::estimate::Estimate;
use reachsim::locale::Locale;
use reachsim::model::{Target, TargetName};
use reachsim::output::Run;
use reachsim::output::entry;
use reachsim::output::screen::layout::narrowed;
use reachsim::output::screen::{self, Shown, ShownKeys};
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
    assert!(text.lines().count() <= 24, "{} lines:\n{text}", text.lines().count());
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
        expect_to_fit(&text);
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
            expect_to_fit(&text);
            if ["article", "support-community"].contains(&name.as_str()) {
                golden::expect(&format!("screen/{name}-{}.txt", locale.id()), &text);
            }
            run.trials.plan.sampler = reachsim::design::Sampler::Expected;
            expect_to_fit(&screen::run(&run.report(), &SHOWN));
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
        &screen::explain(Locale::En, &run.case.about().title, &keys, ShownKeys::Essential),
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
    golden::expect("screen/key.txt", &screen::explain_keys(Locale::En, &key));
}

#[test]
fn every_line_of_the_longer_answers_fits() {
    let run = cases::shipped("support-community", &[FEW]);
    let keys = entry::all(Some(&run.case.scenario), &run.case.lowered.assumptions);
    let (model, plan) = (run.case.model(), run.trials.plan);
    let mut texts = vec![
        screen::table(&run.report()),
        screen::explain(Locale::En, &run.case.about().title, &keys, ShownKeys::All),
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
    title.clone_into(&mut run.case.lowered.about.title);
    let (target, found) = (run.case.model().targets[0].clone(), run.summary.targets[0]);
    run.case.lowered.model.targets = targets
        .iter()
        .map(|name| Target { name: TargetName::Stated((*name).to_owned()), ..target.clone() })
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
