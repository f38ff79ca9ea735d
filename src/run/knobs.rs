//! Studies of a case over the values of some keys.

use super::error::Error;
use super::memory::{self, most_trials};
use super::study::Until;
use crate::diagnostic::{Diagnostic, Diagnostics, message};
use crate::engine::{Unwatched, Watch};
use crate::model::{self, ColumnId, Model, Understood};
use crate::output::Case;
use crate::scenario::{Edit, Knob, Scenario, Varied};
use crate::study::optimise::{self, Direction, Optimum, Problem};
use crate::study::solve::{self, Range, Solution, Task};
use crate::study::sweep::{self, GridPoint, Sweep};
use crate::study::{Asked, Goal, Statistic};

/// Values where nobody says how many: of one key, and of each of two.
const POINTS: [usize; 2] = [9, 7];

/// Most points of a sweep.
const MOST_POINTS: usize = 2_500;

/// Keys that are varied, with the scenario into whose texts their errors point.
pub struct Knobs {
    scenario: Scenario,
    pub knobs: Vec<Knob>,
}

impl Knobs {
    /// Reads every `key=from..to` that is given under some name; the problems of all of them at
    /// once.
    pub fn read<T: AsRef<str>>(case: &Case, texts: &[T], name: &str) -> Result<Knobs, Error> {
        let mut scenario = case.scenario.clone();
        let (mut knobs, mut problems) = (Vec::new(), Vec::<Diagnostic>::new());
        for text in texts {
            match scenario.dial(text.as_ref(), name) {
                Ok(knob) => knobs.push(knob),
                Err(found) => problems.extend(found.iter().cloned()),
            }
        }
        if !problems.is_empty() {
            return Err(Error::Input(Diagnostics::new(scenario.sources, problems)));
        }
        for (place, knob) in knobs.iter().enumerate() {
            if knobs[..place].iter().any(|other: &Knob| other.key == knob.key) {
                return Err(Error::Question(message!(
                    "{name} names `{key}` twice",
                    name,
                    key = knob.key
                )));
            }
        }
        Ok(Knobs { scenario, knobs })
    }

    /// The model with a value for each key.
    pub fn model(&self, values: &[f64]) -> Result<Model, Diagnostics> {
        let edits: Vec<Edit> =
            self.knobs.iter().zip(values).map(|(knob, value)| knob.at(*value)).collect();
        let model = model::lower(self.scenario.changed(&edits))?.model;
        Ok(Model { point: point(values), ..model })
    }

    /// The model of a point, as it is told to another machine.
    pub fn at(&self, point: &str) -> Option<Model> {
        let bits = point.strip_prefix(VALUES)?.split(' ').map(str::parse);
        let bits: Vec<u64> = bits.collect::<Result<_, _>>().ok()?;
        let values: Vec<f64> = bits.into_iter().map(f64::from_bits).collect();
        self.model(&values).ok().filter(|_| values.len() == self.knobs.len())
    }

    /// The scenario in which each key is set.
    pub fn set(&self) -> Scenario {
        let edits: Vec<Edit> = self.knobs.iter().map(|knob| knob.at(knob.from)).collect();
        self.scenario.changed(&edits)
    }

    /// The ranges, with what the keys are now.
    pub fn ranges(&self, case: &Case) -> Vec<Range> {
        let range = |knob: &Knob| Range {
            from: knob.from,
            to: knob.to,
            now: now(case, &knob.key),
            whole: knob.varied == Varied::Whole,
        };
        self.knobs.iter().map(range).collect()
    }

    pub fn keys(&self) -> Vec<String> {
        self.knobs.iter().map(|knob| knob.key.clone()).collect()
    }

    /// Every value of the key, or every pair of values of two keys.
    fn points(&self) -> Vec<Vec<f64>> {
        let several = POINTS[self.knobs.len().clamp(1, POINTS.len()) - 1];
        self.knobs.iter().fold(vec![Vec::new()], |points, knob| {
            let values = knob.values(knob.points.unwrap_or(several));
            let with = |point: &Vec<f64>, value: &f64| [&point[..], &[*value]].concat();
            points
                .iter()
                .flat_map(|point| values.iter().map(move |value| with(point, value)))
                .collect()
        })
    }

    /// How many points there are.
    pub fn count(&self) -> u64 {
        self.points().len() as u64
    }

    /// Runs a case at every point, on the same futures.
    pub fn sweep(
        &self,
        case: &Case,
        metric: ColumnId,
        until: Until,
        watch: &impl Watch,
    ) -> Result<Sweep, Error> {
        let points = self.points();
        if points.len() > MOST_POINTS {
            return Err(Error::Question(message!(
                "these are {points} points, and at most {most} are simulated; ask for fewer, as in `=1..21/9`",
                points = points.len(),
                most = MOST_POINTS
            )));
        }
        let point = |at: Vec<f64>| Ok(GridPoint { model: self.model(&at)?, at });
        let grid = points.into_iter().map(point).collect::<Result<Vec<_>, Diagnostics>>()?;
        let most = most_trials(case.model()) / grid.len() as u64;
        if case.plan().trials > most {
            return Err(Error::Question(message!(
                "so many trials at {points} points do not fit into memory: at most {most} do",
                points = grid.len(),
                most
            )));
        }
        let subject = case.model().column_name(metric);
        let asked = Asked { plan: case.plan(), subject: &subject, most: until.most(most) };
        Ok(sweep::sweep(&grid, asked, watch))
    }

    /// Finds the smallest change of the key that reaches a goal.
    pub fn solve(
        &self,
        case: &Case,
        goal: Goal,
        until: Until,
        watch: &impl Watch,
    ) -> Result<Solution, Error> {
        let most = until.most(most_trials(case.model()));
        let task = Task { goal, range: self.ranges(case)[0], plan: case.plan(), most };
        Ok(solve::solve(&|value| self.model(&[value]), task, watch)?)
    }
}

/// What stands before values in the name of a point.
const VALUES: &str = "values ";

/// The name of a point: its values to the last bit.
fn point(values: &[f64]) -> String {
    let bits: Vec<String> = values.iter().map(|value| value.to_bits().to_string()).collect();
    format!("{VALUES}{}", bits.join(" "))
}

impl Case {
    /// Shows a metric over the values of one key or two, each given as `key=from..to` or
    /// `key=from..to/points`.
    pub fn sweep(&self, over: &[&str], metric: &str) -> Result<Sweep, Error> {
        let knobs = Knobs::read(self, over, "a sweep")?;
        knobs.sweep(self, self.metric(metric)?, Until::Planned, &Unwatched)
    }

    /// Finds the smallest change of a key, given as `key=from..to`, that reaches a goal such as
    /// `profit >= 0 @ 80%`.
    pub fn solve(&self, goal: &str, vary: &str) -> Result<Solution, Error> {
        memory::check(self)?;
        let goal = Goal::read(goal, self.model())?;
        Knobs::read(self, &[vary], "the key")?.solve(self, goal, Until::Planned, &Unwatched)
    }

    /// Finds the values of up to four keys, each given as `key=from..to`, at which a statistic such
    /// as `p10(profit)` is best while some goals are met.
    pub fn optimise(
        &self,
        direction: Direction,
        statistic: &str,
        vary: &[&str],
        subject_to: &[&str],
    ) -> Result<Optimum, Error> {
        memory::check(self)?;
        let statistic = Statistic::read(statistic, self.model())?;
        let goals = subject_to.iter().map(|goal| Goal::read(goal, self.model()));
        let subject_to = goals.collect::<Result<_, _>>()?;
        let knobs = Knobs::read(self, vary, "the keys")?;
        let problem = Problem { direction, statistic, subject_to, ranges: knobs.ranges(self) };
        let models = |values: &[f64]| knobs.model(values);
        Ok(optimise::optimise(&models, &problem, self.plan(), &Unwatched)?)
    }
}

/// The median of a key as it stands; of a key of every community, that of all of them where they
/// agree.
fn now(case: &Case, key: &str) -> Option<f64> {
    let mut values = case.taken_for(key).filter_map(|assumption| match &assumption.value {
        Understood::Quantity(dist) => Some(dist.quantile(0.5)),
        Understood::Words(words) => words.parse().ok(),
    });
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}
