//! What is wrong with exports, together with where a scenario names them.

use reachsim_data::fault::{self, Fault};

use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span, message};

/// Problems of a scenario and of its files.
#[derive(Debug)]
pub struct Problems {
    sources: Vec<Source>,
    list: Vec<Diagnostic>,
}

impl Problems {
    /// None so far, of a scenario that consists of these texts.
    pub fn new(sources: &[Source]) -> Problems {
        Problems { sources: sources.to_vec(), list: Vec::new() }
    }

    /// A problem with a place in the texts of the scenario.
    pub fn push(&mut self, problem: Diagnostic) {
        self.list.push(problem);
    }

    /// Problems with texts of their own.
    pub fn add(&mut self, others: &Diagnostics, named: Option<&Span>) {
        let first = self.sources.len();
        self.sources.extend(others.sources.iter().cloned());
        for problem in others {
            let mut problem = problem.clone();
            let own = problem.span.iter_mut().chain(problem.also.iter_mut().map(|(at, _)| at));
            own.for_each(|at| at.source += first);
            self.list.push(match (named, &problem.span) {
                (Some(at), Some(_)) => problem.also(at.clone(), message!("named here")),
                (Some(at), None) => problem.at(at.clone(), message!("named here")),
                (None, _) => problem,
            });
        }
    }

    /// A problem with a file.
    pub fn fault(&mut self, fault: Fault, named: Option<&Span>) {
        self.add(&fault::diagnostics(vec![fault]), named);
    }

    /// Whatever was wrong, if anything was.
    pub fn told(self) -> Result<(), Diagnostics> {
        if self.list.is_empty() {
            return Ok(());
        }
        Err(Diagnostics::new(self.sources, self.list))
    }
}
