//! `reachsim mcp`: the Model Context Protocol over standard input and output, with the commands as
//! its tools. A line is a message of JSON-RPC 2.0.

mod call;
mod inside;
mod rpc;
mod tools;

use std::collections::BTreeSet;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, MutexGuard, PoisonError};

use clap::Command;
use serde_json::{Map, Value, json};

use super::watch;
use call::{Call, CarryOut};
use reachsim::diagnostic::message;
use rpc::{Asked, INVALID_REQUEST, METHOD_NOT_FOUND, Refused};
use tools::TOOLS;

#[derive(Clone, Copy, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim mcp                         started by an assistant, in the folder of the scenarios
  { \"mcpServers\": { \"reachsim\": { \"command\": \"reachsim\", \"args\": [\"mcp\"] } } }

Its tools are the commands, with their file and long options as arguments; they read regular files \
of the current folder and below, and write nothing. What the futures cannot tell stands in \
`cannot_tell` of an answer, with the calls that would tell it. It ends with its input.")]
pub struct Args {}

/// Versions of the protocol, the latest first.
const VERSIONS: [&str; 3] = ["2025-11-25", "2025-06-18", "2024-11-05"];

/// What is being carried out, and what is no longer wanted.
#[derive(Default)]
struct Desk {
    running: Option<String>,
    unwanted: BTreeSet<String>,
}

/// Answers until the input ends. Calls are carried out one after the other; everything else is
/// answered at once.
pub fn run(program: &mut Command, carry_out: CarryOut) {
    watch::leave_interrupts();
    program.build();
    let desk = Mutex::new(Desk::default());
    let (calls, queue) = mpsc::channel();
    std::thread::scope(|scope| {
        let desk = &desk;
        scope.spawn(move || work(&queue, desk, carry_out));
        let mut input = std::io::stdin().lock();
        let mut talk = Talk { program, desk, is_begun: false };
        while let Some(line) = rpc::next(&mut input) {
            match line.map(|asked| talk.heard(asked)) {
                Ok(Some(call)) => {
                    let _ = calls.send(call);
                }
                Ok(None) => {}
                Err((id, refused)) => rpc::refuse(&id, &refused),
            }
        }
        drop(calls);
    });
}

/// Carries out one call after the other.
fn work(queue: &Receiver<Call>, desk: &Mutex<Desk>, carry_out: CarryOut) {
    for call in queue {
        let id = call.id.to_string();
        {
            let mut desk = hold(desk);
            if desk.unwanted.remove(&id) {
                continue;
            }
            desk.running = Some(id);
        }
        let result = call.carry_out(carry_out);
        let mut desk = hold(desk);
        desk.running = None;
        // Whoever took a call back waits for no answer.
        if watch::interrupted() {
            watch::interrupt(false);
        } else {
            rpc::answer(&call.id, &result);
        }
    }
}

fn hold(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Talk<'t> {
    program: &'t Command,
    desk: &'t Mutex<Desk>,
    is_begun: bool,
}

impl Talk<'_> {
    /// Answers a line, unless it is a call that has to be carried out.
    fn heard(&mut self, asked: Asked) -> Option<Call> {
        let Some(id) = asked.id else {
            if asked.method == "notifications/cancelled" {
                self.cancel(&asked.params);
            }
            return None;
        };
        if asked.method == "tools/call" && self.is_begun {
            return match Call::of(id.clone(), &asked.params, self.program) {
                Ok(call) => Some(call),
                Err(refused) => {
                    rpc::refuse(&id, &refused);
                    None
                }
            };
        }
        match self.answered(&asked.method, &asked.params) {
            Ok(result) => rpc::answer(&id, &result),
            Err(refused) => rpc::refuse(&id, &refused),
        }
        None
    }

    fn answered(&mut self, method: &str, params: &Map<String, Value>) -> Result<Value, Refused> {
        match method {
            "initialize" => {
                self.is_begun = true;
                Ok(hello(params))
            }
            "ping" => Ok(json!({})),
            "tools/list" | "tools/call" if !self.is_begun => {
                let why = message!("the conversation begins with `initialize`");
                Err(Refused { code: INVALID_REQUEST, why })
            }
            "tools/list" if params.contains_key("cursor") => {
                Err(Refused::params(message!("all tools stand on one page: there is no cursor")))
            }
            "tools/list" => {
                let told = TOOLS.iter().filter_map(|tool| {
                    Some(tool.described(self.program.find_subcommand(tool.name)?))
                });
                Ok(json!({ "tools": told.collect::<Vec<_>>() }))
            }
            _ => {
                let why = message!("there is no method `{method}`", method);
                Err(Refused { code: METHOD_NOT_FOUND, why })
            }
        }
    }

    /// A call is no longer wanted: it is ended, or not begun. Of what was answered nothing is left.
    fn cancel(&self, params: &Map<String, Value>) {
        let Some(id) = params.get("requestId") else { return };
        let mut desk = hold(self.desk);
        if desk.running.as_ref() == Some(&id.to_string()) {
            watch::interrupt(true);
        } else {
            desk.unwanted.insert(id.to_string());
        }
    }
}

/// The answer to `initialize`: the version that was asked for, or the next earlier one.
fn hello(params: &Map<String, Value>) -> Value {
    let asked = params.get("protocolVersion").and_then(Value::as_str).unwrap_or(VERSIONS[0]);
    let version = VERSIONS.into_iter().find(|known| *known <= asked);
    json!({
        "protocolVersion": version.unwrap_or(VERSIONS[VERSIONS.len() - 1]),
        "capabilities": { "tools": {} },
        "serverInfo": { "name": "reachsim", "version": env!("CARGO_PKG_VERSION") },
        "instructions": message!(
            "scenarios are TOML files of this folder; `explain` tells the keys of one, `run` simulates it, `compare` its what-ifs; an answer whose `cannot_tell` is not empty leaves something open and names the calls that would tell it; quote a number with its error"
        ).english(),
    })
}
