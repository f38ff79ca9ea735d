//! How messages of people sound.
//!
//! Shares of those that have a tone, by the score interval of Wilson (1927). One author's messages
//! of one day come in bursts, so that n is what as many independent messages would tell. Where a
//! person checked a sample, what the coder mistakes is taken out (Saerens, Latinne, Decaestecker
//! 2002), of all three tones: then neutral need not stand for unknown.

use super::figure::{Aside, Figure, Means, Of, Remark, Unit};
use super::group::Tones;
use super::view::View;
use crate::measure::coder::{Blind, Checked, corrected, kappa};
use crate::measure::share::{effective_n, wilson};
use crate::measure::{Enough, Interval, speak};
use crate::shape::{Message, Tone};

/// Draws of the coder's errors, and their seed.
const DRAWS: u32 = 4_000;
const SEED: u64 = 1;

/// Below this share of messages that are worth an independent one, bursts are remarked.
const BURSTS: f64 = 0.8;

const IDS: [&str; 3] = ["share_positive", "share_neutral", "share_negative"];

pub const fn place(tone: Tone) -> usize {
    match tone {
        Tone::Positive => 0,
        Tone::Neutral => 1,
        Tone::Negative => 2,
    }
}

/// Tones of messages of people.
struct Coded {
    counts: [f64; 3],
    n: f64,
    /// Independent messages that would tell as much.
    effective: f64,
}

impl Coded {
    fn of(view: &View, leaves_neutral: bool) -> Coded {
        let toned = view.of_people().filter_map(|(row, message)| Some((row, message.tone?)));
        let used = toned.filter(|(_, tone)| !(leaves_neutral && *tone == Tone::Neutral));
        let classes: Vec<(u64, u32)> =
            used.map(|(row, tone)| (view.cluster(row), place(tone) as u32)).collect();
        let mut counts = [0.0; 3];
        for (_, class) in &classes {
            counts[*class as usize] += 1.0;
        }
        let n = classes.len() as f64;
        let effective = if n > 0.0 { effective_n(&classes, 3).clamp(1.0, n) } else { 0.0 };
        Coded { counts, n, effective }
    }

    fn share(&self, class: usize) -> Interval {
        wilson(self.counts[class] / self.n * self.effective, self.effective)
    }
}

pub fn figures(view: &View) -> Vec<Figure> {
    let has_sample = !view.question.checked.is_empty();
    if has_sample {
        let coded = Coded::of(view, false);
        let checked = checked(view);
        let scaled = coded.counts.map(|count| count / coded.n.max(1.0) * coded.effective);
        return match corrected(scaled, &checked, DRAWS, SEED) {
            Ok(shares) => clean(&coded, &shares, &checked),
            Err(blind) => as_coded(view, Some(blind)),
        };
    }
    as_coded(view, None)
}

fn clean(coded: &Coded, shares: &[Interval; 3], checked: &Checked) -> Vec<Figure> {
    let agreement = kappa(&checked.table);
    let pairs = checked.table.iter().flatten().sum::<f64>() as u64;
    let n = coded.n as u64;
    let figure = |class: usize| {
        Figure::within(IDS[class], shares[class], Means::Share, Unit::Share)
            .of(n, Of::Messages)
            .beside_within(Aside::AsCoded, Some(coded.share(class)), n)
            .beside(Aside::Kappa, Some(agreement), pairs)
            .beside(Aside::Effective, Some(coded.effective), n)
            .remark(Remark::Corrected, true)
            .remark(Remark::Bursts, coded.effective < BURSTS * coded.n)
    };
    if speak(coded.n) == Enough::CountOnly { Vec::new() } else { (0..3).map(figure).collect() }
}

fn as_coded(view: &View, blind: Option<Blind>) -> Vec<Figure> {
    let leaves_neutral = view.question.neutral_is_unknown;
    let coded = Coded::of(view, leaves_neutral);
    if speak(coded.n) == Enough::CountOnly {
        return Vec::new();
    }
    let few = matches!(blind, Some(Blind::Few { .. } | Blind::Unseen { .. } | Blind::Uncoded));
    let figure = |class: usize| {
        Figure::within(IDS[class], coded.share(class), Means::Share, Unit::Share)
            .of(coded.n as u64, Of::Messages)
            .beside(Aside::Effective, Some(coded.effective), coded.n as u64)
            .remark(Remark::AsCoded, true)
            .remark(Remark::CheckedTooFew, few)
            .remark(Remark::CodingCannotTell, matches!(blind, Some(Blind::Alike { .. })))
            .remark(Remark::NeutralIsUnknown, leaves_neutral)
            .remark(Remark::Bursts, coded.effective < BURSTS * coded.n)
    };
    let classes: &[usize] = if leaves_neutral { &[0, 2] } else { &[0, 1, 2] };
    classes.iter().map(|class| figure(*class)).collect()
}

/// Messages of which a person gave the tone: by the true one and the coded one.
fn checked(view: &View) -> Checked {
    let mut tones: Vec<(u64, Tone)> = view.question.checked.clone();
    tones.sort_unstable_by_key(|(id, _)| *id);
    tones.dedup_by_key(|(id, _)| *id);
    let mut checked = Checked::default();
    for message in &view.export.messages {
        let Some((id, coded)) = message.id.zip(message.tone) else { continue };
        if let Ok(found) = tones.binary_search_by_key(&id, |(id, _)| *id) {
            checked.table[place(tones[found].1)][place(coded)] += 1.0;
        }
    }
    checked
}

/// Tones of some messages, where five of them have one.
pub fn tones<'a>(view: &View, of: impl Iterator<Item = &'a Message>) -> Option<Tones> {
    let leaves_neutral = view.question.neutral_is_unknown;
    let mut counts = [0.0; 3];
    for tone in of.filter_map(|message| message.tone) {
        if !(leaves_neutral && tone == Tone::Neutral) {
            counts[place(tone)] += 1.0;
        }
    }
    let n: f64 = counts.iter().sum();
    (speak(n) != Enough::CountOnly).then(|| Tones {
        n: n as u64,
        shares: counts.map(|count| {
            let share = wilson(count, n);
            [share.value, share.low, share.high]
        }),
    })
}
