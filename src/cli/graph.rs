//! `reachsim graph`: second-order reach on an explicit friend graph.

mod askers;
mod choosing;
mod flags;
mod input;
mod keeping;
mod law;
mod numbers;
mod too_much;
mod wanted;

pub use flags::Args;
use flags::Which;
use too_much::too_much;

use super::study;
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, load, terminal};

use std::path::Path;

use reachsim::graph::asked::Posts;
use reachsim::graph::feed::Feed;
use reachsim::graph::message::{self, Message};
use reachsim::graph::survey::{Question, Survey};
use reachsim::graph::ties::{Ties, Weights};
use reachsim::locale::Locale;
use reachsim::output::choice::Chosen;
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::graph::{Findings, Settings};
use reachsim::output::screen::studies::Depth as Detail;
use reachsim::output::{self, Answer, json, pictures, screen, tidy};
use reachsim::run::fleet::Wanted;
use serde_json::Value;

/// Name of its answer.
const ID: &str = "graph";
/// Share of the friends who see a post where nobody says so.
const VISIBILITY: f64 = 0.075;
/// Standard error of the reach at which it is enough where nobody says so.
const PRECISION: f64 = 0.001;

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    args.out.iter().try_for_each(|folder| expect_room(folder, Holding::Study(ID)))?;
    let found = load::with_threads(global.threads, || {
        let bar = Bar::of(global, Counted::Steps);
        let found = find(args, global, &bar);
        watch::check()?;
        found
    })??;
    let mut answer = found.answer(args.out.is_some(), global);
    if let Some(folder) = &args.out {
        output::write_study(&answer, &found.provenance(), folder, &watch::interrupted)?;
        answer.text.push_str(&screen::studies::files(
            global.locale.first().unwrap_or(Locale::En),
            &folder.display().to_string(),
        ));
    }
    study::print(args.format, &answer)
}

/// What was found.
enum Found {
    Survey(Box<Findings>),
    Choice(Box<Chosen>),
}

impl Found {
    /// As it is answered; pictures only where they are wanted.
    fn answer(&self, is_drawn: bool, global: Global) -> Answer {
        let depth = if global.verbose { Detail::Verbose } else { Detail::Plain };
        match self {
            Found::Survey(found) => Answer {
                id: ID,
                text: screen::graph::graph(found, depth),
                document: json::graph::graph(found),
                rows: tidy::graph(found),
                pictures: if is_drawn { pictures::graph::pictures(found) } else { Vec::new() },
            },
            Found::Choice(chosen) => Answer {
                id: ID,
                text: screen::choice::choice(chosen, depth),
                document: json::choice::choice(chosen),
                rows: tidy::choice(chosen),
                pictures: if is_drawn { pictures::choice::pictures(chosen) } else { Vec::new() },
            },
        }
    }

    fn provenance(&self) -> Value {
        match self {
            Found::Survey(found) => found.provenance(),
            Found::Choice(chosen) => chosen.provenance(),
        }
    }
}

/// Reads or makes the network, and measures everything, or chooses whom to win.
fn find(args: &Args, global: Global, bar: &Bar) -> Result<Found, Failure> {
    let (network, name) = match (&args.edges, &args.synthetic) {
        (Some(path), _) => {
            args.keep.iter().try_for_each(|kept| keeping::expect_room(kept))?;
            let listed = input::list(path, args, bar)?;
            args.keep.iter().try_for_each(|kept| keeping::keep(kept, &listed.0))?;
            listed
        }
        (None, name) => input::synthetic(args, name.as_deref().unwrap_or_default())?,
    };
    watch::check()?;
    let tie = network.tied().map(Ties::tie).unwrap_or_default();
    input::expect_plain(args, tie)?;
    let feed = Feed {
        visibility: match tie.weights {
            Some(Weights::Chance) => 1.0,
            _ => args.visibility.unwrap_or(VISIBILITY),
        },
        reshare: args.reshare,
        depth: args.depth.0,
        activity: args.activity,
    };
    if args.choosing.choose.is_some() {
        args.fleet.expect_none("--choose")?;
        let chosen = choosing::chosen(args, global, (&network, name), feed, bar)?;
        return Ok(Found::Choice(Box::new(chosen)));
    }
    let (posts, asked) = input::posts(args, &network, bar)?;
    watch::check()?;
    let precision = args.precision.unwrap_or(PRECISION);
    let wanted = || Wanted { network: network.clone(), posts: posts.clone() };
    let outputs = args.out.as_deref().unwrap_or(Path::new("."));
    let survey = args.fleet.network(wanted, (outputs, bar), global, |watch| {
        let found = if let (Posts::Given(given), Which::One) = (&posts, args.message) {
            let authors = given.iter().map(|(person, _)| *person).collect();
            let message = Message { authors, feed, seed: args.seed, precision };
            message::survey(&network, &message, watch)
        } else {
            let question = Question { posts: posts.clone(), feed, seed: args.seed, precision };
            Survey::of(&network, &question, watch)
        };
        found.map_err(too_much)
    })?;
    let hash = args.edges.as_ref().and(network.fingerprint());
    let settings = Settings {
        columns: terminal::page(),
        locale: global.locale.first().unwrap_or(Locale::En),
        network: name,
        hash: hash.map(|hash| format!("{hash:016x}")),
        tie,
        capped: network.tied().map_or(0, |ties| ties.capped(feed.visibility)),
        asked,
        feed,
        seed: args.seed,
        is_precise: args.precision.is_some(),
    };
    Ok(Found::Survey(Box::new(Findings { settings, survey })))
}
