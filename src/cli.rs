//! The command line: one file for each command.

mod analyse;
mod backtest;
mod break_even;
mod calibrate;
mod check;
mod claims;
mod compare;
mod completions;
mod document;
mod exit;
mod explain;
mod failure;
mod flags;
mod fleet;
mod forecast;
mod future;
mod global;
pub mod graph;
mod help;
mod init;
mod kept;
mod load;
mod mcp;
mod measure;
mod merge;
mod optimise;
mod presets;
mod proof;
mod render;
mod run;
mod schema;
mod score;
mod sensitivity;
mod serve;
mod solve;
mod study;
mod sweep;
mod task;
mod terminal;
mod value_of_information;
mod watch;

use clap::{CommandFactory, Parser, Subcommand};
use reachsim::diagnostic::message;

use exit::Exit;
use failure::Failure;
use global::Global;

/// What does a brand's community on social networks reach and return, and how sure are we?
#[derive(Debug, Parser)]
#[command(name = "reachsim", version, arg_required_else_help = true, max_term_width = 100)]
#[command(disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  reachsim init page.toml --ask        a scenario, asked for in twelve questions
  reachsim run page.toml               simulate it, print the answer, write charts and tables
  reachsim run page.toml --shard 1/4   a part of the futures, for `reachsim merge`
  reachsim run page.toml --trials 1bn --on slurm --shards 64   on many machines
  reachsim compare page.toml           its what-ifs against each other
  reachsim render output/page --locale en,ru,uk   its documents in three languages
  reachsim proof output/page           are they fit to be shown?
  reachsim sensitivity page.toml       what drives the answer
  reachsim break-even page.toml        what must be true for it to pay
  reachsim measure page.toml           what to measure before one decides, and what that is worth
  reachsim claims                      what the founding texts claim, and how far it holds
  reachsim analyse exports/            what happened, from the exports of your networks
  reachsim calibrate page.toml --data exports/    the scenario's ranges, learnt from your own data
  reachsim backtest page.toml --data exports/     how it would have forecast what came
  reachsim score forecasts.jsonl       how forecasts on record did
  reachsim graph friends.csv           how many different people see it, on a friend graph
  reachsim serve page.toml             try changes in the browser, offline
  reachsim explain page.toml           how every number of it was understood
  reachsim presets facebook            what is known about a network, with sources
  reachsim schema --of compare         what a script gets from --format json
  reachsim mcp                         the commands as tools of an assistant
  reachsim help scripts                what a script or an assistant has to know

Exit codes: 0 done, 1 a target was missed or a check failed, 2 bad input, 3 the disk or the system \
failed")]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    command: Command,
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
    /// Find what must be true of each number by itself for a goal to be met
    BreakEven(break_even::Args),
    /// Find the best values of up to four keys, under constraints
    Optimise(optimise::Args),
    /// Find what to measure before a decision, and what knowing it is worth
    ValueOfInformation(value_of_information::Args),
    /// Find what each measurement is worth before a decision, what it costs and what it leaves
    Measure(measure::Args),
    /// Say what happened, from the exports of networks, help desks and customer systems
    Analyse(analyse::Args),
    /// Learn the ranges of a scenario from exports and totals
    Calibrate(calibrate::Args),
    /// Test how a scenario would have forecast what came: ranges that held, scores, baselines
    Backtest(backtest::Args),
    /// Put on record what a scenario says of its horizon
    Forecast(forecast::Args),
    /// Say how the forecasts on record did, once it is known what came
    Score(score::Args),
    /// Measure how many different people contacts are, on an explicit friend graph
    Graph(graph::Args),
    /// Show scenarios as a page on this machine: what a change does while you make it
    Serve(serve::Args),
    /// Test what the founding texts claim: each claim under the model, with a verdict
    Claims(claims::Args),
    /// Make the documents of a stored run again: other languages, another look
    Render(render::Args),
    /// Read the documents of a run for faults: what is cut, what overlaps, what does not agree
    Proof(proof::Args),
    /// Show how a scenario was understood: every number with its range and its source
    Explain(explain::Args),
    /// List the networks whose figures are built in, or print one with its sources
    Presets(presets::Args),
    /// Write a scenario to fill in, or ask for its numbers
    Init(init::Args),
    /// Answer an assistant: the commands as tools of the Model Context Protocol
    Mcp(mcp::Args),
    /// Print the JSON Schema of scenario files, for editors, or of an answer, for scripts
    Schema(schema::Args),
    /// One task of a job on many machines: engines start it
    #[command(hide = true)]
    Task(task::Args),
    /// Print a script that completes commands in your shell
    Completions(completions::Args),
    /// Print the help of a command, or what a script or an assistant has to know
    Help(help::Args),
}

impl Cli {
    /// Runs the command; prints its error, if there is one.
    pub fn run(self) -> Exit {
        terminal::colour(self.global.color);
        terminal::speak(self.global.locale.first());
        match self.command.run(self.global) {
            Ok(()) => Exit::DONE,
            Err(failure) => Exit::telling(failure),
        }
    }
}

impl Command {
    fn run(self, global: Global) -> Result<(), Failure> {
        if global.locale.all().len() > 1 && !matches!(self, Command::Render(_) | Command::Proof(_))
        {
            return Err(Failure::Usage(message!(
                "one answer has one language; `render` makes documents in several"
            )));
        }
        match self {
            Command::Analyse(args) => analyse::run(&args, global),
            Command::Calibrate(args) => calibrate::run(&args, global),
            Command::Backtest(args) => backtest::run(&args, global),
            Command::Run(args) => run::run(&args, global),
            Command::Merge(args) => merge::run(&args, global),
            Command::Compare(args) => compare::run(&args, global),
            Command::Check(args) => check::run(&args, global),
            Command::Sweep(args) => sweep::run(&args, global),
            Command::Sensitivity(args) => sensitivity::run(&args, global),
            Command::Solve(args) => solve::run(&args, global),
            Command::BreakEven(args) => break_even::run(&args, global),
            Command::Optimise(args) => optimise::run(&args, global),
            Command::ValueOfInformation(args) => value_of_information::run(&args, global),
            Command::Measure(args) => measure::run(&args, global),
            Command::Forecast(args) => forecast::run(&args, global),
            Command::Score(args) => score::run(&args, global),
            Command::Graph(args) => graph::run(&args, global),
            Command::Serve(args) => serve::run(&args, global),
            Command::Claims(args) => claims::run(&args, global),
            Command::Render(args) => render::run(&args, global),
            Command::Proof(args) => proof::run(&args, global),
            Command::Explain(args) => explain::run(&args, global),
            Command::Presets(args) => presets::run(&args, global),
            Command::Init(args) => init::run(&args, global),
            Command::Mcp(_) => {
                mcp::run(&mut Cli::command(), carried_out);
                Ok(())
            }
            Command::Schema(args) => schema::run(&args),
            Command::Help(args) => help::run(&args, &mut Cli::command()),
            Command::Task(args) => task::run(&args, global),
            Command::Completions(args) => completions::run(args, &mut Cli::command()),
        }
    }
}

/// Carries out a command line.
fn carried_out(words: &[String]) -> Result<Exit, clap::Error> {
    Ok(Cli::try_parse_from(words)?.run())
}
