//! How sheets look: formats of cells, and the number formats of the document's language.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, XlsxError};

use crate::locale::Locale;
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
    /// Of every cell that has no other.
    pub base: Format,
    pub head: Format,
    /// Above numbers.
    pub head_number: Format,
    pub text: Format,
    /// Words behind the first column, which part from numbers before them.
    pub text_in: Format,
    pub head_in: Format,
    pub strong: Format,
    pub title: Format,
    /// Of a cell that is true or false, which a format of numbers would write as 1 or 0.
    pub check: Format,
    pub quiet: Format,
    /// A yellow cell, which may be changed, by the style of its number.
    pub inputs: BTreeMap<Style, Format>,
    numbers: BTreeMap<Style, Format>,
}

/// Decimals that a number may have.
const DECIMALS: u8 = 6;

impl Formats {
    pub fn of(told: &DocumentInput) -> Formats {
        let font = told.look.body_font.family.as_str();
        let base =
            || Format::new().set_font_name(font).set_font_size(10).set_align(FormatAlign::Top);
        let main = colour(told.look.colours[0]);
        let head = || {
            base()
                .set_bold()
                .set_font_color(main)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_color(main)
                .set_text_wrap()
        };
        let input = || {
            base()
                .set_background_color(0xFF_F4_C2)
                .set_border(FormatBorder::Thin)
                .set_border_color(0xD9_C9_6B)
        };
        let (locale, currency) = (told.locale(), told.story.currency.as_str());
        let styles = || {
            let with = |places| [Style::Number(places), Style::Money(places), Style::Share(places)];
            (0..=DECIMALS).flat_map(with).chain([Style::Plain, Style::Day, Style::Month])
        };
        let each = |make: &dyn Fn() -> Format| {
            let one = |style| (style, make().set_num_format(code(style, locale, currency)));
            styles().map(one).collect::<BTreeMap<Style, Format>>()
        };
        Formats {
            base: base(),
            head: head(),
            head_number: head().set_align(FormatAlign::Right),
            text: base().set_text_wrap(),
            text_in: base().set_align(FormatAlign::Left).set_text_wrap().set_indent(1),
            head_in: head().set_align(FormatAlign::Left).set_indent(1),
            strong: base().set_bold().set_font_size(11).set_text_wrap(),
            check: base().set_align(FormatAlign::Right),
            title: base()
                .set_bold()
                .set_font_size(15)
                .set_font_name(told.look.heading_font.family.as_str()),
            quiet: base().set_font_color(colour(Colour(0x59, 0x66, 0x75))),
            inputs: each(&input),
            numbers: each(&base),
        }
    }

    pub fn number(&self, style: Style) -> &Format {
        &self.numbers[&style]
    }
}

/// The number format of a style, with the signs of the language: programs write the separators of
/// their own settings in it.
pub fn code(style: Style, locale: Locale, currency: &str) -> String {
    let decimals = |places: u8| {
        let point = if places > 0 { "." } else { "" };
        format!("{point}{}", "0".repeat(usize::from(places)))
    };
    match style {
        Style::Number(places) => format!("#,##0{}", decimals(places)),
        Style::Money(places) => {
            let number = format!("#,##0{}", decimals(places));
            let [before, behind] = around(locale, currency);
            format!("{before}{number}{behind};-{before}{number}{behind}")
        }
        Style::Share(places) if locale == Locale::En => format!("0{}%", decimals(places)),
        Style::Share(places) => format!("0{}\u{A0}%", decimals(places)),
        Style::Plain => "0".to_owned(),
        Style::Day => format!("[$-{}]d mmm yyyy", language(locale)),
        Style::Month => format!("[$-{}]mmmm yyyy", language(locale)),
    }
}

/// What stands before and behind a sum of money.
fn around(locale: Locale, currency: &str) -> [String; 2] {
    let sign = sign(currency);
    match locale {
        Locale::En if sign == currency => [format!("\"{currency}\u{A0}\""), String::new()],
        Locale::En => [format!("\"{sign}\""), String::new()],
        Locale::Ru | Locale::Uk => [String::new(), format!("\"\u{A0}{sign}\"")],
    }
}

/// The sign of a currency; its code where it has none that everybody knows.
pub fn sign(currency: &str) -> &str {
    match currency {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "RUB" => "₽",
        "UAH" => "₴",
        _ => currency,
    }
}

/// The number of a language in number formats.
const fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "409",
        Locale::Ru => "419",
        Locale::Uk => "422",
    }
}

pub fn colour(colour: Colour) -> u32 {
    u32::from_be_bytes([0, colour.0, colour.1, colour.2])
}

/// `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}
