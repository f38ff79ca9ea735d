//! The files of a run: what they are called, who writes each, and the manifest that names them all.

use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::analysis::Told;
use super::calibration::Calibration;
use super::documents::{DOCUMENTS, DocumentInput};
use super::draw::{Paper, Svg, pdf, png};
use super::folder::{Folder, Holding, Stop};
use super::look::Look;
use super::story::{Compared, Length, Stories, Story};
use super::tables::Csv;
use super::{Context, Report, WriteError, Written, json, tables, tidy};
use crate::scenario::deck::Step;

type Content<'a> = Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Sync + Send + 'a>;

/// One file of a run.
pub struct Artefact<'a> {
    /// Path inside the folder, with `/`.
    name: String,
    content: Content<'a>,
}

/// Pictures and documents of one story: the files of a folder, or of a folder in it.
pub fn of_story<'a>(told: &'a DocumentInput<'a>, within: &str, kinds: &Kinds) -> Vec<Artefact<'a>> {
    let name =
        |name: &str| if within.is_empty() { name.to_owned() } else { format!("{within}/{name}") };
    let scale = kinds.scale;
    let documents =
        DOCUMENTS.iter().filter(|document| kinds.has(document.id)).map(|document| Artefact {
            name: name(document.file),
            content: Box::new(move |file: &mut dyn Write| file.write_all(&(document.make)(told)?))
                as Content,
        });
    let pngs = told.drawn.iter().filter(|_| kinds.has("png")).map(|(id, svg)| Artefact {
        name: name(&format!("charts/{id}.png")),
        content: Box::new(move |file: &mut dyn Write| file.write_all(&png(svg, scale))) as Content,
    });
    let svgs = told.drawn.iter().filter(|_| kinds.has("svg")).map(|(id, svg)| Artefact {
        name: name(&format!("charts/{id}.svg")),
        content: Box::new(move |file: &mut dyn Write| file.write_all(svg.as_str().as_bytes()))
            as Content,
    });
    let narrow = told.story.pages.iter().filter(|page| page.chart.is_some() && kinds.has("svg"));
    let narrow = narrow.map(|page| Artefact {
        name: name(&format!("charts/phone/{}.svg", page.id)),
        content: Box::new(move |file: &mut dyn Write| {
            let svg = told.narrow(page);
            file.write_all(svg.as_ref().map_or("", Svg::as_str).as_bytes())
        }) as Content,
    });
    let pdfs = told.drawn.iter().filter(|_| kinds.asks("pdf")).map(|(id, svg)| Artefact {
        name: name(&format!("charts/{id}.pdf")),
        content: Box::new(move |file: &mut dyn Write| {
            let title = told.story.pictures.iter().find(|picture| picture.chart.id == *id);
            let [title, _] =
                title.map(|found| found.figure.words(told.locale())).unwrap_or_default();
            file.write_all(&pdf(svg, Paper::Slide, (&title, told.locale().id()))?)
        }) as Content,
    });
    documents.chain(pngs).chain(svgs).chain(narrow).chain(pdfs).collect()
}

/// Files of text.
pub fn texts<'a>(all: &'a [(&'static str, String)]) -> Vec<Artefact<'a>> {
    let of = |(name, text): &'a (&'static str, String)| Artefact {
        name: (*name).to_owned(),
        content: Box::new(move |file: &mut dyn Write| file.write_all(text.as_bytes())) as Content,
    };
    all.iter().map(of).collect()
}

/// Which files are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds {
    /// Ids of documents, `svg`, `png`; empty where all are. With `pdf` by its name every picture
    /// is a page too.
    pub ids: Vec<String>,
    /// 1 for pictures of 1920 x 1080 pixels, 2 for twice as many each way.
    pub scale: u32,
}

impl Default for Kinds {
    fn default() -> Kinds {
        Kinds { ids: Vec::new(), scale: 1 }
    }
}

impl Kinds {
    /// Whether it is wanted by its name.
    fn asks(&self, id: &str) -> bool {
        self.ids.iter().any(|wanted| wanted == id)
    }

    fn has(&self, id: &str) -> bool {
        self.ids.is_empty() || self.asks(id)
    }
}

/// The pictures of a story.
pub fn pictures(story: &Story, look: &Look) -> Vec<(&'static str, Svg)> {
    let (theme, own) =
        (look.theme(story.locale), look.foot(&super::words::say!(story.locale, "confidential")));
    let stamp =
        if own.is_empty() { story.stamp.clone() } else { format!("{own} · {}", story.stamp) };
    super::pictures::drawn(&story.pictures, &stamp, &theme)
}

/// Writes all stories as they are stored.
fn stored(stories: &Stories, file: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    ciborium::into_writer(stories, &mut bytes)
        .map_err(|error| io::Error::other(error.to_string()))?;
    file.write_all(&bytes)
}

/// How the files of a run are written.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub look: Look,
    pub kinds: Kinds,
    pub csv: Csv,
    /// How many slides the deck has; `None` where the file may choose.
    pub slides: Option<Length>,
}

/// Writes every file of a run into a folder, on all threads, and returns what it wrote in the order
/// of their names. Where it is stopped, or one of them fails, the folder stays as it was.
pub fn write(
    report: &Report,
    wanted: &Wanted,
    target: &Path,
    stopped: Stop,
) -> Result<Vec<Written>, WriteError> {
    let folder = Folder::open(target, Holding::Run, stopped)?;
    let stories = Stories { length: wanted.slides, ..Stories::of(report, &wanted.look) };
    let shown = stories.by_step();
    let story = shown.in_locale(report.locale);
    let drawn = pictures(story, &wanted.look);
    let told = DocumentInput { story, stories: &shown, look: &wanted.look, drawn: &drawn };
    let csv = wanted.csv;
    let table = |name: &str, write: fn(&Report, &mut dyn Write) -> io::Result<()>| Artefact {
        name: name.into(),
        content: Box::new(move |file: &mut dyn Write| write(report, file)) as Content,
    };
    let sheet = |name: &str, write: fn(&Report, Csv, &mut dyn Write) -> io::Result<()>| Artefact {
        name: name.into(),
        content: Box::new(move |file: &mut dyn Write| write(report, csv, file)) as Content,
    };
    let tables = [
        table("trials.parquet", tables::trials_parquet),
        table("blocks.parquet", tables::blocks_parquet),
        match stories.deck.by {
            Step::Week => sheet("weekly.csv", tables::weekly_csv),
            Step::Month => sheet("monthly.csv", tables::monthly_csv),
        },
        sheet("summary.csv", tables::summary_csv),
        table("summary.json", |report, file| {
            file.write_all(text(&json::summary(report)).as_bytes())
        }),
        Artefact {
            name: STORY.into(),
            content: Box::new(|file: &mut dyn Write| stored(&stories, file)),
        },
    ];
    let artefacts: Vec<Artefact> =
        of_story(&told, "", &wanted.kinds).into_iter().chain(tables).collect();
    let mut files = stage(&folder, &artefacts)?;
    let manifest = folder.commit(files.clone(), &manifest(report, &files))?;
    files.push(manifest);
    Ok(files)
}

/// Writes every file of what exports tell into a folder: documents, pictures, `analyse.json` and
/// `analyse.csv`; all of them or none.
pub fn write_analysis(
    told: &Told,
    wanted: &Wanted,
    answers: (&Value, &[tidy::Row]),
    target: (&Path, Stop),
) -> Result<Vec<Written>, WriteError> {
    let stories = Stories { length: wanted.slides, ..Stories::analysed(told, &wanted.look) };
    write_story(("analyse", &stories), (wanted, &told.provenance()), answers, target)
}

/// The same of what a scenario learnt: documents, pictures, `calibrate.json` and `calibrate.csv`.
pub fn write_learnt(
    (context, found): (&Context, &Calibration),
    wanted: &Wanted,
    answers: (&Value, &[tidy::Row]),
    target: (&Path, Stop),
) -> Result<Vec<Written>, WriteError> {
    let told = Stories::learnt(context, found, &wanted.look);
    let stories = Stories { length: wanted.slides, ..told };
    write_story(("calibrate", &stories), (wanted, &context.provenance()), answers, target)
}

/// The same of a comparison: documents, pictures, `compare.json` and `compare.csv`.
pub fn write_compared(
    (context, compared): (&Context, Compared),
    wanted: &Wanted,
    answers: (&Value, &[tidy::Row]),
    target: (&Path, Stop),
) -> Result<Vec<Written>, WriteError> {
    let told = Stories::compared(context, compared, &wanted.look);
    let stories = Stories { length: wanted.slides, ..told };
    write_story(("compare", &stories), (wanted, &context.provenance()), answers, target)
}

/// The documents of the story of a study, its answers for programs, whose stem is its name, and the
/// story itself.
fn write_story(
    (study, stories): (&'static str, &Stories),
    (wanted, provenance): (&Wanted, &Value),
    (document, rows): (&Value, &[tidy::Row]),
    (target, stopped): (&Path, Stop),
) -> Result<Vec<Written>, WriteError> {
    let folder = Folder::open(target, Holding::Study(study), stopped)?;
    let story = stories.in_locale(stories.locale);
    let drawn = pictures(story, &wanted.look);
    let input = DocumentInput { story, stories, look: &wanted.look, drawn: &drawn };
    let answers = [(text(document), "json"), (tidy::csv(rows), "csv")];
    let answers = answers.into_iter().map(|(text, kind)| Artefact {
        name: format!("{study}.{kind}"),
        content: Box::new(move |file: &mut dyn Write| file.write_all(text.as_bytes())) as Content,
    });
    let kept = Artefact {
        name: STORY.into(),
        content: Box::new(|file: &mut dyn Write| stored(stories, file)),
    };
    let artefacts: Vec<Artefact> =
        of_story(&input, "", &wanted.kinds).into_iter().chain(answers).chain([kept]).collect();
    let mut files = stage(&folder, &artefacts)?;
    let mut manifest =
        json!({ "schema": "reachsim.manifest/1", "study": study, "engine": json::engine_of() });
    if let (Some(manifest), Some(provenance)) = (manifest.as_object_mut(), provenance.as_object()) {
        manifest.extend(provenance.clone());
        manifest.insert("files".to_owned(), json!(files));
    }
    let manifest = folder.commit(files.clone(), &manifest)?;
    files.push(manifest);
    Ok(files)
}

/// The file that holds the story of a run, or of a study.
pub const STORY: &str = "story.cbor";

/// Writes every file out of sight, on all threads; in the order of their names.
pub fn stage(folder: &Folder, artefacts: &[Artefact]) -> Result<Vec<Written>, WriteError> {
    let staged: Vec<Result<Written, WriteError>> = artefacts
        .par_iter()
        .with_max_len(1)
        .map(|artefact| folder.stage(&artefact.name, &artefact.content))
        .collect();
    let mut files = staged.into_iter().collect::<Result<Vec<Written>, WriteError>>()?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// `reachsim.manifest/1`: what the files are and how to get them again.
fn manifest(report: &Report, files: &[Written]) -> Value {
    let mut scenario = json::scenario(&report.run.case);
    scenario["text"] = json!(report.about().text);
    json!({
        "schema": "reachsim.manifest/1",
        "scenario": scenario,
        "engine": json::engine_of(),
        "simulation": json::simulation(report.plan(), report.model()),
        "sample": {
            "file": "trials.parquet",
            "trials": report.sample(),
            "of": report.trials().count(),
        },
        "files": files,
    })
}

/// A document as text, one value a line.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
