//! Files of any make as rows with their places: texts of any encoding and delimiter, workbooks,
//! lists, and archives of them.

mod find;
mod flat;
mod letters;
mod limits;
mod list;
mod open;
mod pack;
mod part;
mod place;
mod refuse;
mod sheet;
mod sniff;
mod split;
mod spread;
mod store;
mod walk;

pub use find::{Found, beside, gather, is_meant_by, or_name_others};
pub use limits::Limits;
pub use open::{File, from_bytes, from_bytes_within, open, open_within};
pub use part::{Form, OwnedRow, Part, Row};
