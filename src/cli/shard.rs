//! `reachsim run --shard`: some blocks of a run, for `reachsim merge`.

use reachsim::output::format::Format as _;
use std::path::Path;

use serde_json::json;

use super::long::{self, Begin, Checkpoint};
use super::run::{Args, Document};
use super::{Failure, Format, Global, watch};
use reachsim::design::{BLOCK, Sampler};
use reachsim::engine::Detail;
use reachsim::output::store::{Origin, blocks_of};
use reachsim::output::{Case, shards};

/// One of several parts of a run, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    pub number: u64,
    pub of: u64,
}

/// `3/64`.
pub fn parse(text: &str) -> Result<Shard, String> {
    let parts = text
        .split_once('/')
        .and_then(|(number, of)| Some((number.trim().parse().ok()?, of.trim().parse().ok()?)));
    match parts {
        Some((number, of)) if 0 < number && number <= of => Ok(Shard { number, of }),
        _ => Err("write which part of how many, such as 1/4, 2/4, 3/4 and 4/4".into()),
    }
}

impl Shard {
    /// Its blocks of so many: the parts differ by one block at most.
    fn blocks(self, all: u64) -> (u64, u64) {
        let up_to =
            |number: u64| (u128::from(all) * u128::from(number) / u128::from(self.of)) as u64;
        (up_to(self.number - 1), up_to(self.number))
    }
}

/// Simulates the shard and writes it into its folder.
pub fn run(
    args: &Args,
    shard: Shard,
    case: &Case,
    folder: &Path,
    global: Global,
) -> Result<Document, Failure> {
    let (model, plan) = (case.model(), case.plan());
    let all = blocks_of(plan.trials);
    if plan.sampler == Sampler::Expected || shard.of > all {
        let most = if plan.sampler == Sampler::Expected { 1 } else { all };
        return Err(Failure::Usage(format!(
            "this run has {most} blocks of 1,000 futures: it cannot be shared among {}",
            shard.of
        )));
    }
    let blocks = shard.blocks(all);
    let begin = if args.is_resumed() { Begin::Resume } else { Begin::Anew };
    let mut ledger =
        Checkpoint::on_disk(folder, Origin::of(&case.about().hash, plan, blocks), model, begin)?;
    long::go_on(case, &mut ledger, plan, Detail::Weekly, global)?;
    let kit = args
        .kit(case)
        .map_err(|error| Failure::World(format!("cannot read the scenario again: {error}")))?;
    let (first, end) = (blocks.0 * BLOCK as u64, plan.trials.min(blocks.1 * BLOCK as u64));
    let about = json!({
        "number": shard.number,
        "of": shard.of,
        "first_trial": first,
        "trials": end - first,
    });
    shards::write(&long::place(folder), &kit, &about, folder, &watch::interrupted)?;
    long::clear(folder);
    Ok(match args.format() {
        Format::Json => Document::Json(json!({
            "schema": shards::SCHEMA,
            "shard": about,
            "folder": folder.display().to_string(),
        })),
        Format::Text => Document::Text(told(shard, end - first, plan.trials, folder)),
    })
}

fn told(shard: Shard, trials: u64, all: u64, folder: &Path) -> String {
    let number = |count: u64| reachsim::locale::Locale::default().number(count as f64, Some(0.0));
    format!(
        "Shard {} of {}: {} of {} futures\nFiles            {}\nNext             reachsim merge \
            DIR.. --out DIR, with the folder of every shard\n",
        shard.number,
        shard.of,
        number(trials),
        number(all),
        folder.display()
    )
}
