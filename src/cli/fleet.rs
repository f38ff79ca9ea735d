//! Flags of work that many machines share, and runs and studies that are simulated so.

use std::path::{Path, PathBuf};

use super::flags::Reading;
use super::study::{self, Common, Work};
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, load, terminal};
use reachsim::diagnostic::{Message, Numeral, message};
use reachsim::locale::Locale;
use reachsim::output::Case;
use reachsim::output::format::Format as _;
use reachsim::run::archive::ScenarioArchive;
use reachsim::run::checkpoint::Begin;
use reachsim::run::fleet::pace::MOST;
use reachsim::run::fleet::{self, Crew, Engine, Finished, Helped, Study, Wanted};
use reachsim::scenario::of_system;

/// Who shares the work, and into how many parts.
#[derive(Debug, clap::Args)]
pub struct Fleet {
    /// Share the work among machines: `local` (processes of this one), `slurm`, `hyperqueue`,
    /// `dask:ADDRESS`, or a file with an engine of your own; behind a colon stand its options, as
    /// in `slurm:--partition=long`
    #[arg(long, value_name = "ENGINE")]
    on: Option<String>,
    /// Into how many tasks the work is divided; the results do not depend on it [default: so many
    /// that each takes 30 to 60 seconds]
    #[arg(long, value_name = "N", requires = "on", value_parser = load::whole::<1, MOST>)]
    shards: Option<u64>,
}

/// An engine, and how many tasks there are for it, where that is said.
pub struct Asked {
    engine: Engine,
    tasks: Option<u64>,
}

/// How scenarios were read, so that other machines can read them again.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    pub reading: &'a Reading,
    pub what_if: Option<&'a str>,
}

impl Read<'_> {
    fn archive(&self, case: &Case) -> Result<ScenarioArchive, Failure> {
        ScenarioArchive::of(case, &self.reading.set, self.what_if).map_err(|error| {
            Failure::World(message!(
                "cannot read the scenario again: {error}",
                error = of_system(&error)
            ))
        })
    }

    /// Folders from which files with full paths may be read, by their full paths.
    fn allowed(&self) -> Result<Vec<PathBuf>, Failure> {
        let allowed = self.reading.options().allowed;
        let allowed = allowed.iter().map(std::path::absolute).collect::<Result<_, _>>();
        allowed.map_err(|error| {
            Failure::World(message!("cannot find a folder: {error}", error = of_system(&error)))
        })
    }
}

impl Fleet {
    /// Refuses an engine beside a flag whose work is not divided.
    pub fn expect_none(&self, flag: &str) -> Result<(), Failure> {
        match &self.on {
            None => Ok(()),
            Some(_) => Err(Failure::Usage(message!(
                "{flag} works on this machine alone: leave out --on",
                flag
            ))),
        }
    }

    /// Says beforehand what takes long, where this machine does it alone.
    pub fn forewarn(
        &self,
        case: &Case,
        futures: u64,
        global: Global,
        told: &dyn Fn(Numeral, Message) -> Message,
    ) -> Result<(), Failure> {
        if self.on.is_some() {
            return Ok(());
        }
        study::forewarn_of_runs((case.model(), case.plan()), &Work { futures, told }, global)
    }

    /// What the command line asks for, understood before anything is simulated.
    pub fn asked(&self) -> Result<Option<Asked>, Failure> {
        let Some(on) = &self.on else { return Ok(None) };
        Ok(Some(Asked { engine: fleet::engine(on, &load::text)?, tasks: self.shards }))
    }

    /// Runs a study, whose futures the engine simulates where one is asked for.
    pub fn study<T: Send>(
        &self,
        of: (Study, &[Case]),
        (common, what_if): (&Common, Option<&str>),
        global: Global,
        work: impl FnOnce(&Helped<Bar>) -> Result<T, Failure> + Send,
    ) -> Result<T, Failure> {
        let read = Read { reading: &common.simulation.reading, what_if };
        let outputs = common.out.as_deref().unwrap_or(Path::new("."));
        self.helped(of, (read, outputs), global, work)
    }

    /// Measures a network, of which the engine draws people and worlds where one is asked for.
    pub fn network<T>(
        &self,
        wanted: impl FnOnce() -> Wanted,
        (outputs, bar): (&Path, &Bar),
        global: Global,
        work: impl FnOnce(&Helped<Bar>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let Some(asked) = self.asked()? else { return work(&Helped::alone(bar)) };
        let tell = teller(global);
        let watch = Helped::on(bar, asked.crew(outputs, &[], &tell, global), wanted())?;
        let found = work(&watch);
        watch.end()?;
        found
    }

    /// The same of scenarios that were read in such a way.
    pub fn helped<T: Send>(
        &self,
        (study, cases): (Study, &[Case]),
        (read, outputs): (Read, &Path),
        global: Global,
        work: impl FnOnce(&Helped<Bar>) -> Result<T, Failure> + Send,
    ) -> Result<T, Failure> {
        let Some(asked) = self.asked()? else {
            return study::run(global, |bar| work(&Helped::alone(bar)));
        };
        let archives =
            cases.iter().map(|case| read.archive(case)).collect::<Result<Vec<_>, Failure>>()?;
        let (allowed, tell) = (read.allowed()?, teller(global));
        let crew = asked.crew(outputs, &allowed, &tell, global);
        study::run(global, |bar| {
            let watch = Helped::by(bar, crew, study, (cases, &archives))?;
            let found = work(&watch);
            watch.end()?;
            found
        })
    }
}

impl Asked {
    /// Simulates cases on the engine, whose job has its folder in that of the outputs.
    pub fn simulate(
        &self,
        cases: Vec<Case>,
        read: Read,
        (outputs, begin): (&Path, Begin),
        global: Global,
    ) -> Result<Finished, Failure> {
        let (allowed, tell) = (read.allowed()?, teller(global));
        let crew = self.crew(outputs, &allowed, &tell, global);
        let spread = crew.spread(&cases, begin);
        let tasks = spread.tasks.len() as u64;
        if let Some(asked) = self.tasks.filter(|asked| tasks < *asked && !global.quiet) {
            terminal::remark(&message!(
                "there are {tasks} tasks, and not {asked}: none has less than 1,000 futures",
                tasks = number(tasks),
                asked = number(asked)
            ));
        }
        let archived = |case: Case| Ok((case.clone(), read.archive(&case)?));
        let cases = cases.into_iter().map(archived).collect::<Result<Vec<_>, Failure>>()?;
        let bar = Bar::of(global, Counted::Tasks);
        let finished = fleet::simulate(cases, (&crew, &spread), begin, &bar)?;
        watch::check()?;
        Ok(finished)
    }

    fn crew<'a>(
        &'a self,
        outputs: &'a Path,
        allowed: &'a [PathBuf],
        tell: &'a (dyn Fn(&Message) + Sync),
        global: Global,
    ) -> Crew<'a> {
        // On this machine `--threads` is the number of processes.
        let is_local = matches!(self.engine, Engine::Local(_));
        let threads = global.threads.filter(|_| !is_local).unwrap_or(1);
        Crew { engine: &self.engine, tasks: self.tasks, outputs, threads, allowed, tell }
    }
}

/// Tells remarks, unless nobody wants any.
fn teller(global: Global) -> impl Fn(&Message) + Sync {
    move |told| {
        if !global.quiet {
            terminal::remark(told);
        }
    }
}

fn number(count: u64) -> Numeral {
    Numeral(Locale::default().number(count as f64, Some(0.0)))
}
