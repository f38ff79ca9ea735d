//! Who: authors, their roles by stated rules, and how unequal they are.

use super::figure::Of;
use super::group::{ADVOCATE, Column, Group, Role, Skew, Table};
use super::rows::{row, table};
use super::tally::grouped;
use super::view::View;
use crate::shape::Tone;

/// Authors that are listed.
const LISTED: usize = 20;

/// Points of the Lorenz curve beside its first.
const POINTS: usize = 100;

/// What an author did.
#[derive(Clone, Copy, Debug)]
struct Author {
    key: u64,
    messages: u32,
    positive: u32,
    toned: u32,
    negative: u32,
    /// Answers to other people.
    answers: u32,
}

pub fn tables(view: &View) -> Vec<Table> {
    let all = view.of_people().count() as u64;
    let mut authors = authors(view);
    let total = authors.iter().map(|author| u64::from(author.messages)).sum();
    if authors.is_empty() {
        return Vec::new();
    }
    authors.sort_unstable_by_key(|author| (std::cmp::Reverse(author.messages), author.key));
    let listed = authors.iter().take(LISTED).enumerate();
    let rows = listed.map(|(place, author)| {
        row(Group::Author(place as u32 + 1), u64::from(author.messages), total, 1.0)
    });
    let mut table = table(Column::Author, Of::Messages, total, all - total, rows.collect());
    let rest = authors.get(LISTED..).unwrap_or_default();
    let count = rest.iter().map(|author| u64::from(author.messages)).sum();
    table.rest = (!rest.is_empty()).then_some((rest.len() as u64, count));
    table.skew = skew(&authors, total);
    std::iter::once(table).chain(roles(view, &authors)).collect()
}

fn authors(view: &View) -> Vec<Author> {
    let messages = &view.export.messages;
    let signed: Vec<(u32, u64)> = view
        .of_people()
        .filter_map(|(place, message)| Some((place as u32, message.author?)))
        .collect();
    let keys: Vec<u64> = signed.iter().map(|(_, author)| *author).collect();
    let answers = |place: usize| {
        view.talk.parent(place).is_some_and(|parent| {
            let other = messages[parent].author;
            view.talk.is_people(parent) && other.is_some() && other != messages[place].author
        })
    };
    grouped(&keys, |key, rows| {
        let places = || rows.iter().map(|row| signed[*row as usize].0 as usize);
        let toned = |tone| places().filter(|place| messages[*place].tone == Some(tone)).count();
        let (positive, negative) = (toned(Tone::Positive), toned(Tone::Negative));
        Author {
            key,
            messages: rows.len() as u32,
            positive: positive as u32,
            toned: (positive + negative + toned(Tone::Neutral)) as u32,
            negative: negative as u32,
            answers: places().filter(|place| answers(*place)).count() as u32,
        }
    })
}

/// Roles of authors, where the files have tones, replies among people, or a list of employees.
fn roles(view: &View, authors: &[Author]) -> Option<Table> {
    let mut employees = view.question.employees.clone();
    employees.sort_unstable();
    let tells = !employees.is_empty()
        || authors.iter().any(|author| author.toned > 0 || author.answers > 0);
    let role = |author: &Author| {
        if employees.binary_search(&author.key).is_ok() {
            return Role::Employee;
        }
        let many = author.toned >= ADVOCATE;
        if many && 2 * author.negative > author.toned {
            Role::Critic
        } else if (many && 2 * author.positive > author.toned) || author.answers >= ADVOCATE {
            Role::Advocate
        } else {
            Role::Other
        }
    };
    let total = authors.len() as u64;
    let count = |of: Role| authors.iter().filter(|author| role(author) == of).count() as u64;
    let mut rows = vec![Role::Employee, Role::Advocate, Role::Critic, Role::Other];
    if employees.is_empty() {
        rows.remove(0);
    }
    let rows = rows.into_iter().map(|of| row(Group::Role(of), count(of), total, 1.0)).collect();
    tells.then(|| table(Column::Role, Of::Authors, total, 0, rows))
}

/// Of authors, the most diligent first; none below five.
fn skew(authors: &[Author], total: u64) -> Option<Skew> {
    let n = authors.len();
    if n < 5 {
        return None;
    }
    let counts = || authors.iter().map(|author| f64::from(author.messages));
    let total = total as f64;
    let top: f64 = counts().take(n.div_ceil(10)).sum();
    let mut sums: Vec<f64> = vec![0.0];
    let mut ranks = 0.0;
    for (place, count) in counts().rev().enumerate() {
        sums.push(sums[place] + count);
        ranks += (place + 1) as f64 * count;
    }
    let points = POINTS.min(n);
    let lorenz = (0..=points).map(|point| {
        let place = point * n / points;
        (place as f64 / n as f64, sums[place] / total)
    });
    Some(Skew {
        top_tenth: top / total,
        once: authors.iter().filter(|author| author.messages == 1).count() as u64,
        lorenz: lorenz.collect(),
        gini: 2.0 * ranks / (n as f64 * total) - (n as f64 + 1.0) / n as f64,
    })
}
