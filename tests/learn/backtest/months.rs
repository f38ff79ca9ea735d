//! Month after month: a level that moves, forecast from the months before.

use reachsim_core::dist::Spread;
use reachsim_core::draw;
use reachsim_core::rng::StreamKey;
use reachsim_learn::known::level::{Ahead, Drift, Seen, level};

/// The first month that is forecast; at three months ahead, from the two first ones.
const FIRST: usize = 4;

/// How many levels of months, and how many posts, lay within their 90 %, and of how many.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    months: [usize; 2],
    posts: [usize; 2],
}

/// Forecasts each month from those before the last `ahead - 1`; `posts` are logarithms, by month.
fn held(posts: &[Vec<f64>], drift: Drift, ahead: usize) -> Held {
    let mut held = Held::default();
    for month in FIRST..posts.len() {
        let past = &posts[..month + 1 - ahead];
        let mean = |own: &[f64]| own.iter().sum::<f64>() / own.len() as f64;
        let squares: f64 =
            past.iter().flat_map(|own| own.iter().map(|ln| (ln - mean(own)).powi(2))).sum();
        let count: usize = past.iter().map(Vec::len).sum();
        let variance = squares / (count - past.len()) as f64;
        let seen: Vec<Seen> = past
            .iter()
            .enumerate()
            .map(|(at, own)| Seen {
                at: at as f64,
                place: mean(own),
                variance: variance / own.len() as f64,
            })
            .collect();
        let to_come = Ahead { gap: (ahead - 1) as f64, blocks: 1.0 };
        let curve = level(Spread::Log, &seen, drift, to_come).unwrap().curve;
        let is_held = |value: f64, noise: f64| {
            (0.05..=0.95).contains(&curve.blurred(&[(1.0, noise)]).below(value))
        };
        let own = &posts[month];
        held.months[0] += usize::from(is_held(mean(own), variance / own.len() as f64));
        held.months[1] += 1;
        held.posts[0] += own.iter().filter(|post| is_held(**post, variance)).count();
        held.posts[1] += own.len();
    }
    held
}

/// A year of posts, 40 a month, whose level moves by so much from month to month.
fn year(number: u64, tau: f64) -> Vec<Vec<f64>> {
    let mut rng = StreamKey::named(number, "months", "page").at(0, 0);
    let mut level = 0.0;
    let mut month = || {
        level += tau * draw::normal(&mut rng);
        (0..40).map(|_| level + draw::normal(&mut rng)).collect()
    };
    (0..12).map(|_| month()).collect()
}

fn of_many(tau: f64, drift: Drift, ahead: usize) -> [f64; 2] {
    let all = (0..60).map(|number| held(&year(number, tau), drift, ahead));
    let sum = all.fold(Held::default(), |sum, one| Held {
        months: [0, 1].map(|i| sum.months[i] + one.months[i]),
        posts: [0, 1].map(|i| sum.posts[i] + one.posts[i]),
    });
    [sum.months, sum.posts].map(|[held, of]| held as f64 / of as f64)
}

/// At least 6 of 8 months, and 80 to 97 % of the posts, as on a published page whose reach fell by
/// half within a year; 60 pages of 8 months tell these shares to about 2 and 1 points.
#[test]
fn months_and_posts_of_pages_that_drift_are_held() {
    for ahead in [1, 3] {
        let [months, posts] = of_many(0.25, Drift::Free, ahead);
        assert!((0.75..=0.97).contains(&months), "{ahead} ahead: {months} of the months");
        assert!((0.8..=0.97).contains(&posts), "{ahead} ahead: {posts} of the posts");
        let [still, _] = of_many(0.25, Drift::Steady, ahead);
        assert!(
            still < 0.6,
            "{ahead} ahead: a level that stands still holds {still} of the months"
        );
    }
}

#[test]
fn a_level_that_stands_still_is_no_worse_for_being_free() {
    let [months, posts] = of_many(0.0, Drift::Free, 1);
    assert!((0.87..=1.0).contains(&months), "{months} of the months");
    assert!((0.88..=0.92).contains(&posts), "{posts} of the posts");
}
