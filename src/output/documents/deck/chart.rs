//! Native charts: `DrawingML` with the numbers in a cache, and the workbook that they come from.

use std::fmt::Write as _;

use super::super::workbook::native::{Column, head, range};
use super::super::xml::escape;
use super::markup::{HEAD, IN_MEMORY, OFFICE, Place, hex, lang};
use crate::locale::Locale;
use crate::output::draw::{Align, Colour, Dash, Ground, Tip, Weight};
use crate::output::native::{Axis, Direction, Look, Native, Point, Scaling, Series};

/// What a chart is printed with.
pub struct Printer {
    pub locale: Locale,
    /// Where the chart stands on the slide.
    pub place: Place,
}

impl Printer {
    pub fn xml(&self, native: &Native) -> String {
        // Some programs draw series in the order of their numbers, the last one highest; others in
        // that of the file, the first one highest.
        let series: String =
            native.series.iter().enumerate().rev().map(|series| self.ser(native, series)).collect();
        format!(
            "{HEAD}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\">\
             <c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>\
             <c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/><c:x val=\"0\"/><c:y val=\"0\"/><c:w val=\"1\"/><c:h val=\"1\"/></c:manualLayout></c:layout>\
             <c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{series}<c:axId val=\"111\"/><c:axId val=\"222\"/></c:scatterChart>\
             {across}{up}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
             <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
             <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1100\"/></a:pPr><a:endParaRPr lang=\"{lang}\"/></a:p></c:txPr>\
             <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
            across = axis(native.across, ("111", "222", "b")),
            up = axis(native.up, ("222", "111", "l")),
            lang = lang(self.locale),
        )
    }

    /// `DrawingML` units for a unit of the sheet.
    fn unit(&self, native: &Native) -> f64 {
        self.place.width as f64 / native.frame.width()
    }

    fn ser(&self, native: &Native, (place, series): (usize, &Series)) -> String {
        let unit = self.unit(native);
        let (line, marker, more) = match &series.look {
            Look::Bars { width, colour } => {
                let line = format!(
                    "<c:spPr><a:ln w=\"{:.0}\" cap=\"flat\">{}<a:miter lim=\"800000\"/></a:ln></c:spPr>",
                    width * unit,
                    fill(*colour)
                );
                (line, NO_MARKER.to_owned(), String::new())
            }
            Look::Line(stroke) => {
                let dash =
                    if stroke.dash == Dash::Dashed { "<a:prstDash val=\"dash\"/>" } else { "" };
                let tip =
                    if stroke.tip == Tip::Arrow { "<a:tailEnd type=\"triangle\"/>" } else { "" };
                let line = format!(
                    "<c:spPr><a:ln w=\"{:.0}\" cap=\"flat\">{}{dash}<a:round/>{tip}</a:ln></c:spPr>",
                    stroke.width * unit,
                    fill(stroke.colour)
                );
                (line, NO_MARKER.to_owned(), String::new())
            }
            Look::Dots { radius, colour } => {
                // From 2 to 72 points.
                let size = (2.0 * radius * unit / POINT).round().clamp(2.0, 72.0);
                let marker = format!(
                    "<c:marker><c:symbol val=\"circle\"/><c:size val=\"{size}\"/><c:spPr>{}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>",
                    fill(*colour)
                );
                (NO_LINE.to_owned(), marker, String::new())
            }
            Look::Words { .. } => {
                (NO_LINE.to_owned(), NO_MARKER.to_owned(), self.labels(series, unit))
            }
        };
        let name = head(self.locale, series, place);
        format!(
            "<c:ser><c:idx val=\"{place}\"/><c:order val=\"{place}\"/><c:tx><c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
             {line}{marker}{more}<c:xVal>{}</c:xVal><c:yVal>{}</c:yVal><c:smooth val=\"0\"/></c:ser>",
            range(place, Column::X, 0),
            escape(&name),
            numbers((place, native.rows()), Column::X, series),
            numbers((place, native.rows()), Column::Y, series),
        )
    }

    /// A label at each point of a series.
    fn labels(&self, series: &Series, unit: f64) -> String {
        let Look::Words { size, weight, colour, align, ground } = &series.look else {
            return String::new();
        };
        let at = match align {
            Align::Left => "r",
            Align::Centre => "ctr",
            Align::Right => "l",
        };
        let ground = match ground {
            Ground::Own => "<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>",
            Ground::Clear => "<a:noFill/>",
        };
        let look = format!("<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>");
        let bold = u8::from(*weight == Weight::Bold);
        let letters = format!(
            "sz=\"{:.0}\" b=\"{bold}\"",
            (100.0 * size * unit / POINT / 50.0).round() * 50.0
        );
        let (fill, lang) = (fill(*colour), lang(self.locale));
        let one = |(place, point): (usize, &Point)| {
            format!(
                "<c:dLbl><c:idx val=\"{place}\"/><c:tx><c:rich>{FIT}<a:lstStyle/><a:p><a:pPr><a:defRPr {letters}>{fill}</a:defRPr></a:pPr>\
                 <a:r><a:rPr lang=\"{lang}\" {letters}>{fill}</a:rPr><a:t>{}</a:t></a:r></a:p></c:rich></c:tx>{look}<c:dLblPos val=\"{at}\"/>{SHOW}</c:dLbl>",
                escape(&point.label)
            )
        };
        let labels: String = series
            .points
            .iter()
            .enumerate()
            .filter_map(|(place, point)| Some((place, point.as_ref()?)))
            .map(one)
            .collect();
        format!(
            "<c:dLbls>{labels}{look}<c:txPr>{FIT}<a:lstStyle/><a:p><a:pPr><a:defRPr {letters}>{fill}</a:defRPr></a:pPr><a:endParaRPr lang=\"{lang}\"/></a:p></c:txPr>\
             <c:dLblPos val=\"{at}\"/>{SHOW}</c:dLbls>"
        )
    }
}

fn fill(colour: Colour) -> String {
    format!("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", hex(colour))
}

/// The unit of `DrawingML` for a point.
const POINT: f64 = 12_700.0;
const NO_LINE: &str = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";
const NO_MARKER: &str = "<c:marker><c:symbol val=\"none\"/></c:marker>";
/// Labels that do not wrap and stand close to their points.
const FIT: &str = "<a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:spAutoFit/></a:bodyPr>";
const SHOW: &str = "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";

/// A column of numbers as a reference with its values; a gap has none. All columns of a chart are
/// as long as the longest, since programs that keep them in one table lose shorter ones else.
fn numbers((place, count): (usize, usize), column: Column, series: &Series) -> String {
    let mut points = String::new();
    for (at, point) in series.points.iter().enumerate() {
        if let Some(value) = point.as_ref().and_then(|point| column.number(point)) {
            write!(points, "<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>").expect(IN_MEMORY);
        }
    }
    format!(
        "<c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>{points}</c:numCache></c:numRef>",
        range(place, column, count),
    )
}

fn axis(axis: Axis, (id, crossed, side): (&str, &str, &str)) -> String {
    let log = if axis.scaling == Scaling::Log { "<c:logBase val=\"10\"/>" } else { "" };
    let direction = if axis.direction == Direction::Forward { "minMax" } else { "maxMin" };
    format!(
        "<c:valAx><c:axId val=\"{id}\"/><c:scaling>{log}<c:orientation val=\"{direction}\"/><c:max val=\"{}\"/><c:min val=\"{}\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"{side}\"/>\
         <c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"none\"/>\
         <c:crossAx val=\"{crossed}\"/><c:crosses val=\"min\"/><c:crossBetween val=\"midCat\"/></c:valAx>",
        axis.high, axis.low
    )
}
