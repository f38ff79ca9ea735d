//! How a command ends: its exit code, and what it says where it failed.

use std::process::ExitCode;

use super::{Failure, terminal};
use reachsim::diagnostic::{Numeral, message};
use reachsim::locale::Locale;
use reachsim::output::format::Format as _;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit(u8);

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.0)
    }
}

impl Exit {
    pub const DONE: Exit = Exit(0);

    pub const fn code(self) -> u8 {
        self.0
    }

    /// Tells why a command failed.
    pub fn telling(failure: Failure) -> Exit {
        match failure {
            Failure::Target => Exit(1),
            Failure::Input(problems) => {
                terminal::complain(&problems);
                Exit(2)
            }
            Failure::Usage(message) => {
                terminal::error(&message);
                Exit(2)
            }
            Failure::World(message) => {
                terminal::error(&message);
                Exit(3)
            }
            Failure::Paused { done, all } => {
                let number =
                    |count: u64| Numeral(Locale::default().number(count as f64, Some(0.0)));
                terminal::remark(&message!(
                    "stopped after {done} of {all} futures: the same command with --resume goes on from there",
                    done = number(done),
                    all = number(all)
                ));
                Exit::telling(Failure::Interrupted)
            }
            Failure::Interrupted => {
                terminal::error(&message!(
                    "interrupted; the files of earlier runs are as they were"
                ));
                Exit(130)
            }
        }
    }
}
