//! `reachsim compare`: variants against each other.

use std::path::PathBuf;

use super::load;
use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::engine::Unwatched;
use reachsim::model::Model;
use reachsim::model::{ColumnId, Plan};
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies::{self as screen, Depth};
use reachsim::output::{self, Answer, Case};
use reachsim::scenario::{self, BASE, Edit, NOTHING};
use reachsim::study::compare::{self, Variant};
use reachsim::study::{Alternative, Asked, Order};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim compare page.toml                     the what-ifs of the file, against the file as it is
  reachsim compare page.toml --against nothing   what the page brings, against no posts, no team, \
  no budget
  reachsim compare page.toml better.toml         two scenarios, and what makes the difference
  reachsim compare page.toml --metric leads --until-settled

A file states its what-ifs as `[[what_if]]` tables with a name and the keys that they set; every \
campaign has
the what-if `without <campaign>`.")]
pub struct Args {
    /// One scenario with its what-ifs, or several scenarios, the first of which is the base
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The what-if of the file that the others are compared with, such as `nothing`
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
    /// The metric that decides [default: that of the first target]
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    /// Go on until the chance of a wrong pick is below 1 %
    #[arg(long)]
    until_settled: bool,
    #[command(flatten)]
    common: Common,
}

/// What is compared.
struct Variants {
    /// Name and model of the base.
    base: (Alternative, Model),
    others: Vec<Variant>,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(&args.files[0], None, global)?;
    let Variants { base: (name, base), others } =
        if args.files.len() > 1 { of_files(args, &case, global)? } else { of_file(args, &case)? };
    let metric = study::subject(&case, args.metric.as_deref())?;
    let subject = case.model().column_name(metric);
    let most = load::most_trials(&base) / (others.len() as u64 + 1);
    if case.plan().trials > most {
        return Err(Failure::Usage(format!(
            "so many trials of {} variants do not fit into memory: at most {most} do",
            others.len() + 1
        )));
    }
    let asked =
        Asked { plan: case.plan(), subject: &subject, most: args.until_settled.then_some(most) };
    let found = study::run(global, |bar| Ok(compare::compare(&base, &others, asked, bar)))?;
    let context = case.context();
    let depth = if global.verbose { Depth::Verbose } else { Depth::Plain };
    let answer = Answer {
        id: "compare",
        text: screen::compare(&context, &name, &subject, &found, depth),
        document: json::compare(&context, &name, &found),
        pictures: pictures::compare(&context, &name, &subject, &found),
    };
    args.common.answer(&case, answer)
}

/// The what-ifs of a file against the file as it is, on one metric; nothing where it has none. One
/// that is no scenario is left out: `compare` tells what is wrong with it.
pub fn what_ifs(case: &Case, plan: Plan, metric: ColumnId) -> Option<output::Variants> {
    if case.scenario.what_ifs.is_empty() {
        return None;
    }
    let names = case.scenario.variants();
    let variant = |name: &String| {
        let model = case.edited(&case.scenario.variant(name).ok()?).ok()?;
        // The split of the difference takes runs of its own, and is left to `compare`.
        Some(Variant {
            name: Alternative::Named(name.clone()),
            model,
            edits: Vec::new(),
            between: Vec::new(),
        })
    };
    let others: Vec<Variant> =
        names.iter().filter(|name| *name != NOTHING).filter_map(variant).collect();
    let subject = case.model().column_name(metric);
    let found = compare::compare(
        case.model(),
        &others,
        Asked { plan, subject: &subject, most: None },
        &Unwatched,
    );
    Some(output::Variants { base: Alternative::AsItIs, subject, found })
}

/// The alternative that the user calls so.
pub fn called(name: &str) -> Alternative {
    if name == BASE { Alternative::AsItIs } else { Alternative::Named(name.to_owned()) }
}

/// The what-ifs of one file.
fn of_file(args: &Args, case: &Case) -> Result<Variants, Failure> {
    let case = &case;
    let known = case.scenario.variants();
    let against = args.against.as_deref().filter(|name| *name != BASE);
    let start = match against {
        Some(name) => case.scenario.variant(name).map_err(Failure::Usage)?,
        None => Vec::new(),
    };
    let mut names: Vec<&str> = known
        .iter()
        .map(String::as_str)
        .filter(|name| *name != NOTHING && Some(*name) != against)
        .collect();
    if against.is_some() {
        names.insert(0, BASE);
    }
    if names.is_empty() {
        return Err(Failure::Usage(format!(
            "`{}` has no what-if: add a `[[what_if]]` with a name and a `[what_if.set]`, name a \
                second scenario, or compare it `--against nothing`",
            case.file()
        )));
    }
    let base = case.edited(&start).map_err(Failure::Input)?;
    let variant = |name: &str| {
        let own = case.scenario.variant(name).map_err(Failure::Usage)?;
        let model = case.edited(&own).map_err(Failure::Input)?;
        let name = called(name);
        Ok(split(case, name, model, &Path { start: &start, own: &own }))
    };
    let others = names.into_iter().map(variant).collect::<Result<Vec<Variant>, Failure>>()?;
    Ok(Variants { base: (against.map_or(Alternative::AsItIs, called), base), others })
}

/// Several files, the first of which is the base.
fn of_files(args: &Args, case: &Case, global: Global) -> Result<Variants, Failure> {
    if args.against.is_some() {
        return Err(Failure::Usage(
            "--against names a what-if of one file, and here are several".into(),
        ));
    }
    let others = load::each(&args.files[1..], &args.common.set, global)?;
    let variant = |other: Case| {
        if other.about().currency != case.about().currency {
            let (first, second) = (&case.about().currency, &other.about().currency);
            return Err(Failure::Usage(format!(
                "`{}` counts in {second} and `{}` in {first}: they cannot be compared",
                other.file(),
                case.file()
            )));
        }
        let edits = scenario::between(&case.scenario, &other.scenario);
        let name = if other.about().title == case.about().title {
            other.file().to_owned()
        } else {
            other.about().title.clone()
        };
        Ok(split(
            case,
            Alternative::Named(name),
            other.lowered.model,
            &Path { start: &[], own: &edits },
        ))
    };
    let others = others.into_iter().map(variant).collect::<Result<Vec<Variant>, Failure>>()?;
    Ok(Variants {
        base: (Alternative::Named(case.about().title.clone()), case.model().clone()),
        others,
    })
}

/// What leads from the base to a variant: the edits of the base are taken back, then those of the
/// variant are made.
struct Path<'a> {
    start: &'a [Edit],
    own: &'a [Edit],
}

impl Path<'_> {
    fn words(&self) -> Vec<String> {
        let back = |edit: &Edit| {
            edit.words
                .strip_prefix("no ")
                .map_or_else(|| format!("not {}", edit.words), str::to_owned)
        };
        self.start.iter().map(back).chain(self.own.iter().map(|edit| edit.words.clone())).collect()
    }

    /// The edits of the file after these steps.
    fn after(&self, steps: &[usize]) -> Vec<Edit> {
        let left = self.start.iter().enumerate().filter(|(place, _)| !steps.contains(place));
        let made = self
            .own
            .iter()
            .enumerate()
            .filter(|(place, _)| steps.contains(&(self.start.len() + place)));
        left.chain(made).map(|(_, edit)| edit.clone()).collect()
    }
}

/// What a scenario has become, with the models between it and what it was.
pub fn between(old: &Case, model: Model, edits: &[Edit]) -> Variant {
    split(old, Alternative::Named("now".to_owned()), model, &Path { start: &[], own: edits })
}

/// A variant with the models between it and the base; where one of them would be no scenario, the
/// edits count as one.
fn split(case: &Case, name: Alternative, model: Model, path: &Path) -> Variant {
    let words = path.words();
    let between = Order::of(words.len()).between(words.len());
    let between: Option<Vec<Model>> =
        between.iter().map(|steps| case.edited(&path.after(steps)).ok()).collect();
    match between {
        Some(between) => Variant { name, model, edits: words, between },
        None => Variant { name, model, edits: vec![words.join("; ")], between: Vec::new() },
    }
}
