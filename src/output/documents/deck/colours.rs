//! Charts in the colours of the theme, so that another theme moves them.

use super::super::input::DocumentInput;
use super::markup::{hex, lang};

/// A chart with names of the theme in place of its colours, where they are those of the look, and
/// with the language of its words.
pub fn of_the_theme(chart: &str, told: &DocumentInput) -> String {
    let theme = told.look.theme(told.locale());
    // What is mixed with white loses of its strength, about as much as this.
    let tint = |part: u32| {
        format!(
            "<a:schemeClr val=\"accent1\"><a:satMod val=\"54000\"/><a:lumMod val=\"{}000\"/><a:lumOff val=\"{part}000\"/></a:schemeClr>",
            100 - part
        )
    };
    let plain = |name: &str| format!("<a:schemeClr val=\"{name}\"/>");
    let shade = |name: &str, part: u32| {
        format!(
            "<a:schemeClr val=\"{name}\"><a:lumMod val=\"{}000\"/><a:lumOff val=\"{}000\"/></a:schemeClr>",
            100 - part,
            part
        )
    };
    let mut named = vec![
        (theme.main, plain("accent1")),
        (theme.ink, plain("tx1")),
        (theme.quiet, plain("tx2")),
        (theme.background, plain("bg1")),
        (theme.middle, tint(42)),
        (theme.faint, tint(75)),
        (theme.accent, plain("accent2")),
        (theme.gain, tint(42)),
        (theme.loss, plain("accent2")),
        (theme.axis, shade("tx2", 40)),
        (theme.grid, shade("tx2", 85)),
    ];
    // A colour that the look gives apart from its six stays as it is.
    let six = told.look.colours;
    named.retain(|(colour, name)| !name.contains("accent2") || *colour == six[1]);
    for (place, colour) in six.iter().enumerate() {
        named.push((*colour, plain(&format!("accent{}", place + 1))));
    }
    let mut text = chart.to_owned();
    for (colour, name) in named {
        text = text.replace(&format!("<a:srgbClr val=\"{}\"/>", hex(colour)), &name);
    }
    let lang = lang(told.locale());
    text.replace("<a:rPr sz", &format!("<a:rPr lang=\"{lang}\" sz"))
        .replace("<a:endParaRPr/>", &format!("<a:endParaRPr lang=\"{lang}\"/>"))
}
