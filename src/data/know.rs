//! Rows of files as rows of shapes, with a receipt for every file.
//!
//! An export is recognised by its headings, whichever language they have, and never by its name;
//! what is not known is asked for. A file is used as a whole or not at all: the first problem does
//! not end the reading, and all of them are told at once.

mod audience;
mod blocks;
mod complain;
pub mod days;
pub mod field;
pub mod fold;
mod heading;
pub mod kinds;
mod moment;
mod number;
mod own;
pub mod personal;
mod receipt;
mod repeats;
mod rows;
mod sheet;
mod table;
mod titled;

pub use kinds::{KINDS, Kind, Order};
pub use own::own;

use jiff::tz::TimeZone;
use reachsim_core::diagnostic::{Code, message};

use crate::fault::Fault;
use crate::read::{File, Form};
use crate::shape::Export;
use personal::Key;

/// What the user says of files.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In which zone hours and days are told, and times are read that name none.
    pub zone: Option<String>,
    pub dates: Option<Order>,
    /// A kind of the user's own (`--columns`).
    pub own: Option<Kind>,
    /// Stages that mean won (`--won`).
    pub won: Vec<String>,
    /// Whether a list must have all the rows that its total is of; a remark says it else.
    pub whole: bool,
}

/// Takes all parts of a file. Sheets of a workbook and lists of a file that are nothing that is
/// known do not matter beside one that is.
fn take(file: &File, asked: &sheet::Asked, export: &mut Export) -> Vec<Fault> {
    let before = export.receipts.len();
    let (mut unknown, mut faults) = (Vec::new(), Vec::new());
    for part in &file.parts {
        if let Err(found) = sheet::take(file, part, asked, export) {
            let is_unknown = found.iter().all(|fault| fault.code == Code::UnknownExport);
            if is_unknown && part.form != Form::Text {
                unknown.push((part, found));
            } else {
                faults.extend(found);
            }
        }
    }
    if export.receipts.len() == before {
        faults.extend(unknown.into_iter().flat_map(|(_, found)| found));
    } else if let Some(receipt) = export.receipts.get_mut(before) {
        for (part, _) in unknown {
            let name = part.sheet.as_deref().or_else(|| part.path()).unwrap_or_default();
            receipt.remarks.push(message!("`{name}` beside it is not used", name));
        }
    }
    faults
}

/// The moments as they stand in the files.
pub const AS_WRITTEN: &str = "";

/// Everything that files hold, or everything that is wrong with them.
pub fn export(files: &[File], reading: &Reading) -> Result<Export, Vec<Fault>> {
    let zone = match &reading.zone {
        Some(name) => Some(TimeZone::get(name).map_err(|_| vec![complain::no_zone(name)])?),
        None => None,
    };
    let key = Key::of(files.iter().map(|file| file.hash.as_str()));
    let mut export = Export::default();
    let mut faults = Vec::new();
    let asked = sheet::Asked {
        zone: zone.as_ref(),
        dates: reading.dates,
        own: reading.own.as_ref(),
        won: reading.won.iter().map(|stage| fold::fold(stage)).collect(),
        key: &key,
        whole: reading.whole,
    };
    for file in files {
        faults.extend(take(file, &asked, &mut export));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    repeats::drop(&mut export)?;
    receipt::finish(&mut export);
    let tells = export.receipts.iter().any(|receipt| receipt.zone.is_some());
    export.zone = match &reading.zone {
        Some(name) => name.clone(),
        None if tells => "UTC".to_owned(),
        None => AS_WRITTEN.to_owned(),
    };
    Ok(export)
}
