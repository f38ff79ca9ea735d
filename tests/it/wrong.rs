//! The page of the futures that go wrong.

use reachsim::engine::Unwatched;
use reachsim::locale::Locale;
use reachsim::output::format::Format as _;
use reachsim::output::look::Look;
use reachsim::output::story::{Page, Stories};
use reachsim::output::{Extras, Report, Run};
use reachsim::run::{Told, extras};
use reachsim::study::condition::{Condition, look};

const DECISION: &str = "title = \"A decision\"\nsimulation.trials = 4_000\n[input.a]\n\
    value = \"1 to 3\"\n[input.idle]\nvalue = \"1 to 3\"\n[metric.net]\n\
    formula = \"a + 0 * idle\"\n[[target]]\nname = \"gain\"\nmetric = \"net\"\n";

/// The page in a language, and what a run knows beside its trials.
fn page(run: &Run, locale: Locale) -> (Option<Page>, Extras) {
    let (stories, found) = stories(run);
    (in_locale(&stories, locale), found)
}

fn stories(run: &Run) -> (Stories, Extras) {
    let found = extras(run, Told::InDocuments, &Unwatched);
    let report = Report { extras: &found, ..run.report() };
    (Stories::of(&report, &Look::default()), found)
}

fn in_locale(stories: &Stories, locale: Locale) -> Option<Page> {
    stories.in_locale(locale).pages.iter().find(|page| page.id == "wrong").cloned()
}

fn run(target: &str) -> Run {
    crate::cases::run("decision.toml", format!("{DECISION}{target}\n"), &[])
}

#[test]
fn the_page_tells_what_run_where_tells() {
    let run = run("at_least = 2");
    let (found, extras) = page(&run, Locale::En);
    let (found, wrong) = (found.expect("a page"), extras.wrong.expect("it goes wrong"));
    let model = run.case.model();
    let Ok(asked) = Condition::read("net < 2", model) else { panic!("it is a condition") };
    assert_eq!((wrong.condition, &wrong.found), (asked, &look(model, &run.trials, asked)));
    // Only what differs by more than chance has a row: what does nothing has none.
    let rows = found.table.expect("a table").rows;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0][0], "A", "{rows:?}");
    assert!(found.title.contains("< 2") && !found.note.is_empty(), "{}", found.title);
    for (trial, value) in wrong.found.stories.unwrap().into_iter().zip(wrong.values) {
        let number = Locale::En.number(trial as f64, Some(0.0));
        assert!(found.lead.contains(&number), "{trial} in {}", found.lead);
        assert!(value < 2.0);
    }
}

#[test]
fn a_target_from_above_is_missed_above() {
    let (_, extras) = page(&run("at_most = 2"), Locale::En);
    let wrong = extras.wrong.expect("it goes wrong");
    assert!(wrong.values.iter().all(|value| *value > 2.0), "{:?}", wrong.values);
}

#[test]
fn what_always_or_never_happens_and_what_nobody_wants_has_no_page() {
    assert!(page(&run("at_least = 1e9"), Locale::En).0.is_none());
    assert!(page(&run("at_least = -1e9"), Locale::En).0.is_none());
    let free = DECISION.split("[[target]]").next().unwrap().to_owned();
    assert!(page(&crate::cases::run("free.toml", free, &[]), Locale::En).0.is_none());
}

#[test]
fn it_is_told_in_every_language_and_by_money_where_no_target_is_stated() {
    let run = crate::cases::shipped("support-community", &["simulation.trials=1000"]);
    let (stories, _) = stories(&run);
    for locale in Locale::ALL {
        let found = in_locale(&stories, locale).expect("a page");
        let table = found.table.expect("a table");
        assert!(table.heads.len() == 4 && !table.rows.is_empty());
        assert!(table.rows.iter().flatten().all(|cell| !cell.is_empty()));
    }
}
