//! What the founding texts claim, as scenarios and as a command.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use reachsim::Case;
use reachsim::engine::Unwatched;
use reachsim::model::{ClaimKind, Plan};
use reachsim::output::claims::Found;
use reachsim::output::claims::figures::Figure;
use reachsim::output::story::Stories;
use reachsim::run::claims::{FOLDER, SHIPPED};
use reachsim::scenario;
use reachsim::scenario::keys::KEYS;
use reachsim::study::claim::{self, Claimed, Judged, Verdict};
use serde_json::Value;

use crate::support::expect_code;

/// A folder of the build's with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("claims").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the build's folder can be written");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("the build's folder can be written");
    }
    folder
}

fn reachsim_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reachsim"));
    let command = command.arg("claims").args(arguments).current_dir(folder).stdin(Stdio::null());
    command.output().expect("the program starts")
}

fn reachsim(arguments: &[&str]) -> Output {
    reachsim_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

fn json(output: &Output) -> Value {
    let (out, err) = expect_code(output, 0);
    assert!(err.is_empty(), "{err}");
    serde_json::from_str(&out).expect("one document and nothing else")
}

const PAGE: &str = r#"
market.people = "1M"
community.page = { platform = "facebook-2012", followers = 10_000, questions.per_year = 1_000, friends.mean = 130 }

[[target]]
name = "enough see it"
metric = "impressions_questions"
"#;

/// Formulas over a number that lies in each thousandth of its range once in a thousand futures, so
/// that shares of them are exact.
fn formula(formula: &str, rest: &str) -> String {
    format!(
        "title = \"t\"\n[input.u]\nvalue = \"0..1\"\n[input.on]\nvalue = 0\n[metric.m]\n\
         formula = \"{formula}\"\n{rest}"
    )
}

fn found(text: &str, trials: u64) -> Found {
    let case = Case::parse(text).expect("a scenario");
    case.claim(Plan { trials, ..case.plan() }, &Unwatched).expect("a claim")
}

#[test]
fn the_program_has_the_claims_of_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let files = fs::read_dir(folder).expect("the claims").map(|entry| entry.expect("a file"));
    let files: BTreeSet<String> =
        files.map(|file| file.file_name().into_string().expect("a name")).collect();
    let shipped: Vec<String> = SHIPPED.iter().map(|(name, _)| format!("{name}.toml")).collect();
    assert_eq!(files.into_iter().collect::<Vec<_>>(), shipped, "in the order of their names");
}

#[test]
fn every_claim_says_which_it_is_and_is_told_with_its_verdict() {
    for (name, text) in SHIPPED {
        assert!(text.starts_with("# ") && text.contains("\n[[target]]\n"), "{name}");
        let claim = Case::parse(*text).expect("a scenario").lowered.about.claim;
        let (Some(said), Some(place)) = (claim.text, claim.place) else {
            panic!("{name} says neither what is claimed nor where");
        };
        for label in [said, place] {
            let words: BTreeSet<&str> =
                reachsim::locale::Locale::ALL.iter().map(|locale| label.of(*locale)).collect();
            assert_eq!(words.len(), 3, "{name}: {label}");
        }
        assert!(text.contains("\nkind = "), "{name}");
    }
    let claims = json(&reachsim(&["--trials", "500", "--format", "json"]));
    assert_eq!(claims["schema"], "reachsim.claims/1");
    let claims = claims["claims"].as_array().expect("a list");
    assert_eq!(claims.len(), SHIPPED.len());
    for claim in claims {
        let number = |key: &str| claim[key].as_f64().unwrap_or(f64::NAN);
        assert!((0.0..=1.0).contains(&number("probability")) && number("se") >= 0.0, "{claim}");
        assert!(claim["file"].as_str().is_some_and(|file| file.starts_with(FOLDER)), "{claim}");
        assert_eq!(claim["holds"], claim["verdict"] == "holds", "{claim}");
        assert!(claim["over"].as_array().is_some_and(|over| over.len() > 3), "{claim}");
        // What follows from definitions holds, or they are others than the file says.
        if claim["kind"] == "arithmetic" {
            assert_eq!(claim["verdict"], "holds", "{claim}");
        }
    }
    let findings = claims.iter().filter(|claim| claim["kind"] == "finding");
    let verdicts: BTreeSet<&str> = findings.filter_map(|claim| claim["verdict"].as_str()).collect();
    assert_eq!(verdicts.len(), 3, "findings that cannot fail are none: {verdicts:?}");
}

#[test]
fn the_claims_are_there_in_any_folder() {
    let elsewhere = folder("elsewhere", &[]);
    let asked = ["--trials", "100", "--format", "json"];
    assert_eq!(json(&reachsim_in(&elsewhere, &asked)), json(&reachsim(&asked)));
}

/// Each finding with other numbers, which its file might have or the world, under which its
/// verdict is another one: it is not true by construction.
const OTHERWISE: &[(&str, &[&str])] = &[
    ("a-support-page-advertises", &["market.people=110_000"]),
    ("bad-remarks-travel", &["support.recovery=90%"]),
    ("media-pages-post-often", &["community.page.growth.promo_sensitivity=0"]),
    ("monitoring-1-reputation", &["community.page.followers=1M"]),
    ("monitoring-4-research", &["polls.response=5%"]),
    ("monitoring-5-support", &["support.hours_per_week=40"]),
    ("monitoring-6-leads", &["value.margin_per_customer=5_000"]),
    ("reason-1-relations", &["value.retention_lift=0.1%"]),
    ("reason-2-recommendation", &["community.page.sentiment.negative=60%"]),
    ("reason-3-repeat-sales", &["value.repeat_margin=150", "community.page.followers=2M"]),
    ("reason-4-research", &["community.page.active=10%"]),
    ("reason-5-support", &["value.cost_per_contact=30"]),
    (
        "rewards-pay",
        &["support.reward_effect=3", "support.hours_per_week=6", "value.cost_per_contact=30"],
    ),
    (
        "the-mix-30-35-35",
        &["community.page.growth.promo_sensitivity=0", "content.branded_click=20"],
    ),
];

#[test]
fn every_finding_could_have_come_out_otherwise() {
    let judge = |case: &Case| {
        let plan = Plan { trials: 500, ..case.plan() };
        case.claim(plan, &Unwatched).expect("a claim").verdict
    };
    let mut findings = Vec::new();
    for (name, text) in SHIPPED {
        let case = Case::parse(*text).expect("a scenario");
        if case.about().claim.kind == ClaimKind::Arithmetic {
            continue;
        }
        let other = OTHERWISE.iter().find(|(other, _)| other == name);
        let (_, sets) = other.unwrap_or_else(|| panic!("nothing turns {name}"));
        let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
        let path = Path::new("scenario.toml");
        let read = scenario::parse(path, (*text).to_owned(), &sets);
        let turned = Case::of("scenario.toml".to_owned(), read.expect("a scenario"));
        let verdicts = [&case, &turned.expect("a scenario")].map(judge);
        let (as_it_is, turned) = (verdicts[0], verdicts[1]);
        let turns = (as_it_is == Verdict::Holds) != (turned == Verdict::Holds);
        assert!(turns, "{name} is {as_it_is:?}, and {turned:?} with {sets:?}");
        findings.push(*name);
    }
    assert_eq!(findings, OTHERWISE.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}

/// The number of the folder is the same as that of `compare`.
#[test]
fn a_claim_and_a_comparison_say_the_same() {
    for (name, text) in SHIPPED.iter().filter(|(_, text)| text.contains("[[what_if]]")) {
        let mut case = Case::parse(*text).expect("a scenario");
        case.lowered.plan.trials = 500;
        let metric = case.model().column_name(case.model().targets[0].metric);
        let compared = case.compare().expect("a comparison");
        let difference = compared.others[0].metric(&metric).expect("the metric");
        let claim = case.claim(case.plan(), &Unwatched).expect("a claim");
        assert_eq!(claim.mean, difference.mean, "{name}");
        assert_eq!(Some(claim.probability), difference.chance.map(|c| c.better), "{name}");
    }
}

/// Better in a share of the futures by 1, worse in the others by so much.
#[track_caller]
fn expect_better(share: &str, loss: &str, verdict: Verdict) {
    for (sign, better) in [("", "higher"), ("0 - ", "lower")] {
        let text = formula(
            &format!("{sign}on * if(u < {share}, 1, -{loss})"),
            &format!(
                "better = \"{better}\"\n[[target]]\nname = \"t\"\nmetric = \"m\"\nat_least = 0\n\
                 [[what_if]]\nname = \"on\"\nset = {{ \"input.on.value\" = 1 }}\n"
            ),
        );
        let found = found(&text, 1_000);
        assert_eq!(found.probability.value.to_string(), share);
        assert_eq!(found.verdict, verdict, "{share}, {loss}, {better}: {:?}", found.mean);
    }
}

#[test]
fn a_variant_has_each_grade_on_either_side_of_its_boundary() {
    // So many futures alone, against the mean.
    expect_better("0.9", "100", Verdict::Holds);
    expect_better("0.899", "100", Verdict::Leans);
    expect_better("0.55", "10", Verdict::Leans);
    expect_better("0.549", "10", Verdict::Fails);
    // With a mean beyond doubt.
    expect_better("0.6", "0.5", Verdict::Holds);
    expect_better("0.599", "0.5", Verdict::Leans);
    expect_better("0.3", "0.1", Verdict::Leans);
    // With one that is about zero.
    expect_better("0.6", "1.5", Verdict::Leans);
    expect_better("0.5", "1", Verdict::Fails);
    expect_better("0.3", "0.43", Verdict::Fails);
}

#[track_caller]
fn expect_met(bound: &str, with: &str, verdict: Verdict) {
    let with = if with.is_empty() { String::new() } else { format!("with = {with}\n") };
    let rest = format!("[[target]]\nname = \"t\"\nmetric = \"m\"\nat_most = {bound}\n{with}");
    let found = found(&formula("u", &rest), 1_000);
    assert_eq!(found.probability.value.to_string(), bound);
    assert_eq!(found.verdict, verdict, "{bound} {with}");
}

#[test]
fn a_target_has_each_grade_on_either_side_of_its_boundary() {
    expect_met("0.9", "", Verdict::Holds);
    expect_met("0.899", "", Verdict::Leans);
    expect_met("0.6", "", Verdict::Leans);
    expect_met("0.599", "", Verdict::Fails);
    expect_met("0.95", "0.95", Verdict::Holds);
    expect_met("0.949", "0.95", Verdict::Leans);
    // What demands less than 60 of 100 does not lean below that.
    expect_met("0.5", "0.5", Verdict::Holds);
    expect_met("0.499", "0.5", Verdict::Fails);
}

#[test]
fn only_findings_are_counted() {
    let target = |bound: &str, title: &str| format!("title = \"{title}\"\n{PAGE}{bound}\n");
    let arithmetic = |text: String| format!("{text}[claim]\nkind = \"arithmetic\"\n");
    let worse = format!(
        "{}\n[[what_if]]\nname = \"half\"\nset = {{ \"community.page.questions.per_year\" = 500 \
            }}\n",
        target("at_least = 1", "Less is more")
    );
    let files = [
        ("a.toml", target("at_least = 1_000", "A page is seen")),
        ("b.toml", target("at_least = 1_000_000", "A page is seen by everybody")),
        ("c.toml", target("at_least = 9_000\nwith = \"99.9%\"", "It is nearly certain")),
        ("d.toml", worse),
        ("e.toml", arithmetic(target("at_least = 0", "Something is something"))),
        ("f.toml", arithmetic(target("at_least = 1", "It is more than nothing"))),
    ];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = folder("mixed", &files).display().to_string();
    let claims = json(&reachsim(&[&folder, "--trials", "1000", "--format", "json"]));
    let of = |key: &str| -> Vec<Value> {
        let claims = claims["claims"].as_array().expect("a list");
        claims.iter().map(|claim| claim[key].clone()).collect()
    };
    assert_eq!(of("verdict"), ["holds", "fails", "leans", "fails", "holds", "holds"]);
    assert_eq!(of("kind")[3..], ["finding", "arithmetic", "arithmetic"]);
    assert_eq!(of("file")[0], "a.toml");
    assert!(of("difference")[3].as_f64().is_some_and(|difference| difference < 0.0));
    assert_eq!(of("mean")[3], of("difference")[3]);
    for (locale, count, marks) in [
        (
            "en",
            "1 of 4 findings hold, 1 leans, 2 do not; 2 more follow from the definitions \
             (arithmetic).",
            ["[does not hold] [finding]", "[leans] [finding]", "[holds] [arithmetic]"],
        ),
        (
            "ru",
            "Подтвердились 1 из 4 выводов, скорее верны 1, неверны 2; ещё 2 следуют из \
             определений (арифметика).",
            ["[неверно] [вывод]", "[скорее верно] [вывод]", "[верно] [арифметика]"],
        ),
        (
            "uk",
            "Підтвердилися 1 з 4 висновків, радше правдиві 1, неправдиві 2; ще 2 випливають з \
             означень (арифметика).",
            ["[неправда] [висновок]", "[радше правда] [висновок]", "[правда] [арифметика]"],
        ),
    ] {
        let (out, _) =
            expect_code(&reachsim(&[&folder, "--trials", "1000", "--locale", locale]), 0);
        let words: Vec<&str> = out.split_whitespace().collect();
        assert!(words.join(" ").starts_with(count), "{out}");
        let marked = marks.map(|mark| out.matches(&format!("\n{mark} ")).count());
        assert_eq!(marked, [2, 1, 2], "{out}");
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    }
}

#[test]
fn a_claim_is_told_with_its_place_in_each_language() {
    let claim = "[claim]\ntext = \"It is said\"\n\"text.ru\" = \"Говорят\"\n\"text.uk\" = \
        \"Кажуть\"\n\"text.en\" = \"They say\"\nplace = \"on page one\"\n\"place.en\" = \"at the \
        top\"\n\"place.ru\" = \"на первой\"\n\"place.uk\" = \"на першій\"\n";
    let text = format!("title = \"A page\"\n{PAGE}at_least = 1\n{claim}");
    let folder = folder("told", &[("a.toml", &text)]).display().to_string();
    for (locale, told) in [
        ("en", "They say (at the top)"),
        ("ru", "Говорят (на первой)"),
        ("uk", "Кажуть (на першій)"),
    ] {
        let asked = [&folder, "--trials", "100", "--locale", locale];
        let (out, _) = expect_code(&reachsim(&asked), 0);
        assert!(out.contains(told), "{out}");
    }
    let claims = json(&reachsim(&[&folder, "--trials", "100", "--format", "json"]));
    assert_eq!(claims["claims"][0]["text"], "It is said");
    assert_eq!(claims["claims"][0]["place"], "on page one");
    // It moves no number, is stored with the run, and stands where the description would.
    let [with, without] = [text.as_str(), &text.replace(claim, "")]
        .map(|text| Case::parse(text).expect("a scenario"));
    assert_eq!(with.about().hash, without.about().hash);
    let again = Case::parse(with.about().text.clone()).expect("what is stored is a scenario");
    assert_eq!(again.about().claim, with.about().claim);
    assert_eq!(with.about().claim.kind, ClaimKind::Finding);
    let run = crate::cases::run("a.toml", text, &[]);
    let stories = Stories::of(&run.report(), &reachsim::output::look::Look::default());
    let russian = stories.in_locale(reachsim::locale::Locale::Ru);
    assert_eq!(russian.description.as_deref(), Some("Говорят"));
}

/// Judges the first target of a scenario, and over the ranges of some inputs.
fn judged(text: &str, seed: u64, over: &[String]) -> Judged {
    let case = Case::parse(text).expect("a scenario");
    let claimed = Claimed {
        model: case.model(),
        variant: None,
        target: &case.model().targets[0],
        plan: Plan { trials: 2_000, seed, ..case.plan() },
        over,
    };
    claim::judge(&claimed, &Unwatched).expect("a target")
}

/// The claim needs an author's estimate to lie above its lowest fifth, which begins at 0 and ends
/// at 1 - 0.8^(1/49): it has a beta distribution of 1 and 49.
#[test]
fn a_planted_threshold_is_found() {
    let threshold = 1.0 - 0.8_f64.powf(1.0 / 49.0);
    let text = format!(
        "title = \"t\"\n{}at_least = 0\nwith = \"79%\"\n[metric.planted]\nformula = \
         \"community.page.feed.reshare - {threshold}\"\n[claim]\ntext = \"It is planted\"\n",
        PAGE.replace("impressions_questions", "planted")
    );
    let finding = found(&text, 2_000);
    assert_eq!(finding.verdict, Verdict::Holds);
    let cut = finding.cut();
    assert_eq!(cut.len(), 1, "{:?}", finding.over);
    assert_eq!((cut[0].key.as_str(), cut[0].lost), ("community.page.feed.reshare", 1));
    let [low, high] = cut[0].ends.expect("four fifths");
    assert!(
        (low - threshold).abs() < 1e-12 && (high - (1.0 - 0.05_f64.powf(1.0 / 49.0))).abs() < 1e-12,
        "{low} {high}"
    );
    assert!(finding.over.len() > 5 && finding.without_range > 20);
    let folder = folder("planted", &[("a.toml", &text)]).display().to_string();
    let (out, _) = expect_code(&reachsim(&[&folder]), 0);
    assert!(out.contains("Holds only where community.page.feed.reshare is above 0.45 %."), "{out}");
}

/// Forty inputs without effect, and one that takes the share in its lowest fifth from 98 to 75 of
/// 100, with 90 needed.
#[test]
fn an_input_without_effect_keeps_its_whole_range() {
    let idle: Vec<String> = (0..40).map(|place| format!("input.idle{place}")).collect();
    let inputs: String = idle.iter().map(|id| format!("[{id}]\nvalue = \"0..1\"\n")).collect();
    let text = |formula: &str| {
        format!(
            "title = \"t\"\n{inputs}[input.u]\nvalue = \"0..1\"\n[input.driver]\nvalue = \
             \"0..1\"\n[metric.m]\nformula = \"{formula} + 0 * ({})\"\n[[target]]\nname = \"t\"\n\
             metric = \"m\"\nat_least = 0\n",
            idle.join(" + ").replace("input.", "")
        )
    };
    // The share is as large as it has to be and no larger: each of 2,000 fifths is told to speak
    // against the claim with a chance of at most 1 in 1,000. More than 9 are with 5 in 100,000.
    let mut lost = 0;
    for seed in 0..10 {
        let judged = judged(&text("if(u < 0.9, 1, -1)"), seed, &idle);
        assert_eq!((judged.verdict, judged.over.len()), (Verdict::Holds, 40));
        lost += judged.over.iter().map(|over| over.lost).sum::<usize>();
        // That of u itself is seen at once.
        let driven = ["input.driver".to_owned()];
        let drives = "if(u < if(driver < 0.2, 0.75, 0.98), 1, -1)";
        let over = &self::judged(&text(drives), seed, &driven).over[0];
        // 400 futures of which 75 of 100 are better: that more than 340 are, which chance would
        // explain, is 4.6 standard errors away.
        assert_eq!(over.lost, 1, "{over:?}");
        assert!(over.ends.is_some_and(|[low, _]| (low - 0.2).abs() < 1e-12), "{over:?}");
    }
    assert!(lost <= 9, "{lost}");
}

/// A target that asks for one of two ends is met in the longest unbroken part.
#[test]
fn the_longest_unbroken_part_is_told() {
    let rest = "[[target]]\nname = \"t\"\nmetric = \"m\"\nat_least = 0\nwith = 0.6\n";
    let over = |formula_text: &str| {
        judged(&formula(formula_text, rest), 1, &["input.u".to_owned()]).over.remove(0)
    };
    let split = over("if(u < 0.2, 1, if(u < 0.6, -1, 1))");
    assert!((split.lost, split.is_whole) == (2, false), "{split:?}");
    let [low, high] = split.ends.expect("two fifths");
    assert!((low - 0.6).abs() < 1e-9 && (high - 0.95).abs() < 1e-9, "{split:?}");
    // A claim that fails keeps that verdict everywhere.
    let fails = judged(&formula("u - 0.9", rest), 1, &["input.u".to_owned()]);
    assert!(fails.verdict == Verdict::Fails && fails.over[0].is_whole);
}

#[test]
fn figures_have_their_margins_and_name_keys_that_there_are() {
    let ids: BTreeSet<&str> = Figure::all().iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(ids.len(), Figure::all().len());
    for figure in Figure::all() {
        for key in &figure.keys {
            assert!(KEYS.iter().any(|known| known.path == key), "{}: {key}", figure.id);
        }
        assert_eq!(figure.keys.is_empty(), figure.why.is_some(), "{}", figure.id);
        assert!(figure.high.is_none_or(|high| high >= figure.low), "{}", figure.id);
    }
    let elsewhere = folder("figures", &[]);
    let told = json(&reachsim_in(&elsewhere, &["--figures", "--format", "json"]));
    let of = |id: &str| {
        let figures = told["figures"].as_array().expect("a list");
        figures.iter().find(|figure| figure["id"] == id).expect("a figure").clone()
    };
    // 1.96 sqrt(0.23 0.77 / 1000) and 1.96 sqrt(0.7 0.3 / 1000).
    for (id, margin) in [("motive-brands", 0.026_083_5), ("motive-friends", 0.028_403_1)] {
        let known = of(id)["margin"].as_f64().expect("a margin");
        assert!((known - margin).abs() < 1e-7, "{id}: {known}");
        assert_eq!(of(id)["n"], 1_000);
    }
    assert_eq!(of("motive-brands")["keys"][0], "market.brand_users");
    let unknown = of("brands-none");
    assert!(unknown["n"].is_null() && unknown["margin"].is_null() && unknown["year"] == "2011");
    assert!(of("motive-news")["year"].is_null() && of("on-networks")["high"].is_null());
    for (locale, words) in [
        ("en", ["23 % (± 2.6 points) interact with brands", "n not stated", "more than 80 %"]),
        ("ru", ["23 % (± 2,6 пункта) общаются с брендами", "n не указано", "больше 80 %"]),
        ("uk", ["23 % (± 2,6 пункту) спілкуються з брендами", "n не вказано", "понад 80 %"]),
    ] {
        let (out, _) = expect_code(&reachsim_in(&elsewhere, &["--figures", "--locale", locale]), 0);
        let flowing = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.iter().all(|words| flowing.contains(words)), "{out}");
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    }
    let (_, err) = expect_code(&reachsim(&["--figures", "scenarios/claims"]), 2);
    assert!(err.contains("--figures"), "{err}");
}

/// A page of which nothing is claimed.
fn no_claim() -> &'static str {
    PAGE.split("[[target]]").next().expect("what stands before it")
}

#[test]
fn what_is_no_claim_is_said() {
    let no_target = folder(
        "no-target",
        &[(
            "a.toml",
            "title = \"A\"\nmarket.people = \"1M\"\ncommunity.page = { platform = \
                \"facebook-2012\", followers = 1_000, questions.per_year = 10 }\n",
        )],
    );
    let (_, err) = expect_code(&reachsim(&[&no_target.display().to_string()]), 2);
    assert!(err.contains("no `[[target]]`"), "{err}");
    // The target that a file with a price gets of itself is nobody's claim.
    let priced = folder(
        "priced",
        &[("a.toml", &format!("title = \"A\"\nvalue.cost_per_contact = 5\n{}", no_claim()))],
    );
    let (_, err) = expect_code(&reachsim(&[&priced.display().to_string()]), 2);
    assert!(err.contains("no `[[target]]`"), "{err}");
    let what_if = |name: &str| {
        format!(
            "[[what_if]]\nname = \"{name}\"\nset = {{ \"community.page.feed.visibility\" = 0 }}\n"
        )
    };
    let several = format!("title = \"A\"\n{PAGE}at_least = 1\n{}{}", what_if("a"), what_if("b"));
    let several = folder("several", &[("a.toml", &several)]);
    let (_, err) = expect_code(&reachsim(&[&several.display().to_string()]), 2);
    assert!(err.contains("several what-ifs"), "{err}");
    let empty = folder("empty", &[]);
    let (_, err) = expect_code(&reachsim(&[&empty.display().to_string()]), 2);
    assert!(err.contains("has no scenario"), "{err}");
    let (_, err) = expect_code(&reachsim(&["no/such/folder"]), 2);
    assert!(err.contains("is no folder"), "{err}");
    let neither = format!(
        "title = \"A\"\n{PAGE}at_least = 1\n[[what_if]]\nname = \"more\"\nset = \
        {{ \"market.people\" = \"2M\" }}\n"
    )
    .replace("impressions_questions", "questions");
    let neither = folder("neither", &[("a.toml", &neither)]);
    let (_, err) = expect_code(&reachsim(&[&neither.display().to_string()]), 2);
    assert!(err.contains("neither direction"), "{err}");
}
