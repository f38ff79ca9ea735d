//! Pictures of who speaks: their titles, labels and parts are the run's own numbers.

use reachsim::engine::{self, Detail, Unwatched};
use reachsim::output::Run;
use reachsim::output::charts::{Columns, Figure, Panels, Picture, Stacks};
use reachsim::output::format::Locale;
use reachsim::output::pictures;
use reachsim::output::words::sentence;

use crate::cases;

fn told(run: &Run, id: &str, locale: Locale) -> Option<Picture> {
    let report = run.report();
    let findings = pictures::Findings::of(&report);
    let found = pictures::of_run(&report, &findings, locale);
    found.into_iter().find(|picture| picture.chart.id == id)
}

fn monitoring() -> Run {
    cases::shipped("seven-tasks", &["simulation.trials=2000"])
}

fn mean(run: &Run, id: &str) -> f64 {
    run.summary.metric(id).expect("a metric").mean.value
}

/// The per cents that stand in a text.
fn per_cents(text: &str) -> Vec<f64> {
    let before = text.split('%').collect::<Vec<_>>();
    let numbers = before[..before.len() - 1].iter().map(|before| {
        let trimmed = before.trim_end();
        let is_of_it = |letter: char| letter.is_ascii_digit() || ".,-".contains(letter);
        let start = trimmed.rfind(|letter| !is_of_it(letter));
        let number = start.map_or(trimmed, |start| {
            &trimmed[start + trimmed[start..].chars().next().map_or(0, char::len_utf8)..]
        });
        number.replace(',', ".").parse().expect("a number")
    });
    numbers.collect()
}

#[test]
fn roles_divide_each_count_without_a_rest() {
    let run = monitoring();
    for locale in [Locale::En, Locale::Ru, Locale::Uk] {
        let Some(Picture { figure: Figure::Stacks(Stacks { title, parts, rows, .. }), .. }) =
            told(&run, "roles", locale)
        else {
            panic!("no picture of the roles")
        };
        assert_eq!((parts.len(), rows.len()), (3, 6));
        for row in &rows {
            let printed: f64 = row.told.iter().flat_map(|told| per_cents(told)).sum();
            assert!((printed - 100.0).abs() < 1e-9, "{row:?}");
            for (share, told) in row.shares.iter().zip(&row.told) {
                assert!((100.0 * share - per_cents(told)[0]).abs() < 1.0, "{row:?}");
            }
        }
        // Critics are 5 % of the members, and write the most that is more than their part.
        assert_eq!(rows[0].told.iter().flat_map(|told| per_cents(told)).last(), Some(5.0));
        let words = sentence(&rows[2].words);
        assert!(title.starts_with(&words) && title.contains("critic"), "{title}");
        let bars = [&rows[2].told[2], &rows[0].told[2]].map(|told| per_cents(told)[0]);
        assert_eq!(per_cents(&title), bars, "{title}");
        let of = mean(&run, "role.critic.complaints") / mean(&run, "complaints");
        assert!((rows[2].shares[2] - of).abs() < 1e-12);
    }
}

#[test]
fn a_campaign_is_told_before_during_and_after() {
    let run = monitoring();
    for locale in [Locale::En, Locale::Ru, Locale::Uk] {
        let Some(Picture { figure: Figure::Panels(Panels { title, panels, bands, .. }), .. }) =
            told(&run, "campaigns", locale)
        else {
            panic!("no picture of the campaign")
        };
        assert_eq!((panels.len(), bands.len()), (4, 1));
        assert_eq!([bands[0].from, bands[0].to], [20.0, 28.0]);
        let weeks = |id: &str| &run.summary.series(id).expect("a series").weeks;
        let of = |from: usize, to: usize| {
            let pairs = weeks("net_sentiment")[from..to].iter().zip(&weeks("questions")[from..to]);
            let all: f64 = pairs.clone().map(|(_, all)| all.mean).sum();
            100.0 * pairs.map(|(net, all)| net.mean * all.mean).sum::<f64>() / all
        };
        let expected = [of(0, 20), of(20, 28), of(28, 52)];
        assert!(expected[1] < expected[0] - 2.0 && expected[1] < expected[2] - 2.0);
        for (printed, expected) in per_cents(&title).iter().zip(expected) {
            assert!((printed - expected).abs() <= 0.0501, "{title}: {expected}");
        }
        assert_eq!(per_cents(&title).len(), 3);
    }
}

#[test]
fn brands_share_the_voice_and_each_has_a_tone() {
    let run = monitoring();
    for locale in [Locale::En, Locale::Ru, Locale::Uk] {
        let Some(Picture { figure: Figure::Columns(Columns { title, columns, .. }), .. }) =
            told(&run, "competitors", locale)
        else {
            panic!("no picture of the competitors")
        };
        let all: f64 = columns.iter().flat_map(|column| per_cents(&column.told)).sum();
        assert_eq!((columns.len(), all), (3, 100.0));
        let [voice, tone] = ["share_of_voice", "net_sentiment"].map(|id| 100.0 * mean(&run, id));
        let [printed, ours, _] = per_cents(&title)[..] else { panic!("{title}") };
        assert!((printed - voice).abs() < 1.0 && (ours - tone).abs() <= 0.5, "{title}");
        assert_eq!(per_cents(&columns[0].told)[0], printed);
        assert_eq!(per_cents(&columns[0].share)[0], ours);
    }
}

/// Where two campaigns follow each other, what comes after the first ends where the second begins;
/// roles that are alike in everything have no title that picks one; a brand of which nobody speaks
/// has no tone.
#[test]
fn what_would_mislead_is_not_told() {
    let text = r#"
title = "A page"
market.people = "9M"
community.page = { platform = "facebook-2012", followers = 50_000, questions.per_year = 9_000 }
competitor.silent = { messages_per_year = 0, followers = 900 }
competitor.other = { messages_per_year = 5_000, followers = 9_000 }
campaign = [
    { name = "kind", start_week = 0, weeks = 8, positive = "10%" },
    { name = "bad", start_week = 40, weeks = 12, negative = "10%" },
]
role = [{ name = "one", share = 0.4 }, { name = "two", share = 0.6 }]
"#;
    let case = reachsim::Case::parse(text).expect("a scenario");
    let plan = reachsim::model::Plan { trials: 1_000, ..case.plan() };
    let run = Run::of(case.clone(), engine::run(case.model(), plan, Detail::Weekly, &Unwatched));
    let title =
        |id: &str| told(&run, id, Locale::En).expect(id).figure.words(Locale::En)[0].clone();
    let after = per_cents(&title("campaigns"))[1];
    let weeks = &run.summary.series("net_sentiment").expect("a series").weeks;
    let between = weeks[8..40].iter().map(|week| week.mean).sum::<f64>() / 32.0;
    assert!((after - 100.0 * between).abs() < 0.1, "{after} and {between}");
    assert!(!title("roles").contains('%'), "{}", title("roles"));
    let Some(Picture { figure: Figure::Columns(Columns { columns, .. }), .. }) =
        told(&run, "competitors", Locale::En)
    else {
        panic!("no picture of the competitors")
    };
    let silent = columns.iter().find(|column| column.name == "silent").expect("a brand");
    assert!(silent.share.is_empty() && per_cents(&silent.told) == [0.0], "{silent:?}");
}

/// Without roles, a campaign that speaks or another brand there is no such picture.
#[test]
fn who_has_nothing_to_say_is_not_drawn() {
    let run = cases::shipped("campaign", &["simulation.trials=200"]);
    for id in ["roles", "campaigns", "competitors"] {
        assert!(told(&run, id, Locale::En).is_none(), "{id}");
    }
    assert!(told(&run, "tone", Locale::En).is_some());
}
