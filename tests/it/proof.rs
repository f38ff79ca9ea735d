//! The proof-reader: that it finds every kind of fault where one is planted, and none in what the
//! program makes of the shipped scenarios.

use std::collections::BTreeSet;

use reachsim::colour::Colour;
use reachsim::locale::Locale;
use reachsim::output::charts::{Figure, Item, Kind, Picture, Scatter, Waterfall};
use reachsim::output::documents::DocumentInput;
use reachsim::output::draw::{Align, Canvas, Sheet, Theme, scene};
use reachsim::output::format::Quantity;
use reachsim::output::look::Look;
use reachsim::output::proof::{self, CODES, Fault};
use reachsim::output::story::{Stories, Story};
use reachsim::output::{Kinds, Wanted};

use crate::cases::{self, shipped_names};
use crate::support::Folder;

/// A brand whose first colour is red, and the house's own look.
fn looks() -> [Look; 2] {
    let mut red = Look::default();
    red.colours[0] = Colour(0xB0, 0x1E, 0x2E);
    red.colours[1] = Colour(0x1F, 0x4E, 0x79);
    red.accent = red.colours[1];
    [Look::default(), red]
}

fn faults(stories: &Stories, story: &Story, look: &Look) -> Vec<Fault> {
    proof::of_story(&DocumentInput { story, stories, look, drawn: &[] })
}

#[test]
fn no_fault_is_found_in_the_documents_of_any_shipped_scenario() {
    let mut found = Vec::new();
    for name in shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=2000"]);
        let stories = Stories::of(&run.report(), &Look::default());
        for look in looks() {
            for locale in Locale::ALL {
                let story = stories.in_locale(locale);
                let faults = faults(&stories, story, &look);
                found.extend(faults.iter().map(|fault| format!("{name} {}: {fault}", locale.id())));
            }
        }
    }
    found.truncate(40);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The kinds of faults of what is drawn on a narrow sheet.
fn codes(draw: impl FnOnce(&mut Canvas)) -> Vec<&'static str> {
    let theme = Theme::default();
    let drawn = scene(&theme, Sheet::phone(400.0), "", draw);
    proof::of_scene(&drawn).iter().map(proof::Finding::code).collect()
}

fn write(canvas: &mut Canvas, text: &str, at: (f64, f64)) {
    let kind = canvas.theme.bold(26.0, canvas.theme.ink);
    canvas.text(text, at, kind);
}

#[test]
fn what_is_drawn_well_has_no_fault() {
    let found = codes(|canvas| {
        write(canvas, "Friends of members", (40.0, 60.0));
        write(canvas, "Friends of followers", (40.0, 120.0));
        canvas.line((40.0, 80.0), (300.0, 80.0), 4.0, canvas.theme.main);
        let band = [(40.0, 200.0), (90.0, 190.0), (90.0, 240.0), (40.0, 230.0)];
        canvas.polygon(&band, canvas.theme.faint);
    });
    assert!(found.is_empty(), "{found:?}");
}

/// A fault of a drawing: its code, and what draws it.
type Planted = (&'static str, fn(&mut Canvas));

const PLANTED: [Planted; 8] = [
    ("overlap", |canvas| {
        write(canvas, "first label", (40.0, 60.0));
        write(canvas, "second label", (100.0, 66.0));
    }),
    ("off-the-sheet", |canvas| {
        let kind = canvas.theme.bold(26.0, canvas.theme.ink).align(Align::Right);
        canvas.text("a label that is longer than its place", (200.0, 60.0), kind);
    }),
    ("struck", |canvas| {
        write(canvas, "a label under a line", (40.0, 60.0));
        canvas.line((20.0, 50.0), (400.0, 52.0), 3.0, canvas.theme.accent);
    }),
    ("contrast", |canvas| {
        let kind = canvas.theme.bold(26.0, Colour::WHITE);
        canvas.rect(
            reachsim::output::draw::Rect { left: 20.0, top: 20.0, right: 400.0, bottom: 80.0 },
            canvas.theme.middle,
        );
        canvas.text("white on light blue", (40.0, 60.0), kind);
    }),
    ("no-glyph", |canvas| write(canvas, "a team with a 🚀", (40.0, 60.0))),
    ("cut-number", |canvas| write(canvas, "posts seen by followers: 15…", (40.0, 60.0))),
    ("rows-alike", |canvas| {
        write(canvas, "Friends of a member", (40.0, 60.0));
        write(canvas, "Friends of a member", (40.0, 160.0));
    }),
    ("broken-band", |canvas| {
        let shard = [(40.0, 200.0), (90.0, 190.0), (200.0, 180.0), (90.0, 240.0)];
        canvas.polygon(&shard, canvas.theme.faint);
    }),
];

#[test]
fn every_fault_that_is_planted_in_a_drawing_is_found() {
    for (code, draw) in PLANTED {
        assert_eq!(codes(draw), [code], "planted: {code}");
    }
}

#[test]
fn rows_that_differ_in_their_second_line_are_not_alike() {
    let found = codes(|canvas| {
        for (place, network) in ["VKontakte", "LiveJournal"].into_iter().enumerate() {
            let y = 60.0 + 120.0 * place as f64;
            write(canvas, "Share of the followers whom a post", (40.0, y));
            write(canvas, &format!("reaches ({network})"), (40.0, y + 30.0));
        }
    });
    assert!(found.is_empty(), "{found:?}");
}

/// A story of one page that shows a figure.
fn a_story(figure: impl Into<Figure>, id: &str) -> Stories {
    let run = cases::shipped("article", &["simulation.trials=400"]);
    let mut stories = Stories::of(&run.report(), &Look::default());
    let story = &mut stories.told[Locale::En as usize];
    story.pictures = vec![Picture::new(id, figure)];
    story.pages.retain(|page| page.id == "distribution");
    let [title, lead] = story.pictures[0].figure.words(Locale::En);
    let page = &mut story.pages[0];
    (page.id, page.chart) = (id.to_owned(), Some(id.to_owned()));
    (page.title, page.lead, page.table) = (title, lead, None);
    stories
}

fn found(stories: &Stories) -> BTreeSet<&'static str> {
    let faults = faults(stories, stories.in_locale(Locale::En), &Look::default());
    faults.iter().map(|fault| fault.code).collect()
}

fn a_waterfall(title: &str, total: &str) -> Waterfall {
    let item = |words: &str, value: f64, told: &str, kind: Kind| Item {
        words: words.to_owned(),
        value,
        kind,
        told: told.to_owned(),
    };
    Waterfall {
        title: title.to_owned(),
        subtitle: "A page, 1 year. Means, which add up.".to_owned(),
        head: "part".to_owned(),
        items: vec![
            item("contacts saved", 19_650.0, "19,650", Kind::Part),
            item("friends' customers", 2_210.0, "2,210", Kind::Part),
            item("value", 21_860.0, total, Kind::Total),
        ],
    }
}

#[test]
fn a_sum_a_title_and_a_caption_are_held_against_what_is_drawn() {
    let right = a_waterfall("Value 21,860 on average", "21,860");
    assert!(found(&a_story(right, "value")).is_empty());
    let wrong_sum = a_waterfall("Value 22,000 on average", "22,000");
    assert!(found(&a_story(wrong_sum, "value")).contains("no-sum"));
    let wrong_title = a_waterfall("Value 23,417 on average", "21,860");
    assert_eq!(found(&a_story(wrong_title, "value")), BTreeSet::from(["unsaid-number"]));
    let dotless = Waterfall {
        subtitle: "Each dot: one future.".to_owned(),
        ..a_waterfall("Value 21,860 on average", "21,860")
    };
    assert_eq!(found(&a_story(dotless, "value")), BTreeSet::from(["caption"]));
    let dots = Scatter {
        title: "Profit and the team".to_owned(),
        subtitle: "Each dot: one future.".to_owned(),
        across: ("hours".to_owned(), Quantity::Number),
        up: ("profit".to_owned(), Quantity::Number),
        dots: (0..40).map(|i| (f64::from(i), f64::from(i * i % 17))).collect(),
        medians: vec![(4.0, 2.0), (30.0, 9.0)],
    };
    assert!(found(&a_story(dots, "driver")).is_empty());
}

#[test]
fn a_file_that_was_changed_or_taken_away_is_a_fault() {
    let folder = Folder::new("proof");
    let target = folder.at("run");
    let run = cases::shipped("article", &["simulation.trials=1000"]);
    let kinds = Kinds { ids: vec!["md".to_owned(), "html".to_owned()], scale: 1 };
    let wanted = Wanted { kinds, ..Wanted::default() };
    reachsim::output::write(&run.report(), &wanted, &target, &|| false).expect("written");
    let proofs = || proof::of_folder(&target, (&[], None), &|| false).expect("a run");
    assert_eq!(proofs(), []);
    std::fs::write(target.join("report.md"), "Profit 1,000,000").expect("a changed file");
    std::fs::remove_file(target.join("report.html")).expect("a file less");
    let told: Vec<String> = proofs().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "report.html: missing-file: report.html is missing",
            "report.md: changed-file: report.md is not the file that the run wrote",
        ]
    );
}

#[test]
fn every_kind_of_fault_has_its_test() {
    let drawn = PLANTED.map(|(code, _)| code);
    let told = ["changed-file", "missing-file", "unsaid-number", "no-sum", "caption"];
    let tested: BTreeSet<&str> = drawn.into_iter().chain(told).collect();
    assert_eq!(tested, BTreeSet::from(CODES));
}
