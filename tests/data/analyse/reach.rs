//! Posts and pages.

use reachsim_data::analyse::{Aside, FIGURES, LeftOut, Means, Remark};
use reachsim_data::shape::{Export, Metric, Post, Shape};

use super::make::{MONDAY, at, day, export, figure, near, plain, posts, receipt};

/// Five posts: 100, 200, 300, 400 and 4,000 people.
fn five() -> Export {
    let mut export = posts(&[100.0, 200.0, 300.0, 400.0, 4_000.0]);
    for (post, impressions) in export.posts.iter_mut().zip([120.0, 260.0, 390.0, 480.0, 12_000.0]) {
        post.impressions = Some(impressions);
        post.reactions = Some(6.0);
        post.comments = Some(4.0);
        post.reach_followers = post.reach.map(|reach| reach / 2.0);
    }
    export
}

fn aside(analysis: &reachsim_data::analyse::Analysis, id: &str, what: Aside) -> Option<f64> {
    figure(analysis, id).beside.iter().find(|beside| beside.what == what).map(|of| of.value)
}

#[test]
fn means_and_ratios_of_totals_are_those_of_a_hand() {
    let told = plain(&five());
    near(figure(&told, "posts").value, 5.0);
    near(figure(&told, "reach_per_post").value, 1_000.0);
    near(aside(&told, "reach_per_post", Aside::MedianPost).unwrap(), 300.0);
    near(figure(&told, "frequency").value, 13_250.0 / 5_000.0);
    near(aside(&told, "frequency", Aside::MedianPost).unwrap(), 1.3);
    near(figure(&told, "engagement").value, 50.0 / 5_000.0);
    near(figure(&told, "non_follower_reach").value, 2_500.0);
    near(aside(&told, "non_follower_reach", Aside::ShareOfAll).unwrap(), 0.5);
    assert_eq!(figure(&told, "frequency").means, Means::RatioOfTotals);
}

#[test]
fn figures_that_no_file_gives_are_absent() {
    let told = plain(&export());
    assert!(told.figures.is_empty() && told.groups.is_empty() && told.period.is_none());
    let told = plain(&posts(&[10.0, 20.0]));
    let ids: Vec<&str> = told.figures.iter().map(|figure| figure.id).collect();
    assert_eq!(ids, ["posts", "reach_per_post"]);
    let mut silent = posts(&[10.0; 6]);
    silent.posts.iter_mut().for_each(|post| post.reach = None);
    assert!(plain(&silent).figure("reach_per_post").is_none());
}

#[test]
fn a_post_that_reached_nobody_is_one_and_a_post_without_a_number_is_none() {
    let mut export = posts(&[0.0, 10.0, 20.0]);
    near(figure(&plain(&export), "reach_per_post").value, 10.0);
    export.posts[0].reach = None;
    near(figure(&plain(&export), "reach_per_post").value, 15.0);
}

#[test]
fn posts_below_28_days_are_counted_and_in_no_other_figure() {
    let mut export = posts(&[100.0; 40]);
    export.receipts[0].exported = Some(MONDAY + 39);
    export.posts[39].reach = Some(1e9);
    let told = plain(&export);
    near(figure(&told, "posts").value, 40.0);
    let reach = figure(&told, "reach_per_post");
    assert_eq!((reach.value, reach.n), (100.0, 12));
    let young = LeftOut::YoungPosts { posts: 28, days: 28, exported: MONDAY + 39, assumed: false };
    assert!(told.left_out.contains(&young), "{:?}", told.left_out);
}

#[test]
fn where_nobody_says_when_it_was_exported_the_last_day_is_taken_and_said() {
    let mut export = posts(&[100.0; 40]);
    export.receipts[0].exported = None;
    let told = plain(&export);
    assert!(figure(&told, "reach_per_post").remarks.contains(&Remark::ExportDayAssumed));
    let young = LeftOut::YoungPosts { posts: 28, days: 28, exported: MONDAY + 39, assumed: true };
    assert!(told.left_out.contains(&young));
}

#[test]
fn views_are_no_impressions() {
    let mut export = posts(&[100.0; 5]);
    export.posts.iter_mut().for_each(|post| post.views = Some(250.0));
    let told = plain(&export);
    assert!(told.figure("frequency").is_none());
    near(aside(&told, "reach_per_post", Aside::ViewsPerPerson).unwrap(), 2.5);
    assert!(figure(&told, "reach_per_post").remarks.contains(&Remark::ViewsAreNotImpressions));
}

#[test]
fn different_people_of_days_are_never_added() {
    let mut export = export();
    for place in 0..4 {
        export.days.push(day(MONDAY + place, Metric::Reach, 100.0 * f64::from(place + 1)));
        export.days.push(day(MONDAY + place, Metric::Visits, 10.0));
    }
    let told = plain(&export);
    let of = |metric| told.days.iter().find(|daily| daily.metric == metric).unwrap();
    assert_eq!((of(Metric::Reach).sum, of(Metric::Reach).median), (None, 250.0));
    assert_eq!(of(Metric::Visits).sum, Some(40.0));
    assert!(told.left_out.contains(&LeftOut::DailyUniques { days: 4 }));
    assert!(told.figures.iter().all(|figure| figure.value != 1_000.0));
}

#[test]
fn followers_are_a_last_level_and_gains_are_sums() {
    let mut export = export();
    for place in [2, 0, 1] {
        export.days.push(day(MONDAY + place, Metric::Followers, 500.0 + f64::from(place)));
        export.days.push(day(MONDAY + place, Metric::Gained, 3.0));
        export.days.push(day(MONDAY + place, Metric::Lost, 2.0));
    }
    let mut week = day(MONDAY + 2, Metric::Gained, 777.0);
    week.period = 7;
    export.days.push(week);
    let told = plain(&export);
    near(figure(&told, "followers").value, 502.0);
    near(aside(&told, "followers", Aside::First).unwrap(), 500.0);
    near(figure(&told, "gained").value, 9.0);
    near(figure(&told, "lost").value, 6.0);
    assert!(told.left_out.contains(&LeftOut::Overlapping { rows: 1 }));
}

#[test]
fn rows_in_another_order_give_the_same_figures() {
    let mut export = five();
    let told = plain(&export);
    export.posts.reverse();
    let turned = plain(&export);
    for (one, other) in told.figures.iter().zip(&turned.figures) {
        assert!((one.value - other.value).abs() <= 1e-12 * one.value.abs(), "{}", one.id);
    }
    assert_eq!(told.weeks, turned.weeks);
    assert_eq!(told.groups, turned.groups);
}

#[test]
fn figures_stand_in_their_order_and_no_other_ids_are_told() {
    let told = plain(&five());
    let places: Vec<usize> = told
        .figures
        .iter()
        .map(|figure| FIGURES.iter().position(|id| *id == figure.id).unwrap())
        .collect();
    assert!(places.is_sorted());
}

#[test]
fn weeks_begin_on_mondays_and_what_no_file_holds_is_no_nought() {
    let mut export = posts(&[10.0]);
    export.receipts = vec![receipt(Shape::Posts)];
    export.posts.push(Post { at: at(MONDAY + 14, 23), ..Post::default() });
    export.days.push(day(MONDAY + 27, Metric::Gained, 5.0));
    let weeks = plain(&export).weeks;
    assert_eq!(
        weeks.iter().map(|week| week.from).collect::<Vec<_>>(),
        [MONDAY, MONDAY + 7, MONDAY + 14, MONDAY + 21]
    );
    let posts: Vec<Option<u64>> = weeks.iter().map(|week| week.posts).collect();
    assert_eq!(posts, [Some(1), Some(0), Some(1), None]);
    assert_eq!(weeks[3].gained, Some(5.0));
    assert!(weeks.iter().all(|week| week.questions.is_none() && week.is_whole));
}
