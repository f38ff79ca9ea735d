//! What is wrong with an export, in words with a way out.

use reachsim_core::diagnostic::{Code, Message, Numeral, message};

use super::heading::Nearest;
use super::table::{Trouble, What};
use crate::fault::Fault;
use crate::read::Part;

pub fn no_zone(name: &str) -> Fault {
    Fault::new(Code::NoZone, message!("there is no zone `{name}`", name))
        .help(message!("a zone is called by its place, as `Europe/Kyiv`"))
}

pub fn unknown(part: &Part, nearest: Option<&Nearest>) -> Fault {
    let told = message!("`{file}` is no export that is known", file = part.name);
    let Some(nearest) = nearest else {
        return Fault::new(Code::UnknownExport, told).help(message!(
            "say what its columns are with `--columns FILE`: a TOML file with `kind = \"messages\"` and `[columns] time = \"..\"`"
        ));
    };
    if let Some(heading) = &nearest.numbered {
        let heading = heading.as_str();
        return Fault::new(
            Code::UnknownExport,
            message!(
                "`{file}` numbers its days in `{heading}` and has no dates",
                file = part.name,
                heading
            ),
        )
        .at(part.place(nearest.line, 0, message!("the first of which day?")))
        .help(message!("export the report with `Date` in its place"));
    }
    let lacks = nearest.missing.iter().map(|(field, word)| {
        if word.is_empty() {
            message!("`{field}`", field = field.as_str())
        } else {
            message!("`{field}` (such as `{word}`)", field = field.as_str(), word = word.as_str())
        }
    });
    let lacks = Message::joined(lacks, ", ");
    let label = message!("like `{kind}`, but without {lacks}", kind = nearest.kind.as_str(), lacks);
    Fault::new(Code::UnknownExport, told).at(part.place(nearest.line, 0, label)).help(message!(
        "say what its columns are with `--columns FILE`: a TOML file with `kind = \"{kind}\"` and `[columns] time = \"..\"`",
        kind = nearest.kind.as_str()
    ))
}

pub fn untitled(part: &Part, line: u64, title: &str, known: &[String]) -> Fault {
    let titles = Message::joined(known.iter().map(|title| message!("`{title}`", title)), ", ");
    Fault::new(
        Code::UnknownExport,
        message!(
            "`{file}` counts `{title}` by day, which is no figure that is known",
            file = part.name,
            title
        ),
    )
    .at(part.place(line, 0, message!("this title")))
    .help(message!("known are {titles}", titles))
}

/// A cell that cannot be used.
pub fn cell(part: &Part, line: u64, trouble: Trouble, heading: &str, cell: &str) -> Fault {
    let cell: String = cell.chars().take(40).collect();
    let at = |label| part.place(line, trouble.column, label);
    let file = part.name.as_str();
    match trouble.what {
        What::NoNumber => Fault::new(
            Code::Cell,
            message!("`{heading}` of `{file}` holds numbers, and `{cell}` is none", heading, file, cell),
        )
        .at(at(message!("no number")))
        .help(message!("export the file anew, or leave this row out")),
        What::NoMoment => Fault::new(
            Code::Cell,
            message!("`{heading}` of `{file}` holds dates, and `{cell}` is none", heading, file, cell),
        )
        .at(at(message!("no date")))
        .help(message!("a date is written as `2026-01-31 18:00`, `31.01.2026` or `Jan 31, 2026`")),
        What::Damaged => Fault::new(
            Code::SpreadsheetDamage,
            message!("a spreadsheet made `{cell}` of a number in `{heading}` of `{file}`", cell, heading, file),
        )
        .at(at(message!("the number is lost")))
        .help(message!("take the file as it was exported: opening and saving it changed it")),
        What::AmbiguousNumber => ambiguous(part, line, trouble.column, heading, &cell),
        What::AmbiguousDate => Fault::new(
            Code::AmbiguousDates,
            message!("nobody can say whether the day or the month comes first in `{heading}` of `{file}`", heading, file),
        )
        .at(at(message!("either order is possible in every row")))
        .help(message!("say it with `--dates day-first` or `--dates month-first`")),
        What::NoYear => Fault::new(
            Code::NoYear,
            message!("the dates of `{heading}` in `{file}` have no year", heading, file),
        )
        .at(at(message!("of which year?")))
        .help(message!("put the year into the name of the file, as `overview-2026.csv`")),
    }
}

fn ambiguous(part: &Part, line: u64, column: usize, heading: &str, cell: &str) -> Fault {
    let file = part.name.as_str();
    let (whole, decimal) = (cell.replace([',', '.'], ""), cell.replace(',', "."));
    Fault::new(
        Code::AmbiguousDecimal,
        message!(
            "`{cell}` in `{heading}` of `{file}` may be {whole} or {decimal}",
            cell,
            heading,
            file,
            whole = whole.as_str(),
            decimal = decimal.as_str()
        ),
    )
    .at(part.place(line, column, message!("no other cell settles it")))
    .help(message!("export the file without signs between thousands, or as a workbook"))
}

/// A list that ends before its own total.
pub fn cut(part: &Part, line: u64, rows: u64, sum: Numeral, total: Numeral) -> Fault {
    Fault::new(
        Code::CutList,
        message!(
            "`{file}` is cut: its {rows} rows have {sum} of the {total} that it names as the total",
            file = part.name,
            rows,
            sum,
            total
        ),
    )
    .at(part.place(line, 0, message!("the total of more rows than there are")))
    .help(message!("export shorter times, so that no list reaches the network's limit"))
}

pub fn both_orders(part: &Part, line: u64, column: usize, heading: &str) -> Fault {
    Fault::new(
        Code::AmbiguousDates,
        message!(
            "some dates of `{heading}` in `{file}` begin with the day, and others with the month",
            heading,
            file = part.name.as_str()
        ),
    )
    .at(part.place(line, column, message!("this column")))
    .help(message!("export the file anew: opening and saving it in a spreadsheet may do this"))
}
