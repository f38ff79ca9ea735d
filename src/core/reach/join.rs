//! Unions of groups of people whose pairwise overlaps are known.

/// People in any of several groups of `sizes`, from the overlaps of the pairs (`overlap(i, j)`, i
/// and j places in `sizes`) and the number of people there are.
///
/// The groups are joined from the largest (equal ones in the order in which they stand); each adds
/// `R_j prod(1 - O_ij/R_j)` over the groups i joined before. The result is kept inside the bounds
/// that hold whatever happens between three and more groups: Frechet's (at least the largest, at
/// most the sum and the market), and with S1 = sum of R, S2 = sum of O those of Dawson and Sankoff
/// (at least 2 S1/(m+1) - 2 S2/(m(m+1)), m = 1 + floor(2 S2/S1)) and Kwerel (at most S1 - 2 S2/n).
///
/// Overlaps are first brought between 0 and the smaller group. Source: Sainsbury's formula with
/// duplication; Dawson, Sankoff, *An inequality for probabilities* (1967),
/// doi:10.1090/S0002-9939-1967-0217849-2; Kwerel (1975), doi:10.1080/01621459.1975.10479887. Test:
/// `reach::join::sainsburys_three_media_reach_two_thirds`.
pub fn join(sizes: &[f64], overlap: impl Fn(usize, usize) -> f64, market: f64) -> f64 {
    let between = |i: usize, j: usize| overlap(i, j).min(sizes[i]).min(sizes[j]).max(0.0);
    match *sizes {
        [] => 0.0,
        [size] => size.min(market),
        [a, b] => join_two(a, b, between(0, 1)).min(market),
        _ => join_many(sizes, between).min(market),
    }
}

fn join_two(a: f64, b: f64, both: f64) -> f64 {
    (a + b - both).max(a).max(b)
}

fn join_many(sizes: &[f64], overlap: impl Fn(usize, usize) -> f64) -> f64 {
    // A group of nobody is no group: it must not loosen a bound.
    let mut order: Vec<usize> = (0..sizes.len()).filter(|&i| sizes[i] > 0.0).collect();
    order.sort_by(|&i, &j| sizes[j].total_cmp(&sizes[i]));
    match *order {
        [] => return 0.0,
        [i] => return sizes[i],
        [i, j] => return join_two(sizes[i], sizes[j], overlap(i, j)),
        _ => (),
    }
    let (mut union, mut sum, mut shared) = (0.0, 0.0, 0.0);
    for (place, &j) in order.iter().enumerate() {
        let size = sizes[j];
        let mut new = size;
        for &i in &order[..place] {
            let both = overlap(i, j);
            new *= 1.0 - both / size;
            shared += both;
        }
        union += new;
        sum += size;
    }
    // m, S1 and S2 of the bounds are `often`, `sum` and `shared`.
    let often = 1.0 + (2.0 * shared / sum).floor();
    let dawson_sankoff = 2.0 / (often + 1.0) * (sum - shared / often);
    let kwerel = sum - 2.0 * shared / order.len() as f64;
    union.max(dawson_sankoff).min(kwerel).max(sizes[order[0]]).min(sum)
}
