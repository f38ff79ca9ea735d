//! Trials a second of the shipped scenarios, and the floors below which no engine can go that draws
//! the same variates: drawn from the same streams with the same parameters, and nothing else. One
//! floor draws every count of every week, as the model has them; the other, lowered one draws what
//! the engine draws, which takes terminal counts once for all weeks.
//!
//! `cargo bench --profile dev --bench engine` measures what `cargo run` runs, with what it has
//! compiled.

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use reachsim::design::{BLOCK, Column, Sampler};
use reachsim::draw::{self, Split};
use reachsim::engine::{
    self, Address, Detail, Future, Lives, Noise, Sampled, TEAM, Unwatched, Values, World,
};
use reachsim::model::{Lowered, lower};
use reachsim::rng::{Component, StreamKey};
use reachsim::scenario;
use reachsim::summary::Summary;

const SCENARIOS: [&str; 3] = ["article", "article-fixed", "support-community"];

fn load(name: &str) -> Lowered {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    scenario::load(Path::new(&path), &[])
        .and_then(lower)
        .unwrap_or_else(|_| panic!("{name} is a valid scenario"))
}

fn pool(threads: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads")
}

/// One draw of a trial, as the engine asked for it.
enum Draw {
    Messages(Address, f64, f64),
    Poisson(Address, f64),
    Gamma(Address, f64, f64),
    Binomial(Address, f64, f64),
    /// A number in all, and the weeks among which it is divided.
    Choose(Address, f64, Vec<f64>),
    Scatter(Address, f64, Vec<f64>),
}

/// Passes every draw on and writes it down.
struct Tape<'a> {
    drawn: Sampled<'a>,
    draws: Vec<Draw>,
}

impl Noise for Tape<'_> {
    const WHOLE: bool = true;

    /// What is drawn apart is not written down: nothing changes on the way here.
    fn apart(&self, from: usize) -> Self {
        Tape { drawn: self.drawn.apart(from), draws: Vec::new() }
    }

    fn poisson(&mut self, address: Address, mean: f64) -> f64 {
        if mean > 0.0 {
            self.draws.push(Draw::Poisson(address, mean));
        }
        self.drawn.poisson(address, mean)
    }

    fn negative_binomial(&mut self, address: Address, mean: f64, dispersion: f64) -> f64 {
        self.draws.push(Draw::Messages(address, mean, dispersion));
        self.drawn.negative_binomial(address, mean, dispersion)
    }

    fn gamma(&mut self, address: Address, shape: f64, mean: f64) -> f64 {
        if shape.is_finite() {
            self.draws.push(Draw::Gamma(address, shape, mean / shape));
        }
        self.drawn.gamma(address, shape, mean)
    }

    fn binomial(&mut self, address: Address, n: f64, p: f64) -> f64 {
        if n > 0.0 && p > 0.0 {
            self.draws.push(Draw::Binomial(address, n, p));
        }
        self.drawn.binomial(address, n, p)
    }

    fn event(&mut self, address: Address, p: f64) -> f64 {
        self.binomial(address, 1.0, p)
    }

    fn choose(&mut self, address: Address, total: f64, split: &mut Split) {
        self.draws.push(Draw::Choose(address, total, split.weeks.clone()));
        self.drawn.choose(address, total, split);
    }

    fn scatter(&mut self, address: Address, total: f64, split: &mut Split) {
        self.draws.push(Draw::Scatter(address, total, split.weeks.clone()));
        self.drawn.scatter(address, total, split);
    }
}

/// Which variates a floor draws.
#[derive(Clone, Copy)]
enum Counts {
    /// Every count in its week.
    WeekByWeek,
    /// Terminal counts once for all weeks, and divided where the weeks are wanted.
    AsTheEngine,
}

/// The same draws, but each terminal count in every week: from so many things, or with such a mean,
/// as fall to an average one.
fn week_by_week(draws: &[Draw], weeks: u32) -> Vec<Draw> {
    let address = |draw: &Draw| match *draw {
        Draw::Messages(address, ..)
        | Draw::Poisson(address, _)
        | Draw::Gamma(address, ..)
        | Draw::Binomial(address, ..) => Some(address),
        Draw::Choose(..) | Draw::Scatter(..) => None,
    };
    let often = |component: Component| {
        draws.iter().filter_map(address).filter(|address| address.component == component).count()
    };
    let is_terminal = |at: Address| at.week == 0 && often(at.component) == 1;
    let up_to = |n: f64, week: u32| (n * f64::from(week) / f64::from(weeks)).floor();
    let mut all = Vec::new();
    for draw in draws {
        let Some(at) = address(draw) else { continue };
        let of_weeks = if is_terminal(at) { 0..weeks } else { at.week..at.week + 1 };
        all.extend(of_weeks.map(|week| match *draw {
            Draw::Binomial(_, n, p) if is_terminal(at) => {
                Draw::Binomial(Address { week, ..at }, up_to(n, week + 1) - up_to(n, week), p)
            }
            Draw::Poisson(_, mean) if is_terminal(at) => {
                Draw::Poisson(Address { week, ..at }, mean / f64::from(weeks))
            }
            Draw::Binomial(at, n, p) => Draw::Binomial(at, n, p),
            Draw::Poisson(at, mean) => Draw::Poisson(at, mean),
            Draw::Gamma(at, shape, scale) => Draw::Gamma(at, shape, scale),
            Draw::Messages(at, mean, dispersion) => Draw::Messages(at, mean, dispersion),
            Draw::Choose(..) | Draw::Scatter(..) => unreachable!("those have no address"),
        }));
    }
    all
}

/// The draws of the first block, trial by trial and owner by owner: the communities, then the team.
struct Floor {
    lowered: Lowered,
    keys: Vec<Vec<StreamKey>>,
    trials: Vec<Vec<Vec<Draw>>>,
}

impl Floor {
    fn record(lowered: Lowered, counts: Counts) -> Floor {
        let (model, plan) = (&lowered.model, lowered.plan);
        let streams = |id: &str| {
            Component::all().map(|component| StreamKey::new(plan.seed, component, id)).collect()
        };
        let owners = model.communities.iter().map(|community| community.id.as_str()).chain([TEAM]);
        let keys: Vec<Vec<StreamKey>> = owners.map(streams).collect();
        let trial = |trial: u64| {
            let inputs = engine::replay(model, plan, trial).inputs;
            let coins = vec![0.5; model.coins.len()];
            let world =
                World::draw(model, Values { inputs: &inputs, lives: Lives::Sampled(&coins) });
            let mut tapes: Vec<Tape> = keys
                .iter()
                .map(|keys| Tape { drawn: Sampled { keys, trial }, draws: Vec::new() })
                .collect();
            Future::new(model, Detail::Totals).unfold(model, &world, &mut tapes);
            let drawn = tapes.into_iter().map(|tape| tape.draws);
            match counts {
                Counts::WeekByWeek => {
                    drawn.map(|draws| week_by_week(&draws, model.weeks as u32)).collect()
                }
                Counts::AsTheEngine => drawn.collect(),
            }
        };
        let trials = (0..BLOCK as u64).map(trial).collect();
        Floor { lowered, keys, trials }
    }

    /// Draws the block again: coordinates, inputs, variates.
    fn draw(&self) -> f64 {
        let (model, plan) = (&self.lowered.model, self.lowered.plan);
        let (mut sum, mut split) = (0.0, Split::default());
        for input in &model.inputs {
            let mut column = vec![0.0; BLOCK];
            Column::new(plan.seed, &input.coordinate.name, input.coordinate.dimension).fill(
                plan.sampler,
                0,
                &mut column,
            );
            sum += column.into_iter().map(|u| input.dist.quantile(u)).sum::<f64>();
        }
        for (trial, owners) in self.trials.iter().enumerate() {
            for (keys, draws) in self.keys.iter().zip(owners) {
                let at = |address: Address| {
                    keys[address.component.index()].at(trial as u64, address.week)
                };
                sum += draws
                    .iter()
                    .map(|draw| match *draw {
                        Draw::Choose(address, total, ref weeks) => {
                            split.over(weeks.iter().copied());
                            split.choose(&mut at(address), total);
                            split.parts[0]
                        }
                        Draw::Scatter(address, total, ref weeks) => {
                            split.over(weeks.iter().copied());
                            split.scatter(&mut at(address), total);
                            split.parts[0]
                        }
                        Draw::Messages(address, mean, dispersion) => {
                            draw::negative_binomial(&mut at(address), mean, dispersion)
                        }
                        Draw::Poisson(address, mean) => draw::poisson(&mut at(address), mean),
                        Draw::Gamma(address, shape, scale) => {
                            draw::gamma(&mut at(address), shape, scale)
                        }
                        Draw::Binomial(address, n, p) => draw::binomial(&mut at(address), n, p),
                    })
                    .sum::<f64>();
            }
        }
        sum
    }
}

fn trials_a_second(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("trials");
    group.sample_size(20);
    for name in SCENARIOS {
        let lowered = load(name);
        let one_block = reachsim::model::Plan { trials: BLOCK as u64, ..lowered.plan };
        let [plain, floor] = [Counts::WeekByWeek, Counts::AsTheEngine]
            .map(|counts| Floor::record(load(name), counts));
        let draws =
            |floor: &Floor| floor.trials.iter().flatten().map(Vec::len).sum::<usize>() / BLOCK;
        println!(
            "{name}: {} draws a trial week by week, {} as the engine draws",
            draws(&plain),
            draws(&floor)
        );
        group.throughput(Throughput::Elements(BLOCK as u64));
        group.bench_function(BenchmarkId::new("floor week by week, 1 thread", name), |bencher| {
            bencher.iter(|| black_box(plain.draw()));
        });
        group.bench_function(BenchmarkId::new("lowered floor, 1 thread", name), |bencher| {
            bencher.iter(|| black_box(floor.draw()));
        });
        let one = pool(1);
        group.bench_function(BenchmarkId::new("engine, 1 thread", name), |bencher| {
            bencher.iter(|| {
                one.install(|| engine::run(&lowered.model, one_block, Detail::Totals, &Unwatched))
            });
        });
        group.bench_function(BenchmarkId::new("engine with weeks, 1 thread", name), |bencher| {
            bencher.iter(|| {
                one.install(|| engine::run(&lowered.model, one_block, Detail::Weekly, &Unwatched))
            });
        });
        let (two, plan) =
            (pool(2), reachsim::model::Plan { trials: 10 * BLOCK as u64, ..lowered.plan });
        group.throughput(Throughput::Elements(plan.trials));
        group.bench_function(BenchmarkId::new("engine, 2 threads", name), |bencher| {
            bencher.iter(|| {
                two.install(|| engine::run(&lowered.model, plan, Detail::Totals, &Unwatched))
            });
        });
    }
    group.finish();
}

fn samplers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("design");
    group.throughput(Throughput::Elements(BLOCK as u64));
    for (name, sampler) in [
        ("random", Sampler::Random),
        ("latin-hypercube", Sampler::LatinHypercube),
        ("sobol", Sampler::Sobol),
    ] {
        let mut column = vec![0.0; BLOCK];
        group.bench_function(name, |bencher| {
            let coordinate = Column::new(1, "community.page.friends.mean", 3);
            bencher.iter(|| coordinate.fill(sampler, black_box(7), &mut column));
        });
    }
    group.finish();
}

fn a_million_summed_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("summary");
    group.sample_size(10);
    let lowered = load("article");
    let plan = reachsim::model::Plan { trials: 1_000_000, ..lowered.plan };
    let trials = engine::run(&lowered.model, plan, Detail::Totals, &Unwatched);
    group.throughput(Throughput::Elements(plan.trials));
    group.bench_function("1,000,000 trials of the article", |bencher| {
        bencher.iter(|| Summary::of(&lowered.model, &trials));
    });
    group.finish();
}

criterion_group!(benches, trials_a_second, samplers, a_million_summed_up);
criterion_main!(benches);
