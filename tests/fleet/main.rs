//! One binary for all tests of work that many machines share. It links nothing of the library: what
//! it looks at is the program, with daemons that it starts and ends.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test, at its line")]

mod daemons;
mod dask;
mod graphs;
mod hyperqueue;
mod runs;
mod slurm;
mod studies;
mod support;
