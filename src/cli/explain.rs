//! `reachsim explain FILE [KEY]`.

use std::path::{Path, PathBuf};

use super::flags::{Reading, StudyFormat};
use super::load;
use super::{Failure, Global, terminal};
use reachsim::diagnostic::message;
use reachsim::locale::Locale;
use reachsim::output::entry::{self, Entry};
use reachsim::output::screen::{self, Page, ShownKeys};
use reachsim::output::{Case, json, tidy};
use reachsim::run::attached;
use reachsim::scenario::{self, Scenario, Value};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim explain scenarios/article.toml
  reachsim explain scenarios/article.toml community.page.feed.visibility
  reachsim explain scenarios/article.toml posts.per_week
  reachsim explain scenarios/article.toml --all
  reachsim explain value.margin_per_customer
  reachsim explain --slides                      names of slides, for `[deck] slides`

A key is described whether the file sets it or not, and even where the file has a mistake: what it \
means, what may stand there, what it acts on, its default, a line to paste. Without the name of a \
community it is that of each; a table such as `support` is all of its keys.")]
pub struct Args {
    /// The scenario file, or a key alone
    #[arg(value_name = "FILE|KEY", required_unless_present = "slides")]
    file: Option<PathBuf>,
    /// A key such as `community.page.friends.mean`, or a table of them
    key: Option<String>,
    /// Every key, set or not
    #[arg(long, conflicts_with = "key")]
    all: bool,
    /// The names of slides, for `[deck]` of a scenario
    #[arg(long, conflicts_with_all = ["file", "key", "all", "format"])]
    slides: bool,
    #[command(flatten)]
    reading: Reading,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let locale = global.locale.first().unwrap_or_default();
    let Some(file) = &args.file else {
        return terminal::show(&screen::slides(Page { locale, columns: terminal::page() }));
    };
    match (&args.key, alone(file)) {
        (None, Some(entries)) => tell(args.format, locale, None, (file.to_str(), &entries)),
        (None, None) => list(args, file, global),
        (Some(key), _) => one(args, (file, key), global),
    }
}

/// What the only word means, where it is a key and no file.
fn alone(word: &Path) -> Option<Vec<Entry<'static>>> {
    if word.exists() {
        return None;
    }
    entry::find(entry::all(None, &[]), word.to_str()?).ok()
}

/// The keys of a file.
fn list(args: &Args, file: &PathBuf, global: Global) -> Result<(), Failure> {
    let cases = load::each(std::slice::from_ref(file), &args.reading.options(), global)?;
    let Some(case) = cases.first() else { return Ok(()) };
    load::warn(case, global);
    let mut entries = entry::all(Some(&case.scenario), &case.lowered.assumptions);
    match args.format {
        StudyFormat::Text => {
            let shown = if args.all { ShownKeys::All } else { ShownKeys::Essential };
            let about = case.about();
            let page = Page { locale: about.locale, columns: terminal::page() };
            let text = screen::explain(page, about.title.of(about.locale), &entries, shown);
            let exports = screen::exports(page, &case.exports);
            terminal::show(&(text + &screen::unseen(page, case.model()) + &exports))
        }
        StudyFormat::Json => {
            terminal::beside(|| {
                let page = Page { locale: case.about().locale, columns: terminal::page() };
                let title = case.about().title.of(page.locale);
                screen::explain(page, title, &entries, ShownKeys::Essential)
            })?;
            entries.retain(|entry| args.all || entry.taken.is_some());
            terminal::print_json(&json::explain(Some(case), None, &entries))
        }
        StudyFormat::Csv => terminal::print(&tidy::csv(&tidy::explain(Some(case), &entries))),
    }
}

/// One key, or those of a table. A mistake of the file is told, and does not stand in the way.
fn one(args: &Args, (file, key): (&Path, &str), global: Global) -> Result<(), Failure> {
    let read = scenario::load_with(file, &args.reading.options());
    let (scenario, case) = match read {
        Ok(scenario) => match attached::open(file.display().to_string(), scenario.clone()) {
            Ok(case) => {
                load::warn(&case, global);
                (Some(scenario), Some(load::speaking(case, global)))
            }
            Err(problems) => {
                terminal::complain(&problems);
                (Some(scenario), None)
            }
        },
        // There is no such text.
        Err(problems) if problems.sources.is_empty() => return Err(Failure::Input(problems)),
        Err(problems) => {
            terminal::complain(&problems);
            (None, None)
        }
    };
    let assumptions = case.as_ref().map_or(&[][..], |case| &case.lowered.assumptions);
    let entries = entry::find(entry::all(scenario.as_ref(), assumptions), key).map_err(|help| {
        Failure::Usage(message!("there is no key `{key}`: {way_out}", key, way_out = help))
    })?;
    let locale = global.locale.first().or_else(|| spoken(scenario.as_ref()?));
    tell(args.format, locale.unwrap_or_default(), case.as_ref(), (Some(key), &entries))
}

/// The language of a file.
fn spoken(scenario: &Scenario) -> Option<Locale> {
    match scenario.keys.get("locale")?.value.as_ref()? {
        Value::Word(id) => Locale::find(id),
        _ => None,
    }
}

fn tell(
    format: StudyFormat,
    locale: Locale,
    case: Option<&Case>,
    (asked, entries): (Option<&str>, &[Entry]),
) -> Result<(), Failure> {
    match format {
        StudyFormat::Text => {
            let page = Page { locale, columns: terminal::page() };
            terminal::show(&screen::explain_keys(page, entries))
        }
        StudyFormat::Json => {
            let page = Page { locale, columns: terminal::page() };
            terminal::beside(|| screen::explain_keys(page, entries))?;
            terminal::print_json(&json::explain(case, asked, entries))
        }
        StudyFormat::Csv => terminal::print(&tidy::csv(&tidy::explain(case, entries))),
    }
}
