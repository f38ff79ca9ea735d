//! Names and titles in other languages: every document is in one language, and scripts know the
//! words that hold without one.

use reachsim::locale::Locale;
use reachsim::output::json;
use reachsim::output::look::Look;
use reachsim::output::screen::{self, Shown};
use reachsim::output::story::Stories;
use reachsim::run::{Told, extras};

use crate::cases;

const TEXT: &str = r#"
title = "Two shops"
"title.ru" = "Два магазина"
description = "A test of names"
"description.uk" = "Перевірка назв"
simulation.trials = 1_000
[community.fb]
name = "Facebook page"
"name.ru" = "Страница в Фейсбуке"
platform = "facebook-2012"
followers = 20_000
questions.per_year = 2_000
[community.vk]
platform = "vkontakte-2012"
followers = 30_000
questions.per_year = 3_000
[value]
margin_per_customer = "20 to 60"
[cost]
per_post = 10
[input.visit]
name = "worth of a visit"
"name.ru" = "цена визита"
value = "0.1 to 0.9"
[metric.visits]
name = "worth of all visits"
"name.ru" = "стоимость визитов"
formula = "weekly(impressions_questions) * visit / 10"
stream = "value"
[[target]]
name = "profit at all"
"name.ru" = "хоть какая-то прибыль"
metric = "profit"
at_least = 0
[[what_if]]
name = "two posts a day"
"name.ru" = "два поста в день"
[what_if.set]
"community.*.posts.per_week" = 14
[[state]]
name = "good year"
"name.uk" = "добрий рік"
"#;

#[test]
fn each_language_has_its_words_and_scripts_have_theirs() {
    let run = cases::run("names.toml", TEXT.to_owned(), &[]);
    let told = extras(&run, Told::InDocuments, &reachsim::engine::Unwatched);
    let english = [
        "Two shops",
        "Facebook page",
        "orth of a visit",
        "orth of all visits",
        "profit at all",
        "wo posts a day",
        "good year",
    ];
    let others = [
        (Locale::Ru, "Два магазина"),
        (Locale::Ru, "Страница в Фейсбуке"),
        (Locale::Ru, "тоимость визитов"),
        (Locale::Ru, "хоть какая-то прибыль"),
        (Locale::Ru, "ва поста в день"),
        (Locale::Uk, "добрий рік"),
    ];
    let texts = Locale::ALL.map(|locale| {
        let report = reachsim::output::Report { locale, extras: &told, ..run.report() };
        let shown = Shown { scenario: "names.toml", files: None, next: "explain" };
        let stories = Stories::of(&report, &Look::default());
        // The scenario itself, which is stored beside, has all of them.
        let story = serde_json::to_value(stories.in_locale(locale)).expect("a story");
        let told = ["title", "description", "tiles", "pages"].map(|part| story[part].to_string());
        let document = told.concat();
        screen::run(&report, &shown) + &screen::states(&report) + &document
    });
    let [en, ru, uk] = &texts;
    for words in english {
        assert!(en.contains(words), "{words} is not in\n{en}");
    }
    for (locale, words) in others {
        let text = if locale == Locale::Ru { ru } else { uk };
        assert!(text.contains(words), "{words} is not in\n{text}");
        assert!(!en.contains(words), "{words} is in\n{en}");
    }
    // Where a language has no words, those without one hold.
    assert!(uk.contains("Two shops") && uk.contains("profit at all"));
    // Scripts know things by the words that hold without a language.
    let report = reachsim::output::Report { locale: Locale::Ru, extras: &told, ..run.report() };
    let answer = json::summary(&report).to_string();
    for words in ["Two shops", "profit at all", "good year"] {
        assert!(answer.contains(words), "{words}");
    }
    assert!(!answer.contains("Два магазина"));
}

/// What is stored with a run says all of it again.
#[test]
fn a_stored_scenario_keeps_its_names() {
    let run = cases::run("names.toml", TEXT.to_owned(), &[]);
    let again = cases::run("again.toml", run.case.about().text.clone(), &[]);
    let [one, other] = [&run, &again].map(|run| run.case.about().clone());
    assert_eq!((&one.title, &one.description), (&other.title, &other.description));
    assert_eq!((&one.text, &one.hash), (&other.text, &other.hash));
    // A name is no part of what is simulated.
    let renamed = TEXT.replace("Два магазина", "Иначе").replace("Facebook page", "Another");
    let renamed = cases::run("names.toml", renamed, &[]);
    assert_eq!(renamed.case.about().hash, one.hash);
}
