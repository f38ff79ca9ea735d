//! Which kind of export a table is: by its headings.

use super::field::Field;
use super::fold::fold;
use super::kinds::{KINDS, Kind, Layout};

/// Rows from the top among which headings are looked for.
pub const TOP: usize = 60;

/// A table that is known.
#[derive(Clone, Debug)]
pub struct Found<'k> {
    pub kind: &'k Kind,
    /// Line of the headings.
    pub line: u64,
    pub headings: Vec<String>,
    /// Columns of each field, the better first.
    pub columns: Vec<(Field, Vec<usize>)>,
    /// What stands beside a list and is the same for all of its rows.
    pub constants: Vec<(Field, String)>,
}

/// What a table is nearest to, where it is nothing that is known.
#[derive(Clone, Debug)]
pub struct Nearest {
    pub kind: String,
    /// Groups of fields that it lacks, each with a heading that would do.
    pub missing: Vec<(String, String)>,
    pub line: u64,
    /// A heading of days that are numbered, and not dated.
    pub numbered: Option<String>,
}

/// A row from the top of a table: its line and its cells.
pub type Top = (u64, Vec<String>);

/// The kind that most headings belong to; `own` is asked before all others.
pub fn find<'k>(
    top: &[Top],
    path: Option<&str>,
    beside: &[(String, String)],
    own: Option<&'k Kind>,
) -> Result<Found<'k>, Option<Nearest>>
where
    'static: 'k,
{
    let own = own.into_iter();
    let mut best: Option<(usize, Found)> = None;
    let mut near: Option<(usize, Nearest)> = None;
    for (place, kind) in own.chain(&KINDS.all).enumerate() {
        if !matches!(kind.layout, Layout::Table | Layout::Days) || elsewhere(kind, path) {
            continue;
        }
        for (line, cells) in top {
            let folded: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
            if kind.unless.iter().any(|word| folded.contains(word)) {
                continue;
            }
            let found = matched(kind, *line, cells, &folded, beside);
            let missing = lacking(kind, &found);
            let score = found.columns.len();
            if missing.is_empty() {
                // The user's own words are asked first, and are enough.
                let is_own = place == 0 && own_kind(kind);
                if is_own || best.as_ref().is_none_or(|(most, _)| score > *most) {
                    let score = if is_own { usize::MAX } else { score };
                    best = Some((score, found));
                }
            } else if score > 0 && near.as_ref().is_none_or(|(most, _)| score > *most) {
                let missing = missing.iter().map(|group| named(kind, group)).collect();
                let numbered = cells.iter().zip(&folded);
                let mut numbered = numbered.filter(|(_, word)| KINDS.numbered.contains(word));
                let numbered = numbered.next().map(|(cell, _)| cell.clone());
                let near_one = Nearest { kind: kind.id.clone(), missing, line: *line, numbered };
                near = Some((score, near_one));
            }
        }
    }
    let (_, mut found) = best.ok_or_else(|| near.map(|(_, near)| near))?;
    let mut below = top.iter().skip_while(|(line, _)| *line <= found.line);
    if let Some((_, told)) = below.next().filter(|(_, cells)| describes(cells)) {
        tell_apart(&mut found, told);
    }
    Ok(found)
}

/// Of columns with one heading, that which the row below says to count people, or occurrences, is
/// the field's.
fn tell_apart(found: &mut Found, told: &[String]) {
    let headings: Vec<String> = found.headings.iter().map(|heading| fold(heading)).collect();
    for (field, places) in &mut found.columns {
        let is_people = match field {
            Field::Reach | Field::ReachFollowers | Field::ReachViral | Field::ReachPaid => true,
            Field::Hidden => true,
            Field::Metric(metric, _) => metric.is_unique(),
            _ => false,
        };
        let ending = if is_people { "(unique users)" } else { "(total count)" };
        for place in places {
            let mut same = (0..headings.len()).filter(|&other| headings[other] == headings[*place]);
            let is_told =
                |other: &usize| told.get(*other).is_some_and(|cell| fold(cell).ends_with(ending));
            *place = same.find(is_told).unwrap_or(*place);
        }
    }
}

/// Whether a kind comes from the user's own table.
pub fn own_kind(kind: &Kind) -> bool {
    KINDS.all.iter().all(|known| known.id != kind.id)
}

fn elsewhere(kind: &Kind, path: Option<&str>) -> bool {
    match (&kind.path, path) {
        (Some(wanted), Some(path)) => !path.ends_with(wanted.as_str()),
        (Some(_), None) => true,
        _ => false,
    }
}

/// The columns of a kind's fields. A heading that two fields want is the first one's.
fn matched<'k>(
    kind: &'k Kind,
    line: u64,
    cells: &[String],
    folded: &[String],
    beside: &[(String, String)],
) -> Found<'k> {
    let (mut columns, mut constants) = (Vec::new(), Vec::new());
    for (field, headings) in &kind.columns {
        let mut places: Vec<usize> = Vec::new();
        for heading in headings {
            if let Some(name) = heading.strip_prefix('^') {
                let found = beside.iter().find(|(path, _)| path == name);
                constants.extend(found.map(|(_, value)| (*field, value.clone())));
            }
            let found = folded.iter().position(|cell| cell == heading);
            places.extend(found.filter(|place| !places.contains(place)));
        }
        if !places.is_empty() {
            columns.push((*field, places));
        }
    }
    Found { kind, line, headings: cells.to_vec(), columns, constants }
}

/// Groups of needed fields of which none is there.
fn lacking<'k>(kind: &'k Kind, found: &Found) -> Vec<&'k Vec<Field>> {
    let has = |field: &Field| {
        found.columns.iter().any(|(of, _)| of == field)
            || found.constants.iter().any(|(of, _)| of == field)
    };
    kind.needs.iter().filter(|group| !group.iter().any(has)).collect()
}

fn named(kind: &Kind, group: &[Field]) -> (String, String) {
    let names: Vec<String> = group.iter().map(|field| field.id()).collect();
    let word = group.iter().find_map(|field| {
        let (_, headings) = kind.columns.iter().find(|(of, _)| of == field)?;
        headings.first().cloned()
    });
    (names.join("|"), word.unwrap_or_default())
}

/// Whether a row below the headings describes them: most of its cells begin `Lifetime:`, `Daily:`
/// or the like.
pub fn describes(cells: &[String]) -> bool {
    let given: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let is_described = |cell: &&&String| {
        let start = cell.split_once(':').map_or("", |(start, _)| start);
        matches!(fold(start).as_str(), "lifetime" | "daily" | "weekly" | "28 days")
    };
    given.len() > 1 && given.iter().filter(is_described).count() * 2 > given.len()
}
