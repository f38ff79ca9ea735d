//! How a scenario would have forecast what came: from every week on, learnt from what was visible
//! then, against simple forecasts and the scenario that learnt nothing.
//!
//! Origins are the ends of weeks, counted back from the last day that exports know, the first one
//! after 26 weeks or half of all weeks, whichever is later. At each of them the scenario learns
//! from what was visible, is simulated over the weeks ahead, and is compared with what exports show
//! of these weeks. No week that is forecast was learnt from. A last horizon reaches from the first
//! origin to the end.
//!
//! ```text
//! visible   what a history showed on an earlier day
//! series    what is forecast, and what came week by week
//! rivals    forecasts from the series alone
//! forecast  draws of what is to come, from the engine
//! roll      origin by origin
//! row       one series at one horizon, with its scores
//! courses   what came week by week, beside what one scenario says of each week
//! demand    what is required of the rows
//! ```

mod courses;
pub mod demand;
mod forecast;
mod rivals;
mod roll;
mod row;
mod series;
mod visible;

pub use courses::{Course, Past};
pub use forecast::{Asked, Models};
pub use rivals::Rival;
pub use roll::{Backtest, LEAST_WEEKS, Outlook, Visible, outlook, run};
pub use row::{Forecast, LEVELS, Middle, Row};
pub use series::{Kind, POST_REACH, Series};
pub use visible::{Shown, YOUNG, visible};
