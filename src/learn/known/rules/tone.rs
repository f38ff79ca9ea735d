//! How people speak.

use reachsim_core::dist::Spread;
use reachsim_data::shape::Tone;

use super::shared::shared;
use crate::known::page::Page;
use crate::known::seen::{Evidence, Part, Remark};

/// Share points by which the tone that a suite codes may be wrong, one standard deviation.
const CODED: f64 = 0.05;

pub fn tone(page: &Page, key: &str, wanted: Tone) -> Option<Evidence> {
    let days = page.sources.iter().flat_map(|source| {
        let part = |(day, tone): &(i32, Tone)| Part {
            day: *day,
            over: f64::from(u8::from(*tone == wanted)),
            under: 1.0,
            weight: page.weight(source, *day),
        };
        source.history.tones.iter().map(part)
    });
    let mut parts: Vec<Part> = days.collect();
    parts.sort_by_key(|part| part.day);
    // Messages of a day are one part: they come in bursts.
    let mut by_day: Vec<Part> = Vec::new();
    for part in parts {
        match by_day.last_mut() {
            Some(last) if last.day == part.day && last.weight == part.weight => {
                last.over += part.over;
                last.under += part.under;
            }
            _ => by_day.push(part),
        }
    }
    if by_day.iter().map(|part| part.under).sum::<f64>() < 30.0 {
        return None;
    }
    let evidence = shared(page, key, &by_day, Spread::Logit, 1.0)?;
    let p = Spread::Logit.value(evidence.curve.mean()).clamp(0.01, 0.99);
    let error = CODED / (p * (1.0 - p));
    let mut told = evidence.remarks.clone();
    told.push(Remark::AsCoded);
    let curve = evidence.curve.blurred(&[(1.0, error * error)]);
    Some(Evidence { curve, remarks: told, ..evidence })
}
