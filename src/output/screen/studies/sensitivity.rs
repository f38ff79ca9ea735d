//! `reachsim sensitivity`: what drives a metric.

use super::super::layout::{self, WIDTH, cut, pad, pad_left, sentence, tame, wrap};
use super::{share, title, value, words};
use crate::estimate::Known;
use crate::output::Context;
use crate::output::format::Locale;
use crate::study::sensitivity::{Driver, Sensitivity};

/// Drivers that have a line.
const LINES: usize = 14;
const KEY: usize = 32;
const END: usize = 10;
const RANK: usize = 6;

/// The longest bars, the shares of variance, and what is absent.
pub fn sensitivity(context: &Context, found: &Sensitivity, absent: &[(String, String)]) -> String {
    let model = context.model;
    let name = words(model, found.metric);
    let mut lines = vec![title(context, found.trials)];
    lines.extend(wrap(&verdict(context, found), WIDTH));
    lines.push(String::new());
    let totals = found.drivers.iter().any(|driver| driver.total.is_some());
    if !found.drivers.is_empty() {
        lines.push(cut(&format!("{} with one input at its 10th and at its 90th percentile,", sentence(&name)), WIDTH));
        lines.push("their rank correlation, and the share of its spread that the input explains".to_owned());
        lines.push(
            if totals { "alone (95 % sure), and in all, with what it does together with others" } else { "alone (95 % sure)" }.to_owned(),
        );
        let head = pad("", KEY) + &pad_left("at 10 %", END) + &pad_left("at 90 %", END) + &pad_left("rank", RANK);
        lines.push(head + &pad_left(if totals { "alone / in all" } else { "alone" }, WIDTH - KEY - 2 * END - RANK));
    }
    lines.extend(found.drivers.iter().take(LINES).map(|driver| line(context, found, driver)));
    if found.drivers.len() > LINES {
        lines.push(format!("  and {} with shorter bars; --format json has all of them", found.drivers.len() - LINES));
    }
    if !model.communities.is_empty() {
        lines.push(pad("  luck (who asks, sees, buys)", KEY) + &pad_left(&share(found.luck), WIDTH - KEY));
    }
    lines.extend(remarks(context, found, absent));
    layout::text(&lines)
}

fn verdict(context: &Context, found: &Sensitivity) -> String {
    let name = sentence(&words(context.model, found.metric));
    let typical = value(context.model, found.metric, found.typical);
    let Some(first) = found.drivers.first() else { return format!("{name}: {typical}. No input moves it.") };
    let key = tame(&context.model.inputs[first.input].key);
    let luck = if found.luck.value > first.first.value { " Luck alone makes more of its spread than any single input." } else { "" };
    format!(
        "{name}: {typical} on average. {key} moves it most: from {} to {}.{luck}",
        end(context, found, first.low),
        end(context, found, first.high)
    )
}

fn end(context: &Context, found: &Sensitivity, end: f64) -> String {
    let se = found.typical.se;
    value(context.model, found.metric, Known { value: end, se, freedom: found.typical.freedom })
}

fn line(context: &Context, found: &Sensitivity, driver: &Driver) -> String {
    let key = tame(&context.model.inputs[driver.input].key);
    // Of a single community nobody needs the name.
    let key = match &context.model.communities[..] {
        [only] => key.strip_prefix(&format!("community.{}.", only.id)).unwrap_or(&key).to_owned(),
        _ => key,
    };
    let ends = pad_left(&end(context, found, driver.low), END) + &pad_left(&end(context, found, driver.high), END);
    let share = match driver.total {
        Some(total) => {
            format!("{} / {}", share(driver.first), Locale::default().share(total.value.clamp(0.0, 1.0), Some(0.005)))
        }
        None => share(driver.first),
    };
    let rank = if driver.rank.is_finite() { format!("{:.2}", driver.rank) } else { String::new() };
    pad(&format!("  {}", cut(&key, KEY - 3)), KEY) + &ends + &pad_left(&rank, RANK) + &pad_left(&share, WIDTH - KEY - 2 * END - RANK)
}

/// What the numbers mean where inputs are correlated, and why others are absent.
fn remarks(context: &Context, found: &Sensitivity, absent: &[(String, String)]) -> Vec<String> {
    let locale = Locale::default();
    let mut remarks: Vec<String> = Vec::new();
    if !context.model.copula.is_none() {
        remarks.push(
            "Some inputs are correlated. A bar moves one input and leaves the others as they are; \"alone\" counts what comes with it through \
             the others; \"in all\" counts only what the others do not tell."
                .to_owned(),
        );
    }
    if found.undefined > 0.0 {
        remarks.push(format!("Undefined in {} of futures, which the shares leave out.", locale.share(found.undefined, None)));
    }
    let idle: Vec<&str> = absent.iter().filter(|(_, why)| why.starts_with("no effect")).map(|(key, _)| key.as_str()).collect();
    let fixed = absent.len() - idle.len();
    match idle.len() {
        0 => {}
        1..=4 => {
            let names = crate::diagnostic::listed(idle.iter().copied(), "and").replace('`', "");
            remarks.push(format!("Without any effect on it: {names}."));
        }
        many => remarks.push(format!("{many} inputs have no effect on it; --format json names them.")),
    }
    if fixed > 0 {
        let are = if fixed == 1 { "number is fixed and cannot drive" } else { "numbers are fixed and cannot drive" };
        remarks.push(format!("{fixed} {are} anything; give one a range, such as \"5%..10%\", to see what it does."));
    }
    remarks.iter().flat_map(|remark| wrap(remark, WIDTH)).collect()
}
