//! What is compared with what, and what is demanded.

use std::collections::BTreeMap;

use jiff::civil::Date;
use reachsim_core::design::Sampler;
use reachsim_core::draw;
use reachsim_core::engine::Unwatched;
use reachsim_core::model::{Matrix, Model, Plan};
use reachsim_core::rng::StreamKey;
use reachsim_data::analyse::{Days, History};
use reachsim_learn::backtest::demand::Demand;
use reachsim_learn::backtest::{Asked, Backtest, Forecast, Kind, Rival, Row, Series, outlook, run};

use super::pages::{read, seen, shown, text};

/// A page of which only the new followers of each week are known, from a Monday on.
fn gains(weeks: &[f64]) -> History {
    let day = |week: &f64| [week.max(0.0).round(), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let counts: Vec<f64> = weeks.iter().flat_map(day).collect();
    History {
        period: Some((0, 7 * weeks.len() as i32 - 1)),
        gained: Some(Days { first: 0, counts }),
        followers: vec![(0, 50_000.0)],
        ..History::default()
    }
}

fn tested(whole: &History, horizons: &[usize]) -> Backtest {
    let plan = Plan { trials: 100, seed: 1, sampler: Sampler::LatinHypercube, matrix: Matrix::Own };
    let asked = Asked {
        horizons: horizons.to_vec(),
        plan,
        steady: Vec::new(),
        stated: Vec::new(),
        half_life: None,
    };
    // Of new followers it is open how many there are.
    let model =
        |weeks| read(text(weeks).replace("growth.organic = 0", "growth.organic = \"1..4\""));
    let weeks = whole.period.unwrap().1 as usize / 7 + 1;
    let rest = weeks - weeks.div_ceil(2).max(26);
    let all = horizons.iter().copied().chain([1, rest]);
    let known: BTreeMap<usize, Model> = all.map(|weeks| (weeks, model(weeks))).collect();
    let outlook = outlook(&known[&1], &[shown(whole.clone())]).unwrap();
    let models = |_: Date, weeks: usize| Ok::<Model, ()>(known[&weeks].clone());
    run(&outlook, &models, &|day| seen(whole, day), &asked, &Unwatched).unwrap()
}

fn row(found: &Backtest, horizon: usize) -> &Row {
    let mut rows = found.rows.iter();
    rows.find(|row| row.id == "followers_gained" && row.horizon == horizon).unwrap()
}

/// Mean scores of two rivals over the origins that both know.
fn scores(row: &Row, rivals: [Rival; 2]) -> [f64; 2] {
    let own = |forecast: &Forecast| {
        let [one, other] = rivals.map(|rival| forecast.rivals[rival as usize]);
        Some([one?, other?])
    };
    let all: Vec<[f64; 2]> = row.forecasts.iter().filter_map(own).collect();
    [0, 1].map(|i| all.iter().map(|pair| pair[i]).sum::<f64>() / all.len() as f64)
}

#[test]
fn the_last_value_wins_on_a_walk_and_the_mean_on_noise() {
    let mut rng = StreamKey::named(7, "series", "page").at(0, 0);
    let noise: Vec<f64> = (0..120).map(|_| 2_000.0 + 100.0 * draw::normal(&mut rng)).collect();
    let mut level = 2_000.0;
    let mut step = || {
        level += 60.0 * draw::normal(&mut rng);
        level
    };
    let walk: Vec<f64> = (0..120).map(|_| step()).collect();
    let [last, mean] = scores(row(&tested(&gains(&walk), &[1]), 1), [Rival::Last, Rival::Mean8]);
    assert!(last < 0.8 * mean, "on a walk {last} against {mean}");
    let found = tested(&gains(&noise), &[1]);
    let [last, mean] = scores(row(&found, 1), [Rival::Last, Rival::Mean8]);
    assert!(mean < 0.9 * last, "on noise {mean} against {last}");
    // A year before is told from two years on.
    let known = row(&found, 1).forecasts.iter();
    let told: Vec<bool> = known.map(|of| of.rivals[Rival::Seasonal as usize].is_some()).collect();
    assert_eq!(told.len(), 60);
    assert!(told.iter().enumerate().all(|(place, told)| *told == (60 + place >= 104)));
}

#[test]
fn no_forecast_knows_what_comes_and_no_thread_changes_it() {
    let weeks: Vec<f64> = (0..40).map(|week| 900.0 + f64::from(week * 37 % 91)).collect();
    let mut other = weeks.clone();
    other[34..].iter_mut().for_each(|week| *week *= 9.0);
    let found = tested(&gains(&weeks), &[1, 4]);
    let changed = tested(&gains(&other), &[1, 4]);
    for (one, two) in row(&found, 4).forecasts.iter().zip(&row(&changed, 4).forecasts) {
        let is_before = one.day <= 7 * 34;
        assert_eq!(one.ranges == two.ranges, is_before, "day {}", one.day);
    }
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(one.install(|| tested(&gains(&weeks), &[1, 4])), found);
    // The rest reaches from the first origin to the end.
    let rest = found.rows.iter().find(|row| row.is_rest).unwrap();
    assert_eq!((rest.horizon, rest.forecasts.len()), (14, 1));
    assert_eq!(row(&found, 4).forecasts.len(), 11);
}

#[test]
fn four_weeks_are_a_sum_a_level_at_their_end_or_a_mean_over_what_happened() {
    let series = |kind, weeks: &[(f64, f64)]| Series {
        id: "questions",
        community: Some(0),
        kind,
        weeks: weeks.iter().map(|week| Some(*week)).collect(),
    };
    let weeks = [(9.0, 1.0), (1.0, 1.0), (2.0, 1.0), (3.0, 1.0), (4.0, 1.0)];
    assert_eq!(series(Kind::Sum, &weeks).came(1, 5), Some((10.0, 1.0)));
    assert_eq!(series(Kind::End, &weeks).came(1, 5), Some((4.0, 1.0)));
    let posts = [(100.0, 3.0), (0.0, 0.0), (500.0, 1.0)];
    assert_eq!(series(Kind::Mean, &posts).came(0, 3), Some((200.0, 4.0)));
    assert_eq!(series(Kind::Mean, &posts).came(1, 2), None);
    assert_eq!(series(Kind::Sum, &weeks).came(1, 6), None);
    let mut gap = series(Kind::Sum, &weeks);
    gap.weeks[2] = None;
    assert_eq!(gap.came(1, 5), None);
    assert_eq!(gap.past(4), [9.0, 1.0, 1.0, 3.0]);
}

/// Twenty forecasts of 90 to 110, of which so many came true.
fn of_twenty(held: usize, horizon: usize) -> Backtest {
    let draws: Vec<f64> = (0..101).map(|k| 90.0 + 0.2 * f64::from(k)).collect();
    let forecast = |k: usize| {
        let outcome = if k < held { 100.0 } else { 150.0 };
        let mut forecast = Forecast::of(7 * k as i32, &draws, outcome).unwrap();
        forecast.rivals[Rival::Last as usize] = Some(10.0);
        forecast
    };
    let row = Row {
        metric: "questions".to_owned(),
        community: Some(0),
        id: "questions",
        horizon,
        is_rest: false,
        forecasts: (0..20).map(forecast).collect(),
    };
    Backtest { weeks: 52, days: (0, 1), trials: 101, rows: vec![row] }
}

#[test]
fn demands_are_read_and_judged() {
    let coverage = Demand::read("coverage 90% in 80..97").unwrap();
    assert_eq!(coverage, Demand::Coverage { level: 90, low: 80.0, high: 97.0 });
    assert!(coverage.judge(&of_twenty(18, 1)).missed.is_empty());
    for held in [12, 20] {
        let found = of_twenty(held, 1);
        let judged = coverage.judge(&found);
        assert_eq!(judged.missed.len(), 1);
        assert!((judged.missed[0].1 - 5.0 * held as f64).abs() < 1e-9);
    }
    // Twenty forecasts four weeks ahead are five.
    assert_eq!(coverage.judge(&of_twenty(12, 4)).judged, 0);
    let skill = Demand::read("skill last > 10%").unwrap();
    assert_eq!(skill, Demand::Skill { rival: Rival::Last, least: 0.1 });
    assert!(skill.judge(&of_twenty(20, 1)).missed.is_empty());
    assert_eq!(skill.judge(&of_twenty(2, 1)).missed.len(), 1);
    // Nobody knows how a rival did that had no forecast.
    let seasonal = Demand::read("skill seasonal > 0").unwrap();
    assert_eq!(seasonal.judge(&of_twenty(20, 1)).judged, 0);
}

#[test]
fn a_demand_that_says_nothing_is_refused() {
    for text in [
        "",
        "coverage",
        "coverage 90 in 80..97",
        "coverage 91% in 80..97",
        "coverage 90% in 97..80",
        "coverage 90% in 80..970",
        "coverage 90% in eighty..97",
        "skill yesterday > 0",
        "skill last < 0",
        "skill last > nan",
    ] {
        assert!(Demand::read(text).is_err(), "{text}");
    }
}
