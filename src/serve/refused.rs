//! Why a question gets no answer, in the reader's language.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Diagnostics, Message, Severity, Style};
use crate::locale::Locale;
use crate::output::words::{Words as _, say};
use crate::run::Error;

/// A question without an answer.
#[derive(Debug)]
pub struct Refused {
    pub status: u16,
    pub errors: Vec<Value>,
}

impl Refused {
    /// A question that is none.
    pub fn unread(locale: Locale, why: &Message) -> Refused {
        Refused { status: 400, errors: vec![said(locale, why)] }
    }

    /// A question that this scenario cannot be asked.
    pub fn question(locale: Locale, why: &Message) -> Refused {
        Refused { status: 422, errors: vec![said(locale, why)] }
    }

    /// What is wrong with a scenario; `keys` are those that are set, by the places of their texts.
    pub fn problems(locale: Locale, problems: &Diagnostics, keys: &[(usize, String)]) -> Refused {
        let is_error = |problem: &&Diagnostic| problem.severity() == Severity::Error;
        let errors = problems.iter().filter(is_error);
        let errors = errors.map(|problem| told(locale, problems, problem, keys)).collect();
        Refused { status: 422, errors }
    }

    /// Why a study or a run was not made.
    pub fn of(locale: Locale, error: Error, keys: &[(usize, String)]) -> Refused {
        match error {
            Error::Input(problems) => Refused::problems(locale, &problems, keys),
            Error::Question(why) => Refused::question(locale, &why),
            Error::World(why) => Refused { status: 500, errors: vec![said(locale, &why)] },
            other => {
                let why = Message::verbatim(other.to_string());
                Refused { status: 503, errors: vec![said(locale, &why)] }
            }
        }
    }

    pub fn body(&self) -> Value {
        json!({ "errors": self.errors })
    }
}

fn said(locale: Locale, why: &Message) -> Value {
    json!({ "key": null, "code": null, "message": locale.message(why), "help": null })
}

/// A problem with its key, and as the terminal shows it.
fn told(
    locale: Locale,
    all: &Diagnostics,
    problem: &Diagnostic,
    keys: &[(usize, String)],
) -> Value {
    let spans = problem.span.iter().chain(problem.also.iter().map(|(span, _)| span));
    let mut own = spans.filter_map(|span| keys.iter().find(|(source, _)| *source == span.source));
    let mut sources = all.sources.clone();
    let is_typed = |place: usize| keys.iter().any(|(typed, _)| *typed == place);
    for (_, source) in sources.iter_mut().enumerate().filter(|(place, _)| is_typed(*place)) {
        source.name = say!(locale, "live-typed");
    }
    let alone = Diagnostics::new(sources, vec![problem.clone()]);
    json!({
        "key": own.next().map(|(_, key)| key),
        "code": problem.code.id(),
        "message": locale.message(&problem.message),
        "help": problem.help.as_ref().map(|help| locale.message(help)),
        "text": locale.problems(&alone, Style::Plain).trim_end(),
    })
}
