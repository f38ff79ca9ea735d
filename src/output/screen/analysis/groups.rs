//! Tables of groups.

use reachsim_data::analyse::{Row, Table};

use super::super::layout::{pad, pad_left, width, wrap};
use crate::output::analysis::Told;
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say, sentence};

/// Groups that have a line.
const LINES: usize = 24;

/// The tables that were asked for; without a question, what can be asked.
pub fn chosen(told: &Told) -> Vec<String> {
    let locale = told.locale;
    let groups = &told.analysis.groups;
    let Some(by) = told.by else {
        let ids: Vec<&str> = groups.iter().map(|grouped| grouped.by.id()).collect();
        if ids.is_empty() {
            return Vec::new();
        }
        let line = say!(locale, "analysis-by", ids = ids.join("|"));
        return [vec![String::new()], wrap(&line, told.columns)].concat();
    };
    let Some(grouped) = groups.iter().find(|grouped| grouped.by == by) else {
        let line =
            say!(locale, "analysis-cannot", by = locale.say(&format!("by-{}", by.id()), &[]));
        return [vec![String::new()], wrap(&line, told.columns)].concat();
    };
    grouped.tables.iter().flat_map(|table| self::table(told, table)).collect()
}

fn table(told: &Told, table: &Table) -> Vec<String> {
    let locale = told.locale;
    let of = locale.say(&format!("of-{}", table.of.id()), &[]);
    let name = sentence(&words::column(locale, table.column));
    let head = say!(
        locale,
        "analysis-table",
        name = name,
        of = of,
        total = words::count(locale, table.total)
    );
    let mut lines = vec![String::new(), head];
    let names: Vec<String> =
        table.rows.iter().take(LINES).map(|row| words::group(locale, &row.group)).collect();
    let longest = names.iter().map(|name| width(name)).max().unwrap_or(0).clamp(12, 34);
    for (row, name) in table.rows.iter().zip(&names) {
        lines.push(line(told, row, name, longest));
    }
    let hidden = table.rows.len().saturating_sub(LINES) as u64;
    let (more, count) = table.rest.unwrap_or((0, 0));
    if more + hidden > 0 {
        let hidden_count: u64 = table.rows.iter().skip(LINES).filter_map(|row| row.count).sum();
        lines.push(format!(
            "  {}",
            say!(
                locale,
                "analysis-rest",
                n = more + hidden,
                count = words::count(locale, count + hidden_count)
            )
        ));
    }
    if table.silent > 0 {
        lines.push(format!("  {}", say!(locale, "analysis-silent", n = table.silent)));
    }
    if table.overlaps {
        lines.push(format!("  {}", say!(locale, "analysis-overlaps")));
    }
    if let Some(skew) = &table.skew {
        let share = locale.amount(Quantity::Share, skew.top_tenth, None);
        lines.push(format!("  {}", say!(locale, "analysis-skew", share = share)));
    }
    lines
}

fn line(told: &Told, row: &Row, name: &str, longest: usize) -> String {
    let locale = told.locale;
    let count = row.count.map_or_else(String::new, |count| words::count(locale, count));
    let [share, range] = words::share(locale, row).unwrap_or_default();
    let range = if range.is_empty() { range } else { format!("({range})") };
    let tone = row.tone.as_ref().map_or_else(String::new, |tone| {
        let share = |place: usize| locale.amount(Quantity::Share, tone.shares[place][0], None);
        say!(locale, "analysis-tones", positive = share(0), negative = share(2))
    });
    let name = super::super::layout::cut(name, longest);
    let line = format!(
        "  {}{}{}  {}  {tone}",
        pad(&name, longest + 1),
        pad_left(&count, 10),
        pad_left(&share, 9),
        pad(&range, 18),
    );
    line.trim_end().to_owned()
}
