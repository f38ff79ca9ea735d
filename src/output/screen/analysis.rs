//! What exports tell, on one screen.

mod figures;
mod forecast;
mod groups;
mod receipts;
mod told;

use super::layout::{self, ends, wrap};
use crate::output::analysis::Told;
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say};

pub use receipts::receipts;

/// Figures under their headings.
const SECTIONS: [(&str, &[&str]); 5] = [
    (
        "analysis-reach",
        &[
            "posts",
            "reach_per_post",
            "frequency",
            "engagement",
            "non_follower_reach",
            "followers",
            "gained",
            "lost",
        ],
    ),
    (
        "analysis-talk",
        &["questions", "answered_share", "response_p50_hours", "response_p90_hours", "authors"],
    ),
    ("analysis-tone", &["share_positive", "share_neutral", "share_negative"]),
    ("analysis-voice", &["share_of_voice"]),
    ("analysis-leads", &["leads", "won"]),
];

/// The whole answer.
pub fn analysis(told: &Told) -> String {
    let locale = told.locale;
    let mut lines = vec![title(told), String::new()];
    for (heading, ids) in SECTIONS {
        let found = told.analysis.figures.iter().filter(|figure| ids.contains(&figure.id));
        let rows = figures::lines(told, &found.collect::<Vec<_>>());
        if !rows.is_empty() {
            lines.push(locale.say(heading, &[]));
            lines.extend(rows);
        }
    }
    if told.analysis.figures.is_empty() {
        lines.extend(wrap(&say!(locale, "analysis-nothing"), told.columns));
    }
    if let Some(change) = &told.analysis.change {
        lines.push(String::new());
        lines.extend(told::change(told, change));
    }
    lines.extend(forecast::laid_over(told));
    lines.extend(groups::chosen(told));
    lines.extend(told::odd(told));
    lines.extend(told::left_out(told));
    lines.extend(told::tasks(told));
    lines.extend(told::sample(told));
    layout::text(&lines)
}

/// The files and their period; how many files, and the zone.
fn title(told: &Told) -> String {
    let locale = told.locale;
    let period = told.analysis.period.map(|period| words::period(locale, period));
    let name = told.files.join(" ");
    let left = match &period {
        Some(period) => format!("{name}, {period}"),
        None => name,
    };
    let mut files: Vec<&str> = told.receipts().map(|receipt| receipt.file.as_str()).collect();
    files.dedup();
    let right = say!(
        locale,
        "analysis-files",
        n = files.len() as u64,
        zone = words::zone(locale, &told.analysis.zone)
    );
    if layout::width(&left) + 2 + layout::width(&right) <= told.columns {
        return ends(&left, &right, told.columns);
    }
    let rest = period.map_or_else(|| right.clone(), |period| format!("{period} · {right}"));
    let name = layout::cut(&told.files.join(" "), told.columns);
    format!("{name}\n{}", wrap(&rest, told.columns).join("\n"))
}
