//! Roots of increasing functions.

/// What is left of a bracket when the search ends, relative to the place and to 1.
const TOLERANCE: f64 = 4e-16;
const MOST_STEPS: usize = 400;

/// Two places with the values of an increasing function there, the first value not above zero and
/// the second not below.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bracket {
    pub low: Evaluation,
    pub high: Evaluation,
}

/// A place, with the value of a function there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evaluation {
    pub x: f64,
    pub y: f64,
}

/// Newton's steps before the search gives up on them.
const MOST_POLISHES: usize = 12;
/// A step that changes the function by no more leaves an error of its square.
const POLISHED: f64 = 1e-8;

/// The root of an increasing function that comes with its slope, by Newton's method as long as it
/// gains; `step` is that of the search that replaces it.
pub(crate) fn polished(f: impl Fn(f64) -> (f64, f64), guess: f64, step: f64) -> f64 {
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
    let start = Evaluation { x: guess, y: f(guess) };
    let direction = if start.y < 0.0 { 1.0 } else { -1.0 };
    let (mut last, mut step) = (start, step);
    for _ in 0..MOST_STEPS {
        let x = last.x + direction * step;
        let next = Evaluation { x, y: f(x) };
        if direction * next.y >= 0.0 {
            let (low, high) = if direction > 0.0 { (last, next) } else { (next, last) };
            return bracketed(f, Bracket { low, high });
        }
        (last, step) = (next, 2.0 * step);
    }
    last.x
}

/// The root inside a bracket, by inverse quadratic interpolation where that is safe and bisection
/// elsewhere. Infinite values are bisected away, and a jump across zero is found like a root.
/// Source: Chandrupatla 1997, *A new hybrid quadratic/bisection algorithm*,
/// doi:10.1016/S0965-9978(96)00051-8.
pub(crate) fn bracketed(f: impl Fn(f64) -> f64, bracket: Bracket) -> f64 {
    let (mut a, mut b) = (bracket.high, bracket.low);
    let mut c;
    let mut part = 0.5_f64;
    for _ in 0..MOST_STEPS {
        let best = if a.y.abs() < b.y.abs() { a } else { b };
        let width = (b.x - a.x).abs();
        let least = TOLERANCE * best.x.abs().max(1.0) / width;
        if best.y == 0.0 || least >= 0.5 {
            return best.x;
        }
        let x = a.x + part.clamp(least, 1.0 - least) * (b.x - a.x);
        let next = Evaluation { x, y: f(x) };
        // The root stays between a, the newest place, and b; c is the one that they leave behind.
        if (next.y > 0.0) == (a.y > 0.0) {
            c = a;
        } else {
            c = b;
            b = a;
        }
        a = next;
        part = interpolated(a, b, c).unwrap_or(0.5);
    }
    a.x
}

/// How far from `a` towards `b` the parabola through three points has its root, where it is safe to
/// believe it.
fn interpolated(a: Evaluation, b: Evaluation, c: Evaluation) -> Option<f64> {
    // Chandrupatla's condition: the parabola x(y) is monotone between the three places.
    let (xi, phi) = ((a.x - b.x) / (c.x - b.x), (a.y - b.y) / (c.y - b.y));
    let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    // The value at zero of the parabola x(y), in Lagrange's form, less a and over b - a.
    let part = a.y / (b.y - a.y) * c.y / (b.y - c.y)
        + (c.x - a.x) / (b.x - a.x) * a.y / (c.y - a.y) * b.y / (c.y - b.y);
    (safe && part.is_finite()).then_some(part)
}
