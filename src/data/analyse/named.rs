//! What, where and how: groups that the files name.

use super::figure::Of;
use super::group::{Column, Group, Table};
use super::rows::{cut, row, table};
use super::tally::{grouped, median, tally};
use super::view::View;
use crate::measure::share::effective_n;
use crate::shape::{Lead, Message, Name, Post, Ticket};

/// Posts below which no median is told.
const FEW: usize = 5;

/// Topics of messages and tickets.
pub fn topics(view: &View) -> Vec<Table> {
    let messages: Vec<(u64, &[Name])> = view
        .of_people()
        .map(|(place, message)| (view.cluster(place), message.topics.as_slice()))
        .collect();
    let tickets: Vec<(u64, &[Name])> = view
        .export
        .tickets
        .iter()
        .enumerate()
        .map(|(place, ticket)| (place as u64, ticket.topics.as_slice()))
        .collect();
    let several = |of, rows: &[(u64, &[Name])]| overlapping(view, of, rows);
    [several(Of::Messages, &messages), several(Of::Tickets, &tickets)]
        .into_iter()
        .flatten()
        .collect()
}

/// Networks, places, countries; where leads came from.
pub fn places(view: &View) -> Vec<Table> {
    let found = [
        posts(view, Column::Network, |post| post.network),
        messages(view, Column::Network, |message| message.network),
        messages(view, Column::Place, |message| message.place),
        messages(view, Column::Country, |message| message.country),
        leads(view, Column::Source, |lead| lead.source),
    ];
    found.into_iter().flatten().collect()
}

/// Types and formats; by which way tickets came.
pub fn formats(view: &View) -> Vec<Table> {
    let found = [
        posts(view, Column::Format, |post| post.format),
        messages(view, Column::Format, |message| message.format),
        tickets(view, Column::Format, |ticket| ticket.format),
        tickets(view, Column::Channel, |ticket| ticket.channel),
    ];
    found.into_iter().flatten().collect()
}

fn posts(view: &View, column: Column, of: impl Fn(&Post) -> Option<Name>) -> Option<Table> {
    let names: Vec<Option<Name>> = view.export.posts.iter().map(&of).collect();
    let mut table = counted(view, (column, Of::Posts), &names, 1.0)?;
    let reached: Vec<(u64, f64)> = view
        .old_posts()
        .filter_map(|(_, post)| Some((u64::from(of(post)?), post.reach?)))
        .collect();
    let keys: Vec<u64> = reached.iter().map(|(name, _)| *name).collect();
    let medians = grouped(&keys, |name, rows| {
        let values: Vec<f64> = rows.iter().map(|row| reached[*row as usize].1).collect();
        (name, median(&values).filter(|_| values.len() >= FEW))
    });
    for row in &mut table.rows {
        let Group::Name(name) = &row.group else { continue };
        let place = view.export.names.find(name).map(u64::from);
        let found = medians.iter().find(|(key, _)| Some(*key) == place);
        row.reach = found.and_then(|(_, median)| *median);
    }
    Some(table)
}

fn messages(view: &View, column: Column, of: impl Fn(&Message) -> Option<Name>) -> Option<Table> {
    let names: Vec<Option<Name>> = view.of_people().map(|(_, message)| of(message)).collect();
    let clusters = view.of_people().filter_map(|(place, message)| Some((place, of(message)?)));
    let clusters: Vec<(u64, u64)> =
        clusters.map(|(place, name)| (view.cluster(place), u64::from(name))).collect();
    counted(view, (column, Of::Messages), &names, worth(&clusters))
}

fn tickets(view: &View, column: Column, of: impl Fn(&Ticket) -> Option<Name>) -> Option<Table> {
    let names: Vec<Option<Name>> = view.export.tickets.iter().map(of).collect();
    counted(view, (column, Of::Tickets), &names, 1.0)
}

fn leads(view: &View, column: Column, of: impl Fn(&Lead) -> Option<Name>) -> Option<Table> {
    let names: Vec<Option<Name>> = view.export.leads.iter().map(of).collect();
    counted(view, (column, Of::Leads), &names, 1.0)
}

/// How many independent things one of these is, by clusters and names.
fn worth(clusters: &[(u64, u64)]) -> f64 {
    let mut names: Vec<u64> = clusters.iter().map(|(_, name)| *name).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() < 2 {
        return 1.0;
    }
    let class = |name: &u64| names.binary_search(name).unwrap_or(0) as u32;
    let classes: Vec<(u64, u32)> =
        clusters.iter().map(|(cluster, name)| (*cluster, class(name))).collect();
    let n = classes.len() as f64;
    effective_n(&classes, names.len()).clamp(1.0, n) / n
}

fn counted(
    view: &View,
    (column, of): (Column, Of),
    names: &[Option<Name>],
    worth: f64,
) -> Option<Table> {
    let keys: Vec<u64> = names.iter().flatten().map(|name| u64::from(*name)).collect();
    let total = keys.len() as u64;
    let rows = tally(&keys).into_iter().map(|(name, count)| {
        let name = view.export.names.of(name as Name).to_owned();
        row(Group::Name(name), count, total, worth)
    });
    let silent = names.len() as u64 - total;
    (total > 0).then(|| cut(table(column, of, total, silent, rows.collect())))
}

/// Names of which a row may have several: shares are of rows that have any.
fn overlapping(view: &View, of: Of, rows: &[(u64, &[Name])]) -> Option<Table> {
    let mut pairs: Vec<(u64, u64)> = Vec::new();
    for (cluster, names) in rows {
        let mut names = names.to_vec();
        names.sort_unstable();
        names.dedup();
        pairs.extend(names.iter().map(|name| (*cluster, u64::from(*name))));
    }
    let total = rows.iter().filter(|(_, names)| !names.is_empty()).count() as u64;
    let keys: Vec<u64> = pairs.iter().map(|(_, name)| *name).collect();
    let worth = worth(&pairs);
    let counts = tally(&keys).into_iter().map(|(name, count)| {
        let name = view.export.names.of(name as Name).to_owned();
        row(Group::Name(name), count, total, worth)
    });
    let silent = rows.len() as u64 - total;
    (total > 0).then(|| {
        let table = cut(table(Column::Topic, of, total, silent, counts.collect()));
        Table { overlaps: true, ..table }
    })
}
