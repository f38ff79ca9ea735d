//! `reachsim render`: the documents of a stored run or study again, without a trial.

use std::path::{Path, PathBuf};

use super::flags::{By, DeckFlags, Size};
use super::load;
use super::study;
use super::watch;
use super::{Failure, Global, terminal};
use reachsim::diagnostic::{message, nearest_of};
use reachsim::output::documents::DOCUMENTS;
use reachsim::output::earlier::{Earlier, Lost};
use reachsim::output::since::Since;
use reachsim::output::stored::{Place, Rendering, Stored, Unusable};
use reachsim::output::{Kinds, json, text_of};
use reachsim::run::since;
use reachsim::scenario::deck::Step;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim render output/page                        all documents of the run again
  reachsim render output/page --locale en,ru,uk      in three languages, one folder each
  reachsim render output/page --format pptx,html --out for-the-client
  reachsim render output/page --format pptx --slides board --template firm.potx
  reachsim render output/page --by month             months in place of weeks
  reachsim render output/page --since output/page-in-march   what has changed, and what it did
  reachsim render output/page --theme brand.toml --scale 2")]
pub struct Args {
    /// The folder of a run, or of what `analyse`, `calibrate` or `compare` wrote
    dir: PathBuf,
    /// Folder for the documents [default: that of the run]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// A theme: colours, fonts, a logo [default: that of the run]
    #[arg(long, value_name = "FILE")]
    theme: Option<PathBuf>,
    /// Which files: pptx, xlsx, html, md, svg, png [default: all]
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    format: Vec<String>,
    #[command(flatten)]
    size: Size,
    #[command(flatten)]
    deck: DeckFlags,
    #[command(flatten)]
    by: By,
    /// The folder of an earlier run of the scenario: what has changed since, which takes trials
    #[arg(long, value_name = "DIR")]
    since: Option<PathBuf>,
}

/// One of the kinds of files.
fn kind(text: &str) -> Result<String, String> {
    let ids = || DOCUMENTS.iter().map(|document| document.id).chain(["svg", "png"]);
    if ids().any(|id| id == text) {
        return Ok(text.to_owned());
    }
    Err(nearest_of(text, ids()).to_string())
}

/// Why a folder holds no run that can be read.
pub fn unusable(dir: &Path, reason: Unusable) -> Failure {
    let dir = dir.display();
    Failure::Usage(match reason {
        Unusable::Unsettled(error) => return error.into(),
        Unusable::Missing => {
            message!("`{dir}` holds no run: `reachsim run FILE --out {dir}` writes one", dir)
        }
        Unusable::Damaged(file) => message!(
            "the run in `{dir}` is damaged: `{file}` is missing or is not the file that was written; run its scenario again",
            dir,
            file
        ),
        Unusable::Other(version) => message!(
            "the run in `{dir}` was written by version {version}: run its scenario again",
            dir,
            version
        ),
    })
}

/// What has changed since the run in another folder.
fn since(args: &Args, old: &Path, global: Global) -> Result<Since, Failure> {
    let load = |dir: &Path| {
        Earlier::load(dir, &watch::interrupted).map_err(|lost| {
            let reason = match lost {
                Lost::Missing => Unusable::Missing,
                Lost::Damaged(file) => Unusable::Damaged(file),
                Lost::Unsettled(error) => Unusable::Unsettled(error),
            };
            unusable(dir, reason)
        })
    };
    let (earlier, later) = (load(old)?, load(&args.dir)?);
    study::run(global, |bar| Ok(since::since(earlier, &later, bar)?))
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let template = args.deck.template()?;
    let mut stored = Stored::load(&args.dir, &watch::interrupted)
        .map_err(|reason| unusable(&args.dir, reason))?;
    let mut locales = global.locale.all();
    if locales.is_empty() {
        locales.push(stored.stories.locale);
    }
    let target = args.out.as_ref().unwrap_or(&args.dir);
    let kinds = Kinds { ids: args.format.clone(), scale: args.size.scale };
    let same = |a: &PathBuf, b: &PathBuf| {
        a == b || a.canonicalize().ok().zip(b.canonicalize().ok()).is_some_and(|(a, b)| a == b)
    };
    let place = if same(target, &args.dir) { Place::Beside } else { Place::Alone };
    let own = args.theme.as_deref().map(|path| load::look(path, global)).transpose()?;
    let mut look = own.unwrap_or_else(|| stored.stories.look.clone());
    look.template = template.or(look.template);
    if let Some(step) = args.by.step() {
        if step == Step::Month && stored.stories.months.is_none() {
            return Err(Failure::Usage(message!(
                "the run in `{dir}` has no months, for its scenario does not say when it starts: give it `simulation.start = 2026-01-05`, with your own day, and run it again",
                dir = args.dir.display()
            )));
        }
        stored.stories.deck.by = step;
    }
    stored.stories.length = args.deck.length().or(stored.stories.length);
    let since = args.since.as_ref().map(|old| since(args, old, global)).transpose()?;
    let mut further = Vec::new();
    if let Some(since) = &since {
        stored.stories.add_since(since);
        further.push(("since.json", text_of(&json::since::since(since))));
    }
    let wanted =
        Rendering { locales: &locales, look: &look, kinds: &kinds, place, further: &further };
    let written = load::with_threads(global.threads, || {
        stored.render(&wanted, target, &watch::interrupted)
    })??;
    if !global.quiet {
        let lines: Vec<String> =
            written.iter().map(|file| target.join(&file.name).display().to_string()).collect();
        terminal::print(&(lines.join("\n") + "\n"))?;
    }
    Ok(())
}
