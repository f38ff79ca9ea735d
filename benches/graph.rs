//! The friend graph: posts a second, exact expectations, and networks that no memory would hold.
//!
//! `cargo bench --bench graph` prints a line for each; cases that need a list or much memory are
//! run where the environment names it: `REACHSIM_EGO_FACEBOOK` is the published list of ego
//! networks, `REACHSIM_LARGE` a folder for a list of ten million people, and `REACHSIM_LISTS` lists
//! that are read, with commas between them; then nothing else is measured.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use reachsim::graph::Graph;
use reachsim::graph::asked::{Asked, Posts, Total};
use reachsim::graph::census::Degrees;
use reachsim::graph::coins::Coins;
use reachsim::graph::expect;
use reachsim::graph::feed::Feed;
use reachsim::graph::followers::{Crowd, grown};
use reachsim::graph::loaded::Loaded;
use reachsim::graph::measure::{Case, Effort, measure};
use reachsim::graph::network::Network;
use reachsim::graph::read::{Reading, read, read_ties};
use reachsim::graph::recipe::{Recipe, Wishes};
use reachsim::graph::simulate::{Dense, Rooms, Stage};
use reachsim::graph::ties::{Tie, Weights};
use reachsim::watch::Unwatched;

fn main() {
    if let Some(paths) = std::env::var_os("REACHSIM_LISTS") {
        return paths.to_string_lossy().split(',').for_each(lists);
    }
    if let Some(path) = std::env::var_os("REACHSIM_EGO_FACEBOOK") {
        cascades(Path::new(&path));
    }
    friends();
    million();
    billions();
    if let Some(folder) = std::env::var_os("REACHSIM_LARGE") {
        large(Path::new(&folder));
    }
}

/// Most memory that the process has had so far, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0)
        / 1024
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let found = work();
    println!("{name:<72} {:>9.3} s  {:>6} MB at most", start.elapsed().as_secs_f64(), peak());
    found
}

fn recipe(people: u64, friends: Option<f64>) -> Network {
    let recipe = Recipe::find("facebook-2011").expect("a recipe");
    recipe.network(&Wishes { people, friends, law: None, seed: 1 }).expect("a network")
}

/// Reads a list, with weights where its third column has some.
fn lists(path: &str) {
    let is_weighted = path.contains("weights");
    let tie = Tie { is_directed: false, weights: is_weighted.then_some(Weights::Closeness) };
    let (before, start) = (peak(), Instant::now());
    let network = timed(path, || {
        read_ties(Path::new(path), Reading { form: None, tie }, &Unwatched).expect("a list")
    });
    let (seconds, ties) = (start.elapsed().as_secs_f64(), network.ends() as f64 / 2.0);
    println!(
        "    {} people, {ties:.0} friendships, {:.1} million a second, {:.1} bytes each at most",
        network.people(),
        ties / seconds / 1e6,
        (peak() - before) as f64 * 1_048_576.0 / ties
    );
}

/// Independent cascades from ten people, everybody passes on, on one thread.
fn cascades(path: &Path) {
    let graph =
        timed("ego networks: read 88,234 friendships", || read(path, &Unwatched).expect("a list"));
    let seeds: Vec<u64> = (0..10).map(|n| n * 397 % graph.people()).collect();
    for (visibility, runs) in [(0.01, 200_000), (0.05, 20_000), (0.1, 10_000)] {
        let stage =
            Stage::new(&graph, Feed { visibility, reshare: 1.0, depth: None, activity: None });
        let mut rooms: Rooms<Dense> = Rooms::new(graph.people());
        let (start, mut views) = (Instant::now(), 0);
        for run in 0..runs {
            views += stage.travel(0, &seeds, Coins::new(1, "bench").of(run), &mut rooms);
            rooms.end(|_| false);
        }
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{:<72} {:>9.0} a second, {:.1} people each",
            format!("ego networks: cascades of ten people at p = {visibility}, one thread"),
            runs as f64 / seconds,
            views as f64 / runs as f64
        );
    }
}

/// What a friend costs that is computed and not stored.
fn friends() {
    for (name, network) in
        [("blocks and towns", recipe(3_000_000_000, None)), ("pairs", configuration())]
    {
        let (start, mut count, mut sum) = (Instant::now(), 0_u64, 0_u64);
        for n in 0..4_000_u64 {
            network.each_friend(n * 7_919_000_003 % network.people(), |friend| {
                count += 1;
                sum ^= friend;
            });
        }
        let each = start.elapsed().as_nanos() as f64 / count as f64;
        println!(
            "{:<72} {each:>9.1} ns each ({sum:x})",
            format!("a friend among three billion people, {name}, one thread")
        );
    }
}

fn configuration() -> Network {
    let recipe = Recipe::find("configuration").expect("a recipe");
    recipe
        .network(&Wishes { people: 3_000_000_000, friends: Some(130.0), law: None, seed: 1 })
        .expect("a network")
}

/// A million people with 94 million friendships.
fn million() {
    let network = recipe(1_000_000, None);
    let graph = timed("a million people: write 94 million friendships", || match &network {
        Network::Blocks(blocks) => Loaded::written(blocks),
        _ => unreachable!("it has blocks"),
    });
    let given: Vec<(u64, u32)> = (0..10_000).map(|n| (n * 99, 1)).collect();
    let feed = Feed { visibility: 0.075, reshare: 0.005, depth: Some(2), activity: None };
    let found = timed("a million people: exact depth 2 of 10,000 askers", || {
        expect::reach_of_given(&graph, &given, &feed)
    });
    println!("    reach {:.1} of depth 1, {:.1} of depth 2", found[0], found[1]);
}

/// Three billion people with 130 friends, of which nothing is stored.
fn billions() {
    let network = recipe(3_000_000_000, Some(130.0));
    let degrees = Degrees::of(&network);
    let ask = |name: &str, crowd: Crowd, depth: u32| {
        let posts = Posts::Sampled {
            crowd,
            asked: Asked { posts: 10_000.0, total: Total::Poisson, skew: 0.25 },
        };
        let feed = Feed { visibility: 0.075, reshare: 0.005, depth: Some(depth), activity: None };
        let case = Case { network: &network, degrees: &degrees, posts: &posts, feed, seed: 1 };
        let found = timed(name, || measure(&case, Effort::FULL, &Unwatched));
        let (views, reach) = (found.impressions(), found.reach());
        println!(
            "    {:.0} +- {:.0} impressions, {:.0} +- {:.0} people, {:?}",
            views.value, views.se, reach.value, reach.se, found.way
        );
    };
    ask("three billion people: 10,000 questions of anybody, depth 2", Crowd::Everybody, 2);
    let crowd = timed("three billion people: 100,000 followers, half of them by friends", || {
        grown(&network, 100_000, 0.5, Coins::new(1, "followers"), &Unwatched)
    });
    ask("three billion people: 10,000 questions of these followers, depth 2", crowd, 2);
    ask("three billion people: 10,000 questions of anybody, depth 3", Crowd::Everybody, 3);
}

/// Ten million people with a thousand million friendships, from a list of 8 GB.
fn large(folder: &Path) {
    let path: PathBuf = folder.join("reachsim-large.bin");
    let network = recipe(10_000_000, Some(200.0));
    timed("ten million people: write the list", || {
        let mut file =
            BufWriter::with_capacity(1 << 22, File::create(&path).expect("room for the list"));
        for person in 0..network.people() {
            network.each_friend(person, |friend| {
                if person < friend {
                    let pair = (person as u32, friend as u32);
                    file.write_all(&pair.0.to_le_bytes())
                        .and_then(|()| file.write_all(&pair.1.to_le_bytes()))
                        .expect("room for the list");
                }
            });
        }
        file.flush().expect("room for the list");
    });
    let graph = timed("ten million people: read a thousand million friendships", || {
        read(&path, &Unwatched).expect("a list")
    });
    println!(
        "    {} people, {} friendships, {:?}",
        graph.people(),
        graph.ends() / 2,
        graph.dropped
    );
    // Whoever has no friend is not in the list.
    let given: Vec<(u64, u32)> = (0..10_000).map(|n| (n * (graph.people() / 10_000), 1)).collect();
    let feed = Feed { visibility: 0.075, reshare: 0.005, depth: Some(2), activity: None };
    let found = timed("ten million people: exact depth 2 of 10,000 askers", || {
        expect::reach_of_given(&graph, &given, &feed)
    });
    println!("    reach {:.1} of depth 1, {:.1} of depth 2", found[0], found[1]);
    std::fs::remove_file(&path).expect("the list is ours");
}
