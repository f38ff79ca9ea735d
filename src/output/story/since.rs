//! What has changed since an earlier run, as a page of the story: each change with what it did, and
//! what is luck.

use super::page::{Page, page};
use super::tables::Table;
use super::{Stories, Story};
use crate::estimate::Estimate;
use crate::locale::Locale;
use crate::model::{Assumption, Understood};
use crate::output::charts::{Figure, Item, Kind, Part, Picture, Waterfall};
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::studies::{apportioned, brief_input, last_of_change, multiple, points};
use crate::output::phrases::{self, key_words, metric_words, names, shape, tame};
use crate::output::since::{Moved, Since};
use crate::output::words::{Words as _, say, sentence};
use crate::output::{Context, pictures};
use crate::scenario::keys;
use crate::study::EditOrder;

pub const SINCE: &str = "since";
/// Changes that have a bar.
const BARS: usize = 8;

impl Stories {
    /// Adds what has changed, behind the answer, in every language.
    pub fn add_since(&mut self, since: &Since) {
        for story in &mut self.told {
            let told = Told::of(story.locale, since);
            story.pages.retain(|page| page.id != SINCE);
            story.pictures.retain(|picture| picture.chart.id != SINCE);
            add(story, &told);
        }
    }
}

fn add(story: &mut Story, told: &Told) {
    let (title, lead) = (told.title(), told.lead());
    let picture = told.picture(&title, &lead);
    let page = page(SINCE, Part::Main, (title, lead), story.locale);
    let chart = picture.as_ref().map(|_| SINCE.to_owned());
    let page = Page { chart, table: Some(told.table()), ..page };
    story.pages.insert(story.pages.len().min(1), page);
    story.pictures.extend(picture);
}

/// The change in one language: parts that add up as they are written.
struct Told<'a> {
    since: &'a Since,
    context: Context<'a>,
    moved: Vec<&'a Moved>,
    quantity: Quantity,
    /// The power of ten of the last digit; of shares, of per cents.
    last: i32,
    /// The parts in the order of `moved`, then luck: as they are written.
    parts: Vec<f64>,
    /// Before and now, as they are written.
    ends: [f64; 2],
}

impl<'a> Told<'a> {
    fn of(locale: Locale, since: &'a Since) -> Told<'a> {
        let context = Context { locale, ..since.new.context() };
        let quantity = phrases::quantity_of(&context.model().metric(since.metric.metric));
        let moved = since.by_size();
        let change = since.change();
        let last = last_of_change(quantity, change, since.stored);
        let scale = scale(quantity);
        let parts = moved.iter().map(|moved| moved.part.value).chain([since.luck.value]);
        let parts: Vec<f64> = parts.map(|part| scale * part).collect();
        let printed = apportioned(&parts, scale * change.value, last);
        let was = multiple(scale * since.stored[0].value, last);
        let is = was + printed.iter().sum::<f64>();
        Told { since, context, moved, quantity, last, parts: printed, ends: [was, is] }
    }

    fn locale(&self) -> Locale {
        self.context.locale
    }

    /// A figure, with its currency where it is money.
    fn figure(&self, value: f64) -> String {
        let told = self.locale().to_last(self.quantity, value / scale(self.quantity), self.last);
        let unit = self.context.model().metric(self.since.metric.metric).unit;
        names::sum(self.locale(), unit, &self.context.about().currency, &told)
    }

    /// A part with its sign; of shares in percentage points.
    fn signed(&self, value: f64) -> String {
        let told = self.locale().to_last(self.quantity, value / scale(self.quantity), self.last);
        let told = points(self.locale(), &told);
        if value > 0.0 { format!("+{told}") } else { told }
    }

    /// Half of the interval that holds the truth with 95 %; nothing where it is exact.
    fn within(&self, known: Estimate) -> String {
        let [low, high] = known.interval();
        let half = (high - low) / 2.0;
        if !half.is_finite() || half == 0.0 {
            return String::new();
        }
        let unit = self.context.model().metric(self.since.metric.metric).unit;
        let told = phrases::amount(self.locale(), unit, half, None);
        format!("± {}", points(self.locale(), &told))
    }

    fn title(&self) -> String {
        let model = self.context.model();
        let words = sentence(&metric_words(self.locale(), model, self.since.metric));
        let [was, is] = self.ends.map(|end| self.figure(end));
        if was == is {
            return say!(self.locale(), "since-same", words = words, is = is);
        }
        let change = self.signed(self.ends[1] - self.ends[0]);
        say!(self.locale(), "since-title", words = words, was = was, is = is, change = change)
    }

    fn lead(&self) -> String {
        let n = self.since.trials;
        let mut told = match (self.moved.len(), self.since.order) {
            (0, _) => say!(self.locale(), "since-nothing"),
            (_, EditOrder::Shapley) => say!(self.locale(), "since-each", n = n),
            (_, EditOrder::File) => say!(self.locale(), "since-in-order", n = n),
        };
        let rest = if self.since.earlier.is_of_this_revision() {
            if self.since.luck.value == 0.0 { "since-no-luck" } else { "since-luck-is" }
        } else {
            "since-program-is"
        };
        told.extend([" ", &self.locale().say(rest, &[])]);
        told
    }

    fn rest(&self) -> String {
        let is_same = self.since.earlier.is_of_this_revision();
        let id = if is_same { "since-luck" } else { "since-program" };
        self.locale().say(id, &[])
    }

    /// What was changed: the name of the key, or the edit as it would be written.
    fn name(&self, moved: &Moved) -> String {
        let Some(key) = &moved.key else {
            return sentence(&tame(&self.locale().message(&moved.words)));
        };
        let is_input = self.context.model().inputs.iter().any(|input| input.key == *key);
        if is_input {
            return sentence(&brief_input(&self.context, key));
        }
        let known = keys::find(key);
        let words =
            known.map(|row| phrases::brief(self.locale(), &key_words(self.locale(), row, key)));
        words.map_or_else(|| tame(key), |words| sentence(&words))
    }

    fn values(&self, moved: &Moved) -> [String; 2] {
        let taken = moved.key.as_ref().map(|key| self.since.taken(key)).unwrap_or_default();
        taken.map(|taken| taken.map_or_else(String::new, |taken| value(self.locale(), taken)))
    }

    fn table(&self) -> Table {
        let locale = self.locale();
        let heads = ["since-head", "since-was", "since-is", "since-did", "since-sure"]
            .map(|id| sentence(&locale.say(id, &[])));
        let rows = self.moved.iter().zip(&self.parts).map(|(moved, part)| {
            let [was, is] = self.values(moved);
            [self.name(moved), was, is, self.signed(*part), self.within(moved.part)]
        });
        let luck = self.parts.last().copied().unwrap_or(0.0);
        let mut rows: Vec<[String; 5]> = rows.collect();
        let none = String::new;
        let luck = self.signed(luck);
        rows.push([sentence(&self.rest()), none(), none(), luck, self.within(self.since.luck)]);
        let [was, is] = self.ends.map(|end| self.figure(end));
        let change = self.signed(self.ends[1] - self.ends[0]);
        let all = sentence(&metric_words(locale, self.context.model(), self.since.metric));
        rows.push([all, was, is, change, self.within(self.since.change())]);
        Table::new(heads, (3, [4.0, 2.6, 2.6, 1.6, 1.4]), rows)
    }

    /// From the earlier figure to this one, bar by bar; shares have none, whose parts are points.
    fn picture(&self, title: &str, lead: &str) -> Option<Picture> {
        if self.quantity == Quantity::Share || self.ends[0] == self.ends[1] {
            return None;
        }
        let locale = self.locale();
        let item =
            |words: String, value: f64, kind: Kind, told: String| Item { words, value, kind, told };
        let part = |words: String, value: f64| item(words, value, Kind::Part, self.signed(value));
        let plain = |value: f64| locale.to_last(self.quantity, value, self.last);
        let mut items =
            vec![item(locale.say("since-was", &[]), self.ends[0], Kind::Part, plain(self.ends[0]))];
        let named = self.moved.iter().zip(&self.parts);
        items.extend(named.take(BARS).map(|(moved, value)| part(self.name(moved), *value)));
        let (luck, edits) = self.parts.split_last()?;
        let rest: f64 = edits.iter().skip(BARS).sum();
        if edits.len() > BARS {
            items.push(part(say!(locale, "and-more", n = edits.len() - BARS), rest));
        }
        items.push(part(self.rest(), *luck));
        items.retain(|item| item.value != 0.0);
        let is = self.ends[1];
        items.push(item(locale.say("since-is", &[]), is, Kind::Total, plain(is)));
        let about = self.context.about();
        let scope = pictures::scope(about, self.context.model(), locale);
        let waterfall = Waterfall {
            title: title.to_owned(),
            subtitle: format!("{scope}. {lead}"),
            head: locale.say("since-head", &[]),
            items,
        };
        Some(Picture::new(SINCE, Figure::Waterfall(waterfall)))
    }
}

const fn scale(quantity: Quantity) -> f64 {
    match quantity {
        Quantity::Share => 100.0,
        Quantity::Number => 1.0,
    }
}

/// What is taken for a key, as it is told.
fn value(locale: Locale, taken: &Assumption) -> String {
    match &taken.value {
        Understood::Quantity(dist) => shape(locale, dist, taken.unit),
        Understood::Words(words) => tame(words),
    }
}
