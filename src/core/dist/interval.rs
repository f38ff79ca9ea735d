//! How `"5% to 10%"` is read.

use std::sync::Arc;

use super::laws::Bell;
use super::scale::Scale;
use super::{Dist, LARGEST, Reason, Setting};
use crate::diagnostic::message;
use crate::normal;
use crate::units::Kind;

impl Dist {
    /// The distribution that puts the chance `credibility` between two values and as much below as
    /// above: logit-normal for shares, lognormal for positive quantities, normal for what may be
    /// negative.
    ///
    /// On the scale, mean = (low + high)/2 and sd = (high - low)/(2 z), z the (1 + credibility)/2
    /// quantile of the standard normal. Test:
    /// `dist::an_interval_has_its_credibility_between_its_ends`.
    pub fn from_interval(
        low: f64,
        high: f64,
        credibility: f64,
        kind: Kind,
    ) -> Result<Dist, Reason> {
        if !(credibility > 0.0 && credibility < 1.0 - 1e-9) {
            return Err(Reason::new(
                2,
                message!("the credibility of an interval lies between 0 and 100 %"),
                message!("write \"5% to 10% @80%\""),
            ));
        }
        if !(low.abs() <= LARGEST && high.abs() <= LARGEST && low < high) {
            return Err(Reason::new(
                1,
                message!("an interval from {low} to {high} ends before it begins", low, high),
                message!("write the smaller number first"),
            ));
        }
        let scale = match kind {
            Kind::Share => Scale::Between(0.0, 1.0),
            Kind::Positive => Scale::Above(0.0),
            Kind::Growth | Kind::Difference | Kind::Real => Scale::Line,
        };
        let (least, most) = scale.bounds();
        if low <= least {
            let message = message!(
                "an interval that leaves something below it cannot begin at the lowest value \
                 there is"
            );
            return Err(Reason::new(0, message, message!("begin above zero")));
        }
        if high >= most {
            let message = message!(
                "an interval that leaves something above it cannot end at the highest value there \
                 is"
            );
            return Err(Reason::new(1, message, message!("end below 100%")));
        }
        let ends = [low, high].map(|x| scale.place(x));
        let z = -normal::quantile(0.5 * (1.0 - credibility));
        let law = Bell {
            scale,
            mean: f64::midpoint(ends[0], ends[1]),
            sd: (ends[1] - ends[0]) / (2.0 * z),
        };
        let parameters = [("low", low), ("high", high), ("credibility", credibility)];
        let parameters = parameters.map(|(name, x)| (name, Setting::Number(x))).to_vec();
        Ok(Dist::new(Arc::new(law), "interval", parameters))
    }
}
