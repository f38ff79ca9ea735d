//! Flags that several commands share.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::{Failure, Global, kept, load, watch};
use reachsim::data::analyse::Question;
use reachsim::data::know;
use reachsim::design::{MOST_TRIALS, Sampler};
use reachsim::diagnostic::message;
use reachsim::learn::backtest::demand::Demand;
use reachsim::model::Plan;
use reachsim::output::look::Look;
use reachsim::output::story::Length;
use reachsim::output::{self, Case, Csv, Kinds, Report, Wanted};
use reachsim::run::{attached, exports};
use reachsim::scenario::deck::Step;
use reachsim::scenario::theme::Theme;
use reachsim::scenario::{Options, SetsRead};

/// What a scenario may read.
#[derive(Clone, Debug, clap::Args)]
pub struct Access {
    /// Let the scenario read files below this folder, too, and not only those of its own; may be
    /// repeated
    #[arg(long, value_name = "DIR")]
    pub allow_path: Vec<PathBuf>,
}

/// How a scenario is read.
#[derive(Clone, Debug, clap::Args)]
pub struct Reading {
    /// Another value for a key, such as `market.people=2M`; may be repeated
    #[arg(long, value_name = "KEY=QUANTITY")]
    pub set: Vec<String>,
    #[command(flatten)]
    access: Access,
}

impl Reading {
    /// A scenario as its file has it.
    pub fn plain(access: &Access) -> Reading {
        Reading { set: Vec::new(), access: access.clone() }
    }

    pub fn options(&self) -> Options {
        // What a program asks is not what somebody typed who may read all files.
        let sets_read = if kept::is_on() { SetsRead::BelowHere } else { SetsRead::Everything };
        Options { sets: self.set.clone(), sets_read, ..self.access.options() }
    }
}

impl Access {
    pub fn options(&self) -> Options {
        Options { allowed: self.allow_path.clone(), ..Options::default() }
    }
}

/// From which data a scenario learns, beside those that it names.
#[derive(Clone, Debug, clap::Args)]
pub struct Data {
    /// Exports: files, folders, patterns such as 'exports/*.csv', archives; may be repeated
    #[arg(long = "data", value_name = "EXPORT", num_args = 1..)]
    pub exports: Vec<String>,
    /// Of which community files tell: its id and a pattern; may be repeated
    #[arg(long, value_name = "ID=GLOB", value_parser = load::community)]
    pub community: Vec<(String, String)>,
    /// How much rows of files count, for older or other people's data; may be repeated
    #[arg(long, value_name = "GLOB=0.5", value_parser = load::weight)]
    pub weight: Vec<(String, f64)>,
    /// The last day that is used, such as 2025-12-31
    #[arg(long, value_name = "DATE", value_parser = load::day)]
    pub as_of: Option<i32>,
    #[command(flatten)]
    pub files: Files,
}

impl Data {
    /// What it says of exports.
    pub fn asked(&self) -> Result<attached::Data, Failure> {
        Ok(attached::Data {
            exports: self.exports.clone(),
            communities: self.community.clone(),
            weights: self.weight.clone(),
            as_of: self.as_of,
            reading: self.files.reading()?,
            brand: self.files.brand.clone(),
        })
    }
}

/// How the files of exports are understood, wherever they are read.
#[derive(Clone, Debug, clap::Args)]
pub struct Files {
    /// The brand's own name, or a word of it
    #[arg(long, value_name = "WORD")]
    pub brand: Option<String>,
    /// A stage of leads that means won; may be repeated
    #[arg(long, value_name = "WORD")]
    pub won: Vec<String>,
    /// The zone in which hours and days are told, such as Europe/Kyiv
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// Which comes first in dates that may be read either way
    #[arg(long, value_name = "ORDER")]
    pub dates: Option<Dates>,
    /// Which of your headings mean what: kind = "messages", [columns] time = "Date"
    #[arg(long, value_name = "FILE")]
    pub columns: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Dates {
    /// 31/01/2026
    DayFirst,
    /// 01/31/2026
    MonthFirst,
}

impl Files {
    /// How rows are read.
    pub fn reading(&self) -> Result<know::Reading, Failure> {
        Ok(know::Reading {
            zone: self.zone.clone(),
            dates: self.dates.map(|order| match order {
                Dates::DayFirst => know::Order::DayFirst,
                Dates::MonthFirst => know::Order::MonthFirst,
            }),
            own: self.columns.as_deref().map(exports::columns).transpose()?,
            won: self.won.clone(),
            ..know::Reading::default()
        })
    }

    /// The flag that was given, if one was.
    pub fn flag(&self) -> Option<&'static str> {
        let Files { brand, won, zone, dates, columns } = self;
        let given = [
            ("--zone", zone.is_some()),
            ("--dates", dates.is_some()),
            ("--columns", columns.is_some()),
            ("--won", !won.is_empty()),
            ("--brand", brand.is_some()),
        ];
        given.into_iter().find_map(|(flag, is_given)| is_given.then_some(flag))
    }

    /// What is said of the rows themselves.
    pub fn question(&self) -> Question {
        Question {
            brand: self.brand.clone(),
            won: self.won.first().cloned(),
            ..Question::default()
        }
    }
}

/// What has to hold of forecasts: of a back-test, or of those on record.
pub fn demand(text: &str) -> Result<Demand, String> {
    Demand::read(text).map_err(|why| why.to_string())
}

/// In which form an answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StudyFormat {
    /// Words and tables for people
    Text,
    /// One JSON document
    Json,
    /// A table with a row for each value, in columns that are the same for every study
    Csv,
}

/// What is simulated, where the file is not to decide.
#[derive(Debug, clap::Args)]
pub struct Simulation {
    /// How many futures to simulate [default: what the file says, or 10,000]
    #[arg(long, value_name = "N", value_parser = load::whole::<1, MOST_TRIALS>)]
    trials: Option<u64>,
    /// The seed of all random numbers [default: what the file says, or 1]
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// How the uncertain inputs are sampled
    #[arg(long, value_parser = load::sampler, value_name = "NAME")]
    sampler: Option<Sampler>,
    #[command(flatten)]
    pub reading: Reading,
}

impl Simulation {
    /// The plan of a file, with what the command line says otherwise.
    pub fn plan(&self, plan: Plan) -> Plan {
        Plan {
            trials: self.trials.unwrap_or(plan.trials),
            seed: self.seed.unwrap_or(plan.seed),
            sampler: self.sampler.unwrap_or(plan.sampler),
            ..plan
        }
    }
}

/// How large pictures are.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Size {
    /// Pixels of the pictures: 1 for 1920 x 1080, 2 for 3840 x 2160
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        value_parser = clap::value_parser!(u32).range(1..=4)
    )]
    pub scale: u32,
}

/// How documents look.
#[derive(Debug, clap::Args)]
pub struct Looks {
    #[command(flatten)]
    size: Size,
    /// A theme for the documents: colours, fonts, a logo [default: `[theme]` of the scenario]
    #[arg(long, value_name = "FILE")]
    theme: Option<PathBuf>,
    #[command(flatten)]
    deck: DeckFlags,
}

/// How the files of a run are written.
#[derive(Debug, clap::Args)]
pub struct Documents {
    #[command(flatten)]
    looks: Looks,
    /// Write CSV as Excel opens it in the language of the answer: with a byte-order mark, and in
    /// Russian and Ukrainian with semicolons and decimal commas
    #[arg(long)]
    excel_csv: bool,
    #[command(flatten)]
    by: By,
}

/// By which step time is told.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct By {
    /// Months in place of weeks in the pictures, sheets and CSV that go through the horizon, where
    /// the scenario has a `simulation.start` [default: `[deck] by`, else week]
    #[arg(long, value_name = "STEP")]
    by: Option<StepFlag>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum StepFlag {
    Week,
    Month,
}

impl By {
    pub fn step(self) -> Option<Step> {
        self.by.map(|by| match by {
            StepFlag::Week => Step::Week,
            StepFlag::Month => Step::Month,
        })
    }

    /// Lets a scenario be told by this step.
    pub fn apply(self, case: &mut Case) -> Result<(), Failure> {
        let Some(step) = self.step() else { return Ok(()) };
        if step == Step::Month && case.model().calendar.months.is_empty() {
            let file = case.file();
            return Err(Failure::Usage(if case.model().communities.is_empty() {
                message!("`{file}` has formulas only, and no weeks or months: leave --by out", file)
            } else {
                message!(
                    "`{file}` does not say when it starts, so that it has no months: write `simulation.start = 2026-01-05`, with your own day",
                    file
                )
            }));
        }
        case.lowered.about.deck.by = step;
        Ok(())
    }
}

/// What the deck is made of, and how long it is.
#[derive(Clone, Debug, clap::Args)]
pub struct DeckFlags {
    /// How many slides the deck has: five, at most twelve with six behind them, or all [default:
    /// those of `[deck] slides` in the scenario, else short]
    #[arg(long, value_name = "HOW MANY")]
    pub slides: Option<Slides>,
    /// A `PowerPoint` file, .potx or .pptx, in whose masters and layouts the deck is made [default:
    /// `[theme] template`]
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
}

/// How many slides a deck has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Slides {
    Board,
    Short,
    Full,
}

impl Slides {
    pub const fn length(self) -> Length {
        match self {
            Slides::Board => Length::Board,
            Slides::Short => Length::Short,
            Slides::Full => Length::Full,
        }
    }
}

impl DeckFlags {
    /// The template of the command line, read.
    pub fn template(&self) -> Result<Option<Vec<u8>>, Failure> {
        self.template.as_deref().map(load::template).transpose()
    }

    pub fn length(&self) -> Option<Length> {
        self.slides.map(Slides::length)
    }
}

/// What the command line says of the look, read before anything is simulated.
#[derive(Debug)]
pub struct Dress {
    look: Option<Look>,
    template: Option<Vec<u8>>,
}

impl Looks {
    /// The look of the theme and the template, where they are given.
    pub fn dress(&self, global: Global) -> Result<Dress, Failure> {
        let look = self.theme.as_deref().map(|path| load::look(path, global)).transpose()?;
        Ok(Dress { look, template: self.deck.template()? })
    }

    /// What is wanted, in the look of a theme where the command line names none.
    pub fn wanted(&self, dress: &Dress, theme: &Theme) -> Wanted {
        let look = dress.look.clone().unwrap_or_else(|| Look::of(theme));
        let template = dress.template.clone().or(look.template);
        Wanted {
            kinds: Kinds { scale: self.size.scale, ..Kinds::default() },
            look: Look { template, ..look },
            slides: self.deck.length(),
            csv: Csv::Plain,
        }
    }
}

impl Documents {
    /// The look of the theme and the template, where they are given.
    pub fn dress(&self, global: Global) -> Result<Dress, Failure> {
        self.looks.dress(global)
    }

    /// Lets a scenario be told by the step that is wanted.
    pub fn step(&self, case: &mut Case) -> Result<(), Failure> {
        self.by.apply(case)
    }

    /// Writes the files of a run.
    pub fn write(&self, report: &Report, dress: &Dress, folder: &Path) -> Result<(), Failure> {
        let csv = if self.excel_csv { Csv::Excel(report.locale) } else { Csv::Plain };
        let wanted = Wanted { csv, ..self.looks.wanted(dress, &report.about().theme) };
        output::write(report, &wanted, folder, &watch::interrupted)?;
        Ok(())
    }
}
