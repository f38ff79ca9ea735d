//! Whether a quantity lies where its key has a meaning.

use std::ops::Range;

use super::{Fault, Reader, Zero};
use crate::diagnostic::{Code, Message, message};
use crate::dist::{Dist, NEVER};
use crate::scenario::number;
use crate::units::Kind;

impl Reader<'_> {
    fn code(&self) -> Code {
        if self.reading.kind == Kind::Share { Code::ShareRange } else { Code::OutOfRange }
    }

    /// The rule of the key in words that follow "but ".
    fn rule(&self) -> Message {
        match (self.reading.kind, self.reading.zero) {
            (Kind::Share, Zero::Legal) => {
                message!("a share lies between 0 and 1")
            }
            (Kind::Share, Zero::Illegal) => {
                message!("this share lies above 0 and at most at 1")
            }
            (Kind::Positive, Zero::Legal) => {
                message!("it cannot be negative")
            }
            (Kind::Positive, Zero::Illegal) => {
                message!("it has to be above zero")
            }
            (Kind::Growth, _) => {
                message!("growth lies above -1, the loss of everything")
            }
            (Kind::Difference, _) => {
                message!("a difference of shares lies between -1 and 1")
            }
            (Kind::Real, _) => {
                message!("it lies between -10^15 and 10^15")
            }
        }
    }

    /// Whether the key can have this number.
    pub(super) fn could_be(&self, number: f64) -> bool {
        let (low, high) = self.reading.kind.range();
        (low..=high).contains(&number)
            && !(number == 0.0 && self.reading.zero == Zero::Illegal && low == 0.0)
    }

    /// The same, with a fault where it cannot; the number is written so.
    pub(super) fn in_domain(&mut self, number: f64, written: &str, bytes: Range<usize>) -> bool {
        if self.could_be(number) {
            return true;
        }
        let low = self.reading.kind.range().0;
        let is_zero = number == 0.0;
        let Fault { message, help, .. } = self.beyond(number, written);
        let label = if is_zero {
            message!("zero has no meaning here")
        } else if number < low {
            message!("too small")
        } else {
            message!("too large")
        };
        self.fail(Fault { code: self.code(), bytes, message, label, help });
        false
    }

    fn beyond(&self, number: f64, written: &str) -> Fault {
        let (key, kind) = (self.reading.key, self.reading.kind);
        let (low, high) = kind.range();
        let rule = match kind {
            Kind::Positive if number > high => {
                message!("more than 10^15 makes no sense")
            }
            Kind::Growth if number > high => {
                message!("more than a thousand times a year makes no sense")
            }
            _ => self.rule(),
        };
        let without_unit = number::unit(written).is_none();
        let help = match kind {
            Kind::Share if number > 1.0 && number <= 100.0 && without_unit => {
                message!("write \"{written}%\"", written)
            }
            Kind::Share if number > 1.0 => {
                message!("the whole is 1 or \"100%\"")
            }
            Kind::Growth | Kind::Difference
                if (low > number || number > high) && number.abs() <= 100.0 && without_unit =>
            {
                message!("write \"{written}%\"", written)
            }
            Kind::Difference if number > high => {
                message!("the whole is 1 or \"100%\"")
            }
            Kind::Difference => {
                message!("the loss of everything is -1 or \"-100%\"")
            }
            Kind::Growth if number < low => {
                message!("a loss of nearly everything is \"-99%\"")
            }
            Kind::Real if number < low => {
                message!("check the unit: k is a thousand, M a million, bn a thousand million")
            }
            _ if number > high => {
                message!("check the unit: k is a thousand, M a million, bn a thousand million")
            }
            _ if number == 0.0 => message!("give a number above zero"),
            _ => message!("leave out the minus"),
        };
        let written: String = written.chars().take(40).collect();
        Fault {
            code: self.code(),
            bytes: 0..0,
            message: message!("`{key}` is {written}, but {rule}", key, written, rule),
            label: Message::default(),
            help,
        }
    }

    /// Whether the whole distribution lies where the key has a meaning.
    pub(super) fn fits(&mut self, dist: &Dist, bytes: Range<usize>) -> bool {
        if self.conditions > 0 {
            return true;
        }
        let kind = self.reading.kind;
        let (low, high) = kind.range();
        let (least, most) = dist.bounds();
        let below = if least < low { dist.chance(low).below } else { 0.0 };
        let above = if most > high { dist.chance(high).above } else { 0.0 };
        // Where a domain ends for want of sense and not of meaning, what never happens is let pass;
        // see `guarded`.
        let is_below = if matches!(kind, Kind::Growth | Kind::Difference | Kind::Real) {
            below > NEVER
        } else {
            least < low
        };
        let is_above = if kind == Kind::Share { most > high } else { above > NEVER };
        let is_zero = self.reading.zero == Zero::Illegal
            && low == 0.0
            && !is_below
            && dist.chance(0.0).below > 0.0;
        if !(is_below || is_above || is_zero) {
            return true;
        }
        let key = self.reading.key;
        let family = dist.family();
        let shape = match family {
            "interval" => message!("an interval"),
            "data" => message!("a sample"),
            other => message!("a {family} distribution", family = other),
        };
        let reach = match (is_below, is_above) {
            _ if is_zero => message!("includes 0"),
            (true, true) => {
                message!("reaches below {low} and above {high}", low, high)
            }
            (true, false) => message!("reaches below {low}", low),
            _ => message!("reaches above {high}", high),
        };
        let rule = if is_above && kind != Kind::Share {
            message!("such values make no sense")
        } else {
            self.rule()
        };
        let (message, help) = (
            message!("`{key}` is {shape} that {reach}, but {rule}", key, shape, reach, rule),
            way_out(kind, family, (is_below, is_above)),
        );
        self.fail(Fault { code: self.code(), bytes, message, label: reach, help });
        false
    }

    /// Values that rounding or one chance in 10^12 would carry out of the domain are kept in it.
    pub(super) fn guarded(&self, dist: Dist) -> Dist {
        let (low, high) = self.reading.kind.range();
        let low =
            if self.reading.zero == Zero::Illegal && low == 0.0 { f64::MIN_POSITIVE } else { low };
        if dist.is_fixed().is_some() { dist } else { dist.guarded(low, high) }
    }
}

fn way_out(kind: Kind, family: &str, (is_below, is_above): (bool, bool)) -> Message {
    let ends = match (kind, is_below, is_above) {
        (Kind::Growth, true, _) => Message::verbatim("`min = \"-99%\"`"),
        (Kind::Growth, false, _) | (Kind::Positive, false, true) => Message::verbatim("`max`"),
        (Kind::Share, true, true) => Message::verbatim("`min = 0, max = 1`"),
        (Kind::Share, false, true) => Message::verbatim("`max = 1`"),
        (Kind::Difference | Kind::Real, ..) => message!("`min` and `max`"),
        _ => Message::verbatim("`min = 0`"),
    };
    match (kind, family) {
        (_, "discrete" | "data" | "uniform" | "triangular" | "pert") => {
            message!("leave those values out, or add {ends}", ends)
        }
        (_, "interval") => {
            message!(
                "write hard ends as \"a..b\", or {{ normal = {{ mean, sd }}, min = .., max = .. }}"
            )
        }
        (Kind::Share, _) => message!("add {ends}, or use {{ beta = {{ mean, sd }} }}", ends),
        (Kind::Positive, "normal") => {
            message!("add {ends}, or use {{ lognormal = {{ mean, sd }} }}", ends)
        }
        _ => message!("add {ends}", ends),
    }
}
