//! `reachsim graph`: second-order reach on an explicit friend graph.

mod input;

use reachsim::output::format::Format as _;
use std::path::PathBuf;

use super::watch::{self, Bar};
use super::{Failure, Format, Global, load, terminal};
use reachsim::graph::feed::Feed;
use reachsim::graph::survey::{Question, Survey, TooMuch};
use reachsim::locale::Locale;
use reachsim::output::graph::{Findings, Settings};
use reachsim::output::screen::studies::Depth as Detail;
use reachsim::output::{self, Answer, json, pictures, screen};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim graph friends.csv --questions 1000 --visibility 7.5%
  reachsim graph friends.edges.gz --askers 0,17,42 --visibility 5% --reshare 10%
  reachsim graph --synthetic facebook-2011 --people 30M --followers 100k --homophily 50% \
  --questions 10k
  reachsim graph --synthetic configuration --people 1M --friends 130 --law lognormal --spread 1.5
  reachsim graph --synthetic facebook-2011 --people 3bn --friends 130 --questions 10k --reshare 0.5%

A list of friendships has a line for each: two whole numbers with anything between them. Lines \
that begin with
# or % are comments, .gz is compressed, .bin holds pairs of numbers of 32 bits, the lowest byte \
first.")]
pub struct Args {
    /// A list of friendships
    #[arg(required_unless_present = "synthetic", conflicts_with = "synthetic")]
    edges: Option<PathBuf>,
    /// A synthetic network in place of a list: `configuration`, `erdos-renyi` or one that was
    /// measured
    #[arg(long, value_name = "NAME")]
    synthetic: Option<String>,
    /// How many people it has [default: 1M]
    #[arg(
        long,
        value_name = "N",
        value_parser = load::whole::<2, 1_000_000_000_000>,
        conflicts_with = "edges"
    )]
    people: Option<u64>,
    /// How many friends they have on average [default: what the network is known for]
    #[arg(long, value_name = "Q", value_parser = positive, conflicts_with = "edges")]
    friends: Option<f64>,
    /// Law of the number of friends: gamma, lognormal, fixed, or a file of numbers of friends with
    /// their weights
    #[arg(long, value_name = "LAW", conflicts_with = "edges")]
    law: Option<String>,
    /// Coefficient of variation of the number of friends, of a gamma or lognormal law [default:
    /// 1.06]
    #[arg(long, value_name = "CV", value_parser = not_negative, conflicts_with = "edges")]
    spread: Option<f64>,
    /// Who writes, one post each: names of the list, or a file of them
    #[arg(
        long,
        value_name = "LIST|FILE",
        conflicts_with_all = ["questions", "followers", "posts", "skew"]
    )]
    askers: Option<String>,
    /// How many posts followers write [default: 10,000, or a tenth of the followers where they are
    /// fewer than 100,000]
    #[arg(long, value_name = "N", value_parser = positive)]
    questions: Option<f64>,
    /// Whether the number of posts is chance too, or fixed
    #[arg(long, value_name = "HOW", default_value = "poisson")]
    posts: HowMany,
    /// How unequally followers write: shape of their gamma distributed activity; `inf` for all
    /// alike
    #[arg(long, value_name = "SHAPE", value_parser = skew, default_value = "0.25")]
    skew: f64,
    /// How many people follow, and may write [default: everybody]
    #[arg(long, value_name = "N", value_parser = load::whole::<1, 1_000_000_000_000>)]
    followers: Option<u64>,
    /// Share of the followers who came because a friend follows; the others are anybody
    #[arg(long, value_name = "SHARE", value_parser = share, requires = "followers")]
    homophily: Option<f64>,
    /// Share of the friends who see a post
    #[arg(long, value_name = "SHARE", value_parser = share, default_value = "7.5%")]
    visibility: f64,
    /// Share of those who see a post who pass it on
    #[arg(long, value_name = "SHARE", value_parser = share, default_value = "0")]
    reshare: f64,
    /// How many friendships a post may travel: a number, or `none` for as far as it goes
    #[arg(long, value_name = "D", value_parser = depth, default_value = "2")]
    depth: Depth,
    /// How unequally people are there to see anything: shape of their gamma distributed activity
    /// [default: all alike]
    #[arg(long, value_name = "SHAPE", value_parser = positive)]
    activity: Option<f64>,
    /// Standard error at which it is enough, as a share of the reach
    #[arg(long, value_name = "SHARE", value_parser = positive, default_value = "0.1%")]
    precision: f64,
    /// The seed of all random numbers
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// Write the answer and its charts into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum HowMany {
    /// About so many
    Poisson,
    /// Exactly so many
    Fixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Depth(Option<u32>);

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let found = load::with_threads(global.threads, || {
        let bar = Bar::of(global, "steps");
        let found = find(args, global, &bar);
        watch::check()?;
        found
    })??;
    let mut answer = Answer {
        id: "graph",
        text: screen::graph::graph(
            &found,
            if global.verbose { Detail::Verbose } else { Detail::Plain },
        ),
        document: json::graph::graph(&found),
        pictures: if args.out.is_some() { pictures::graph::pictures(&found) } else { Vec::new() },
    };
    if let Some(folder) = &args.out {
        output::write_study(&answer, &found.provenance(), folder, &watch::interrupted)?;
        answer.text.push_str(&screen::studies::files(
            found.settings.locale,
            &folder.display().to_string(),
        ));
    }
    match args.format {
        Format::Text => terminal::print(&answer.text),
        Format::Json => terminal::print_json(&answer.document),
    }
}

/// Reads or makes the network, and measures everything.
fn find(args: &Args, global: Global, bar: &Bar) -> Result<Findings, Failure> {
    let (network, name) = match (&args.edges, &args.synthetic) {
        (Some(path), _) => input::list(path, bar)?,
        (None, name) => input::synthetic(args, name.as_deref().unwrap_or_default())?,
    };
    let (posts, asked) = input::posts(args, &network)?;
    let feed = Feed {
        visibility: args.visibility,
        reshare: args.reshare,
        depth: args.depth.0,
        activity: args.activity,
    };
    let question = Question { posts, feed, seed: args.seed, precision: args.precision };
    let survey = Survey::of(&network, &question, bar).map_err(too_much)?;
    let hash = args.edges.as_ref().and(network.loaded());
    let settings = Settings {
        locale: global.locale.first().unwrap_or(Locale::En),
        network: name,
        hash: hash.map(|graph| format!("{:016x}", graph.fingerprint())),
        asked,
        feed,
        seed: args.seed,
    };
    Ok(Findings { settings, survey })
}

fn too_much(why: TooMuch) -> Failure {
    let number = |value: f64, digits| Locale::default().number(value, digits);
    Failure::Usage(match why {
        TooMuch::Endless { people } => format!(
            "a post would travel without end among {} people: give a --depth of 2, a lower \
             --reshare, or fewer --people",
            number(people as f64, Some(0.0))
        ),
        TooMuch::Views { posts, each } => format!(
            "{} posts with about {} views each are too many to simulate: ask for fewer, or with \
             --posts poisson and a --depth of 2, where no post has to be simulated",
            number(posts, Some(0.0)),
            number(each, None)
        ),
    })
}

fn positive(text: &str) -> Result<f64, String> {
    load::number(text).and_then(|value| {
        if value > 0.0 { Ok(value) } else { Err(format!("`{text}` is not above zero")) }
    })
}

fn not_negative(text: &str) -> Result<f64, String> {
    load::number(text).and_then(|value| {
        if value >= 0.0 { Ok(value) } else { Err(format!("`{text}` is negative")) }
    })
}

fn skew(text: &str) -> Result<f64, String> {
    if text == "inf" { Ok(f64::INFINITY) } else { positive(text) }
}

fn share(text: &str) -> Result<f64, String> {
    let value = load::number(text)?;
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(format!("`{text}` is no share: it lies between 0 and 1, as 7.5% does"))
    }
}

fn depth(text: &str) -> Result<Depth, String> {
    if text == "none" {
        return Ok(Depth(None));
    }
    match text.parse() {
        Ok(depth @ 1..=1000) => Ok(Depth(Some(depth))),
        _ => Err(format!("`{text}` is neither a whole number from 1 to 1000 nor `none`")),
    }
}
