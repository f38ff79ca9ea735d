//! CHARTS: the one table of pictures, and the shapes of data that they show. Every shape is a file
//! of its own, takes plain data and cannot fail.

pub mod build_up;
pub mod calendar;
pub mod cash;
pub mod columns;
pub mod curve;
pub mod distribution;
pub mod exceedance;
pub mod fan;
pub mod funnel;
pub mod heat_map;
pub mod lines;
mod mark;
pub mod panels;
pub mod plot;
pub mod ranges;
mod rows;
pub mod scatter;
mod spread;
pub mod stacks;
pub mod staircase;
mod times;
pub mod tornado;
pub mod waterfall;
mod weeks;

pub use build_up::{BuildUp, Ceiling};
pub use calendar::Calendar;
pub use cash::Cash;
pub use columns::{Column, Columns};
pub use curve::Curve;
pub use distribution::{Distribution, Sample};
pub use exceedance::Exceedance;
pub use fan::{Fan, Track};
pub use funnel::{Funnel, Lane};
pub use heat_map::HeatMap;
pub use lines::{Line, Lines, Style};
pub use mark::Mark;
pub use panels::{Band, Panel, Panels};
pub use plot::Plot;
pub use ranges::{Ranges, Row};
pub use scatter::Scatter;
pub use spread::{Spread, SpreadText};
pub use stacks::{Stack, Stacks};
pub use staircase::{Staircase, Step};
pub use times::{Month, Times};
pub use tornado::{Bar, Tornado};
pub use waterfall::{Item, Kind, Waterfall};

use serde::{Deserialize, Serialize};

use crate::output::draw::{Scene, Sheet, Svg, Theme, frame, scene};
use crate::output::format::Locale;
use crate::output::words::sentence as sentence_case;

/// A row of CHARTS: what is the same wherever a picture is shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Chart {
    /// The stem of its files, and the name of its page.
    pub id: &'static str,
    pub part: Part,
    /// The sheet of the workbook that has its numbers beside it.
    pub sheet: Option<&'static str>,
}

/// Where a picture or a page stands: in the story, or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Main,
    Appendix,
}

const fn main(id: &'static str) -> Chart {
    Chart { id, part: Part::Main, sheet: None }
}

/// A picture that adds to one before it.
const fn further(id: &'static str) -> Chart {
    Chart { id, part: Part::Appendix, sheet: None }
}

impl Chart {
    const fn on_sheet(self, name: &'static str) -> Chart {
        Chart { sheet: Some(name), ..self }
    }
}

/// All pictures, in the order in which they tell the story of a run, a study or a graph.
pub const CHARTS: &[Chart] = &[
    main("since"),
    main("staircase"),
    main("reach-build-up").on_sheet("Reach"),
    main("frequency"),
    main("networks").on_sheet("Overlap"),
    main("history"),
    main("service"),
    main("tone"),
    main("roles"),
    main("campaigns"),
    main("competitors"),
    main("funnel").on_sheet("Funnel"),
    main("value").on_sheet("Value"),
    further("cash"),
    main("distribution").on_sheet("Histogram"),
    further("exceedance"),
    main("tornado"),
    further("driver"),
    main("ranges"),
    further("regret"),
    main("metric-1"),
    main("metric-2"),
    main("metric-3"),
    main("metric-4"),
    further("metric-5"),
    further("metric-6"),
    main("worth"),
    main("curve"),
    main("heat-map"),
    main("graph-reach"),
    main("graph-frequency"),
    main("graph-degrees"),
    main("graph-cascades"),
    main("graph-choice"),
    main("weekly"),
    main("weekly-reach"),
    main("event"),
    main("tones"),
    main("voice"),
    main("by-who"),
    main("by-what"),
    main("by-hour"),
    main("by-weekday"),
    main("by-where"),
    main("by-why"),
    main("by-how"),
    main("by-extent"),
    main("learnt"),
    main("spoke"),
    main("totals"),
];

/// One picture of a run, a study or a graph, before it is drawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Picture {
    #[serde(with = "by_id")]
    pub chart: &'static Chart,
    pub figure: Figure,
}

impl Picture {
    pub fn new(id: &str, figure: impl Into<Figure>) -> Picture {
        let chart = find(id).expect("every picture that the program makes has a row in CHARTS");
        Picture { chart, figure: figure.into() }
    }
}

fn find(id: &str) -> Option<&'static Chart> {
    CHARTS.iter().find(|chart| chart.id == id)
}

/// A chart is stored by its id.
mod by_id {
    use super::Chart;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(chart: &Chart, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(chart.id)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<&'static Chart, D::Error> {
        let id = String::deserialize(from)?;
        super::find(&id).ok_or_else(|| D::Error::custom(format!("no chart is called `{id}`")))
    }
}

/// What a picture shows: data whose shape says how they are drawn, said and tabulated.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Figure {
    BuildUp(BuildUp),
    Calendar(Calendar),
    Cash(Cash),
    Columns(Columns),
    Curve(Curve),
    Distribution(Distribution),
    Exceedance(Exceedance),
    Fan(Fan),
    Funnel(Funnel),
    HeatMap(HeatMap),
    Lines(Lines),
    Panels(Panels),
    Ranges(Ranges),
    Scatter(Scatter),
    Stacks(Stacks),
    Staircase(Staircase),
    Tornado(Tornado),
    Waterfall(Waterfall),
}

/// Evaluates one expression for the data of every shape.
macro_rules! each_shape {
    ($figure:expr, $data:ident => $value:expr) => {
        match $figure {
            Figure::BuildUp($data) => $value,
            Figure::Calendar($data) => $value,
            Figure::Cash($data) => $value,
            Figure::Columns($data) => $value,
            Figure::Curve($data) => $value,
            Figure::Distribution($data) => $value,
            Figure::Exceedance($data) => $value,
            Figure::Fan($data) => $value,
            Figure::Funnel($data) => $value,
            Figure::HeatMap($data) => $value,
            Figure::Lines($data) => $value,
            Figure::Panels($data) => $value,
            Figure::Ranges($data) => $value,
            Figure::Scatter($data) => $value,
            Figure::Stacks($data) => $value,
            Figure::Staircase($data) => $value,
            Figure::Tornado($data) => $value,
            Figure::Waterfall($data) => $value,
        }
    };
}

macro_rules! figure_from {
    ($($shape:ident)*) => {
        $(impl From<$shape> for Figure {
            fn from(data: $shape) -> Figure {
                Figure::$shape(data)
            }
        })*
    };
}
figure_from! {
    BuildUp Calendar Cash Columns Curve Distribution Exceedance Fan Funnel HeatMap Lines Panels
    Ranges Scatter Stacks Staircase Tornado Waterfall
}

impl Figure {
    /// Draws the figure on a sheet, with a stamp at its foot where the sheet has one.
    pub fn scene(&self, stamp: &str, theme: &Theme, sheet: Sheet) -> Scene {
        let [title, subtitle] = self.words(theme.locale);
        scene(theme, sheet, &title, |canvas| {
            let area = frame(canvas, &title, &subtitle, stamp);
            each_shape!(self, data => data.draw(canvas, area));
        })
    }

    /// The figure as a picture of its own.
    pub fn draw(&self, stamp: &str, theme: &Theme) -> Svg {
        Svg::of(&self.scene(stamp, theme, Sheet::PICTURE))
    }

    /// A sheet for a phone, as long as the figure needs it.
    pub fn phone(&self) -> Sheet {
        let rows = |count: usize, pitch: f64, more: f64| 100.0 + count.max(1) as f64 * pitch + more;
        Sheet::phone(match self {
            Figure::Staircase(data) => rows(data.steps.len(), 170.0, 60.0),
            Figure::Waterfall(data) => rows(data.items.len(), 92.0, 60.0),
            Figure::Tornado(data) => rows(data.bars.len().min(tornado::BARS), 92.0, 60.0),
            Figure::Ranges(data) => rows(data.rows.len(), 110.0, 60.0),
            Figure::Columns(data) => rows(data.columns.len(), 78.0, 30.0),
            Figure::Stacks(data) => rows(data.rows.len(), 110.0, 34.0 * data.parts.len() as f64),
            Figure::Funnel(data) => {
                rows(data.lanes.len(), 180.0, 60.0 + 150.0 * data.totals.len() as f64)
            }
            Figure::Panels(data) => rows(data.panels.len().min(4), 370.0, 0.0),
            Figure::Fan(data) => rows(data.tracks.len().min(fan::MOST), 370.0, 230.0),
            _ => 760.0,
        })
    }

    /// Title and subtitle of the figure: its message, and where, when and how to read it.
    pub fn words(&self, locale: Locale) -> [String; 2] {
        match self {
            Figure::BuildUp(data) => data.words(locale),
            Figure::Distribution(data) => data.words(locale),
            Figure::Staircase(data) => data.words(locale),
            Figure::Calendar(Calendar { title, subtitle, .. })
            | Figure::Cash(Cash { title, subtitle, .. })
            | Figure::Columns(Columns { title, subtitle, .. })
            | Figure::Curve(Curve { title, subtitle, .. })
            | Figure::Exceedance(Exceedance { title, subtitle, .. })
            | Figure::Fan(Fan { title, subtitle, .. })
            | Figure::Funnel(Funnel { title, subtitle, .. })
            | Figure::HeatMap(HeatMap { title, subtitle, .. })
            | Figure::Lines(Lines { title, subtitle, .. })
            | Figure::Panels(Panels { title, subtitle, .. })
            | Figure::Ranges(Ranges { title, subtitle, .. })
            | Figure::Scatter(Scatter { title, subtitle, .. })
            | Figure::Stacks(Stacks { title, subtitle, .. })
            | Figure::Tornado(Tornado { title, subtitle, .. })
            | Figure::Waterfall(Waterfall { title, subtitle, .. }) => {
                [title.clone(), subtitle.clone()]
            }
        }
    }

    /// Whether it goes through the horizon step by step, so that its steps may be weeks or months.
    pub const fn has_steps(&self) -> bool {
        matches!(self, Figure::BuildUp(_) | Figure::Cash(_) | Figure::Panels(_))
    }

    /// The numbers of the figure: one plot, or one for each of its panels.
    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        each_shape!(self, data => data.plots(locale))
    }
}
