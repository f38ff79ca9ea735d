//! How sheets look: formats of cells, and what stands above every table.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use crate::output::documents::input::DocumentInput;
use crate::output::draw::Colour;
use crate::output::story::Style;

/// The title, and a fixed date in the place of a clock.
pub fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let date = ExcelDateTime::from_ymd(2012, 1, 1)?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&date))
}

/// How cells look.
pub struct Formats {
    pub head: Format,
    pub text: Format,
    pub title: Format,
    pub quiet: Format,
    pub input: Format,
    pub count: Format,
    pub share: Format,
    pub ratio: Format,
    pub plain: Format,
}

impl Formats {
    pub fn of(told: &DocumentInput) -> Formats {
        let font = told.look.body_font.family.as_str();
        let base =
            || Format::new().set_font_name(font).set_font_size(10).set_align(FormatAlign::Top);
        let main = colour(told.look.colours[0]);
        Formats {
            head: base()
                .set_bold()
                .set_font_color(main)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_color(main)
                .set_text_wrap(),
            text: base().set_text_wrap(),
            title: base()
                .set_bold()
                .set_font_size(15)
                .set_font_name(told.look.heading_font.family.as_str()),
            quiet: base().set_font_color(colour(Colour(0x59, 0x66, 0x75))),
            input: base()
                .set_background_color(0xFF_F4_C2)
                .set_border(FormatBorder::Thin)
                .set_border_color(0xD9_C9_6B)
                .set_num_format("#,##0.####"),
            count: base().set_num_format("#,##0;-#,##0;0"),
            share: base().set_num_format("0.0%"),
            ratio: base().set_num_format("#,##0.00"),
            plain: base().set_num_format("#,##0.####"),
        }
    }

    pub fn of_style(&self, style: Style) -> &Format {
        match style {
            Style::Count => &self.count,
            Style::Share => &self.share,
            Style::Ratio => &self.ratio,
            Style::Plain => &self.plain,
        }
    }
}

pub fn colour(colour: Colour) -> u32 {
    u32::from_be_bytes([0, colour.0, colour.1, colour.2])
}

/// The title of the scenario, the message of the sheet and the stamp; returns the row below them.
pub fn top(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    message: &str,
    formats: &Formats,
) -> Result<u32, XlsxError> {
    sheet.set_screen_gridlines(false);
    sheet.set_landscape();
    sheet.set_paper_size(9);
    if sheet.name() != "Trials" && sheet.name() != "Weekly" {
        sheet.set_print_fit_to_pages(1, 0);
    }
    sheet.write_with_format(
        0,
        0,
        if message.is_empty() { told.story.title.as_str() } else { message },
        &formats.title,
    )?;
    sheet.set_row_height(0, 24)?;
    sheet.write_with_format(
        1,
        0,
        format!("{} · {} · {}", told.story.title, told.story.line, told.foot()),
        &formats.quiet,
    )?;
    Ok(3)
}

/// `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}
