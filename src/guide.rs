//! Chapters to read beside the README. What they show is run by the tests, as the README is.

#[doc = include_str!("guide/model.md")]
pub mod model {}

#[doc = include_str!("guide/founding_texts.md")]
pub mod founding_texts {}

#[doc = include_str!("guide/trust.md")]
pub mod trust {}

#[doc = include_str!("guide/exports.md")]
pub mod exports {}

#[doc = include_str!("guide/forecasts.md")]
pub mod forecasts {}

#[doc = include_str!("guide/graph.md")]
///
/// ## In Rust
///
/// A survey measures all of this, on a list of friendships
/// ([`read`](crate::graph::read::read)) or on a synthetic network:
///
/// ```rust
/// use reachsim::graph::asked::{Asked, Posts, Total};
/// use reachsim::graph::feed::Feed;
/// use reachsim::graph::followers::Crowd;
/// use reachsim::graph::recipe::{Recipe, Wishes};
/// use reachsim::graph::survey::{Question, Survey};
/// use reachsim::watch::Unwatched;
///
/// let recipe = Recipe::find("configuration").ok_or("no such network")?;
/// let wishes = Wishes { people: 20_000, friends: Some(50.0), law: None, seed: 1 };
/// let network = recipe.network(&wishes).map_err(|why| why.message)?;
///
/// let asked = Asked { posts: 1_000.0, total: Total::Poisson, skew: 0.25 };
/// let feed = Feed { visibility: 0.075, reshare: 0.0, depth: Some(2), activity: None };
/// let posts = Posts::Sampled { crowd: Crowd::Everybody, asked };
/// let question = Question { posts, feed, seed: 1, precision: 0.01 };
/// let found = Survey::of(&network, &question, &Unwatched)?;
///
/// let (contacts, people) = (found.measured.impressions(), found.measured.reach());
/// println!("{:.0} contacts are {:.0} ± {:.0} people", contacts.value, people.value, people.se);
/// # assert!(people.value < contacts.value);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub mod graph {}

#[doc = include_str!("guide/scripts.md")]
pub mod scripts {}

#[doc = include_str!("guide/studies.md")]
///
/// ## In Rust
///
/// Each of these questions is one call of the library, with the numbers of its answer:
///
/// ```rust
/// let case = reachsim::Case::parse(r#"
///     extends = "scenarios/support-community.toml"
///     simulation.trials = "2k"
///
///     [[what_if]]
///     name = "we post less"
///     set."community.page.posts.per_week" = 3
/// "#)?;
/// let less = &case.compare()?.others[0];
/// let profit = less.metric("profit").ok_or("profit is not measured")?;
/// println!("{}: {:+.0} ± {:.0}", less.name, profit.mean.value, profit.mean.se);
///
/// let first = &case.sensitivity("profit")?.drivers[0];
/// println!("measure {} first", case.model().inputs[first.input].key);
///
/// let answer = case.solve("profit >= 0 @ 55%", "cost.manager_per_month=0..1000")?;
/// println!("{:?}", answer.outcome);
///
/// for turn in case.break_even("profit >= 0 @ 50%")?.turns {
///     println!("{}: {:?}", case.model().inputs[turn.input].key, turn.outcome);
/// }
///
/// for measured in case.measure("profit")?.measured {
///     println!("{:?} is worth {:.0}", measured.measurement.of, measured.evsi.value);
/// }
///
/// case.what_if("we post less")?.run()?.write(std::env::temp_dir().join("we-post-less"))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `sweep`, `optimise` and `value_of_information` are called alike.
pub mod studies {}

#[doc = include_str!("guide/documents.md")]
pub mod documents {}

#[doc = include_str!("guide/page.md")]
pub mod page {}

#[doc = include_str!("guide/checks.md")]
pub mod checks {}

#[doc = include_str!("guide/many_futures.md")]
pub mod many_futures {}

#[doc = include_str!("guide/many_machines.md")]
pub mod many_machines {}

#[doc = include_str!("guide/extending.md")]
pub mod extending {}
