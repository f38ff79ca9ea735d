//! Who speaks, and how: by role, while campaigns run, and beside other brands.

use super::maker::{Maker, Pictures};
use crate::metric::{BY_ROLE, metric, metrics};
use crate::model::{Campaign, Param, Understood};
use crate::output::charts::{Band, Column, Columns, Panels, Stack, Stacks};
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::studies::apportioned;
use crate::output::phrases::tame;
use crate::output::words::{say, sentence};
use crate::units::WEEKS_A_YEAR;

/// What a row of the competitors' table is called in the file, and what it holds.
const COMPETITOR: &str = "competitor.";
/// Parts that are farther apart than this are not alike.
const UNLIKE: f64 = 0.03;

impl Maker<'_> {
    pub fn voices(&self, pictures: &mut Pictures) {
        pictures.add("roles", self.roles());
        pictures.add("campaigns", self.campaigns());
        pictures.add("competitors", self.competitors());
    }

    /// Who asks, complains and answers, and whom it reaches.
    fn roles(&self) -> Option<Stacks> {
        let mut parts: Vec<&str> = Vec::new();
        for of in &self.report.model().by_role {
            if !parts.contains(&of.name.as_str()) {
                parts.push(&of.name);
            }
        }
        let stack = |metric: &str| {
            let whole = self.mean(metric);
            let shares: Vec<f64> = parts
                .iter()
                .map(|role| self.mean(&format!("role.{role}.{metric}")) / whole)
                .collect();
            (whole > 0.0).then(|| Stack {
                words: self.words(metric),
                told: self.whole_per_cents(&shares),
                shares,
            })
        };
        let rows = BY_ROLE.iter().map(|metric| stack(metric));
        let mut rows: Vec<Stack> = rows.collect::<Option<Vec<_>>>()?;
        let members: Vec<f64> = parts.iter().filter_map(|role| self.role_share(role)).collect();
        let all: f64 = members.iter().sum();
        if members.len() != parts.len() || parts.len() < 2 {
            return None;
        }
        let shares: Vec<f64> = members.iter().map(|share| share / all).collect();
        rows.insert(
            0,
            Stack {
                words: say!(self.locale, "roles-members"),
                told: self.whole_per_cents(&shares),
                shares,
            },
        );
        let title = self.most_unlike(&parts, &rows);
        Some(Stacks {
            title,
            subtitle: say!(self.locale, "roles-subtitle", scope = self.scope.as_str()),
            parts: parts.iter().map(|role| tame(role)).collect(),
            rows,
        })
    }

    /// The role whose part of a count is farthest above its part of the members.
    fn most_unlike(&self, parts: &[&str], rows: &[Stack]) -> String {
        let mut found = (0.0, 0, 0);
        for (place, row) in rows.iter().enumerate().skip(1) {
            for part in 0..parts.len() {
                let more = row.shares[part] - rows[0].shares[part];
                if more > found.0 {
                    found = (more, part, place);
                }
            }
        }
        let (more, part, place) = found;
        if more < UNLIKE {
            return say!(self.locale, "roles-title-alike");
        }
        say!(
            self.locale,
            "roles-title",
            role = tame(parts[part]),
            members = rows[0].told[part].as_str(),
            share = rows[place].told[part].as_str(),
            words = sentence(&rows[place].words)
        )
    }

    /// Share of the members who have a role, on average.
    fn role_share(&self, role: &str) -> Option<f64> {
        let key = format!("role.{role}.share");
        let found = self.report.assumptions().iter().find(|assumption| assumption.key == key)?;
        if let Understood::Quantity(dist) = &found.value { Some(dist.mean()) } else { None }
    }

    /// Shares as whole per cents that make 100.
    fn whole_per_cents(&self, shares: &[f64]) -> Vec<String> {
        let per_cent: Vec<f64> = shares.iter().map(|share| 100.0 * share).collect();
        let printed = apportioned(&per_cent, 100.0, 0).into_iter();
        printed.map(|n| self.locale.to_last(Quantity::Share, n / 100.0, 0)).collect()
    }

    /// The tone before, during and after a campaign that moves it.
    fn campaigns(&self) -> Option<Panels> {
        let weeks = self.report.model().weeks;
        let is_set = |param: Param| param != Param::Fixed(0.0);
        let toned: Vec<&Campaign> = self
            .report
            .model()
            .campaigns
            .iter()
            .filter(|campaign| is_set(campaign.positive) || is_set(campaign.negative))
            .filter(|campaign| campaign.start_week < weeks)
            .collect();
        let mut panels = self.panels(&metrics![
            "net_sentiment",
            "share_positive",
            "share_negative",
            "questions"
        ]);
        // The title tells means, which are others than a typical week.
        for panel in &mut panels {
            panel.told.clear();
        }
        let first = toned.iter().min_by_key(|campaign| campaign.start_week);
        let first = first.filter(|_| !panels.is_empty())?;
        let end = (first.start_week + first.weeks).min(weeks);
        let tone = |from: usize, to: usize| {
            (from < to).then(|| self.sentiment(from, to)).filter(|share| share.is_finite())
        };
        let share = |share: f64| self.locale.to_last(Quantity::Share, share, -1);
        let during = share(tone(first.start_week, end)?);
        let told = |from, to| tone(from, to).map(share);
        let name = tame(&first.name);
        // What comes after ends where another one begins.
        let next = toned.iter().map(|other| other.start_week).filter(|start| *start >= end).min();
        let stretches = (told(0, first.start_week), told(end, next.unwrap_or(weeks)));
        if let Some(panel) = panels.first_mut() {
            let told = [stretches.0.as_ref(), Some(&during), stretches.1.as_ref()];
            let told: Vec<&str> = told.into_iter().flatten().map(String::as_str).collect();
            panel.told = told.join(" → ");
        }
        let title = match stretches {
            (Some(before), Some(after)) => say!(
                self.locale,
                "campaigns-title",
                name = name,
                before = before,
                during = during,
                after = after
            ),
            (Some(before), None) => {
                say!(
                    self.locale,
                    "campaigns-title-to-the-end",
                    name = name,
                    before = before,
                    during = during
                )
            }
            (None, Some(after)) => {
                say!(
                    self.locale,
                    "campaigns-title-from-the-start",
                    name = name,
                    during = during,
                    after = after
                )
            }
            (None, None) => {
                say!(self.locale, "campaigns-title-all-along", name = name, during = during)
            }
        };
        let band = |campaign: &&Campaign| Band {
            from: campaign.start_week as f64,
            to: (campaign.start_week + campaign.weeks).min(weeks) as f64,
        };
        Some(Panels {
            title,
            subtitle: self.by_step(["campaigns-subtitle", "campaigns-subtitle-by-month"]),
            panels,
            bands: toned.iter().map(band).collect(),
            times: self.times(),
        })
    }

    /// Net sentiment of the messages of some weeks: of their means.
    fn sentiment(&self, from: usize, to: usize) -> f64 {
        let series =
            |id: &str| self.report.summary().series(id).map(|series| &series.weeks[from..to]);
        let [Some(net), Some(all)] = metrics!["net_sentiment", "questions"].map(series) else {
            return f64::NAN;
        };
        let asked = || all.iter().zip(net).filter(|(_, net)| net.mean.is_finite());
        asked().map(|(all, net)| all.mean * net.mean).sum::<f64>()
            / asked().map(|(all, _)| all.mean).sum::<f64>()
    }

    /// Share of voice of each brand, with its tone.
    fn competitors(&self) -> Option<Columns> {
        let mut names: Vec<&str> = Vec::new();
        for assumption in self.report.assumptions() {
            let name =
                assumption.key.strip_prefix(COMPETITOR).and_then(|rest| rest.rsplit_once('.'));
            if let Some((name, _)) = name.filter(|(name, _)| !names.contains(name)) {
                names.push(name);
            }
        }
        let number = |name: &str, field: &str| {
            let key = format!("{COMPETITOR}{name}.{field}");
            let found =
                self.report.assumptions().iter().find(|assumption| assumption.key == key)?;
            if let Understood::Quantity(dist) = &found.value { Some(dist.mean()) } else { None }
        };
        let own = self.mean(metric!("share_of_voice"));
        let years = self.report.model().weeks as f64 / WEEKS_A_YEAR;
        let rivals: Vec<(&str, f64, f64)> = names
            .iter()
            .filter_map(|&name| {
                let of = |field| number(name, field);
                let tone = of("positive")? - of("negative")?;
                Some((name, of("messages_per_year")? * years, tone))
            })
            .collect();
        let theirs: f64 = rivals.iter().map(|(_, messages, _)| messages).sum();
        if !(own.is_finite() && theirs > 0.0) {
            return None;
        }
        // In whole per cents that make 100.
        let shares: Vec<f64> = std::iter::once(own)
            .chain(rivals.iter().map(|(_, messages, _)| (1.0 - own) * messages / theirs))
            .collect();
        let printed = self.whole_per_cents(&shares);
        let tones = std::iter::once(self.mean(metric!("net_sentiment")))
            .chain(rivals.iter().map(|(.., tone)| *tone));
        let brands = std::iter::once(say!(self.locale, "competitors-own"))
            .chain(rivals.iter().map(|(name, ..)| tame(name)));
        let columns: Vec<Column> = brands
            .zip(tones)
            .zip(shares.iter().zip(printed))
            .enumerate()
            .map(|(place, ((name, tone), (&value, told)))| Column {
                name,
                value,
                told,
                share: if value > 0.0 {
                    let tone = self.locale.to_last(Quantity::Share, tone, 0);
                    say!(self.locale, "competitors-tone", tone = tone)
                } else {
                    String::new()
                },
                is_meant: place == 0,
            })
            .collect();
        let own = columns.first()?;
        Some(Columns {
            title: say!(
                self.locale,
                "competitors-title",
                share = own.told.as_str(),
                tone = self.locale.to_last(Quantity::Share, self.mean(metric!("net_sentiment")), 0),
                theirs = self.locale.to_last(
                    Quantity::Share,
                    rivals.iter().map(|(_, messages, tone)| messages * tone).sum::<f64>() / theirs,
                    0
                )
            ),
            subtitle: say!(self.locale, "competitors-subtitle", scope = self.scope.as_str()),
            across: say!(self.locale, "competitors-axis"),
            words: self.words(metric!("share_of_voice")),
            columns,
        })
    }
}
