//! Texts of anybody in Markdown: they are read as they were written, and mark nothing.

use super::phrases::tame;

/// One line in which nothing is a mark, a link or a picture. Spaces that do not break are part of
/// numbers and stay.
pub fn inline(text: &str) -> String {
    let words: Vec<&str> =
        text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    let mut marked = String::with_capacity(line.len());
    for (place, c) in line.char_indices() {
        // An address becomes a link of its own.
        let is_link = line[place..].starts_with("://")
            || c == '.' && line[..place].to_lowercase().ends_with("www");
        if is_link || "\\`*_<#[]|&".contains(c) {
            marked.push('\\');
        }
        if !c.is_control() {
            marked.push(c);
        }
    }
    marked
}

/// A name in the type of code, in the cell of a table.
pub fn code(name: &str) -> String {
    let name = tame(name).replace('|', "\\|");
    let longest = name.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if name.starts_with('`') || name.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{name}{space}{fence}")
}
