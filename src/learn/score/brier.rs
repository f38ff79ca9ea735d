//! Probabilities of things that happened or did not.

/// How many bins probabilities fall into.
const BINS: usize = 10;
/// What the bars of a reliable forecast leave out on each side.
const TAIL: f64 = 0.05;

/// The mean squared gap between a probability and what happened (0 or 1), in three parts:
/// score = reliability - resolution + uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brier {
    pub score: f64,
    /// How far probabilities are from how often things happened: 0 is best.
    pub reliability: f64,
    /// How far things happened more or less often than on average, told by probabilities.
    pub resolution: f64,
    /// What forecasting the average alone would score.
    pub uncertainty: f64,
}

/// Probabilities of one bin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    pub of: usize,
    pub happened: usize,
    /// The mean of the probabilities.
    pub mean: f64,
    /// The share that happened.
    pub share: f64,
    /// Where the share lies in nine of ten such lists if every probability is right.
    pub low: f64,
    pub high: f64,
}

/// The Brier score with its parts; None of no probabilities. Slices of one length.
///
/// Groups of `n_k` probabilities have the mean `p_k`, of which a share `o_k` happened, and o of all
/// N: reliability `sum n_k (p_k - o_k)^2/N`, resolution `sum n_k (o_k - o)^2/N`, uncertainty
/// o (1 - o). Groups are the different probabilities where there are at most ten, as Murphy has
/// them; otherwise tenths between 0 and 1, and the resolution has what probabilities tell within
/// their tenth, 2 cov(p, hit) - var(p), so that the parts add up all the same. Sources: Murphy, *A
/// new vector partition of the probability score*, Journal of Applied Meteorology 12 (1973);
/// Stephenson, Coelho, Jolliffe, *Two extra components in the Brier score decomposition*, Weather
/// and Forecasting 23 (2008). Test: `score::judge::murphys_parts_add_up_to_the_score`.
pub fn brier(probabilities: &[f64], happened: &[bool]) -> Option<Brier> {
    let pairs = pairs(probabilities, happened);
    if pairs.is_empty() {
        return None;
    }
    let n = pairs.len() as f64;
    let base = pairs.iter().map(|pair| pair.1).sum::<f64>() / n;
    let score = pairs.iter().map(|(p, hit)| (p - hit) * (p - hit)).sum::<f64>() / n;
    let (mut reliability, mut resolution) = (0.0, 0.0);
    for group in groups(&pairs) {
        let size = group.len() as f64;
        let [p, o] = means(group);
        reliability += size * (p - o) * (p - o) / n;
        resolution += size * (o - base) * (o - base) / n;
        let within: f64 = group.iter().map(|x| (x.0 - p) * (2.0 * (x.1 - o) - (x.0 - p))).sum();
        resolution += within / n;
    }
    Some(Brier { score, reliability, resolution, uncertainty: base * (1.0 - base) })
}

/// Mean probabilities against shares that happened, by the groups of [`brier`], rising.
///
/// The bars are those of a forecast whose probabilities are right: the least and the greatest count
/// that leave at most 5 % of the law of the sum of the group's coins on their side. Source:
/// Broecker, Smith, *Increasing the reliability of reliability diagrams*, Weather and Forecasting
/// 22 (2007). Test: `score::judge::the_bars_of_a_reliable_forecast_are_those_of_its_coins`.
pub fn calibration(probabilities: &[f64], happened: &[bool]) -> Vec<Group> {
    let pairs = pairs(probabilities, happened);
    groups(&pairs).into_iter().map(told).collect()
}

fn told(group: &[(f64, f64)]) -> Group {
    let [mean, share] = means(group);
    let law = coins(group);
    let n = group.len() as f64;
    let mut below = 0.0;
    let (mut low, mut high) = (None, n);
    for (count, chance) in law.iter().enumerate() {
        below += chance;
        if low.is_none() && below > TAIL {
            low = Some(count as f64);
        }
        if below >= 1.0 - TAIL {
            high = count as f64;
            break;
        }
    }
    let happened = group.iter().filter(|pair| pair.1 > 0.0).count();
    let low = low.unwrap_or(0.0) / n;
    Group { of: group.len(), happened, mean, share, low, high: high / n }
}

/// The law of how many of a group's things happen.
fn coins(group: &[(f64, f64)]) -> Vec<f64> {
    let mut law = vec![1.0];
    for &(p, _) in group {
        law.push(0.0);
        for count in (0..law.len()).rev() {
            let before = if count == 0 { 0.0 } else { law[count - 1] };
            law[count] = law[count] * (1.0 - p) + before * p;
        }
    }
    law
}

/// Probabilities between 0 and 1, rising, each with 1 where it happened and 0 elsewhere.
fn pairs(probabilities: &[f64], happened: &[bool]) -> Vec<(f64, f64)> {
    let pair = |(p, hit): (&f64, &bool)| (p.clamp(0.0, 1.0), f64::from(u8::from(*hit)));
    let mut pairs: Vec<(f64, f64)> = probabilities.iter().zip(happened).map(pair).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    pairs
}

fn groups(pairs: &[(f64, f64)]) -> Vec<&[(f64, f64)]> {
    let equal: Vec<&[(f64, f64)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
    if equal.len() <= BINS {
        return equal;
    }
    let bin = |p: f64| ((p * BINS as f64) as usize).min(BINS - 1);
    pairs.chunk_by(|a, b| bin(a.0) == bin(b.0)).collect()
}

/// The mean probability, and the share that happened. Equal probabilities have themselves as mean,
/// without rounding.
fn means(group: &[(f64, f64)]) -> [f64; 2] {
    let n = group.len() as f64;
    let first = group.first().map_or(0.0, |pair| pair.0);
    let [above, o] = group.iter().fold([0.0, 0.0], |sum, x| [sum[0] + (x.0 - first), sum[1] + x.1]);
    [first + above / n, o / n]
}
