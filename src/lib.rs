//! What does a brand's community on social networks reach and return, and how sure are we?
//!
//! Somebody asks a brand a question on its page. The answer is read by the asker, and by the
//! friends into whose feeds it falls. `reachsim` counts these second-order contacts, the different
//! people behind them and how often they were met, in thousands of possible futures at once, and
//! says with what probability anything is exceeded.
//!
//! # As a library
//!
//! The program is a thin layer over this crate: every question that its commands ask is one call.
//!
//! ```
//! # let here = std::env::temp_dir().join("reachsim-as-a-library");
//! # std::fs::create_dir_all(&here)?;
//! # std::env::set_current_dir(&here)?;
//! # std::fs::write("page.toml", r#"
//! #     title = "Our page"
//! #     simulation.trials = "2k"
//! #     market.people = "2M"
//! #     [community.page]
//! #     platform = "facebook"
//! #     followers = "40k"
//! #     questions.per_day = "5 to 12"
//! # "#)?;
//! let run = reachsim::run("page.toml")?;
//! let reach = run.summary().metric("reach_second").ok_or("not measured")?;
//! let [low, high] = ["p05", "p95"].map(|id| reach.percentile(id).value);
//! println!("{:.0} ± {:.0} people on average", reach.mean.value, reach.mean.se);
//! println!("{low:.0} to {high:.0} in 9 of 10 futures");
//! run.write("out")?;
//! # assert!(low < reach.mean.value && reach.mean.value < high);
//! # assert!(std::path::Path::new("out/report.html").exists());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Case`] is a scenario that was understood, and what studies ask; [`Run`] a run of it with all
//! of its trials, which [`Frame`] gives to Polars. [`guide::studies`] and [`guide::graph`] have
//! further examples.
//!
//! # One sentence
//!
//! text → [`Scenario`](scenario) → [`Model`](model) → [`Trials`](trials) → [`Summary`](summary) →
//! [files](output).
//!
//! ```text
//! scenario::load(path, sets)    what the user wrote, every value with its place; all problems
//! model::lower(scenario)        every name resolved, every default filled in: right in form
//! engine::run(model, plan, ..)  pure, parallel, infallible, the same bits on any number of threads
//! Summary::of(model, trials)    every statistic with its standard error
//! output::write(report, ..)     charts, tables and documents; all or nothing
//! ```
//!
//! # The house
//!
//! Each module may use those that stand above it, and none below; a test reads this list and the
//! sources.
//!
//! ```house
//! units       what a number measures and which numbers are possible
//! digits      digits in groups and in hexadecimal, numbers without the digits of rounding
//! watch       who follows long work, and may end it
//! locale      the languages of answers and documents
//! colour      how well colours can be read, and told apart
//! diagnostic  what is wrong with an input, where, and what to do about it
//! normal      the standard normal distribution
//! chance      a probability with both its sides
//! root        roots of increasing functions
//! elementary  exp and log without branches, what Stirling's formula leaves out
//! incomplete  the distribution functions of gamma, beta and Student's t
//! algebra     symmetric matrices: eigenvalues, and the solution of equations
//! estimate    a number with its Monte Carlo error
//! formula     expressions over named numbers: what a file may compute of its own
//! rng         addressed streams of random numbers
//! draw        gamma, Poisson, negative binomial and binomial variates; totals divided among weeks
//! dist        the table of distributions of uncertain inputs, by their quantile functions
//! design      coordinates of the inputs: Latin hypercubes, scrambled nets, correlation
//! reach       how many different people, and how often: the arithmetic of the negative binomial
//! graph       friend graphs: loaded, synthetic, implicit; reach and cascades on them
//! metric      METRICS: everything that a run measures
//! scenario    KEYS: everything that a file may say; reading it
//! model       what the program believes
//! trials      one column a metric and an input; sums and sketches of more than memory holds
//! engine      one future after the other: the only parallel code
//! summary     from trials to statistics
//! study       questions to a model: comparisons, sweeps, drivers, goals, what knowing is worth
//! data        exports of networks, desks and customer systems: read, recognised, counted
//! learn       what a brand's own data tell a scenario, and how well its forecasts held
//! output      screen, charts, tables, documents
//! run         cases and runs at hand: loaded, simulated, kept, asked, written
//! serve       the local page: its guard, its routes, its answers
//! cli         one file for each command
//! guide       chapters: the model, its founding texts, trust, graphs, studies, checks, additions
//! ```
//!
//! # Words
//!
//! - *Future*, *trial*: one way in which all weeks may go. Readers are told of futures, code of
//!   trials.
//! - *Block*: 1,000 trials that are a design of their own.
//! - *Coordinate*: the number between 0 and 1 from which an input of one trial follows.
//! - *Component*: a stochastic step of a week, such as who asks or who sees it.
//! - *Stream*: the random numbers of one component, addressed so that no other draw shifts them.
//! - *Noise*: whatever is drawn from streams; at the medians it is replaced by its expectation.
//! - *Terminal count*: one on which no later week depends, drawn once a trial.
//! - *Contact*: a friend who could see a message, counted as often as he could.
//! - *Impression*: a message that came before somebody's eyes, counted each time.
//! - *First order*: followers, whom the brand's own posts reach; *second order*: the friends of
//!   those who write on its page.
//! - *Pool*: the people among whom impressions fall; a *hit* is one that fell on somebody of it.
//! - *Reach*: the different people who were hit at least once; `two_plus`, at least twice.
//! - *Heterogeneity* (k): how unequally often people are met; the shape of a gamma distribution.
//! - *Cascade*: a message that friends share with their friends, generation after generation.
//! - *Coin*: a yes or no on a graph, as a function of its address: who sees, tells or belongs.
//! - *Crowd*: all roles of the members of a community, taken together.
//! - *Case*: a scenario with what the program made of it; *run*: a case that was simulated;
//!   *report*: a run in a language, of which documents are made.
//!
//! # Invariants
//!
//! 1. Only `cli`, `serve`, `run`, `output` and the loader of `scenario` touch files, clock or
//!    terminal.
//! 2. After [`model::lower`] succeeded nothing can fail: the engine knows no error.
//! 3. Every uncertain input owns one coordinate in (0, 1), pushed through its quantile function,
//!    and every draw of process noise has an address of its own: (seed, component, community, week,
//!    trial). So adding an input or a community moves no other number, nor does a week but for
//!    counts that are drawn once a horizon (`engine/terminal.rs`); one trial can be replayed alone,
//!    and the number of threads changes no digit.
//! 4. Trials come in blocks of 1,000, each an independently randomised design: the standard error
//!    of every statistic, percentiles too, comes from its values on the blocks, and N blocks are
//!    the first N of 2N.
//! 5. Platforms are data (`scenario/presets.toml`); no code knows a network's name.
//! 6. Sums of doubles are taken in an order that no scheduler decides.

pub mod guide;
#[doc(hidden)]
pub mod output;
#[doc(hidden)]
pub mod run;
#[doc(hidden)]
pub mod serve;

pub use output::{Case, Frame, Run};
#[doc(no_inline)]
pub use reachsim_core::{
    design, diagnostic, estimate, graph, locale, metric, model, scenario, study, summary, trials,
    watch,
};
// What only the program, its tests and its benches need.
#[doc(hidden)]
pub use reachsim_core::{colour, digits, dist, draw, engine, formula, normal, reach, rng, units};
#[doc(hidden)]
pub use reachsim_data as data;
#[doc(hidden)]
pub use reachsim_learn as learn;
pub use run::{Error, run};
