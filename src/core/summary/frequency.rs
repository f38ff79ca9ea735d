//! People by the number of stories that they see.

use super::row::MetricSummary;
use crate::reach;

/// Classes, the last of which is open: at most so many, and none that holds hardly anybody.
const CLASSES: u32 = 10;
const HARDLY: f64 = 0.005;

/// People who see one story, two, three .., the last class being open; none where nobody is
/// reached or the pool is too small.
///
/// The totals of one or two and of three or more stories are the run's own; within each, the
/// classes are in the proportion of the negative binomial with the run's mean and reach among the
/// people of the `pool`.
pub fn classes(metrics: &[MetricSummary], pool: f64) -> Vec<f64> {
    let mean = |id: &str| {
        let found = metrics.iter().find(|metric| metric.name == id);
        found.map_or(f64::NAN, |metric| metric.mean.value)
    };
    let (reach, three) = (mean("reach_second"), mean("reach_second_3plus"));
    let impressions = mean("frequency_second") * reach;
    if !(reach > 0.0 && three >= 0.0 && impressions > reach && pool > reach) {
        return Vec::new();
    }
    let tail = |n: u32| reach::nbd_tail(impressions / pool, reach / pool, n);
    let last = (4..CLASSES).find(|n| tail(*n) < HARDLY * tail(1)).unwrap_or(CLASSES);
    let class = |n: u32| if n == last { tail(n) } else { tail(n) - tail(n + 1) };
    let within =
        |n: u32| if n < 3 { (reach - three) / (class(1) + class(2)) } else { three / tail(3) };
    (1..=last).map(|n| (class(n) * within(n)).max(0.0)).collect()
}
