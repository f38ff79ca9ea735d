//! The conversation of an assistant with the program, over standard input and output.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::{FIXED, Folder, expect_code};

const DECISION: &str = "title = \"A decision\"\nsimulation.trials = 1_000\n[input.a]\n\
    value = \"1 to 3\"\n[input.b]\nvalue = \"-1 to 2\"\n[metric.net]\nformula = \"a * b\"\n\
    better = \"higher\"\n[[what_if]]\nname = \"twice\"\nset = { \"input.a.value\" = \"2 to 6\" }\n";

/// A folder of scenarios, beside which lies what is nobody's business.
fn scenarios() -> (Folder, std::path::PathBuf) {
    let around = Folder::new("mcp");
    let inside = around.at("inside");
    std::fs::create_dir_all(inside.join("kept")).expect("a folder");
    let file = |name: &str, text: &str| std::fs::write(inside.join(name), text).expect("a file");
    file("decision.toml", DECISION);
    file(
        "even.toml",
        "title = \"Even\"\nsimulation.trials = 1_000\n[input.a]\nvalue = \"-1 to 1\"\n\
         [metric.net]\nformula = \"a\"\n[[target]]\nname = \"gain\"\nmetric = \"net\"\n\
         at_least = 0\nwith = \"50%\"\n",
    );
    file("wrong.toml", "title = \"Wrong\"\nmarkt.people = 5\n");
    file("page.toml", &format!("simulation.trials = 100\nsimulation.weeks = 4\n{FIXED}"));
    std::fs::write(around.at("secret.toml"), DECISION).expect("a file");
    std::fs::write(around.at("secret.csv"), "v\n1\n2\n3\n").expect("a file");
    std::fs::create_dir(around.at("elsewhere")).expect("a folder");
    std::fs::write(around.at("elsewhere/secret.toml"), DECISION).expect("a file");
    (around, inside)
}

/// What the program says to some lines, in the order in which it says it.
#[track_caller]
fn said(folder: &std::path::Path, lines: &[u8]) -> Vec<Value> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .arg("mcp")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    program.stdin.take().expect("a pipe").write_all(lines).expect("it listens");
    let (out, err) = expect_code(&program.wait_with_output().expect("it ends"), 0);
    assert_eq!(err, "");
    out.lines().map(|line| serde_json::from_str(line).expect("a line is one message")).collect()
}

/// The lines of calls, after the greeting.
fn calls(arguments: &[(&str, Value)]) -> Vec<u8> {
    let hello = json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {} });
    let mut lines = format!("{hello}\n");
    for (place, (name, arguments)) in arguments.iter().enumerate() {
        let call = json!({
            "jsonrpc": "2.0",
            "id": place + 1,
            "method": "tools/call",
            "params": { "name": name, "arguments": arguments },
        });
        lines.extend([call.to_string(), "\n".to_owned()]);
    }
    lines.into_bytes()
}

/// The results of calls, in their order.
#[track_caller]
fn results(folder: &std::path::Path, arguments: &[(&str, Value)]) -> Vec<Value> {
    let told = said(folder, &calls(arguments));
    let of = |place: usize| {
        let found = told.iter().find(|line| line["id"] == json!(place + 1));
        found.unwrap_or_else(|| panic!("no answer to {:?}", arguments[place]))["result"].clone()
    };
    (0..arguments.len()).map(of).collect()
}

/// Whether an answer holds what is expected of it.
fn holds(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => expected
            .iter()
            .all(|(name, value)| found.get(name).is_some_and(|found| holds(found, value))),
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| holds(a, b))
        }
        (Value::String(found), Value::String(expected)) => match expected.strip_suffix("..") {
            Some(start) => found.starts_with(start),
            None => found == expected,
        },
        _ => found == expected,
    }
}

#[test]
fn a_whole_conversation_is_answered_as_it_is_written_down() {
    let (_around, folder) = scenarios();
    let script = include_str!("../mcp/conversation.txt");
    let sent: String = script
        .lines()
        .filter_map(|line| line.strip_prefix("-> "))
        .map(|line| format!("{line}\n"))
        .collect();
    let told = said(&folder, sent.as_bytes());
    let mut count = 0;
    for line in script.lines().filter_map(|line| line.strip_prefix("<- ")) {
        let expected: Value = serde_json::from_str(line).expect("a line is JSON");
        let found = told.iter().find(|line| line["id"] == expected["id"]);
        let found = found.unwrap_or_else(|| panic!("nothing is said to {}", expected["id"]));
        assert!(holds(found, &expected), "{line}\n{found:#}");
        count += 1;
    }
    // Notifications are not answered, and nothing is said twice.
    assert_eq!(told.len(), count);
    assert!(!holds(&json!({ "a": "bc" }), &json!({ "a": "b" })), "a part is no whole");
}

#[test]
fn what_is_no_request_is_refused_and_the_conversation_goes_on() {
    let (_around, folder) = scenarios();
    let mut lines = b"{\"jsonrpc\":\n[1, 2]\n\"words\"\n\n\xff\xfe\n".to_vec();
    lines.extend(vec![b'x'; (1 << 20) + 9]);
    lines.extend(b"\n{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}\n");
    lines.extend(b"{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}");
    let told = said(&folder, &lines);
    let codes: Vec<Value> = told.iter().map(|line| line["error"]["code"].clone()).collect();
    let expected = [
        json!(-32700),
        json!(-32600),
        json!(-32600),
        json!(-32700),
        json!(-32700),
        json!(-32600),
        Value::Null,
    ];
    assert_eq!(codes, expected);
    assert_eq!(told[6], json!({ "jsonrpc": "2.0", "id": 7, "result": {} }));
    assert_eq!(said(&folder, b""), Vec::<Value>::new());
}

#[test]
fn nothing_outside_of_the_folder_is_read() {
    let (around, folder) = scenarios();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(around.at("secret.toml"), folder.join("link.toml")).unwrap();
        std::os::unix::fs::symlink(around.at("elsewhere"), folder.join("up")).unwrap();
    }
    let secret = around.at("secret.toml").display().to_string();
    let data = around.at("secret.csv").display().to_string();
    let set =
        |file: &str| format!("input.a.value={{ data = {{ file = \"{file}\", column = \"v\" }} }}");
    let run = |file: &str| ("run", json!({ "file": [file] }));
    let attempts = [
        run(&secret),
        run("../secret.toml"),
        run("kept/../../secret.toml"),
        run("kept/../decision.toml"),
        run("link.toml"),
        run("up/secret.toml"),
        run("kept"),
        run("-"),
        run("/dev/stdin"),
        ("run", json!({ "file": ["decision.toml"], "set": [set(&data)] })),
        ("run", json!({ "file": ["decision.toml"], "set": [set("../secret.csv")] })),
        ("graph", json!({ "edges": "../secret.csv" })),
        ("graph", json!({ "synthetic": "erdos-renyi", "people": 50, "askers": "../secret.csv" })),
        ("analyse", json!({ "exports": ["*.csv"] })),
        ("analyse", json!({ "exports": ["../secret.csv"] })),
        ("check", json!({ "paths": ["decision.toml"], "baseline": ".." })),
        ("calibrate", json!({ "file": "page.toml", "data": ["../secret.csv"] })),
    ];
    let before = crate::support::contents(&around.0);
    for (attempt, result) in attempts.iter().zip(results(&folder, &attempts)) {
        assert_eq!(result["isError"], json!(true), "{attempt:?}: {result:#}");
        assert!(result.get("structuredContent").is_none(), "{attempt:?}");
    }
    // The same with a file that may be read is no error, and nothing is ever written.
    std::fs::write(folder.join("own.csv"), "v\n1\n2\n3\n").expect("a file");
    let allowed = json!({ "file": ["./decision.toml"], "set": [set("own.csv")] });
    assert_eq!(results(&folder, &[("run", allowed)])[0]["isError"], json!(false));
    std::fs::remove_file(folder.join("own.csv")).unwrap();
    assert_eq!(crate::support::contents(&around.0), before);
}

#[test]
fn every_tool_is_described_by_schemas_that_its_answers_keep() {
    let (_around, folder) = scenarios();
    let mut lines = calls(&[]);
    lines.extend(b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n");
    let told = said(&folder, &lines);
    let tools = told[1]["result"]["tools"].as_array().expect("tools").clone();
    let names: Vec<&str> = tools.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    for name in ["run", "compare", "explain", "check", "solve", "break-even", "sensitivity"] {
        assert!(names.contains(&name), "{name}");
    }
    for tool in &tools {
        let properties = tool["inputSchema"]["properties"].as_object().expect("arguments");
        for needed in tool["inputSchema"]["required"].as_array().expect("a list") {
            assert!(properties.contains_key(needed.as_str().unwrap()), "{tool:#}");
        }
        for (name, about) in properties {
            assert!(about["description"].as_str().is_some_and(|it| !it.is_empty()), "{name}");
        }
        for writes in ["out", "report", "theme", "update", "junit", "write", "allow-path", "keep"] {
            assert!(!properties.contains_key(writes), "{} takes {writes}", tool["name"]);
        }
        assert_eq!(tool["outputSchema"]["type"], "object");
        assert!(tool["description"].as_str().is_some_and(|it| !it.is_empty()));
    }
    let asked = [
        ("run", json!({ "file": ["even.toml"] })),
        ("compare", json!({ "file": ["decision.toml"], "metric": "net", "trials": 1000 })),
        ("sensitivity", json!({ "file": "decision.toml", "metric": "net" })),
    ];
    for ((name, _), result) in asked.iter().zip(results(&folder, &asked)) {
        let schema = &tools[names.iter().position(|known| known == name).unwrap()]["outputSchema"];
        let kinds = match schema.get("anyOf") {
            Some(kinds) => kinds.as_array().unwrap().clone(),
            None => vec![schema.clone()],
        };
        let document = &result["structuredContent"];
        let faults = kinds.iter().map(|kind| crate::answers::validator::faults(kind, document));
        assert!(
            faults.clone().any(|found| found.is_empty()),
            "{name}: {:#?}",
            faults.min_by_key(Vec::len)
        );
    }
}

/// What an answer leaves open is told by the call that it offers.
#[test]
fn what_the_futures_cannot_tell_is_asked_again_as_offered() {
    let (_around, folder) = scenarios();
    let leaning = "title = \"Lean\"\nsimulation.trials = 1_000\nsimulation.sampler = \"random\"\n\
        [input.a]\nvalue = \"-1 to 1.06\"\n[metric.net]\nformula = \"a\"\n[[target]]\n\
        name = \"gain\"\nmetric = \"net\"\nat_least = 0\nwith = \"50%\"\n";
    std::fs::write(folder.join("lean.toml"), leaning).expect("a file");
    let first = &results(&folder, &[("run", json!({ "file": ["lean.toml"] }))])[0];
    let open = &first["structuredContent"]["cannot_tell"][0];
    let offers = open["then"].as_array().expect("offers");
    let more = offers.iter().find(|offer| offer["tool"] == "run").expect("more futures");
    assert!(more["arguments"]["trials"].as_u64() > Some(1_000), "{more}");
    assert_eq!(more["arguments"]["file"], json!(["lean.toml"]));
    assert!(first["content"][0]["text"].as_str().unwrap().contains("cannot tell: whether"));
    for offer in offers {
        let name = offer["tool"].as_str().unwrap();
        let again = &results(&folder, &[(name, offer["arguments"].clone())])[0];
        assert_eq!(again["isError"], json!(false), "{offer}");
    }
    // What is clear leaves nothing open.
    let clear = leaning.replace("-1 to 1.06", "1 to 2");
    std::fs::write(folder.join("clear.toml"), clear).expect("a file");
    let result = &results(&folder, &[("run", json!({ "file": ["clear.toml"] }))])[0];
    assert!(result["structuredContent"].get("cannot_tell").is_none());
}

#[test]
fn a_call_that_is_taken_back_is_not_answered_and_progress_is_told_where_it_is_wanted() {
    let (_around, folder) = scenarios();
    let mut lines = calls(&[]);
    let call = |id: u64, trials: &str, meta: Value| {
        json!({
            "jsonrpc": "2.0", "id": id, "method": "tools/call",
            "params": {
                "name": "run",
                "arguments": { "file": ["page.toml"], "trials": trials },
                "_meta": meta,
            },
        })
    };
    let cancel = |id: u64| {
        let method = "notifications/cancelled";
        json!({ "jsonrpc": "2.0", "method": method, "params": { "requestId": id } })
    };
    for line in [
        call(1, "200M", json!({})),
        call(2, "200M", json!({})),
        cancel(2),
        cancel(1),
        cancel(99),
        call(3, "2k", json!({ "progressToken": "third" })),
    ] {
        lines.extend(format!("{line}\n").into_bytes());
    }
    let told = said(&folder, &lines);
    let ids: Vec<&Value> = told.iter().filter_map(|line| line.get("id")).collect();
    assert_eq!(ids, [&json!(0), &json!(3)]);
    assert_eq!(told.last().unwrap()["result"]["isError"], json!(false));
    let progress: Vec<&Value> = told.iter().filter(|line| line.get("id").is_none()).collect();
    assert!(!progress.is_empty());
    for line in progress {
        assert_eq!(line["method"], "notifications/progress");
        assert_eq!(line["params"]["progressToken"], "third");
        assert!(line["params"]["progress"].as_u64() <= line["params"]["total"].as_u64());
    }
}

#[test]
fn the_help_for_scripts_names_only_what_there_is() {
    let folder = Folder::new("help-scripts");
    let (page, _) = expect_code(&folder.reachsim(&["help", "scripts"]), 0);
    assert!(page.lines().all(|line| line.chars().count() <= 100));
    let mut seen = 0;
    let commands = page.split(['\n', '`']).filter_map(|part| part.trim().strip_prefix("reachsim "));
    for command in commands {
        let Some(name) = command.split(' ').next().filter(|name| *name != "for") else { continue };
        let (help, _) = expect_code(&folder.reachsim(&[name, "--help"]), 0);
        for flag in command.split(' ').filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag), "{name} has no {flag}");
        }
        seen += 1;
    }
    assert!(seen > 14, "{seen} commands");
    let same = expect_code(&folder.reachsim(&["help", "run"]), 0).0;
    assert!(same.contains("Examples:") && same.contains("--what-if"), "{same}");
    let (_, err) = expect_code(&folder.reachsim(&["help", "skripts"]), 2);
    assert!(err.contains("scripts"), "{err}");
}
