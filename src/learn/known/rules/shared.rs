//! Shares of which the rows show a multiple.

use reachsim_core::dist::Spread;

use crate::known::page::Page;
use crate::known::seen::{Evidence, Part, share};

/// The share of a key, of which the rows show `factor` times as much.
pub fn shared(
    page: &Page,
    key: &str,
    parts: &[Part],
    scale: Spread,
    factor: f64,
) -> Option<Evidence> {
    let last = parts.iter().map(|part| part.day).max()?;
    let evidence = share(parts, scale, page.drift(key), page.ahead(last))?;
    Some(Evidence { curve: evidence.curve.clone().over(factor), ..evidence })
}
