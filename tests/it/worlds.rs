//! Random scenarios that are right: every key that is simulated, every form of a number, roles,
//! overlaps, campaigns, competitors, correlations and formulas. One seed is one text.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use reachsim::diagnostic::{Code, Diagnostics, Severity, Style};
use reachsim::metric::{METRICS, Needs};
use reachsim::model::{Lowered, lower};
use reachsim::scenario;
use reachsim::scenario::keys::{self, COMMUNITY_KINDS, Domain, Form, KEYS, Key, SAMPLERS, Used};
use reachsim::scenario::presets;
use reachsim::units::Kind;

/// A scenario that is right, as its text.
pub struct Written {
    pub text: String,
    pub lowered: Lowered,
}

/// The scenario of a seed. A market that is too small for its communities at the medians is
/// enlarged until it is not.
pub fn written(seed: u64) -> Written {
    let mut people = 1.0;
    loop {
        let text = Draft::of(seed, people);
        match scenario::parse(&folder().join("any.toml"), text.clone(), &[]).and_then(lower) {
            Ok(lowered) => return Written { text, lowered },
            Err(problems) if people < 1e12 && is_market_alone(&problems) => people *= 10.0,
            Err(problems) => {
                panic!("seed {seed} is wrong: {}\n{text}", problems.render(Style::Plain))
            }
        }
    }
}

fn is_market_alone(problems: &Diagnostics) -> bool {
    problems
        .iter()
        .filter(|problem| problem.severity() == Severity::Error)
        .all(|problem| problem.code == Code::MarketExceeded)
}

/// Keys that say how a run is made or what it looks like, and networks, whose people are counted
/// one by one when the text is read: `graph` has tests of its own.
pub fn is_left_out(key: &Key) -> bool {
    match key.domain {
        Domain::Quantity(_) | Domain::Above(_) | Domain::Months | Domain::Date | Domain::Flag => {
            key.path.starts_with("theme.")
        }
        Domain::Whole(..) => {
            matches!(key.path, "simulation.trials" | "community.<id>.graph.leaders")
        }
        Domain::Choice(_) => matches!(key.path, "locale" | "deck.by"),
        Domain::Platform => false,
        _ => true,
    }
}

/// Samples beside the scenarios: shares, and counts that are not whole.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("worlds");
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, sample) in [
            ("shares.csv", "y\n0.02\n0.5\n0.07\n0.3\n0.3\n0.9\n"),
            ("counts.csv", "y\n3\n12.5\n0.6\n250\n40\n40\n7\n"),
        ] {
            std::fs::write(folder.join(name), sample).expect("a sample");
        }
        folder
    })
}

/// A text in the making.
struct Draft {
    rng: StdRng,
    text: String,
    weeks: u64,
    /// Paths that are given.
    given: BTreeSet<String>,
    /// Paths of uncertain numbers, as correlations name them.
    uncertain: Vec<String>,
}

/// A number of a key: which ones are possible, and whether zero is.
#[derive(Clone, Copy)]
struct Possible {
    kind: Kind,
    /// The least and the largest.
    ends: (f64, f64),
}

impl Possible {
    fn of(key: &Key) -> Option<Possible> {
        // What a scenario refuses: margins for ever, and margins that arrive after a lifetime.
        let most = match key.path {
            "value.retention" => 0.9,
            "value.months_to_earn" => 1_200.0,
            _ => f64::INFINITY,
        };
        match key.domain {
            // Interest below zero makes a customer worth infinitely much.
            Domain::Quantity(kind) if key.path == "cost.discount" => {
                Some(Possible { kind, ends: (0.0, 0.5) })
            }
            Domain::Quantity(kind) => Some(Possible::within(kind, 0.0, most)),
            Domain::Above(kind) => Some(Possible::within(kind, 1e-6, most)),
            _ => None,
        }
    }

    fn within(kind: Kind, least: f64, most: f64) -> Possible {
        let ends = match kind {
            Kind::Share => (least, most.min(1.0)),
            Kind::Positive => (least, most.min(1e9)),
            Kind::Difference => (-0.5, 0.5),
            Kind::Growth | Kind::Real => (-0.9, 9.0),
        };
        Possible { kind, ends }
    }

    fn clamp(self, value: f64) -> f64 {
        value.clamp(self.ends.0, self.ends.1)
    }
}

impl Draft {
    fn of(seed: u64, people: f64) -> String {
        let mut draft = Draft {
            rng: StdRng::seed_from_u64(seed),
            text: format!("title = \"any {seed}\"\n"),
            weeks: 1,
            given: BTreeSet::new(),
            uncertain: Vec::new(),
        };
        let communities = if draft.rng.random_bool(0.1) {
            draft.rng.random_range(4..=12)
        } else {
            draft.rng.random_range(1..=3)
        };
        let weeks = match draft.rng.random_range(0..20) {
            0 => draft.rng.random_range(53..=104),
            1..=4 => 1,
            _ => draft.rng.random_range(2..=30),
        };
        draft.weeks = weeks;
        draft.run(weeks);
        let sizes: Vec<f64> =
            (0..communities).map(|_| 10.0_f64.powf(draft.rng.random_range(-0.5..6.0))).collect();
        draft.market(people * sizes.iter().copied().fold(0.0, f64::max));
        draft.keys("");
        for (place, size) in sizes.iter().enumerate() {
            draft.community(place, *size);
        }
        draft.rows(communities, weeks);
        draft.changes();
        draft.own();
        draft.correlations();
        // What is learnt from moves no number.
        draft.text += "\n[[observed]]\nmetric = \"questions\"\nvalue = \"1k\"\nin = 2025\n";
        draft.text
    }

    fn line(&mut self, key: &str, value: &str) {
        writeln!(self.text, "{key} = {value}").expect("a text takes what it is given");
    }

    fn run(&mut self, weeks: u64) {
        self.line("simulation.weeks", &weeks.to_string());
        let sampler = SAMPLERS[self.rng.random_range(0..SAMPLERS.len() - 1)];
        self.line("simulation.sampler", &format!("\"{sampler}\""));
        let seed: u64 =
            if self.rng.random_bool(0.1) { u64::MAX >> 1 } else { self.rng.random_range(0..99) };
        self.line("simulation.seed", &seed.to_string());
        if self.rng.random_bool(0.5) {
            let month = self.rng.random_range(1..=12);
            self.line("simulation.start", &format!("2026-{month:02}-15"));
            if month % 3 == 0 {
                self.line("simulation.fiscal_year_starts", &month.to_string());
            }
        }
    }

    /// A market for the largest community, tight or wide.
    fn market(&mut self, largest: f64) {
        let share = Possible::within(Kind::Share, 1e-6, f64::INFINITY);
        let brands = [1.0, 0.5, 1e-3][self.rng.random_range(0..3)];
        if brands < 1.0 {
            self.quantity("market.brand_users", "market.brand_users", share, brands);
        }
        let room = self.rng.random_range(1.0..3.0) * largest.max(1.0) / brands;
        let people = Possible { kind: Kind::Positive, ends: (1e-6, 1e13) };
        if self.rng.random_bool(0.7) {
            self.quantity("market.people", "market.people", people, room);
            return;
        }
        let parts = [0.0, 0.0].map(|_: f64| self.rng.random_range(0.05..1.0));
        self.quantity("market.adults", "market.adults", people, room / (parts[0] * parts[1]));
        self.quantity("market.internet", "market.internet", share, parts[0]);
        self.quantity("market.social", "market.social", share, parts[1]);
    }

    /// Some of the keys of a community, or of those that belong to none.
    fn keys(&mut self, community: &str) {
        let here =
            |key: &&Key| key.in_community().is_some() != community.is_empty() && !is_left_out(key);
        let mut meanings: Vec<&str> = Vec::new();
        for key in KEYS.iter().filter(here) {
            if !meanings.contains(&key.meaning()) {
                meanings.push(key.meaning());
            }
        }
        let busy = self.rng.random_range(0.05..0.4);
        // Keys that act only beside others come after them.
        for _ in 0..2 {
            for meaning in &meanings {
                self.meaning(community, meaning, busy);
            }
        }
        self.mix(community);
    }

    fn meaning(&mut self, community: &str, meaning: &str, busy: f64) {
        let name = |key: &Key| key.in_community().map_or(key.path, |name| name).to_owned();
        let forms: Vec<&Key> = KEYS.iter().filter(|key| key.meaning() == meaning).collect();
        let own = ["followers", "platform", "posts.branded", "posts.helpful", "posts.emotional"];
        let is_market = meaning == "market.people"
            || meaning == "market.brand_users"
            || meaning.starts_with("simulation.");
        if is_market
            || own.contains(&name(forms[0]).as_str())
            || forms.iter().any(|key| self.given.contains(&key.of(community)))
            || !self.rng.random_bool(busy)
        {
            return;
        }
        let wholes: Vec<&Key> = forms
            .iter()
            .copied()
            .filter(|key| key.form == Form::Whole && !is_left_out(key))
            .collect();
        let parts: Vec<&Key> =
            forms.iter().copied().filter(|key| key.form != Form::Whole).collect();
        let chosen: Vec<&Key> = if !parts.is_empty() && self.rng.random_bool(0.5) {
            let all = parts.iter().all(|key| key.form == Form::Together);
            let keep = self.rng.random_range(1..=parts.len());
            if all { parts } else { parts[..keep].to_vec() }
        } else {
            wholes.choose(&mut self.rng).copied().into_iter().collect()
        };
        for key in chosen {
            if self.acts(key, community) {
                self.key(key, community, &name(key));
            }
        }
    }

    /// Whether the keys are there beside which alone this one acts. Two that need each other are
    /// given together.
    fn acts(&mut self, key: &Key, community: &str) -> bool {
        match key.used {
            Used::With(others) | Used::DefaultWith(others) => {
                others.iter().any(|other| self.given.contains(&other.replace("<id>", community)))
                    || self.pair(key, others, community)
            }
            _ => true,
        }
    }

    /// Gives the other one of two keys that need each other.
    fn pair(&mut self, key: &Key, others: &[&str], community: &str) -> bool {
        let needs_back =
            |other: &&Key| matches!(other.used, Used::With(back) if back.contains(&key.path));
        let others: Vec<&Key> = KEYS
            .iter()
            .filter(|other| others.contains(&other.path) && !is_left_out(other))
            .filter(needs_back)
            .collect();
        let Some(other) = others.choose(&mut self.rng).copied() else { return false };
        let name = other.in_community().unwrap_or(other.path).to_owned();
        self.key(other, community, &name);
        true
    }

    fn key(&mut self, key: &Key, community: &str, name: &str) {
        if !self.given.insert(key.of(community)) {
            return;
        }
        let value = match key.domain {
            Domain::Quantity(_) | Domain::Above(_) => {
                let possible = Possible::of(key).expect("a quantity");
                let size = self.size(possible);
                return self.quantity(name, &key.of(community), possible, size);
            }
            Domain::Whole(..) if name == "opens_at_week" => {
                self.rng.random_range(0..self.weeks).to_string()
            }
            Domain::Whole(least, most) => self.rng.random_range(least..=most).to_string(),
            Domain::Flag => self.rng.random_bool(0.5).to_string(),
            Domain::Choice(words) => {
                let word = if words == COMMUNITY_KINDS { "group" } else { words[0] };
                format!("\"{word}\"")
            }
            Domain::Months => {
                let mut weights: Vec<u32> = (0..12).map(|_| self.rng.random_range(0..4)).collect();
                weights[self.rng.random_range(0..12)] = 2;
                format!("{weights:?}")
            }
            _ => return,
        };
        self.line(name, &value);
    }

    /// A size: ends of what is possible, and numbers of every order.
    fn size(&mut self, possible: Possible) -> f64 {
        let (least, most) = possible.ends;
        match (possible.kind, self.rng.random_range(0..6)) {
            (Kind::Share | Kind::Positive, 0) => least,
            (Kind::Share, 1) => most,
            (Kind::Share, 2) => 10.0_f64.powf(self.rng.random_range(-6.0..0.0)) * most,
            (Kind::Share, _) => self.rng.random_range(least..=most),
            (Kind::Positive, 1) => possible.clamp(1.0),
            (Kind::Positive, 2) => possible.clamp(1_000.0),
            (Kind::Positive, 3) => possible.clamp(10.0_f64.powf(self.rng.random_range(-6.0..3.5))),
            (Kind::Positive, _) => possible.clamp(10.0_f64.powf(self.rng.random_range(-1.5..1.5))),
            (Kind::Difference, _) => self.rng.random_range(-0.4..0.4),
            (Kind::Growth | Kind::Real, _) => self.rng.random_range(-0.5..0.9),
        }
    }

    /// Writes a number about `size`, fixed or uncertain.
    fn quantity(&mut self, name: &str, path: &str, possible: Possible, size: f64) {
        // A market follows its communities; what a sample says does not.
        let depth = if path.starts_with("market.") { 2 } else { 0 };
        let value = self.value(possible, size, depth);
        if value.starts_with('{') || value.contains("..") || value.contains(" to ") {
            self.uncertain.push(path.to_owned());
        }
        self.line(name, &value);
    }

    /// A number about `size` in any form that a file may write.
    fn value(&mut self, possible: Possible, size: f64, depth: usize) -> String {
        let (least, most) = possible.ends;
        let size = possible.clamp(size);
        let spread = [0.02, 0.3, 0.9][self.rng.random_range(0..3)];
        let (low, high) = match possible.kind {
            Kind::Difference | Kind::Growth | Kind::Real => {
                (possible.clamp(size - 0.3), possible.clamp(size + 0.3))
            }
            _ => (possible.clamp(size * (1.0 - spread)), possible.clamp(size * (1.0 + spread))),
        };
        let fixed = format!("{size}");
        // There has to be room for uncertainty, and a step between its ends.
        if high - low <= 1e-9 * size.abs().max(1e-3) || self.rng.random_bool(0.5) {
            return match (possible.kind, self.rng.random_range(0..3)) {
                (Kind::Share, 0) if size >= 1e-4 => {
                    format!("\"{}%\"", spelt(rounded(100.0 * size)))
                }
                (Kind::Positive, 0) if size >= 1.0 => {
                    format!("\"{}k\"", spelt(rounded(size / 1000.0)))
                }
                _ => fixed,
            };
        }
        let (sd, mode) = ((high - low) / 4.0, low + (high - low) * self.rng.random_range(0.2..0.8));
        let is_positive = possible.kind == Kind::Positive;
        let is_signed = matches!(possible.kind, Kind::Difference | Kind::Growth | Kind::Real);
        // An interval goes on to the end of all numbers of its kind.
        let has_no_end =
            (is_positive && most == 1e9) || (!is_positive && !is_signed && most == 1.0);
        let bounds = format!("min = {low}, max = {high}");
        // What has no upper end by itself gets that of its key.
        let most = if is_positive { size * 1e4 } else { most }.min(most);
        let end = format!("min = {least}, max = {most}");
        let form = self.rng.random_range(0..16);
        // Tables of quantiles take time: such forms are fewer.
        let form = if (8..=14).contains(&form) && self.rng.random_bool(0.6) { 0 } else { form };
        match form {
            0 => format!("\"{}..{}\"", spelt(low), spelt(high)),
            1 if low > 0.0 && has_no_end && high < most => {
                format!("\"{} to {}\"", spelt(low), spelt(high))
            }
            2 if low > 0.0 && has_no_end && high < most => {
                format!("\"{} to {} @80%\"", spelt(low), spelt(high))
            }
            3 => format!("{{ triangular = [{low}, {mode}, {high}] }}"),
            4 => format!("{{ pert = [{low}, {mode}, {high}] }}"),
            5 => format!("{{ normal = {{ mean = {size}, sd = {sd} }}, {bounds} }}"),
            6 if is_positive && size > 0.0 => {
                format!("{{ lognormal = {{ median = {size}, gsd = 1.6 }}, {end} }}")
            }
            7 if is_positive && size > 0.0 => {
                format!("{{ lognormal = {{ mean = {size}, sd = {sd} }}, {end} }}")
            }
            8 if is_positive && size > 0.0 => {
                format!("{{ gamma = {{ mean = {size}, sd = {sd} }}, {end} }}")
            }
            9 if !is_positive && !is_signed => {
                format!("{{ beta = {{ alpha = 2, beta = 3 }}, {end} }}")
            }
            10 if !is_positive && !is_signed && size > 0.01 && size < 0.99 && most == 1.0 => {
                let sd = 0.3 * size.min(1.0 - size);
                format!("{{ beta = {{ mean = {size}, sd = {sd} }}, {end} }}")
            }
            11 if low > least && high < most => format!(
                "{{ metalog = {{ p10 = {low}, p50 = {}, p90 = {high} }}, {end} }}",
                middle(low, high, possible)
            ),
            12 => {
                let others = [low, size, high, mode];
                format!("{{ discrete = {{ values = {others:?}, weights = [1, 2, 0, 1] }} }}")
            }
            13 if depth < 2 => {
                let [a, b] = [low, high].map(|part| self.value(possible, part, depth + 1));
                format!("{{ mixture = {{ of = [{a}, {b}], weights = [1, 3] }}, {end} }}")
            }
            14 if depth < 2 && least <= 0.02 && most >= 0.95 => {
                let file = if is_positive { "counts.csv" } else { "shares.csv" };
                let cut = if is_positive { 250.0 } else { 0.9 };
                format!(
                    "{{ data = {{ file = \"{file}\", column = \"y\" }}, min = 0.01, max = {cut} }}"
                )
            }
            _ => format!("{{ uniform = [{low}, {high}] }}"),
        }
    }

    fn community(&mut self, place: usize, size: f64) {
        let id = &format!("c{place}");
        let platforms = presets::all();
        let platform = &platforms[self.rng.random_range(0..platforms.len())].id;
        let header = format!("\n[community.{id}]\nplatform = \"{platform}\"\n");
        self.text += &header;
        let people = Possible::within(Kind::Positive, 1e-3, f64::INFINITY);
        let size = if self.rng.random_bool(0.5) { size.ceil() } else { size };
        self.quantity("followers", &format!("community.{id}.followers"), people, size);
        self.keys(id);
    }

    /// Some parts of the mix of posts, that make no more than all.
    fn mix(&mut self, community: &str) {
        if community.is_empty() || self.rng.random_bool(0.5) {
            return;
        }
        let mut parts = ["branded", "helpful", "emotional"];
        parts.shuffle(&mut self.rng);
        let shares = *[[0.2, 0.3, 0.5], [0.0, 1.0, 0.0], [0.25, 0.25, 0.5]]
            .choose(&mut self.rng)
            .expect("a mix");
        let share = Possible::within(Kind::Share, 0.0, f64::INFINITY);
        let count = self.rng.random_range(1..=3);
        for (part, of) in parts.iter().zip(shares).take(count) {
            let name = format!("posts.{part}");
            if count == 3 || self.rng.random_bool(0.5) {
                self.line(&name, &of.to_string());
            } else {
                self.quantity(&name, &format!("community.{community}.{name}"), share, of);
            }
        }
    }

    /// Roles, campaigns, overlaps and competitors.
    fn rows(&mut self, communities: usize, weeks: u64) {
        let (share, ratio) = (
            Possible::within(Kind::Share, 0.0, f64::INFINITY),
            Possible::within(Kind::Positive, 0.0, 1e4),
        );
        if !self.given.contains("roles") && self.rng.random_bool(0.3) {
            for (name, part) in [("few", 0.2), ("some", 0.3), ("many", 0.5)] {
                let header = format!("\n[[role]]\nname = \"{name}\"\n");
                self.text += &header;
                self.line("share", &part.to_string());
                for field in ["asks", "friends", "negative", "answers", "fit"] {
                    if self.rng.random_bool(0.4) {
                        let size = self.size(ratio);
                        self.quantity(field, &format!("role.{name}.{field}"), ratio, size);
                    }
                }
            }
        }
        for number in 0..self.rng.random_range(0..=2) {
            let header = format!("\n[[campaign]]\nname = \"k{number}\"\n");
            self.text += &header;
            if self.rng.random_bool(0.5) {
                let place = self.rng.random_range(0..communities);
                self.line("community", &format!("\"c{place}\""));
            }
            let start = self.rng.random_range(0..weeks);
            self.line("start_week", &start.to_string());
            let long = self.rng.random_range(1..=weeks + 2);
            self.line("weeks", &long.to_string());
            let tone = Possible::within(Kind::Difference, 0.0, 1.0);
            let mut fields: Vec<(&str, Possible)> = vec![
                ("question_lift", ratio),
                ("posts_per_week", ratio),
                ("followers", ratio),
                ("budget", ratio),
                ("positive", tone),
                ("negative", tone),
            ];
            if self.rng.random_bool(0.3) {
                let people = self.size(ratio);
                let path = format!("campaign.k{number}.partner_followers");
                self.quantity("partner_followers", &path, ratio, people);
                fields.push(("partner_follow", share));
            }
            for (field, possible) in fields {
                if self.rng.random_bool(0.6) {
                    let size = self.size(possible);
                    self.quantity(field, &format!("campaign.k{number}.{field}"), possible, size);
                }
            }
        }
        for place in 1..communities {
            if self.rng.random_bool(0.3) {
                let header = format!("\n[[overlap]]\nbetween = [\"c0\", \"c{place}\"]\n");
                self.text += &header;
                let size = self.size(share);
                self.quantity("share", &format!("overlap.c0.c{place}"), share, size);
                // Its path follows from the order of the file, and is not correlated here.
                self.uncertain.retain(|path| !path.starts_with("overlap."));
            }
        }
        if self.rng.random_bool(0.2) {
            self.text += "\n[competitor.other]\n";
            for (field, possible) in
                [("messages_per_year", ratio), ("followers", ratio), ("positive", share)]
            {
                let size = self.size(possible);
                self.quantity(field, &format!("competitor.other.{field}"), possible, size);
            }
        }
    }

    /// Some of what is given is otherwise from a week on.
    fn changes(&mut self) {
        if self.weeks < 2 || self.rng.random_bool(0.6) {
            return;
        }
        let may = |path: &&String| {
            keys::find(path).is_some_and(|key| key.may_change() && Possible::of(key).is_some())
        };
        let may: Vec<String> = self.given.iter().filter(may).cloned().collect();
        let mut weeks = BTreeSet::new();
        for _ in 0..self.rng.random_range(1..=3) {
            let chosen: Vec<&String> = may.sample(&mut self.rng, 4).collect();
            if chosen.is_empty() {
                return;
            }
            let week = self.rng.random_range(1..self.weeks);
            if !weeks.insert(week) {
                continue;
            }
            let header = format!("\n[[change]]\nat_week = {week}\n[change.set]\n");
            self.text += &header;
            for path in chosen {
                let possible = Possible::of(keys::find(path).expect("a key")).expect("a quantity");
                let size = self.size(possible);
                let value = self.value(possible, size, 2);
                self.line(&format!("\"{path}\""), &value);
            }
        }
    }

    /// An input and metrics of the file's own, and a target.
    fn own(&mut self) {
        if self.rng.random_bool(0.6) {
            return;
        }
        self.text += "\n[input.mine]\n";
        let real = Possible::within(Kind::Positive, 0.0, f64::INFINITY);
        let size = self.size(real);
        self.quantity("value", "input.mine", real, size);
        let measured: Vec<&str> = METRICS
            .iter()
            .filter(|metric| metric.needs == Needs::Nothing)
            .map(|metric| metric.id)
            .collect();
        let measured = measured[self.rng.random_range(0..measured.len())];
        let formulas = format!(
            "\n[metric.first]\nformula = \"mine * {measured} + max(questions, 3) / 7\"\nunit = \
             \"share\"\n\n[metric.second]\nformula = \"if(first > mine, ln(mine), first ^ 0.5)\"\n\
             \n[[target]]\nname = \"enough\"\nmetric = \"first\"\nat_least = 3\n"
        );
        self.text += &formulas;
        if self.rng.random_bool(0.5) {
            self.text += "\n[metric.brings]\nformula = \"weekly(questions) * mine\"\nstream = \
                          \"value\"\n";
        }
        if self.rng.random_bool(0.5) {
            self.text += "\n[metric.takes]\nformula = \"0.1 * answers_staff + mine\"\nstream = \
                          \"cost\"\n";
        }
    }

    fn correlations(&mut self) {
        if self.uncertain.len() < 2 || self.rng.random_bool(0.6) {
            return;
        }
        let mut paths = std::mem::take(&mut self.uncertain);
        paths.shuffle(&mut self.rng);
        for pair in paths.chunks_exact(2).take(3) {
            let rank = self.rng.random_range(-0.95..0.95);
            let row = format!(
                "\n[[correlation]]\nbetween = [\"{}\", \"{}\"]\nrank = {rank}\n",
                pair[0], pair[1]
            );
            self.text += &row;
        }
    }
}

/// A number without the digits of rounding.
fn rounded(value: f64) -> f64 {
    format!("{value:.6e}").parse().expect("a number")
}

/// A number as a text says it: with three decimals it could be thousands to some.
fn spelt(value: f64) -> String {
    let text = value.to_string();
    let has_three = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if has_three { text + "0" } else { text }
}

/// A median between two percentiles with which a metalog of these bounds is feasible: in the middle
/// on the scale of the bounds.
fn middle(low: f64, high: f64, possible: Possible) -> f64 {
    match possible.kind {
        Kind::Share => {
            let logit = |p: f64| (p / (1.0 - p)).ln();
            1.0 / (1.0 + (-(logit(low) + logit(high)) / 2.0).exp())
        }
        Kind::Positive => (low * high).sqrt(),
        Kind::Difference | Kind::Growth | Kind::Real => f64::midpoint(low, high),
    }
}
