//! A network that many machines measure: as it goes out with the tasks, and as a task finds it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::diagnostic::message;
use crate::digits::hex;
use crate::engine::Unwatched;
use crate::graph::asked::{Asked, Posts, Total};
use crate::graph::followers::Crowd;
use crate::graph::index_set::IndexSet;
use crate::graph::kept;
use crate::graph::network::Network;
use crate::graph::read::{self, Reading};
use crate::graph::synthetic::{Blocks, Configuration};
use crate::output::WriteError;
use crate::run::error::Error;
use crate::scenario::of_system;

/// Names in the folder of a job: of what is asked, and of a list with its ties.
pub const ASKED: &str = "network.cbor";
const LIST: &str = "network.graph";

/// A network, and the posts about which a measurement is.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub network: Network,
    pub posts: Posts,
}

/// The same as it is sent.
#[derive(Serialize, Deserialize)]
struct Sent {
    network: SentNetwork,
    posts: SentPosts,
}

#[derive(Serialize, Deserialize)]
enum SentNetwork {
    /// What was read of a list lies beside it, and has this number.
    List(u64),
    Configuration(Box<Configuration>),
    Blocks(Blocks),
}

#[derive(Serialize, Deserialize)]
enum SentPosts {
    Given(Vec<(u64, u32)>),
    Sampled { crowd: SentCrowd, posts: f64, total: u8, skew: f64 },
}

#[derive(Serialize, Deserialize)]
enum SentCrowd {
    Everybody,
    Random(u64),
    Members(Vec<u64>),
}

/// How the number of posts is decided, by its number.
const TOTALS: [Total; 3] = [Total::Poisson, Total::Fixed, Total::Different];

impl Wanted {
    /// Its bytes but for a list, and their hash.
    pub fn sent(&self) -> Result<(Vec<u8>, String), Error> {
        let network = match &self.network {
            Network::Configuration(graph) => SentNetwork::Configuration(graph.clone()),
            Network::Blocks(graph) => SentNetwork::Blocks(graph.clone()),
            list => SentNetwork::List(list.fingerprint().unwrap_or_default()),
        };
        let posts = match &self.posts {
            Posts::Given(given) => SentPosts::Given(given.clone()),
            Posts::Sampled { crowd, asked } => SentPosts::Sampled {
                crowd: match crowd {
                    Crowd::Everybody => SentCrowd::Everybody,
                    Crowd::Random(count) => SentCrowd::Random(*count),
                    Crowd::Members(members) => SentCrowd::Members(members.numbers().to_vec()),
                },
                posts: asked.posts,
                total: TOTALS.iter().position(|total| *total == asked.total).unwrap_or(0) as u8,
                skew: asked.skew,
            },
        };
        let mut bytes = Vec::new();
        ciborium::into_writer(&Sent { network, posts }, &mut bytes).map_err(|error| {
            let error = error.to_string();
            Error::World(message!("cannot pack the network: {error}", error))
        })?;
        let hash = hex(&Sha256::digest(&bytes));
        Ok((bytes, hash))
    }

    /// Puts a list with its ties into the folder of a job.
    pub fn put_list(&self, folder: &Path) -> Result<(), Error> {
        let path = folder.join(LIST);
        kept::keep(&path, &self.network).map_err(|error| WriteError::new(&path, &error).into())
    }

    /// The network of the folder of a job, whose bytes have this hash.
    pub fn read(folder: &Path, hash: &str) -> Result<Wanted, Error> {
        let path = folder.join(ASKED);
        let bytes = fs::read(&path).map_err(|error| {
            Error::World(message!(
                "cannot read `{path}`: {error}",
                path = path.display(),
                error = of_system(&error)
            ))
        })?;
        let damaged = || Error::Question(message!("the network of the tasks is damaged"));
        if hex(&Sha256::digest(&bytes)) != hash {
            return Err(damaged());
        }
        let sent: Sent = ciborium::from_reader(&bytes[..]).map_err(|_| damaged())?;
        let network = match sent.network {
            SentNetwork::Configuration(graph) => Network::Configuration(graph),
            SentNetwork::Blocks(graph) => Network::Blocks(graph),
            SentNetwork::List(fingerprint) => {
                let list = read::read_ties(&folder.join(LIST), Reading::default(), &Unwatched);
                let list = list.map_err(|_| damaged())?;
                if list.fingerprint() != Some(fingerprint) {
                    return Err(damaged());
                }
                list
            }
        };
        let posts = match sent.posts {
            SentPosts::Given(given) => Posts::Given(given),
            SentPosts::Sampled { crowd, posts, total, skew } => {
                let total = *TOTALS.get(usize::from(total)).ok_or_else(damaged)?;
                Posts::Sampled { crowd: crowd.read(), asked: Asked { posts, total, skew } }
            }
        };
        Ok(Wanted { network, posts })
    }
}

impl SentCrowd {
    /// The crowd, whose members stand in the same order.
    fn read(self) -> Crowd {
        match self {
            SentCrowd::Everybody => Crowd::Everybody,
            SentCrowd::Random(count) => Crowd::Random(count),
            SentCrowd::Members(numbers) => {
                let mut members = IndexSet::default();
                for number in numbers {
                    members.place(number);
                }
                Crowd::Members(Arc::new(members))
            }
        }
    }
}
