//! Numbers of which some are not meant.

use crate::cli::load;

pub fn positive(text: &str) -> Result<f64, String> {
    load::number(text).and_then(|value| {
        if value > 0.0 { Ok(value) } else { Err(format!("`{text}` is not above zero")) }
    })
}

pub fn not_negative(text: &str) -> Result<f64, String> {
    load::number(text).and_then(|value| {
        if value >= 0.0 { Ok(value) } else { Err(format!("`{text}` is negative")) }
    })
}

pub fn skew(text: &str) -> Result<f64, String> {
    if text == "inf" { Ok(f64::INFINITY) } else { positive(text) }
}
