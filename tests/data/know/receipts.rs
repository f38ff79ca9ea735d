//! A receipt of every kind. With `REACHSIM_BLESS=1` the texts are written anew; the difference is
//! then looked at.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use jiff::ToSpan as _;
use jiff::civil::date;
use reachsim_data::know::{KINDS, Reading};
use reachsim_data::shape::{Export, Receipt};

use super::make::{all, export, of};

pub fn golden(folder: &str, name: &str, text: &str) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data");
    let path = root.join(folder).join(format!("{name}.txt"));
    if std::env::var_os("REACHSIM_BLESS").is_some() {
        fs::write(&path, text).unwrap();
        return;
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, known, "{folder}/{name}.txt says another thing (REACHSIM_BLESS=1 writes it)");
}

fn day(of: i32) -> String {
    (date(1970, 1, 1) + i64::from(of).days()).to_string()
}

fn shown(receipt: &Receipt) -> String {
    let mut text = String::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            writeln!(text, "{name:<10} {value}").unwrap();
        }
    };
    put("file", receipt.file.clone());
    put("sheet", receipt.sheet.clone().unwrap_or_default());
    put("block", receipt.block.clone().unwrap_or_default());
    put("kind", format!("{} ({})", receipt.kind, receipt.shape.id()));
    put("known by", receipt.known_by.join(" | "));
    put("encoding", receipt.encoding.clone());
    put("delimiter", receipt.delimiter.map(|sign| format!("{sign:?}")).unwrap_or_default());
    put("rows", format!("{}, used {}", receipt.rows, receipt.used));
    let out: Vec<String> =
        receipt.left_out.iter().map(|(why, rows)| format!("{rows} {}", why.id())).collect();
    put("left out", out.join(", "));
    let span = receipt.from.zip(receipt.to);
    put(
        "period",
        span.map(|(from, to)| format!("{} to {}", day(from), day(to))).unwrap_or_default(),
    );
    let gaps: Vec<String> =
        receipt.gaps.iter().map(|(from, to)| format!("{} to {}", day(*from), day(*to))).collect();
    put("gaps", gaps.join(", "));
    put("zone", receipt.zone.clone().unwrap_or_default());
    let columns: Vec<String> =
        receipt.columns.iter().map(|(field, heading)| format!("{field} = {heading}")).collect();
    put("columns", columns.join(" | "));
    put("ignored", receipt.ignored.join(" | "));
    put("exported", receipt.exported.map(day).unwrap_or_default());
    for remark in &receipt.remarks {
        put("remark", remark.to_string());
    }
    text
}

/// How many rows of each shape there are.
fn counted(export: &Export) -> String {
    let counts = [
        ("posts", export.posts.len()),
        ("days", export.days.len()),
        ("messages", export.messages.len()),
        ("tickets", export.tickets.len()),
        ("leads", export.leads.len()),
        ("audience", export.audience.len()),
    ];
    let given = counts.iter().filter(|(_, count)| *count > 0);
    given.map(|(name, count)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}

/// The receipts of all files of a kind.
fn receipts(kind: &str) -> String {
    let mut text = String::new();
    for fixture in of(kind) {
        let export = export(&[(fixture.file, &fixture.bytes)], &Reading::default());
        assert!(export.receipts.iter().any(|receipt| receipt.kind == kind), "{}", fixture.file);
        writeln!(text, "# {}: {}\n", fixture.file, counted(&export)).unwrap();
        for receipt in &export.receipts {
            writeln!(text, "{}", shown(receipt)).unwrap();
        }
    }
    text
}

#[test]
fn every_kind_has_a_file_and_its_receipt_says_how_it_was_understood() {
    for kind in &KINDS.all {
        let text = receipts(&kind.id);
        assert!(!text.is_empty(), "there is no file of {}", kind.id);
        golden("receipts", &kind.id, &text);
    }
}

#[test]
fn files_are_of_kinds_that_are_known() {
    for fixture in all() {
        assert!(KINDS.all.iter().any(|kind| kind.id == fixture.kind), "{}", fixture.kind);
    }
}

#[test]
fn what_is_left_out_and_what_is_used_are_all_rows() {
    for fixture in all() {
        let export = export(&[(fixture.file, &fixture.bytes)], &Reading::default());
        for receipt in export.receipts.iter().filter(|receipt| receipt.kind != "meta-audience") {
            let out: u64 = receipt.left_out.iter().map(|(_, rows)| rows).sum();
            assert_eq!(receipt.used + out, receipt.rows, "{receipt:?}");
        }
    }
}
