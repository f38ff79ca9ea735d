//! The progress of long work, and its end by Ctrl-C.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{
    HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle,
};

use super::{Failure, Global, terminal};
use reachsim::diagnostic::{Message, Numeral, message};
use reachsim::engine::Watch;
use reachsim::output::screen::layout::WIDTH;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// Work shorter than this is not worth a bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// Columns from which a line has room for every figure, and for a bar at all.
const WIDE: usize = 76;
const NARROW: usize = 16;

/// Leaves Ctrl-C what it is: the program ends at once.
static LEFT_ALONE: AtomicBool = AtomicBool::new(false);

/// From now on the program ends at once by Ctrl-C, whatever the commands want: it is carried out by
/// another program, which ends work by [`interrupt`].
pub fn leave_interrupts() {
    LEFT_ALONE.store(true, Ordering::Relaxed);
}

/// Ends the work at the next safe place, or takes that back before the next work begins.
pub fn interrupt(is_wanted: bool) {
    INTERRUPTED.store(is_wanted, Ordering::Relaxed);
}

/// Who is told of all progress: how many steps are done, of how many.
pub type Follower = Box<dyn FnMut(u64, u64) + Send>;

static FOLLOWER: Mutex<Option<Follower>> = Mutex::new(None);

/// From now on somebody is told of all progress, or nobody.
pub fn follow(follower: Option<Follower>) {
    *FOLLOWER.lock().unwrap_or_else(PoisonError::into_inner) = follower;
}

/// From now on Ctrl-C ends the work at the next safe place; pressed again, at once.
pub fn obey_interrupts() {
    if LEFT_ALONE.load(Ordering::Relaxed) {
        return;
    }
    // Where no handler can be set, Ctrl-C ends the program at once, which leaves no half-written
    // file either.
    let _ = ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
}

/// Whether the user wants to end.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// The answer to an interrupt, if there was one.
pub fn check() -> Result<(), Failure> {
    if interrupted() { Err(Failure::Interrupted) } else { Ok(()) }
}

/// What a bar counts.
#[derive(Clone, Copy, Debug)]
pub enum Counted {
    Futures,
    Steps,
    WhatIfs,
    Tasks,
}

impl Counted {
    fn counted(self, [done, all]: &[Numeral; 2]) -> Message {
        match self {
            Counted::Futures => message!("{done} of {all} futures", done, all),
            Counted::Steps => message!("{done} of {all} steps", done, all),
            Counted::WhatIfs => message!("{done} of {all} what-ifs", done, all),
            Counted::Tasks => message!("{done} of {all} shards", done, all),
        }
    }
}

/// A time as people tell it.
pub fn lasting(time: Duration) -> Message {
    let told = HumanDuration(time).to_string();
    let (count, unit) = told.split_once(' ').unwrap_or((&told, ""));
    let count: u64 = count.parse().unwrap_or(0);
    let in_units = match unit.trim_end_matches('s') {
        "second" => message!("{count} seconds", count),
        "minute" => message!("{count} minutes", count),
        "hour" => message!("{count} hours", count),
        "day" => message!("{count} days", count),
        "week" => message!("{count} weeks", count),
        "year" => message!("{count} years", count),
        _ => return Message::verbatim(told),
    };
    in_units.worded(told)
}

/// A bar that appears on a terminal when the work takes longer than a second.
pub struct Bar {
    start: Instant,
    total: AtomicU64,
    /// Done by an earlier run with which this one goes on.
    before: AtomicU64,
    done: AtomicU64,
    is_wanted: bool,
    what: Counted,
    shown: OnceLock<ProgressBar>,
}

impl Bar {
    /// A bar that counts futures, or other things.
    pub fn of(global: Global, what: Counted) -> Bar {
        let is_wanted = !global.quiet && std::io::stderr().is_terminal();
        Bar {
            start: Instant::now(),
            total: AtomicU64::new(0),
            before: AtomicU64::new(0),
            done: AtomicU64::new(0),
            is_wanted,
            what,
            shown: OnceLock::new(),
        }
    }

    fn bar(&self) -> &ProgressBar {
        self.shown.get_or_init(|| {
            let bar = ProgressBar::with_draw_target(
                Some(self.total.load(Ordering::Relaxed)),
                ProgressDrawTarget::stderr(),
            )
            .with_elapsed(self.start.elapsed());
            // A line that is broken by the terminal would not be drawn over.
            let columns = terminal::columns(&std::io::stderr()).unwrap_or(WIDTH);
            let template = if columns >= WIDE {
                "{counted} {wide_bar} {pace}"
            } else if columns >= NARROW {
                "{percent} % {wide_bar} {left}"
            } else {
                "{percent} %"
            };
            let style = ProgressStyle::with_template(template)
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let (start, before) = (self.start, self.before.load(Ordering::Relaxed));
            // Over the whole work so far, which moves less than over the last moments.
            let rate = move |state: &ProgressState| {
                state.pos().saturating_sub(before) as f64 / start.elapsed().as_secs_f64()
            };
            let left = move |state: &ProgressState| {
                let steps = state.len().unwrap_or(0).saturating_sub(state.pos()) as f64;
                Duration::try_from_secs_f64(steps / rate(state).max(1e-9)).unwrap_or(Duration::MAX)
            };
            let what = self.what;
            let counted = move |state: &ProgressState, text: &mut dyn std::fmt::Write| {
                let counts = [state.pos(), state.len().unwrap_or(0)]
                    .map(|count| Numeral(HumanCount(count).to_string()));
                let _ = text.write_str(&terminal::told(&what.counted(&counts)));
            };
            let pace = move |state: &ProgressState, text: &mut dyn std::fmt::Write| {
                let rate = Numeral(HumanCount(rate(state) as u64).to_string());
                let left = lasting(left(state));
                let told = message!("{rate} a second, {left} left", rate, left);
                let _ = text.write_str(&terminal::told(&told));
            };
            let short = move |state: &ProgressState, text: &mut dyn std::fmt::Write| {
                let _ = write!(text, "{:#}", HumanDuration(left(state)));
            };
            let style =
                style.with_key("counted", counted).with_key("pace", pace).with_key("left", short);
            bar.set_style(style.progress_chars("━━─"));
            bar
        })
    }
}

impl Watch for Bar {
    fn announce(&self, trials: u64) {
        let total = self.total.fetch_add(trials, Ordering::Relaxed) + trials;
        if let Some(bar) = self.shown.get() {
            bar.set_length(total);
        }
    }

    fn resumed(&self, trials: u64) {
        self.before.fetch_add(trials, Ordering::Relaxed);
        self.done.fetch_add(trials, Ordering::Relaxed);
    }

    fn done(&self, trials: u64) {
        let done = self.done.fetch_add(trials, Ordering::Relaxed) + trials;
        if let Some(follower) = &mut *FOLLOWER.lock().unwrap_or_else(PoisonError::into_inner) {
            follower(done, self.total.load(Ordering::Relaxed));
        }
        if self.is_wanted && self.start.elapsed() > PATIENCE {
            self.bar().set_position(done);
        }
    }

    fn stopped(&self) -> bool {
        interrupted()
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = self.shown.get() {
            bar.finish_and_clear();
        }
    }
}
