//! Files as rows of shapes, read as the row of the scenario says.

use std::fs;

use rayon::prelude::*;
use reachsim_data::fault::Fault;
use reachsim_data::know::{self, KINDS, Kind, Reading};
use reachsim_data::read::{self, File};
use reachsim_data::shape::{Export, Receipt, Shape};

use super::problems::Problems;
use super::wanted::Wanted;
use crate::diagnostic::{Code, Diagnostic, message, nearest_or};
use crate::model::Exported;
use crate::output::Case;
use crate::scenario::{Headings, Word, write};

/// Files that are read in one way, and what they hold.
#[derive(Debug)]
pub struct Group {
    pub files: Vec<Wanted>,
    /// SHA-256 of each.
    pub hashes: Vec<String>,
    pub export: Export,
}

/// Reads files, those of which `same` holds together. What their row does not say of how they are
/// read, the command line says. Whatever is wrong is among the problems.
pub fn groups(
    (case, said): (&Case, &Reading),
    files: Vec<Wanted>,
    same: impl Fn(&Wanted, &Wanted) -> bool,
    problems: &mut Problems,
) -> Vec<Group> {
    let mut parted: Vec<Vec<Wanted>> = Vec::new();
    for file in files {
        let is_with = |group: &&mut Vec<Wanted>| {
            group
                .first()
                .is_some_and(|first| is_read_alike(case, first, &file) && same(first, &file))
        };
        match parted.iter_mut().find(is_with) {
            Some(group) => group.push(file),
            None => parted.push(vec![file]),
        }
    }
    parted.into_iter().filter_map(|files| group((case, said), files, problems)).collect()
}

/// Whether two files are read in one way.
fn is_read_alike(case: &Case, one: &Wanted, other: &Wanted) -> bool {
    let row = |file: &Wanted| file.row.and_then(|row| case.lowered.exports.get(row));
    let text = |word: &Option<Word>| word.as_ref().map(|word| word.text.clone());
    let how = |row: &Exported| (text(&row.zone), text(&row.kind), row.columns.clone());
    let plain = (None, None, None);
    row(one).map_or(plain.clone(), how) == row(other).map_or(plain, how)
}

fn group(
    (case, said): (&Case, &Reading),
    files: Vec<Wanted>,
    problems: &mut Problems,
) -> Option<Group> {
    let row = files.first()?.row.and_then(|row| case.lowered.exports.get(row));
    let own = match row.and_then(|row| row.columns.as_ref().zip(Some(row))) {
        Some((columns, row)) => Some(own(columns, row, problems)?),
        None => None,
    };
    let kind = row.and_then(|row| row.kind.as_ref());
    if let Some(kind) = kind.filter(|kind| own.is_none() && !is_kind(&kind.text)) {
        problems.push(no_kind(kind));
        return None;
    }
    let opened = opened(case, &files, problems)?;
    let zone = row.and_then(|row| row.zone.as_ref());
    let has_columns = own.is_some();
    let reading = Reading {
        zone: zone.map(|zone| zone.text.clone()).or_else(|| said.zone.clone()),
        own: own.or_else(|| said.own.clone()),
        ..said.clone()
    };
    match know::export(&opened, &reading) {
        Ok(export) => {
            if let Some(kind) = kind {
                others(kind, &export.receipts, has_columns, problems);
            }
            let hashes = opened.into_iter().map(|file| file.hash).collect();
            Some(Group { files, hashes, export })
        }
        Err(faults) => {
            for fault in faults {
                let named = fault.place.as_ref().and_then(|place| named(&files, &place.file));
                let file = named.or(files.first()).and_then(|file| file.at(case));
                let at = zone.map(|zone| &zone.at).filter(|_| fault.code == Code::NoZone);
                let fault = if row.is_some() { in_its_row(fault) } else { fault };
                problems.fault(fault, at.or(file));
            }
            None
        }
    }
}

/// All files with their parts, if they can be read at all.
fn opened(case: &Case, files: &[Wanted], problems: &mut Problems) -> Option<Vec<File>> {
    let opened: Vec<Result<File, Vec<Fault>>> =
        files.par_iter().map(|file| read::open(&file.found)).collect();
    let (mut all, mut is_whole) = (Vec::new(), true);
    for (file, opened) in files.iter().zip(opened) {
        match opened {
            Ok(opened) => all.push(opened),
            Err(faults) => {
                is_whole = false;
                for fault in faults {
                    problems.fault(fault, file.at(case));
                }
            }
        }
    }
    is_whole.then_some(all)
}

/// What a row can say of headings that nobody knows, a flag need not.
fn in_its_row(fault: Fault) -> Fault {
    if fault.code != Code::UnknownExport {
        return fault;
    }
    fault.help(message!(
        "say what its columns are: `kind = \"messages\"` and `columns = {{ time = \"..\" }}` in \
         its `[[export]]`"
    ))
}

/// The file whose part is called so: it or, of an archive, a member of it.
fn named<'f>(files: &'f [Wanted], part: &str) -> Option<&'f Wanted> {
    files.iter().find(|file| is_of(part, file))
}

/// Whether a part of a file, as receipts name it, is that of a file.
pub fn is_of(part: &str, file: &Wanted) -> bool {
    let rest = part.strip_prefix(&file.found.name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The kind that the headings of a row describe.
fn own(columns: &Headings, row: &Exported, problems: &mut Problems) -> Option<Kind> {
    match columns {
        Headings::File(word) => {
            let path = row.root.folder.join(&word.text);
            let text = row.root.check(&path).and_then(|()| {
                fs::read_to_string(&path).map_err(|_| {
                    let message = message!("`{path}` cannot be read", path = path.display());
                    Diagnostic::new(Code::FileUnreadable, message)
                        .help(message!("paths are relative to the file that names them"))
                })
            });
            let text = text.map_err(|problem| {
                problems.push(problem.at(word.at.clone(), message!("named here")));
            });
            let kind = know::own(&path.display().to_string(), &text.ok()?);
            kind.map_err(|found| problems.add(&found, Some(&word.at))).ok()
        }
        Headings::Table(table) => {
            let kind = row.kind.as_ref()?;
            let text = format!("kind = {}\n[columns]\n{}", write::quoted(&kind.text), table.text);
            let found = know::own("", &text).map_err(|found| {
                for problem in &found {
                    let is_kind = problem.code == Code::UnknownChoice;
                    let at = if is_kind { &kind.at } else { &table.at };
                    let placed = Diagnostic { also: Vec::new(), ..problem.clone() };
                    let label = problem.label.clone();
                    problems.push(placed.at(at.clone(), label));
                }
            });
            found.ok()
        }
    }
}

/// Whether a word is a shape, or a kind that is known.
fn is_kind(word: &str) -> bool {
    let is_shape = Shape::ALL.iter().any(|shape| shape.id() == word);
    is_shape || KINDS.all.iter().any(|kind| kind.id == word)
}

fn no_kind(kind: &Word) -> Diagnostic {
    let word = kind.text.as_str();
    let shapes = Shape::ALL.iter().map(|shape| shape.id());
    let known = KINDS.all.iter().map(|kind| kind.id.as_str());
    let help = nearest_or(word, shapes.chain(known), || {
        message!("it is `posts`, `days`, `messages`, `tickets` or `leads`, or a kind that is known")
    });
    Diagnostic::new(Code::UnknownChoice, message!("there is no kind `{name}`", name = word))
        .at(kind.at.clone(), message!("no kind"))
        .help(help)
}

/// Files that turn out to be of another kind than the row says.
fn others(kind: &Word, receipts: &[Receipt], has_columns: bool, problems: &mut Problems) {
    let is_it = |made: &Receipt| {
        let is_own = has_columns && know::KINDS.all.iter().all(|known| known.id != made.kind);
        is_own || made.kind == kind.text || made.shape.id() == kind.text
    };
    for other in receipts.iter().filter(|made| !is_it(made)) {
        let message = message!(
            "`{file}` is `{found}`, and not `{kind}`",
            file = other.file.as_str(),
            found = other.kind.as_str(),
            kind = kind.text
        );
        problems.push(
            Diagnostic::new(Code::UnknownExport, message)
                .at(kind.at.clone(), message!("another kind"))
                .help(message!("leave `kind` out, or name the files apart")),
        );
    }
}
