//! The chapter on the founding texts names keys, metrics, claims and scenarios that there are, and
//! every claim that comes with the program.
//!
//! A row has a statement, how to say it, where it is seen, and its claims; or "none: " with the
//! reason why nothing tests it. What is not modelled has dashes and "not modelled: " with the
//! reason, and stands in the list at the end.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use reachsim::metric;
use reachsim::model::lower;
use reachsim::run::claims::SHIPPED;
use reachsim::scenario;
use reachsim::scenario::keys::{self, SECTIONS};

use crate::support::{lowered, shipped};

const CHAPTER: &str = include_str!("../../src/guide/founding_texts.md");
const HEADER: &str = "| the text says | say it | see it | claim |";
/// In the place of keys and metrics of what is not modelled.
const NOTHING: &str = "–";
const NOT_MODELLED: &str = "not modelled: ";
const UNTESTED: &str = "none: ";

/// A page with a role, on which the values of rows are tried and whose columns are metrics.
const PAGE: &str = "
title = \"A page\"
[community.page]
platform = \"facebook-2012\"
followers = 10_000
";
const ROLE: &str = "[[role]]\nname = \"member\"\nshare = 1\n";

/// Names of columns that only a community or a role has.
static COLUMNS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let model = lowered(&format!("{PAGE}{ROLE}"), &[]).model;
    model.columns().map(|column| model.column_name(column)).collect()
});

/// What stands in the cells of the rows of a section's table.
struct Section<'a> {
    heading: &'a str,
    rows: Vec<Vec<&'a str>>,
}

fn sections(text: &str) -> Vec<Section<'_>> {
    let sections = text.split("\n## ").skip(1).map(|part| {
        let (heading, rest) = part.split_once('\n').unwrap_or((part, ""));
        let rows = rest.lines().filter(|line| {
            line.starts_with('|') && *line != HEADER && !line.starts_with("|---|---|---|---|")
        });
        let rows = rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect());
        Section { heading, rows: rows.collect() }
    });
    sections.collect()
}

/// The bold words with which the points of a list begin, and each point.
fn points(text: &str) -> Vec<(&str, &str)> {
    text.split("\n- **").skip(1).filter_map(|point| point.split_once("**")).collect()
}

fn backticked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// A key, short or in full, also with a value; a field of a section, or the section.
fn is_key(word: &str) -> bool {
    let (key, value) = word.split_once(" = ").map_or((word, None), |(key, v)| (key, Some(v)));
    let in_community = format!("community.<id>.{key}");
    let path = [key, &in_community].into_iter().find(|path| keys::find(path).is_some());
    match (path, value) {
        (Some(_), None) => true,
        (Some(path), Some(value)) => {
            let set = format!("{}={value}", path.replace("<id>", "page"));
            let read = scenario::parse(Path::new("page.toml"), PAGE.to_owned(), &[set]);
            read.and_then(lower).is_ok()
        }
        (None, Some(_)) => false,
        (None, None) => SECTIONS.iter().any(|section| {
            let of = |name: &str| word.strip_prefix(&format!("{}.{name}.", section.name));
            let field = of("<name>").or_else(|| of("<id>"));
            word == section.header("<id>") || field.is_some_and(|f| section.field(f).is_some())
        }),
    }
}

/// A metric, also of a community or of a role.
fn is_metric(word: &str) -> bool {
    let column = word.replace("<id>", "page").replace("<name>", "member");
    metric::find(word).is_some() || (column != word && COLUMNS.contains(&column))
}

fn is_scenario(word: &str) -> bool {
    word.strip_suffix(".toml").is_some_and(|name| shipped(name).exists())
}

fn is_claim(word: &str) -> bool {
    SHIPPED.iter().any(|(name, _)| *name == word)
}

/// What is wrong with a row of a table.
fn faults_of(row: &[&str]) -> Vec<String> {
    let &[statement, say, see, claim] = row else {
        return vec![format!("{row:?}: {} cells", row.len())];
    };
    let mut faults = Vec::new();
    let mut demand = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{statement}: {what}"));
        }
    };
    demand(!statement.is_empty() && !statement.contains('`'), "a statement is in plain words");
    let reason = claim.strip_prefix(NOT_MODELLED);
    if reason.is_some() {
        demand(say == NOTHING && see == NOTHING, "what is not modelled has no key and no metric");
    } else {
        demand(backticked(say).next().is_some(), "no key says it");
        demand(backticked(see).next().is_some(), "nothing shows it");
    }
    for word in backticked(say) {
        demand(is_key(word), &format!("there is no key `{word}`"));
    }
    for word in backticked(see) {
        demand(is_metric(word) || is_scenario(word), &format!("nothing is called `{word}`"));
    }
    match reason.or_else(|| claim.strip_prefix(UNTESTED)) {
        Some(reason) => demand(reason.split(' ').count() > 2, "no reason"),
        None => demand(claim.starts_with('`'), "neither a claim nor a reason"),
    }
    // What is first is a claim; what a remark or a reason names may be anything.
    let mut named = backticked(claim).peekable();
    if let Some(first) = named.next_if(|_| claim.starts_with('`')) {
        demand(is_claim(first), &format!("there is no claim `{first}`"));
    }
    for word in named {
        demand(is_claim(word) || is_known(word), &format!("there is no `{word}`"));
    }
    faults
}

fn is_known(word: &str) -> bool {
    is_key(word) || is_metric(word) || is_scenario(word)
}

/// All that is wrong with a text, but for what it lacks.
fn faults(text: &str) -> Vec<String> {
    let sections = sections(text);
    let rows: Vec<&Vec<&str>> = sections.iter().flat_map(|section| &section.rows).collect();
    let mut faults: Vec<String> = rows.iter().flat_map(|row| faults_of(row)).collect();
    let unmodelled: Vec<String> = rows
        .iter()
        .filter(|row| row.last().is_some_and(|claim| claim.starts_with(NOT_MODELLED)))
        .map(|row| row[0].to_lowercase())
        .collect();
    let points = points(text);
    for (name, point) in &points {
        let name = name.to_lowercase();
        if !unmodelled.iter().any(|statement| statement.contains(&name)) {
            faults.push(format!("{name}: no row says that it is not modelled"));
        }
        let unknown = backticked(point).filter(|word| !is_known(word));
        faults.extend(unknown.map(|word| format!("{name}: there is no `{word}`")));
    }
    for statement in unmodelled {
        if !points.iter().any(|(name, _)| statement.contains(&name.to_lowercase())) {
            faults.push(format!("{statement}: not in the list at the end"));
        }
    }
    faults
}

/// Claims that no row names, or only rows of another text than the one of which their place says
/// that they stand in it.
fn lost_claims(text: &str) -> Vec<&'static str> {
    let sections = sections(text);
    let names = |section: &Section, claim: &str| {
        let cells = section.rows.iter().filter_map(|row| row.get(3));
        cells.flat_map(|cell| backticked(cell)).any(|word| word == claim)
    };
    let lost = SHIPPED.iter().filter(|(claim, file)| {
        let place = file.lines().find_map(|line| line.strip_prefix("place = \""));
        let place = place.unwrap_or_default().to_lowercase();
        let own = sections.iter().find(|section| {
            !section.rows.is_empty() && place.starts_with(&section.heading.to_lowercase())
        });
        let is_told = match own {
            Some(own) => names(own, claim),
            // "The founding texts", or what these quote: any of them.
            None => place.contains("texts") && sections.iter().any(|other| names(other, claim)),
        };
        !is_told
    });
    lost.map(|(name, _)| *name).collect()
}

#[test]
fn the_chapter_names_what_there_is() {
    let faults = faults(CHAPTER);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_chapter_goes_through_five_texts_and_every_claim() {
    let sections = sections(CHAPTER);
    let tables: Vec<usize> =
        sections.iter().map(|section| section.rows.len()).filter(|rows| *rows > 0).collect();
    assert_eq!(tables.len(), 5, "a table for each text");
    assert_eq!(CHAPTER.matches(HEADER).count(), 5);
    assert!(tables.iter().sum::<usize>() >= 55, "{tables:?}");
    assert_eq!(lost_claims(CHAPTER), Vec::<&str>::new());
}

/// A chapter of one row, with a list at its end.
#[track_caller]
fn expect_faults(row: &str, list: &str, count: usize) {
    let text = format!("# T\n\n## A text\n\n{HEADER}\n|---|---|---|---|\n{row}\n\n{list}");
    let found = faults(&text);
    assert_eq!(found.len(), count, "{row}: {found:?}");
}

#[test]
fn what_there_is_not_is_found_in_a_row() {
    let right = "| it is said | `questions.per_year = 9`, `role.<name>.asks`, `[[overlap]]` | \
        `questions`, `<id>.questions`, `article.toml` | `bots-inflate-10`, of `profit` |";
    expect_faults(right, "", 0);
    for (there, not) in [
        ("it is said", "`bots` are said"),
        ("questions.per_year", "questions.per_years"),
        ("per_year = 9", "per_year = \"many\""),
        ("role.<name>.asks", "role.<name>.questions"),
        ("role.<name>.asks", "rule.<name>.asks"),
        ("[[overlap]]", "[[overlaps]]"),
        ("`questions`, `<id>.questions`", "`questions.per_year`"),
        ("<id>.questions", "<id>.payback"),
        ("<id>.questions", "role.<name>.profit"),
        ("article.toml", "articles.toml"),
        ("bots-inflate-10", "bots-inflate-11"),
        ("`bots-inflate-10`, of", "of"),
        ("of `profit`", "of `profits`"),
        ("| `bots", "| none | `bots"),
    ] {
        assert!(right.contains(there));
        expect_faults(&right.replace(there, not), "", 1);
    }
    expect_faults("| it is said | no key | `questions` | none: it is not tested |", "", 1);
    expect_faults("| it is said | `bots` | no metric | none: it is not tested |", "", 1);
    expect_faults("| it is said | `bots` | `questions` | none: why |", "", 1);
    expect_faults("| it is said | `bots` | `questions` | – |", "", 1);
}

#[test]
fn what_is_not_modelled_stands_in_the_list() {
    let row = "| it has warmth | – | – | not modelled: it has no number |";
    let list = "- **Warmth**: no figure,\n  see `profit`.\n";
    expect_faults(row, list, 0);
    expect_faults(row, "", 1);
    expect_faults(row, &format!("{list}- **Cold**: no figure.\n"), 1);
    expect_faults(row, &list.replace("profit", "profits"), 1);
    expect_faults(&row.replacen('–', "`bots`", 1), list, 1);
}

#[test]
fn a_claim_that_no_row_names_is_found() {
    let name = "bots-inflate-10";
    assert_eq!(lost_claims(&CHAPTER.replace(name, "bots-inflate-11")), [name]);
    // What stands in one text is not told by the row of another.
    let moved = CHAPTER.replace("## A text on monitoring\n", "## A text on listening\n");
    assert!(lost_claims(&moved).contains(&"monitoring-1-reputation"), "no section is of that text");
    let task = "monitoring-7-recruiting";
    let elsewhere = CHAPTER.replace(task, name).replacen("a-support-page-advertises", task, 1);
    assert_eq!(lost_claims(&elsewhere), [task]);
}
