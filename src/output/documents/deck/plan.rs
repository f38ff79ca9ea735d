//! From the pages of the story to slides.

use super::super::input::DocumentInput;
use super::base::Base;
use super::slide::{Frame, Slide};
use super::stage::{Role, Stage, sheet, within};
use super::table;
use crate::output::native::Native;
use crate::output::story::{Chapter, Stop, Table, Talk, course};
use crate::output::words::say;

/// The slides of every page that the deck shows; a divider stands before the appendix.
pub fn slides(told: &DocumentInput, base: &Base) -> Vec<Slide> {
    let stops = course(told.stories, told.story);
    let mut slides: Vec<Slide> = Vec::new();
    let is_told = stops.first().is_some_and(|stop| stop.chapter != Chapter::Appendix);
    let is_chosen = told.stories.length.is_none() && !told.stories.deck.slides.is_empty();
    for stop in &stops {
        let begins = slides.iter().all(|slide| slide.chapter != Chapter::Appendix);
        if is_told && begins && !is_chosen && stop.chapter == Chapter::Appendix {
            slides.push(divider(told));
        }
        slides.extend(of_page(told, base, stop));
    }
    slides
}

/// What stands before the appendix, and where everything else is.
fn divider(told: &DocumentInput) -> Slide {
    let locale = told.locale();
    let lead = say!(locale, told.story.basis.id("appendix-lead"));
    Slide {
        role: Role::Section,
        chapter: Chapter::Appendix,
        title: say!(locale, "chapter-appendix"),
        lead: lead.clone(),
        notes: vec![lead],
        frames: Vec::new(),
    }
}

/// What is said over a page, and how to read it.
fn notes(told: &DocumentInput, stop: &Stop) -> Vec<String> {
    let note = &stop.page.note;
    let mut notes = Talk::of(told.story, stop.page, stop.title).paragraphs(told.locale());
    let is_said = notes.first().is_some_and(|script| script.contains(note));
    notes.extend((!is_said && !note.is_empty()).then(|| note.clone()));
    notes
}

fn of_page(told: &DocumentInput, base: &Base, stop: &Stop) -> Vec<Slide> {
    let page = stop.page;
    let notes = stop.note.map_or_else(|| notes(told, stop), |note| vec![note.to_owned()]);
    let slide = |role: Role, frames: Vec<Frame>| Slide {
        role,
        chapter: stop.chapter,
        title: stop.title.to_owned(),
        lead: page.lead.clone(),
        notes: notes.clone(),
        frames,
    };
    if page.id == "answer" {
        let lead = format!("{} · {}", told.story.title, told.story.line);
        return vec![Slide { lead, ..slide(Role::Title, vec![Frame::Answer]) }];
    }
    let role = if page.table.is_some() { Role::ChartAndTable } else { Role::Chart };
    let stage = base.stage(role);
    let body = if page.table.is_some() { stage.above() } else { stage.body };
    if let Some(scene) = told.scene(page, sheet(body)) {
        let mut frames: Vec<Frame> = Native::of(&scene)
            .into_iter()
            .map(|native| Frame::Chart {
                place: within(body, native.frame),
                native,
                alt: format!("{}. {}", page.title, page.lead),
            })
            .collect();
        frames.extend(page.table.as_ref().map(|found| Frame::Table {
            table: table::below(found, stage.below()),
            place: stage.below(),
            size: table::SMALL,
        }));
        return vec![slide(role, frames)];
    }
    let Some(table) = &page.table else { return Vec::new() };
    let stage = base.stage(Role::Table);
    let parts = parts(told, stage, table, stop.most);
    let (count, size) = (parts.len(), table::size(table, stage.body));
    let part = |(place, part): (usize, Table)| {
        let n = place + 1;
        let slide = slide(Role::Table, vec![Frame::Table { table: part, place: stage.body, size }]);
        match count {
            1 => slide,
            _ => Slide {
                title: say!(told.locale(), "continued", title = stop.title, n = n, of = count),
                lead: if place == 0 { slide.lead } else { String::new() },
                ..slide
            },
        }
    };
    parts.into_iter().enumerate().map(part).collect()
}

/// A table in at most so many parts, the last of which says how many rows it leaves out.
fn parts(told: &DocumentInput, stage: &Stage, table: &Table, most: usize) -> Vec<Table> {
    let mut parts = table::split(table, stage.body);
    if parts.len() <= most {
        return parts;
    }
    let left: usize = parts.drain(most..).map(|part| part.rows.len()).sum();
    if let Some(rows) = parts.last_mut().map(|part| &mut part.rows) {
        rows.pop();
        let mut row = vec![String::new(); table.heads.len()];
        row[0] = say!(told.locale(), "rows-left", n = left + 1);
        rows.push(row);
    }
    parts
}
