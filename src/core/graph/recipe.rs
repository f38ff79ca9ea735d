//! Recipes of synthetic networks: `networks.toml` knows their names and figures.

use std::sync::OnceLock;

use serde::Deserialize;

use super::law::DegreeLaw;
use super::network::{Network, WRITTEN};
use super::synthetic::{Blocks, CLASSES, Configuration, Shape};
use crate::diagnostic::{Message, Numeral, message};
use crate::digits::grouped;
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

    /// The law that is wished for. What is too large is refused before anything takes room in
    /// proportion to it.
    fn wished(&self, wishes: &Wishes) -> Result<DegreeLaw, Reason> {
        let most = wishes.people.saturating_sub(1) as f64;
        if let (true, None, Some(mean)) = (self.poisson, &wishes.law, wishes.friends) {
            // Its table is as long as there are friends; all have about as many.
            let mean = mean.min(most);
            fits(wishes.people, Friends { mean, square: mean * mean, largest: mean })?;
        }
        let law = match &wishes.law {
            Some(law) => law.clone(),
            None => self.law(wishes.friends)?,
        };
        let degrees = law.degrees(wishes.people.clamp(1, CLASSES) as usize, most);
        let mean = |power: i32| {
            degrees.iter().map(|friends| (*friends as f64).powi(power)).sum::<f64>()
                / degrees.len() as f64
        };
        let largest = degrees.last().map_or(0.0, |friends| *friends as f64);
        fits(wishes.people, Friends { mean: mean(1), square: mean(2), largest })?;
        Ok(law)
    }

    /// Whether the network is one of a size that can be looked at.
    pub fn fits(&self, wishes: &Wishes) -> Result<(), Reason> {
        self.wished(wishes).map(|_| ())
    }

    /// The network; of blocks and towns it has about so many people, because towns are whole.
    pub fn network(&self, wishes: &Wishes) -> Result<Network, Reason> {
        let law = self.wished(wishes)?;
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

/// Most friendships of all people: their ends are numbered by 64 bits.
const MOST_FRIENDSHIPS: f64 = 1e18;
/// Most friends of friends of a person, as often as he meets them, on average and of those with the
/// most friends: each of them is looked at, and those of one person are kept.
const MOST_MET: [f64; 2] = [3e7, 1.2e8];

/// Friends of a person: their mean, the mean of their square, and the most that anybody has.
#[derive(Clone, Copy)]
struct Friends {
    mean: f64,
    square: f64,
    largest: f64,
}

/// Refuses a network that nobody could look at.
fn fits(people: u64, friends: Friends) -> Result<(), Reason> {
    let Friends { mean, square, largest } = friends;
    let ends = people as f64 * mean;
    if ends <= WRITTEN as f64 {
        return Ok(());
    }
    let number = |value: f64| Numeral(grouped(&(value.round() as u64), ","));
    let refuse = |message: Message, help: Message| Err(Reason { parameter: None, message, help });
    if ends > 2.0 * MOST_FRIENDSHIPS {
        return refuse(
            message!(
                "{people} people with {mean} friends each are more friendships than the {most} \
                 that a network can have",
                people = number(people as f64),
                mean = number(mean),
                most = number(MOST_FRIENDSHIPS)
            ),
            message!(
                "with so many people, give at most {most} friends on average",
                most = number(rounded_down(2.0 * MOST_FRIENDSHIPS / people as f64))
            ),
        );
    }
    // A friend has mean(k^2)/mean(k) friends, so a person meets mean(k^2), and one with the most
    // friends largest mean(k^2)/mean(k).
    let met = [square, if mean > 0.0 { largest * square / mean } else { 0.0 }];
    let narrowest = met.iter().zip(MOST_MET).map(|(met, most)| most / met).fold(1.0, f64::min);
    for (place, (met, most)) in met.into_iter().zip(MOST_MET).enumerate() {
        if met > most {
            let (mean, met, most) = (number(mean), number(met), number(most));
            let told = if place == 0 {
                message!(
                    "with {mean} friends on average, the friends of a person's friends are {met}, \
                     and at most {most} are looked at",
                    mean,
                    met,
                    most
                )
            } else {
                message!(
                    "with {mean} friends on average, the friends of somebody's friends are {met}, \
                     and at most {most} are looked at",
                    mean,
                    met,
                    most
                )
            };
            return refuse(
                told,
                message!(
                    "give at most {most} friends on average",
                    most = number(rounded_down(friends.mean * narrowest.sqrt()))
                ),
            );
        }
    }
    Ok(())
}

/// Two digits of a number that is not to be passed.
fn rounded_down(value: f64) -> f64 {
    let unit = libm::pow(10.0, (libm::floor(libm::log10(value.max(1.0))) - 1.0).max(0.0));
    (value / unit).floor() * unit
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
