//! `reachsim run`: the main job.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::document::{Document, Forms, tell};
use super::flags::{Documents, Simulation, StudyFormat};
use super::fleet::{Asked, Fleet, Read};
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, future, kept, load, terminal};
use reachsim::design::MOST_TRIALS;
use reachsim::diagnostic::message;
use reachsim::engine::Detail;
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::screen::{self, Part, Shown};
use reachsim::output::{Case, Extras, Report, Run, json, tidy};
use reachsim::run::archive::ScenarioArchive;
use reachsim::run::checkpoint::{self, Begin};
use reachsim::run::fleet::{Finished, Job};
use reachsim::run::precision::Precision;
use reachsim::run::shard::Shard;
use reachsim::run::{self, Request, Told};
use reachsim::scenario::{NOTHING, of_system};
use reachsim::study::future::Which;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim run scenarios/article.toml
  reachsim run page.toml --set market.people=2M    another value for a key
  reachsim run page.toml --set support.peers=60% --set campaign.spring.budget=0
  reachsim run page.toml --theme brand.toml        documents in your own look
  reachsim run page.toml --slides board --template firm.potx   a deck of five in your own template
  reachsim run page.toml --by month                months in place of weeks
  reachsim run page.toml --what-if \"twice the posts\"
  reachsim run page.toml --precision 0.5%          go on until every mean is known to 0.5 %
  reachsim run page.toml --format json --no-files  for scripts
  reachsim run page.toml --trials 100M             many futures, in flat memory
  reachsim run page.toml --trials 100M --resume    go on after Ctrl-C, a kill or a power cut
  reachsim run page.toml --trials 100M --shard 3/64 --out shards/3   for `reachsim merge shards/*`
  reachsim run page.toml --trials 1bn --on slurm --shards 64   a queue does it, in 64 tasks
  reachsim run page.toml --trial 17                one future, week by week
  reachsim run page.toml --story bad               the same in words, of a bad future
  reachsim run page.toml --where \"profit < 0\"      what is different when it goes wrong")]
pub struct Args {
    /// Scenario files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    simulation: Simulation,
    /// Go on, doubling the trials, until the standard error of every mean on the first screen is
    /// below this share
    #[arg(long, value_name = "SHARE", conflicts_with_all = ["trial", "on"])]
    precision: Option<Precision>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    /// Folder for the files [default: output/<name of the scenario>]
    #[arg(long, value_name = "DIR", conflicts_with = "no_files")]
    out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
    #[command(flatten)]
    documents: Documents,
    /// Print only, write nothing
    #[arg(
        long,
        conflicts_with_all = ["scale", "theme", "excel_csv", "slides", "template", "by", "on"]
    )]
    no_files: bool,
    /// Go on with a run of more than 100,000 futures that was stopped or killed: the files are
    /// those of an unbroken run
    #[arg(long, conflicts_with_all = ["no_files", "precision", "trial"])]
    resume: bool,
    /// Simulate one part of the futures, such as 3/64, for `reachsim merge`
    #[arg(
        long,
        value_name = "I/N",
        conflicts_with_all = [
            "no_files", "precision", "trial", "theme", "excel_csv", "slides", "template", "by", "on"
        ]
    )]
    shard: Option<Shard>,
    #[command(flatten)]
    fleet: Fleet,
    /// Replay one future, counted from 0, week by week, with the values that it has in the run
    #[arg(long, value_name = "N", conflicts_with_all = ["by", "on"])]
    trial: Option<u64>,
    /// Say in how many futures something happens, such as \"profit < 0\", and what is different in
    /// them; writes nothing
    #[arg(
        long = "where",
        value_name = "CONDITION",
        conflicts_with_all = [
            "out", "precision", "trial", "resume", "shard", "theme", "excel_csv",
            "slides", "template", "by", "scale", "on"
        ]
    )]
    condition: Option<String>,
    /// Tell one future week by week in words: a typical one, a bad or a good one as one in twenty
    /// is, or by its number; with --out its picture, too
    #[arg(
        long,
        value_name = "WHICH",
        value_parser = |text: &str| Which::read(text).map_err(|why| why.to_string()),
        conflicts_with_all = [
            "precision", "trial", "resume", "shard", "condition", "theme", "excel_csv", "slides",
            "template", "by", "scale", "on"
        ]
    )]
    story: Option<Which>,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    // Until here Ctrl-C ends the program at once: nothing is written yet.
    let cases = load_all(args, global)?;
    watch::obey_interrupts();
    let folders = folders(args, &cases)?;
    let holding = match (args.shard, args.story) {
        (Some(_), _) => Holding::Shard,
        (None, Some(_)) => Holding::Study(future::STORY),
        (None, None) => Holding::Run,
    };
    folders.iter().flatten().try_for_each(|folder| expect_room(folder, holding))?;
    let (dress, fleet) = (args.documents.dress(global)?, args.fleet.asked()?);
    load::with_threads(global.threads, || {
        let mut documents = Vec::new();
        let mut missed = Vec::new();
        let shared = fleet.map(|fleet| share(args, &fleet, &cases, &folders, global));
        let Finished { mut runs, job } = shared.transpose()?.unwrap_or_default();
        runs.reverse();
        for (case, folder) in cases.into_iter().zip(&folders) {
            load::warn(&case, global);
            if let Some(trial) = args.trial {
                documents.push(future::replay(args.format, &case, trial)?);
                continue;
            }
            if let Some(condition) = &args.condition {
                documents.push(future::look(args.format, &case, condition, global)?);
                continue;
            }
            if let Some(which) = args.story {
                let wanted = (which, folder.as_deref());
                documents.push(future::tell(args.format, &case, wanted, global)?);
                continue;
            }
            if let (Some(shard), Some(folder)) = (args.shard, folder) {
                documents.push(simulate_shard(args, shard, &case, folder, global)?);
                continue;
            }
            let run = match runs.pop() {
                Some(run) => run,
                None => simulate(args, global, case, folder.as_deref())?,
            };
            let case = &run.case;
            let is_told = args.format == StudyFormat::Text
                || kept::is_on()
                || !case.scenario.states.is_empty();
            let extras = match folder {
                Some(_) => extras(&run, Told::InDocuments, global)?,
                None if is_told => extras(&run, Told::OnTheScreen, global)?,
                None => Extras::default(),
            };
            let report = Report { extras: &extras, columns: terminal::page(), ..run.report() };
            if let Some(folder) = folder {
                args.documents.write(&report, &dress, folder)?;
                if run.store.is_some() {
                    checkpoint::clear(folder);
                }
            }
            let shown = (case.path.as_str(), folder.as_deref());
            documents.push(answer(args.format, global, &report, shown)?);
            missed.extend(screen::missed_targets(&report));
        }
        job.into_iter().for_each(Job::remove);
        tell(args.format, documents, &missed)
    })?
}

/// The runs of all scenarios, simulated by many machines.
fn share(
    args: &Args,
    fleet: &Asked,
    cases: &[Case],
    folders: &[Option<PathBuf>],
    global: Global,
) -> Result<Finished, Failure> {
    let of_one = folders.first().and_then(Option::as_deref).filter(|_| cases.len() == 1);
    let of_all = args.out.as_deref().unwrap_or(Path::new("output"));
    let read = Read { reading: &args.simulation.reading, what_if: args.what_if.as_deref() };
    fleet.simulate(cases.to_vec(), read, (of_one.unwrap_or(of_all), begin(args)), global)
}

/// Every file, with what the command line says otherwise; the problems of all of them at once.
fn load_all(args: &Args, global: Global) -> Result<Vec<Case>, Failure> {
    let mut cases = load::each(&args.files, &args.simulation.reading.options(), global)?;
    if let Some(name) = &args.what_if {
        cases = cases.iter().map(|case| case.what_if(name)).collect::<Result<_, _>>()?;
    }
    for case in &mut cases {
        for state in &case.scenario.states {
            case.edited(&state.edits).map_err(Failure::Input)?;
        }
        args.documents.step(case)?;
        case.lowered.plan = args.simulation.plan(case.plan());
        let plan = case.plan();
        if let Some(trial) = args.trial
            && trial >= plan.trials
        {
            return Err(Failure::Usage(message!(
                "there is no trial {trial}: the run has {trials}, counted from 0",
                trial,
                trials = plan.trials
            )));
        }
    }
    Ok(cases)
}

/// Where the files of each scenario go; `None` where none are written.
fn folders(args: &Args, cases: &[Case]) -> Result<Vec<Option<PathBuf>>, Failure> {
    let is_told_only = args.story.is_some() && args.out.is_none();
    if args.no_files || args.trial.is_some() || args.condition.is_some() || is_told_only {
        return Ok(vec![None; args.files.len()]);
    }
    let mut taken = BTreeSet::new();
    let folder = |(file, case): (&PathBuf, &Case)| {
        let mut stem = stem(file)?;
        if let Some(name) = &args.what_if {
            let names = case.scenario.what_ifs.iter().map(|what_if| what_if.name.text.as_str());
            stem.push(format!("-{}", in_a_path(name, names)));
        }
        if let Some(shard) = args.shard {
            stem.push(format!("-shard-{}-of-{}", shard.number, shard.of));
        }
        let folder = match &args.out {
            Some(out) if args.files.len() == 1 => out.clone(),
            Some(out) => out.join(&stem),
            None => Path::new("output").join(&stem),
        };
        // To many disks letters of either case are the same.
        if taken.insert(folder.to_string_lossy().to_lowercase()) {
            Ok(Some(folder))
        } else {
            Err(Failure::Usage(message!(
                "two scenarios would write into `{folder}`; run them apart, with --out",
                folder = folder.display()
            )))
        }
    };
    args.files.iter().zip(cases).map(folder).collect()
}

/// The name of a file without its end, which becomes that of a folder.
pub fn stem(file: &Path) -> Result<OsString, Failure> {
    match file.file_stem() {
        Some(stem) if stem != "." && stem != ".." => Ok(stem.to_owned()),
        _ => Err(Failure::Usage(message!(
            "`{file}` has no name that a folder could have: rename it",
            file = file.display()
        ))),
    }
}

/// A name with nothing but letters, digits and dashes, which none of the others has: where too
/// little of it remains, its place among them, from 1.
fn in_a_path<'n>(name: &str, all: impl Iterator<Item = &'n str> + Clone) -> String {
    let words = |name: &str| {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-")
    };
    let own = words(name);
    let is_it = |other: &&str| words(other).to_lowercase() == own.to_lowercase();
    if all.clone().filter(is_it).count() <= 1 && !own.is_empty() {
        return own;
    }
    let place = all.take_while(|other| *other != name).count() + 1;
    format!("{own}-{place}").trim_start_matches('-').to_owned()
}

/// What the documents tell beside the run.
pub fn extras(run: &Run, told: Told, global: Global) -> Result<Extras, Failure> {
    let bar = Bar::of(global, Counted::WhatIfs);
    let mut extras = reachsim::run::extras(run, told, &bar);
    if told == Told::InDocuments {
        match reachsim::run::history(run, &bar) {
            Ok(courses) => extras.history = courses,
            Err(_) if global.quiet => {}
            Err(why) => terminal::remark(&message!(
                "the exports of this scenario tell no weeks that could be drawn: {why}",
                why = why.first()
            )),
        }
    }
    watch::check()?;
    Ok(extras)
}

/// Simulates a scenario. What is long is kept on the disk on its way, where files are wanted, and
/// can be gone on with.
fn simulate(
    args: &Args,
    global: Global,
    case: Case,
    folder: Option<&Path>,
) -> Result<Run, Failure> {
    let has_years = !case.model().calendar.years.is_empty();
    let is_weekly = folder.is_some() || has_years;
    let detail = if is_weekly { Detail::Weekly } else { Detail::Totals };
    let request = Request { detail, precision: args.precision, folder, begin: begin(args) };
    let run = run::execute(case, request, &Bar::of(global, Counted::Futures))?;
    watch::check()?;
    if let Some(precision) = args.precision
        && run.trials.plan.trials == MOST_TRIALS
        && !precision.is_met(run.summary())
    {
        terminal::remark(&message!(
            "stopped at 10,000,000,000 trials: the precision is not reached"
        ));
    }
    Ok(run)
}

/// Simulates a shard and writes it into its folder.
fn simulate_shard(
    args: &Args,
    shard: Shard,
    case: &Case,
    folder: &Path,
    global: Global,
) -> Result<Document, Failure> {
    let bar = Bar::of(global, Counted::Futures);
    let share = shard.simulate(case, folder, begin(args), &bar)?;
    let archive = ScenarioArchive::of(case, &args.simulation.reading.set, args.what_if.as_deref())
        .map_err(|error| {
            Failure::World(message!(
                "cannot read the scenario again: {error}",
                error = of_system(&error)
            ))
        })?;
    shard.write(share, &archive, folder, &bar)?;
    let (Shard { number: place, of }, shown) = (shard, folder.display());
    let (context, about) = (case.context(), shard.about(share));
    Forms {
        text: || {
            let part = Part { place, of, done: share.trials, all: case.plan().trials };
            screen::shard(case.about().locale, &part, &shown.to_string())
        },
        json: || json::shard(&context, &about, folder),
        csv: || tidy::shard(&context, &about),
    }
    .of(args.format)
}

fn begin(args: &Args) -> Begin {
    if args.resume { Begin::Resume } else { Begin::Anew }
}

/// The answer in the form in which it is printed, with the name of the scenario and the folder of
/// the files.
pub fn answer(
    format: StudyFormat,
    global: Global,
    report: &Report,
    shown: (&str, Option<&Path>),
) -> Result<Document, Failure> {
    Forms {
        text: || in_words(global, report, shown),
        json: || json::summary(report),
        csv: || tidy::run(report),
    }
    .of(format)
}

fn in_words(global: Global, report: &Report, (scenario, folder): (&str, Option<&Path>)) -> String {
    let files = folder.map(|folder| folder.display().to_string());
    let variants = report.run.case.scenario.variants();
    let has_some = variants.iter().any(|name| name != NOTHING);
    let next = if has_some { "compare" } else { "explain" };
    let text = screen::run(report, &Shown { scenario, files: files.as_deref(), next });
    let text = text + &screen::states(report);
    if global.verbose { format!("{text}\n{}", screen::table(report)) } else { text }
}
