//! Recipes of synthetic networks: `networks.toml` knows their names and figures.

use std::sync::OnceLock;

use serde::Deserialize;

use super::law::DegreeLaw;
use super::network::{Blocks, Configuration, Network, Shape};
use crate::dist::{Dist, Reason};

/// A row of `networks.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    #[serde(skip)]
    pub id: String,
    pub about: String,
    pub source: String,
    shape: Form,
    /// Ends of equal parts of the people, and how the top part falls off.
    percentiles: Option<Vec<f64>>,
    exponent: Option<f64>,
    /// Mean number of friends, and its coefficient of variation.
    pub friends: Option<f64>,
    spread: Option<f64>,
    #[serde(default)]
    poisson: bool,
    in_block: Option<f64>,
    fall: Option<f64>,
    known: Option<f64>,
    town: Option<f64>,
    in_town: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    Blocks,
    Pairs,
}

/// What is asked of a synthetic network beyond its name.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    pub people: u64,
    /// Mean number of friends, where it is not that of the recipe.
    pub friends: Option<f64>,
    /// Another law than the recipe's; only networks without blocks have one.
    pub law: Option<DegreeLaw>,
    pub seed: u64,
}

impl Recipe {
    /// Every recipe, in the order of their names.
    pub fn all() -> &'static [Recipe] {
        static ALL: OnceLock<Vec<Recipe>> = OnceLock::new();
        ALL.get_or_init(|| {
            let rows: std::collections::BTreeMap<String, Recipe> =
                toml::from_str(include_str!("networks.toml"))
                    .expect("the program's own table; read by `graph::ways`");
            rows.into_iter().map(|(id, recipe)| Recipe { id, ..recipe }).collect()
        })
    }

    pub fn find(id: &str) -> Option<&'static Recipe> {
        Recipe::all().iter().find(|recipe| recipe.id == id)
    }

    /// Whether another law than its own is possible.
    pub fn takes_laws(&self) -> bool {
        self.shape == Form::Pairs && !self.poisson
    }

    /// The recipe's own law with so many friends on average.
    fn law(&self, friends: Option<f64>) -> Result<DegreeLaw, Reason> {
        if let Some(ends) = &self.percentiles {
            let law = DegreeLaw::Percentiles {
                ends: ends.clone(),
                exponent: self.exponent.unwrap_or(1.0),
            };
            return Ok(match friends {
                Some(friends) => law.scaled(friends / law.mean()),
                None => law,
            });
        }
        let mean = friends.or(self.friends).unwrap_or(100.0);
        if self.poisson {
            poisson(mean)
        } else {
            DegreeLaw::gamma(mean, self.spread.unwrap_or(1.0))
        }
    }

    /// The network; of blocks and towns it has about so many people, because towns are whole.
    pub fn network(&self, wishes: &Wishes) -> Result<Network, Reason> {
        let law = match &wishes.law {
            Some(law) => law.clone(),
            None => self.law(wishes.friends)?,
        };
        let most = wishes.people.saturating_sub(1) as f64;
        let degrees = |parts: usize| law.degrees(parts, most);
        if self.shape == Form::Pairs {
            return Ok(Network::Configuration(Box::new(Configuration::new(
                wishes.people,
                degrees,
                wishes.seed,
            ))));
        }
        let own = self.law(None).map_or(law.mean(), |own| own.mean());
        // Friends of friends grow with the square of the friends, and the town, within which they
        // overlap, with them.
        let scale = law.mean() / own;
        let shape = Shape {
            in_block: self.in_block.unwrap_or(0.0),
            fall: self.fall.unwrap_or(0.0),
            known: self.known.unwrap_or(1.0),
            town: (self.town.unwrap_or(1.0) * scale * scale).round().max(1000.0) as u64,
            in_town: self.in_town.unwrap_or(0.0),
            typical: 100.0 * scale,
        };
        Ok(Network::Blocks(Blocks::new(wishes.people, shape, degrees, wishes.seed)))
    }
}

/// The Poisson distribution as a table, up to where nothing is left of it.
fn poisson(mean: f64) -> Result<DegreeLaw, Reason> {
    let end = mean + 12.0 * mean.sqrt() + 30.0;
    let (values, weights): (Vec<f64>, Vec<f64>) = (0..end as u64)
        .map(|count| {
            let count = count as f64;
            (
                count,
                libm::exp(
                    count * libm::log(mean.max(f64::MIN_POSITIVE))
                        - mean
                        - libm::lgamma(count + 1.0),
                ),
            )
        })
        .unzip();
    Dist::discrete(&values, &weights).map(DegreeLaw::Of)
}
