//! Numbers and moments as cells have them.

use jiff::Timestamp;
use reachsim_core::diagnostic::Code;
use reachsim_data::know::{Order, Reading};

use super::make::{own, read};

const COUNTED: &str = "kind = \"days\"\n[columns]\ndate = \"day\"\ncount = \"number\"\n";
const TIMED: &str = "kind = \"messages\"\n[columns]\ntime = \"when\"\ntext = \"what\"\n";

/// The numbers of a column, each of which is a cell of a day; or what is wrong with the first.
fn numbers(cells: &[&str]) -> Result<Vec<f64>, Code> {
    let mut text = "day|number|else\n".to_owned();
    for (place, cell) in cells.iter().enumerate() {
        text += &format!("2026-01-{:02}|{cell}|x\n", place + 1);
    }
    let reading = Reading { own: Some(own(COUNTED)), ..Reading::default() };
    match read(&[("days.csv", text.as_bytes())], &reading) {
        Ok(export) => Ok(export.days.iter().map(|day| day.value).collect()),
        Err(faults) => Err(faults[0].code),
    }
}

#[track_caller]
fn is(cell: &str, value: f64) {
    assert_eq!(numbers(&[cell]), Ok(vec![value]), "{cell}");
}

/// The moments of a column, as they are written in UTC; or what is wrong with the first.
fn moments(file: &str, cells: &[&str], dates: Option<Order>) -> Result<Vec<String>, Code> {
    let mut text = "when|what|else\n".to_owned();
    for cell in cells {
        text += &format!("{cell}|hello|x\n");
    }
    let reading = Reading { own: Some(own(TIMED)), dates, ..Reading::default() };
    match read(&[(file, text.as_bytes())], &reading) {
        Ok(export) => {
            let at = |at: Option<i64>| Timestamp::from_second(at.unwrap()).unwrap().to_string();
            Ok(export.messages.iter().map(|message| at(message.at)).collect())
        }
        Err(faults) => Err(faults[0].code),
    }
}

#[track_caller]
fn at(cell: &str, moment: &str) {
    let found = moments("messages.csv", &[cell], None);
    assert_eq!(found, Ok(vec![format!("{moment}Z")]), "{cell}");
}

#[test]
fn thousands_may_be_parted_by_any_space_or_apostrophe() {
    is("2786", 2786.0);
    is("2 786", 2786.0);
    is("2\u{a0}786", 2786.0);
    is("2\u{202f}786", 2786.0);
    is("1'234'567", 1_234_567.0);
    is("1,234,567", 1_234_567.0);
    is("1.234.567", 1_234_567.0);
    is("1,234,567.5", 1_234_567.5);
    is("1.234.567,5", 1_234_567.5);
}

#[test]
fn decimals_may_have_a_comma_or_a_point() {
    is("23,9", 23.9);
    is("23.9", 23.9);
    is("0,601", 0.601);
    is("424.0", 424.0);
    is("1234,567", 1234.567);
    is(",5", 0.5);
    is("4.280105700264251", 4.280_105_700_264_251);
    is("-3,5", -3.5);
    is("−3,5", -3.5);
    is("+7", 7.0);
}

#[test]
fn units_and_parts_of_a_hundred_are_taken_into_the_number() {
    is("36%", 0.36);
    is("23,9 %", 0.239);
    is("1.2K", 1200.0);
    is("3 тыс.", 3000.0);
    is("1,5 млн", 1_500_000.0);
    is("2M", 2_000_000.0);
    is("$12.50", 12.5);
    is("1 200 ₽", 1200.0);
}

#[test]
fn signs_for_nothing_are_nothing_and_no_nought() {
    for sign in ["-", "--", "—", "NAN", "NaN", "n/a", "null", "≤ 10", "<5", "н/д"] {
        assert_eq!(numbers(&["5", sign, "0"]), Ok(vec![5.0, 0.0]), "{sign}");
    }
}

#[test]
fn a_mark_before_three_digits_is_settled_by_another_cell_or_by_nobody() {
    assert_eq!(numbers(&["1,234"]), Err(Code::AmbiguousDecimal));
    assert_eq!(numbers(&["1.234"]), Err(Code::AmbiguousDecimal));
    assert_eq!(numbers(&["1,234", "5", "12,345,678"]), Ok(vec![1234.0, 5.0, 12_345_678.0]));
    assert_eq!(numbers(&["1,234", "0,5"]), Ok(vec![1.234, 0.5]));
    assert_eq!(numbers(&["1,234", "0.5"]), Ok(vec![1234.0, 0.5]));
    assert_eq!(numbers(&["1.234", "0,5"]), Ok(vec![1234.0, 0.5]));
}

#[test]
fn a_cell_far_below_settles_one_above() {
    let mut cells = vec!["5"; 27];
    cells[0] = "1,234";
    assert_eq!(numbers(&cells), Err(Code::AmbiguousDecimal));
    cells.push("2,50");
    assert_eq!(numbers(&cells).unwrap()[0], 1.234);
}

#[test]
fn what_a_spreadsheet_made_of_a_number_is_named() {
    for cell in ["3.апр", "4-May", "####", "12.мар", "Apr-03", "4.яну", "2026-03-04"] {
        assert_eq!(numbers(&[cell]), Err(Code::SpreadsheetDamage), "{cell}");
    }
    for cell in ["many", "1,2,3", "12-", "1.23.4567", "5 people", "0x10", "inf", "1e400"] {
        assert_eq!(numbers(&[cell]), Err(Code::Cell), "{cell}");
    }
}

#[test]
fn moments_are_read_in_the_forms_of_all_networks() {
    at("2023-07-08T00:00:00", "2023-07-08T00:00:00");
    at("2025-03-30T01:00:00+03:00", "2025-03-29T22:00:00");
    at("2015-09-30 18:42 +0000", "2015-09-30T18:42:00");
    at("2025-10-31", "2025-10-31T00:00:00");
    at("2025/10/31", "2025-10-31T00:00:00");
    at("2025/1/5", "2025-01-05T00:00:00");
    at("20231010", "2023-10-10T00:00:00");
    at("12/31/2023 01:12", "2023-12-31T01:12:00");
    at("10/31/2015 9:00 PM", "2015-10-31T21:00:00");
    at("31/12/2023, 12:05 am", "2023-12-31T00:05:00");
    at("24.08.2026 23:59", "2026-08-24T23:59:00");
    at("01.09.2026 18:00", "2026-09-01T18:00:00");
    at("01.09.26 18:00", "2026-09-01T18:00:00");
    at("Tue, Jan 27, 2026", "2026-01-27T00:00:00");
    at("Jul 6, 2023", "2023-07-06T00:00:00");
    at("Wed Oct 11 06:55:44 +0000 2017", "2017-10-11T06:55:44");
    at("Wed Jan 01 00:00:00 UTC 2025", "2025-01-01T00:00:00");
    at("3 апреля 2026 г., 18:05", "2026-04-03T18:05:00");
    at("середа, 4 березня 2026 р.", "2026-03-04T00:00:00");
    at("6 de julho de 2023", "2023-07-06T00:00:00");
    at("5. März 2026", "2026-03-05T00:00:00");
    at("martes, 3 de marzo de 2026", "2026-03-03T00:00:00");
    at("1735700000", "2025-01-01T02:53:20");
    at("1735700000999", "2025-01-01T02:53:20");
    at("2025-01-01 10:00:00.123Z", "2025-01-01T10:00:00");
}

#[test]
fn what_is_no_moment_is_refused() {
    for cell in [
        "soon",
        "2026-02-30",
        "2026-13-01",
        "31.02.2026",
        "25:00",
        "12/31",
        "1/2/3",
        "2026",
        "17357000",
        "2026-01-01 25:00",
        "32.01.2026",
        "Jan 2026 5 6",
        "2026-01-01 10:00 +99:00",
    ] {
        assert!(moments("messages.csv", &[cell], None).is_err(), "{cell}");
    }
}

#[test]
fn rows_without_a_moment_are_left_out_and_are_no_error() {
    assert_eq!(moments("messages.csv", &["2026-01-01", "", "--"], None).unwrap().len(), 1);
}

#[test]
fn one_cell_above_twelve_decides_the_order_of_all() {
    let first = |cells: &[&str]| moments("messages.csv", cells, None).map(|all| all[0].clone());
    assert_eq!(first(&["03/04/2026", "13/04/2026"]), Ok("2026-04-03T00:00:00Z".to_owned()));
    assert_eq!(first(&["03/04/2026", "04/13/2026"]), Ok("2026-03-04T00:00:00Z".to_owned()));
    assert_eq!(first(&["05/05/2026"]), Ok("2026-05-05T00:00:00Z".to_owned()));
    assert_eq!(first(&["03/04/2026", "05/05/2026"]), Err(Code::AmbiguousDates));
    assert_eq!(first(&["13/04/2026", "04/13/2026"]), Err(Code::AmbiguousDates));
    // Points are written by those who write the day first.
    assert_eq!(first(&["03.04.2026"]), Ok("2026-04-03T00:00:00Z".to_owned()));
}

#[test]
fn what_the_user_says_of_the_order_counts_where_no_cell_says_otherwise() {
    let first = |cells: &[&str], order| moments("a.csv", cells, Some(order)).unwrap()[0].clone();
    assert_eq!(first(&["03/04/2026"], Order::DayFirst), "2026-04-03T00:00:00Z");
    assert_eq!(first(&["03/04/2026"], Order::MonthFirst), "2026-03-04T00:00:00Z");
    let shown = ["03/04/2026", "13/04/2026"];
    assert_eq!(first(&shown, Order::MonthFirst), "2026-04-03T00:00:00Z");
}

#[test]
fn a_network_that_writes_months_first_does_so_whatever_is_said_of_other_files() {
    let text = "Post ID,Publish time,Page name,Reach\n1,03/04/2026 10:00,A,10\n";
    let reading = Reading { dates: Some(Order::DayFirst), ..Reading::default() };
    let export = super::make::export(&[("posts.csv", text.as_bytes())], &reading);
    let at = Timestamp::from_second(export.posts[0].at.unwrap()).unwrap();
    assert_eq!(at.to_string(), "2026-03-04T18:00:00Z");
}

#[test]
fn a_year_comes_from_the_name_of_the_file_or_is_asked_for() {
    let cells = ["April 12", "December 31"];
    assert_eq!(moments("overview.csv", &cells, None), Err(Code::NoYear));
    let named = moments("overview-2024.csv", &cells, None).unwrap();
    assert_eq!(named, ["2024-04-12T00:00:00Z", "2024-12-31T00:00:00Z"]);
    let over = ["November 30", "January 2"];
    let named = moments("Overview_2024-11-01_2025-01-31.csv", &over, None).unwrap();
    assert_eq!(named, ["2024-11-30T00:00:00Z", "2025-01-02T00:00:00Z"]);
    assert_eq!(moments("2019 and 2024.csv", &over, None), Err(Code::NoYear));
}

#[test]
fn the_29th_of_february_is_a_day_of_its_own_years() {
    assert!(moments("overview-2024.csv", &["February 29"], None).is_ok());
    assert_eq!(moments("overview-2025.csv", &["February 29"], None), Err(Code::Cell));
}
