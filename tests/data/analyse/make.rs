//! Exports as tests make them.

use reachsim_data::analyse::{Analysis, Figure, Question};
use reachsim_data::shape::{Day, Export, Message, Metric, Post, Receipt, Shape, Side, Ticket};

/// 2025-01-06, a Monday, and its first second in UTC.
pub const MONDAY: i32 = 20_094;
pub const DAY: i64 = 86_400;

#[expect(clippy::unnecessary_wraps, reason = "so it stands in rows")]
pub fn at(day: i32, hour: i64) -> Option<i64> {
    Some(i64::from(day) * DAY + hour * 3_600)
}

pub fn export() -> Export {
    Export { zone: "UTC".to_owned(), ..Export::default() }
}

pub fn receipt(shape: Shape) -> Receipt {
    Receipt {
        file: "file.csv".to_owned(),
        hash: String::new(),
        sheet: None,
        block: None,
        kind: "kind".to_owned(),
        shape,
        known_by: Vec::new(),
        encoding: "utf-8".to_owned(),
        delimiter: Some(','),
        rows: 0,
        used: 0,
        left_out: Vec::new(),
        from: None,
        to: None,
        gaps: Vec::new(),
        zone: None,
        columns: Vec::new(),
        ignored: Vec::new(),
        exported: None,
        remarks: Vec::new(),
    }
}

/// Posts of those reaches, a day apart, all old when they were exported.
pub fn posts(reaches: &[f64]) -> Export {
    let mut export = export();
    let days = reaches.len() as i32;
    export.receipts = vec![Receipt { exported: Some(MONDAY + days + 60), ..receipt(Shape::Posts) }];
    export.posts = reaches
        .iter()
        .enumerate()
        .map(|(place, reach)| Post {
            line: place as u64 + 2,
            at: at(MONDAY + place as i32, 12),
            reach: Some(*reach),
            ..Post::default()
        })
        .collect();
    export
}

/// A message of people.
pub fn said(id: u64, author: u64, day: i32, hour: i64) -> Message {
    Message {
        line: id,
        id: Some(id),
        author: Some(author),
        side: Side::People,
        at: at(day, hour),
        ..Message::default()
    }
}

/// A reply of the brand.
pub fn answer(id: u64, to: u64, day: i32, hour: i64) -> Message {
    Message { side: Side::Brand, reply_to: Some(to), ..said(id, 999, day, hour) }
}

pub fn ticket(day: i32, answered: Option<f64>, is_calendar: bool) -> Ticket {
    Ticket { at: at(day, 10), answered, is_calendar, ..Ticket::default() }
}

pub fn day(date: i32, metric: Metric, value: f64) -> Day {
    Day { receipt: 0, line: 1, date, network: None, account: None, metric, value, period: 1 }
}

#[track_caller]
pub fn told(export: &Export, question: &Question) -> Analysis {
    match Analysis::of(export, question) {
        Ok(analysis) => analysis,
        Err(faults) => {
            panic!("{:?}", faults.iter().map(|of| of.message.english()).collect::<Vec<_>>())
        }
    }
}

#[track_caller]
pub fn plain(export: &Export) -> Analysis {
    told(export, &Question::default())
}

#[track_caller]
pub fn figure<'a>(analysis: &'a Analysis, id: &str) -> &'a Figure {
    analysis.figure(id).unwrap_or_else(|| panic!("no {id}"))
}

#[track_caller]
pub fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

/// Words of the only fault.
#[track_caller]
pub fn refused(export: &Export, question: &Question) -> (String, String) {
    let faults = Analysis::of(export, question).expect_err("a fault");
    assert_eq!(faults.len(), 1, "{faults:?}");
    (format!("{:?}", faults[0].code), faults[0].message.english().to_owned())
}
