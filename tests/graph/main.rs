//! The friend graph alone, linked without documents and commands.

mod lists;
mod rare;
