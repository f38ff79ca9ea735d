//! What came, week by week, beside what one scenario says of each week.

use reachsim_core::design::Sampler;
use reachsim_core::engine::{self, Unwatched};
use reachsim_core::model::{Matrix, Model, Plan};
use reachsim_data::analyse::{Days, History};
use reachsim_learn::backtest::{Course, Kind, Middle, Past, Series};

use super::pages::{read, shown, text};

const SOME: Plan =
    Plan { trials: 200, seed: 1, sampler: Sampler::LatinHypercube, matrix: Matrix::Own };

/// A page of 20 weeks and some days, of which only new followers are known: those of a week come
/// on its first day, and are as many as it has weeks before it.
fn gains(days: i32) -> History {
    let count = |day: i32| if day % 7 == 0 { f64::from(day / 7) } else { 0.0 };
    let counts: Vec<f64> = (0..days).map(count).collect();
    History {
        period: Some((0, days - 1)),
        gained: Some(Days { first: 0, counts }),
        followers: vec![(0, 50_000.0)],
        ..History::default()
    }
}

fn courses(days: i32, start: i32) -> Course {
    let model = read(text(13));
    let past = Past::of(&model, &[shown(gains(days))], start).unwrap();
    let mut found = past.courses(&model, SOME, &Unwatched).into_iter();
    found.find(|course| course.id == "followers_gained").unwrap()
}

fn whole(weeks: &[Option<f64>]) -> Vec<Option<i64>> {
    weeks.iter().map(|week| week.map(|count| count.round() as i64)).collect()
}

#[test]
fn weeks_are_counted_from_the_start_and_cut_where_files_end() {
    // From a Thursday on: twelve whole weeks before it, and seven after it, of 53 days.
    let course = courses(140, 87);
    let before: Vec<Option<i64>> = (1..=12).map(Some).collect();
    assert_eq!(whole(&course.before), before);
    let mut came: Vec<Option<i64>> = (13..20).map(Some).collect();
    came.resize(13, None);
    assert_eq!(whole(&course.came), came);
    assert_eq!(course.ahead.len(), 13);
    // Three days of a week are no week.
    let course = courses(143, 84);
    assert_eq!(course.came.iter().flatten().count(), 8);
    // What ends before the start leaves a gap, and what begins after it has no past.
    let course = courses(140, 7 * 30 + 3);
    assert_eq!(course.is_told(), [true, false]);
    assert_eq!(course.before.len(), 30);
    assert_eq!(course.before.iter().take_while(|week| week.is_some()).count(), 19);
    assert!(course.before[19..].iter().all(Option::is_none));
    let course = courses(140, -4);
    assert_eq!((course.before.len(), course.is_told()), (0, [false, true]));
    // Its first week is no whole one.
    assert_eq!(whole(&course.came[..3]), [None, Some(1), Some(2)]);
}

#[test]
fn what_fell_into_a_range_is_counted_where_it_is_known() {
    let middle = Middle { median: 5.0, ranges: [[4.0, 6.0], [3.0, 7.0], [1.0, 9.0]] };
    let came = [Some(5.0), Some(6.5), None, Some(9.0), Some(9.5)];
    let course = Course {
        id: "questions",
        metric: "questions".to_owned(),
        community: Some(0),
        kind: Kind::Sum,
        start: 0,
        before: Vec::new(),
        ahead: vec![middle; 5],
        came: came.to_vec(),
    };
    let told = course.coverage().map(|covered| (covered.held, covered.of));
    assert_eq!(told, [(1, 4), (2, 4), (3, 4)]);
}

/// Weeks of futures of the model itself, 200 of them of 13 weeks: nine of ten lie inside the 90 %
/// ranges, to about 0.01, and no more than eight of ten inside those of 80 %.
#[test]
fn weeks_of_the_model_itself_are_held_as_often_as_is_said() {
    let model: Model = read(text(13));
    let column = model.column("questions").unwrap();
    let other = Plan { seed: 9, ..SOME };
    let draws = engine::courses(&model, other, &[column], &Unwatched).pop().unwrap();
    let series = Series {
        id: "questions",
        community: Some(0),
        kind: Kind::Sum,
        weeks: vec![Some((1.0, 1.0)); 13],
    };
    let past = Past { start: 0, before: 0, series: vec![series] };
    let plan = Plan { trials: 1_000, ..SOME };
    let course = past.courses(&model, plan, &Unwatched).pop().unwrap();
    let mut held = [0; 3];
    for trial in 0..200 {
        let came = draws.iter().map(|week| Some(week[trial])).collect();
        let covered = Course { came, ..course.clone() }.coverage();
        held.iter_mut().zip(covered).for_each(|(held, covered)| *held += covered.held);
    }
    let [half, eighty, ninety] = held.map(|held| f64::from(held as u32) / (200.0 * 13.0));
    assert!((0.86..0.95).contains(&ninety), "{ninety}");
    assert!((0.75..0.86).contains(&eighty), "{eighty}");
    assert!((0.45..0.58).contains(&half), "{half}");
}
