//! The look of the documents: colours, fonts, files.

use std::path::Path;

use reachsim::colour::{Colour, LEAST_DIFFERENCE, Sight};
use reachsim::diagnostic::Style;
use reachsim::locale::Locale;
use reachsim::output::draw::Theme;
use reachsim::output::look::Look;
use reachsim::scenario::theme;

use crate::support::Folder;

fn colour(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

#[test]
fn contrast_and_sight_are_as_published() {
    let (black, white) = (Colour(0, 0, 0), Colour::WHITE);
    assert!((black.contrast(white) - 21.0).abs() < 1e-12);
    assert!((white.contrast(white) - 1.0).abs() < 1e-12);
    // The lightest grey on white that passes 4.5 (W3C, understanding success criterion 1.4.3).
    assert!((colour("#767676").contrast(white) - 4.54).abs() < 0.005);
    assert!((black.difference(white, Sight::Full) - 100.0).abs() < 0.01);
    // Red of sRGB in CIELAB is 53.24, 80.09, 67.20 (D65).
    assert!(
        (colour("#F00").difference(black, Sight::Full)
            - (53.24_f64.powi(2) + 80.09_f64.powi(2) + 67.20_f64.powi(2)).sqrt())
        .abs()
            < 0.05
    );
    // White and grey stay as they are to everybody: the rows of each matrix sum to 1.
    for sight in Sight::ALL {
        assert!(
            white.difference(white, sight) < 1e-9
                && (black.difference(white, sight) - 100.0).abs() < 0.05,
            "{sight:?}"
        );
    }
}

#[test]
fn red_and_green_are_alike_to_some_and_our_own_colours_to_nobody() {
    // A planted clash: what a traffic light has, at one lightness.
    let (red, green) = (colour("#A8643C"), colour("#2E8B57"));
    assert!(red.difference(green, Sight::Full) > 3.0 * LEAST_DIFFERENCE);
    assert!(
        red.difference(green, Sight::Deuteranopia).min(red.difference(green, Sight::Protanopia))
            < LEAST_DIFFERENCE
    );
    let (look, theme) = (Look::default(), Theme::default());
    for sight in Sight::ALL {
        assert!(theme.main.difference(theme.accent, sight) > 2.0 * LEAST_DIFFERENCE, "{sight:?}");
        for (place, one) in look.colours.iter().enumerate() {
            for other in &look.colours[..place] {
                assert!(
                    one.difference(*other, sight) >= LEAST_DIFFERENCE,
                    "{one:?} and {other:?} to {sight:?}"
                );
            }
        }
    }
    for text in [theme.ink, theme.quiet, theme.main, theme.accent] {
        assert!(
            text.contrast(theme.background) >= 4.5,
            "{text:?} on white: {}",
            text.contrast(theme.background)
        );
    }
}

#[test]
fn colours_are_read_in_two_forms() {
    assert_eq!(colour("#0072b2"), Colour(0, 0x72, 0xB2));
    assert_eq!(colour(" #07B "), Colour(0, 0x77, 0xBB));
    for text in ["0072B2", "#0072B", "#", "", "red", "#00é2B2", "#GGGGGG"] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}

/// A folder with a theme, a logo and a font.
fn themed(theme: &str) -> Folder {
    let folder = Folder::new("theme");
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/output/fonts");
    std::fs::copy(fonts.join("Inter-Bold.ttf"), folder.at("brand.ttf")).expect("a font");
    let logo = reachsim::output::draw::png(
        &reachsim::output::draw::picture(&Theme::default(), "", |_| ()),
        1,
    );
    std::fs::write(folder.at("logo.png"), logo).expect("a logo");
    folder.file("theme.toml", theme);
    folder
}

const FULL: &str = r##"
name = "Ромашка & Co"
logo = "logo.png"
logo_dark = "logo.png"
colours = ["#1B4F72", "#B9770E", "#8FC3E0", "#E8C040", "#E6EBF0", "#3A2412"]
accent = "#B9770E"
good = "#117A65"
bad = "#922B21"
heading_font = "brand.ttf"
footer = "Draft of the spring"
confidential = true
"##;

#[test]
fn a_theme_file_is_heard_in_every_part() {
    let scratch = themed(FULL);
    let (theme, warnings) = theme::load(&scratch.at("theme.toml"))
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    assert!(warnings.is_empty(), "{}", warnings.render(Style::Plain));
    let look = Look::of(&theme);
    assert_eq!(look.colours[0], colour("#1B4F72"));
    assert_eq!(
        (look.accent, look.good, look.bad),
        (colour("#B9770E"), colour("#117A65"), colour("#922B21"))
    );
    for logo in [&look.logo, &look.logo_dark] {
        assert_eq!(logo.as_ref().map(|logo| logo.aspect), Some(177));
    }
    assert_eq!(
        (look.heading_font.family.as_str(), look.body_font.family.as_str()),
        ("Inter", "Arial")
    );
    assert_eq!(look.foot("Confidential"), "Confidential · Ромашка & Co · Draft of the spring");
    let drawn = look.theme(Locale::Ru);
    assert_eq!(
        (drawn.main, drawn.loss, drawn.locale),
        (colour("#1B4F72"), colour("#922B21"), Locale::Ru)
    );
    assert_eq!(Look::of(&theme::Theme::default()), Look::default());
}

#[test]
fn every_problem_of_a_theme_is_told_at_its_place() {
    let scratch = themed(
        "nmae = \"x\"\ncolours = [\"#123\", \"blue\"]\nlogo = \"brand.ttf\"\nbody_font = \
            \"logo.png\"\nconfidential = 1\n",
    );
    let problems =
        theme::load(&scratch.at("theme.toml")).expect_err("it is wrong").render(Style::Plain);
    for part in [
        "unknown-key",
        "did you mean `name`?",
        "error[colour]",
        "six are meant",
        "`blue`",
        "error[theme-file]",
        "neither a PNG nor a JPEG",
        "no TrueType or OpenType font",
        "true or false is meant",
        "theme.toml:1:1",
        "theme.toml:5:",
    ] {
        assert!(problems.contains(part), "{part} is missing from\n{problems}");
    }
    let broken = themed("name = \n");
    assert!(
        theme::load(&broken.at("theme.toml"))
            .expect_err("no TOML")
            .render(Style::Plain)
            .contains("a key without a value")
    );
    assert!(
        theme::load(&broken.0.join("none.toml"))
            .expect_err("no file")
            .render(Style::Plain)
            .contains("file-missing")
    );
}

#[test]
fn a_theme_of_a_scenario_moves_no_number_and_no_hash() {
    let text = |theme: &str| {
        format!(
            "title = \"t\"\nmarket.people = \"1M\"\n{theme}\n[community.page]\nplatform = \
                \"facebook-2012\"\nfollowers = 1_000\nquestions.per_year = 100\nfriends.mean = \
                130\nfeed.visibility = \"5%\"\n"
        )
    };
    let plain = crate::support::lowered(&text(""), &[]);
    let own = crate::support::lowered(
        &text("theme.name = \"N\"\ntheme.accent = \"#B9770E\"\ntheme.confidential = true"),
        &["theme.footer=F"],
    );
    assert_eq!((&plain.about.hash, &plain.about.text), (&own.about.hash, &own.about.text));
    assert_eq!(
        (own.about.theme.name.as_deref(), own.about.theme.footer.as_deref()),
        (Some("N"), Some("F"))
    );
    assert!(own.about.theme.confidential && own.about.theme.accent == Some(colour("#B9770E")));
    assert_ne!(Look::of(&own.about.theme), Look::of(&plain.about.theme));
}
