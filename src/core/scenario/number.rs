//! Numbers as people write them: `100_000`, `100k`, `0,9%`, `1,3 млн`.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::{Code, Conjunction, Message, did_you_mean, listed, message, nearest_or};

/// What is wrong with a value, in the bytes of the text it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    pub bytes: Range<usize>,
    pub message: Message,
    /// What stands beside the caret.
    pub label: Message,
    pub help: Message,
}

/// Words and signs behind a number, with the power of ten that each means.
pub(crate) const UNITS: &[(&str, i32)] = &[
    ("%", -2),
    ("k", 3),
    ("K", 3),
    ("M", 6),
    ("bn", 9),
    ("tn", 12),
    ("тыс", 3),
    ("тыс.", 3),
    ("тис", 3),
    ("тис.", 3),
    ("млн", 6),
    ("млн.", 6),
    ("млрд", 9),
    ("млрд.", 9),
    ("трлн", 12),
];

/// Letters that stand for a unit in other places and would be misread here.
const ALMOST: &[(&str, &str)] = &[
    ("m", "M"),
    ("B", "bn"),
    ("b", "bn"),
    ("mio", "M"),
    ("mln", "M"),
    ("m.", "M"),
    ("T", "tn"),
    ("G", "bn"),
    ("к", "k"),
    ("К", "k"),
    ("М", "M"),
];

/// Beginnings of words that are written out elsewhere, in whatever case.
const WRITTEN_OUT: &[(&str, &str)] = &[
    ("thousand", "k"),
    ("million", "M"),
    ("billion", "bn"),
    ("trillion", "tn"),
    ("percent", "%"),
    ("per cent", "%"),
    ("pct", "%"),
    ("\u{ff05}", "%"),
    ("тысяч", "тыс"),
    ("тисяч", "тис"),
    ("миллион", "млн"),
    ("мільйон", "млн"),
    ("миллиард", "млрд"),
    ("мільярд", "млрд"),
    ("процент", "%"),
    ("відсот", "%"),
];

/// Longest text that is quoted back to the user in full.
const LONGEST_QUOTE: usize = 40;

/// The number that a text says, all of it; `offset` is where the text begins.
pub fn parse(text: &str, offset: usize) -> Result<f64, Fault> {
    let written = Written { text, offset };
    let (number, unit) = written.split()?;
    let power = written.power(unit)?;
    written.value(number, power)
}

/// The unit behind a number, if it is one.
pub fn unit(text: &str) -> Option<&str> {
    let text = text.trim();
    UNITS
        .iter()
        .map(|(unit, _)| *unit)
        .filter(|unit| text.ends_with(unit))
        .max_by_key(|unit| unit.len())
}

/// The number that a value of a file says: an integer, a float or a text.
pub fn value(value: &Spanned<DeValue>) -> Result<f64, Fault> {
    let bytes = value.span();
    match value.get_ref() {
        DeValue::Integer(integer) => {
            let digits = integer.as_str();
            let read = match integer.radix() {
                10 => digits.parse().ok(),
                radix => u128::from_str_radix(digits, radix).ok().map(|whole| whole as f64),
            };
            finite(read, digits, &bytes)
        }
        DeValue::Float(float) => finite(float.as_str().parse().ok(), float.as_str(), &bytes),
        DeValue::String(text) => match inside(value) {
            Some(offset) => parse(text, offset),
            None => parse(text, 0).map_err(|fault| Fault { bytes, ..fault }),
        },
        other => Err(Fault {
            code: Code::WrongType,
            message: message!("a number is expected, but this is {kind}", kind = kind(other)),
            label: message!("no number"),
            help: message!("write a number such as 130, 100_000, \"100k\" or \"5%\""),
            bytes,
        }),
    }
}

/// A float whose point may group thousands: `85.000`, which nobody writes for 85.
pub fn doubtful(value: &Spanned<DeValue>) -> Option<Fault> {
    let DeValue::Float(float) = value.get_ref() else { return None };
    let text = float.as_str().trim_start_matches(['+', '-']);
    if !is_grouped(text, '.') || !text.ends_with('0') {
        return None;
    }
    let read: f64 = text.parse().ok()?;
    let thousands = text.replace('.', "_");
    Some(Fault {
        code: Code::DoubtfulNumber,
        bytes: value.span(),
        message: message!(
            "{text} is {read} here, but {many} to many",
            text = quoted(text),
            read,
            many = text.replace('.', ",")
        ),
        label: message!("two readings"),
        help: message!(
            "write {read} if that is meant, or {thousands} if the point groups thousands",
            read,
            thousands
        ),
    })
}

/// Where the text of a string begins, when every byte of it stands in the file as it is.
pub fn inside(value: &Spanned<DeValue>) -> Option<usize> {
    let bytes = value.span();
    let text = value.get_ref().as_str()?;
    match bytes.len().checked_sub(text.len())? {
        // On the command line the value may stand without quotes.
        0 => Some(bytes.start),
        2 => Some(bytes.start + 1),
        _ => None,
    }
}

/// The type of a value in words.
pub fn kind(value: &DeValue) -> Message {
    match value {
        DeValue::String(_) => message!("text"),
        DeValue::Integer(_) | DeValue::Float(_) => message!("a number"),
        DeValue::Boolean(_) => message!("true or false"),
        DeValue::Datetime(_) => message!("a date"),
        DeValue::Array(_) => message!("a list"),
        DeValue::Table(_) => message!("a table"),
    }
}

/// A text as a message quotes it: whole, or its beginning.
pub fn quoted(text: &str) -> Message {
    let text = text.trim();
    if text.is_empty() {
        return message!("an empty text");
    }
    let short: String =
        text.chars().take(LONGEST_QUOTE).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let whole = text.chars().count() <= LONGEST_QUOTE;
    Message::verbatim(if whole { format!("`{short}`") } else { format!("`{short}..`") })
}

fn finite(read: Option<f64>, text: &str, bytes: &Range<usize>) -> Result<f64, Fault> {
    match read {
        Some(value) if value.is_finite() => Ok(value + 0.0),
        _ => Err(not_finite(text, bytes.clone())),
    }
}

fn not_finite(text: &str, bytes: Range<usize>) -> Fault {
    Fault {
        code: Code::NotFinite,
        bytes,
        message: message!("{text} is no number that can be computed with", text = quoted(text)),
        label: message!("not finite"),
        help: message!("write a finite number"),
    }
}

/// A text that should be a number.
#[derive(Clone, Copy, Debug)]
struct Written<'a> {
    text: &'a str,
    offset: usize,
}

/// Digits of the mantissa, without separators: the whole part and the decimals.
#[derive(Debug, Default)]
struct Digits {
    whole: String,
    decimals: String,
}

impl<'a> Written<'a> {
    fn fault(&self, part: &str, message: Message, help: Message) -> Fault {
        // The part is a slice of the text.
        let start = (part.as_ptr() as usize)
            .saturating_sub(self.text.as_ptr() as usize)
            .min(self.text.len());
        let bytes = self.offset + start..self.offset + start + part.len();
        Fault { code: Code::Number, bytes, message, label: message!("cannot be read"), help }
    }

    fn unreadable(&self) -> Fault {
        let help = message!("write a number such as 130, 100_000, \"100k\", \"1.3M\" or \"5%\"");
        self.fault(
            self.text.trim(),
            message!("{text} is no number", text = quoted(self.text)),
            help,
        )
    }

    /// The number and the unit behind it.
    fn split(&self) -> Result<(&'a str, &'a str), Fault> {
        let text = self.text.trim();
        let plain = text.trim_start_matches(['+', '-', '\u{2212}']).to_lowercase();
        if matches!(plain.as_str(), "nan" | "inf" | "infinity" | "\u{221e}") {
            return Err(Fault {
                bytes: self.fault(text, Message::default(), Message::default()).bytes,
                ..not_finite(text, 0..0)
            });
        }
        let is_part = |c: char| {
            c.is_ascii_digit()
                || matches!(c, '.' | ',' | '_' | '+' | '-' | '\u{2212}')
                || c.is_whitespace()
        };
        let mut end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
        let after = &text[end..];
        // 1e6: an exponent belongs to the number.
        if after.starts_with(['e', 'E']) {
            let power = &after[1..];
            let digits = power.trim_start_matches(['+', '-']);
            if power.len() - digits.len() <= 1 && digits.starts_with(|c: char| c.is_ascii_digit()) {
                let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
                end = text.len() - rest.len();
            }
        }
        let (number, unit) = (text[..end].trim_end(), text[end..].trim());
        if number.contains(|c: char| c.is_ascii_digit()) {
            Ok((number, unit))
        } else {
            Err(self.unreadable())
        }
    }

    fn power(&self, unit: &str) -> Result<i32, Fault> {
        if unit.is_empty() {
            return Ok(0);
        }
        if let Some((_, power)) = UNITS.iter().find(|(known, _)| *known == unit) {
            return Ok(*power);
        }
        let fault = |help: Message| Fault {
            label: message!("unknown unit"),
            ..self.fault(unit, message!("{unit} is no unit of a number", unit = quoted(unit)), help)
        };
        // What has digits behind its unit is more than one number, such as `5%..10%` where one is
        // meant.
        if unit.contains(|c: char| c.is_ascii_digit()) {
            return Err(self.unreadable());
        }
        let lower = unit.to_lowercase();
        let is_meant = |(almost, _): &&(&str, &str)| *almost == unit;
        let begins = |(word, _): &&(&str, &str)| lower.starts_with(word);
        if let Some((_, meant)) =
            ALMOST.iter().find(is_meant).or_else(|| WRITTEN_OUT.iter().find(begins))
        {
            return Err(fault(did_you_mean(meant)));
        }
        if is_money(unit) {
            return Err(fault(message!(
                "leave the currency out: the whole scenario is in its `currency`"
            )));
        }
        let known = || {
            UNITS.iter().map(|(unit, _)| *unit).filter(|unit| !unit.ends_with('.') && *unit != "K")
        };
        Err(fault(nearest_or(unit, known(), || {
            message!("the units are {list}", list = listed(known(), Conjunction::And))
        })))
    }

    fn value(&self, number: &str, power: i32) -> Result<f64, Fault> {
        let (mantissa, exponent) = match number.find(['e', 'E']) {
            Some(place) => (
                &number[..place],
                number[place + 1..].parse::<i32>().map_err(|_| self.too_large())?,
            ),
            None => (number, 0),
        };
        let unsigned = mantissa.trim_start_matches(['+', '-', '\u{2212}']);
        let signs = mantissa[..mantissa.len() - unsigned.len()].chars().count();
        let unsigned = unsigned.trim_start();
        if signs > 1 || unsigned.contains(['+', '-', '\u{2212}']) {
            return Err(self.unreadable());
        }
        let negative = signs == 1 && !mantissa.starts_with('+');
        let digits = self.digits(unsigned)?;
        let Digits { whole, decimals } = &digits;
        // The nearest double to what was written, units included: the decimal text is read once.
        let read = format!("{whole}.{decimals}0e{}", exponent.saturating_add(power)).parse::<f64>();
        let Ok(size) = read else {
            return Err(self.unreadable());
        };
        let is_zero = whole.bytes().chain(decimals.bytes()).all(|digit| digit == b'0');
        if !size.is_finite() || (size == 0.0 && !is_zero) {
            return Err(self.too_large());
        }
        Ok(if negative && size != 0.0 { -size } else { size })
    }

    fn too_large(&self) -> Fault {
        Fault {
            bytes: self.fault(self.text.trim(), Message::default(), Message::default()).bytes,
            ..not_finite(self.text, 0..0)
        }
    }

    /// Which separators group thousands and which one begins the decimals.
    fn digits(&self, text: &str) -> Result<Digits, Fault> {
        let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
        let grouped_otherwise = text.contains(|c: char| c == '_' || c.is_whitespace());
        let decimal = match (dots, commas) {
            (1, 0) if grouped_otherwise || !is_grouped(text, '.') => Some('.'),
            (1, 0) => return Err(self.ambiguous(text, '.')),
            (0, 1) if grouped_otherwise || !is_grouped(text, ',') => Some(','),
            (0, 1) => return Err(self.ambiguous(text, ',')),
            (0, _) | (_, 0) => None,
            (1, _) if text.rfind('.') > text.rfind(',') => Some('.'),
            (_, 1) if text.rfind(',') > text.rfind('.') => Some(','),
            _ => return Err(self.unreadable()),
        };
        let (whole, decimals) = match decimal {
            Some(sign) => text.split_once(sign).unwrap_or((text, "")),
            None => (text, ""),
        };
        let group = whole.chars().find(|c| !c.is_ascii_digit() && *c != '_');
        if let Some(sign) = group
            && !whole.chars().all(|c| {
                c.is_ascii_digit() || c == sign || (sign.is_whitespace() && c.is_whitespace())
            })
        {
            return Err(self.unreadable());
        }
        let mut whole = whole.to_owned();
        if let Some(sign) = group {
            if !is_grouped(&whole, sign) {
                let help = message!("thousands are groups of three digits, such as \"100 000\"");
                return Err(self.fault(
                    text,
                    message!(
                        "{text} is no number: its digits are not grouped by threes",
                        text = quoted(self.text)
                    ),
                    help,
                ));
            }
            whole.retain(|c| c.is_ascii_digit());
        }
        let [Some(whole), Some(decimals)] = [&whole, decimals].map(without_underscores) else {
            return Err(self.unreadable());
        };
        if !decimals.bytes().all(|c| c.is_ascii_digit())
            || (whole.is_empty() && decimals.is_empty())
        {
            return Err(self.unreadable());
        }
        Ok(Digits { whole: if whole.is_empty() { "0".into() } else { whole }, decimals })
    }

    /// `1,300` and `1.300` are thirteen hundred to some and 1.3 to others.
    fn ambiguous(&self, text: &str, sign: char) -> Fault {
        let unit = self.text.trim().rsplit_once(text).map_or("", |(_, unit)| unit);
        let (grouped, (whole, decimals)) =
            (text.replace(sign, ""), text.split_once(sign).unwrap_or_default());
        let decimals = match decimals.trim_end_matches('0') {
            "" => "0",
            // Three of them would be read in two ways again.
            decimals if decimals.len() == 3 => &format!("{decimals}0"),
            decimals => decimals,
        };
        let (thousands, decimal) =
            (format!("{grouped}{unit}"), format!("{whole}.{decimals}{unit}"));
        let help = if sign == ',' {
            message!(
                "write \"{thousands}\" if the comma groups thousands, or \"{decimal}\" if it \
                 begins the decimals",
                thousands,
                decimal
            )
        } else {
            message!(
                "write \"{thousands}\" if the point groups thousands, or \"{decimal}\" if it \
                 begins the decimals",
                thousands,
                decimal
            )
        };
        Fault {
            label: message!("two readings"),
            ..self.fault(
                text,
                message!("{text} can be read in two ways", text = quoted(self.text)),
                help,
            )
        }
    }
}

/// A sign or a code of a currency.
fn is_money(unit: &str) -> bool {
    ["$", "€", "£", "₽", "₴", "грн", "руб", "руб."].contains(&unit)
        || (unit.len() == 3 && unit.bytes().all(|c| c.is_ascii_uppercase()))
}

/// Whether a sign stands before each group of three digits, the first group being one to three of
/// them and no zero alone.
fn is_grouped(text: &str, sign: char) -> bool {
    let mut groups = text.split(|c: char| c == sign || (sign.is_whitespace() && c.is_whitespace()));
    let is_digits = |group: &str| group.bytes().all(|c| c.is_ascii_digit());
    let first = groups.next().unwrap_or("");
    (1..=3).contains(&first.len())
        && is_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// Digits without the underscores between them; `None` where one stands elsewhere, or something
/// else does.
fn without_underscores(text: &str) -> Option<String> {
    let fits = !text.starts_with('_')
        && !text.ends_with('_')
        && !text.contains("__")
        && text.bytes().all(|c| c.is_ascii_digit() || c == b'_');
    fits.then(|| text.replace('_', ""))
}
