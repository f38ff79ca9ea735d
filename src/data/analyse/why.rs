//! Why: reasons by word lists, and a sample of coded texts to check by eye.

use rayon::prelude::*;

use super::figure::Of;
use super::group::{Column, Group, Table};
use super::rows::{row, table};
use super::view::View;
use crate::measure::codes::Codes;
use crate::measure::share::effective_n;
use crate::shape::Text;

/// Texts of the sample.
const SAMPLE: usize = 20;

/// A text with the word lists that match it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub receipt: u32,
    pub line: u64,
    pub text: String,
    pub codes: Vec<String>,
}

/// Texts of people, with their codes.
#[derive(Clone, Debug, Default)]
pub struct Coded {
    ids: Vec<String>,
    texts: Vec<Coding>,
    silent: u64,
}

#[derive(Clone, Debug)]
struct Coding {
    place: (u32, u64),
    text: Text,
    cluster: u64,
    codes: Vec<usize>,
}

impl Coded {
    /// Messages of people and tickets; none without word lists or without texts.
    pub fn of(view: &View) -> Option<Coded> {
        let codes: &Codes = view.question.codes.as_ref()?;
        let messages = view.of_people().map(|(row, message)| {
            ((message.receipt, message.line), message.text, view.cluster(row))
        });
        let tickets = view.export.tickets.iter().enumerate().map(|(row, ticket)| {
            ((ticket.receipt, ticket.line), ticket.text, u64::MAX - row as u64)
        });
        let all: Vec<_> = messages.chain(tickets).collect();
        let texts: Vec<Coding> = all
            .par_iter()
            .filter_map(|(place, text, cluster)| {
                let text = (*text)?;
                let codes = codes.of(view.export.texts.of(text));
                Some(Coding { place: *place, text, cluster: *cluster, codes })
            })
            .collect();
        let silent = (all.len() - texts.len()) as u64;
        (!texts.is_empty()).then(|| Coded { ids: codes.ids().to_vec(), texts, silent })
    }

    /// A row for each word list, for texts that none matches, and for those that several match.
    pub fn table(&self) -> Table {
        let total = self.texts.len() as u64;
        let mut counts = vec![0_u64; self.ids.len()];
        for code in self.texts.iter().flat_map(|text| &text.codes) {
            counts[*code] += 1;
        }
        let ids = self.ids.iter().enumerate().map(|(code, id)| {
            row(Group::Code(id.clone()), counts[code], total, self.worth(|of| of.contains(&code)))
        });
        let mut rows: Vec<_> = ids.collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.count));
        let count = |of: &dyn Fn(usize) -> bool| {
            self.texts.iter().filter(|text| of(text.codes.len())).count() as u64
        };
        let none = self.worth(<[usize]>::is_empty);
        let several = self.worth(|of| of.len() > 1);
        rows.push(row(Group::NoCode, count(&|codes| codes == 0), total, none));
        rows.push(row(Group::SeveralCodes, count(&|codes| codes > 1), total, several));
        let table = table(Column::Code, Of::Messages, total, self.silent, rows);
        Table { overlaps: true, ..table }
    }

    /// How many independent texts one of these is, for texts with and without something.
    fn worth(&self, has: impl Fn(&[usize]) -> bool) -> f64 {
        let class = |text: &Coding| (text.cluster, u32::from(has(&text.codes)));
        let classes: Vec<(u64, u32)> = self.texts.iter().map(class).collect();
        let n = classes.len() as f64;
        let hits = classes.iter().filter(|(_, class)| *class == 1).count();
        if hits == 0 || hits == classes.len() {
            return 1.0;
        }
        effective_n(&classes, 2).clamp(1.0, n) / n
    }

    /// Twenty coded texts, evenly among all.
    pub fn sample(&self, view: &View) -> Vec<Quote> {
        let coded: Vec<&Coding> = self.texts.iter().filter(|text| !text.codes.is_empty()).collect();
        let n = coded.len().min(SAMPLE);
        let quote = |place: usize| {
            let text = coded[(2 * place + 1) * coded.len() / (2 * n)];
            Quote {
                receipt: text.place.0,
                line: text.place.1,
                text: view.export.texts.of(text.text).to_owned(),
                codes: text.codes.iter().map(|code| self.ids[*code].clone()).collect(),
            }
        };
        (0..n).map(quote).collect()
    }
}
