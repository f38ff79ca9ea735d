//! Figures of roles and campaigns: the rows of sections whose fields are quantities.

use super::figures::{Assumption, Figure, Figures, Origin, Understood};
use crate::dist::Dist;
use crate::scenario::keys::{self, Holds, Level, Needed, SECTIONS};
use crate::scenario::{Edited, Number, Scenario, Value, Word, roles};
use crate::units::Unit;

/// The quantities of the roles and campaigns, by paths such as `campaign.spring.budget`.
pub fn settle(figures: &mut Figures, scenario: &Scenario) {
    let set = scenario.keys.get("roles").and_then(|given| match given.value.as_ref()? {
        Value::Word(id) => roles::provenance(id),
        _ => None,
    });
    let set = set.map(|set| Origin::Preset { id: set.id, year: set.year, source: set.source });
    for role in &scenario.sections.roles {
        row(figures, scenario, ("role", set.as_ref()), (&role.name, &role.numbers));
    }
    for campaign in &scenario.sections.campaigns {
        row(figures, scenario, ("campaign", None), (&campaign.name, &campaign.numbers));
    }
    for competitor in &scenario.sections.competitors {
        row(figures, scenario, ("competitor", None), (&competitor.name, &competitor.numbers));
    }
}

/// One row of a section; `set` is where it comes from if not from a file.
fn row(
    figures: &mut Figures,
    scenario: &Scenario,
    (table, set): (&str, Option<&Origin>),
    (name, numbers): (&Option<Word>, &[Number]),
) {
    let Some(name) = name else { return };
    let fields = SECTIONS
        .iter()
        .find(|section| section.name == table)
        .map_or(&[][..], |section| section.fields);
    for field in fields.iter().filter(|field| matches!(field.holds, Holds::Quantity(_))) {
        let path = format!("{table}.{}.{}", name.text, field.name);
        let unit = match (table, field.name) {
            ("role", "share") | ("competitor", "positive" | "negative") => Unit::Share,
            ("campaign" | "competitor", "followers") => Unit::People,
            ("campaign", "budget") => Unit::Money,
            ("campaign", "posts_per_week") => Unit::PostsPerWeek,
            ("competitor", "messages_per_year") => Unit::PerYear,
            _ => Unit::Ratio,
        };
        let neutral = match (table, field.name) {
            // How a competitor is spoken of where nobody counted it: as the average brand.
            ("competitor", "positive") => 0.18,
            ("competitor", "negative") => 0.1,
            _ if matches!(unit, Unit::Ratio) => 1.0,
            _ => 0.0,
        };
        let source = if table == "competitor" { keys::ESTIMATE } else { keys::BY_DESIGN };
        let number = numbers.iter().find(|number| number.field.name == field.name);
        let (dist, at, origin) = match number {
            Some(Number { dist: Some(dist), at, data, .. }) => {
                figures.data.extend(data.iter().cloned());
                (
                    dist.clone(),
                    Some(at.clone()),
                    set.cloned().unwrap_or_else(|| figures.origin(scenario, at)),
                )
            }
            Some(_) => continue,
            None if field.needed == Needed::Always || field.name == "fit" => continue,
            None => (Dist::fixed(neutral), None, Origin::Default { source: source.to_owned() }),
        };
        let value = Understood::Quantity(dist.clone());
        figures.assumptions.push(Assumption {
            key: path.clone(),
            unit,
            level: Level::Common,
            value,
            origin,
        });
        figures
            .by_path
            .insert(path, Figure { value: Value::Quantity(dist), at, edited: Edited::No });
    }
}
