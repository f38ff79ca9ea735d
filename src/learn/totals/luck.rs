//! How far luck alone moves totals, and what their misfit is in units of it.

use reachsim_core::algebra::Matrix;
use reachsim_core::draw::{negative_binomial, normal};
use reachsim_core::rng::Stream;

use super::root::Root;
use super::scale::{Form, Scale};

/// The luck of the totals of one episode.
#[derive(Clone, Debug)]
pub struct Luck {
    forms: Vec<Form>,
    /// Place of each total in its episode.
    places: Vec<usize>,
    /// For each total, on its scale: by how much futures lie above what is expected, on average. Of
    /// a small count, the factor.
    bias: Vec<f64>,
    /// Of a small count, its variance over that of a Poisson, in squares of the mean.
    dispersion: Vec<f64>,
    /// Covariances of the totals, on their scales; zero where either is a small count.
    covariance: Matrix,
    /// Places of the totals that spread together, and the root of their covariances.
    together: Vec<usize>,
    root: Root,
}

impl Luck {
    /// The luck of futures of the same inputs, a row for each total, around what is expected of
    /// these inputs, in the units of the metrics.
    pub fn of(forms: &[Form], futures: &[Vec<f64>], expected: &[f64]) -> Luck {
        let up = |form: &Form, row: &Vec<f64>| row.iter().map(|&x| form.up(x)).collect();
        let scaled: Vec<Vec<f64>> =
            forms.iter().zip(futures).map(|(form, row)| up(form, row)).collect();
        let means: Vec<f64> =
            scaled.iter().map(|row| row.iter().sum::<f64>() / row.len() as f64).collect();
        let is_small = |place: usize| forms[place].scale == Scale::Count;
        let covariance = |a: usize, b: usize| {
            let of = |(x, y): (&f64, &f64)| (x - means[a]) * (y - means[b]);
            let sum = scaled[a].iter().zip(&scaled[b]).map(of).sum::<f64>();
            sum / (scaled[a].len() as f64 - 1.0)
        };
        let bias = (0..forms.len()).map(|place| {
            let twin = forms[place].up(expected[place]);
            if !is_small(place) {
                means[place] - twin
            } else if twin > SEEN && means[place] > SEEN {
                means[place] / twin
            } else {
                1.0
            }
        });
        let dispersion = (0..forms.len()).map(|place| {
            let mean = means[place];
            let more = if is_small(place) && mean > SEEN {
                ((covariance(place, place) - mean) / (mean * mean)).max(0.0)
            } else {
                0.0
            };
            more + forms[place].variance
        });
        let (bias, dispersion) = (bias.collect(), dispersion.collect());
        let entry = |a: usize, b: usize| {
            let own = if a == b { forms[a].variance } else { 0.0 };
            if is_small(a) || is_small(b) { 0.0 } else { covariance(a, b) + own }
        };
        let row = |a: usize| (0..forms.len()).map(|b| entry(a, b)).collect();
        let covariance = (0..forms.len()).map(row).collect();
        Luck {
            forms: forms.to_vec(),
            places: (0..forms.len()).collect(),
            bias,
            dispersion,
            covariance,
            together: vec![],
            root: Root::of(&vec![]),
        }
        .only(|_| true)
    }

    /// The same luck of some of the totals, by their places; the others are not compared.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(usize) -> bool) -> Luck {
        let places: Vec<usize> = (0..self.forms.len()).filter(|&place| wanted(place)).collect();
        let of = |rows: &[f64]| places.iter().map(|&place| rows[place]).collect::<Vec<f64>>();
        let forms: Vec<Form> = places.iter().map(|&place| self.forms[place]).collect();
        let covariance: Matrix = places.iter().map(|&place| of(&self.covariance[place])).collect();
        let together: Vec<usize> =
            (0..forms.len()).filter(|&place| forms[place].scale != Scale::Count).collect();
        let own = |a: &usize| together.iter().map(|&b| covariance[*a][b]).collect();
        let root = Root::of(&together.iter().map(own).collect());
        Luck {
            places: places.iter().map(|&place| self.places[place]).collect(),
            bias: of(&self.bias),
            dispersion: of(&self.dispersion),
            forms,
            covariance,
            together,
            root,
        }
    }

    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Adds the residuals of totals, where such values are expected of all totals of the episode.
    pub fn residuals(&self, expected: &[f64], put: &mut Vec<f64>) {
        let first = put.len();
        for &place in &self.together {
            let form = &self.forms[place];
            put.push(form.up(expected[self.places[place]]) + self.bias[place] - form.at);
        }
        self.root.solve(&mut put[first..]);
        for (place, form) in self.forms.iter().enumerate() {
            if form.scale == Scale::Count {
                let mean = form.up(expected[self.places[place]]) * self.bias[place];
                put.push(lacking(form.total.value, mean, self.dispersion[place]));
            }
        }
    }

    /// Draws totals, where such values are expected of all totals of the episode, in the units of
    /// their metrics.
    pub fn draw(&self, expected: &[f64], rng: &mut Stream) -> Vec<f64> {
        let chance: Vec<f64> = self.together.iter().map(|_| normal(rng)).collect();
        let mut apart = vec![0.0; chance.len()];
        self.root.times(&chance, &mut apart);
        let mut drawn = vec![0.0; self.forms.len()];
        for (&place, apart) in self.together.iter().zip(apart) {
            let form = &self.forms[place];
            drawn[place] =
                form.down(form.up(expected[self.places[place]]) + self.bias[place] + apart);
        }
        for (place, form) in self.forms.iter().enumerate() {
            if form.scale == Scale::Count {
                let mean = form.up(expected[self.places[place]]) * self.bias[place];
                drawn[place] = negative_binomial(rng, mean, self.dispersion[place]);
            }
        }
        drawn
    }
}

/// A mean below it says nothing of a factor.
const SEEN: f64 = 0.05;

/// sign(m - y) sqrt(2 (l(y) - l(m))) of a count y with mean m and variance m + d m^2, where l is
/// the logarithm of its probability: y ln(y/m) - (y + k) ln((y + k)/(m + k)) are lacking, k = 1/d.
///
/// Source: `McCullagh`, Nelder, *Generalized linear models* (1989). Test:
/// `totals::parts::a_small_count_lacks_what_its_law_says`.
pub fn lacking(count: f64, mean: f64, dispersion: f64) -> f64 {
    let own = if count > 0.0 { count * libm::log(count / mean) } else { 0.0 };
    let other = if dispersion > 1e-6 {
        let k = 1.0 / dispersion;
        (count + k) * libm::log1p((count - mean) / (mean + k))
    } else {
        count - mean
    };
    (2.0 * (own - other).max(0.0)).sqrt().copysign(mean - count)
}
