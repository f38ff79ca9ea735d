//! `reachsim check`: the gate that notices when the numbers of a scenario move.

mod found;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::Value;

use self::found::{Asked, Found, stems};
use super::flags::Access;
use super::load;
use super::study as studies;
use super::watch::{self, Bar};
use super::{Failure, Global, terminal};
use reachsim::design::{BLOCK, MOST_TRIALS, Sampler};
use reachsim::diagnostic::{Diagnostics, Style};
use reachsim::engine::{self, Detail, Watch};
use reachsim::model::Plan;
use reachsim::output::baseline::{self, Baseline};
use reachsim::output::check::{self as reports, Checked, Outcome, Subject};
use reachsim::output::{Case, Run, json};
use reachsim::run::memory::most_trials;
use reachsim::run::variants;
use reachsim::scenario;
use reachsim::study::gate::{self, Candidate, Designs, Moved, Record, Verdict};
use reachsim::summary::Summary;
use reachsim::trials::Trials;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim check scenarios/                       every scenario against tests/baselines
  reachsim check scenarios/ --update article      article is right as it is now: keep that
  reachsim check --update page.toml               the same of a single file
  reachsim check scenarios/ --junit check.xml     for the reports of CI
  reachsim check scenarios/ --seed 7              with other futures: nothing may have moved

Verdicts: same; moved; inconclusive (so few futures cannot tell); edited (the scenario is another
one); new (no baseline yet); missing (a baseline without a scenario); bad (a scenario or a baseline
that cannot be read). Exit 0 where all are the same, 2 where any is bad, else 1.")]
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
    /// Double the futures up to so many where they cannot tell
    #[arg(long, value_name = "N", value_parser = load::whole::<1, MOST_TRIALS>, default_value = "160000")]
    max_trials: u64,
    #[command(flatten)]
    access: Access,
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
    /// A table for a pull request
    Markdown,
}

/// Fewest trials of a baseline: ten blocks.
const FEWEST: u64 = 10 * BLOCK as u64;

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let asked = Asked::of(&args.paths, args.update.as_deref())?;
    let found = Found::by(&asked.paths)?;
    let stems = stems(&found.files)?;
    if let Some(unknown) = asked
        .update
        .iter()
        .flatten()
        .find(|name| !stems.contains(name) && !folder(args, name).exists())
    {
        return Err(Failure::Usage(format!(
            "there is neither a scenario nor a baseline `{unknown}` to update"
        )));
    }
    let loaded: Vec<Result<Case, Diagnostics>> =
        found.files.iter().map(|file| load(file, args, global)).collect::<Result<_, _>>()?;
    let mut all = studies::run(global, |bar| {
        let mut all = Vec::new();
        for ((loaded, stem), file) in loaded.iter().zip(&stems).zip(&found.files) {
            all.push(match loaded {
                Ok(loaded) => Checking::of(args, &asked, loaded, (stem, file), bar)?,
                Err(problems) => Checking::bad(file, problems),
            });
        }
        let mut open: Vec<&mut Candidate> =
            all.iter_mut().filter_map(|checking| checking.open.as_mut()).collect();
        gate::settle(&mut open, bar);
        watch::check()?;
        Ok(all.into_iter().map(Checking::told).collect::<Vec<Checked>>())
    })?;
    all.extend(missing(args, &asked, &found, &stems)?);
    if let Some(path) = &args.junit {
        write_report(path, &reports::junit(&all))?;
    }
    match args.format {
        Format::Text => terminal::print(&reports::text(&all))?,
        Format::Json => terminal::print_json(&reports::document(&all))?,
        Format::Markdown => terminal::print(&reports::markdown(&all))?,
    }
    if !global.quiet {
        found.passed_over.iter().for_each(|remark| terminal::remark(remark));
    }
    let bad = all.iter().filter(|checked| checked.verdict == Outcome::Bad).count();
    if bad > 0 {
        let files = if bad == 1 { "one scenario or baseline" } else { "some of them" };
        return Err(Failure::Usage(format!("{files} cannot be read, as is told above")));
    }
    if all.iter().all(|checked| checked.verdict.passes()) { Ok(()) } else { Err(Failure::Target) }
}

/// One scenario; its problems are told here, and do not keep the others from being checked.
fn load(file: &PathBuf, args: &Args, global: Global) -> Result<Result<Case, Diagnostics>, Failure> {
    match load::each(std::slice::from_ref(file), &args.access.options(), global) {
        Ok(cases) => cases
            .into_iter()
            .next()
            .map(Ok)
            .ok_or_else(|| Failure::Usage("there is no scenario".into())),
        Err(Failure::Input(problems)) => {
            terminal::complain(&problems);
            Ok(Err(problems))
        }
        Err(other) => Err(other),
    }
}

fn folder(args: &Args, stem: &str) -> PathBuf {
    args.baseline.join(stem)
}

/// One scenario at work.
struct Checking<'a> {
    checked: Checked,
    /// What is left to be judged together with the others.
    open: Option<Candidate<'a>>,
}

impl<'a> Checking<'a> {
    /// One that cannot be read.
    fn bad(file: &Path, problems: &Diagnostics) -> Checking<'a> {
        let first = problems.iter().next().map(|problem| problem.message.clone());
        Checking::settled(file, None, Outcome::Bad, first.unwrap_or_default())
    }

    /// One whose verdict needs no run.
    fn settled(
        file: &Path,
        subject: Option<Subject>,
        verdict: Outcome,
        remark: String,
    ) -> Checking<'a> {
        let checked = Checked {
            file: file.display().to_string(),
            subject,
            verdict,
            metrics: Vec::new(),
            trials: 0,
            exact: false,
            remarks: vec![remark],
        };
        Checking { checked, open: None }
    }

    fn of(
        args: &Args,
        asked: &Asked,
        loaded: &'a Case,
        (stem, path): (&str, &Path),
        bar: &Bar,
    ) -> Result<Checking<'a>, Failure> {
        let subject = Some(Subject::of(loaded));
        let folder = folder(args, stem);
        let file = path.display().to_string();
        let checked = |verdict: Outcome, remarks: Vec<String>| Checked {
            file: file.clone(),
            verdict,
            subject: subject.clone(),
            metrics: Vec::new(),
            trials: 0,
            exact: false,
            remarks,
        };
        let read = baseline::read(&folder);
        if asked.is_updated(stem) {
            let checked = update(
                loaded,
                (&folder, read.ok().flatten()),
                (checked(Outcome::Updated, Vec::new()), bar),
            )?;
            return Ok(Checking { checked, open: None });
        }
        let read = match read {
            Ok(read) => read,
            Err(why) => {
                let remark = format!(
                    "the baseline `{}` {}; restore it, or write it anew with `--update {stem}`",
                    folder.display(),
                    why.0
                );
                return Ok(Checking::settled(path, subject, Outcome::Bad, remark));
            }
        };
        let Some(baseline) = read else {
            let remark = format!(
                "there is no baseline `{}`; look at the numbers, and keep them with `--update \
                    {stem}`",
                folder.display()
            );
            return Ok(Checking::settled(path, subject, Outcome::New, remark));
        };
        if baseline.hash != loaded.about().hash {
            let mut checked = checked(Outcome::Edited, Vec::new());
            edited(args, loaded, &baseline, &mut checked, bar)?;
            checked.remarks.push(format!("if that is what was meant: `--update {stem}`"));
            return Ok(Checking { checked, open: None });
        }
        let plan = Plan { seed: args.seed.unwrap_or(baseline.plan.seed), ..baseline.plan };
        let trials = simulate(loaded, plan, bar)?;
        let same_designs = plan.seed == baseline.plan.seed;
        let mut checked = checked(Outcome::Same, Vec::new());
        checked.trials = plan.trials;
        if same_designs && baseline::is_exact(&baseline) {
            exactly(loaded, &baseline, &trials, &mut checked);
            return Ok(Checking { checked, open: None });
        }
        if plan.sampler == Sampler::Expected {
            checked.verdict = if same_numbers(loaded, &baseline, &trials) {
                Outcome::Same
            } else {
                Outcome::Moved
            };
            return Ok(Checking { checked, open: None });
        }
        let designs = if same_designs { Designs::Same } else { Designs::Other };
        let again = if designs == Designs::Other && baseline::is_exact(&baseline) {
            let again = simulate(loaded, baseline.plan, bar)?;
            exactly(loaded, &baseline, &again, &mut checked);
            if checked.verdict == Outcome::Moved {
                return Ok(Checking { checked, open: None });
            }
            checked.exact = false;
            Some(again)
        } else {
            None
        };
        checked.remarks.push(format!(
            "compared by statistics: the baseline is of version {}, revision {}, {}",
            baseline.version, baseline.revision, baseline.target
        ));
        let open = Candidate {
            model: loaded.model(),
            tolerances: &loaded.lowered.tolerances,
            old: baseline.record,
            again,
            trials,
            designs,
            most: args.max_trials.min(most_trials(loaded.model())),
            moved: Vec::new(),
        };
        Ok(Checking { checked, open: Some(open) })
    }

    /// What was found, with the verdict on what was judged with the others.
    fn told(self) -> Checked {
        let mut checked = self.checked;
        let Some(open) = self.open else { return checked };
        (checked.verdict, checked.trials) = (open.verdict().into(), open.trials.count());
        checked.metrics = open.moved;
        if checked.verdict == Outcome::Inconclusive {
            let hint = "so few futures cannot tell whether it moved: raise --max-trials, give a \
                        larger tolerance in `[check]`, or update the baseline";
            checked.remarks.push(hint.to_owned());
        }
        checked
    }
}

fn simulate(loaded: &Case, plan: Plan, bar: &Bar) -> Result<Trials, Failure> {
    bar.announce(plan.trials);
    let trials = engine::run(loaded.model(), plan, Detail::Totals, bar);
    watch::check()?;
    Ok(trials)
}

/// The same text, seed and engine: every bit has to be the same.
fn exactly(loaded: &Case, baseline: &Baseline, trials: &Trials, checked: &mut Checked) {
    let record = Record::of(loaded.model(), trials, &Summary::of(loaded.model(), trials));
    checked.exact = true;
    checked.metrics = gate::exactly(&baseline.record, &record, &loaded.lowered.tolerances);
    if same_numbers(loaded, baseline, trials) && gate::same_bits(&baseline.record, &record) {
        checked.verdict = Outcome::Same;
        return;
    }
    checked.verdict = Outcome::Moved;
    let has_moved = checked.metrics.iter().any(|moved| moved.verdict == Verdict::Moved);
    let of = if has_moved {
        ""
    } else {
        ", in last digits, or in numbers of single communities or of the tails"
    };
    checked.remarks.push(format!(
        "the engine's revision is {} then and now, and yet its bits differ{of}",
        baseline.revision
    ));
}

/// Whether the summaries say the same of every metric and target.
fn same_numbers(loaded: &Case, baseline: &Baseline, trials: &Trials) -> bool {
    let summary = Summary::of(loaded.model(), trials);
    // As a file has it.
    let read = |found: Value| serde_json::from_str::<Value>(&found.to_string()).ok();
    let (metrics, targets) = (
        read(json::metrics(loaded.model(), &summary)),
        read(json::targets(loaded.model(), &summary)),
    );
    let agrees = |found: Option<Value>, name: &str| {
        let kept = baseline.summary.get(name);
        found.as_ref().zip(kept).is_some_and(|(found, kept)| says(found, kept))
    };
    agrees(metrics, "metrics") && agrees(targets, "targets")
}

/// Whether a list of metrics or targets says what the one that was kept says. What an earlier
/// version did not tell of a row yet is no change of it.
fn says(found: &Value, kept: &Value) -> bool {
    let row = |found: &Value, kept: &Value| match (found, kept) {
        (Value::Object(found), Value::Object(kept)) => {
            kept.iter().all(|(name, value)| found.get(name) == Some(value))
        }
        _ => found == kept,
    };
    match (found, kept) {
        (Value::Object(found), Value::Object(kept)) => {
            found.len() == kept.len()
                && kept
                    .iter()
                    .all(|(name, kept)| found.get(name).is_some_and(|found| row(found, kept)))
        }
        (Value::Array(found), Value::Array(kept)) => {
            found.len() == kept.len()
                && found.iter().zip(kept).all(|(found, kept)| row(found, kept))
        }
        _ => found == kept,
    }
}

/// Keeps what the scenario gives now, and says what it gave before.
fn update(
    loaded: &Case,
    (folder, before): (&Path, Option<Baseline>),
    (mut checked, bar): (Checked, &Bar),
) -> Result<Checked, Failure> {
    let trials = loaded.plan().trials.max(FEWEST).div_ceil(BLOCK as u64) * BLOCK as u64;
    let plan = Plan { trials, ..loaded.plan() };
    let trials = simulate(loaded, plan, bar)?;
    let run = Run::of(loaded.clone(), trials);
    let record = Record::of(loaded.model(), &run.trials, &run.summary);
    checked.trials = run.trials.count();
    match before {
        Some(before) => {
            let designs =
                if before.plan == run.trials.plan { Designs::Same } else { Designs::Other };
            let all =
                gate::differences(&before.record, &record, designs, &loaded.lowered.tolerances);
            let changed: Vec<Moved> = all
                .into_iter()
                .filter(|moved| moved.old != moved.new)
                .map(|moved| Moved { verdict: Verdict::Moved, ..moved })
                .collect();
            if changed.is_empty() {
                checked.remarks.push("kept anew; no number has changed".to_owned());
            }
            checked.metrics = changed;
        }
        None => checked.remarks.push("kept for the first time".to_owned()),
    }
    baseline::write(&run.report(), &record, folder, &watch::interrupted)?;
    Ok(checked)
}

/// What the edits of a scenario do to it, split over them. Where nothing but words has changed, it
/// is the same.
fn edited(
    args: &Args,
    loaded: &Case,
    baseline: &Baseline,
    checked: &mut Checked,
    bar: &Bar,
) -> Result<(), Failure> {
    let path = Path::new(&checked.file).to_owned();
    let read = scenario::parse_with(&path, baseline.text.clone(), &args.access.options())
        .and_then(|scenario| Case::of(loaded.path.clone(), scenario));
    let old = match read {
        Ok(read) => read,
        Err(problems) => {
            let first = problems.render(Style::Plain).lines().next().unwrap_or_default().to_owned();
            checked
                .remarks
                .push(format!("the scenario as it was cannot be read by this version: {first}"));
            return Ok(());
        }
    };
    if scenario::between(&old.scenario, &loaded.scenario).is_empty() {
        if baseline::is_exact(baseline) {
            let trials = simulate(loaded, baseline.plan, bar)?;
            let record = Record::of(loaded.model(), &trials, &Summary::of(loaded.model(), &trials));
            if gate::same_numbers(&baseline.record, &record) {
                checked.verdict = Outcome::Same;
                checked.trials = trials.count();
                let words = "its words are others now, and every number is the same";
                checked.remarks.push(words.to_owned());
                return Ok(());
            }
        }
        checked.remarks.push("its data files or its horizon are others now".to_owned());
    }
    let plan = Plan { trials: baseline.plan.trials, ..loaded.plan() };
    checked.remarks.extend(variants::why(&old, loaded, plan, bar));
    checked.trials = plan.trials;
    Ok(())
}

/// Baselines whose scenarios are gone, where whole folders are checked.
fn missing(
    args: &Args,
    asked: &Asked,
    found: &Found,
    stems: &[String],
) -> Result<Vec<Checked>, Failure> {
    if !found.has_folders {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&args.baseline).into_iter().flatten().filter_map(Result::ok);
    let folders = entries
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok());
    let mut gone: Vec<String> =
        folders.filter(|name| !stems.contains(name) && !name.starts_with('.')).collect();
    gone.sort();
    let checked = |name: String| {
        let folder = folder(args, &name);
        let shown = folder.display().to_string();
        let (verdict, remark) = if asked.is_updated(&name) {
            baseline::remove(&folder)
                .map_err(|error| Failure::World(format!("cannot remove `{shown}`: {error}")))?;
            (Outcome::Updated, "removed, because its scenario is gone".to_owned())
        } else {
            (
                Outcome::Missing,
                format!("its scenario is gone; if that is what was meant: `--update {name}`"),
            )
        };
        Ok(Checked {
            file: shown,
            verdict,
            subject: None,
            metrics: Vec::new(),
            trials: 0,
            exact: false,
            remarks: vec![remark],
        })
    };
    gone.into_iter().map(checked).collect()
}

fn write_report(path: &Path, report: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::World(format!("cannot write `{}`: {error}", path.display()))
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
