//! `report.html`: the story as one page that needs nothing else: no script, no network.

use crate::output::format::Format as _;
use crate::output::words::Words as _;
use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::input::{DocumentInput, failed};
use crate::output::charts::Plot;
use crate::output::draw::{Colour, Sheet, Svg, Theme};
use crate::output::story::{Page, Part, Table};
use crate::output::words::{say, sentence};

const TEMPLATE: &str = include_str!("page/report.html");
const STYLE: &str = include_str!("page/style.css");

/// Rows of a table behind a chart, at most.
const ROWS: usize = 60;

#[derive(Serialize)]
struct Section {
    id: String,
    title: String,
    lead: String,
    picture: String,
    note: String,
    tables: Vec<Behind>,
    /// Whether the table is the section, and not what is behind its chart.
    is_table: bool,
    is_appendix: bool,
}

#[derive(Serialize)]
struct Behind {
    caption: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    words: usize,
    remark: String,
}

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    let (story, locale) = (told.story, told.locale());
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("report", TEMPLATE).map_err(failed)?;
    let theme = told.look.theme(locale);
    let sections: Vec<Section> =
        story.pages.iter().skip(1).map(|page| section(told, page)).collect();
    let [regular, bold] = [&theme.body, &theme.heading].map(|face| STANDARD.encode(face));
    let logo =
        told.look.logo.as_ref().map(|logo| {
            format!("data:{};base64,{}", logo.kind.mime(), STANDARD.encode(&logo.bytes))
        });
    let answer = story.pages.first();
    let said = |id: &str| locale.say(id, &[]);
    let page = environment
        .get_template("report")
        .and_then(|template| {
            template.render(context! {
                locale => locale.id(),
                title => story.title.as_str(),
                description => story.description.as_deref(),
                line => story.line.as_str(),
                answer => answer.map(|page| page.title.as_str()),
                lead => answer.map(|page| page.lead.as_str()),
                tiles => Value::from(Serde(&story.tiles)),
                sections => Value::from(Serde(&sections)),
                foot => told.foot(),
                logo => logo,
                contents => said("page-contents"),
                numbers => said("page-numbers"),
                how => said("page-how"),
                appendix => said("page-appendix"),
                style => style(&theme),
                regular => regular,
                bold => bold,
                body => theme.body.family(),
                heading => theme.heading.family(),
            })
        })
        .map_err(failed)?;
    Ok(page.into_bytes())
}

fn section(told: &DocumentInput, page: &Page) -> Section {
    let plots = told.plots(page);
    let mut tables: Vec<Behind> = page.table.iter().map(own).collect();
    let is_table = page.chart.is_none();
    tables.extend(plots.iter().map(|plot| behind(told, plot)));
    let picture =
        told.scene(page, Sheet::PAGE).map_or_else(String::new, |scene| Svg::of(&scene).inline());
    Section {
        id: page.id.clone(),
        title: page.title.clone(),
        lead: page.lead.clone(),
        picture,
        note: page.note.clone(),
        tables,
        is_table,
        is_appendix: page.part == Part::Appendix,
    }
}

fn own(table: &Table) -> Behind {
    Behind {
        caption: String::new(),
        heads: table.heads.clone(),
        rows: table.rows.clone(),
        words: table.words,
        remark: String::new(),
    }
}

/// The numbers of a chart as a table.
fn behind(told: &DocumentInput, plot: &Plot) -> Behind {
    let locale = told.locale();
    let seen: Vec<_> = plot.series.iter().filter(|series| !series.name.trim().is_empty()).collect();
    let stride = plot.categories.len().div_ceil(ROWS).max(1);
    let row = |(place, category): (usize, &String)| {
        let numbers = seen.iter().map(|series| {
            let value = series.values.get(place).copied().unwrap_or(f64::NAN);
            if value.is_finite() {
                locale.amount(plot.quantity, value, None)
            } else {
                String::new()
            }
        });
        std::iter::once(category.clone()).chain(numbers).collect()
    };
    Behind {
        caption: plot.title.clone(),
        heads: std::iter::once(sentence(&plot.head))
            .chain(seen.iter().map(|series| sentence(&series.name)))
            .collect(),
        rows: plot.categories.iter().enumerate().step_by(stride).map(row).collect(),
        words: 1,
        remark: if stride > 1 {
            say!(locale, "page-weeks-shown", n = stride)
        } else {
            String::new()
        },
    }
}

/// The colours of the page, and those of the pictures in the dark.
fn style(theme: &Theme) -> String {
    let hex = |colour: Colour| format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2);
    let light = theme.main.mixed(Colour(255, 255, 255), 0.35);
    let dark = Theme {
        background: Colour(0x16, 0x1D, 0x26),
        ink: Colour(0xE8, 0xEC, 0xF1),
        quiet: Colour(0xA9, 0xB4, 0xC0),
        grid: Colour(0x2B, 0x36, 0x43),
        axis: Colour(0x74, 0x81, 0x8F),
        main: light,
        faint: theme.main.mixed(Colour(0x16, 0x1D, 0x26), 0.55),
        middle: theme.main.mixed(Colour(0xE8, 0xEC, 0xF1), 0.15),
        accent: theme.accent.mixed(Colour(255, 255, 255), 0.35),
        ..theme.clone()
    };
    let colours = |theme: &Theme| {
        [
            theme.background,
            theme.ink,
            theme.quiet,
            theme.grid,
            theme.axis,
            theme.main,
            theme.faint,
            theme.middle,
            theme.accent,
        ]
    };
    let rules: String = colours(theme)
        .iter()
        .zip(colours(&dark))
        .map(|(day, night)| {
            let (day, night) = (hex(*day), hex(night));
            format!(
                "figure svg [fill=\"{day}\"]{{fill:{night}}}figure svg \
                [stroke=\"{day}\"]{{stroke:{night}}}"
            )
        })
        .collect();
    STYLE
        .replace("/*main*/", &hex(theme.main))
        .replace("/*accent*/", &hex(theme.accent))
        .replace("/*main-dark*/", &hex(light))
        .replace("/*pictures*/", &rules)
        .replace("/*heading*/", theme.heading.family())
        .replace("/*body*/", theme.body.family())
}
