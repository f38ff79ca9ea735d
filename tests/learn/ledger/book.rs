//! The file: what is written is read, and what was edited is told.

use jiff::civil::date;
use reachsim_learn::ledger::{Entry, Ledger, resolve};

use super::{YEAR, baseline, forecast, outcome, read, target, text};

/// Three forecasts of two metrics, and what came of one.
fn entries() -> Vec<Entry> {
    let first = forecast("leads", date(2026, 1, 1), YEAR, [80.0, 10.0]);
    let mut second = forecast("leads", date(2026, 4, 1), YEAR, [90.0, 5.0]);
    second.targets = vec![target(85.0, 0.84)];
    second.baseline = Some(baseline(60.0, 30.0));
    second.data = vec!["c0ffee".to_owned()];
    let third = forecast("profit", date(2026, 1, 1), YEAR, [-2_500.5, 1e4]);
    let came = outcome(&first, Some(81.0));
    vec![Entry::Forecast(first), Entry::Forecast(second), Entry::Forecast(third), came]
}

/// Codes of what is wrong with a text, each with its line.
#[track_caller]
fn problems(text: &str) -> Vec<(&'static str, usize)> {
    let found = Ledger::parse("ledger.jsonl", text).unwrap_err();
    found.iter().map(|problem| (problem.code.id(), found.line(problem).unwrap())).collect()
}

#[test]
fn what_was_written_is_read() {
    let ledger = read(&entries());
    assert_eq!(ledger.len(), 3);
    let all: Vec<_> = ledger.forecasts().collect();
    assert_eq!(all[0].1.unwrap().value, Some(81.0));
    let Entry::Forecast(second) = &entries()[1] else { panic!("a forecast") };
    assert_eq!(all[1].0.targets, second.targets);
    assert_eq!(all[1].0.as_of, date(2026, 4, 1));
    assert!(all[1].1.is_none() && all[2].1.is_none());
    assert!(ledger.has(&second.id) && !ledger.has("leads"));
    assert!(Ledger::parse("none", "").unwrap().is_empty());
}

/// What is read may be added to: the chain goes on where it ended.
#[test]
fn a_ledger_that_is_added_to_in_two_goes_is_the_same() {
    let entries = entries();
    let whole = text(&entries);
    let start = text(&entries[..2]);
    let mut ledger = Ledger::parse("ledger.jsonl", &start).unwrap();
    let rest: String = entries[2..].iter().map(|entry| ledger.add(entry).unwrap() + "\n").collect();
    assert_eq!(start + &rest, whole);
    // Other ends of lines are no edit.
    assert!(Ledger::parse("ledger.jsonl", &whole.replace('\n', "\r\n")).is_ok());
}

#[test]
fn an_entry_that_was_edited_is_told_with_its_line() {
    let whole = text(&entries());
    for (from, to) in [("\"mean\":90.0", "\"mean\":91.0"), ("as of 2026-04-01", "as of 2026-03-01")]
    {
        assert!(whole.contains(from));
        let edited = whole.replacen(from, to, 1);
        assert_eq!(problems(&edited), [("ledger-edited", 2)], "{from}");
    }
    // A blank that changes no value is an edit as well.
    let spaced = whole.replacen("\"mean\":90.0", "\"mean\": 90.0", 1);
    assert_eq!(problems(&spaced), [("ledger-edited", 2)]);
    let twice = whole.replace(",\"metric\":\"leads\"", ",\"metric\":\"won\"");
    assert_eq!(problems(&twice), [("ledger-edited", 1), ("ledger-edited", 2)]);
}

/// Whoever computes the hash of his edit anew is found by the line below.
#[test]
fn an_entry_that_was_written_anew_is_told_by_the_next_one() {
    let mut entries = entries();
    let whole = text(&entries);
    let Entry::Forecast(second) = &mut entries[1] else { panic!("a forecast") };
    second.mean = 91.0;
    let other = text(&entries);
    let mut lines: Vec<&str> = whole.lines().collect();
    lines[1] = other.lines().nth(1).unwrap();
    assert_eq!(problems(&lines.join("\n")), [("ledger-edited", 3)]);
}

#[test]
fn entries_that_were_removed_or_moved_are_told() {
    let whole = text(&entries());
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!(problems(&lines[1..].join("\n")), [("ledger-edited", 1)]);
    assert_eq!(problems(&[lines[0], lines[2], lines[3]].join("\n")), [("ledger-edited", 2)]);
    let moved = [lines[1], lines[0], lines[2], lines[3]].join("\n");
    assert_eq!(
        problems(&moved),
        [("ledger-edited", 1), ("ledger-edited", 2), ("ledger-edited", 3)]
    );
}

#[test]
fn a_line_that_is_no_entry_is_told_once() {
    let whole = text(&entries());
    assert_eq!(problems(&format!("# mine\n{whole}")), [("ledger-line", 1)]);
    let cut = &whole[..whole.len() - 20];
    assert_eq!(problems(cut), [("ledger-line", 4)]);
    // An outcome of a forecast that cannot be read is not told as well.
    let first = whole.replacen("{\"schema\"", "{'schema'", 1);
    assert_eq!(problems(&first), [("ledger-edited", 1)]);
}

#[test]
fn nothing_is_forecast_or_resolved_twice() {
    let entries = entries();
    let mut ledger = read(&entries);
    assert!(ledger.add(&entries[0]).unwrap_err().english().contains("already"));
    assert!(ledger.add(&entries[3]).unwrap_err().english().contains("on record"));
    let Entry::Forecast(third) = &entries[2] else { panic!("a forecast") };
    ledger.add(&outcome(third, None)).unwrap();
    assert!(ledger.add(&outcome(third, Some(1.0))).is_err());
    let stranger = forecast("won", date(2026, 1, 1), YEAR, [1.0, 1.0]);
    assert!(ledger.add(&outcome(&stranger, Some(1.0))).is_err());
    let mut falling = stranger.clone();
    falling.quantiles.swap(3, 7);
    assert!(ledger.add(&Entry::Forecast(falling)).is_err());
}

#[test]
fn an_outcome_is_of_every_forecast_of_its_period() {
    let quarter = [date(2026, 1, 1), date(2026, 3, 31)];
    let day = date(2026, 1, 1);
    let of = |metric: &str, period| Entry::Forecast(forecast(metric, day, period, [1.0, 1.0]));
    let later = Entry::Forecast(forecast("leads", date(2026, 2, 1), YEAR, [1.0, 1.0]));
    let ledger = read(&[of("leads", YEAR), of("leads", quarter), later, of("won", quarter)]);
    let found = |metric: &str, period| resolve(&ledger, metric, period).map(|open| open.len());
    // 52 weeks are a year, whatever its days.
    assert_eq!(found("leads", Some([date(2026, 1, 1), date(2026, 12, 31)])), Ok(2));
    assert_eq!(found("leads", Some(quarter)), Ok(1));
    assert_eq!(found("won", None), Ok(1));
    let refused =
        |metric: &str, period| resolve(&ledger, metric, period).unwrap_err().english().to_owned();
    assert!(refused("leads", None).contains("several periods"));
    assert!(refused("lead", None).contains("did you mean `leads`?"), "{}", refused("lead", None));
    assert!(refused("won", Some(YEAR)).contains("one is of 2026-01-01 to 2026-03-31"));
}
