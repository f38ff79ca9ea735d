//! Exports of every kind, with the traps of each, as rows and receipts.

#![allow(clippy::format_push_string, reason = "a fixture is written line by line")]

mod audiences;
mod cells;
mod days;
mod faults;
mod figures;
mod hostile;
mod leads;
mod make;
mod makes;
mod messages;
mod own;
mod personal;
mod posts;
mod receipts;
mod tickets;
