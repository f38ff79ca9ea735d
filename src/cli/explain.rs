//! `reachsim explain FILE [KEY]`.

use std::path::PathBuf;

use super::flags::{Format, Reading};
use super::load;
use super::{Failure, Global, terminal};
use reachsim::diagnostic::nearest_or;
use reachsim::output::{json, screen};
use reachsim::scenario::keys::Level;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim explain scenarios/article.toml
  reachsim explain scenarios/article.toml community.page.feed.visibility
  reachsim explain scenarios/article.toml --all")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// One key in full, such as `community.page.friends.mean`
    key: Option<String>,
    /// Every key, not only the essential ones
    #[arg(long, conflicts_with = "key")]
    all: bool,
    #[command(flatten)]
    reading: Reading,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: Format,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let cases = load::each(std::slice::from_ref(&args.file), &args.reading.options(), global)?;
    let Some(case) = cases.first() else { return Ok(()) };
    load::warn(case, global);
    let (about, assumptions) = (case.about(), &case.lowered.assumptions);
    let Some(key) = &args.key else {
        let level = if args.all { Level::Expert } else { Level::Essential };
        return match args.format {
            Format::Text => terminal::show(&screen::explain(about, assumptions, level)),
            Format::Json => terminal::print_json(&json::explain(case, assumptions)),
        };
    };
    let Some(assumption) = assumptions.iter().find(|assumption| assumption.key == *key) else {
        let keys = assumptions.iter().map(|assumption| assumption.key.as_str());
        let help = nearest_or(key, keys, || "`--all` lists every key".to_owned());
        return Err(Failure::Usage(format!("this scenario has no key `{key}`: {help}")));
    };
    match args.format {
        Format::Text => terminal::show(&screen::explain_key(about.locale, assumption)),
        Format::Json => {
            terminal::print_json(&json::explain(case, std::slice::from_ref(assumption)))
        }
    }
}
