//! What could be measured before a decision, every key resolved: no number of a run depends on it.

use super::figures::Figures;
use super::names::{Asked, uncertain, unique};
use super::overlaps::Overlap;
use crate::diagnostic::{Code, Diagnostic, Message, Span, message};
use crate::estimate;
use crate::locale::Label;
use crate::scenario::keys::{self, Domain, Holds, SECTIONS, key};
use crate::scenario::{self, Deviation, Scenario, Word};
use crate::units::{DAYS_A_YEAR, Kind, MONTHS_A_YEAR, Unit, WEEKS_A_YEAR};

/// A measurement that could be made before a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// `None` of what the program itself proposes.
    pub name: Option<Label>,
    /// Keys of uncertain inputs with how each is measured.
    pub of: Vec<(String, Sampled)>,
    /// What it costs, however large it is, and what each person or count costs.
    pub cost: f64,
    pub cost_per_unit: Option<f64>,
    /// Weeks until it is known.
    pub weeks: f64,
}

/// How an input is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sampled {
    /// How many of so many people have what the share is of.
    People { people: f64 },
    /// A count over so many years, of so many people where it is a rate of one person; the rate
    /// times `a_year` is that of a year.
    Count { years: f64, people: Option<f64>, a_year: f64 },
    /// A value with a normal error: one standard deviation in the unit of the key.
    Error { sd: f64 },
    /// The same as a share of the value.
    Relative { share: f64 },
}

/// How the numbers of a key can be measured.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Nature {
    Share,
    /// Counts of one person.
    OfPerson {
        a_year: f64,
    },
    Rate {
        a_year: f64,
    },
    Other,
}

/// Every `[[measurement]]`.
pub fn resolve(
    scenario: &Scenario,
    figures: &Figures,
    overlaps: &[Overlap],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Measurement> {
    let rows = &scenario.sections.measurements;
    let names = rows.iter().filter_map(|row| row.name.as_ref());
    unique(names, |name| message!("the measurement `{name}` is given twice", name), problems);
    let found: Vec<Option<Measurement>> =
        rows.iter().map(|row| one(scenario, figures, overlaps, row, problems)).collect();
    found.into_iter().flatten().collect()
}

fn one(
    scenario: &Scenario,
    figures: &Figures,
    overlaps: &[Overlap],
    row: &scenario::Measurement,
    problems: &mut Vec<Diagnostic>,
) -> Option<Measurement> {
    time(scenario, figures, row, problems);
    let known: Vec<&Word> = row
        .of
        .iter()
        .filter(|word| uncertain(word, figures, overlaps, Asked::Measured, problems))
        .collect();
    let natures: Vec<Nature> = known.iter().map(|word| nature(scenario, &word.text)).collect();
    let place = |field: &str| row.places.iter().find(|(name, _)| *name == field).cloned();
    let sizes = place("sample").or_else(|| place("years"));
    if let (Some((_, at)), Some((_, other))) = (place("error"), &sizes) {
        let message = message!("a measurement has a size or an error, and not both");
        problems.push(
            Diagnostic::new(Code::Measurement, message)
                .at(at, message!("the error is said here"))
                .also(other.clone(), message!("it follows from the size"))
                .help(message!("leave one of them out")),
        );
        return None;
    }
    if let (Some((_, at)), None) = (place("cost_per_unit"), &sizes) {
        let message = message!("`cost_per_unit` has no effect without `sample` or `years`");
        problems.push(
            Diagnostic::new(Code::Measurement, message)
                .at(at, message!("of how many?"))
                .help(message!("say how many are looked at, or put the whole sum into `cost`")),
        );
    }
    if known.len() == row.of.len() {
        idle(row, &natures, problems);
    }
    let of: Vec<Option<(String, Sampled)>> = known
        .iter()
        .zip(&natures)
        .map(|(word, nature)| Some((word.text.clone(), sampled(row, word, *nature, problems)?)))
        .collect();
    let of: Vec<(String, Sampled)> = of.into_iter().collect::<Option<_>>()?;
    let name = row.name.as_ref()?;
    (!of.is_empty()).then(|| Measurement {
        name: Some(Label::new(name.text.clone(), row.names.clone())),
        of,
        cost: row.cost.unwrap_or(0.0),
        cost_per_unit: row.cost_per_unit,
        weeks: row.weeks.unwrap_or(0.0),
    })
}

/// What comes after the end, or where nobody lives through weeks, is no delay.
fn time(
    scenario: &Scenario,
    figures: &Figures,
    row: &scenario::Measurement,
    problems: &mut Vec<Diagnostic>,
) {
    let (Some(weeks), Some((_, at))) =
        (row.weeks, row.places.iter().find(|(name, _)| *name == "weeks"))
    else {
        return;
    };
    let horizon = figures.whole(key!("simulation.weeks")).unwrap_or(0);
    let (message, label, help) = if scenario.communities.is_empty() {
        (
            message!("a measurement takes no weeks: there is no community"),
            message!("weeks of what?"),
            message!("formulas know no weeks: leave it out"),
        )
    } else if weeks > horizon as f64 {
        (
            message!(
                "a measurement takes {weeks} weeks, and the horizon has {horizon}",
                weeks,
                horizon
            ),
            message!("known when all is over"),
            message!("say fewer weeks, or raise `simulation.weeks`"),
        )
    } else {
        return;
    };
    problems.push(Diagnostic::new(Code::Measurement, message).at(at.clone(), label).help(help));
}

/// A size that none of the keys needs.
fn idle(row: &scenario::Measurement, natures: &[Nature], problems: &mut Vec<Diagnostic>) {
    let needs = |is_it: fn(&Nature) -> bool| natures.iter().any(is_it);
    let asks = needs(|nature| matches!(nature, Nature::Share | Nature::OfPerson { .. }));
    let counts = needs(|nature| matches!(nature, Nature::Rate { .. } | Nature::OfPerson { .. }));
    let others = natures.contains(&Nature::Other);
    for (field, is_needed) in [("sample", asks), ("years", counts)] {
        let Some((_, at)) = row.places.iter().find(|(name, _)| *name == field) else { continue };
        // Where a key cannot be measured so at all, that is told of the key.
        if is_needed || others || natures.is_empty() {
            continue;
        }
        let (message, help) = if field == "sample" {
            (
                message!("nobody can be asked for what this measurement is of"),
                message!("say `years`, how long is counted, or `error`"),
            )
        } else {
            (
                message!("nothing is counted over years in this measurement"),
                message!("say `sample`, how many people are asked, or `error`"),
            )
        };
        let diagnostic =
            Diagnostic::new(Code::Measurement, message).at(at.clone(), message!("has no effect"));
        problems.push(diagnostic.help(help));
    }
}

/// How a key is measured, or what is missing.
fn sampled(
    row: &scenario::Measurement,
    word: &Word,
    nature: Nature,
    problems: &mut Vec<Diagnostic>,
) -> Option<Sampled> {
    match row.error {
        Some(Deviation::Of(sd)) => return Some(Sampled::Error { sd }),
        Some(Deviation::Share(share)) => return Some(Sampled::Relative { share }),
        None => {}
    }
    let is_given = |field: &str| row.places.iter().any(|(name, _)| *name == field);
    let people = row.sample.map(|people| people as f64);
    let help = match (nature, people, row.years) {
        (Nature::Share, Some(people), _) => return Some(Sampled::People { people }),
        (Nature::OfPerson { a_year }, Some(_), years) => {
            return Some(Sampled::Count { years: years.unwrap_or(1.0), people, a_year });
        }
        (Nature::Rate { a_year }, _, Some(years)) => {
            return Some(Sampled::Count { years, people: None, a_year });
        }
        (Nature::Share, None, _) if !is_given("sample") => {
            message!("it is a share: write for instance `sample = 400`, the people who are asked")
        }
        (Nature::OfPerson { .. }, None, _) if !is_given("sample") => message!(
            "it is a rate of one person: write for instance `sample = 400`, and `years` unless it \
             is one"
        ),
        (Nature::Rate { .. }, _, None) if !is_given("years") => {
            message!("it is a rate: write for instance `years = 0.04`, a fortnight of counting")
        }
        (Nature::Other, ..) if !is_given("error") => message!(
            "write `error`, one standard deviation of what is measured, such as \"10%\"; of an \
             `[input.<id>]` say its `kind` where it is a share or a rate a year"
        ),
        // What is given and could not be read is among the problems.
        _ => return None,
    };
    problems.push(no_size(&word.text, word.at.clone(), help));
    None
}

fn no_size(key: &str, at: Span, help: Message) -> Diagnostic {
    let message = message!("the measurement does not say how well `{key}` would be known", key);
    Diagnostic::new(Code::Measurement, message).at(at, message!("how is it measured?")).help(help)
}

/// How the numbers of a key can be measured.
fn nature(scenario: &Scenario, path: &str) -> Nature {
    let of = |kind: Kind, unit: Unit| match (kind, unit) {
        (Kind::Share, _) => Nature::Share,
        (Kind::Positive, Unit::OrdersPerYear | Unit::QuestionsPerFollower) => {
            Nature::OfPerson { a_year: 1.0 }
        }
        (Kind::Positive, Unit::QuestionsPerYear | Unit::PerYear | Unit::PostsPerYear) => {
            Nature::Rate { a_year: 1.0 }
        }
        (Kind::Positive, Unit::PerMonth) => Nature::Rate { a_year: MONTHS_A_YEAR },
        (Kind::Positive, Unit::PostsPerWeek) => Nature::Rate { a_year: WEEKS_A_YEAR },
        (Kind::Positive, Unit::QuestionsPerDay | Unit::PostsPerDay) => {
            Nature::Rate { a_year: DAYS_A_YEAR }
        }
        _ => Nature::Other,
    };
    if let Some(key) = keys::find(path) {
        return match key.domain {
            Domain::Quantity(kind) | Domain::Above(kind) => of(kind, key.unit),
            _ => Nature::Other,
        };
    }
    let parts: Vec<&str> = path.split('.').collect();
    if let ["input", id] = parts[..] {
        let input = scenario.sections.inputs.iter().find(|input| input.id.text == id);
        return match input.map(|input| input.kind) {
            Some(Kind::Share) => Nature::Share,
            // A rate a year, where it is one at all.
            Some(Kind::Positive) => Nature::Rate { a_year: 1.0 },
            _ => Nature::Other,
        };
    }
    let section = SECTIONS.iter().find(|section| section.name == parts[0]);
    let field = section.and_then(|section| {
        // What two communities share stands under their names alone.
        section.field(parts[parts.len() - 1]).or_else(|| section.field("share"))
    });
    match field.map(|field| (field.holds, field.unit)) {
        Some((Holds::Quantity(kind), unit)) => of(kind, unit),
        _ => Nature::Other,
    }
}

/// What is proposed: people who are asked, a fortnight of counting, a share of the value.
const ASKED: f64 = 400.0;
const COUNTED: f64 = 2.0 / WEEKS_A_YEAR;
const KNOWN_TO: f64 = 0.1;

impl Measurement {
    /// A usual measurement of an uncertain input, from its values in some futures; what it costs is
    /// for others to say.
    pub fn proposed(scenario: &Scenario, key: &str, values: &[f64]) -> Measurement {
        let sampled = match nature(scenario, key) {
            Nature::Share => Sampled::People { people: ASKED },
            Nature::OfPerson { a_year } => {
                Sampled::Count { years: 1.0, people: Some(ASKED), a_year }
            }
            Nature::Rate { a_year } => Sampled::Count { years: COUNTED, people: None, a_year },
            Nature::Other if values.iter().all(|value| *value > 0.0) => {
                Sampled::Relative { share: KNOWN_TO }
            }
            // Where a share of the value has no meaning, half of what it spreads.
            Nature::Other => Sampled::Error { sd: estimate::variance(values).sqrt() / 2.0 },
        };
        let of = vec![(key.to_owned(), sampled)];
        Measurement { name: None, of, cost: 0.0, cost_per_unit: None, weeks: 0.0 }
    }

    /// How many people are asked; else how many years are counted; `None` where neither is said.
    pub fn size(&self) -> Option<Size> {
        let sizes = || self.of.iter().map(|(_, sampled)| *sampled);
        let people = sizes().find_map(|sampled| match sampled {
            Sampled::People { people } => Some(people),
            Sampled::Count { people, .. } => people,
            _ => None,
        });
        let years = || {
            sizes().find_map(|sampled| match sampled {
                Sampled::Count { years, .. } => Some(years),
                _ => None,
            })
        };
        people.map(Size::People).or_else(|| years().map(Size::Years))
    }

    /// The same measurement in another size. What takes longer to count is known later.
    #[must_use]
    pub fn sized(&self, size: Size) -> Measurement {
        let of = self.of.iter().map(|(key, sampled)| {
            let sampled = match (*sampled, size) {
                (Sampled::People { .. }, Size::People(people)) => Sampled::People { people },
                (Sampled::Count { years, people: Some(_), a_year }, Size::People(people)) => {
                    Sampled::Count { years, people: Some(people), a_year }
                }
                (Sampled::Count { people: None, a_year, .. }, Size::Years(years)) => {
                    Sampled::Count { years, people: None, a_year }
                }
                (same, _) => same,
            };
            (key.clone(), sampled)
        });
        let weeks = match (self.size(), size) {
            (Some(Size::Years(before)), Size::Years(now)) => self.weeks * now / before,
            _ => self.weeks,
        };
        Measurement { of: of.collect(), weeks, ..self.clone() }
    }
}

/// The size of a measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    People(f64),
    Years(f64),
}

impl Size {
    pub const fn number(self) -> f64 {
        let (Size::People(number) | Size::Years(number)) = self;
        number
    }

    /// So many times as large; people are whole.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Size {
        match self {
            Size::People(people) => Size::People((people * factor).round().max(1.0)),
            Size::Years(years) => Size::Years(years * factor),
        }
    }
}
