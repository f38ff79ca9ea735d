//! Means, medians and percentiles.

/// The mean; NaN of none.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The median of values in any order; NaN of none.
pub fn median(values: &[f64]) -> f64 {
    percentile(&rising(values), 0.5)
}

/// The percentile `p` (0 to 1) of rising values, on the straight line between neighbours; NaN of
/// none.
///
/// Source: Hyndman, Fan, *Sample quantiles in statistical packages*, The American Statistician 50
/// (1996), definition 7.
pub fn percentile(rising: &[f64], p: f64) -> f64 {
    let Some(last) = rising.len().checked_sub(1) else { return f64::NAN };
    let place = p.clamp(0.0, 1.0) * last as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    let low = rising[below];
    if above == below { low } else { low + (place - place.floor()) * (rising[above] - low) }
}

/// The values from the least to the greatest.
pub(super) fn rising(values: &[f64]) -> Vec<f64> {
    let mut rising = values.to_vec();
    rising.sort_unstable_by(f64::total_cmp);
    rising
}
