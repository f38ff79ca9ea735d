//! From what was believed of a key and what data say to what is known of it.

use reachsim_core::dist::{Dist, Spread};
use reachsim_core::normal;

use super::curve::Curve;

/// What is known of a key.
#[derive(Clone, Debug)]
pub struct Learnt {
    pub dist: Dist,
    /// 5th, 50th and 95th percentile of what was believed, and of what is known.
    pub prior: [f64; 3],
    pub posterior: [f64; 3],
    /// 1 - width now/width before, of the middle 90 % on the key's scale; below 0 where data and
    /// belief disagree so much that less is known than was believed.
    pub shrinkage: f64,
    /// The chance, before, that the key lies below what the data say.
    pub conflict: f64,
    /// The median that the belief as it stood would lead to, where it was doubted.
    pub undoubted: Option<f64>,
    /// Normal score in the belief of the most likely value.
    pub mode: f64,
}

/// Below this shrinkage the data did not speak.
pub const SPEAKS: f64 = 0.05;

/// Beyond these chances the belief itself is doubted.
pub const DOUBTED: f64 = 0.005;
/// Weight of the wider belief that then stands beside it, and how much wider it is (Schmidli and
/// others 2014, doi:10.1111/biom.12242).
const DOUBT: f64 = 0.1;
const WIDER: f64 = 2.0;

/// Where scores of inputs lie.
const FARTHEST: f64 = 8.2;
const NODES: usize = 401;
const MOST_NODES: usize = 12_801;
/// Fall from the top beyond which nothing counts.
const DEEP: f64 = 36.0;
/// Share of the width by which no percentile may move when the step is halved.
const SETTLED: f64 = 1e-5;
const PERCENTILES: [f64; 3] = [0.05, 0.5, 0.95];
/// Least chance of a node on either side.
const LEAST: f64 = 1e-13;

/// What is known of a key after data: p(z | data) is in proportion to phi(z) L(Q(Phi(z))), z the
/// normal score of its value in the belief, by quadrature (401 nodes where it counts, and twice as
/// many until no percentile moves). `scale` is that of the key.
///
/// Where less than 0.5 % of the belief lies on the data's side of itself, one part in ten of it is
/// taken twice as wide.
///
/// Tests: `known::a_rate_is_as_by_hand`, `..::a_share_is_the_conjugate_one`.
pub fn posterior(prior: &Dist, scale: Spread, curve: &Curve) -> Learnt {
    let conflict = conflict(prior, curve);
    let before = PERCENTILES.map(|u| prior.quantile(u));
    let is_doubted = !(DOUBTED..=1.0 - DOUBTED).contains(&conflict);
    let own = Nodes::settled(&|z| -0.5 * z * z + curve.ln(curve.scale.place(at(prior, z))));
    let doubted = is_doubted.then(|| {
        let wide = prior.wider(scale, WIDER);
        (
            Nodes::settled(&|z| {
                ln_doubted(prior, &wide, z) + curve.ln(curve.scale.place(at(&wide, z)))
            }),
            wide,
        )
    });
    let (nodes, belief) = doubted.as_ref().map_or((&own, prior), |(nodes, wide)| (nodes, wide));
    let dist = belief.learnt(&nodes.scores());
    let after = PERCENTILES.map(|u| dist.quantile(u));
    let width = |of: [f64; 3]| scale.place(of[2]) - scale.place(of[0]);
    Learnt {
        prior: before,
        posterior: after,
        shrinkage: 1.0 - width(after) / width(before),
        conflict,
        undoubted: doubted.as_ref().map(|_| prior.learnt(&own.scores()).quantile(0.5)),
        mode: nodes.mode(),
        dist,
    }
}

/// The value of a normal score.
fn at(dist: &Dist, z: f64) -> f64 {
    dist.quantile(normal::cdf(z))
}

/// ln of the density of the doubted belief over the normal scores z of the wider one: of that a
/// tenth is phi(z), and the belief as it stood phi(y) dy/dz at its own score y of the same value.
fn ln_doubted(prior: &Dist, wide: &Dist, z: f64) -> f64 {
    const STEP: f64 = 1e-3;
    let own = |z: f64| {
        let chance = prior.chance(at(wide, z));
        if chance.below <= chance.above {
            normal::quantile(chance.below)
        } else {
            -normal::quantile(chance.above)
        }
    };
    let y = own(z);
    let slope = ((own(z + STEP) - own(z - STEP)) / (2.0 * STEP)).max(0.0);
    let of_prior = if y.is_finite() && slope.is_finite() {
        (1.0 - DOUBT) * slope * libm::exp(-0.5 * y * y)
    } else {
        0.0
    };
    libm::log(of_prior + DOUBT * libm::exp(-0.5 * z * z))
}

/// The chance in the belief that the key lies below what the data say (Evans, Moshonov 2006,
/// doi:10.1214/06-BA129): the mean over the belief of the likelihood above it.
fn conflict(prior: &Dist, curve: &Curve) -> f64 {
    const STEPS: usize = 2_000;
    let above = |step: usize| {
        let u = (step as f64 + 0.5) / STEPS as f64;
        1.0 - curve.below(curve.scale.place(prior.quantile(u)))
    };
    (0..STEPS).map(above).sum::<f64>() / STEPS as f64
}

/// Scores in the belief with their densities afterwards.
#[derive(Clone, Debug)]
struct Nodes {
    from: f64,
    step: f64,
    density: Vec<f64>,
    /// Chances below and above each.
    below: Vec<f64>,
    above: Vec<f64>,
}

impl Nodes {
    /// As many as it takes, for a density of which the logarithm is given.
    fn settled(ln: &dyn Fn(f64) -> f64) -> Nodes {
        let mut window = (-FARTHEST, FARTHEST);
        for _ in 0..40 {
            let next = narrowed(ln, window);
            if next.1 - next.0 > 0.6 * (window.1 - window.0) {
                break;
            }
            window = next;
        }
        let mut nodes = Nodes::new(ln, window, NODES);
        loop {
            let count = 2 * nodes.density.len() - 1;
            let finer = Nodes::new(ln, window, count);
            let scores = |nodes: &Nodes| PERCENTILES.map(|u| nodes.quantile(u));
            let (old, new) = (scores(&nodes), scores(&finer));
            let moved = old.iter().zip(new).map(|(old, new)| (old - new).abs()).fold(0.0, f64::max);
            nodes = finer;
            if moved <= SETTLED * (new[2] - new[0]) || count >= MOST_NODES {
                return nodes;
            }
        }
    }

    fn new(ln: &dyn Fn(f64) -> f64, (from, to): (f64, f64), count: usize) -> Nodes {
        let step = (to - from) / (count - 1) as f64;
        let values: Vec<f64> = (0..count).map(|i| ln(from + step * i as f64)).collect();
        let top = values.iter().copied().fold(f64::MIN, f64::max);
        let density: Vec<f64> = values.iter().map(|value| libm::exp(value - top)).collect();
        let pieces = pieces(&density);
        let all: f64 = pieces.iter().sum();
        let mut below = vec![0.0; count];
        let mut above = vec![0.0; count];
        for i in 1..count {
            below[i] = below[i - 1] + pieces[i - 1] / all;
        }
        for i in (0..count - 1).rev() {
            above[i] = above[i + 1] + pieces[i] / all;
        }
        Nodes { from, step, density, below, above }
    }

    fn z(&self, place: usize) -> f64 {
        self.from + self.step * place as f64
    }

    fn mode(&self) -> f64 {
        let most = (0..self.density.len())
            .max_by(|&one, &other| self.density[one].total_cmp(&self.density[other]));
        most.map_or(0.0, |place| self.z(place))
    }

    /// The score below which a share lies.
    fn quantile(&self, u: f64) -> f64 {
        let place = self.below.partition_point(|&below| below < u).clamp(1, self.below.len() - 1);
        let (low, high) = (self.below[place - 1], self.below[place]);
        let part = if high > low { (u - low) / (high - low) } else { 0.5 };
        self.z(place - 1) + self.step * part.clamp(0.0, 1.0)
    }

    /// Scores before, each with that of its chance now.
    fn scores(&self) -> Vec<(f64, f64)> {
        let mut scores: Vec<(f64, f64)> = Vec::new();
        for place in 0..self.density.len() {
            let (below, above) = (self.below[place], self.above[place]);
            if below < LEAST || above < LEAST {
                continue;
            }
            let now =
                if below <= above { normal::quantile(below) } else { -normal::quantile(above) };
            if scores.last().is_none_or(|last| now > last.1 + 1e-9) {
                scores.push((self.z(place), now));
            }
        }
        scores
    }
}

/// The part of a window in which a density counts, and a step beside it.
fn narrowed(ln: &dyn Fn(f64) -> f64, (from, to): (f64, f64)) -> (f64, f64) {
    let step = (to - from) / (NODES - 1) as f64;
    let values: Vec<f64> = (0..NODES).map(|i| ln(from + step * i as f64)).collect();
    let top = values.iter().copied().fold(f64::MIN, f64::max);
    let counts = |value: &f64| *value > top - DEEP;
    let first = values.iter().position(counts).unwrap_or(0);
    let last = values.iter().rposition(counts).unwrap_or(NODES - 1);
    (from + step * first.saturating_sub(1) as f64, from + step * (last + 1).min(NODES - 1) as f64)
}

/// The integral between neighbours, over the step: the trapezoidal rule less what the slopes at
/// both ends say, which is right to the fourth power of the step.
fn pieces(values: &[f64]) -> Vec<f64> {
    let last = values.len() - 1;
    let slope = |i: usize| match i {
        0 => values[1] - values[0],
        i if i == last => values[last] - values[last - 1],
        i => 0.5 * (values[i + 1] - values[i - 1]),
    };
    (0..last)
        .map(|i| {
            let plain = 0.5 * (values[i] + values[i + 1]);
            let bent = plain - (slope(i + 1) - slope(i)) / 12.0;
            if bent > 0.0 { bent } else { plain }
        })
        .collect()
}
