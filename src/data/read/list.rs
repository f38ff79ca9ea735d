//! Lists of objects as tables: a column for every dotted path of a value, in the order in which
//! they are first met, and a row for every object.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use csv::StringRecord;
use encoding_rs::Encoding;
use serde_json::Value;

use super::flat::{Flat, told};
use super::letters::Letters;
use super::store::Store;
use super::walk::{Meet, walk};

/// A document of lists.
#[derive(Clone, Debug)]
pub struct Document {
    pub store: Store,
    pub encoding: &'static Encoding,
    /// One object a line, and no array around them.
    pub is_lines: bool,
    /// Bytes up to which it is held in memory.
    pub held: u64,
}

/// One array of a document.
#[derive(Clone, Debug)]
pub struct List {
    pub document: Arc<Document>,
    /// Which one it is, in the order of the walk.
    pub place: usize,
    pub path: String,
    pub heading: StringRecord,
    pub beside: Vec<(String, String)>,
    columns: BTreeMap<String, usize>,
}

/// Why a document cannot be read.
#[derive(Debug)]
pub enum Failure {
    Bytes(std::io::Error),
    /// The line and the column, both from 1, where it is no JSON, and whether it ends there.
    Syntax {
        line: u64,
        column: u64,
        is_end: bool,
    },
    Columns,
    Lists,
}

/// Columns, lists, and values beside them, that are read.
const COLUMNS: usize = 100_000;
const LISTS: usize = 10_000;
const BESIDE: usize = 1_000;

/// Whether a text is JSON rather than a table that begins with a bracket; and whether it is one
/// object a line.
pub fn kind(head: &str) -> Option<bool> {
    let mut letters = head.chars().filter(|c| !c.is_whitespace());
    let is_json = match (letters.next()?, letters.next()) {
        ('{', Some('"' | '}') | None) | ('[', None) => true,
        ('[', Some(next)) => matches!(next, '{' | '[' | ']'),
        _ => false,
    };
    let (line, rest) = head.trim_start().split_once('\n').unwrap_or((head, ""));
    let is_object = || serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    is_json.then(|| line.starts_with('{') && rest.trim_start().starts_with('{') && is_object())
}

/// All lists of a document: it is walked through once.
pub fn lists(document: &Arc<Document>) -> Result<Vec<List>, Failure> {
    let mut survey = Survey::new(document);
    through(document, &mut survey)?;
    if let Some(failure) = survey.failure {
        return Err(failure);
    }
    let Survey { mut lists, scalars, .. } = survey;
    for list in &mut lists {
        let above = list.path.rsplit_once('.').map_or("", |(above, _)| above);
        let all = scalars.iter().filter(|(path, _)| {
            let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
            parent.is_empty() || above == parent || above.starts_with(&format!("{parent}."))
        });
        list.beside.extend(all.cloned());
        let mut heading = vec![""; list.columns.len()];
        for (path, &place) in &list.columns {
            heading[place] = path;
        }
        list.heading = StringRecord::from(heading);
    }
    Ok(lists)
}

impl List {
    /// Visits the heading, as row 0, and all objects.
    pub fn each(
        &self,
        visit: &mut dyn FnMut(u64, &StringRecord) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        if visit(0, &self.heading).is_break() {
            return Ok(());
        }
        let cells = vec![String::new(); self.columns.len()];
        let mut rows = Rows { list: self, begun: 0, cells, row: StringRecord::new(), visit };
        through(&self.document, &mut rows)
    }
}

fn through(document: &Document, meet: &mut dyn Meet) -> Result<(), Failure> {
    let walked = document.store.with(|read| {
        let mut letters = Letters::new(read, document.encoding);
        walk(&mut letters, document.held, document.is_lines, meet)
    });
    match walked.map_err(Failure::Bytes)? {
        Ok(()) | Err((_, true)) => Ok(()),
        Err((error, false)) if error.is_io() => Err(Failure::Bytes(error.into())),
        Err((error, false)) => Err(Failure::Syntax {
            line: error.line() as u64,
            column: error.column() as u64,
            is_end: error.is_eof(),
        }),
    }
}

/// What a document holds.
struct Survey<'a> {
    document: &'a Arc<Document>,
    lists: Vec<List>,
    scalars: Vec<(String, String)>,
    failure: Option<Failure>,
}

impl<'a> Survey<'a> {
    fn new(document: &'a Arc<Document>) -> Survey<'a> {
        Survey { document, lists: Vec::new(), scalars: Vec::new(), failure: None }
    }
}

impl Meet for Survey<'_> {
    fn wants_next(&self) -> bool {
        true
    }

    fn begin(&mut self, path: &[String]) -> usize {
        self.lists.push(List {
            document: Arc::clone(self.document),
            place: self.lists.len(),
            path: path.join("."),
            heading: StringRecord::new(),
            beside: Vec::new(),
            columns: BTreeMap::new(),
        });
        self.lists.len() - 1
    }

    fn element(&mut self, array: usize, _: u64, object: &Flat) -> ControlFlow<()> {
        let columns = &mut self.lists[array].columns;
        for (path, ..) in object.iter() {
            if !columns.contains_key(path) {
                columns.insert(path.to_owned(), columns.len());
            }
        }
        if columns.len() > COLUMNS {
            self.failure = Some(Failure::Columns);
        } else if self.lists.len() > LISTS {
            self.failure = Some(Failure::Lists);
        }
        if self.failure.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn holder(&mut self, array: usize, object: &Flat) {
        let beside = &mut self.lists[array].beside;
        let scalars = object.iter().filter(|(.., is_array)| !is_array);
        let scalars = scalars.map(|(path, text, _)| (path.to_owned(), text.to_owned()));
        beside.extend(scalars.take(BESIDE));
    }

    fn scalar(&mut self, path: &[String], value: &Value) {
        if self.scalars.len() < BESIDE {
            self.scalars.push((path.join("."), told(value)));
        }
    }
}

/// The rows of one list.
struct Rows<'a> {
    list: &'a List,
    begun: usize,
    cells: Vec<String>,
    row: StringRecord,
    visit: &'a mut dyn FnMut(u64, &StringRecord) -> ControlFlow<()>,
}

impl Meet for Rows<'_> {
    fn wants_next(&self) -> bool {
        self.begun == self.list.place
    }

    fn begin(&mut self, _: &[String]) -> usize {
        self.begun += 1;
        self.begun - 1
    }

    fn element(&mut self, array: usize, place: u64, object: &Flat) -> ControlFlow<()> {
        if array != self.list.place {
            // What is within an element ends before the next array begins.
            let is_over = array > self.list.place && self.list.path.contains("*.");
            return if is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        }
        self.cells.iter_mut().for_each(String::clear);
        for (path, text, _) in object.iter() {
            if let Some(&column) = self.list.columns.get(path) {
                self.cells[column].clear();
                self.cells[column].push_str(text);
            }
        }
        self.row.clear();
        for cell in &self.cells {
            self.row.push_field(cell);
        }
        (self.visit)(place, &self.row)
    }

    fn holder(&mut self, _: usize, _: &Flat) {}

    fn scalar(&mut self, _: &[String], _: &Value) {}
}
