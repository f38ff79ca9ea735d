//! What has to fit together, judged at the medians of the inputs.

use super::figures::{Figure, Figures};
use super::names::Names;
use crate::diagnostic::{Code, Conjunction, Diagnostic, Message, Numeral, Span, listed, message};
use crate::digits::{grouped, tidy};
use crate::scenario::Scenario;
use crate::scenario::keys::{self, key};

/// Communities of one scenario: each pair of them is compared in each future.
pub const COMMUNITIES: usize = 1000;

/// There is somebody to simulate. Where a table is not one, or is called otherwise, that is the
/// problem.
pub fn communities(scenario: &Scenario, problems: &mut Vec<Diagnostic>) {
    let explained = problems
        .iter()
        .any(|problem| matches!(problem.code, Code::UnknownKey | Code::WrongType | Code::BadId));
    if scenario.communities.is_empty() && scenario.sections.metrics.is_empty() && !explained {
        let diagnostic =
            Diagnostic::new(Code::NoCommunity, message!("there is no community to simulate"))
                .at(Span { source: 0, bytes: 0..0 }, message!("this file has none"));
        problems.push(diagnostic.help(message!(
            "write `[community.page]` on a line of its own, and below it `platform = \"..\"` and \
             `followers = ..`"
        )));
    }
    if let Some(beyond) = scenario.communities.get(COMMUNITIES) {
        let message = message!(
            "there are {communities} communities, but at most {most} are simulated together",
            communities = count(scenario.communities.len() as f64),
            most = count(COMMUNITIES as f64)
        );
        problems.push(
            Diagnostic::new(Code::OutOfRange, message)
                .at(beyond.at.clone(), message!("one too many")),
        );
    }
}

/// People of the market, at the medians.
pub fn people(figures: &Figures) -> Option<f64> {
    match figures.median(key!("market.people")) {
        Some(people) => Some(people),
        None => Some(
            figures.median(key!("market.adults"))?
                * figures.median(key!("market.internet"))?
                * figures.median(key!("market.social"))?,
        ),
    }
}

/// People of the market who follow brands at all.
pub(super) fn capacity(figures: &Figures) -> Option<f64> {
    Some(people(figures)? * figures.median(key!("market.brand_users"))?)
}

/// People among the followers of a community, at the medians.
pub fn humans(figures: &Figures, community: &str) -> Option<f64> {
    let median = |key: &str| figures.median(&format!("community.{community}.{key}"));
    Some(median(key!(community "followers"))? * (1.0 - median(key!(community "bots"))?))
}

/// What remains of the activity of a community that is alive only with some chance, at the medians.
pub fn expected_activity(figures: &Figures, community: &str) -> Option<f64> {
    let median = |key: &str| figures.median(&format!("community.{community}.{key}"));
    let alive = median(key!(community "alive"))?;
    Some(alive + (1.0 - alive) * median(key!(community "dead_activity"))?)
}

/// Where the file states the market, to say where the rule comes from.
fn market_places(figures: &Figures) -> Vec<(Span, Message)> {
    let keys = [
        key!("market.people"),
        key!("market.adults"),
        key!("market.internet"),
        key!("market.social"),
        key!("market.brand_users"),
    ];
    keys.iter()
        .filter_map(|key| {
            Some((figures.by_path.get(*key)?.at.clone()?, Message::verbatim(format!("`{key}`"))))
        })
        .collect()
}

/// No community has more people than the market has.
pub fn market(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let Some(capacity) = capacity(figures) else { return };
    for community in &scenario.communities {
        let path = format!("community.{}.{}", community.id, key!(community "followers"));
        let Some(humans) = humans(figures, &community.id).filter(|humans| *humans > capacity)
        else {
            continue;
        };
        let message = message!(
            "`{path}` are {humans} people without the bots, but {capacity} of the market could \
             follow, at the medians",
            path,
            humans = count(humans),
            capacity = count(capacity)
        );
        let place = figures
            .by_path
            .get(&path)
            .and_then(|figure| figure.at.clone())
            .unwrap_or(community.at.clone());
        let diagnostic = Diagnostic::new(Code::MarketExceeded, message)
            .at(place, message!("more than the market"));
        let diagnostic = market_places(figures)
            .into_iter()
            .fold(diagnostic, |diagnostic, (place, label)| diagnostic.also(place, label));
        problems.push(diagnostic.help(message!("correct the followers, or raise `market.people`")));
    }
}

/// Followers of two communities, those of both counted once, are no more than the market has
/// people: an overlap has to be at least what is left over (the bound of Frechet).
pub fn overlaps(
    scenario: &Scenario,
    names: &Names,
    figures: &Figures,
    problems: &mut Vec<Diagnostic>,
) {
    let Some(capacity) = capacity(figures) else { return };
    for overlap in &names.overlaps {
        let [a, b] = overlap.between.map(|place| scenario.communities[place].id.as_str());
        let (Some(first), Some(second), Some(share)) =
            (humans(figures, a), humans(figures, b), overlap.share.as_ref())
        else {
            continue;
        };
        let (both, smaller) = (first + second - capacity, first.min(second));
        if both <= share.quantile(0.5) * smaller || smaller > capacity || smaller <= 0.0 {
            continue;
        }
        let message = message!(
            "`{a}` and `{b}` have {people} followers who are people, and the market has {market}: \
             at least {share} % of the smaller one follow both",
            a,
            b,
            people = count(first + second),
            market = count(capacity),
            share = (100.0 * both / smaller).ceil()
        );
        let diagnostic = Diagnostic::new(Code::MarketExceeded, message)
            .at(overlap.at.clone(), message!("a smaller overlap"));
        problems.push(
            market_places(figures)
                .into_iter()
                .fold(diagnostic, |diagnostic, (place, label)| diagnostic.also(place, label)),
        );
    }
}

/// The share of the friends who see a question, or the product of those of its factors that are
/// given.
pub const VISIBILITY: &str = key!("community.<id>.feed.visibility");

/// The share of the friends who see a question, at the medians.
pub fn visibility(figures: &Figures, community: &str) -> Option<f64> {
    let median = |path: &str| figures.median(&path.replace("<id>", community));
    let parts = || keys::factors(VISIBILITY).filter_map(|part| median(part.path));
    median(VISIBILITY).or_else(|| parts().next().map(|_| parts().product()))
}

/// Every view of a reshare leads to fewer than one further view, or the cascade would not die:
/// reshare x mean friends of a friend x visibility < 1, where a friend has d (1 + cv^2) friends.
pub fn cascades(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    for community in &scenario.communities {
        let path = |key: &str| format!("community.{}.{key}", community.id);
        let median = |key: &str| figures.median(&path(key));
        let spread = visibility(figures, &community.id).and_then(|visibility| {
            Some((
                visibility,
                median(key!(community "feed.reshare"))?,
                median(key!(community "friends.mean"))?,
                median(key!(community "friends.cv"))?,
            ))
        });
        let Some((visibility, reshare, friends, cv)) = spread else { continue };
        let next = reshare * friends * (1.0 + cv * cv) * visibility;
        if next < 1.0 || figures.whole(&path(key!(community "feed.depth"))) == Some(1) {
            continue;
        }
        let message = message!(
            "a post that friends pass on never dies out in `{id}`: a reshare leads to {next} \
             further ones at the medians",
            id = community.id,
            next = Numeral(format!("{next:.1}"))
        );
        let place = figures
            .by_path
            .get(&path(key!(community "feed.reshare")))
            .and_then(|figure| figure.at.clone())
            .unwrap_or(community.at.clone());
        let diagnostic = Diagnostic::new(Code::CascadeGrows, message)
            .at(place, message!("cut off after the last generation of `feed.depth`"));
        problems.push(diagnostic.help(message!(
            "the share who pass it on x visibility x friends of a friend is below 1 in every \
             network that was measured: here with `feed.reshare` below {most} %",
            most = Numeral(significant(100.0 * reshare / next))
        )));
    }
}

/// A number with two digits, rounded down.
fn significant(value: f64) -> String {
    let digits = (1.0 - libm::floor(libm::log10(value.max(1e-12)))).max(0.0);
    let unit = libm::pow(10.0, digits);
    format!("{:.*}", digits as usize, (value * unit).floor() / unit)
}

/// How far fixed shares may be from 1 together.
const ROUNDING: f64 = 1e-9;

/// A mix of fixed numbers makes 1; parts that are not given fill up the rest, which has to be
/// there.
pub fn mixes(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    for community in &scenario.communities {
        let paths = keys::mix().map(|key| key.of(&community.id));
        let given: Vec<(&str, &Figure)> = paths
            .iter()
            .filter_map(|path| Some((path.as_str(), figures.by_path.get(path)?)))
            .filter(|(path, figure)| {
                figure.at.is_some()
                    && figures.dist(path).is_some_and(|dist| dist.is_fixed().is_some())
            })
            .collect();
        // What was changed on top of the file takes its room from the other parts.
        let edited: Vec<(&str, &Figure)> =
            given.iter().copied().filter(|(path, _)| figures.is_edited(path)).collect();
        let given = if edited.is_empty() { given } else { edited };
        let sum: f64 = given.iter().filter_map(|(path, _)| figures.median(path)).sum();
        let all_given = given.len() == paths.len();
        if given.is_empty()
            || (all_given && (sum - 1.0).abs() <= ROUNDING)
            || (!all_given && sum <= 1.0 + ROUNDING)
        {
            continue;
        }
        let names = listed(given.iter().map(|(path, _)| *path), Conjunction::And);
        let share = tidy(100.0 * sum);
        let message = if all_given {
            message!(
                "{names} are {share} % of the posts, but they make 100 % together",
                names,
                share
            )
        } else {
            message!(
                "{names} are {share} % of the posts, but they make at most 100 %",
                names,
                share
            )
        };
        problems.push(
            of_several(Code::SharesSum, message, &given)
                .help(message!("leave one of them out, and it fills up the rest")),
        );
    }
}

/// Shares of the roles that are fixed numbers make 1.
pub fn roles(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let paths: Vec<String> = scenario
        .sections
        .roles
        .iter()
        .filter_map(|role| Some(format!("role.{}.share", role.name.as_ref()?.text)))
        .collect();
    let shares: Vec<(&str, &Figure)> =
        paths.iter().filter_map(|path| Some((path.as_str(), figures.by_path.get(path)?))).collect();
    let fixed: Vec<f64> =
        shares.iter().filter_map(|(path, _)| figures.dist(path)?.is_fixed()).collect();
    let sum: f64 = fixed.iter().sum();
    if shares.is_empty()
        || fixed.len() < scenario.sections.roles.len()
        || (sum - 1.0).abs() <= ROUNDING
    {
        return;
    }
    let message = message!(
        "the shares of the roles are {share} % together, but they make 100 %",
        share = tidy(100.0 * sum)
    );
    problems
        .push(of_several(Code::SharesSum, message, &shares).help(message!("correct one of them")));
}

/// A problem of several values: the last of them under the caret.
fn of_several(code: Code, message: Message, values: &[(&str, &Figure)]) -> Diagnostic {
    let places: Vec<(&str, Span)> =
        values.iter().filter_map(|(path, figure)| Some((*path, figure.at.clone()?))).collect();
    let Some(((path, last), others)) = places.split_last() else {
        return Diagnostic::new(code, message);
    };
    let diagnostic =
        Diagnostic::new(code, message).at(last.clone(), Message::verbatim(format!("`{path}`")));
    others.iter().fold(diagnostic, |diagnostic, (path, place)| {
        diagnostic.also(place.clone(), Message::verbatim(format!("`{path}`")))
    })
}

/// Weeks of a campaign beyond the horizon never come, and neither do their budget and followers.
pub fn campaigns(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let Some(horizon) = figures.whole(key!("simulation.weeks")) else { return };
    for campaign in &scenario.sections.campaigns {
        let (Some(name), Some(start), Some(weeks)) =
            (&campaign.name, campaign.start_week, campaign.weeks)
        else {
            continue;
        };
        if let Some(id) = &campaign.community {
            let path = format!("community.{}.{}", id.text, key!(community "opens_at_week"));
            let opens = figures.whole(&path).unwrap_or(0);
            let before = opens.min(start + weeks).saturating_sub(start);
            if before > 0 {
                let message = message!(
                    "{before} of the {weeks} weeks of the campaign `{name}` come before its \
                     community begins, in week {opens}",
                    before,
                    weeks,
                    name = name.text,
                    opens
                );
                problems.push(
                    Diagnostic::new(Code::CampaignOutside, message)
                        .at(campaign.at.clone(), message!("partly never"))
                        .help(message!(
                            "what lies before is not counted: its budget and its followers are spread \
                             evenly over its weeks"
                        )),
                );
            }
        }
        let beyond = (start + weeks).saturating_sub(horizon.max(start));
        if beyond == 0 {
            continue;
        }
        let message = message!(
            "{beyond} of the {weeks} weeks of the campaign `{name}` lie beyond the horizon of \
             {horizon} weeks",
            beyond,
            weeks,
            name = name.text,
            horizon
        );
        let diagnostic = Diagnostic::new(Code::CampaignOutside, message)
            .at(campaign.at.clone(), message!("partly never"));
        problems.push(diagnostic.help(message!(
            "its budget and its followers are spread evenly over its weeks, and what lies beyond \
             is not counted"
        )));
    }
}

/// A community that begins after the last week is not there at all.
pub fn openings(scenario: &Scenario, figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let Some(horizon) = figures.whole(key!("simulation.weeks")) else { return };
    for named in &scenario.communities {
        let path = format!("community.{}.{}", named.id, key!(community "opens_at_week"));
        let place = figures.by_path.get(&path).and_then(|figure| figure.at.clone());
        let (Some(week), Some(place)) = (figures.whole(&path), place) else { continue };
        if week >= horizon {
            let message = message!(
                "`{path}` is {week}, but a horizon of {weeks} weeks ends with week {last}",
                path,
                week,
                weeks = horizon,
                last = horizon - 1
            );
            problems.push(
                Diagnostic::new(Code::OutOfRange, message)
                    .at(place, message!("never begins"))
                    .help(message!("name an earlier week, or leave the community out")),
            );
        }
    }
}

/// A count in a message: whole, with commas.
fn count(number: f64) -> Numeral {
    Numeral(grouped(&format_args!("{number:.0}"), ","))
}
