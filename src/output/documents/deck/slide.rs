//! One slide: its texts in placeholders, and the frames between them.

use super::super::input::DocumentInput;
use super::super::xml::escape;
use super::answer;
use super::markup::{GROUP, HEAD, Letters, NAMES, Place, Shade, lang, transform};
use super::shapes::{fitting, text_box};
use super::stage::{Role, Spot, Stage};
use super::table;
use crate::output::native::Native;
use crate::output::story::{Chapter, Table};

/// What stands on a slide below its title.
#[derive(Debug)]
pub enum Frame {
    Chart {
        native: Native,
        place: Place,
        alt: String,
    },
    Table {
        table: Table,
        place: Place,
        /// Of its letters, in points.
        size: f64,
    },
    /// The answer as a picture of its own.
    Answer,
}

#[derive(Debug)]
pub struct Slide {
    pub role: Role,
    pub chapter: Chapter,
    pub title: String,
    pub lead: String,
    /// What is said over it, a paragraph each.
    pub notes: Vec<String>,
    pub frames: Vec<Frame>,
}

impl Slide {
    /// Its charts with their places.
    pub fn charts(&self) -> impl Iterator<Item = (&Native, Place)> {
        self.frames.iter().filter_map(|frame| match frame {
            Frame::Chart { native, place, .. } => Some((native, *place)),
            Frame::Table { .. } | Frame::Answer => None,
        })
    }

    pub fn xml(&self, told: &DocumentInput, stage: &Stage, number: usize) -> String {
        let locale = told.locale();
        let letters = Letters::of(locale);
        let mut shapes = self.title(stage, letters);
        if !self.lead.is_empty() {
            shapes += &spot((3, "Lead"), &stage.lead, letters.sized(1300), &self.lead);
        }
        let mut charts = 0;
        for (place, frame) in self.frames.iter().enumerate() {
            let id = 20 + place as u32;
            match frame {
                Frame::Chart { place, alt, .. } => {
                    let alone = self.charts().count() == 1;
                    let holder = stage.chart.filter(|_| alone);
                    shapes += &chart_frame(id, (*place, holder), alt, 10 + charts);
                    charts += 1;
                }
                Frame::Table { table: found, place, size } => {
                    let holder =
                        stage.table.map(|idx| format!("<p:ph type=\"tbl\" idx=\"{idx}\"/>"));
                    let holder = holder.unwrap_or_default();
                    let set = table::Set { table: found, place: *place, size: *size };
                    shapes += &table::xml(&set, (id, &holder), locale);
                }
                Frame::Answer => shapes += &answer::shapes(told, stage.body),
            }
        }
        let foot = told.foot();
        shapes += &spot((7, "Footer"), &stage.foot, letters.sized(900), &foot);
        if let Some(idx) = stage.number {
            shapes += &slide_number(idx, number, lang(locale));
        }
        format!(
            "{HEAD}<p:sld {NAMES}><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
    }

    /// The title in its placeholder; a long one is set smaller.
    fn title(&self, stage: &Stage, letters: Letters) -> String {
        let size = fitting(&self.title, stage.title, stage.title_size);
        let letters = if size < stage.title_size {
            letters.sized((size * 100.0).round() as u32)
        } else {
            letters
        };
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{}\"/></p:nvPr></p:nvSpPr>\
             <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp>",
            stage.title_kind,
            letters.plain(&self.title)
        )
    }

    pub fn notes_xml(&self, told: &DocumentInput) -> String {
        let letters = Letters::of(told.locale());
        let paragraphs: String = self.notes.iter().map(|text| letters.plain(text)).collect();
        let paragraphs = if paragraphs.is_empty() { "<a:p/>".to_owned() } else { paragraphs };
        format!(
            "{HEAD}<p:notes {NAMES}><p:cSld><p:spTree>{GROUP}\
             <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
             <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr>\
             <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp></p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        )
    }
}

/// A text in its placeholder, which says how it looks, or in a box of its own.
fn spot((id, name): (u32, &str), at: &Spot, letters: Letters, text: &str) -> String {
    let held = Letters::of(letters.locale).plain(text);
    match at {
        Spot::Holder { kind, idx } => format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\" sz=\"quarter\" idx=\"{idx}\"/></p:nvPr></p:nvSpPr>\
             <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{held}</p:txBody></p:sp>"
        ),
        Spot::Box(place) => {
            text_box((id, name), *place, &letters.shaded(Shade::Quiet).paragraph(text))
        }
    }
}

fn chart_frame(
    id: u32,
    (place, holder): (Place, Option<u32>),
    alt: &str,
    relation: usize,
) -> String {
    let holder = holder.map_or_else(
        || "<p:nvPr/>".to_owned(),
        |idx| format!("<p:nvPr><p:ph type=\"chart\" idx=\"{idx}\"/></p:nvPr>"),
    );
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Chart {id}\" descr=\"{}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>{holder}</p:nvGraphicFramePr>\
         <p:xfrm>{}</p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\
         <c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId{relation}\"/></a:graphicData></a:graphic></p:graphicFrame>",
        escape(alt),
        transform(place)
    )
}

fn slide_number(idx: u32, number: usize, lang: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"8\" name=\"Slide Number\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldNum\" sz=\"quarter\" idx=\"{idx}\"/></p:nvPr></p:nvSpPr>\
         <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"{lang}\"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
    )
}
