//! What is printed is what was found: numbers of every shipped scenario, in every language, against
//! the summary, and sums as they stand on the page.

use reachsim::engine::Unwatched;
use reachsim::estimate::Estimate;
use reachsim::locale::Locale;
use reachsim::output::charts::{Figure, Kind, Waterfall};
use reachsim::output::format::Format as _;
use reachsim::output::look::Look;
use reachsim::output::proof::{Printed, numbers};
use reachsim::output::screen::layout::narrowed;
use reachsim::output::screen::studies::{self, Depth};
use reachsim::output::screen::{self, Shown};
use reachsim::output::story::Stories;
use reachsim::output::words::Words as _;
use reachsim::output::{Report, Run};
use reachsim::run::{Told, Until, extras};
use reachsim::study::Alternative;
use reachsim::summary::MetricSummary;
use reachsim::units::Unit;
use unicode_width::UnicodeWidthStr as _;

use crate::cases::{self, shipped_names};

const LOCALES: [Locale; 3] = [Locale::En, Locale::Ru, Locale::Uk];

/// As many as other tests ask for.
const FEW: &str = "simulation.trials=2000";

fn shipped(name: &str, locale: Locale) -> Run {
    cases::shipped(name, &[FEW, &format!("locale={}", locale.id())])
}

/// Whether a number is printed as it was found: no farther off than half of its last digit, and
/// than what three digits or its error allow.
fn is_told(printed: Printed, found: f64, se: f64) -> bool {
    let off = (printed.value - found).abs();
    // Half a unit of the third digit, half of the error, or half of a hundredth of a per cent.
    let error = if se.is_finite() { 0.500_1 * se } else { 0.0 };
    let share = if found.abs() <= 1.0 { 5.1e-5 } else { 0.0 };
    off <= 0.500_1 * printed.unit + 1e-12 * found.abs()
        && off <= (0.005 * found.abs()).max(error).max(share)
}

fn screen_of(run: &Run) -> String {
    let extras = extras(run, Told::OnTheScreen, &Unwatched);
    let report = Report { extras: &extras, ..run.report() };
    screen::run(&report, &Shown { scenario: "x.toml", files: None, next: "explain" })
}

/// The line of a metric on the screen, behind its words.
fn line<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    text.lines().find_map(|line| line.strip_prefix("  ")?.strip_prefix(words))
}

/// A screen without the lines of value and losses, which are means: those that are indented below
/// the head of the value.
fn without_ledger(run: &Run, locale: Locale, text: &str) -> String {
    let weeks = run.case.model().weeks as u64;
    let time = locale.weeks(weeks);
    let head = match weeks {
        52 => locale.say("value-in-a-year", &[]),
        _ => locale.say("value-in", &[("time", time.into())]),
    };
    let mut is_ledger = false;
    let mut kept = String::new();
    for line in text.lines() {
        is_ledger = line.starts_with(&head) || is_ledger && line.starts_with(' ');
        if !is_ledger {
            kept.extend([line, "\n"]);
        }
    }
    kept
}

#[test]
fn the_first_screen_prints_the_percentiles_of_the_summary() {
    let mut count = 0;
    for name in shipped_names() {
        for locale in LOCALES {
            let run = shipped(&name, locale);
            let text = without_ledger(&run, locale, &screen_of(&run));
            for found in run.summary.metrics.iter().filter(|row| row.column.community.is_none()) {
                let row = run.case.model().metric(found.column.metric);
                let Some(rest) = line(&text, &format!("{} ", locale.metric(&row))) else {
                    continue;
                };
                let printed = numbers(locale, rest);
                let places: &[&str] =
                    if row.id == "potential_questions" { &["p50"] } else { &["p50", "p05", "p95"] };
                let is_same = found.percentile("p05").value == found.percentile("p95").value;
                let places = if is_same { &places[..1] } else { places };
                for (printed, id) in printed.iter().zip(places) {
                    let Estimate { value, se, .. } = found.percentile(id);
                    assert!(
                        is_told(*printed, value, se),
                        "{name} {locale:?}: {} {id} is {value} ± {se}: {printed:?}\n{rest}",
                        row.id
                    );
                    count += 1;
                }
            }
        }
    }
    assert!(count > 500, "only {count} numbers were checked");
}

#[test]
fn the_line_of_the_service_prints_means() {
    let ids = ["answered_share", "answered_1h", "answered_24h"];
    for name in shipped_names() {
        for locale in LOCALES {
            let run = shipped(&name, locale);
            let label = locale.say("service-label", &[]);
            let text = screen_of(&run);
            let Some(rest) = text.lines().find_map(|line| line.strip_prefix(&label)) else {
                continue;
            };
            // What is nearly all of them is not parsed.
            let told = ids.iter().zip(numbers(locale, rest)).skip(usize::from(rest.contains('>')));
            for (id, printed) in told {
                let Estimate { value, se, .. } = run.summary.metric(id).expect("a metric").mean;
                assert!(is_told(printed, value, se), "{name} {id} is {value} ± {se}: {rest}");
                let is_all = printed.value == 1.0;
                assert!(!is_all || value == 1.0, "{name} {id}: `{rest}` is not all of them");
            }
        }
    }
}

/// Every total is the sum of the parts above it, as they are printed.
#[track_caller]
fn expect_sums(locale: Locale, name: &str, waterfall: &Waterfall) {
    let mut sum = 0.0;
    for item in &waterfall.items {
        let printed = match item.told.chars().next() {
            // Less than the unit counts as nothing.
            Some('<' | '>') => 0.0,
            _ => numbers(locale, &item.told).first().expect("a number").value,
        };
        match item.kind {
            Kind::Part => sum += printed,
            Kind::Total => {
                let off = (sum - printed).abs();
                let is_same = off < 1e-6 * printed.abs().max(1.0);
                assert!(is_same, "{name}: {sum} {}\n{:#?}", item.told, waterfall.items);
            }
        }
    }
}

/// The total and its parts: what stands behind them adds up to the last digit.
#[test]
fn what_is_printed_of_value_and_cost_adds_up() {
    let mut count = 0;
    for name in shipped_names() {
        for locale in LOCALES {
            let run = shipped(&name, locale);
            if run.summary.metric("total_value").is_none() {
                continue;
            }
            let extras = extras(&run, Told::OnTheScreen, &Unwatched);
            let report = Report { extras: &extras, ..run.report() };
            let stories = Stories::of(&report, &Look::default());
            let story = stories.in_locale(locale);
            let waterfalls: Vec<&Waterfall> = story
                .pictures
                .iter()
                .filter_map(|picture| match &picture.figure {
                    Figure::Waterfall(waterfall) => Some(waterfall),
                    _ => None,
                })
                .collect();
            for waterfall in waterfalls {
                expect_sums(locale, &name, waterfall);
            }
            let waterfall = story.pictures.iter().find_map(|picture| match &picture.figure {
                Figure::Waterfall(waterfall) if picture.chart.id == "value" => Some(waterfall),
                _ => None,
            });
            let Some(waterfall) = waterfall else { continue };
            // The title has the totals of the picture, and the screen has them too.
            let totals: Vec<&str> = waterfall
                .items
                .iter()
                .filter(|item| item.kind == Kind::Total)
                .map(|item| item.told.as_str())
                .collect();
            let text = screen_of(&run);
            for total in &totals {
                let sum = locale.money(&run.case.about().currency, total);
                assert!(waterfall.title.contains(&sum), "{name}: {sum} in {}", waterfall.title);
            }
            assert!(text.contains(totals[0]), "{name}: {} is missing from\n{text}", totals[0]);
            count += 1;
        }
    }
    assert!(count >= 15, "{count}");
}

/// Of a comparison, what was and the difference make what is, as they are printed; and each is as
/// it was found.
#[test]
fn what_a_comparison_prints_adds_up() {
    let mut count = 0;
    for name in shipped_names() {
        let run = shipped(&name, Locale::En);
        let Ok(alternatives) = reachsim::run::variants::Alternatives::what_ifs(&run.case, None)
        else {
            continue;
        };
        let column = run.case.subject().expect("a subject");
        let subject = run.case.model().column_name(column);
        let found = alternatives
            .compare(run.case.plan(), &subject, Until::Planned, &Unwatched)
            .expect("a comparison");
        for locale in LOCALES {
            let run = shipped(&name, locale);
            let context = run.case.context();
            let base = Alternative::AsItIs;
            let text = studies::compare(&context, &base, &subject, &found, Depth::Plain);
            for columns in [40, 80, 100, 120] {
                let context = context.in_columns(columns.max(80));
                let told = studies::compare(&context, &base, &subject, &found, Depth::Verbose);
                let told = if columns < 80 { narrowed(&told, columns) } else { told };
                let fits = |line: &str| line.width() <= columns || !line.trim().contains(' ');
                let wide = told.lines().find(|line| !fits(line));
                assert_eq!(wide, None, "{name} at {columns}");
            }
            let parts: Vec<&str> = text.split("\n\n").skip(1).collect();
            for (other, part) in found.others.iter().zip(parts) {
                for metric in &other.metrics {
                    let row = run.case.model().metric(metric.column.metric);
                    let words = reachsim::output::phrases::studies::words(&context, metric.column);
                    let Some(rest) = line(part, &format!("{words} ")) else { continue };
                    let Some([before, apart, after]) = numbers(locale, rest)
                        .get(..3)
                        .map(|three| [three[0], three[1], three[2]])
                        .map(|[base, other, apart]| [base, apart, other])
                    else {
                        continue;
                    };
                    let unit = before.unit.min(apart.unit).min(after.unit);
                    let sign = if rest.contains('+') { 1.0 } else { f64::signum(apart.value) };
                    let apart = sign * apart.value.abs();
                    let off = (before.value + apart - after.value).abs();
                    assert!(off < 0.01 * unit, "{name} {}: {rest}", row.id);
                    let is_near = |printed: f64, found: Estimate| {
                        let error = if found.se.is_finite() { found.se } else { 0.0 };
                        (printed - found.value).abs() <= 1.01 * error + 1e-3 * found.value.abs()
                    };
                    for (printed, found) in [(before.value, metric.ends[0]), (apart, metric.mean)] {
                        assert!(is_near(printed, found), "{name} {}: {found:?} {rest}", row.id);
                    }
                    count += 1;
                }
            }
        }
    }
    assert!(count > 100, "{count}");
}

/// What a run says of its what-ifs is what `compare` says of them, and what it names to be measured
/// first is what `value-of-information` names.
#[test]
fn a_run_says_of_its_what_ifs_what_the_studies_say() {
    for name in ["support-community", "third-manager"] {
        let run = shipped(name, Locale::En);
        let told = extras(&run, Told::InDocuments, &Unwatched);
        let variants = told.variants.expect("what-ifs");
        let column = run.case.subject().expect("a subject");
        let subject = run.case.model().column_name(column);
        let found = reachsim::run::variants::Alternatives::what_ifs(&run.case, None)
            .and_then(|all| all.compare(run.case.plan(), &subject, Until::Planned, &Unwatched))
            .expect("a comparison");
        assert_eq!(variants.found.others.len(), found.others.len());
        for (inside, alone) in variants.found.others.iter().zip(&found.others) {
            // What is undefined is like itself in words only.
            let [inside_told, alone_told] =
                [inside, alone].map(|one| format!("{:?} {:?}", one.metrics, one.hinge));
            assert!(inside_told == alone_told, "{name}");
            assert_eq!(inside.advice(&subject), alone.advice(&subject));
        }
        if let Some(worths) = told.worths {
            let alone = run.case.value_of_information(&subject).expect("a decision by money");
            assert_eq!(worths.ranked, alone.ranked(), "{name}");
        }
    }
}

/// Every mean of the table of metrics is as far off as its error or its fourth digit at most, and
/// nothing is all or nothing that is not.
#[test]
fn the_table_of_metrics_prints_means_with_the_digits_of_their_errors() {
    for name in shipped_names() {
        let run = shipped(&name, Locale::En);
        let stories = Stories::of(&run.report(), &Look::default());
        let story = stories.in_locale(Locale::En);
        let page = story.pages.iter().find(|page| page.id == "metrics").expect("the metrics");
        let table = page.table.as_ref().expect("a table");
        let metrics: Vec<&MetricSummary> =
            run.summary.metrics.iter().filter(|row| row.column.community.is_none()).collect();
        for (cells, found) in table.rows.iter().zip(metrics) {
            let Some(printed) = numbers(Locale::En, &cells[1]).first().copied() else { continue };
            if cells[1].starts_with(['<', '>']) {
                continue;
            }
            let Estimate { value, se, .. } = found.mean;
            let is_share = run.case.model().metric(found.column.metric).unit == Unit::Share;
            // Value and cost have one unit for all, so that they add up.
            if found.name.starts_with("value_")
                || found.name.starts_with("loss_")
                || found.name.starts_with("cost_")
            {
                continue;
            }
            // A hundredth of a per cent is the last digit of a share.
            let least = if is_share { 1e-4 } else { 1e-9 };
            let allowed = 0.501 * se.max(0.001 * value.abs()).max(least);
            let off = (printed.value - value).abs();
            assert!(off <= allowed, "{name} {}: {value} ± {se} as {}", found.name, cells[1]);
            assert!(printed.value != 1.0 || !is_share || value == 1.0, "{name} {}", found.name);
        }
    }
}
