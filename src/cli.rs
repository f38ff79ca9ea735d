//! The command line: one file for each command.

mod check;
mod claims;
mod compare;
mod completions;
mod explain;
mod flags;
pub mod graph;
mod init;
mod load;
mod merge;
mod optimise;
mod presets;
mod render;
mod run;
mod schema;
mod sensitivity;
mod solve;
mod study;
mod sweep;
mod terminal;
mod value_of_information;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use reachsim::diagnostic::{Diagnostics, listed};
use reachsim::locale::{LOCALES, Locale};
use reachsim::output::WriteError;
use reachsim::output::format::Format as _;
use reachsim::output::shards::Unmergeable;
use reachsim::output::store::Unopened;
use reachsim::run::{Error, Unkept};

/// What does a brand's community on social networks reach and return, and how sure are we?
#[derive(Debug, Parser)]
#[command(name = "reachsim", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "\
Examples:
  reachsim init > page.toml            a scenario to fill in
  reachsim run page.toml               simulate it, print the answer, write charts and tables
  reachsim run page.toml --shard 1/4   a part of the futures, for `reachsim merge`
  reachsim compare page.toml           its what-ifs against each other
  reachsim render output/page --locale en,ru,uk   its documents in three languages
  reachsim sensitivity page.toml       what drives the answer
  reachsim claims                      what the founding texts claim, and how often it holds
  reachsim graph friends.csv           how many different people see it, on a friend graph
  reachsim explain page.toml           how every number of it was understood
  reachsim presets facebook            what is known about a network, with sources

Exit codes: 0 done, 1 a target was missed or a check failed, 2 bad input, 3 the disk or the system \
failed")]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command understands.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Global {
    /// Threads to compute on [default: one for each core]; the results do not depend on it
    #[arg(
        long,
        global = true,
        value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..=1024)
    )]
    pub threads: Option<u16>,
    /// Print errors and results only
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print more: every metric, every warning in full
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// When to colour what is printed
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    /// Language of the answers: en, ru or uk [default: what the file says, or en]; `render` takes
    /// several
    #[arg(
        long,
        global = true,
        value_name = "LOCALE",
        value_parser = Languages::parse,
        default_value = "",
        hide_default_value = true
    )]
    pub locale: Languages,
}

/// The languages that were asked for, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Languages([Option<Locale>; Locale::ALL.len()]);

impl Languages {
    fn parse(text: &str) -> Result<Languages, String> {
        let mut languages = Languages::default();
        for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let locale = Locale::find(word)
                .ok_or_else(|| format!("`{word}` is none of {}", listed(LOCALES, "and")))?;
            if !languages.0.contains(&Some(locale))
                && let Some(place) = languages.0.iter_mut().find(|place| place.is_none())
            {
                *place = Some(locale);
            }
        }
        Ok(languages)
    }

    /// The one in which an answer is given.
    pub const fn first(self) -> Option<Locale> {
        self.0[0]
    }

    pub fn all(self) -> Vec<Locale> {
        self.0.into_iter().flatten().collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

/// In which form a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Words and tables for people
    Text,
    /// One JSON document
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Simulate scenarios: print the answer and write charts and tables
    Run(run::Args),
    /// Make one run of the shards that several machines simulated
    Merge(merge::Args),
    /// Compare a scenario with its what-ifs, or several scenarios, in the same futures
    Compare(compare::Args),
    /// Check scenarios against their baselines: the gate for CI
    Check(check::Args),
    /// Show a metric over the values of one key or two
    Sweep(sweep::Args),
    /// Find what drives a metric: tornado, shares of its spread, luck
    Sensitivity(sensitivity::Args),
    /// Find the smallest change of a key that reaches a goal
    Solve(solve::Args),
    /// Find the best values of up to four keys, under constraints
    Optimise(optimise::Args),
    /// Find what to measure before a decision, and what knowing it is worth
    ValueOfInformation(value_of_information::Args),
    /// Measure how many different people contacts are, on an explicit friend graph
    Graph(graph::Args),
    /// Test what the founding texts claim: each claim under the model, with its probability
    Claims(claims::Args),
    /// Make the documents of a stored run again: other languages, another look
    Render(render::Args),
    /// Show how a scenario was understood: every number with its range and its source
    Explain(explain::Args),
    /// List the networks whose figures are built in, or print one with its sources
    Presets(presets::Args),
    /// Print a scenario to fill in
    Init(init::Args),
    /// Print the JSON Schema of scenario files, for editors
    Schema,
    /// Print a script that completes commands in your shell
    Completions(completions::Args),
}

/// Why a command ended without a result.
#[derive(Debug)]
pub enum Failure {
    /// Exit 1: a target was missed, or a check failed; what is to be said was said.
    Target,
    /// Exit 2: what the user gave cannot be used.
    Input(Diagnostics),
    /// Exit 2: the same about the command line itself.
    Usage(String),
    /// Exit 3: the disk, a pipe or the system failed.
    World(String),
    /// Exit 130: the user pressed Ctrl-C.
    Interrupted,
    /// Exit 130: the user pressed Ctrl-C, and can go on.
    Paused { done: u64, all: u64 },
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Failure {
        Error::from(error).into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Input(problems) => Failure::Input(problems),
            Error::Question(message) => Failure::Usage(message),
            Error::World(message) => Failure::World(message),
            Error::Unkept(why) => Failure::unkept(&why),
            Error::Unmergeable(Unmergeable::Folder(folder, why)) => {
                Failure::unkept(&Unkept::Unopened(folder, why))
            }
            Error::Unmergeable(why) => Failure::Usage(why.to_string()),
            Error::Stopped => Failure::Interrupted,
        }
    }
}

impl From<Unkept> for Failure {
    fn from(why: Unkept) -> Failure {
        Error::from(why).into()
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit(u8);

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.0)
    }
}

impl Cli {
    /// Runs the command; prints its error, if there is one.
    pub fn run(self) -> Exit {
        terminal::colour(self.global.color);
        match self.command.run(self.global) {
            Ok(()) => Exit(0),
            Err(failure) => failure.tell(),
        }
    }
}

impl Command {
    fn run(self, global: Global) -> Result<(), Failure> {
        if global.locale.all().len() > 1 && !matches!(self, Command::Render(_)) {
            return Err(Failure::Usage(
                "one answer has one language; `render` makes documents in several".into(),
            ));
        }
        match self {
            Command::Run(args) => run::run(&args, global),
            Command::Merge(args) => merge::run(&args, global),
            Command::Compare(args) => compare::run(&args, global),
            Command::Check(args) => check::run(&args, global),
            Command::Sweep(args) => sweep::run(&args, global),
            Command::Sensitivity(args) => sensitivity::run(&args, global),
            Command::Solve(args) => solve::run(&args, global),
            Command::Optimise(args) => optimise::run(&args, global),
            Command::ValueOfInformation(args) => value_of_information::run(&args, global),
            Command::Graph(args) => graph::run(&args, global),
            Command::Claims(args) => claims::run(&args, global),
            Command::Render(args) => render::run(&args, global),
            Command::Explain(args) => explain::run(&args, global),
            Command::Presets(args) => presets::run(&args),
            Command::Init(args) => init::run(&args),
            Command::Schema => schema::run(),
            Command::Completions(args) => completions::run(args),
        }
    }
}

impl Failure {
    /// Why a long run does not go on, with the way out.
    fn unkept(why: &Unkept) -> Failure {
        let way_out = match why {
            Unkept::Damaged(_) => "to begin anew, remove the folder",
            Unkept::Other(_) => "write elsewhere with --out, or remove the folder",
            Unkept::Unfinished(_) => "--resume goes on with it; to begin anew, remove the folder",
            Unkept::Unopened(_, Unopened::Missing) => {
                "`reachsim run FILE --shard 1/4 --out DIR` writes one"
            }
            Unkept::Unopened(_, Unopened::Damaged) => "run it again",
            Unkept::Unopened(_, Unopened::Busy | Unopened::World(_)) | Unkept::Full(_) => {
                return Failure::World(why.to_string());
            }
            &Unkept::Paused { done, all } => return Failure::Paused { done, all },
            Unkept::Stopped => return Failure::Interrupted,
        };
        Failure::Usage(format!("{why}: {way_out}"))
    }

    fn tell(self) -> Exit {
        match self {
            Failure::Target => Exit(1),
            Failure::Input(problems) => {
                terminal::complain(&problems);
                Exit(2)
            }
            Failure::Usage(message) => {
                terminal::error(&message);
                Exit(2)
            }
            Failure::World(message) => {
                terminal::error(&message);
                Exit(3)
            }
            Failure::Paused { done, all } => {
                let number = |count: u64| Locale::default().number(count as f64, Some(0.0));
                terminal::remark(&format!(
                    "stopped after {} of {} futures: the same command with --resume goes on from \
                     there",
                    number(done),
                    number(all)
                ));
                Failure::Interrupted.tell()
            }
            Failure::Interrupted => {
                terminal::error("interrupted; the files of earlier runs are as they were");
                Exit(130)
            }
        }
    }
}
