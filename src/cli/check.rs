//! `reachsim check`: the gate that notices when the numbers of a scenario move.

mod found;
mod revision;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use self::found::{Asked, File, Found, Matched, baselines};
use self::revision::Revision;
use super::flags::{Access, Reading};
use super::fleet::{Fleet, Read};
use super::load;
use super::watch::{self, Bar};
use super::{Failure, Global, terminal};
use reachsim::design::MOST_TRIALS;
use reachsim::diagnostic::{Diagnostics, message};
use reachsim::locale::Locale;
use reachsim::output::Case;
use reachsim::output::check::{self as reports, Checked, Outcome, Question};
use reachsim::output::{baseline, tidy};
use reachsim::run::Error;
use reachsim::run::check::{self, Checking, Place, Rules};
use reachsim::run::fleet::{self, Helped, Study};
use reachsim::scenario::{Options, of_system};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim check scenarios/                       every scenario against tests/baselines
  reachsim check scenarios/ --update article      article is right as it is now: keep that
  reachsim check --update page.toml               the same of a single file
  reachsim check scenarios/ --junit check.xml     for the reports of CI
  reachsim check scenarios/ --seed 7              with other futures: nothing may have moved
  reachsim check scenarios/ --against main        against the scenarios of a git revision
  reachsim check scenarios/ --on slurm --shards 64    on many machines: the same verdicts

Verdicts: same; moved; inconclusive (so few futures cannot tell); edited (the scenario is another
one); missed (it is the same, and misses a target `with`); renamed (its baseline has another name);
new (no baseline yet); missing (a baseline without a scenario); bad (a scenario or a baseline that
cannot be read). Exit 0 where all are the same, 2 where any is bad, else 1.

Scenarios of folders below count as well: `claims/page` is the name of `claims/page.toml`.")]
pub struct Args {
    /// Scenario files, or folders of them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The folder of the baselines
    #[arg(long, value_name = "DIR", default_value = "tests/baselines")]
    baseline: PathBuf,
    /// Other futures than those of the baseline, which are then not paired
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Write baselines anew: of all scenarios, or of those with these names
    #[arg(long, value_name = "NAME", num_args = 0..)]
    update: Option<Vec<String>>,
    /// Write an XML report for CI as well
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
    /// The most futures of a scenario, where those of its baseline cannot tell what moved from
    /// luck; with --update, those that the baseline may keep for this
    #[arg(long, value_name = "N", default_value = "400000")]
    #[arg(value_parser = load::whole::<1, MOST_TRIALS>)]
    max_trials: u64,
    /// Compare with the scenarios of a git revision, and not with baselines
    #[arg(long, value_name = "REV", conflicts_with_all = ["update", "baseline"])]
    against: Option<String>,
    #[command(flatten)]
    access: Access,
    #[command(flatten)]
    fleet: Fleet,
    /// In which form to print the report
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Words for people
    Text,
    /// One JSON document
    Json,
    /// A table with a row for each value, in columns that are the same for every study
    Csv,
    /// A table for a pull request
    Markdown,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let asked = Asked::of(&args.paths, args.update.as_deref())?;
    let found = Found::by(&asked.paths, &args.baseline)?;
    let mut loaded: Vec<Loaded> =
        found.files.iter().map(|file| load(&file.path, args, global)).collect::<Result<_, _>>()?;
    name(loaded.iter_mut().flatten(), 0);
    let all = match &args.against {
        Some(revision) => against_revision(args, revision, (&found, &loaded), global)?,
        None => against_baselines(args, &asked, (&found, &loaded), global)?,
    };
    if let Some(path) = &args.junit {
        write_report(path, &reports::junit(&all))?;
    }
    let locale = language(&loaded, global);
    match args.format {
        Format::Text => terminal::show(&reports::text(locale, &all))?,
        Format::Json => {
            terminal::beside(|| reports::text(locale, &all))?;
            terminal::print_json(&reports::document(&args.question(), &all))?;
        }
        Format::Csv => terminal::print(&tidy::csv(&tidy::check(&all)))?,
        Format::Markdown => terminal::print(&reports::markdown(locale, &all))?,
    }
    if !global.quiet {
        found.passed_over.iter().for_each(terminal::remark);
    }
    let bad = all.iter().filter(|checked| checked.verdict == Outcome::Bad).count();
    if bad > 0 {
        return Err(Failure::Usage(if bad == 1 {
            message!("one scenario or baseline cannot be read, as is told above")
        } else {
            message!("some of them cannot be read, as is told above")
        }));
    }
    if all.iter().all(|checked| checked.verdict.passes()) { Ok(()) } else { Err(Failure::Target) }
}

/// The language that the command line names, or that of all scenarios where they have one.
fn language(loaded: &[Loaded], global: Global) -> Locale {
    let mut spoken = loaded.iter().flatten().map(|case| case.about().locale);
    let first = spoken.next().unwrap_or_default();
    let common = if spoken.all(|locale| locale == first) { first } else { Locale::En };
    global.locale.first().unwrap_or(common)
}

/// A scenario, or what is wrong with it.
type Loaded = Result<Case, Diagnostics>;

/// Gives models the names by which other machines find them, from a place on.
fn name<'a>(cases: impl Iterator<Item = &'a mut Case>, first: usize) {
    for (place, case) in cases.enumerate() {
        case.lowered.model.point = fleet::several(first + place);
    }
}

/// One scenario; its problems are told here, and do not keep the others from being checked.
fn load(file: &Path, args: &Args, global: Global) -> Result<Loaded, Failure> {
    let read = read(file, &args.access.options())?;
    match read {
        Ok(case) => Ok(Ok(load::speaking(case, global))),
        Err(problems) => {
            terminal::complain(&problems);
            Ok(Err(problems))
        }
    }
}

fn read(file: &Path, options: &Options) -> Result<Loaded, Failure> {
    match Case::load_with(file, options) {
        Ok(case) => Ok(Ok(case)),
        Err(Error::Input(problems)) => Ok(Err(problems)),
        Err(other) => Err(other.into()),
    }
}

impl Args {
    /// Checks cases, whose futures an engine simulates where one is asked for.
    fn at_work<T: Send>(
        &self,
        cases: &[Case],
        global: Global,
        work: impl FnOnce(&Helped<Bar>) -> Result<T, Failure> + Send,
    ) -> Result<T, Failure> {
        let reading = Reading::plain(&self.access);
        let read = Read { reading: &reading, what_if: None };
        self.fleet.helped((Study::Several, cases), (read, Path::new(".")), global, work)
    }

    fn question(&self) -> Question<'_> {
        let (seed, max_trials) = (self.seed, self.max_trials);
        Question { seed, max_trials, against: self.against.as_deref() }
    }

    fn rules(&self) -> Rules {
        Rules { seed: self.seed, most: self.max_trials, options: self.access.options() }
    }
}

fn against_baselines(
    args: &Args,
    asked: &Asked,
    (found, loaded): (&Found, &[Loaded]),
    global: Global,
) -> Result<Vec<Checked>, Failure> {
    let matched = Matched::of(found, &baselines(&args.baseline));
    let is_known = |name: &String| {
        let is_file = |file: &File| file.path == Path::new(name);
        matched.stems.contains(name)
            || found.files.iter().any(is_file)
            || args.baseline.join(name).exists()
    };
    if let Some(unknown) = asked.update.iter().flatten().find(|name| !is_known(name)) {
        return Err(Failure::Usage(message!(
            "there is neither a scenario nor a baseline `{name}` to update",
            name = unknown
        )));
    }
    let place = |stem: &str| Place {
        stem: stem.to_owned(),
        folder: args.baseline.join(stem),
        before: None,
    };
    // A scenario without a baseline may be that of a baseline without a scenario.
    let mut gone: Vec<(Place, Option<String>)> =
        matched.gone.iter().map(|stem| (place(stem), baseline_hash(&place(stem).folder))).collect();
    let mut places = Vec::new();
    for (stem, loaded) in matched.stems.iter().zip(loaded) {
        let mut place = place(stem);
        let hash = loaded.as_ref().ok().map(|case| &case.about().hash);
        if !place.folder.exists()
            && let Some(at) = gone.iter().position(|(_, kept)| kept.as_ref() == hash)
        {
            place.before = Some(Box::new(gone.remove(at).0));
        }
        places.push(place);
    }
    let rules = args.rules();
    let kept: Vec<bool> = places
        .iter()
        .zip(&found.files)
        .map(|(place, file)| asked.is_updated(&place.stem, Some(&file.path)))
        .collect();
    let mut all = args.at_work(&cases(loaded), global, |bar| {
        let rows = || loaded.iter().zip(&places).zip(&kept);
        let ahead = rows().filter_map(|((loaded, place), kept)| {
            let before = place.before.as_deref().filter(|_| !place.folder.exists());
            let folder = &before.unwrap_or(place).folder;
            Some((loaded.as_ref().ok()?, (!kept).then_some(folder.as_path())))
        });
        check::ahead(&ahead.collect::<Vec<_>>(), rules.seed, bar);
        let mut all = Vec::new();
        for (((loaded, place), kept), file) in rows().zip(&found.files) {
            all.push(match loaded {
                Ok(case) if *kept => Checking::kept(case, place, &rules, bar)?,
                Ok(case) => Checking::against_baseline(case, place, &rules, bar)?,
                Err(problems) => Checking::bad(&file.path, problems),
            });
        }
        check::settle(&mut all, bar);
        watch::check()?;
        Ok(all.into_iter().map(Checking::finish).collect::<Vec<Checked>>())
    })?;
    if asked.update.is_some() {
        attributes(&args.baseline)?;
    }
    for (place, _) in gone {
        let shown = place.folder.display().to_string();
        let mut checked = Checked::new(shown, None, Outcome::Missing);
        if asked.is_updated(&place.stem, None) {
            check::remove(&place.folder)?;
            checked.verdict = Outcome::Updated;
            checked.tell(&message!("removed, because its scenario is gone"));
        } else {
            checked.tell(&message!(
                "its scenario is gone; if that is what was meant: `--update {stem}`",
                stem = place.stem
            ));
        }
        all.push(checked);
    }
    Ok(all)
}

/// Those that can be read.
fn cases(loaded: &[Loaded]) -> Vec<Case> {
    loaded.iter().flatten().cloned().collect()
}

fn baseline_hash(folder: &Path) -> Option<String> {
    baseline::read(folder).ok().flatten().map(|baseline| baseline.hash)
}

/// The files of baselines have hashes: no system may turn their ends of lines into its own.
const ATTRIBUTES: &str = "* -text -diff linguist-generated\n";

/// Tells git of it, where nobody has told it anything.
fn attributes(baselines: &Path) -> Result<(), Failure> {
    let path = baselines.join(".gitattributes");
    let written = match fs::File::create_new(&path) {
        Ok(mut file) => file.write_all(ATTRIBUTES.as_bytes()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // Nothing was kept there.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    written.map_err(|error| {
        Failure::World(message!(
            "cannot write `{path}`: {reason}",
            path = path.display(),
            reason = of_system(&error)
        ))
    })
}

fn against_revision(
    args: &Args,
    revision: &str,
    (found, loaded): (&Found, &[Loaded]),
    global: Global,
) -> Result<Vec<Checked>, Failure> {
    let then = Revision::unpack(revision, &args.paths, &args.access.allow_path)?;
    let before = then.found(&args.paths, &args.baseline)?;
    let options = Options { allowed: then.allowed(), ..args.access.options() };
    let old = |file: &File| {
        let place = before.iter().position(|other| other.stem == file.stem)?;
        Some(read(&before[place].path, &options))
    };
    let mut old: Vec<Option<Loaded>> =
        found.files.iter().map(|file| old(file).transpose()).collect::<Result<_, _>>()?;
    let mut all_cases = cases(loaded);
    name(old.iter_mut().flatten().flatten(), all_cases.len());
    all_cases.extend(old.iter().flatten().flatten().cloned());
    let rules = args.rules();
    let mut all = args.at_work(&all_cases, global, |bar| {
        let pairs = loaded.iter().zip(&old).filter_map(|(case, old)| match (case, old) {
            (Ok(case), Some(Ok(old))) => Some((case, old)),
            _ => None,
        });
        check::ahead_of_pairs(&pairs.collect::<Vec<_>>(), rules.seed, bar);
        let mut all = Vec::new();
        for ((loaded, old), file) in loaded.iter().zip(&old).zip(&found.files) {
            all.push(match loaded {
                Ok(case) => Checking::against_revision(case, old.as_ref(), &rules, bar)?.finish(),
                Err(problems) => Checking::bad(&file.path, problems).finish(),
            });
        }
        Ok(all)
    })?;
    let is_gone = |other: &&File| found.files.iter().all(|file| file.stem != other.stem);
    for gone in before.iter().filter(is_gone) {
        let hash = read(&gone.path, &options)?.ok().map(|case| case.about().hash.clone());
        let twin = all.iter_mut().find(|checked| {
            checked.verdict == Outcome::New && hash.is_some() && checked.hash() == hash.as_deref()
        });
        if let Some(twin) = twin {
            twin.verdict = Outcome::Renamed;
            twin.remarks.clear();
            twin.tell(&message!(
                "it was called `{stem}` in {revision}",
                stem = gone.stem,
                revision
            ));
            continue;
        }
        let mut checked = Checked::new(gone.stem.clone(), None, Outcome::Missing);
        checked.tell(&message!("it is in {revision}, and is gone", revision));
        all.push(checked);
    }
    Ok(all)
}

fn write_report(path: &Path, report: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::World(message!(
            "cannot write `{path}`: {reason}",
            path = path.display(),
            reason = of_system(&error)
        ))
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let staged = path.with_file_name(format!(".{name}.{}.partial", std::process::id()));
    // A new file: what has this name already is somebody's.
    fs::File::create_new(&staged)
        .and_then(|mut file| file.write_all(report.as_bytes()))
        .and_then(|()| fs::rename(&staged, path))
        .map_err(|error| {
            let _ = fs::remove_file(&staged);
            failed(error)
        })
}
