//! The flags of `reachsim graph`, and how they are read.

use std::path::PathBuf;

use super::numbers::{not_negative, positive, skew};
use super::wanted::Choosing;
use crate::cli::flags::StudyFormat;
use crate::cli::fleet::Fleet;
use crate::cli::load;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim graph friends.csv --questions 1000 --visibility 7.5%
  reachsim graph friends.csv --askers anna,boris --visibility 5% --reshare 10%
  reachsim graph friends.edges.gz --askers 0,17,42 --visibility 5% --reshare 10%
  reachsim graph --synthetic facebook-2011 --people 30M --followers 100k --homophily 50% \
  --questions 10k
  reachsim graph --synthetic configuration --people 1M --friends 130 --law lognormal --spread 1.5
  reachsim graph --synthetic facebook-2011 --people 3bn --friends 130 --questions 10k --reshare 0.5%
  reachsim graph friends.csv --choose 10 --visibility 5% --reshare 20% --depth none
  reachsim graph friends.csv --choose --costs prices.csv --budget 5000 --given 17,42
  reachsim graph friends.csv --askers 0,17,42 --message one --reshare 100% --depth none
  reachsim graph friends.csv --keep friends.graph
  reachsim graph friends.graph --reshare 10% --depth none --on slurm
  reachsim graph follows.csv --directed --weights closeness --askers anna --reshare 10%

A list of friendships has a line for each: two people, by number or by name, with anything between \
them, or
in columns with titles such as `source,target` or `from;to`. Every friendship goes both ways, unless \
--directed says that
the first of a line follows the second. Lines that begin with
# or % are comments, .gz is compressed, .bin holds pairs of numbers of 32 bits, the lowest byte \
first; `-` is
what is piped into the program.")]
pub struct Args {
    /// A list of friendships
    #[arg(required_unless_present = "synthetic", conflicts_with = "synthetic")]
    pub edges: Option<PathBuf>,
    /// What the lines of the list are, where it cannot be told
    #[arg(long, value_name = "FORM", conflicts_with = "synthetic")]
    pub list: Option<List>,
    /// Each line `a b` says that a follows b, so that b's posts are shown to a; else friendships go
    /// both ways
    #[arg(long, conflicts_with = "synthetic")]
    pub directed: bool,
    /// What the third column of the list says: how close people are, a factor of the visibility
    /// after division by the mean, or the chance that a post is seen, in its place
    #[arg(long, value_name = "WHAT", conflicts_with = "synthetic")]
    pub weights: Option<Weighing>,
    /// Keep what was read of the list in this file, which is read again much faster: FILE.graph
    #[arg(long, value_name = "FILE", conflicts_with = "synthetic")]
    pub keep: Option<PathBuf>,
    /// A synthetic network in place of a list: `configuration`, `erdos-renyi` or one that was
    /// measured
    #[arg(long, value_name = "NAME")]
    pub synthetic: Option<String>,
    /// How many people it has [default: 1M]
    #[arg(
        long,
        value_name = "N",
        value_parser = load::whole::<2, 1_000_000_000_000>,
        conflicts_with = "edges"
    )]
    pub people: Option<u64>,
    /// How many friends they have on average [default: what the network is known for]
    #[arg(long, value_name = "Q", value_parser = positive, conflicts_with = "edges")]
    pub friends: Option<f64>,
    /// Law of the number of friends: gamma, lognormal, fixed, or a file of numbers of friends with
    /// their weights
    #[arg(long, value_name = "LAW", conflicts_with = "edges")]
    pub law: Option<String>,
    /// Coefficient of variation of the number of friends, of a gamma or lognormal law [default:
    /// 1.06]
    #[arg(long, value_name = "CV", value_parser = not_negative, conflicts_with = "edges")]
    pub spread: Option<f64>,
    /// Who writes, one post each: names of the list, or a file of them
    #[arg(
        long,
        value_name = "LIST|FILE",
        conflicts_with_all = ["questions", "followers", "posts", "skew"]
    )]
    pub askers: Option<String>,
    /// Whether each asker writes a post of his own, or all pass on one message: the independent
    /// cascade from a seed set that the literature speaks of
    #[arg(long, value_name = "WHICH", default_value = "each", requires = "askers")]
    pub message: Which,
    /// How many posts followers write [default: 10,000, or a tenth of the followers where they are
    /// fewer than 100,000]
    #[arg(long, value_name = "N", value_parser = positive)]
    pub questions: Option<f64>,
    /// Whether the number of posts is chance too, or fixed
    #[arg(long, value_name = "HOW", default_value = "poisson")]
    pub posts: HowMany,
    /// How unequally followers write: shape of their gamma distributed activity; `inf` for all
    /// alike
    #[arg(long, value_name = "SHAPE", value_parser = skew, default_value = "0.25")]
    pub skew: f64,
    /// How many people follow, and may write [default: everybody]
    #[arg(long, value_name = "N", value_parser = load::whole::<1, 1_000_000_000_000>)]
    pub followers: Option<u64>,
    /// Share of the followers who came because a friend follows; the others are anybody
    #[arg(long, value_name = "SHARE", value_parser = share, requires = "followers")]
    pub homophily: Option<f64>,
    /// Share of the friends who see a post [default: 7.5%]
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub visibility: Option<f64>,
    /// Share of those who see a post who pass it on
    #[arg(long, value_name = "SHARE", value_parser = share, default_value = "0")]
    pub reshare: f64,
    /// How many friendships a post may travel: a number, or `none` for as far as it goes
    #[arg(long, value_name = "D", value_parser = depth, default_value = "2")]
    pub depth: Depth,
    /// How unequally people are there to see anything: shape of their gamma distributed activity
    /// [default: all alike]
    #[arg(long, value_name = "SHAPE", value_parser = positive)]
    pub activity: Option<f64>,
    /// Standard error at which it is enough, as a share of the reach [default: 0.1%]
    #[arg(long, value_name = "SHARE", value_parser = positive)]
    pub precision: Option<f64>,
    #[command(flatten)]
    pub choosing: Choosing,
    #[command(flatten)]
    pub fleet: Fleet,
    /// The seed of all random numbers
    #[arg(long, value_name = "S", default_value = "1")]
    pub seed: u64,
    /// Write the answer and its charts into this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    pub format: StudyFormat,
}

/// Whether the number of posts is chance too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum HowMany {
    /// About so many
    Poisson,
    /// Exactly so many
    Fixed,
}

/// What the askers pass on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Which {
    /// A post of each
    Each,
    /// One message of all
    One,
}

/// What the lines of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum List {
    /// Two friends each
    Edges,
    /// A person with all friends each
    Adjacency,
    /// Sizes, then an entry of a matrix each
    MatrixMarket,
}

/// What weights are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Weighing {
    /// How close two people are
    Closeness,
    /// The chance that a post is seen
    Chance,
}

/// How many friendships a post may travel; `None` where nothing ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Depth(pub Option<u32>);

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
