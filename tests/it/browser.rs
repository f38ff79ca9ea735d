//! The local page in a real browser, where there is one; and how large its script and its style may
//! be.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use reachsim::output::documents::page::live;
use reachsim::output::look::Look;
use reachsim::locale::Locale;

/// Bytes of the script and of the style sheet, at most.
const SCRIPT: usize = 12 << 10;
const STYLE: usize = 8 << 10;

/// Names the folder in which `npm` put the modules that drive the browser.
const MODULES: &str = "REACHSIM_BROWSER";

#[test]
fn script_and_style_of_the_local_page_are_small_and_need_nothing() {
    let script = live::script();
    assert!(script.len() <= SCRIPT, "{} bytes of script", script.len());
    let style = include_str!("../../src/output/documents/page/serve.css");
    assert!(style.len() <= STYLE, "{} bytes of style", style.len());
    for needed in ["eval", "Function(", "import", "http:", "https:", ".style", "onclick=\""] {
        assert!(!script.contains(needed), "{needed}");
    }
    let style = live::style(&Look::default().theme(Locale::En));
    assert!(!style.contains("/*") || !style.contains("-dark*/"), "a colour has no value");
    for needed in ["@import", "http:", "https:"] {
        assert!(!style.contains(needed), "{needed}");
    }
}
