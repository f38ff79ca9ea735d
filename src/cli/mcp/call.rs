//! A call of a tool: the command line that it is, and what comes of it.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use clap::{Arg, ArgAction, Command};
use serde_json::{Map, Value, json};

use super::inside;
use super::rpc::{self, Refused};
use super::tools::{self, Tool};
use crate::cli::exit::Exit;
use crate::cli::{kept, watch};
use reachsim::diagnostic::{Conjunction, Message, listed, message};
use reachsim::output::json::doubt::{self, Doubt, Offer};

/// Carries out a command line, or says what is wrong with it.
pub type CarryOut = fn(&[String]) -> Result<Exit, clap::Error>;

/// Least time between two words on the progress.
const PAUSE: Duration = Duration::from_millis(250);

/// A call that can be carried out.
#[derive(Debug)]
pub struct Call {
    pub id: Value,
    tool: &'static str,
    arguments: Map<String, Value>,
    words: Result<Vec<String>, Message>,
    /// By which its progress is called, where somebody wants to know of it.
    progress: Option<Value>,
}

impl Call {
    /// Reads what is asked of `tools/call`.
    ///
    /// # Errors
    /// An unknown tool, an argument that it does not have, or one of another type.
    pub fn of(id: Value, params: &Map<String, Value>, program: &Command) -> Result<Call, Refused> {
        let name = params.get("name").and_then(Value::as_str).unwrap_or_default();
        let found = tools::TOOLS.iter().find(|tool| tool.name == name);
        let command = found.and_then(|tool| program.find_subcommand(tool.name));
        let (Some(tool), Some(command)) = (found, command) else {
            let all = listed(tools::TOOLS.iter().map(|tool| tool.name), Conjunction::And);
            let why = message!("there is no tool `{name}`: the tools are {list}", name, list = all);
            return Err(Refused::params(why));
        };
        let arguments = match params.get("arguments") {
            None => Map::new(),
            Some(Value::Object(arguments)) => arguments.clone(),
            Some(_) => return Err(Refused::params(message!("`arguments` is a JSON object"))),
        };
        let words = words(tool, command, &arguments)?;
        let progress = params.get("_meta").and_then(|meta| meta.get("progressToken")).cloned();
        Ok(Call { id, tool: tool.name, arguments, words, progress })
    }

    /// What comes of it, as `tools/call` answers.
    pub fn carry_out(&self, carry_out: CarryOut) -> Value {
        let words = match &self.words {
            Ok(words) => words,
            Err(why) => return failed(why.english()),
        };
        watch::follow(self.progress.clone().map(follower));
        kept::begin();
        let ended = carry_out(words);
        let kept = kept::end();
        watch::follow(None);
        let exit = match ended {
            Ok(exit) => exit,
            Err(error) => return failed(&error.render().to_string()),
        };
        let (Some(mut document), 0..=1) = (kept.document, exit.code()) else {
            return failed(&kept.remarks);
        };
        let mut text = kept.text;
        if text.is_empty() {
            text = format!("{document:#}\n");
        }
        for part in [kept.remarks.as_str(), &self.doubts(&mut document)] {
            if !part.is_empty() {
                let _ = write!(text, "\n{part}");
            }
        }
        json!({
            "content": [{ "type": "text", "text": text }],
            "structuredContent": document,
            "isError": false,
        })
    }

    /// Adds to an answer what it leaves open, with what would tell it, and says so in words.
    fn doubts(&self, document: &mut Value) -> String {
        let found = doubt::of(document);
        if found.is_empty() {
            return String::new();
        }
        let mut words = String::new();
        let mut rows = Vec::new();
        for Doubt { what, offers } in &found {
            let _ = writeln!(words, "{}", message!("cannot tell: {what}", what).english());
            let then: Vec<Value> = offers.iter().filter_map(|offer| self.offered(offer)).collect();
            for offer in &then {
                let _ = writeln!(words, "  {} {}", offer["tool"], offer["arguments"]);
            }
            rows.push(json!({ "what": what.english(), "then": then }));
        }
        document["cannot_tell"] = json!(rows);
        words
    }

    /// A call that would tell more: this one with some arguments changed, or that of another tool
    /// on the same scenario; nothing where that would be asked of one of several.
    fn offered(&self, offer: &Offer) -> Option<Value> {
        let tool = offer.tool.unwrap_or(self.tool);
        let mut arguments = self.arguments.clone();
        if tool != self.tool {
            let takes = tools::TOOLS.iter().find(|other| other.name == tool);
            let takes: Vec<&str> = takes.map_or_else(Vec::new, |other| other.takes.concat());
            let file = match arguments.get("file") {
                Some(Value::Array(files)) if files.len() == 1 => files.first().cloned(),
                Some(Value::Array(_)) => return None,
                other => other.cloned(),
            };
            arguments.extend(file.map(|file| ("file".to_owned(), file)));
            arguments.retain(|name, _| takes.contains(&name.as_str()) || name == "locale");
        }
        arguments.extend(offer.arguments.clone());
        Some(json!({ "tool": tool, "arguments": arguments }))
    }
}

fn failed(why: &str) -> Value {
    json!({ "content": [{ "type": "text", "text": why.trim_end() }], "isError": true })
}

/// Tells the progress of work, now and then.
fn follower(token: Value) -> watch::Follower {
    let mut told: Option<(u64, Instant)> = None;
    Box::new(move |done, total| {
        let is_due = told.is_none_or(|(before, at)| done > before && at.elapsed() > PAUSE);
        if is_due {
            told = Some((done, Instant::now()));
            let progress = json!({ "progressToken": token, "progress": done, "total": total });
            rpc::notify("notifications/progress", &progress);
        }
    })
}

/// The command line of a call; an error of its own where it may not be carried out.
fn words(
    tool: &Tool,
    command: &Command,
    arguments: &Map<String, Value>,
) -> Result<Result<Vec<String>, Message>, Refused> {
    let known = tool.arguments(command);
    let missing = tool.required(command);
    if let Some(name) = missing.iter().find(|name| !arguments.contains_key(**name)) {
        let why = message!("`{tool}` needs the argument `{name}`", tool = tool.name, name);
        return Err(Refused::params(why));
    }
    let mut words = vec!["reachsim".to_owned(), tool.name.to_owned(), "--format=json".to_owned()];
    words.extend(tool.always.iter().map(|word| (*word).to_owned()));
    let mut alone = vec!["--".to_owned()];
    let mut outside = None;
    for (name, value) in arguments {
        if name == "locale" {
            words.extend(texts(name, value, false)?.map(|text| format!("--locale={text}")));
            continue;
        }
        let Some((_, arg)) = known.iter().find(|(known, _)| known == name) else {
            let names = known.iter().map(|(name, _)| *name).chain(["locale"]);
            let why = message!(
                "`{tool}` has no argument `{name}`: it has {list}",
                tool = tool.name,
                name,
                list = listed(names, Conjunction::And)
            );
            return Err(Refused::params(why));
        };
        if matches!(arg.get_action(), ArgAction::SetTrue) {
            match value {
                Value::Bool(true) => words.push(format!("--{name}")),
                Value::Bool(false) => {}
                _ => {
                    let why = message!("the argument `{name}` is true or false", name);
                    return Err(Refused::params(why));
                }
            }
            continue;
        }
        for text in texts(name, value, is_list(arg))? {
            outside = outside.or_else(|| inside::check(&text, tools::names(name, arg)).err());
            if arg.is_positional() {
                alone.push(text);
            } else {
                words.push(format!("--{name}={text}"));
            }
        }
    }
    words.extend(in_order(alone, arguments));
    Ok(outside.map_or(Ok(words), Err))
}

/// What stands alone comes in the order of the command line: a file before its key.
fn in_order(mut alone: Vec<String>, arguments: &Map<String, Value>) -> Vec<String> {
    let place = |name: &str| arguments.keys().position(|known| known == name);
    if let (Some(file), Some(key)) = (place("file"), place("key"))
        && key < file
    {
        alone[1..].reverse();
    }
    alone
}

fn is_list(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

/// The texts of a value.
fn texts(
    name: &str,
    value: &Value,
    is_list: bool,
) -> Result<impl Iterator<Item = String>, Refused> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let found: Option<Vec<String>> = match value {
        Value::Array(values) if is_list => values.iter().map(text).collect(),
        _ => text(value).map(|text| vec![text]),
    };
    found.map(Vec::into_iter).ok_or_else(|| {
        Refused::params(if is_list {
            message!("the argument `{name}` is a list of texts or numbers", name)
        } else {
            message!("the argument `{name}` is a text or a number", name)
        })
    })
}
