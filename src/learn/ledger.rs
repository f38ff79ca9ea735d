//! Forecasts on record.
