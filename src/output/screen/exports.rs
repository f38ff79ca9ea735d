//! The exports that a scenario names, below its keys.

use super::explain::Page;
use super::layout;
use crate::output::export_file::{ExportFile, ExportPart};
use crate::output::format::Locale;
use crate::output::phrases::analysis as words;
use crate::output::phrases::tame;
use crate::output::words::say;

/// Digits of a hash that tell files apart.
const DIGITS: usize = 12;

/// How each file was understood; nothing where there is none.
pub fn exports(page: Page, files: &[ExportFile]) -> String {
    if files.is_empty() {
        return String::new();
    }
    let locale = page.locale;
    let mut lines = vec![String::new(), say!(locale, "explain-exports")];
    for file in files {
        let hash = file.hash.get(..DIGITS).unwrap_or(&file.hash);
        let name = format!("  {}", tame(&file.name));
        let hash = say!(locale, "explain-hash", hash = hash);
        // A long name has a line of its own.
        if layout::width(&name) + layout::width(&hash) + 2 <= page.columns {
            lines.push(layout::ends(&name, &hash, page.columns));
        } else {
            lines.extend([name, layout::ends("", &hash, page.columns)]);
        }
        for part in &file.parts {
            let text = part_words(locale, part);
            lines.extend(
                layout::wrap(&text, page.columns - 4).iter().map(|line| format!("    {line}")),
            );
        }
    }
    layout::text(&lines)
}

fn part_words(locale: Locale, part: &ExportPart) -> String {
    let [rows, used] = [part.rows, part.used].map(|rows| words::count(locale, rows));
    let used = say!(locale, "receipt-used", rows = rows, used = used);
    let period = part.from.zip(part.to).map(|days| words::period(locale, days));
    let parts = [Some(part.kind.clone()), Some(used), period];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
