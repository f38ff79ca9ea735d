//! Of which brands people speak.
//!
//! Shares of all that name a brand, with intervals that hold together (Goodman 1965), of as many
//! messages as independent ones would tell as much.

use super::figure::{Aside, Figure, Means, Of, Remark, Unit};
use super::group::{Column, Group, Row, Table};
use super::tally::{grouped, ranked};
use super::tone::tones;
use super::view::View;
use crate::measure::share::{effective_n, goodman};
use crate::measure::{Enough, Interval, speak};
use crate::shape::{Export, Name};

/// Brands, the most named first.
#[derive(Clone, Debug, Default)]
pub struct Voices {
    /// The brand, its messages, and its share, which is absent below five in all.
    pub brands: Vec<Brand>,
    pub n: u64,
    pub silent: u64,
    pub effective: f64,
}

#[derive(Clone, Debug)]
pub struct Brand {
    pub name: Name,
    pub rows: Vec<u32>,
    pub share: Option<Interval>,
}

impl Voices {
    pub fn of(view: &View) -> Voices {
        let named: Vec<(u32, Name)> = view
            .of_people()
            .filter_map(|(row, message)| Some((row as u32, message.brand?)))
            .collect();
        let keys: Vec<u64> = named.iter().map(|(_, brand)| u64::from(*brand)).collect();
        let mut found: Vec<(Name, Vec<u32>)> = grouped(&keys, |brand, rows| {
            (brand as Name, rows.iter().map(|row| named[*row as usize].0).collect())
        });
        let names = &view.export.names;
        found.sort_by(|one, other| {
            let count = other.1.len().cmp(&one.1.len());
            count.then_with(|| names.of(one.0).cmp(names.of(other.0)))
        });
        let n = named.len();
        let classes: Vec<(u64, u32)> = found
            .iter()
            .enumerate()
            .flat_map(|(class, (_, rows))| rows.iter().map(move |row| (*row, class as u32)))
            .map(|(row, class)| (view.cluster(row as usize), class))
            .collect();
        let effective =
            if n > 0 { effective_n(&classes, found.len()).clamp(1.0, n as f64) } else { 0.0 };
        let scaled: Vec<f64> =
            found.iter().map(|brand| brand.1.len() as f64 / n as f64 * effective).collect();
        let tells = speak(n as f64) != Enough::CountOnly && found.len() > 1;
        let shares = if tells { goodman(&scaled) } else { Vec::new() };
        let shares = shares.into_iter().map(Some).chain(std::iter::repeat(None));
        let brands = found.into_iter().zip(shares);
        Voices {
            brands: brands.map(|((name, rows), share)| Brand { name, rows, share }).collect(),
            n: n as u64,
            silent: (view.of_people().count() - n) as u64,
            effective,
        }
    }

    /// The share of the own brand, under all its names.
    pub fn figure(&self, view: &View) -> Option<Figure> {
        let is_own = |brand: &&Brand| view.own.contains(&brand.name);
        let own: Vec<&Brand> = self.brands.iter().filter(is_own).collect();
        if own.is_empty() || self.brands.len() < 2 || speak(self.n as f64) == Enough::CountOnly {
            return None;
        }
        let count: usize = own.iter().map(|brand| brand.rows.len()).sum();
        let others = self.brands.iter().filter(|brand| !is_own(brand));
        let mut all: Vec<f64> = others.map(|brand| brand.rows.len() as f64).collect();
        let rank = all.iter().filter(|other| **other > count as f64).count() + 1;
        let brands = all.len() + 1;
        all.push(count as f64);
        let scaled: Vec<f64> =
            all.iter().map(|count| count / self.n as f64 * self.effective).collect();
        let share = *goodman(&scaled).last()?;
        let figure = Figure::within("share_of_voice", share, Means::Share, Unit::Share)
            .of(self.n, Of::Messages)
            .beside(Aside::Rank, Some(rank as f64), self.n)
            .beside(Aside::Brands, Some(brands as f64), self.n)
            .beside(Aside::ByAudience, by_audience(view.export, &self.brands, &view.own), self.n)
            .beside(Aside::Effective, Some(self.effective), self.n)
            .remark(Remark::Bursts, self.effective < 0.8 * self.n as f64);
        Some(figure)
    }

    pub fn table(&self, view: &View) -> Option<Table> {
        let messages = &view.export.messages;
        let row = |brand: &Brand| Row {
            group: Group::Name(view.export.names.of(brand.name).to_owned()),
            count: Some(brand.rows.len() as u64),
            share: brand.share.map(|share| share.value),
            low: brand.share.map(|share| share.low),
            high: brand.share.map(|share| share.high),
            tone: tones(view, brand.rows.iter().map(|row| &messages[*row as usize])),
            reach: None,
        };
        (!self.brands.is_empty()).then(|| Table {
            column: Column::Brand,
            of: Of::Messages,
            total: self.n,
            silent: self.silent,
            rows: self.brands.iter().map(row).collect(),
            rest: None,
            overlaps: false,
            skew: None,
        })
    }
}

/// The own share of audiences, where half of the messages at least have one.
fn by_audience(export: &Export, brands: &[Brand], own: &[Name]) -> Option<f64> {
    let (mut all, mut ours, mut given, mut n) = (0.0, 0.0, 0_u64, 0_u64);
    for brand in brands {
        for audience in brand.rows.iter().map(|row| export.messages[*row as usize].audience) {
            n += 1;
            given += u64::from(audience.is_some());
            all += audience.unwrap_or(0.0);
            ours += audience.filter(|_| own.contains(&brand.name)).unwrap_or(0.0);
        }
    }
    (2 * given >= n && all > 0.0).then_some(ours / all)
}

/// Names of brands in messages, the most frequent first.
pub fn brand_names(export: &Export) -> Vec<Name> {
    let named = export.messages.iter().filter_map(|message| message.brand);
    let keys: Vec<u64> = named.map(u64::from).collect();
    let counts = grouped(&keys, |brand, rows| (brand, rows.len() as u64));
    ranked(counts).into_iter().map(|(brand, _)| brand as Name).collect()
}
