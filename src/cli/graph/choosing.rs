//! Whom the flags of `reachsim graph --choose` mean, and the choice.

use std::path::Path;
use std::sync::Arc;

use super::flags::Args;
use super::too_much::too_much;
use super::wanted::MOST;
use crate::cli::watch::{self, Bar};
use crate::cli::{Failure, Global, load, terminal};
use reachsim::diagnostic::{Code, Diagnostic, Diagnostics, message, visible};
use reachsim::graph::Graph;
use reachsim::graph::census::Degrees;
use reachsim::graph::choose::wish::{Prices, Wish};
use reachsim::graph::choose::{choose, listed};
use reachsim::graph::coins::Coins;
use reachsim::graph::feed::Feed;
use reachsim::graph::followers::{Crowd, MOST_GROWN, grown};
use reachsim::graph::index_set::IndexSet;
use reachsim::graph::names::{Finder, Name};
use reachsim::graph::network::Network;
use reachsim::graph::survey::TooMuch;
use reachsim::graph::ties::Ties;
use reachsim::locale::Locale;
use reachsim::output::choice::Chosen;
use reachsim::scenario::of_system;

/// Standard error of the spread at which it is enough where nobody says so.
const PRECISION: f64 = 0.005;
/// Among more people a message that grows at each of more than so many steps is refused.
const LARGE: u64 = 1 << 25;
const DEEP: u32 = 3;

/// Everybody's name.
pub struct Called<'n> {
    network: &'n Network,
    /// Where people have names of their own.
    finder: Option<Finder<'n>>,
}

impl<'n> Called<'n> {
    pub fn of(network: &'n Network, is_listed: bool) -> Called<'n> {
        let finder = network.list().filter(|_| is_listed).map(|graph| graph.finder());
        Called { network, finder }
    }

    pub fn find(&self, name: &str) -> Option<u64> {
        match (&self.finder, Name::of(name)) {
            (Some(finder), name) => finder.find(name),
            (None, Name::Number(person)) => {
                Some(person).filter(|person| *person < self.network.people())
            }
            (None, Name::Word(_)) => None,
        }
    }

    pub fn name(&self, person: u64) -> String {
        let graph = self.network.list().filter(|_| self.finder.is_some());
        graph.map_or_else(|| person.to_string(), |graph| graph.called(person))
    }
}

/// Chooses whom to win.
pub fn chosen(
    args: &Args,
    global: Global,
    (network, name): (&Network, String),
    feed: Feed,
    bar: &Bar,
) -> Result<Chosen, Failure> {
    let degrees = Degrees::of(network);
    let grows = feed.reproduction(degrees.others()) >= 1.0 && feed.depth() > DEEP;
    if grows && network.people() > LARGE {
        return Err(too_much(TooMuch::Endless { people: network.people() }));
    }
    let called = Called::of(network, args.edges.is_some());
    let (wish, candidates) = wish(args, network, &called, feed, bar)?;
    watch::check()?;
    let choice = choose(network, &wish, bar);
    watch::check()?;
    let hash = args.edges.as_ref().and(network.fingerprint());
    let people = network.people();
    Ok(Chosen {
        locale: global.locale.first().unwrap_or(Locale::En),
        columns: terminal::page(),
        network: name,
        hash: hash.map(|hash| format!("{hash:016x}")),
        tie: network.tied().map(Ties::tie).unwrap_or_default(),
        capped: network.tied().map_or(0, |ties| ties.capped(feed.visibility)),
        feed,
        seed: args.seed,
        people,
        friendships: network.ties(),
        mean_friends: network.ends() as f64 / people as f64,
        candidates,
        given: wish.given.len(),
        budget: wish.prices.as_ref().map(|prices| prices.budget),
        ratio: wish.ratio,
        precision: wish.precision,
        is_precise: args.precision.is_some(),
        names: choice.people.iter().map(|won| called.name(won.person)).collect(),
        choice,
    })
}

/// Whom to win, and among how many.
pub fn wish(
    args: &Args,
    network: &Network,
    called: &Called,
    feed: Feed,
    bar: &Bar,
) -> Result<(Wish, u64), Failure> {
    let most = args.choosing.choose.flatten();
    let given = match &args.choosing.given {
        Some(text) => people("--given", text, called)?,
        None => Vec::new(),
    };
    let candidates = candidates(args, network, called, bar)?;
    let prices = prices(args, called)?;
    if most.is_none() && prices.is_none() {
        return Err(Failure::Usage(message!(
            "--choose says how many people to win, as in --choose 10, unless a --budget with --costs does"
        )));
    }
    let mut wish = Wish {
        feed,
        candidates,
        given,
        most: most.unwrap_or(MOST),
        prices,
        ratio: args.choosing.ratio,
        precision: args.precision.unwrap_or(PRECISION),
        seed: args.seed,
    };
    let count = wish.candidate_count(network.people());
    if count == 0 {
        return Err(Failure::Usage(message!(
            "--choose finds nobody who may be won: all are given"
        )));
    }
    if let Some(prices) = &wish.prices {
        wish.most = wish.most.min(count);
        let cheapest = prices.of.iter().map(|(_, price)| *price).fold(f64::INFINITY, f64::min);
        if prices.budget < cheapest {
            return Err(Failure::Usage(message!(
                "--budget is {budget}, but nobody costs less than {cheapest}",
                budget = prices.budget,
                cheapest
            )));
        }
    } else if let Some(most) = most.filter(|most| *most > count) {
        return Err(Failure::Usage(message!(
            "--choose is {most}, but there are {count} people who may be won",
            most,
            count
        )));
    }
    Ok((wish, count))
}

/// Who may be won.
fn candidates(
    args: &Args,
    network: &Network,
    called: &Called,
    bar: &Bar,
) -> Result<Crowd, Failure> {
    if let Some(text) = &args.choosing.among {
        let mut members = IndexSet::default();
        for person in people("--among", text, called)? {
            members.place(person);
        }
        return Ok(Crowd::Members(Arc::new(members)));
    }
    let people = network.people();
    let Some(followers) = args.followers else { return Ok(Crowd::Everybody) };
    if followers > people {
        return Err(Failure::Usage(message!(
            "--followers is {followers}, but there are {people} people",
            followers,
            people
        )));
    }
    match args.homophily.unwrap_or(0.0) {
        homophily if homophily > 0.0 && followers > MOST_GROWN => Err(Failure::Usage(message!(
            "--followers is {count}, but with --homophily they are found one after the other, at most {most} of them: leave out --homophily, or ask for fewer",
            count = followers,
            most = MOST_GROWN
        ))),
        homophily if homophily > 0.0 => {
            Ok(grown(network, followers, homophily, Coins::new(args.seed, "followers"), bar))
        }
        _ => Ok(Crowd::Random(followers)),
    }
}

/// The text of a file.
fn text(flag: &str, path: &Path) -> Result<String, Failure> {
    load::text(path).map_err(|error| {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => Code::FileMissing,
            _ => Code::FileUnreadable,
        };
        let message = message!(
            "{flag} names `{path}`, which cannot be read: {error}",
            flag,
            path = visible(&path.display().to_string()),
            error = of_system(&error)
        );
        Failure::Input(Diagnostics::new(Vec::new(), vec![Diagnostic::new(code, message)]))
    })
}

/// People by their names, or by a file of them.
fn people(flag: &str, given: &str, called: &Called) -> Result<Vec<u64>, Failure> {
    let find = |word: &str| called.find(word);
    let words: Vec<&str> = given.split(',').map(str::trim).collect();
    if !Path::new(given).is_file() {
        if let Some(unknown) = words.iter().find(|word| find(word).is_none()) {
            return Err(Failure::Usage(message!(
                "{flag} names `{name}`: nobody in this network is called so, and there is no such file",
                flag,
                name = visible(unknown)
            )));
        }
        let mut people: Vec<u64> = words.iter().filter_map(|word| find(word)).collect();
        people.sort_unstable();
        people.dedup();
        return Ok(people);
    }
    let text = text(flag, Path::new(given))?;
    listed::people(given, &text, &find).map_err(Failure::Input)
}

/// What people cost.
fn prices(args: &Args, called: &Called) -> Result<Option<Prices>, Failure> {
    let (Some(path), Some(budget)) = (&args.choosing.costs, args.choosing.budget) else {
        return Ok(None);
    };
    let text = text("--costs", path)?;
    let name = path.display().to_string();
    let of = listed::prices(&name, &text, &|word| called.find(word)).map_err(Failure::Input)?;
    Ok(Some(Prices { of, budget }))
}
