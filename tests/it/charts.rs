//! Charts: what each one draws, and that its texts neither leave the page nor overlap.

use reachsim::output::charts::{
    Band, Bar, BuildUp, CHARTS, Cash, Ceiling, Column, Columns, Curve, Distribution, Exceedance,
    Fan, Figure, Funnel, HeatMap, Item, Kind, Lane, Line, Lines, Mark, Panel, Panels, Ranges, Row,
    Sample, Scatter, Spread, Staircase, Step, Style, Times, Tornado, Track, Waterfall,
};
use reachsim::output::draw::{
    Align, Canvas, Face, Part, Scale, Shape, Sheet, Svg, Theme, Type, Weight, fit, keep_apart,
    picture, png, round_steps, steps_between, text_width, wrap, wrap_evenly,
};
use reachsim::output::format::{Locale, Quantity};
use reachsim::output::native::{Axis, Direction, Native, Scaling};
use reachsim::output::pictures;

use crate::cases;
use resvg::usvg::roxmltree::{Document, Node};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

const REGULAR: &[u8] = include_bytes!("../../src/output/fonts/Inter-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../src/output/fonts/Inter-Bold.ttf");
const STAMP: &str = "Scenario 9f3a61c2e07b44d1 · 10,000 simulated futures · presets as of 2012";

const fn spread(low: f64, typical: f64, high: f64) -> Spread {
    Spread { low, typical, high, se: [None; 3] }
}

fn spread_of(sample: &[f64]) -> Spread {
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |p: f64| {
        sorted.get((p * (sorted.len().max(1) - 1) as f64) as usize).copied().unwrap_or(f64::NAN)
    };
    spread(at(0.05), at(0.5), at(0.95))
}

fn mark(value: f64, words: &str) -> Mark {
    Mark { value, words: words.into(), chance: "exceeded in 97 % of futures".into() }
}

fn a_distribution(sample: &[f64], marks: &[Mark]) -> Distribution {
    Distribution::of(&Sample {
        words: "times seen",
        scope: "A page, 1 year",
        quantity: Quantity::Number,
        values: sample,
        spread: spread_of(sample),
        marks,
    })
}

fn drawn(figure: impl Into<Figure>) -> Svg {
    figure.into().draw(STAMP, &Theme::default())
}

fn a_build_up(weeks: Vec<Spread>, ceiling: Option<f64>) -> BuildUp {
    let ceiling = ceiling.map(|value| Ceiling { value, words: "friends in reach".into() });
    BuildUp {
        words: "different people".into(),
        scope: "A page, 1 year".into(),
        weeks,
        times: Times::default(),
        ceiling,
    }
}

fn a_staircase(figures: &[(&str, Spread)]) -> Staircase {
    let step = |&(words, spread): &(&str, Spread)| Step {
        words: words.into(),
        spread,
        link: "× 130 friends".into(),
    };
    Staircase { scope: "A page, 1 year".into(), steps: figures.iter().map(step).collect() }
}

const SUBTITLE: &str = "A page, 1 year. Profit with one input at its 10th percentile (light) and \
    at its 90th (dark), everything else as it falls.";

fn a_tornado(bars: &[(&str, f64, f64)]) -> Tornado {
    let bar = |&(words, low, high): &(&str, f64, f64)| Bar {
        words: words.into(),
        low,
        high,
        inputs: ["7,600".into(), "13,000".into()],
    };
    let title = "Questions move profit most: from -8,800 to 15,350 EUR".into();
    Tornado {
        title,
        subtitle: SUBTITLE.into(),
        quantity: Quantity::Number,
        centre: 2_300.0,
        bars: bars.iter().map(bar).collect(),
    }
}

fn some_ranges(rows: &[(&str, f64)]) -> Ranges {
    let row = |&(words, value): &(&str, f64)| Row {
        words: words.into(),
        value,
        sure: [value - 300.0, value + 300.0],
        futures: Some([value - 9e3, value + 12e3]),
        told: "+4,180".into(),
    };
    Ranges {
        title: "What each variant changes in profit, EUR".into(),
        subtitle: SUBTITLE.into(),
        quantity: Quantity::Number,
        measured: None,
        rows: rows.iter().map(row).collect(),
    }
}

fn a_curve(points: &[(f64, Spread)]) -> Curve {
    Curve {
        title: "Profit of at least 0 in 80 of 100 futures takes 12.4 posts a week".into(),
        subtitle: SUBTITLE.into(),
        across: "posts a week".into(),
        along: Quantity::Number,
        words: "profit".into(),
        band: ["1 in 20 is lower".into(), "1 in 20 is higher".into()],
        quantity: Quantity::Number,
        points: points.to_vec(),
        goal: Some((2.5, "80 %".into())),
        mark: points.get(1).map(|point| (point.0, point.1.typical, "12.4".into())),
    }
}

fn a_map(across: &[f64], up: &[f64], value: fn(f64, f64) -> f64) -> HeatMap {
    let values: Vec<f64> =
        up.iter().flat_map(|a| across.iter().map(move |b| value(*a, *b))).collect();
    HeatMap {
        title: "Profit is best at 1 posts a week and 20 hours: 6,600 EUR on average".into(),
        subtitle: SUBTITLE.into(),
        across: ("hours of the team in a week".into(), across.to_vec()),
        up: ("posts a week".into(), up.to_vec()),
        told: values.iter().map(|value| format!("{value:.0}")).collect(),
        best: Some(0),
        values,
    }
}

fn some_columns(values: &[f64]) -> Columns {
    let column = |(place, &value): (usize, &f64)| Column {
        name: (place + 1).to_string(),
        value,
        told: format!("{value:.0}"),
        share: "12.5 %".into(),
        is_meant: place >= 2,
    };
    Columns {
        title: "23 % of the people reached meet three stories or more; the average is 2.2".into(),
        subtitle: SUBTITLE.into(),
        across: "stories seen".into(),
        words: "people".into(),
        columns: values.iter().enumerate().map(column).collect(),
    }
}

fn a_waterfall(parts: &[(&str, f64)]) -> Waterfall {
    let item = |&(words, value): &(&str, f64)| Item {
        words: words.into(),
        value,
        kind: Kind::Part,
        told: format!("{value:.0}"),
    };
    let mut items: Vec<Item> = parts.iter().map(item).collect();
    let total: f64 = parts.iter().map(|(_, value)| value).sum();
    items.push(Item {
        words: "profit".into(),
        value: total,
        kind: Kind::Total,
        told: format!("{total:.0}"),
    });
    Waterfall {
        title: "Value 41,000 less cost 39,000 leaves 2,000".into(),
        subtitle: SUBTITLE.into(),
        head: "Stream".into(),
        items,
    }
}

fn some_panels(count: usize) -> Panels {
    let weeks = |top: f64| {
        (0..52).map(|week| spread(0.5 * top, top, top * (1.5 + f64::from(week) / 50.0))).collect()
    };
    let panel = |place: usize| Panel {
        words: "questions that wait for an answer".into(),
        quantity: if place.is_multiple_of(2) { Quantity::Number } else { Quantity::Share },
        weeks: weeks(10_f64.powi(place as i32 - 2)),
        told: "typically 185".into(),
    };
    Panels {
        title: "97.7 % of the questions are answered".into(),
        subtitle: SUBTITLE.into(),
        panels: (0..count).map(panel).collect(),
        bands: vec![Band { from: 8.0, to: 14.0 }],
        times: Times::default(),
    }
}

fn a_fan(count: usize, value: impl Fn(usize) -> f64) -> Fan {
    let track = |place: usize| Track {
        words: "questions of people who wait for an answer on the page".into(),
        quantity: if place.is_multiple_of(2) { Quantity::Number } else { Quantity::Share },
        told: "11 of 13 weeks fell inside the 90 % range".into(),
        before: (0..26).map(&value).collect(),
        came: (0..13).map(|week| if week < 5 { value(week) } else { f64::NAN }).collect(),
        ahead: (0..13)
            .map(|week| [0.5, 0.6, 0.8, 1.0, 1.3, 1.8, 2.4].map(|times| times * value(week)))
            .collect(),
    };
    Fan {
        title: "Questions by the week: typically 52 until 5 January 2026, 48 from then on".into(),
        subtitle: SUBTITLE.into(),
        start: 20_458,
        tracks: (0..count).map(track).collect(),
    }
}

fn a_funnel(leads: &[Spread]) -> Funnel {
    let lane = |&leads: &Spread| Lane {
        words: "friends of members".into(),
        from: "166,000 seen by friends in all".into(),
        leads,
        rate: "0.05 % become leads".into(),
    };
    let total = |words: &str| {
        (
            words.to_owned(),
            spread(710.0, 1_420.0, 2_500.0),
            "39 % would not have come anyway".to_owned(),
        )
    };
    Funnel {
        title: "1,420 leads a year become 72 new customers".into(),
        subtitle: SUBTITLE.into(),
        lanes: leads.iter().map(lane).collect(),
        totals: ["leads", "customers won", "new customers"].map(total).to_vec(),
    }
}

fn a_cash(weeks: Vec<Spread>) -> Cash {
    let middle = weeks.len() as f64 / 2.0;
    Cash {
        title: "Pays for itself after typically 27 weeks".into(),
        subtitle: SUBTITLE.into(),
        weeks,
        times: Times::default(),
        payback: Some((middle, "27 weeks".into())),
    }
}

fn an_exceedance(sample: &[f64], marks: Vec<Mark>) -> Exceedance {
    Exceedance {
        title: "Profit: at least 0 in 47 % of futures".into(),
        subtitle: SUBTITLE.into(),
        words: "profit, EUR".into(),
        quantity: Quantity::Number,
        points: Exceedance::points(sample),
        spread: spread_of(sample),
        marks,
    }
}

fn a_scatter(dots: &[(f64, f64)]) -> Scatter {
    Scatter {
        title: "Questions and profit: rank correlation 0.46".into(),
        subtitle: SUBTITLE.into(),
        across: ("share of the customers who asked".into(), Quantity::Share),
        up: ("profit, EUR".into(), Quantity::Number),
        dots: dots.to_vec(),
        medians: dots.to_vec(),
    }
}

fn of_runs() -> Vec<(&'static str, Figure)> {
    let course = |slope: f64| -> Vec<Spread> {
        (1..=52)
            .map(f64::from)
            .map(|t| {
                spread(-2_000.0 - 9.0 * t * slope, -2_000.0 + 60.0 * t * slope, 200.0 * t * slope)
            })
            .collect()
    };
    let marks = || vec![mark(0.0, "the page pays for itself"), mark(9e7, "far away")];
    let bell = sample(5_003, |u| 2e3 + 9e3 * logit(u));
    let parts = [
        ("service contacts saved", 19_600.0),
        ("value of customers who asked", 17_900.0),
        ("loss by bad talk", -250.0),
        ("cost of the team", -22_880.0),
        ("cost of content", -44_000.0),
    ];
    let funnel_of = |leads: &[Spread]| a_funnel(leads).into();
    let wide = [spread(560.0, 1_200.0, 2_100.0), spread(9.0, 57.0, 260.0), spread(0.0, 0.0, 1.0)];
    let cloud: Vec<(f64, f64)> =
        bell.iter().zip(&article()).map(|(a, b)| (b / 2e5, *a)).take(400).collect();
    vec![
        ("columns", some_columns(&[121e3, 13_800.0, 2_580.0, 430.0, 75.0]).into()),
        ("many columns", some_columns(&[5e4; 10]).into()),
        ("waterfall", a_waterfall(&parts).into()),
        ("falling waterfall", a_waterfall(&parts[2..]).into()),
        ("panels", some_panels(4).into()),
        ("three panels", some_panels(3).into()),
        ("fan", a_fan(4, |week| 50.0 + (week * 7 % 11) as f64).into()),
        ("fan alone", a_fan(1, |week| 5e6 + 1e5 * (week * 7 % 11) as f64).into()),
        ("funnel", funnel_of(&wide)),
        ("narrow funnel", funnel_of(&wide[..1])),
        ("cash", a_cash(course(3.0)).into()),
        ("cash below", a_cash(course(-3.0)).into()),
        ("exceedance", an_exceedance(&bell, marks()).into()),
        ("scatter", a_scatter(&cloud).into()),
    ]
}

fn odd_runs(odd: &[f64], weeks: &[Spread]) -> Vec<(&'static str, Figure)> {
    let parts: Vec<(&str, f64)> = odd.iter().map(|&value| ("", value)).collect();
    let dots: Vec<(f64, f64)> =
        odd.iter().flat_map(|&a| odd.iter().map(move |&b| (a, b))).collect();
    let mut odd_panels = some_panels(1);
    odd_panels.panels[0].weeks = weeks.to_vec();
    vec![
        ("no columns", some_columns(&[]).into()),
        ("odd columns", some_columns(odd).into()),
        ("no parts", Waterfall { items: vec![], ..a_waterfall(&[]) }.into()),
        ("odd parts", a_waterfall(&parts).into()),
        ("no panels", some_panels(0).into()),
        ("no fan", a_fan(0, |_| 0.0).into()),
        ("odd fan", a_fan(2, |week| odd[week % odd.len()]).into()),
        ("odd panels", odd_panels.into()),
        ("no lanes", a_funnel(&[]).into()),
        ("odd lanes", a_funnel(&weeks[..4]).into()),
        ("no cash", a_cash(vec![]).into()),
        ("odd cash", a_cash(weeks.to_vec()).into()),
        ("no exceedance", an_exceedance(&[], vec![]).into()),
        ("odd exceedance", an_exceedance(odd, odd.iter().map(|x| mark(*x, "")).collect()).into()),
        ("no dots", a_scatter(&[]).into()),
        ("odd dots", a_scatter(&dots).into()),
    ]
}

fn of_studies() -> Vec<(&'static str, Figure)> {
    let words = [
        "share of direct leads that would not have bought anyway",
        "paid minutes that an answer takes",
        "value of an order, before tax",
        "clicks",
    ];
    let bars: Vec<(&str, f64, f64)> = (0..14)
        .map(|i| (words[i % 4], -8_800.0 + 700.0 * i as f64, 15_000.0 - 800.0 * i as f64))
        .collect();
    let turned: Vec<(&str, f64, f64)> =
        bars.iter().map(|&(words, low, high)| (words, high, low)).collect();
    let line: Vec<(f64, Spread)> = (0..12)
        .map(|i| (f64::from(i), spread(f64::from(i) - 4.0, f64::from(i), f64::from(i) + 5.0)))
        .collect();
    let many: Vec<f64> = (0..50).map(f64::from).collect();
    let uneven: Vec<f64> = (0..8).map(|i| 1.0 + 20.0 * f64::from(i) / 7.0).collect();
    let rows: Vec<(&str, f64)> = (0..12).map(|i| (words[i % 4], 5e3 - 900.0 * i as f64)).collect();
    vec![
        ("tornado", a_tornado(&bars).into()),
        ("turned tornado", a_tornado(&turned).into()),
        ("one bar", a_tornado(&bars[..1]).into()),
        ("ranges", some_ranges(&rows).into()),
        ("one range", some_ranges(&rows[..1]).into()),
        ("curve", a_curve(&line).into()),
        ("short curve", a_curve(&line[..2]).into()),
        ("map", a_map(&uneven, &uneven, |a, b| 1e3 * a - 500.0 * b * b).into()),
        ("fine map", a_map(&many, &many, |a, b| a * b).into()),
    ]
}

/// Evenly spread quantiles of a bell-shaped or long-tailed sample, in an order that is not
/// ascending.
fn sample(n: usize, shape: fn(f64) -> f64) -> Vec<f64> {
    (0..n).map(|i| shape(((i * 7919) % n) as f64 / n as f64 + 0.5 / n as f64)).collect()
}

fn logit(u: f64) -> f64 {
    (u / (1.0 - u)).ln()
}

fn article() -> Vec<f64> {
    sample(10_007, |u| 65_000.0 + 65_000.0 * u)
}

fn typical_figures() -> Vec<(&'static str, Figure)> {
    let marks =
        || vec![mark(65_000.0, "5 % of friends see it"), mark(130_000.0, "10 % of friends see it")];
    let growth = |n: u32, top: f64| {
        (1..=n)
            .map(|t| top * f64::from(t) / f64::from(n))
            .map(|x| spread(0.7 * x, x, 1.3 * x))
            .collect::<Vec<_>>()
    };
    let close = vec![
        mark(96e3, "last year"),
        mark(97e3, "the plan"),
        mark(97.1e3, "the article"),
        mark(9e7, "far away"),
        mark(-5.0, "below"),
    ];
    vec![
        ("article", a_distribution(&article(), &marks()).into()),
        ("bell", a_distribution(&sample(5_003, |u| 97e3 + 9e3 * logit(u)), &close).into()),
        ("fixed", a_distribution(&[130e3; 100], &marks()).into()),
        ("zero", a_distribution(&[0.0; 100], &marks()).into()),
        ("long tail", a_distribution(&sample(5_003, |u| (2.0 * logit(u)).exp()), &marks()).into()),
        (
            "few values",
            a_distribution(&sample(5_003, |u| (8.0 * u * u).floor()), &[mark(3.0, "the budget")])
                .into(),
        ),
        ("year", a_build_up(growth(52, 77e3), Some(15e6)).into()),
        ("ceiling", a_build_up(growth(520, 77e3), Some(101e3)).into()),
        ("one week", a_build_up(growth(1, 77.0), None).into()),
        ("nothing", a_build_up(growth(52, 0.0), Some(0.0)).into()),
        (
            "stairs",
            a_staircase(&[
                ("questions", spread(9.3e3, 1e4, 10.7e3)),
                ("friends who could see them", spread(1.2e6, 1.3e6, 1.4e6)),
                ("times seen", spread(68e3, 97e3, 128e3)),
                ("different people", spread(53e3, 77e3, 101e3)),
            ])
            .into(),
        ),
        (
            "stairs to zero",
            a_staircase(&[
                ("questions", spread(0.0, 3.0, 14.0)),
                ("times seen", spread(0.0, 0.0, 4.0)),
            ])
            .into(),
        ),
    ]
    .into_iter()
    .chain(of_studies())
    .chain(of_runs())
    .collect()
}

fn odd_figures() -> Vec<(&'static str, Figure)> {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e308, 1e308, 5e-324, -0.0];
    let odd_spreads: Vec<Spread> = odd.iter().flat_map(|&a| odd.map(|b| spread(a, b, a))).collect();
    let stairs: Vec<(&str, Spread)> = odd_spreads.iter().map(|&spread| ("", spread)).collect();
    let hostile = "<svg>&\"'\u{0}\u{7}\u{FFFF}\u{202E} 漢字 \u{1F600} Цель ₽ ₴ ґ ".repeat(20);
    vec![
        ("no sample", a_distribution(&[], &[mark(1.0, "")]).into()),
        ("undefined sample", a_distribution(&[f64::NAN, f64::INFINITY], &[]).into()),
        ("odd sample", a_distribution(&odd, &odd.map(|x| mark(x, ""))).into()),
        (
            "hostile words",
            a_distribution(
                &[1.0, 2.0, 3.0],
                &std::array::from_fn::<Mark, 30, _>(|_| mark(2.0, &hostile)),
            )
            .into(),
        ),
        ("no weeks", a_build_up(vec![], Some(f64::NAN)).into()),
        ("odd weeks", a_build_up(odd_spreads.clone(), Some(1e308)).into()),
        ("no steps", a_staircase(&[]).into()),
        ("odd steps", a_staircase(&stairs).into()),
        ("no bars", a_tornado(&[]).into()),
        (
            "odd bars",
            Tornado {
                title: hostile.clone(),
                centre: f64::NAN,
                ..a_tornado(&odd.map(|x| ("", x, -x)))
            }
            .into(),
        ),
        ("no ranges", some_ranges(&[]).into()),
        ("odd ranges", some_ranges(&odd.map(|x| (hostile.as_str(), x))).into()),
        ("no curve", a_curve(&[]).into()),
        (
            "odd curve",
            a_curve(&odd_spreads.iter().map(|&spread| (spread.high, spread)).collect::<Vec<_>>())
                .into(),
        ),
        ("no map", a_map(&[], &[1.0], |a, _| a).into()),
        ("odd map", a_map(&odd, &odd, |a, b| a * b).into()),
    ]
    .into_iter()
    .chain(odd_runs(&odd, &odd_spreads))
    .collect()
}

/// Texts of a picture with their boxes (left, top, right, bottom) on the canvas of 19,200 x 10,800.
fn text_boxes(svg: &Svg) -> Vec<(String, [f64; 4])> {
    let document = Document::parse(svg.as_str()).expect("well-formed");
    let number = |node: Node, name: &str| -> f64 {
        node.attribute(name).and_then(|text| text.parse().ok()).expect("a number")
    };
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            let (text, size) =
                (node.text().unwrap_or("").trim().to_owned(), number(node, "font-size"));
            let face = if node.attribute("font-weight") == Some("bold") {
                Face::inter(Weight::Bold)
            } else {
                Face::inter(Weight::Regular)
            };
            let width = text_width(&text, size, &face);
            let left = number(node, "x")
                - width * if node.attribute("text-anchor") == Some("end") { 1.0 } else { 0.0 };
            let left = if node.attribute("text-anchor") == Some("middle") {
                left - width / 2.0
            } else {
                left
            };
            let baseline = number(node, "y") + 0.76 * size;
            (text, [left, baseline - 0.73 * size, left + width, baseline])
        })
        .collect()
}

fn find_clash(svg: &Svg) -> Option<String> {
    let boxes = text_boxes(svg);
    for (i, (text, a)) in boxes.iter().enumerate() {
        if a[0] < 0.0 || a[1] < 0.0 || a[2] > 19_200.0 || a[3] > 10_800.0 {
            return Some(format!("`{text}` leaves the canvas"));
        }
        let overlaps = |b: &[f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
        if let Some((other, _)) = boxes[..i].iter().find(|(_, b)| overlaps(b)) {
            return Some(format!("`{text}` lies on `{other}`"));
        }
    }
    None
}

fn numbers(svg: &Svg, tag: &str, attribute: &str) -> Vec<f64> {
    let document = Document::parse(svg.as_str()).expect("well-formed");
    let nodes = document.descendants().filter(|node| node.has_tag_name(tag));
    nodes.filter_map(|node| node.attribute(attribute).and_then(|text| text.parse().ok())).collect()
}

#[test]
fn the_fonts_are_small_and_have_every_letter_of_the_three_locales() {
    for data in [REGULAR, BOLD] {
        assert!(data.len() < 200_000);
        let font = FontRef::new(data).expect("a font").charmap();
        let letters = ('А'..='я')
            .chain(' '..='~')
            .chain("ЁёЄєІіЇїҐґ₽₴€£$¥–—−×÷≈→←↑↓…«»“”„‘’·№‰\u{A0}\u{2009}\u{202F}".chars());
        for letter in letters {
            assert_ne!(
                font.map(letter).unwrap_or_default(),
                GlyphId::NOTDEF,
                "`{letter}` is missing"
            );
        }
    }
}

#[test]
fn no_label_lies_on_another_or_leaves_the_canvas() {
    for (name, figure) in typical_figures() {
        assert_eq!(find_clash(&drawn(figure)), None, "{name}");
    }
}

#[test]
fn no_label_of_a_shipped_scenario_clashes_in_any_language() {
    for name in cases::shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=400"]);
        let report = run.report();
        let findings = pictures::Findings::of(&report);
        for locale in Locale::ALL {
            let theme = Theme { locale, ..Theme::default() };
            let made = pictures::of_run(&report, &findings, locale);
            let stamp =
                pictures::stamp(report.about(), report.plan(), report.assumptions(), locale);
            for (id, svg) in pictures::drawn(&made, &stamp, &theme) {
                assert_eq!(find_clash(&svg), None, "{id} of {name} in {}", locale.id());
            }
        }
    }
}

/// Sheets of every width in which charts are printed.
fn sheets(figure: &Figure) -> [Sheet; 4] {
    [Sheet::PICTURE, Sheet::PAGE, Sheet::bare(1_752.0, 716.0), figure.phone()]
}

/// Figures of nine digits, whose labels are wide at both ends of an axis.
fn large_figures() -> Vec<(&'static str, Figure)> {
    let rows: Vec<(&str, f64)> = (1..8).map(|i| ("clicks", 1.9e8 * f64::from(i))).collect();
    let bars: Vec<(&str, f64, f64)> =
        (1..8).map(|i| ("clicks", -1e9, 1.9e8 * f64::from(i))).collect();
    let line: Vec<(f64, Spread)> =
        (0..12).map(|i| (1e8 * f64::from(i), spread(1e8, 4e8, 9e8))).collect();
    vec![
        ("large ranges", some_ranges(&rows).into()),
        ("large tornado", a_tornado(&bars).into()),
        ("large curve", a_curve(&line).into()),
        ("large sample", a_distribution(&sample(5_003, |u| 1.1e9 * u), &[]).into()),
    ]
}

#[test]
fn no_label_leaves_a_sheet_of_any_width() {
    for (name, figure) in typical_figures().into_iter().chain(large_figures()) {
        for sheet in sheets(&figure) {
            for locale in Locale::ALL {
                let scene = figure.scene(STAMP, &Theme { locale, ..Theme::default() }, sheet);
                for text in scene.texts() {
                    let width = text.width();
                    let left = match text.align {
                        Align::Left => text.at.0,
                        Align::Centre => text.at.0 - width / 2.0,
                        Align::Right => text.at.0 - width,
                    };
                    let is_within = left >= 0.0 && left + width <= sheet.width;
                    assert!(is_within, "{name}, {} wide: `{}` leaves it", sheet.width, text.text);
                }
            }
        }
    }
}

#[test]
fn letters_on_a_phone_have_eleven_pixels() {
    for (name, figure) in typical_figures() {
        let scene = figure.scene(STAMP, &Theme::default(), figure.phone());
        let pixels = 390.0 / scene.sheet.width;
        for text in scene.texts() {
            let size = text.size * pixels;
            assert!(size >= 11.0, "{name}: `{}` has {size:.1} pixels", text.text);
        }
    }
}

/// Where a value of a native chart is drawn, from the edges of its frame.
fn drawn_at(axis: Axis, value: f64, (from, to): (f64, f64)) -> f64 {
    let [low, high, value] = [axis.low, axis.high, value].map(|value| match axis.scaling {
        Scaling::Linear => value,
        Scaling::Log => value.log10(),
    });
    let share = (value - low) / (high - low);
    let share = if axis.direction == Direction::Forward { share } else { 1.0 - share };
    from + (to - from) * share
}

/// A native chart is the drawing of its scene: every text and every dot is where the scene has it,
/// and nothing but the words of the frame is left out.
#[test]
fn a_native_chart_draws_what_its_scene_draws() {
    for (name, figure) in typical_figures() {
        for sheet in sheets(&figure) {
            let scene = figure.scene(STAMP, &Theme::default(), sheet);
            let natives = Native::of(&scene);
            assert!(!natives.is_empty(), "{name} has no native chart");
            let mut places: Vec<(String, f64, f64)> = Vec::new();
            for native in &natives {
                let frame = native.frame;
                for point in native.series.iter().flat_map(|series| series.points.iter().flatten())
                {
                    let x = drawn_at(native.across, point.x, (frame.left, frame.right));
                    let y = drawn_at(native.up, point.y, (frame.bottom, frame.top));
                    places.push((point.label.clone(), x, y));
                }
            }
            let is_there = |words: &str, (x, y): (f64, f64)| {
                let near = |place: &(String, f64, f64)| {
                    place.0 == words && (place.1 - x).abs() < 0.6 && (place.2 - y).abs() < 0.6
                };
                places.iter().any(near)
            };
            for mark in scene.marks.iter().filter(|mark| mark.part != Part::Frame) {
                match &mark.shape {
                    Shape::Text(text) => {
                        let at = (text.at.0, text.at.1 - 0.36 * text.size);
                        assert!(is_there(&text.text, at), "{name}: `{}` is not there", text.text);
                    }
                    Shape::Disc { centre, .. } => {
                        assert!(is_there("", *centre), "{name}: no dot at {centre:?}");
                    }
                    Shape::Box { rect, .. } => {
                        let middle = (f64::midpoint(rect.left, rect.right), rect.top);
                        let end = (rect.right, f64::midpoint(rect.top, rect.bottom));
                        let is_bar = is_there("", middle) || is_there("", end);
                        assert!(is_bar, "{name}: no bar for {rect:?}");
                    }
                    Shape::Area { .. } | Shape::Path { .. } => {}
                }
            }
        }
    }
}

#[test]
fn a_planted_clash_is_found() {
    let draw = |canvas: &mut Canvas, x: f64| {
        let ink = canvas.theme.regular(30.0, canvas.theme.ink);
        canvas.text("first label", (100.0, 100.0), ink);
        canvas.text("second label", (x, 105.0), ink.align(Align::Left));
    };
    let theme = Theme::default();
    assert!(find_clash(&picture(&theme, "", |canvas| draw(canvas, 220.0))).is_some());
    assert!(find_clash(&picture(&theme, "", |canvas| draw(canvas, 1_800.0))).is_some());
    assert_eq!(find_clash(&picture(&theme, "", |canvas| draw(canvas, 300.0))), None);
}

#[test]
fn odd_data_and_hostile_words_give_whole_pictures() {
    for (name, figure) in typical_figures().into_iter().chain(odd_figures()) {
        let svg = drawn(figure);
        let document = Document::parse(svg.as_str()).expect(name);
        let root = document.root_element();
        let size = ["width", "height", "viewBox"].map(|key| root.attribute(key));
        assert_eq!(size, [Some("1920"), Some("1080"), Some("0 0 19200 10800")], "{name}");
        for node in document.descendants().filter(|node| node.has_tag_name("text")) {
            assert_eq!(node.attribute("font-family"), Some("Inter, sans-serif"), "{name}");
        }
        let image = png(&svg, 1);
        assert_eq!(image.get(..8), Some(b"\x89PNG\r\n\x1a\n".as_slice()), "{name}");
        assert_eq!(
            image.get(16..24),
            Some([0, 0, 7, 128, 0, 0, 4, 56].as_slice()),
            "{name} is not 1920 x 1080"
        );
    }
}

#[test]
fn a_picture_is_the_same_bytes_every_time() {
    for (name, figure) in typical_figures() {
        assert_eq!(drawn(figure.clone()), drawn(figure), "{name}");
    }
    let (svg, again) =
        (drawn(a_distribution(&article(), &[])), drawn(a_distribution(&article(), &[])));
    assert_eq!(png(&svg, 1), png(&again, 1));
}

fn text_node(group: &resvg::usvg::Group) -> Option<&resvg::usvg::Node> {
    group.children().iter().find_map(|node| match node {
        resvg::usvg::Node::Group(group) => text_node(group),
        resvg::usvg::Node::Text(_) => Some(node),
        _ => None,
    })
}

#[test]
fn text_is_as_wide_as_it_is_drawn() {
    for (text, face) in [
        ("Times seen: typically 97,000", Face::inter(Weight::Bold)),
        ("Охват: около 97 000, в 9 из 10", Face::inter(Weight::Regular)),
        ("Tokyo TV, Avenue To Varna", Face::inter(Weight::Regular)),
    ] {
        let svg = picture(&Theme::default(), "", |canvas| {
            let kind = Type { face: &face, ..canvas.theme.regular(60.0, canvas.theme.ink) };
            canvas.text(text, (100.0, 500.0), kind);
        });
        let mut fonts = resvg::usvg::fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        let options = resvg::usvg::Options { fontdb: fonts.into(), ..Default::default() };
        let tree = resvg::usvg::Tree::from_str(svg.as_str(), &options).expect("a picture");
        let drawn = f64::from(text_node(tree.root()).expect("the text").abs_bounding_box().width());
        let measured = text_width(text, 60.0, &face);
        assert!(
            (drawn / measured - 1.0).abs() < 0.05,
            "`{text}` is {drawn} wide, measured {measured}"
        );
    }
}

#[test]
fn bars_are_as_high_as_their_shares() {
    let mut few = vec![1.0; 100];
    few.extend([2.0; 200]);
    few.extend([3.0; 50]);
    let heights = numbers(&drawn(a_distribution(&few, &[])), "rect", "height");
    let [.., a, b, c] = heights[..] else { panic!("three bars") };
    assert!((b / a - 2.0).abs() < 0.01 && (a / c - 2.0).abs() < 0.01, "{heights:?}");
}

#[test]
fn marks_stand_at_their_values_and_beyond_the_axis_only_point() {
    let svg = drawn(a_distribution(&article(), &[mark(97_500.0, "middle"), mark(9e7, "far")]));
    let text = svg.as_str();
    assert!(text.contains("97,500: middle") && text.contains("90,000,000: far →"), "{text}");
    // Two lines a mark: its ground and itself.
    let lines = Document::parse(text)
        .expect("well-formed")
        .descendants()
        .filter(|node| node.attribute("stroke") == Some("#C84E00"))
        .count();
    assert_eq!(lines, 1);
    let ends = numbers(&svg, "line", "x1");
    let middle = f64::midpoint(920.0 + 840.0, 18_360.0);
    assert!(ends.iter().any(|x| (x - middle).abs() < 30.0), "no line near {middle}: {ends:?}");
}

#[test]
fn a_mark_whose_words_name_its_value_says_it_once() {
    let svg = drawn(a_distribution(
        &article(),
        &[mark(65_000.0, "more than 65,000 times"), mark(130_000.0, "twice as many")],
    ));
    let texts: Vec<String> = text_boxes(&svg).into_iter().map(|(text, _)| text).collect();
    assert!(texts.iter().any(|text| text == "more than 65,000 times"), "{texts:?}");
    assert!(texts.iter().any(|text| text == "130,000: twice as many"), "{texts:?}");
}

#[test]
fn equal_factors_are_equal_distances_on_the_stairs() {
    let exact = |x: f64| spread(x, x, x);
    let svg = drawn(a_staircase(&[
        ("a", exact(10.0)),
        ("b", exact(1_000.0)),
        ("c", exact(100.0)),
        ("d", exact(1e4)),
    ]));
    let x = numbers(&svg, "circle", "cx");
    assert_eq!(x.len(), 4);
    assert!(
        (x[1] - x[0] - 2.0 * (x[1] - x[2])).abs() <= 2.0
            && (x[3] - x[2] - (x[1] - x[0])).abs() <= 2.0,
        "{x:?}"
    );
}

#[test]
fn a_ceiling_is_a_line_in_sight_and_a_sentence_out_of_sight() {
    let weeks = vec![spread(50e3, 77e3, 100e3); 52];
    let (near, far) =
        (drawn(a_build_up(weeks.clone(), Some(150e3))), drawn(a_build_up(weeks, Some(15e6))));
    let words =
        |svg: &Svg| text_boxes(svg).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(" ");
    assert!(near.as_str().contains("#C84E00") && !words(&near).contains("Off the chart"));
    assert!(!far.as_str().contains("#C84E00"));
    assert!(
        words(&far).contains(
            "Off the chart: the ceiling of 15,000,000 friends in reach; typically 0.51 %"
        ),
        "{}",
        words(&far)
    );
}

#[test]
fn a_shortened_axis_says_so() {
    let long = sample(10_007, |u| (2.0 * logit(u)).exp());
    assert!(
        a_distribution(&long, &[]).words(Locale::En)[1]
            .contains("The axis leaves out the outermost 0.5 %")
    );
    assert!(!drawn(a_distribution(&article(), &[])).as_str().contains("leaves out"));
}

fn some_lines(quantity: Quantity) -> Lines {
    let line = |name: &str, style: Style, slope: f64| Line {
        name: name.into(),
        style,
        points: [0.0, 1.0, 10.0, 500.0].iter().map(|x| (*x, 0.7 * f64::powf(*x, slope))).collect(),
    };
    Lines {
        title: "Askers and people".into(),
        subtitle: "By powers of ten.".into(),
        across: "askers".into(),
        upward: "people".into(),
        quantity,
        lines: vec![
            line("measured", Style::Dotted, 0.9),
            line("closed form", Style::Accent, 0.89),
            line("no overlap", Style::Quiet, 1.0),
        ],
        marks: vec![(20.0, "mean 20".into())],
    }
}

/// What is not above zero has no place on an axis of powers of ten.
#[test]
fn lines_by_powers_of_ten_leave_out_nothing_but_zeros() {
    let data = some_lines(Quantity::Number);
    let plot = data.plots(Locale::En).remove(0);
    assert_eq!(plot.categories, ["1", "10", "500"]);
    assert!(plot.is_positive() && plot.series.len() == 3);
    let svg = drawn(data.clone());
    for words in ["measured", "closed form", "no overlap", "mean 20", "\n1\n", "\n10\n", "\n100\n"]
    {
        assert!(svg.as_str().contains(words), "{words}");
    }
    let empty = Lines { lines: Vec::new(), ..data };
    assert!(drawn(empty).as_str().contains("Askers and people"));
}

#[test]
fn the_columns_of_every_plot_are_as_long_as_its_categories() {
    for (name, figure) in typical_figures().into_iter().chain(odd_figures()) {
        for plot in figure.plots(Locale::Ru) {
            assert!(
                plot.series.iter().all(|series| series.values.len() == plot.categories.len()),
                "{name}: {plot:?}"
            );
        }
    }
}

#[test]
fn pictures_come_in_the_order_of_their_table() {
    let place = |id: &str| CHARTS.iter().position(|chart| chart.id == id).expect(id);
    for (at, chart) in CHARTS.iter().enumerate() {
        assert_eq!(place(chart.id), at, "`{}` stands there twice", chart.id);
    }
    for name in crate::cases::shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=400"]);
        let report = run.report();
        let made = pictures::of_run(&report, &pictures::Findings::of(&report), report.locale);
        let ids: Vec<&str> = made.iter().map(|picture| picture.chart.id).collect();
        assert!(!ids.is_empty() && ids.is_sorted_by_key(|id| place(id)), "{name}: {ids:?}");
    }
}

#[test]
fn labels_move_no_further_than_they_must() {
    assert_eq!(keep_apart(&[10.0, 50.0], &[10.0, 10.0], 5.0, (0.0, 100.0)), [10.0, 50.0]);
    assert_eq!(keep_apart(&[50.0, 50.0], &[10.0, 10.0], 5.0, (0.0, 100.0)), [42.5, 57.5]);
    assert_eq!(
        keep_apart(&[0.0, 1.0, 99.0], &[10.0, 10.0, 10.0], 0.0, (0.0, 100.0)),
        [5.0, 15.0, 95.0]
    );
    assert!(keep_apart(&[], &[], 0.0, (0.0, 1.0)).is_empty());
}

#[test]
fn ticks_are_round_and_cover_the_axis() {
    assert_eq!(
        [0.7, 1.0, 2.1, 2.6, 6.0, 43_000.0].map(round_steps),
        [1.0, 1.0, 2.5, 5.0, 10.0, 50_000.0]
    );
    assert_eq!(steps_between(-0.5, 1.0, 0.5), [-0.5, 0.0, 0.5, 1.0]);
    let scale = Scale::new((0.0, 100.0), (200.0, 400.0));
    assert_eq!(
        [-5.0, 0.0, 50.0, 100.0, 1e300, f64::NAN].map(|x| scale.at(x)),
        [200.0, 200.0, 300.0, 400.0, 400.0, 200.0]
    );
}

#[test]
fn long_texts_are_broken_between_words_and_cut_with_an_ellipsis() {
    let text = "Times seen by the friends of everybody who wrote anything";
    let lines = wrap(text, 400.0, 30.0, &Face::inter(Weight::Regular), 2);
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1].ends_with('…')
            && lines
                .iter()
                .all(|line| text_width(line, 30.0, &Face::inter(Weight::Regular)) <= 400.0),
        "{lines:?}"
    );
    let even = wrap_evenly(text, 700.0, 30.0, &Face::inter(Weight::Regular));
    assert_eq!(even.join(" "), text);
    assert!(even[1].len() * 2 > even[0].len(), "{even:?}");
    assert_eq!(fit("short", 400.0, 30.0, &Face::inter(Weight::Bold)), "short");
    assert_eq!(fit("short", 1.0, 30.0, &Face::inter(Weight::Bold)), "");
}
