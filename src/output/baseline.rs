//! The baseline of a scenario: what it gave when somebody looked at it and found it right. A folder
//! with `summary.json`, `blocks.parquet` (a row for each statistic row and block), `long.parquet`
//! (the moments of many more blocks), `scenario.toml` and a sealed `manifest.json`, small enough
//! for a repository. Whatever is not as it was written is refused.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor};
use std::path::Path;

use polars::prelude::{DataFrame, PolarsError};
use polars_io::prelude::{ParquetReader, SerReader};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::folder::{Folder, Holding, MANIFEST, Stop, listed, settle};
use super::store::target;
use super::{Report, WriteError, json, tables};
use crate::design::Sampler;
use crate::diagnostic::{Message, message};
use crate::digits::hex;
use crate::model::{Matrix, Plan};
use crate::scenario::of_system;
use crate::study::gate::long::{Long, LongRow, MARKED, Mark};
use crate::study::gate::{Kept, Record, RecordRow};
use crate::trials;
use crate::trials::moments::Moments;

const SCHEMA: &str = "reachsim.baseline/2";
const SUMMARY: &str = "summary.json";
const BLOCKS: &str = "blocks.parquet";
const LONG: &str = "long.parquet";
const SCENARIO: &str = "scenario.toml";
/// Everything in it but the manifest.
const FILES: [&str; 4] = [SUMMARY, BLOCKS, LONG, SCENARIO];

/// A baseline as it was read.
#[derive(Clone, Debug)]
pub struct Baseline {
    pub hash: String,
    /// The scenario as it was.
    pub text: String,
    pub version: String,
    pub revision: u32,
    /// Processor and system on which it was computed.
    pub target: String,
    pub plan: Plan,
    /// `summary.json` of the run.
    pub summary: Value,
    pub kept: Kept,
}

/// Why a baseline cannot be used, in words that follow its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged(pub Message);

/// Writes the baseline of a finished run in the place of an earlier one.
pub fn write(report: &Report, kept: &Kept, folder: &Path, stopped: Stop) -> Result<(), WriteError> {
    let staged = Folder::open(folder, Holding::Baseline, stopped)?;
    let summary = format!("{:#}\n", json::summary(report));
    let files = [
        staged.stage(SUMMARY, |file| file.write_all(summary.as_bytes()))?,
        staged.stage(BLOCKS, |file| tables::record_parquet(&kept.record, file))?,
        staged.stage(LONG, |file| tables::long_parquet(&kept.long, file))?,
        staged.stage(SCENARIO, |file| file.write_all(report.about().text.as_bytes()))?,
    ];
    let mut manifest = json!({
        "schema": SCHEMA,
        "scenario": json::scenario(&report.run.case),
        "engine": json::engine_of(),
        "target": target(),
        "simulation": json::simulation(report.plan(), report.model()),
        "files": files,
    });
    manifest["seal"] = json!(seal(&manifest));
    staged.commit(files.into(), &manifest).map(|_| ())
}

/// Hash of a manifest without its seal.
fn seal(manifest: &Value) -> String {
    let mut bare = manifest.clone();
    if let Some(bare) = bare.as_object_mut() {
        bare.remove("seal");
    }
    hex(&Sha256::digest(bare.to_string().as_bytes()))
}

/// The baseline in a folder; `None` where there is no such folder.
pub fn read(folder: &Path) -> Result<Option<Baseline>, Damaged> {
    if !folder.exists() {
        return Ok(None);
    }
    let damaged = |why: Message| Damaged(why);
    settle(folder, &|| false)
        .map_err(|error| damaged(message!("cannot be read: {error}", error = error.message())))?;
    let bytes =
        |name: &str| fs::read(folder.join(name)).map_err(|error| damaged(unreadable(name, &error)));
    let manifest: Value = serde_json::from_slice(&bytes(MANIFEST)?).map_err(|error| {
        damaged(message!(
            "`{name}` is no JSON document: {error}",
            name = MANIFEST,
            error = error.to_string()
        ))
    })?;
    match manifest["schema"].as_str() {
        Some(SCHEMA) => {}
        Some(other) => {
            return Err(damaged(message!(
                "holds `{other}`, not the baseline `{schema}` of this version",
                other,
                schema = SCHEMA
            )));
        }
        None => {
            return Err(damaged(message!(
                "`{manifest}` is no manifest of this program",
                manifest = MANIFEST
            )));
        }
    }
    if manifest["seal"].as_str() != Some(seal(&manifest).as_str()) {
        return Err(damaged(message!(
            "`{manifest}` was changed after it was written",
            manifest = MANIFEST
        )));
    }
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for name in FILES {
        let Some(file) = listed(&manifest).find(|file| file.name == name) else {
            return Err(damaged(message!(
                "`{manifest}` does not list `{name}`",
                manifest = MANIFEST,
                name
            )));
        };
        let content = bytes(name)?;
        if !file.is(&content[..]).map_err(|error| damaged(unreadable(name, &error)))? {
            return Err(damaged(message!(
                "`{name}` is not the file that was written: it was changed or cut off",
                name
            )));
        }
        files.insert(name.to_owned(), content);
    }
    let text = |value: &Value, name: &str| {
        value.as_str().map(str::to_owned).ok_or_else(|| {
            damaged(message!(
                "`{manifest}` does not say its {what}",
                manifest = MANIFEST,
                what = name
            ))
        })
    };
    let count = |value: &Value, name: &str| {
        value.as_u64().ok_or_else(|| {
            damaged(message!(
                "`{manifest}` does not say its {what}",
                manifest = MANIFEST,
                what = name
            ))
        })
    };
    let simulation = &manifest["simulation"];
    let sampler = Sampler::find(simulation["sampler"].as_str().unwrap_or_default());
    let plan = Plan {
        trials: count(&simulation["trials"], "trials")?,
        seed: json::seed_of(&simulation["seed"]).ok_or_else(|| {
            damaged(message!("`{manifest}` does not say its seed", manifest = MANIFEST))
        })?,
        sampler: sampler.ok_or_else(|| {
            damaged(message!("`{manifest}` does not say its sampler", manifest = MANIFEST))
        })?,
        matrix: Matrix::Own,
    };
    let engine = &manifest["engine"];
    let summary = serde_json::from_slice(&files[SUMMARY]).map_err(|error| {
        damaged(message!(
            "`{name}` is no JSON document: {error}",
            name = SUMMARY,
            error = error.to_string()
        ))
    })?;
    let record = record(&files[BLOCKS], plan.trials).map_err(|error| {
        damaged(message!(
            "`{path}` cannot be read: {error}",
            path = BLOCKS,
            error = error.to_string()
        ))
    })?;
    let long = long(&files[LONG]).map_err(|error| {
        damaged(message!(
            "`{path}` cannot be read: {error}",
            path = LONG,
            error = error.to_string()
        ))
    })?;
    Ok(Some(Baseline {
        hash: text(&manifest["scenario"]["hash"], "hash")?,
        text: String::from_utf8_lossy(&files[SCENARIO]).into_owned(),
        version: text(&engine["version"], "version")?,
        revision: u32::try_from(count(&engine["revision"], "revision")?).unwrap_or(u32::MAX),
        target: text(&manifest["target"], "target")?,
        plan,
        summary,
        kept: Kept { record, long },
    }))
}

fn unreadable(name: &str, error: &io::Error) -> Message {
    if error.kind() == io::ErrorKind::NotFound {
        message!("has no `{file}`", file = name)
    } else {
        message!("`{path}` cannot be read: {error}", path = name, error = of_system(error))
    }
}

fn record(bytes: &[u8], trials: u64) -> Result<Record, PolarsError> {
    let table: DataFrame = ParquetReader::new(Cursor::new(bytes)).finish()?;
    let names = table.column("metric")?.str()?.clone();
    let statistics = ["mean", "p05", "p50", "p95"];
    let columns = statistics
        .iter()
        .map(|name| table.column(name)?.f64().cloned())
        .collect::<Result<Vec<_>, PolarsError>>()?;
    let mut rows: Vec<RecordRow> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let name = name.unwrap_or_default();
        let values = std::array::from_fn(|statistic: usize| {
            columns[statistic].get(place).unwrap_or(f64::NAN)
        });
        match rows.last_mut() {
            Some(row) if row.name == name => row.blocks.push(values),
            _ => rows.push(RecordRow { name: name.to_owned(), blocks: vec![values] }),
        }
    }
    Ok(Record { trials, rows })
}

fn long(bytes: &[u8]) -> Result<Long, PolarsError> {
    let table: DataFrame = ParquetReader::new(Cursor::new(bytes)).finish()?;
    let names = table.column("metric")?.str()?.clone();
    let column = |name: &str| -> Result<Vec<f64>, PolarsError> {
        let values = table.column(name)?.f64()?.iter();
        Ok(values.map(|value| value.unwrap_or(f64::NAN)).collect())
    };
    let moments = |count: &str, name: &str| -> Result<Vec<Moments>, PolarsError> {
        let (counts, means) = (column(count)?, column(name)?);
        let variances = column(&format!("{name}_variance"))?;
        let parts = counts.into_iter().zip(means).zip(variances);
        Ok(parts.map(|((count, mean), variance)| Moments::known(count, mean, variance)).collect())
    };
    let (means, futures) = (moments("blocks", "mean")?, moments("count", "futures")?);
    let mut rows: Vec<LongRow> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let mut row = LongRow::new(
            name.unwrap_or_default().to_owned(),
            [f64::NAN; MARKED.len()],
            [Mark::new(f64::NAN, 0.0); MARKED.len()],
        );
        (row.mean, row.futures) = (means[place], futures[place]);
        rows.push(row);
    }
    for (mark, id) in MARKED.iter().enumerate() {
        let at = column(id)?;
        let below = moments("blocks", &format!("{id}_below"))?;
        let upto = moments("blocks", &format!("{id}_upto"))?;
        for (place, row) in rows.iter_mut().enumerate() {
            row.percentiles[mark] = at[place];
            row.marks[mark] =
                Mark { at: at[place], reach: 0.0, below: below[place], upto: upto[place] };
        }
    }
    Ok(Long { rows })
}

/// Whether a run of this engine on this machine has to give the same bits as a baseline.
pub fn is_exact(baseline: &Baseline) -> bool {
    baseline.revision == trials::REVISION && baseline.target == target()
}

/// Removes a baseline: the files that this program wrote, and the folder if nothing else is in it.
pub fn remove(folder: &Path) -> io::Result<()> {
    for name in std::iter::once(MANIFEST).chain(FILES) {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    // What else lies there belongs to somebody.
    let _ = fs::remove_dir(folder);
    Ok(())
}
