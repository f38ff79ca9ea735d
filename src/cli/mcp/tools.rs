//! The tools: a row for each, the rest is what the command line says of itself.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command};
use serde_json::{Map, Value, json};

use reachsim::locale::LOCALES;
use reachsim::output::json::{doubt, schema};

/// A command that may be called.
pub struct Tool {
    /// The name of the command.
    pub name: &'static str,
    /// What it answers, as `schema --of` calls it.
    pub answers: &'static [&'static str],
    /// Its arguments: what stands alone by its name, options without their dashes. What is not
    /// named cannot be asked for: a tool writes nothing and starts nothing.
    pub takes: &'static [&'static [&'static str]],
    /// Those without which it cannot be called.
    pub needs: &'static [&'static str],
    /// What is said each time.
    pub always: &'static [&'static str],
}

/// What is simulated, where the file is not to decide.
const SIMULATED: &[&str] = &["set", "trials", "seed", "sampler"];
/// A scenario, or a what-if in its place.
const ONE: &[&str] = &["file", "what-if"];
/// Exports from which a scenario learns.
const EXPORTS: &[&str] = &["file", "data", "community", "weight", "as-of", "steady", "set"];
/// How exports are understood.
const READ: &[&str] = &["zone", "dates", "columns", "brand", "won"];

pub const TOOLS: &[Tool] = &[
    Tool {
        name: "run",
        answers: &["run", "runs", "trial", "where", "story"],
        takes: &[&["file", "what-if", "precision", "trial", "where", "story"], SIMULATED],
        needs: &["file"],
        always: &["--no-files"],
    },
    Tool {
        name: "compare",
        answers: &["compare"],
        takes: &[&["file", "against", "metric", "until-settled"], SIMULATED],
        needs: &["file"],
        always: &[],
    },
    Tool {
        name: "check",
        answers: &["check"],
        takes: &[&["paths", "baseline", "seed", "max-trials"]],
        needs: &["paths"],
        always: &[],
    },
    study("explain", &["explain"], &[&["file", "key", "all", "set"]]),
    study("sweep", &["sweep"], &[ONE, &["over", "metric", "until-settled"], SIMULATED]),
    study("sensitivity", &["sensitivity"], &[ONE, &["metric", "total"], SIMULATED]),
    study("solve", &["solve"], &[ONE, &["for", "vary", "until-settled"], SIMULATED]),
    study("break-even", &["break-even"], &[ONE, &["for"], SIMULATED]),
    study(
        "optimise",
        &["optimise"],
        &[ONE, &["maximise", "minimise", "vary", "subject-to"], SIMULATED],
    ),
    study(
        "value-of-information",
        &["value-of-information"],
        &[&["file", "metric", "between"], SIMULATED],
    ),
    study("calibrate", &["calibrate"], &[EXPORTS, READ, &["total", "hold-out"]]),
    study("backtest", &["backtest"], &[EXPORTS, READ, &["horizon", "require", "trials"]]),
    Tool {
        name: "score",
        answers: &["score"],
        takes: &[&["ledger", "outcome", "outcomes", "require"], READ],
        needs: &["ledger"],
        always: &[],
    },
    Tool {
        name: "analyse",
        answers: &["analyse"],
        takes: &[
            &["exports", "receipt", "by", "event", "series", "leave-out", "codes", "checked"],
            &["neutral", "scenario", "community"],
            READ,
        ],
        needs: &["exports"],
        always: &[],
    },
    Tool {
        name: "graph",
        answers: &["graph", "choice"],
        takes: &[
            &["edges", "list", "synthetic", "people", "friends", "spread", "askers", "message"],
            &["questions", "posts", "skew", "followers", "homophily", "visibility", "reshare"],
            &["depth", "activity", "precision", "seed"],
            &["choose", "among", "given", "costs", "budget", "ratio"],
        ],
        needs: &[],
        always: &[],
    },
    Tool {
        name: "claims",
        answers: &["claims", "figures"],
        takes: &[&["figures", "trials", "seed"]],
        needs: &[],
        always: &[],
    },
    Tool { name: "presets", answers: &["presets"], takes: &[&["id"]], needs: &[], always: &[] },
];

/// A study of a scenario.
const fn study(
    name: &'static str,
    answers: &'static [&'static str],
    takes: &'static [&'static [&'static str]],
) -> Tool {
    Tool { name, answers, takes, needs: &["file"], always: &[] }
}

/// What an argument names of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Nothing,
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A file or a list of words.
    FileOrWords,
}

/// Options that are texts to the command line and name files.
const FILES: [&str; 3] = ["exports", "data", "outcomes"];
const FOLDERS: [&str; 1] = ["baseline"];
const FILES_OR_WORDS: [&str; 3] = ["askers", "among", "given"];

impl Tool {
    /// Its arguments, each with what the command line says of it.
    pub fn arguments<'c>(&self, command: &'c Command) -> Vec<(&'static str, &'c Arg)> {
        let find = |name: &'static str| {
            let is_it = |arg: &&Arg| called(arg) == name;
            command.get_arguments().find(is_it).map(|arg| (name, arg))
        };
        self.takes.iter().flat_map(|group| group.iter()).filter_map(|name| find(name)).collect()
    }

    /// As it is listed.
    pub fn described(&self, command: &Command) -> Value {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        json!({
            "name": self.name,
            "description": about,
            "inputSchema": self.input(command),
            "outputSchema": self.output(),
            "annotations": {
                "readOnlyHint": true,
                "destructiveHint": false,
                "idempotentHint": true,
                "openWorldHint": false,
            },
        })
    }

    fn input(&self, command: &Command) -> Value {
        let mut properties: Map<String, Value> = self
            .arguments(command)
            .into_iter()
            .map(|(name, arg)| (name.to_owned(), argument(arg)))
            .collect();
        properties.insert(
            "locale".to_owned(),
            json!({
                "enum": LOCALES,
                "description": "language of what is told to people",
            }),
        );
        json!({
            "type": "object",
            "properties": properties,
            "required": self.required(command),
            "additionalProperties": false,
        })
    }

    /// Arguments without which nothing can be asked.
    pub fn required(&self, command: &Command) -> Vec<&'static str> {
        let arguments = self.arguments(command).into_iter();
        let is_needed =
            |name: &&'static str, arg: &Arg| self.needs.contains(name) || arg.is_required_set();
        arguments.filter(|(name, arg)| is_needed(name, arg)).map(|(name, _)| name).collect()
    }

    fn output(&self) -> Value {
        let described = |name: &&str| schema::of(name).map(doubt::described);
        let mut kinds: Vec<Value> = self.answers.iter().filter_map(described).collect();
        if kinds.len() == 1 { kinds.remove(0) } else { json!({ "type": "object", "anyOf": kinds }) }
    }
}

/// How an argument is called: one file and several by the same name.
fn called(arg: &Arg) -> &str {
    let own = arg.get_long().unwrap_or_else(|| arg.get_id().as_str());
    if own == "files" { "file" } else { own }
}

/// What an argument may be.
fn argument(arg: &Arg) -> Value {
    let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let one = || {
        if words.is_empty() {
            json!({ "type": ["string", "number"] })
        } else {
            json!({ "enum": words })
        }
    };
    let mut schema = match arg.get_action() {
        ArgAction::SetTrue => json!({ "type": "boolean" }),
        ArgAction::Append if called(arg) == "file" => {
            json!({ "anyOf": [one(), { "type": "array", "items": one() }] })
        }
        ArgAction::Append => json!({ "type": "array", "items": one() }),
        _ => one(),
    };
    schema["description"] = json!(about);
    schema
}

/// What an argument names of the disk.
pub fn names(name: &str, arg: &Arg) -> Names {
    let is_path = arg.get_value_parser().type_id() == clap::value_parser!(PathBuf).type_id();
    if FOLDERS.contains(&name) {
        Names::Folder
    } else if is_path || FILES.contains(&name) {
        Names::File
    } else if FILES_OR_WORDS.contains(&name) {
        Names::FileOrWords
    } else {
        Names::Nothing
    }
}
