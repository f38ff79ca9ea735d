//! The answers that scripts get: each is as its schema says, and the same numbers stand in the
//! tidy table of a study.

pub mod validator;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use reachsim::output::json::schema::{self, ANSWERS};
use reachsim::output::notation;
use reachsim::study::{Goal, Statistic};
use serde_json::{Value, json};

use crate::support::{FIXED, Folder, expect_code, lowered, shipped};
use validator::faults;

const COLUMNS: &str =
    "study,scenario,variant,key,value_of_key,metric,statistic,value,se,unit,currency";

/// Scenarios of every kind, beside which lie a list of friendships and a folder of claims.
fn scenarios() -> Folder {
    let folder = Folder::new("answers");
    std::fs::create_dir(folder.at("whole")).expect("a folder");
    let short = |name: &str, weeks: u64| {
        let whole = format!("whole/{name}.toml");
        std::fs::copy(shipped(name), folder.at(&whole)).expect("a shipped scenario");
        let less = format!("simulation.trials = 100\nsimulation.weeks = {weeks}\n");
        let export = if name == "article" { "[[export]]\nfile = \"talk.csv\"\n" } else { "" };
        folder.file(&format!("{name}.toml"), &format!("extends = \"{whole}\"\n{less}{export}"));
    };
    // Money, targets and what-ifs; neither; several communities.
    short("support-community", 26);
    short("article", 4);
    short("vk-vs-facebook", 4);
    folder.file(
        "formula.toml",
        "title = \"A decision\"\nsimulation.trials = 1_000\n[input.a]\nvalue = \"1 to 3\"\n\
         [input.b]\nvalue = \"-1 to 2\"\n[metric.net]\nformula = \"a * b\"\nbetter = \"higher\"\n\
         [[target]]\nname = \"gain\"\nmetric = \"net\"\nat_least = 0\n[[what_if]]\n\
         name = \"twice\"\nset = { \"input.a.value\" = \"2 to 6\" }\n",
    );
    folder.file(
        "measured.toml",
        "title = \"A decision\"\nsimulation.trials = 2_000\n[input.p]\nkind = \"share\"\n\
         value = { beta = { alpha = 4, beta = 6 } }\n[input.calls]\nkind = \"positive\"\n\
         value = \"50 to 90\"\n[metric.net]\nformula = \"500 * p - 3 * calls\"\n\
         unit = \"money\"\n[[what_if]]\nname = \"half of it\"\nset = { \"input.p\" = \"20% to \
         60%\" }\n[[measurement]]\nname = \"ask\"\nof = \"input.p\"\nsample = 20\ncost = 2\n\
         cost_per_unit = 0.1\n[[measurement]]\nname = \"count\"\nof = [\"input.calls\"]\n\
         years = 0.2\ncost_per_unit = 0.01\n[[measurement]]\nname = \"both\"\n\
         of = [\"input.p\", \"input.calls\"]\nsample = 50\nyears = 0.1\ncost = 900\n",
    );
    folder.file("talk.csv", &talk());
    folder.file("past.toml", crate::backtest::PAGE);
    folder.file("weeks.csv", &crate::backtest::weeks(44));
    folder.file(
        "over.toml",
        "extends = \"past.toml\"\nsimulation.trials = 100\nsimulation.weeks = 4\n\
         simulation.start = 2026-06-01\n",
    );
    folder.file("friends.csv", "0,1\n1,2\n2,0\n2,3\n3,4\n4,5\n");
    folder.file("friend-prices.csv", "person,price\n0,2.5\n2,4\n4,2\n5,1\n");
    std::fs::create_dir(folder.at("claims")).expect("a folder");
    let claim = format!(
        "{FIXED}[[target]]\nmetric = \"impressions_questions\"\nname = \"seen\"\nat_least = 9\n"
    );
    folder.file("claims/alone.toml", &claim);
    folder.file(
        "claims/better.toml",
        &format!(
            "{claim}with = \"90%\"\n[[what_if]]\nname = \"more\"\nset = \
             {{ \"community.page.followers\" = 200_000 }}\n"
        ),
    );
    folder
}

/// Half a year of questions to a help desk, three a day and more on Mondays; two of three are
/// answered.
fn talk() -> String {
    let mut talk =
        "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n".to_owned();
    for question in 0..600_u32 {
        let day = question * 182 / 600;
        let start = jiff::civil::date(2026, 1, 5) + jiff::Span::new().days(i64::from(day));
        let (id, answer) = (2 * question, 2 * question + 1);
        let asked = format!("{id},{},True,{start} 10:00:00 +0000,where is it,\n", question % 91);
        talk.push_str(&asked);
        if question % 3 > 0 {
            let told = format!("{answer},Desk,False,{start} 13:00:00 +0000,here,{id}\n");
            talk.push_str(&told);
        }
    }
    talk
}

/// Commands with the names of their answers.
const COMMANDS: [(&str, &str); 74] = [
    ("run", "run support-community.toml --no-files"),
    ("run", "run support-community.toml --no-files --what-if twice~the~team"),
    ("run", "run article.toml --no-files --trials 2500"),
    ("run", "run vk-vs-facebook.toml --no-files"),
    ("run", "run formula.toml --no-files"),
    ("run", "run article.toml --no-files --sampler expected"),
    ("run", "run article.toml --no-files --trials 1"),
    ("runs", "run article.toml formula.toml --no-files"),
    ("runs", "run article.toml formula.toml --trial 7"),
    ("trial", "run vk-vs-facebook.toml --trial 3"),
    ("trial", "run formula.toml --trial 3"),
    ("shard", "run article.toml --trials 2500 --shard 1/2 --out shards/1"),
    ("shard", "run article.toml --trials 2500 --shard 2/2 --out shards/2"),
    ("run", "merge shards/1 shards/2 --out merged"),
    ("compare", "compare support-community.toml"),
    ("compare", "compare support-community.toml --against nothing --metric payback_weeks"),
    ("compare", "compare formula.toml --until-settled"),
    ("compare", "compare article.toml vk-vs-facebook.toml"),
    ("sweep", "sweep support-community.toml --over support.hours_per_week=10..30/3"),
    (
        "sweep",
        "sweep support-community.toml --over support.hours_per_week=10..30/2 --over \
         cost.per_post=0..40/2 --metric questions --what-if twice~the~team",
    ),
    ("sweep", "sweep vk-vs-facebook.toml --over community.*.posts.per_week=1..9/2 --until-settled"),
    ("sweep", "sweep formula.toml --over input.a=1..3/3"),
    ("sensitivity", "sensitivity support-community.toml --total"),
    ("sensitivity", "sensitivity article.toml"),
    ("sensitivity", "sensitivity support-community.toml --metric payback_weeks"),
    ("sensitivity", "sensitivity formula.toml"),
    ("solve", "solve support-community.toml --for profit>=0@50% --vary cost.per_post=0..100"),
    ("solve", "solve article.toml --for mean(questions)>=1e9 --vary market.people=1M..9M"),
    ("solve", "solve formula.toml --for p10(net)>=1 --vary input.a=1..30 --until-settled"),
    ("solve", "solve formula.toml --for net>=0@1% --vary input.a=1..30"),
    ("where", "run support-community.toml --where profit<0"),
    ("where", "run formula.toml --where net>1e9"),
    ("measure", "measure support-community.toml --trials 1000"),
    ("measure", "measure measured.toml"),
    ("measure", "measure measured.toml --between base,half~of~it"),
    ("story", "run support-community.toml --story bad"),
    ("story", "run formula.toml --story 7"),
    ("break-even", "break-even support-community.toml"),
    ("break-even", "break-even formula.toml --for p10(net)>=1"),
    ("break-even", "break-even article.toml --for p90(reach_second)>=70k"),
    (
        "optimise",
        "optimise support-community.toml --maximise p10(profit) --vary \
         support.hours_per_week=10..30 --subject-to total_cost<=900k@95% --subject-to \
         mean(leads)>=0",
    ),
    ("optimise", "optimise formula.toml --minimise net --vary input.a=1..3 --vary input.b=1..2"),
    (
        "optimise",
        "optimise formula.toml --maximise net --vary input.a=1..3 --subject-to mean(net)>=99",
    ),
    ("value-of-information", "value-of-information support-community.toml --trials 1000"),
    ("value-of-information", "value-of-information formula.toml --between base,twice"),
    ("graph", "graph friends.csv"),
    ("graph", "graph friends.csv --askers 0,1 --visibility 50% --reshare 20% --depth none"),
    ("graph", "graph friends.csv --questions 5 --posts fixed --followers 3"),
    ("graph", "graph --synthetic facebook-2011 --people 500 --questions 9 --precision 20%"),
    ("graph", "graph friends.csv --askers 0,1 --message one --reshare 20% --depth none"),
    ("choice", "graph friends.csv --choose 2 --visibility 50%"),
    ("choice", "graph friends.csv --choose 2 --given 0 --reshare 50% --depth none --activity 1"),
    ("choice", "graph friends.csv --choose --costs friend-prices.csv --budget 5"),
    ("analyse", "analyse talk.csv"),
    ("analyse", "analyse talk.csv --receipt"),
    ("analyse", "analyse talk.csv --by when --zone Europe/Kyiv"),
    ("analyse", "analyse talk.csv --event 2026-05-04..2026-05-31"),
    ("analyse", "analyse talk.csv --scenario over.toml"),
    ("forecast", "forecast support-community.toml --as-of 2026-01-05 --ledger a.jsonl"),
    ("forecast", "forecast formula.toml --as-of 2026-01-05 --ledger b.jsonl --metrics net"),
    ("score", "score a.jsonl"),
    ("score", "score a.jsonl --outcome profit=-20 --outcome leads=9 --outcome questions=unknown"),
    ("score", "score a.jsonl --outcomes talk.csv --brand Desk"),
    ("calibrate", "calibrate past.toml"),
    ("calibrate", "calibrate past.toml --total followers_gained~=~4k~in~2025 --hold-out 4w"),
    ("backtest", "backtest past.toml --trials 20"),
    ("backtest", "backtest past.toml --horizon 1 --require coverage~90%~in~0..100 --trials 20"),
    ("claims", "claims claims --trials 200"),
    ("figures", "claims --figures"),
    ("explain", "explain support-community.toml"),
    ("explain", "explain formula.toml input.a"),
    ("explain", "explain vk-vs-facebook.toml"),
    ("presets", "presets"),
    ("presets", "presets facebook-2012"),
];

/// What each of the commands answers, for all tests.
static ANSWERED: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folder = scenarios();
    COMMANDS.iter().map(|(_, command)| answer(&folder, command, 0)).collect()
});

/// The words of a command; `~` stands for a blank within one.
fn words(command: &str) -> Vec<String> {
    command.split(' ').map(|word| word.replace('~', " ")).collect()
}

#[track_caller]
fn printed(folder: &Folder, command: &str, format: &str, code: i32) -> String {
    let words = words(command);
    let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
    arguments.extend(["--quiet", "--format", format]);
    expect_code(&folder.reachsim(&arguments), code).0
}

#[track_caller]
fn answer(folder: &Folder, command: &str, code: i32) -> Value {
    let text = printed(folder, command, "json", code);
    serde_json::from_str(&text).expect("one document and nothing else")
}

#[track_caller]
fn expect_described(name: &str, command: &str, document: &Value) {
    let schema = schema::of(name).expect("it is described");
    let found = faults(&schema, document);
    assert!(found.is_empty(), "`{command}` is no `{name}`: {found:#?}");
    // A document with a member more is another one, wherever it stands.
    let mut more = document.clone();
    more["surplus"] = json!(1);
    assert_eq!(faults(&schema, &more), [".surplus is not described"]);
    for member in document.as_object().expect("members").keys() {
        let mut less = document.clone();
        less.as_object_mut().expect("members").remove(member);
        let is_free = schema["required"].as_array().unwrap().iter().all(|name| name != member);
        assert_ne!(faults(&schema, &less).is_empty(), !is_free, "without `{member}`");
        let mut other = document.clone();
        other[member] = json!([[0.5]]);
        assert!(!faults(&schema, &other).is_empty(), "`{member}` may be anything");
    }
}

#[test]
fn every_answer_is_as_its_schema_says() {
    let mut seen = BTreeSet::from(["check", "proof", "since"]);
    for ((name, command), document) in COMMANDS.into_iter().zip(&*ANSWERED) {
        expect_described(name, command, document);
        seen.insert(name);
    }
    assert_eq!(seen, ANSWERS.iter().map(|answer| answer.name).collect());
}

#[test]
fn what_is_wrong_in_documents_is_told_as_its_schema_says() {
    let folder = scenarios();
    expect_code(&folder.reachsim(&["run", "article.toml", "--quiet", "--out", "told"]), 0);
    let proof = "proof told";
    assert_eq!(answer(&folder, proof, 0)["faults"], json!([]));
    folder.file("told/report.md", "edited by hand");
    let found = answer(&folder, proof, 1);
    expect_described("proof", proof, &found);
    assert_eq!(found["faults"][0]["code"], "changed-file");
}

#[test]
fn what_has_changed_is_told_as_its_schema_says() {
    let folder = scenarios();
    let run = ["run", "formula.toml", "--quiet", "--out"];
    expect_code(&folder.reachsim(&[&run[..], &["before"]].concat()), 0);
    let edited = [&run[..], &["now", "--set", "input.b.value=0 to 2"]].concat();
    expect_code(&folder.reachsim(&edited), 0);
    let render = "render now --since before";
    expect_code(&folder.reachsim(&render.split(' ').collect::<Vec<_>>()), 0);
    let text = std::fs::read_to_string(folder.at("now/since.json")).expect("since.json");
    let found: Value = serde_json::from_str(&text).expect("JSON");
    expect_described("since", render, &found);
    assert_eq!(found["edits"].as_array().map(Vec::len), Some(1));
}

#[test]
fn every_verdict_of_the_gate_is_as_its_schema_says() {
    let folder = scenarios();
    let check = "check article.toml formula.toml --baseline kept";
    let mut verdicts = BTreeSet::new();
    let mut expect = |command: &str, code: i32| {
        let document = answer(&folder, command, code);
        expect_described("check", command, &document);
        for scenario in document["scenarios"].as_array().unwrap() {
            verdicts.insert(scenario["verdict"].as_str().unwrap().to_owned());
        }
    };
    expect(check, 1);
    let update = format!("{check} --max-trials 10k --update");
    expect(&update, 0);
    expect(check, 0);
    let formula = std::fs::read_to_string(folder.at("formula.toml")).unwrap();
    folder.file("formula.toml", &formula.replace("1 to 3", "1 to 4"));
    expect(check, 1);
    folder.file("formula.toml", &format!("{formula}[check]\ntolerance = \"0.01%\"\n"));
    expect(&update, 0);
    expect(&format!("{check} --seed 5 --max-trials 10k"), 1);
    std::fs::create_dir(folder.at("some")).expect("a folder");
    std::fs::rename(folder.at("formula.toml"), folder.at("some/formula.toml")).unwrap();
    expect("check some --baseline kept", 1);
    for verdict in ["new", "updated", "same", "edited", "inconclusive", "missing"] {
        assert!(verdicts.contains(verdict), "no `{verdict}` among {verdicts:?}");
    }
}

/// Every object of a schema says what else may stand in it.
#[test]
fn no_schema_of_an_answer_lets_an_unknown_member_pass() {
    #[track_caller]
    fn closed(schema: &Value, place: &str) {
        match schema {
            Value::Object(members) => {
                if members.get("type") == Some(&json!("object")) {
                    assert!(members.contains_key("additionalProperties"), "{place}");
                }
                members.iter().for_each(|(name, part)| closed(part, &format!("{place}.{name}")));
            }
            Value::Array(parts) => parts.iter().for_each(|part| closed(part, place)),
            _ => {}
        }
    }
    let folder = Folder::new("schemas");
    for answer in ANSWERS {
        let described = schema::of(answer.name).expect("it is in the table");
        closed(&described, answer.name);
        let (printed, _) = expect_code(&folder.reachsim(&["schema", "--of", answer.name]), 0);
        assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON"), described);
    }
    let (_, err) = expect_code(&folder.reachsim(&["schema", "--of", "comparison"]), 2);
    assert!(err.contains("compare") && err.contains("value-of-information"), "{err}");
}

/// Members that say how an answer came about, or that are told in a table by other numbers.
const BESIDE: [&str; 18] = [
    "question",
    "scenario",
    "engine",
    "simulation",
    "settings",
    "trials",
    "first_interval",
    "total_interval",
    "neighbourhoods",
    "clustering_se",
    "way",
    "dropped",
    "closed_form",
    "estimates",
    "estimates_without_range",
    "exact",
    "line",
    "as_of",
];

fn numbers(document: &Value, found: &mut Vec<f64>) {
    match document {
        Value::Number(number) => found.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| numbers(item, found)),
        Value::Object(members) => {
            let told = members.iter().filter(|(name, _)| !BESIDE.contains(&name.as_str()));
            told.for_each(|(_, member)| numbers(member, found));
        }
        _ => {}
    }
}

/// The tables have no number of their own, and leave none out.
#[test]
fn every_study_is_a_tidy_table_of_the_same_numbers() {
    let folder = scenarios();
    let studies = [
        "run",
        "trial",
        "shard",
        "where",
        "explain",
        "presets",
        "compare",
        "sweep",
        "sensitivity",
        "solve",
        "break-even",
        "optimise",
        "value-of-information",
        "measure",
        "graph",
        "choice",
        "claims",
        "figures",
    ];
    let mut seen = BTreeSet::new();
    let asked = COMMANDS.into_iter().zip(&*ANSWERED);
    // A merged run has the rows of any other, and takes its documents with it.
    let is_asked =
        |name: &str, command: &str| studies.contains(&name) && !command.starts_with("merge");
    for ((study, command), document) in asked.filter(|((name, command), _)| is_asked(name, command))
    {
        let table = printed(&folder, command, "csv", 0);
        assert_eq!(table.lines().next(), Some(COLUMNS), "{command}");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let (mut values, mut all) = (Vec::new(), Vec::new());
        for row in reader.records() {
            let row = row.expect("as many cells as columns");
            let number = |place: usize| row[place].parse::<f64>().ok();
            assert!(&row[0] == study && !row[1].is_empty() && !row[6].is_empty(), "{row:?}");
            assert!(row[7].is_empty() || number(7).is_some_and(f64::is_finite), "{row:?}");
            assert_eq!(row[10].is_empty(), !row[9].starts_with("money"), "{row:?}");
            let is_answer =
                ["best", "tie", "feasible", "reached", "met_already", "monotone", "met", "sure"];
            let is_verdict = ["holds", "leans", "finding", "whole", "worth_it", "choice"];
            if !is_answer.contains(&&row[6]) && !is_verdict.contains(&&row[6]) {
                values.extend(number(7));
            }
            all.extend(number(7).into_iter().chain(number(8)));
            all.extend(row[4].split("; ").filter_map(|value| value.parse::<f64>().ok()));
        }
        let mut told = Vec::new();
        numbers(document, &mut told);
        // How many futures a part of a run has is what it is asked for.
        told.extend(document["shard"]["trials"].as_f64());
        // The document was read with an error in the last digit.
        told.sort_by(f64::total_cmp);
        all.sort_by(f64::total_cmp);
        let is_in = |list: &[f64], value: f64| {
            let error = 1e-15 * value.abs();
            let place = list.partition_point(|other| *other < value - error);
            list.get(place).is_some_and(|other| *other <= value + error)
        };
        let surplus: Vec<f64> =
            values.iter().copied().filter(|value| !is_in(&told, *value)).collect();
        let missing: Vec<f64> = told.iter().copied().filter(|value| !is_in(&all, *value)).collect();
        assert!(surplus.is_empty(), "`{command}` has in its table only: {surplus:?}");
        // What a graph counts by the way, and the order of depths, is told by the document alone.
        assert!(study == "graph" || missing.is_empty(), "`{command}` leaves out {missing:?}");
        // What never happens has a chance alone.
        assert!(values.len() > 3 || command.ends_with("1e9"), "`{command}` has next to nothing");
        seen.insert(study);
    }
    assert_eq!(seen, BTreeSet::from(studies));
}

#[test]
fn whatever_answers_in_json_is_a_table_as_well() {
    let folder = Folder::new("tables");
    let names: BTreeSet<String> =
        COMMANDS.iter().map(|(_, command)| words(command)[0].clone()).collect();
    for name in names.iter().map(String::as_str).chain(["check", "proof"]) {
        let (help, _) = expect_code(&folder.reachsim(&[name, "--help"]), 0);
        assert!(help.contains("csv"), "{name} has no --format csv");
    }
}

/// What a document says that it was asked can be asked again.
#[test]
fn goals_and_statistics_are_told_as_the_command_line_reads_them() {
    let lowered = lowered(FIXED, &["value.margin_per_customer=\"20 to 40\""]);
    let model = &lowered.model;
    for text in [
        "profit >= 0 @ 80%",
        "page.leads <= 1.5k @ 7%",
        "mean(leads) >= 500",
        "p2.5(profit) <= -3",
        "median(profit) >= 1e-7",
    ] {
        let goal = Goal::read(text, model).expect("a goal");
        let told = notation::goal(model, &goal);
        assert_eq!(Goal::read(&told, model).as_ref(), Ok(&goal), "{text} is told as {told}");
    }
    for text in ["profit", "p7(profit)", "p99(leads)", "payback_weeks"] {
        let statistic = Statistic::read(text, model).expect("a statistic");
        let told = notation::statistic(model, statistic);
        assert_eq!(Statistic::read(&told, model), Ok(statistic), "{text} is told as {told}");
    }
}

/// A mean that is not the mean of the futures says so, and any other one is it.
#[test]
fn a_mean_says_what_it_is() {
    let run = crate::cases::shipped("support-community", &["simulation.trials=2500"]);
    let document = reachsim::output::json::summary(&run.report());
    let frame = run.frame().expect("a frame");
    let mut others = 0;
    for (name, metric) in document["metrics"].as_object().expect("metrics") {
        let Some(told) = metric["mean"].as_f64().filter(|_| metric["undefined"] == 0.0) else {
            continue;
        };
        let column = frame.column(name).expect("a column").f64().expect("doubles");
        let values: Vec<f64> = column.iter().flatten().collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let is_mean = (told - mean).abs() <= 1e-9 * mean.abs();
        if metric.get("mean_is").is_none() {
            assert!(is_mean, "{name} is {told}, and its futures are {mean} on average");
        } else {
            assert_eq!(metric["mean_is"], "ratio of means", "{name}");
            others += usize::from(!is_mean);
        }
    }
    assert!(others > 3, "ratios of means differ from means of ratios: {others}");
}
