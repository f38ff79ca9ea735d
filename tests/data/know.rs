//! Exports of every kind, with the traps of each, as rows and receipts.

mod audiences;
mod days;
mod figures;
mod leads;
mod make;
mod makes;
mod messages;
mod posts;
mod receipts;
mod tickets;
