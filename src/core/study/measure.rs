//! What a measurement is worth before one decides: the expected value of sample information, and
//! what is left of it when the measurement is paid.

use super::flip::{Flip, Looked, flip};
use super::several::Predictors;
use super::shown::shown;
use super::voi::Knowledge;
use crate::estimate::{self, Estimate};
use crate::model::{Measurement, Sampled, Size};
use crate::units::WEEKS_A_YEAR;

/// What a measurement is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub measurement: Measurement,
    /// Places of its keys in [`Knowledge::inputs`].
    pub inputs: Vec<usize>,
    /// What its result is worth, and what knowing all of it exactly would be worth.
    pub evsi: Estimate,
    pub evppi: Estimate,
    /// What was taken off because the choices were fitted to the futures on which they are judged.
    pub bias: f64,
    /// People who are asked or things that are counted, on average; `None` where it has an error
    /// and no size.
    pub units: Option<f64>,
    /// What it costs, and what is left: EVSI x (1 - weeks / horizon) - cost. `None` where the
    /// decision is not about money.
    pub cost: Option<f64>,
    pub enbs: Option<Estimate>,
    /// The size at which most is left; `None` where no size is said, no price of one more, or
    /// nothing is left in any size.
    pub best: Option<Best>,
    /// The observed value of each key at which the choice changes, whatever the others are.
    pub flips: Vec<Option<Flip>>,
}

/// A measurement in its best size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    pub size: Size,
    pub units: f64,
    pub evsi: Estimate,
    pub enbs: Estimate,
}

/// Whether a measurement is to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Worth,
    NotWorth,
    CannotTell,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub seed: u64,
    /// Weeks of the horizon; `None` where nobody lives through weeks.
    pub weeks: Option<f64>,
    /// Whether it is about money, of which costs can be taken off.
    pub is_money: bool,
}

/// Where a result is looked for that changes the choice.
const LOOKED: Looked = Looked { within: [0.005, 0.995], level: 0.975 };

impl Verdict {
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Worth => "worth it",
            Verdict::NotWorth => "not worth it",
            Verdict::CannotTell => "cannot tell",
        }
    }
}

impl Measured {
    /// Of what is left, or else of what it is worth, the 95 % interval decides.
    pub fn verdict(&self) -> Verdict {
        let gain = self.enbs.unwrap_or(self.evsi);
        let [low, high] = gain.interval();
        if low > 0.0 && self.evsi.interval()[0] > 0.0 {
            Verdict::Worth
        } else if high < 0.0 || self.evsi.value == 0.0 {
            Verdict::NotWorth
        } else {
            Verdict::CannotTell
        }
    }

    /// By what the measurements of a menu are put in order.
    pub fn gain(&self) -> f64 {
        self.enbs.unwrap_or(self.evsi).value
    }
}

/// Every measurement of a menu by what is left of it, the best one first; else the first key that
/// is certain in every decision, of which there is nothing to measure.
pub fn measure(
    known: &Knowledge,
    menu: &[Measurement],
    setting: Setting,
) -> Result<Vec<Measured>, String> {
    let mut found: Vec<Measured> = menu
        .iter()
        .map(|one| Subject::of(known, one, setting).map(|subject| subject.measured()))
        .collect::<Result<_, _>>()?;
    found.sort_by(|a, b| b.gain().total_cmp(&a.gain()));
    Ok(found)
}

/// A measurement, and the inputs of which it tells.
struct Subject<'a> {
    known: &'a Knowledge,
    measurement: &'a Measurement,
    setting: Setting,
    inputs: Vec<usize>,
}

/// What its result is worth, and how it was found.
struct Sample {
    evsi: Estimate,
    bias: f64,
    shown: Vec<Vec<f64>>,
}

impl<'a> Subject<'a> {
    fn of(
        known: &'a Knowledge,
        measurement: &'a Measurement,
        setting: Setting,
    ) -> Result<Subject<'a>, String> {
        let place = |(key, _): &(String, Sampled)| {
            let found = known.inputs.iter().position(|(input, _)| input == key);
            found.ok_or_else(|| key.clone())
        };
        let inputs = measurement.of.iter().map(place).collect::<Result<_, _>>()?;
        Ok(Subject { known, measurement, setting, inputs })
    }

    fn columns(&self) -> Vec<&'a [f64]> {
        self.inputs.iter().map(|&input| self.known.inputs[input].1.as_slice()).collect()
    }

    fn measured(&self) -> Measured {
        let exact = Predictors::of(&self.columns());
        let evppi = self.exactly(&exact);
        let sample = self.sample(self.measurement, evppi);
        let (cost, enbs) = self.left(self.measurement, sample.evsi);
        let alone = |shown: &Vec<f64>| {
            let predictors = Predictors::of(&[shown]);
            flip(shown, &predictors, &self.known.gains, LOOKED)
        };
        Measured {
            measurement: self.measurement.clone(),
            inputs: self.inputs.clone(),
            evsi: sample.evsi,
            evppi,
            bias: sample.bias,
            units: self.units(self.measurement),
            cost,
            enbs,
            best: self.best(&exact, evppi, (sample.evsi, enbs)),
            flips: sample.shown.iter().map(alone).collect(),
        }
    }

    /// What knowing all of its inputs exactly is worth.
    fn exactly(&self, predictors: &Predictors) -> Estimate {
        if let [only] = self.inputs[..] {
            return self.known.evppi(only);
        }
        let fitted: Vec<Vec<f64>> =
            self.known.gains.iter().map(|gain| fitted(predictors, gain)).collect();
        let found = self.known.worth(&fitted);
        let evpi = self.known.evpi();
        let singly = self.inputs.iter().map(|&input| self.known.evppi(input));
        let found = singly.fold(found, |a, b| if b.value > a.value { b } else { a });
        if found.value > evpi.value { evpi } else { found }
    }

    /// The worth of its result: E[max over d of E[gain | result]] - max over d of E[gain], with the
    /// conditional means by regression on what would be shown in each future (Strong, Oakley,
    /// Brennan and Breeze, *Medical Decision Making* 35, 2015).
    ///
    /// Choices that are fitted to the futures on which they are judged look better than they are,
    /// by half of b = E[(error of the fit)^2] times the density of the gain at zero; choices that
    /// were fitted to the other half of the futures are worse than the best ones by b, because
    /// their errors are twice as large. What both bring in the same futures differs by 3 b / 2, of
    /// which a third is taken off.
    /// Tests: `study::measure::nineteen_of_twenty_intervals_hold_the_worth`,
    /// `study::measure::few_futures_do_not_make_a_measurement_look_better`.
    fn sample(&self, measurement: &Measurement, evppi: Estimate) -> Sample {
        let known = self.known;
        let shown = shown(measurement, &self.columns(), self.setting.seed);
        let predictors = Predictors::of(&shown.iter().map(Vec::as_slice).collect::<Vec<&[f64]>>());
        let given: Vec<Vec<f64>> =
            known.gains.iter().map(|gain| fitted(&predictors, gain)).collect();
        let crossed: Vec<Vec<f64>> = known
            .gains
            .iter()
            .map(|gain| if is_nothing(gain) { gain.clone() } else { predictors.crossed(gain) })
            .collect();
        let found = known.worth(&given);
        let [own, other] = [&given, &crossed].map(|gains| estimate::mean(&known.made(gains)));
        let bias = ((own - other) / 3.0).max(0.0);
        let value = (found.value - bias).clamp(0.0, evppi.value.max(0.0));
        Sample { evsi: Estimate { value, ..found }, bias, shown }
    }

    /// What it costs and what is left.
    fn left(&self, measurement: &Measurement, evsi: Estimate) -> (Option<f64>, Option<Estimate>) {
        if !self.setting.is_money {
            return (None, None);
        }
        let units = self.units(measurement).unwrap_or(0.0);
        let cost = measurement.cost + measurement.cost_per_unit.unwrap_or(0.0) * units;
        let left = evsi.scaled(self.kept(measurement));
        (Some(cost), Some(Estimate { value: left.value - cost, ..left }))
    }

    /// The share of the gain that is not lost while it is waited for.
    fn kept(&self, measurement: &Measurement) -> f64 {
        self.setting.weeks.map_or(1.0, |weeks| (1.0 - measurement.weeks / weeks).max(0.0))
    }

    /// People who are asked, else things that are counted on average.
    fn units(&self, measurement: &Measurement) -> Option<f64> {
        match measurement.size()? {
            Size::People(people) => Some(people),
            Size::Years(_) => {
                let counted = |((_, sampled), column): (&(String, Sampled), &[f64])| match *sampled
                {
                    Sampled::Count { years, people, a_year } => {
                        years * people.unwrap_or(1.0) * a_year * estimate::mean(column)
                    }
                    _ => 0.0,
                };
                Some(measurement.of.iter().zip(self.columns()).map(counted).sum())
            }
        }
    }

    /// The size at which most is left. What a measurement explains grows with its size n as
    /// n / (n + h): the gains given its result are taken to be those given the inputs themselves,
    /// drawn together by the root of that (moment matching: Heath, Manolopoulou and Baio, *Medical
    /// Decision Making* 38, 2018, and 39, 2019); h comes from three sizes. Of the best of all sizes
    /// the worth is found as that of the size that was asked for. Test:
    /// `study::measure::the_best_size_is_that_of_the_closed_form`.
    fn best(
        &self,
        exact: &Predictors,
        evppi: Estimate,
        (evsi, enbs): (Estimate, Option<Estimate>),
    ) -> Option<Best> {
        let stated = self.measurement.size()?;
        let price = self.measurement.cost_per_unit.filter(|price| *price > 0.0)?;
        let enbs = enbs?;
        let curve = Curve {
            gains: self.known.gains.iter().map(|gain| fitted(exact, gain)).collect(),
            half: self.half(exact, stated)?,
        };
        let net = |size: &Size| {
            let measurement = self.measurement.sized(*size);
            let units = self.units(&measurement).unwrap_or(0.0);
            curve.worth(size.number()) * self.kept(&measurement) - price * units
        };
        let most = |size: &Size| {
            let units = self.units(&self.measurement.sized(*size)).unwrap_or(0.0);
            price * units <= evppi.value
        };
        let nets = sizes(stated).take_while(most).map(|size| (net(&size), size));
        let (_, size) = nets.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let measurement = self.measurement.sized(size);
        let found = self.sample(&measurement, evppi).evsi;
        let (_, left) = self.left(&measurement, found);
        let left = left?;
        let best = if left.value > enbs.value {
            Best { size, units: self.units(&measurement)?, evsi: found, enbs: left }
        } else {
            Best { size: stated, units: self.units(self.measurement)?, evsi, enbs }
        };
        Some(best).filter(|best| best.enbs.value > 0.0)
    }

    /// The size that explains half of what the inputs themselves explain.
    fn half(&self, exact: &Predictors, stated: Size) -> Option<f64> {
        let explained = |predictors: &Predictors| -> f64 {
            let gains = self.known.gains.iter().filter(|gain| !is_nothing(gain));
            gains.map(|gain| predictors.explained(gain) * estimate::variance(gain)).sum()
        };
        let all = explained(exact);
        if all <= 0.0 {
            return None;
        }
        let seen: Vec<(f64, f64)> = [0.125, 1.0, 8.0]
            .iter()
            .map(|factor| {
                let size = stated.scaled(*factor);
                let measurement = self.measurement.sized(size);
                let shown = shown(&measurement, &self.columns(), self.setting.seed);
                let columns: Vec<&[f64]> = shown.iter().map(Vec::as_slice).collect();
                (size.number(), explained(&Predictors::of(&columns)) / all)
            })
            .collect();
        let missed = |half: f64| -> f64 {
            seen.iter().map(|(n, share)| (share - n / (n + half)) * (share - n / (n + half))).sum()
        };
        let tried = (-HALVES..=HALVES)
            .map(|step| stated.number() * libm::exp2(f64::from(step) / STEPS_OF_TWO));
        tried.min_by(|a, b| missed(*a).total_cmp(&missed(*b)))
    }
}

/// Sizes that are tried for one half: so many steps of a tenth of a factor two on both sides.
const HALVES: i32 = 140;
const STEPS_OF_TWO: f64 = 10.0;

/// What the inputs of a measurement say of each gain, and the size that tells half of it.
struct Curve {
    gains: Vec<Vec<f64>>,
    half: f64,
}

impl Curve {
    /// What a size is worth.
    fn worth(&self, size: f64) -> f64 {
        let drawn = (size / (size + self.half)).sqrt();
        let means: Vec<f64> = self.gains.iter().map(|gain| estimate::mean(gain)).collect();
        let best = means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let trials = self.gains.first().map_or(0, Vec::len);
        let most = |trial: usize| {
            let gain = |(gains, mean): (&Vec<f64>, &f64)| mean + drawn * (gains[trial] - mean);
            self.gains.iter().zip(&means).map(gain).fold(f64::NEG_INFINITY, f64::max)
        };
        (0..trials).map(most).sum::<f64>() / trials as f64 - best
    }
}

/// Sizes that a person would choose, in two digits; of time in weeks.
fn sizes(like: Size) -> impl Iterator<Item = Size> {
    let numbers = (0..8).flat_map(|power: i32| {
        let first = if power == 0 { 1 } else { 10 };
        (first..100).map(move |digits: i32| f64::from(digits) * libm::pow(10.0, f64::from(power)))
    });
    numbers.map(move |number| match like {
        Size::People(_) => Size::People(number),
        Size::Years(_) => Size::Years(number / WEEKS_A_YEAR),
    })
}

/// A gain over itself is nothing.
fn is_nothing(gain: &[f64]) -> bool {
    gain.iter().all(|gain| *gain == 0.0)
}

/// E[gain | predictors] in each trial.
fn fitted(predictors: &Predictors, gain: &[f64]) -> Vec<f64> {
    if is_nothing(gain) {
        return gain.to_vec();
    }
    predictors.all(&predictors.fit(gain, |_| true))
}
