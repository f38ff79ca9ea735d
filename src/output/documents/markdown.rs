//! `report.md`: the answer for a pull request or a wiki, with the charts beside it.

use crate::output::words::Words as _;
use std::io;

use super::input::DocumentInput;
use crate::output::markdown::inline;
use crate::output::story::{Page, Part, Table};
use crate::output::words::say;

#[expect(clippy::unnecessary_wraps, reason = "other documents can fail")]
pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    let (story, locale) = (told.story, told.locale());
    let mut text = format!("# {}\n\n{}\n", inline(&story.title), inline(&story.line));
    if let Some(answer) = story.pages.first() {
        text.extend(["\n**", &inline(&answer.title), "**"]);
        if !answer.lead.is_empty() {
            text.extend([" ", &inline(&answer.lead), "."]);
        }
        text.push('\n');
    }
    if !story.tiles.is_empty() {
        let heads = ["metric-head", "column-typical", "column-futures"]
            .map(|id| crate::output::words::sentence(&locale.say(story.basis.id(id), &[])));
        let rows = story
            .tiles
            .iter()
            .map(|tile| vec![tile.words.clone(), tile.typical.clone(), tile.range.clone()])
            .collect();
        text.extend([
            "\n",
            &table(&Table { heads: heads.into(), rows, words: 1, widths: vec![1.0; 3] }),
        ]);
    }
    for page in story.pages.iter().skip(1).filter(|page| page.part == Part::Main) {
        text.extend(["\n## ", &inline(&page.title), "\n"]);
        if !page.lead.is_empty() {
            text.extend(["\n", &inline(&page.lead), "\n"]);
        }
        text += &picture(page);
        if let Some(found) = &page.table {
            text.extend(["\n", &table(found)]);
        }
    }
    text.extend(["\n## ", &say!(locale, "page-appendix"), "\n"]);
    for page in story.pages.iter().filter(|page| page.part == Part::Appendix) {
        let (lead, picture) = (inline(&page.lead), picture(page));
        let inside = [
            if lead.is_empty() { lead } else { lead + "\n" },
            picture.trim_start().to_owned(),
            page.table.as_ref().map_or_else(String::new, table),
        ];
        let inside: Vec<String> = inside.into_iter().filter(|part| !part.is_empty()).collect();
        text.extend([
            "\n<details><summary>",
            &super::xml::escape(&page.title),
            "</summary>\n\n",
            &inside.join("\n"),
            "\n</details>\n",
        ]);
    }
    text.extend(["\n", &inline(&told.foot()), "\n"]);
    Ok(text.into_bytes())
}

/// The chart of a page, which says in words what it shows and how.
fn picture(page: &Page) -> String {
    let Some(chart) = &page.chart else { return String::new() };
    let words = [&page.title, &page.lead].map(|words| inline(words));
    let words: Vec<&str> =
        words.iter().map(|words| words.trim_end_matches('.')).filter(|w| !w.is_empty()).collect();
    format!("\n![{}](charts/{chart}.svg)\n", words.join(". "))
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        format!("| {} |\n", cells.iter().map(|cell| inline(cell)).collect::<Vec<_>>().join(" | "))
    };
    let line: String = (0..table.heads.len())
        .map(|place| if place < table.words { "---|" } else { "--:|" })
        .collect();
    let mut text = row(&table.heads) + "|" + &line + "\n";
    text.extend(table.rows.iter().map(|cells| row(cells)));
    text
}
