use crate::Bilingual;

/// A value that stands in none of the entries of its code list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "this value is not in the list “{list_en}” ({standard}); give a code or a name of the list"
)]
pub struct CodeError {
    /// The Chinese name of the list.
    pub list_zh: &'static str,
    /// The English name of the list.
    pub list_en: &'static str,
    /// The standard that holds the list.
    pub standard: &'static str,
}

impl Bilingual for CodeError {
    fn zh(&self) -> String {
        format!(
            "取值不在“{}”代码表（{}）中，请填写表内的名称或代码",
            self.list_zh, self.standard
        )
    }

    fn en(&self) -> String {
        self.to_string()
    }
}

/// What every code list can do.
pub trait CodeList: Copy + Sized + 'static {
    /// All entries in the order of the standard.
    fn all() -> &'static [Self];
    /// The code of the standard.
    fn code(self) -> &'static str;
    /// The Chinese name.
    fn zh(self) -> &'static str;
    /// The English name.
    fn en(self) -> &'static str;
    /// Other spellings that forms and exports use for an entry.
    fn aliases(self) -> &'static [&'static str];
    /// The fault of a value outside the list.
    fn fault() -> CodeError;

    /// Reads a code, the Chinese name, or a usual other spelling of an entry. Width, odd
    /// spaces and leading zeros of codes do not matter.
    fn parse(given: &str) -> Result<Self, CodeError> {
        let tidy = crate::text::squeeze(&crate::text::fold_width(given));
        let digits = !tidy.is_empty() && tidy.bytes().all(|b| b.is_ascii_digit());
        Self::all()
            .iter()
            .copied()
            .find(|entry| {
                if digits {
                    entry.code() == tidy
                        || entry.code().trim_start_matches('0') == tidy.trim_start_matches('0')
                } else {
                    entry.zh() == tidy || entry.aliases().contains(&tidy.as_str())
                }
            })
            .ok_or_else(Self::fault)
    }
}

/// Serialises a code list as the Chinese name and reads codes and names.
macro_rules! code_serde {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::codes::CodeList::zh(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                <$name as $crate::codes::CodeList>::parse(&text).map_err(|fault| {
                    serde::de::Error::custom(format!("{} / {fault}", $crate::Bilingual::zh(&fault)))
                })
            }
        }
    };
}

/// A short list as an enum, so that code can match on its entries.
macro_rules! code_enum {
    (
        $(#[$about:meta])*
        $name:ident, $list_zh:literal, $list_en:literal, $standard:literal;
        $( $variant:ident = $code:literal, $zh:literal, $en:literal $(, $alias:literal)* ; )+
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(
                #[doc = $zh]
                $variant,
            )+
        }

        impl $crate::codes::CodeList for $name {
            fn all() -> &'static [Self] {
                &[$( $name::$variant ),+]
            }

            fn code(self) -> &'static str {
                match self { $( $name::$variant => $code ),+ }
            }

            fn zh(self) -> &'static str {
                match self { $( $name::$variant => $zh ),+ }
            }

            fn en(self) -> &'static str {
                match self { $( $name::$variant => $en ),+ }
            }

            fn aliases(self) -> &'static [&'static str] {
                match self { $( $name::$variant => &[$( $alias ),*] ),+ }
            }

            fn fault() -> $crate::codes::CodeError {
                $crate::codes::CodeError { list_zh: $list_zh, list_en: $list_en, standard: $standard }
            }
        }

        code_serde!($name);
    };
}

/// A long list as a table; the value is the position in it.
macro_rules! code_table {
    (
        $(#[$about:meta])*
        $name:ident, $list_zh:literal, $list_en:literal, $standard:literal;
        $( $code:literal, $zh:literal, $en:literal $(, $alias:literal)* ; )+
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        /// One row: code, Chinese name, English name, other spellings.
        type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

        const TABLE: &[Row] = &[$( ($code, $zh, $en, &[$( $alias ),*]) ),+];

        impl $name {
            const COUNT: usize = TABLE.len();
            const ALL: [$name; Self::COUNT] = {
                let mut all = [$name(0); Self::COUNT];
                let mut at = 0;
                while at < Self::COUNT {
                    all[at] = $name(at as u8);
                    at += 1;
                }
                all
            };

            /// The entry with this code of the standard; stops the program for a code that is
            /// not in the list, so use it for codes written in the program text only.
            #[allow(dead_code)]
            const fn known(code: &str) -> $name {
                let mut at = 0;
                while at < TABLE.len() {
                    let (a, b) = (TABLE[at].0.as_bytes(), code.as_bytes());
                    if a[0] == b[0] && a[1] == b[1] {
                        return $name(at as u8);
                    }
                    at += 1;
                }
                panic!("the code is not in the list")
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::codes::CodeList::zh(*self))
            }
        }

        impl $crate::codes::CodeList for $name {
            fn all() -> &'static [Self] {
                &Self::ALL
            }

            fn code(self) -> &'static str {
                TABLE[usize::from(self.0)].0
            }

            fn zh(self) -> &'static str {
                TABLE[usize::from(self.0)].1
            }

            fn en(self) -> &'static str {
                TABLE[usize::from(self.0)].2
            }

            fn aliases(self) -> &'static [&'static str] {
                TABLE[usize::from(self.0)].3
            }

            fn fault() -> $crate::codes::CodeError {
                $crate::codes::CodeError { list_zh: $list_zh, list_en: $list_en, standard: $standard }
            }
        }

        code_serde!($name);
    };
}
