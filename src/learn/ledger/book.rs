//! The ledger: read with every problem at its line, and added to.

use std::collections::BTreeMap;

use reachsim_core::diagnostic::{Code, Diagnostic, Diagnostics, Message, Source, Span, message};

use super::chain::{self, Broken};
use super::entry::{Entry, Forecast, LEVELS, Outcome};

/// What is on record, in the order in which it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    forecasts: Vec<Forecast>,
    /// What came of each of them, where that is on record.
    outcomes: Vec<Option<Outcome>>,
    /// The place of each id.
    places: BTreeMap<String, usize>,
    /// The hash of the last line; empty where there is none.
    last: String,
}

impl Ledger {
    /// The ledger of a text, under the name by which the user knows it; an empty text is one
    /// without entries.
    ///
    /// # Errors
    ///
    /// Every line that is no entry (`ledger-line`), or that is not as it was written
    /// (`ledger-edited`).
    pub fn parse(name: &str, text: &str) -> Result<Ledger, Diagnostics> {
        let mut reader = Reader::default();
        let mut problems = Vec::new();
        let mut start = 0;
        for whole in text.split_inclusive('\n') {
            let line = whole.trim_end_matches(['\n', '\r']);
            if !line.trim().is_empty() {
                problems.extend(reader.read(line, start).err());
            }
            start += whole.len();
        }
        if problems.is_empty() {
            return Ok(reader.ledger);
        }
        Err(Diagnostics::new(vec![Source::new(name, text)], problems))
    }

    /// Adds an entry to what is known.
    fn take(&mut self, entry: Entry) -> Result<(), Message> {
        match entry {
            Entry::Forecast(forecast) => {
                if !are_quantiles(&forecast.quantiles) {
                    return Err(message!("its quantiles are not 23 rising numbers"));
                }
                if self.places.contains_key(&forecast.id) {
                    return Err(message!(
                        "`{id}` is on record already: of one day and one period there is one forecast",
                        id = forecast.id
                    ));
                }
                self.places.insert(forecast.id.clone(), self.forecasts.len());
                self.forecasts.push(forecast);
                self.outcomes.push(None);
            }
            Entry::Outcome(outcome) => {
                let Some(&place) = self.places.get(&outcome.of) else {
                    return Err(message!("no forecast is called `{id}`", id = outcome.of));
                };
                if self.outcomes[place].is_some() {
                    return Err(message!("what came of `{id}` is on record", id = outcome.of));
                }
                self.outcomes[place] = Some(outcome);
            }
        }
        Ok(())
    }

    /// Adds an entry, and returns its line without an end.
    ///
    /// # Errors
    ///
    /// A forecast that is on record already, and an outcome of none, or of one that has one.
    pub fn add(&mut self, entry: &Entry) -> Result<String, Message> {
        self.take(entry.clone())?;
        let (line, hash) = chain::line(entry, &self.last);
        self.last = hash;
        Ok(line)
    }

    /// Forecasts, each with what came of it.
    pub fn forecasts(&self) -> impl Iterator<Item = (&Forecast, Option<&Outcome>)> {
        self.forecasts.iter().zip(self.outcomes.iter().map(Option::as_ref))
    }

    pub fn has(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// How many forecasts there are.
    pub fn len(&self) -> usize {
        self.forecasts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.forecasts.is_empty()
    }
}

/// Whether these are 23 rising numbers, up to what reading them from text may do to the last digit.
fn are_quantiles(values: &[f64]) -> bool {
    let rises = |pair: &[f64]| pair[1] >= pair[0] - 1e-12 * pair[0].abs();
    values.len() == LEVELS.len()
        && values.iter().all(|value| value.is_finite())
        && values.windows(2).all(rises)
}

/// A ledger that is read line by line.
#[derive(Default)]
struct Reader {
    ledger: Ledger,
    /// Whether the line before could not be read, so that its hash is not known.
    is_lost: bool,
    /// Whether any line before could not be read, so that not every id is known.
    is_broken: bool,
}

impl Reader {
    /// Takes a line that begins at a byte. Where it is wrong, what follows is read as if it had
    /// been right, so that one change is told once.
    fn read(&mut self, line: &str, start: usize) -> Result<(), Diagnostic> {
        let place = Span { source: 0, bytes: start..start + shown(line) };
        let problem =
            |code, message| Diagnostic::new(code, message).at(place.clone(), Message::default());
        let edited = |message| {
            problem(Code::LedgerEdited, message).help(message!(
                "nobody changes a forecast afterwards: take the file from a copy, or begin another one"
            ))
        };
        let was_lost = std::mem::replace(&mut self.is_lost, true);
        let was_broken = std::mem::replace(&mut self.is_broken, true);
        let link = chain::read(line).map_err(|broken| match broken {
            Broken::NoHash => problem(Code::LedgerLine, message!("this is no entry of a ledger"))
                .help(message!("`reachsim forecast` and `reachsim score --write` write entries")),
            Broken::Edited => edited(message!("this entry is not as it was written")),
            Broken::Unread => {
                problem(Code::LedgerLine, message!("this entry cannot be understood"))
                    .help(message!("another version of the program wrote it"))
            }
        })?;
        (self.is_lost, self.is_broken) = (false, was_broken);
        let is_next = was_lost || link.before == self.ledger.last;
        self.ledger.last = link.hash;
        let taken = self.ledger.take(link.entry);
        if !is_next {
            self.is_broken = true;
            return Err(edited(message!(
                "the entry before this one was changed or removed, or another was put between them"
            )));
        }
        taken.or_else(|why| if was_broken { Ok(()) } else { Err(problem(Code::LedgerLine, why)) })
    }
}

/// Bytes of a line that are shown, which is too long as a whole: up to sixty letters.
fn shown(line: &str) -> usize {
    line.char_indices().nth(60).map_or(line.len(), |(byte, _)| byte)
}
