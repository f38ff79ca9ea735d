//! From scenario to model: defaults, forms, checks, assumptions and the hash.

use std::fs;
use std::path::Path;

use reachsim::diagnostic::{Code, Diagnostics, Style};
use reachsim::metric;
use reachsim::model::{
    self, Bound, Lowered, Origin, Param, Product, Understood, Volume, estimates,
};
use reachsim::scenario;
use reachsim::scenario::keys::{KEYS, Key};

use crate::golden;

const PAGE: &str =
    "title = \"t\"\n\n[community.page]\nplatform = \"facebook-2012\"\nfollowers = 100_000\n";

fn run(text: &str) -> Result<Lowered, Diagnostics> {
    scenario::parse(Path::new("page.toml"), text.to_owned(), &[]).and_then(model::lower)
}

#[track_caller]
fn valid(text: &str) -> Lowered {
    run(text).unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)))
}

#[track_caller]
fn page(keys: &str) -> Lowered {
    valid(&format!("{PAGE}{keys}"))
}

#[track_caller]
fn input<'a>(lowered: &'a Lowered, key: &str) -> &'a model::Input {
    lowered
        .model
        .inputs
        .iter()
        .find(|input| input.key == key)
        .unwrap_or_else(|| panic!("{key} is no input"))
}

#[test]
fn shipped_scenarios_load_without_a_warning_and_say_what_they_answer() {
    let mut seen = 0;
    for entry in fs::read_dir("scenarios").expect("the scenarios are there") {
        let path = entry.expect("the folder can be read").path();
        // The claims have a test of their own.
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let lowered = scenario::load(&path, &[])
            .and_then(model::lower)
            .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
        assert!(lowered.warnings.is_empty(), "{}", lowered.warnings.render(Style::Plain));
        assert!(!lowered.model.targets.is_empty(), "{}", path.display());
        let text = fs::read_to_string(&path).expect("a scenario is a text");
        let comment: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(comment.contains('?'), "{} opens without a question", path.display());
        seen += 1;
    }
    assert!(seen >= 3);
}

#[test]
fn the_article_is_what_the_article_says() {
    let lowered = scenario::load(Path::new("scenarios/article.toml"), &[])
        .and_then(model::lower)
        .expect("it is shipped");
    let page = &lowered.model.communities[0];
    assert_eq!(
        (page.audience.followers, page.friends.mean, page.questions.dispersion),
        (Param::Fixed(1e5), Param::Fixed(130.0), Param::Fixed(0.0))
    );
    assert_eq!(page.volume, Volume::PerYear(Product(vec![Param::Fixed(1e4)])));
    let visibility = input(&lowered, "community.page.feed.visibility");
    assert!((visibility.dist.mean() - 0.075).abs() < 1e-15);
    assert_eq!(visibility.dist.bounds(), (0.05, 0.1));
    let bounds: Vec<Bound> = lowered.model.targets.iter().map(|target| target.bound).collect();
    assert_eq!(bounds, [Bound::AtLeast(65_000.0), Bound::AtLeast(130_000.0)]);
    assert_eq!(metric::METRICS[lowered.model.targets[0].metric.metric].id, "impressions_questions");
}

#[test]
fn the_fixed_article_leaves_nothing_uncertain_that_it_states() {
    let lowered = scenario::load(Path::new("scenarios/article-fixed.toml"), &[])
        .and_then(model::lower)
        .expect("it is shipped");
    for input in &lowered.model.inputs {
        let origin = &lowered
            .assumptions
            .iter()
            .find(|assumption| assumption.key == input.key)
            .expect("it is assumed")
            .origin;
        assert!(matches!(origin, Origin::Default { .. }), "{}: {origin:?}", input.key);
    }
}

#[test]
fn the_preset_of_2012_has_the_founding_figures() {
    let lowered = page("");
    let community = &lowered.model.communities[0];
    assert_eq!(community.friends.mean, Param::Fixed(130.0));
    assert!((input(&lowered, "community.page.bots").dist.mean() - 0.1).abs() < 1e-12);
    let visibility = &input(&lowered, "community.page.feed.visibility").dist;
    assert!((visibility.mean() - 22.0 / 294.0).abs() < 1e-12);
    assert!(
        (visibility.quantile(0.05) - 0.05).abs() < 0.003
            && (visibility.quantile(0.95) - 0.1).abs() < 0.003
    );
}

#[test]
fn every_form_of_the_questions_replaces_the_preset() {
    let volume = |keys: &str| page(keys).model.communities[0].volume.clone();
    assert_eq!(volume("questions.per_year = 5"), Volume::PerYear(Product(vec![Param::Fixed(5.0)])));
    assert_eq!(
        volume("questions.per_day = 5"),
        Volume::PerYear(Product(vec![Param::Fixed(5.0), Param::Fixed(365.0)]))
    );
    assert_eq!(volume("questions.per_follower = 0.1"), Volume::PerFollower(Param::Fixed(0.1)));
    assert!(matches!(volume(""), Volume::PerFollower(Param::Input(_))));
}

#[test]
fn parts_of_the_visibility_replace_it_and_a_missing_part_is_one() {
    let visibility = |keys: &str| page(keys).model.communities[0].visibility.clone();
    assert_eq!(
        visibility("feed.online = 0.5\nfeed.viewable = 0.8"),
        Product(vec![Param::Fixed(0.5), Param::Fixed(0.8)])
    );
    assert_eq!(visibility("feed.visibility = 0.5"), Product(vec![Param::Fixed(0.5)]));
}

#[test]
fn posts_by_the_day_are_seven_times_as_many_by_the_week() {
    assert_eq!(
        page("posts.per_day = 2").model.communities[0].posts_per_week,
        Product(vec![Param::Fixed(2.0), Param::Fixed(7.0)])
    );
    assert_eq!(page("").model.communities[0].posts_per_week, Product(vec![Param::Fixed(7.0)]));
}

#[test]
fn a_market_is_one_number_or_three_factors() {
    let market =
        |keys: &str| valid(&format!("{PAGE}[market]\n{keys}\n")).model.market.people.clone();
    assert_eq!(market("people = 5e6"), Product(vec![Param::Fixed(5e6)]));
    assert_eq!(
        market("adults = 1e7\ninternet = 0.5\nsocial = 0.8"),
        Product(vec![Param::Fixed(1e7), Param::Fixed(0.5), Param::Fixed(0.8)])
    );
}

#[test]
fn a_platform_of_the_users_own_takes_the_place_of_a_preset() {
    let own = "bots = \"5%\"\nactive = \"70%\"\nquestions.per_follower = 0.01\nfriends.mean = \
        99\nfriends.cv = 2\nfeed.online = \"50%\"\nfeed.engagement_visibility = 0\nfeed.reshare = \
        0\nposts.reach = \"4%\"\n";
    let text = format!("{}\n[platform.mine]\n{own}", PAGE.replace("facebook-2012", "mine"));
    let lowered = valid(&text);
    let community = &lowered.model.communities[0];
    assert_eq!(
        (community.friends.mean, community.friends.cv),
        (Param::Fixed(99.0), Param::Fixed(2.0))
    );
    assert_eq!(community.visibility, Product(vec![Param::Fixed(0.5)]));
    assert_eq!(valid(&lowered.about.text).about, lowered.about);
    let printed = run(&text.replace("posts.reach = \"4%\"\n", ""))
        .map(|_| ())
        .expect_err("a figure is missing")
        .render(Style::Plain);
    assert!(
        printed.contains("`community.page.posts.reach` is missing")
            && printed.contains("its platform does not state it either"),
        "{printed}"
    );
}

#[test]
fn a_table_with_the_id_of_a_preset_changes_the_preset() {
    let lowered = valid(&format!("{PAGE}[platform.facebook-2012]\nfriends.mean = 99\n"));
    assert_eq!(lowered.model.communities[0].friends.mean, Param::Fixed(99.0));
    assert!((input(&lowered, "community.page.bots").dist.mean() - 0.1).abs() < 1e-12);
    assert!(lowered.warnings.is_empty());
}

#[test]
fn the_season_has_a_weight_for_each_week() {
    let season = |keys: &str| page(keys).model.communities[0].season.clone();
    assert_eq!(season(""), vec![1.0; 52]);
    let december = season("questions.season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5]");
    assert!(
        (december.iter().sum::<f64>() - 52.0).abs() < 1e-9
            && december[50] > 3.0
            && december[0] < 1.0
    );
}

#[test]
fn inputs_stand_in_the_order_of_their_keys_and_no_two_share_a_dimension() {
    let text = "title = \"t\"\n[community.\"*\"]\nplatform = \"facebook\"\nfollowers = \"5k to \
        6k\"\n[community.b]\n[community.a]\n[community.c]\n[[overlap]]\nbetween = [\"a\", \
        \"b\"]\nshare = \"10%..20%\"\n[[overlap]]\nbetween = [\"c\", \"b\"]\nshare = \
        \"10%..20%\"\n";
    let lowered = valid(text);
    let keys: Vec<&str> = lowered.model.inputs.iter().map(|input| input.key.as_str()).collect();
    assert!(keys.is_sorted());
    assert!(keys.contains(&"overlap.a.b") && keys.contains(&"overlap.c.b"));
    let mut dimensions: Vec<usize> = lowered
        .model
        .inputs
        .iter()
        .map(|input| input.coordinate.dimension)
        .chain(lowered.model.coins.iter().map(|coin| coin.dimension))
        .collect();
    dimensions.sort_unstable();
    assert!(dimensions.windows(2).all(|pair| pair[0] != pair[1]), "{dimensions:?}");
    let share = lowered.model.overlaps[0].share;
    assert!(matches!(share, Param::Input(place) if keys[place] == "overlap.a.b"));
}

#[test]
fn every_key_keeps_its_dimension() {
    // A key that came later and does not say so with `since` would move those behind it.
    let (of_communities, general): (Vec<&Key>, Vec<&Key>) =
        KEYS.iter().filter(|key| key.has_dimension()).partition(|key| key.in_community().is_some());
    let paths = general.iter().chain(&of_communities);
    golden::expect(
        "dimensions.txt",
        &paths.map(|key| format!("{}\n", key.path)).collect::<String>(),
    );
}

#[test]
fn one_more_input_or_community_moves_no_coordinate() {
    let coordinates = |lowered: &Lowered| {
        lowered
            .model
            .inputs
            .iter()
            .map(|input| input.coordinate.clone())
            .chain(lowered.model.coins.iter().cloned())
            .collect::<Vec<_>>()
    };
    let before = coordinates(&page(""));
    let more = coordinates(&page(
        "friends.cv = \"0.9..1.1\"\nalive = \"80%..90%\"\n[community.more]\nplatform = \
            \"facebook\"\nfollowers = 10\n[[overlap]]\nbetween = [\"page\", \"more\"]\nshare = \
            \"10%..20%\"\n",
    ));
    assert!(more.len() > before.len());
    for coordinate in before {
        assert!(more.contains(&coordinate), "{coordinate:?}");
    }
}

#[test]
fn correlations_reach_the_copula_and_impossible_ones_are_repaired_with_a_warning() {
    assert!(page("").model.copula.is_none());
    let pair = |a: &str, b: &str, rank: f64| {
        format!(
            "[[correlation]]\nbetween = [\"community.page.{a}\", \"community.page.{b}\"]\nrank = \
                {rank}\n"
        )
    };
    let one = page(&pair("bots", "active", 0.5));
    assert!(!one.model.copula.is_none() && one.warnings.is_empty());
    let three = page(
        &[
            pair("bots", "active", 0.9),
            pair("bots", "feed.visibility", 0.9),
            pair("active", "feed.visibility", -0.9),
        ]
        .concat(),
    );
    assert_eq!(
        three.warnings.iter().map(|warning| warning.code).collect::<Vec<_>>(),
        [Code::CorrelationRepaired]
    );
}

#[test]
fn a_cascade_is_judged_by_its_next_generation() {
    // 0.02 x 130 x (1 + 1) x visibility, against 1.
    let warnings = |visibility: f64, depth: u32| {
        page(&format!(
            "friends.cv = 1\nfeed.reshare = 0.02\nfeed.visibility = \
            {visibility}\nfeed.depth = {depth}"
        ))
        .warnings
        .len()
    };
    assert_eq!(warnings(0.1922, 2), 0);
    assert_eq!(warnings(0.1924, 2), 1);
    assert_eq!(warnings(0.1924, 1), 0);
}

#[test]
fn a_market_holds_its_communities_at_the_medians() {
    let market = |people: f64| run(&format!("{PAGE}bots = 0.1\n[market]\npeople = {people}\n"));
    assert!(market(90_000.0).is_ok());
    let problems = market(89_999.0).map(|_| ()).expect_err("there are 90,000 of them");
    assert_eq!(
        problems.iter().map(|problem| problem.code).collect::<Vec<_>>(),
        [Code::MarketExceeded]
    );
}

#[test]
fn an_overlap_is_at_least_what_the_market_leaves_over() {
    let overlap = |share: &str| {
        run(&format!(
            "title = \"t\"\nmarket.people = 150_000\n[community.\"*\"]\nplatform = \
                \"facebook\"\nfollowers = 100_000\nbots = \
                0\n[community.a]\n[community.b]\n[[overlap]]\nbetween = [\"a\", \"b\"]\nshare = \
                \"{share}\"\n"
        ))
    };
    assert!(overlap("50%").is_ok());
    let printed = overlap("49%").map(|_| ()).expect_err("200,000 do not fit").render(Style::Plain);
    assert!(
        printed.contains("error[market-exceeded]") && printed.contains("at least 50 %"),
        "{printed}"
    );
}

#[test]
fn every_assumption_says_where_it_comes_from() {
    let lowered = page("bots = \"5%\"\n");
    let origin = |key: &str| {
        &lowered
            .assumptions
            .iter()
            .find(|assumption| assumption.key == key)
            .unwrap_or_else(|| panic!("{key} is missing"))
            .origin
    };
    assert_eq!(
        *origin("community.page.bots"),
        Origin::File {
            name: "page.toml".into(),
            line: 6,
            beside: reachsim::scenario::Beside::default()
        }
    );
    let Origin::Preset { id, year: 2012, source } = origin("community.page.active") else {
        panic!("the share of active members is of the preset");
    };
    assert!(id == "facebook-2012" && source.starts_with("author's estimate"), "{id}: {source}");
    let market = origin("market.people");
    assert!(matches!(market, Origin::Default { source } if source == "author's estimate"));
    let by_hand = lowered
        .assumptions
        .iter()
        .filter(|assumption| format!("{:?}", assumption.origin).contains("author's estimate"))
        .count();
    assert_eq!(estimates(&lowered.assumptions), by_hand);
    assert!(by_hand > 5);
    let places: Vec<usize> = lowered
        .assumptions
        .iter()
        .filter_map(|assumption| KEYS.iter().position(|key| key.of("page") == assumption.key))
        .collect();
    assert!(places.is_sorted());
    let title = lowered
        .assumptions
        .iter()
        .find(|assumption| assumption.key == "title")
        .expect("it is given");
    assert!(matches!(&title.value, Understood::Words(words) if words == "t"));
}

#[test]
fn the_hash_covers_what_is_simulated_and_nothing_else() {
    let hash = |text: &str| valid(text).about.hash.clone();
    let with = |keys: &str| {
        format!(
            "title = \"t\"\n{keys}\n\n[community.page]\nplatform = \"facebook-2012\"\nfollowers = \
                100_000\n"
        )
    };
    let plain = hash(&with(""));
    assert_eq!(plain.len(), 64);
    assert_eq!(plain, hash(&with("# a remark\n\n")));
    assert_eq!(plain, hash(&with("simulation = { seed = 7, trials = 5 }")));
    assert_ne!(plain, hash(&with("simulation.weeks = 51")));
    assert_ne!(plain, hash(&with("description = \"d\"")));
}

#[test]
fn the_hash_covers_the_bytes_of_data_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lower");
    fs::create_dir_all(&folder).expect("the build's folder can be written");
    let path = folder.join("page.toml");
    fs::write(
        &path,
        format!(
            "{PAGE}friends.mean = {{ data = {{ file = \"friends.csv\", column = \"friends\" }} }}\n"
        ),
    )
    .expect("the build's folder can be written");
    let mut hashes = Vec::new();
    for rows in ["100\n200\n300", "100\n200\n301"] {
        fs::write(folder.join("friends.csv"), format!("friends\n{rows}\n"))
            .expect("the build's folder can be written");
        let lowered = scenario::load(&path, &[])
            .and_then(model::lower)
            .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
        hashes.push(lowered.about.hash);
    }
    assert_ne!(hashes[0], hashes[1]);
}

#[test]
fn the_stored_text_is_a_scenario_of_its_own() {
    let description = "description = \"\"\"\nTwo \"lines\" \\\\\nof text\"\"\"\n";
    let keys = "friends.mean = { lognormal = { median = 1e2, gsd = 1.5 }, max = \"1k\" \
        }\nquestions.season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.5]\n";
    let sections =
        "[[target]]\nname = \"a \\u0041 \\\"b\\\"\"\nmetric = \"questions\"\nat_least = 1e3\n";
    let lowered =
        valid(&format!("{description}simulation.start = 2026-03-01\n{PAGE}{keys}{sections}"));
    let again = valid(&lowered.about.text);
    assert_eq!(again.about, lowered.about, "{}", lowered.about.text);
    assert_eq!(format!("{:?}", again.model), format!("{:?}", lowered.model));
    assert_eq!(lowered.about.description.as_deref(), Some("Two \"lines\" \\\nof text"));
}

#[test]
fn targets_are_of_all_communities_or_of_one() {
    let lowered = page(
        "[[target]]\nname = \"all\"\nmetric = \"reach_share\"\nat_least = \"5%\"\nwith = \
            \"80%\"\n[[target]]\nname = \"one\"\nmetric = \"page.questions\"\nat_most = \"10k\"\n",
    );
    let [all, one] = lowered.model.targets.as_slice() else { panic!("there are two") };
    assert_eq!(
        (all.metric.community, all.bound, all.with),
        (None, Bound::AtLeast(0.05), Some(0.8))
    );
    assert_eq!(
        (one.metric.community, one.bound, one.with),
        (Some(0), Bound::AtMost(10_000.0), None)
    );
}
