//! How unequally often people ask.

use reachsim_core::dist::Spread;

use super::curve::Curve;

/// How many people asked so often: (times, people), times from 1 on.
pub type Tally = Vec<(u32, u64)>;

/// ln of the likelihood of a negative binomial of shape k and mean m over people, of whom `silent`
/// did nothing (Ehrenberg 1959; Greene 1982, doi:10.2307/1268759).
fn ln_people(tally: &[(u32, u64)], silent: f64, k: f64, m: f64) -> f64 {
    let nobody = -k * libm::log1p(m / k);
    let ln = |times: f64| {
        libm::lgamma(k + times) - libm::lgamma(k) - libm::lgamma(times + 1.0)
            + nobody
            + times * (libm::log(m) - libm::log(k + m))
    };
    silent * nobody
        + tally.iter().map(|&(times, people)| people as f64 * ln(f64::from(times))).sum::<f64>()
}

/// What people's counts say of the shape, where the audience is known: without it the most likely
/// shape may be none at all.
///
/// Test: `known::askers_of_a_known_audience_have_one_skew`.
pub fn shape(tally: &Tally, audience: f64) -> Option<Curve> {
    let asked: f64 = tally.iter().map(|&(_, people)| people as f64).sum();
    let messages: f64 = tally.iter().map(|&(times, people)| f64::from(times) * people as f64).sum();
    if asked < 5.0 || audience <= asked {
        return None;
    }
    let (m, silent) = (messages / audience, audience - asked);
    let tally = tally.clone();
    let ln = move |place: f64| ln_people(&tally, silent, libm::exp(place), m);
    let top = top(&ln);
    let bend = (ln(top + 0.05) - 2.0 * ln(top) + ln(top - 0.05)) / (0.05 * 0.05);
    let sd = if bend < 0.0 { (-1.0 / bend).sqrt().clamp(0.01, 2.0) } else { 2.0 };
    Some(Curve::exact(Spread::Log, (top, sd), ln))
}

/// The shape and the scale of the negative binomial that is most likely over people who did nothing
/// included, with ln of its likelihood: k, k/m and ln L.
pub fn fit(tally: &Tally, silent: f64) -> (f64, f64, f64) {
    let people = silent + tally.iter().map(|&(_, people)| people as f64).sum::<f64>();
    let times: f64 = tally.iter().map(|&(times, n)| f64::from(times) * n as f64).sum();
    let m = times / people;
    let ln = |place: f64| ln_people(tally, silent, libm::exp(place), m);
    let k = libm::exp(top(&ln));
    (k, k / m, ln(libm::log(k)))
}

/// Whether counts without the people who did nothing have a shape at all: the zero-truncated
/// negative binomial may be likeliest at a shape of nothing.
pub fn has_own(tally: &Tally) -> bool {
    let people: f64 = tally.iter().map(|&(_, people)| people as f64).sum();
    let messages: f64 = tally.iter().map(|&(times, n)| f64::from(times) * n as f64).sum();
    let most = |k: f64| {
        let ln = |place: f64| {
            let m = libm::exp(place);
            let nobody = libm::exp(-k * libm::log1p(m / k));
            ln_people(tally, 0.0, k, m) - people * libm::log1p(-nobody)
        };
        let start = libm::log(messages / people);
        (-120..=60).map(|step| ln(start + 0.1 * f64::from(step))).fold(f64::MIN, f64::max)
    };
    let least = most(1e-5);
    [0.01, 0.03, 0.1, 0.3, 1.0, 3.0].into_iter().any(|k| most(k) > least + 0.5)
}

/// The top of a function with one top, in ln k.
fn top(ln: &dyn Fn(f64) -> f64) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_8;
    let steps = (-120..=60).map(|step| 0.1 * f64::from(step));
    let best = steps.max_by(|one, other| ln(*one).total_cmp(&ln(*other))).unwrap_or(0.0);
    let (mut low, mut high) = (best - 0.1, best + 0.1);
    for _ in 0..50 {
        let (one, other) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
        if ln(one) >= ln(other) { high = other } else { low = one }
    }
    0.5 * (low + high)
}
