//! `reachsim serve`: the local page.

use std::path::PathBuf;

use super::flags::Access;
use super::{Failure, Global, terminal, watch};
use reachsim::diagnostic::{Diagnostics, message};
use reachsim::run::Error;
use reachsim::serve::{Server, Wanted, open_browser};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim serve page.toml                   opens the page; Ctrl-C ends it
  reachsim serve page.toml plans/*.toml      several scenarios, a tab each
  reachsim serve page.toml --port 8080       on a port of your choice
  reachsim serve page.toml --no-open         prints the address, opens nothing
  reachsim serve page.toml --print-url &     for scripts: the address and nothing else

The page shows what a change does while you make it. It is there for this machine alone, needs no
network, and reads the files again when you save them in your editor.")]
pub struct Args {
    /// Scenario files, a tab each
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The port on which the page is there [default: one that is free]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Print the address, and open no browser
    #[arg(long)]
    no_open: bool,
    /// Print the address and nothing else, and open no browser
    #[arg(long, conflicts_with = "no_open")]
    print_url: bool,
    #[command(flatten)]
    access: Access,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let wanted = Wanted {
        files: args.files.clone(),
        options: args.access.options(),
        locale: global.locale.first(),
        port: args.port,
        threads: global.threads.map(usize::from),
    };
    let server = Server::open(&wanted).map_err(Failure::World)?;
    read(&server)?;
    watch::obey_interrupts();
    let address = server.address();
    terminal::print(&address)?;
    let speaks = !global.quiet && !args.print_url;
    if !args.no_open && !args.print_url && !open_browser(&address) && speaks {
        terminal::remark(&message!("no browser was found: open the address in one"));
    }
    if speaks {
        terminal::remark(&message!("the page is there until Ctrl-C"));
    }
    server.run(&watch::interrupted).map_err(Failure::World)
}

/// Tells what is wrong with the scenarios. One with mistakes is served, and waits for its file to
/// be mended; one that is not there cannot be.
fn read(server: &Server) -> Result<(), Failure> {
    let mut missing: Option<Diagnostics> = None;
    for found in server.problems() {
        match found {
            Ok(problems) if problems.sources.is_empty() => {
                if let Some(before) = missing.replace(problems) {
                    terminal::complain(&before);
                }
            }
            Ok(problems) => terminal::complain(&problems),
            Err(Error::Input(problems)) => missing = Some(problems),
            Err(other) => return Err(other.into()),
        }
    }
    missing.map_or(Ok(()), |problems| Err(Failure::Input(problems)))
}
