//! `reachsim help [COMMAND|scripts]`: the help of a command, or a page for scripts and assistants.

use clap::Command;

use super::{Failure, terminal};
use reachsim::diagnostic::{message, nearest_of};

/// The page for scripts.
const SCRIPTS: &str = include_str!("help/scripts.txt");
/// What the page is called.
const TOPIC: &str = "scripts";

#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim help run
  reachsim help scripts       formats, schemas, exit codes, seeds, gates, assistants: on one page")]
pub struct Args {
    /// A command, or `scripts` for what a script or an assistant has to know
    #[arg(value_name = "COMMAND|scripts")]
    topic: Option<String>,
}

pub fn run(args: &Args, program: &mut Command) -> Result<(), Failure> {
    program.build();
    let Some(topic) = &args.topic else {
        return terminal::show(&program.render_long_help().to_string());
    };
    if topic == TOPIC {
        return terminal::show(SCRIPTS);
    }
    if let Some(command) = program.find_subcommand_mut(topic) {
        return terminal::show(&command.render_long_help().to_string());
    }
    let names = program.get_subcommands().map(Command::get_name).chain([TOPIC]);
    let known = nearest_of(topic, names);
    Err(Failure::Usage(message!("there is no help on `{topic}`: {known}", topic, known)))
}
