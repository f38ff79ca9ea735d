//! What was read of exports, and what it tells.

use reachsim_data::analyse::{Analysis, By};
use reachsim_data::shape::{Export, Receipt};
use reachsim_learn::backtest::Course;
use serde_json::{Value, json};

use super::Case;
use crate::locale::Locale;

/// An analysis, and how it is told.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub analysis: &'a Analysis,
    pub locale: Locale,
    /// Columns of the lines of its screen.
    pub columns: usize,
    /// What is shown below the figures.
    pub by: Option<By>,
    /// The files as the user named them.
    pub files: &'a [String],
    /// What a scenario had forecast of these weeks.
    pub forecast: Option<Forecast<'a>>,
}

/// What a scenario had forecast, beside what came.
#[derive(Clone, Copy, Debug)]
pub struct Forecast<'a> {
    pub case: &'a Case,
    /// Futures of which the forecast is made.
    pub trials: u64,
    /// At least one of them.
    pub courses: &'a [Course],
}

/// An export of which nothing but its receipts is told.
pub fn receipts_of(export: &Export) -> Analysis {
    let days = |of: fn(&Receipt) -> Option<i32>| export.receipts.iter().filter_map(of);
    let (from, to) = (days(|made| made.from).min(), days(|made| made.to).max());
    Analysis {
        period: from.zip(to),
        zone: export.zone.clone(),
        receipts: export.receipts.clone(),
        currency: None,
        figures: Vec::new(),
        groups: Vec::new(),
        weeks: Vec::new(),
        days: Vec::new(),
        change: None,
        odd: Vec::new(),
        left_out: Vec::new(),
        tasks: Vec::new(),
        sample: Vec::new(),
    }
}

impl Told<'_> {
    /// Where the answer comes from: the files by their hashes.
    pub fn provenance(&self) -> Value {
        let mut files: Vec<(&str, &str)> =
            self.receipts().map(|receipt| (receipt.file.as_str(), receipt.hash.as_str())).collect();
        files.dedup();
        let files = files.iter().map(|(file, hash)| json!({ "file": file, "hash": hash }));
        json!({ "exports": files.collect::<Vec<_>>(), "zone": self.zone() })
    }

    /// The name of the zone in which times are told; `None` where they stand as they are written.
    pub fn zone(&self) -> Option<&str> {
        Some(self.analysis.zone.as_str()).filter(|zone| !zone.is_empty())
    }

    /// The name of a receipt's file, without its folders.
    pub fn name(&self, receipt: u32) -> &str {
        let file = self.analysis.receipts.get(receipt as usize).map(|made| made.file.as_str());
        file.map_or("", |file| file.rsplit('/').next().unwrap_or(file))
    }

    pub fn receipts(&self) -> impl Iterator<Item = &Receipt> {
        self.analysis.receipts.iter()
    }
}
