//! `reachsim calibrate`: the scenario's ranges, learnt from exports and totals.

use std::path::{Path, PathBuf};

use super::flags::{Data, Reading, StudyFormat};
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, load, study, terminal};
use reachsim::diagnostic::message;
use reachsim::output::calibration::Calibration;
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::fragment::Names;
use reachsim::output::look::Look;
use reachsim::output::preset::preset;
use reachsim::output::screen::calibration::{Written, calibration};
use reachsim::output::{self, Answer, Context, json, screen, tidy};
use reachsim::run::calibrate::{Wanted, conflict, text};

/// Name of its answer.
const ID: &str = "calibrate";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exports are those of `reachsim analyse`; a scenario may name its own as [[export]], and totals as
[[observed]]. What is learnt is a scenario that extends yours, one line a key; a number that you
state yourself is never replaced.

Examples:
  reachsim calibrate page.toml --data exports/ --out calibrated.toml
  reachsim calibrate page.toml --total 'questions = 9.8k in 2025' --total 'leads = 72 in 2025'
  reachsim calibrate two.toml --data exports/ --community page='exports/fb*' \
  --community group='exports/vk*'
  reachsim calibrate page.toml --data exports/ --hold-out 13w    tested on its last weeks
  reachsim calibrate page.toml --data old/ --weight 'old/*=0.5' --steady posts.reach
  reachsim calibrate page.toml --data exports/ --half-life 26   what is older counts for less
  reachsim calibrate page.toml --data exports/ --report learnt   documents of what was learnt
  reachsim calibrate pages.toml --pool pages.preset.toml         ranges of a new page
  reachsim run calibrated.toml                       a year by what was learnt")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    #[command(flatten)]
    data: Data,
    /// A total that somebody counted, such as 'leads = 72 in 2025'; may be repeated
    #[arg(long, value_name = "TOTAL")]
    total: Vec<String>,
    /// A key whose level does not move, such as posts.reach; may be repeated
    #[arg(long, value_name = "KEY")]
    steady: Vec<String>,
    /// Let rows fade: one so many weeks old counts for half
    #[arg(long, value_name = "WEEKS", value_parser = load::weeks)]
    half_life: Option<u32>,
    /// Test it on the last weeks: what was learnt before each of them, beside what came
    #[arg(long, value_name = "WEEKS", value_parser = load::weeks)]
    hold_out: Option<u32>,
    /// Write the scenario that has learnt, and its numbers beside it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write what three pages or more of a network have in common, as the ranges of a new page
    #[arg(long, value_name = "FILE")]
    pool: Option<PathBuf>,
    /// Write the answer and documents about it into this folder
    #[arg(long, value_name = "DIR")]
    report: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let out = args.out.as_deref();
    out.map_or(Ok(()), text::expect_room)?;
    args.pool.as_deref().map_or(Ok(()), text::expect_room)?;
    if args.pool.is_some() && args.pool == args.out {
        return Err(Failure::Usage(message!("--pool and --out name the same file")));
    }
    args.report.iter().try_for_each(|folder| expect_room(folder, Holding::Study(ID)))?;
    let options = args.reading.options();
    let case = load::each(std::slice::from_ref(&args.file), &options, global)?.pop();
    let Some(case) = case else {
        return Err(Failure::Usage(message!("there is no scenario")));
    };
    watch::obey_interrupts();
    load::warn(&case, global);
    let wanted = Wanted {
        data: args.data.asked()?,
        totals: args.total.clone(),
        steady: args.steady.clone(),
        half_life: args.half_life.map(f64::from),
        hold_out: args.hold_out,
        options,
    };
    let beside = text::Beside::of(&args.file, out.unwrap_or(Path::new("calibrated.toml")));
    let names = Names { parent: &beside.parent, csv: &beside.csv, json: &beside.json };
    let found = load::with_threads(global.threads, || {
        let bar = Bar::of(global, Counted::Futures);
        let found = case.calibrate(&wanted, &names, &bar)?;
        watch::check()?;
        Ok::<_, Failure>(found)
    })??;
    let preset = preset(&found.pooled);
    if let (Some(_), None) = (&args.pool, &preset) {
        return Err(Failure::Usage(message!(
            "nothing is told by the data of three pages of one network, which is the least that can be pooled"
        )));
    }
    let context = study::context(&case);
    let folder = args.file.parent().and_then(Path::to_str).filter(|name| !name.is_empty());
    let is_outside = beside.parent.starts_with("..") || Path::new(&beside.parent).is_absolute();
    let allow = is_outside.then_some(folder.unwrap_or("."));
    let written = Written { out: out.and_then(Path::to_str), allow };
    let mut answer = Answer {
        id: ID,
        text: calibration(&context, &found, written),
        document: json::calibration::calibration(&context, &found),
        rows: tidy::calibration(&context, &found),
        pictures: Vec::new(),
    };
    if let Some(out) = out {
        text::write(out, &found.fragment, &answer.document)?;
    }
    if let (Some(path), Some(preset)) = (&args.pool, &preset) {
        text::write_alone(path, preset)?;
    }
    if let Some(folder) = &args.report {
        report((&context, &found), &answer, (folder, global))?;
        let folder = folder.display().to_string();
        answer.text.push_str(&screen::studies::files(context.locale, &folder));
    }
    study::print(args.format, &answer)?;
    match conflict(&case, &found) {
        Some(problems) => {
            terminal::complain(&problems);
            Err(Failure::Target)
        }
        None => Ok(()),
    }
}

/// Writes the documents of what was learnt.
fn report(
    (context, found): (&Context, &Calibration),
    answer: &Answer,
    (folder, global): (&Path, Global),
) -> Result<(), Failure> {
    let look = Look::of(&context.about().theme);
    let wanted = output::Wanted { look, ..output::Wanted::default() };
    let told_so = (&answer.document, &answer.rows[..]);
    load::with_threads(global.threads, || {
        output::write_learnt((context, found), &wanted, told_so, (folder, &watch::interrupted))
    })??;
    Ok(())
}
