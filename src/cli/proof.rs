//! `reachsim proof`: the documents of a run are read before somebody else reads them.

use std::path::PathBuf;

use super::flags::StudyFormat;
use super::load;
use super::render::unusable;
use super::watch;
use super::{Failure, Global, terminal};
use reachsim::output::{json, proof, tidy};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
A line a fault, as file:page: kind: words. Nothing is printed where nothing is wrong.
Exit code 1 where there is any fault.

Examples:
  reachsim proof output/page                        the documents of a run
  reachsim proof output/page --locale en,ru,uk      in three languages
  reachsim proof output/page --theme brand.toml     as they would look for a client")]
pub struct Args {
    /// The folder of a run
    dir: PathBuf,
    /// A theme: colours, fonts, a logo [default: that of the run]
    #[arg(long, value_name = "FILE")]
    theme: Option<PathBuf>,
    /// How to print the faults
    #[arg(long, default_value = "text")]
    format: StudyFormat,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let look = args.theme.as_deref().map(|path| load::look(path, global)).transpose()?;
    let faults = load::with_threads(global.threads, || {
        proof::of_folder(&args.dir, (&global.locale.all(), look.as_ref()), &watch::interrupted)
    })?
    .map_err(|reason| unusable(&args.dir, reason))?;
    match args.format {
        StudyFormat::Text => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("{fault}\n")).collect();
            terminal::print(&lines.concat())?;
        }
        StudyFormat::Json => terminal::print_json(&json::proof(&faults))?,
        StudyFormat::Csv => terminal::print(&tidy::csv(&tidy::proof(&faults)))?,
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Target) }
}
