//! CODES: every kind of problem an input can have. Each has one example in `tests/diagnostics/`.

/// Whether a problem stops the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $severity:ident $id:literal,)+) => {
        /// What a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        /// Every code with its stable id and its severity.
        pub const CODES: &[(Code, &str, Severity)] =
            &[$((Code::$name, $id, Severity::$severity),)+];

        impl Code {
            /// The stable id, as it stands in brackets behind `error`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)+
                }
            }

            pub const fn severity(self) -> Severity {
                match self {
                    $(Code::$name => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    // Files and their syntax.
    /// There is no such file.
    FileMissing = Error "file-missing",
    /// A folder stands where a file is meant.
    FileDirectory = Error "file-directory",
    /// A file of a size that no scenario has.
    FileTooLarge = Error "file-too-large",
    /// The system refuses to read the file.
    FileUnreadable = Error "file-unreadable",
    /// A file beside the folder of the scenario that names it.
    FileOutside = Error "file-outside",
    /// What is no file of bytes that stay: a pipe, a device.
    FileIrregular = Error "file-irregular",
    /// Bytes that are no UTF-8.
    FileNotUtf8 = Error "file-not-utf8",
    /// A file without a single key.
    FileEmpty = Error "file-empty",
    /// Not TOML.
    Syntax = Error "syntax",
    /// A key or table that stands there twice.
    RepeatedKey = Error "repeated-key",
    /// A chain of `extends` that comes back to a file.
    ExtendsCycle = Error "extends-cycle",
    /// A chain of `extends` of a length that nobody means.
    ExtendsDepth = Error "extends-depth",
    /// A `--set` that is no `key=value`.
    SetSyntax = Error "set-syntax",

    // Keys and names.
    /// A key that no scenario has.
    UnknownKey = Error "unknown-key",
    /// A key that has to be given.
    MissingKey = Error "missing-key",
    /// Two keys that state the same thing.
    KeysExclude = Error "keys-exclude",
    /// A key without those that belong to it.
    KeysTogether = Error "keys-together",
    /// A scenario without a community.
    NoCommunity = Error "no-community",
    /// A name that cannot be addressed.
    BadId = Error "bad-id",
    /// A name that means something else already.
    ReservedId = Error "reserved-id",
    /// A name or pair that is given twice.
    RepeatedName = Error "repeated-name",
    /// A platform that is neither a preset nor in the file.
    UnknownPlatform = Error "unknown-platform",
    /// A community that is not in the file.
    UnknownCommunity = Error "unknown-community",
    /// A metric that is not measured.
    UnknownMetric = Error "unknown-metric",

    // Values.
    /// Text where a table is meant, and the like.
    WrongType = Error "wrong-type",
    /// A word that is none of those possible.
    UnknownChoice = Error "unknown-choice",
    /// No calendar date.
    Date = Error "date",
    /// No currency code.
    Currency = Error "currency",
    /// No hours of the week.
    Opening = Error "opening",
    /// No twelve weights.
    Months = Error "months",
    /// A number that cannot be read.
    Number = Error "number",
    /// A number that is not finite, or of a size beyond every use.
    NotFinite = Error "not-finite",
    /// A number that has to be whole and is not.
    NotWhole = Error "not-whole",
    /// A distribution where one number is meant.
    NotFixed = Error "not-fixed",
    /// A share above 1 or below 0.
    ShareRange = Error "share-out-of-range",
    /// A number outside the range of its key.
    OutOfRange = Error "out-of-range",
    /// A range with several readings.
    AmbiguousRange = Error "ambiguous-range",
    /// A range that ends before it begins.
    RangeReversed = Error "range-reversed",
    /// An interval that its family cannot have.
    Interval = Error "interval",
    /// A family of distributions that does not exist.
    UnknownFamily = Error "unknown-family",
    /// A distribution whose parameters do not fit together.
    Parameters = Error "parameters",
    /// A data file that cannot be used.
    Data = Error "data",
    /// Rows of a sample without a number.
    DataBlank = Warning "data-blank",
    /// A list of friendships that cannot be read.
    EdgeList = Error "edge-list",
    /// A file of people, or of what they cost, that is none.
    PeopleList = Error "people-list",
    /// No colour, or not six of them.
    Colour = Error "colour",
    /// A logo or a font that cannot be used.
    ThemeFile = Error "theme-file",
    /// A font that lacks letters.
    FontCoverage = Error "font-coverage",

    // Exports.
    /// A file that is no export that is known.
    UnknownExport = Error "unknown-export",
    /// A file that is cut, too large, or not what its name says.
    ExportUnreadable = Error "export-unreadable",
    /// Bytes that are no letters of the file's encoding.
    Encoding = Error "encoding",
    /// Dates of which nobody can say whether the day or the month comes first.
    AmbiguousDates = Error "ambiguous-dates",
    /// Numbers whose sign is a decimal one or parts thousands.
    AmbiguousDecimal = Error "ambiguous-decimal",
    /// Dates without a year.
    NoYear = Error "no-year",
    /// A number or date that cannot be read.
    Cell = Error "cell",
    /// Cells that a spreadsheet made into something else.
    SpreadsheetDamage = Error "damaged-by-spreadsheet",
    /// Fewer rows than the total is of.
    CutList = Error "cut-list",
    /// Figures of two days of export that contradict each other.
    MixedExports = Error "mixed-exports",
    /// Different people of days, asked for as a sum.
    DailyUnique = Error "daily-unique-added",
    /// Hours and days are asked for of times without a zone.
    NoZone = Error "no-zone",
    /// Too few weeks or rows for what is asked.
    TooFew = Error "too-few",
    /// Nobody says who the brand is.
    RoleUnknown = Error "role-unknown",
    /// Nobody says of which community a file tells.
    NotThisCommunity = Error "not-this-community",

    // What exports and totals teach.
    /// Totals that two different worlds explain.
    TwoExplanations = Error "two-explanations",
    /// Totals that cannot all be true.
    TotalsConflict = Error "totals-conflict",
    /// Totals that need a value which the scenario rules out.
    PriorForbids = Error "prior-forbids",
    /// Weeks that are to be held out, and without which nothing can be learnt.
    OverlappingHoldOut = Error "overlapping-hold-out",

    // Forecasts on record.
    /// A line of a ledger that cannot be read.
    LedgerLine = Error "ledger-line",
    /// An entry of a ledger that is not as it was written.
    LedgerEdited = Error "ledger-edited",

    // What does not fit together.
    /// A target without a bound, or with two.
    TargetBound = Error "target-bound",
    /// More human followers than the market has people.
    MarketExceeded = Error "market-exceeded",
    /// Shares of one whole whose sum is not 1.
    SharesSum = Error "shares-sum",
    /// Defaults in euros under another currency.
    MoneyDefault = Error "money-default",
    /// Money of a parent in another currency.
    MoneyInherited = Error "money-inherited",
    /// Customers who are worth infinitely much.
    Lifetime = Error "lifetime",
    /// A formula that cannot be read, or that names what there is not.
    Formula = Error "formula",
    /// A variant that changes nothing, or what no variant can change.
    WhatIf = Error "what-if",
    /// A change from a week on that cannot take place.
    Change = Error "change",
    /// A measurement that tells nothing of what it names, or says its size in the wrong way.
    Measurement = Error "measurement",

    // Warnings.
    /// A key that has an effect only together with another.
    KeyAlone = Warning "key-alone",
    /// A correlation of something that is not uncertain.
    CorrelationFixed = Warning "correlation-fixed",
    /// Money of a parent that is taken as it stands, in another currency.
    MoneyUnconverted = Warning "money-unconverted",
    /// A number with two readings, or far from what a network's figures suggest.
    DoubtfulNumber = Warning "doubtful-number",
    /// A manager who may be the team whose hours are paid.
    PaidTwice = Warning "paid-twice",
    /// Correlations that cannot all hold at once.
    CorrelationRepaired = Warning "correlation-repaired",
    /// Reshares that would not die.
    CascadeGrows = Warning "cascade-grows",
    /// A campaign of which a part lies beyond the horizon.
    CampaignOutside = Warning "campaign-outside",
    /// Value without any cost.
    NoCost = Warning "no-cost",
    /// A colour that is hard to read.
    Contrast = Warning "contrast",
    /// Colours that some people cannot tell apart.
    ColourBlind = Warning "colour-blind",
    /// Letters of a title or a name that pictures have no shapes for.
    LettersBlank = Warning "letters-blank",
    /// A platform that no community uses.
    UnusedPlatform = Warning "unused-platform",
}
