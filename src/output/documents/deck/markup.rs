//! What slides, charts and tables of the deck share: `DrawingML`'s units, places, colours of the
//! theme and runs of text.

use super::super::xml::escape;
use crate::locale::Locale;
use crate::output::draw::{Colour, Weight};

/// The first line of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The prefix of all kinds of relationships.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The names that every part of a presentation declares.
pub const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// Why no text fails to be written.
pub const IN_MEMORY: &str = "a string takes every text";

/// The root of a tree of shapes.
pub const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
    <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

/// The unit of `DrawingML` for a point.
pub const POINT: f64 = 12_700.0;

/// Millimetres in the unit of `DrawingML`.
pub const fn mm(length: i64) -> i64 {
    length * 36_000
}

/// A colour as `DrawingML` spells it.
pub fn hex(colour: Colour) -> String {
    format!("{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}

/// A place on the slide, from its left and upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
}

/// The place of a shape.
pub fn transform(place: Place) -> String {
    format!(
        "<a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/>",
        place.x, place.y, place.width, place.height
    )
}

/// A colour of the theme, so that another theme moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    Ink,
    Quiet,
    /// Behind a figure.
    Ground,
    Main,
    /// What is not filled.
    Faint,
    /// Below the heads of a table.
    Line,
    /// Below its rows.
    Rule,
}

impl Shade {
    const fn scheme(self) -> &'static str {
        match self {
            Shade::Ink => "<a:schemeClr val=\"tx1\"/>",
            Shade::Quiet => "<a:schemeClr val=\"tx2\"/>",
            Shade::Ground => "<a:schemeClr val=\"bg2\"/>",
            Shade::Main => "<a:schemeClr val=\"accent1\"/>",
            Shade::Faint => {
                "<a:schemeClr val=\"accent1\"><a:satMod val=\"54000\"/><a:lumMod val=\"25000\"/><a:lumOff val=\"75000\"/></a:schemeClr>"
            }
            Shade::Line => {
                "<a:schemeClr val=\"tx2\"><a:lumMod val=\"60000\"/><a:lumOff val=\"40000\"/></a:schemeClr>"
            }
            Shade::Rule => {
                "<a:schemeClr val=\"tx2\"><a:lumMod val=\"20000\"/><a:lumOff val=\"80000\"/></a:schemeClr>"
            }
        }
    }

    /// A surface of this colour.
    pub fn fill(self) -> String {
        format!("<a:solidFill>{}</a:solidFill>", self.scheme())
    }
}

/// The language of a text, as `DrawingML` names it: spellers go by it.
pub const fn lang(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en-US",
        Locale::Ru => "ru-RU",
        Locale::Uk => "uk-UA",
    }
}

/// How letters look; `None` where the placeholder says it.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// In hundredths of a point.
    pub size: Option<u32>,
    pub weight: Weight,
    pub shade: Option<Shade>,
    pub locale: Locale,
}

impl Letters {
    /// As the placeholder has them.
    pub const fn of(locale: Locale) -> Letters {
        Letters { size: None, weight: Weight::Regular, shade: None, locale }
    }

    pub const fn sized(self, size: u32) -> Letters {
        Letters { size: Some(size), ..self }
    }

    pub const fn bold(self) -> Letters {
        Letters { weight: Weight::Bold, ..self }
    }

    pub const fn shaded(self, shade: Shade) -> Letters {
        Letters { shade: Some(shade), ..self }
    }

    fn attributes(self) -> String {
        let size = self.size.map_or_else(String::new, |size| format!(" sz=\"{size}\""));
        let bold = if self.weight == Weight::Bold { " b=\"1\"" } else { "" };
        format!(" lang=\"{}\"{size}{bold} dirty=\"0\"", lang(self.locale))
    }

    /// A stretch of text.
    pub fn run(self, text: &str) -> String {
        if text.is_empty() {
            return format!("<a:endParaRPr{}/>", self.attributes());
        }
        let fill = self.shade.map_or_else(String::new, Shade::fill);
        format!("<a:r><a:rPr{}>{fill}</a:rPr><a:t>{}</a:t></a:r>", self.attributes(), escape(text))
    }

    /// A paragraph that begins at the left.
    pub fn paragraph(self, text: &str) -> String {
        format!("<a:p><a:pPr algn=\"l\"/>{}</a:p>", self.run(text))
    }

    /// A paragraph as its placeholder sets it.
    pub fn plain(self, text: &str) -> String {
        format!("<a:p>{}</a:p>", self.run(text))
    }
}
