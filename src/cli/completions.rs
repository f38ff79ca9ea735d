//! `reachsim completions SHELL`.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Failure, terminal};

#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "Example: reachsim completions bash > \
        ~/.local/share/bash-completion/completions/reachsim")]
pub struct Args {
    shell: Shell,
}

pub fn run(args: Args) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "reachsim", &mut script);
    terminal::print(&String::from_utf8_lossy(&script))
}
