//! What people and programs get to see: the first screen, the files of a run, and the JSON
//! documents.
//!
//! Everything here is a function of a [`Report`]; only [`write`] touches the disk, and it writes
//! all or nothing.

pub mod analysis;
pub mod baseline;
pub mod calibration;
pub mod charts;
pub mod check;
pub mod choice;
pub mod claims;
pub mod documents;
pub mod draw;
pub mod earlier;
pub mod entry;
mod export_file;
pub mod faults;
mod files;
pub mod folder;
pub mod format;
pub mod fragment;
pub mod future;
pub mod graph;
pub mod json;
pub mod look;
mod markdown;
mod menu;
pub mod native;
pub mod notation;
pub mod phrases;
pub mod pictures;
pub mod preset;
pub mod proof;
pub mod record;
mod report;
pub mod screen;
pub mod shards;
pub mod since;
pub mod starter;
pub mod store;
pub mod stored;
pub mod story;
mod study;
mod tables;
pub mod tidy;
pub mod words;

pub use export_file::{ExportFile, ExportPart};
pub use files::{
    Kinds, Wanted, pictures as pictures_of, text as text_of, write, write_analysis, write_compared,
    write_learnt,
};
pub use folder::{WriteError, Written};
pub use menu::{Menu, MenuOf};
pub use report::{Case, Context, Extras, Report, Run, State, Variants, WIDTH, Worths, Wrong};
pub use store::SAMPLE;
pub use study::{Answer, write_study};
pub use tables::{Csv, Frame};
