//! Exports at hand: files are found, read and understood, with what the user says of them.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use reachsim_data::analyse::{Analysis, By, Question};
use reachsim_data::fault::{self, Fault};
use reachsim_data::know::{self, KINDS, Kind, Reading, fold::fold, personal, personal::Key};
use reachsim_data::measure::codes::Codes;
use reachsim_data::read::{self, File};
use reachsim_data::shape::{Export, Tone};

use super::Error;
use crate::diagnostic::{Code, Diagnostics, Message, Source, message};

/// What files hold, and the key by which their authors are known.
pub struct Held {
    pub export: Export,
    key: Key,
    /// Whether somebody said in which zone hours are told.
    has_zone: bool,
}

/// Everything that files hold; files, folders, patterns and archives are named.
pub fn read(names: &[String], reading: &Reading) -> Result<Held, Error> {
    let files = files(names)?;
    Ok(Held {
        export: know::export(&files, reading).map_err(told)?,
        key: Key::of(files.iter().map(|file| file.hash.as_str())),
        has_zone: reading.zone.is_some(),
    })
}

/// What happened.
pub fn analyse(held: &Held, question: Question) -> Result<Analysis, Error> {
    let mut question = question;
    // A name of the brand's may be that of an author.
    question.brand_authors.extend(question.brand.iter().map(|name| held.key.hash(name)));
    let tells_utc = !held.has_zone && !held.export.zone.is_empty();
    if question.by == Some(By::When) && tells_utc {
        return Err(Error::Question(message!(
            "the times of these files are moments, and hours and days depend on the zone: say it with `--zone Europe/Kyiv`, or `--zone UTC`"
        )));
    }
    Ok(Analysis::of(&held.export, &question).map_err(told)?)
}

fn told(faults: Vec<Fault>) -> Diagnostics {
    fault::diagnostics(faults)
}

fn files(names: &[String]) -> Result<Vec<File>, Error> {
    let missing = |faults: Vec<Fault>| told(faults.into_iter().map(read::or_name_others).collect());
    let found = read::gather(names).map_err(missing)?;
    let opened: Vec<Result<File, Vec<Fault>>> = found.par_iter().map(read::open).collect();
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    for file in opened {
        match file {
            Ok(file) => files.push(file),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(told(faults).into()) }
}

/// A text file of the user's own words.
fn text(path: &Path) -> Result<String, Error> {
    let why = match fs::read_to_string(path) {
        Ok(text) => return Ok(text),
        Err(why) => why,
    };
    let path = path.display();
    Err(Error::Question(message!(
        "`{path}` cannot be read: {why}",
        path,
        why = Message::verbatim(why.to_string())
    )))
}

/// The kind that a file of `--columns` describes.
pub fn columns(path: &Path) -> Result<Kind, Error> {
    Ok(know::own(&path.display().to_string(), &text(path)?)?)
}

/// The word lists of a file of `--codes`.
pub fn codes(path: &Path) -> Result<Codes, Error> {
    let text = text(path)?;
    Codes::parse(&text, 0).map_err(|list| {
        let source = Source::new(path.display().to_string(), text.clone());
        Diagnostics::new(vec![source], list).into()
    })
}

/// The tones that a person gave to messages, by the hashes of their ids: a table with the columns
/// `id` and `tone`.
pub fn checked(path: &Path) -> Result<Vec<(u64, Tone)>, Error> {
    let files = files(&[path.display().to_string()])?;
    let mut checked = Vec::new();
    let part = files.iter().flat_map(|file| &file.parts).next();
    let mut faults = Vec::new();
    let Some(part) = part else { return Ok(checked) };
    let mut columns: Option<[usize; 2]> = None;
    let visit = &mut |row: read::Row| {
        let place = |name: &str| row.cells.iter().position(|cell| fold(cell) == name);
        let Some([id, tone]) = columns else {
            columns = place("id").zip(place("tone")).map(|(id, tone)| [id, tone]);
            return std::ops::ControlFlow::Continue(());
        };
        let (id, word) = (row.cells.get(id).unwrap_or(""), row.cells.get(tone).unwrap_or(""));
        match self::tone(word) {
            Some(tone) => checked.push((personal::id(id.trim()), tone)),
            None if word.trim().is_empty() => (),
            None => faults.push(
                Fault::new(Code::Cell, message!("`{word}` is no tone", word))
                    .at(part.place(row.line, tone, message!("no tone")))
                    .help(message!("a tone is positive, neutral or negative")),
            ),
        }
        std::ops::ControlFlow::Continue(())
    };
    part.each(visit).map_err(|fault| told(vec![fault]))?;
    if columns.is_none() {
        faults.push(
            Fault::new(
                Code::UnknownExport,
                message!("`{path}` has no columns `id` and `tone`", path = path.display()),
            )
            .help(message!("its first row is `id,tone`, and each further one a message")),
        );
    }
    if faults.is_empty() { Ok(checked) } else { Err(told(faults).into()) }
}

fn tone(word: &str) -> Option<Tone> {
    let words = &KINDS.all.first()?.tone;
    let word = fold(word);
    [
        (&words.positive, Tone::Positive),
        (&words.neutral, Tone::Neutral),
        (&words.negative, Tone::Negative),
    ]
    .into_iter()
    .find_map(|(words, tone)| words.contains(&word).then_some(tone))
}
