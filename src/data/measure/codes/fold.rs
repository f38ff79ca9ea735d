//! Letters that are written in several ways, in one.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// NFKC, lower case, one space between words and none around them, one apostrophe, е for ё, and
/// without hyphens and spaces that do not show.
pub fn fold(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return Cow::Borrowed(text);
    }
    let mut folded = Folded { text: String::with_capacity(text.len()), gap: false };
    if text.chars().all(is_plain) || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().for_each(|c| folded.push(c));
    } else {
        // NFKC would make a space of some apostrophes.
        let even = |c| if c == '´' { '\'' } else { c };
        text.chars().map(even).nfkc().for_each(|c| folded.push(c));
    }
    Cow::Owned(folded.text)
}

/// Lower-case letters and digits of ASCII with single spaces between, and the like of Cyrillic.
fn is_folded(text: &str) -> bool {
    let single = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
    single
        && text.chars().all(|c| match c {
            'a'..='z' | 'а'..='я' | ' ' => true,
            '!'..='~' => !c.is_ascii_uppercase() && c != '`',
            _ => false,
        })
}

/// What NFKC leaves alone, whatever stands beside it.
fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{7f}' | 'А'..='я' | 'ё' | 'Ё' | 'і' | 'І' | 'ї' | 'Ї' | 'є' | 'Є'
        | '–' | '—' | '‘' | '’' | '“' | '”' | '„' | '«' | '»')
}

struct Folded {
    text: String,
    /// White space was met that is not written yet.
    gap: bool,
}

impl Folded {
    fn push(&mut self, c: char) {
        match c {
            'a'..='z' | 'а'..='я' => self.letter(c),
            'А'..='Я' => self.letter(char::from_u32(c as u32 + 32).unwrap_or(c)),
            'ё' | 'Ё' => self.letter('е'),
            // A soft hyphen, spaces of no width, and the dot that a small i is left with.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{307}' => {}
            '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | '‘' | '’' | '‛' | '′' => {
                self.letter('\'');
            }
            _ if c.is_whitespace() => self.gap = true,
            _ => c.to_lowercase().filter(|&c| c != '\u{307}').for_each(|c| self.letter(c)),
        }
    }

    fn letter(&mut self, c: char) {
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        self.text.push(c);
    }
}
