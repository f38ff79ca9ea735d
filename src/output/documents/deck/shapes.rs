//! Boxes and shapes of a slide, and letters that fit into them.

use super::markup::{POINT, Place, Shade, transform};
use crate::output::draw::{Face, Weight, text_width};

/// The smallest letters of a title, in points.
const LEAST: f64 = 14.0;

/// The largest size of letters, up to a wanted one, at which a text fits into its place.
pub fn fitting(text: &str, place: Place, wanted: f64) -> f64 {
    let fits = |size: f64| {
        let width = place.width as f64 / POINT;
        // Words do not fill their lines to the end.
        let lines = (text_width(text, size, &Face::inter(Weight::Bold)) * 1.04 / width).ceil();
        lines * size * 1.16 <= place.height as f64 / POINT
    };
    let mut size = wanted;
    while size > LEAST && !fits(size) {
        size -= 1.0;
    }
    size.max(LEAST)
}

/// Paragraphs in a box without a ground.
pub fn text_box((id, name): (u32, &str), place: Place, paragraphs: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>\
         <p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>",
        transform(place),
    )
}

/// A shape without words.
pub fn shape((id, name): (u32, &str), form: &str, place: Place, shade: Shade) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>\
         <a:prstGeom prst=\"{form}\"><a:avLst/></a:prstGeom>{}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>",
        transform(place),
        shade.fill()
    )
}
