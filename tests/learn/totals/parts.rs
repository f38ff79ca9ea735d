//! The parts.
