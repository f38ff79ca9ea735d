//! Formulas: expressions over named numbers, as a person writes them.
//!
//! Arithmetic (`+ - * / ^`), comparisons (1 where they hold, else 0), brackets, the functions of
//! [`FUNCTIONS`] and `pi`. A name is a word, or a path with dots; in backticks it may hold
//! anything. What is undefined, such as 1/0 or the logarithm of a negative number, is NaN or
//! infinite, and the metric is undefined there. All functions come from `libm`, so that a formula
//! has the same bits on every machine.

mod parse;

pub use parse::{Fault, Name, parse};

use crate::diagnostic::{Message, message};
use std::f64::consts::PI;

/// An expression whose names are what `L` says.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr<L> {
    Number(f64),
    Leaf(L),
    Call(Function, Vec<Expr<L>>),
}

/// What is done to numbers: an operator or a function.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    pub name: &'static str,
    pub arguments: Arguments,
    /// The arguments, those that there are not being zero.
    value: fn([f64; 3]) -> f64,
}

impl PartialEq for Function {
    fn eq(&self, other: &Function) -> bool {
        self.name == other.name
    }
}

/// How many arguments a function takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arguments {
    Exactly(usize),
    /// Two or more, taken one after the other.
    Several,
}

const fn function(
    name: &'static str,
    arguments: Arguments,
    value: fn([f64; 3]) -> f64,
) -> Function {
    Function { name, arguments, value }
}

const ONE: Arguments = Arguments::Exactly(1);
const TWO: Arguments = Arguments::Exactly(2);

/// Every function of a formula; angles are in radians.
pub const FUNCTIONS: &[Function] =
    &[
        function("min", Arguments::Several, |[a, b, _]| {
            if a.is_nan() || b.is_nan() { f64::NAN } else { a.min(b) }
        }),
        function("max", Arguments::Several, |[a, b, _]| {
            if a.is_nan() || b.is_nan() { f64::NAN } else { a.max(b) }
        }),
        function("abs", ONE, |[a, ..]| a.abs()),
        function("exp", ONE, |[a, ..]| libm::exp(a)),
        function("ln", ONE, |[a, ..]| libm::log(a)),
        function("sqrt", ONE, |[a, ..]| libm::sqrt(a)),
        function("pow", TWO, |[a, b, _]| libm::pow(a, b)),
        function("if", Arguments::Exactly(3), |[condition, yes, no]| choose(condition, [yes, no])),
        function("sin", ONE, |[a, ..]| libm::sin(a)),
        function("cos", ONE, |[a, ..]| libm::cos(a)),
        function("tan", ONE, |[a, ..]| libm::tan(a)),
        function("asin", ONE, |[a, ..]| libm::asin(a)),
        function("acos", ONE, |[a, ..]| libm::acos(a)),
        function("atan", ONE, |[a, ..]| libm::atan(a)),
    ];

fn choose(condition: f64, [yes, no]: [f64; 2]) -> f64 {
    if condition.is_nan() {
        f64::NAN
    } else if condition != 0.0 {
        yes
    } else {
        no
    }
}

const NEGATIVE: Function = function("-", ONE, |[a, ..]| -a);
/// What stands between two numbers.
struct Operator {
    function: Function,
    /// How tightly it binds what stands before it, and what stands after it.
    before: u8,
    after: u8,
    /// Whether another one of its rank may follow.
    chains: bool,
}

const fn comparison(name: &'static str, value: fn([f64; 3]) -> f64) -> Operator {
    Operator { function: function(name, TWO, value), before: 3, after: 4, chains: false }
}

const fn operator(
    name: &'static str,
    before: u8,
    after: u8,
    value: fn([f64; 3]) -> f64,
) -> Operator {
    Operator { function: function(name, TWO, value), before, after, chains: true }
}

/// Operators between two numbers, those that bind tighter later; a longer sign before its
/// beginning.
const OPERATORS: &[Operator] = &[
    comparison("<=", |[a, b, _]| holds(a, b, a <= b)),
    comparison(">=", |[a, b, _]| holds(a, b, a >= b)),
    comparison("==", |[a, b, _]| holds(a, b, a == b)),
    comparison("!=", |[a, b, _]| holds(a, b, a != b)),
    comparison("<", |[a, b, _]| holds(a, b, a < b)),
    comparison(">", |[a, b, _]| holds(a, b, a > b)),
    operator("+", 5, 6, |[a, b, _]| a + b),
    operator("-", 5, 6, |[a, b, _]| a - b),
    operator("*", 7, 8, |[a, b, _]| a * b),
    operator("/", 7, 8, |[a, b, _]| a / b),
    operator("^", 10, 9, |[a, b, _]| libm::pow(a, b)),
];

fn holds(a: f64, b: f64, holds: bool) -> f64 {
    if a.is_nan() || b.is_nan() { f64::NAN } else { f64::from(u8::from(holds)) }
}

/// What takes the name of a metric, and is what it is in each week.
const WEEKLY: &str = "weekly";

/// Numbers with a name.
const CONSTANTS: &[(&str, f64)] = &[("pi", PI)];

/// What a word means in every formula, if it means anything.
pub fn meaning(word: &str) -> Option<Message> {
    if CONSTANTS.iter().any(|(name, _)| *name == word) {
        return Some(message!("a constant"));
    }
    let is_function = word == WEEKLY || FUNCTIONS.iter().any(|function| function.name == word);
    is_function.then(|| message!("a function"))
}

impl<L> Expr<L> {
    /// The value, given that of every name.
    pub fn value(&self, of: &impl Fn(&L) -> f64) -> f64 {
        match self {
            Expr::Number(number) => *number,
            Expr::Leaf(leaf) => of(leaf),
            Expr::Call(function, arguments) => {
                let mut values = [0.0; 3];
                for (value, argument) in values.iter_mut().zip(arguments) {
                    *value = argument.value(of);
                }
                (function.value)(values)
            }
        }
    }

    /// The same expression with other leaves; `None` where one of them has none.
    pub fn map<M>(&self, of: &mut impl FnMut(&L) -> Option<M>) -> Option<Expr<M>> {
        Some(match self {
            Expr::Number(number) => Expr::Number(*number),
            Expr::Leaf(leaf) => Expr::Leaf(of(leaf)?),
            Expr::Call(function, arguments) => {
                // Every leaf is looked at, so that all that is wrong is told.
                let arguments: Vec<Option<Expr<M>>> =
                    arguments.iter().map(|argument| argument.map(of)).collect();
                Expr::Call(*function, arguments.into_iter().collect::<Option<_>>()?)
            }
        })
    }

    /// Every leaf, from left to right.
    pub fn leaves(&self) -> Vec<&L> {
        match self {
            Expr::Number(_) => Vec::new(),
            Expr::Leaf(leaf) => vec![leaf],
            Expr::Call(_, arguments) => arguments.iter().flat_map(Expr::leaves).collect(),
        }
    }
}
