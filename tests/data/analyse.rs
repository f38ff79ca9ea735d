//! What happened, on exports that are small enough for a hand, and on some that are not.

mod care;
mod event;
mod groups;
mod make;
mod odd;
mod reach;
mod speed;
mod tasks;
mod tone;
