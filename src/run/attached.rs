//! Exports and totals from which a scenario learns: those that it names, and those of the command
//! line.

mod candidates;
mod problems;
mod totals;
mod understood;
mod wanted;

pub use self::candidates::platform;

use std::path::PathBuf;

use reachsim_data::analyse::Question;
use reachsim_data::before;
use reachsim_data::know::{Reading, personal::Key};
use reachsim_data::read::is_meant_by;
use reachsim_data::shape::Export;

use self::problems::Problems;
use self::understood::Group;
use self::wanted::Wanted;
use super::error::Error;
use crate::diagnostic::{Diagnostics, Message, message, one_of};
use crate::model::Observation;
use crate::output::{Case, ExportFile, ExportPart};
use crate::scenario::Scenario;

/// What the command line says of exports.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// Files, folders, patterns, archives.
    pub exports: Vec<String>,
    /// Ids of communities, each with a pattern of the files that tell of it; the last that fits
    /// holds.
    pub communities: Vec<(String, String)>,
    /// Patterns of files, each with how much their rows count; the last that fits holds.
    pub weights: Vec<(String, f64)>,
    /// The last day that is used, in days since 1970-01-01.
    pub as_of: Option<i32>,
    /// How files are read, where their row of the scenario does not say it.
    pub reading: Reading,
    /// A word of the brand's own name.
    pub brand: Option<String>,
}

impl Data {
    /// The flag that says how files are read, where one does.
    fn flag(&self) -> Option<&'static str> {
        let Reading { zone, dates, own, won, whole: _ } = &self.reading;
        let said = [
            ("--zone", zone.is_some()),
            ("--dates", dates.is_some()),
            ("--columns", own.is_some()),
            ("--won", !won.is_empty()),
            ("--brand", self.brand.is_some()),
        ];
        said.into_iter().find_map(|(flag, is_said)| is_said.then_some(flag))
    }

    /// What is said of the rows of files with such a key.
    fn question(&self, key: &Key) -> Question {
        Question {
            brand: self.brand.clone(),
            // A name of the brand's may be that of an author.
            brand_authors: self.brand.iter().map(|name| key.hash(name)).collect(),
            won: self.reading.won.first().cloned(),
            ..Question::default()
        }
    }
}

/// Files that tell of one community and count alike.
#[derive(Debug)]
pub struct Attached {
    pub export: Export,
    /// What is said of its rows.
    pub question: Question,
    /// Place in the communities of the model.
    pub community: usize,
    /// How much a row counts, from 0 to 1.
    pub weight: f64,
    /// The last day that is used, in days since 1970-01-01: rows of later days are left out.
    pub until: Option<i32>,
}

/// Everything that the scenario and the command line name, one entry for all files of the same
/// community, weight and last day that are read alike. A file that both name counts once.
///
/// # Errors
/// Whatever is wrong with the files, with places; a community or a pattern that there is not; files
/// of which nobody says of which community they tell.
pub fn attached(case: &Case, data: &Data) -> Result<Vec<Attached>, Error> {
    let mut problems = Problems::new(&case.scenario.sources);
    let mut attached = Vec::new();
    for group in parts(case, data, &mut problems)? {
        match group.files.first().and_then(|first| first.community) {
            Some(community) => attached.push(Attached::of(group, community, data)),
            None => candidates::ask(case, &group, &mut problems),
        }
    }
    problems.told()?;
    Ok(attached)
}

/// The same of files of which nobody need say of which community they tell: each with its place,
/// if somebody does.
///
/// # Errors
/// As of [`attached`].
pub fn of_anybody(case: &Case, data: &Data) -> Result<Vec<(Option<usize>, Attached)>, Error> {
    let mut problems = Problems::new(&case.scenario.sources);
    let groups = parts(case, data, &mut problems)?;
    problems.told()?;
    let of = |group: Group| {
        let community = group.files.first().and_then(|first| first.community);
        (community, Attached::of(group, community.unwrap_or(0), data))
    };
    Ok(groups.into_iter().map(of).collect())
}

impl Attached {
    fn of(group: Group, community: usize, data: &Data) -> Attached {
        let first = group.files.first();
        let (weight, until) = first.map_or((1.0, None), |first| (first.weight, first.until));
        let key = Key::of(group.hashes.iter().map(String::as_str));
        let export = match until {
            Some(day) => before(&group.export, day),
            None => group.export,
        };
        Attached { export, question: data.question(&key), community, weight, until }
    }
}

/// Everything that is named, in groups of the same community, weight and last day.
fn parts(case: &Case, data: &Data, problems: &mut Problems) -> Result<Vec<Group>, Error> {
    let mut files = wanted::of_scenario(case, problems);
    let only = (case.model().communities.len() == 1).then_some(0);
    for fault in wanted::add(&mut files, &data.exports, only) {
        problems.fault(fault, None);
    }
    if let (true, Some(flag)) = (files.is_empty() && data.exports.is_empty(), data.flag()) {
        return Err(Error::Question(message!(
            "`{flag}` says how exports are read, and none is named: name them with `--data`, or write `[[export]]` into the scenario",
            flag
        )));
    }
    said(case, data, &mut files)?;
    for file in &mut files {
        file.until = [file.until, data.as_of].into_iter().flatten().min();
    }
    let same = |one: &Wanted, other: &Wanted| {
        (one.community, one.weight.to_bits(), one.until)
            == (other.community, other.weight.to_bits(), other.until)
    };
    Ok(understood::groups((case, &data.reading), files, same, problems))
}

/// Lets the command line say of which communities files tell, and how much they count.
fn said(case: &Case, data: &Data, files: &mut [Wanted]) -> Result<(), Error> {
    let fits =
        |file: &Wanted, pattern: &str| file.names.iter().any(|name| is_meant_by(name, pattern));
    let unused =
        |pattern: &str| Error::Question(message!("no export is called like `{pattern}`", pattern));
    for (id, pattern) in &data.communities {
        let all = || case.model().communities.iter().map(|community| community.id.as_str());
        let Some(place) = all().position(|known| known == id) else {
            let none = || message!("the scenario has none");
            return Err(Error::Question(message!(
                "there is no community `{id}`: {way_out}",
                id,
                way_out = one_of(id, all()).unwrap_or_else(none)
            )));
        };
        let mut found = files.iter_mut().filter(|file| fits(file, pattern)).peekable();
        found.peek().ok_or_else(|| unused(pattern))?;
        found.for_each(|file| file.community = Some(place));
    }
    for (pattern, weight) in &data.weights {
        let mut found = files.iter_mut().filter(|file| fits(file, pattern)).peekable();
        found.peek().ok_or_else(|| unused(pattern))?;
        found.for_each(|file| file.weight = *weight);
    }
    Ok(())
}

/// Every total of the scenario, and those of texts such as `leads = 72 in 2025`, which take the
/// place of the scenario's of the same metric and days.
///
/// # Errors
/// What is wrong with the texts, with places.
pub fn observed(case: &Case, texts: &[String]) -> Result<Vec<Observation>, Error> {
    let said = totals::read(texts, case.model())?;
    let mut all = case.lowered.observed.clone();
    all.retain(|known| said.iter().all(|total| !total.is_of(known)));
    all.extend(said);
    Ok(all)
}

/// The case of a scenario that was read, with the exports that it names.
///
/// # Errors
/// What is wrong with the scenario or with its exports.
pub fn open(path: String, scenario: Scenario) -> Result<Case, Diagnostics> {
    let case = Case::of(path, scenario)?;
    if case.lowered.exports.is_empty() {
        return Ok(case);
    }
    let files = known(&case)?;
    Ok(case.with_exports(files))
}

/// The paths of the exports that a scenario names, as they are now.
pub fn named(case: &Case) -> Vec<PathBuf> {
    let files = wanted::of_scenario(case, &mut Problems::new(&case.scenario.sources));
    files.into_iter().map(|file| file.found.path).collect()
}

/// The files that a scenario names, in short.
fn known(case: &Case) -> Result<Vec<ExportFile>, Diagnostics> {
    let mut problems = Problems::new(&case.scenario.sources);
    let files = wanted::of_scenario(case, &mut problems);
    let groups = understood::groups((case, &Reading::default()), files, |_, _| true, &mut problems);
    problems.told()?;
    let mut files: Vec<ExportFile> = groups.iter().flat_map(short).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn short(group: &Group) -> Vec<ExportFile> {
    let file = |(file, hash): (&Wanted, &String)| {
        let receipts = group.export.receipts.iter();
        let parts = receipts.filter(|made| understood::is_of(&made.file, file)).map(|made| {
            let (kind, rows, used) = (made.kind.clone(), made.rows, made.used);
            ExportPart { kind, rows, used, from: made.from, to: made.to }
        });
        let name = file.names.first().cloned().unwrap_or_default();
        ExportFile { name, hash: hash.clone(), parts: parts.collect() }
    };
    group.files.iter().zip(&group.hashes).map(file).collect()
}

/// A pattern of files with how much they count: `old/*=0.5`.
///
/// # Errors
/// Why the text says no such thing.
pub fn weight(text: &str) -> Result<(String, f64), Message> {
    let no_weight = || message!("write it as `old/*.csv=0.5`, with a number from 0 to 1");
    let (pattern, weight) = text.rsplit_once('=').ok_or_else(no_weight)?;
    let weight = crate::scenario::number::parse(weight, 0).map_err(|fault| fault.message)?;
    let is_one = (0.0..=1.0).contains(&weight) && !pattern.trim().is_empty();
    if is_one { Ok((pattern.trim().to_owned(), weight)) } else { Err(no_weight()) }
}

/// The id of a community with a pattern of its files: `page=exports/page/*`.
///
/// # Errors
/// Why the text says no such thing.
pub fn community(text: &str) -> Result<(String, String), Message> {
    let (id, pattern) = text
        .split_once('=')
        .map(|(id, files)| (id.trim(), files.trim()))
        .filter(|(id, files)| !id.is_empty() && !files.is_empty())
        .ok_or_else(|| message!("write it as `page=exports/page/*.csv`"))?;
    Ok((id.to_owned(), pattern.to_owned()))
}
