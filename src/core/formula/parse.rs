//! From a text to an expression, or to the first place where it cannot be one.

use std::ops::Range;

use winnow::combinator::{Infix, expression};
use winnow::error::ParserError;
use winnow::stream::{LocatingSlice, Location, Stream};
use winnow::token::take_while;
use winnow::{ModalResult, Parser};

use super::{Arguments, CONSTANTS, Expr, FUNCTIONS, Function, NEGATIVE, OPERATORS, POWER};
use crate::diagnostic::{listed, nearest};

/// A name in a formula, with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub bytes: Range<usize>,
}

/// What is wrong with a formula, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub bytes: Range<usize>,
    pub message: String,
    pub label: String,
    pub help: String,
}

/// Brackets within brackets.
const DEEPEST: usize = 50;

type Input<'i> = LocatingSlice<&'i str>;
type Found<T> = ModalResult<T, Trouble>;

/// Where the text stops being a formula.
#[derive(Clone, Debug)]
struct Trouble {
    at: usize,
    /// Said where more is known than that something else was expected.
    fault: Option<Fault>,
}

impl<'i> ParserError<Input<'i>> for Trouble {
    type Inner = Trouble;

    fn from_input(input: &Input<'i>) -> Trouble {
        Trouble { at: input.current_token_start(), fault: None }
    }

    fn into_inner(self) -> Result<Trouble, Trouble> {
        Ok(self)
    }

    fn or(self, other: Trouble) -> Trouble {
        if other.at >= self.at { other } else { self }
    }
}

/// The expression that a text says.
pub fn parse(text: &str) -> Result<Expr<Name>, Fault> {
    if let Some(deep) = too_deep(text) {
        let message = format!("brackets stand in more than {DEEPEST} others");
        return Err(Fault {
            bytes: deep..deep + 1,
            message,
            label: "too deep".into(),
            help: "make several metrics of it".into(),
        });
    }
    let mut input = LocatingSlice::new(text);
    let found = whole(&mut input);
    let unread = input.current_token_start();
    let rest = unread + text[unread..].len() - text[unread..].trim_start().len();
    match found {
        Ok(expr) if rest == text.len() => Ok(expr),
        Ok(_) => Err(after_operand(text, rest)),
        Err(error) => match error.into_inner() {
            Ok(Trouble { fault: Some(fault), .. }) => Err(fault),
            Ok(Trouble { at, .. }) => Err(in_place_of_operand(text, at)),
            Err(_) => Err(in_place_of_operand(text, rest)),
        },
    }
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
        ")" => ("closes nothing", "leave it out, or open a `(` before it"),
        "," => ("between no arguments", "a decimal sign is a point: 0.5"),
        "=" => ("no comparison", "two numbers are compared by `==`, `<=`, `>=`, `<`, `>` and `!=`"),
        "%" => ("no operator", "write `5%` without a space, or `/ 100`"),
        _ => (
            "an operator is missing before it",
            "numbers and names are joined by + - * / ^ or a comparison",
        ),
    };
    Fault {
        message: format!("`{found}` is not expected here"),
        bytes,
        label: label.into(),
        help: help.into(),
    }
}

fn in_place_of_operand(text: &str, at: usize) -> Fault {
    let bytes = token(text, at);
    let help = "write a number, a name, a function or a `(` here".to_owned();
    if bytes.is_empty() {
        return Fault {
            bytes,
            message: "the formula ends too early".into(),
            label: "something is missing here".into(),
            help,
        };
    }
    let found = &text[bytes.clone()];
    Fault {
        message: format!("`{found}` is not expected here"),
        bytes,
        label: "a number or a name is missing before it".into(),
        help,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '.'
}

fn spaces(input: &mut Input) -> Found<()> {
    take_while(0.., char::is_whitespace).void().parse_next(input)
}

fn whole(input: &mut Input) -> Found<Expr<Name>> {
    let comparing = 0;
    expression(operand).current_precedence_level(comparing).infix(operator).parse_next(input)
}

/// What stands behind a minus: it binds tighter than `*` and less tight than `^`.
fn negative(input: &mut Input) -> Found<Expr<Name>> {
    let inner =
        expression(operand).current_precedence_level(8).infix(operator).parse_next(input)?;
    Ok(Expr::Call(NEGATIVE, vec![inner]))
}

fn operator<'i>(
    input: &mut Input<'i>,
) -> Found<Infix<Input<'i>, Expr<Name>, winnow::error::ErrMode<Trouble>>> {
    spaces(input)?;
    if input.starts_with('^') {
        input.next_slice(1);
        return Ok(Infix::Right(10, |_, a, b| Ok(Expr::Call(POWER, vec![a, b]))));
    }
    let Some(place) = OPERATORS.iter().position(|(function, _)| input.starts_with(function.name))
    else {
        return winnow::combinator::fail(input);
    };
    input.next_slice(OPERATORS[place].0.name.len());
    // The fold of an operator is a plain function, so each has its own.
    Ok(match place {
        0 => Infix::Neither(OPERATORS[0].1, |_, a, b| Ok(call::<0>(a, b))),
        1 => Infix::Neither(OPERATORS[1].1, |_, a, b| Ok(call::<1>(a, b))),
        2 => Infix::Neither(OPERATORS[2].1, |_, a, b| Ok(call::<2>(a, b))),
        3 => Infix::Neither(OPERATORS[3].1, |_, a, b| Ok(call::<3>(a, b))),
        4 => Infix::Neither(OPERATORS[4].1, |_, a, b| Ok(call::<4>(a, b))),
        5 => Infix::Neither(OPERATORS[5].1, |_, a, b| Ok(call::<5>(a, b))),
        6 => Infix::Left(OPERATORS[6].1, |_, a, b| Ok(call::<6>(a, b))),
        7 => Infix::Left(OPERATORS[7].1, |_, a, b| Ok(call::<7>(a, b))),
        8 => Infix::Left(OPERATORS[8].1, |_, a, b| Ok(call::<8>(a, b))),
        _ => Infix::Left(OPERATORS[9].1, |_, a, b| Ok(call::<9>(a, b))),
    })
}

fn call<const PLACE: usize>(a: Expr<Name>, b: Expr<Name>) -> Expr<Name> {
    Expr::Call(OPERATORS[PLACE].0, vec![a, b])
}

fn operand(input: &mut Input) -> Found<Expr<Name>> {
    spaces(input)?;
    let start = input.current_token_start();
    match input.chars().next() {
        Some('(') => {
            input.next_slice(1);
            let inner = whole(input)?;
            close(input, start)?;
            Ok(inner)
        }
        Some('-') => {
            input.next_slice(1);
            negative(input)
        }
        Some('`') => quoted(input),
        Some(letter) if letter.is_ascii_digit() || letter == '.' => number(input),
        Some(letter) if letter.is_alphabetic() || letter == '_' => word(input),
        // Wherever a number is looked for, one has to be.
        _ => Err(winnow::error::ErrMode::Cut(Trouble::from_input(input))),
    }
}

fn cut<T>(fault: Fault) -> Found<T> {
    Err(winnow::error::ErrMode::Cut(Trouble { at: fault.bytes.start, fault: Some(fault) }))
}

/// The `)` of a `(` that stands at `open`.
fn close(input: &mut Input, open: usize) -> Found<()> {
    spaces(input)?;
    if input.starts_with(')') {
        input.next_slice(1);
        return Ok(());
    }
    let at = input.current_token_start();
    if input.is_empty() {
        let message = "a bracket is never closed".to_owned();
        return cut(Fault {
            bytes: open..open + 1,
            message,
            label: "opened here".into(),
            help: "add a `)`".into(),
        });
    }
    let length = input.chars().next().map_or(0, char::len_utf8);
    let found = input.chars().next().unwrap_or(' ');
    let fault = Fault {
        bytes: at..at + length,
        message: format!("`{found}` is not expected here"),
        label: "an operator or a `)` is missing before it".into(),
        help: "numbers and names are joined by + - * / ^ or a comparison".into(),
    };
    cut(fault)
}

fn quoted(input: &mut Input) -> Found<Expr<Name>> {
    let start = input.current_token_start();
    let inner = input.chars().skip(1).collect::<String>();
    let Some(end) = inner.find('`') else {
        let message = "a name in backticks is never closed".to_owned();
        return cut(Fault {
            bytes: start..start + 1,
            message,
            label: "opened here".into(),
            help: "add a backtick".into(),
        });
    };
    input.next_slice(end + 2);
    Ok(Expr::Leaf(Name { text: inner[..end].to_owned(), bytes: start..start + end + 2 }))
}

/// `1_000`, `0.5`, `1e-3`, `5%`.
fn number(input: &mut Input) -> Found<Expr<Name>> {
    let start = input.current_token_start();
    let letters: Vec<char> = input.chars().collect();
    let mut length = 0;
    while let Some(&letter) = letters.get(length) {
        let after_e = length > 0 && matches!(letters[length - 1], 'e' | 'E');
        let is_part = letter.is_ascii_digit()
            || matches!(letter, '.' | '_' | 'e' | 'E')
            || (after_e && matches!(letter, '+' | '-'));
        if !is_part {
            break;
        }
        length += 1;
    }
    let text: String = letters[..length].iter().filter(|&&letter| letter != '_').collect();
    let Ok(value) = text.parse::<f64>() else {
        let message = format!("`{}` is no number", letters[..length].iter().collect::<String>());
        let help = "write for instance 0.5, 1_000 or 1e-3".into();
        return cut(Fault {
            bytes: start..start + length,
            message,
            label: "cannot be read".into(),
            help,
        });
    };
    input.next_slice(length);
    if input.starts_with('%') {
        input.next_slice(1);
        return Ok(Expr::Number(value / 100.0));
    }
    if let Some(letter) = input.chars().next().filter(|&letter| is_word(letter)) {
        let end = start + length + letter.len_utf8();
        let message = format!("`{text}{letter}` is neither a number nor a name");
        let help = format!("write `{text} * {letter}..`, or the number in full");
        return cut(Fault {
            bytes: start..end,
            message,
            label: "an operator is missing in it".into(),
            help,
        });
    }
    Ok(Expr::Number(value))
}

/// A constant, a call or a name.
fn word(input: &mut Input) -> Found<Expr<Name>> {
    let start = input.current_token_start();
    let text = take_while(1.., is_word).parse_next(input)?;
    let bytes = start..start + text.len();
    let after = input.checkpoint();
    spaces(input)?;
    if !input.starts_with('(') {
        input.reset(&after);
        if let Some((_, value)) = CONSTANTS.iter().find(|(name, _)| *name == text) {
            return Ok(Expr::Number(*value));
        }
        return Ok(Expr::Leaf(Name { text: text.to_owned(), bytes }));
    }
    let Some(function) = FUNCTIONS.iter().find(|function| function.name == text) else {
        let names = || FUNCTIONS.iter().map(|function| function.name);
        let help = nearest(text, names()).map_or_else(
            || format!("the functions are {}", listed(names(), "and")),
            |near| format!("did you mean `{near}`?"),
        );
        let help =
            if text == "log" { "write `ln` for the natural logarithm".to_owned() } else { help };
        return cut(Fault {
            bytes,
            message: format!("there is no function `{text}`"),
            label: "unknown function".into(),
            help,
        });
    };
    let open = input.current_token_start();
    input.next_slice(1);
    arguments(input, *function, (bytes, open))
}

fn arguments(
    input: &mut Input,
    function: Function,
    (bytes, open): (Range<usize>, usize),
) -> Found<Expr<Name>> {
    let mut given = vec![whole(input)?];
    loop {
        spaces(input)?;
        if !input.starts_with(',') {
            break;
        }
        input.next_slice(1);
        given.push(whole(input)?);
    }
    close(input, open)?;
    let wrong = |takes: &str| {
        let count = given.len();
        let message = format!("`{}` takes {takes}, but here are {count}", function.name);
        cut(Fault {
            bytes: bytes.clone(),
            message,
            label: "wrong number of arguments".into(),
            help: usage(function),
        })
    };
    match function.arguments {
        Arguments::Exactly(count) if given.len() != count => {
            wrong(&format!("{count} argument{}", if count == 1 { "" } else { "s" }))
        }
        Arguments::Several if given.len() < 2 => wrong("two or more arguments"),
        Arguments::Exactly(_) => Ok(Expr::Call(function, given)),
        Arguments::Several => {
            let joined = given.into_iter().reduce(|a, b| Expr::Call(function, vec![a, b]));
            Ok(joined.unwrap_or(Expr::Number(f64::NAN)))
        }
    }
}

fn usage(function: Function) -> String {
    let letters = match function.arguments {
        Arguments::Exactly(1) => "a",
        Arguments::Exactly(2) => "a, b",
        Arguments::Exactly(_) => "condition, a, b",
        Arguments::Several => "a, b, ..",
    };
    format!("write `{}({letters})`", function.name)
}
