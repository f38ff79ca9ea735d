//! What slides, charts and tables of the deck share: `DrawingML`'s units, places and names.

use crate::output::draw::Colour;

/// The first line of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The prefix of all kinds of relationships.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Why no text fails to be written.
pub const IN_MEMORY: &str = "a string takes every text";

/// Millimetres in the unit of `DrawingML`.
pub const fn mm(length: i64) -> i64 {
    length * 36_000
}

/// A colour as `DrawingML` spells it.
pub fn hex(colour: Colour) -> String {
    format!("{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}

/// A place on the slide, from its left and upper edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
}

/// The slide is 338.67 mm wide and 190.5 mm high.
pub const BODY: Place = Place { x: mm(16), y: mm(47), width: mm(306), height: mm(125) };
/// Where a chart shares the slide with a table.
pub const ABOVE: Place = Place { height: mm(74), ..BODY };
/// Where a table shares the slide with a chart.
pub const BELOW: Place = Place { y: mm(124), height: mm(48), ..BODY };

/// The place of a shape.
pub fn transform(place: Place) -> String {
    format!(
        "<a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/>",
        place.x, place.y, place.width, place.height
    )
}
