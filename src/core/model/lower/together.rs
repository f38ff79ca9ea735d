//! Inputs that are drawn as whole rows of a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::Figures;
use crate::design::together::Together;
use crate::diagnostic::{Code, Diagnostic, message};
use crate::dist::Rows;
use crate::model::Input;
use crate::scenario::Value;

/// Places of inputs, and the ranks of their columns.
type Members = (Vec<usize>, Vec<Arc<[u32]>>);

/// The inputs whose rows belong together, each with its place. One that is alone is drawn as any
/// other.
pub fn of(inputs: &[Input]) -> Vec<Together> {
    let mut tables: BTreeMap<&[String; 2], Members> = BTreeMap::new();
    for (place, input) in inputs.iter().enumerate() {
        if let Some(Rows { of, ranks }) = input.dist.rows() {
            let (members, all) = tables.entry(of).or_default();
            members.push(place);
            all.push(Arc::clone(ranks));
        }
    }
    let several = tables.into_values().filter(|(members, _)| members.len() > 1);
    several.map(|(members, ranks)| Together::new(members, ranks)).collect()
}

/// Rows that bear one name stand in one file, and tie at least two numbers.
pub fn check(figures: &Figures, problems: &mut Vec<Diagnostic>) {
    let tied = |value: &'_ Value| match value {
        Value::Quantity(dist) => dist.rows().cloned(),
        _ => None,
    };
    let stated = figures.by_path.iter().filter_map(|(path, figure)| {
        let [file, joint] = tied(&figure.value)?.of;
        Some((joint, (file, path, figure.at.clone()?)))
    });
    let mut named: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (joint, place) in stated {
        named.entry(joint).or_default().push(place);
    }
    for (joint, places) in named {
        let (file, path, at) = &places[0];
        if let [_] = &places[..] {
            let message = message!(
                "`joint` of `{path}` has no effect: nothing else is drawn with the rows `{joint}`",
                path,
                joint
            );
            problems.push(
                Diagnostic::new(Code::KeyAlone, message)
                    .at(at.clone(), message!("nothing to be drawn with"))
                    .help(message!(
                        "give another key a column of these rows, or leave `joint` out"
                    )),
            );
        }
        for (other, _, place) in places.iter().filter(|(other, ..)| other != file) {
            let message = message!(
                "the rows `{joint}` stand in `{file}` and in `{other}`",
                joint,
                file,
                other
            );
            problems.push(
                Diagnostic::new(Code::Parameters, message)
                    .at(place.clone(), message!("another file"))
                    .also(at.clone(), message!("named first here"))
                    .help(message!(
                        "rows that belong together are those of one file: give these another name"
                    )),
            );
        }
    }
}
