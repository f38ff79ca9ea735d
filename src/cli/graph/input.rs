//! What `reachsim graph` is asked about: the network, and whose posts.

use std::path::Path;
use std::sync::Arc;

use super::flags::{Args, HowMany, Which};
use crate::cli::Failure;
use crate::cli::load;
use crate::cli::watch::Bar;
use reachsim::diagnostic::{
    Code, Diagnostic, Diagnostics, Message, Source, Span, message, nearest_of,
};
use reachsim::dist::Reason;
use reachsim::graph::Graph;
use reachsim::graph::asked::{self, Posts, Total};
use reachsim::graph::coins::Coins;
use reachsim::graph::followers::{Crowd, MOST_GROWN, grown};
use reachsim::graph::law::DegreeLaw;
use reachsim::graph::network::Network;
use reachsim::graph::read::{self, Unread};
use reachsim::graph::recipe::{Recipe, Wishes};
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
        let names = askers_of(askers)?;
        let mut given: Vec<(u64, u32)> = match network.loaded().filter(|_| args.edges.is_some()) {
            Some(graph) => graph.named(&names),
            None => names
                .iter()
                .map(|name| if *name < people { Ok(*name) } else { Err(*name) })
                .collect(),
        }
        .map_err(|name| {
            Failure::Usage(message!(
                "--askers names {name}, and nobody in this network is called so",
                name
            ))
        })?
        .into_iter()
        .map(|person| (person, 1))
        .collect();
        given.sort_unstable();
        if let Some(twice) = given.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            let name = network.loaded().map_or(twice[0].0, |graph| graph.name(twice[0].0));
            return Err(Failure::Usage(message!(
                "--askers names {name} twice, and everybody there writes one post",
                name
            )));
        }
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

/// Numbers in a list or in a file.
fn askers_of(text: &str) -> Result<Vec<u64>, Failure> {
    let is_list = text.split(',').all(|word| word.trim().parse::<u64>().is_ok());
    let from = if is_list {
        text.to_owned()
    } else {
        load::text(Path::new(text)).map_err(|error| {
            Failure::Usage(message!("--askers `{text}` is neither a list of whole numbers nor a file that can be read: {error}", text, error = of_system(&error)))
        })?
    };
    let mut names = Vec::new();
    for (line, text) in from.lines().enumerate() {
        for word in text
            .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
            .filter(|word| !word.is_empty())
        {
            names.push(word.parse().map_err(|_| {
                Failure::Usage(message!(
                    "line {line} of the askers: `{word}` is no whole number",
                    line = line + 1,
                    word
                ))
            })?);
        }
    }
    if names.is_empty() {
        Err(Failure::Usage(message!("--askers names nobody")))
    } else {
        Ok(names)
    }
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
        file => table(file)?,
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

/// A law from a file: a number of friends and its weight in each line.
fn table(file: &str) -> Result<Result<DegreeLaw, Reason>, Failure> {
    let text = load::text(Path::new(file)).map_err(|error| {
        Failure::Usage(message!("--law is gamma, lognormal, fixed, or a file of numbers of friends with their weights, and `{file}` cannot be read: {error}", file, error = of_system(&error)))
    })?;
    let (mut friends, mut weights) = (Vec::new(), Vec::new());
    for (line, text) in text
        .lines()
        .enumerate()
        .filter(|(_, text)| !text.trim().is_empty() && !text.trim_start().starts_with('#'))
    {
        let numbers: Vec<f64> = text
            .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
            .filter(|word| !word.is_empty())
            .filter_map(|word| word.parse().ok())
            .collect();
        let [count, weight] = numbers[..] else {
            if friends.is_empty() && !text.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            return Err(Failure::Usage(message!(
                "line {line} of `{file}` is `{text}`, but a number of friends and its weight are meant",
                line = line + 1,
                file,
                text = text.trim()
            )));
        };
        if count < 0.0 || count.fract() != 0.0 {
            return Err(Failure::Usage(message!(
                "line {line} of `{file}`: {count} is no number of friends",
                line = line + 1,
                file,
                count
            )));
        }
        friends.push(count);
        weights.push(weight);
    }
    Ok(DegreeLaw::table(&friends, &weights))
}

/// A list of friendships, or everything that is wrong with it.
pub fn list(path: &Path, bar: &Bar) -> Result<(Network, String), Failure> {
    let name = path.display().to_string();
    if path.is_dir() {
        let problem = Diagnostic::new(
            Code::FileDirectory,
            message!("`{path}` is a folder, but a list of friendships is meant", path = name),
        );
        return Err(Failure::Input(Diagnostics::new(Vec::new(), vec![problem])));
    }
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let read = read::read(path, bar);
    read.map(|graph| (Network::Loaded(Arc::new(graph)), file)).map_err(|unread| match unread {
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
            Failure::Input(Diagnostics::new(Vec::new(), vec![Diagnostic::new(code, message)]))
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
