//! How much: size classes, and parts of the audience.

use super::figure::Of;
use super::group::{Column, Group, Row, Table};
use super::reach::deeds;
use super::rows::{row, table};
use super::view::View;
use crate::shape::{Dimension, Slice};

/// Powers of ten that classes begin with, after nought.
const CLASSES: u32 = 12;

pub fn tables(view: &View) -> Vec<Table> {
    let posts = |of: fn(&crate::shape::Post) -> Option<f64>| -> Vec<Option<f64>> {
        view.old_posts().map(|(_, post)| of(post)).collect()
    };
    let messages = |of: fn(&crate::shape::Message) -> Option<f64>| -> Vec<Option<f64>> {
        view.of_people().map(|(_, message)| of(message)).collect()
    };
    let classes = [
        classes(Column::Reach, Of::Posts, &posts(|post| post.reach)),
        classes(Column::Engagement, Of::Posts, &posts(deeds)),
        classes(Column::Reach, Of::Messages, &messages(|message| message.reach)),
        classes(Column::Audience, Of::Messages, &messages(|message| message.audience)),
        classes(Column::Engagement, Of::Messages, &messages(|message| message.engagement)),
    ];
    classes.into_iter().flatten().chain(slices(view)).collect()
}

/// 0, 1 to 9, 10 to 99, ..: from the lowest to the highest that occur.
fn classes(column: Column, of: Of, values: &[Option<f64>]) -> Option<Table> {
    let mut counts = [0_u64; CLASSES as usize + 1];
    for value in values.iter().flatten() {
        let class = (0..CLASSES).take_while(|power| *value >= 10_f64.powi(*power as i32)).count();
        counts[class] += 1;
    }
    let total: u64 = counts.iter().sum();
    let first = counts.iter().position(|count| *count > 0)?;
    let last = counts.iter().rposition(|count| *count > 0)?;
    let bound = |class: usize| class.checked_sub(1).map_or(0, |power| 10_u64.pow(power as u32));
    let group = |class: usize| {
        Group::Size(bound(class), (class < CLASSES as usize).then(|| bound(class + 1)))
    };
    let rows = (first..=last).map(|class| row(group(class), counts[class], total, 1.0));
    Some(table(column, of, total, values.len() as u64 - total, rows.collect()))
}

/// Parts of the audience as the files give them. They are no sample, and have no interval.
fn slices(view: &View) -> Vec<Table> {
    let parts = [
        Dimension::Age,
        Dimension::Gender,
        Dimension::AgeAndGender,
        Dimension::City,
        Dimension::Country,
    ];
    parts
        .into_iter()
        .flat_map(|dimension| {
            let mut of: Vec<&Slice> =
                view.export.audience.iter().filter(|slice| slice.dimension == dimension).collect();
            of.sort_by_key(|slice| (slice.network, slice.receipt));
            of.chunk_by(|one, other| (one.network, one.receipt) == (other.network, other.receipt))
                .map(|slices| part(dimension, slices))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn part(dimension: Dimension, slices: &[&Slice]) -> Table {
    let people: f64 = slices.iter().filter_map(|slice| slice.people).sum();
    let every = slices.iter().all(|slice| slice.people.is_some());
    let share = |slice: &Slice| {
        slice
            .share
            .or_else(|| slice.people.filter(|_| every && people > 0.0).map(|own| own / people))
    };
    let rows = slices.iter().map(|slice| Row {
        group: Group::Name(slice.group.clone()),
        count: slice.people.map(|people| people.round().max(0.0) as u64),
        share: share(slice),
        low: None,
        high: None,
        tone: None,
        reach: None,
    });
    table(Column::Slice(dimension), Of::People, people.max(0.0) as u64, 0, rows.collect())
}
