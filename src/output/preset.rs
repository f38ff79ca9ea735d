//! The text of what pages have in common: a network of which a new page takes its ranges.

use super::calibration::Common;
use super::fragment::{FIRST, interval};

/// The text, a table a network and a line a key; none where nothing is pooled.
pub fn preset(pooled: &[Common]) -> Option<String> {
    let mut lines = vec![
        format!("{FIRST}: what pages have in common, as the range of a new one"),
        "# for a page of its own: extends = \"this file\"".to_owned(),
    ];
    let mut network = "";
    for common in pooled {
        if common.network != network {
            network = &common.network;
            lines.extend([String::new(), format!("[platform.{network}]")]);
        }
        let key = format!("community.page.{}", common.key);
        let [low, middle, high] = common.new;
        let value = interval(&key, [low, high]);
        let typical = interval(&key, [middle, middle]);
        lines.push(format!(
            "{} = {value} # {} pages, typical {typical}, tau {:.2}",
            common.key,
            common.members.len(),
            common.tau
        ));
    }
    lines.push(String::new());
    (!pooled.is_empty()).then(|| lines.join("\n"))
}
