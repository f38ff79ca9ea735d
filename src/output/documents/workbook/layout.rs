//! What every sheet has: its name, what stands above its table, and how it is printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::format::Formats;
use super::width;
use crate::locale::Locale;
use crate::output::documents::DocumentInput;
use crate::output::words::Words as _;

/// The sheets in their order, each with the message that names it.
pub const SHEETS: [(&str, &str); 25] = [
    ("Answer", "sheet-name-answer"),
    ("Learnt", "sheet-name-learnt"),
    ("Totals", "sheet-name-totals"),
    ("All figures", "sheet-name-all-figures"),
    ("Groups", "sheet-name-groups"),
    ("Weeks", "sheet-name-weeks"),
    ("Receipts", "sheet-name-receipts"),
    ("Summary", "sheet-name-summary"),
    ("Inputs", "sheet-name-inputs"),
    ("Years", "sheet-name-years"),
    ("Weekly", "sheet-name-weekly"),
    ("Monthly", "sheet-name-monthly"),
    ("Reach", "sheet-name-reach"),
    ("Overlap", "sheet-name-overlap"),
    ("Funnel", "sheet-name-funnel"),
    ("Value", "sheet-name-value"),
    ("Histogram", "sheet-name-histogram"),
    ("Streams", "sheet-name-streams"),
    ("Costs", "sheet-name-costs"),
    ("Cash flow", "sheet-name-cash-flow"),
    ("Variants", "sheet-name-variants"),
    ("Drivers", "sheet-name-drivers"),
    ("Sources", "sheet-name-sources"),
    ("Glossary", "sheet-name-glossary"),
    ("Trials", "sheet-name-trials"),
];

/// The name of a sheet in the language of the document.
pub fn name(locale: Locale, id: &str) -> String {
    let row = SHEETS.iter().find(|(known, _)| *known == id);
    row.map_or_else(|| id.to_owned(), |(_, message)| locale.say(message, &[]))
}

/// The first row of the table.
pub const FIRST: u32 = 4;

/// Names a sheet, and writes its message and the stamp above its table.
pub fn top(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    (id, message): (&str, &str),
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(name(told.locale(), id))?;
    sheet.set_screen_gridlines(false);
    let title = if message.is_empty() { told.story.title.as_str() } else { message };
    sheet.write_with_format(0, 0, title, &formats.title)?;
    sheet.set_row_height(0, 24)?;
    let line = format!("{} · {}", told.story.title, told.story.line);
    sheet.write_with_format(1, 0, line, &formats.quiet)?;
    sheet.write_with_format(2, 0, told.foot(), &formats.quiet)?;
    Ok(())
}

/// How many pages a sheet may take.
pub enum Pages {
    One,
    /// One wide, and as long as it takes.
    Wide,
}

/// The part of a sheet that is printed: its heads, its last row and its last column.
pub struct Printed {
    pub heads: Option<u32>,
    pub last: (u32, u16),
    pub pages: Pages,
}

/// A4, one page wide, with the heads on every page and the sheet, the scenario and the page at its
/// foot.
pub fn print(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    printed: &Printed,
) -> Result<(), XlsxError> {
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_margins(0.5, 0.5, 0.5, 0.7, 0.3, 0.3);
    sheet.set_print_fit_to_pages(1, u16::from(matches!(printed.pages, Pages::One)));
    sheet.set_print_area(0, 0, printed.last.0, printed.last.1)?;
    if let Some(heads) = printed.heads {
        sheet.set_repeat_rows(heads, heads)?;
    }
    let title: String = told.story.title.chars().take(60).collect();
    let hash = told.story.stamp.split(" · ").next().unwrap_or_default();
    let escaped = |text: &str| text.replace('&', "&&");
    sheet.set_footer(format!("&L{} · &A&C{}&R&P / &N", escaped(&title), escaped(hash)));
    Ok(())
}

/// The last column that a picture of so many pixels covers, from a column of usual width on.
pub const fn covered(from: u16, pixels: u32) -> u16 {
    from + pixels.div_ceil(PIXELS) as u16
}

/// The last row that a picture of so many pixels covers.
pub const fn down(from: u32, pixels: u32) -> u32 {
    from + pixels.div_ceil(ROW)
}

/// The usual width of a column and height of a row, in pixels.
pub const PIXELS: u32 = 64;
pub const ROW: u32 = 17;

/// Words over several columns, with the height that they take.
pub fn across(
    sheet: &mut Worksheet,
    (row, last): (u32, u16),
    (text, format): (&str, &rust_xlsxwriter::Format),
    wide: f64,
) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, last, text, format)?;
    sheet.set_row_height(row, width::height(width::lines(text, wide)))?;
    Ok(())
}
