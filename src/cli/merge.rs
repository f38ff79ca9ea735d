//! `reachsim merge`: the shards of a run become one run.

use reachsim::output::format::Format as _;
use std::path::{Path, PathBuf};

use super::archive::ScenarioArchive;
use super::run::{self, Document};
use super::{Failure, Format, Global, load, long, terminal, watch};
use reachsim::design::Sampler;
use reachsim::locale::Locale;
use reachsim::model::Plan;
use reachsim::output::look::Look;
use reachsim::output::screen::{self, Shown};
use reachsim::output::shards::{self, Unmergeable};
use reachsim::output::{self, Csv, Kinds, Report, Run, Wanted};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim run page.toml --trials 10M --shard 1/2 --out shards/1
  reachsim run page.toml --trials 10M --shard 2/2 --out shards/2     on another machine
  reachsim merge shards/1 shards/2 --out output/page                 the files of one long run, to \
  the last byte")]
pub struct Args {
    /// The folders of all shards, in any order
    #[arg(required = true, value_name = "DIR")]
    dirs: Vec<PathBuf>,
    /// Folder for the files
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: Format,
    /// Pixels of the pictures: 1 for 1920 x 1080, 2 for 3840 x 2160
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        value_parser = clap::value_parser!(u32).range(1..=4)
    )]
    scale: u32,
    /// A theme for the documents: colours, fonts, a logo [default: `[theme]` of the scenario]
    #[arg(long, value_name = "FILE")]
    theme: Option<PathBuf>,
    /// Write CSV with semicolons and a byte-order mark, as Excel opens it in most of Europe
    #[arg(long)]
    excel_csv: bool,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    watch::obey_interrupts();
    let look = args.theme.as_deref().map(|path| load::look(path, global)).transpose()?;
    let (store, kit) = shards::read::<ScenarioArchive>(&args.dirs).map_err(unmergeable)?;
    let mut case = kit.load(global)?;
    let origin = store.origin().whole();
    if case.about().hash != origin.hash {
        return Err(Failure::Usage(
            "the scenario of the shards cannot be read again as it was: a file that it names by \
                its full path has changed"
                .into(),
        ));
    }
    let sampler = Sampler::find(&origin.sampler).unwrap_or(case.plan().sampler);
    case.lowered.plan = Plan { trials: origin.trials, seed: origin.seed, sampler, ..case.plan() };
    load::warn(&case, global);
    load::with_threads(global.threads, || {
        let trials = store
            .trials(case.model(), case.plan())
            .map_err(|error| Failure::World(format!("cannot read the shards: {error}")))?;
        let run = Run { store: Some(store), ..Run::of(case, trials) };
        let case = &run.case;
        let extras = run::extras(case)?;
        let report = Report { extras: &extras, ..run.report() };
        let look = look.unwrap_or_else(|| Look::of(&case.about().theme));
        let csv = if args.excel_csv { Csv::Excel } else { Csv::Plain };
        output::write(
            &report,
            &Wanted { csv, kinds: Kinds { scale: args.scale, ..Kinds::default() }, look },
            &args.out,
            &watch::interrupted,
        )?;
        let next = if case.scenario.what_ifs.is_empty() { "explain" } else { "compare" };
        let folder = args.out.display().to_string();
        let answer = run::answer(
            args.format,
            global,
            &report,
            &Shown { scenario: case.file(), files: Some(&folder), next },
        );
        match args.format {
            Format::Text => terminal::print(&answer.text())?,
            Format::Json => terminal::print_json(&Document::json(vec![answer]))?,
        }
        let missed = screen::missed_targets(&report);
        for target in &missed {
            terminal::error(target);
        }
        if missed.is_empty() { Ok(()) } else { Err(Failure::Target) }
    })?
}

fn unmergeable(why: Unmergeable) -> Failure {
    let name = |folder: &Path| folder.display().to_string();
    let number = |count: u64| Locale::default().number(count as f64, Some(0.0));
    match why {
        Unmergeable::Folder(folder, unopened) => long::unusable(&folder, unopened),
        Unmergeable::Different(a, b) => Failure::Usage(format!(
            "`{}` and `{}` are shards of different runs: scenario, seed, sampler, number of trials \
                and version have to be the same",
            name(&a),
            name(&b)
        )),
        Unmergeable::Twice(a, b) => Failure::Usage(format!(
            "`{}` and `{}` hold the same futures: give every shard once, and all of one division",
            name(&a),
            name(&b)
        )),
        Unmergeable::Missing(first, last) => Failure::Usage(format!(
            "futures {} to {} are in none of the folders: give those of all shards",
            number(first),
            number(last)
        )),
    }
}
