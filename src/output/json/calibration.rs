//! `reachsim.calibrate/1`.

use serde_json::{Map, Value, json};

use super::analysis::civil;
use super::{engine_of, scenario};
use crate::output::Context;
use crate::output::calibration::{Calibration, Common, Key, State};

fn common(of: &Common) -> Value {
    let three = |[p05, p50, p95]: [f64; 3]| json!({ "p05": p05, "p50": p50, "p95": p95 });
    let members = of.members.iter().map(
        |page| json!({ "community": page.community, "own": page.own, "shrunken": page.shrunken }),
    );
    json!({
        "network": of.network,
        "key": of.key,
        "mean": three(of.mean),
        "new": three(of.new),
        "tau": of.tau,
        "pages": members.collect::<Vec<_>>(),
    })
}

/// The whole answer.
pub fn calibration(context: &Context, found: &Calibration) -> Value {
    let keys = found.keys.iter().map(|row| key(context, row));
    let asked: Vec<&str> = found.totals.iter().map(|total| &*total.metric).collect();
    let totals = found.totals.iter().map(|total| {
        json!({
            "metric": total.metric,
            "observed": total.observed,
            "p05": total.p05,
            "p50": total.p50,
            "p95": total.p95,
            "tail": total.tail,
        })
    });
    let ties = found.ties.iter().map(|tie| json!({ "between": tie.between, "rank": tie.rank }));
    let names = |places: &[usize]| -> Vec<&str> {
        places
            .iter()
            .filter_map(|&place| found.totals.get(place))
            .map(|t| t.metric.as_str())
            .collect()
    };
    let conflict = found.conflict.as_ref().map(|conflict| {
        json!({
            "outside": names(&conflict.outside),
            "pair": conflict.pair.map(|pair| names(&pair)),
        })
    });
    let diagnostics = found.diagnostics.map(|how| {
        json!({
            "rhat": how.rhat,
            "khat": how.khat,
            "is_bell": how.is_bell,
            "evaluations": how.evaluations,
            "mode_max_z": how.mode_max_z,
            "tries": how.tries,
        })
    });
    let files = found.receipts.iter().map(|receipt| {
        json!({
            "file": receipt.file,
            "hash": receipt.hash,
            "kind": receipt.kind,
            "rows": receipt.rows,
            "used": receipt.used,
            "from": receipt.from.map(day),
            "to": receipt.to.map(day),
        })
    });
    let held = found.held_out.as_ref().map(|held| {
        json!({ "weeks": held.weeks, "held": held.held, "of": held.of, "skill": held.skill })
    });
    Value::Object(Map::from_iter([
        ("schema".to_owned(), json!("reachsim.calibrate/1")),
        ("question".to_owned(), json!({ "totals": asked, "weeks": found.weeks })),
        ("scenario".to_owned(), scenario(context.case)),
        ("engine".to_owned(), engine_of()),
        ("as_of".to_owned(), json!(found.as_of.map(day))),
        ("weeks".to_owned(), json!(found.weeks)),
        ("files".to_owned(), files.collect()),
        ("keys".to_owned(), keys.collect()),
        ("not_informed".to_owned(), json!(found.silent)),
        ("counted_twice".to_owned(), json!(found.circular)),
        ("correlations".to_owned(), ties.collect()),
        ("totals".to_owned(), totals.collect()),
        ("conflict".to_owned(), json!(conflict)),
        ("diagnostics".to_owned(), json!(diagnostics)),
        ("fragment".to_owned(), json!(found.fragment.toml)),
        ("fragment_error".to_owned(), json!(found.fragment.error)),
        ("fragment_worst".to_owned(), json!(found.fragment.worst)),
        ("holdout".to_owned(), json!(held)),
        ("pooled".to_owned(), found.pooled.iter().map(common).collect()),
    ]))
}

fn day(days: i32) -> String {
    civil(days).to_string()
}

fn key(context: &Context, row: &Key) -> Value {
    let three = |of: [f64; 3]| json!({ "p05": of[0], "p50": of[1], "p95": of[2] });
    let remarks: Vec<&str> = row.remarks.iter().map(|remark| remark.id()).collect();
    json!({
        "key": row.key,
        "unit": context.case.unit_of(&row.key).id(),
        "prior": three(row.prior),
        "posterior": three(row.posterior),
        "shrinkage": row.shrinkage,
        "conflict": row.conflict,
        "undoubted_median": row.undoubted,
        "n": row.n,
        "from": row.period.map(|(from, _)| day(from)),
        "to": row.period.map(|(_, to)| day(to)),
        "weight": row.weight,
        "drift": row.tau,
        "informed": row.is_informed(),
        "by_totals": row.by_totals,
        "state": match row.state {
            State::Informed => "informed",
            State::Silent => "silent",
            State::Measured => "measured",
            State::Stated(_) => "stated",
            State::Held => "held",
        },
        "remarks": remarks,
    })
}
