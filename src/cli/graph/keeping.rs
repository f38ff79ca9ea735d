//! Keeping what was read of a list.

use std::path::Path;

use crate::cli::Failure;
use reachsim::diagnostic::{message, visible};
use reachsim::graph::kept;
use reachsim::graph::network::Network;
use reachsim::scenario::of_system;

/// The ending of such a file.
const ENDING: &str = "graph";

/// Refuses a file that is no kept list, before anything is read.
pub fn expect_room(path: &Path) -> Result<(), Failure> {
    let shown = path.display().to_string();
    let file = visible(&shown);
    if path.extension().is_none_or(|ending| ending != ENDING) {
        return Err(Failure::Usage(message!(
            "--keep `{file}` does not end in .graph, as in --keep friends.graph",
            file
        )));
    }
    match kept::is_foreign(path) {
        Ok(false) => Ok(()),
        Ok(true) => Err(Failure::Usage(message!(
            "--keep `{file}` is a file that this program did not keep, and it is not overwritten: give another name",
            file
        ))),
        Err(error) => Err(unwritten(&shown, &error)),
    }
}

/// Writes it.
pub fn keep(path: &Path, network: &Network) -> Result<(), Failure> {
    kept::keep(path, network).map_err(|error| unwritten(&path.display().to_string(), &error))
}

fn unwritten(file: &str, error: &std::io::Error) -> Failure {
    Failure::World(message!(
        "--keep `{file}` cannot be written: {error}",
        file = visible(file),
        error = of_system(error)
    ))
}
