//! What documents look like: colours, files of a theme, slides and their words.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::reader::Reader;
use crate::colour::Colour;
use crate::diagnostic::{Code, Message, message, nearest};
use crate::scenario::currency;
use crate::scenario::deck::{self, SLIDES, SlideWords};
use crate::scenario::number::{self, kind};

/// How six colours are written.
fn six() -> Message {
    message!(
        "write for instance [\"#0072B2\", \"#C84E00\", \"#8FC3E0\", \"#D9A400\", \"#3A4450\", \
         \"#5C3A21\"]"
    )
}

impl Reader<'_> {
    pub(super) fn currency(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<String> {
        let word = self.text(value, path)?.text;
        if currency::known(&word) {
            return Some(word);
        }
        let message = message!(
            "`{path}` is `{word}`, but an ISO 4217 code of three capital letters is meant",
            path,
            word
        );
        let help = currency::suggested(&word)
            .map_or(message!("write for instance \"EUR\""), |code| {
                message!("did you mean \"{value}\"?", value = code)
            });
        self.fail(Code::Currency, value.span(), (message, message!("no currency code"))).help(help);
        None
    }

    pub(super) fn colour(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Colour> {
        let word = self.text(value, path)?.text;
        let colour = Colour::parse(&word);
        if colour.is_none() {
            let message = message!(
                "`{path}` is {word}, but a colour is meant",
                path,
                word = number::quoted(&word)
            );
            self.fail(Code::Colour, value.span(), (message, message!("no colour"))).help(message!(
                "write red, green and blue in hexadecimal digits, as in \"#0072B2\""
            ));
        }
        colour
    }

    pub(super) fn colours(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<[Colour; 6]> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but a list of six colours is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::Colour, value.span(), (message, message!("not a list"))).help(six());
            return None;
        };
        let colours: Vec<Option<Colour>> =
            items.iter().map(|item| self.colour(item, path)).collect();
        let known: Vec<Colour> = colours.iter().copied().flatten().collect();
        if colours.len() != 6 {
            let message = message!(
                "`{path}` has {colours} colours, but six are meant",
                path,
                colours = colours.len()
            );
            self.fail(Code::Colour, value.span(), (message, message!("not six"))).help(six());
        }
        known.try_into().ok()
    }

    pub(super) fn slides(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Vec<String>> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but a list of slides is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not a list")))
                .help(message!("write for instance [\"answer\", \"money\", \"do\"]"));
            return None;
        };
        let names: Vec<Option<String>> = items
            .iter()
            .map(|item| {
                let name = self.text(item, path)?.text;
                let is_slide = SLIDES.contains(&name.as_str());
                if !is_slide {
                    self.no_slide(&name, item.span(), path);
                }
                is_slide.then_some(name)
            })
            .collect();
        names.into_iter().collect()
    }

    pub(super) fn slide_words(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
    ) -> Option<Vec<SlideWords>> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but a table of words is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not a table"))).help(
                message!("write `[{path}]` on a line of its own and its keys below it", path),
            );
            return None;
        };
        let mut words = Vec::new();
        for (name, told) in table {
            let at = name.span();
            let name = name.get_ref().as_ref();
            let Some((slide, locale)) = deck::named(name) else {
                self.no_slide(name, at, path);
                continue;
            };
            // What is not quoted, as `answer.ru = ".."`, is a table of languages.
            if let (DeValue::Table(languages), None) = (told.get_ref(), locale) {
                for (language, told) in languages {
                    let name = format!("{name}.{}", language.get_ref());
                    match deck::named(&name) {
                        Some((_, locale)) => {
                            words.extend(self.text(told, path).map(|word| SlideWords {
                                slide: slide.to_owned(),
                                locale,
                                text: word.text,
                            }));
                        }
                        None => self.no_slide(&name, language.span(), path),
                    }
                }
                continue;
            }
            let text = self.text(told, path);
            words.extend(text.map(|word| SlideWords {
                slide: slide.to_owned(),
                locale,
                text: word.text,
            }));
        }
        Some(words)
    }

    /// A name that no slide has.
    fn no_slide(&mut self, name: &str, at: Range<usize>, path: &str) {
        let message = message!(
            "`{path}` names {name}, but there is no such slide",
            path,
            name = number::quoted(name)
        );
        let help = nearest(name, SLIDES)
            .map_or(message!("`reachsim explain --slides` lists them"), |near| {
                message!("did you mean \"{value}\"?", value = near)
            });
        self.fail(Code::UnknownChoice, at, (message, message!("unknown slide"))).help(help);
    }

    /// A file relative to the text.
    pub(super) fn file<T>(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        limit: u64,
        read: impl Fn(Vec<u8>) -> Result<T, (Code, Message)>,
    ) -> Option<T> {
        let name = self.text(value, path)?.text;
        let bytes =
            self.origin.folder.bytes(&name, limit).map_err(|reason| (Code::ThemeFile, reason));
        match bytes.and_then(read) {
            Ok(found) => Some(found),
            Err((code, why)) => {
                let message = message!(
                    "`{path}` names {name}, which {why}",
                    path,
                    name = number::quoted(&name),
                    why
                );
                let noted = self.fail(code, value.span(), (message, message!("cannot be used")));
                if code == Code::FontCoverage {
                    noted.help(message!(
                        "documents are written in three languages: choose a font with Latin, \
                         Cyrillic and the signs of money, or leave it out"
                    ));
                } else {
                    noted.help(message!("paths are relative to the file that names them"));
                }
                None
            }
        }
    }
}
