//! FAMILIES: the one table of the distributions that a file may name.

use super::build::{beta, beta_by_moments, lognormal_by_median, metalog, normal, pert, triangular};
use super::limits::Limits;
use super::{Dist, Reason};
use crate::diagnostic::message;

/// A way to state a distribution. A family with two sets of parameters has two rows.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    pub id: &'static str,
    pub layout: Layout,
    pub parameters: &'static [Parameter],
    /// What the family means, for people, without a final period.
    pub about: &'static str,
    /// An example, as a file writes it.
    pub example: &'static str,
    /// The distribution with these parameters, for families of numbers.
    pub build: fn(&[f64], Limits) -> Result<Dist, Reason>,
    /// Legal parameters, extremes among them, for the test battery.
    pub cases: &'static [&'static [f64]],
}

/// How a file writes the parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Numbers in a list: `uniform = [a, b]`.
    List,
    /// Numbers by name: `normal = { mean = 1, sd = 2 }`.
    Named,
    /// Two lists: `discrete = { values = [..], weights = [..] }`.
    Values,
    /// A column of a file: `data = { file = "x.csv", column = "y" }`.
    File,
    /// Quantities and weights: `mixture = { of = [..], weights = [..] }`.
    Parts,
}

/// A parameter of a family, under the name by which files know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub name: &'static str,
    pub measure: Measure,
}

/// What a parameter is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A value that the quantity could have.
    Value,
    /// A distance between two values of the quantity.
    Distance,
    /// A pure number.
    Pure,
    /// Not a number.
    Other,
}

use Layout::{File, List, Named, Parts, Values};

const fn value(name: &'static str) -> Parameter {
    Parameter { name, measure: Measure::Value }
}

const fn distance(name: &'static str) -> Parameter {
    Parameter { name, measure: Measure::Distance }
}

const fn pure(name: &'static str) -> Parameter {
    Parameter { name, measure: Measure::Pure }
}

const fn other(name: &'static str) -> Parameter {
    Parameter { name, measure: Measure::Other }
}

/// The families, in the order in which the documentation lists them.
pub const FAMILIES: &[Family] = &[
    Family {
        id: "uniform",
        layout: List,
        parameters: &[value("low"), value("high")],
        about: "every value between two hard ends alike",
        example: "{ uniform = [\"5%\", \"10%\"] }",
        build: |p, limits| conditioned(Dist::uniform(p[0], p[1]), limits),
        cases: &[&[0.05, 0.1], &[-3.0, 3.0], &[0.0, 1e-9], &[1e9, 1e9 + 1.0]],
    },
    Family {
        id: "triangular",
        layout: List,
        parameters: &[value("min"), value("mode"), value("max")],
        about: "likeliest at the mode, falling straight to both ends",
        example: "{ triangular = [100, 130, 200] }",
        build: |p, limits| conditioned(triangular(p[0], p[1], p[2]), limits),
        cases: &[&[0.0, 0.3, 1.0], &[-2.0, -2.0, 5.0], &[1.0, 4.0, 4.0], &[0.0, 1e-9, 1e9]],
    },
    Family {
        id: "pert",
        layout: List,
        parameters: &[value("min"), value("mode"), value("max")],
        about: "likeliest at the mode, smooth, with less weight at the ends than the triangle",
        example: "{ pert = [3, 5, 12] }",
        build: |p, limits| conditioned(pert(p[0], p[1], p[2]), limits),
        cases: &[&[3.0, 5.0, 12.0], &[0.0, 0.0, 1.0], &[-5.0, 1.0, 1.0], &[1.2, 1.6, 1.8]],
    },
    Family {
        id: "normal",
        layout: Named,
        parameters: &[value("mean"), distance("sd")],
        about: "the bell, without ends",
        example: "{ normal = { mean = 130, sd = 20 }, min = 0 }",
        build: |p, limits| conditioned(normal(p[0], p[1]), limits),
        cases: &[&[0.0, 1.0], &[130.0, 20.0], &[-1e9, 1e-3]],
    },
    Family {
        id: "lognormal",
        layout: Named,
        parameters: &[value("mean"), distance("sd")],
        about: "above zero and skewed: a product of many factors",
        example: "{ lognormal = { mean = 130, sd = 60 } }",
        build: |p, limits| conditioned(Dist::lognormal(p[0], p[1]), limits),
        cases: &[&[1.0, 0.3], &[130.0, 60.0], &[1e9, 1e12], &[5.0, 1e-6]],
    },
    Family {
        id: "lognormal",
        layout: Named,
        parameters: &[value("median"), pure("gsd")],
        about: "the same by its median and the factor (above 1) within which two thirds of the \
            values lie",
        example: "{ lognormal = { median = 5, gsd = 2.5 } }",
        build: |p, limits| conditioned(lognormal_by_median(p[0], p[1]), limits),
        cases: &[&[5.0, 2.5], &[1.0, 1e3], &[0.01, 1.000_001]],
    },
    Family {
        id: "gamma",
        layout: Named,
        parameters: &[value("mean"), distance("sd")],
        about: "above zero and skewed: a sum of many waiting times",
        example: "{ gamma = { mean = 12, sd = 5 } }",
        build: |p, limits| conditioned(Dist::gamma(p[0], p[1]), limits),
        cases: &[
            &[12.0, 5.0],
            &[1.0, 1.0],
            &[2.0, 3.0],
            &[1.0, 10.0],
            &[100.0, 99.0],
            &[1e6, 1e5],
            &[50.0, 0.01],
            &[3.0, 1e-5],
        ],
    },
    Family {
        id: "beta",
        layout: Named,
        parameters: &[pure("alpha"), pure("beta")],
        about: "between 0 and 1, like a share known from alpha hits and beta misses",
        example: "{ beta = { alpha = 2, beta = 3 } }",
        build: |p, limits| conditioned(beta(p[0], p[1]), limits),
        cases: &[
            &[2.0, 3.0],
            &[10.0, 90.0],
            &[0.5, 0.5],
            &[1.0, 1.0],
            &[0.01, 1_000.0],
            &[1_000.0, 0.01],
            &[0.01, 0.01],
            &[1.0, 5.0],
            &[150.0, 3_000.0],
            &[1e6, 1e6],
            &[0.7, 1e6],
            &[99.0, 101.0],
        ],
    },
    Family {
        id: "beta",
        layout: Named,
        parameters: &[value("mean"), distance("sd")],
        about: "the same by its mean and standard deviation",
        example: "{ beta = { mean = \"15%\", sd = \"5.5%\" } }",
        build: |p, limits| conditioned(beta_by_moments(p[0], p[1]), limits),
        cases: &[&[0.15, 0.055], &[0.009, 0.004], &[0.5, 0.499], &[0.5, 1e-6]],
    },
    Family {
        id: "metalog",
        layout: Named,
        parameters: &[value("p10"), value("p50"), value("p90")],
        about: "through three percentiles; `min` and `max` are its ends",
        example: "{ metalog = { p10 = 60, p50 = 130, p90 = 300 }, min = 0 }",
        build: |p, limits| metalog([p[0], p[1], p[2]], limits),
        cases: &[&[60.0, 130.0, 300.0], &[0.1, 0.3, 0.6], &[1.0, 2.0, 3.0], &[-5.0, 0.0, 20.0]],
    },
    Family {
        id: "discrete",
        layout: Values,
        parameters: &[other("values"), other("weights")],
        about: "some cases, each with its weight",
        example: "{ discrete = { values = [100, 200], weights = [3, 1] } }",
        build: of_no_numbers,
        cases: &[],
    },
    Family {
        id: "data",
        layout: File,
        parameters: &[other("file"), other("column")],
        about: "the numbers in a column of a CSV file, each as often as it stands there",
        example: "{ data = { file = \"friends.csv\", column = \"friends\" } }",
        build: of_no_numbers,
        cases: &[],
    },
    Family {
        id: "data",
        layout: File,
        parameters: &[other("file"), other("column"), other("joint")],
        about: "columns of a CSV file that are drawn together: whatever bears the same name, row by row",
        example: "{ data = { file = \"survey.csv\", column = \"friends\", joint = \"survey\" } }",
        build: of_no_numbers,
        cases: &[],
    },
    Family {
        id: "mixture",
        layout: Parts,
        parameters: &[other("of"), other("weights")],
        about: "alternatives, each any quantity, with the weight of each",
        example: "{ mixture = { of = [\"5%..10%\", \"20%\"], weights = [3, 1] } }",
        build: of_no_numbers,
        cases: &[],
    },
];

fn of_no_numbers(_: &[f64], _: Limits) -> Result<Dist, Reason> {
    Err(Reason::new(None, message!("no distribution of plain numbers"), message!("give its parts")))
}

fn conditioned(dist: Result<Dist, Reason>, limits: Limits) -> Result<Dist, Reason> {
    let dist = dist?;
    if limits == Limits::NONE { Ok(dist) } else { dist.truncated(limits) }
}
