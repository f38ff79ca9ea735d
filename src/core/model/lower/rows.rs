//! Figures of roles, campaigns and competitors: the rows of sections whose fields are quantities.

use super::assumption::{Assumption, Origin, Understood};
use super::figures::{Figure, Figures};
use crate::dist::Dist;
use crate::scenario::keys::{Holds, Level, SectionId, key};
use crate::scenario::{Edited, Number, Scenario, Value, Word, roles};

/// The quantities of the rows, by paths such as `campaign.spring.budget`.
pub fn settle(scenario: &Scenario, figures: &mut Figures) {
    let set = scenario.keys.get(key!("roles")).and_then(|given| match given.value.as_ref()? {
        Value::Word(id) => roles::provenance(id),
        _ => None,
    });
    let set = set.map(|set| Origin::Preset { id: set.id, year: set.year, source: set.source });
    let mut rows = Rows { figures, scenario };
    for role in &scenario.sections.roles {
        rows.settle(SectionId::Role, role.name.as_ref(), &role.numbers, set.as_ref());
    }
    for campaign in &scenario.sections.campaigns {
        rows.settle(SectionId::Campaign, campaign.name.as_ref(), &campaign.numbers, None);
    }
    for competitor in &scenario.sections.competitors {
        rows.settle(SectionId::Competitor, competitor.name.as_ref(), &competitor.numbers, None);
    }
}

struct Rows<'a> {
    figures: &'a mut Figures,
    scenario: &'a Scenario,
}

impl Rows<'_> {
    /// Puts the numbers of one row in force; `set` is where they come from if not from a file.
    fn settle(
        &mut self,
        section: SectionId,
        name: Option<&Word>,
        numbers: &[Number],
        set: Option<&Origin>,
    ) {
        let (Some(name), section) = (name, section.section()) else { return };
        for field in section.fields.iter().filter(|field| matches!(field.holds, Holds::Quantity(_)))
        {
            let path = format!("{}.{}.{}", section.name, name.text, field.name);
            let number = numbers.iter().find(|number| number.field.name == field.name);
            let (dist, at, origin) = match (number, field.default) {
                (Some(Number { dist: Some(dist), at, data, beside, .. }), _) => {
                    self.figures.data.extend(data.iter().cloned());
                    let origin = || self.figures.origin(self.scenario, at).with(beside);
                    (dist.clone(), Some(at.clone()), set.cloned().unwrap_or_else(origin))
                }
                (None, Some((value, source)))
                    if field.only_with.is_none_or(|other| {
                        numbers.iter().any(|number| number.field.name == other)
                    }) =>
                {
                    (Dist::fixed(value), None, Origin::Default { source: source.to_owned() })
                }
                (Some(_) | None, _) => continue,
            };
            let value = Understood::Quantity(dist.clone());
            let (key, unit, level) = (path.clone(), field.unit, Level::Common);
            self.figures.assumptions.push(Assumption { key, unit, level, value, origin });
            let value = Value::Quantity(dist);
            self.figures.by_path.insert(path, Figure { value, at, edited: Edited::No });
        }
    }
}
