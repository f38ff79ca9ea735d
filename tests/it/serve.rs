//! The local page as a browser sees it, and as somebody sees it who should not.

mod client;
mod edits;
mod guard;
mod keep;
mod numbers;
mod scenarios;
mod wire;
