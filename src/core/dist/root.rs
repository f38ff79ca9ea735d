//! Roots of increasing functions.

/// What is left of a bracket when the search ends, relative to the place and to 1.
const TOLERANCE: f64 = 4e-16;
const MOST_STEPS: usize = 400;

/// Two places with the values of an increasing function there, the first not above zero and the
/// second not below.
#[derive(Clone, Copy, Debug)]
pub struct Bracket {
    pub low: (f64, f64),
    pub high: (f64, f64),
}

/// Newton's steps before the search gives up on them.
const MOST_POLISHES: usize = 12;
/// A step that changes the function by no more leaves an error of its square.
const POLISHED: f64 = 1e-8;

/// The root of an increasing function that comes with its slope, by Newton's method as long as it
/// gains.
pub fn polished(f: impl Fn(f64) -> (f64, f64), guess: f64, step: f64) -> f64 {
    let (mut x, mut size) = (guess, f64::INFINITY);
    for _ in 0..MOST_POLISHES {
        let (value, slope) = f(x);
        if !(value.abs() < size && slope > 0.0 && slope < f64::INFINITY) {
            break;
        }
        size = value.abs();
        x -= value / slope;
        if size <= POLISHED {
            return x;
        }
    }
    search(|x| f(x).0, guess, step)
}

/// The root of an increasing function, looked for outwards from a guess with steps that double.
pub fn search(f: impl Fn(f64) -> f64, guess: f64, step: f64) -> f64 {
    let start = (guess, f(guess));
    let direction = if start.1 < 0.0 { 1.0 } else { -1.0 };
    let (mut last, mut step) = (start, step);
    for _ in 0..MOST_STEPS {
        let x = last.0 + direction * step;
        let next = (x, f(x));
        if direction * next.1 >= 0.0 {
            let (low, high) = if direction > 0.0 { (last, next) } else { (next, last) };
            return bracketed(f, Bracket { low, high });
        }
        (last, step) = (next, 2.0 * step);
    }
    last.0
}

/// The root inside a bracket, by inverse quadratic interpolation where that is safe and bisection
/// elsewhere. Infinite values are bisected away, and a jump across zero is found like a root.
/// Source: Chandrupatla 1997, *A new hybrid quadratic/bisection algorithm*,
/// doi:10.1016/S0965-9978(96)00051-8.
pub fn bracketed(f: impl Fn(f64) -> f64, bracket: Bracket) -> f64 {
    let (mut a, mut b) = (bracket.high, bracket.low);
    let mut c;
    let mut part = 0.5_f64;
    for _ in 0..MOST_STEPS {
        let best = if a.1.abs() < b.1.abs() { a } else { b };
        let width = (b.0 - a.0).abs();
        let least = TOLERANCE * best.0.abs().max(1.0) / width;
        if best.1 == 0.0 || least >= 0.5 {
            return best.0;
        }
        let x = a.0 + part.clamp(least, 1.0 - least) * (b.0 - a.0);
        let next = (x, f(x));
        if (next.1 > 0.0) == (a.1 > 0.0) {
            c = a;
        } else {
            c = b;
            b = a;
        }
        a = next;
        part = interpolated(a, b, c).unwrap_or(0.5);
    }
    a.0
}

/// How far from `a` towards `b` the parabola through three points has its root, where it is safe to
/// believe it.
fn interpolated(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> Option<f64> {
    let (xi, phi) = ((a.0 - b.0) / (c.0 - b.0), (a.1 - b.1) / (c.1 - b.1));
    let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    let part = a.1 / (b.1 - a.1) * c.1 / (b.1 - c.1)
        + (c.0 - a.0) / (b.0 - a.0) * a.1 / (c.1 - a.1) * b.1 / (c.1 - b.1);
    (safe && part.is_finite()).then_some(part)
}
