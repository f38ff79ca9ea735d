//! Exports of every kind, with the traps of each, as rows and receipts.

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
