//! Audiences in blocks.

use super::make::{Fixture, wide};

pub fn all() -> Vec<Fixture> {
    vec![
        Fixture::new("meta-audience", "Audience 2023.csv", resaved()),
        Fixture::new("meta-audience", "Audience.csv", matrix()),
        Fixture::new("meta-audience", "Público.csv", portuguese()),
    ]
}

/// Saved once more with tabs: the comma of a city became one, too. A block is there twice.
fn resaved() -> Vec<u8> {
    let whole = "FB_PAGE\tFOLLOW\tUNIQUE_USERS\t\r\n30111\t\t\t\r\n\t\t\t\r\n";
    let ages =
        "Age\tWomen\tMen\t\r\n18-24\t2.5%\t0.5%\t\r\n25-34\t36%\t21%\t\r\n35-44\t30%\t10%\t\r\n";
    let text = format!(
        "sep=\t\t\t\r\nFacebook followers\t\t\t\r\n{whole}Facebook followers by gender and age\t\t\t\r\n{ages}\
         \t\t\t\r\nFacebook followers by top cities\t\t\t\r\nTop cities\tValue\t\t\r\n\
         Kyiv\t Ukraine\t15.3%\t\r\nLviv\t Lviv Oblast\t Ukraine\t8.7%\r\n\t\t\t\r\n\
         Facebook followers by top countries\t\t\t\r\nTop countries\tValue\t\t\r\nUkraine\t86.4%\t\t\r\n\
         \t\t\t\r\nFacebook followers\t\t\t\r\n{whole}"
    );
    wide(&text)
}

/// Names in one row, shares in the next; pages with an affinity, which is no share.
fn matrix() -> Vec<u8> {
    wide(
        "sep=,\n\"Age & gender\"\n\"\",\"Women\",\"Men\"\n\"18-24\",\"10.6\",\"6.4\"\n\"25-34\",\"26\",\"19\"\n\
         \"35-44\",\"20\",\"18\"\n\n\"Top countries\"\n\"South Africa\",\"Nigeria\",\"Ghana\"\n\
         \"75.5\",\"5.5\",\"2\"\n\n\"Top cities\"\n\"Cape Town, South Africa\",\"Lagos, Nigeria\"\n\
         \"13.5\",\"5\"\n\n\"Top pages\"\n\"A page\",\"Another page\"\n\"146.2\",\"101.5\"\n\n",
    )
}

/// Commas before the decimals.
fn portuguese() -> Vec<u8> {
    wide(
        "sep=,\n\"Faixa etária e gênero\"\n\"\",\"Mulheres\",\"Homens\"\n\"18-24\",\"23,9%\",\"12,1%\"\n\
         \"25-34\",\"36%\",\"28%\"\n\n\"Principais cidades\"\n\"São Paulo, Brasil\",\"Recife, Brasil\"\n\
         \"13,5%\",\"5,2%\"\n\n\"Principais países\"\n\"Brasil\",\"Portugal\"\n\"96,4%\",\"1,1%\"\n\n",
    )
}
