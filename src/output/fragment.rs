//! The text of what was learnt: a scenario that extends another one, one readable line a key.

use reachsim_learn::known::seen::Remark;

use super::calibration::{Calibration, Key, State};
use crate::dist::{Dist, FAMILIES, Limits, Spread};
use crate::output::json::analysis::civil;
use crate::scenario::keys::{self, Domain};
use crate::scenario::write::quoted;
use crate::units::{Kind, Unit};

/// How the text begins, by which its own files are known.
pub const FIRST: &str = "# Learnt by reachsim calibrate";

/// Rows of a column of data, and of columns that are drawn together.
const ROWS: usize = 1_000;
pub const ROWS_TOGETHER: usize = 4_000;
/// What rows that belong together are called.
const TOGETHER: &str = "calibration";
/// Share of the width by which a short form may miss a percentile.
const CLOSE: f64 = 0.02;

/// Names of the files beside each other.
pub struct Names<'a> {
    /// The scenario, relative to the text.
    pub parent: &'a str,
    /// The rows, and the whole answer.
    pub csv: &'a str,
    pub json: &'a str,
}

/// In which form laws are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form<'d> {
    /// In one line, where that is close enough.
    Short,
    /// As rows of data.
    Rows,
    /// As rows that are drawn together: of each key its values, one a row.
    Together(&'d [(String, Vec<f64>)]),
}

/// The text, and the rows where some law has no short form.
pub fn fragment(found: &Calibration, names: &Names, form: Form) -> (String, Option<String>) {
    let mut columns: Vec<(String, Vec<f64>)> = Vec::new();
    let mut lines = head(found, names);
    let mut table = String::new();
    let mut keys: Vec<&Key> = found.keys.iter().filter(|key| key.is_written()).collect();
    keys.sort_by_key(|key| section(&key.key));
    for key in keys {
        let (of, name) = section(&key.key);
        if of != table {
            lines.push(String::new());
            lines.push(format!("[{of}]"));
            table = of;
        }
        let value = match key.state {
            State::Measured | State::Held => number(key.posterior[1], unit(&key.key)),
            _ => law(key, form, names.csv, &mut columns),
        };
        lines.push(format!("{name} = {value} # {}", comment(key)));
    }
    if !found.silent.is_empty() {
        lines.push(String::new());
        lines.push(format!("# not informed, unchanged: {}", found.silent.join(", ")));
    }
    let is_drawn = |key: &String| match form {
        Form::Together(drawn) => drawn.iter().any(|(own, _)| own == key),
        Form::Short | Form::Rows => false,
    };
    for tie in found.ties.iter().filter(|tie| !tie.between.iter().any(is_drawn)) {
        lines.push(String::new());
        lines.push("[[correlation]]".to_owned());
        let [one, other] = tie.between.each_ref().map(|key| quoted(key));
        lines.push(format!("between = [{one}, {other}]"));
        lines.push(format!("rank = {:.2}", tie.rank));
    }
    lines.push(String::new());
    (lines.join("\n"), rows(&columns))
}

fn head(found: &Calibration, names: &Names) -> Vec<String> {
    let day = found.as_of.map_or_else(String::new, |day| format!(" as of {}", civil(day)));
    let files = match found.receipts.len() {
        0 => String::new(),
        1 => " from 1 file".to_owned(),
        n => format!(" from {n} files"),
    };
    let totals = match found.totals.len() {
        0 => String::new(),
        1 => " and 1 total".to_owned(),
        n => format!(" and {n} totals"),
    };
    vec![
        format!("{FIRST}{day}{files}{totals}; see {}", names.json),
        format!("extends = {}", quoted(names.parent)),
    ]
}

/// The table of a key and its name there.
fn section(key: &str) -> (String, String) {
    let at = if key.starts_with("community.") {
        key.match_indices('.').nth(1).map(|(at, _)| at)
    } else {
        key.find('.')
    };
    match at {
        Some(at) => (key[..at].to_owned(), key[at + 1..].to_owned()),
        None => (String::new(), key.to_owned()),
    }
}

fn unit(key: &str) -> Unit {
    keys::find(key).map_or(Unit::None, |key| key.unit)
}

fn kind(key: &str) -> Kind {
    match keys::find(key).map(|key| key.domain) {
        Some(Domain::Quantity(kind) | Domain::Above(kind)) => kind,
        _ => Kind::Real,
    }
}

/// A number in the words of a scenario, to four digits.
fn plain(value: f64, unit: Unit) -> String {
    let value = if unit == Unit::Share { 100.0 * value } else { value };
    let size = if value == 0.0 { 0 } else { libm::floor(libm::log10(value.abs())) as i32 };
    let digits = (3 - size).max(0) as usize;
    let text = format!("{value:.digits$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    };
    let text = undoubted(text);
    if unit == Unit::Share { format!("{text}%") } else { text }
}

fn number(value: f64, unit: Unit) -> String {
    let text = plain(value, unit);
    if unit == Unit::Share { quoted(&text) } else { text }
}

/// A range of a key in the words of a scenario, or a number where both ends are one.
pub fn interval(key: &str, [low, high]: [f64; 2]) -> String {
    let unit = unit(key);
    if low.to_bits() == high.to_bits() {
        return number(low, unit);
    }
    quoted(&format!("{} to {}", plain(low, unit), plain(high, unit)))
}

/// A law: an interval, three percentiles, or rows.
fn law(key: &Key, form: Form, csv: &str, columns: &mut Vec<(String, Vec<f64>)>) -> String {
    let (file, column) = (quoted(csv), quoted(&key.key));
    if let Form::Together(drawn) = form
        && let Some(drawn) = drawn.iter().find(|(own, _)| *own == key.key)
    {
        columns.push(drawn.clone());
        let joint = quoted(TOGETHER);
        return format!("{{ data = {{ file = {file}, column = {column}, joint = {joint} }} }}");
    }
    if form != Form::Rows
        && let Some(short) = short(&key.key, &key.dist)
    {
        return short;
    }
    let rows = match form {
        Form::Together([(_, drawn), ..]) => drawn.len(),
        _ => ROWS,
    };
    let values = (0..rows).map(|row| key.dist.quantile((row as f64 + 0.5) / rows as f64)).collect();
    columns.push((key.key.clone(), values));
    format!("{{ data = {{ file = {file}, column = {column} }} }}")
}

/// A law in one line, where that is close enough.
fn short(key: &str, dist: &Dist) -> Option<String> {
    let (unit, kind) = (unit(key), kind(key));
    let at = |u: f64| dist.quantile(u);
    let width = at(0.95) - at(0.05);
    let is_close = |other: &Dist| {
        [0.05, 0.5, 0.95].into_iter().all(|u| (other.quantile(u) - at(u)).abs() <= CLOSE * width)
    };
    let read = |value: f64| -> f64 {
        let text = plain(value, unit);
        let number: f64 = text.trim_end_matches('%').parse().unwrap_or(value);
        if unit == Unit::Share { number / 100.0 } else { number }
    };
    if let Ok(interval) = Dist::from_interval(read(at(0.05)), read(at(0.95)), 0.9, kind)
        && is_close(&interval)
    {
        let ends = [0.05, 0.95].map(|u| plain(at(u), unit));
        return Some(quoted(&format!("{} to {}", ends[0], ends[1])));
    }
    let limits = match kind {
        Kind::Share => Limits { min: 0.0, max: 1.0 },
        Kind::Positive => Limits { min: 0.0, max: f64::INFINITY },
        Kind::Growth | Kind::Difference | Kind::Real => Limits::NONE,
    };
    // Three percentiles whose metalog goes through the 5th, 50th and 95th.
    let places = [0.05, 0.5, 0.95].map(|u| scale(kind).place(at(u)));
    let three = through(places).map(|place| read(scale(kind).value(place)));
    let metalog = FAMILIES.iter().find(|family| family.id == "metalog");
    let built = metalog.and_then(|family| (family.build)(&three, limits).ok());
    built.filter(|built| is_close(built)).map(|_| {
        let [p10, p50, p90] = three.map(|value| number(value, unit));
        let ends = match kind {
            Kind::Share => ", min = 0, max = 1",
            Kind::Positive => ", min = 0",
            Kind::Growth | Kind::Difference | Kind::Real => "",
        };
        format!("{{ metalog = {{ p10 = {p10}, p50 = {p50}, p90 = {p90} }}{ends} }}")
    })
}

const fn scale(kind: Kind) -> Spread {
    match kind {
        Kind::Share => Spread::Logit,
        Kind::Positive => Spread::Log,
        Kind::Growth | Kind::Difference | Kind::Real => Spread::Plain,
    }
}

/// The 10th, 50th and 90th percentile, on its scale, of the metalog of three terms through the 5th,
/// 50th and 95th: y(u) = y50 + (a + b (u - 1/2)) ln(u/(1-u)).
fn through([y05, y50, y95]: [f64; 3]) -> [f64; 3] {
    let [far, near] = [0.95, 0.9].map(|u: f64| libm::log(u / (1.0 - u)));
    let a = (y95 - y05) / (2.0 * far);
    let b = (y95 + y05 - 2.0 * y50) / (2.0 * 0.45 * far);
    [y50 - (a - 0.4 * b) * near, y50, y50 + (a + 0.4 * b) * near]
}

fn rows(columns: &[(String, Vec<f64>)]) -> Option<String> {
    let rows = columns.first()?.1.len();
    let heads: Vec<&str> = columns.iter().map(|(key, _)| key.as_str()).collect();
    let mut text = heads.join(",") + "\n";
    for row in 0..rows {
        let cells: Vec<String> =
            columns.iter().map(|(_, values)| undoubted(values[row].to_string())).collect();
        text += &(cells.join(",") + "\n");
    }
    Some(text)
}

/// Three decimals could be thousands: a fourth one says that they are not.
fn undoubted(text: String) -> String {
    let is_doubtful = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if is_doubtful { text + "0" } else { text }
}

/// What it was, on what it stands, and how much that says.
fn comment(key: &Key) -> String {
    let unit = unit(&key.key);
    if key.state == State::Held {
        return "as the scenario computed it; state your own".to_owned();
    }
    let range = |of: [f64; 3]| format!("{} to {}", plain(of[0], unit), plain(of[2], unit));
    let was =
        if key.prior[0] == key.prior[2] { plain(key.prior[1], unit) } else { range(key.prior) };
    let mut parts = vec![format!("was {was}")];
    if key.n > 0 {
        let period = key
            .period
            .map_or_else(String::new, |(from, to)| format!(", {} to {}", civil(from), civil(to)));
        parts.push(format!("n {}{period}", key.n));
    }
    if key.by_totals {
        parts.push("totals".to_owned());
    }
    if key.weight < 1.0 && key.n > 0 {
        parts.push(format!("counts for {}", plain(key.weight, Unit::Share)));
    }
    if key.state == State::Informed && key.shrinkage >= 0.0 {
        let share = libm::round(100.0 * key.shrinkage) / 100.0;
        parts.push(format!("{} narrower", plain(share, Unit::Share)));
    } else if key.state == State::Informed {
        parts.push("less certain than it was".to_owned());
    }
    if let Some(conflict) = key.conflict.filter(|chance| !(0.025..=0.975).contains(chance)) {
        let side = if conflict > 0.5 { "above" } else { "below" };
        parts.push(format!("{side} almost all of what was believed"));
    }
    if key.remarks.contains(&Remark::AsCoded) {
        parts.push("as coded, not checked".to_owned());
    }
    if key.remarks.contains(&Remark::Drifts) {
        parts.push("its level moves".to_owned());
    }
    parts.join("; ")
}
