//! The reports of the gate: for people, for programs, for CI.

use crate::diagnostic::Message;
use crate::output::format::Format as _;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Case;
use super::documents::xml::escape;
use super::format::Locale;
use super::json::{engine_of, seed};
use super::markdown::{code, inline};
use super::screen::layout::{WIDTH, ends, wrap};
use crate::model::ColumnId;
use crate::output::phrases::tame;
use crate::output::words::{Words as _, say};
use crate::study::gate::{Moved, Scale, Verdict};

/// Words of a check, in the language of whoever reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark([String; Locale::ALL.len()]);

impl Remark {
    pub fn in_each(words: impl Fn(Locale) -> String) -> Remark {
        Remark(Locale::ALL.map(words))
    }

    pub fn told(&self, locale: Locale) -> &str {
        &self.0[locale as usize]
    }
}

/// What was found about one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// As the user gave it.
    pub file: String,
    pub verdict: Outcome,
    /// `None` where there is a baseline, and no scenario.
    pub subject: Option<Subject>,
    pub metrics: Vec<Moved>,
    /// Trials of the run.
    pub trials: u64,
    /// Whether every bit was compared.
    pub exact: bool,
    /// Whether it misses a target that its file demands.
    pub missed: bool,
    /// Further words: why it moved, what to do.
    pub remarks: Vec<Remark>,
}

impl Checked {
    /// A verdict on a file, without numbers and words.
    pub fn new(file: String, subject: Option<Subject>, verdict: Outcome) -> Checked {
        Checked {
            file,
            verdict,
            subject,
            metrics: Vec::new(),
            trials: 0,
            exact: false,
            missed: false,
            remarks: Vec::new(),
        }
    }

    /// Adds further words.
    pub fn tell(&mut self, words: &Message) {
        self.remarks.push(Remark::in_each(|locale| locale.message(words)));
    }

    /// The hash of the scenario.
    pub fn hash(&self) -> Option<&str> {
        self.subject.as_ref().map(|subject| subject.hash.as_str())
    }
}

/// The scenario that was checked, as programs ask for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    hash: String,
    pub currency: String,
    /// The unit of every metric, by its name.
    pub units: BTreeMap<String, String>,
}

impl Subject {
    pub fn of(case: &Case) -> Subject {
        let model = case.model();
        let unit =
            |column: ColumnId| (model.column_name(column), model.unit_id(column.metric).to_owned());
        Subject {
            hash: case.about().hash.clone(),
            currency: case.about().currency.clone(),
            units: model.columns().map(unit).collect(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Same,
    Moved,
    Inconclusive,
    /// The scenario is another one now.
    Edited,
    /// It is the same, and misses a target that its file demands.
    Missed,
    /// It is the same, and has another name than its baseline.
    Renamed,
    /// There is no baseline.
    New,
    /// There is a baseline, and no scenario.
    Missing,
    /// The baseline was written anew.
    Updated,
    /// The scenario or its baseline cannot be read.
    Bad,
}

impl Outcome {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Outcome; 10] = [
        Outcome::Same,
        Outcome::Updated,
        Outcome::Moved,
        Outcome::Inconclusive,
        Outcome::Edited,
        Outcome::Missed,
        Outcome::Renamed,
        Outcome::New,
        Outcome::Missing,
        Outcome::Bad,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Outcome::Same => "same",
            Outcome::Moved => "moved",
            Outcome::Inconclusive => "inconclusive",
            Outcome::Edited => "edited",
            Outcome::Missed => "missed",
            Outcome::Renamed => "renamed",
            Outcome::New => "new",
            Outcome::Missing => "missing",
            Outcome::Updated => "updated",
            Outcome::Bad => "bad",
        }
    }

    /// What people call it.
    fn told(self, locale: Locale) -> String {
        match self {
            Outcome::Same => say!(locale, "check-same"),
            Outcome::Moved => say!(locale, "check-moved"),
            Outcome::Inconclusive => say!(locale, "check-inconclusive"),
            Outcome::Edited => say!(locale, "check-edited"),
            Outcome::Missed => say!(locale, "check-missed"),
            Outcome::Renamed => say!(locale, "check-renamed"),
            Outcome::New => say!(locale, "check-new"),
            Outcome::Missing => say!(locale, "check-missing"),
            Outcome::Updated => say!(locale, "check-updated"),
            Outcome::Bad => say!(locale, "check-bad"),
        }
    }

    /// Whether the gate lets it pass.
    pub const fn passes(self) -> bool {
        matches!(self, Outcome::Same | Outcome::Updated)
    }
}

impl From<Verdict> for Outcome {
    fn from(verdict: Verdict) -> Outcome {
        match verdict {
            Verdict::Same => Outcome::Same,
            Verdict::Moved => Outcome::Moved,
            Verdict::Inconclusive => Outcome::Inconclusive,
        }
    }
}

/// Statistics of one scenario that have a line.
const LINES: usize = 10;

/// Old, new, and by how much.
fn line(locale: Locale, moved: &Moved) -> String {
    let number = |value: f64| locale.number(value, None);
    let [old, new] = [moved.old, moved.new].map(number);
    let what = format!("{} {}: {old} -> {new}", tame(&moved.metric), moved.statistic);
    let tolerance = moved.tolerance;
    let by = moved.difference.value;
    match moved.scale {
        Scale::Value => {
            let sign = if by > 0.0 { "+" } else { "" };
            let by = format!("{sign}{}", number(by));
            say!(locale, "check-moved-by", what = what, by = by, tolerance = number(tolerance))
        }
        Scale::Share => {
            let passed = locale.share(by.abs(), None);
            if tolerance > 0.0 {
                let tolerance = locale.share(tolerance, None);
                say!(locale, "check-passed", what = what, passed = passed, tolerance = tolerance)
            } else {
                say!(locale, "check-further", what = what, passed = passed)
            }
        }
    }
}

/// Those that did not pass, the largest change in units of its tolerance first, and of each metric
/// the largest; none that is the same.
fn notable(checked: &Checked) -> Vec<&Moved> {
    let size =
        |moved: &Moved| moved.difference.value.abs() / moved.tolerance.max(f64::MIN_POSITIVE);
    let mut notable: Vec<&Moved> =
        checked.metrics.iter().filter(|moved| moved.verdict != Verdict::Same).collect();
    notable.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let mut told = BTreeSet::new();
    notable.retain(|moved| told.insert(&moved.metric));
    notable
}

/// The smallest change of a mean that the gate would have found, as a share of the mean: the middle
/// one of all metrics.
fn detectable(checked: &Checked) -> Option<f64> {
    let means = checked.metrics.iter().filter(|moved| {
        moved.statistic == "mean" && moved.old != 0.0 && moved.detectable.is_finite()
    });
    let mut shares: Vec<f64> = means.map(|moved| moved.detectable / moved.old.abs()).collect();
    shares.sort_by(f64::total_cmp);
    shares.get(shares.len() / 2).copied()
}

fn sensitivity(locale: Locale, checked: &Checked) -> Option<String> {
    if checked.exact && checked.verdict == Outcome::Same {
        return Some(say!(locale, "check-exact"));
    }
    if checked.verdict == Outcome::Edited {
        return None;
    }
    let share = locale.share(detectable(checked)?, None);
    Some(say!(locale, "check-detectable", n = checked.metrics.len() as u64, share = share))
}

/// What the terminal shows.
pub fn text(locale: Locale, all: &[Checked]) -> String {
    let mut lines = Vec::new();
    for checked in all {
        lines.push(ends(&tame(&checked.file), &checked.verdict.told(locale), WIDTH));
        let notable = notable(checked);
        lines.extend(notable.iter().take(LINES).flat_map(|moved| {
            let verdict = Outcome::from(moved.verdict).told(locale);
            indented(&format!("{} ({verdict})", line(locale, moved)))
        }));
        if notable.len() > LINES {
            let more = say!(locale, "check-more", n = (notable.len() - LINES) as u64);
            lines.push(format!("  {more}"));
        }
        lines.extend(checked.remarks.iter().flat_map(|remark| indented(remark.told(locale))));
        lines.extend(sensitivity(locale, checked).iter().flat_map(|words| indented(words)));
    }
    lines.push(total(locale, all));
    lines.join("\n") + "\n"
}

fn indented(text: &str) -> Vec<String> {
    wrap(text, WIDTH - 2).into_iter().map(|line| format!("  {line}")).collect()
}

fn total(locale: Locale, all: &[Checked]) -> String {
    let count = |outcome: Outcome| all.iter().filter(|checked| checked.verdict == outcome).count();
    let parts: Vec<String> = Outcome::ALL
        .iter()
        .filter(|outcome| count(**outcome) > 0)
        .map(|outcome| format!("{} {}", count(*outcome), outcome.told(locale)))
        .collect();
    let found = if parts.is_empty() { say!(locale, "check-nothing") } else { parts.join(", ") };
    say!(locale, "check-total", n = all.len() as u64, found = found)
}

/// A table for a pull request.
pub fn markdown(locale: Locale, all: &[Checked]) -> String {
    let head = ["check-scenario", "check-verdict", "check-changed"].map(|id| locale.say(id, &[]));
    let mut text =
        format!("### {}\n\n| {} |\n|---|---|---|\n", total(locale, all), head.join(" | "));
    let cell = |words: &str| inline(&tame(words));
    for checked in all {
        let mut words: Vec<String> =
            notable(checked).iter().take(LINES).map(|moved| cell(&line(locale, moved))).collect();
        words.extend(checked.remarks.iter().map(|remark| cell(remark.told(locale))));
        words.extend(sensitivity(locale, checked));
        // Writing into a string cannot fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            code(&checked.file),
            checked.verdict.told(locale),
            words.join("<br>")
        );
    }
    text
}

/// What was asked of the gate.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    pub seed: Option<u64>,
    pub max_trials: u64,
    /// The git revision, in the place of baselines.
    pub against: Option<&'a str>,
}

/// `reachsim.check/1`.
pub fn document(question: &Question, all: &[Checked]) -> Value {
    let row = |checked: &Checked, moved: &Moved| {
        let unit = checked.subject.as_ref().and_then(|subject| subject.units.get(&moved.metric));
        json!({
            "metric": moved.metric,
            "unit": unit,
            "stat": moved.statistic,
            "old": moved.old,
            "new": moved.new,
            "scale": moved.scale.id(),
            "difference": moved.difference.value,
            "se": moved.difference.se,
            "tolerance": moved.tolerance,
            "detectable": moved.detectable,
            "verdict": moved.verdict.id(),
        })
    };
    let english = |remark: &Remark| remark.told(Locale::En).to_owned();
    let scenario = |checked: &Checked| {
        json!({
            "file": checked.file,
            "hash": checked.hash(),
            "currency": checked.subject.as_ref().map(|subject| &subject.currency),
            "verdict": checked.verdict.id(),
            "trials": checked.trials,
            "exact": checked.exact,
            "metrics": checked.metrics.iter().map(|moved| row(checked, moved)).collect::<Vec<_>>(),
            "remarks": checked.remarks.iter().map(english).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": "reachsim.check/1",
        "question": {
            "seed": question.seed.map(seed),
            "max_trials": question.max_trials,
            "against": question.against,
        },
        "engine": engine_of(),
        "scenarios": all.iter().map(scenario).collect::<Vec<_>>(),
    })
}

/// The XML of `JUnit`: a suite for each scenario, a case for each metric.
pub fn junit(all: &[Checked]) -> String {
    let suites: Vec<Suite> = all.iter().map(Suite::of).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"reachsim check\" \
         tests=\"{}\" skipped=\"0\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
        suites.iter().map(|suite| suite.cases.len()).sum::<usize>(),
        suites.iter().map(Suite::failures).sum::<usize>(),
        suites.iter().map(Suite::xml).collect::<String>()
    )
}

/// The cases of one scenario: their names, and of what failed its kind and its words.
struct Suite<'a> {
    file: &'a str,
    cases: Vec<(&'a str, Option<Failed>)>,
}

struct Failed {
    kind: &'static str,
    words: Vec<String>,
}

impl Suite<'_> {
    fn of(checked: &Checked) -> Suite<'_> {
        let passes = checked.verdict.passes();
        let is_moved = |moved: &&Moved| moved.verdict != Verdict::Same && !passes;
        let case = |rows: &'_ [Moved]| {
            let failed: Vec<&Moved> = rows.iter().filter(is_moved).collect();
            let words = || failed.iter().map(|moved| line(Locale::En, moved)).collect();
            failed.first().map(|first| Failed { kind: first.verdict.id(), words: words() })
        };
        let metrics = checked.metrics.chunk_by(|a, b| a.metric == b.metric);
        let mut cases: Vec<_> = metrics.map(|rows| (rows[0].metric.as_str(), case(rows))).collect();
        // What is said of the scenario as a whole is one case.
        let of_metrics = matches!(checked.verdict, Outcome::Moved | Outcome::Inconclusive)
            && checked.metrics.iter().any(|moved| moved.verdict != Verdict::Same);
        if !passes && !of_metrics {
            let remarks = checked.remarks.iter().flat_map(|text| text.told(Locale::En).lines());
            let words = remarks.map(str::to_owned);
            let failed = Failed { kind: checked.verdict.id(), words: words.collect() };
            cases.push(("scenario", Some(failed)));
        }
        Suite { file: &checked.file, cases }
    }

    fn failures(&self) -> usize {
        self.cases.iter().filter(|(_, failed)| failed.is_some()).count()
    }

    fn xml(&self) -> String {
        let file = escape(self.file);
        let case = |(name, failed): &(&str, Option<Failed>)| {
            let case = format!("        <testcase name=\"{}\" classname=\"{file}\"", escape(name));
            let Some(Failed { kind, words }) = failed else { return case + "/>\n" };
            let words: Vec<String> = words.iter().map(|line| escape(line)).collect();
            format!(
                "{case}>\n            <failure message=\"{}\" type=\"{kind}\">{}</failure>\n        \
                 </testcase>\n",
                words.first().map_or(*kind, String::as_str),
                words.join("\n")
            )
        };
        let suite = format!(
            "    <testsuite name=\"{file}\" tests=\"{}\" skipped=\"0\" errors=\"0\" failures=\"{}\"",
            self.cases.len(),
            self.failures()
        );
        if self.cases.is_empty() {
            return suite + "/>\n";
        }
        let cases: String = self.cases.iter().map(case).collect();
        format!("{suite}>\n{cases}    </testsuite>\n")
    }
}
