//! What networks, help desks and customer systems export: read, recognised, cleaned, and told as
//! what happened.
//!
//! ```text
//! read::open(bytes)          texts, tables and lists of any encoding, as rows with their places
//! know::Export::of(files)    rows of six shapes, and a receipt for every file
//! before(export, day)        the same as it could be seen on an earlier day
//! analyse::Analysis::of(..)  figures with intervals, groups, before and after, what is odd
//! ```

pub mod analyse;
mod before;
pub mod fault;
pub mod know;
pub mod measure;
pub mod read;
pub mod shape;

pub use before::before;
