//! Pages of lists.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{IntoParams, ToSchema};

use crate::{
    limits,
    problem::{Problem, Result},
};

/// How a caller pages: by number for people (`page`), by cursor for programs (`cursor`). Flatten
/// it into a list's own query struct or take it as a second `Query` extractor.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PageQuery {
    /// Rows of a page, 1 … 200; 20 when missing.
    #[serde(deserialize_with = "lenient::number")]
    pub limit: Option<u64>,
    /// The page's number from 1.
    #[serde(deserialize_with = "lenient::number")]
    pub page: Option<u64>,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// Whether to count all rows too.
    #[serde(deserialize_with = "lenient::flag")]
    pub total: Option<bool>,
}

/// A flattened query string hands over text only; these read numbers and flags from it.
mod lenient {
    use serde::{Deserialize, Deserializer, de::Error};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either<T> {
        Value(T),
        Text(String),
    }

    pub fn number<'de, D: Deserializer<'de>>(d: D) -> Result<Option<u64>, D::Error> {
        match Option::<Either<u64>>::deserialize(d)? {
            None => Ok(None),
            Some(Either::Value(n)) => Ok(Some(n)),
            Some(Either::Text(t)) if t.is_empty() => Ok(None),
            Some(Either::Text(t)) => t.parse().map(Some).map_err(D::Error::custom),
        }
    }

    pub fn flag<'de, D: Deserializer<'de>>(d: D) -> Result<Option<bool>, D::Error> {
        match Option::<Either<bool>>::deserialize(d)? {
            None => Ok(None),
            Some(Either::Value(b)) => Ok(Some(b)),
            Some(Either::Text(t)) => match t.as_str() {
                "" => Ok(None),
                "1" | "true" => Ok(Some(true)),
                "0" | "false" => Ok(Some(false)),
                _ => Err(D::Error::custom("expected true or false")),
            },
        }
    }
}

impl PageQuery {
    /// The page length, within the limits.
    pub fn limit(&self) -> u64 {
        self.limit
            .unwrap_or(limits::PAGE_DEFAULT)
            .clamp(1, limits::PAGE_MAX)
    }

    /// How many rows come before the page, for paging by number.
    pub fn offset(&self) -> u64 {
        (self.page.unwrap_or(1).max(1) - 1).saturating_mul(self.limit())
    }

    /// Whether the caller asked for the total.
    pub fn wants_total(&self) -> bool {
        self.total.unwrap_or(false)
    }

    /// The key of the last row of the page before, as [`Page::keyed`] wrote it.
    ///
    /// # Errors
    /// `platform.invalid` when the cursor was not made here.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>> {
        let Some(cursor) = self.cursor.as_deref().filter(|c| !c.is_empty()) else {
            return Ok(None);
        };
        let key = URL_SAFE_NO_PAD
            .decode(cursor)
            .ok()
            .and_then(|b| serde_json::from_slice(&b).ok());
        key.map(Some).ok_or_else(|| {
            Problem::invalid().field(
                "/cursor",
                "游标无效，请从第一页开始",
                "This cursor is not valid; start from the first page",
            )
        })
    }
}

/// Counts beside a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Total {
    /// All rows.
    pub rows: u64,
    /// 户, where it has a meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub households: Option<u64>,
    /// 人, where it has a meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persons: Option<u64>,
    /// The sum in 元, where it has a meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
}

impl Total {
    /// Rows only.
    pub fn rows(rows: u64) -> Self {
        Self {
            rows,
            ..Self::default()
        }
    }
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The cursor of the next page, when there may be one.
    pub next: Option<String>,
    /// The total, when asked for.
    pub total: Option<Total>,
}

impl<T> Page<T> {
    /// A page by number.
    pub fn new(items: Vec<T>, total: Option<Total>) -> Self {
        Self {
            items,
            next: None,
            total,
        }
    }

    /// A page by cursor: ask the database for `limit + 1` rows in key order after
    /// `query.after()`, hand all of them in, and the surplus row makes the `next` cursor.
    ///
    /// # Errors
    /// When the key cannot be written as JSON.
    pub fn keyed<K: Serialize>(
        mut items: Vec<T>,
        query: &PageQuery,
        total: Option<Total>,
        key: impl Fn(&T) -> K,
    ) -> Result<Self> {
        let limit = usize::try_from(query.limit()).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = match items.last() {
            Some(last) if more => Some(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&key(last))?)),
            _ => None,
        };
        Ok(Self { items, next, total })
    }

    /// The page with other rows.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next: self.next,
            total: self.total,
        }
    }
}
