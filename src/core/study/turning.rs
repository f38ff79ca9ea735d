//! Where a statistic crosses a bound while one input moves over its own range.

use super::goal::Goal;
use super::statistic::{Statistic, difference};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Ends, Watch};
use crate::estimate::Estimate;
use crate::model::{Model, Plan};
use crate::trials::{Column, Trials};

/// The percentiles of an input between which it is looked at: its own 90 % interval.
pub const OWN: [f64; 2] = [0.05, 0.95];
/// Those between them at which it is tried first.
const WITHIN: [f64; 2] = [0.35, 0.65];
/// Share of the trials with which each of these is looked at.
const LOOK: f64 = 0.1;
/// Share of the trials, and the fewest of them, with which the answer is closed in.
const CLOSE: f64 = 0.4;
const FEWEST: u64 = 4 * BLOCK as u64;
/// Pairs of values that are tried to close in.
const ROUNDS: usize = 6;
/// The distance of two percentiles between which the crossing is a straight line.
const FINE: f64 = 0.1;
/// Half the distance of two percentiles that are tried around a guess, as a share of what is left.
const AROUND: f64 = 0.15;
/// The distance of two percentiles over which a slope is told from noise.
const WIDE: f64 = 0.1;
/// Errors within which a first look decides nothing.
const DOUBT: f64 = 4.0;

/// The futures of a run, in which inputs are moved.
pub struct Futures<'a> {
    model: &'a Model,
    plan: Plan,
    goal: Goal,
    run: Trials,
    as_it_is: Estimate,
}

/// An input, and what the statistic is over its own range.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Place in [`Model::inputs`].
    pub input: usize,
    /// Its values at the ends of its 90 % interval.
    pub own: [f64; 2],
    /// Its median.
    pub now: f64,
    /// The statistic at these ends.
    pub ends: [Estimate; 2],
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// The goal is met from this value on, or up to it.
    Turns {
        value: Estimate,
        /// Share of the input's belief that lies below the value.
        percentile: f64,
        /// Whether the goal is met above the value.
        above: bool,
    },
    /// The goal is met all over the range.
    Met,
    /// Nowhere within the range is it met.
    Missed,
}

impl Turn {
    /// How far the statistic moves from the lower end to the upper one.
    pub fn swing(&self) -> f64 {
        let swing = (self.ends[1].value - self.ends[0].value).abs();
        if swing.is_nan() { 0.0 } else { swing }
    }
}

impl<'a> Futures<'a> {
    pub fn of(model: &'a Model, plan: Plan, goal: Goal, watch: &impl Watch) -> Futures<'a> {
        watch.announce(plan.trials);
        let run = engine::run(model, plan, Detail::Totals, watch);
        let as_it_is = goal.statistic.known(model, &run);
        Futures { model, plan, goal, run, as_it_is }
    }

    /// The statistic with every input as it falls.
    pub fn as_it_is(&self) -> Estimate {
        self.as_it_is
    }

    /// Whole blocks that are such a share of the trials, but so many at least.
    fn part(&self, share: f64, fewest: u64) -> u64 {
        let block = BLOCK as u64;
        let share = (share * self.plan.trials as f64) as u64 / block * block;
        share.max(fewest).min(self.plan.trials)
    }

    /// The statistic with each input at two percentiles of its own; `None` where no future noticed.
    fn at(
        &self,
        tries: &[(usize, [f64; 2])],
        trials: u64,
        watch: &impl Watch,
    ) -> Vec<Option<[Estimate; 2]>> {
        let statistic = self.goal.statistic;
        let ends: Vec<Ends> = tries
            .iter()
            .map(|&(input, places)| Ends {
                input,
                values: places.map(|u| self.model.inputs[input].dist.quantile(u)),
            })
            .collect();
        let plan = Plan { trials, ..self.plan };
        watch.announce(2 * trials * ends.len() as u64);
        let columns = engine::ends(self.model, plan, statistic.metric, &ends, watch);
        let own = self.run.column(self.model, statistic.metric);
        let noticed = |column: &Column| {
            (0..column.len()).any(|trial| {
                let (a, b) = (column.value(trial), own.value(trial));
                a != b && !(a.is_nan() && b.is_nan())
            })
        };
        let pair = |columns: [Column; 2]| {
            columns.iter().any(noticed).then(|| columns.map(|column| self.known(column, own)))
        };
        columns.into_iter().map(pair).collect()
    }

    /// The statistic of a column: all trials know what it is as things stand, the first ones by how
    /// much it then differs.
    fn known(&self, column: Column, own: &Column) -> Estimate {
        let statistic: Statistic = self.goal.statistic;
        let count = column.len();
        let of = |column: Column| {
            let plan = Plan { trials: count as u64, ..self.plan };
            let mut run = Trials::empty(self.model, plan);
            run.columns[self.model.place(statistic.metric)] = column;
            run
        };
        if count == own.len() {
            return statistic.known(self.model, &of(column));
        }
        let base = own.first(count);
        let together = self.together(&column, &base, own);
        let (other, base) = (of(column), of(base));
        let moved = difference((self.model, &other), (self.model, &base), [statistic, statistic]);
        let value = self.as_it_is.value + moved.value;
        let apart =
            Estimate { value, se: libm::hypot(moved.se, self.as_it_is.se), freedom: moved.freedom };
        together.map_or(apart, |influences| Estimate::of(value, &influences, BLOCK))
    }

    /// How far each trial moves the sum of what the statistic is in all trials, and of how much it
    /// differs in the first of them; `None` for percentiles, whose two errors count as independent.
    fn together(&self, other: &Column, base: &Column, all: &Column) -> Option<Vec<f64>> {
        let influences = |column: &Column| self.goal.statistic.influences(column);
        let (other, base, mut all) = (influences(other)?, influences(base)?, influences(all)?);
        let weight = all.len() as f64 / other.len() as f64;
        for (all, (other, base)) in all.iter_mut().zip(other.iter().zip(&base)) {
            *all += weight * (other - base);
        }
        Some(all)
    }
}

/// What was found at a percentile of an input.
#[derive(Clone, Copy, Debug)]
struct Seen {
    u: f64,
    found: Estimate,
    /// Whether it is not a first look.
    is_close: bool,
}

/// An input on its way to the answer.
struct Search {
    input: usize,
    goal: Goal,
    seen: Vec<Seen>,
}

/// Where each input crosses the bound; inputs that no future noticed are left out.
pub fn turns(futures: &Futures, inputs: &[usize], watch: &impl Watch) -> Vec<Turn> {
    let mut searches: Vec<Search> = inputs
        .iter()
        .map(|&input| Search { input, goal: futures.goal, seen: Vec::new() })
        .collect();
    let (look, close) = (futures.part(LOOK, BLOCK as u64), futures.part(CLOSE, FEWEST));
    for places in [OWN, WITHIN] {
        let tries: Vec<(usize, [f64; 2])> =
            searches.iter().map(|search| (search.input, places)).collect();
        let found = futures.at(&tries, look, watch);
        for (search, found) in searches.iter_mut().zip(found) {
            search.see(places, found, look == close);
        }
        searches.retain(|search| !search.seen.is_empty());
    }
    for _ in 0..ROUNDS {
        let wanted: Vec<(usize, [f64; 2])> = searches
            .iter()
            .enumerate()
            .filter_map(|(place, search)| Some((place, search.next()?)))
            .collect();
        if wanted.is_empty() || watch.stopped() {
            break;
        }
        let tries: Vec<(usize, [f64; 2])> =
            wanted.iter().map(|&(place, places)| (searches[place].input, places)).collect();
        let found = futures.at(&tries, close, watch);
        for ((place, places), found) in wanted.into_iter().zip(found) {
            searches[place].see(places, found, true);
        }
    }
    searches.iter().map(|search| search.turn(futures.model)).collect()
}

impl Search {
    fn see(&mut self, places: [f64; 2], found: Option<[Estimate; 2]>, is_close: bool) {
        let Some(found) = found else { return };
        for (u, found) in places.into_iter().zip(found) {
            self.seen.retain(|seen| seen.u != u);
            self.seen.push(Seen { u, found, is_close });
        }
        self.seen.sort_by(|a, b| a.u.total_cmp(&b.u));
    }

    fn is_met(&self, seen: &Seen) -> bool {
        self.goal.is_met(seen.found.value)
    }

    /// The two neighbours between which the bound is crossed, nearest to the middle.
    fn bracket(&self) -> Option<[Seen; 2]> {
        self.seen
            .windows(2)
            .filter(|pair| self.is_met(&pair[0]) != self.is_met(&pair[1]))
            .map(|pair| [pair[0], pair[1]])
            .min_by(|a, b| off(a).total_cmp(&off(b)))
    }

    /// The percentile at which the straight line between two of them crosses the bound.
    fn crossing(&self, [low, high]: [Seen; 2]) -> f64 {
        let [a, b] = [low, high].map(|seen| self.goal.bound.margin(seen.found.value));
        let share = -a / (b - a);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        low.u + share * (high.u - low.u)
    }

    /// What is tried next more closely; nothing where the answer is there.
    fn next(&self) -> Option<[f64; 2]> {
        let Some(pair) = self.bracket() else { return self.doubtful() };
        let [low, high] = pair;
        let width = high.u - low.u;
        let inner = |u: f64| u.clamp(low.u + 0.1 * width, high.u - 0.1 * width);
        let guess = self.crossing(pair);
        match (low.is_close, high.is_close) {
            (true, true) if width <= FINE => None,
            (false, true) if width <= FINE => Some([low.u, inner(guess)]),
            (true, false) if width <= FINE => Some([inner(guess), high.u]),
            (false, false) if width <= FINE => Some([low.u, high.u]),
            _ => {
                let [a, b] = [-AROUND, AROUND].map(|side| inner(guess + side * width));
                Some(if a < b { [a, b] } else { [inner(guess); 2] })
            }
        }
    }

    /// First looks that are too near the bound to say on which side they lie.
    fn doubtful(&self) -> Option<[f64; 2]> {
        let distance = |seen: &Seen| self.goal.bound.margin(seen.found.value).abs() / seen.found.se;
        let mut near: Vec<(f64, f64)> = self
            .seen
            .iter()
            .filter(|seen| !seen.is_close)
            .map(|seen| (distance(seen), seen.u))
            .filter(|(distance, _)| *distance < DOUBT)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        match near.as_slice() {
            [] => None,
            [only] => Some([only.1; 2]),
            [first, second, ..] => Some([first.1.min(second.1), first.1.max(second.1)]),
        }
    }

    fn turn(&self, model: &Model) -> Turn {
        let dist = &model.inputs[self.input].dist;
        let end = |u: f64| {
            let at = self.seen.iter().find(|seen| seen.u == u);
            at.map_or(Estimate::unknown(f64::NAN), |seen| seen.found)
        };
        let outcome = match self.bracket() {
            Some(pair) => self.turning(pair, |u| dist.quantile(u)),
            None if self.seen.first().is_some_and(|seen| self.is_met(seen)) => Outcome::Met,
            None => Outcome::Missed,
        };
        Turn {
            input: self.input,
            own: OWN.map(|u| dist.quantile(u)),
            now: dist.quantile(0.5),
            ends: OWN.map(end),
            outcome,
        }
    }

    /// The value at which the line between two neighbours crosses the bound, with the error of the
    /// statistic over its slope; of whole numbers the first that meets the goal.
    fn turning(&self, pair: [Seen; 2], value_at: impl Fn(f64) -> f64) -> Outcome {
        let [low, high] = pair;
        let above = self.is_met(&high);
        let percentile = self.crossing(pair);
        let share = (percentile - low.u) / (high.u - low.u);
        let [from, to] = pair.map(|seen| value_at(seen.u));
        let value = from + share * (to - from);
        let is_whole = self.seen.iter().all(|seen| value_at(seen.u).fract() == 0.0);
        let value = match (is_whole, above) {
            (false, _) => value,
            (true, true) => value.ceil(),
            (true, false) => value.floor(),
        };
        let found = if share < 0.5 { low.found } else { high.found };
        let far = |seen: &&Seen| (seen.u - percentile).abs() >= WIDE / 2.0;
        let before = self.seen.iter().filter(far).rfind(|seen| seen.u < percentile);
        let after = self.seen.iter().filter(far).find(|seen| seen.u > percentile);
        let [a, b] = [*before.unwrap_or(&low), *after.unwrap_or(&high)];
        let slope = (b.found.value - a.found.value) / (value_at(b.u) - value_at(a.u));
        let se = if found.se == 0.0 { 0.0 } else { found.se / slope.abs() };
        let se = if se.is_nan() { f64::INFINITY } else { se };
        let value = Estimate { value, se, freedom: found.freedom };
        Outcome::Turns { value, percentile, above }
    }
}

/// How far the middle of two neighbours is from that of the range.
fn off([low, high]: &[Seen; 2]) -> f64 {
    (0.5 * (low.u + high.u) - 0.5).abs()
}
