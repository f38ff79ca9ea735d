//! CHARTS: the one table of pictures. Every chart is a file of its own, takes plain data and cannot fail.

pub mod build_up;
pub mod curve;
pub mod distribution;
pub mod heat_map;
pub mod ranges;
pub mod staircase;
pub mod tornado;

pub use build_up::{BuildUp, Ceiling};
pub use curve::Curve;
pub use distribution::{Distribution, Mark};
pub use heat_map::HeatMap;
pub use ranges::{Ranges, Row};
pub use staircase::{Staircase, Step};
pub use tornado::{Bar, Tornado};

use crate::output::draw::{Svg, Theme};
use crate::output::format::{Locale, Quantity};

/// A typical value with the interval that holds 90 % of the futures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// 5th percentile.
    pub low: f64,
    /// Median.
    pub typical: f64,
    /// 95th percentile.
    pub high: f64,
    /// Monte Carlo standard error of each: `None` where unknown, zero where the value is exact.
    pub se: [Option<f64>; 3],
}

/// A spread in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub low: String,
    pub typical: String,
    pub high: String,
    /// Both ends; one number where they read the same.
    pub range: String,
}

impl Spread {
    pub fn told(&self, locale: Locale, quantity: Quantity) -> Told {
        let [a, b, c] = self.se;
        let [low, typical, high] = locale.spread(quantity, [(self.low, a), (self.typical, b), (self.high, c)]);
        Told { range: locale.between(&low, &high), low, typical, high }
    }
}

/// What a run or a study offers to the charts; a chart whose part is missing is left out.
#[derive(Clone, Debug, Default)]
pub struct Material<'a> {
    pub distribution: Option<Distribution<'a>>,
    pub build_up: Option<BuildUp<'a>>,
    pub staircase: Option<Staircase<'a>>,
    pub tornado: Option<Tornado<'a>>,
    pub ranges: Option<Ranges<'a>>,
    pub curve: Option<Curve<'a>>,
    pub heat_map: Option<HeatMap<'a>>,
}

/// One row of CHARTS.
pub struct Chart {
    /// The stem of its files.
    pub id: &'static str,
    /// What it needs, in words.
    pub needs: &'static str,
    /// Draws it with the stamp at its foot, or returns `None` where the material lacks its part.
    pub draw: fn(&Material, &str, &Theme) -> Option<Svg>,
}

pub const CHARTS: &[Chart] = &[
    Chart {
        id: "distribution",
        needs: "the values of one metric in all trials, its percentiles, and values of interest",
        draw: |material, stamp, theme| material.distribution.as_ref().map(|data| distribution::draw(data, stamp, theme)),
    },
    Chart {
        id: "reach-build-up",
        needs: "the percentiles of a cumulative series, week by week",
        draw: |material, stamp, theme| material.build_up.as_ref().map(|data| build_up::draw(data, stamp, theme)),
    },
    Chart {
        id: "staircase",
        needs: "figures that follow from each other, with the factor between neighbours",
        draw: |material, stamp, theme| material.staircase.as_ref().map(|data| staircase::draw(data, stamp, theme)),
    },
    Chart {
        id: "tornado",
        needs: "a figure with each input low and high",
        draw: |material, stamp, theme| material.tornado.as_ref().map(|data| tornado::draw(data, stamp, theme)),
    },
    Chart {
        id: "ranges",
        needs: "figures of one unit, each with its interval",
        draw: |material, stamp, theme| material.ranges.as_ref().map(|data| ranges::draw(data, stamp, theme)),
    },
    Chart {
        id: "curve",
        needs: "a figure over the values of a key",
        draw: |material, stamp, theme| material.curve.as_ref().map(|data| curve::draw(data, stamp, theme)),
    },
    Chart {
        id: "heat-map",
        needs: "a figure over the values of two keys",
        draw: |material, stamp, theme| material.heat_map.as_ref().map(|data| heat_map::draw(data, stamp, theme)),
    },
];

/// Every picture for which there is material, with the stem of its files.
pub fn draw_all(material: &Material, stamp: &str, theme: &Theme) -> Vec<(&'static str, Svg)> {
    CHARTS.iter().filter_map(|chart| Some((chart.id, (chart.draw)(material, stamp, theme)?))).collect()
}

/// With a capital first letter, as titles begin.
fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
