//! `deck.pptx`: a slide a page, 16:9, with charts and tables that can be edited and notes that say
//! how to read them.
//!
//! The parts that never change stand in `deck/parts/`; slides, charts and tables are written here,
//! in `DrawingML` (ECMA-376).

mod chart;
mod markup;
mod slide;
mod table;

use std::io::{self, Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::input::{DocumentInput, failed};
use super::workbook::native::embedded;
use super::xml::escape;
use crate::output::native::Native;
use crate::output::story::Page;
use crate::output::words::say;
use markup::{ABOVE, BELOW, BODY, HEAD, OFFICE, hex};
use slide::{Frame, Slide};

/// Parts that are the same in every deck: their names and texts.
const FIXED: &[(&str, &str)] = &[
    ("_rels/.rels", include_str!("deck/parts/rels.xml")),
    ("docProps/app.xml", include_str!("deck/parts/app.xml")),
    ("ppt/presProps.xml", include_str!("deck/parts/presProps.xml")),
    ("ppt/viewProps.xml", include_str!("deck/parts/viewProps.xml")),
    ("ppt/tableStyles.xml", include_str!("deck/parts/tableStyles.xml")),
    ("ppt/slideMasters/slideMaster1.xml", include_str!("deck/parts/slideMaster.xml")),
    (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        include_str!("deck/parts/slideMaster.rels.xml"),
    ),
    ("ppt/slideLayouts/slideLayout1.xml", include_str!("deck/parts/slideLayout.xml")),
    (
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        include_str!("deck/parts/slideLayout.rels.xml"),
    ),
    ("ppt/notesMasters/notesMaster1.xml", include_str!("deck/parts/notesMaster.xml")),
    (
        "ppt/notesMasters/_rels/notesMaster1.xml.rels",
        include_str!("deck/parts/notesMaster.rels.xml"),
    ),
];
const THEME: &str = include_str!("deck/parts/theme.xml");

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    let slides = slides(told);
    let mut package = Package::new();
    package.part("[Content_Types].xml", &content_types(told, &slides))?;
    for (name, text) in FIXED {
        package.part(name, text)?;
    }
    for name in ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"] {
        package.part(name, &theme(told))?;
    }
    package.part("docProps/core.xml", &core(told))?;
    package.part("ppt/presentation.xml", &presentation(slides.len()))?;
    package.part("ppt/_rels/presentation.xml.rels", &presentation_rels(slides.len()))?;
    if let Some(logo) = &told.look.logo {
        package.bytes(&format!("ppt/media/logo.{}", logo.kind.extension()), &logo.bytes)?;
    }
    let mut charts = 0;
    for (place, slide) in slides.iter().enumerate() {
        let number = place + 1;
        let first = charts + 1;
        package.part(&format!("ppt/slides/slide{number}.xml"), &slide.xml(told, number))?;
        package.part(
            &format!("ppt/slides/_rels/slide{number}.xml.rels"),
            &slide_rels(told, slide, number, first),
        )?;
        package.part(&format!("ppt/notesSlides/notesSlide{number}.xml"), &slide.notes_xml())?;
        package.part(
            &format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"),
            &notes_rels(number),
        )?;
        for frame in &slide.frames {
            let Frame::Chart { native, place, .. } = frame else { continue };
            charts += 1;
            let printer = chart::Printer { look: told.look, locale: told.locale(), place: *place };
            package.part(&format!("ppt/charts/chart{charts}.xml"), &printer.xml(native))?;
            package
                .part(&format!("ppt/charts/_rels/chart{charts}.xml.rels"), &chart_rels(charts))?;
            package.bytes(
                &format!("ppt/embeddings/chart{charts}.xlsx"),
                &embedded(native, told.locale())?,
            )?;
        }
    }
    package.finish()
}

/// The slides of every page; long tables go on over several.
fn slides(told: &DocumentInput) -> Vec<Slide> {
    told.story.pages.iter().flat_map(|page| of_page(told, page)).collect()
}

fn of_page(told: &DocumentInput, page: &Page) -> Vec<Slide> {
    let plain = || Slide::of(page);
    if page.id == "answer" {
        return vec![Slide { frames: slide::tiles(told), ..plain() }];
    }
    let mut slides = Vec::new();
    let body = if page.table.is_some() { ABOVE } else { BODY };
    if let Some(scene) = told.scene(page, slide::sheet(body)) {
        let frames = Native::of(&scene).into_iter().map(|native| Frame::Chart {
            place: slide::within(body, native.frame),
            native,
            alt: format!("{}. {}", page.title, page.lead),
        });
        slides.push(Slide { frames: frames.collect(), ..plain() });
    }
    let Some(table) = &page.table else { return slides };
    if let Some(slide) = slides.last_mut() {
        slide.frames.push(Frame::Table { table: table::below(table), place: BELOW });
        return slides;
    }
    let parts = table::split(table);
    let count = parts.len();
    for (place, part) in parts.into_iter().enumerate() {
        let title = match count {
            1 => page.title.clone(),
            _ => say!(
                told.locale(),
                "continued",
                title = page.title.as_str(),
                n = place + 1,
                of = count
            ),
        };
        let frame = Frame::Table { table: part, place: BODY };
        slides.push(Slide {
            title,
            lead: if place == 0 { page.lead.clone() } else { String::new() },
            frames: vec![frame],
            ..plain()
        });
    }
    slides
}

/// A zip file whose bytes depend on its content only.
struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    fn new() -> Package {
        Package(ZipWriter::new(Cursor::new(Vec::new())))
    }

    fn part(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.bytes(name, text.as_bytes())
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options).map_err(failed)?;
        self.0.write_all(bytes)
    }

    fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish().map_err(failed)?.into_inner())
    }
}

fn content_types(told: &DocumentInput, slides: &[Slide]) -> String {
    let part = |name: String, kind: &str| {
        format!(
            "<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"
        )
    };
    let charts = slides
        .iter()
        .flat_map(|slide| &slide.frames)
        .filter(|frame| matches!(frame, Frame::Chart { .. }))
        .count();
    let mut text = HEAD.to_owned()
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
           <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
           <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
           <Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>";
    if let Some(logo) = &told.look.logo {
        text.extend([format!(
            "<Default Extension=\"{}\" ContentType=\"{}\"/>",
            logo.kind.extension(),
            logo.kind.mime()
        )]);
    }
    text.push_str(&part("ppt/presentation.xml".into(), "presentationml.presentation.main"));
    text.push_str(&part("ppt/presProps.xml".into(), "presentationml.presProps"));
    text.push_str(&part("ppt/viewProps.xml".into(), "presentationml.viewProps"));
    text.push_str(&part("ppt/tableStyles.xml".into(), "presentationml.tableStyles"));
    text.push_str(&part("ppt/slideMasters/slideMaster1.xml".into(), "presentationml.slideMaster"));
    text.push_str(&part("ppt/slideLayouts/slideLayout1.xml".into(), "presentationml.slideLayout"));
    text.push_str(&part("ppt/notesMasters/notesMaster1.xml".into(), "presentationml.notesMaster"));
    text.push_str(&part("ppt/theme/theme1.xml".into(), "theme"));
    text.push_str(&part("ppt/theme/theme2.xml".into(), "theme"));
    for number in 1..=slides.len() {
        text.push_str(&part(format!("ppt/slides/slide{number}.xml"), "presentationml.slide"));
        text.push_str(&part(
            format!("ppt/notesSlides/notesSlide{number}.xml"),
            "presentationml.notesSlide",
        ));
    }
    text.extend(
        (1..=charts).map(|number| part(format!("ppt/charts/chart{number}.xml"), "drawingml.chart")),
    );
    text + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
            <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
}

/// The colours and fonts of the look.
fn theme(told: &DocumentInput) -> String {
    let look = told.look;
    let accents =
        look.colours.iter().enumerate().fold(String::new(), |mut text, (place, colour)| {
            text.extend([format!(
                "<a:accent{0}><a:srgbClr val=\"{1}\"/></a:accent{0}>",
                place + 1,
                hex(*colour)
            )]);
            text
        });
    THEME
        .replace("{accents}", &accents)
        .replace("{link}", &hex(look.colours[0]))
        .replace("{heading}", &escape(&look.heading_font.family))
        .replace("{body}", &escape(&look.body_font.family))
}

fn core(told: &DocumentInput) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escape(&told.story.title),
        told.locale().id()
    )
}

fn presentation(slides: usize) -> String {
    let ids: String = (0..slides)
        .map(|place| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + place, 10 + place))
        .collect();
    format!(
        "{HEAD}<p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\" \
         xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" saveSubsetFonts=\"1\">\
         <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>\
         <p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    )
}

/// Relationships from one part to others.
fn relationships(rows: &[(String, &str, String)]) -> String {
    let rows: String = rows
        .iter()
        .map(|(id, kind, target)| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{rows}</Relationships>"
    )
}

fn presentation_rels(slides: usize) -> String {
    let mut rows = vec![
        ("rId1".to_owned(), "slideMaster", "slideMasters/slideMaster1.xml".to_owned()),
        ("rId2".to_owned(), "notesMaster", "notesMasters/notesMaster1.xml".to_owned()),
        ("rId3".to_owned(), "theme", "theme/theme1.xml".to_owned()),
        ("rId4".to_owned(), "presProps", "presProps.xml".to_owned()),
        ("rId5".to_owned(), "viewProps", "viewProps.xml".to_owned()),
        ("rId6".to_owned(), "tableStyles", "tableStyles.xml".to_owned()),
    ];
    rows.extend((0..slides).map(|place| {
        (format!("rId{}", 10 + place), "slide", format!("slides/slide{}.xml", place + 1))
    }));
    relationships(&rows)
}

fn slide_rels(told: &DocumentInput, slide: &Slide, number: usize, first: usize) -> String {
    let mut rows = vec![
        ("rId1".to_owned(), "slideLayout", "../slideLayouts/slideLayout1.xml".to_owned()),
        ("rId2".to_owned(), "notesSlide", format!("../notesSlides/notesSlide{number}.xml")),
    ];
    if let Some(logo) = &told.look.logo {
        rows.push(("rId3".to_owned(), "image", format!("../media/logo.{}", logo.kind.extension())));
    }
    let charts = slide.frames.iter().filter(|frame| matches!(frame, Frame::Chart { .. }));
    rows.extend(charts.enumerate().map(|(place, _)| {
        (format!("rId{}", 10 + place), "chart", format!("../charts/chart{}.xml", first + place))
    }));
    relationships(&rows)
}

fn notes_rels(number: usize) -> String {
    relationships(&[
        ("rId1".to_owned(), "notesMaster", "../notesMasters/notesMaster1.xml".to_owned()),
        ("rId2".to_owned(), "slide", format!("../slides/slide{number}.xml")),
    ])
}

fn chart_rels(number: usize) -> String {
    relationships(&[("rId1".to_owned(), "package", format!("../embeddings/chart{number}.xlsx"))])
}
