//! Numbers that are possible and yet hardly meant: hundreds of times as much as a network's own
//! figures, or people who are paid twice.

use super::checks::{capacity, humans};
use super::figures::Figures;
use super::precedence::{self, Platform};
use crate::diagnostic::{Code, Diagnostic, Message, Numeral, Span, message};
use crate::digits::{grouped, tidy};
use crate::scenario::keys::{KEYS, Key, key};
use crate::scenario::{Named, Scenario, Value};
use crate::units::{DAYS_A_YEAR, Kind, MONTHS_A_YEAR, WEEKS_A_YEAR};

/// From here on a number is more likely misread than meant: thousands that were taken for decimals
/// are a factor of 1,000.
const FACTOR: f64 = 300.0;
/// Messages a year that every follower of a small and busy community may well write.
const MANY: f64 = 12.0;
const THOUSAND: f64 = 1000.0;
/// Powers of what happens on a page that are more than steep.
const STEEP: f64 = 4.0;

/// Numbers of a community that its platform contradicts.
pub fn numbers(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    for community in &scenario.communities {
        let platform = precedence::sources(scenario, community);
        for key in KEYS.iter().filter(|key| key.is_quantity() && !key.domain.is(Kind::Share)) {
            let Some(suggested) = platform.suggests(key) else { continue };
            let path = key.of(&community.id);
            let Some((at, stated)) = stated(figures, &path) else { continue };
            if is_far(stated, suggested) {
                let message = message!(
                    "`{path}` is {stated}, but its platform suggests {suggested}",
                    path,
                    stated = number(stated),
                    suggested = number(suggested)
                );
                problems.push(
                    Diagnostic::new(Code::DoubtfulNumber, message)
                        .at(at, message!("hundreds of times as much or as little"))
                        .help(readings(stated, suggested)),
                );
            }
        }
        questions(community, platform, figures, problems);
    }
}

/// Numbers of the ways into a community that hardly anybody means: a partner with more followers
/// than the market has people, and friends who follow far more than in proportion to its life.
pub fn ways_in(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let doubtful = |message: Message, at: Span| {
        Diagnostic::new(Code::DoubtfulNumber, message).at(at, message!("hardly meant"))
    };
    for campaign in scenario.sections.campaigns.iter().filter_map(|row| row.name.as_ref()) {
        let path = format!("campaign.{}.partner_followers", campaign.text);
        let (Some((at, people)), Some(market)) = (stated(figures, &path), capacity(figures)) else {
            continue;
        };
        if people > market {
            let message = message!(
                "`{path}` is {people}, and the market has {market} people who could follow",
                path,
                people = number(people),
                market = number(market)
            );
            problems.push(
                doubtful(message, at)
                    .help(message!("correct the partner's followers, or raise `market.people`")),
            );
        }
    }
    for community in &scenario.communities {
        let path = format!("community.{}.{}", community.id, key!(community "growth.liveliness"));
        let Some((at, power)) = stated(figures, &path).filter(|(_, power)| *power > STEEP) else {
            continue;
        };
        let message = message!(
            "`{path}` is {power}: where twice as much happens, {times} times as many friends begin \
             to follow",
            path,
            power = number(power),
            times = number(power.exp2())
        );
        problems.push(doubtful(message, at).help(message!("in proportion to what happens is 1")));
    }
}

/// Questions of a year for each person, which followers and questions state together.
fn questions(
    community: &Named,
    platform: Platform,
    figures: &Figures,
    problems: &mut Vec<Diagnostic>,
) {
    const PER_FOLLOWER: &Key = crate::scenario::keys::at("community.<id>.questions.per_follower");
    let path = |key: &str| format!("community.{}.{key}", community.id);
    let year = stated(figures, &path(key!(community "questions.per_year")));
    let day = stated(figures, &path(key!(community "questions.per_day")));
    let day = day.map(|(at, number)| (at, number * DAYS_A_YEAR));
    let followers = stated(figures, &path(key!(community "followers")));
    let (Some((at, a_year)), Some((whose, followers)), Some(humans), Some(suggested)) =
        (year.or(day), followers, humans(figures, &community.id), platform.suggests(PER_FOLLOWER))
    else {
        return;
    };
    let each = a_year / humans;
    if humans <= 0.0 || !is_far(each, suggested) || (suggested..MANY).contains(&each) {
        return;
    }
    let message = message!(
        "{a_year} questions a year of {followers} followers are {each} each, but the platform of \
         `{id}` suggests {suggested}",
        a_year = number(a_year),
        followers = number(followers),
        each = number(each),
        id = community.id,
        suggested = number(suggested)
    );
    let (questions, people) = if each > suggested {
        (a_year / THOUSAND, followers * THOUSAND)
    } else {
        (a_year * THOUSAND, followers / THOUSAND)
    };
    let help = message!(
        "is one of them misread? {questions} questions, or {people} followers, would be near",
        questions = number(questions),
        people = number(people)
    );
    problems.push(
        Diagnostic::new(Code::DoubtfulNumber, message)
            .at(at, message!("these questions"))
            .also(whose, message!("of these followers"))
            .help(help),
    );
}

impl Platform<'_> {
    /// The median of what a network's preset says of a key.
    fn suggests(&self, key: &Key) -> Option<f64> {
        let figures = &self.preset?.figures;
        let figure = figures.iter().find(|figure| figure.key.path == key.path)?;
        Some(figure.dist.quantile(0.5)).filter(|median| *median > 0.0)
    }
}

fn is_far(stated: f64, suggested: f64) -> bool {
    stated > 0.0 && (stated >= FACTOR * suggested || suggested >= FACTOR * stated)
}

/// A number as it is read, and as it may be meant.
fn readings(stated: f64, suggested: f64) -> Message {
    let meant = if stated > suggested { stated / THOUSAND } else { stated * THOUSAND };
    message!(
        "is it {stated}, or {meant}? points and commas may stand for thousands",
        stated = number(stated),
        meant = number(meant)
    )
}

/// The median of what a file or the command line states, with its place.
fn stated(figures: &Figures, path: &str) -> Option<(Span, f64)> {
    let figure = figures.by_path.get(path)?;
    match &figure.value {
        Value::Quantity(dist) => Some((figure.at.clone()?, dist.quantile(0.5))),
        _ => None,
    }
}

fn number(value: f64) -> Numeral {
    Numeral(if value >= THOUSAND {
        grouped(&format_args!("{value:.0}"), ",")
    } else {
        tidy(rounded(value)).to_string()
    })
}

/// With three digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// A manager who costs as much as the wages of the team are, or more, may be the team.
pub fn paid_twice(figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let (hours, wage) = (key!("support.hours_per_week"), key!("support.wage"));
    let manager = key!("cost.manager_per_month");
    let [Some((_, hours)), Some((whose, wage)), Some((at, month))] =
        [hours, wage, manager].map(|path| stated(figures, path))
    else {
        return;
    };
    let wages = hours * wage * WEEKS_A_YEAR / MONTHS_A_YEAR;
    if wages <= 0.0 || month < wages {
        return;
    }
    let message = message!(
        "`{manager}` is {month} a month, and the hours of `support` are paid as well: {wages} a \
         month",
        manager,
        month = number(month),
        wages = number(wages)
    );
    problems.push(
        Diagnostic::new(Code::PaidTwice, message)
            .at(at, message!("are these the same people?"))
            .also(whose, message!("paid by the hour"))
            .help(message!("where they are, leave out what the manager is paid for answering")),
    );
}
