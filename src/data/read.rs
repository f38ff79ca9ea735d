//! Files of any make as rows with their places: texts of any encoding and delimiter, workbooks,
//! lists, and archives of them.

mod find;
mod letters;
mod list;
mod open;
mod part;
mod refuse;
mod sniff;
mod split;
mod store;
mod walk;

pub use find::{Found, gather};
pub use open::{File, from_bytes, open};
pub use part::{Form, OwnedRow, Part, Row};
