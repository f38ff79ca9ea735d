//! `reachsim task`: one task of a job on many machines, which an engine starts.

use std::path::PathBuf;

use super::{Failure, Global, load, watch};
use reachsim::run::fleet;
use reachsim::run::shard::Shard;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the job
    folder: PathBuf,
    /// Which task of how many
    #[arg(long, value_name = "I/N")]
    shard: Shard,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    load::with_threads(global.threads, || {
        let bar = watch::Bar::of(Global { quiet: true, ..global }, watch::Counted::Futures);
        Ok(fleet::carry_out(&args.folder, args.shard, &bar)?)
    })?
}
