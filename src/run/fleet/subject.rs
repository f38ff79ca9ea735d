//! What a job is about: models or a network, and the numbers that a task draws of them.

use std::ops::Range;
use std::path::Path;

use super::list::{Entry, Study, TaskList};
use super::network::Wanted;
use super::points::Points;
use crate::diagnostic::message;
use crate::engine::Watch;
use crate::graph::errand;
use crate::output::Case;
use crate::run::error::Error;
use crate::study::gate::blocks;
use crate::watch::Errand;

/// What errands are asked of.
pub enum Subject {
    Models(Points),
    Network(Box<Wanted>),
}

impl Subject {
    /// The subject of a list, with the cases that it names.
    pub fn read(
        folder: &Path,
        list: &TaskList,
        read: impl Fn(&Entry) -> Result<Case, Error>,
    ) -> Result<Subject, Error> {
        if let Study::Network(hash) = &list.study {
            return Ok(Subject::Network(Box::new(Wanted::read(folder, hash)?)));
        }
        let cases = list.cases.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Subject::Models(Points::of(&list.study, cases)?))
    }

    /// The numbers of some parts of an errand.
    pub fn answer(
        &mut self,
        asked: &Errand,
        parts: Range<u64>,
        watch: &impl Watch,
    ) -> Result<Vec<f64>, Error> {
        let found = match self {
            Subject::Models(points) => {
                let model = points.at(&asked.point);
                model.and_then(|model| blocks::answer(&model, &asked.question, parts, watch))
            }
            Subject::Network(wanted) => {
                errand::answer(&wanted.network, &wanted.posts, &asked.question, parts, watch)
            }
        };
        if watch.stopped() {
            return Err(Error::Stopped);
        }
        found.ok_or_else(|| Error::Question(message!("the list of tasks is damaged")))
    }

    /// What errands take the same time for the same work: those of one scenario, or one question
    /// to a network.
    pub fn kind(&self, asked: &Errand) -> String {
        match self {
            Subject::Models(Points::Several(_)) => asked.point.clone(),
            Subject::Models(_) => String::new(),
            Subject::Network(_) => asked.question.clone(),
        }
    }
}
