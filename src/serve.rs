//! The local page: a server for one browser on this machine, which answers what a change of a
//! scenario does.
//!
//! It listens on this machine alone, and answers only who knows the secret of its address
//! ([`guard`]). It keeps the scenario as it is, simulated once, and nothing of those who ask; only
//! one of its routes writes, below the folder of outputs.

mod answer;
mod attention;
mod base;
mod browser;
mod connection;
mod dials;
pub mod guard;
mod handle;
mod keep;
mod listen;
mod lock;
mod page;
mod patience;
mod refused;
mod reply;
mod request;
mod scenario;
mod solve;
mod tab;
pub mod token;
mod tried;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use browser::open as open_browser;

use self::handle::Shared;
use self::listen::Listeners;
use self::tab::Tab;
use self::token::Token;
use crate::diagnostic::{Diagnostics, Message, message};
use crate::locale::Locale;
use crate::run::Error;
use crate::scenario::{Options, of_system};

/// How often is looked whether the server is to end.
const LOOK: Duration = Duration::from_millis(50);
/// So long it waits for what is at work, once it is to end.
const PATIENCE: Duration = Duration::from_millis(600);

/// What is served, and how.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Scenario files, a tab each.
    pub files: Vec<PathBuf>,
    pub options: Options,
    /// The language of the page, where it is not that of the scenario.
    pub locale: Option<Locale>,
    /// The port; `None` where any will do.
    pub port: Option<u16>,
    /// Threads to compute on; `None` for one on each core.
    pub threads: Option<usize>,
}

/// A server that listens already, and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listeners: Listeners,
    shared: Arc<Shared>,
}

impl Server {
    /// Listens. What is wrong with the scenarios is no error: the page tells it, and waits.
    ///
    /// # Errors
    /// The port is taken, or the system gives no threads or random numbers.
    pub fn open(wanted: &Wanted) -> Result<Server, Message> {
        let threads = wanted.threads.unwrap_or(0);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|why| {
            message!("the system gives no threads: {error}", error = why.to_string())
        })?;
        let tab = |path: &PathBuf| Tab::new(path, &wanted.options, wanted.locale);
        let tabs = wanted.files.iter().map(tab).collect();
        let listeners = listen::listen(wanted.port)?;
        let shared = Arc::new(Shared::new(tabs, Token::fresh()?, listeners.port, pool));
        Ok(Server { listeners, shared })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.listeners.port, self.shared.token.as_str())
    }

    /// What is wrong with the scenarios, one after the other.
    pub fn problems(&self) -> Vec<Result<Diagnostics, Error>> {
        let read = |tab: &Tab| match tab.open() {
            Ok(opened) => opened.read.as_ref().err().cloned().map(Ok),
            Err(error) => Some(Err(error)),
        };
        self.shared.tabs.iter().filter_map(read).collect()
    }

    /// Answers until `stopped`; then whatever is at work is left.
    ///
    /// # Errors
    /// The system does not let it listen any more.
    pub fn run(self, stopped: &dyn Fn() -> bool) -> Result<(), Message> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(handle::AT_ONCE)
            .build();
        let fail = |error: io::Error| {
            message!("the page cannot be served: {error}", error = of_system(&error))
        };
        let runtime = runtime.map_err(fail)?;
        let done = runtime.block_on(async {
            for listener in self.listeners.all {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                tokio::spawn(connection::accept(listener, Arc::clone(&self.shared)));
            }
            while !stopped() {
                tokio::time::sleep(LOOK).await;
            }
            Ok(())
        });
        self.shared.ending.give();
        runtime.shutdown_timeout(PATIENCE);
        done.map_err(fail)
    }
}
