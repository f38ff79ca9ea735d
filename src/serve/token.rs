//! The secret in the address of the page.

use rand::TryRng as _;
use rand::rngs::SysRng;

use crate::diagnostic::{Message, message};
use crate::digits::hex;

/// 128 bits that only the address tells, as 32 digits.
#[derive(Clone, Debug)]
pub struct Token(String);

impl Token {
    /// A new one, from the randomness of the system. It is the one number of the program that no
    /// seed decides: whoever could compute it could ask in the name of the page. No answer depends
    /// on it.
    pub fn fresh() -> Result<Token, Message> {
        let mut bytes = [0; 16];
        SysRng.try_fill_bytes(&mut bytes).map_err(|error| {
            message!("the system gives no random numbers: {error}", error = error.to_string())
        })?;
        Ok(Token::of(bytes))
    }

    pub fn of(bytes: [u8; 16]) -> Token {
        Token(hex(&bytes))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether somebody knows it. All of its digits are looked at, whichever is wrong, so that the
    /// time tells nothing of them.
    pub fn is(&self, secret: &str) -> bool {
        let (own, other) = (self.0.as_bytes(), secret.as_bytes());
        let apart = |found: u8, (a, b): (&u8, &u8)| found | (a ^ b);
        own.len() == other.len() && own.iter().zip(other).fold(0, apart) == 0
    }
}
