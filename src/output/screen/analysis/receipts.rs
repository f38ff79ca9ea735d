//! How each file was understood.

use reachsim_data::shape::Receipt;

use super::super::layout::{self, labelled};
use crate::output::analysis::Told;
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say};

/// Lines of one entry.
const MOST: usize = 6;

/// A receipt for each file, or each block of one.
pub fn receipts(told: &Told) -> String {
    let lines: Vec<String> = told.receipts().flat_map(|receipt| one(told, receipt)).collect();
    layout::text(&lines)
}

fn one(told: &Told, receipt: &Receipt) -> Vec<String> {
    let locale = told.locale;
    let mut lines = vec![name(receipt)];
    let mut say = |id: &str, text: String| {
        if !text.is_empty() {
            let label = format!("  {}", locale.say(id, &[]));
            lines.extend(labelled(&label, &text, MOST, told.columns));
        }
    };
    let shape = locale.say(&format!("shape-{}", receipt.shape.id()), &[]);
    let known = if receipt.known_by.is_empty() {
        String::new()
    } else {
        say!(locale, "receipt-known", headings = receipt.known_by.join(", "))
    };
    say("receipt-kind", format!("{} ({shape}){known}", receipt.kind));
    let delimiter = receipt.delimiter.map_or_else(String::new, |sign| {
        let sign = if sign == '\t' { "TAB".to_owned() } else { sign.to_string() };
        say!(locale, "receipt-delimiter", sign = sign)
    });
    say("receipt-form", format!("{}{delimiter}", receipt.encoding));
    say("receipt-rows", rows(told, receipt));
    if let Some(period) = receipt.from.zip(receipt.to) {
        say("receipt-period", words::period(locale, period));
    }
    say("receipt-gaps", gaps(told, receipt));
    say("receipt-zone", receipt.zone.clone().unwrap_or_default());
    let columns = receipt.columns.iter().map(|(field, heading)| format!("{field} = {heading}"));
    say("receipt-columns", columns.collect::<Vec<_>>().join(", "));
    say("receipt-ignored", receipt.ignored.join(", "));
    for remark in &receipt.remarks {
        say("receipt-remark", locale.message(remark));
    }
    lines.push(String::new());
    lines
}

fn name(receipt: &Receipt) -> String {
    let within = [&receipt.sheet, &receipt.block].into_iter().flatten();
    let within: Vec<&str> = within.map(String::as_str).filter(|name| !name.is_empty()).collect();
    if within.is_empty() {
        receipt.file.clone()
    } else {
        format!("{}: {}", receipt.file, within.join(", "))
    }
}

fn rows(told: &Told, receipt: &Receipt) -> String {
    let locale = told.locale;
    let count = |value: u64| words::count(locale, value);
    let mut text =
        say!(locale, "receipt-used", rows = count(receipt.rows), used = count(receipt.used));
    for (why, rows) in &receipt.left_out {
        let why = locale.say(&format!("why-{}", why.id()), &[]);
        text = format!("{text}; {} {why}", count(*rows));
    }
    text
}

fn gaps(told: &Told, receipt: &Receipt) -> String {
    let locale = told.locale;
    if receipt.gaps.is_empty() {
        return String::new();
    }
    let days: u64 = receipt.gaps.iter().map(|(from, to)| (to - from + 1) as u64).sum();
    let first = receipt.gaps[0];
    say!(locale, "receipt-missing", n = days, first = words::period(locale, first))
}
