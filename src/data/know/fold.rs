//! Words of headings and cells, made comparable.

use unicode_normalization::UnicodeNormalization as _;

/// A heading without regard to case, quotes, kinds of spaces, dashes and letters: NFKC, lower case,
/// ё as е, no quotes and marks of order, one space between words. What is given twice is equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.chars().all(is_usual) {
        push(text.chars().flat_map(char::to_lowercase), &mut folded);
    } else {
        push(text.nfkc().flat_map(char::to_lowercase), &mut folded);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters that are their own NFKC: nothing of it joins what stands beside it.
const fn is_usual(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{410}'..='\u{44f}' | 'Ё' | 'ё' | 'І' | 'і' | 'Ї' | 'ї' | 'Є' | 'є')
}

fn push(letters: impl Iterator<Item = char>, folded: &mut String) {
    for c in letters {
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
}
