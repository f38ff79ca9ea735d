//! Scenario files in, and the values of flags.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Failure, Global, terminal};
use reachsim::design::Sampler;
use reachsim::diagnostic::{
    Conjunction, Diagnostics, Message, did_you_mean, listed, message, nearest,
};
use reachsim::output::Case;
use reachsim::output::look::Look;
use reachsim::run::Error;
use reachsim::run::attached;
use reachsim::run::variants::idle;
use reachsim::scenario::{Options, Scenario, number, period, template, theme};

/// In another language, where the command line names one.
#[must_use]
pub fn speaking(mut case: Case, global: Global) -> Case {
    let about = &mut case.lowered.about;
    about.locale = global.locale.first().unwrap_or(about.locale);
    terminal::adopt(about.locale);
    case
}

/// Tells the warnings of a scenario.
pub fn warn(case: &Case, global: Global) {
    let warnings = &case.lowered.warnings;
    if !global.quiet && !warnings.is_empty() {
        terminal::complain(warnings);
    }
}

/// Tells what a change of a scenario sets without an effect.
pub fn warn_idle(case: &Case, changed: Scenario, global: Global) {
    let warnings = idle(case, changed);
    if !global.quiet && !warnings.is_empty() {
        terminal::complain(&warnings);
    }
}

/// Loads every file; the problems of all of them at once.
pub fn each(files: &[PathBuf], options: &Options, global: Global) -> Result<Vec<Case>, Failure> {
    let mut problems: Vec<Diagnostics> = Vec::new();
    let mut cases = Vec::new();
    for file in files {
        match Case::load_with(file, options) {
            Ok(case) => cases.push(speaking(case, global)),
            Err(Error::Input(found)) => problems.push(found),
            Err(other) => return Err(other.into()),
        }
    }
    match problems.pop() {
        None => Ok(cases),
        Some(last) => {
            problems.iter().for_each(terminal::complain);
            Err(Failure::Input(last))
        }
    }
}

/// Runs the work on so many threads.
pub fn with_threads<T: Send>(
    threads: Option<u16>,
    work: impl FnOnce() -> T + Send,
) -> Result<T, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, usize::from)).build();
    pool.map(|pool| pool.install(work)).map_err(|error| {
        Failure::World(message!("the system gives no threads: {error}", error = error.to_string()))
    })
}

/// Bytes of the largest text that a flag may name.
const LARGEST: u64 = 64 << 20;

/// The text of a regular file that a flag names.
pub fn text(path: &Path) -> io::Result<String> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other(message!("it is no regular file")));
    }
    if about.len() > LARGEST {
        return Err(io::Error::other(message!(
            "it is larger than {limit} MB",
            limit = LARGEST >> 20
        )));
    }
    fs::read_to_string(path)
}

/// A number in any of the forms of a scenario file.
pub fn number(text: &str) -> Result<f64, String> {
    number::parse(text, 0).map_err(|fault| fault.message.to_string())
}

/// A whole number between two ends, in any form.
pub fn whole<const LEAST: u64, const MOST: u64>(text: &str) -> Result<u64, String> {
    let value = number(text)?;
    if value.fract() == 0.0 && (LEAST as f64..=MOST as f64).contains(&value) {
        Ok(value as u64)
    } else {
        Err(format!("`{text}` is no whole number from {LEAST} to {MOST}"))
    }
}

/// The id of a community, and a pattern of the files that tell of it.
pub fn community(text: &str) -> Result<(String, String), String> {
    attached::community(text).map_err(|why| why.to_string())
}

/// A pattern of files, and how much their rows count.
pub fn weight(text: &str) -> Result<(String, f64), String> {
    attached::weight(text).map_err(|why| why.to_string())
}

/// A day of the calendar, in days since 1970-01-01.
pub fn day(text: &str) -> Result<i32, String> {
    match period::of(text) {
        Some([first, last]) if first == last => Ok(period::number(first)),
        _ => Err(message!("write year, month and day, as in 2026-01-31").to_string()),
    }
}

/// The look of a theme file.
pub fn look(path: &Path, global: Global) -> Result<Look, Failure> {
    let (theme, warnings) = theme::load(path).map_err(Failure::Input)?;
    if !global.quiet && !warnings.is_empty() {
        terminal::complain(&warnings);
    }
    Ok(Look::of(&theme))
}

/// The bytes of a `PowerPoint` file in whose masters and layouts a deck can be made.
pub fn template(path: &Path) -> Result<Vec<u8>, Failure> {
    Ok(template::load(path).map_err(Failure::Input)?.bytes)
}

/// The id of a sampler.
pub fn sampler(text: &str) -> Result<Sampler, String> {
    Sampler::find(text).ok_or_else(|| {
        let ids = || Sampler::ALL.into_iter().map(Sampler::id);
        let all = message!("the samplers are {list}", list = listed(ids(), Conjunction::And));
        let near = nearest(text, ids()).map(did_you_mean);
        Message::joined(near.into_iter().chain([all]), " ").to_string()
    })
}

/// Weeks, as `13w` or `13`.
pub fn weeks(text: &str) -> Result<u32, String> {
    let number = text.trim().trim_end_matches('w').parse();
    number
        .ok()
        .filter(|weeks| (1..=520).contains(weeks))
        .ok_or_else(|| "write it as 13w".to_owned())
}
