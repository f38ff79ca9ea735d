//! `reachsim schema`.

use super::{Failure, terminal};
use reachsim::scenario;

pub fn run() -> Result<(), Failure> {
    terminal::print_json(&scenario::schema())
}
