//! Rows in blocks of four weeks, and what each block says.

use reachsim_core::dist::Spread;

use super::counts::{self, Week};
use super::curve::Curve;
use super::level::{Ahead, Drift, Level, Seen, level, moved};
use super::page::BLOCK;

/// What is seen of a number: its likelihood, how much of what it stands on, from when to when.
#[derive(Clone)]
pub struct Evidence {
    pub curve: Curve,
    pub n: u64,
    pub from: i32,
    pub to: i32,
    pub weight: f64,
    /// How far the level moves in four weeks, where that was looked at.
    pub tau: Option<f64>,
    pub remarks: Vec<Remark>,
    /// The number itself, where it is measured and not believed.
    pub point: Option<f64>,
}

/// What should be known of a likelihood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// The level moved by more than belief alone has it.
    Drifts,
    /// Fewer than four blocks: how the level moves is believed and not seen.
    FewBlocks,
    /// The suite coded the tone, and nobody checked it.
    AsCoded,
    /// Reach of a post is of everybody, followers or not.
    ReachOfAll,
    /// Followers are those of the scenario, because no export tells of them.
    FollowersOfScenario,
    /// Leads have no sources: what is told of them is told of all ways together.
    NoSources,
    /// Posts have no dates but months.
    Undated,
    /// Their weight is less than 1.
    Discounted,
}

impl Remark {
    pub const ALL: [Remark; 8] = [
        Remark::Drifts,
        Remark::FewBlocks,
        Remark::AsCoded,
        Remark::ReachOfAll,
        Remark::FollowersOfScenario,
        Remark::NoSources,
        Remark::Undated,
        Remark::Discounted,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Remark::Drifts => "drifts",
            Remark::FewBlocks => "few-blocks",
            Remark::AsCoded => "as-coded",
            Remark::ReachOfAll => "reach-of-all",
            Remark::FollowersOfScenario => "followers-of-scenario",
            Remark::NoSources => "no-sources",
            Remark::Undated => "undated-posts",
            Remark::Discounted => "discounted",
        }
    }
}

/// Events of a block below which it is joined with its neighbour.
const ENOUGH: f64 = 15.0;
/// Fewest weeks by which a dispersion is found.
const WEEKS: usize = 12;
/// Dispersion of a week where nothing tells of it.
const USUAL: f64 = 0.1;

/// Events by day beside what a value of 1 would bring.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    pub days: Vec<DayCount>,
}

/// A day with its count and what a value of 1 would bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayCount {
    pub day: i32,
    pub count: f64,
    pub exposure: f64,
    pub weight: f64,
}

/// Sums of one or more blocks.
#[derive(Clone, Copy, Debug)]
struct Sum {
    from: i32,
    to: i32,
    count: f64,
    exposure: f64,
    weeks: f64,
    weight: f64,
}

impl Counted {
    fn range(&self) -> Option<(i32, i32)> {
        let days = || self.days.iter().map(|row| row.day);
        days().min().zip(days().max())
    }

    /// Whole weeks, counted back from the last day.
    pub fn weeks(&self) -> Vec<Week> {
        let Some((from, to)) = self.range() else { return Vec::new() };
        let count = ((to + 1 - from) / 7) as usize;
        let start = to + 1 - 7 * count as i32;
        let mut weeks: Vec<Week> = (0..count)
            .map(|week| Week { block: (count - 1 - week) / 4, count: 0.0, exposure: 0.0 })
            .collect();
        for row in self.days.iter().filter(|row| row.day >= start) {
            let week = &mut weeks[((row.day - start) / 7) as usize];
            week.count += row.count;
            week.exposure += row.exposure;
        }
        weeks
    }

    /// The dispersion of its weeks, where they tell.
    pub fn dispersion(&self) -> Option<f64> {
        let weeks = self.weeks();
        (weeks.len() >= WEEKS).then(|| counts::dispersion(&weeks)).flatten()
    }

    /// Blocks counted back from the last day, those with few events joined with later ones.
    fn sums(&self) -> Vec<Sum> {
        let Some((from, to)) = self.range() else { return Vec::new() };
        let blocks = ((to - from) / BLOCK + 1) as usize;
        let mut each: Vec<Option<Sum>> = vec![None; blocks];
        for row in &self.days {
            let sum = each[((to - row.day) / BLOCK) as usize].get_or_insert(Sum {
                from: row.day,
                to: row.day,
                count: 0.0,
                exposure: 0.0,
                weeks: 0.0,
                weight: row.weight,
            });
            *sum = Sum {
                from: sum.from.min(row.day),
                to: sum.to.max(row.day),
                count: sum.count + row.count,
                exposure: sum.exposure + row.exposure,
                weeks: sum.weeks,
                weight: sum.weight.min(row.weight),
            };
        }
        let mut sums: Vec<Sum> = Vec::new();
        for mut sum in each.into_iter().flatten() {
            sum.weeks = f64::from(sum.to - sum.from + 1) / 7.0;
            match sums.last_mut() {
                Some(last) if last.count < ENOUGH => *last = joined(*last, sum),
                _ => sums.push(sum),
            }
        }
        // The earliest one has no earlier neighbour.
        if sums.len() > 1 && sums.last().is_some_and(|sum| sum.count < ENOUGH) {
            let early = sums.pop();
            if let Some((last, early)) = sums.last_mut().zip(early) {
                *last = joined(*last, early);
            }
        }
        sums.reverse();
        sums
    }

    /// What the counts say of the rate to come.
    pub fn rate(&self, drift: Drift, ahead: Ahead, usual: Option<f64>) -> Option<Evidence> {
        let (from, to) = self.range()?;
        // Less than four weeks are no rate of a year.
        if to + 1 - from < BLOCK {
            return None;
        }
        let sums = self.sums();
        let all: f64 = sums.iter().map(|sum| sum.count).sum();
        let exposure: f64 = sums.iter().map(|sum| sum.exposure).sum();
        if exposure.is_nan() || exposure <= 0.0 {
            return None;
        }
        let own = self.dispersion().filter(|_| all >= ENOUGH);
        let phi = own.or(usual).unwrap_or(USUAL);
        let weight = sums.iter().map(|sum| sum.weight).fold(1.0, f64::min);
        let evidence = |curve: Curve, tau| Evidence {
            curve,
            n: all.round() as u64,
            from,
            to,
            weight,
            tau,
            remarks: remarks(weight, sums.len(), tau),
            point: None,
        };
        if sums.len() == 1 || all < ENOUGH {
            let weeks: f64 = sums.iter().map(|sum| sum.weeks).sum();
            let [mean, counts] = faded(&sums, exposure);
            let curve = weighted(counts, exposure, phi / weeks.max(1.0), mean);
            let curve =
                if drift == Drift::Steady { curve } else { curve.blurred(&moved(ahead, drift)) };
            return Some(evidence(curve, None));
        }
        let last = sums.last().map_or(to, |sum| sum.to);
        let seen: Vec<Seen> = sums
            .iter()
            .map(|sum| Seen {
                at: -(f64::from(last - sum.from) + f64::from(last - sum.to))
                    / 2.0
                    / f64::from(BLOCK),
                place: libm::log(sum.count.max(0.5) / sum.exposure),
                variance: (1.0 / sum.count.max(0.5) + phi / sum.weeks.max(1.0)) / sum.weight,
            })
            .collect();
        let Level { curve, tau } = level(Spread::Log, &seen, drift, ahead)?;
        Some(evidence(curve, Some(tau)))
    }
}

/// For how much blocks count on average, and their count where each counts for as much as it does.
fn faded(sums: &[Sum], exposure: f64) -> [f64; 2] {
    let all = sums.iter().map(|sum| sum.count).sum::<f64>();
    let first = sums.first().map_or(1.0, |sum| sum.weight);
    if sums.iter().all(|sum| sum.weight == first) {
        return [first.min(1.0), all];
    }
    let of = |value: fn(&Sum) -> f64| sums.iter().map(|sum| sum.weight * value(sum)).sum::<f64>();
    let mean = of(|sum| sum.exposure) / exposure;
    [mean, of(|sum| sum.count) / mean.max(1e-12)]
}

/// A count that counts for less than one.
fn weighted(count: f64, exposure: f64, phi: f64, weight: f64) -> Curve {
    let whole = counts::rate(count, exposure, phi);
    if weight >= 1.0 {
        return whole;
    }
    let (place, sd) = (whole.mean(), whole.sd() / weight.max(1e-6).sqrt());
    Curve::exact(Spread::Log, (place, sd), move |place| weight * whole.ln(place))
}

fn joined(later: Sum, early: Sum) -> Sum {
    Sum {
        from: early.from,
        to: later.to,
        count: later.count + early.count,
        exposure: later.exposure + early.exposure,
        weeks: later.weeks + early.weeks,
        weight: later.weight.min(early.weight),
    }
}

/// Movement from which a level is said to drift.
const DRIFTS: f64 = 0.1;

pub fn remarks(weight: f64, blocks: usize, tau: Option<f64>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if blocks < 4 {
        remarks.push(Remark::FewBlocks);
    } else if tau.is_some_and(|tau| tau >= DRIFTS) {
        remarks.push(Remark::Drifts);
    }
    if weight < 1.0 {
        remarks.push(Remark::Discounted);
    }
    remarks
}

/// One thing of which a share did something: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    pub day: i32,
    pub over: f64,
    pub under: f64,
    pub weight: f64,
}

/// What parts of wholes say of a share to come: ratios of totals by block, whose scatter beyond
/// that of a binomial is found from the parts, on a scale.
///
/// phi = sum (y - p n)^2/(n p (1-p)) over parts less blocks, at least 1 (Wedderburn 1974,
/// doi:10.1093/biomet/61.3.439).
pub fn share(parts: &[Part], scale: Spread, drift: Drift, ahead: Ahead) -> Option<Evidence> {
    let days = || parts.iter().map(|part| part.day);
    let (from, to) = (days().min()?, days().max()?);
    let block = |day: i32| ((to - day) / BLOCK) as usize;
    let mut sums = vec![(0.0, 0.0, 1.0_f64); block(from) + 1];
    for part in parts {
        let sum = &mut sums[block(part.day)];
        *sum = (sum.0 + part.over, sum.1 + part.under, sum.2.min(part.weight));
    }
    let (over, under) = sums.iter().fold((0.0, 0.0), |all, sum| (all.0 + sum.0, all.1 + sum.1));
    if under < 1.0 || over > under {
        return None;
    }
    let filled = sums.iter().filter(|sum| sum.1 > 0.0).count();
    let scatter: f64 = parts
        .iter()
        .filter(|part| part.under > 0.0)
        .map(|part| {
            let (y, n, _) = sums[block(part.day)];
            let p = ((y + 0.5) / (n + 1.0)).clamp(1e-9, 1.0 - 1e-9);
            let gap = part.over - p * part.under;
            gap * gap / (part.under * p * (1.0 - p))
        })
        .sum();
    let free = parts.len().saturating_sub(filled);
    let phi = if free >= 8 { (scatter / free as f64).max(1.0) } else { 1.0 };
    let weight = sums.iter().map(|sum| sum.2).fold(1.0, f64::min);
    let least = (over.min(under - over)) / phi;
    let (curve, tau) = if filled == 1 || least < ENOUGH {
        // A block's successes as so many independent ones.
        let of = |value: fn(&(f64, f64, f64)) -> f64| {
            sums.iter().map(|sum| sum.2 * value(sum)).sum::<f64>() / phi
        };
        let curve = counts::share(of(|sum| sum.0), of(|sum| sum.1), 0.0);
        let curve =
            if drift == Drift::Steady { curve } else { curve.blurred(&moved(ahead, drift)) };
        (on(curve, scale), None)
    } else {
        let seen = |(place, sum): (usize, &(f64, f64, f64))| {
            let (y, n, weight) = *sum;
            let p = (y + 0.5) / (n + 1.0);
            let place_of = match scale {
                Spread::Log => (libm::log(p), (1.0 - p) / (n * p + 0.5)),
                _ => (libm::log(p / (1.0 - p)), 1.0 / ((n + 1.0) * p * (1.0 - p))),
            };
            Seen { at: -(place as f64), place: place_of.0, variance: phi * place_of.1 / weight }
        };
        let seen: Vec<Seen> =
            sums.iter().enumerate().filter(|(_, sum)| sum.1 > 0.0).map(seen).collect();
        let Level { curve, tau } = level(scale, &seen, drift, ahead)?;
        (curve, Some(tau))
    };
    Some(Evidence {
        curve,
        n: under.round() as u64,
        from,
        to,
        weight,
        tau,
        remarks: remarks(weight, filled, tau),
        point: None,
    })
}

/// A curve over logits as one over another scale.
fn on(curve: Curve, scale: Spread) -> Curve {
    if scale == curve.scale {
        return curve;
    }
    let guess = scale.place(curve.scale.value(curve.mean()));
    let width = curve.sd();
    let own = curve.scale;
    Curve::exact(scale, (guess, width), move |place| curve.ln(own.place(scale.value(place))))
}
