use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = reachsim::cli::Cli::parse();
    cli.run().into()
}
