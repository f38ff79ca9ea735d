//! What `reachsim graph` is asked about: the network, and whose posts.

use std::path::Path;

use super::flags::{Args, HowMany, List, Weighing, Which};
use super::{askers, law};
use crate::cli::Failure;
use crate::cli::watch::Bar;
use reachsim::data::read::beside;
use reachsim::diagnostic::{
    Code, Diagnostic, Diagnostics, Message, Source, Span, did_you_mean, message, nearest_of,
};
use reachsim::graph::Graph;
use reachsim::graph::asked::{self, Posts, Total};
use reachsim::graph::coins::Coins;
use reachsim::graph::followers::{Crowd, MOST_GROWN, grown};
use reachsim::graph::law::DegreeLaw;
use reachsim::graph::layout::Form;
use reachsim::graph::network::Network;
use reachsim::graph::read::{self, Reading, Unread};
use reachsim::graph::recipe::{Recipe, Wishes};
use reachsim::graph::ties::{Tie, Weights};
use reachsim::output::graph::Asked;
use reachsim::scenario::of_system;

/// Posts that are asked where nobody says how many, and of how many followers one asks.
const QUESTIONS: f64 = 10_000.0;
const OF_FOLLOWERS: f64 = 0.1;
const PEOPLE: u64 = 1_000_000;
/// Coefficient of variation of the number of friends.
const SPREAD: f64 = 1.06;

/// Whose posts they are.
pub fn posts(args: &Args, network: &Network, bar: &Bar) -> Result<(Posts, Asked), Failure> {
    let people = network.people();
    if let Some(askers) = &args.askers {
        let given = askers::given(askers, network, args.edges.is_some())?;
        let count = given.len() as u64;
        let asked = match args.message {
            Which::Each => Asked::Askers(count),
            Which::One => Asked::Together(count),
        };
        return Ok((Posts::Given(given), asked));
    }
    let followers = args.followers.unwrap_or(people);
    if followers > people {
        return Err(Failure::Usage(message!(
            "--followers is {followers}, but there are {people} people",
            followers,
            people
        )));
    }
    let homophily = args.homophily.unwrap_or(0.0);
    let crowd = match args.followers {
        None => Crowd::Everybody,
        Some(count) if homophily > 0.0 && count > MOST_GROWN => {
            return Err(Failure::Usage(message!(
                "--followers is {count}, but with --homophily they are found one after the other, at most {most} of them: leave out --homophily, or ask for fewer",
                count,
                most = MOST_GROWN
            )));
        }
        Some(count) if homophily > 0.0 => {
            grown(network, count, homophily, Coins::new(args.seed, "followers"), bar)
        }
        Some(count) => Crowd::Random(count),
    };
    let questions =
        args.questions.unwrap_or_else(|| QUESTIONS.min((OF_FOLLOWERS * followers as f64).ceil()));
    let is_fixed = args.posts == HowMany::Fixed;
    if is_fixed && questions.fract() != 0.0 {
        return Err(Failure::Usage(message!(
            "--questions is {questions}, but with --posts fixed it is a whole number",
            questions
        )));
    }
    let total = if is_fixed { Total::Fixed } else { Total::Poisson };
    let asked = asked::Asked { posts: questions, total, skew: args.skew };
    Ok((
        Posts::Sampled { crowd, asked },
        Asked::Questions {
            questions,
            is_fixed,
            skew: args.skew,
            followers: args.followers,
            homophily,
        },
    ))
}

/// A synthetic network of this name.
pub fn synthetic(args: &Args, name: &str) -> Result<(Network, String), Failure> {
    let recipe = Recipe::find(name).ok_or_else(|| {
        let ids = Recipe::all().iter().map(|recipe| recipe.id.as_str());
        let known = nearest_of(name, ids);
        Failure::Usage(message!("there is no synthetic network `{name}`: {known}", name, known))
    })?;
    let law = law(args, recipe)?;
    let people = args.people.unwrap_or(PEOPLE);
    let wishes = Wishes { people, friends: args.friends, law, seed: args.seed };
    if let Some(friends) = args.friends.filter(|friends| *friends > people as f64 - 1.0) {
        return Err(Failure::Usage(message!(
            "--friends is {friends}, but among {people} people nobody has more than {most} friends",
            friends,
            people,
            most = people - 1
        )));
    }
    let network = recipe
        .network(&wishes)
        .map_err(|reason| Failure::Usage(Message::joined([reason.message, reason.help], "; ")))?;
    Ok((network.settled(), recipe.id.clone()))
}

/// Another law than the recipe's own.
fn law(args: &Args, recipe: &Recipe) -> Result<Option<DegreeLaw>, Failure> {
    let (Some(word), mean) =
        (args.law.as_deref().or(args.spread.map(|_| "gamma")), args.friends.or(recipe.friends))
    else {
        return Ok(None);
    };
    if !recipe.takes_laws() {
        let message = message!(
            "`{id}` has a law of its own for the number of friends: leave out --law and --spread, or use --synthetic configuration",
            id = recipe.id
        );
        return Err(Failure::Usage(message));
    }
    let (mean, spread) = (mean.unwrap_or(0.0), args.spread.unwrap_or(SPREAD));
    let law = match word {
        "gamma" => DegreeLaw::gamma(mean, spread),
        "lognormal" => DegreeLaw::lognormal(mean, spread),
        "fixed" => Ok(DegreeLaw::fixed(mean)),
        file => law::table(file)?,
    };
    law.map(Some).map_err(|reason| {
        Failure::Usage(message!(
            "--law {word}: {why}; {help}",
            word,
            why = reason.message,
            help = reason.help
        ))
    })
}

/// What the lines of the list say of two people.
fn tie(args: &Args) -> Result<Tie, Failure> {
    let weights = args.weights.map(|weights| match weights {
        Weighing::Closeness => Weights::Closeness,
        Weighing::Chance => Weights::Chance,
    });
    let tie = Tie { is_directed: args.directed, weights };
    expect_plain(args, tie).map(|()| tie)
}

/// Refuses what ties with weights of their own do not take.
pub fn expect_plain(args: &Args, tie: Tie) -> Result<(), Failure> {
    let weights = tie.weights;
    if weights == Some(Weights::Chance) && args.visibility.is_some() {
        return Err(Failure::Usage(message!(
            "--weights chance has a chance for each tie, in place of --visibility: leave out one of them"
        )));
    }
    if weights.is_some() && args.activity.is_some() {
        return Err(Failure::Usage(message!(
            "--activity makes people see more or less of all, and --weights says it of each tie: leave out one of them"
        )));
    }
    Ok(())
}

/// A list of friendships, or everything that is wrong with it.
pub fn list(path: &Path, args: &Args, bar: &Bar) -> Result<(Network, String), Failure> {
    let name = path.display().to_string();
    if path.is_dir() {
        let problem = Diagnostic::new(
            Code::FileDirectory,
            message!("`{path}` is a folder, but a list of friendships is meant", path = name),
        );
        return Err(Failure::Input(Diagnostics::new(Vec::new(), vec![problem])));
    }
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let form = args.list.map(|form| match form {
        List::Edges => Form::Edges,
        List::Adjacency => Form::Adjacency,
        List::MatrixMarket => Form::MatrixMarket,
    });
    let read = read::read_ties(path, Reading { form, tie: tie(args)? }, bar);
    read.map(|network| (network, file)).map_err(|unread| match unread {
        Unread::Stopped => Failure::Interrupted,
        Unread::World(error) => {
            let (code, message) = match error.kind() {
                std::io::ErrorKind::NotFound => {
                    (Code::FileMissing, message!("there is no file `{path}`", path = name))
                }
                _ => (
                    Code::FileUnreadable,
                    message!(
                        "`{path}` cannot be read: {error}",
                        path = name,
                        error = of_system(&error)
                    ),
                ),
            };
            let diagnostic = Diagnostic::new(code, message);
            let diagnostic = match code {
                Code::FileMissing => diagnostic.help(way_out(&name)),
                _ => diagnostic,
            };
            Failure::Input(Diagnostics::new(Vec::new(), vec![diagnostic]))
        }
        Unread::Faults(faults) => Failure::Input(faulty(&name, faults)),
    })
}

/// The faults of a list, each with its line.
fn faulty(name: &str, faults: Vec<read::Fault>) -> Diagnostics {
    let (mut sources, mut problems) = (Vec::new(), Vec::new());
    for fault in faults {
        let problem = Diagnostic::new(
            Code::EdgeList,
            if fault.line.is_some() {
                fault.message
            } else {
                message!("`{file}`: {why}", file = name, why = fault.message)
            },
        )
        .help(fault.help);
        problems.push(match fault.line {
            Some(line) => {
                sources.push(Source { before: line as usize - 1, ..Source::new(name, fault.text) });
                problem.at(Span { source: sources.len() - 1, bytes: fault.bytes }, fault.label)
            }
            None => problem,
        });
    }
    Diagnostics::new(sources, problems)
}

/// What to do where a list is not there.
fn way_out(name: &str) -> Message {
    beside(name).map_or_else(
        || {
            message!(
                "name a list of friendships, or take a network that needs none: `--synthetic NAME`"
            )
        },
        |near| did_you_mean(&near),
    )
}
