//! The gate: whether scenarios say what their baselines say, or what they said in an earlier
//! revision.

mod plans;

use std::path::{Path, PathBuf};

use serde_json::Value;

pub use plans::{ahead, ahead_of_pairs};

use super::error::Error;
use super::variants;
use crate::design::Sampler;
use crate::diagnostic::{Diagnostics, Message, Style, message};
use crate::engine::{self, Detail, Watch};
use crate::locale::Locale;
use crate::model::Plan;
use crate::output::baseline::{self, Baseline};
use crate::output::check::{Checked, Outcome, Remark, Subject};
use crate::output::screen::missed_targets;
use crate::output::{Case, Report, Run, json};
use crate::scenario::{self, Options, of_system};
use crate::study::gate::{self, Candidate, Kept, Moved, Record, Verdict};

/// How scenarios are checked.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Another seed than that of the baselines.
    pub seed: Option<u64>,
    /// The most trials of a scenario.
    pub most: u64,
    /// How the scenarios are read.
    pub options: Options,
}

/// Where the baseline of a scenario lies.
#[derive(Clone, Debug)]
pub struct Place {
    /// The name by which it is updated.
    pub stem: String,
    pub folder: PathBuf,
    /// A baseline of the same scenario under another name, which has none any more.
    pub before: Option<Box<Place>>,
}

/// One scenario at work.
pub struct Checking<'a> {
    case: Option<&'a Case>,
    checked: Checked,
    /// What is left to be judged together with the others.
    open: Option<Candidate<'a>>,
    /// The name that its baseline had.
    renamed: Option<(String, String)>,
}

/// Judges all that is open together.
pub fn settle(all: &mut [Checking], watch: &impl Watch) {
    let mut open: Vec<&mut Candidate> =
        all.iter_mut().filter_map(|checking| checking.open.as_mut()).collect();
    gate::settle(&mut open, watch);
}

impl<'a> Checking<'a> {
    /// A scenario that cannot be read.
    pub fn bad(file: &Path, problems: &Diagnostics) -> Checking<'a> {
        let first = problems.iter().next().map(|problem| problem.message.clone());
        let mut checked = Checked::new(file.display().to_string(), None, Outcome::Bad);
        if let Some(first) = first {
            checked.tell(&first);
        }
        Checking { case: None, checked, open: None, renamed: None }
    }

    fn of(case: &'a Case, verdict: Outcome) -> Checking<'a> {
        let checked = Checked::new(case.path.clone(), Some(Subject::of(case)), verdict);
        Checking { case: Some(case), checked, open: None, renamed: None }
    }

    fn told(mut self, verdict: Outcome, remark: &Message) -> Checking<'a> {
        self.checked.verdict = verdict;
        self.checked.tell(remark);
        self
    }

    /// A scenario against its baseline.
    pub fn against_baseline(
        case: &'a Case,
        place: &Place,
        rules: &Rules,
        watch: &impl Watch,
    ) -> Result<Checking<'a>, Error> {
        let mut found = Checking::of(case, Outcome::Same);
        let (stem, shown) = (&place.stem, place.folder.display());
        let read = match (baseline::read(&place.folder), &place.before) {
            (Ok(None), Some(before)) => {
                found.renamed = Some((before.stem.clone(), stem.clone()));
                baseline::read(&before.folder)
            }
            (read, _) => read,
        };
        let baseline = match read {
            Ok(Some(baseline)) => baseline,
            Ok(None) => {
                let remark = message!(
                    "there is no baseline `{baseline}`; look at the numbers, and keep them with `--update {stem}`",
                    baseline = shown,
                    stem
                );
                return Ok(found.told(Outcome::New, &remark));
            }
            Err(why) => {
                let remark = message!(
                    "the baseline `{baseline}` {why}; restore it, or write it anew with `--update {stem}`",
                    baseline = shown,
                    why = why.0,
                    stem
                );
                return Ok(found.told(Outcome::Bad, &remark));
            }
        };
        if baseline.hash != case.about().hash {
            found.edited_since(&baseline, rules, watch)?;
            if found.checked.verdict == Outcome::Edited {
                let way_out = message!("if that is what was meant: `--update {stem}`", stem);
                found.checked.tell(&way_out);
            }
            return Ok(found);
        }
        found.compare(baseline, rules, watch)?;
        Ok(found)
    }

    /// The same scenario as that of the baseline.
    fn compare(
        &mut self,
        baseline: Baseline,
        rules: &Rules,
        watch: &impl Watch,
    ) -> Result<(), Error> {
        let Some(case) = self.case else { return Ok(()) };
        let plan = plans::beside(&baseline, rules.seed);
        let run = simulate(case, plan, watch)?;
        let record = record(&run);
        self.checked.trials = plan.trials;
        self.miss(&run);
        let has_same_seed = plan.seed == baseline.plan.seed;
        if has_same_seed && baseline::is_exact(&baseline) {
            self.exactly(&baseline, (&run, &record));
            return Ok(());
        }
        if plan.sampler == Sampler::Expected {
            let is_same = same_numbers(&run, &baseline);
            self.checked.verdict = if is_same { Outcome::Same } else { Outcome::Moved };
            return Ok(());
        }
        // Whatever the luck: under the seed of the baseline every bit has to be the same.
        if baseline::is_exact(&baseline) {
            let again = simulate(case, baseline.plan, watch)?;
            self.exactly(&baseline, (&again, &self::record(&again)));
            if self.checked.verdict == Outcome::Moved {
                return Ok(());
            }
            self.checked.exact = false;
        }
        self.checked.tell(&if has_same_seed {
            message!("compared by statistics: the baseline is of version {version}, revision {revision}, {target}", version = baseline.version,
                revision = baseline.revision,
                target = baseline.target
            )
        } else {
            message!("compared by statistics: the seed is {seed}, and {other} in the baseline", seed = plan.seed, other = baseline.plan.seed)
        });
        let subject = gate::Subject {
            model: case.model(),
            tolerances: &case.lowered.tolerances,
            plan,
            most: rules.most,
        };
        self.open =
            Some(Candidate::of(subject, baseline.kept, (&record, &run.summary), has_same_seed));
        Ok(())
    }

    /// The same text, seed and engine: every bit has to be the same.
    fn exactly(&mut self, baseline: &Baseline, (run, record): (&Run, &Record)) {
        let kept = &baseline.kept.record;
        self.checked.exact = true;
        self.checked.metrics = gate::exactly(kept, record, &run.case.lowered.tolerances);
        if same_numbers(run, baseline) && gate::same_bits(kept, record) {
            return;
        }
        self.checked.verdict = Outcome::Moved;
        let has_moved = self.checked.metrics.iter().any(|moved| moved.verdict == Verdict::Moved);
        self.checked.tell(&if has_moved {
            message!("the engine's revision is {revision} then and now, and yet its bits differ", revision = baseline.revision)
        } else {
            message!("the engine\'s revision is {number} then and now, and yet its bits differ, in last digits, or in numbers of single communities or of the tails", number = baseline.revision)
        });
    }

    /// What the edits since its baseline do to a scenario. Where nothing but words has changed, it
    /// is the same.
    fn edited_since(
        &mut self,
        baseline: &Baseline,
        rules: &Rules,
        watch: &impl Watch,
    ) -> Result<(), Error> {
        let Some(case) = self.case else { return Ok(()) };
        self.checked.verdict = Outcome::Edited;
        let path = Path::new(&case.path);
        let read = scenario::parse_with(path, baseline.text.clone(), &rules.options)
            .and_then(|scenario| Case::of(case.path.clone(), scenario));
        let old = match read {
            Ok(read) => read,
            Err(problems) => {
                let told = problems.render(Style::Plain);
                let first = told.lines().next().unwrap_or_default();
                self.checked.tell(&message!(
                    "the scenario as it was cannot be read by this version: {first}",
                    first
                ));
                return Ok(());
            }
        };
        let plan = Plan { trials: baseline.plan.trials, ..case.plan() };
        if scenario::between(&old.scenario, &case.scenario).is_empty() {
            if baseline::is_exact(baseline) {
                let run = simulate(case, baseline.plan, watch)?;
                if gate::same_numbers(&baseline.kept.record, &record(&run)) {
                    self.only_words(&run);
                    return Ok(());
                }
                // The files that it read are not there any more.
                let kept = &baseline.kept.record;
                self.moved(gate::paired(kept, &record(&run), &case.lowered.tolerances));
            }
            self.checked.tell(&message!("its data files or its horizon are others now"));
            self.checked.trials = plan.trials;
            return Ok(());
        }
        self.edited(&old, plan, watch)
    }

    /// A scenario against what it was in an earlier revision; `None` where it was not there.
    pub fn against_revision(
        case: &'a Case,
        old: Option<&Result<Case, Diagnostics>>,
        rules: &Rules,
        watch: &impl Watch,
    ) -> Result<Checking<'a>, Error> {
        let mut found = Checking::of(case, Outcome::Same);
        let old = match old {
            Some(Ok(old)) => old,
            Some(Err(problems)) => {
                let first = problems.iter().next().map(|problem| problem.message.clone());
                let why = first.unwrap_or_default();
                return Ok(
                    found.told(Outcome::Edited, &message!("it could not be read: {why}", why))
                );
            }
            None => return Ok(found.told(Outcome::New, &message!("it was not there"))),
        };
        let plan = plans::of_revision(case, rules.seed);
        if old.about().hash == case.about().hash {
            found.checked.exact = true;
            found.miss(&simulate(case, plan, watch)?);
            return Ok(found);
        }
        found.checked.verdict = Outcome::Edited;
        found.edited(old, plan, watch)?;
        Ok(found)
    }

    /// What edits do, in the same futures: which statistics moved, and why.
    fn edited(&mut self, old: &Case, plan: Plan, watch: &impl Watch) -> Result<(), Error> {
        let Some(case) = self.case else { return Ok(()) };
        let (before, after) = (simulate(old, plan, watch)?, simulate(case, plan, watch)?);
        let (kept, now) = (record(&before), record(&after));
        if gate::same_numbers(&kept, &now) {
            self.only_words(&after);
            return Ok(());
        }
        self.miss(&after);
        self.checked.trials = plan.trials;
        self.moved(gate::paired(&kept, &now, &case.lowered.tolerances));
        let names = |record: &Record| -> Vec<String> {
            record.rows.iter().map(|row| row.name.clone()).collect()
        };
        let (was, is) = (names(&kept), names(&now));
        let lacking = |from: &[String], to: &[String]| -> Option<String> {
            let list: Vec<String> =
                from.iter().filter(|name| !to.contains(name)).map(|n| format!("`{n}`")).collect();
            (!list.is_empty()).then(|| list.join(", "))
        };
        if let Some(list) = lacking(&was, &is) {
            self.checked.tell(&message!("gone: {list}", list));
        }
        if let Some(list) = lacking(&is, &was) {
            self.checked.tell(&message!("new: {list}", list));
        }
        self.checked.remarks.extend(variants::why(old, case, plan, watch));
        Ok(())
    }

    /// Keeps the statistics that moved, of those of two records.
    fn moved(&mut self, mut found: Vec<Moved>) {
        gate::judge(&mut found.iter_mut().collect::<Vec<_>>());
        found.retain(|moved| moved.verdict == Verdict::Moved);
        if found.is_empty() {
            let none = message!("no statistic moved by more than its tolerance");
            self.checked.tell(&none);
        }
        self.checked.metrics = found;
    }

    fn only_words(&mut self, run: &Run) {
        self.checked.verdict = Outcome::Same;
        self.checked.trials = run.trials.count();
        let words = message!("its words are others now, and every number is the same");
        self.checked.tell(&words);
        self.miss(run);
    }

    /// Tells of targets that the file demands and the run misses.
    fn miss(&mut self, run: &Run) {
        let told = Locale::ALL.map(|locale| missed_targets(&Report { locale, ..run.report() }));
        let missed = (0..told[0].len())
            .map(|line| Remark::in_each(|locale| told[locale as usize][line].clone()));
        self.checked.missed = !told[0].is_empty();
        self.checked.remarks.extend(missed);
    }

    /// Keeps what a scenario gives now as its baseline, and says what it gave before.
    pub fn kept(
        case: &'a Case,
        place: &Place,
        rules: &Rules,
        watch: &impl Watch,
    ) -> Result<Checking<'a>, Error> {
        let mut found = Checking::of(case, Outcome::Updated);
        let own = baseline::read(&place.folder).ok().flatten();
        let renamed = place.before.as_ref().filter(|_| own.is_none());
        let before = match renamed {
            Some(renamed) => baseline::read(&renamed.folder).ok().flatten(),
            None => own,
        };
        let run = simulate(case, plans::to_keep(case), watch)?;
        let record = record(&run);
        let tolerances = &case.lowered.tolerances;
        found.checked.trials = run.trials.count();
        found.miss(&run);
        match before {
            Some(before) => {
                let all = gate::paired(&before.kept.record, &record, tolerances);
                let mut changed: Vec<Moved> =
                    all.into_iter().filter(|moved| moved.old != moved.new).collect();
                for moved in &mut changed {
                    moved.verdict = Verdict::Moved;
                }
                if changed.is_empty() {
                    let none = message!("kept anew; no number has changed");
                    found.checked.tell(&none);
                }
                found.checked.metrics = changed;
            }
            None => found.checked.tell(&message!("kept for the first time")),
        }
        let plan = run.trials.plan;
        let subject = gate::Subject { model: case.model(), tolerances, plan, most: rules.most };
        let kept = Kept::of(subject, record, &run.summary, watch);
        let is_stopped = || watch.stopped();
        if is_stopped() {
            return Err(Error::Stopped);
        }
        baseline::write(&run.report(), &kept, &place.folder, &is_stopped)?;
        if let Some(renamed) = renamed {
            remove(&renamed.folder)?;
            let remark = message!("its baseline was called `{stem}`", stem = renamed.stem);
            found.checked.tell(&remark);
        }
        Ok(found)
    }

    /// What was found, with the verdict on what was judged with the others.
    pub fn finish(self) -> Checked {
        let mut checked = self.checked;
        if let Some(open) = self.open {
            (checked.verdict, checked.trials) = (open.verdict().into(), open.trials());
            checked.metrics = open.moved;
            if checked.verdict == Outcome::Inconclusive {
                let hint = message!(
                    "so few futures cannot tell whether it moved: raise --max-trials, give a larger tolerance in `[check]`, or update the baseline"
                );
                checked.tell(&hint);
            }
        }
        if let Some((old, new)) = self.renamed {
            if checked.verdict == Outcome::Same {
                checked.verdict = Outcome::Renamed;
            }
            checked.tell(&message!(
                "its baseline is called `{old}`: `--update {new}` gives it the new name",
                old,
                new
            ));
        } else if checked.missed && checked.verdict == Outcome::Same {
            checked.verdict = Outcome::Missed;
        }
        checked
    }
}

/// Removes a baseline.
pub fn remove(folder: &Path) -> Result<(), Error> {
    baseline::remove(folder).map_err(|error| {
        Error::World(message!(
            "cannot remove `{folder}`: {error}",
            folder = folder.display(),
            error = of_system(&error)
        ))
    })
}

fn simulate(case: &Case, plan: Plan, watch: &impl Watch) -> Result<Run, Error> {
    watch.announce(plan.trials);
    let trials = engine::run(case.model(), plan, Detail::Totals, watch);
    if watch.stopped() {
        return Err(Error::Stopped);
    }
    Ok(Run::of(case.clone(), trials))
}

fn record(run: &Run) -> Record {
    Record::of(run.case.model(), &run.trials, &run.summary)
}

/// Whether the summaries say the same of every metric and target.
fn same_numbers(run: &Run, baseline: &Baseline) -> bool {
    let model = run.case.model();
    // As a file has it.
    let read = |found: Value| serde_json::from_str::<Value>(&found.to_string()).ok();
    let (metrics, targets) =
        (read(json::metrics(model, &run.summary)), read(json::targets(model, &run.summary)));
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
