//! A law of the number of friends from a file.

use std::path::Path;

use crate::cli::{Failure, load};
use reachsim::diagnostic::message;
use reachsim::dist::Reason;
use reachsim::graph::law::DegreeLaw;
use reachsim::scenario::of_system;

/// A law from a file: a number of friends and its weight in each line. A first line without digits
/// has titles; where cells are apart by tabs or semicolons, a comma is that of a decimal.
pub fn table(file: &str) -> Result<Result<DegreeLaw, Reason>, Failure> {
    let text = load::text(Path::new(file)).map_err(|error| {
        Failure::Usage(message!("--law is gamma, lognormal, fixed, or a file of numbers of friends with their weights, and `{file}` cannot be read: {error}", file, error = of_system(&error)))
    })?;
    let (mut friends, mut weights) = (Vec::new(), Vec::new());
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let is_told = |text: &str| !text.trim().is_empty() && !text.trim_start().starts_with('#');
    for (line, text) in lines.filter(|(_, text)| is_told(text)) {
        let Some([count, weight]) = pair(text) else {
            if friends.is_empty() && !text.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            return Err(Failure::Usage(message!(
                "line {line} of `{file}` is `{text}`, but a number of friends and its weight are meant",
                line = line + 1,
                file,
                text = text.trim()
            )));
        };
        if count < 0.0 || count.fract() != 0.0 {
            return Err(Failure::Usage(message!(
                "line {line} of `{file}`: {count} is no number of friends",
                line = line + 1,
                file,
                count
            )));
        }
        friends.push(count);
        weights.push(weight);
    }
    Ok(DegreeLaw::table(&friends, &weights))
}

/// The two numbers of a line.
fn pair(text: &str) -> Option<[f64; 2]> {
    let has_cells = text.contains(['\t', ';']);
    let separates = |c: char| c == ';' || c.is_whitespace() || (c == ',' && !has_cells);
    let words = text.split(separates).map(|word| word.trim_matches('"'));
    let numbers: Option<Vec<f64>> = words
        .filter(|word| !word.is_empty())
        .map(|word| word.replace(',', ".").parse().ok())
        .collect();
    numbers?.try_into().ok()
}
