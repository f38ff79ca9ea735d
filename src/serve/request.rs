//! What a request says: the tab and the language of its address, and the JSON of its body.

use serde_json::{Map, Value};

use super::refused::Refused;
use crate::diagnostic::{Conjunction, Message, listed, message};
use crate::locale::{LOCALES, Locale};

/// Futures of a question, at most: more are for the command line.
const MOST: u64 = 100_000;
/// Keys that one question sets, at most.
const KEYS: usize = 200;

/// What stands behind the `?` of an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Place of the scenario.
    pub tab: usize,
    /// `None` where the scenario has its own.
    pub locale: Option<Locale>,
}

impl Query {
    /// Reads it; what it does not know is for somebody else.
    pub fn read(query: Option<&str>) -> Result<Query, Message> {
        let mut found = Query::default();
        for (name, value) in query.unwrap_or_default().split('&').filter_map(|p| p.split_once('='))
        {
            match name {
                "tab" => {
                    found.tab = value
                        .parse()
                        .map_err(|_| message!("`{value}` is no place of a scenario", value))?;
                }
                "locale" => {
                    let locale = Locale::find(value).ok_or_else(|| {
                        let list = listed(LOCALES, Conjunction::And);
                        message!("`{value}` is none of {list}", value, list)
                    })?;
                    found.locale = Some(locale);
                }
                _ => {}
            }
        }
        Ok(found)
    }
}

/// How much is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The numbers alone, without weeks.
    Draft,
    /// Everything but the studies: what-ifs, and what to measure first.
    Brief,
    #[default]
    Whole,
}

/// A question: what is set, and what is wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// Keys with their values as somebody typed them, in their order.
    pub set: Vec<(String, String)>,
    /// `None` where the scenario decides.
    pub futures: Option<u64>,
    /// Names of pictures.
    pub show: Vec<String>,
    pub depth: Depth,
    /// Whether pictures are for a phone.
    pub narrow: bool,
    /// Whether the answer is wanted as parts of the page, too.
    pub html: bool,
    pub name: String,
    pub goal: String,
    pub key: String,
    pub from: String,
    pub to: String,
}

impl Question {
    /// Reads a body; every name in it has to be one that is known.
    pub fn read(locale: Locale, bytes: &[u8]) -> Result<Question, Refused> {
        let fail = |why: Message| Refused::unread(locale, &why);
        let value: Value = serde_json::from_slice(bytes).map_err(|error| {
            fail(message!("the question is no JSON: {error}", error = error.to_string()))
        })?;
        let Value::Object(object) = value else {
            return Err(fail(message!("the question is no JSON object")));
        };
        let mut question = Question::default();
        for (name, value) in &object {
            question.take(name, value).map_err(fail)?;
        }
        Ok(question)
    }

    pub fn is_draft(&self) -> bool {
        self.depth == Depth::Draft
    }

    /// Whether no study stands beside the answer.
    pub fn is_alone(&self) -> bool {
        self.depth != Depth::Whole
    }

    fn take(&mut self, name: &str, value: &Value) -> Result<(), Message> {
        match (name, value) {
            ("set", Value::Object(set)) => self.set = sets(set)?,
            ("futures", value) => {
                let futures = value.as_u64().filter(|futures| (1..=MOST).contains(futures));
                self.futures = Some(futures.ok_or_else(|| {
                    message!("`futures` is a whole number from 1 to {most}", most = MOST)
                })?);
            }
            ("show", Value::Array(names)) => {
                self.show = names.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            }
            ("draft", Value::Bool(true)) => self.depth = Depth::Draft,
            ("brief", Value::Bool(true)) => self.depth = self.depth.min(Depth::Brief),
            ("narrow", Value::Bool(narrow)) => self.narrow = *narrow,
            ("html", Value::Bool(html)) => self.html = *html,
            ("tab" | "locale", _) | ("draft" | "brief", Value::Bool(false)) => {}
            (name, value) => {
                let text =
                    text(value).ok_or_else(|| message!("`{name}` cannot be understood", name))?;
                *self.word(name).ok_or_else(|| message!("there is no `{name}`", name))? = text;
            }
        }
        Ok(())
    }

    fn word(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "name" => &mut self.name,
            "goal" => &mut self.goal,
            "key" => &mut self.key,
            "from" => &mut self.from,
            "to" => &mut self.to,
            _ => return None,
        })
    }
}

/// Keys with their values.
fn sets(set: &Map<String, Value>) -> Result<Vec<(String, String)>, Message> {
    if set.len() > KEYS {
        return Err(message!("at most {most} keys are set at a time", most = KEYS));
    }
    let one = |(key, value): (&String, &Value)| {
        let text = text(value).ok_or_else(|| {
            message!("the value of `{key}` is a text, as a file would have it", key)
        })?;
        Ok((key.clone(), text))
    };
    set.iter().map(one).collect()
}

/// A text; a number may stand for its digits.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
