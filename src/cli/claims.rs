//! `reachsim claims`: what the founding texts claim, under the model.

use std::path::{Path, PathBuf};

use super::flags::{Access, StudyFormat};
use super::load;
use super::study;
use super::{Failure, Global, terminal};
use reachsim::diagnostic::{Message, message};
use reachsim::engine::Watch as _;
use reachsim::model::Plan;
use reachsim::output::Case;
use reachsim::output::claims::Claim;
use reachsim::output::json::studies as json;
use reachsim::output::screen::studies as screen;
use reachsim::output::tidy;
use reachsim::scenario::of_system;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim claims                      what the texts claim from which this program comes
  reachsim claims my-claims --trials 10_000 --format json

A claim is a scenario whose title says it and whose first target states it. Where the file has a
what-if, the claim is that this is better than the file as it is, in the metric of the target. It
holds where that is so in half of the futures, or in as many as the target's `with` says.")]
pub struct Args {
    /// The folder with a scenario for each claim
    #[arg(default_value = "scenarios/claims")]
    folder: PathBuf,
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
    super::watch::obey_interrupts();
    let cases = load::each(&files(&args.folder)?, &args.access.options(), global)?;
    let findings = study::run(global, |bar| {
        bar.announce(args.trials * cases.len() as u64);
        let found = cases.iter().map(|case| Ok(case.claim(plan(case, args), bar)?));
        found.collect::<Result<Vec<_>, Failure>>()
    })?;
    let claims = cases.iter().zip(findings).map(|(case, finding)| Claim {
        case,
        plan: plan(case, args),
        finding,
    });
    let claims: Vec<Claim> = claims.collect();
    match args.format {
        StudyFormat::Text => terminal::show(&screen::claims(&claims, terminal::page())),
        StudyFormat::Json => terminal::print_json(&json::claims(&claims)),
        StudyFormat::Csv => terminal::print(&tidy::csv(&tidy::claims(&claims))),
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
