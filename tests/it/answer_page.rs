//! The answer on one page: that its dots, its words and the run's numbers are the same, and that
//! its file is one page that needs nothing else.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use reachsim::locale::Locale;
use reachsim::output::Run;
use reachsim::output::documents::{DOCUMENTS, DocumentInput};
use reachsim::output::look::Look;
use reachsim::output::story::{Stories, Story};

use crate::cases;

fn told(run: &Run, locale: Locale) -> Story {
    Stories::of(&run.report(), &Look::default()).in_locale(locale).clone()
}

fn page(run: &Run, locale: Locale) -> Vec<u8> {
    let look = Look::default();
    let stories = Stories::of(&run.report(), &look);
    let story = stories.in_locale(locale);
    let document = DOCUMENTS.iter().find(|document| document.id == "pdf").expect("a document");
    (document.make)(&DocumentInput { story, stories: &stories, look: &look, drawn: &[] })
        .expect("made")
}

/// How often some bytes stand in others.
fn count(bytes: &[u8], sought: &str) -> usize {
    bytes.windows(sought.len()).filter(|window| *window == sought.as_bytes()).count()
}

/// What is drawn on the page, one operation a line.
fn drawn(bytes: &[u8]) -> String {
    let begin = "stream\n";
    let starts = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(begin.as_bytes()));
    let unpacked = starts.filter_map(|at| {
        let mut text = String::new();
        ZlibDecoder::new(&bytes[at + begin.len()..]).read_to_string(&mut text).ok()?;
        Some(text)
    });
    let mut pages = unpacked.filter(|text| text.contains(" rg\n"));
    pages.next().expect("a page")
}

/// Discs of each of two colours.
fn discs(content: &str, colours: [[u8; 3]; 2]) -> [usize; 2] {
    let (mut colour, mut curves, mut found) = ([0.0; 3], 0, [0; 2]);
    for line in content.lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        match parts[..] {
            [red, green, blue, "rg"] => {
                colour = [red, green, blue].map(|part| part.parse::<f64>().expect("a number"));
                curves = 0;
            }
            [.., "c"] => curves += 1,
            ["f"] if curves > 2 => {
                let is_it = |wanted: &[u8; 3]| {
                    let pairs = wanted.iter().zip(colour);
                    pairs.into_iter().all(|(a, b)| (f64::from(*a) / 255.0 - b).abs() < 1e-3)
                };
                if let Some(place) = colours.iter().position(is_it) {
                    found[place] += 1;
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn the_answer_is_one_page_of_a4_with_its_fonts_and_without_a_date() {
    let run = cases::shipped("support-community", &["simulation.trials=2000"]);
    for locale in Locale::ALL {
        let bytes = page(&run, locale);
        assert!(bytes.starts_with(b"%PDF-1."));
        assert_eq!(count(&bytes, "/Count 1\n") + count(&bytes, "/Count 1 "), 1);
        assert_eq!(count(&bytes, "/Type /Page\n"), 1);
        assert_eq!(count(&bytes, "/MediaBox [0 0 595.276 841.89]"), 1, "{}", locale.id());
        let fonts = count(&bytes, "/Type /FontDescriptor");
        assert!(fonts == 2 && count(&bytes, "/FontFile2") == fonts, "{fonts} fonts");
        for clock in ["/CreationDate", "/ModDate", "(D:"] {
            assert_eq!(count(&bytes, clock), 0, "{clock}");
        }
        assert!(bytes == page(&run, locale), "other bytes in {}", locale.id());
        assert!(bytes.len() < 120_000, "{} bytes", bytes.len());
    }
}

#[test]
fn as_many_dots_are_filled_as_the_words_say() {
    for name in ["support-community", "article", "five-reasons"] {
        let run = cases::shipped(name, &["simulation.trials=2000"]);
        let answer = told(&run, Locale::En).answer;
        assert_eq!(answer.targets.len(), run.case.model().targets.len(), "{name}");
        for (target, found) in answer.targets.iter().zip(&run.summary.targets) {
            let chance = target.chance.as_str();
            let number: Option<u8> = chance
                .strip_prefix("In ")
                .and_then(|rest| rest.split(' ').next())
                .and_then(|number| number.parse().ok());
            let of_words = match chance {
                "In every future" => 100,
                "In no future" | "In fewer than 1 of 100 futures" => 0,
                "In more than 99 of 100 futures" => 99,
                _ => number.unwrap_or_else(|| panic!("{name}: {chance}")),
            };
            assert_eq!(target.filled, of_words, "{name}: {chance}");
            let hundred = 100.0 * found.probability.value;
            assert!((f64::from(target.filled) - hundred).abs() <= 1.0, "{name}: {chance}");
        }
        let (shown, theme) = (answer.targets.len().min(5), Look::default().theme(Locale::En));
        let filled: usize =
            answer.targets[..shown].iter().map(|target| usize::from(target.filled)).sum();
        let colours = [theme.main, theme.faint].map(|colour| [colour.0, colour.1, colour.2]);
        let found = discs(&drawn(&page(&run, Locale::En)), colours);
        assert_eq!(found, [filled, 100 * shown - filled], "{name}");
    }
}

#[test]
fn an_average_that_is_far_from_what_is_typical_has_its_reason() {
    let run = cases::shipped("support-community", &["simulation.trials=10k"]);
    let profit = run.summary.metric("profit").expect("money is counted");
    let typical = profit.percentile("p50").value;
    assert!(profit.mean.value > 0.0 && typical < 0.0, "{} and {typical}", profit.mean.value);
    let told_of = |locale: Locale| told(&run, locale).answer.average;
    assert!(told_of(Locale::En).starts_with("On average +2,"), "{}", told_of(Locale::En));
    assert!(Locale::ALL.iter().all(|&locale| told_of(locale).contains('+')));
    // What is as often above as below has no such line.
    let article = cases::shipped("article", &["simulation.trials=2000"]);
    assert_eq!(told(&article, Locale::En).answer.average, "");
}

#[test]
fn the_money_and_what_to_do_are_pages_of_their_own() {
    let run = cases::shipped("support-community", &["simulation.trials=2000"]);
    for locale in Locale::ALL {
        let story = told(&run, locale);
        let found = |id: &str| story.pages.iter().find(|page| page.id == id);
        let money = found("money").unwrap_or_else(|| panic!("{}: no money", locale.id()));
        assert!(money.title.contains('%'), "{}", money.title);
        let table = money.table.as_ref().expect("a table");
        let of_cost = |row: &Vec<String>| row[0].contains("ROI") || row[0].contains("eturn on");
        let returned = table.rows.iter().find(|row| of_cost(row)).expect("the return");
        assert!(returned[1..].iter().all(|cell| cell.ends_with('%')), "{returned:?}");
        assert!(!story.answer.decision.is_empty() && !story.answer.measure.is_empty());
        assert!(!story.answer.assumed.is_empty() && story.answer.causes.len() == 3);
    }
    // Where nothing has a price there is no money to tell of.
    let article = cases::shipped("article", &["simulation.trials=2000"]);
    assert!(told(&article, Locale::En).pages.iter().all(|page| page.id != "money"));
}
