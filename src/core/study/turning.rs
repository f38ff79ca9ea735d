//! Where a statistic crosses a bound while one input moves over its own range.

use super::controlled::{Controlled, controlled};
use super::goal::Goal;
use super::statistic::{Statistic, difference};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Ends, Watch};
use crate::estimate::{Estimate, mean, variance};
use crate::model::{Model, Plan};
use crate::trials::{Column, Trials};

/// The percentiles of an input at which it is looked at first: the ends of its own 90 % interval.
pub const OWN: [f64; 2] = [0.05, 0.95];
/// Those between them at which it is tried where both ends lie on one side.
const WITHIN: [f64; 2] = [0.35, 0.65];
/// Share of the trials with which each of these is looked at.
const LOOK: f64 = 0.1;
/// Share of the trials, and the fewest of them, with which one place is looked at more closely.
const CLOSE: f64 = 0.4;
const FEWEST: u64 = 4 * BLOCK as u64;
/// Pairs of values that are tried.
const ROUNDS: usize = 8;
/// The distance of two percentiles between which the statistic is a straight line.
const FINE: f64 = 0.1;
/// How far on both sides of a good guess it is tried.
const ASIDE: f64 = 0.45 * FINE;
/// The same of further guesses, as a share of what is left.
const AROUND: f64 = 0.15;
/// The distance of two percentiles over which a slope is told from noise.
const WIDE: f64 = 0.1;
/// How much larger than with all trials an error may be of what is known well enough.
const SLACK: f64 = 1.25;
/// Errors within which a first look decides nothing.
const DOUBT: f64 = 3.0;

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
        let pair = |(columns, ends): ([Column; 2], &Ends)| {
            let known = |column| self.known(column, own, ends.input);
            columns.iter().any(noticed).then(|| columns.map(known))
        };
        columns.into_iter().zip(&ends).map(pair).collect()
    }

    /// The statistic of a column in which an input was moved: all trials know what it is as things
    /// stand, the first ones by how much it then differs.
    fn known(&self, column: Column, own: &Column, input: usize) -> Estimate {
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
        let influences = |column: &Column| statistic.moves(self.model, column);
        let all = [&column, &base, own].map(influences);
        let (other, base) = (of(column), of(base));
        let moved = difference((self.model, &other), (self.model, &base), [statistic, statistic]);
        let value = self.as_it_is.value + moved.value;
        if let [Some(other), Some(base), Some(all)] = all {
            let differ: Vec<f64> = other.iter().zip(&base).map(|(a, b)| a - b).collect();
            return together(value, all, controlled(&self.run.inputs[input], &differ));
        }
        Estimate { value, se: libm::hypot(moved.se, self.as_it_is.se), freedom: moved.freedom }
    }
}

/// A value from what all trials say of it and what the first ones add, the input that was moved
/// taken as it falls in all. The degrees of freedom are those of a variance of two parts
/// (Satterthwaite 1946).
fn together(value: f64, mut all: Vec<f64>, added: Controlled) -> Estimate {
    let Controlled { excess, explained, rest } = added;
    all.iter_mut().zip(explained).for_each(|(all, explained)| *all += explained);
    let both: Vec<f64> = all.iter().zip(&rest).map(|(all, rest)| all * rest).collect();
    let value = value - excess;
    let [known, rest] = [&all, &rest].map(|moves| Estimate::of(value, moves, BLOCK));
    let [a, b] = [known, rest].map(|part| part.se * part.se);
    // What stratified futures know better than independent ones they share less of, too.
    let alone = variance(&all) / all.len() as f64;
    let known_better = if alone > a { a / alone } else { 1.0 };
    let shared = 2.0 * known_better * mean(&both) / all.len() as f64;
    let freedom = (a + b).powi(2) / (a * a / known.freedom + b * b / rest.freedom);
    let freedom = if freedom.is_nan() { known.freedom } else { freedom };
    Estimate { value, se: (a + b + shared).max(0.0).sqrt(), freedom }
}

/// What was found at a percentile of an input.
#[derive(Clone, Copy, Debug)]
struct Seen {
    u: f64,
    found: Estimate,
}

/// An input on its way to the answer.
struct Search {
    input: usize,
    goal: Goal,
    /// First looks, in the order of their percentiles. All see the same few futures, so that they
    /// show how the statistic moves better than where it stands.
    looks: Vec<Seen>,
    /// What more futures say of one place.
    level: Option<Level>,
}

/// What more futures say of one place.
#[derive(Clone, Copy, Debug)]
struct Level {
    at: Seen,
    /// How far it lies above the first looks there.
    above: f64,
}

/// What a search wants to see next.
enum Next {
    /// A first look at two percentiles.
    Look([f64; 2]),
    /// A closer look at one.
    Level(f64),
}

/// Where each input crosses the bound; inputs that no future noticed are left out.
pub fn turns(futures: &Futures, inputs: &[usize], watch: &impl Watch) -> Vec<Turn> {
    let searches = searched(futures, inputs, OWN, watch);
    searches.iter().map(|search| search.turn(futures.model)).collect()
}

/// Where one input crosses the bound; looked for first around a percentile of its own, where one is
/// likely.
pub fn crossing(
    futures: &Futures,
    input: usize,
    likely: Option<f64>,
    watch: &impl Watch,
) -> Option<Outcome> {
    let first =
        likely.map_or(OWN, |u| [-ASIDE, ASIDE].map(|side| (u + side).clamp(OWN[0], OWN[1])));
    let search = searched(futures, &[input], first, watch).pop()?;
    Some(search.turn(futures.model).outcome)
}

/// Looks at each input at two percentiles, then more and more closely around the crossing.
fn searched(
    futures: &Futures,
    inputs: &[usize],
    first: [f64; 2],
    watch: &impl Watch,
) -> Vec<Search> {
    let [look, close] = [futures.part(LOOK, BLOCK as u64), futures.part(CLOSE, FEWEST)];
    let enough = if look == close { f64::INFINITY } else { SLACK * futures.as_it_is.se };
    let at = |tries: &[(&mut Search, [f64; 2])], trials: u64| {
        let tries: Vec<(usize, [f64; 2])> =
            tries.iter().map(|(search, places)| (search.input, *places)).collect();
        if tries.is_empty() { Vec::new() } else { futures.at(&tries, trials, watch) }
    };
    let search = |input| Search { input, goal: futures.goal, looks: Vec::new(), level: None };
    let mut searches: Vec<Search> = inputs.iter().map(|&input| search(input)).collect();
    let mut looks: Vec<(&mut Search, [f64; 2])> =
        searches.iter_mut().map(|search| (search, first)).collect();
    let mut levels: Vec<(&mut Search, [f64; 2])> = Vec::new();
    for _ in 0..ROUNDS {
        if looks.is_empty() && levels.is_empty() || watch.stopped() {
            break;
        }
        let (seen, known) = (at(&looks, look), at(&levels, close));
        let looked = looks.into_iter().zip(seen).filter_map(|((search, places), found)| {
            search.look(places, found?);
            Some(search)
        });
        let known = levels.into_iter().zip(known).filter_map(|((search, [u, _]), found)| {
            let [found, _] = found?;
            search.level(u, found);
            Some(search)
        });
        let going: Vec<&mut Search> = looked.chain(known).collect();
        (looks, levels) = (Vec::new(), Vec::new());
        for search in going {
            match search.next(enough) {
                Some(Next::Look(places)) => looks.push((search, places)),
                Some(Next::Level(u)) => levels.push((search, [u; 2])),
                None => {}
            }
        }
    }
    searches.retain(|search| !search.looks.is_empty());
    searches
}

impl Search {
    fn look(&mut self, places: [f64; 2], found: [Estimate; 2]) {
        for (u, found) in places.into_iter().zip(found) {
            self.looks.retain(|seen| seen.u != u);
            self.looks.push(Seen { u, found });
        }
        self.looks.sort_by(|a, b| a.u.total_cmp(&b.u));
    }

    fn level(&mut self, u: f64, found: Estimate) {
        let after = self.looks.partition_point(|seen| seen.u < u).clamp(1, self.looks.len() - 1);
        let [low, high] = [self.looks[after - 1], self.looks[after]];
        let share = (u - low.u) / (high.u - low.u);
        let line = low.found.value + share * (high.found.value - low.found.value);
        self.level = Some(Level { at: Seen { u, found }, above: found.value - line });
    }

    /// What is known at each place: the first looks, moved to where more futures see one of them.
    fn seen(&self) -> Vec<Seen> {
        let Some(Level { at, above }) = self.level else { return self.looks.clone() };
        let moved = |seen: &Seen| {
            let is_near = (seen.u - at.u).abs() <= FINE;
            let known = if is_near || at.found.se > seen.found.se { at.found } else { seen.found };
            Seen { u: seen.u, found: Estimate { value: seen.found.value + above, ..known } }
        };
        self.looks.iter().map(moved).collect()
    }

    fn is_met(&self, seen: &Seen) -> bool {
        self.goal.is_met(seen.found.value)
    }

    /// The two neighbours between which the bound is crossed, nearest to the middle.
    fn bracket(&self) -> Option<[Seen; 2]> {
        self.seen()
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

    /// What is tried next; nothing where the answer is there. An error up to `enough` is none.
    fn next(&self, enough: f64) -> Option<Next> {
        let Some(pair) = self.bracket() else {
            let is_new = |u: &f64| self.looks.iter().all(|seen| seen.u != *u);
            let further = [OWN, WITHIN].into_iter().find(|places| places.iter().any(is_new));
            return further.map(Next::Look).or_else(|| self.doubtful(enough));
        };
        let [low, high] = pair;
        let width = high.u - low.u;
        let guess = self.crossing(pair);
        if width > FINE {
            let inner = |u: f64| u.clamp(low.u + 0.1 * width, high.u - 0.1 * width);
            // The first guess is a good one where the statistic is nearly a straight line.
            let wide = if self.looks.len() > 2 { AROUND * width } else { 0.0 };
            let aside = wide.max(ASIDE);
            return Some(Next::Look([-aside, aside].map(|side| inner(guess + side))));
        }
        let is_known = low.found.se.max(high.found.se) <= enough
            || self.level.is_some_and(|level| (level.at.u - guess).abs() <= FINE);
        (!is_known).then_some(Next::Level(guess))
    }

    /// The place nearest to the bound, where first looks do not say on which side it lies.
    fn doubtful(&self, enough: f64) -> Option<Next> {
        let distance = |seen: &Seen| self.goal.bound.margin(seen.found.value).abs() / seen.found.se;
        self.looks
            .iter()
            .filter(|seen| self.level.is_none() && seen.found.se > enough)
            .map(|seen| (distance(seen), seen.u))
            .filter(|(distance, _)| *distance < DOUBT)
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, u)| Next::Level(u))
    }

    fn turn(&self, model: &Model) -> Turn {
        let dist = &model.inputs[self.input].dist;
        let seen = self.seen();
        let end = |u: f64| {
            let at = seen.iter().find(|seen| seen.u == u);
            at.map_or(Estimate::unknown(f64::NAN), |seen| seen.found)
        };
        let outcome = match self.bracket() {
            Some(pair) => self.turning(&seen, pair, |u| dist.quantile(u)),
            None if seen.first().is_some_and(|seen| self.is_met(seen)) => Outcome::Met,
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
    fn turning(&self, seen: &[Seen], pair: [Seen; 2], value_at: impl Fn(f64) -> f64) -> Outcome {
        let [low, high] = pair;
        let above = self.is_met(&high);
        let percentile = self.crossing(pair);
        let share = (percentile - low.u) / (high.u - low.u);
        let [from, to] = pair.map(|seen| value_at(seen.u));
        let value = from + share * (to - from);
        let is_whole = seen.iter().all(|seen| value_at(seen.u).fract() == 0.0);
        let value = match (is_whole, above) {
            (false, _) => value,
            (true, true) => value.ceil(),
            (true, false) => value.floor(),
        };
        let found = if share < 0.5 { low.found } else { high.found };
        let far = |seen: &&Seen| (seen.u - percentile).abs() >= WIDE / 2.0;
        let before = seen.iter().filter(far).rfind(|seen| seen.u < percentile);
        let after = seen.iter().filter(far).find(|seen| seen.u > percentile);
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
