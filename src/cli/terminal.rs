//! Everything that is printed goes through here, and nothing that could command a terminal: names
//! and texts may come from anybody.

use std::io::{ErrorKind, IsTerminal, Write};

use terminal_size::{Width, terminal_size};

use super::Failure;
use super::global::When;
use reachsim::diagnostic::{Diagnostics, Style, visible};
use reachsim::output::screen::layout::{WIDEST, WIDTH, hanging, narrowed};

/// Decides on colours once for both streams.
pub fn colour(when: When) {
    let choice = match when {
        When::Auto => anstream::ColorChoice::Auto,
        When::Always => anstream::ColorChoice::Always,
        When::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// A result, on standard output. A reader who closed the pipe has seen enough: that is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    let (text, end) = (visible(text), if text.ends_with('\n') { "" } else { "\n" });
    let mut out = anstream::stdout().lock();
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::World(format!("cannot write the result: {error}")))
        }
        _ => Ok(()),
    }
}

/// An answer for people, on standard output: in a terminal that is narrower than a page its lines
/// break where the terminal ends.
pub fn show(text: &str) -> Result<(), Failure> {
    match columns(&std::io::stdout()).filter(|columns| *columns < WIDTH) {
        Some(columns) => print(&narrowed(&visible(text), columns)),
        None => print(text),
    }
}

/// Columns of a page on standard output: as many as a terminal has, within reason.
pub fn page() -> usize {
    columns(&std::io::stdout()).unwrap_or(WIDTH).clamp(WIDTH, WIDEST)
}

/// Columns of a terminal; `None` where there is none.
pub fn columns(stream: &impl IsTerminal) -> Option<usize> {
    let stated = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0);
    let found = || terminal_size().map(|(Width(columns), _)| usize::from(columns));
    stream.is_terminal().then(|| stated().or_else(found)).flatten()
}

/// One JSON document, on standard output.
pub fn print_json(document: &serde_json::Value) -> Result<(), Failure> {
    let text = format!("{document:#}");
    // In JSON these can only stand inside of strings.
    let escape = |c: char| {
        if c.is_control() && c != '\n' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }
    };
    print(&text.chars().map(escape).collect::<String>())
}

/// A remark beside the result, on standard error. Whoever closed it does not want to know.
pub fn remark(text: &str) {
    write_remark(&visible(text));
}

/// A question beside the result, on standard error: the answer stands on the same line.
pub fn prompt(text: &str) {
    let mut err = anstream::stderr().lock();
    let _ = write!(err, "{}", visible(text)).and_then(|()| err.flush());
}

/// An error that has no place in a file.
pub fn error(message: &str) {
    let (red, reset) = ("\u{1b}[1;31m", "\u{1b}[0m");
    write_remark(&format!("{red}error{reset}: {}", visible(message)));
}

/// Problems and warnings with their places. The stream strips colours where nobody would see them.
pub fn complain(problems: &Diagnostics) {
    write_remark(problems.render(Style::Coloured).trim_end());
}

fn write_remark(text: &str) {
    let columns = columns(&std::io::stderr());
    let text = columns.map_or_else(|| text.to_owned(), |columns| hanging(text, columns));
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}
