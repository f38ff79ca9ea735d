//! What other data said of one input, as a residual.

/// What other data said of one input: ln L at ascending normal scores of it, up to a constant.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Place of the input in the scenario's model.
    pub input: usize,
    pub z: Vec<f64>,
    pub ln_likelihood: Vec<f64>,
}

/// r(z) = sign(z - z0) sqrt(2 (l(z0) - l(z))), where l is highest at z0: its square is what ln L
/// lacks. Straight between the nodes and beyond them, so that a normal curve is met exactly.
#[derive(Clone, Debug)]
pub struct Curve {
    z: Vec<f64>,
    residuals: Vec<f64>,
}

impl Curve {
    pub fn of(term: &Term) -> Curve {
        let (z, l) = (&term.z, &term.ln_likelihood);
        let best = (0..l.len()).max_by(|&a, &b| l[a].total_cmp(&l[b])).unwrap_or(0);
        let (top, most) = summit(z, l, best);
        let nodes = z.iter().zip(l).map(|(&z, &l)| {
            let lacks = (2.0 * (most - l).max(0.0)).min(MOST * MOST).sqrt();
            lacks.copysign(z - top)
        });
        Curve { residuals: nodes.collect(), z: z.clone() }
    }

    pub fn residual(&self, z: f64) -> f64 {
        let nodes = self.z.len();
        if nodes < 2 {
            return 0.0;
        }
        let right = self.z.partition_point(|&node| node < z).clamp(1, nodes - 1);
        let [a, b] = [right - 1, right].map(|place| (self.z[place], self.residuals[place]));
        a.1 + (b.1 - a.1) * (z - a.0) / (b.0 - a.0)
    }
}

/// A residual beyond which nothing is left.
const MOST: f64 = 1e3;

/// Place and height of the parabola through the best node and its neighbours.
fn summit(z: &[f64], l: &[f64], best: usize) -> (f64, f64) {
    let there = (z.get(best).copied().unwrap_or(0.0), l.get(best).copied().unwrap_or(0.0));
    if best == 0 || best + 1 >= z.len() {
        return there;
    }
    let [left, right] = [best - 1, best + 1].map(|place| (z[place] - there.0, l[place] - there.1));
    // l = slope x + bend x^2 through both neighbours.
    let bend = (left.1 / left.0 - right.1 / right.0) / (left.0 - right.0);
    let slope = left.1 / left.0 - bend * left.0;
    if !(bend < 0.0 && slope.is_finite()) {
        return there;
    }
    let x = -0.5 * slope / bend;
    (there.0 + x, there.1 + 0.5 * slope * x)
}
