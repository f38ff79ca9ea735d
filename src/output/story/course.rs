//! What a deck tells and in which order: the answer, why, money, risk, options, what to measure,
//! what to do; behind a divider what it rests on.

use super::length::Length;
use super::{Page, Stories, Story};
use crate::scenario::deck::{PARTS, SlideWords};

/// Slides of a deck for a board.
const BOARD: usize = 5;
/// Slides of the story of a short deck, and of what stands behind it.
const MAIN: usize = 12;
const BEHIND: usize = 6;
/// Slides that a table of the appendix may take, where the deck is short.
const TABLE: usize = 2;

/// A part of the deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    Answer,
    Why,
    Money,
    Risk,
    Options,
    Measure,
    Do,
    Appendix,
}

impl Chapter {
    /// The name of its heading among the words.
    pub const fn id(self) -> &'static str {
        match self {
            Chapter::Answer => "chapter-answer",
            Chapter::Why => "chapter-why",
            Chapter::Money => "chapter-money",
            Chapter::Risk => "chapter-risk",
            Chapter::Options => "chapter-options",
            Chapter::Measure => "chapter-measure",
            Chapter::Do => "chapter-do",
            Chapter::Appendix => "chapter-appendix",
        }
    }
}

/// Where every page belongs, in the order in which a deck tells them.
const ORDER: [(&str, Chapter); 77] = [
    ("answer", Chapter::Answer),
    ("since", Chapter::Answer),
    ("targets", Chapter::Answer),
    ("compared", Chapter::Answer),
    ("states", Chapter::Answer),
    ("figures", Chapter::Answer),
    ("staircase", Chapter::Why),
    ("reach-build-up", Chapter::Why),
    ("frequency", Chapter::Why),
    ("networks", Chapter::Why),
    ("by-network", Chapter::Why),
    ("history", Chapter::Why),
    ("service", Chapter::Why),
    ("tone", Chapter::Why),
    ("roles", Chapter::Why),
    ("campaigns", Chapter::Why),
    ("competitors", Chapter::Why),
    ("funnel", Chapter::Why),
    ("graph-reach", Chapter::Why),
    ("graph-frequency", Chapter::Why),
    ("graph-degrees", Chapter::Why),
    ("graph-cascades", Chapter::Why),
    ("graph-choice", Chapter::Why),
    ("weekly", Chapter::Why),
    ("weekly-reach", Chapter::Why),
    ("event", Chapter::Why),
    ("tones", Chapter::Why),
    ("voice", Chapter::Why),
    ("by-who", Chapter::Why),
    ("by-what", Chapter::Why),
    ("by-hour", Chapter::Why),
    ("by-weekday", Chapter::Why),
    ("by-where", Chapter::Why),
    ("by-why", Chapter::Why),
    ("by-how", Chapter::Why),
    ("by-extent", Chapter::Why),
    ("learnt", Chapter::Why),
    ("spoke", Chapter::Why),
    ("totals", Chapter::Why),
    ("odd", Chapter::Why),
    ("money", Chapter::Money),
    ("value", Chapter::Money),
    ("cash", Chapter::Money),
    ("distribution", Chapter::Risk),
    ("exceedance", Chapter::Risk),
    ("tornado", Chapter::Risk),
    ("driver", Chapter::Risk),
    ("wrong", Chapter::Risk),
    ("must", Chapter::Risk),
    ("ranges", Chapter::Options),
    ("regret", Chapter::Options),
    ("metric-1", Chapter::Options),
    ("metric-2", Chapter::Options),
    ("metric-3", Chapter::Options),
    ("metric-4", Chapter::Options),
    ("metric-5", Chapter::Options),
    ("metric-6", Chapter::Options),
    ("edits", Chapter::Options),
    ("curve", Chapter::Options),
    ("heat-map", Chapter::Options),
    ("worth", Chapter::Measure),
    ("tasks", Chapter::Measure),
    ("task-reputation", Chapter::Measure),
    ("task-competitors", Chapter::Measure),
    ("task-campaigns", Chapter::Measure),
    ("task-research", Chapter::Measure),
    ("task-support", Chapter::Measure),
    ("task-leads", Chapter::Measure),
    ("task-recruiting", Chapter::Measure),
    ("do", Chapter::Do),
    ("changed", Chapter::Appendix),
    ("estimates", Chapter::Appendix),
    ("counted", Chapter::Appendix),
    ("keys", Chapter::Appendix),
    ("assumptions", Chapter::Appendix),
    ("metrics", Chapter::Appendix),
    ("glossary", Chapter::Appendix),
];

/// The pages by which a part is told, the best one first.
const TELLING: [(&str, &[&str]); PARTS.len()] = [
    ("answer", &["answer"]),
    ("targets", &["targets"]),
    (
        "why",
        &["staircase", "counted", "networks", "funnel", "reach-build-up", "frequency", "weekly"],
    ),
    ("money", &["money", "value", "cash"]),
    ("risk", &["distribution", "exceedance", "tornado"]),
    ("options", &["ranges", "curve", "heat-map"]),
    ("measure", &["worth", "tornado", "driver", "tasks"]),
    ("do", &["do"]),
];

/// What a short deck takes beside its parts while there is room, the most telling first.
const FURTHER: [&str; 47] = [
    "since",
    "compared",
    "edits",
    "metric-1",
    "metric-2",
    "metric-3",
    "metric-4",
    "regret",
    "figures",
    "history",
    "learnt",
    "totals",
    "spoke",
    "event",
    "tones",
    "voice",
    "odd",
    "weekly-reach",
    "by-why",
    "by-who",
    "by-what",
    "by-where",
    "by-hour",
    "by-weekday",
    "by-how",
    "by-extent",
    "value",
    "wrong",
    "must",
    "tornado",
    "states",
    "cash",
    "networks",
    "by-network",
    "reach-build-up",
    "funnel",
    "frequency",
    "service",
    "campaigns",
    "tone",
    "roles",
    "competitors",
    "curve",
    "heat-map",
    "exceedance",
    "driver",
    "distribution",
];

/// What stands behind a short deck while there is room.
const BACKED: [&str; 10] = [
    "keys",
    "changed",
    "estimates",
    "tornado",
    "counted",
    "driver",
    "exceedance",
    "cash",
    "left-out",
    "receipts",
];

/// A page as a deck shows it.
#[derive(Clone, Debug)]
pub struct Stop<'a> {
    pub chapter: Chapter,
    pub page: &'a Page,
    /// In the file's own words, where it has them.
    pub title: &'a str,
    pub note: Option<&'a str>,
    /// Slides that it may take.
    pub most: usize,
}

pub fn chapter(id: &str) -> Chapter {
    ORDER.iter().find(|(known, _)| *known == id).map_or(Chapter::Appendix, |(_, chapter)| *chapter)
}

fn rank(id: &str) -> usize {
    ORDER.iter().position(|(known, _)| *known == id).unwrap_or(ORDER.len())
}

/// What the deck of a story shows, in its order.
pub fn course<'a>(stories: &'a Stories, story: &'a Story) -> Vec<Stop<'a>> {
    let all: Vec<&Page> = story.pages.iter().chain(&story.slides).collect();
    let find = |id: &str| all.iter().copied().find(|page| page.id == id);
    let telling = |part: &str| {
        let (_, pages) = TELLING.iter().find(|(known, _)| *known == part)?;
        pages.iter().find_map(|id| find(id))
    };
    let deck = &stories.deck;
    let stop = |page: &'a Page, most: usize| Stop {
        chapter: chapter(&page.id),
        page,
        title: words(&deck.titles, page, story).unwrap_or(&page.title),
        note: words(&deck.notes, page, story),
        most,
    };
    let length = match stories.length {
        Some(length) => length,
        None if deck.slides.is_empty() => Length::Short,
        None => {
            let own = deck.slides.iter().filter_map(|name| telling(name).or_else(|| find(name)));
            return own.map(|page| stop(page, usize::MAX)).collect();
        }
    };
    match length {
        Length::Board => {
            let second = if find("targets").is_some() { "targets" } else { "why" };
            let fourth = if telling("options").is_some() { "options" } else { "risk" };
            let wanted = ["answer", second, "money", fourth, "do", "why", "risk", "measure"];
            let mut pages: Vec<&Page> = Vec::new();
            for page in wanted.iter().filter_map(|part| telling(part)) {
                if pages.len() < BOARD && pages.iter().all(|known| known.id != page.id) {
                    pages.push(page);
                }
            }
            pages.sort_by_key(|page| rank(&page.id));
            pages.into_iter().map(|page| stop(page, 1)).collect()
        }
        Length::Short => {
            let mut pages: Vec<&Page> = Vec::new();
            let parts = PARTS.iter().filter_map(|part| telling(part));
            for page in parts.chain(FURTHER.iter().filter_map(|id| find(id))) {
                if pages.len() < MAIN && pages.iter().all(|known| known.id != page.id) {
                    pages.push(page);
                }
            }
            pages.sort_by_key(|page| rank(&page.id));
            let mut stops: Vec<Stop> = pages.iter().map(|page| stop(page, 1)).collect();
            let mut room = BEHIND;
            for page in BACKED.iter().filter_map(|id| find(id)) {
                let is_told = pages.iter().any(|known| known.id == page.id)
                    // Its table is the staircase again.
                    || page.id == "counted" && find("staircase").is_some();
                let most = if page.table.is_some() { TABLE.min(room) } else { 1 };
                if room > 0 && !is_told {
                    stops.push(Stop { chapter: Chapter::Appendix, ..stop(page, most) });
                    room -= most;
                }
            }
            stops
        }
        Length::Full => {
            let mut pages = all.clone();
            pages.sort_by_key(|page| rank(&page.id));
            pages.into_iter().map(|page| stop(page, usize::MAX)).collect()
        }
    }
}

/// The file's own words for a page: by its name, or by that of the part that it tells.
fn words<'a>(all: &'a [SlideWords], page: &Page, story: &Story) -> Option<&'a str> {
    let is_there = |id: &&&str| story.pages.iter().chain(&story.slides).any(|page| page.id == **id);
    let part = TELLING
        .iter()
        .find(|(_, pages)| pages.iter().find(is_there).is_some_and(|id| *id == page.id))
        .map(|(part, _)| *part);
    let of = |own: bool| {
        all.iter().find(move |words| {
            let is_meant = words.slide == page.id || Some(words.slide.as_str()) == part;
            is_meant
                && if own { words.locale == Some(story.locale) } else { words.locale.is_none() }
        })
    };
    of(true).or_else(|| of(false)).map(|words| words.text.as_str())
}
