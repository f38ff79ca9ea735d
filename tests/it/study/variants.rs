//! What-ifs: how they are written, and what they change.

use super::{read, refused, varied};
use crate::support::FIXED;
use reachsim::model::{Model, Param, Staff};

fn posts(model: &Model) -> f64 {
    match model.communities[0].posts_per_week.0[0] {
        Param::Fixed(posts) => posts,
        Param::Input(_) => f64::NAN,
    }
}

/// The mix of the posts, of fixed parts.
fn mix(model: &Model) -> [f64; 3] {
    let mix = &model.communities[0].mix;
    let parts = mix.parts.map(|part| if let Param::Fixed(part) = part { part } else { f64::NAN });
    reachsim::engine::Kinds::mixed(parts, mix.stated).0
}

fn what_if(set: &str) -> String {
    format!("{FIXED}\n[[what_if]]\nname = \"w\"\n[what_if.set]\n{set}\n")
}

#[test]
fn keys_may_be_written_in_quotes_with_dots_or_as_tables() {
    for set in [
        "\"community.page.posts.per_week\" = 14",
        "community.page.posts.per_week = 14",
        "community.page.posts = { per_week = 14 }",
        "\"community.*.posts.per_week\" = 14",
        "community.\"*\".posts.per_week = 14",
        "\"community.page.posts.per_day\" = 2",
    ] {
        assert_eq!(
            posts(&varied(&what_if(set), "w")) * if set.contains("per_day") { 7.0 } else { 1.0 },
            14.0,
            "{set}"
        );
        assert_eq!(
            posts(&read(&what_if(set), &[]).1.model),
            7.0,
            "the file itself stays as it is: {set}"
        );
    }
}

#[test]
fn a_platform_changes_what_the_file_does_not_state() {
    let text = what_if("\"community.page.platform\" = \"vkontakte-2012\"\n");
    let text = text.replace("bots = \"10%\"\n", "");
    let bots = |model: &Model| match model.communities[0].audience.bots {
        Param::Fixed(bots) => bots,
        Param::Input(place) => model.inputs[place].dist.quantile(0.5),
    };
    let (base, other) = (read(&text, &[]).1.model, varied(&text, "w"));
    assert!(bots(&other) > 1.5 * bots(&base), "{} {}", bots(&other), bots(&base));
}

#[test]
fn a_part_of_the_mix_rescales_the_others() {
    let near = |found: [f64; 3], expected: [f64; 3]| {
        found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12)
    };
    let with = |set: &str| {
        what_if(set).replace(
            "posts.reach = \"3.5%\"",
            "posts.reach = \"3.5%\"\nposts.branded = \"20%\"\nposts.helpful = \
                \"30%\"\nposts.emotional = \"50%\"",
        )
    };
    assert!(near(
        mix(&varied(&with("\"community.page.posts.branded\" = \"60%\""), "w")),
        [0.6, 0.15, 0.25]
    ));
    assert!(near(
        mix(&varied(
            &with(
                "\"community.page.posts.branded\" = \"60%\"\n\"community.page.posts.helpful\" = \
                    \"10%\""
            ),
            "w"
        )),
        [0.6, 0.1, 0.3]
    ));
    assert!(near(
        mix(&varied(&what_if("\"community.*.posts.branded\" = \"80%\""), "w")),
        [0.8, 0.1, 0.1]
    ));
    // The command line is a what-if as well.
    let (_, set) =
        read(&with("\"community.page.bots\" = 0"), &["community.page.posts.branded=60%"]);
    assert!(near(mix(&set.model), [0.6, 0.15, 0.25]), "{:?}", mix(&set.model));
    let printed = super::read(
        &with(
            "\"community.page.posts.branded\" = \
        \"60%\"\n\"community.page.posts.helpful\" = \"60%\"",
        ),
        &[],
    )
    .0;
    let edits = printed.variant("w").expect("w");
    assert!(reachsim::model::lower(printed.changed(&edits)).is_err(), "120 % of the posts");
}

#[test]
fn campaigns_roles_and_inputs_are_keys_too() {
    let campaign = "[[campaign]]\nname = \"spring\"\nstart_week = 3\nweeks = 4\nbudget = \
        500\nquestion_lift = 2\n";
    let text = format!(
        "{}\n{campaign}",
        what_if("\"campaign.spring.question_lift\" = 3\n\"campaign.spring.weeks\" = 6")
    );
    let model = varied(&text, "w");
    assert_eq!(
        (model.campaigns[0].question_lift, model.campaigns[0].weeks),
        (Param::Fixed(3.0), 6)
    );
    let (scenario, _) = read(&text, &[]);
    assert_eq!(scenario.variants(), ["w", "without spring", "nothing"]);
    assert!(varied(&text, "without spring").campaigns.is_empty());
    let nothing = varied(&text, "nothing");
    assert!(
        nothing.campaigns.is_empty()
            && posts(&nothing) == 0.0
            && matches!(nothing.staff, Staff::Hours { hours: Param::Fixed(0.0), .. })
    );
    let roles = what_if("\"role.critic.negative\" = 9")
        .replace("market.people = \"30M\"", "market.people = \"30M\"\nroles = \"crm-2011\"");
    let (scenario, lowered) =
        read(&roles.replace("role.critic.negative", "support.peers").replace("= 9", "= 0"), &[]);
    let name = scenario.sections.roles[0].name.as_ref().expect("a name").text.clone();
    let model = varied(&roles.replace("critic", &name), "w");
    assert_eq!(model.roles.len(), lowered.model.roles.len());
    assert_eq!(model.roles[0].negative, Param::Fixed(9.0));
}

#[test]
fn mistakes_in_what_ifs_are_told_with_those_of_the_file() {
    let text = format!(
        "{}\n[[what_if]]\nname = \"w\"\nsett = 3\n",
        what_if("\"community.page.follower\" = 3\n\"simulation.seed\" = 5")
            .replace("followers = 100_000", "followers = -1")
    );
    let printed = refused(&text);
    for words in [
        "has to be above zero",
        "did you mean `community.page.followers`",
        "belongs to the whole comparison",
        "has no key `sett`",
        "given twice",
    ] {
        assert!(printed.contains(words), "{words} is missing from\n{printed}");
    }
}

#[test]
fn names_of_variants_are_suggested() {
    let (scenario, _) = read(&what_if("\"support.peers\" = 0"), &[]);
    assert!(scenario.variant("ww").expect_err("none").english().contains("`w`"));
    assert!(scenario.variant("base").expect("the file").is_empty());
}

#[test]
fn what_leads_from_one_file_to_another_is_found() {
    let (a, base) = read(FIXED, &[]);
    let other = FIXED
        .replace("followers = 100_000", "followers = 50_000")
        .replace("questions.per_year = 10_000", "questions.per_day = 10");
    let other = format!(
        "{other}\n[community.club]\nplatform = \"facebook-2012\"\nfollowers = \
            500\nquestions.per_year = 3\n"
    );
    let (b, lowered) = read(&other, &[]);
    let edits = reachsim::scenario::between(&a, &b);
    let words: Vec<&str> = edits.iter().map(|edit| edit.words.english()).collect();
    assert_eq!(words.len(), 3, "{words:?}");
    let model = reachsim::model::lower(a.changed(&edits)).expect("the other").model;
    let run = |model: &Model| {
        reachsim::engine::run(
            model,
            crate::support::plan(&base, 500),
            reachsim::engine::Detail::Totals,
            &reachsim::engine::Unwatched,
        )
    };
    assert_eq!(
        run(&model).columns,
        run(&lowered.model).columns,
        "all edits together are the other file, bit for bit"
    );
    assert!(reachsim::scenario::between(&a, &a).is_empty());
}
