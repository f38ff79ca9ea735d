//! Streams of value and costs of the file's own: they enter the profit and what follows from it.

use reachsim::diagnostic::Code;
use reachsim::engine;
use reachsim::locale::Locale;
use reachsim::metric::METRICS;
use reachsim::model::{self, ColumnId};
use reachsim::output::Report;
use reachsim::output::look::Look;
use reachsim::output::screen::{self, Shown};
use reachsim::output::story::Stories;
use reachsim::scenario;
use reachsim::trials::Replay;

use crate::cases;
use crate::support::{FIXED, lowered};

const OWN: &str = r#"
[simulation]
weeks = 20
[value]
margin_per_customer = 60
months_to_earn = 6
[cost]
per_post = 12
discount = "10%"
[input.visit]
value = "0.2 to 0.6"
[metric.shop_visits]
formula = "weekly(impressions_questions) * visit"
stream = "value"
[metric.licences]
formula = "3 * answers_staff / 100 + 50"
stream = "cost"
[metric.left]
formula = "profit / 2"
"#;

const SECOND: &str = r#"
[community.group]
platform = "vkontakte-2012"
followers = 20_000
questions.per_year = 4_000
"#;

fn text(more: &str) -> String {
    format!("{FIXED}\n{OWN}\n{more}")
}

fn replays(text: &str) -> Vec<(model::Lowered, Replay)> {
    let lowered = lowered(text, &[]);
    (0..20)
        .map(|trial| (lowered.clone(), engine::replay(&lowered.model, lowered.plan, trial)))
        .collect()
}

fn of(lowered: &model::Lowered, replay: &Replay, id: &str) -> f64 {
    replay.value(&lowered.model, lowered.model.column(id).expect("a metric"))
}

/// By hand: of each week what the formula says with that week's flows, evenly over the weeks what
/// it says of the horizon; and the present value and the cash with them.
#[test]
fn streams_enter_profit_return_present_value_and_cash() {
    for second in ["", SECOND] {
        let bare = text(second)
            .replace("stream = \"value\"\n", "")
            .replace("stream = \"cost\"\n", "")
            .replace("weekly(impressions_questions)", "impressions_questions");
        for ((lowered, found), (bare, without)) in replays(&text(second)).iter().zip(replays(&bare))
        {
            let weeks = &found.scopes[0].1;
            let inputs = &lowered.model.inputs;
            let place = inputs.iter().position(|input| input.key == "input.visit").unwrap();
            let visit = found.inputs[place];
            let count = weeks.len() as f64;
            let answers: f64 = weeks.iter().map(|week| week.flows.answers_staff).sum();
            let licences = 3.0 * answers / 100.0 + 50.0;
            let (mut value, mut npv, mut cash) = (0.0, 0.0, 0.0);
            for (week, now) in weeks.iter().enumerate() {
                let visits = now.flows.impressions_questions * visit;
                assert!((now.flows.value_own - visits).abs() < 1e-9 * visits.max(1.0));
                assert!((now.flows.cost_own - licences / count).abs() < 1e-9 * licences);
                value += visits;
                npv += (visits - licences / count) * 1.1_f64.powf(-(week as f64) / 52.0);
                cash += visits - licences / count;
                let before = without.scopes[0].1[week].state.cash;
                assert!((now.state.cash - before - cash).abs() < 1e-6 * value, "week {week}");
            }
            let close = |id: &str, more: f64| {
                let [now, before] = [of(lowered, found, id), of(&bare, &without, id)];
                assert!((now - before - more).abs() < 1e-9 * now.abs().max(1.0), "{id}: {now}");
            };
            close("total_value", value);
            close("total_cost", licences);
            close("profit", value - licences);
            close("npv", npv);
            close("cash_end", cash);
            close("left", (value - licences) / 2.0);
            assert_eq!(of(lowered, found, "shop_visits"), of(lowered, found, "value_own"));
            let roi = of(lowered, found, "profit") / of(lowered, found, "total_cost");
            assert!((of(lowered, found, "roi") - roi).abs() < 1e-12);
            // Communities have no part in them.
            for (totals, _) in found.scopes.iter().skip(1) {
                assert_eq!((totals.flows.value_own, totals.flows.cost_own), (0.0, 0.0));
            }
        }
    }
}

/// A value may be nothing but a stream of one's own.
#[test]
fn a_stream_alone_counts_as_a_value() {
    let alone = format!(
        "{FIXED}\n[metric.heard]\nformula = \"impressions_second / 1000\"\nstream = \"value\"\n"
    );
    let lowered = lowered(&alone, &[]);
    let names: Vec<&str> = lowered.model.metrics.iter().map(|&place| METRICS[place].id).collect();
    for id in ["total_value", "profit", "roi", "npv", "value_own"] {
        assert!(names.contains(&id), "{id}");
    }
    assert!(!names.contains(&"cost_own"));
    let replay = engine::replay(&lowered.model, lowered.plan, 0);
    let [value, heard] = ["total_value", "heard"].map(|id| of(&lowered, &replay, id));
    assert!((value - heard).abs() < 1e-9 * heard && heard > 0.0, "{value} {heard}");
    assert!(lowered.model.targets.iter().any(|target| {
        let id = |column: ColumnId| lowered.model.metric(column.metric).id.to_owned();
        id(target.metric) == "profit"
    }));
}

#[test]
fn streams_are_told_by_their_names_and_add_up() {
    let run = cases::run("streams.toml", text(""), &["simulation.trials=2000"]);
    let shown = Shown { scenario: "streams.toml", files: None, next: "explain" };
    let screen = screen::run(&run.report(), &shown);
    assert!(screen.contains("shop visits"), "{screen}");
    assert!(!screen.contains("streams of your own"), "{screen}");
}

/// A stream that cannot be computed in some futures counts for nothing there, and that is said.
#[test]
fn a_stream_that_is_undefined_in_some_futures_is_told_with_their_share() {
    let own = text("");
    let text = text(
        "[input.lucky]\nvalue = \"-1 .. 1\"\n[metric.travel]\nname = \"travel\"\n\
         \"name.ru\" = \"поездки\"\nformula = \"100 * sqrt(lucky)\"\nstream = \"cost\"\n",
    );
    let run = cases::run("streams.toml", text, &["simulation.trials=2000"]);
    let undefined = run.summary().metric("travel").expect("a metric").undefined;
    assert!((undefined - 0.5).abs() < 0.02, "{undefined}");
    let shown = Shown { scenario: "streams.toml", files: None, next: "explain" };
    for (locale, words) in [
        (Locale::En, ["travel in 50 (± 3) of 100 futures", ": it cannot be computed there"]),
        (Locale::Ru, ["поездки в 50 (± 3) случаях из 100", ": там не вычисляется"]),
        (Locale::Uk, ["travel у 50 (± 3) випадках зі 100", ": там не обчислюється"]),
    ] {
        let report = Report { locale, ..run.report() };
        let screen = screen::run(&report, &shown).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(&words.concat()), "{screen}");
        let stories = Stories::of(&report, &Look::default());
        let money = stories.in_locale(locale).pages.iter().find(|page| page.id == "money");
        let lead = &money.expect("a page of money").lead;
        assert!(lead.contains(words[0]), "{lead}");
    }
    // One that is defined everywhere is not named.
    let run = cases::run("streams.toml", own, &["simulation.trials=2000"]);
    let screen = screen::run(&run.report(), &shown);
    assert!(!screen.contains("cannot be computed"), "{screen}");
}

#[test]
fn what_cannot_be_a_stream_is_told() {
    let codes = |text: &str| -> Vec<(Code, String)> {
        let parsed = scenario::parse("x.toml".as_ref(), text.to_owned(), &[]);
        let problems = parsed.and_then(model::lower).expect_err("a fault");
        problems.iter().map(|problem| (problem.code, problem.message.to_string())).collect()
    };
    let with = |formula: &str, stream: &str| {
        format!(
            "{FIXED}\n[value]\nrepeat_margin = 1\n[cost]\nper_post = 1\n[metric.mine]\n\
            formula = \"{formula}\"\n{stream}\n"
        )
    };
    let stream = "stream = \"value\"";
    for (text, words) in [
        (with("profit / 10", stream), "needs itself"),
        (with("roi", stream), "needs itself"),
        (with("weekly(questions)", ""), "only a stream has weeks"),
        (with("questions", "stream = \"cost\"\nunit = \"people\""), "a sum of money"),
        (with("weekly(reach_second)", stream), "no count of each week"),
        (with("weekly(posts)", stream), "a metric that is measured"),
        (with("weekly(questions + 1)", stream), "the name of a metric"),
        (
            "title = \"x\"\n[metric.mine]\nformula = \"3\"\nstream = \"value\"\n".to_owned(),
            "there is none",
        ),
    ] {
        let found = codes(&text);
        assert!(
            found.iter().any(|(code, message)| *code == Code::Formula && message.contains(words)),
            "{words}: {found:?}"
        );
    }
}
