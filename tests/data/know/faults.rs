//! An example of every error of exports, as it is printed.

use reachsim_core::diagnostic::Code;
use reachsim_data::analyse::{Analysis, Event, Question, Series};
use reachsim_data::fault::Fault;
use reachsim_data::know::Reading;
use reachsim_data::shape::{Export, Metric};

use super::make::{encoded, export, of, read, refused, told};
use super::receipts::golden;

const HEAD: &str = "Post ID,Publish time,Page name,Reach,Comments\n";

const CODES: [Code; 14] = [
    Code::UnknownExport,
    Code::ExportUnreadable,
    Code::Encoding,
    Code::AmbiguousDates,
    Code::AmbiguousDecimal,
    Code::NoYear,
    Code::Cell,
    Code::SpreadsheetDamage,
    Code::CutList,
    Code::MixedExports,
    Code::DailyUnique,
    Code::NoZone,
    Code::TooFew,
    Code::RoleUnknown,
];

fn usual(file: &str, text: &str) -> Vec<Fault> {
    refused(file, text, &Reading::default())
}

fn asked(export: &Export, question: &Question) -> Vec<Fault> {
    Analysis::of(export, question).err().unwrap_or_default()
}

fn event(series: Series) -> Question {
    let event = Event { from: 20_100, to: Some(20_106), leave_out: 0 };
    Question { event: Some(event), series: Some(series), ..Question::default() }
}

/// What two files are of which nobody knows the later one.
fn mixed() -> Vec<Fault> {
    let file = |value: u32| {
        format!("\"Views\"\n\"Date\",\"Primary\"\n\"2026-01-05T00:00:00\",\"{value}\"\n")
    };
    let (one, two) = (file(10), file(12));
    let files = [("a/Views.csv", one.as_bytes()), ("b/Views.csv", two.as_bytes())];
    read(&files, &Reading::default()).expect_err("they contradict each other")
}

fn example(code: Code) -> Vec<Fault> {
    let fixture = |kind: &str| {
        let fixture = of(kind).remove(0);
        export(&[(fixture.file, &fixture.bytes[..])], &Reading::default())
    };
    match code {
        Code::UnknownExport => {
            usual("posts.csv", "Post ID,Publish time,Reach\n1,01/05/2026 10:00,5\n")
        }
        Code::ExportUnreadable => usual("stats.json", "{\"response\": [{\"day\": 1,}]}"),
        Code::Encoding => {
            let mut bytes = encoded("Дата;Охват\n01.01.2026;5\n", encoding_rs::UTF_8);
            bytes.extend(b"02.01.2026;\xD0\xFF\xFE7\n");
            refused("days.csv", bytes, &Reading::default())
        }
        Code::AmbiguousDates => {
            let text = "Date,Impressions,Likes,Engagements\n03/04/2026,5,1,1\n";
            usual("account_overview_analytics.csv", text)
        }
        Code::AmbiguousDecimal => {
            usual("posts.csv", &format!("{HEAD}1,01/05/2026 10:00,A,\"1,234\",2\n"))
        }
        Code::NoYear => usual(
            "overview.csv",
            "\"Date\",\"Video Views\",\"Profile Views\"\n\"April 12\",\"5\",\"6\"\n\"April 13\",\"5\",\"6\"\n",
        ),
        Code::Cell => {
            usual("posts.csv", &format!("{HEAD}1,01/05/2026 10:00,A,many,2\n2,soon,A,5,2\n"))
        }
        Code::SpreadsheetDamage => {
            usual("posts.csv", &format!("{HEAD}1,01/05/2026 10:00,A,3.апр,2\n2,########,A,5,2\n"))
        }
        Code::CutList => {
            let reading = Reading { whole: true, ..Reading::default() };
            refused("Table data.csv", super::posts::youtube_cut(), &reading)
        }
        Code::MixedExports => mixed(),
        Code::DailyUnique => asked(&fixture("meta-days"), &event(Series::Of(Metric::Reach))),
        Code::NoZone => {
            let zone = Some("Kyiv".to_owned());
            refused("posts.csv", HEAD, &Reading { zone, ..Reading::default() })
        }
        Code::TooFew => asked(&fixture("meta-posts"), &event(Series::Posts)),
        Code::RoleUnknown => {
            let brand = Some("Cocoa".to_owned());
            asked(&fixture("brandwatch"), &Question { brand, ..Question::default() })
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_error_of_exports_has_an_example_and_a_way_out() {
    for code in CODES {
        let faults = example(code);
        assert!(!faults.is_empty(), "there is no example of {}", code.id());
        assert!(faults.iter().all(|fault| fault.code == code), "{}", told(faults));
        assert!(faults.iter().all(|fault| fault.help.is_some()), "{}", told(faults));
        golden("faults", code.id(), &told(faults));
    }
}

#[test]
fn days_that_are_only_numbered_are_told_as_such() {
    let faults = usual("data-export.csv", "Nth day,Event count,Total users\n0000,5,3\n0001,6,3\n");
    assert_eq!(faults[0].code, Code::UnknownExport);
    assert!(told(faults).contains("numbers its days in `Nth day` and has no dates"));
}

#[test]
fn problems_of_all_files_are_told_at_once_and_nothing_is_half_used() {
    let bad = format!("{HEAD}1,01/05/2026 10:00,A,many,2\n2,soon,A,5,2\n");
    let good = format!("{HEAD}1,01/05/2026 10:00,A,5,2\n");
    let files = [
        ("one.csv", bad.as_bytes()),
        ("good.csv", good.as_bytes()),
        ("two.csv", bad.as_bytes()),
        ("three.csv", &b"a,b\n1,2\n"[..]),
    ];
    let faults = read(&files, &Reading::default()).expect_err("two are wrong");
    let text = told(faults.clone());
    assert_eq!(faults.len(), 5, "{text}");
    for place in ["one.csv:2:22", "one.csv:3:3", "two.csv:2:22", "two.csv:3:3", "three.csv"] {
        assert!(text.contains(place), "{place} is not in {text}");
    }
}

#[test]
fn daily_blocks_tell_what_is_wrong_in_them() {
    let block = |rows: &str| format!("Facebook reach\nDate,Primary\n{rows}");
    for (rows, code) in [
        ("2026-01-05,many\n", Code::Cell),
        ("soon,5\n", Code::Cell),
        ("03/04/2026,5\n", Code::AmbiguousDates),
        ("13/04/2026,5\n04/13/2026,5\n", Code::AmbiguousDates),
        ("April 12,5\n", Code::NoYear),
        ("2026-01-05,4-May\n", Code::SpreadsheetDamage),
        ("2026-01-05,\"1,234\"\n", Code::AmbiguousDecimal),
    ] {
        assert_eq!(usual("Reach.csv", &block(rows))[0].code, code, "{rows}");
    }
    let shown = block("03/04/2026,5\n13/04/2026,\"1,234\"\n14/04/2026,\"2,5\"\n");
    let days = super::make::taken("Reach.csv", shown).days;
    assert_eq!((days[1].date - days[0].date, days[1].value), (10, 1.234));
    let faults = usual("Spend.csv", &block("").replace("Facebook reach", "Amount spent"));
    assert_eq!(faults[0].code, Code::UnknownExport);
}
