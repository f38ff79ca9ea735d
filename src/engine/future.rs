//! One future: the courses of all communities, and what they add up to.

use super::course::Course;
use super::luck::Luck;
use super::reached::{Reached, rise};
use super::union::{unite, unite_three_plus};
use super::world::World;
use crate::metric::{Totals, Weeks};
use crate::model::Model;

/// What becomes of the communities in one trial, in space that the next trial uses again.
pub struct Future {
    courses: Vec<Course>,
    reached: Vec<Reached>,
    /// All communities together by the week: first order, second, either.
    union: [Vec<f64>; 3],
    /// Of all communities together, then of each where there are several.
    pub totals: Vec<Totals>,
    /// The same scopes, once [`Future::tell_weeks`] was called.
    pub weeks: Vec<Weeks>,
}

impl Future {
    pub fn new(model: &Model) -> Future {
        let communities = model.communities.len();
        Future {
            courses: vec![Course::default(); communities],
            reached: vec![Reached::new(model.weeks); communities],
            union: std::array::from_fn(|_| vec![0.0; model.weeks]),
            totals: vec![Totals::default(); model.scopes()],
            weeks: vec![Weeks::default(); model.scopes()],
        }
    }

    /// The weeks of one community.
    pub fn unfold(&mut self, model: &Model, world: &World, community: usize, luck: &mut impl Luck) {
        let (facts, numbers) = (&model.communities[community], &world.communities[community]);
        self.courses[community].run(numbers, &facts.questions.season, facts.feed.depth, luck);
        self.reached[community].follow(numbers, &self.courses[community]);
    }

    /// Adds the communities up, when all of them have unfolded.
    pub fn join(&mut self, world: &World) {
        for week in 0..self.union[0].len() {
            let union = unite(world, &self.reached, week);
            for (series, people) in self.union.iter_mut().zip([union.first, union.second, union.total]) {
                series[week] = people;
            }
        }
        self.union.iter_mut().for_each(|series| rise(series));
        let parts: Vec<Totals> = (0..self.courses.len()).map(|community| self.of_community(world, community)).collect();
        if let [only] = &parts[..] {
            self.totals[0] = only.clone();
            return;
        }
        let mut all = parts.iter().fold(Totals::default(), |sum, part| sum.plus(part));
        [all.reach_first, all.reach_second, all.total_reach] = self.union.each_ref().map(|series| last(series));
        all.reach_second_3plus = unite_three_plus(world, &self.reached).min(all.reach_second);
        all.market = world.market;
        self.totals[0] = all;
        self.totals[1..].clone_from_slice(&parts);
    }

    fn of_community(&self, world: &World, community: usize) -> Totals {
        let (numbers, course, reached) = (&world.communities[community], &self.courses[community], &self.reached[community]);
        let (first, second) = (last(&reached.first), last(&reached.second));
        let questions = &course.questions;
        let reshares = || course.reshares.iter();
        let impressions_reshares = reshares().map(|route| sum(&route.impressions)).sum::<f64>();
        let impressions_questions = sum(&questions.impressions);
        let potential_questions = sum(&questions.contacts);
        Totals {
            questions: sum(&questions.stories),
            potential_questions,
            impressions_questions,
            distinct_askers: last(&reached.askers),
            potential_contacts: potential_questions + reshares().map(|route| sum(&route.contacts)).sum::<f64>(),
            impressions_first: sum(&course.impressions_first),
            impressions_reshares,
            impressions_outside: (impressions_questions + impressions_reshares) * (1.0 - numbers.insiders),
            reach_first: first,
            reach_second: second,
            reach_second_3plus: reached.three_plus,
            total_reach: (first + second).min(world.market),
            followers: numbers.followers,
            active_followers: numbers.active,
            market: world.market,
        }
    }

    /// Writes the weekly series of every scope.
    pub fn tell_weeks(&mut self) {
        let (courses, reached) = (&self.courses, &self.reached);
        let (all, each) = self.weeks.split_at_mut(1);
        for (community, weeks) in each.iter_mut().enumerate() {
            tell(weeks, &courses[community..=community], &reached[community..=community]);
            // The union of one community's two groups, which are disjoint.
            let market = self.totals[0].market;
            let parts = reached[community].first.iter().zip(&reached[community].second);
            fill(&mut weeks.total_reach, parts.map(|(first, second)| (first + second).min(market)));
            weeks.reach_first.clone_from(&reached[community].first);
            weeks.reach_second.clone_from(&reached[community].second);
        }
        tell(&mut all[0], courses, reached);
        let [first, second, total] = &self.union;
        all[0].reach_first.clone_from(first);
        all[0].reach_second.clone_from(second);
        all[0].total_reach.clone_from(total);
    }
}

/// The series that add up over communities.
fn tell(weeks: &mut Weeks, courses: &[Course], reached: &[Reached]) {
    let horizon = reached[0].first.len();
    let over = |series: &mut Vec<f64>, value: &dyn Fn(&Course, usize) -> f64| {
        fill(series, (0..horizon).map(|week| courses.iter().map(|course| value(course, week)).sum()));
    };
    let reshared = |course: &Course, week: usize| course.reshares.iter().map(|route| route.impressions[week]).sum::<f64>();
    over(&mut weeks.questions, &|course, week| course.questions.stories[week]);
    over(&mut weeks.potential_questions, &|course, week| course.questions.contacts[week]);
    over(&mut weeks.impressions_questions, &|course, week| course.questions.impressions[week]);
    over(&mut weeks.potential_contacts, &|course, week| {
        course.questions.contacts[week] + course.reshares.iter().map(|route| route.contacts[week]).sum::<f64>()
    });
    over(&mut weeks.impressions_first, &|course, week| course.impressions_first[week]);
    over(&mut weeks.impressions_reshares, &reshared);
    over(&mut weeks.impressions_second, &|course, week| course.questions.impressions[week] + reshared(course, week));
    fill(&mut weeks.distinct_askers, (0..horizon).map(|week| reached.iter().map(|reached| reached.askers[week]).sum()));
}

fn fill(series: &mut Vec<f64>, values: impl Iterator<Item = f64>) {
    series.clear();
    series.extend(values);
}

fn sum(weeks: &[f64]) -> f64 {
    weeks.iter().sum()
}

fn last(weeks: &[f64]) -> f64 {
    weeks.last().copied().unwrap_or(0.0)
}
