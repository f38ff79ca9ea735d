//! How a scenario would have forecast what came, from the exports that it and the command line
//! name.

use jiff::civil::Date;
use reachsim_learn::backtest::demand::Demand;
use reachsim_learn::backtest::{self, Asked, Backtest, Outlook, Shown, outlook, visible};

use super::attached::Data;
use super::calibrate::{Told, stated, steady};
use super::error::Error;
use crate::design::Sampler;
use crate::diagnostic::{Diagnostics, Message, Span, message};
use crate::engine::Watch;
use crate::model::{Model, Plan};
use crate::output::Case;
use crate::scenario::{Beside, Change, Edit, Edited, Given, Value, keys};

/// On what a scenario is tested, and how far ahead.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub data: Data,
    /// Weeks ahead, each at least 1.
    pub horizons: Vec<usize>,
    /// Futures of each forecast.
    pub trials: u64,
    /// Keys whose level does not move.
    pub steady: Vec<String>,
    /// Weeks after which rows count for half, where they are to fade.
    pub half_life: Option<f64>,
}

impl Case {
    /// Tests how the scenario would have forecast what exports show: at each origin it learns from
    /// what was visible then and starts on that day.
    ///
    /// # Errors
    /// Whatever is wrong with the exports; none at all, or too few weeks; a scenario that cannot
    /// start on another day.
    pub fn backtest(&self, wanted: &Wanted, watch: &impl Watch) -> Result<Backtest, Error> {
        steady(&wanted.steady)?;
        let told = Told::of(self, &wanted.data)?;
        if told.attached.is_empty() {
            return Err(Error::Question(message!(
                "there is nothing to test on: name exports with `--data`, or write `[[export]]` into the scenario"
            )));
        }
        let mut horizons = wanted.horizons.clone();
        horizons.sort_unstable();
        horizons.dedup();
        let outlook = self.outlook(&told, &horizons)?;
        let seen = |day: i32| -> Vec<Shown> {
            let each = told.attached.iter().map(|of| Shown {
                history: visible(&of.export, &of.question, day),
                community: of.community,
                weight: of.weight,
            });
            each.collect()
        };
        let plan = self.plan();
        let sampler = match plan.sampler {
            Sampler::Expected => Sampler::LatinHypercube,
            other => other,
        };
        let plan = Plan { trials: wanted.trials, sampler, ..plan };
        let (steady, half_life) = (wanted.steady.clone(), wanted.half_life);
        let asked = Asked { horizons, plan, steady, stated: stated(self), half_life };
        let models = |start: Date, weeks: usize| self.from(start, weeks);
        let found = backtest::run(&outlook, &models, &seen, &asked, watch)?;
        if found.rows.is_empty() {
            return Err(Error::Question(message!(
                "nothing that these exports show week by week is forecast by the scenario"
            )));
        }
        Ok(found)
    }

    /// What the exports allow to test.
    fn outlook(&self, told: &Told, horizons: &[usize]) -> Result<Outlook, Error> {
        if told.histories.iter().any(|history| history.is_undated) {
            return Err(Error::Question(message!(
                "a back-test goes week by week, and these posts have months and no dates"
            )));
        }
        let shown =
            |(of, history): (&super::attached::Attached, &reachsim_data::analyse::History)| Shown {
                history: history.clone(),
                community: of.community,
                weight: of.weight,
            };
        let shown: Vec<Shown> = told.attached.iter().zip(&told.histories).map(shown).collect();
        let outlook = outlook(self.model(), &shown)
            .filter(|outlook| !outlook.series.is_empty())
            .ok_or_else(|| {
                Error::Question(message!(
                    "these exports show nothing week by week that the scenario forecasts: `reachsim analyse` shows what they hold"
                ))
            })?;
        if outlook.steps(horizons) == 0 {
            let least = backtest::LEAST_WEEKS;
            return Err(Error::Question(message!(
                "these exports hold {weeks} whole weeks, and a back-test needs {least} before its first forecast and one after it: name older exports, too",
                weeks = outlook.weeks,
                least
            )));
        }
        Ok(outlook)
    }

    /// The scenario with another first day and another horizon.
    fn from(&self, start: Date, weeks: usize) -> Result<Model, Diagnostics> {
        let day = start.to_string();
        let changes = [
            ("simulation.start", Value::Date(start), day),
            ("simulation.weeks", Value::Whole(weeks as u64), weeks.to_string()),
        ];
        let changes = changes.into_iter().filter_map(|(path, value, text)| {
            let nowhere = Span { source: 0, bytes: 0..0 };
            let given = Given {
                key: keys::find(path)?,
                value: Some(value),
                at: nowhere.clone(),
                value_at: nowhere,
                text,
                data: Vec::new(),
                edited: Edited::Yes,
                beside: Beside::default(),
            };
            Some(Change::Key(path.to_owned(), given))
        });
        self.edited(&[Edit { words: Message::default(), changes: changes.collect() }])
    }
}

/// Why a demand is missed; nothing where it is met.
pub fn missed(found: &Backtest, demand: Demand) -> Vec<Message> {
    let judged = demand.judge(found);
    if judged.judged == 0 {
        return vec![message!(
            "`--require` is missed: nothing has twelve independent forecasts by which it could be judged"
        )];
    }
    let tell = |(row, value): &(&backtest::Row, f64)| {
        let (metric, weeks) = (row.metric.as_str(), row.horizon);
        match demand {
            Demand::Coverage { level, low, high } => message!(
                "`--require` is missed by `{metric}` at horizon {weeks}: the {level} % ranges held {share} % of what came, and not {low} to {high} %",
                metric,
                weeks,
                level,
                share = value.round(),
                low,
                high
            ),
            Demand::Skill { rival, least } => message!(
                "`--require` is missed by `{metric}` at horizon {weeks}: the skill against `{rival}` is {skill}, and not above {least}",
                metric,
                weeks,
                rival = rival.id(),
                skill = (100.0 * value).round() / 100.0,
                least
            ),
        }
    };
    judged.missed.iter().map(tell).collect()
}
