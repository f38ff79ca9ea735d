//! The files of a run: what they are called, who writes each, and the manifest that names them all.

use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::draw::{Svg, Theme, png};
use super::folder::{Folder, Stop};
use super::{Bundle, WriteError, Written, json, pictures, tables};

/// Trials of which `trials.parquet` keeps every value.
pub const SAMPLE: usize = 1_000_000;

type Content<'a> = Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Sync + Send + 'a>;

/// One file of a run.
struct Artefact<'a> {
    /// Path inside the folder, with `/`.
    name: String,
    content: Content<'a>,
}

/// Every file of a run but the manifest, those that take longest first. A chart without material is left out.
fn artefacts<'a>(bundle: &'a Bundle<'a>, pictures: &'a [(&'static str, Svg)]) -> Vec<Artefact<'a>> {
    let pngs = pictures
        .iter()
        .map(|(id, svg)| Artefact { name: format!("charts/{id}.png"), content: Box::new(move |file| file.write_all(&png(svg, 1))) });
    let svgs = pictures.iter().map(|(id, svg)| Artefact {
        name: format!("charts/{id}.svg"),
        content: Box::new(move |file| file.write_all(svg.as_str().as_bytes())),
    });
    let table = |name: &str, write: fn(&Bundle, &mut dyn Write) -> io::Result<()>| Artefact {
        name: name.into(),
        content: Box::new(move |file| write(bundle, file)),
    };
    let tables = [
        table("trials.parquet", tables::trials_parquet),
        table("blocks.parquet", tables::blocks_parquet),
        table("weekly.csv", tables::weekly_csv),
        table("summary.csv", tables::summary_csv),
        table("summary.json", |bundle, file| file.write_all(text(&json::summary(bundle)).as_bytes())),
    ];
    pngs.chain(tables).chain(svgs).collect()
}

/// Writes every file of a run into a folder, on all threads, and returns what it wrote in the order of their names.
/// Where it is stopped, or one of them fails, the folder stays as it was.
pub fn write(bundle: &Bundle, target: &Path, stopped: Stop) -> Result<Vec<Written>, WriteError> {
    let folder = Folder::open(target, stopped)?;
    let pictures = pictures::draw(bundle, &Theme::default());
    let artefacts = artefacts(bundle, &pictures);
    let staged: Vec<Result<Written, WriteError>> =
        artefacts.par_iter().with_max_len(1).map(|artefact| folder.stage(&artefact.name, &artefact.content)).collect();
    let mut files = staged.into_iter().collect::<Result<Vec<Written>, WriteError>>()?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let manifest = folder.commit(&files, &text(&manifest(bundle, &files)))?;
    files.push(manifest);
    Ok(files)
}

/// `reachsim.manifest/1`: what the files are and how to get them again.
fn manifest(bundle: &Bundle, files: &[Written]) -> Value {
    let mut scenario = json::scenario(bundle);
    scenario["text"] = json!(bundle.about.text);
    let sample = bundle.trials.filled().min(SAMPLE);
    json!({
        "schema": "reachsim.manifest/1",
        "scenario": scenario,
        "engine": json::engine_of(),
        "simulation": json::simulation(bundle),
        "sample": { "file": "trials.parquet", "trials": sample, "of": bundle.trials.count() },
        "files": files,
    })
}

/// A document as text, one value a line.
fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
