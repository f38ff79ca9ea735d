//! `reachsim graph`: how many different people the contacts are.

use super::layout::{self, LABEL, ends, labelled, pad, pad_left, wrap};
use crate::estimate::Estimate;
use crate::graph::measure::Way;
use crate::graph::ties::Weights;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::graph::{Asked, Findings, NEAR, kind};
use crate::output::phrases::{self, number, tame};
use crate::output::screen::studies::Depth;
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::keys::key;

/// Columns of the words of a line, of its contacts and of its people.
const WORDS: usize = 42;
const NUMBER: usize = 18;
/// Columns of the table of neighbourhoods.
const COLUMN: usize = 20;
/// Least share of repeated contacts that is worth a word.
const NOTED: f64 = 0.0005;

/// The answer, the network, the posts, and the fitted closed form.
pub fn graph(found: &Findings, depth: Depth) -> String {
    let locale = found.settings.locale;
    let mut lines = vec![ends(
        &tame(&found.settings.network),
        &say!(
            locale,
            "graph-size",
            kind = kind(found.settings.tie),
            many = found.survey.people,
            people = count(locale, found.survey.people),
            ties = found.survey.friendships,
            friendships = count(locale, found.survey.friendships)
        ),
        found.settings.columns,
    )];
    lines.extend(wrap(&verdict(found), found.settings.columns));
    lines.push(String::new());
    lines.extend(posts(found));
    lines.push(String::new());
    lines.extend(network(found));
    if depth == Depth::Verbose {
        lines.push(String::new());
        lines.extend(neighbourhoods(found));
    }
    let fitted = fitted(found);
    if !fitted.is_empty() {
        lines.push(String::new());
        lines.extend(fitted);
    }
    layout::text(&lines)
}

fn count(locale: Locale, number: u64) -> String {
    locale.number(number as f64, Some(0.0))
}

/// A share with the digits that its error lets one tell, two where it is exact.
fn share(locale: Locale, known: Estimate) -> String {
    locale.share(known.value, Some(known.se).filter(|se| *se > 0.0))
}

fn verdict(found: &Findings) -> String {
    let locale = found.settings.locale;
    let (contacts, people) = (found.survey.measured.impressions(), found.survey.measured.reach());
    if contacts.value <= 0.0 {
        return say!(locale, "graph-nobody");
    }
    if let Asked::Together(askers) = found.settings.asked {
        return say!(locale, "graph-verdict-one", n = askers, people = number(locale, people));
    }
    let again = 1.0 - people.value / contacts.value;
    let (contacts_told, people_told) = (number(locale, contacts), number(locale, people));
    if again < NOTED || people_told == contacts_told {
        return say!(locale, "graph-verdict-apart", contacts = contacts_told);
    }
    say!(
        locale,
        "graph-verdict",
        contacts = contacts_told,
        people = people_told,
        again = locale.share(again, None)
    )
}

/// Contacts and people of each step.
fn posts(found: &Findings) -> Vec<String> {
    let (locale, measured) = (found.settings.locale, &found.survey.measured);
    let row = |words: String, contacts: Option<Estimate>, people: Option<Estimate>| {
        let cell = |known: Option<Estimate>| {
            pad_left(&known.map_or_else(String::new, |known| number(locale, known)), NUMBER)
        };
        (pad(&layout::cut(&words, WORDS), WORDS) + &cell(contacts) + &cell(people))
            .trim_end()
            .to_owned()
    };
    let mut lines = wrap(&asked(found), found.settings.columns);
    lines.push(
        pad("", WORDS)
            + &pad_left(&say!(locale, "graph-contacts"), NUMBER)
            + &pad_left(&say!(locale, "graph-people"), NUMBER),
    );
    let of = kind(found.settings.tie);
    let line = |id: &str| format!("  {}", locale.say(id, &[]));
    let known = |id: &str| format!("  {}", say!(locale, id, kind = of));
    lines.push(row(
        known("graph-potential"),
        Some(found.survey.potential.impressions()),
        Some(found.survey.potential.reach()),
    ));
    lines.push(row(line("graph-seen"), Some(measured.impressions()), Some(measured.reach())));
    let depths = found.settings.feed.depth();
    if depths > 1 {
        let up_to = |depth: usize| {
            (
                measured.known(|counts| counts.impressions[depth]),
                measured.known(|counts| counts.reach[depth]),
            )
        };
        let (contacts, people) = up_to(0);
        lines.push(row(known("graph-by-friends"), Some(contacts), Some(people)));
        if depths > 2 {
            let (contacts, people) = up_to(1);
            lines.push(row(known("graph-by-their-friends"), Some(contacts), Some(people)));
        }
    }
    let is_one = matches!(found.settings.asked, Asked::Together(_));
    for (id, least) in [("graph-twice", 2), ("graph-thrice", 3)].iter().filter(|_| !is_one) {
        lines.push(row(
            line(id),
            None,
            Some(measured.known(|counts| counts.frequency[*least - 1])),
        ));
    }
    if let Some(followers) = found.followers_reached() {
        lines.push(row(line("graph-followers"), None, Some(followers)));
        let reach = measured.reach();
        let others = Estimate { value: (reach.value - followers.value).max(0.0), ..reach };
        lines.push(row(line("graph-others"), None, Some(others)));
    }
    if let Some(bound) = found.survey.bound.filter(|_| depths > 2) {
        lines.push(row(line("graph-bound"), None, Some(Estimate::exact(bound[bound.len() - 1]))));
    }
    let way = match measured.way {
        Way::Exact => say!(locale, "graph-exact"),
        Way::Sampled { people } => {
            say!(locale, "graph-sampled", people = people, error = error(locale, measured.reach()))
        }
        Way::Simulated { worlds } if !measured.is_told => say!(
            locale,
            "graph-untold",
            worlds = worlds,
            more = locale.number(2.0 * measured.reach().se, None)
        ),
        Way::Simulated { worlds } => say!(
            locale,
            "graph-simulated",
            worlds = worlds,
            error = error(locale, measured.reach())
        ),
    };
    lines.extend(wrap(&way, found.settings.columns));
    let asked = found.settings.is_precise && measured.is_told;
    if let Some(answers) = found.answers_needed().filter(|_| asked) {
        let text = say!(
            locale,
            "graph-imprecise",
            asked = locale.share(found.survey.precision, Some(0.0)),
            reached = locale.share(found.precision(), None),
            answers = answers
        );
        lines.extend(wrap(&text, found.settings.columns));
    }
    lines.extend(danger(found));
    lines
}

fn error(locale: Locale, known: Estimate) -> String {
    let half = (known.interval()[1] - known.value) / known.value.max(f64::MIN_POSITIVE);
    locale.share(half, None)
}

fn asked(found: &Findings) -> String {
    let locale = found.settings.locale;
    let feed = &found.settings.feed;
    let posts = match &found.settings.asked {
        Asked::Askers(askers) => say!(locale, "graph-askers", n = *askers),
        Asked::Together(askers) => say!(locale, "graph-together", n = *askers),
        Asked::Questions { questions, is_fixed, followers, homophily, .. } => {
            let by = match followers {
                None => say!(locale, "graph-by-anybody"),
                Some(followers) if *homophily > 0.0 => {
                    say!(
                        locale,
                        "graph-by-grown",
                        kind = kind(found.settings.tie),
                        followers = count(locale, *followers),
                        share = locale.share(*homophily, Some(0.0))
                    )
                }
                Some(followers) => {
                    say!(locale, "graph-by-followers", followers = count(locale, *followers))
                }
            };
            let questions = locale.number(*questions, Some(0.0));
            if *is_fixed {
                say!(locale, "graph-questions-fixed", questions = questions, by = by)
            } else {
                say!(locale, "graph-questions", questions = questions, by = by)
            }
        }
    };
    let visible = locale.share(feed.visibility, Some(0.0));
    let tie = found.settings.tie;
    let seen = match found.settings.asked {
        _ if tie.weights == Some(Weights::Chance) => say!(locale, "graph-chance"),
        Asked::Together(_) => {
            say!(locale, "graph-visible-one", kind = kind(tie), share = visible)
        }
        _ => say!(locale, "graph-visible", kind = kind(tie), share = visible),
    };
    let mut parts = vec![posts, seen];
    if tie.weights == Some(Weights::Closeness) {
        parts.push(say!(locale, "graph-closeness", n = found.settings.capped));
    }
    if feed.reshare > 0.0 {
        let share = locale.share(feed.reshare, Some(0.0));
        parts.push(match feed.depth {
            Some(depth) => say!(locale, "graph-reshared", share = share, depth = u64::from(depth)),
            None => say!(locale, "graph-reshared-on", share = share),
        });
    }
    if let Some(shape) = feed.activity {
        parts.push(say!(locale, "graph-activity", shape = locale.number(shape, Some(0.0))));
    }
    parts.join(", ") + "."
}

/// Further reshares from which a post is far from travelling without end.
const HALF: f64 = 0.5;

/// How near a post is to travelling without end, and what would keep it from that.
fn danger(found: &Findings) -> Vec<String> {
    let locale = found.settings.locale;
    let next = found.reproduction();
    if next == 0.0 {
        return Vec::new();
    }
    let number = locale.number(next, None);
    let text = match found.survey.outbreak {
        Some(share) if next >= 1.0 => {
            let most = locale.share(found.settings.feed.reshare / next, None);
            let share = locale.share(share, None);
            say!(locale, "graph-explodes", next = number, share = share, most = most)
        }
        _ if next >= NEAR => {
            let most = locale.share(HALF * found.settings.feed.reshare / next, None);
            let half = locale.number(HALF, None);
            say!(locale, "graph-near", next = number, most = most, half = half)
        }
        _ => say!(locale, "graph-dies", next = number),
    };
    wrap(&text, found.settings.columns)
}

/// What the network is like.
fn network(found: &Findings) -> Vec<String> {
    let locale = found.settings.locale;
    let (degrees, census) = (&found.survey.degrees, &found.survey.census);
    let of = kind(found.settings.tie);
    let number = |value: f64| locale.number(value, None);
    let quantile = |share: f64| count(locale, degrees.quantile(share));
    let friends = say!(
        locale,
        "graph-friends",
        kind = kind(found.settings.tie),
        mean = number(degrees.mean()),
        half = quantile(0.5),
        many = quantile(0.95),
        friend = number(degrees.of_a_friend())
    );
    let friends = match degrees.rows().first() {
        Some((0, alone)) => {
            let tie = kind(found.settings.tie);
            friends + " " + &say!(locale, "graph-alone", kind = tie, n = *alone)
        }
        _ => friends,
    };
    let mut lines = labelled(
        &say!(locale, "graph-friends-label", kind = of),
        &friends,
        3,
        found.settings.columns,
    );
    let mut neighbours =
        say!(locale, "graph-clustering", kind = of, share = share(locale, census.clustering));
    // The row of people with about a hundred friends, or the one nearest to the mean.
    let target =
        libm::log(if degrees.quantile(0.9) >= 100 { 100.0 } else { degrees.mean().max(1.0) });
    let near =
        |row: &&crate::graph::census::DegreeBand| (libm::log(row.mean.max(1.0)) - target).abs();
    if let Some(row) = census.bands.iter().min_by(|a, b| near(a).total_cmp(&near(b))) {
        neighbours += " ";
        neighbours += &say!(
            locale,
            "graph-neighbourhood",
            kind = of,
            friends = number(row.mean),
            share = share(locale, row.clustering),
            entries = phrases::number(locale, row.entries),
            different = phrases::number(locale, row.different)
        );
    }
    lines.extend(labelled(
        &say!(locale, "graph-neighbours-label"),
        &neighbours,
        4,
        found.settings.columns,
    ));
    if let Some(dropped) =
        found.survey.dropped.filter(|dropped| dropped.loops + dropped.doubles > 0)
    {
        let text = say!(
            locale,
            "graph-dropped",
            kind = of,
            loops = dropped.loops,
            doubles = dropped.doubles
        );
        lines.extend(labelled(
            &say!(locale, "graph-dropped-label"),
            &text,
            2,
            found.settings.columns,
        ));
    }
    lines.extend(unused(found));
    lines
}

/// What stands in a list beside friendships.
fn unused(found: &Findings) -> Vec<String> {
    let (locale, unused) = (found.settings.locale, &found.survey.unused);
    let text = if !unused.titles.is_empty() {
        let quoted = |title: &String| format!("`{}`", tame(title));
        let titles: Vec<String> = unused.titles.iter().map(quoted).collect();
        say!(locale, "graph-unused-titles", n = titles.len() as u64, titles = titles.join(", "))
    } else if unused.lines > 0 {
        say!(locale, "graph-unused-lines", n = unused.lines)
    } else {
        return Vec::new();
    };
    labelled(&say!(locale, "graph-unused-label"), &text, 2, found.settings.columns)
}

/// How people are embedded, by their number of friends.
fn neighbourhoods(found: &Findings) -> Vec<String> {
    let locale = found.settings.locale;
    let row = |cells: [String; 4]| cells.map(|cell| pad_left(&cell, COLUMN)).concat();
    let heads = [
        "graph-head-friends",
        "graph-head-clustering",
        "graph-head-entries",
        "graph-head-different",
    ]
    .map(|id| say!(locale, id, kind = kind(found.settings.tie)));
    let rows = found.survey.census.bands.iter().map(|people| {
        let [fewest, most] = people.friends.map(|friends| count(locale, friends));
        let friends = locale.between(&fewest, &most);
        row([
            friends,
            share(locale, people.clustering),
            number(locale, people.entries),
            number(locale, people.different),
        ])
    });
    std::iter::once(row(heads)).chain(rows).collect()
}

/// The scenario fragment.
fn fitted(found: &Findings) -> Vec<String> {
    let locale = found.settings.locale;
    if matches!(found.settings.asked, Asked::Together(_)) {
        return Vec::new();
    }
    let Some(fit) = found.survey.fit else {
        return wrap(&say!(locale, "graph-no-fit"), found.settings.columns);
    };
    let most = found.survey.curve.last().map_or(0.0, |point| point.askers);
    let mut lines = wrap(
        &say!(
            locale,
            "graph-fit",
            off = locale.share(fit.off, None),
            most = locale.number(most, Some(0.0))
        ),
        found.settings.columns,
    );
    lines.push("  [community.page]".to_owned());
    for (key, value) in [
        (key!(community "friends.mean"), found.survey.degrees.mean()),
        (key!(community "friends.cv"), fit.cv),
        (key!(community "feed.scatter"), fit.scatter),
    ] {
        lines.push(format!("  {} = {}", pad(key, LABEL - 5), significant(value)));
    }
    lines
}

/// A number as a file has it, with four digits.
fn significant(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let power = libm::pow(10.0, 3.0 - libm::floor(libm::log10(value.abs())));
    (value * power).round() / power
}
