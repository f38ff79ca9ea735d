//! Values as TOML, in one way of writing: the text that is stored with a run and hashed.

use std::fmt::Write;

use toml::de::DeValue;

/// A value on one line.
pub fn value(value: &DeValue) -> String {
    let mut text = String::new();
    append(&mut text, value);
    text
}

fn append(text: &mut String, value: &DeValue) {
    match value {
        DeValue::String(string) => quote(text, string),
        DeValue::Integer(integer) => text.push_str(&integer.to_string()),
        DeValue::Float(float) => text.push_str(float.as_str()),
        DeValue::Boolean(boolean) => text.push_str(if *boolean { "true" } else { "false" }),
        DeValue::Datetime(datetime) => text.push_str(&datetime.to_string()),
        DeValue::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                text.push_str(if place == 0 { "" } else { ", " });
                append(text, item.get_ref());
            }
            text.push(']');
        }
        DeValue::Table(table) => {
            text.push_str("{ ");
            for (place, (name, item)) in table.iter().enumerate() {
                text.push_str(if place == 0 { "" } else { ", " });
                text.push_str(&key(name.get_ref()));
                text.push_str(" = ");
                append(text, item.get_ref());
            }
            text.push_str(" }");
        }
    }
}

/// A text in quotes.
pub fn quoted(string: &str) -> String {
    let mut text = String::new();
    quote(&mut text, string);
    text
}

fn quote(text: &mut String, string: &str) {
    text.push('"');
    for c in string.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            c if c.is_control() => drop(write!(text, "\\u{:04X}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}

/// A part of a key: bare where TOML allows it, else in quotes.
pub fn key(name: &str) -> String {
    let bare = !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if bare { name.to_owned() } else { quoted(name) }
}
