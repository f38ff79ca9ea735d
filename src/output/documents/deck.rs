//! `deck.pptx`: a slide a page, 16:9, with charts and tables that can be edited and notes that say
//! what to tell over them, in the program's own package or in a client's.
//!
//! Slides, charts and tables are written in `DrawingML` (ECMA-376); what they stand on is a
//! [`base::Base`], of which there are two makers: [`own`] and [`template`].

mod answer;
mod base;
mod chart;
mod colours;
mod layouts;
mod markup;
mod own;
mod package;
mod plan;
mod shapes;
mod slide;
mod stage;
mod table;
mod template;

use std::io;

use super::input::DocumentInput;
use super::workbook::native::embedded;
use super::xml::escape;
use crate::output::story::Chapter;
use crate::output::words::Words as _;
use base::Base;
use markup::{HEAD, OFFICE};
use package::{Package, Relation};
use slide::Slide;

/// The first id that a slide may have.
const FIRST: usize = 256;
/// The first relationship of the presentation to a slide: behind all that a template has.
const SLIDES: usize = 100_000;

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    let base = match &told.look.template {
        Some(template) => template::base(template, told).map_err(io::Error::other)?,
        None => own::base(told),
    };
    let slides = plan::slides(told, &base);
    let mut package = base.package.clone();
    package.extension("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    properties(&mut package, told, &base.presentation);
    package.part(
        &base.presentation,
        "presentationml.presentation.main",
        &presentation(&base, &slides, told),
    );
    let mut relations = base.relations.clone();
    relations.extend(
        (0..slides.len()).map(|place| {
            Relation::new(format!("rId{}", SLIDES + place), "slide", &slide_part(place))
        }),
    );
    package.relations(&base.presentation, &relations);
    let charts = if package.has("ppt/charts/") { "own-chart" } else { "chart" };
    let mut chart = 0;
    for (place, slide) in slides.iter().enumerate() {
        let (part, notes) = (slide_part(place), notes_part(place));
        let stage = base.stage(slide.role);
        package.part(&part, "presentationml.slide", &slide.xml(told, stage, place + 1));
        let mut relations = vec![
            Relation::new("rId1", "slideLayout", &stage.layout),
            Relation::new("rId2", "notesSlide", &notes),
        ];
        for (number, (native, place)) in slide.charts().enumerate() {
            chart += 1;
            let name = format!("ppt/charts/{charts}{chart}.xml");
            let sheet = format!("ppt/embeddings/{charts}{chart}.xlsx");
            let printer = chart::Printer { locale: told.locale(), place };
            let text = colours::of_the_theme(&printer.xml(native), told);
            package.part(&name, "drawingml.chart", &text);
            package.relations(&name, &[Relation::new("rId1", "package", &sheet)]);
            package.bytes(&sheet, embedded(native, told.locale())?);
            relations.push(Relation::new(format!("rId{}", 10 + number), "chart", &name));
        }
        package.relations(&part, &relations);
        package.part(&notes, "presentationml.notesSlide", &slide.notes_xml(told));
        package.relations(
            &notes,
            &[
                Relation::new("rId1", "notesMaster", &base.notes),
                Relation::new("rId2", "slide", &part),
            ],
        );
    }
    package.finish()
}

fn slide_part(place: usize) -> String {
    format!("ppt/slides/slide{}.xml", place + 1)
}

fn notes_part(place: usize) -> String {
    format!("ppt/notesSlides/notesSlide{}.xml", place + 1)
}

/// Title and language of the deck, and how the package begins.
fn properties(package: &mut Package, told: &DocumentInput, main: &str) {
    const CORE: &str = "docProps/core.xml";
    const APP: &str = "docProps/app.xml";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let text = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escape(&told.story.title),
        told.locale().id()
    );
    let kind = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
    package.typed(CORE, kind, text.into_bytes());
    package.part(APP, "extended-properties", include_str!("deck/parts/app.xml"));
    let own = Relation::new("rId2", "", CORE);
    package.relations(
        "",
        &[
            Relation::new("rId1", "officeDocument", main),
            Relation { kind: format!("{PACKAGE}/metadata/core-properties"), ..own },
            Relation::new("rId3", "extended-properties", APP),
        ],
    );
}

/// The presentation with its slides, and the parts in which `PowerPoint` shows them.
fn presentation(base: &Base, slides: &[Slide], told: &DocumentInput) -> String {
    let ids: String = (0..slides.len())
        .map(|place| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", FIRST + place, SLIDES + place))
        .collect();
    let [before, between, behind] = &base.text;
    format!(
        "{before}<p:sldIdLst xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\"{OFFICE}\">{ids}</p:sldIdLst>{between}\
         <p:extLst xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:ext uri=\"{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}\">\
         <p14:sectionLst xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">{}</p14:sectionLst></p:ext></p:extLst>{behind}",
        sections(slides, told)
    )
}

/// One section for slides of the same chapter behind each other.
fn sections(slides: &[Slide], told: &DocumentInput) -> String {
    let mut sections: Vec<(Chapter, Vec<usize>)> = Vec::new();
    for (place, slide) in slides.iter().enumerate() {
        match sections.last_mut() {
            Some((chapter, places)) if *chapter == slide.chapter => places.push(place),
            _ => sections.push((slide.chapter, vec![place])),
        }
    }
    let section = |(number, (chapter, places)): (usize, &(Chapter, Vec<usize>))| {
        let ids: String =
            places.iter().map(|place| format!("<p14:sldId id=\"{}\"/>", FIRST + place)).collect();
        format!(
            "<p14:section name=\"{}\" id=\"{{5EC71045-0000-4000-8000-{number:012X}}}\"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>",
            escape(&told.locale().say(told.story.basis.id(chapter.id()), &[]))
        )
    };
    sections.iter().enumerate().map(section).collect()
}
