//! Bytes into rows with places.

mod books;
mod find;
mod hostile;
mod lists;
pub mod make;
mod refused;
mod texts;
