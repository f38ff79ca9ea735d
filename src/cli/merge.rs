//! `reachsim merge`: the shards of a run become one run.

use std::path::PathBuf;

use super::document::tell;
use super::flags::{Access, Documents, StudyFormat};
use super::{Failure, Global, load, run, terminal, watch};
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::{Report, screen};
use reachsim::run::Told;
use reachsim::run::shard::Shards;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim run page.toml --trials 10M --shard 1/2 --out shards/1
  reachsim run page.toml --trials 10M --shard 2/2 --out shards/2     on another machine
  reachsim merge shards/1 shards/2 --out output/page                 the files of one long run, to \
  the last byte")]
pub struct Args {
    /// The folders of all shards, in any order
    #[arg(required = true, value_name = "DIR")]
    dirs: Vec<PathBuf>,
    /// Folder for the files
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
    #[command(flatten)]
    documents: Documents,
    #[command(flatten)]
    access: Access,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let dress = args.documents.dress(global)?;
    expect_room(&args.out, Holding::Run)?;
    let mut shards = Shards::open(&args.dirs, &args.access.allow_path, &watch::interrupted)?;
    shards.case = load::speaking(shards.case, global);
    args.documents.step(&mut shards.case)?;
    load::warn(&shards.case, global);
    load::with_threads(global.threads, || {
        let run = shards.run()?;
        let extras = run::extras(&run, Told::InDocuments, global)?;
        let report = Report { extras: &extras, columns: terminal::page(), ..run.report() };
        args.documents.write(&report, &dress, &args.out)?;
        let shown = (run.case.file(), Some(args.out.as_path()));
        let answer = run::answer(args.format, global, &report, shown)?;
        tell(args.format, vec![answer], &screen::missed_targets(&report))
    })?
}
