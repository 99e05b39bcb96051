//! Raw SQL that is written once for both databases.

use sea_orm::{DbBackend, Statement, Value, Values};

/// A piece of SQL with its bound values. Write `?` for every value; PostgreSQL's `$1, $2 …`
/// are made from them when the statement is built.
///
/// ```ignore
/// let sql = Sql::new("select count(*) from household h where ")
///     .push(reader.scope().sql("h.division"))
///     .text(" and h.status = ").bind("active");
/// let n: Option<i64> = reader.conn().scalar(sql).await?;
/// ```
#[derive(Clone, Debug, Default)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// Starts from fixed text. Never build this text from what a user typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            values: Vec::new(),
        }
    }

    /// Text with as many `?` as there are values.
    pub fn with<I>(text: impl Into<String>, values: I) -> Self
    where
        I: IntoIterator<Item = Value>,
    {
        Self {
            text: text.into(),
            values: values.into_iter().collect(),
        }
    }

    /// Adds fixed text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Adds one value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.text.push('?');
        self.values.push(value.into());
        self
    }

    /// Adds a parenthesised list of values; an empty list matches nothing.
    #[must_use]
    pub fn bind_all<V: Into<Value>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        let start = self.values.len();
        self.values.extend(values.into_iter().map(Into::into));
        let n = self.values.len() - start;
        self.text.push('(');
        self.text.push_str(&if n == 0 {
            "null".to_owned()
        } else {
            vec!["?"; n].join(", ")
        });
        self.text.push(')');
        self
    }

    /// Adds a value that belongs to a `?` already in the text.
    #[must_use]
    pub fn value(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds another piece.
    #[must_use]
    pub fn push(mut self, other: Sql) -> Self {
        self.text.push_str(&other.text);
        self.values.extend(other.values);
        self
    }

    /// The text so far, with `?`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The statement for one database.
    pub fn statement(self, backend: DbBackend) -> Statement {
        let sql = if backend == DbBackend::Postgres {
            numbered(&self.text)
        } else {
            self.text
        };
        Statement {
            sql,
            values: Some(Values(self.values)),
            db_backend: backend,
        }
    }
}

impl From<&str> for Sql {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// Replaces each `?` outside quotes by `$n`.
fn numbered(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut n = 0;
    let mut quote: Option<char> = None;
    for c in text.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            None if c == '\'' || c == '"' => quote = Some(c),
            None if c == '?' => {
                n += 1;
                out.push('$');
                out.push_str(&n.to_string());
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_outside_quotes() {
        let sql = Sql::new("select '?', \"a?\" from t where a = ")
            .bind(1)
            .text(" and b in ");
        let sql = sql.bind_all(["x", "y"]).statement(DbBackend::Postgres);
        assert_eq!(
            sql.sql,
            "select '?', \"a?\" from t where a = $1 and b in ($2, $3)"
        );
        assert_eq!(sql.values.unwrap().0.len(), 3);
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        let sql = Sql::new("a in ")
            .bind_all(Vec::<i32>::new())
            .statement(DbBackend::Sqlite);
        assert_eq!(sql.sql, "a in (null)");
    }
}
