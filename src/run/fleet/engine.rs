//! The table of engines, and what a command line says of one.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;

use super::own;
use super::queue::Queue;
use crate::diagnostic::{Conjunction, Message, listed, message, nearest_or};
use crate::run::error::Error;
use crate::scenario::of_system;

/// Who carries tasks out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Processes of this program on this machine, so many at a time; `None` is one for each thread.
    Local(Option<usize>),
    /// The commands of a queue, with options of its own.
    Queue(Queue, String),
    /// The scheduler at an address.
    Dask(String),
}

impl Engine {
    /// Seconds that a round of tasks costs beside their work, about.
    pub const fn round(&self) -> f64 {
        match self {
            Engine::Local(_) | Engine::Dask(_) => 0.2,
            Engine::Queue(..) => 2.0,
        }
    }

    /// How many tasks work at a time, where that is known; else one.
    pub fn workers(&self) -> u64 {
        match self {
            Engine::Local(most) => most.unwrap_or_else(rayon::current_num_threads) as u64,
            Engine::Queue(..) | Engine::Dask(_) => 1,
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Row {
    Queue(Queue),
    Other { how: How },
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum How {
    Processes,
    Python,
}

static ENGINES: LazyLock<BTreeMap<String, Row>> = LazyLock::new(|| {
    toml::from_str(include_str!("engines.toml")).expect("a test reads the table of the program")
});

/// Most processes at a time.
const MOST: usize = 1024;

/// The engine that a text names, as `slurm:--partition=long`; one's own is a file that ends in
/// `.toml`, whose text `read` gives.
pub fn engine(
    text: &str,
    read: &dyn Fn(&Path) -> std::io::Result<String>,
) -> Result<Engine, Error> {
    let (name, options) = parts(text);
    if let Some(row) = ENGINES.get(name) {
        return of_row(name, row.clone(), options);
    }
    if !is_file(name) {
        let known = || ENGINES.keys().map(String::as_str);
        let help = nearest_or(name, known(), || {
            message!(
                "the engines are {list}, or a file of your own that ends in .toml",
                list = listed(known(), Conjunction::And)
            )
        });
        let told = message!("there is no engine `{name}`", name);
        return Err(Error::Question(Message::joined([told, help], "; ")));
    }
    let text = read(Path::new(name)).map_err(|error| {
        Error::Question(message!(
            "cannot read the engine `{name}`: {error}",
            name,
            error = of_system(&error)
        ))
    })?;
    Ok(Engine::Queue(own::own(name, &text)?, options.to_owned()))
}

fn is_file(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The name and what stands behind it. A path may hold colons of its own.
fn parts(text: &str) -> (&str, &str) {
    if is_file(text) {
        return (text, "");
    }
    let end = text.find(".toml:").map(|at| at + ".toml".len()).or_else(|| text.find(':'));
    end.map_or((text, ""), |end| (&text[..end], &text[end + 1..]))
}

fn of_row(name: &str, row: Row, options: &str) -> Result<Engine, Error> {
    match row {
        Row::Queue(queue) => Ok(Engine::Queue(queue, options.to_owned())),
        Row::Other { how: How::Processes } if options.is_empty() => Ok(Engine::Local(None)),
        Row::Other { how: How::Processes } => {
            match options.parse().ok().filter(|count| (1..=MOST).contains(count)) {
                Some(count) => Ok(Engine::Local(Some(count))),
                None => Err(Error::Question(message!(
                    "behind `{name}:` stands how many processes work at a time, 1 to {most}, and not `{options}`",
                    name,
                    most = MOST,
                    options
                ))),
            }
        }
        Row::Other { how: How::Python } if options.trim().is_empty() => {
            Err(Error::Question(message!(
                "behind `{name}:` stands the address of its scheduler, as in `{name}:tcp://10.0.0.1:8786`",
                name
            )))
        }
        Row::Other { how: How::Python } => Ok(Engine::Dask(options.to_owned())),
    }
}
