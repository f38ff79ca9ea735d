//! The rows of what was found on a friend graph.

use super::Row;
use crate::graph::counts::DEPTHS;
use crate::graph::survey::Survey;
use crate::output::graph::Findings;

pub fn graph(found: &Findings) -> Vec<Row> {
    let Survey { measured, degrees, census, potential, curve, .. } = &found.survey;
    let start = Row { study: "graph", scenario: found.settings.network.clone(), ..Row::default() };
    let of = |metric: &str, unit: &str| Row { metric: metric.to_owned(), ..start.unit(unit) };
    let (impressions, reach) = (of("impressions", "impressions"), of("reach", "people"));
    let (mean, friends) = ("mean", of("friends", "people"));
    let mut rows = vec![
        of("people", "people").number("count", found.survey.people as f64),
        of("friendships", "friendships").number("count", found.survey.friendships as f64),
        friends.number(mean, degrees.mean()),
        friends.number("p50", degrees.quantile(0.5) as f64),
        friends.unit("ratio").number("cv", degrees.cv()),
        of("friends_of_a_friend", "people").number(mean, degrees.of_a_friend()),
        of("clustering", "share").known(mean, census.clustering),
        of("potential_contacts", "contacts").known(mean, potential.impressions()),
        of("potential_people", "people").known(mean, potential.reach()),
        impressions.known(mean, measured.impressions()),
        reach.known(mean, measured.reach()),
    ];
    let depths = found.settings.feed.depth().min(DEPTHS as u32) as usize;
    for depth in 0..depths {
        let at = |row: &Row| row.key("depth").at((depth + 1) as f64);
        let (value, se) = (measured.mean.impressions[depth], measured.se.impressions[depth]);
        rows.push(with_error(&at(&impressions), value, se));
        let (value, se) = (measured.mean.reach[depth], measured.se.reach[depth]);
        rows.push(with_error(&at(&reach), value, se));
        rows.extend(found.survey.bound.map(|bound| at(&reach).number("bound", bound[depth])));
    }
    let times = measured.mean.frequency.iter().enumerate();
    rows.extend(times.map(|(times, people)| {
        of("seen_at_least", "people").key("times").at((times + 1) as f64).number(mean, *people)
    }));
    rows.extend(
        found.followers_reached().map(|known| of("followers_reached", "people").known(mean, known)),
    );
    rows.push(of("reproduction", "ratio").number(mean, found.reproduction()));
    for point in curve {
        let at = |row: &Row| row.key("askers").at(point.askers);
        rows.push(at(&impressions).number("curve", point.impressions));
        rows.push(Row {
            statistic: "curve".into(),
            ..with_error(&at(&reach), point.reach, point.se)
        });
    }
    if let Some(fit) = found.survey.fit {
        let fitted = [("friends.cv", fit.cv), ("feed.scatter", fit.scatter), ("off", fit.off)];
        rows.extend(fitted.map(|(name, value)| of(name, "ratio").number("fit", value)));
    }
    if !measured.is_told {
        let is_simulated = |row: &&mut Row| matches!(&*row.metric, "reach" | "impressions");
        rows.iter_mut().filter(is_simulated).for_each(|row| row.se = None);
    }
    rows
}

fn with_error(row: &Row, mean: f64, se: f64) -> Row {
    Row { se: Some(se).filter(|se| se.is_finite()), ..row.number("mean", mean) }
}
