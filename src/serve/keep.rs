//! What is kept of a try: a file that gives the same numbers again, and the documents of a run.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::attention::Attention;
use super::refused::Refused;
use super::request::Question;
use super::tab::Opened;
use super::tried::Tried;
use super::{answer, base};
use crate::diagnostic::{Message, message};
use crate::engine::{Detail, Watch as _};
use crate::locale::Locale;
use crate::output::folder::{Holding, expect_room};
use crate::output::look::Look;
use crate::output::screen::quoted;
use crate::output::{self, Case, Report, Wanted};
use crate::run::checkpoint::Begin;
use crate::run::{self, Error, Request};
use crate::scenario::{BASE, NOTHING, WITHOUT, of_system, write, written};

/// The folder below which documents are written.
const OUTPUT: &str = "output";
/// Bytes of a name, at most.
const LONGEST: usize = 100;

/// The try as a file that extends the scenario, and the command that compares it.
pub fn file(opened: &Opened, question: &Question, locale: Locale) -> Result<Value, Refused> {
    let case = opened.case(locale)?;
    let fail = |why: Message| Refused::question(locale, &why);
    if question.set.is_empty() {
        return Err(fail(message!("nothing is changed yet, so that there is nothing to save")));
    }
    let name = called(case, question.name.trim()).map_err(fail)?;
    Tried::of(case, &question.set, locale)?;
    let set = question
        .set
        .iter()
        .map(|(key, value)| format!("{} = {}\n", write::quoted(key.trim()), written(value)));
    let toml = format!(
        "extends = {}\n\n[[what_if]]\nname = {}\n\n[what_if.set]\n{}",
        write::quoted(case.file()),
        write::quoted(name),
        set.collect::<String>()
    );
    let file = format!("{}.toml", stem(name));
    let beside = Path::new(&case.path).with_file_name(&file).display().to_string();
    let futures = answer::futures(case, question);
    let command = format!("reachsim compare {} --trials {futures}", quoted(&beside));
    Ok(json!({ "toml": toml, "command": command, "name": file, "beside": case.path }))
}

/// A name that a what-if may have.
fn called<'n>(case: &Case, name: &'n str) -> Result<&'n str, Message> {
    if name.is_empty() || name.contains(char::is_control) {
        return Err(message!("give what was tried a name"));
    }
    let campaign =
        case.scenario.variants().iter().any(|known| known == name) && name.starts_with(WITHOUT);
    if campaign || [BASE, NOTHING].contains(&name) || name.starts_with(WITHOUT) {
        return Err(message!(
            "`{name}` is no name for a what-if: it means something else in comparisons",
            name
        ));
    }
    Ok(name)
}

/// A name of letters, digits and dashes.
fn stem(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let stem = words.collect::<Vec<_>>().join("-").to_lowercase();
    if stem.is_empty() { "what-if".to_owned() } else { stem }
}

/// Writes the documents of the scenario with what is tried below the folder of outputs.
pub fn report(
    opened: &Opened,
    question: &Question,
    locale: Locale,
    attention: &Attention,
) -> Result<Value, Refused> {
    let case = opened.case(locale)?;
    let fail = |error: Error| Refused::of(locale, error, &[]);
    let folder = place(question.name.trim()).map_err(|why| fail(Error::Question(why)))?;
    expect_room(&folder, Holding::Run).map_err(|error| fail(error.into()))?;
    let mut varied = case.clone();
    if !question.set.is_empty() {
        let name = called(case, question.name.trim());
        let name = name.map_err(|why| fail(Error::Question(why)))?;
        varied = Tried::of(case, &question.set, locale)?.case;
        varied.lowered.about.title = case.about().title.with(name);
        varied.what_if = Some(name.to_owned());
    }
    varied.lowered.about.locale = locale;
    if let Some(futures) = question.futures {
        varied = base::planned(&varied, futures).map_err(fail)?;
    }
    let request =
        Request { detail: Detail::Weekly, precision: None, folder: None, begin: Begin::Once };
    let run = attention.work(|| run::execute(varied, request, attention));
    let run = run.map_err(|error| fail(error.into()))?;
    let extras = base::extras(&run, attention);
    if attention.stopped() {
        return Err(fail(Error::Stopped));
    }
    let report = Report { extras: &extras, ..run.report() };
    let look = Look::of(&run.case.about().theme);
    let wanted = Wanted { look, ..Wanted::default() };
    let stopped = || attention.stopped();
    let files = attention
        .work(|| output::write(&report, &wanted, &folder, &stopped))
        .map_err(|error| fail(error.into()))?;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    Ok(json!({ "folder": folder.display().to_string(), "files": names }))
}

/// The folder of a name: below that of outputs, and nowhere else.
pub fn place(name: &str) -> Result<PathBuf, Message> {
    let is_of_a_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let is_name = !name.is_empty()
        && name.len() <= LONGEST
        && name.chars().all(is_of_a_name)
        && name.trim() == name;
    if !is_name {
        return Err(message!(
            "`{name}` is no name for a folder: it consists of letters, digits, blanks, `-` and `_`",
            name
        ));
    }
    let folder = Path::new(OUTPUT).join(name);
    for place in [Path::new(OUTPUT), &folder] {
        let found = fs::symlink_metadata(place);
        if found.as_ref().is_ok_and(fs::Metadata::is_symlink) {
            return Err(message!(
                "`{place}` is a link, which is not followed",
                place = place.display()
            ));
        }
        if let Err(error) = found
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(message!(
                "cannot write `{path}`: {reason}",
                path = place.display(),
                reason = of_system(&error)
            ));
        }
    }
    Ok(folder)
}
