//! Tables of the deck: real tables, in as many slides as they take.

use super::markup::{Letters, POINT, Place, Shade, mm, transform};
use crate::locale::Locale;
use crate::output::draw::{Face, Weight, text_width};
use crate::output::story::Table;

/// Size of letters in points: of a long table, and of a short one.
pub const SMALL: f64 = 10.0;
const LARGE: f64 = 16.0;
/// Rows of a short table.
const SHORT: usize = 8;
/// A table in less height has small letters.
const TALL: i64 = mm(90);
/// Room above and below the letters of a row, and beside them.
const AIR: f64 = 7.0 * POINT;
const SIDE: f64 = 10.0 * POINT;

/// The widths of the columns.
fn widths(table: &Table, whole: i64) -> Vec<f64> {
    let sum: f64 = table.widths.iter().sum();
    table.widths.iter().map(|width| whole as f64 * width / sum).collect()
}

/// The size of the letters of a table that has a place to itself.
pub fn size(table: &Table, place: Place) -> f64 {
    if table.rows.len() <= SHORT && table.heads.len() <= 5 && place.height >= TALL {
        LARGE
    } else {
        SMALL
    }
}

/// The height of a row: of its cell with the most lines.
fn height(cells: &[String], widths: &[f64], size: f64) -> f64 {
    let lines = cells.iter().zip(widths).map(|(cell, width)| {
        let room = (width - SIDE) / POINT;
        // Words do not fill their lines to the end.
        (text_width(cell, size, &Face::inter(Weight::Regular)) * 1.08 / room).ceil().max(1.0)
    });
    lines.fold(1.0, f64::max) * 1.2 * size * POINT + AIR * size / SMALL
}

/// As many of the first rows as fit into a place below a chart.
pub fn below(table: &Table, place: Place) -> Table {
    let widths = widths(table, place.width);
    let mut used = height(&table.heads, &widths, SMALL);
    let fits = |row: &&Vec<String>| {
        used += height(row, &widths, SMALL);
        used <= place.height as f64
    };
    Table { rows: table.rows.iter().take_while(fits).cloned().collect(), ..table.clone() }
}

/// The table in parts that fit into a place each.
pub fn split(table: &Table, place: Place) -> Vec<Table> {
    let (room, widths, size) =
        (place.height as f64, widths(table, place.width), size(table, place));
    let head = height(&table.heads, &widths, size);
    let mut parts: Vec<Table> = Vec::new();
    let mut used = f64::INFINITY;
    for row in &table.rows {
        let tall = height(row, &widths, size);
        if used + tall > room {
            parts.push(Table { rows: Vec::new(), ..table.clone() });
            used = head;
        }
        used += tall;
        if let Some(last) = parts.last_mut() {
            last.rows.push(row.clone());
        }
    }
    parts
}

/// A table with its place and the size of its letters in points.
#[derive(Clone, Copy, Debug)]
pub struct Set<'a> {
    pub table: &'a Table,
    pub place: Place,
    pub size: f64,
}

/// A table in its frame, with the placeholder that it fills.
pub fn xml(table: &Set, (id, holder): (u32, &str), locale: Locale) -> String {
    let Set { table, place, size } = *table;
    let widths = widths(table, place.width);
    let grid: String =
        widths.iter().map(|width| format!("<a:gridCol w=\"{}\"/>", width.round() as i64)).collect();
    let rows: String = std::iter::once((&table.heads, Kind::Head))
        .chain(table.rows.iter().map(|row| (row, Kind::Row)))
        .map(|(cells, kind)| {
            let cells_xml: String = cells
                .iter()
                .enumerate()
                .map(|(place, cell)| {
                    let side = if place >= table.words { "r" } else { "l" };
                    self::cell(cell, size, (side, kind), locale)
                })
                .collect();
            format!(
                "<a:tr h=\"{}\">{cells_xml}</a:tr>",
                height(cells, &widths, size).round() as i64
            )
        })
        .collect();
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Table {id}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>\
         <p:xfrm>{}</p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">\
         <a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
        transform(place)
    )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Row,
}

/// A cell with a line below it; heads are bold and grey.
fn cell(text: &str, size: f64, (side, kind): (&str, Kind), locale: Locale) -> String {
    let letters = Letters::of(locale).sized((100.0 * size).round() as u32);
    let (letters, line, rule) = match kind {
        Kind::Head => (letters.bold().shaded(Shade::Quiet), "19050", Shade::Line),
        Kind::Row => (letters.shaded(Shade::Ink), "6350", Shade::Rule),
    };
    let none = |side: &str| format!("<a:ln{side} w=\"0\"><a:noFill/></a:ln{side}>");
    let air = AIR * size / SMALL;
    format!(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{side}\"/>{}</a:p></a:txBody>\
         <a:tcPr marL=\"0\" marR=\"{:.0}\" marT=\"{:.0}\" marB=\"{:.0}\">{}{}{}<a:lnB w=\"{line}\">{}</a:lnB><a:noFill/></a:tcPr></a:tc>",
        letters.run(text),
        SIDE,
        air / 2.0,
        air / 2.0,
        none("L"),
        none("R"),
        none("T"),
        rule.fill()
    )
}
