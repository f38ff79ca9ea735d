//! Currencies: the codes of ISO 4217 for money that people pay with.

use crate::diagnostic::nearest;

const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB \
    BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD \
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP \
    LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN \
    PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS \
    TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// Names that people write instead of the code.
const NAMES: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("£", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("₽", "RUB"),
    ("rouble", "RUB"),
    ("ruble", "RUB"),
    ("RUR", "RUB"),
    ("руб", "RUB"),
    ("рубль", "RUB"),
    ("рубли", "RUB"),
    ("₴", "UAH"),
    ("hryvnia", "UAH"),
    ("грн", "UAH"),
    ("гривна", "UAH"),
    ("гривня", "UAH"),
    ("доллар", "USD"),
    ("долар", "USD"),
    ("евро", "EUR"),
    ("євро", "EUR"),
];

pub fn codes() -> impl Iterator<Item = &'static str> {
    CODES.split(' ')
}

pub fn known(code: &str) -> bool {
    codes().any(|known| known == code)
}

/// The code that was probably meant.
pub(crate) fn suggested(word: &str) -> Option<&'static str> {
    let word = word.trim().trim_end_matches('.');
    let named = NAMES.iter().find(|(name, _)| {
        name.eq_ignore_ascii_case(word) || name.to_lowercase() == word.to_lowercase()
    });
    named
        .map(|(_, code)| *code)
        .or_else(|| codes().find(|code| code.eq_ignore_ascii_case(word)))
        .or_else(|| nearest(word, codes()))
}
