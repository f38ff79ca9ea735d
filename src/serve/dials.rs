//! The numbers of a scenario as dials: what each is, where it comes from, and how far it can be
//! turned.

mod reach;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use self::reach::Reach;
use crate::dist::Dist;
use crate::locale::Locale;
use crate::model::{Assumption, Origin, Understood};
use crate::output::Case;
use crate::output::entry::{self, Entry, Row};
use crate::output::phrases::{self, key, names, shape};
use crate::output::words::{Case as Form, Words as _, sentence};
use crate::scenario::keys::{Default, Domain, Group, Holds, since_week};
use crate::scenario::{Change, presets};
use crate::units::Kind;

/// The keys that move the answer most, the first one most of all.
pub type Ranks<'a> = &'a [String];

/// Every number that can be changed: first those that move the answer most, then those that the
/// what-ifs of the file change, then all others.
pub fn dials(case: &Case, locale: Locale, ranks: Ranks) -> Vec<Value> {
    let asked = asked(case);
    let entries = entry::all(Some(&case.scenario), &case.lowered.assumptions);
    let rank = |path: &str| ranks.iter().position(|key| key == path);
    let mut rows: Vec<(usize, Value)> = Vec::new();
    for entry in entries.iter().filter(|entry| is_settable(entry)) {
        let Some(turned) = Turned::of(entry) else { continue };
        let rank = rank(&entry.path);
        let is_asked = asked.contains(&entry.path);
        let order = rank.unwrap_or(ranks.len() + usize::from(!is_asked));
        let mut dial = dial(case, locale, entry, &turned);
        dial["driver_rank"] = json!(rank.map(|rank| rank + 1));
        dial["what_if"] = json!(is_asked);
        rows.push((order, dial));
    }
    rows.sort_by_key(|(order, _)| *order);
    rows.into_iter().map(|(_, dial)| dial).collect()
}

/// What kind of number a key holds.
#[derive(Clone, Copy)]
enum Holding {
    Quantity(Kind),
    Whole(u64, u64),
}

/// A number that can be turned, with what is taken for it.
struct Turned<'a> {
    holding: Holding,
    dist: Option<&'a Dist>,
    whole: Option<f64>,
}

impl<'a> Turned<'a> {
    fn of(entry: &Entry<'a>) -> Option<Turned<'a>> {
        let holding = match entry.row {
            Row::Key(key) => match key.domain {
                Domain::Quantity(kind) | Domain::Above(kind) => Holding::Quantity(kind),
                Domain::Whole(least, most) => Holding::Whole(least, most),
                _ => return None,
            },
            Row::Field(_, field) => match field.holds {
                Holds::Quantity(kind) => Holding::Quantity(kind),
                Holds::QuantityOfKind => Holding::Quantity(Kind::Real),
                Holds::Whole(least, most) => Holding::Whole(least, most),
                _ => return None,
            },
        };
        let (dist, whole) = match entry.taken.map(|taken: &'a Assumption| &taken.value) {
            Some(Understood::Quantity(dist)) => (Some(dist), None),
            Some(Understood::Words(words)) => (None, words.parse().ok()),
            None => (None, None),
        };
        Some(Turned { holding, dist, whole })
    }

    /// 5th percentile, median and 95th percentile, where it is in force.
    fn ends(&self) -> Option<[f64; 3]> {
        let whole = || self.whole.map(|whole| [whole; 3]);
        self.dist.map(|dist| [0.05, 0.5, 0.95].map(|p| dist.quantile(p))).or_else(whole)
    }

    /// Whether it is as another, as far as its percentiles tell.
    fn is(&self, other: &Dist) -> bool {
        let own = self.dist.map(|dist| [0.05, 0.5, 0.95].map(|p| dist.quantile(p)));
        own == Some([0.05, 0.5, 0.95].map(|p| other.quantile(p)))
    }

    fn is_exact(&self) -> bool {
        self.whole.is_some() || self.dist.is_some_and(|dist| dist.is_fixed().is_some())
    }

    fn kind(&self) -> &'static str {
        match self.holding {
            Holding::Whole(..) => "whole",
            Holding::Quantity(Kind::Share) => "share",
            Holding::Quantity(_) if self.is_exact() => "exact",
            Holding::Quantity(_) => "range",
        }
    }
}

fn dial(case: &Case, locale: Locale, entry: &Entry, turned: &Turned) -> Value {
    let (low, median, high) = match turned.ends() {
        Some([low, median, high]) => (Some(low), Some(median), Some(high)),
        None => (None, None, None),
    };
    let reach = match turned.holding {
        Holding::Quantity(kind) => Reach::of(kind, turned.ends()),
        Holding::Whole(least, most) => Reach::whole([least, most], median),
    };
    let label = names::input(locale, case.model(), &entry.path, Form::Nominative);
    let unit = if entry.unit().is_money() {
        phrases::tame(&case.about().currency)
    } else {
        locale.unit(entry.unit())
    };
    let own = entry.taken.and_then(|taken| taken.origin.beside());
    json!({
        "key": entry.path,
        "label": sentence(&label),
        "group": key::group(locale, entry.row),
        "text": text(case, entry, turned),
        "shape": turned.dist.map(|dist| shape(locale, dist, entry.unit())),
        "low": low,
        "high": high,
        "median": median,
        "kind": turned.kind(),
        "exact": turned.is_exact(),
        "min": reach.min,
        "max": reach.max,
        "log": reach.is_log,
        "least": reach.least,
        "most": reach.most,
        "unit": unit,
        "unit_id": entry.unit().id(),
        "source": entry.taken.map(|taken| phrases::source(locale, &taken.origin)),
        "stated_source": own.and_then(|beside| beside.source.as_ref()),
        "note": own.and_then(|beside| beside.note.as_ref()),
        "meaning": names::plain(locale, &key::meaning(locale, entry.row)),
        "may": key::domain(locale, entry.row),
        "stated": entry.is_stated(),
    })
}

/// Tables of which a what-if sets nothing.
const NOT_HERE: [&str; 3] = ["platform.", "check.", "overlap."];

/// Whether a what-if of a file could set it.
fn is_settable(entry: &Entry) -> bool {
    let is_shared = |group: &Row| match group {
        Row::Key(key) => key.is(Group::Shared) || key.is(Group::Aside) || key.is(Group::Unhashed),
        Row::Field(..) => false,
    };
    !entry.path.contains('<')
        && !NOT_HERE.iter().any(|table| entry.path.starts_with(table))
        && since_week(&entry.path).is_none()
        && !is_shared(&entry.row)
}

/// How a file says what is taken, or would say it.
fn text(case: &Case, entry: &Entry, turned: &Turned) -> String {
    if let Some(stated) = entry.stated {
        return unquoted(stated);
    }
    let Some(taken) = entry.taken else { return String::new() };
    if let (Origin::Preset { id, .. }, Row::Key(key)) = (&taken.origin, entry.row) {
        let own = presets::find(id)
            .and_then(|preset| preset.figures.iter().find(|figure| figure.key.path == key.path));
        if let Some(figure) = own.filter(|figure| turned.is(&figure.dist)) {
            return unquoted(&figure.text);
        }
    }
    if let (Origin::Default { .. }, Row::Key(key)) = (&taken.origin, entry.row)
        && let Default::Value(text, _) = key.default
        && (!entry.unit().is_money() || case.about().currency == "EUR")
    {
        return text.to_owned();
    }
    match (turned.dist, &taken.value) {
        (Some(dist), _) => of_dist(dist, matches!(turned.holding, Holding::Quantity(Kind::Share))),
        (None, Understood::Words(words)) => words.clone(),
        (None, Understood::Quantity(_)) => String::new(),
    }
}

/// A distribution as a range of nine futures of ten, or as its number.
fn of_dist(dist: &Dist, is_share: bool) -> String {
    let number = |value: f64| {
        let value = if is_share { 100.0 * value } else { value };
        format!("{}{}", reach::short(value), if is_share { "%" } else { "" })
    };
    match dist.is_fixed() {
        Some(value) => number(value),
        None => format!("{} to {}", number(dist.quantile(0.05)), number(dist.quantile(0.95))),
    }
}

/// A value of TOML as people type it.
pub fn unquoted(text: &str) -> String {
    let table = format!("v={text}").parse::<toml::Table>().ok();
    let word = table.as_ref().and_then(|table| table.get("v")?.as_str());
    word.map_or_else(|| text.to_owned(), str::to_owned)
}

/// The keys that what-ifs of the file change.
fn asked(case: &Case) -> Vec<String> {
    case.scenario.what_ifs.iter().flat_map(|what_if| sets(&what_if.edits).into_keys()).collect()
}

/// What edits set, by keys, as people type it.
pub fn sets(edits: &[crate::scenario::Edit]) -> BTreeMap<String, String> {
    let changes = edits.iter().flat_map(|edit| &edit.changes);
    let set = |change: &Change| match change {
        Change::Key(path, given) => Some((path.clone(), unquoted(&given.text))),
        Change::Field(field) => {
            let own = match (field.section.name, field.field.name) {
                ("input", "value") | ("overlap", "share") => String::new(),
                (_, name) => format!(".{name}"),
            };
            let path = format!("{}.{}{own}", field.section.name, field.name);
            Some((path, unquoted(&field.text)))
        }
        _ => None,
    };
    changes.filter_map(set).collect()
}
