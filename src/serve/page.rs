//! The page itself: its text with the first answer in it, its script, its style, its fonts.

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
use crate::output::look::Look;

/// What is the same for every scenario.
pub fn fixed(route: Route) -> Option<Reply> {
    (route == Route::Script).then(|| Reply::of("text/javascript; charset=utf-8", live::SCRIPT))
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
    let answer = answer.unwrap_or_else(|refused| refused.body());
    let text = live::page(locale, tabs.1, &told.value, &answer).map_err(|error| {
        Refused::question(
            locale,
            &message!("the page cannot be made: {error}", error = error.to_string()),
        )
    })?;
    Ok(Reply::of("text/html; charset=utf-8", text))
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

/// A page that stands until there is a better one.
mod live {
    use std::io;

    use minijinja::value::Serde;
    use minijinja::{AutoEscape, Environment, Value, context};

    use crate::locale::Locale;
    use crate::output::draw::Theme;

    pub const SCRIPT: &str = "";
    const TEMPLATE: &str = "<!doctype html><html lang={{ locale }}><meta charset=utf-8>\
        <title>{{ scenario.title }}</title><link rel=stylesheet href=page.css>\
        <h1>{{ scenario.title }}</h1>\
        {% for error in answer.errors %}<pre>{{ error.text }}</pre>{% endfor %}\
        <pre>{{ answer.screen | join('\n') }}</pre>\
        {% for name, svg in answer.charts | items %}<figure>{{ svg | safe }}</figure>{% endfor %}";

    pub fn style(_: &Theme) -> String {
        String::new()
    }

    pub fn page(
        locale: Locale,
        tab: usize,
        scenario: &serde_json::Value,
        answer: &serde_json::Value,
    ) -> io::Result<String> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        let found = environment.render_str(
            TEMPLATE,
            context! {
                locale => locale.id(),
                tab => tab,
                scenario => Value::from(Serde(scenario)),
                answer => Value::from(Serde(answer)),
            },
        );
        found.map_err(|error| io::Error::other(error.to_string()))
    }
}
