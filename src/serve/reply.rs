//! What goes back.

use hyper::body::Bytes;
use serde_json::Value;

use super::refused::Refused;

/// An answer before it is sent.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    pub status: u16,
    /// Of what kind the body is; empty where there is none.
    pub kind: &'static str,
    /// By what it is known again.
    pub tag: Option<String>,
    /// How it may be asked.
    pub allow: Option<&'static str>,
    pub body: Bytes,
}

const JSON: &str = "application/json";

impl Reply {
    pub fn empty(status: u16) -> Reply {
        Reply { status, ..Reply::default() }
    }

    pub fn of(kind: &'static str, body: impl Into<Bytes>) -> Reply {
        Reply { status: 200, kind, body: body.into(), ..Reply::default() }
    }

    pub fn json(value: &Value) -> Reply {
        Reply::of(JSON, value.to_string())
    }

    pub fn refused(refused: &Refused) -> Reply {
        Reply { status: refused.status, ..Reply::json(&refused.body()) }
    }
}
