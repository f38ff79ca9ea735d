//! One slide: its texts, and the frames on it.

use std::fmt::Write as _;

use super::super::input::DocumentInput;
use super::super::xml::escape;
use super::markup::{BODY, HEAD, IN_MEMORY, OFFICE, Place, hex, mm, transform};
use super::table;
use crate::output::draw::{Colour, Rect, Sheet, Weight};
use crate::output::native::Native;
use crate::output::story::{Page, Table, Tile};

/// What stands on a slide below its title.
pub enum Frame {
    Chart { native: Native, place: Place, alt: String },
    Table { table: Table, place: Place },
    Tile { tile: Tile, place: Place },
}

pub struct Slide {
    pub title: String,
    pub lead: String,
    pub note: String,
    pub frames: Vec<Frame>,
}

impl Slide {
    pub fn of(page: &Page) -> Slide {
        Slide {
            title: page.title.clone(),
            lead: page.lead.clone(),
            note: page.note.clone(),
            frames: Vec::new(),
        }
    }
}

/// Units of a sheet as wide as the body of a slide, at which its small letters have 11 points.
const UNITS: f64 = 1_752.0;

/// The sheet of a chart at a place.
pub fn sheet(place: Place) -> Sheet {
    Sheet::bare(UNITS, UNITS * place.height as f64 / place.width as f64)
}

/// The place of a part of the sheet that fills a place.
pub fn within(place: Place, part: Rect) -> Place {
    let emu = |length: f64| (length * place.width as f64 / UNITS).round() as i64;
    Place {
        x: place.x + emu(part.left),
        y: place.y + emu(part.top),
        width: emu(part.width()),
        height: emu(part.height()),
    }
}

/// The figures of the first slide beside each other.
pub fn tiles(told: &DocumentInput) -> Vec<Frame> {
    let tiles = &told.story.tiles;
    let (gap, count) = (mm(5), tiles.len().max(1) as i64);
    let width = (BODY.width - gap * (count - 1)) / count;
    let place = |place: usize| Place {
        x: BODY.x + place as i64 * (width + gap),
        y: mm(92),
        width,
        height: mm(52),
    };
    tiles
        .iter()
        .enumerate()
        .map(|(number, tile)| Frame::Tile { tile: tile.clone(), place: place(number) })
        .collect()
}

impl Slide {
    pub fn xml(&self, told: &DocumentInput, number: usize) -> String {
        let quiet = Colour(0x59, 0x66, 0x75);
        let ink = Colour(0x1B, 0x26, 0x33);
        let is_first = number == 1;
        let mut shapes = title(&self.title, is_first, told.look.logo.is_some());
        let mut id = 10;
        if !self.lead.is_empty() {
            let (y, size) = if is_first { (mm(70), 2000) } else { (mm(31), 1300) };
            let place = Place { y, height: mm(14), ..BODY };
            shapes +=
                &text_box(3, "Lead", place, &[paragraph(&self.lead, size, Weight::Regular, quiet)]);
        }
        if is_first {
            let line = format!("{} · {}", told.story.title, told.story.line);
            let place = Place { y: mm(16), height: mm(10), ..BODY };
            shapes +=
                &text_box(4, "Scenario", place, &[paragraph(&line, 1400, Weight::Regular, quiet)]);
            if let Some(description) = &told.story.description {
                let place = Place { y: mm(150), height: mm(20), ..BODY };
                shapes += &text_box(
                    5,
                    "Description",
                    place,
                    &[paragraph(description, 1200, Weight::Regular, quiet)],
                );
            }
        }
        let mut chart = 0;
        for frame in &self.frames {
            id += 1;
            match frame {
                Frame::Chart { place, alt, .. } => {
                    shapes += &chart_frame(id, *place, alt, 10 + chart);
                    chart += 1;
                }
                Frame::Table { table: found, place } => shapes += &table::xml(found, *place, id),
                Frame::Tile { tile, place } => {
                    let main = told.look.colours[0];
                    let large = if tile.typical.chars().count() > 9 { 2400 } else { 3000 };
                    let lines = [
                        paragraph(&tile.words, 1200, Weight::Regular, quiet),
                        paragraph(&tile.typical, large, Weight::Bold, main),
                        paragraph(&tile.range, 1200, Weight::Regular, ink),
                    ];
                    shapes += &tile_box(id, *place, &lines, main);
                }
            }
        }
        let foot = Place { x: BODY.x, y: mm(178), width: mm(282), height: mm(7) };
        shapes +=
            &text_box(7, "Source", foot, &[paragraph(&told.foot(), 900, Weight::Regular, quiet)]);
        shapes += &slide_number(number, quiet);
        if let Some(logo) = &told.look.logo {
            shapes += &picture(logo.aspect, told.look.name.as_deref().unwrap_or(""));
        }
        format!(
            "{HEAD}<p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\" \
             xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
    }

    pub fn notes_xml(&self) -> String {
        let text =
            [self.note.as_str(), self.lead.as_str()].into_iter().filter(|text| !text.is_empty());
        let paragraphs: String = text
            .map(|text| format!("<a:p><a:r><a:rPr/><a:t>{}</a:t></a:r></a:p>", escape(text)))
            .collect();
        let paragraphs = if paragraphs.is_empty() { "<a:p/>".to_owned() } else { paragraphs };
        format!(
            "{HEAD}<p:notes xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\" \
             xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree>{GROUP}\
             <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
             <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr>\
             <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp></p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        )
    }
}

const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
    <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

/// One paragraph; `size` counts hundredths of a point.
fn paragraph(text: &str, size: u32, weight: Weight, colour: Colour) -> String {
    let bold = if weight == Weight::Bold { " b=\"1\"" } else { "" };
    if text.is_empty() {
        return format!("<a:p><a:pPr algn=\"l\"/><a:endParaRPr sz=\"{size}\"/></a:p>");
    }
    format!(
        "<a:p><a:pPr algn=\"l\"/><a:r><a:rPr sz=\"{size}\"{bold} dirty=\"0\"><a:solidFill>\
         <a:srgbClr val=\"{}\"/></a:solidFill></a:rPr><a:t>{}</a:t></a:r></a:p>",
        hex(colour),
        escape(text)
    )
}

/// The title of a slide; that of the first one is larger and stands lower. A long title is set
/// smaller.
fn title(text: &str, is_first: bool, has_logo: bool) -> String {
    let length = text.chars().count();
    let size = match (is_first, length) {
        (true, ..=70) => 4000,
        (true, _) => 3200,
        (false, ..=80) => 2400,
        (false, 81..=130) => 2000,
        (false, _) => 1700,
    };
    let place = match (is_first, has_logo) {
        (true, _) => {
            format!("<a:xfrm>{}</a:xfrm>", transform(Place { y: mm(30), height: mm(38), ..BODY }))
        }
        (false, true) => format!(
            "<a:xfrm>{}</a:xfrm>",
            transform(Place { y: mm(11), width: mm(258), height: mm(19), ..BODY })
        ),
        (false, false) => String::new(),
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr>\
         <p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr sz=\"{size}\" dirty=\"0\"/><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
        escape(text)
    )
}

fn text_box(id: u32, name: &str, place: Place, paragraphs: &[String]) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>\
         <p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        transform(place),
        paragraphs.concat()
    )
}

/// A figure on a light ground under a bar of colour.
fn tile_box(id: u32, place: Place, paragraphs: &[String], main: Colour) -> String {
    let bar = Place { height: mm(2), ..place };
    let mut text = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Figure\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"F4F7FA\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>\
         <p:txBody><a:bodyPr wrap=\"square\" lIns=\"108000\" tIns=\"144000\" rIns=\"72000\" bIns=\"72000\" anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        transform(place),
        paragraphs.concat()
    );
    write!(
        text,
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{}\" name=\"Bar\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>",
        id + 100,
        transform(bar),
        hex(main)
    )
    .expect(IN_MEMORY);
    text
}

fn chart_frame(id: u32, place: Place, alt: &str, relation: usize) -> String {
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Chart {id}\" descr=\"{}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>\
         <p:xfrm>{}</p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\
         <c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId{relation}\"/></a:graphicData></a:graphic></p:graphicFrame>",
        escape(alt),
        transform(place)
    )
}

fn slide_number(number: usize, colour: Colour) -> String {
    let place = Place { x: mm(302), y: mm(178), width: mm(20), height: mm(7) };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"8\" name=\"Slide Number\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/><a:lstStyle/>\
         <a:p><a:pPr algn=\"r\"/><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr sz=\"900\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:rPr><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>",
        transform(place),
        hex(colour)
    )
}

/// The logo in the upper right corner, 10 mm high and no wider than 40 mm; `aspect` is a hundred
/// times its width over its height.
fn picture(aspect: u32, name: &str) -> String {
    let width = (mm(10) * i64::from(aspect) / 100).min(mm(40));
    let height = width * 100 / i64::from(aspect.max(1));
    let place = Place { x: mm(322) - width, y: mm(6), width, height };
    format!(
        "<p:pic><p:nvPicPr><p:cNvPr id=\"9\" name=\"Logo\" descr=\"{}\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
         <p:blipFill><a:blip r:embed=\"rId3\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
         <p:spPr><a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
        escape(name),
        transform(place)
    )
}
