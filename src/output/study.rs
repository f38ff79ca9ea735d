//! The answer of a study: what is printed, and the files that are asked for.

use std::path::Path;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::draw::{Svg, png};
use super::folder::{Folder, Holding, Stop};
use super::tidy::{self, Row};
use super::{Context, WriteError, Written, json, pictures};
use crate::model::Plan;

impl Context<'_> {
    /// The line at the foot of every picture, for so many trials.
    pub fn stamp(&self, trials: u64) -> String {
        pictures::stamp(self.about(), Plan { trials, ..self.plan }, self.assumptions(), self.locale)
    }

    /// Where an answer comes from: the part of its manifest that says so.
    pub fn provenance(&self) -> Value {
        let mut scenario = json::scenario(self.case);
        scenario["text"] = json!(self.about().text);
        json!({
            "scenario": scenario,
            "simulation": json::simulation(self.plan, self.model()),
        })
    }

    /// Where and when, for the subtitle of a picture.
    pub fn scope(&self) -> String {
        pictures::scope(self.about(), self.model(), self.locale)
    }
}

/// What a study says.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Stem of its file: `compare`.
    pub id: &'static str,
    pub text: String,
    pub document: Value,
    pub rows: Vec<Row>,
    pub pictures: Vec<(&'static str, Svg)>,
}

/// Writes the document, the table and the pictures of a study into a folder, all of them or none.
pub fn write_study(
    answer: &Answer,
    provenance: &Value,
    target: &Path,
    stopped: Stop,
) -> Result<Vec<Written>, WriteError> {
    let folder = Folder::open(target, Holding::Study(answer.id), stopped)?;
    let document = format!("{:#}\n", answer.document);
    let mut files = vec![
        folder.stage(&format!("{}.json", answer.id), |file| file.write_all(document.as_bytes()))?,
    ];
    if !answer.rows.is_empty() {
        let table = tidy::csv(&answer.rows);
        let name = format!("{}.csv", answer.id);
        files.push(folder.stage(&name, |file| file.write_all(table.as_bytes()))?);
    }
    let pictures: Vec<Result<[Written; 2], WriteError>> = answer
        .pictures
        .par_iter()
        .map(|(id, svg)| {
            let image =
                folder.stage(&format!("charts/{id}.png"), |file| file.write_all(&png(svg, 1)))?;
            Ok([
                image,
                folder.stage(&format!("charts/{id}.svg"), |file| {
                    file.write_all(svg.as_str().as_bytes())
                })?,
            ])
        })
        .collect();
    files.extend(
        pictures.into_iter().collect::<Result<Vec<_>, WriteError>>()?.into_iter().flatten(),
    );
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut manifest =
        json!({ "schema": "reachsim.manifest/1", "study": answer.id, "engine": json::engine_of() });
    if let (Some(manifest), Some(provenance)) = (manifest.as_object_mut(), provenance.as_object()) {
        manifest.extend(provenance.clone());
        manifest.insert("files".to_owned(), json!(files));
    }
    let manifest = folder.commit(files.clone(), &manifest)?;
    files.push(manifest);
    Ok(files)
}
