//! Passwords: how they are kept, what a good one is, and how a first one is made.

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::phc::PasswordHash,
};
use kernel::Bilingual;

#[cfg(test)]
mod tests;

/// The shortest password allowed (GB/T 22239-2019 asks for complexity and leaves the number to
/// the operator).
pub const LEAST_CHARACTERS: usize = 10;

/// The longest one: a bound on the work that a stranger can ask for.
pub const MOST_BYTES: usize = 256;

/// Letters of first passwords: none that two people read differently from one sheet of paper.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789A";

/// How many letters a first password has: 5 bits each, 80 bits in all.
const FIRST_LETTERS: usize = 16;

/// What is wrong with a chosen password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`LEAST_CHARACTERS`].
    Short,
    /// More than [`MOST_BYTES`].
    Long,
    /// Fewer than three of: small letters, capitals, digits, other characters.
    Plain,
    /// It contains the login name.
    Login,
    /// It is the old one.
    Same,
}

impl Bilingual for Weakness {
    fn zh(&self) -> String {
        match self {
            Self::Short => format!("密码至少{LEAST_CHARACTERS}个字符，请加长"),
            Self::Long => format!("密码最多{MOST_BYTES}个字节，请缩短"),
            Self::Plain => "请至少使用小写字母、大写字母、数字、符号中的三类".to_owned(),
            Self::Login => "密码不得包含登录名，请另选".to_owned(),
            Self::Same => "新密码与旧密码相同，请另选".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Short => format!("Use at least {LEAST_CHARACTERS} characters."),
            Self::Long => format!("Use at most {MOST_BYTES} bytes."),
            Self::Plain => {
                "Use at least three of: small letters, capitals, digits, other characters.".into()
            }
            Self::Login => "Leave the login name out of the password.".into(),
            Self::Same => "Choose a password other than the old one.".into(),
        }
    }
}

/// Checks a password that a user has chosen.
///
/// # Errors
/// The first weakness found, in words that say how to mend it.
pub fn check_strength(login: &str, old: Option<&str>, new: &str) -> Result<(), Weakness> {
    if new.chars().count() < LEAST_CHARACTERS {
        return Err(Weakness::Short);
    }
    if new.len() > MOST_BYTES {
        return Err(Weakness::Long);
    }
    let classes: [fn(char) -> bool; 4] = [
        |c| c.is_lowercase(),
        |c| c.is_uppercase(),
        |c| c.is_numeric(),
        |c| !c.is_lowercase() && !c.is_uppercase() && !c.is_numeric(),
    ];
    if classes
        .iter()
        .filter(|class| new.chars().any(class))
        .count()
        < 3
    {
        return Err(Weakness::Plain);
    }
    if !login.is_empty() && new.to_lowercase().contains(&login.to_lowercase()) {
        return Err(Weakness::Login);
    }
    if old == Some(new) {
        return Err(Weakness::Same);
    }
    Ok(())
}

/// How much work one attempt is. Argon2id, RFC 9106.
#[derive(Debug, Clone)]
pub struct Hasher(Params);

impl Hasher {
    /// About 100 ms on an office PC: 48 MiB, three passes, one lane.
    pub fn for_service() -> Self {
        Self(Params::new(48 * 1024, 3, 1, None).expect("parameters within RFC 9106's bounds"))
    }

    /// The least work the algorithm allows, for tests that sign in hundreds of times.
    pub fn for_tests() -> Self {
        Self(Params::new(Params::MIN_M_COST, 1, 1, None).expect("the smallest parameters"))
    }

    /// What is stored of a password: algorithm, parameters, salt and hash as one text.
    pub fn hash(&self, password: &str) -> String {
        self.argon()
            .hash_password(password.as_bytes())
            .expect("the length is bounded and the system gives random salt")
            .to_string()
    }

    /// Whether the password is the one that was stored. The stored parameters count, so that
    /// raising them later shuts nobody out.
    pub fn verify(&self, password: &str, stored: &str) -> bool {
        if password.len() > MOST_BYTES {
            return false;
        }
        PasswordHash::new(stored).is_ok_and(|hash| {
            self.argon()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        })
    }

    fn argon(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.0.clone())
    }
}

/// A first password: random, to be changed at the first sign-in.
pub fn first_password() -> String {
    let mut bytes = [0u8; FIRST_LETTERS];
    getrandom::fill(&mut bytes).expect("the operating system gives random bits");
    let mut password: String = bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    // Groups of four read well from paper, and the sign serves the rule about classes.
    for at in [12, 8, 4] {
        password.insert(at, '-');
    }
    password
}
