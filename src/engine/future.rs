//! One future: the courses of all communities, and what they add up to.

use super::course::Course;
use super::luck::Luck;
use super::reached::{People, Reached, settle, sum};
use super::union::{Part, unite, unite_three_plus};
use super::world::World;
use crate::metric::{Totals, Weeks};
use crate::model::Model;

/// What becomes of the communities in one trial, in space that the next trial uses again.
pub struct Future {
    courses: Vec<Course>,
    reached: Vec<Reached>,
    /// Of all communities together, then of each where there are several.
    pub totals: Vec<Totals>,
    /// The same scopes, once [`Future::tell`] was called.
    pub weeks: Vec<Weeks>,
}

impl Future {
    pub fn new(model: &Model) -> Future {
        let communities = model.communities.len();
        Future {
            courses: vec![Course::default(); communities],
            reached: vec![Reached::new(model.weeks); communities],
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
        if self.courses.len() == 1 {
            self.totals[0] = self.of_community(world, 0);
            return;
        }
        let parts: Vec<Totals> = (0..self.courses.len()).map(|community| self.of_community(world, community)).collect();
        let reached: Vec<Part> = self.reached.iter().map(|reached| part(reached.people)).collect();
        let union = unite(world, &reached);
        let three_plus = unite_three_plus(world, self.reached.iter().map(|reached| reached.people.three_plus));
        self.totals[0] = Totals {
            reach_first: union.first,
            reach_second: union.second,
            reach_second_3plus: three_plus.min(union.second),
            total_reach: union.total,
            market: world.market,
            ..parts.iter().fold(Totals::default(), Totals::plus)
        };
        self.totals[1..].clone_from_slice(&parts);
    }

    fn of_community(&self, world: &World, community: usize) -> Totals {
        let (numbers, course, people) = (&world.communities[community], &self.courses[community], self.reached[community].people);
        let questions = &course.questions;
        let impressions_reshares = course.reshares.iter().fold(0.0, |all, route| all + sum(&route.impressions));
        let impressions_questions = sum(&questions.impressions);
        let potential_questions = sum(&questions.contacts);
        Totals {
            questions: sum(&questions.stories),
            potential_questions,
            impressions_questions,
            distinct_askers: people.askers,
            potential_contacts: course.reshares.iter().fold(potential_questions, |all, route| all + sum(&route.contacts)),
            impressions_first: sum(&course.impressions_first),
            impressions_reshares,
            impressions_outside: (impressions_questions + impressions_reshares) * (1.0 - numbers.insiders),
            reach_first: people.first,
            reach_second: people.second,
            reach_second_3plus: people.three_plus,
            total_reach: unite(world, &[part(people)]).total,
            followers: numbers.followers,
            active_followers: numbers.active,
            market: world.market,
        }
    }

    /// Writes the weekly series of every scope.
    pub fn tell(&mut self, world: &World) {
        for ((reached, numbers), course) in self.reached.iter_mut().zip(&world.communities).zip(&self.courses) {
            reached.tell(numbers, course);
        }
        for (scope, weeks) in self.weeks.iter_mut().enumerate() {
            let members = if scope == 0 { 0..self.courses.len() } else { scope - 1..scope };
            let (courses, reached) = (&self.courses[members.clone()], &self.reached[members]);
            tell_flows(weeks, courses);
            tell_reach(weeks, world, reached);
            let totals = &self.totals[scope];
            settle(&mut weeks.reach_first, totals.reach_first);
            settle(&mut weeks.reach_second, totals.reach_second);
            settle(&mut weeks.total_reach, totals.total_reach);
        }
    }
}

/// What happens in a week, which adds up over communities.
fn tell_flows(weeks: &mut Weeks, courses: &[Course]) {
    let horizon = courses[0].impressions_first.len();
    let over = |series: &mut Vec<f64>, value: &dyn Fn(&Course, usize) -> f64| {
        series.clear();
        series.extend((0..horizon).map(|week| courses.iter().fold(0.0, |all, course| all + value(course, week))));
    };
    let reshared = |course: &Course, week: usize| course.reshares.iter().fold(0.0, |all, route| all + route.impressions[week]);
    over(&mut weeks.questions, &|course, week| course.questions.stories[week]);
    over(&mut weeks.potential_questions, &|course, week| course.questions.contacts[week]);
    over(&mut weeks.impressions_questions, &|course, week| course.questions.impressions[week]);
    over(&mut weeks.potential_contacts, &|course, week| {
        course.reshares.iter().fold(course.questions.contacts[week], |all, route| all + route.contacts[week])
    });
    over(&mut weeks.impressions_first, &|course, week| course.impressions_first[week]);
    over(&mut weeks.impressions_reshares, &reshared);
    over(&mut weeks.impressions_second, &|course, week| course.questions.impressions[week] + reshared(course, week));
}

/// Who was reached up to each week: unions over communities, but members of two communities who asked in both count twice.
fn tell_reach(weeks: &mut Weeks, world: &World, reached: &[Reached]) {
    for series in [&mut weeks.distinct_askers, &mut weeks.reach_first, &mut weeks.reach_second, &mut weeks.total_reach] {
        series.clear();
    }
    for week in 0..reached[0].weeks.askers.len() {
        let parts: Vec<Part> = reached.iter().map(|r| Part { first: r.weeks.first[week], second: r.weeks.second[week] }).collect();
        let union = unite(world, &parts);
        weeks.distinct_askers.push(reached.iter().fold(0.0, |all, r| all + r.weeks.askers[week]));
        weeks.reach_first.push(union.first);
        weeks.reach_second.push(union.second);
        weeks.total_reach.push(union.total);
    }
}

fn part(people: People) -> Part {
    Part { first: people.first, second: people.second }
}
