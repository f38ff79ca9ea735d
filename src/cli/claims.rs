//! `reachsim claims`: what the founding texts claim, under the model.

use std::path::{Path, PathBuf};

use super::flags::{Access, StudyFormat};
use super::load;
use super::study;
use super::{Failure, Global, terminal};
use reachsim::diagnostic::{Message, message};
use reachsim::engine::Watch as _;
use reachsim::locale::Locale;
use reachsim::model::Plan;
use reachsim::output::Case;
use reachsim::output::claims::Claim;
use reachsim::output::json::studies as json;
use reachsim::output::screen::studies as screen;
use reachsim::output::tidy;
use reachsim::run::claims;
use reachsim::scenario::of_system;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim claims                      what the texts claim from which this program comes
  reachsim claims --figures            the figures that they state, and the keys that they inform
  reachsim claims my-claims --trials 10_000 --format json

A claim is a scenario whose title says it and whose first target states it; `[claim]` says what is
claimed, where, and whether it could have come out otherwise (a finding) or follows from the
definitions (arithmetic). Where the file has a what-if, the claim is that this is better than the
file as it is, in the metric of the target. It holds where it is better in at least 90 of 100
futures, or where its mean is better with 95 % and at least 60 of 100 futures are; it leans where 55
are, or where its mean is. A target without a what-if holds with a chance of 90 %, or of its own
`with`, and leans with 60 %. In the same futures is seen over which part of the ranges of the
author's estimates a claim keeps its verdict.")]
pub struct Args {
    /// A folder with a scenario for each claim [default: those that come with the program]
    folder: Option<PathBuf>,
    /// Print the figures of the texts, with their margins of error and the keys that they inform
    #[arg(long, conflicts_with_all = ["folder", "trials", "seed", "allow_path"])]
    figures: bool,
    /// How many futures to simulate of each
    #[arg(
        long,
        value_name = "N",
        default_value = "2000",
        value_parser = load::whole::<100, 10_000_000>
    )]
    trials: u64,
    /// The seed of all random numbers [default: what the file says, or 1]
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    #[command(flatten)]
    access: Access,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    if args.figures {
        return figures(args.format, terminal::language());
    }
    super::watch::obey_interrupts();
    let cases = if let Some(folder) = &args.folder {
        load::each(&files(folder)?, &args.access.options(), global)?
    } else {
        let cases = claims::shipped()?.into_iter();
        cases.map(|case| load::speaking(case, global)).collect()
    };
    let answers = study::run(global, |bar| {
        bar.announce(args.trials * cases.len() as u64);
        let answers = cases.iter().map(|case| Ok(case.claim(plan(case, args), bar)?));
        answers.collect::<Result<Vec<_>, Failure>>()
    })?;
    let claims = cases.iter().zip(answers).map(|(case, found)| Claim {
        case,
        file: if args.folder.is_some() { case.file() } else { &case.path },
        plan: plan(case, args),
        found,
    });
    let claims: Vec<Claim> = claims.collect();
    match args.format {
        StudyFormat::Text => terminal::show(&screen::claims(&claims, terminal::page())),
        StudyFormat::Json => {
            terminal::beside(|| screen::claims(&claims, terminal::page()))?;
            terminal::print_json(&json::claims(&claims))
        }
        StudyFormat::Csv => terminal::print(&tidy::csv(&tidy::claims(&claims))),
    }
}

/// The figures of the texts.
fn figures(format: StudyFormat, locale: Locale) -> Result<(), Failure> {
    match format {
        StudyFormat::Text => terminal::show(&screen::figures(locale, terminal::page())),
        StudyFormat::Json => terminal::print_json(&json::figures(locale)),
        StudyFormat::Csv => terminal::print(&tidy::csv(&tidy::figures())),
    }
}

fn plan(case: &Case, args: &Args) -> Plan {
    Plan { trials: args.trials, seed: args.seed.unwrap_or(case.plan().seed), ..case.plan() }
}

/// The scenarios of a folder, by their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let refused =
        |why: Message| Failure::Usage(message!("`{folder}` {why}", folder = folder.display(), why));
    let entries = std::fs::read_dir(folder).map_err(|error| {
        refused(message!("is no folder that can be read: {error}", error = of_system(&error)))
    })?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    if files.is_empty() {
        Err(refused(message!("has no scenario: a claim is a file whose name ends in .toml")))
    } else {
        Ok(files)
    }
}
