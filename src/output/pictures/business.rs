//! What it takes and what it brings: service, tone, leads, money.

use super::maker::{Maker, Pictures};
use crate::metric::{self, Metric, metric, metrics};
use crate::output::charts::{Cash, Funnel, Item, Kind, Lane, Panel, Panels, Waterfall};
use crate::output::format::Format as _;
use crate::output::format::Quantity;
use crate::output::format::numerals::{MINUS, currency};
use crate::output::phrases::{COSTS, LOSSES, Ledger, STREAMS, chance, left_out};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::units::{MONTHS_A_YEAR, Unit, WEEKS_A_YEAR};

impl Maker<'_> {
    pub fn business(&self, pictures: &mut Pictures) {
        pictures.add("service", self.service());
        pictures.add("tone", self.tone());
        self.voices(pictures);
        pictures.add("funnel", self.funnel());
        pictures.add("value", self.value());
        pictures.add("cash", self.cash());
    }

    /// The figures week by week, of those that there are any of.
    pub(super) fn panels(&self, ids: &[&str]) -> Vec<Panel> {
        let panel = |id: &&str| {
            let (_, row) = metric::find(id)?;
            let weeks = self.weeks(&row.series());
            let quantity = if row.unit == Unit::Share { Quantity::Share } else { Quantity::Number };
            let mut middles: Vec<f64> =
                weeks.iter().map(|week| week.typical).filter(|value| value.is_finite()).collect();
            middles.sort_by(f64::total_cmp);
            let middle = middles.get(middles.len() / 2).copied().unwrap_or(f64::NAN);
            let told = say!(
                self.locale,
                "panel-typical",
                value = self.locale.amount(quantity, middle, None)
            );
            // Where nothing is written in most weeks, a share of it says nothing.
            let known = weeks.iter().filter(|week| week.typical.is_finite()).count();
            let is_there = weeks.len() > 1
                && 2 * known > weeks.len()
                && weeks.iter().any(|week| week.high.is_finite() && week.high != 0.0);
            is_there.then(|| Panel { words: self.panel_words(row), quantity, weeks, told })
        };
        ids.iter().filter_map(panel).collect()
    }

    /// What a figure is called week by week.
    fn panel_words(&self, row: &Metric) -> String {
        match row.id {
            "backlog_end" => say!(self.locale, "panel-backlog"),
            _ => self.locale.metric(row),
        }
    }

    fn service(&self) -> Option<Panels> {
        let panels =
            self.panels(&metrics!["questions", "response_hours", "occupancy", "backlog_end"]);
        let [answered, hour, day] =
            metrics!["answered_share", "answered_1h", "answered_24h"].map(|id| self.told(id));
        (self.has(metric!("questions")) && panels.len() > 1).then(|| Panels {
            title: say!(self.locale, "service-title", answered = answered, hour = hour, day = day),
            subtitle: self.by_step(["service-subtitle", "service-subtitle-by-month"]),
            panels,
            bands: Vec::new(),
            times: self.times(),
        })
    }

    /// A written sum of money with its currency.
    fn sum(&self, written: &str) -> String {
        self.locale.money(&self.report.about().currency, written)
    }

    fn tone(&self) -> Option<Panels> {
        let panels = self.panels(&metrics![
            "share_positive",
            "share_negative",
            "negative_impressions",
            "deterred"
        ]);
        if !self.has(metric!("complaints")) || panels.is_empty() {
            return None;
        }
        let negative = self.locale.share(self.mean(metric!("share_negative")), None);
        let title = if self.has(metric!("loss_negative")) {
            let id = metric!("loss_negative");
            let ledger = Ledger::of(self.report).and_then(|ledger| ledger.told(id));
            let loss = ledger.unwrap_or_else(|| self.told(id));
            let loss = self.sum(&loss);
            say!(self.locale, "tone-title-cost", negative = negative, loss = loss)
        } else {
            say!(
                self.locale,
                "tone-title",
                negative = negative,
                positive = self.locale.share(self.mean(metric!("share_positive")), None)
            )
        };
        Some(Panels {
            title,
            subtitle: self.by_step(["tone-subtitle", "tone-subtitle-by-month"]),
            panels,
            bands: Vec::new(),
            times: self.times(),
        })
    }

    fn funnel(&self) -> Option<Funnel> {
        if !self.has(metric!("leads")) {
            return None;
        }
        let lane = |(words, from, leads): (&str, &str, &str)| {
            let rate = say!(self.locale, "funnel-lead-rate", share = self.share(leads, from));
            let from =
                say!(self.locale, "funnel-of", value = self.told(from), words = self.words(from));
            self.has(leads).then_some(())?;
            Some(Lane { words: self.locale.say(words, &[]), from, leads: self.of(leads)?, rate })
        };
        let lanes = [
            ("funnel-direct", metric!("questions"), metric!("leads_direct")),
            ("funnel-earned", metric!("impressions_second"), metric!("leads_earned")),
            ("funnel-owned", metric!("impressions_first"), metric!("leads_owned")),
        ];
        let rate = |id: &str, over: &str, under: &str| {
            say!(self.locale, id, share = self.share(over, under))
        };
        let total = |id: &str, rate: String| Some((self.words(id), self.of(id)?, rate));
        let [leads, customers] = metrics!["leads", "customers"].map(|id| {
            self.of(id).map_or_else(String::new, |spread| {
                spread.told(self.locale, Quantity::Number).typical
            })
        });
        let weeks = self.report.model().weeks as u64;
        Some(Funnel {
            title: if weeks == 52 {
                say!(self.locale, "funnel-title", leads = leads, customers = customers)
            } else {
                say!(
                    self.locale,
                    "funnel-title-in",
                    leads = leads,
                    customers = customers,
                    time = self.locale.weeks(weeks)
                )
            },
            subtitle: say!(self.locale, "funnel-subtitle", scope = self.scope.as_str()),
            lanes: lanes.into_iter().filter_map(lane).collect(),
            totals: [
                total(metric!("leads"), String::new()),
                total(metric!("won"), rate("funnel-won-rate", metric!("won"), metric!("leads"))),
                total(
                    metric!("customers"),
                    rate("funnel-new-rate", metric!("customers"), metric!("won")),
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
        })
    }

    /// Streams and losses up to the value, kinds of cost down to the profit.
    fn value(&self) -> Option<Waterfall> {
        if self.found(metric!("total_value")).is_none()
            || self.mean(metric!("total_value")) == 0.0 && self.mean(metric!("total_cost")) == 0.0
        {
            return None;
        }
        let ledger = Ledger::of(self.report)?;
        let written = |id: &str| ledger.told(id).unwrap_or_else(|| self.told(id));
        let part = |id: &str, sign: f64| {
            let value = sign * self.mean(id);
            let told = match written(id) {
                // Less than the unit is taken away.
                text if sign < 0.0 && text.starts_with('<') => format!(">{MINUS}{}", &text[1..]),
                text if sign < 0.0 => format!("{MINUS}{text}"),
                text => text,
            };
            (value != 0.0 && value.is_finite()).then(|| Item {
                words: self.words(id),
                value,
                kind: Kind::Part,
                told,
            })
        };
        let total = |id: &str| Item {
            words: self.words(id),
            value: self.mean(id),
            kind: Kind::Total,
            told: written(id),
        };
        let mut streams: Vec<Item> = STREAMS.iter().filter_map(|id| part(id, 1.0)).collect();
        streams.sort_by(|a, b| b.value.total_cmp(&a.value));
        let mut items = streams;
        items.extend(LOSSES.iter().filter_map(|id| part(id, -1.0)));
        items.push(total(metric!("total_value")));
        items.extend(COSTS.iter().filter_map(|id| part(id, -1.0)));
        items.push(total(metric!("profit")));
        let currency = currency(&self.report.about().currency);
        let mut subtitle =
            say!(self.locale, "value-subtitle", scope = self.scope.as_str(), currency = currency);
        for told in left_out(self.report, self.locale) {
            subtitle.extend([" ", &told]);
        }
        let [value, cost, profit] =
            metrics!["total_value", "total_cost", "profit"].map(|id| self.sum(&written(id)));
        Some(Waterfall {
            title: say!(self.locale, "value-title", value = value, cost = cost, profit = profit),
            subtitle,
            head: say!(self.locale, "value-head"),
            items,
        })
    }

    fn cash(&self) -> Option<Cash> {
        let weeks = self.weeks(metric!("cash_end"));
        let payback = self.of(metric!("payback_weeks"))?;
        if weeks.len() < 2 || self.mean(metric!("total_value")) == 0.0 {
            return None;
        }
        let never = self.found(metric!("payback_weeks"))?.undefined;
        let chance = chance(self.locale, crate::estimate::Estimate::exact(1.0 - never));
        let typical = payback
            .typical
            .is_finite()
            .then(|| self.locale.whole_weeks(payback.typical.round() as u64));
        let title = match &typical {
            Some(weeks) if never == 0.0 => say!(self.locale, "cash-title", weeks = weeks.as_str()),
            Some(weeks) => {
                say!(self.locale, "cash-title-chance", weeks = weeks.as_str(), chance = chance)
            }
            None => say!(self.locale, "cash-title-seldom", chance = chance),
        };
        let earn = self.report.summary().expected.money.weeks_to_earn as f64;
        let months = (earn / (WEEKS_A_YEAR / MONTHS_A_YEAR)).round();
        let currency = currency(&self.report.about().currency);
        let end = self.report.model().weeks as f64;
        let mark = payback.typical.is_finite() && (1.0..=end).contains(&payback.typical);
        Some(Cash {
            title,
            subtitle: if self.has(metric!("customers")) && months > 0.0 {
                say!(
                    self.locale,
                    "cash-subtitle",
                    scope = self.scope.as_str(),
                    currency = currency,
                    months = say!(self.locale, "months", n = months)
                )
            } else {
                // No margin of new customers arrives later.
                let scope = self.scope.as_str();
                say!(self.locale, "cash-subtitle-at-once", scope = scope, currency = currency)
            },
            payback: typical.filter(|_| mark).map(|weeks| (payback.typical, weeks)),
            weeks,
            times: self.times(),
        })
    }
}
