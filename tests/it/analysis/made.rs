//! An analysis with something of everything, made by hand: its numbers are invented.

use reachsim::data::analyse::{
    Analysis, Aside, Beside, By, Caution, Change, Column, Figure, Group, Grouped, LeftOut, Means,
    Missing, Monitoring, Odd, Of, Quote, Remark, Role, Row, Series, Skew, Step, Sum, Table, Task,
    Tones, Unit, Verdict, Week,
};
use reachsim::data::shape::{Receipt, Shape, Why};

/// Monday, 3 August 2026.
pub const MONDAY: i32 = 20_668;

/// A figure with its interval.
pub fn figure(id: &'static str, value: f64, [low, high]: [f64; 2], unit: Unit) -> Figure {
    Figure {
        id,
        value,
        low: low.is_finite().then_some(low),
        high: high.is_finite().then_some(high),
        n: 340,
        of: Of::Messages,
        unit,
        means: Means::Share,
        beside: Vec::new(),
        remarks: Vec::new(),
    }
}

const NONE: [f64; 2] = [f64::NAN; 2];

fn beside(what: Aside, value: f64) -> Beside {
    Beside { what, value, low: None, high: None, n: 340 }
}

fn figures() -> Vec<Figure> {
    let of = |of: Of, figure: Figure| Figure { of, ..figure };
    let reach = of(Of::Posts, figure("reach_per_post", 1_340.0, [1_100.0, 1_580.0], Unit::People));
    let quartiles = [beside(Aside::Quartile1, 410.0), beside(Aside::Quartile3, 1_620.0)];
    let positive = figure("share_positive", 0.18, [0.14, 0.223], Unit::Share);
    let answered = of(Of::Questions, figure("answered_share", 0.81, [0.77, 0.85], Unit::Share));
    let voice = figure("share_of_voice", 0.34, [0.29, 0.39], Unit::Share);
    vec![
        of(Of::Posts, figure("posts", 96.0, NONE, Unit::Count)),
        Figure {
            beside: [vec![beside(Aside::MedianPost, 840.0)], quartiles.to_vec()].concat(),
            remarks: vec![Remark::PaidUnknown],
            ..reach
        },
        of(Of::Days, figure("followers", 12_480.0, NONE, Unit::People)),
        of(Of::Questions, figure("questions", 412.0, NONE, Unit::Count)),
        Figure { beside: vec![beside(Aside::Never, 78.0)], ..answered },
        of(Of::Questions, figure("response_p50_hours", 2.4, [1.9, 3.1], Unit::Hours)),
        Figure { remarks: vec![Remark::AsCoded], ..positive },
        figure("share_neutral", 0.73, [0.68, 0.775], Unit::Share),
        figure("share_negative", 0.09, [0.063, 0.126], Unit::Share),
        Figure { beside: vec![beside(Aside::Rank, 2.0), beside(Aside::Brands, 3.0)], ..voice },
        of(Of::Leads, figure("leads", 37.0, NONE, Unit::Count)),
    ]
}

/// A group with its share of a total.
pub fn row(group: Group, count: u64, total: u64) -> Row {
    let share = count as f64 / total as f64;
    let half = 1.96 * libm::sqrt(share * (1.0 - share) / total as f64);
    Row {
        group,
        count: Some(count),
        share: Some(share),
        low: Some((share - half).max(0.0)),
        high: Some((share + half).min(1.0)),
        tone: None,
        reach: None,
    }
}

/// A table of groups of messages.
pub fn table(column: Column, counts: Vec<(Group, u64)>) -> Table {
    let total = counts.iter().map(|(_, count)| count).sum();
    Table {
        column,
        of: Of::Messages,
        total,
        silent: 12,
        rows: counts.into_iter().map(|(group, count)| row(group, count, total)).collect(),
        rest: None,
        overlaps: false,
        skew: None,
    }
}

fn groups() -> Vec<Grouped> {
    let name = |name: &str| Group::Name(name.to_owned());
    let hours = (0..24).map(|hour| (Group::Hour(hour), u64::from(hour) * 3 % 17 + 2)).collect();
    let days = (1..=7).map(|day| (Group::Weekday(day), 60 - 5 * u64::from(day))).collect();
    let roles = vec![
        (Group::Role(Role::Other), 230),
        (Group::Role(Role::Advocate), 64),
        (Group::Role(Role::Critic), 31),
        (Group::Role(Role::Employee), 15),
    ];
    let authors = table(Column::Author, (1..=6).map(|n| (Group::Author(n), 20)).collect());
    let skew = Skew { top_tenth: 0.43, once: 90, lorenz: vec![(0.0, 0.0), (1.0, 1.0)], gini: 0.6 };
    let mut brands =
        table(Column::Brand, vec![(name("Alpha"), 190), (name("Beta"), 116), (name("Gamma"), 34)]);
    brands.rows[0].tone =
        Some(Tones { n: 190, shares: [[0.2, 0.15, 0.26], [0.7, 0.63, 0.76], [0.1, 0.07, 0.15]] });
    let codes = vec![
        (Group::Code("delivery".to_owned()), 90),
        (Group::Code("price".to_owned()), 82),
        (Group::SeveralCodes, 14),
        (Group::NoCode, 154),
    ];
    let why = Table { overlaps: true, ..table(Column::Code, codes) };
    let sizes = vec![
        (Group::Size(0, Some(100)), 12),
        (Group::Size(100, Some(1_000)), 61),
        (Group::Size(1_000, None), 23),
    ];
    let grouped = |by: By, tables: Vec<Table>| Grouped { by, tables };
    vec![
        grouped(By::Who, vec![Table { skew: Some(skew), ..authors }, table(Column::Role, roles)]),
        grouped(
            By::What,
            vec![table(Column::Topic, vec![(name("cards"), 210), (name("loans"), 88)])],
        ),
        grouped(By::When, vec![table(Column::Hour, hours), table(Column::Weekday, days)]),
        grouped(
            By::Where,
            vec![table(Column::Network, vec![(name("north"), 240), (name("south"), 100)])],
        ),
        grouped(By::Why, vec![why]),
        grouped(
            By::How,
            vec![table(Column::Format, vec![(name("photo"), 66), (name("video"), 30)])],
        ),
        grouped(By::Extent, vec![table(Column::Reach, sizes)]),
        grouped(By::Brand, vec![brands]),
    ]
}

/// Weeks of which the tenth has twice as many questions.
pub fn weeks() -> Vec<Week> {
    let week = |n: i32| {
        let questions = if n == 9 { 64 } else { 26 + (n as u64 * 7) % 9 };
        Week {
            from: MONDAY + 7 * n,
            is_whole: n != 13,
            posts: Some(6 + n as u64 % 3),
            reach_per_post: (n != 4).then(|| 700.0 + 40.0 * f64::from(n)),
            messages: Some(questions + 3),
            questions: Some(questions),
            answered: Some(questions - 6),
            positive: Some(5),
            neutral: Some(18),
            negative: Some(3),
            leads: Some(2),
            gained: Some(30.0),
            lost: Some(9.0),
            followers: Some(12_000.0 + 20.0 * f64::from(n)),
        }
    };
    (0..14).map(week).collect()
}

/// A campaign of three weeks.
pub fn change(verdict: Verdict, [ratio, low, high]: [f64; 3]) -> Change {
    let steps = (0..14).map(|n| {
        let is_event = (8..11).contains(&n);
        (MONDAY + 7 * n, if is_event { 61.0 } else { 30.0 + f64::from(n % 4) }, is_event)
    });
    Change {
        series: Series::Questions,
        step: Step::Week,
        from: MONDAY + 56,
        to: Some(MONDAY + 76),
        left_out: 0,
        before: 8,
        during: 3,
        after: 3,
        ratio,
        low,
        high,
        sum: Some(Sum { value: 92.0, low: 61.0, high: 127.0 }),
        placebo: Some((1, 12)),
        lag1: 0.1,
        verdict,
        warnings: vec![Caution::NoControl, Caution::PostHoc, Caution::NoSeason],
        steps: steps.collect(),
    }
}

fn receipt(file: &str, shape: Shape) -> Receipt {
    Receipt {
        file: file.to_owned(),
        hash: "8f43ab".repeat(10) + "8f43",
        sheet: None,
        block: None,
        kind: "suite-messages".to_owned(),
        shape,
        known_by: vec!["Text".to_owned(), "Tone".to_owned()],
        encoding: "UTF-8".to_owned(),
        delimiter: Some(','),
        rows: 360,
        used: 352,
        left_out: vec![(Why::Repeated, 8)],
        from: Some(MONDAY),
        to: Some(MONDAY + 94),
        gaps: Vec::new(),
        zone: Some("Europe/Kyiv".to_owned()),
        columns: vec![("text".to_owned(), "Text".to_owned())],
        ignored: Vec::new(),
        exported: None,
        remarks: Vec::new(),
    }
}

fn odd() -> Vec<Odd> {
    let burst = Odd::Burst {
        series: Series::Questions,
        from: MONDAY + 63,
        to: MONDAY + 69,
        count: 64.0,
        usual: 30.0,
        limit: 47.0,
    };
    vec![
        burst,
        Odd::Gap { receipt: 0, runs: 2, days: 5, longest: (MONDAY + 20, MONDAY + 23) },
        Odd::FarReach { receipt: 1, line: 14, day: None, reach: 21_400.0, median: 840.0 },
        Odd::SameText { times: 31, authors: 29, from: None, to: None, example: (0, 77) },
        Odd::PaidUnknown { posts: 96 },
        Odd::Zones { zones: vec!["UTC".to_owned(), "Europe/Kyiv".to_owned()] },
        Odd::ExportDays { days: vec![MONDAY, MONDAY + 30] },
        Odd::EndsEarly { receipt: 1, last: MONDAY + 60, others: MONDAY + 94 },
    ]
}

fn left_out() -> Vec<LeftOut> {
    vec![
        LeftOut::YoungPosts { posts: 9, days: 28, exported: MONDAY + 94, assumed: true },
        LeftOut::PostsWithoutReach { posts: 3 },
        LeftOut::DailyUniques { days: 95 },
        LeftOut::AnswersWithoutQuestion { answers: 21 },
        LeftOut::WithoutTone { messages: 12 },
    ]
}

fn tasks() -> Vec<Task> {
    let task = |task: Monitoring| Task {
        task,
        figures: match task {
            Monitoring::Reputation => vec!["share_positive", "share_negative"],
            Monitoring::Support => vec!["questions", "answered_share"],
            Monitoring::Leads => vec!["leads"],
            _ => Vec::new(),
        },
        facts: match task {
            Monitoring::Research => {
                let fact = figure("code_share", 0.265, [0.22, 0.31], Unit::Share);
                vec![("delivery".to_owned(), fact)]
            }
            _ => Vec::new(),
        },
        missing: match task {
            Monitoring::Reputation => vec![Missing::Checked],
            Monitoring::Campaigns => vec![Missing::Event],
            Monitoring::Recruiting => vec![Missing::Codes, Missing::JobCode],
            Monitoring::Leads => vec![Missing::Won],
            _ => Vec::new(),
        },
    };
    Monitoring::ALL.into_iter().map(task).collect()
}

/// Something of everything, but for texts.
pub fn full() -> Analysis {
    Analysis {
        period: Some((MONDAY, MONDAY + 94)),
        zone: "Europe/Kyiv".to_owned(),
        receipts: vec![
            receipt("exports/messages.csv", Shape::Messages),
            receipt("exports/posts.csv", Shape::Posts),
        ],
        figures: figures(),
        currency: None,
        groups: groups(),
        weeks: weeks(),
        days: Vec::new(),
        change: Some(change(Verdict::HigherThanItsPast, [1.9, 1.5, 2.4])),
        odd: odd(),
        left_out: left_out(),
        tasks: tasks(),
        sample: Vec::new(),
    }
}

/// Nothing but receipts.
pub fn empty() -> Analysis {
    Analysis {
        figures: Vec::new(),
        groups: Vec::new(),
        weeks: Vec::new(),
        change: None,
        odd: Vec::new(),
        left_out: Vec::new(),
        tasks: Vec::new(),
        period: None,
        ..full()
    }
}

/// A text that somebody wrote.
pub fn quote() -> Quote {
    Quote {
        receipt: 0,
        line: 41,
        text: "the parcel never came".to_owned(),
        codes: vec!["delivery".to_owned()],
    }
}
