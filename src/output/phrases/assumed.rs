//! What a result rests on that the user did not say.

use crate::output::format::Format as _;
use crate::output::words::Words as _;
use crate::scenario::keys::key;
use std::collections::BTreeSet;

use crate::model::{Assumption, Origin, Understood};
use crate::output::format::Locale;
use crate::output::words::say;

/// A count of the assumptions by where they come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assumed {
    /// People of the market, where the file does not say.
    pub market: Option<f64>,
    /// Of the presets that are used.
    pub years: BTreeSet<u64>,
    /// Numbers for which nobody has published a source.
    pub estimates: usize,
    /// All numbers.
    pub numbers: usize,
}

impl Assumed {
    pub fn of(assumptions: &[Assumption]) -> Assumed {
        let mut assumed = Assumed::default();
        for assumption in assumptions {
            let Understood::Quantity(dist) = &assumption.value else { continue };
            assumed.numbers += 1;
            assumed.estimates += usize::from(assumption.origin.is_estimate());
            match &assumption.origin {
                Origin::Default { .. } if assumption.key == key!("market.people") => {
                    assumed.market = Some(dist.quantile(0.5));
                }
                Origin::Preset { year, .. } => {
                    assumed.years.insert(*year);
                }
                _ => {}
            }
        }
        assumed
    }

    /// `presets as of 2012`; nothing without presets.
    pub fn years(&self, locale: Locale) -> String {
        let years: Vec<String> = self.years.iter().map(ToString::to_string).collect();
        if years.is_empty() {
            String::new()
        } else {
            say!(locale, "assumed-years", years = locale.listed(&years))
        }
    }

    /// `9 of 24 numbers are author's estimates`; nothing where there are none.
    pub fn estimates(&self, locale: Locale) -> String {
        if self.estimates == 0 {
            String::new()
        } else {
            say!(locale, "assumed-estimates", n = self.estimates, numbers = self.numbers)
        }
    }

    /// All of it in one line; nothing where nothing is assumed.
    pub fn line(&self, locale: Locale) -> String {
        let market = self.market.map_or_else(String::new, |people| {
            say!(locale, "assumed-market", people = locale.number(people, Some(0.0)))
        });
        [market, self.years(locale), self.estimates(locale)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("; ")
    }
}
