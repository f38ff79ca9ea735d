//! The page itself: its text with the first answer in it, its script, its style, its fonts.

use std::io;

use serde_json::Value;

use super::answer::{self, FIRST};
use super::attention::Attention;
use super::guard::Route;
use super::refused::Refused;
use super::reply::Reply;
use super::request::Question;
use super::scenario;
use super::tab::{Opened, Tab};
use crate::diagnostic::message;
use crate::locale::Locale;
use crate::output::documents::page::live;
use crate::output::look::Look;

/// What is the same for every scenario.
pub fn fixed(route: Route) -> Option<Reply> {
    (route == Route::Script).then(|| Reply::of("text/javascript; charset=utf-8", live::script()))
}

/// The page of a scenario, with its answer as it is: it can be read without its script.
pub fn page(
    opened: &Opened,
    tabs: (&[Tab], usize),
    locale: Locale,
    attention: &Attention,
) -> Result<Reply, Refused> {
    let told = scenario::told(opened, tabs, locale, attention)?;
    let question = Question { show: vec![FIRST.to_owned()], ..Question::default() };
    let answer = answer::answer(opened, &question, locale, attention);
    // What is wrong with the scenario is told with it.
    let answer = answer.unwrap_or_default();
    let text = live::page(locale, tabs.1, &told.value, &answer);
    let text = text.map_err(|error| unmade(locale, &error))?;
    Ok(Reply::of("text/html; charset=utf-8", text))
}

/// The parts of an open page that an answer makes others.
pub fn parts(
    opened: &Opened,
    tabs: (&[Tab], usize),
    locale: Locale,
    (answer, attention): (&Value, &Attention),
) -> Result<String, Refused> {
    let told = scenario::told(opened, tabs, locale, attention)?;
    live::parts(locale, &told.value, answer).map_err(|error| unmade(locale, &error))
}

fn unmade(locale: Locale, error: &io::Error) -> Refused {
    let why = message!("the page cannot be made: {error}", error = error.to_string());
    Refused::question(locale, &why)
}

/// How it looks.
pub fn style(opened: &Opened, locale: Locale) -> Reply {
    Reply::of("text/css; charset=utf-8", live::style(&look(opened).theme(locale)))
}

/// A font of the documents.
pub fn font(opened: &Opened, locale: Locale, route: Route) -> Reply {
    let theme = look(opened).theme(locale);
    let face = if route == Route::BoldFont { &theme.heading } else { &theme.body };
    Reply::of("font/ttf", face.as_ref().to_vec())
}

fn look(opened: &Opened) -> Look {
    opened.read.as_ref().map_or_else(|_| Look::default(), |case| Look::of(&case.about().theme))
}
