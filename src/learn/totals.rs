//! What totals say of all inputs together.
