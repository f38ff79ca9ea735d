//! What all studies share: their flags, the scenario they ask, and how they answer.

use std::path::{Path, PathBuf};

use super::flags::{Simulation, StudyFormat};
use super::load;
use super::watch::{self, Bar};
use super::{Failure, Global, terminal};
use reachsim::model::ColumnId;
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::{self, Answer, Case, tidy};
use reachsim::run::memory;
use reachsim::study::goal::Misread;

/// Flags of every study.
#[derive(Debug, clap::Args)]
pub struct Common {
    #[command(flatten)]
    pub simulation: Simulation,
    /// Write the answer and its charts into this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    pub format: StudyFormat,
}

impl Common {
    /// The scenario of a file, with what the command line says otherwise, for the study of this
    /// name.
    pub fn open(
        &self,
        study: &'static str,
        file: &Path,
        what_if: Option<&str>,
        global: Global,
    ) -> Result<Case, Failure> {
        watch::obey_interrupts();
        self.out.iter().try_for_each(|folder| expect_room(folder, Holding::Study(study)))?;
        let case = load::each(
            std::slice::from_ref(&file.to_owned()),
            &self.simulation.reading.options(),
            global,
        )?
        .pop();
        let Some(mut case) = case else {
            return Err(Failure::Usage("there is no scenario".into()));
        };
        if let Some(name) = what_if {
            case = case.what_if(name)?;
        }
        load::warn(&case, global);
        case.lowered.plan = self.simulation.plan(case.plan());
        memory::check(&case)?;
        Ok(case)
    }

    /// Prints an answer, and writes its files where they are wanted.
    pub fn answer(&self, case: &Case, mut answer: Answer) -> Result<(), Failure> {
        watch::check()?;
        if let Some(folder) = &self.out {
            output::write_study(
                &answer,
                &case.context().provenance(),
                folder,
                &watch::interrupted,
            )?;
            answer.text.push_str(&output::screen::studies::files(
                case.about().locale,
                &folder.display().to_string(),
            ));
        }
        print(self.format, &answer)
    }
}

/// Prints an answer in the form that is wanted.
pub fn print(format: StudyFormat, answer: &Answer) -> Result<(), Failure> {
    match format {
        StudyFormat::Text => terminal::print(&answer.text),
        StudyFormat::Json => terminal::print_json(&answer.document),
        StudyFormat::Csv => terminal::print(&tidy::csv(&answer.rows)),
    }
}

/// Runs a study on so many threads, with a bar.
pub fn run<T: Send>(
    global: Global,
    work: impl FnOnce(&Bar) -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    load::with_threads(global.threads, || {
        let bar = Bar::of(global, "futures");
        let done = work(&bar);
        watch::check()?;
        done
    })?
}

/// The metric that is asked about, by its name, or the one that the scenario is about.
pub fn subject(case: &Case, name: Option<&str>) -> Result<ColumnId, Failure> {
    Ok(name.map_or_else(|| case.subject(), |name| case.metric(name))?)
}

/// What is wrong with a goal or a statistic that a flag names.
pub fn misread(flag: &str, why: Misread) -> Failure {
    Failure::Usage(match why {
        Misread::Text(why) => format!("{flag} {why}"),
        Misread::Metric(why) => why,
    })
}
