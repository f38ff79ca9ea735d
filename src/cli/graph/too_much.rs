//! What would take too much.

use crate::cli::Failure;
use reachsim::diagnostic::{Numeral, message};
use reachsim::graph::survey::TooMuch;
use reachsim::locale::Locale;
use reachsim::output::format::Format as _;

/// Refuses what would never end, with the ways out.
pub fn too_much(why: TooMuch) -> Failure {
    let number = |value: f64, digits| Numeral(Locale::default().number(value, digits));
    Failure::Usage(match why {
        TooMuch::Endless { people } => message!(
            "a post would travel without end among {people} people: give a --depth of 2, a lower --reshare, or fewer --people",
            people = number(people as f64, Some(0.0))
        ),
        TooMuch::Offers { posts, each } => message!(
            "{posts} posts, each offered to about {people} people, are too many to simulate: ask for fewer --questions, a lower --reshare, or with --posts poisson and a --depth of 2, where no post has to be simulated",
            posts = number(posts, Some(0.0)),
            people = number(each, None)
        ),
    })
}
