//! What all studies share: their flags, the scenario they ask, and how they answer.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::load;
use super::watch::{self, Bar};
use super::{Failure, Format, Global, terminal};
use reachsim::design::Sampler;
use reachsim::diagnostic::Diagnostics;
use reachsim::model::{ColumnId, Model, Plan};
use reachsim::output::{self, Answer, Case, Context};
use reachsim::scenario::{Edit, Knob, Scenario};
use reachsim::study::goal::{self, Misread};
use reachsim::study::{self, solve};

/// Flags of every study.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// How many futures to simulate [default: what the file says, or 10,000]
    #[arg(long, value_name = "N", value_parser = load::whole::<1, 10_000_000_000>)]
    pub trials: Option<u64>,
    /// The seed of all random numbers [default: what the file says, or 1]
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// How the uncertain inputs are sampled
    #[arg(long, value_parser = load::sampler, value_name = "NAME")]
    pub sampler: Option<Sampler>,
    /// Another value for a key, such as `market.people=2M`; may be repeated
    #[arg(long, value_name = "KEY=QUANTITY")]
    pub set: Vec<String>,
    /// Write the answer and its charts into this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    pub format: Format,
}

impl Common {
    /// The scenario of a file, with what the command line says otherwise.
    pub fn open(
        &self,
        file: &Path,
        what_if: Option<&str>,
        global: Global,
    ) -> Result<Case, Failure> {
        watch::obey_interrupts();
        let case = load::each(std::slice::from_ref(&file.to_owned()), &self.set, global)?.pop();
        let Some(mut case) = case else {
            return Err(Failure::Usage("there is no scenario".into()));
        };
        if let Some(name) = what_if {
            case = load::varied(&case, name)?;
        }
        load::warn(&case, global);
        case.lowered.plan = self.plan(case.plan());
        load::check_memory(&case)?;
        Ok(case)
    }

    pub fn plan(&self, plan: Plan) -> Plan {
        Plan {
            trials: self.trials.unwrap_or(plan.trials),
            seed: self.seed.unwrap_or(plan.seed),
            sampler: self.sampler.unwrap_or(plan.sampler),
            ..plan
        }
    }

    /// Prints an answer, and writes its files where they are wanted.
    pub fn answer(&self, case: &Case, mut answer: Answer) -> Result<(), Failure> {
        watch::check()?;
        if let Some(folder) = &self.out {
            output::write_study(
                &answer,
                &case.context().provenance(),
                folder,
                &watch::interrupted,
            )?;
            answer.text.push_str(&output::screen::studies::files(
                case.about().locale,
                &folder.display().to_string(),
            ));
        }
        match self.format {
            Format::Text => terminal::print(&answer.text),
            Format::Json => terminal::print_json(&answer.document),
        }
    }
}

/// Runs a study on so many threads, with a bar.
pub fn run<T: Send>(
    global: Global,
    work: impl FnOnce(&Bar) -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    load::with_threads(global.threads, || {
        let bar = Bar::new(global, 0);
        let done = work(&bar);
        watch::check()?;
        done
    })?
}

/// The metric that is asked about, by its name, or the one that the scenario is about.
pub fn subject(case: &Case, name: Option<&str>) -> Result<ColumnId, Failure> {
    match name {
        Some(name) => goal::column(name, case.model()).map_err(Failure::Usage),
        None => study::subject(case.model())
            .ok_or_else(|| Failure::Usage("this scenario measures nothing".into())),
    }
}

/// A study of chances needs more than the one future of the medians.
pub fn needs_trials(plan: Plan, fewest: u64) -> Result<(), Failure> {
    if plan.sampler == Sampler::Expected {
        return Err(Failure::Usage(
            "at the medians there is one future only: choose another --sampler".into(),
        ));
    }
    if plan.trials < fewest {
        return Err(Failure::Usage(format!(
            "this takes at least {fewest} trials, and there are {}: raise --trials",
            plan.trials
        )));
    }
    Ok(())
}

/// What is wrong with a goal or a statistic that a flag names.
pub fn misread(flag: &str, why: Misread) -> Failure {
    Failure::Usage(match why {
        Misread::Text(why) => format!("{flag} {why}"),
        Misread::Metric(why) => why,
    })
}

/// Keys that are varied, with the scenario into whose texts their errors point.
pub struct Dials {
    scenario: Scenario,
    pub dials: Vec<Knob>,
}

impl Dials {
    /// Reads every `key=from..to` of a flag; the problems of all of them at once.
    pub fn read(case: &Case, texts: &[String], flag: &str) -> Result<Dials, Failure> {
        let mut scenario = case.scenario.clone();
        let (mut dials, mut problems) = (Vec::new(), Vec::new());
        for text in texts {
            match scenario.dial(text, flag) {
                Ok(dial) => dials.push(dial),
                Err(found) => problems.push(found),
            }
        }
        if let Some(last) = problems.pop() {
            problems.iter().for_each(terminal::complain);
            return Err(Failure::Input(last));
        }
        for (place, dial) in dials.iter().enumerate() {
            if dials[..place].iter().any(|other: &Knob| other.key == dial.key) {
                return Err(Failure::Usage(format!("{flag} names `{}` twice", dial.key)));
            }
        }
        Ok(Dials { scenario, dials })
    }

    /// The model with a value for each key.
    pub fn model(&self, values: &[f64]) -> Result<Model, Diagnostics> {
        let edits: Vec<Edit> =
            self.dials.iter().zip(values).map(|(dial, value)| dial.at(*value)).collect();
        reachsim::model::lower(self.scenario.changed(&edits)).map(|lowered| lowered.model)
    }

    /// The ranges, with what the keys are now.
    pub fn ranges(&self, case: &Case) -> Vec<solve::Range> {
        let range = |dial: &Knob| solve::Range {
            from: dial.from,
            to: dial.to,
            now: now(case, &dial.key),
            whole: dial.varied == reachsim::scenario::Varied::Whole,
        };
        self.dials.iter().map(range).collect()
    }

    pub fn keys(&self) -> Vec<String> {
        self.dials.iter().map(|dial| dial.key.clone()).collect()
    }
}

/// The median of a key as it stands; of a key of every community, that of all of them where they
/// agree.
fn now(case: &Case, key: &str) -> Option<f64> {
    let pattern: Vec<&str> = key.split('.').collect();
    let fits = |path: &str| {
        let parts: Vec<&str> = path.split('.').collect();
        parts.len() == pattern.len()
            && parts.iter().zip(&pattern).all(|(part, pattern)| part == pattern || *pattern == "*")
    };
    let mut values =
        case.lowered.assumptions.iter().filter(|assumption| fits(&assumption.key)).filter_map(
            |assumption| match &assumption.value {
                reachsim::model::Understood::Quantity(dist) => Some(dist.quantile(0.5)),
                reachsim::model::Understood::Words(words) => words.parse().ok(),
            },
        );
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

/// Lets a study call back for models whose lowering may fail; the first failure is kept.
pub struct Lowering<'a> {
    dials: &'a Dials,
    failed: RefCell<Option<Diagnostics>>,
}

impl<'a> Lowering<'a> {
    pub fn new(dials: &'a Dials) -> Lowering<'a> {
        Lowering { dials, failed: RefCell::new(None) }
    }

    pub fn at(&self, values: &[f64]) -> Result<Model, ()> {
        self.dials.model(values).map_err(|found| drop(self.failed.replace(Some(found))))
    }

    pub fn failure(self) -> Failure {
        Failure::Input(self.failed.into_inner().unwrap_or_default())
    }
}

/// In words: what the edits that lead from one scenario to another do to the metric that it is
/// about.
pub fn why(old: &Case, new: &Case, (edits, plan): (&[Edit], Plan), bar: &Bar) -> Vec<String> {
    let Some(subject) = study::subject(new.model()).map(|column| new.model().column_name(column))
    else {
        return Vec::new();
    };
    let variant = super::compare::between(old, new.model().clone(), edits);
    let asked = study::Asked { plan, subject: &subject, most: None };
    let found = study::compare::compare(old.model(), &[variant], asked, bar);
    let Some(contrast) = found.others.first() else { return Vec::new() };
    let context = Context { plan, ..new.context() };
    output::screen::studies::why(&context, &subject, contrast)
}
