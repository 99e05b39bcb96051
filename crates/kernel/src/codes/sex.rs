use serde::{Deserialize, Serialize};

/// Sex, GB/T 2261.1-2003 (1 男, 2 女).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// 男
    Male,
    /// 女
    Female,
}
