//! What the files tell of each task of monitoring, and what would tell more.

use super::change::Change;
use super::figure::{Figure, Means, Of, Unit};
use super::group::{Column, Group, Grouped, Row, Table};
use super::groups::find;
use super::task::{Missing, Monitoring, Task};
use super::view::View;

/// Ids of word lists that speak of buying, and of work: they begin so.
const BUY: [&str; 9] =
    ["buy", "purchase", "order", "lead", "price", "куп", "покуп", "заказ", "цена"];
const JOB: [&str; 8] = ["job", "vacanc", "career", "recruit", "hiring", "work", "ваканс", "работ"];

/// What tasks are told from.
pub struct Told<'a> {
    pub view: &'a View<'a>,
    pub figures: &'a [Figure],
    pub groups: &'a [Grouped],
    pub change: Option<&'a Change>,
}

pub fn tasks(told: &Told) -> Vec<Task> {
    Monitoring::ALL.into_iter().map(|task| told.task(task)).collect()
}

impl Told<'_> {
    fn task(&self, task: Monitoring) -> Task {
        let (ids, facts, missing): (&[&str], _, _) = match task {
            Monitoring::Reputation => (
                &["share_positive", "share_neutral", "share_negative"],
                Vec::new(),
                self.reputation(),
            ),
            Monitoring::Competitors => {
                (&["share_of_voice"], self.shares(Column::Brand, "brand_share"), self.competitors())
            }
            Monitoring::Campaigns => (&[], self.campaign(), self.lacks(Missing::Event)),
            Monitoring::Research => (&[], self.codes(|_| true), self.lacks(Missing::Codes)),
            Monitoring::Support => (
                &["questions", "answered_share", "response_p50_hours", "response_p90_hours"],
                Vec::new(),
                self.support(),
            ),
            Monitoring::Leads => (&["leads", "won"], self.leads(), self.lead_lacks()),
            Monitoring::Recruiting => {
                let facts = self.codes(|id| begins(id, &JOB));
                let lacks =
                    if facts.is_empty() { self.code_lacks(Missing::JobCode) } else { vec![] };
                (&[], facts, lacks)
            }
        };
        let has = |id: &&'static str| self.figures.iter().any(|figure| figure.id == *id);
        Task { task, figures: ids.iter().copied().filter(has).collect(), facts, missing }
    }

    fn has(&self, id: &str) -> bool {
        self.figures.iter().any(|figure| figure.id == id)
    }

    fn no_messages(&self) -> bool {
        self.view.export.messages.is_empty()
    }

    fn reputation(&self) -> Vec<Missing> {
        listed([
            (Missing::Messages, self.no_messages()),
            (Missing::Tone, !self.has("share_positive")),
            (Missing::Checked, self.view.question.checked.is_empty()),
        ])
    }

    fn competitors(&self) -> Vec<Missing> {
        let brands = find(self.groups, Column::Brand, Of::Messages);
        listed([
            (Missing::Messages, self.no_messages()),
            (Missing::Brands, brands.is_none_or(|table| table.rows.len() < 2)),
            (Missing::OwnBrand, self.view.own.is_empty()),
        ])
    }

    fn support(&self) -> Vec<Missing> {
        let nothing = self.no_messages() && self.view.export.tickets.is_empty();
        listed([(Missing::Messages, nothing), (Missing::Sides, !self.has("answered_share"))])
    }

    fn lead_lacks(&self) -> Vec<Missing> {
        let sources = find(self.groups, Column::Source, Of::Leads).is_none();
        let mut lacks = listed([
            (Missing::Leads, self.view.export.leads.is_empty()),
            (Missing::Sources, sources),
            (Missing::Won, !self.has("won")),
        ]);
        if self.codes(|id| begins(id, &BUY)).is_empty() {
            lacks.extend(self.code_lacks(Missing::BuyCode));
        }
        lacks
    }

    fn code_lacks(&self, code: Missing) -> Vec<Missing> {
        let missing = self.view.question.codes.is_none();
        vec![if missing { Missing::Codes } else { code }]
    }

    fn lacks(&self, what: Missing) -> Vec<Missing> {
        let missing = match what {
            Missing::Event => self.change.is_none(),
            _ => find(self.groups, Column::Code, Of::Messages).is_none(),
        };
        let texts = self.no_messages() && self.view.export.tickets.is_empty();
        listed([(Missing::Messages, what == Missing::Codes && texts), (what, missing)])
    }

    fn campaign(&self) -> Vec<(String, Figure)> {
        let Some(change) = self.change else { return Vec::new() };
        let name = change.series.id().to_owned();
        let steps = u64::from(change.before + change.during + change.after);
        let ratio = Figure::new("event_ratio", change.ratio, Means::Share, Unit::Ratio);
        let ratio = Figure { low: Some(change.low), high: Some(change.high), ..ratio };
        let sum = change.sum.map(|sum| {
            let figure = Figure::new("event_sum", sum.value, Means::Sum, Unit::Count);
            Figure { low: Some(sum.low), high: Some(sum.high), ..figure }
        });
        let all = std::iter::once(ratio).chain(sum);
        all.map(|figure| (name.clone(), figure.of(steps, Of::Steps))).collect()
    }

    fn leads(&self) -> Vec<(String, Figure)> {
        let mut facts = self.table_shares(Column::Source, Of::Leads, "source_share");
        facts.extend(self.codes(|id| begins(id, &BUY)));
        facts
    }

    /// Shares of word lists.
    fn codes(&self, wanted: impl Fn(&str) -> bool) -> Vec<(String, Figure)> {
        let of = self.table_shares(Column::Code, Of::Messages, "code_share");
        of.into_iter().filter(|(id, _)| wanted(id)).collect()
    }

    fn shares(&self, column: Column, id: &'static str) -> Vec<(String, Figure)> {
        self.table_shares(column, Of::Messages, id)
    }

    fn table_shares(&self, column: Column, of: Of, id: &'static str) -> Vec<(String, Figure)> {
        let Some(table) = find(self.groups, column, of) else { return Vec::new() };
        table.rows.iter().filter_map(|row| share(table, row, id)).collect()
    }
}

fn share(table: &Table, row: &Row, id: &'static str) -> Option<(String, Figure)> {
    let (Group::Name(name) | Group::Code(name)) = &row.group else { return None };
    let figure = Figure::new(id, row.share?, Means::Share, Unit::Share);
    let figure = Figure { low: row.low, high: row.high, ..figure };
    Some((name.clone(), figure.of(table.total, table.of)))
}

fn begins(id: &str, with: &[&str]) -> bool {
    let id = id.to_lowercase();
    with.iter().any(|start| id.starts_with(start))
}

fn listed<const N: usize>(all: [(Missing, bool); N]) -> Vec<Missing> {
    all.into_iter().filter(|(_, is)| *is).map(|(missing, _)| missing).collect()
}
