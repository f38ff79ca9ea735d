//! What the posterior says of the totals from which it was learnt, and which of them fight.

use rayon::prelude::*;
use reachsim_core::estimate;
use reachsim_core::rng::StreamKey;

use super::mode::modes;
use super::page::Page;
use super::target::Target;

/// A total, and what was expected of it once all were known.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Place of its episode, and its place there.
    pub episode: usize,
    pub place: usize,
    pub observed: f64,
    pub p05: f64,
    pub p50: f64,
    pub p95: f64,
    /// Share of the futures that lie below what was observed, half of those that meet it among
    /// them.
    pub tail: f64,
}

/// Totals that cannot all be true under the scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Places in [`super::Posterior::told`] of what lies outside 1 to 99 % of what was expected.
    pub outside: Vec<usize>,
    /// The two that fight most; `None` where no two of them do, but one fights the scenario, or
    /// several only together.
    pub pair: Option<[usize; 2]>,
}

/// Shares beyond which a total is outside.
const OUTSIDE: [f64; 2] = [0.01, 0.99];
/// Two totals fight where both are by e^2 less likely together than each alone.
const FIGHT: f64 = 2.0;

/// What futures of the draws, with their luck, say of each total.
pub fn told(page: &Page, draws: &[Vec<f64>], seed: u64) -> Vec<Told> {
    let key = StreamKey::named(seed, "totals", "told");
    let rows: Vec<Vec<f64>> = draws
        .par_iter()
        .enumerate()
        .map_init(
            || page.room(),
            |room, (draw, w)| {
                page.values(w, room);
                let mut rng = key.at(draw as u64, 0);
                let lucks = page.lucks.iter().enumerate();
                lucks
                    .flat_map(|(scene, luck)| luck.draw(page.expected(scene, room), &mut rng))
                    .collect()
            },
        )
        .collect();
    let totals = page.lucks.iter().enumerate().flat_map(|(episode, luck)| {
        luck.forms().iter().enumerate().map(move |(place, form)| (episode, place, form.total.value))
    });
    totals
        .enumerate()
        .map(|(column, (episode, place, observed))| {
            let values: Vec<f64> = rows.iter().map(|row| row[column]).collect();
            let of = |wanted: fn(&f64, &f64) -> bool| {
                values.iter().filter(|value| wanted(value, &observed)).count() as f64
            };
            let tail = (of(|a, b| a < b) + 0.5 * of(|a, b| a == b)) / values.len().max(1) as f64;
            let [p05, p50, p95] = estimate::quantiles_by_selection(&values, [0.05, 0.5, 0.95]);
            Told { episode, place, observed, p05, p50, p95, tail }
        })
        .collect()
}

/// Whether totals lie outside, and which of them fight.
pub fn conflict(page: &Page, told: &[Told], mode: &[f64]) -> Option<Conflict> {
    let outside: Vec<usize> = (0..told.len())
        .filter(|&total| !(OUTSIDE[0]..=OUTSIDE[1]).contains(&told[total].tail))
        .collect();
    (!outside.is_empty()).then(|| Conflict { outside, pair: pair(page, mode) })
}

/// The two totals that are least likely together, over what each alone is: the misfit of both at
/// their own mode less those of each.
pub fn pair(page: &Page, mode: &[f64]) -> Option<[usize; 2]> {
    let places: Vec<(usize, usize)> = page
        .lucks
        .iter()
        .enumerate()
        .flat_map(|(scene, luck)| (0..luck.forms().len()).map(move |place| (scene, place)))
        .collect();
    let starts = [vec![0.0; mode.len()], mode.to_vec()];
    let misfit = |wanted: &[usize]| {
        let lucks = page.lucks.iter().enumerate().map(|(scene, luck)| {
            luck.only(|place| wanted.iter().any(|&total| places[total] == (scene, place)))
        });
        let few = page.only(lucks.collect());
        modes(&few, &starts).bells.iter().map(|bell| bell.misfit).fold(f64::INFINITY, f64::min)
    };
    let alone: Vec<f64> = (0..places.len()).into_par_iter().map(|own| misfit(&[own])).collect();
    let pairs: Vec<[usize; 2]> =
        (0..places.len()).flat_map(|a| (a + 1..places.len()).map(move |b| [a, b])).collect();
    let fights: Vec<f64> =
        pairs.par_iter().map(|&[a, b]| misfit(&[a, b]) - alone[a] - alone[b]).collect();
    let worst = (0..pairs.len()).max_by(|&a, &b| fights[a].total_cmp(&fights[b]))?;
    (fights[worst] > FIGHT).then_some(pairs[worst])
}
