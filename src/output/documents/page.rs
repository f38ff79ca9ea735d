//! `report.html`: the story as one page that needs nothing else: no network, and no script to be
//! read. With its script the futures of the run may be asked.

mod asked;
mod colours;
pub mod live;
mod section;
mod top;

use std::collections::BTreeMap;
use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};

use super::input::{DocumentInput, failed};
use crate::output::look::Logo;
use crate::output::words::Words as _;
use section::Section;
pub use section::{alternative, numbers};

const TEMPLATE: &str = include_str!("page/report.html");
/// The page behind which the futures may be asked.
const ASKED_BEHIND: &str = "distribution";

/// What the template says by itself.
const SAID: [&str; 23] = [
    "page-contents",
    "page-how",
    "page-scrolls",
    "page-top",
    "page-elsewhere",
    "page-causes",
    "page-decision",
    "measure-label",
    "assumed-label",
    "futures-title",
    "futures-inputs",
    "futures-how",
    "futures-from",
    "futures-to",
    "futures-input",
    "futures-all",
    "futures-here",
    "futures-target",
    "futures-which",
    "futures-slide",
    "futures-value",
    "futures-what-if",
    "futures-choice",
];

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    let (story, locale) = (told.story, told.locale());
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("report", TEMPLATE).map_err(failed)?;
    let theme = told.look.theme(locale);
    let sections: Vec<Section> =
        story.pages.iter().skip(1).map(|page| Section::of(told, page)).collect();
    let pictures = sections.iter().flat_map(Section::drawings);
    let style = colours::style(&theme, pictures);
    let [regular, bold] = [&theme.body, &theme.heading].map(|face| STANDARD.encode(face));
    let answer = story.pages.first().filter(|page| !page.title.is_empty());
    let targets = top::targets(locale, &story.answer);
    let said: BTreeMap<&str, String> =
        SAID.map(|id| (id, locale.say(story.basis.id(id), &[]))).into();
    let known = asked::known(told);
    let page = environment
        .get_template("report")
        .and_then(|template| {
            template.render(context! {
                locale => locale.id(),
                title => story.title.as_str(),
                description => story.description.as_deref(),
                line => story.line.as_str(),
                headline => answer.map_or(story.title.as_str(), |page| page.title.as_str()),
                lead => answer.map(|page| page.lead.as_str()),
                targets => Value::from(Serde(&targets)),
                answer => Value::from(Serde(&story.answer)),
                tiles => Value::from(Serde(&story.tiles)),
                sections => Value::from(Serde(&sections)),
                foot => told.foot(),
                logo => told.look.logo.as_ref().map(data),
                logo_dark => told.look.logo_dark.as_ref().map(data),
                whose => told.look.name.as_deref().unwrap_or_default(),
                said => Value::from(Serde(&said)),
                style => style,
                regular => regular,
                bold => bold,
                body => theme.body.family(),
                heading => theme.heading.family(),
                asked_behind => known.map(|_| ASKED_BEHIND),
                asked => known.map(|(futures, questions)| asked::json(told, futures, questions)),
                packed => known.map(|(futures, _)| asked::packed(told, futures)),
                script => asked::script(),
            })
        })
        .map_err(failed)?;
    Ok(page.into_bytes())
}

/// A logo as a part of the page.
fn data(logo: &Logo) -> String {
    format!("data:{};base64,{}", logo.kind.mime(), STANDARD.encode(&logo.bytes))
}
