//! Texts that anybody may have written, made harmless.

/// A text without what would move the cursor: titles come from files that anybody may have written.
pub fn tame(text: &str) -> String {
    let is_hidden =
        |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.split(is_hidden).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}
