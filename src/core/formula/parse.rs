//! From a text to an expression, or to the first place where it cannot be one.

use std::ops::Range;

use super::{Arguments, CONSTANTS, Expr, FUNCTIONS, Function, NEGATIVE, OPERATORS, WEEKLY};
use crate::diagnostic::{Conjunction, Message, did_you_mean, listed, message, nearest};

/// A name in a formula, with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub bytes: Range<usize>,
    /// Whether what it is in each week is meant: `weekly(questions)`.
    pub weekly: bool,
}

/// What is wrong with a formula, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub bytes: Range<usize>,
    pub message: Message,
    pub label: Message,
    pub help: Message,
}

/// Brackets within brackets.
const DEEPEST: usize = 50;

/// The expression that a text says.
pub fn parse(text: &str) -> Result<Expr<Name>, Fault> {
    if let Some(deep) = too_deep(text) {
        let message = message!("brackets stand in more than {most} others", most = DEEPEST);
        return Err(Fault {
            bytes: deep..deep + 1,
            message,
            label: message!("too deep"),
            help: message!("make several metrics of it"),
        });
    }
    let mut reader = Reader { text, at: 0 };
    let found = reader.expression(0)?;
    reader.spaces();
    if reader.at == text.len() { Ok(found) } else { Err(after_operand(text, reader.at)) }
}

/// The first bracket, minus or power that stands in too many others.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut signs) = (0_usize, 0_usize);
    text.char_indices().find_map(|(at, letter)| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '-' | '^' => signs += 1,
            '+' | '*' | '/' | ',' => signs = 0,
            _ => {}
        }
        (depth > DEEPEST || signs > DEEPEST).then_some(at)
    })
}

/// The bytes of the word or sign at a place.
fn token(text: &str, at: usize) -> Range<usize> {
    let rest = &text[at.min(text.len())..];
    let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
    let length = if word > 0 { word } else { rest.chars().next().map_or(0, char::len_utf8) };
    at..at + length
}

fn after_operand(text: &str, at: usize) -> Fault {
    let bytes = token(text, at);
    let found = &text[bytes.clone()];
    let (label, help) = match found {
        ")" => (message!("closes nothing"), message!("leave it out, or open a `(` before it")),
        "," => (message!("between no arguments"), message!("a decimal sign is a point: 0.5")),
        "=" => (
            message!("no comparison"),
            message!("two numbers are compared by `==`, `<=`, `>=`, `<`, `>` and `!=`"),
        ),
        "%" => (message!("no operator"), message!("write `5%` without a space, or `/ 100`")),
        _ => (
            message!("an operator is missing before it"),
            message!("numbers and names are joined by + - * / ^ or a comparison"),
        ),
    };
    Fault { message: message!("`{found}` is not expected here", found), bytes, label, help }
}

fn in_place_of_operand(text: &str, at: usize) -> Fault {
    let bytes = token(text, at);
    let help = message!("write a number, a name, a function or a `(` here");
    if bytes.is_empty() {
        return Fault {
            bytes,
            message: message!("the formula ends too early"),
            label: message!("something is missing here"),
            help,
        };
    }
    let found = &text[bytes.clone()];
    Fault {
        message: message!("`{found}` is not expected here", found),
        bytes,
        label: message!("a number or a name is missing before it"),
        help,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '.'
}

/// What a minus before a number holds together: more tightly than `*`, less than `^`.
const MINUS_BINDS: u8 = 8;

/// A text, read from left to right.
struct Reader<'t> {
    text: &'t str,
    /// The byte up to which it is read.
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Whether the text goes on with a sign, which is read then.
    fn takes(&mut self, sign: char) -> bool {
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len_utf8() } else { 0 };
        found
    }

    /// Operands, with the operators between them that bind no less tightly than `least` (Pratt
    /// 1973).
    fn expression(&mut self, least: u8) -> Result<Expr<Name>, Fault> {
        let mut left = self.operand()?;
        let mut most = u8::MAX;
        loop {
            self.spaces();
            let operator = OPERATORS
                .iter()
                .find(|operator| self.rest().starts_with(operator.function.name))
                .filter(|operator| (least..most).contains(&operator.before));
            let Some(operator) = operator else { return Ok(left) };
            self.at += operator.function.name.len();
            left = Expr::Call(operator.function, vec![left, self.expression(operator.after)?]);
            if !operator.chains {
                most = operator.before;
            }
        }
    }

    fn operand(&mut self) -> Result<Expr<Name>, Fault> {
        self.spaces();
        let open = self.at;
        match self.rest().chars().next() {
            Some('(') => {
                self.at += 1;
                let inner = self.expression(0)?;
                self.close(open)?;
                Ok(inner)
            }
            Some('-') => {
                self.at += 1;
                Ok(Expr::Call(NEGATIVE, vec![self.expression(MINUS_BINDS)?]))
            }
            Some('`') => self.quoted(),
            Some(letter) if letter.is_ascii_digit() || letter == '.' => self.number(),
            Some(letter) if letter.is_alphabetic() || letter == '_' => self.word(),
            _ => Err(in_place_of_operand(self.text, self.at)),
        }
    }

    /// The `)` of a `(` that stands at `open`.
    fn close(&mut self, open: usize) -> Result<(), Fault> {
        self.spaces();
        if self.takes(')') {
            return Ok(());
        }
        let Some(found) = self.rest().chars().next() else {
            return Err(Fault {
                bytes: open..open + 1,
                message: message!("a bracket is never closed"),
                label: message!("opened here"),
                help: message!("add a `)`"),
            });
        };
        Err(Fault {
            bytes: self.at..self.at + found.len_utf8(),
            message: message!("`{found}` is not expected here", found),
            label: message!("an operator or a `)` is missing before it"),
            help: message!("numbers and names are joined by + - * / ^ or a comparison"),
        })
    }

    fn quoted(&mut self) -> Result<Expr<Name>, Fault> {
        let start = self.at;
        let inner = &self.text[start + 1..];
        let Some(end) = inner.find('`') else {
            return Err(Fault {
                bytes: start..start + 1,
                message: message!("a name in backticks is never closed"),
                label: message!("opened here"),
                help: message!("add a backtick"),
            });
        };
        self.at += end + 2;
        let text = inner[..end].to_owned();
        Ok(Expr::Leaf(Name { text, bytes: start..self.at, weekly: false }))
    }

    /// `1_000`, `0.5`, `1e-3`, `5%`.
    fn number(&mut self) -> Result<Expr<Name>, Fault> {
        let start = self.at;
        let mut after_e = false;
        let is_over = |letter: char| {
            let is_part = letter.is_ascii_digit()
                || matches!(letter, '.' | '_' | 'e' | 'E')
                || (after_e && matches!(letter, '+' | '-'));
            after_e = matches!(letter, 'e' | 'E');
            !is_part
        };
        let written = self.rest();
        let written = &written[..written.find(is_over).unwrap_or(written.len())];
        let digits = written.replace('_', "");
        let Ok(value) = digits.parse::<f64>() else {
            return Err(Fault {
                bytes: start..start + written.len(),
                message: message!("`{name}` is no number", name = written),
                label: message!("cannot be read"),
                help: message!("write for instance 0.5, 1_000 or 1e-3"),
            });
        };
        self.at += written.len();
        if self.takes('%') {
            return Ok(Expr::Number(value / 100.0));
        }
        if let Some(letter) = self.rest().chars().next().filter(|&letter| is_word(letter)) {
            return Err(Fault {
                bytes: start..self.at + letter.len_utf8(),
                message: message!(
                    "`{digits}{letter}` is neither a number nor a name",
                    digits,
                    letter
                ),
                label: message!("an operator is missing in it"),
                help: message!(
                    "write `{digits} * {letter}..`, or the number in full",
                    digits,
                    letter
                ),
            });
        }
        Ok(Expr::Number(value))
    }

    /// A constant, a call or a name.
    fn word(&mut self) -> Result<Expr<Name>, Fault> {
        let text = &self.text[token(self.text, self.at)];
        let bytes = self.at..self.at + text.len();
        self.at = bytes.end;
        self.spaces();
        let open = self.at;
        if !self.takes('(') {
            let constant = CONSTANTS.iter().find(|(name, _)| *name == text);
            return Ok(match constant {
                Some((_, value)) => Expr::Number(*value),
                None => Expr::Leaf(Name { text: text.to_owned(), bytes, weekly: false }),
            });
        }
        if text == WEEKLY {
            let inner = self.expression(0)?;
            self.close(open)?;
            return weekly(inner, bytes);
        }
        let Some(function) = FUNCTIONS.iter().find(|function| function.name == text) else {
            return Err(no_function(text, bytes));
        };
        let mut given = vec![self.expression(0)?];
        loop {
            self.spaces();
            if !self.takes(',') {
                break;
            }
            given.push(self.expression(0)?);
        }
        self.close(open)?;
        call(*function, given, bytes)
    }
}

/// A name by the week.
fn weekly(inner: Expr<Name>, bytes: Range<usize>) -> Result<Expr<Name>, Fault> {
    match inner {
        Expr::Leaf(name) if !name.weekly => Ok(Expr::Leaf(Name { weekly: true, ..name })),
        _ => Err(Fault {
            bytes,
            message: message!("`weekly` takes the name of a metric and nothing else"),
            label: message!("not a metric"),
            help: message!("write for instance `weekly(questions)`"),
        }),
    }
}

fn no_function(text: &str, bytes: Range<usize>) -> Fault {
    let names = || FUNCTIONS.iter().map(|function| function.name).chain([WEEKLY]);
    let help = match nearest(text, names()) {
        _ if text == "log" => {
            message!("write `ln` for the natural logarithm")
        }
        Some(near) => did_you_mean(near),
        None => message!("the functions are {list}", list = listed(names(), Conjunction::And)),
    };
    Fault {
        bytes,
        message: message!("there is no function `{name}`", name = text),
        label: message!("unknown function"),
        help,
    }
}

/// A function of the arguments that it is given, or what is wrong with their number.
fn call(
    function: Function,
    given: Vec<Expr<Name>>,
    bytes: Range<usize>,
) -> Result<Expr<Name>, Fault> {
    let takes = match function.arguments {
        Arguments::Exactly(count) if count == given.len() => {
            return Ok(Expr::Call(function, given));
        }
        Arguments::Several if given.len() >= 2 => {
            let joined = given.into_iter().reduce(|a, b| Expr::Call(function, vec![a, b]));
            return Ok(joined.expect("two arguments or more"));
        }
        Arguments::Exactly(1) => message!("1 argument"),
        Arguments::Exactly(count) => message!("{count} arguments", count),
        Arguments::Several => message!("two or more arguments"),
    };
    Err(Fault {
        bytes,
        message: message!(
            "`{name}` takes {takes}, but here are {given}",
            name = function.name,
            takes,
            given = given.len()
        ),
        label: message!("wrong number of arguments"),
        help: usage(function),
    })
}

fn usage(function: Function) -> Message {
    let letters = match function.arguments {
        Arguments::Exactly(1) => "a",
        Arguments::Exactly(2) => "a, b",
        Arguments::Exactly(_) => "condition, a, b",
        Arguments::Several => "a, b, ..",
    };
    message!("write `{name}({letters})`", name = function.name, letters)
}
