//! `reachsim run`: the main job.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::archive::ScenarioArchive;
use super::load;
use super::long::{self, Begin, Checkpoint};
use super::precision::{self, Precision};
use super::shard::{self, Shard};
use super::watch::{self, Bar};
use super::{Failure, Format, Global, terminal};
use reachsim::design::Sampler;
use reachsim::engine::{self, Detail};
use reachsim::output::look::Look;
use reachsim::output::screen::{self, Shown};
use reachsim::output::store::Origin;
use reachsim::output::{self, Case, Csv, Extras, Kinds, Report, Run, Wanted, json};
use reachsim::trials::{self, KEPT};

/// More futures than anybody waits for.
pub const MOST_TRIALS: u64 = 10_000_000_000;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim run scenarios/article.toml
  reachsim run page.toml --set market.people=2M    another value for a key
  reachsim run page.toml --set support.peers=60% --set campaign.spring.budget=0
  reachsim run page.toml --theme brand.toml        documents in your own look
  reachsim run page.toml --what-if \"twice the posts\"
  reachsim run page.toml --precision 0.5%          go on until every mean is known to 0.5 %
  reachsim run page.toml --format json --no-files  for scripts
  reachsim run page.toml --trials 100M             many futures, in flat memory
  reachsim run page.toml --trials 100M --resume    go on after Ctrl-C, a kill or a power cut
  reachsim run page.toml --trials 100M --shard 3/64 --out shards/3   for `reachsim merge shards/*`
  reachsim run page.toml --trial 17                one future, week by week")]
pub struct Args {
    /// Scenario files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How many futures to simulate [default: what the file says, or 10,000]
    #[arg(long, value_name = "N", value_parser = load::whole::<1, MOST_TRIALS>)]
    trials: Option<u64>,
    /// The seed of all random numbers [default: what the file says, or 1]
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// How the uncertain inputs are sampled
    #[arg(long, value_parser = load::sampler, value_name = "NAME")]
    sampler: Option<Sampler>,
    /// Go on, doubling the trials, until the standard error of every mean on the first screen is
    /// below this share
    #[arg(long, value_name = "SHARE", value_parser = precision::parse, conflicts_with = "trial")]
    precision: Option<Precision>,
    /// Another value for a key, such as `market.people=2M`; may be repeated
    #[arg(long, value_name = "KEY=QUANTITY")]
    set: Vec<String>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    /// Folder for the files [default: output/<name of the scenario>]
    #[arg(long, value_name = "DIR", conflicts_with = "no_files")]
    out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: Format,
    /// Pixels of the pictures: 1 for 1920 x 1080, 2 for 3840 x 2160
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        value_parser = clap::value_parser!(u32).range(1..=4),
        conflicts_with = "no_files"
    )]
    scale: u32,
    /// A theme for the documents: colours, fonts, a logo [default: `[theme]` of the scenario]
    #[arg(long, value_name = "FILE", conflicts_with = "no_files")]
    theme: Option<PathBuf>,
    /// Write CSV with semicolons and a byte-order mark, as Excel opens it in most of Europe
    #[arg(long, conflicts_with = "no_files")]
    excel_csv: bool,
    /// Print only, write nothing
    #[arg(long)]
    no_files: bool,
    /// Go on with a run of more than 100,000 futures that was stopped or killed: the files are
    /// those of an unbroken run
    #[arg(long, conflicts_with_all = ["no_files", "precision", "trial"])]
    resume: bool,
    /// Simulate one part of the futures, such as 3/64, for `reachsim merge`
    #[arg(
        long,
        value_name = "I/N",
        value_parser = shard::parse,
        conflicts_with_all = ["no_files", "precision", "trial", "theme", "excel_csv"]
    )]
    shard: Option<Shard>,
    /// Replay one future, counted from 0, week by week, with the values that it has in the run
    #[arg(long, value_name = "N")]
    trial: Option<u64>,
}

impl Args {
    pub const fn is_resumed(&self) -> bool {
        self.resume
    }

    pub const fn format(&self) -> Format {
        self.format
    }

    /// The scenario with all that belongs to it.
    pub fn kit(&self, case: &Case) -> io::Result<ScenarioArchive> {
        ScenarioArchive::of(case, &self.set, self.what_if.as_deref())
    }
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let cases = load_all(args, global)?;
    let folders = folders(args)?;
    let look = args.theme.as_deref().map(|path| load::look(path, global)).transpose()?;
    load::with_threads(global.threads, || {
        let mut documents = Vec::new();
        let mut missed = Vec::new();
        for (case, folder) in cases.into_iter().zip(&folders) {
            load::warn(&case, global);
            if let Some(trial) = args.trial {
                documents.push(replay(args, &case, trial)?);
                continue;
            }
            if let (Some(shard), Some(folder)) = (args.shard, folder) {
                documents.push(shard::run(args, shard, &case, folder, global)?);
                continue;
            }
            let run = simulate(args, global, case, folder.as_deref())?;
            let case = &run.case;
            let extras = if folder.is_some() { extras(case)? } else { Extras::default() };
            let report = Report { extras: &extras, ..run.report() };
            if let Some(folder) = folder {
                output::write(
                    &report,
                    &wanted(args, look.as_ref(), case),
                    folder,
                    &watch::interrupted,
                )?;
                if run.store.is_some() {
                    long::clear(folder);
                }
            }
            let folder = folder.as_ref().map(|folder| folder.display().to_string());
            let next = if case.scenario.what_ifs.is_empty() { "explain" } else { "compare" };
            documents.push(answer(
                args.format,
                global,
                &report,
                &Shown { scenario: &case.path, files: folder.as_deref(), next },
            ));
            missed.extend(screen::missed_targets(&report));
        }
        match args.format {
            Format::Text => terminal::print(
                &documents.iter().map(Document::text).collect::<Vec<_>>().join("\n"),
            )?,
            Format::Json => terminal::print_json(&Document::json(documents))?,
        }
        for target in &missed {
            terminal::error(target);
        }
        if missed.is_empty() { Ok(()) } else { Err(Failure::Target) }
    })?
}

/// An answer in the form in which it is printed.
pub enum Document {
    Text(String),
    Json(serde_json::Value),
}

impl Document {
    pub fn text(&self) -> String {
        match self {
            Document::Text(text) => text.clone(),
            Document::Json(value) => value.to_string(),
        }
    }

    /// One document; several scenarios are an array of them.
    pub fn json(documents: Vec<Document>) -> serde_json::Value {
        let mut values = documents.into_iter().map(|document| match document {
            Document::Json(value) => value,
            Document::Text(text) => text.into(),
        });
        if values.len() == 1 { values.next().unwrap_or_default() } else { values.collect() }
    }
}

/// Every file, with what the command line says otherwise; the problems of all of them at once.
fn load_all(args: &Args, global: Global) -> Result<Vec<Case>, Failure> {
    let mut cases = load::each(&args.files, &args.set, global)?;
    if let Some(name) = &args.what_if {
        cases = cases.iter().map(|case| case.what_if(name)).collect::<Result<_, _>>()?;
    }
    for case in &mut cases {
        let plan = &mut case.lowered.plan;
        plan.trials = args.trials.unwrap_or(plan.trials);
        plan.seed = args.seed.unwrap_or(plan.seed);
        plan.sampler = args.sampler.unwrap_or(plan.sampler);
        if let Some(trial) = args.trial
            && trial >= plan.trials
        {
            return Err(Failure::Usage(format!(
                "there is no trial {trial}: the run has {}, counted from 0",
                plan.trials
            )));
        }
    }
    Ok(cases)
}

/// Where the files of each scenario go; `None` where none are written.
fn folders(args: &Args) -> Result<Vec<Option<PathBuf>>, Failure> {
    if args.no_files || args.trial.is_some() {
        return Ok(vec![None; args.files.len()]);
    }
    let mut taken = BTreeSet::new();
    let folder = |file: &PathBuf| {
        let mut stem = file.file_stem().unwrap_or_default().to_owned();
        if let Some(name) = &args.what_if {
            stem.push(format!("-{}", in_a_path(name)));
        }
        if let Some(shard) = args.shard {
            stem.push(format!("-shard-{}-of-{}", shard.number, shard.of));
        }
        let folder = match &args.out {
            Some(out) if args.files.len() == 1 => out.clone(),
            Some(out) => out.join(&stem),
            None => Path::new("output").join(&stem),
        };
        if taken.insert(folder.clone()) {
            Ok(Some(folder))
        } else {
            Err(Failure::Usage(format!(
                "two scenarios would write into `{}`; run them apart, with --out",
                folder.display()
            )))
        }
    };
    args.files.iter().map(folder).collect()
}

/// A name with nothing but letters, digits and dashes.
fn in_a_path(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn replay(args: &Args, case: &Case, trial: u64) -> Result<Document, Failure> {
    let replay = engine::replay(case.model(), case.plan(), trial);
    watch::check()?;
    Ok(match args.format {
        Format::Text => Document::Text(screen::trial(case.about(), case.model(), trial, &replay)),
        Format::Json => Document::Json(json::trial(case.model(), trial, &replay)),
    })
}

/// What the documents tell beside the run.
pub fn extras(case: &Case) -> Result<Extras, Failure> {
    let extras = reachsim::run::extras(case);
    watch::check()?;
    Ok(extras)
}

/// Simulates the plan, or more until it is precise enough. What is long is kept on the disk on its
/// way, where files are wanted, and can be gone on with.
fn simulate(
    args: &Args,
    global: Global,
    case: Case,
    folder: Option<&Path>,
) -> Result<Run, Failure> {
    let (model, plan) = (case.model(), case.plan());
    let detail = if folder.is_some() { Detail::Weekly } else { Detail::Totals };
    if let Some(precision) = args.precision {
        return precision::run(case, precision, detail, folder, global);
    }
    let in_memory = if folder.is_some() {
        KEPT.min(trials::most_kept(model))
    } else {
        trials::most_kept(model)
    };
    let (trials, store) = if plan.trials <= in_memory || plan.sampler == Sampler::Expected {
        (engine::run(model, plan, detail, &Bar::new(global, plan.trials)), None)
    } else {
        let begin = if args.resume { Begin::Resume } else { Begin::Anew };
        let origin = Origin::of(&case.about().hash, plan, long::all_blocks(plan));
        let mut ledger = match folder {
            Some(folder) => Checkpoint::on_disk(folder, origin, model, begin)?,
            None => Checkpoint::in_memory(model, plan),
        };
        long::go_on(&case, &mut ledger, plan, detail, global)?;
        (ledger.found(model, plan)?, ledger.into_store())
    };
    watch::check()?;
    let run = Run { store, ..Run::of(case, trials) };
    watch::check()?;
    Ok(run)
}

/// How the files are written.
fn wanted(args: &Args, look: Option<&Look>, case: &Case) -> Wanted {
    let csv = if args.excel_csv { Csv::Excel } else { Csv::Plain };
    Wanted {
        csv,
        kinds: Kinds { scale: args.scale, ..Kinds::default() },
        look: look.cloned().unwrap_or_else(|| Look::of(&case.about().theme)),
    }
}

/// The answer in the form in which it is printed.
pub fn answer(format: Format, global: Global, report: &Report, shown: &Shown) -> Document {
    match format {
        Format::Json => Document::Json(json::summary(report)),
        Format::Text if global.verbose => {
            Document::Text(format!("{}\n{}", screen::run(report, shown), screen::table(report)))
        }
        Format::Text => Document::Text(screen::run(report, shown)),
    }
}
