//! An earlier run as far as its folder tells what it was of and what it gave.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::folder::{self, MANIFEST, Stop, WriteError, listed};
use super::json;
use crate::design::Sampler;
use crate::model::{Matrix, Plan};
use crate::trials;

/// What a run was of, and what it gave.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The name of the scenario's file.
    pub file: String,
    /// The scenario as it was understood.
    pub text: String,
    pub hash: String,
    pub plan: Plan,
    /// Of the program, which moves where its numbers do.
    pub revision: u32,
    /// `summary.json`.
    pub summary: Value,
}

/// Why a folder tells of no run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    Missing,
    /// This file is missing, or is not what was written.
    Damaged(&'static str),
    Unsettled(WriteError),
}

const SUMMARY: &str = "summary.json";

impl Earlier {
    /// Reads what the folder of a run tells, be it of this version of the program or of another.
    pub fn load(run: &Path, stopped: Stop) -> Result<Earlier, Lost> {
        folder::settle(run, stopped).map_err(Lost::Unsettled)?;
        let bytes = fs::read(run.join(MANIFEST)).map_err(|_| Lost::Missing)?;
        let manifest: Value =
            serde_json::from_slice(&bytes).map_err(|_| Lost::Damaged(MANIFEST))?;
        // Studies and shards have manifests too.
        if manifest["schema"] != "reachsim.manifest/1" || !manifest["study"].is_null() {
            return Err(Lost::Missing);
        }
        let summary = fs::read(run.join(SUMMARY)).map_err(|_| Lost::Damaged(SUMMARY))?;
        let written = listed(&manifest).find(|file| file.name == SUMMARY);
        if !written.is_some_and(|written| written.is(&summary[..]).unwrap_or(false)) {
            return Err(Lost::Damaged(SUMMARY));
        }
        let summary = serde_json::from_slice(&summary).map_err(|_| Lost::Damaged(SUMMARY))?;
        of(&manifest, summary).ok_or(Lost::Damaged(MANIFEST))
    }

    /// Whether its numbers are those that this program would give.
    pub fn is_of_this_revision(&self) -> bool {
        self.revision == trials::REVISION
    }
}

fn of(manifest: &Value, summary: Value) -> Option<Earlier> {
    let (scenario, simulation) = (&manifest["scenario"], &manifest["simulation"]);
    let word = |value: &Value| value.as_str().map(str::to_owned);
    Some(Earlier {
        file: word(&scenario["file"])?,
        text: word(&scenario["text"])?,
        hash: word(&scenario["hash"])?,
        plan: Plan {
            trials: simulation["trials"].as_u64()?,
            seed: json::seed_of(&simulation["seed"])?,
            sampler: Sampler::find(simulation["sampler"].as_str()?)?,
            matrix: Matrix::Own,
        },
        revision: u32::try_from(manifest["engine"]["revision"].as_u64()?).ok()?,
        summary,
    })
}
