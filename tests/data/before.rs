//! What could be seen on an earlier day, and which files a pattern means.

use reachsim_data::before;
use reachsim_data::read::is_meant_by;
use reachsim_data::shape::{Day, Export, Lead, Message, Metric, Post, Receipt, Shape, Ticket};

const DAY: i64 = 86_400;

fn receipt(shape: Shape) -> Receipt {
    Receipt {
        file: "table.csv".to_owned(),
        hash: String::new(),
        sheet: None,
        block: None,
        kind: shape.id().to_owned(),
        shape,
        known_by: Vec::new(),
        encoding: "UTF-8".to_owned(),
        delimiter: None,
        rows: 3,
        used: 3,
        left_out: Vec::new(),
        from: Some(8),
        to: Some(12),
        gaps: vec![(9, 9), (11, 11)],
        zone: None,
        columns: Vec::new(),
        ignored: Vec::new(),
        exported: Some(40),
        remarks: Vec::new(),
    }
}

const fn hour(hours: i64) -> i64 {
    10 * DAY + hours * 3600
}

fn day(date: i32) -> Day {
    let (receipt, line, network, account) = (0, 1, None, None);
    Day { receipt, line, date, network, account, metric: Metric::Leads, value: 1.0, period: 1 }
}

#[test]
fn rows_of_later_days_and_of_no_day_are_not_there() {
    let post = |at| Post { at, ..Post::default() };
    let message = |at| Message { at, ..Message::default() };
    let export = Export {
        receipts: vec![receipt(Shape::Posts)],
        posts: vec![post(Some(hour(0))), post(Some(hour(23))), post(Some(hour(24))), post(None)],
        messages: vec![message(Some(hour(-1))), message(Some(hour(25))), message(None)],
        days: vec![day(8), day(10), day(11)],
        zone: "UTC".to_owned(),
        ..Export::default()
    };
    let seen = before(&export, 10);
    assert_eq!(
        seen.posts.iter().map(|row| row.at).collect::<Vec<_>>(),
        [Some(hour(0)), Some(hour(23))]
    );
    assert_eq!(seen.messages.iter().map(|row| row.at).collect::<Vec<_>>(), [Some(hour(-1))]);
    assert_eq!(seen.days.iter().map(|row| row.date).collect::<Vec<_>>(), [8, 10]);
    let made = &seen.receipts[0];
    assert_eq!((made.rows, made.used, made.from, made.to), (3, 5, Some(8), Some(10)));
    assert_eq!(made.gaps, [(9, 9)]);
    // Nothing is lost where the day is that of the last row, or later.
    let all = before(&export, 12);
    assert_eq!((all.posts.len(), all.messages.len(), all.days.len()), (3, 2, 3));
}

/// In Berlin the day ends an hour before it does in Greenwich, in winter.
#[test]
fn a_day_ends_when_it_ends_in_the_zone_of_the_export() {
    let post = |hours| Post { at: Some(hour(hours)), ..Post::default() };
    let export = |zone: &str| Export {
        posts: vec![post(21), post(22), post(23)],
        zone: zone.to_owned(),
        ..Export::default()
    };
    assert_eq!(before(&export("Europe/Berlin"), 10).posts.len(), 2);
    assert_eq!(before(&export("UTC"), 10).posts.len(), 3);
    // Times as they are written have no zone.
    assert_eq!(before(&export(""), 10).posts.len(), 3);
}

#[test]
fn an_answer_of_a_later_day_is_none_yet() {
    let ticket = |answered, solved| Ticket {
        at: Some(hour(20)),
        answered,
        solved,
        satisfied: Some(true),
        status: Some(0),
        reopened: Some(0.0),
        ..Ticket::default()
    };
    let export = Export {
        receipts: vec![receipt(Shape::Tickets)],
        tickets: vec![
            ticket(Some(3.0), Some(3.5)),
            ticket(Some(3.0), Some(30.0)),
            ticket(Some(4.0), Some(5.0)),
            ticket(None, None),
        ],
        zone: "UTC".to_owned(),
        ..Export::default()
    };
    let seen = before(&export, 10);
    let answered: Vec<_> = seen.tickets.iter().map(|row| (row.answered, row.solved)).collect();
    let expected = [(Some(3.0), Some(3.5)), (Some(3.0), None), (None, None), (None, None)];
    assert_eq!(answered, expected);
    // What the customer said of it, nobody knows when.
    assert!(seen.tickets.iter().all(|row| row.satisfied.is_none() && row.status.is_none()));
    // On the day of the export everything is as it was exported.
    let all = before(&export, 40);
    assert!(all.tickets.iter().all(|row| row.satisfied == Some(true) && row.status == Some(0)));
    assert_eq!(all.tickets[1].solved, Some(30.0));
}

#[test]
fn a_lead_that_was_closed_later_is_open_and_so_is_one_whose_end_nobody_dated() {
    let lead =
        |closed, won| Lead { at: Some(hour(0)), closed, won, stage: Some(0), ..Lead::default() };
    let export = Export {
        receipts: vec![receipt(Shape::Leads)],
        leads: vec![
            lead(Some(hour(5)), Some(true)),
            lead(Some(hour(30)), Some(false)),
            lead(None, Some(true)),
        ],
        zone: "UTC".to_owned(),
        ..Export::default()
    };
    let won = |day| before(&export, day).leads.iter().map(|row| row.won).collect::<Vec<_>>();
    assert_eq!(won(10), [Some(true), None, None]);
    assert_eq!(won(11), [Some(true), Some(false), None]);
    assert_eq!(won(40), [Some(true), Some(false), Some(true)]);
}

/// The last days of the calendar end nothing.
#[test]
fn no_day_is_too_far_away() {
    let export = Export {
        posts: vec![Post { at: Some(hour(0)), ..Post::default() }],
        zone: "Pacific/Kiritimati".to_owned(),
        ..Export::default()
    };
    for (day, left) in [(i32::MIN, 0), (-4_000_000, 0), (3_000_000, 1), (i32::MAX, 1)] {
        assert_eq!(before(&export, day).posts.len(), left, "{day}");
    }
}

#[test]
fn a_pattern_means_files_by_their_names_by_folders_and_as_given() {
    for (name, pattern) in [
        ("exports/posts.csv", "exports/posts.csv"),
        ("exports/posts.csv", "./exports/*.csv"),
        ("exports/posts.csv", "posts.*"),
        ("exports/posts.csv", "exports"),
        ("exports/posts.csv", "exports/"),
        ("exports/2025/posts.csv", "exports/**/posts.csv"),
        ("exports/2025/posts.csv", "exports"),
        ("exports/2025/posts.csv", "*"),
        ("/data/posts.csv", "/data/*"),
    ] {
        assert!(is_meant_by(name, pattern), "{pattern} means {name}");
    }
    for (name, pattern) in [
        ("exports/posts.csv", "export"),
        ("exports/posts.csv", "exports/*.xlsx"),
        ("exports/posts.csv", "old/posts.csv"),
        ("exports/2025/posts.csv", "exports/*.csv"),
        ("exports/posts.csv", ""),
    ] {
        assert!(!is_meant_by(name, pattern), "{pattern} does not mean {name}");
    }
}
