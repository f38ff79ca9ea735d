//! What exports say of the keys of a scenario.
