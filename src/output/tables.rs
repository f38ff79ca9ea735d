//! The tables of a run as CSV and Parquet, through Polars. Rows come in batches of a fixed size and
//! every column is encoded by one thread, so that the bytes depend on the values only.

use std::io::{self, Write};
use std::ops::Range;

use polars::prelude::{
    Column, DataFrame, Float64Chunked, IntoColumn, NewChunkedArray, PlSmallStr, PolarsError,
    PolarsResult, StringChunked, UInt64Chunked,
};
use polars_io::prelude::{
    CsvWriter, KeyValueMetadata, ParquetCompression, ParquetWriter, SerWriter, StatisticsOptions,
};
use serde_json::{Map, Value, json};

use super::json as documents;
use super::store::blocks_of;
use super::{Report, Run};
use crate::design::BLOCK;
use crate::estimate::PERCENTILES;
use crate::locale::Locale;
use crate::metric::METRICS;
use crate::model::{ColumnId, Input, Model, Period};
use crate::scenario::keys;
use crate::study::gate::long::{Long, LongRow, MARKED};
use crate::study::gate::{Record, STATISTICS};
use crate::summary::{BlockValues, MetricSummary, WeeklySummary};
use crate::trials::{self, Trials};

/// Blocks of whose trials a row group consists: bounds the memory, whatever the number of trials.
const BLOCKS: usize = 64;

/// Rows of one row group of blocks, likewise.
const ROWS: usize = 4096;

/// How CSV is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Csv {
    /// Commas, as RFC 4180 has it.
    #[default]
    Plain,
    /// As the Excel of this language opens it: with a byte-order mark and, where numbers have a
    /// decimal comma, with semicolons between cells.
    Excel(Locale),
}

/// A row for each metric.
pub fn summary_csv(report: &Report, style: Csv, file: &mut dyn Write) -> io::Result<()> {
    let rows = &report.summary().metrics;
    let numbers =
        |name: &str, value: &dyn Fn(&MetricSummary) -> f64| numbers(name, rows.iter().map(value));
    let mut columns = vec![
        words("metric", rows.iter().map(|row| row.name.as_str())),
        words("unit", rows.iter().map(|row| report.model().unit_id(row.column.metric))),
        numbers("mean", &|row| row.mean.value),
        numbers("se", &|row| row.mean.se),
        numbers("sd", &|row| row.sd),
        numbers("min", &|row| row.min),
    ];
    columns.extend(
        PERCENTILES
            .iter()
            .enumerate()
            .map(|(place, (name, _))| numbers(name, &|row| row.percentiles[place].value)),
    );
    columns.extend([numbers("max", &|row| row.max), numbers("undefined", &|row| row.undefined)]);
    csv(rows.len(), columns, style, file)
}

/// A row for each series and week, which count from 0.
pub fn weekly_csv(report: &Report, style: Csv, file: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<(usize, &WeeklySummary)> = report
        .summary()
        .weekly
        .iter()
        .flat_map(|series| (0..series.weeks.len()).map(move |week| (week, series)))
        .collect();
    let numbers = |name: &str, value: fn(&trials::WeekStatistics) -> f64| {
        numbers(name, rows.iter().map(|(week, series)| value(&series.weeks[*week])))
    };
    let columns = vec![
        counts("week", rows.iter().map(|(week, _)| *week as u64)),
        words("series", rows.iter().map(|(_, series)| series.name.as_str())),
        words("unit", rows.iter().map(|(_, series)| METRICS[series.metric].unit.id())),
        numbers("mean", |week| week.mean),
        numbers("p05", |week| week.p05),
        numbers("p50", |week| week.p50),
        numbers("p95", |week| week.p95),
    ];
    csv(rows.len(), columns, style, file)
}

/// A row for each series and month, with its days in the horizon.
pub fn monthly_csv(report: &Report, style: Csv, file: &mut dyn Write) -> io::Result<()> {
    let months = &report.model().calendar.months;
    let rows: Vec<(&Period, &trials::WeekStatistics, &WeeklySummary)> = report
        .summary()
        .weekly
        .iter()
        .flat_map(|series| {
            months.iter().zip(&series.months).map(move |(at, told)| (at, told, series))
        })
        .collect();
    let numbers = |name: &str, value: fn(&trials::WeekStatistics) -> f64| {
        numbers(name, rows.iter().map(|(_, told, _)| value(told)))
    };
    let called: Vec<String> = rows
        .iter()
        .map(|(month, ..)| format!("{:04}-{:02}", month.first.year(), month.first.month()))
        .collect();
    let columns = vec![
        words("month", called.iter().map(String::as_str)),
        counts("days", rows.iter().map(|(month, ..)| (month.to - month.from) as u64)),
        words("series", rows.iter().map(|(.., series)| series.name.as_str())),
        words("unit", rows.iter().map(|(.., series)| METRICS[series.metric].unit.id())),
        numbers("mean", |month| month.mean),
        numbers("p05", |month| month.p05),
        numbers("p50", |month| month.p50),
        numbers("p95", |month| month.p95),
    ];
    csv(rows.len(), columns, style, file)
}

/// Trials as data frames of Polars, to be filtered, grouped and written.
///
/// ```
/// use polars::prelude::*;
///
/// # let case = reachsim::Case::parse(r#"
/// #     extends = "scenarios/support-community.toml"
/// #     simulation.trials = "1k"
/// # "#)?;
/// let frame = case.run()?.frame()?;
/// let loss = frame.filter(&frame.column("profit")?.f64()?.lt(0.0))?;
/// println!("{} of {} futures make a loss", loss.height(), frame.height());
/// # assert!(0 < loss.height() && loss.height() < frame.height());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Frame {
    /// A row for each trial that is kept: its number, every input, every metric.
    fn frame(&self, model: &Model) -> PolarsResult<DataFrame>;
}

impl Frame for Trials {
    fn frame(&self, model: &Model) -> PolarsResult<DataFrame> {
        rows(self, model, 0..self.filled(), 0)
    }
}

impl Run {
    /// A row for each trial that is kept: its number, every input, every metric.
    pub fn frame(&self) -> PolarsResult<DataFrame> {
        self.trials.frame(self.case.model())
    }
}

/// The frame of some rows of trials, the first of which has this number.
fn rows(
    trials: &Trials,
    model: &Model,
    rows: Range<usize>,
    first: usize,
) -> PolarsResult<DataFrame> {
    let numbered = first..first + rows.len();
    let input = |(input, values): (&Input, &Vec<f64>)| {
        numbers(&input.key, values[rows.clone()].iter().copied())
    };
    let metric = |id: ColumnId| {
        let column = trials.column(model, id);
        numbers(&model.column_name(id), rows.clone().map(|trial| column.value(trial)))
    };
    let columns = std::iter::once(counts("trial", numbered.map(|trial| trial as u64)))
        .chain(model.inputs.iter().zip(&trials.inputs).map(input))
        .chain(model.columns().map(metric));
    DataFrame::new(rows.len(), columns.collect())
}

/// A row for each trial, up to the first [`SAMPLE`](super::SAMPLE): its number, every input, every
/// metric.
pub fn trials_parquet(report: &Report, file: &mut dyn Write) -> io::Result<()> {
    let (model, count) = (report.model(), report.sample());
    let groups = (0..count).step_by(BLOCKS * BLOCK).map(|first| {
        let end = count.min(first + BLOCKS * BLOCK);
        let Some(store) = &report.run.store else {
            return rows(report.trials(), model, first..end, first);
        };
        let blocks = (first / BLOCK) as u64..blocks_of(end as u64);
        let stored = store.values(model, report.plan(), blocks).map_err(PolarsError::from)?;
        rows(&stored, model, 0..end - first, first)
    });
    let metadata = metadata(report, &of_inputs(report).chain(of_metrics(report, &[])).collect());
    parquet(groups, Some(metadata), file)
}

/// A row for each block: the statistics of every column that was measured.
pub fn blocks_parquet(report: &Report, file: &mut dyn Write) -> io::Result<()> {
    let model = report.model();
    let group = |blocks: &[BlockValues]| {
        let mut columns = vec![
            counts("block", blocks.iter().map(|block| block.block)),
            counts("trials", blocks.iter().map(|block| block.trials)),
        ];
        for (place, column) in model.measured().enumerate() {
            let name = model.column_name(column);
            let statistics = block_statistics().enumerate();
            columns.extend(statistics.map(|(statistic, id)| {
                let values = blocks.iter().map(|block| block.statistics[place][statistic]);
                numbers(&format!("{name}.{id}"), values)
            }));
        }
        DataFrame::new(blocks.len(), columns)
    };
    let statistics: Vec<&str> = block_statistics().collect();
    let metadata = Some(metadata(report, &of_metrics(report, &statistics).collect()));
    let Some(store) = &report.run.store else {
        return parquet(report.summary().blocks.chunks(ROWS).map(group), metadata, file);
    };
    let groups = (0..store.blocks()).step_by(ROWS).map(|first| {
        let blocks = store
            .statistics(model, first..store.blocks().min(first + ROWS as u64))
            .map_err(PolarsError::from)?;
        group(&blocks)
    });
    parquet(groups, metadata, file)
}

/// The statistics of a block, in their order.
fn block_statistics() -> impl Iterator<Item = &'static str> {
    std::iter::once("mean").chain(PERCENTILES.iter().map(|(id, _)| *id))
}

/// What a file says of itself beside its columns, as JSON under the name of the program: of which
/// scenario and run it is, and in what each column is counted.
fn metadata(report: &Report, columns: &Map<String, Value>) -> KeyValueMetadata {
    let about = json!({
        "scenario": documents::scenario(&report.run.case),
        "engine": documents::engine_of(),
        "simulation": documents::simulation(report.plan(), report.model()),
        "columns": columns,
    });
    KeyValueMetadata::from_static(vec![("reachsim".to_owned(), about.to_string())])
}

/// The unit and the words of every input, by its key.
fn of_inputs<'a>(report: &'a Report) -> impl Iterator<Item = (String, Value)> + 'a {
    report.model().inputs.iter().map(|input| {
        let unit = report.run.case.unit_of(&input.key).id();
        let words = keys::find(&input.key).map(|key| key.about);
        (input.key.clone(), json!({ "unit": unit, "words": words }))
    })
}

/// The unit and the words of every metric that was measured, or of some statistics of it.
fn of_metrics<'a>(
    report: &'a Report,
    statistics: &'a [&str],
) -> impl Iterator<Item = (String, Value)> + 'a {
    let model = report.model();
    let columns = model.columns().filter(move |column| {
        statistics.is_empty() || model.measured().any(|measured| measured == *column)
    });
    columns.flat_map(move |column| {
        let (name, metric) = (model.column_name(column), model.metric(column.metric));
        let about = json!({ "unit": model.unit_id(column.metric), "words": metric.words });
        let names: Vec<String> = match statistics {
            [] => vec![name],
            some => some.iter().map(|id| format!("{name}.{id}")).collect(),
        };
        names.into_iter().map(move |name| (name, about.clone()))
    })
}

/// What is kept of a run for later comparisons: a row for each metric and block.
pub fn record_parquet(record: &Record, file: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<(&str, usize, &[f64; 4])> = record
        .rows
        .iter()
        .flat_map(|row| {
            row.blocks
                .iter()
                .enumerate()
                .map(move |(block, values)| (row.name.as_str(), block, values))
        })
        .collect();
    let mut columns = vec![
        words("metric", rows.iter().map(|(name, ..)| *name)),
        counts("block", rows.iter().map(|(_, block, _)| *block as u64)),
    ];
    columns.extend(
        STATISTICS
            .iter()
            .enumerate()
            .map(|(place, (id, _))| numbers(id, rows.iter().map(|(.., values)| values[place]))),
    );
    parquet(std::iter::once(DataFrame::new(rows.len(), columns)), None, file)
}

/// A row for each metric and target: the moments of the blocks behind a record.
pub fn long_parquet(long: &Long, file: &mut dyn Write) -> io::Result<()> {
    let rows = &long.rows;
    // An infinite mark is "never", and stays what it is.
    let exact = |name: &str, value: &dyn Fn(&LongRow) -> f64| {
        let values = rows.iter().map(value).collect::<Vec<f64>>();
        Float64Chunked::from_vec(PlSmallStr::from_str(name), values).into_column()
    };
    let mut columns = vec![
        words("metric", rows.iter().map(|row| row.name.as_str())),
        exact("blocks", &|row| row.mean.count),
        exact("mean", &|row| row.mean.mean),
        exact("mean_variance", &|row| row.mean.variance()),
        exact("count", &|row| row.futures.count),
        exact("futures", &|row| row.futures.mean),
        exact("futures_variance", &|row| row.futures.variance()),
    ];
    for (place, id) in MARKED.iter().enumerate() {
        columns.extend([
            exact(id, &|row| row.marks[place].at),
            exact(&format!("{id}_below"), &|row| row.marks[place].below.mean),
            exact(&format!("{id}_below_variance"), &|row| row.marks[place].below.variance()),
            exact(&format!("{id}_upto"), &|row| row.marks[place].upto.mean),
            exact(&format!("{id}_upto_variance"), &|row| row.marks[place].upto.variance()),
        ]);
    }
    parquet(std::iter::once(DataFrame::new(rows.len(), columns)), None, file)
}

/// A column of doubles; what is undefined, never or infinite is missing.
fn numbers(name: &str, values: impl Iterator<Item = f64>) -> Column {
    let (name, values) = (PlSmallStr::from_str(name), values.collect::<Vec<f64>>());
    if values.iter().all(|value| value.is_finite()) {
        return Float64Chunked::from_vec(name, values).into_column();
    }
    Float64Chunked::from_iter_options(
        name,
        values.into_iter().map(|value| Some(value).filter(|value| value.is_finite())),
    )
    .into_column()
}

fn counts(name: &str, values: impl Iterator<Item = u64>) -> Column {
    UInt64Chunked::from_iter_values(PlSmallStr::from_str(name), values).into_column()
}

fn words<'a>(name: &str, values: impl Iterator<Item = &'a str>) -> Column {
    StringChunked::from_iter_values(PlSmallStr::from_str(name), values).into_column()
}

fn csv(rows: usize, columns: Vec<Column>, style: Csv, file: &mut dyn Write) -> io::Result<()> {
    let columns = match style {
        Csv::Plain => columns,
        Csv::Excel(_) => columns.into_iter().map(harmless).collect(),
    };
    let mut table = DataFrame::new(rows, columns).map_err(plain)?;
    let has_decimal_comma = matches!(style, Csv::Excel(locale) if locale != Locale::En);
    CsvWriter::new(file)
        .n_threads(1)
        .with_separator(if has_decimal_comma { b';' } else { b',' })
        .with_decimal_comma(has_decimal_comma)
        .include_bom(style != Csv::Plain)
        .finish(&mut table)
        .map_err(plain)
}

/// Words of which none is a formula: spreadsheets compute what begins with such a sign.
fn harmless(column: Column) -> Column {
    let Ok(cells) = column.str() else { return column };
    let quoted = |cell: &str| {
        if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
    };
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell.unwrap_or_default())).collect();
    words(column.name(), cells.iter().map(String::as_str))
}

/// One row group for each batch; at least one batch.
fn parquet(
    batches: impl Iterator<Item = PolarsResult<DataFrame>>,
    metadata: Option<KeyValueMetadata>,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut batches = batches.peekable();
    let Some(Ok(first)) = batches.peek() else {
        return batches.next().map_or(Ok(()), |batch| batch.map(|_| ()).map_err(plain));
    };
    let schema = first.schema().clone();
    let writer = ParquetWriter::new(file)
        .with_statistics(StatisticsOptions::empty())
        .with_compression(ParquetCompression::Snappy)
        .with_key_value_metadata(metadata)
        .set_parallel(false);
    let mut writer = writer.batched(&schema).map_err(plain)?;
    for batch in batches {
        writer.write_batch(&batch.map_err(plain)?).map_err(plain)?;
    }
    writer.finish().map_err(plain).map(|_| ())
}

fn plain(error: PolarsError) -> io::Error {
    match error {
        PolarsError::IO { error, .. } => io::Error::new(error.kind(), error.to_string()),
        other => io::Error::other(other.to_string()),
    }
}
