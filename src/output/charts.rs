//! CHARTS: the one table of pictures. Every chart is a file of its own, takes plain data and cannot
//! fail.

pub mod build_up;
pub mod cash;
pub mod columns;
pub mod curve;
pub mod distribution;
pub mod exceedance;
pub mod funnel;
pub mod heat_map;
pub mod lines;
pub mod panels;
pub mod plot;
pub mod ranges;
pub mod scatter;
pub mod staircase;
pub mod tornado;
pub mod waterfall;
mod weeks;

use crate::output::format::Format as _;
pub use build_up::{BuildUp, Ceiling};
pub use cash::Cash;
pub use columns::{Column, Columns};
pub use curve::Curve;
pub use distribution::{Distribution, Mark};
pub use exceedance::Exceedance;
pub use funnel::{Funnel, Lane};
pub use heat_map::HeatMap;
pub use lines::{Lines, Sampled, Style};
pub use panels::{Panel, Panels};
pub use plot::Plot;
pub use ranges::{Ranges, Row};
pub use scatter::Scatter;
pub use staircase::{Staircase, Step};
pub use tornado::{Bar, Tornado};
pub use waterfall::{Item, Kind, Waterfall};

use serde::{Deserialize, Serialize};

use crate::output::draw::{Svg, Theme};
use crate::output::format::{Locale, Quantity};
use crate::output::words::sentence as sentence_case;

/// A typical value with the interval that holds 90 % of the futures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
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
pub struct SpreadText {
    pub low: String,
    pub typical: String,
    pub high: String,
    /// Both ends; one number where they read the same.
    pub range: String,
}

impl Spread {
    pub fn told(&self, locale: Locale, quantity: Quantity) -> SpreadText {
        let [a, b, c] = self.se;
        let [low, typical, high] =
            locale.spread(quantity, [(self.low, a), (self.typical, b), (self.high, c)]);
        SpreadText { range: locale.between(&low, &high), low, typical, high }
    }
}

/// What a run or a study offers to the charts; a chart whose part is missing is left out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Material {
    pub staircase: Option<Staircase>,
    pub build_up: Option<BuildUp>,
    pub frequency: Option<Columns>,
    pub networks: Option<Waterfall>,
    pub service: Option<Panels>,
    pub tone: Option<Panels>,
    pub funnel: Option<Funnel>,
    pub value: Option<Waterfall>,
    pub cash: Option<Cash>,
    pub distribution: Option<Distribution>,
    pub exceedance: Option<Exceedance>,
    pub tornado: Option<Tornado>,
    pub driver: Option<Scatter>,
    pub ranges: Option<Ranges>,
    pub worth: Option<Ranges>,
    pub curve: Option<Curve>,
    pub heat_map: Option<HeatMap>,
    pub graph_reach: Option<Lines>,
    pub graph_frequency: Option<Columns>,
    pub graph_degrees: Option<Lines>,
    pub graph_cascades: Option<Lines>,
}

/// One row of CHARTS.
pub struct Chart {
    /// The stem of its files.
    pub id: &'static str,
    /// What it needs, in words.
    pub needs: &'static str,
    /// Draws it with the stamp at its foot, or returns `None` where the material lacks its part.
    pub draw: fn(&Material, &str, &Theme) -> Option<Svg>,
    /// Its message, and where, when and how to read it.
    pub words: fn(&Material, Locale) -> Option<[String; 2]>,
    /// Its numbers: one plot, or one for each of its panels.
    pub plots: fn(&Material, Locale) -> Vec<Plot>,
}

/// A row: the id, the field of the material, the module that draws it, and what it needs. `said`
/// means that its data bring their words with them.
macro_rules! chart {
    ($id:literal, $field:ident, $module:ident, said, $needs:literal) => {
        Chart {
            words: |material, _| material.$field.as_ref().map(|data| [data.title.clone(), data.subtitle.clone()]),
            ..chart!(@row $id, $field, $module, $needs)
        }
    };
    ($id:literal, $field:ident, $module:ident, $needs:literal) => {
        Chart {
            words: |material, locale| material.$field.as_ref().map(|data| $module::words(data, locale)),
            ..chart!(@row $id, $field, $module, $needs)
        }
    };
    (@row $id:literal, $field:ident, $module:ident, $needs:literal) => {
        Chart {
            id: $id,
            needs: $needs,
            draw: |material, stamp, theme| material.$field.as_ref().map(|data| $module::draw(data, stamp, theme)),
            words: |_, _| None,
            plots: |material, locale| material.$field.as_ref().map_or_else(Vec::new, |data| $module::plots(data, locale)),
        }
    };
}

/// In the order in which they tell the story of a run.
pub const CHARTS: &[Chart] = &[
    chart!(
        "staircase",
        staircase,
        staircase,
        "figures that follow from each other, with the factor between neighbours"
    ),
    chart!(
        "reach-build-up",
        build_up,
        build_up,
        "the percentiles of a cumulative series, week by week"
    ),
    chart!("frequency", frequency, columns, said, "people by the number of stories that they see"),
    chart!(
        "networks",
        networks,
        waterfall,
        said,
        "people reached by each community, and those whom several reach"
    ),
    chart!("service", service, panels, said, "questions, answers, hours and backlog, week by week"),
    chart!("tone", tone, panels, said, "praise, complaints and bad talk, week by week"),
    chart!(
        "funnel",
        funnel,
        funnel,
        said,
        "leads by stream, with what leads to them and what becomes of them"
    ),
    chart!("value", value, waterfall, said, "mean value by stream and cost by kind"),
    chart!("cash", cash, cash, said, "the percentiles of the cumulative cash, week by week"),
    chart!(
        "distribution",
        distribution,
        distribution,
        "the values of one metric in all trials, its percentiles, and values of interest"
    ),
    chart!(
        "exceedance",
        exceedance,
        exceedance,
        said,
        "the same, as shares of futures that reach a value"
    ),
    chart!("tornado", tornado, tornado, said, "a figure with each input low and high"),
    chart!(
        "driver",
        driver,
        scatter,
        said,
        "a figure and its strongest input in each of many futures"
    ),
    chart!("ranges", ranges, ranges, said, "figures of one unit, each with its interval"),
    chart!("worth", worth, ranges, said, "what it is worth to know each input"),
    chart!("curve", curve, curve, said, "a figure over the values of a key"),
    chart!("heat-map", heat_map, heat_map, said, "a figure over the values of two keys"),
    chart!(
        "graph-reach",
        graph_reach,
        lines,
        said,
        "people reached on a friend graph by a few to many askers"
    ),
    chart!(
        "graph-frequency",
        graph_frequency,
        columns,
        said,
        "people on a friend graph by the number of posts that they see"
    ),
    chart!(
        "graph-degrees",
        graph_degrees,
        lines,
        said,
        "people of a friend graph by their number of friends"
    ),
    chart!(
        "graph-cascades",
        graph_cascades,
        lines,
        said,
        "posts on a friend graph by how many people they reach"
    ),
];

/// Every picture for which there is material, with the stem of its files.
pub fn draw_all(material: &Material, stamp: &str, theme: &Theme) -> Vec<(&'static str, Svg)> {
    CHARTS
        .iter()
        .filter_map(|chart| Some((chart.id, (chart.draw)(material, stamp, theme)?)))
        .collect()
}
