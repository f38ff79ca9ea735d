//! `reachsim completions SHELL`.

use clap::Command;
use clap_complete::Shell;

use super::{Failure, terminal};

#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "Example: reachsim completions bash > \
        ~/.local/share/bash-completion/completions/reachsim")]
pub struct Args {
    shell: Shell,
}

/// Prints the script for the command line of the program.
pub fn run(args: Args, program: &mut Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, program, "reachsim", &mut script);
    terminal::print(&String::from_utf8_lossy(&script))
}
