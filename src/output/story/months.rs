//! What a story has by the month: the pictures and the sheet that stand in place of those by the
//! week.

use serde::{Deserialize, Serialize};

use super::grid::{Grid, Numbers};
use super::sheets::periods;
use crate::locale::Locale;
use crate::output::Report;
use crate::output::charts::Picture;
use crate::output::pictures::{self, Findings};

/// What is told by the month.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Months {
    /// In every language, in the order of [`Locale::ALL`].
    pub(super) told: [InMonths; Locale::ALL.len()],
    pub(super) numbers: Numbers,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct InMonths {
    pub(super) pictures: Vec<Picture>,
    /// The heads of the sheet.
    pub(super) grid: Grid,
}

impl Months {
    /// None where nobody says when the horizon begins.
    pub fn of(report: &Report, findings: &Findings) -> Option<Months> {
        let numbers = periods::monthly(report)?;
        let told = Locale::ALL.map(|locale| {
            let report = Report { locale, ..*report };
            InMonths {
                pictures: pictures::by_month(&report, findings, locale),
                grid: periods::monthly_heads(&report),
            }
        });
        Some(Months { told, numbers })
    }
}
