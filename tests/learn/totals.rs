//! What totals say of all inputs together.

mod bell;
mod page;
mod parts;
mod toy;
mod twin;
