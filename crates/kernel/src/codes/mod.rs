//! National code lists: code, Chinese name, English name. A value is read from its code or
//! from its Chinese name, as forms and exports give either.

mod sex;

pub use sex::Sex;
