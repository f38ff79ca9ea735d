//! The models of a study, made again from their names on another machine.

use super::list::Study;
use crate::diagnostic::message;
use crate::model::Model;
use crate::output::Case;
use crate::run::error::Error;
use crate::run::knobs::Knobs;
use crate::run::study::nothing;
use crate::run::variants::Alternatives;

/// A study with what its models are made of.
pub enum Points {
    Own(Box<Case>),
    Knobs(Box<Knobs>),
    Alternatives(Box<Alternatives>),
    Several(Vec<Case>),
}

/// The name of the scenario as it is, and what stands before that of a what-if.
const OWN: &str = "own";
const WHAT_IF: &str = "what-if ";
/// The name of the scenario in which nothing is done.
const NOTHING: &str = "nothing";

/// What stands before the place of one of several scenarios.
const SEVERAL: &str = "scenario ";

/// The name of the model of one of several scenarios.
pub fn several(place: usize) -> String {
    format!("{SEVERAL}{place}")
}

/// The scenario's own model with its name.
pub fn own(case: &Case) -> Model {
    Model { point: OWN.to_owned(), ..case.model().clone() }
}

/// The scenario in which nothing is done, with its name.
pub fn without(case: &Case) -> Option<Model> {
    Some(Model { point: NOTHING.to_owned(), ..nothing(case)? })
}

/// The model of a what-if, with its name.
pub fn what_if(model: Model, name: &str) -> Model {
    Model { point: format!("{WHAT_IF}{name}"), ..model }
}

impl Points {
    pub fn of(study: &Study, cases: Vec<Case>) -> Result<Points, Error> {
        if *study == Study::Several {
            return Ok(Points::Several(cases));
        }
        let mut cases = cases.into_iter();
        let Some(first) = cases.next() else {
            return Err(Error::Question(message!("there is no scenario")));
        };
        Ok(match study {
            Study::Own | Study::Several | Study::Network(_) => Points::Own(Box::new(first)),
            Study::Knobs(texts) => Points::Knobs(Box::new(Knobs::read(&first, texts, "--vary")?)),
            Study::WhatIfs(against) => Points::Alternatives(Box::new(
                Alternatives::what_ifs(&first, against.as_deref())?.named(),
            )),
            Study::Scenarios => Points::Alternatives(Box::new(
                Alternatives::scenarios(&first, cases.collect())?.named(),
            )),
        })
    }

    /// The model of a name.
    pub fn at(&mut self, point: &str) -> Option<Model> {
        match self {
            Points::Own(case) if point == OWN => Some(own(case)),
            Points::Own(case) if point == NOTHING => without(case),
            Points::Own(case) => {
                let name = point.strip_prefix(WHAT_IF)?;
                let edits = case.scenario.variant(name).ok()?;
                Some(what_if(case.edited(&edits).ok()?, name))
            }
            Points::Knobs(knobs) => knobs.at(point),
            Points::Alternatives(alternatives) => alternatives.at(point),
            Points::Several(cases) => {
                let place: usize = point.strip_prefix(SEVERAL)?.parse().ok()?;
                Some(Model { point: point.to_owned(), ..cases.get(place)?.model().clone() })
            }
        }
    }
}
