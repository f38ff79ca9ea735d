//! A page of forty inputs that needs no engine: products, a capacity and saturations, of which
//! twenty-four inputs are idle. Its posterior is compared with that of another sampler.

use rayon::prelude::*;
use reachsim_core::draw::normal;
use reachsim_core::rng::{StreamKey, uniform};
use reachsim_core::watch::Unwatched;
use reachsim_learn::totals::Effort;
use reachsim_learn::totals::chains;
use reachsim_learn::totals::mode::Bell;
use reachsim_learn::totals::target::{Target, half_square};

use super::bell::{Toy, found, moments};

const INPUTS: usize = 40;
/// Medians and spreads of shares, on ln(x/(1-x)).
const SHARES: [(f64, f64); 12] = [
    (0.2, 0.4),
    (0.2, 0.5),
    (0.3, 0.4),
    (0.6, 0.4),
    (0.9, 0.5),
    (0.15, 0.4),
    (0.009, 0.5),
    (0.04, 0.4),
    (0.05, 0.3),
    (0.021, 0.3),
    (0.02, 0.7),
    (0.01, 0.4),
];

fn shares(w: &[f64]) -> [f64; 12] {
    std::array::from_fn(|place| {
        let (median, sd) = SHARES[place];
        1.0 / (1.0 + (1.0 - median) / median * (-sd * w[place]).exp())
    })
}

/// ln of questions, share answered, leads, people reached, reactions, clicks and followers.
fn totals(w: &[f64]) -> [f64; 7] {
    let [peers, give_up, presale, lead, handover, close, click, web, reach, engage, see, churn] =
        shares(w);
    let questions = 9_900.0 * (0.21 * w[12]).exp();
    let friends = 300.0 * (0.2 * w[13]).exp();
    let helped = questions * peers;
    let staff = (questions - helped).min(7_000.0 * (0.1 * w[14]).exp());
    let answered = helped + staff;
    let share = answered / questions * (1.0 - 0.1 * give_up);
    let followers = 100_000.0 * (0.05 * w[15]).exp() * (1.0 - churn).powi(12);
    let seen = 260.0 * followers * reach;
    let reactions = seen * engage;
    let second = (questions + 0.1 * reactions) * friends * see;
    let clicks = (seen + second) * click;
    let direct = answered * presale * lead * handover * (0.5 + close);
    let leads = direct + clicks * web;
    let people = followers * (1.0 - (-seen / followers / 20.0).exp());
    [questions, share, leads, people, reactions, clicks, followers].map(f64::ln)
}

/// Luck of these totals.
const LUCK: [f64; 7] = [0.04, 0.01, 0.05, 0.01, 0.02, 0.03, 0.003];
/// What is known of the shares in a draw 0.9 standard deviations from the middle.
fn truth() -> [f64; INPUTS] {
    std::array::from_fn(|place| if place % 3 == 1 { -0.9 } else { 0.9 })
}

fn toy(count: usize) -> impl Target<Room = ()> {
    let seen = totals(&truth());
    let of = move |w: &[f64], residuals: &mut Vec<f64>| {
        let found = totals(w);
        residuals.extend((0..count).map(|total| (found[total] - seen[total]) / LUCK[total]));
    };
    Toy { dimension: INPUTS, of }
}

/// Means and standard deviations of all inputs and totals in one chain of Metropolis's random walk,
/// whose steps have the shape of the bell.
fn walked<T: Target<Room = ()>>(target: &T, bell: &Bell, number: u64) -> Vec<(f64, f64)> {
    let mut rng = StreamKey::named(5, "metropolis", "").at(number, 0);
    let size = 2.0 / (INPUTS as f64).sqrt();
    let (mut w, mut residuals) = (bell.mode.clone(), Vec::new());
    let mut height = -bell.misfit;
    let mut kept: Vec<Vec<f64>> = vec![Vec::new(); INPUTS + 7];
    for step in 0..WALK {
        let y: Vec<f64> = w.iter().map(|_| size * normal(&mut rng)).collect();
        let mut to = vec![0.0; INPUTS];
        bell.place(&y, &mut to);
        for (to, (own, mode)) in to.iter_mut().zip(w.iter().zip(&bell.mode)) {
            *to += own - mode;
        }
        target.residuals(&to, &mut (), &mut residuals);
        let there = -half_square(&to) - half_square(&residuals);
        if uniform(&mut rng).ln() < there - height {
            (w, height) = (to, there);
        }
        if step >= WALK / 10 && step % 10 == 0 {
            let all = w.iter().copied().chain(totals(&w));
            kept.iter_mut().zip(all).for_each(|(kept, value)| kept.push(value));
        }
    }
    kept.iter().map(|values| moments(values)).collect()
}

const WALK: usize = 60_000;
const WALKS: u64 = 32;

/// Means to 4.9 standard errors of both samplers, of which the larger is told to be below 0.03
/// standard deviations: an error of 0.2 would be found. Standard deviations to 10 %.
fn expect_the_same(count: usize) {
    let target = toy(count);
    let modes = found(&target);
    assert_eq!(modes.bells.len(), 1, "one explanation");
    let bell = &modes.bells[0];
    let effort = Effort { chains: 2_000, ..Effort::default() };
    let draws = chains::draw((&target, bell), 3, effort, &Unwatched).expect("draws");
    let walks: Vec<Vec<(f64, f64)>> =
        (0..WALKS).into_par_iter().map(|number| walked(&target, bell, number)).collect();
    for place in 0..INPUTS + 7 {
        let of = |w: &Vec<f64>| if place < INPUTS { w[place] } else { totals(w)[place - INPUTS] };
        let (mean, sd) = moments(&draws.places.iter().map(of).collect::<Vec<f64>>());
        let means: Vec<f64> = walks.iter().map(|walk| walk[place].0).collect();
        let (walked, scatter) = moments(&means);
        let within = walks.iter().map(|walk| walk[place].1.powi(2)).sum::<f64>() / WALKS as f64;
        let wanted = (within + scatter.powi(2)).sqrt();
        let errors =
            [scatter / (WALKS as f64).sqrt(), sd / (draws.places.len() as f64 / 3.0).sqrt()];
        let error = errors[0].hypot(errors[1]) / wanted;
        assert!(error < 0.04, "{place}: {errors:?} tell too little");
        let apart = (mean - walked).abs() / wanted;
        assert!(apart < 4.9 * error, "{count} totals, {place}: {apart} sd, {error}");
        assert!((sd / wanted - 1.0).abs() < 0.1, "{count} totals, {place}: {sd} {wanted}");
    }
}

#[test]
fn the_toy_agrees_with_long_chains() {
    for count in [2, 5, 7] {
        expect_the_same(count);
    }
}

#[test]
#[ignore = "a measurement"]
fn how_many_steps_the_toy_takes() {
    for count in [2, 5, 7] {
        let target = toy(count);
        let modes = found(&target);
        let bell = &modes.bells[0];
        let walks: Vec<Vec<(f64, f64)>> =
            (0..WALKS).into_par_iter().map(|number| walked(&target, bell, number)).collect();
        for times in [1, 2, 4] {
            let effort = Effort {
                chains: 1_000,
                warm: 10 * times,
                every: 3 * times,
                doublings: 0,
                most_rhat: 9.0,
                most_drift: 9.0,
                ..Effort::default()
            };
            let draws = chains::draw((&target, bell), 3, effort, &Unwatched).expect("draws");
            let (mut worst, mut low, mut high) = (0.0_f64, 1.0_f64, 1.0_f64);
            for place in 0..INPUTS + 7 {
                let of = |w: &Vec<f64>| {
                    if place < INPUTS { w[place] } else { totals(w)[place - INPUTS] }
                };
                let (mean, sd) = moments(&draws.places.iter().map(of).collect::<Vec<f64>>());
                let means: Vec<f64> = walks.iter().map(|walk| walk[place].0).collect();
                let (walked, scatter) = moments(&means);
                let within =
                    walks.iter().map(|walk| walk[place].1.powi(2)).sum::<f64>() / WALKS as f64;
                let wanted = (within + scatter.powi(2)).sqrt();
                worst = worst.max((mean - walked).abs() / wanted);
                low = low.min(sd / wanted);
                high = high.max(sd / wanted);
            }
            println!(
                "{count} totals x{times}: worst mean {worst:.3} sd {low:.3}..{high:.3} rhat {:.4} drift {:.3} khat {:.2} evals {}",
                draws.rhat, draws.drift, draws.khat, draws.evaluations
            );
        }
    }
}
