//! Native charts: `DrawingML` with the numbers in a cache, and the workbook that they come from.

use std::fmt::Write as _;

use super::super::input::DocumentInput;
use super::super::workbook::charts::{derived, number_format};
use super::super::workbook::format::letters;
use super::super::xml::escape;
use super::markup::{HEAD, IN_MEMORY, OFFICE, hex};
use crate::output::charts::plot::{Form, Plot, Role, Scaling, Series};
use crate::output::draw::{Colour, Theme, round_steps};
use crate::output::format::Quantity;

/// More columns than this have no values written on them.
const LABELLED: usize = 14;

pub fn xml(plot: &Plot, told: &DocumentInput) -> String {
    let theme = told.look.theme(told.locale());
    let sheet = Sheet { plot, derived: derived(plot) };
    let plots = match plot.form {
        Form::Columns => bars(&sheet, &theme, "col"),
        Form::Bars | Form::Ranged | Form::Floating => bars(&sheet, &theme, "bar"),
        Form::Lines => lines(&sheet, &theme, &(0..plot.series.len()).collect::<Vec<_>>()),
        Form::Band => band(&sheet, &theme),
    };
    let title = if plot.title.is_empty() {
        "<c:autoTitleDeleted val=\"1\"/>".to_owned()
    } else {
        format!(
            "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1200\" b=\"1\"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx>\
             <c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/>",
            escape(&plot.title)
        )
    };
    format!(
        "{HEAD}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\">\
         <c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart>{title}<c:plotArea><c:layout/>{plots}{axes}</c:plotArea>{legend}\
         <c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
         <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1100\"><a:solidFill><a:srgbClr val=\"{quiet}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>\
         <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
        axes = axes(plot, &theme),
        legend = legend(plot),
        quiet = hex(theme.quiet),
    )
}

/// The data of a chart with their places on the sheet `Data`.
struct Sheet<'a> {
    plot: &'a Plot,
    derived: Vec<Series>,
}

impl Sheet<'_> {
    fn series(&self, place: usize) -> Option<&Series> {
        self.plot.series.iter().chain(&self.derived).nth(place)
    }

    /// The cells of a column of numbers.
    fn range(&self, place: usize) -> String {
        let column = letters(place + 1);
        format!("Data!${column}$2:${column}${}", self.plot.categories.len() + 1)
    }

    /// Numbers as a reference with their values.
    fn numbers(&self, place: usize) -> String {
        let values = self.series(place).map_or(&[][..], |series| &series.values);
        let points = values.iter().enumerate().filter(|(_, value)| value.is_finite()).fold(
            String::new(),
            |mut text, (at, value)| {
                write!(text, "<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>").expect(IN_MEMORY);
                text
            },
        );
        format!(
            "<c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>{}</c:formatCode><c:ptCount val=\"{}\"/>{points}</c:numCache></c:numRef>",
            self.range(place),
            escape(number_format(self.plot.quantity)),
            self.plot.categories.len()
        )
    }

    /// One series: its place among all, its look, and what follows its look.
    fn ser(&self, order: usize, place: usize, look: &str, more: &str) -> String {
        let name = self.series(place).map_or("", |series| series.name.as_str());
        let categories = self.plot.categories.iter().enumerate().fold(
            String::new(),
            |mut text, (at, category)| {
                write!(text, "<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", escape(category))
                    .expect(IN_MEMORY);
                text
            },
        );
        format!(
            "<c:ser><c:idx val=\"{order}\"/><c:order val=\"{order}\"/><c:tx><c:strRef><c:f>Data!${column}$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
             {look}{more}<c:cat><c:strRef><c:f>Data!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{count}\"/>{categories}</c:strCache></c:strRef></c:cat><c:val>{values}</c:val></c:ser>",
            column = letters(place + 1),
            name = escape(name),
            last = self.plot.categories.len() + 1,
            count = self.plot.categories.len(),
            values = self.numbers(place),
        )
    }
}

fn shade(theme: &Theme, role: Role) -> Colour {
    match role {
        Role::Main => theme.main,
        Role::Middle => theme.middle,
        Role::Faint => theme.faint,
        Role::Accent => theme.accent,
        Role::Hidden => theme.background,
    }
}

fn filled(colour: Colour) -> String {
    format!(
        "<c:spPr><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>",
        hex(colour)
    )
}

const UNSEEN: &str = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>";

fn drawn(colour: Colour) -> String {
    format!(
        "<c:spPr><a:ln w=\"31750\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:round/></a:ln></c:spPr>",
        hex(colour)
    )
}

/// Values beside their bars.
fn labels(plot: &Plot, theme: &Theme, at: &str) -> String {
    let show = plot.categories.len() <= LABELLED;
    if !show {
        return String::new();
    }
    format!(
        "<c:dLbls><c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
         <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1100\" b=\"1\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>\
         {at}<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
        escape(rounded(plot)),
        hex(theme.ink)
    )
}

/// Labels are rounder than cells.
fn rounded(plot: &Plot) -> &'static str {
    let largest = plot
        .series
        .iter()
        .flat_map(|series| &series.values)
        .filter(|value| value.is_finite())
        .fold(0.0_f64, |top, x| top.max(x.abs()));
    match plot.quantity {
        Quantity::Share => "0.0%",
        Quantity::Number if largest >= 100.0 => "#,##0",
        Quantity::Number => "#,##0.0",
    }
}

fn bars(sheet: &Sheet, theme: &Theme, direction: &str) -> String {
    let plot = sheet.plot;
    let outside = "<c:dLblPos val=\"outEnd\"/>";
    let (grouping, overlap, gap) = match plot.form {
        Form::Floating => ("stacked", 100, 40),
        Form::Bars => ("clustered", 100, 40),
        Form::Ranged => ("clustered", 0, 60),
        _ => ("clustered", 100, if plot.categories.len() > LABELLED { 8 } else { 45 }),
    };
    let sers: String = match plot.form {
        Form::Ranged => {
            let (plus, minus) = (plot.series.len(), plot.series.len() + 1);
            let whiskers = format!(
                "<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/><c:plus>{}</c:plus><c:minus>{}</c:minus>\
                 <c:spPr><a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:ln></c:spPr></c:errBars>",
                sheet.numbers(plus),
                sheet.numbers(minus),
                hex(theme.ink)
            );
            sheet.ser(0, 1, &(filled(theme.middle) + "<c:invertIfNegative val=\"0\"/>"), &whiskers)
        }
        _ => plot
            .series
            .iter()
            .enumerate()
            .map(|(place, series)| {
                let look = match (series.role, plot.form) {
                    (Role::Hidden, _) => UNSEEN.to_owned(),
                    (Role::Middle, Form::Floating) => filled(theme.gain),
                    (Role::Accent, Form::Floating) => filled(theme.loss),
                    (role, _) => filled(shade(theme, role)),
                };
                let labels = if plot.form == Form::Columns {
                    labels(plot, theme, outside)
                } else {
                    String::new()
                };
                sheet.ser(place, place, &(look + "<c:invertIfNegative val=\"0\"/>"), &labels)
            })
            .collect(),
    };
    format!(
        "<c:barChart><c:barDir val=\"{direction}\"/><c:grouping val=\"{grouping}\"/><c:varyColors val=\"0\"/>{sers}<c:gapWidth val=\"{gap}\"/><c:overlap val=\"{overlap}\"/>\
         <c:axId val=\"111\"/><c:axId val=\"222\"/></c:barChart>"
    )
}

fn lines(sheet: &Sheet, theme: &Theme, places: &[usize]) -> String {
    let sers: String = places
        .iter()
        .map(|&place| {
            let role = sheet.series(place).map_or(Role::Main, |series| series.role);
            // Lines beside each other take the colours in their order.
            let colour = if sheet.plot.form == Form::Lines && place > 0 {
                theme.middle
            } else {
                shade(theme, role)
            };
            sheet
                .ser(
                    place + 2,
                    place,
                    &drawn(colour),
                    "<c:marker><c:symbol val=\"none\"/></c:marker>",
                )
                .replace("</c:val></c:ser>", "</c:val><c:smooth val=\"0\"/></c:ser>")
        })
        .collect();
    format!(
        "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{sers}<c:marker val=\"1\"/><c:axId val=\"111\"/><c:axId val=\"222\"/></c:lineChart>"
    )
}

/// The lower end unseen, the width of the band above it, and the line over both.
fn band(sheet: &Sheet, theme: &Theme) -> String {
    let width = sheet.plot.series.len();
    let areas = sheet.ser(0, 0, UNSEEN, "") + &sheet.ser(1, width, &filled(theme.faint), "");
    let middle: Vec<usize> = (0..width).filter(|place| *place != 0 && *place != 2).collect();
    format!(
        "<c:areaChart><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>{areas}<c:axId val=\"111\"/><c:axId val=\"222\"/></c:areaChart>{}",
        lines(sheet, theme, &middle)
    )
}

fn axes(plot: &Plot, theme: &Theme) -> String {
    let is_lying = matches!(plot.form, Form::Bars | Form::Ranged | Form::Floating);
    let (side, across, order, end) =
        if is_lying { ("l", "b", "maxMin", "max") } else { ("b", "l", "minMax", "autoZero") };
    let line = |colour: Colour| {
        format!(
            "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:ln></c:spPr>",
            hex(colour)
        )
    };
    let is_panel = !plot.title.is_empty();
    let skip = plot
        .categories
        .len()
        .div_ceil(if is_lying {
            40
        } else if is_panel {
            6
        } else {
            14
        })
        .max(1);
    let log = if plot.scaling == Scaling::Log { "<c:logBase val=\"10\"/>" } else { "" };
    let crossing = if plot.origin == 0.0 {
        "<c:crosses val=\"autoZero\"/>".to_owned()
    } else {
        format!("<c:crossesAt val=\"{}\"/>", plot.origin)
    };
    let head = if plot.head.trim().is_empty() || is_lying || is_panel {
        String::new()
    } else {
        axis_title(&plot.head)
    };
    let ends = ends(plot);
    let between = if plot.form == Form::Band { "midCat" } else { "between" };
    format!(
        "<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{side}\"/>{head}\
         <c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{}\
         <c:crossAx val=\"222\"/>{crossing}<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:tickLblSkip val=\"{skip}\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
         <c:valAx><c:axId val=\"222\"/><c:scaling>{log}<c:orientation val=\"minMax\"/>{ends}</c:scaling><c:delete val=\"0\"/><c:axPos val=\"{across}\"/>\
         <c:majorGridlines>{}</c:majorGridlines><c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>\
         <c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val=\"111\"/><c:crosses val=\"{end}\"/><c:crossBetween val=\"{between}\"/></c:valAx>",
        line(theme.axis),
        line(theme.grid),
        escape(
            if plot.quantity == Quantity::Share { "0%" } else { "#,##0.###" }
                .trim_end_matches(".###")
        )
    )
}

/// Round ends of an axis that has to hold whiskers, of which programs that draw charts take no
/// notice.
fn ends(plot: &Plot) -> String {
    let values = || {
        plot.series
            .iter()
            .flat_map(|series| &series.values)
            .copied()
            .filter(|value| value.is_finite())
    };
    let (low, high) =
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if plot.quantity == Quantity::Share && plot.form == Form::Lines && low >= 0.0 && high <= 1.0 {
        return "<c:max val=\"1\"/><c:min val=\"0\"/>".to_owned();
    }
    if plot.form != Form::Ranged || low > high {
        return String::new();
    }
    let (low, high) = if plot.scaling == Scaling::Log {
        (
            libm::pow(10.0, libm::floor(libm::log10(low))),
            libm::pow(10.0, libm::ceil(libm::log10(high))),
        )
    } else {
        let (low, high) = (low.min(0.0), high.max(0.0));
        let step = round_steps((high - low) / 6.0);
        ((low / step).floor() * step, (high / step).ceil() * step)
    };
    format!("<c:max val=\"{high}\"/><c:min val=\"{low}\"/>")
}

fn axis_title(text: &str) -> String {
    format!(
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1100\" b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1100\" b=\"1\"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
        escape(text)
    )
}

/// A legend where several series are seen.
fn legend(plot: &Plot) -> String {
    let entries = match plot.form {
        Form::Columns if plot.series.len() > 1 => "",
        Form::Columns | Form::Ranged | Form::Floating => return String::new(),
        _ if !plot.title.is_empty() => return String::new(),
        Form::Lines if plot.series.len() < 2 => return String::new(),
        Form::Band => "<c:legendEntry><c:idx val=\"0\"/><c:delete val=\"1\"/></c:legendEntry>",
        _ => "",
    };
    format!("<c:legend><c:legendPos val=\"b\"/>{entries}<c:overlay val=\"0\"/></c:legend>")
}
