//! The scenario that `init` writes: whatever networks, currency, language and answers, it loads
//! without a word, its target is neither sure nor hopeless, and its remarks are true.

use std::io::Write as _;
use std::process::{Command, Stdio};

use rayon::prelude::*;
use reachsim::diagnostic::Style;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::locale::Locale;
use reachsim::model::{Lowered, Plan, Understood};
use reachsim::output::starter::{Draft, range, shows_friends};
use reachsim::output::words::Words as _;
use reachsim::scenario::keys::KEYS;
use reachsim::scenario::presets::{self, Preset};
use reachsim::summary::Summary;

use crate::support::{FIXED, Folder, expect_code, lowered};

/// As the command makes it.
#[track_caller]
fn starter(locale: Locale, networks: &[&'static Preset], currency: Option<&str>) -> Draft {
    let mut draft = Draft::new(locale, "page.toml", networks);
    if let Some(code) = currency {
        draft.answer_words("--currency", "currency", code).expect("a currency");
    }
    draft.aimed().unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)))
}

/// What a text is understood as, without a warning.
#[track_caller]
fn silent(text: &str) -> Lowered {
    let lowered = lowered(text, &[]);
    assert!(lowered.warnings.is_empty(), "{}\n{text}", lowered.warnings.render(Style::Plain));
    lowered
}

/// The chance of the only target, in futures that the starter has not seen.
fn chance(lowered: &Lowered) -> f64 {
    let plan = Plan { trials: 1_000, seed: 7, ..lowered.plan };
    let trials = engine::run(&lowered.model, plan, Detail::Totals, &Unwatched);
    Summary::of(&lowered.model, &trials).targets[0].probability.value
}

/// Every network alone, and every two of them.
fn choices() -> Vec<Vec<&'static Preset>> {
    let all = presets::all();
    let pairs = all
        .iter()
        .enumerate()
        .flat_map(|(place, one)| all[place + 1..].iter().map(move |other| vec![one, other]));
    all.iter().map(|one| vec![one]).chain(pairs).collect()
}

#[test]
fn a_starter_of_any_networks_loads_and_its_target_is_neither_sure_nor_hopeless() {
    let choices = choices();
    assert_eq!(choices.len(), 17 + 17 * 16 / 2);
    choices.par_iter().enumerate().for_each(|(place, networks)| {
        for locale in [Locale::Ru, Locale::Uk] {
            let lowered = silent(&Draft::new(locale, "page.toml", networks).text());
            assert_eq!(lowered.about.locale, locale);
            assert_eq!(lowered.model.communities.len(), networks.len());
        }
        // Each network by itself is simulated, and of the pairs every fifth.
        if networks.len() == 1 || place % 5 == 0 {
            expect_aimed(networks);
        }
    });
}

#[track_caller]
fn expect_aimed(networks: &[&'static Preset]) {
    let mut draft = starter(Locale::En, networks, None);
    let chance = chance(&silent(&draft.text()));
    let target = draft.target.expect("a target");
    let ids: Vec<&str> = networks.iter().map(|preset| preset.id.as_str()).collect();
    assert!((0.05..0.99).contains(&chance), "{chance} with {ids:?}");
    // What the remark says of it is what a run says, to ten of a hundred.
    assert!((chance - target.chance).abs() < 0.1, "{chance}, {} with {ids:?}", target.chance);
    for locale in [Locale::Ru, Locale::Uk] {
        draft = Draft::new(locale, "page.toml", networks);
        draft.target = Some(target);
        assert_eq!(silent(&draft.text()).model.targets.len(), 1);
    }
}

#[test]
fn what_a_starter_offers_as_a_remark_can_be_uncommented() {
    for preset in presets::all() {
        for locale in Locale::ALL {
            let text = starter(locale, &[preset], None).text();
            let offered =
                text.lines().filter(|line| line.starts_with("# ") && line.contains(" = "));
            assert!(offered.clone().count() >= 5, "{text}");
            for line in offered {
                lowered(&text.replacen(line, &line[2..], 1), &[]);
            }
        }
    }
    let two = starter(Locale::En, &[&presets::all()[0], &presets::all()[1]], None).text();
    let (before, after) = two.split_once("# [[overlap]]\n").expect("an overlap");
    let rows: Vec<&str> = after.lines().take(2).map(|line| &line[2..]).collect();
    let rest: Vec<&str> = after.lines().skip(2).collect();
    let stated = format!("{before}[[overlap]]\n{}\n{}\n", rows.join("\n"), rest.join("\n"));
    assert_eq!(silent(&stated).model.overlaps.len(), 1);
}

/// A wage in hryvnias that nobody has published is not made up.
#[test]
fn a_starter_in_another_currency_has_its_prices_as_remarks_with_their_units() {
    for (locale, code, hour) in
        [(Locale::Uk, "UAH", "UAH за годину"), (Locale::Ru, "RUB", "RUB за час")]
    {
        let text = starter(locale, &[&presets::all()[0]], Some(code)).text();
        assert_eq!(silent(&text).about.currency, code);
        for key in ["wage", "cpm", "margin_per_customer", "cost_per_contact"] {
            assert!(!text.lines().any(|line| line.contains(&format!("{key} ="))), "{key}: {text}");
            let told = text.lines().find(|line| line.starts_with('#') && line.contains(key));
            assert!(told.is_some(), "{key}: {text}");
        }
        assert!(text.contains(hour), "{text}");
        let priced = "[value]\nmargin_per_customer = 900\n";
        let priced = text.replacen("[value]\n", priced, 1);
        let priced = priced.replacen("[support]\n", "[support]\nwage = 150\n", 1);
        let priced = priced.replacen("[market]\n", "[market]\ncpm = 40\n", 1);
        let priced = priced.replacen("# per_post = 0", "per_post = 0", 1);
        silent(&priced);
    }
    let euros = starter(Locale::En, &[&presets::all()[0]], Some("EUR")).text();
    assert!(euros.contains("\n# wage = 20\n") && euros.contains("currency = \"EUR\""), "{euros}");
}

#[test]
fn a_starter_says_what_second_order_means_where_friends_see_nothing() {
    for locale in Locale::ALL {
        let mut silent = 0;
        for preset in presets::all() {
            let text = starter(locale, &[preset], None).text();
            let words = match locale {
                Locale::En => "# Friends do not see here",
                Locale::Ru => "# Друзья здесь не видят",
                Locale::Uk => "# Друзі тут не бачать",
            };
            assert_eq!(text.contains(words), !shows_friends(preset), "{}", preset.id);
            let metric =
                if shows_friends(preset) { "impressions_questions" } else { "total_reach" };
            assert!(text.contains(&format!("metric = \"{metric}\"")), "{text}");
            silent += usize::from(!shows_friends(preset));
        }
        assert_eq!(silent, 5);
    }
}

/// Only sources, keys and commands stay as they are.
#[test]
fn a_starter_is_written_in_the_language_that_is_asked_for() {
    let two = [&presets::all()[0], &presets::all()[1]];
    let spoken = |locale: Locale| {
        let text = starter(locale, &two, Some("UAH")).text().replace("\n# ", " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let english = spoken(Locale::En);
    let about = |locale: Locale| KEYS.iter().map(move |key| (key.about, locale.key(key)));
    let messages = reachsim::output::words::TEXTS[0].iter().flat_map(|text| text.lines());
    let messages = messages.filter_map(|line| line.split_once(" = "));
    let of_starter = messages.filter(|(id, words)| id.starts_with("starter-") && words.len() > 20);
    let mut found = [0, 0];
    for (_, words) in of_starter {
        let part = words.split('{').next().unwrap_or(words).trim();
        let is_told = part.len() > 8 && english.contains(part);
        found[0] += usize::from(is_told);
        for locale in [Locale::Ru, Locale::Uk] {
            assert!(!is_told || !spoken(locale).contains(part), "{part}");
        }
    }
    for locale in [Locale::Ru, Locale::Uk] {
        let text = spoken(locale);
        assert!(text.contains(&format!("locale = \"{}\"", locale.id())), "{text}");
        for (words, translated) in about(locale).filter(|(words, _)| english.contains(words)) {
            assert!(text.contains(&translated) && !text.contains(words), "{words}: {text}");
            found[1] += 1;
        }
    }
    assert!(found[0] >= 5 && found[1] >= 24, "{found:?}");
}

/// `init` with these flags, these answers, and what it did with them.
#[track_caller]
fn asked(folder: &Folder, flags: &[&str], answers: &str, code: i32) -> (String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args([&["init", "--ask"], flags].concat())
        .current_dir(&folder.0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // It may end before it has read everything.
    let _ = child.stdin.take().expect("a pipe").write_all(answers.as_bytes());
    expect_code(&child.wait_with_output().expect("it ends"), code)
}

fn questions(err: &str) -> usize {
    (1..=20).take_while(|n| err.contains(&format!("{n}. "))).count()
}

#[test]
fn without_answers_the_file_is_that_of_no_questions() {
    let folder = Folder::new("ask-none");
    let (plain, _) = expect_code(&folder.reachsim(&["init"]), 0);
    for answers in ["", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n"] {
        let (out, err) = asked(&folder, &[], answers, 0);
        assert_eq!(out, plain, "{err}");
    }
}

#[test]
fn answers_stand_in_the_file_and_are_marked() {
    let folder = Folder::new("ask");
    let answers = "facebook, telegram\nOur pages\nEUR\n50k; 8_000\n\n\n5M\n2\n25\n120\n6\n\
                   1500\n";
    let (out, err) = asked(&folder, &["pages.toml"], answers, 0);
    assert_eq!(questions(&err), 12, "{err}");
    assert!(out.contains("reachsim run pages.toml"), "{out}");
    let text = std::fs::read_to_string(folder.at("pages.toml")).expect("the file");
    for line in [
        "title = \"Our pages\"",
        "people = \"5M\"  # your answer",
        "followers = \"50k\"  # your answer",
        "followers = 8_000  # your answer",
        "questions.per_year = \"4k to 6k\"  # an example",
        "questions.per_year = \"640 to 960\"  # an example",
        "people = 2  # your answer",
        "wage = 25  # your answer",
        "margin_per_customer = 120  # your answer",
        "manager_per_month = 1500  # your answer",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(silent(&text).model.communities.len(), 2);
    let run = ["run", "pages.toml", "--no-files", "--trials", "1k"];
    let (_, err) = expect_code(&folder.reachsim(&run), 0);
    assert!(err.is_empty(), "{err}");
}

#[test]
fn a_wrong_answer_is_told_as_a_scenario_would_and_asked_for_again() {
    let folder = Folder::new("ask-again");
    let answers = "facebok\nfacebook,facebook\nfacebook\n\nhryvnia\n\nminus\n-5\n1.000\n2k; 3k\n\
                   2k\n\n";
    let (out, err) = asked(&folder, &[], answers, 0);
    for told in [
        "did you mean `facebook`?",
        "`facebook` is named twice",
        "error[currency]",
        "\"UAH\"",
        "--> your answer:1:",
        "error[number]",
        "error[out-of-range]",
        "warning[doubtful-number]",
        "2 numbers for 1 networks",
    ] {
        assert!(err.contains(told), "{told}\n{err}");
    }
    assert!(out.contains("followers = \"2k\"  # your answer"), "{out}");
    // The example of questions is that of so many followers.
    assert!(out.contains("questions.per_year = \"160 to 240\"  # an example"), "{out}");
    silent(&out);
}

/// The examples of questions that follow from the followers are read as they are meant.
#[test]
fn a_range_of_round_numbers_is_read_in_one_way() {
    for power in 0..9 {
        for first in [1.0, 1.5, 4.7, 8.0, 9.9] {
            let low = (first * 10.0_f64.powi(power)).round();
            for high in [low, (1.5 * low).round(), 12.0 * low] {
                let text = FIXED.replace("10_000", &format!("\"{}\"", range(low, high)));
                let read = lowered(&text.replace("\"30M\"", "\"900M\""), &[]);
                let found = read.assumptions.iter().find(|found| found.key.ends_with("per_year"));
                let Some(Understood::Quantity(dist)) = found.map(|found| &found.value) else {
                    panic!("no questions: {text}");
                };
                let ends = [0.05, 0.95].map(|p| dist.quantile(p));
                for (end, meant) in ends.into_iter().zip([low, high]) {
                    assert!((end / meant - 1.0).abs() < 1e-6, "{ends:?}: {low} to {high}");
                }
            }
        }
    }
}

/// More followers than people is said where the people are asked for, and no default helps there.
#[test]
fn what_does_not_fit_at_the_end_of_the_input_leaves_no_file() {
    let folder = Folder::new("ask-end");
    let answers = "\n\n\n90M\n\n\n";
    let (out, err) = asked(&folder, &["page.toml"], answers, 2);
    assert!(err.contains("error[market-exceeded]") && out.is_empty(), "{err}");
    assert!(!folder.at("page.toml").exists());
    let (_, err) = asked(&folder, &["page.toml"], &format!("{answers}\n200M\n"), 0);
    assert!(err.contains("error[market-exceeded]"), "{err}");
    silent(&std::fs::read_to_string(folder.at("page.toml")).expect("the file"));
}

/// Money in another currency is counted where a wage is given, and not without one.
#[test]
fn answers_in_another_currency_make_a_file_without_warnings() {
    let folder = Folder::new("ask-currency");
    let answers = "\n\n\n\n\n\n\n150\n900\n\n\n";
    for (locale, flags) in [
        (Locale::Uk, ["--currency", "UAH", "--locale", "uk"]),
        (Locale::Ru, ["--currency", "RUB", "--locale", "ru"]),
    ] {
        let (out, err) = asked(&folder, &flags, answers, 0);
        let lowered = silent(&out);
        assert_eq!(lowered.about.locale, locale);
        assert!(out.contains("margin_per_customer = 900"), "{err}\n{out}");
        assert!(!err.contains("the ") && questions(&err) == 11, "{err}");
        let (out, err) = asked(&folder, &flags, "\n\n\n\n\n\n\n\n900\n", 0);
        assert!(!out.contains("margin_per_customer =") && questions(&err) < 10, "{err}");
        silent(&out);
    }
}

#[test]
fn a_file_is_written_once_and_never_over_another() {
    let folder = Folder::new("init-file");
    let (out, _) = expect_code(&folder.reachsim(&["init", "page.toml"]), 0);
    assert!(out.contains("page.toml") && out.contains("reachsim run page.toml"), "{out}");
    let (printed, _) = expect_code(&folder.reachsim(&["init"]), 0);
    let text = std::fs::read_to_string(folder.at("page.toml")).expect("the file");
    assert_eq!(text, printed.replace("THIS_FILE", "page.toml"));
    folder.file("page.toml", "mine");
    let (_, err) = expect_code(&folder.reachsim(&["init", "page.toml"]), 2);
    assert!(err.contains("`page.toml` is there already"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.at("page.toml")).expect("the file"), "mine");
    let (_, err) = expect_code(&folder.reachsim(&["init", "nowhere/page.toml"]), 3);
    assert!(err.contains("cannot write"), "{err}");
    let (_, err) = expect_code(&folder.reachsim(&["init", "--currency", "hryvnia"]), 2);
    assert!(err.contains("--> --currency:1:") && err.contains("UAH"), "{err}");
    let (_, err) = expect_code(&folder.reachsim(&["init", "--platform", "x,x"]), 2);
    assert!(err.contains("`x` is named twice"), "{err}");
}
