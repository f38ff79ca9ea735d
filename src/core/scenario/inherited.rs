//! Money that a file has from its parent, where it counts in another currency.

use super::given::{Given, Keys};
use super::keys::{Group, key};
use super::sections::Sections;
use super::value::Value;
use crate::diagnostic::{Code, Conjunction, Diagnostic, Span, listed, message};

/// The currency of every layer, from the lowest to the highest.
pub fn currencies(layers: &[Vec<(String, Given)>]) -> Vec<String> {
    let mut currency = "EUR".to_owned();
    let mut of_layer = Vec::new();
    for layer in layers {
        let stated = layer.iter().rev().find(|(path, _)| path == key!("currency"));
        if let Some(Value::Word(code)) = stated.and_then(|(_, given)| given.value.as_ref()) {
            currency.clone_from(code);
        }
        of_layer.push(currency.clone());
    }
    of_layer
}

/// Sums that were stated in another currency than they are read in. Sources count from the file to
/// its outermost parent and then along the command line, layers from the parent up.
pub fn money(
    currencies: &[String],
    keys: &Keys,
    sections: &Sections,
    problems: &mut Vec<Diagnostic>,
) {
    let Some((own, files)) = currencies.split_last() else { return };
    let of = |at: &Span| {
        let layer = files.len().checked_sub(at.source + 1);
        layer.and_then(|layer| files.get(layer)).unwrap_or(own)
    };
    let is_zero = |given: &Given| match &given.value {
        Some(Value::Quantity(dist)) => dist.is_fixed() == Some(0.0),
        _ => false,
    };
    let mut foreign: Vec<(String, &Span)> = keys
        .iter()
        .filter(|(_, given)| given.key.unit.is_money() && !is_zero(given) && of(&given.at) != own)
        .map(|(path, given)| (path.clone(), &given.value_at))
        .collect();
    for campaign in &sections.campaigns {
        let Some(name) = &campaign.name else { continue };
        let sums = campaign.numbers.iter().filter(|number| number.field.unit.is_money());
        let sums = sums.filter(|number| of(&number.at) != own);
        foreign.extend(
            sums.map(|sum| (format!("campaign.{}.{}", name.text, sum.field.name), &sum.at)),
        );
    }
    let (Some((_, place)), Some(currency)) = (foreign.first(), keys.get(key!("currency"))) else {
        return;
    };
    let paths = listed(foreign.iter().map(|(path, _)| path.as_str()), Conjunction::And);
    // No exchange rate tells what people are paid elsewhere.
    let pays = |path: &str| keys.get(path).is_some_and(|given| given.key.is(Group::Labour));
    let is_rated =
        keys.contains_key(key!("currency_per_eur")) && !foreign.iter().any(|(path, _)| pays(path));
    let code = if is_rated { Code::MoneyUnconverted } else { Code::MoneyInherited };
    let message = message!(
        "the currency is {own}, but {paths} stood in {before} before",
        own,
        paths,
        before = of(place)
    );
    problems.push(
        Diagnostic::new(code, message)
            .at(currency.value_at.clone(), message!("another currency"))
            .also((*place).clone(), message!("stated in {currency}", currency = of(place)))
            .help(if is_rated {
                message!(
                    "they are taken as they stand, because only defaults are converted: give them \
                     anew"
                )
            } else {
                message!("give them anew in this currency, beside it")
            }),
    );
}
