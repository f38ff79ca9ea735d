//! From what a scenario can learn: files of exports, and totals that somebody counted.

use jiff::civil::Date;
use toml::de::DeValue;

use super::reader::RowReader;
use super::row::{Export, Headings, Observed};
use crate::diagnostic::{Code, Diagnostic, Span, message};
use crate::scenario::number::kind;
use crate::scenario::value::Word;
use crate::scenario::write;

impl RowReader<'_, '_, '_> {
    /// An `[[export]]`; nothing where it names no file, which is among the problems.
    pub fn export(&mut self) -> Option<Export> {
        let file = self.word("file");
        let (community, kind, zone) =
            (self.word("community"), self.word("kind"), self.word("zone"));
        let (columns, weight) = (self.headings(), self.number("weight"));
        let until = self.date("until");
        if let (Some(Headings::Table(word)), None) = (&columns, self.table.get("kind")) {
            let message = message!("`export.columns` needs `kind`, which is missing");
            self.reader.problems.push(
                Diagnostic::new(Code::KeysTogether, message)
                    .at(word.at.clone(), message!("headings of what?"))
                    .help(message!("write for instance `kind = \"messages\"`")),
            );
        }
        Some(Export {
            at: self.span(),
            file: file?,
            root: self.reader.origin.folder.root(),
            community,
            kind,
            columns,
            zone,
            weight: weight.unwrap_or(1.0),
            until,
        })
    }

    /// A table of headings, or the file that has it.
    fn headings(&mut self) -> Option<Headings> {
        let (field, value) = self.field("columns");
        let (value, path) = (value?, self.path(field));
        let at = Span { source: self.reader.origin.source, bytes: value.span() };
        match value.get_ref() {
            DeValue::String(_) => self.reader.text(value, &path).map(Headings::File),
            DeValue::Table(table) => {
                let lines = table.iter().map(|(name, heading)| {
                    format!(
                        "{} = {}\n",
                        write::key(name.get_ref()),
                        write::value(heading.get_ref())
                    )
                });
                Some(Headings::Table(Word { text: lines.collect(), at }))
            }
            other => {
                let message = message!(
                    "`{path}` is {kind}, but a table of headings is meant, or a file with it",
                    path,
                    kind = kind(other)
                );
                self.reader
                    .fail(Code::WrongType, value.span(), (message, message!("not a table")))
                    .help(message!("write for instance `columns = {{ time = \"Date\" }}`"));
                None
            }
        }
    }

    /// An `[[observed]]`.
    pub fn observed(&mut self) -> Observed {
        let [from, to] = self.days();
        Observed {
            at: self.span(),
            metric: self.word("metric"),
            value: self.number("value"),
            from,
            to,
            error: self.number("error").unwrap_or(0.0),
        }
    }

    /// The first and the last day of `in`, or those of `from` and `to`.
    fn days(&mut self) -> [Option<Date>; 2] {
        let (field, value) = self.field("in");
        let path = self.path(field);
        let whole = value.and_then(|value| self.reader.period(value, &path));
        let ends = ["from", "to"].map(|name| self.date(name));
        let source = self.reader.origin.source;
        let place = |name: &str| Some(Span { source, bytes: self.table.get(name)?.span() });
        let (from_at, to_at) = (place("from"), place("to"));
        if let (Some(at), Some(other)) = (place("in"), from_at.clone().or_else(|| to_at.clone())) {
            let message = message!("`in` says the whole period, and so do `from` and `to`");
            self.reader.problems.push(
                Diagnostic::new(Code::KeysExclude, message)
                    .at(at, message!("one way"))
                    .also(other, message!("another way"))
                    .help(message!("keep one of them")),
            );
        }
        if let ([Some(from), Some(to)], Some(at), Some(first)) = (ends, to_at, from_at)
            && to < from
        {
            let message = message!("this `[[observed]]` ends before it begins");
            self.reader.problems.push(
                Diagnostic::new(Code::RangeReversed, message)
                    .at(at, message!("its last day"))
                    .also(first, message!("its first day"))
                    .help(message!("exchange `from` and `to`")),
            );
        }
        whole.map_or(ends, |days| days.map(Some))
    }
}
