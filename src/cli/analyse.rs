//! `reachsim analyse`: what happened, from the exports of networks, help desks and customer
//! systems.

use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;
use jiff::civil::{Date, date};

use super::flags::{Files, Looks, StudyFormat};
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, load, study, terminal};
use reachsim::data::analyse::{By, Event, Question, Series};
use reachsim::data::shape::Metric;
use reachsim::diagnostic::{message, nearest_or};
use reachsim::output::analysis::{Forecast, Told, receipts_of};
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::{self, Answer, Case, json, screen, tidy};
use reachsim::run::exports;
use reachsim::scenario::Options;
use reachsim::scenario::theme::Theme;

/// Name of its answer.
const ID: &str = "analyse";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Files are recognised by their headings, in any of six languages: exports of networks, monitoring
suites, help desks, sites and customer systems, as CSV, XLSX, ODS, XLS, JSON or ZIP. Names and links
are dropped at the door.

Examples:
  reachsim analyse exports/                          everything in a folder
  reachsim analyse exports/ --receipt                how each file was understood, and no more
  reachsim analyse exports/ --zone Europe/Kyiv --by when
  reachsim analyse messages.xlsx --by brand --brand 'our bank' --out report
  reachsim analyse tickets.csv --event 2026-03-02..2026-03-29
  reachsim analyse chat.json --by why --codes reasons.toml --quotes
  reachsim analyse table.csv --columns table.toml    headings that nobody knows yet
  reachsim analyse exports/ --scenario page.toml     what came, over what was forecast of it")]
pub struct Args {
    /// Files, folders, patterns such as 'exports/*.csv', archives
    #[arg(required = true, value_name = "EXPORT")]
    exports: Vec<String>,
    /// Print how each file was understood, and nothing else
    #[arg(long)]
    receipt: bool,
    /// Show who, what, when, where, why, how, how much, or each brand
    #[arg(long, value_name = "WHAT")]
    by: Option<Split>,
    /// Something that happened between two days, or from a day on: before and after are compared
    #[arg(long, value_name = "FROM..TO")]
    event: Option<Days>,
    /// In which series the event is looked for [default: questions]
    #[arg(long, value_name = "ID", requires = "event")]
    series: Option<String>,
    /// Weeks before the event that are no past of it, because it was awaited
    #[arg(long, value_name = "WEEKS", default_value = "0", requires = "event")]
    leave_out: u32,
    /// Word lists of reasons: `[reason.delivery]`, and below it `words = ["courier", "late*"]`
    #[arg(long, value_name = "FILE")]
    codes: Option<PathBuf>,
    /// Messages whose tone a person checked: a table of id and tone
    #[arg(long, value_name = "FILE")]
    checked: Option<PathBuf>,
    /// What `neutral` means in the files, where it means that nobody knows
    #[arg(long, value_name = "MEANING")]
    neutral: Option<Neutral>,
    #[command(flatten)]
    understood: Files,
    /// Show a sample of texts
    #[arg(long)]
    quotes: bool,
    /// Write charts and documents into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "receipt")]
    out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
    /// A scenario that had forecast these weeks: what came is laid over what it said
    #[arg(long, value_name = "FILE", conflicts_with = "receipt")]
    scenario: Option<PathBuf>,
    /// Of which of its communities the files tell, where it has several
    #[arg(long, value_name = "ID", requires = "scenario")]
    community: Option<String>,
    /// Let the scenario read files below this folder, too; may be repeated
    #[arg(long, value_name = "DIR", requires = "scenario")]
    allow_path: Vec<PathBuf>,
    #[command(flatten)]
    looks: Looks,
}

/// By what it is split.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Split {
    Who,
    What,
    When,
    Where,
    Why,
    How,
    Extent,
    Brand,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Neutral {
    /// The suite writes it where it could not tell
    Unknown,
}

/// Days from one on, to another where there is one, since 1970-01-01.
#[derive(Clone, Copy, Debug)]
struct Days {
    from: i32,
    to: Option<i32>,
}

impl FromStr for Days {
    type Err = String;

    fn from_str(text: &str) -> Result<Days, String> {
        let way_out = "write it as 2026-03-02..2026-03-29, or 2026-03-02.. where it lasts";
        let (from, to) = text.split_once("..").ok_or(way_out)?;
        let day = |text: &str| {
            let day: Date = text.trim().parse().map_err(|_| way_out)?;
            Ok::<i32, &str>((day - date(1970, 1, 1)).get_days())
        };
        let from = day(from)?;
        let to = if to.trim().is_empty() { None } else { Some(day(to)?) };
        if to.is_some_and(|to| to < from) {
            return Err("it ends before it begins".to_owned());
        }
        Ok(Days { from, to })
    }
}

impl Split {
    const fn by(self) -> By {
        match self {
            Split::Who => By::Who,
            Split::What => By::What,
            Split::When => By::When,
            Split::Where => By::Where,
            Split::Why => By::Why,
            Split::How => By::How,
            Split::Extent => By::Extent,
            Split::Brand => By::Brand,
        }
    }
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    args.out.iter().try_for_each(|folder| expect_room(folder, Holding::Study(ID)))?;
    let (reading, question) = (args.understood.reading()?, question(args)?);
    let dress = args.looks.dress(global)?;
    let case = scenario(args, global)?;
    watch::obey_interrupts();
    let (analysis, over) = load::with_threads(global.threads, || {
        let held = exports::read(&args.exports, &reading)?;
        watch::check()?;
        if args.receipt {
            return Ok((receipts_of(&held.export), None));
        }
        let bar = Bar::of(global, Counted::Futures);
        let over = case
            .as_ref()
            .map(|case| case.laid_over((&held.export, &question), args.community.as_deref(), &bar));
        Ok::<_, Failure>((exports::analyse(&held, question.clone())?, over.transpose()?))
    })??;
    watch::check()?;
    let forecast = case.as_ref().zip(over.as_ref());
    let forecast =
        forecast.map(|(case, (courses, trials))| Forecast { case, trials: *trials, courses });
    let told = Told {
        analysis: &analysis,
        locale: global.locale.first().unwrap_or_default(),
        columns: terminal::page(),
        by: args.by.map(Split::by),
        files: &args.exports,
        forecast,
    };
    let text = if args.receipt {
        screen::analysis::receipts(&told)
    } else {
        screen::analysis::analysis(&told)
    };
    let (document, rows) = (json::analysis::analysis(&told), tidy::analysis(&told));
    let mut answer = Answer { id: ID, text, document, rows, pictures: Vec::new() };
    if let Some(folder) = &args.out {
        let wanted = args.looks.wanted(&dress, &Theme::default());
        load::with_threads(global.threads, || {
            let told_so = (&answer.document, &answer.rows[..]);
            output::write_analysis(&told, &wanted, told_so, (folder, &watch::interrupted))
        })??;
        let folder = folder.display().to_string();
        answer.text.push_str(&screen::studies::files(told.locale, &folder));
    }
    study::print(args.format, &answer)
}

/// The scenario over which the files are laid.
fn scenario(args: &Args, global: Global) -> Result<Option<Case>, Failure> {
    let Some(file) = &args.scenario else { return Ok(None) };
    let options = Options { allowed: args.allow_path.clone(), ..Options::default() };
    let case = load::each(std::slice::from_ref(file), &options, global)?.pop();
    if let Some(case) = &case {
        load::warn(case, global);
    }
    Ok(case)
}

fn question(args: &Args) -> Result<Question, Failure> {
    let series = args.series.as_deref().map(|id| {
        let all = ["questions", "posts", "messages", "leads"].into_iter();
        let all = all.chain(Metric::ALL.map(Metric::id));
        Series::find(id).ok_or_else(|| {
            let help = nearest_or(id, all, || message!("`questions` and `posts` are some of them"));
            Failure::Usage(message!("there is no series `{id}`: {help}", id, help))
        })
    });
    Ok(Question {
        by: args.by.map(Split::by),
        event: args.event.map(|Days { from, to }| Event { from, to, leave_out: args.leave_out }),
        series: series.transpose()?,
        codes: args.codes.as_deref().map(exports::codes).transpose()?,
        checked: match &args.checked {
            Some(path) => exports::checked(path)?,
            None => Vec::new(),
        },
        neutral_is_unknown: args.neutral.is_some(),
        quotes: args.quotes,
        ..args.understood.question()
    })
}
