//! Single futures of a run: `--trial`, `--where`, `--story`.

use std::path::Path;

use super::document::{Document, Forms};
use super::flags::StudyFormat;
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, study};
use reachsim::engine::{self, Detail, Watch as _};
use reachsim::output::screen::{self, studies};
use reachsim::output::{self, Answer, Case, json, pictures, tidy};
use reachsim::run::{memory, story};
use reachsim::study::condition::{self, Condition};
use reachsim::study::future::Which;

/// Name of the answer of `--story`.
pub const STORY: &str = "story";

/// One future in numbers.
pub fn replay(format: StudyFormat, case: &Case, trial: u64) -> Result<Document, Failure> {
    let replay = engine::replay(case.model(), case.plan(), trial);
    watch::check()?;
    let context = case.context();
    Forms {
        text: || screen::trial(case.about(), case.model(), trial, &replay),
        json: || json::trial(&context, trial, &replay),
        csv: || tidy::trial(&context, trial, &replay),
    }
    .of(format)
}

/// Simulates a scenario and looks at the futures in which something happens.
pub fn look(
    format: StudyFormat,
    case: &Case,
    text: &str,
    global: Global,
) -> Result<Document, Failure> {
    memory::check(case)?;
    let asked =
        Condition::read(text, case.model()).map_err(|why| study::misread("--where", why))?;
    let bar = Bar::of(global, Counted::Futures);
    bar.announce(case.plan().trials);
    let trials = engine::run(case.model(), case.plan(), Detail::Totals, &bar);
    watch::check()?;
    let found = condition::look(case.model(), &trials, asked);
    let context = study::context(case);
    Forms {
        text: || studies::condition(&context, asked, &found, &trials),
        json: || json::condition::condition(&context, asked, &found, &trials),
        csv: || tidy::condition(&context, asked, &found, &trials),
    }
    .of(format)
}

/// Tells one future in words; with its picture where files are wanted.
pub fn tell(
    format: StudyFormat,
    case: &Case,
    (which, folder): (Which, Option<&Path>),
    global: Global,
) -> Result<Document, Failure> {
    let bar = Bar::of(global, Counted::Futures);
    let told = story::story(case, which, case.subject()?, &bar)?;
    watch::check()?;
    let context = study::context(case);
    let mut text = studies::story(&context, &told);
    let document = json::story::story(&context, &told);
    let rows = || tidy::story(&context, &told);
    if let Some(folder) = folder {
        let course = story::course(case, &told, &bar);
        watch::check()?;
        let picture = course.map(|course| pictures::story::story(&context, &told, &course));
        let answer = Answer {
            id: STORY,
            text: text.clone(),
            document: document.clone(),
            rows: rows(),
            pictures: picture.unwrap_or_default(),
        };
        output::write_study(&answer, &context.provenance(), folder, &watch::interrupted)?;
        text.push_str(&studies::files(context.locale, &folder.display().to_string()));
    }
    Forms { text: || text, json: || document, csv: rows }.of(format)
}
