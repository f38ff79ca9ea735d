//! Words of headings and cells, made comparable.

use unicode_normalization::UnicodeNormalization as _;

/// A heading without regard to case, quotes, kinds of spaces, dashes and letters: NFKC, lower case,
/// ё as е, no quotes and marks of order, one space between words. What is given twice is equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        match c {
            'ё' => folded.push('е'),
            '"'
            | '\''
            | '`'
            | '«'
            | '»'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | 'ʼ'
            | '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' => (),
            '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
            c if c.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}
