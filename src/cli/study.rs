//! What all studies share: their flags, the scenario they ask, and how they answer.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::flags::{Simulation, StudyFormat};
use super::load;
use super::watch::{self, Bar, Counted, lasting};
use super::{Failure, Global, terminal};
use reachsim::diagnostic::{Message, Numeral, message};
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::locale::Locale;
use reachsim::model::{ColumnId, Model, Plan};
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::format::Format as _;
use reachsim::output::{self, Answer, Case, Context, tidy};
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
        self.out.iter().try_for_each(|folder| expect_room(folder, Holding::Study(study)))?;
        let case = load::each(
            std::slice::from_ref(&file.to_owned()),
            &self.simulation.reading.options(),
            global,
        )?
        .pop();
        let Some(mut case) = case else {
            return Err(Failure::Usage(message!("there is no scenario")));
        };
        if let Some(name) = what_if {
            case = case.what_if(name)?;
        }
        // Until here Ctrl-C ends the program at once: nothing is written yet.
        watch::obey_interrupts();
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

/// What a study is told of a case, for a screen as wide as the terminal.
pub fn context(case: &Case) -> Context<'_> {
    case.context().in_columns(terminal::page())
}

/// Prints an answer in the form that is wanted.
pub fn print(format: StudyFormat, answer: &Answer) -> Result<(), Failure> {
    match format {
        StudyFormat::Text => terminal::show(&answer.text),
        StudyFormat::Json => {
            terminal::beside(|| answer.text.clone())?;
            terminal::print_json(&answer.document)
        }
        StudyFormat::Csv => terminal::print(&tidy::csv(&answer.rows)),
    }
}

/// Runs a study on so many threads, with a bar.
pub fn run<T: Send>(
    global: Global,
    work: impl FnOnce(&Bar) -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    load::with_threads(global.threads, || {
        let bar = Bar::of(global, Counted::Futures);
        let done = work(&bar);
        watch::check()?;
        done
    })?
}

/// A study that may take long.
pub struct Work<'w> {
    pub futures: u64,
    /// What takes so many futures and so long, and how to ask for less.
    pub told: &'w dyn Fn(Numeral, Message) -> Message,
}

/// Futures from which the time is looked at beforehand, and a time that is worth a word.
const MANY: u64 = 200_000;
const LONG: Duration = Duration::from_secs(15);
/// Trials by whose difference the time is measured, without that of what comes before the first.
const MEASURED: [u64; 2] = [1, 5];

/// Says beforehand what takes long, by the time of a few futures: `some` simulates those of so many
/// trials on one thread, and returns how many they are.
pub fn forewarn(
    work: &Work,
    global: Global,
    some: impl Fn(u64) -> u64 + Send + Sync,
) -> Result<(), Failure> {
    if global.quiet || work.futures < MANY {
        return Ok(());
    }
    let (each, threads) = load::with_threads(global.threads, || {
        let timed = |trials: u64| {
            let start = Instant::now();
            (some(trials), start.elapsed())
        };
        // What is made once, such as tables, is not what a future takes.
        timed(MEASURED[0]);
        let [(few, before), (more, after)] = MEASURED.map(timed);
        (
            after.saturating_sub(before).as_secs_f64() / more.saturating_sub(few).max(1) as f64,
            rayon::current_num_threads(),
        )
    })?;
    watch::check()?;
    let time = Duration::try_from_secs_f64(each * work.futures as f64 / threads as f64)
        .unwrap_or(Duration::MAX);
    if time >= LONG {
        let futures = Locale::default().number(work.futures as f64, Some(0.0));
        terminal::remark(&(work.told)(Numeral(futures), lasting(time)));
    }
    Ok(())
}

/// The same of a study that runs a model as it is, so many futures in all.
pub fn forewarn_of_runs(
    (model, plan): (&Model, Plan),
    work: &Work,
    global: Global,
) -> Result<(), Failure> {
    forewarn(work, global, |trials| {
        engine::run(model, Plan { trials, ..plan }, Detail::Totals, &Unwatched);
        trials
    })
}

/// What a study takes that only takes less with fewer futures.
#[expect(clippy::needless_pass_by_value, reason = "as `Work::told` has it")]
pub fn all_futures(futures: Numeral, time: Message) -> Message {
    message!(
        "{futures} futures in all, which take about {time}. A smaller --trials takes fewer.",
        futures,
        time
    )
}

/// The metric that is asked about, by its name, or the one that the scenario is about.
pub fn subject(case: &Case, name: Option<&str>) -> Result<ColumnId, Failure> {
    Ok(name.map_or_else(|| case.subject(), |name| case.metric(name))?)
}

/// What is wrong with a goal or a statistic that a flag names.
pub fn misread(flag: &str, why: Misread) -> Failure {
    Failure::Usage(match why {
        Misread::Text(why) => Message::joined([Message::verbatim(flag), why], " "),
        Misread::Metric(why) => why,
    })
}
