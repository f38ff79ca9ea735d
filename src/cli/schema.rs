//! `reachsim schema`.

use super::{Failure, terminal};
use crate::scenario;

pub fn run() -> Result<(), Failure> {
    terminal::print_json(&scenario::schema())
}
