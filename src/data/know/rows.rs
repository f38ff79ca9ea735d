//! Rows of a table as rows of their shape.

use super::field::Field;
use super::fold::fold;
use super::kinds::{Sides, Tones};
use super::personal::{self, Key};
use super::table::{Table, Trouble};
use crate::shape::{Day, Export, Lead, Message, Name, Post, Side, Text, Ticket, Tone, Why};

/// Why a row is not taken.
#[derive(Clone, Copy, Debug)]
pub enum Skip {
    Why(Why),
    Trouble(Trouble),
}

impl From<Trouble> for Skip {
    fn from(trouble: Trouble) -> Skip {
        Skip::Trouble(trouble)
    }
}

/// A row, and what is needed to take it.
pub struct Taking<'t, 'k> {
    pub table: &'t Table<'k>,
    pub cells: &'t csv::StringRecord,
    pub line: u64,
    pub receipt: u32,
    pub key: &'t Key,
    /// Stages that mean won, folded, where the user names some.
    pub won: &'t [String],
    /// Tones whose words no kind has: the first one that was met.
    pub strange: &'t mut Option<String>,
}

impl Taking<'_, '_> {
    fn number(&self, field: Field) -> Result<Option<f64>, Trouble> {
        self.table.number(self.cells, field)
    }

    fn words(&self, field: Field) -> &str {
        self.table.words(self.cells, field)
    }

    /// The first cell of a field, folded; `None` where it is empty.
    fn folded(&self, field: Field) -> Option<String> {
        Some(fold(self.words(field))).filter(|word| !word.is_empty())
    }

    fn seconds(&self, field: Field) -> Result<Option<i64>, Trouble> {
        Ok(self.table.moment(self.cells, field)?.map(|moment| moment.seconds))
    }

    fn name(&self, field: Field, export: &mut Export) -> Option<Name> {
        Some(self.words(field)).filter(|name| !name.is_empty()).map(|name| export.names.place(name))
    }

    fn network(&self, export: &mut Export) -> Option<Name> {
        let given = self.name(Field::Network, export);
        given.or_else(|| self.table.kind().network.as_ref().map(|name| export.names.place(name)))
    }

    fn id(&self, field: Field) -> Option<u64> {
        let id = self.words(field);
        (!id.is_empty() && !is_rounded(id)).then(|| personal::id(id))
    }

    fn person(&self, field: Field) -> Option<u64> {
        let name = self.words(field);
        (!name.is_empty() && fold(name) != "deleted account").then(|| self.key.hash(name))
    }

    fn text(&self, field: Field, export: &mut Export) -> Option<Text> {
        let text = self.words(field);
        if text.is_empty() {
            return None;
        }
        let plain = if self.table.kind().markup { personal::unescaped(text) } else { text.into() };
        Some(export.texts.push(&personal::cleaned(&plain)))
    }

    fn topics(&self, export: &mut Export) -> Vec<Name> {
        let is_spaced = self.table.kind().spaced;
        let is_between = |c: char| matches!(c, ',' | ';' | '|') || (is_spaced && c == ' ');
        let all = self.words(Field::Topics).split(is_between).map(str::trim);
        all.filter(|topic| !topic.is_empty()).map(|topic| export.names.place(topic)).collect()
    }

    pub fn post(&self, export: &mut Export) -> Result<Post, Skip> {
        let at = self.seconds(Field::Time)?;
        let clock = self.clock()?;
        if at.is_none() && clock.is_none() && !self.table.kind().timeless {
            return Err(Skip::Why(Why::NoTime));
        }
        let replies = self.table.kind().replies.as_deref();
        if replies.is_some_and(|sign| self.words(Field::Text).starts_with(sign)) {
            return Err(Skip::Why(Why::Reply));
        }
        Ok(Post {
            receipt: self.receipt,
            line: self.line,
            id: self.id(Field::Id),
            at,
            clock,
            network: self.network(export),
            account: self.name(Field::Account, export),
            format: self.name(Field::Format, export),
            reach: self.number(Field::Reach)?,
            impressions: self.number(Field::Impressions)?,
            views: self.number(Field::Views)?,
            reactions: self.number(Field::Reactions)?,
            comments: self.number(Field::Comments)?,
            shares: self.number(Field::Shares)?,
            saves: self.number(Field::Saves)?,
            clicks: self.number(Field::Clicks)?,
            follows: self.number(Field::Follows)?,
            hidden: self.number(Field::Hidden)?,
            reach_followers: self.number(Field::ReachFollowers)?,
            reach_viral: self.number(Field::ReachViral)?,
            reach_paid: self.number(Field::ReachPaid)?,
            paid: yes(self.words(Field::Paid)),
            followers: self.number(Field::Followers)?,
            text: self.text(Field::Text, export),
        })
    }

    /// Month, weekday from Monday on and hour, of rows that have no date.
    fn clock(&self) -> Result<Option<[u8; 3]>, Trouble> {
        if !self.table.has(Field::Weekday) {
            return Ok(None);
        }
        let figure = |field| self.words(field).parse::<u8>().ok();
        let hour = self.number(Field::Hour)?;
        let (month, weekday) = (figure(Field::Month), figure(Field::Weekday));
        Ok(match (month, weekday, hour) {
            // Weeks begin on Sunday there.
            (Some(month @ 1..=12), Some(weekday @ 1..=7), Some(hour)) => {
                Some([month, (weekday + 5) % 7 + 1, hour as u8 % 24])
            }
            _ => None,
        })
    }

    pub fn message(&mut self, export: &mut Export) -> Result<Message, Skip> {
        if !self.words(Field::Service).is_empty() {
            return Err(Skip::Why(Why::Service));
        }
        let Some(at) = self.seconds(Field::Time)? else { return Err(Skip::Why(Why::NoTime)) };
        let tone = self.tone();
        Ok(Message {
            receipt: self.receipt,
            line: self.line,
            id: self.id(Field::Id),
            reply_to: self.id(Field::ReplyTo),
            at: Some(at),
            network: self.network(export),
            place: self.name(Field::Place, export),
            country: self.name(Field::Country, export),
            author: self.person(Field::Author),
            side: self.side(),
            format: self.name(Field::Format, export),
            tone,
            topics: self.topics(export),
            brand: self.name(Field::Brand, export),
            audience: self.number(Field::Audience)?,
            reach: self.number(Field::Reach)?,
            engagement: self.number(Field::Engagement)?,
            copies: self.number(Field::Copies)?,
            text: self.text(Field::Text, export),
        })
    }

    fn side(&self) -> Side {
        let Some(Sides { field, brand, people }) = &self.table.kind().side else {
            return Side::Unknown;
        };
        let Some(word) = self.folded(*field) else { return Side::Unknown };
        let is_of = |all: &[String]| all.iter().any(|pattern| matches(pattern, &word));
        match (is_of(brand), is_of(people)) {
            (true, _) => Side::Brand,
            (_, true) => Side::People,
            _ => Side::Unknown,
        }
    }

    fn tone(&mut self) -> Option<Tone> {
        let word = self.folded(Field::Tone)?;
        let Tones { positive, neutral, negative } = &self.table.kind().tone;
        for (words, tone) in
            [(positive, Tone::Positive), (neutral, Tone::Neutral), (negative, Tone::Negative)]
        {
            if words.contains(&word) {
                return Some(tone);
            }
        }
        self.strange.get_or_insert(word);
        None
    }

    pub fn ticket(&self, export: &mut Export) -> Result<Ticket, Skip> {
        let Some(at) = self.seconds(Field::Time)? else { return Err(Skip::Why(Why::NoTime)) };
        let business = self.hours(Field::AnsweredBusiness)?;
        let calendar = self.hours(Field::Answered)?;
        Ok(Ticket {
            receipt: self.receipt,
            line: self.line,
            id: self.id(Field::Id),
            at: Some(at),
            answered: calendar.or(business),
            is_calendar: calendar.is_some()
                || (business.is_none() && self.table.has(Field::Answered)),
            solved: self.hours(Field::Solved)?,
            author: self.person(Field::Author),
            agent: self.person(Field::Agent),
            channel: self.name(Field::Channel, export),
            format: self.name(Field::Format, export),
            status: self.name(Field::Status, export),
            topics: self.topics(export),
            reopened: self.number(Field::Reopened)?,
            satisfied: self.folded(Field::Satisfied).and_then(|word| match word.as_str() {
                "good" | "satisfied" => Some(true),
                "bad" | "unsatisfied" => Some(false),
                _ => None,
            }),
            text: self.text(Field::Text, export),
        })
    }

    /// A time that something took, in hours: a number in the kind's unit, or `26:03:59`.
    fn hours(&self, field: Field) -> Result<Option<f64>, Trouble> {
        let cell = self.words(field);
        let parts: Vec<Option<f64>> =
            cell.split(':').map(|part| part.trim().parse().ok()).collect();
        match parts[..] {
            [Some(hours), Some(minutes)] => Ok(Some(hours + minutes / 60.0)),
            [Some(hours), Some(minutes), Some(seconds)] => {
                Ok(Some(hours + minutes / 60.0 + seconds / 3600.0))
            }
            _ => {
                let unit = self.table.kind().hours.get(&field).copied().unwrap_or(1.0);
                Ok(self.number(field)?.map(|value| value * unit))
            }
        }
    }

    pub fn lead(&self, export: &mut Export) -> Result<Lead, Skip> {
        let Some(at) = self.seconds(Field::Time)? else { return Err(Skip::Why(Why::NoTime)) };
        let stage = self.folded(Field::Stage).unwrap_or_default();
        let kind = self.table.kind();
        let won = if self.won.is_empty() { &kind.won[..] } else { self.won };
        let is_of = |all: &[String]| all.iter().any(|pattern| matches(pattern, &stage));
        Ok(Lead {
            receipt: self.receipt,
            line: self.line,
            id: self.id(Field::Id),
            at: Some(at),
            closed: self.seconds(Field::Closed)?,
            stage: self.name(Field::Stage, export),
            source: self.name(Field::Source, export),
            amount: self.number(Field::Amount)?,
            currency: self.name(Field::Currency, export),
            won: match (is_of(won), is_of(&kind.lost)) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
        })
    }

    /// The numbers of a day, one a column that holds one.
    pub fn days(&self, export: &mut Export) -> Result<Vec<Day>, Skip> {
        let date = match self.table.moment(self.cells, Field::Date)? {
            Some(moment) => super::days::number(moment.date),
            None => self.month()?.ok_or(Skip::Why(Why::NoTime))?,
        };
        let (network, account) = (self.network(export), self.name(Field::Account, export));
        let mut days = Vec::new();
        for (field, _) in &self.table.found.columns {
            let Field::Metric(metric, period) = *field else { continue };
            let Some(value) = self.number(*field)? else { continue };
            let (receipt, line) = (self.receipt, self.line);
            days.push(Day { receipt, line, date, network, account, metric, value, period });
        }
        Ok(days)
    }

    /// The first day of a month that two columns name.
    fn month(&self) -> Result<Option<i32>, Trouble> {
        let year = self.number(Field::Year)?;
        let month = self.words(Field::Month).parse::<i8>().ok();
        let (Some(year), Some(month)) = (year, month) else { return Ok(None) };
        let date = jiff::civil::Date::new(year as i16, month, 1).ok();
        Ok(date.map(super::days::number))
    }
}

fn yes(word: &str) -> Option<bool> {
    match fold(word).as_str() {
        "1" | "yes" | "true" | "да" | "так" | "paid" | "sí" | "sim" => Some(true),
        "0" | "no" | "false" | "нет" | "ні" | "não" => Some(false),
        _ => None,
    }
}

/// Whether a word is one of a pattern, whose `*` stands for any end.
fn matches(pattern: &str, word: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == word, |start| word.starts_with(start))
}

/// Whether a spreadsheet rounded an id away: `5.70306E+17`.
pub fn is_rounded(id: &str) -> bool {
    let Some((digits, power)) = id.split_once(['E', 'e']) else { return false };
    let is_number =
        |text: &str| text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    digits.len() > 1
        && is_number(digits)
        && digits.contains(['.', ','])
        && power.starts_with('+')
        && power[1..].bytes().all(|b| b.is_ascii_digit())
}
