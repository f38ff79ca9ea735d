//! How the documents of a run are to look: `[theme]` of a scenario, or a file of its own.

use std::path::Path;

pub use super::artwork::{Font, Picture, PictureKind};

use super::access::Access;
use super::given::Given;
use super::keys::Key;
use super::layer::Layer;
use super::place::Place;
use super::template::Template;
use super::value::{Folder, Origin, Reader, Value};
use super::{chain, file, syntax};
use crate::colour::{Colour, LEAST_CONTRAST, LEAST_DIFFERENCE, Sight};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Numeral, Source, message};

/// What a theme says; what it leaves out is as it is without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    pub name: Option<String>,
    pub logo: Option<Picture>,
    /// For pages that are read in the dark.
    pub logo_dark: Option<Picture>,
    /// Of things beside each other, in their order.
    pub colours: Option<[Colour; 6]>,
    pub accent: Option<Colour>,
    pub good: Option<Colour>,
    pub bad: Option<Colour>,
    pub heading_font: Option<Font>,
    pub body_font: Option<Font>,
    pub footer: Option<String>,
    pub confidential: bool,
    pub template: Option<Template>,
}

/// The prefix of its keys in a scenario.
pub(crate) const PREFIX: &str = "theme.";

/// Reads a theme file, whose keys are those of `[theme]`.
pub fn load(path: &Path) -> Result<(Theme, Diagnostics), Diagnostics> {
    let text = file::read(path, 0).map_err(|refused| {
        let sources = refused.text.map(|text| Source::new(path.display().to_string(), text));
        Diagnostics::new(sources.into_iter().collect(), vec![refused.diagnostic])
    })?;
    let sources = || vec![Source::new(path.display().to_string(), text.clone())];
    let broken = syntax::problems(&toml::de::DeTable::parse_recoverable(&text).1, &text, 0);
    if !broken.is_empty() {
        return Err(Diagnostics::new(sources(), broken));
    }
    let table = chain::table(&text);
    let mut layer = Layer::default();
    layer.add_at(&table, 0, &Place { pattern: PREFIX.to_owned(), path: String::new() });
    let mut problems = std::mem::take(&mut layer.problems);
    let folder = Folder::of(path, Access::of(path, &[]));
    let mut given: Vec<Given> = Vec::new();
    for entry in &layer.entries {
        let mut reader = Reader {
            origin: Origin { source: 0, folder: &folder },
            data: Vec::new(),
            problems: &mut problems,
        };
        given.push(Given::read(entry, &mut reader));
    }
    let theme = Theme::of(|path| given.iter().find(|given| given.key.path == path));
    problems.extend(theme.warnings(|path| given.iter().find(|given| given.key.path == path)));
    let found = Diagnostics::new(sources(), problems);
    if found.has_errors() { Err(found) } else { Ok((theme, found)) }
}

impl Theme {
    /// What the keys give.
    pub fn of<'g>(given: impl Fn(&str) -> Option<&'g Given>) -> Theme {
        let value =
            |name: &str| given(&format!("{PREFIX}{name}")).and_then(|given| given.value.as_ref());
        let word = |name: &str| {
            if let Some(Value::Word(word)) = value(name) { Some(word.clone()) } else { None }
        };
        let colour = |name: &str| {
            if let Some(Value::Colour(colour)) = value(name) { Some(*colour) } else { None }
        };
        let font = |name: &str| {
            if let Some(Value::Font(font)) = value(name) { Some(font.clone()) } else { None }
        };
        let picture = |name: &str| {
            if let Some(Value::Picture(picture)) = value(name) {
                Some(picture.clone())
            } else {
                None
            }
        };
        Theme {
            name: word("name"),
            logo: picture("logo"),
            logo_dark: picture("logo_dark"),
            colours: if let Some(Value::Colours(colours)) = value("colours") {
                Some(*colours)
            } else {
                None
            },
            accent: colour("accent"),
            good: colour("good"),
            bad: colour("bad"),
            heading_font: font("heading_font"),
            body_font: font("body_font"),
            footer: word("footer"),
            confidential: matches!(value("confidential"), Some(Value::Flag(true))),
            template: if let Some(Value::Template(template)) = value("template") {
                Some(template.clone())
            } else {
                None
            },
        }
    }

    /// Colours that cannot be read on white, and those that some people cannot tell apart.
    pub fn warnings<'g>(&self, given: impl Fn(&str) -> Option<&'g Given>) -> Vec<Diagnostic> {
        let at = |name: &str| given(&format!("{PREFIX}{name}")).map(|given| given.value_at.clone());
        let mut warnings = Vec::new();
        let mut warn =
            |name: &str, code: Code, (message, label, help): (Message, Message, Message)| {
                if let Some(at) = at(name) {
                    warnings.push(Diagnostic::new(code, message).at(at, label).help(help));
                }
            };
        let first = self.colours.map(|colours| colours[0]);
        for (name, colour) in
            [("colours", first), ("accent", self.accent), ("good", self.good), ("bad", self.bad)]
        {
            let Some(contrast) = colour
                .map(|colour| colour.contrast(Colour::WHITE))
                .filter(|contrast| *contrast < LEAST_CONTRAST)
            else {
                continue;
            };
            let (contrast, least) =
                (Numeral(format!("{contrast:.1}")), Numeral(format!("{LEAST_CONTRAST:.0}")));
            let message = if name == "colours" {
                message!(
                    "the first of `colours` has a contrast of {contrast} to white, and {least} is \
                     the least that can be read",
                    contrast,
                    least
                )
            } else {
                message!(
                    "`{name}` has a contrast of {contrast} to white, and {least} is the least \
                     that can be read",
                    name,
                    contrast,
                    least
                )
            };
            warn(
                name,
                Code::Contrast,
                (message, message!("too light"), message!("choose a darker one")),
            );
        }
        let pairs = [
            ("accent", first, self.accent, message!("the first of `colours` and `accent`")),
            ("bad", self.good, self.bad, message!("`good` and `bad`")),
        ];
        for (name, one, other, words) in pairs {
            let (Some(one), Some(other)) = (one, other) else { continue };
            let Some(sight) = Sight::ALL
                .into_iter()
                .find(|sight| one.difference(other, *sight) < LEAST_DIFFERENCE)
            else {
                continue;
            };
            warn(
                name,
                Code::ColourBlind,
                (
                    alike(&words, sight),
                    message!("hardly another colour"),
                    message!("blue and orange differ to everybody"),
                ),
            );
        }
        if let Some(colours) = self.colours {
            let pairs = (0..6).flat_map(|a| (a + 1..6).map(move |b| (a, b)));
            let alike = |(a, b): &(usize, usize)| {
                Sight::ALL
                    .into_iter()
                    .find(|sight| colours[*a].difference(colours[*b], *sight) < LEAST_DIFFERENCE)
            };
            if let Some((a, b)) = pairs.clone().find(|pair| alike(pair).is_some()) {
                let sight = alike(&(a, b)).unwrap_or(Sight::Full);
                let both =
                    message!("colours {one} and {other} of `colours`", one = a + 1, other = b + 1);
                warn(
                    "colours",
                    Code::ColourBlind,
                    (
                        self::alike(&both, sight),
                        message!("hardly different colours"),
                        message!("let them differ in lightness too"),
                    ),
                );
            }
        }
        warnings
    }
}

/// Two colours that cannot be told apart, and by whom.
fn alike(both: &Message, sight: Sight) -> Message {
    match sight {
        Sight::Full => message!("{both} look alike", both),
        Sight::Protanopia => {
            message!("{both} look alike to people who cannot see red", both)
        }
        Sight::Deuteranopia => {
            message!("{both} look alike to people who cannot see green", both)
        }
        Sight::Tritanopia => {
            message!("{both} look alike to people who cannot see blue", both)
        }
    }
}

/// Whether a key belongs to the look and not to what is simulated.
pub(crate) fn is_look(key: &Key) -> bool {
    key.path.starts_with(PREFIX) || key.path.starts_with("deck.")
}
