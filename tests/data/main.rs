//! Exports: read, recognised, counted.

mod read;
