//! How the values appear in the OpenAPI document: all of them as strings.

use std::borrow::Cow;

use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::{DivisionCode, IdNumber, Money, Month};

macro_rules! string_schema {
    ($type:ty, $name:literal, $about:literal, $pattern:literal, $example:literal) => {
        impl PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .description(Some($about))
                    .pattern(Some($pattern))
                    .examples([$example])
                    .into()
            }
        }

        impl ToSchema for $type {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    };
}

string_schema!(
    Money,
    "Money",
    "An exact amount in yuan (元).",
    r"^-?\d+\.\d{2}$",
    "1317.00"
);
string_schema!(
    Month,
    "Month",
    "A calendar month.",
    r"^\d{4}-\d{2}$",
    "2022-10"
);
string_schema!(
    IdNumber,
    "IdNumber",
    "A citizen identity number (GB 11643).",
    r"^\d{17}[\dX]$",
    "11010519491231002X"
);
string_schema!(
    DivisionCode,
    "DivisionCode",
    "An area code of 12 digits.",
    r"^\d{12}$",
    "620521100201"
);
