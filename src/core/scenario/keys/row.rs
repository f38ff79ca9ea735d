//! How a row of KEYS is written: what a key holds, then what else is to be said of it. A row is of
//! experts, has no default and acts alone unless it says otherwise.

use super::kinds::{Computed, Default, Domain, Form, Group, Key, Level, Used};
use crate::units::{Kind, Unit};

/// A key by its path.
pub(super) const fn key(path: &'static str, domain: Domain) -> Key {
    Key {
        path,
        domain,
        unit: Unit::None,
        default: Default::Nothing,
        neutral: None,
        since: 0,
        level: Level::Expert,
        groups: &[],
        about: "",
        instead_of: None,
        form: Form::Whole,
        used: Used::Always,
    }
}

/// Words for people.
pub(super) const fn text(path: &'static str) -> Key {
    key(path, Domain::Text)
}

/// From 0 to 1.
pub(super) const fn share(path: &'static str) -> Key {
    key(path, Domain::Quantity(Kind::Share)).unit(Unit::Share)
}

/// A pure number from zero upwards.
pub(super) const fn ratio(path: &'static str) -> Key {
    amount(path, Unit::Ratio)
}

/// A number from zero upwards.
pub(super) const fn amount(path: &'static str, unit: Unit) -> Key {
    key(path, Domain::Quantity(Kind::Positive)).unit(unit)
}

/// Growth a year.
pub(super) const fn growth(path: &'static str) -> Key {
    key(path, Domain::Quantity(Kind::Growth)).unit(Unit::PerYear)
}

impl Key {
    /// It says in a language what another key says.
    pub(super) const fn said_in(self, about: &'static str) -> Key {
        Key { about, groups: &[Group::Aside, Group::Unhashed], ..self }
    }

    pub(super) const fn unit(self, unit: Unit) -> Key {
        Key { unit, ..self }
    }

    /// Zero has no meaning here.
    pub(super) const fn above_zero(self) -> Key {
        match self.domain {
            Domain::Quantity(kind) => Key { domain: Domain::Above(kind), ..self },
            _ => panic!("only a quantity can be above zero"),
        }
    }

    pub(super) const fn required(self) -> Key {
        Key { default: Default::Required, ..self }
    }

    pub(super) const fn preset(self) -> Key {
        Key { default: Default::Preset, ..self }
    }

    pub(super) const fn default(self, value: &'static str, source: &'static str) -> Key {
        Key { default: Default::Value(value, source), ..self }
    }

    pub(super) const fn computed(self, how: Computed, source: &'static str) -> Key {
        Key { default: Default::Computed(how, source), ..self }
    }

    pub(super) const fn neutral(self, value: f64) -> Key {
        Key { neutral: Some(value), ..self }
    }

    pub(super) const fn since(self, generation: u8) -> Key {
        Key { since: generation, ..self }
    }

    pub(super) const fn essential(self) -> Key {
        Key { level: Level::Essential, ..self }
    }

    pub(super) const fn common(self) -> Key {
        Key { level: Level::Common, ..self }
    }

    pub(super) const fn groups(self, groups: &'static [Group]) -> Key {
        Key { groups, ..self }
    }

    pub(super) const fn about(self, about: &'static str) -> Key {
        Key { about, ..self }
    }

    /// It states the same thing as another key.
    pub(super) const fn or(self, other: &'static str) -> Key {
        Key { instead_of: Some(other), ..self }
    }

    /// It is one factor of what another key states whole; those that are not given are 1.
    pub(super) const fn factor_of(self, whole: &'static str) -> Key {
        Key { form: Form::Factor, ..self.or(whole) }
    }

    /// It is one of the factors that make, all together, what another key states whole.
    pub(super) const fn together_for(self, whole: &'static str) -> Key {
        Key { form: Form::Together, ..self.or(whole) }
    }

    pub(super) const fn only_with(self, others: &'static [&'static str]) -> Key {
        Key { used: Used::With(others), ..self }
    }

    pub(super) const fn default_with(self, others: &'static [&'static str]) -> Key {
        Key { used: Used::DefaultWith(others), ..self }
    }

    pub(super) const fn default_with_prices(self) -> Key {
        Key { used: Used::DefaultWithPrices, ..self }
    }
}
