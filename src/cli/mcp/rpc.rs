//! The lines of JSON-RPC 2.0: what was asked, and how it is answered.

use std::io::{BufRead, Read as _, Write as _};

use serde_json::{Map, Value, json};

use reachsim::diagnostic::{Message, message};

/// Bytes of the longest line.
const LONGEST: u64 = 1 << 20;

/// What a line asks.
#[derive(Debug)]
pub struct Asked {
    /// What the answer is called; notifications get none.
    pub id: Option<Value>,
    pub method: String,
    pub params: Map<String, Value>,
}

/// Why something is not answered.
#[derive(Debug)]
pub struct Refused {
    pub code: i32,
    pub why: Message,
}

pub const PARSE_ERROR: i32 = -32700;
pub const INVALID_REQUEST: i32 = -32600;
pub const METHOD_NOT_FOUND: i32 = -32601;
pub const INVALID_PARAMS: i32 = -32602;

impl Refused {
    pub fn params(why: Message) -> Refused {
        Refused { code: INVALID_PARAMS, why }
    }
}

/// The next line that is not empty; `None` at the end of the input, or where it cannot be read.
pub fn next(input: &mut impl BufRead) -> Option<Result<Asked, (Value, Refused)>> {
    loop {
        let mut line = Vec::new();
        let count = input.take(LONGEST).read_until(b'\n', &mut line).ok()?;
        if count == 0 {
            return None;
        }
        if count as u64 == LONGEST && line.last() != Some(&b'\n') {
            pass(input);
            let why = message!("a line has more than {limit} bytes", limit = LONGEST);
            return Some(Err((Value::Null, Refused { code: PARSE_ERROR, why })));
        }
        if !line.trim_ascii().is_empty() {
            return Some(read(&line));
        }
    }
}

/// Passes over what is left of a line.
fn pass(input: &mut impl BufRead) {
    loop {
        let mut rest = Vec::new();
        match input.take(LONGEST).read_until(b'\n', &mut rest) {
            Ok(count) if count > 0 && rest.last() != Some(&b'\n') => {}
            _ => return,
        }
    }
}

fn read(line: &[u8]) -> Result<Asked, (Value, Refused)> {
    let value: Value = serde_json::from_slice(line).map_err(|error| {
        let why = message!("a line is no JSON: {error}", error = error.to_string());
        (Value::Null, Refused { code: PARSE_ERROR, why })
    })?;
    let invalid = |id: &Value, why: Message| (id.clone(), Refused { code: INVALID_REQUEST, why });
    let Value::Object(mut members) = value else {
        return Err(invalid(&Value::Null, message!("a line is one request, as a JSON object")));
    };
    let id = members.remove("id");
    let known = id.as_ref().filter(|id| id.is_string() || id.is_i64() || id.is_u64());
    let told = known.cloned().unwrap_or(Value::Null);
    if members.get("jsonrpc") != Some(&json!("2.0")) {
        return Err(invalid(&told, message!("a request says `\"jsonrpc\": \"2.0\"`")));
    }
    if id.is_some() && known.is_none() {
        return Err(invalid(&told, message!("the id of a request is a text or a whole number")));
    }
    let Some(Value::String(method)) = members.remove("method") else {
        return Err(invalid(&told, message!("a request names its `method`")));
    };
    match members.remove("params") {
        None => Ok(Asked { id, method, params: Map::new() }),
        Some(Value::Object(params)) => Ok(Asked { id, method, params }),
        Some(_) => Err((told, Refused::params(message!("`params` is a JSON object")))),
    }
}

/// Writes a line. Who closed the pipe wants no more of them.
fn say(line: &Value) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

pub fn answer(id: &Value, result: &Value) {
    say(&json!({ "jsonrpc": "2.0", "id": id, "result": result }));
}

pub fn refuse(id: &Value, refused: &Refused) {
    let error = json!({ "code": refused.code, "message": refused.why.english() });
    say(&json!({ "jsonrpc": "2.0", "id": id, "error": error }));
}

pub fn notify(method: &str, params: &Value) {
    say(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
}
