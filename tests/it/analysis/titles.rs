//! Titles of pictures hold against the numbers.

use reachsim::data::analyse::{Analysis, Column, Group, Verdict};
use reachsim::locale::Locale;

use super::documents::stories;
use super::made::{change, figure, full, table, weeks};
use reachsim::data::analyse::{By, Grouped, Unit};

fn title(analysis: &Analysis, id: &str, locale: Locale) -> Option<String> {
    let stories = stories(analysis, None);
    let story = stories.in_locale(locale);
    story.pages.iter().find(|page| page.id == id).map(|page| page.title.clone())
}

#[track_caller]
fn expect(analysis: &Analysis, id: &str, words: &str) {
    let found = title(analysis, id, Locale::En).expect(id);
    assert_eq!(found.replace('\u{A0}', " "), words);
}

#[test]
fn a_week_that_stands_out_is_the_title() {
    expect(&full(), "weekly", "Questions: 64 in the week from 5 October 2026, usually 31 a week");
}

#[test]
fn even_weeks_are_told_by_their_range() {
    let mut analysis = full();
    analysis.weeks[9].questions = Some(33);
    expect(&analysis, "weekly", "Questions: usually 31 a week, 26 to 34 in every whole one");
}

#[test]
fn few_weeks_say_how_few_they_are() {
    let weeks = weeks().into_iter().skip(10).take(3).collect();
    let analysis = Analysis { weeks, ..full() };
    expect(&analysis, "weekly", "Questions: 93 in all; whole weeks in the files: 3");
}

#[test]
fn weeks_before_the_first_and_after_the_last_row_are_not_drawn() {
    let mut analysis = full();
    for place in [0, 1, 12, 13] {
        analysis.weeks[place].questions = Some(0);
    }
    let stories = stories(&analysis, None);
    let story = stories.in_locale(Locale::En);
    let page = story.pages.iter().find(|page| page.id == "weekly").expect("weeks");
    let plots = story.picture(page).expect("a picture").figure.plots(Locale::En);
    assert_eq!(plots[0].categories.len(), 10);
}

#[test]
fn shares_of_tone_are_those_of_the_figures() {
    let words = "Positive 18 % (14 % to 22 %) and negative 9 % (6 % to 13 %); messages: 340";
    expect(&full(), "tones", words);
    let mut few = full();
    for figure in &mut few.figures {
        figure.n = 12;
    }
    let found = title(&few, "tones", Locale::En).expect("tones");
    assert!(found.ends_with("only 12 messages have a tone"), "{found}");
}

#[test]
fn the_largest_group_is_named_only_where_its_interval_is_above_the_second() {
    let of = |counts: [u64; 2]| {
        let names = ["photo", "video"].map(|name| Group::Name(name.to_owned()));
        let table = table(Column::Format, names.into_iter().zip(counts).collect());
        Analysis { groups: vec![Grouped { by: By::How, tables: vec![table] }], ..full() }
    };
    expect(&of([200, 100]), "by-how", "Types: most often photo, 67 % of 300 (61 % to 72 %)");
    expect(
        &of([26, 24]),
        "by-how",
        "Types: photo (52 %) and video (48 %), too close for 50 to tell which is more",
    );
    // Which row stands first does not matter.
    expect(&of([100, 200]), "by-how", "Types: most often video, 67 % of 300 (61 % to 72 %)");
}

#[test]
fn what_is_left_over_is_no_answer() {
    expect(
        &full(),
        "by-why",
        "Reasons: delivery (26 %) and price (24 %), too close for 340 to tell which is more",
    );
    expect(&full(), "by-who", "Roles: most often advocates, 19 % of 340 (15 % to 23 %)");
}

#[test]
fn a_group_that_is_alone_has_no_picture() {
    let table = table(Column::Network, vec![(Group::Name("north".to_owned()), 40)]);
    let groups = vec![Grouped { by: By::Where, tables: vec![table] }];
    let analysis = Analysis { groups, ..full() };
    assert!(title(&analysis, "by-where", Locale::En).is_none());
    assert!(title(&analysis, "table-network", Locale::En).is_some());
}

#[test]
fn an_event_is_compared_with_its_past_and_causes_nothing() {
    for (verdict, numbers, end) in [
        (Verdict::HigherThanItsPast, [1.9, 1.5, 2.4], "higher"),
        (Verdict::LowerThanItsPast, [0.55, 0.4, 0.72], "lower"),
        (Verdict::WithinItsPast, [1.02, 0.8, 1.3], "within what is usual"),
    ] {
        let analysis = Analysis { change: Some(change(verdict, numbers)), ..full() };
        let found = title(&analysis, "event", Locale::En).expect("an event");
        assert!(found.ends_with(end), "{found}");
        assert_eq!(title(&analysis, "answer", Locale::En), Some(found));
        for locale in Locale::ALL {
            let found = title(&analysis, "event", locale).expect("an event").to_lowercase();
            for word in ["caus", "led to", "привел", "вызва", "из-за", "спричин", "через"]
            {
                assert!(!found.contains(word), "{found}");
            }
        }
    }
}

#[test]
fn the_first_line_is_the_most_telling_figure_with_its_interval() {
    let mut analysis = Analysis { change: None, ..full() };
    expect(&analysis, "answer", "Answered: 81 % (77 % to 85 %); questions: 340");
    // Of nothing nothing is told.
    let mut none = figure("answered_share", 0.0, [f64::NAN; 2], Unit::Share);
    none.n = 0;
    analysis.figures = vec![none, figure("posts", 96.0, [f64::NAN; 2], Unit::Count)];
    expect(&analysis, "answer", "Posts: 96");
}
