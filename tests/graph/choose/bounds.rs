//! What a count of hits leaves open.

use reachsim_core::graph::choose::bound::limits;

#[test]
fn limits_of_a_chance_are_those_of_its_binomial_distribution() {
    // No hit, and nothing but hits, by hand: 1 - doubt^(1/n).
    for (draws, doubt) in [(10.0, 0.025), (1000.0, 0.01), (1e6, 1e-4_f64)] {
        let open = -libm::expm1(libm::log(doubt) / draws);
        let [low, high] = limits(0.0, draws, doubt);
        assert!(low == 0.0 && (high / open - 1.0).abs() < 1e-9, "{high}, not {open}");
        let [low, high] = limits(draws, draws, doubt);
        assert!(high == 1.0 && ((1.0 - low) / open - 1.0).abs() < 1e-6, "{low}");
    }
    // The chance of so many hits or more at the lower limit is the doubt.
    let (hits, draws, doubt) = (13, 40, 0.003);
    let [low, high] = limits(f64::from(hits), f64::from(draws), doubt);
    let term = |p: f64, k: u32| {
        let ways: f64 = (0..k).map(|i| f64::from(draws - i) / f64::from(i + 1)).product();
        ways * p.powi(k as i32) * (1.0 - p).powi((draws - k) as i32)
    };
    let above: f64 = (hits..=draws).map(|k| term(low, k)).sum();
    let below: f64 = (0..=hits).map(|k| term(high, k)).sum();
    assert!((above / doubt - 1.0).abs() < 1e-9 && (below / doubt - 1.0).abs() < 1e-9);
}
