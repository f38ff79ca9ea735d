//! Surveys of how many brands people follow: data, from `brands.toml`.

use toml::de::{DeTable, DeValue};

use super::number;

/// The file itself.
pub const TEXT: &str = include_str!("brands.toml");

/// Those who follow about so many brands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Share of those who were asked.
    pub share: f64,
    pub brands: f64,
}

/// The classes of a survey, without those who follow none.
pub fn classes(id: &str) -> Vec<Class> {
    let (table, _) = DeTable::parse_recoverable(TEXT);
    let classes = table.into_inner().remove(id).and_then(|survey| match survey.into_inner() {
        DeValue::Table(mut survey) => survey.remove("class"),
        _ => None,
    });
    let Some(DeValue::Array(rows)) = classes.map(toml::Spanned::into_inner) else {
        return Vec::new();
    };
    let class = |row: &DeTable| {
        let number = |field: &str| number::value(row.get(field)?).ok();
        Some(Class { share: number("share")?, brands: number("brands")? })
    };
    rows.iter().filter_map(|row| class(row.get_ref().as_table()?)).collect()
}
