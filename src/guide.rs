//! Chapters to read beside the README. What they show is run by the tests, as the README is.

#[doc = include_str!("guide/model.md")]
pub mod model {}

#[doc = include_str!("guide/trust.md")]
pub mod trust {}

#[doc = include_str!("guide/graph.md")]
pub mod graph {}

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
/// case.what_if("we post less")?.run()?.write(std::env::temp_dir().join("we-post-less"))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `sweep`, `optimise` and `value_of_information` are called alike.
pub mod studies {}

#[doc = include_str!("guide/checks.md")]
pub mod checks {}

#[doc = include_str!("guide/many_futures.md")]
pub mod many_futures {}

#[doc = include_str!("guide/extending.md")]
pub mod extending {}
