//! Why a command ends without a result, and what it says of it.

use reachsim::diagnostic::{Diagnostics, Message, message};
use reachsim::output::WriteError;
use reachsim::output::shards::Unmergeable;
use reachsim::output::store::Unopened;
use reachsim::run::{Error, Unkept};

/// Why a command ended without a result.
#[derive(Debug)]
pub enum Failure {
    /// Exit 1: a target was missed, or a check failed; what is to be said was said.
    Target,
    /// Exit 2: what the user gave cannot be used.
    Input(Diagnostics),
    /// Exit 2: the same about the command line itself.
    Usage(Message),
    /// Exit 3: the disk, a pipe or the system failed.
    World(Message),
    /// Exit 130: the user pressed Ctrl-C.
    Interrupted,
    /// Exit 130: the user pressed Ctrl-C, and can go on.
    Paused { done: u64, all: u64 },
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Failure {
        Error::from(error).into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Input(problems) => Failure::Input(problems),
            Error::Question(message) => Failure::Usage(message),
            Error::World(message) => Failure::World(message),
            Error::Unkept(why) => Failure::unkept(&why),
            Error::Unmergeable(Unmergeable::Folder(folder, why)) => {
                Failure::unkept(&Unkept::Unopened(folder, why))
            }
            Error::Unmergeable(why) => Failure::Usage(why.message()),
            Error::Stopped => Failure::Interrupted,
        }
    }
}

impl From<Unkept> for Failure {
    fn from(why: Unkept) -> Failure {
        Error::from(why).into()
    }
}

impl Failure {
    /// Why a long run does not go on, with the way out.
    fn unkept(why: &Unkept) -> Failure {
        let told = why.message();
        let way_out = match why {
            Unkept::Damaged(_) => message!("to begin anew, remove the folder"),
            Unkept::Other(_) => message!("write elsewhere with --out, or remove the folder"),
            Unkept::Unfinished(_) => {
                message!("--resume goes on with it; to begin anew, remove the folder")
            }
            Unkept::Unopened(_, Unopened::Missing) => {
                message!("`reachsim run FILE --shard 1/4 --out DIR` writes one")
            }
            Unkept::Unopened(_, Unopened::Damaged) => message!("run it again"),
            Unkept::Unopened(_, Unopened::Busy) => {
                return Failure::World(message!(
                    "{told}: wait for its end, or write elsewhere with --out",
                    told
                ));
            }
            Unkept::Full(folder, _) => {
                return Failure::World(message!(
                    "{told}: make room and go on with --resume, or remove `{folder}`, which takes room, too",
                    told,
                    folder = folder.display()
                ));
            }
            Unkept::Unopened(_, Unopened::World(_)) => {
                return Failure::World(told);
            }
            &Unkept::Paused { done, all } => return Failure::Paused { done, all },
            Unkept::Stopped => return Failure::Interrupted,
        };
        Failure::Usage(Message::joined([told, way_out], ": "))
    }
}
