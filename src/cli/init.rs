//! `reachsim init`.

mod ask;

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Failure, Global, presets, terminal};
use reachsim::diagnostic::message;
use reachsim::output::screen::{self, quoted};
use reachsim::output::starter::Draft;
use reachsim::scenario::keys::key;
use reachsim::scenario::of_system;
use reachsim::scenario::presets::{self as networks, Preset};

/// How the comments call a file that has no name yet.
const THIS: &str = "THIS_FILE";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim init page.toml                                     and then: reachsim run page.toml
  reachsim init page.toml --ask                               asks for the numbers, on the terminal
  reachsim init pages.toml --platform facebook,instagram      a community on each
  reachsim init page.toml --currency UAH --locale uk          comments and questions in Ukrainian
  reachsim init > page.toml                                   on standard output

It never overwrites a file. Its target is one that the networks reach in some futures and miss in \
others.")]
pub struct Args {
    /// The file to write [default: standard output]
    file: Option<PathBuf>,
    /// The networks of the communities, of `reachsim presets` [default: the latest of them]
    #[arg(long, value_name = "ID,..", value_delimiter = ',')]
    platform: Vec<String>,
    /// The currency of every sum, as an ISO code [default: EUR]
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// Ask for the numbers: at most twelve questions, each with a default
    #[arg(long)]
    ask: bool,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let locale = global.locale.first().unwrap_or_default();
    if let Some(file) = args.file.as_deref().filter(|file| file.exists()) {
        return Err(there_is(file));
    }
    let called = args.file.as_ref().map(|file| quoted(&file.display().to_string()));
    let called = called.unwrap_or_else(|| THIS.to_owned());
    let given = match &args.platform[..] {
        [] => vec![latest().ok_or_else(|| Failure::Usage(message!("no preset is built in")))?],
        ids => presets::find_each(ids)?,
    };
    let mut draft = Draft::new(locale, &called, &given);
    if let Some(code) = &args.currency {
        draft.answer_words("--currency", key!("currency"), code).map_err(Failure::Input)?;
    }
    if args.ask {
        let open =
            ask::Open { networks: args.platform.is_empty(), currency: args.currency.is_none() };
        draft = ask::interview(draft, open)?;
    }
    let text = draft.aimed().map_err(Failure::Input)?.text();
    match &args.file {
        None => terminal::print(&text),
        Some(file) => {
            write(file, &text)?;
            terminal::show(&screen::written(locale, &file.display().to_string()))
        }
    }
}

/// A new file, or none: what is there stays.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => there_is(path),
        _ => Failure::World(message!(
            "cannot write `{path}`: {reason}",
            path = path.display(),
            reason = of_system(&error)
        )),
    })
}

fn there_is(path: &Path) -> Failure {
    Failure::Usage(message!(
        "`{path}` is there already, and stays as it is: name another file",
        path = path.display()
    ))
}

/// The preset of the latest year, the first of them.
fn latest() -> Option<&'static Preset> {
    networks::all().iter().rev().max_by_key(|preset| preset.year)
}
