//! A scenario, a run of it, and what documents are made of.

use std::path::Path;

use reachsim_learn::backtest::{Course, Past};

use super::charts::Spread;
use super::export_file::{self, ExportFile};
use super::store::{SAMPLE, Store};
use crate::design::Sampler;
use crate::diagnostic::Diagnostics;
use crate::locale::{Label, Locale};
use crate::model::{self, About, Assumption, ColumnId, Lowered, Model, Plan};
use crate::scenario::{Edit, Scenario, keys};
use crate::study::Alternative;
use crate::study::compare::Comparison;
use crate::study::condition::{Condition, Where};
use crate::study::musts::Musts;
use crate::study::voi::{Knowledge, Worth};
use crate::summary::{MetricSummary, Summary};
use crate::trials::Trials;
use crate::units::Unit;

/// Columns of a line of a screen where nobody says how many there are; a narrower terminal breaks
/// them.
pub const WIDTH: usize = 80;

/// A scenario as it was read, and as the program understood it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The file as the user gave it.
    pub path: String,
    /// As it was read, for variants of it.
    pub scenario: Scenario,
    pub lowered: Lowered,
    /// The what-if of the file that it is.
    pub what_if: Option<String>,
    /// The exports that it names, where they were read.
    pub exports: Vec<ExportFile>,
    /// What they tell week by week, where they themselves are elsewhere.
    pub past: Option<Past>,
}

impl Case {
    /// Resolves every name of a scenario that was read.
    pub fn of(path: String, scenario: Scenario) -> Result<Case, Diagnostics> {
        let lowered = model::lower(scenario.clone())?;
        let exports = Vec::new();
        Ok(Case { path, scenario, lowered, what_if: None, exports, past: None })
    }

    /// With the exports that it names: its hash is that of their bytes, too.
    #[must_use]
    pub fn with_exports(mut self, files: Vec<ExportFile>) -> Case {
        if !files.is_empty() {
            let about = &mut self.lowered.about;
            about.hash = export_file::hash(&about.hash, &files);
        }
        self.exports = files;
        self
    }

    /// Name of the file without its folder: no path enters any document.
    pub fn file(&self) -> &str {
        Path::new(&self.path).file_name().and_then(|name| name.to_str()).unwrap_or(&self.path)
    }

    pub const fn about(&self) -> &About {
        &self.lowered.about
    }

    pub const fn model(&self) -> &Model {
        &self.lowered.model
    }

    pub const fn plan(&self) -> Plan {
        self.lowered.plan
    }

    /// The model with some edits.
    pub fn edited(&self, edits: &[Edit]) -> Result<Model, Diagnostics> {
        model::lower(self.scenario.changed(edits)).map(|lowered| lowered.model)
    }

    /// What is taken for a key; for a key of every community, what is taken for each of them.
    pub fn taken_for<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Assumption> {
        let pattern: Vec<String> = key.split('.').map(str::to_owned).collect();
        let fits = move |assumption: &&Assumption| {
            let parts: Vec<&str> = assumption.key.split('.').collect();
            parts.len() == pattern.len()
                && parts
                    .iter()
                    .zip(&pattern)
                    .all(|(part, pattern)| part == pattern || pattern == "*")
        };
        self.lowered.assumptions.iter().filter(fits)
    }

    /// In which unit a key is stated, whether it is in force or not.
    pub fn unit_of(&self, key: &str) -> Unit {
        let taken = self.taken_for(key).next().map(|assumption| assumption.unit);
        taken.or_else(|| Some(keys::find(key)?.unit)).unwrap_or(Unit::None)
    }

    /// What its studies are told of it.
    pub const fn context(&self) -> Context<'_> {
        Context {
            case: self,
            plan: self.lowered.plan,
            locale: self.lowered.about.locale,
            columns: WIDTH,
        }
    }
}

/// A run that was carried out.
#[derive(Debug)]
pub struct Run {
    pub case: Case,
    /// Their plan is the one that was carried out.
    pub trials: Trials,
    pub summary: Summary,
    /// Where it is kept, if it is too long for memory.
    pub store: Option<Store>,
}

impl Run {
    /// The statistics of every metric, target and week.
    pub const fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The run of a case whose trials are in memory.
    pub fn of(case: Case, trials: Trials) -> Run {
        let summary = Summary::of(case.model(), &trials);
        Run { case, trials, summary, store: None }
    }

    /// What its documents are made of, without studies, in the language of the scenario.
    pub fn report(&self) -> Report<'_> {
        let locale = self.case.about().locale;
        Report { run: self, extras: Extras::NONE, locale, columns: WIDTH }
    }
}

/// What documents are made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    pub run: &'a Run,
    /// Studies that the documents tell of.
    pub extras: &'a Extras,
    /// The language of the documents.
    pub locale: Locale,
    /// Columns of the lines of a screen.
    pub columns: usize,
}

impl<'a> Report<'a> {
    pub const fn about(&self) -> &'a About {
        self.run.case.about()
    }

    pub const fn model(&self) -> &'a Model {
        self.run.case.model()
    }

    pub fn assumptions(&self) -> &'a [Assumption] {
        &self.run.case.lowered.assumptions
    }

    /// The plan as it was carried out.
    pub const fn plan(&self) -> Plan {
        self.run.trials.plan
    }

    pub const fn trials(&self) -> &'a Trials {
        &self.run.trials
    }

    pub const fn summary(&self) -> &'a Summary {
        &self.run.summary
    }

    /// What its studies are told of it.
    pub const fn context(&self) -> Context<'a> {
        Context {
            case: &self.run.case,
            plan: self.plan(),
            locale: self.locale,
            columns: self.columns,
        }
    }

    /// Whether the one future is that of the medians, and every number exact.
    pub(super) fn is_at_medians(&self) -> bool {
        self.plan().sampler == Sampler::Expected
    }

    /// Trials of which every value is at hand: the first ones.
    pub(super) fn sample(&self) -> usize {
        let filled = self.run.trials.filled();
        self.run.store.as_ref().map_or(filled, |store| store.sample() as usize).min(SAMPLE)
    }

    pub fn spread(&self, metric: &MetricSummary) -> Spread {
        let [low, typical, high] = ["p05", "p50", "p95"].map(|id| metric.percentile(id));
        // All is said only of what is all in every future.
        let is_share = self.model().metric(metric.column.metric).unit == Unit::Share;
        let is_all = !is_share || metric.mean.value >= 1.0;
        let se = [low, typical, high].map(|found| {
            if self.is_at_medians() {
                Some(0.0)
            } else {
                Some(found.se).filter(|se| se.is_finite())
            }
        });
        let [low, typical, high] = [low, typical, high].map(|found| {
            if is_all || found.value > 1.0 { found.value } else { found.value.min(NEARLY_ALL) }
        });
        Spread { low, typical, high, se }
    }
}

/// A share that reads as more than all its digits but one.
const NEARLY_ALL: f64 = 1.0 - 1e-12;

/// The scenario that a study asked, and how.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub case: &'a Case,
    /// The plan of the study.
    pub plan: Plan,
    pub locale: Locale,
    /// Columns of the lines of a screen.
    pub columns: usize,
}

impl<'a> Context<'a> {
    /// For a screen of so many columns.
    #[must_use]
    pub const fn in_columns(self, columns: usize) -> Context<'a> {
        Context { columns, ..self }
    }

    pub const fn about(&self) -> &'a About {
        self.case.about()
    }

    pub const fn model(&self) -> &'a Model {
        self.case.model()
    }

    pub fn assumptions(&self) -> &'a [Assumption] {
        &self.case.lowered.assumptions
    }
}

/// What a run knows beside its own trials: studies that its file asks for.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    pub variants: Option<Variants>,
    pub worths: Option<Worths>,
    pub states: Vec<State>,
    /// What its exports tell week by week, beside what the run says of each week.
    pub history: Vec<Course>,
    /// The futures in which the first target is missed, or money is lost.
    pub wrong: Option<Wrong>,
    /// What must be true for the first target to be met, or for no loss.
    pub musts: Option<Musts>,
}

impl Extras {
    pub const NONE: &'static Extras = &Extras {
        variants: None,
        worths: None,
        states: Vec::new(),
        history: Vec::new(),
        wrong: None,
        musts: None,
    };
}

/// What is different in the futures that go wrong.
#[derive(Clone, Debug)]
pub struct Wrong {
    pub condition: Condition,
    pub found: Where,
    /// The metric in the two futures that stand for them.
    pub values: [f64; 2],
}

/// What a run is in a state of the world: a column beside the others.
#[derive(Clone, Debug)]
pub struct State {
    pub name: Label,
    pub model: Model,
    pub summary: Summary,
}

/// The what-ifs of the file against the file as it is.
#[derive(Clone, Debug)]
pub struct Variants {
    pub base: Alternative,
    /// Name of the metric that they are compared by.
    pub subject: String,
    pub found: Comparison,
}

/// What it is worth to know each input before one decides for the community or against it.
#[derive(Clone, Debug)]
pub struct Worths {
    pub metric: ColumnId,
    pub found: Knowledge,
    pub ranked: Vec<Worth>,
}
