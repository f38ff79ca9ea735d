//! Everything that is printed goes through here, and nothing that could command a terminal: names
//! and texts may come from anybody.

use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use terminal_size::{Width, terminal_size};

use super::Failure;
use super::global::When;
use super::kept::{self, Kept};
use reachsim::diagnostic::{Diagnostics, Message, Style, message, visible};
use reachsim::locale::Locale;
use reachsim::output::screen::layout::{WIDEST, WIDTH, hanging, narrowed};
use reachsim::output::words::Words;
use reachsim::scenario;
use reachsim::scenario::of_system;

/// Decides on colours once for both streams.
pub fn colour(when: When) {
    let choice = match when {
        When::Auto => anstream::ColorChoice::Auto,
        When::Always => anstream::ColorChoice::Always,
        When::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// The language of remarks and errors: the one that the command line names, and else that of the
/// scenario at hand.
static ASKED: AtomicUsize = AtomicUsize::new(usize::MAX);
static AT_HAND: AtomicUsize = AtomicUsize::new(0);

/// Takes the language that the command line names.
pub fn speak(asked: Option<Locale>) {
    ASKED.store(asked.map_or(usize::MAX, |locale| locale as usize), Ordering::Relaxed);
    AT_HAND.store(0, Ordering::Relaxed);
}

/// Takes the language of a scenario, in which is spoken from now on where the command line names
/// none.
pub fn adopt(locale: Locale) {
    AT_HAND.store(locale as usize, Ordering::Relaxed);
}

/// The language in which is spoken.
pub fn language() -> Locale {
    let asked = Locale::ALL.get(ASKED.load(Ordering::Relaxed));
    asked.copied().unwrap_or_else(|| Locale::ALL[AT_HAND.load(Ordering::Relaxed)])
}

/// A result, on standard output. A reader who closed the pipe has seen enough: that is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    let (text, end) = (visible(text), if text.ends_with('\n') { "" } else { "\n" });
    if kept::with(|kept| kept.text.extend([text.as_ref(), end])) {
        return Ok(());
    }
    let mut out = anstream::stdout().lock();
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::World(message!(
            "cannot write the result: {error}",
            error = of_system(&error)
        ))),
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
    if kept::with(|kept| kept.document = Some(document.clone())) {
        return Ok(());
    }
    let text = format!("{document:#}");
    // In JSON these can only stand inside of strings.
    let escape = |c: char| {
        if c.is_control() && c != '\n' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }
    };
    print(&text.chars().map(escape).collect::<String>())
}

/// What is told to people beside a document that a program keeps.
pub fn beside(text: impl FnOnce() -> String) -> Result<(), Failure> {
    if kept::is_on() { show(&text()) } else { Ok(()) }
}

/// A message in the language that is spoken.
pub fn told(message: &Message) -> String {
    Words::message(language(), message)
}

/// A remark beside the result, on standard error. Whoever closed it does not want to know.
pub fn remark(message: &Message) {
    write_remark(&visible(&told(message)));
}

/// A question beside the result, on standard error: the answer stands on the same line.
pub fn prompt(text: &str) {
    let mut err = anstream::stderr().lock();
    let _ = write!(err, "{}", visible(text)).and_then(|()| err.flush());
}

/// An error that has no place in a file.
pub fn error(message: &Message) {
    error_words(&told(message));
}

/// The same, in words of the language that is spoken.
pub fn error_words(words: &str) {
    let (red, reset) = ("\u{1b}[1;31m", "\u{1b}[0m");
    let error = told(&message!("error"));
    write_remark(&format!("{red}{error}{reset}: {}", visible(words)));
}

/// Problems and warnings with their places, in the language of their scenario. The stream strips
/// colours where nobody would see them.
pub fn complain(problems: &Diagnostics) {
    scenario::spoken(problems).into_iter().for_each(adopt);
    write_remark(language().problems(problems, Style::Coloured).trim_end());
}

fn write_remark(text: &str) {
    let plain = |kept: &mut Kept| {
        kept.remarks.push_str(&anstream::adapter::strip_str(text).to_string());
        kept.remarks.push('\n');
    };
    if kept::with(plain) {
        return;
    }
    let columns = columns(&std::io::stderr());
    let text = columns.map_or_else(|| text.to_owned(), |columns| hanging(text, columns));
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}
