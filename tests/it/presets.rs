//! Presets are data: complete, readable, and each figure with a source.

use std::path::Path;

use reachsim::diagnostic::Style;
use reachsim::model;
use reachsim::scenario::keys::{Default, KEYS};
use reachsim::scenario::{self, presets};
use toml::de::{DeTable, DeValue};

#[test]
fn every_preset_has_every_figure_that_a_platform_owes_with_a_source() {
    for preset in presets::all() {
        for key in KEYS.iter().filter(|key| key.default == Default::Preset) {
            let figure = preset
                .figures
                .iter()
                .find(|figure| figure.key.path == key.path)
                .unwrap_or_else(|| panic!("{} has no {}", preset.id, key.path));
            assert!(figure.source.len() > 10, "{} of {} has no source", key.path, preset.id);
        }
        assert!((2005..=2026).contains(&preset.year) && !preset.name.is_empty());
    }
}

#[test]
fn the_seventeen_presets_are_there() {
    let ids: Vec<&str> = presets::all().iter().map(|preset| preset.id.as_str()).collect();
    let then = [
        "facebook",
        "vkontakte",
        "twitter",
        "livejournal",
        "odnoklassniki",
        "google-plus",
        "my-world",
    ]
    .map(|id| format!("{id}-2012"));
    let now = [
        "forum",
        "facebook",
        "instagram",
        "vkontakte",
        "odnoklassniki",
        "telegram",
        "x",
        "linkedin",
        "youtube",
        "tiktok",
    ];
    let expected: Vec<&str> = then.iter().map(String::as_str).chain(now).collect();
    assert_eq!(ids, expected);
    assert!(presets::find("myspace").is_none());
}

#[test]
fn every_preset_lowers() {
    for preset in presets::all() {
        let text = format!(
            "title = \"t\"\n[community.page]\nplatform = \"{}\"\nfollowers = 10_000\n",
            preset.id
        );
        let lowered = scenario::parse(Path::new("page.toml"), text, &[]).and_then(model::lower);
        let lowered =
            lowered.unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
        assert!(lowered.warnings.is_empty(), "{}", lowered.warnings.render(Style::Plain));
    }
}

/// A misspelt figure of the file would otherwise be passed over in silence.
#[test]
fn nothing_in_the_file_is_passed_over() {
    fn leaves(table: &DeTable) -> usize {
        let below =
            |value: &DeValue| if let DeValue::Table(table) = value { leaves(table) } else { 0 };
        if table.contains_key("source") {
            1
        } else {
            table.iter().map(|(_, value)| below(value.get_ref())).sum()
        }
    }
    let table = DeTable::parse(presets::TEXT).expect("the file is TOML");
    let read: usize = presets::all().iter().map(|preset| preset.figures.len()).sum();
    assert_eq!(leaves(table.get_ref()), read);
    assert_eq!(table.get_ref().len(), presets::all().len());
}

/// comScore, *The Power of Like 2* (2012): friends of fans reached over fans reached in a week,
/// 0.84 for the top hundred brands and 1.05 for the top ten, from 0.06 to 2.87.
#[test]
fn the_preset_of_2012_amplifies_as_was_measured() {
    let text = "title = \"t\"\nsimulation.weeks = 1\n[community.page]\nplatform = \
        \"facebook-2012\"\nfollowers = 100_000\n";
    let found = crate::support::summary(text, &[], 4_000);
    let amplification = crate::support::metric(&found, "amplification");
    let [low, median, high] = ["p05", "p50", "p95"].map(|id| amplification.percentile(id).value);
    assert!(low > 0.06 && (0.3..1.2).contains(&median) && high < 2.87, "{low} {median} {high}");
    // And its posts reach 16 % of the fans in a week.
    let reach = crate::support::metric(&found, "reach_first").percentile("p50").value / 100_000.0;
    assert!((0.09..0.25).contains(&reach), "{reach}");
}
