//! How good a forecast was, once the outcome is known.
