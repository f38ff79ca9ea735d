//! Months and business years: what they are of the weeks, and how they are told.

use std::fs;

use jiff::civil::date;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::estimate;
use reachsim::metric::{METRICS, Value, metric};
use reachsim::model::{Calendar, Lowered, Period};
use reachsim::summary::{Summary, WeeklySummary};
use reachsim::trials::Replay;

use crate::support::{Folder, contents, expect_code, lowered, plan};

/// A page that starts amid a month; every step of the model takes place.
const PAGE: &str = "title = \"Our page\"\nmarket.people = 400_000\nsimulation.trials = 300\n\
    simulation.weeks = 30\nsimulation.start = 2026-01-20\nsimulation.fiscal_year_starts = 4\n\
    [community.page]\nplatform = \"facebook-2012\"\nfollowers = 50_000\n\
    questions.per_year = \"4k to 6k\"\nfeed.visibility = \"7.5%\"\nposts.per_week = 10\n\
    growth.organic = \"30%\"\n[support]\nhours_per_week = 8\n[cost]\nmanager_per_month = 900\n\
    [value]\nmargin_per_customer = 40\nmonths_to_earn = 0\ncost_per_contact = 6\n";

fn days(periods: &[Period]) -> Vec<usize> {
    periods.iter().map(|period| period.to - period.from).collect()
}

#[test]
fn the_days_of_the_months_are_those_of_the_weeks() {
    let of = |day, weeks, starts| Calendar::of(Some(day), weeks, starts);
    // January 20 to 31, a February of a leap year, and 13 days of March.
    let short = of(date(2028, 1, 20), 8, None);
    assert_eq!(days(&short.months), [12, 29, 15]);
    let whole: Vec<bool> = short.months.iter().map(|month| month.is_whole).collect();
    assert_eq!(whole, [false, true, false]);
    assert_eq!(short.months[1].first, date(2028, 2, 1));
    assert!(short.years.is_empty() && !short.crosses_years());
    // Years that begin in April, in the month of the start, and on its very day.
    let years = of(date(2026, 1, 20), 104, Some(4)).years;
    assert_eq!(days(&years), [71, 365, 292]);
    assert_eq!((years[0].first, years[1].first), (date(2025, 4, 1), date(2026, 4, 1)));
    assert_eq!(days(&of(date(2026, 1, 20), 52, Some(1)).years), [346, 18]);
    let exact = of(date(2026, 4, 1), 53, Some(4)).years;
    assert_eq!((days(&exact), exact[0].is_whole, exact[1].is_whole), (vec![365, 6], true, false));
    for start in [date(2026, 1, 1), date(2027, 12, 31), date(9999, 11, 20), date(2028, 2, 29)] {
        for weeks in [1, 4, 52, 520] {
            for starts in 1..=12 {
                let calendar = of(start, weeks, Some(starts));
                for periods in [&calendar.months, &calendar.years] {
                    assert_eq!(days(periods).iter().sum::<usize>(), 7 * weeks, "{start} {weeks}");
                    assert!(periods.windows(2).all(|two| two[0].to == two[1].from));
                    assert!(periods.iter().all(|period| period.from < period.to));
                }
            }
        }
    }
    assert_eq!(Calendar::of(None, 52, Some(4)), Calendar::default());
}

struct Told {
    page: Lowered,
    summary: Summary,
    futures: Vec<Replay>,
}

/// A run with its weeks, and each of its futures once more.
fn told() -> &'static Told {
    static TOLD: std::sync::LazyLock<Told> = std::sync::LazyLock::new(|| {
        let page = lowered(PAGE, &[]);
        let plan = plan(&page, 300);
        let trials = engine::run(&page.model, plan, Detail::Weekly, &Unwatched);
        let summary = Summary::of(&page.model, &trials);
        let futures = (0..300).map(|trial| engine::replay(&page.model, plan, trial)).collect();
        Told { page, summary, futures }
    });
    &TOLD
}

fn flows(summary: &Summary) -> impl Iterator<Item = &WeeklySummary> {
    summary.weekly.iter().filter(|series| matches!(METRICS[series.metric].value, Value::Flow(_)))
}

#[track_caller]
fn expect_same(what: &str, one: f64, other: f64) {
    let size = one.abs().max(other.abs()).max(1.0);
    assert!((one - other).abs() <= 1e-9 * size, "{what}: {one} and {other}");
}

#[test]
fn what_flows_adds_up_by_months_as_by_weeks() {
    let Told { page, summary, .. } = told();
    let mut seen = 0;
    for series in flows(summary) {
        let by_week: f64 = series.weeks.iter().map(|week| week.mean).sum();
        let by_month: f64 = series.months.iter().map(|month| month.mean).sum();
        let by_year: f64 = series.years.iter().map(|year| year.mean).sum();
        expect_same(&series.name, by_week, by_month);
        expect_same(&series.name, by_week, by_year);
        expect_same(&series.name, by_week, summary.metric(&series.name).expect("it").mean.value);
        seen += usize::from(by_week != 0.0);
    }
    assert!(seen > 20, "{seen}");
    // A whole week for the month in which it begins is something else: the test would see it.
    let series = summary.series(metric!("questions")).expect("questions");
    let begins = |month: &Period, week: usize| (month.from..month.to).contains(&(7 * week));
    let months = page.model.calendar.months.iter().zip(&series.months);
    let apart = months.filter(|(month, told)| {
        let weeks = series.weeks.iter().enumerate().filter(|(week, _)| begins(month, *week));
        (weeks.map(|(_, week)| week.mean).sum::<f64>() - told.mean).abs() > 0.5
    });
    assert!(apart.count() > 3);
}

/// The values of a flow in a period, future by future, from the weeks of each.
fn by_hand(of: &Told, flow: fn(&reachsim::metric::Flows) -> f64, period: &Period) -> Vec<f64> {
    let of_one = |replay: &Replay| {
        let weeks = replay.scopes[0].1.iter().enumerate();
        weeks
            .map(|(week, counted)| {
                let within =
                    (7 * week..7 * week + 7).filter(|day| (period.from..period.to).contains(day));
                flow(&counted.flows) * within.count() as f64 / 7.0
            })
            .sum()
    };
    of.futures.iter().map(of_one).collect()
}

#[test]
fn the_range_of_a_month_is_that_of_its_sums_in_the_futures() {
    let told = told();
    for id in [metric!("questions"), metric!("impressions_questions"), metric!("profit")] {
        let series = told.summary.series(id).expect("a series");
        let Value::Flow(flow) = METRICS[series.metric].value else { panic!("{id} flows") };
        let calendar = &told.page.model.calendar;
        let found = series.months.iter().chain(&series.years);
        for (period, found) in calendar.periods().zip(found) {
            let sums = by_hand(told, flow, period);
            let [low, middle, high] = estimate::quantiles_by_selection(&sums, [0.05, 0.5, 0.95]);
            expect_same(id, found.mean, estimate::mean(&sums));
            expect_same(id, found.p05, low);
            expect_same(id, found.p50, middle);
            expect_same(id, found.p95, high);
            // The percentiles of weeks do not add up to these.
            assert!(low < high);
        }
        let weeks: f64 = series.weeks.iter().map(|week| week.p95 - week.p05).sum();
        let months: f64 = series.months.iter().map(|month| month.p95 - month.p05).sum();
        assert!(months < 0.95 * weeks, "{id}: {months} and {weeks}");
    }
}

#[test]
fn what_stands_is_read_at_the_end_of_the_month() {
    let Told { page, summary, .. } = told();
    let months = &page.model.calendar.months;
    let [cash, profit, followers] =
        [metric!("cash_end"), metric!("profit"), metric!("followers_end")]
            .map(|id| summary.series(id).expect("a series"));
    // Every margin is paid at once: the till holds the profit so far.
    let mut till = 0.0;
    for (month, profit) in cash.months.iter().zip(&profit.months) {
        till += profit.mean;
        expect_same("cash", month.mean, till);
    }
    for (month, told) in months.iter().zip(&followers.months) {
        let (week, day) = (month.to / 7, month.to % 7);
        let before = followers.weeks[week - 1].mean;
        let after = followers.weeks.get(week).map_or(before, |week| week.mean);
        expect_same("followers", told.mean, before + (after - before) * day as f64 / 7.0);
    }
    let last =
        |series: &WeeklySummary| (series.months.last().copied(), series.weeks.last().copied());
    for series in &summary.weekly {
        if matches!(METRICS[series.metric].value, Value::State(_) | Value::Reach(_)) {
            let (month, week) = last(series);
            assert_eq!(month, week, "{}", series.name);
        }
    }
}

#[test]
fn a_rate_of_a_month_is_that_of_its_parts() {
    let told = told();
    let share = told.summary.series(metric!("share_positive")).expect("a series");
    let calendar = &told.page.model.calendar;
    let found = share.months.iter().chain(&share.years);
    for (period, found) in calendar.periods().zip(found) {
        let mean = |flow: fn(&reachsim::metric::Flows) -> f64| {
            estimate::mean(&by_hand(told, flow, period))
        };
        expect_same("share", found.mean, mean(|f| f.praise) / mean(|f| f.questions));
        assert!(found.p05 < found.p50 && found.p50 < found.p95);
    }
}

#[test]
fn blocks_threads_and_a_long_run_agree_on_months() {
    let page = lowered(&PAGE.replace("weeks = 30", "weeks = 6"), &[]);
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let plan = plan(&page, 2_500);
        let trials = pool.install(|| engine::run(&page.model, plan, Detail::Weekly, &Unwatched));
        Summary::of(&page.model, &trials)
    };
    let (one, two) = (run(1), run(2));
    assert_eq!(one.weekly, two.weekly);
    let months = &one.series(metric!("questions")).expect("questions").months;
    assert!(months.len() == 3 && months.iter().all(|month| month.p05 < month.p95));
}

#[test]
fn a_run_is_told_by_the_month_in_pictures_sheets_and_csv() {
    let folder = Folder::new("months");
    folder.file("page.toml", PAGE);
    let run = |arguments: &[&str]| expect_code(&folder.reachsim(arguments), 0).0;
    run(&["run", "page.toml", "--by", "month", "--out", "out"]);
    let files = contents(&folder.at("out"));
    assert!(!files.contains_key("weekly.csv"));
    let csv = String::from_utf8(files["monthly.csv"].clone()).expect("UTF-8");
    assert!(csv.starts_with("month,days,series,unit,mean,p05,p50,p95\n2026-01,12,"), "{csv}");
    let rows = csv.lines().filter(|line| line.split(',').nth(2) == Some("questions")).count();
    assert_eq!(rows, 8);
    let json: serde_json::Value = serde_json::from_slice(&files["summary.json"]).expect("JSON");
    assert_eq!(json["step"], "month");
    let years = json["years"].as_array().expect("years");
    let from: Vec<&str> = years.iter().filter_map(|year| year["from"].as_str()).collect();
    assert_eq!((from, &years[0]["to"]), (vec!["2026-01-20", "2026-04-01"], &"2026-03-31".into()));
    let sum: f64 = years.iter().filter_map(|year| year["metrics"]["profit"]["mean"].as_f64()).sum();
    expect_same("profit", sum, json["metrics"]["profit"]["mean"].as_f64().expect("profit"));
    let drawn = |name: &str| fs::read_to_string(folder.at(name)).expect("a picture");
    for chart in ["reach-build-up", "service", "cash"] {
        let svg = drawn(&format!("out/charts/{chart}.svg"));
        assert!(svg.contains(" 2026") && !svg.contains("week 10"), "{chart}");
        assert!(drawn(&format!("out/charts/phone/{chart}.svg")).contains(" 2026"), "{chart}");
    }
    let page = drawn("out/report.html");
    assert!(page.contains("by the month") && !page.contains("by the week"));
    assert_eq!(run(&["proof", "out", "--locale", "en,ru,uk"]).trim(), "");
    // The same documents again from the run, and by the week.
    let before = contents(&folder.at("out"));
    run(&["render", "out", "--by", "week", "--format", "html,md", "--out", "weeks"]);
    let page = drawn("weeks/report.html");
    assert!(page.contains("by the week") && !page.contains("by the month"));
    run(&["render", "out"]);
    assert_eq!(contents(&folder.at("out")), before);
    // A run by the week gives the same by the month, and so does the file.
    run(&["run", "page.toml", "--out", "by-week"]);
    run(&["render", "by-week", "--by", "month", "--out", "again"]);
    let again = contents(&folder.at("again"));
    for name in ["report.html", "deck.pptx", "report.xlsx", "report.md", "charts/service.svg"] {
        assert_eq!(again[name], before[name], "{name}");
    }
    let stated = format!("{PAGE}[deck]\nby = \"month\"\n");
    folder.file("stated.toml", &stated);
    run(&["run", "stated.toml", "--out", "stated"]);
    assert_eq!(contents(&folder.at("stated"))["monthly.csv"], before["monthly.csv"]);
}

#[test]
fn months_without_a_first_day_are_refused() {
    let folder = Folder::new("months-none");
    let without =
        |line: &str| PAGE.lines().filter(|known| !known.starts_with(line)).collect::<Vec<_>>();
    let text = without("simulation.start").join("\n");
    folder.file("page.toml", &text.replace("simulation.fiscal_year_starts = 4\n", ""));
    let (_, err) = expect_code(&folder.reachsim(&["run", "page.toml", "--by", "month"]), 2);
    assert!(err.contains("`page.toml` does not say when it starts"), "{err}");
    assert!(!folder.at("output").exists());
    expect_code(&folder.reachsim(&["run", "page.toml", "--out", "out"]), 0);
    let (_, err) = expect_code(&folder.reachsim(&["render", "out", "--by", "month"]), 2);
    assert!(err.contains("has no months"), "{err}");
    folder.file("alone.toml", &format!("{text}\n[deck]\nby = \"month\"\n"));
    let (_, err) = expect_code(&folder.reachsim(&["run", "alone.toml", "--no-files"]), 0);
    for key in ["`deck.by`", "`simulation.fiscal_year_starts`"] {
        let told = format!("warning[key-alone]: {key} has no effect without `simulation.start`");
        assert!(err.contains(&told), "{err}");
    }
    folder.file("sums.toml", "title = \"Sums\"\nsimulation.start = 2026-01-05\n[input.a]\nvalue = \"1 to 2\"\n[metric.b]\nformula = \"2 * a\"\n");
    let (_, err) = expect_code(&folder.reachsim(&["run", "sums.toml", "--by", "month"]), 2);
    assert!(err.contains("formulas only"), "{err}");
}

#[test]
fn totals_of_business_years_are_told_where_the_horizon_crosses_one() {
    let folder = Folder::new("years");
    folder.file("page.toml", PAGE);
    let screen = |sets: &[&str]| {
        let arguments = [&["run", "page.toml", "--no-files"], sets].concat();
        expect_code(&folder.reachsim(&arguments), 0).0
    };
    let line = screen(&[]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(line.contains("By business year profit on average"), "{line}");
    assert!(line.contains("2025/26, 71 days") && line.contains("2026/27, 139 days"), "{line}");
    // A year that holds the whole horizon, and a file that names no month, have no such line.
    for sets in [
        &["--set", "simulation.fiscal_year_starts=1"][..],
        &["--set", "simulation.start=2026-04-01"],
    ] {
        assert!(!screen(sets).contains("By business year"), "{sets:?}");
    }
}
