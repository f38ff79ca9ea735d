//! What totals say of all inputs together.

mod bell;
mod page;
mod parts;
mod ranks;
mod toy;
mod twin;
