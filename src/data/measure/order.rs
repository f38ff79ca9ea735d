//! Percentiles of sorted values.

/// The percentile `p` (0 to 1) of rising values, on the straight line between neighbours; NaN of
/// none.
///
/// Source: Hyndman, Fan, *Sample quantiles in statistical packages*, The American Statistician 50
/// (1996), definition 7.
pub(crate) fn percentile(rising: &[f64], p: f64) -> f64 {
    let Some(last) = rising.len().checked_sub(1) else { return f64::NAN };
    let place = p.clamp(0.0, 1.0) * last as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    let low = rising[below];
    if above == below { low } else { low + (place - place.floor()) * (rising[above] - low) }
}

/// The ends of the middle 95 %, of values in any order.
pub(crate) fn middle(mut values: Vec<f64>) -> [f64; 2] {
    values.sort_unstable_by(f64::total_cmp);
    [percentile(&values, 0.025), percentile(&values, 0.975)]
}
