//! What to read, without saying how.

use vestibule_resource::{Resource, Value};

/// A question about the rows of one resource.
#[derive(Debug, Clone)]
pub struct Query {
    /// Whose rows.
    pub resource: &'static Resource,
    /// Which of them.
    pub condition: Condition,
    /// In which order; the key is always the last criterion, so pages never overlap.
    pub order: Vec<Order>,
    /// At most so many.
    pub limit: Option<u64>,
    /// After so many.
    pub offset: u64,
    /// Expired rows too, which are otherwise as good as deleted.
    pub include_expired: bool,
}

impl Query {
    /// All rows of a resource.
    pub fn all(resource: &'static Resource) -> Self {
        Query { resource, condition: Condition::True, order: Vec::new(), limit: None, offset: 0, include_expired: false }
    }

    /// Narrows the question; conditions add up.
    #[must_use]
    pub fn filter(mut self, condition: Condition) -> Self {
        self.condition = self.condition.and(condition);
        self
    }

    /// Narrows to rows whose `path` equals `value`.
    #[must_use]
    pub fn is(self, path: &str, value: impl Into<Value>) -> Self {
        self.filter(Condition::is(path, value))
    }

    /// Adds a criterion of order: a path, with `-` in front for descending.
    #[must_use]
    pub fn order(mut self, path: &str) -> Self {
        self.order.push(Order::parse(path));
        self
    }

    /// Whether to answer rows past their expiry too.
    #[must_use]
    pub fn include_expired(mut self, yes: bool) -> Self {
        self.include_expired = yes;
        self
    }

    /// Answers at most so many rows.
    #[must_use]
    pub fn limit(mut self, rows: u64) -> Self {
        self.limit = Some(rows);
        self
    }
}

/// A criterion of order.
#[derive(Debug, Clone)]
pub struct Order {
    /// A path, as in filters. One that leads over links has many values and sorts nothing.
    pub path: String,
    /// Which way.
    pub direction: Direction,
}

impl Order {
    /// Reads `path` or `-path`.
    pub fn parse(text: &str) -> Self {
        match text.strip_prefix('-') {
            Some(path) => Order { path: path.to_owned(), direction: Direction::Descending },
            None => Order { path: text.to_owned(), direction: Direction::Ascending },
        }
    }
}

/// Which way to sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// Which rows. Paths go over relations with `__`, as [`Catalog::path`](vestibule_resource::Catalog::path) resolves them.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Every row.
    True,
    /// No row.
    False,
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// The value at `path` compares so. Over a link table: some linked object's value does.
    Compare {
        /// The path.
        path: String,
        /// The comparison.
        op: Op,
        /// What it is compared with.
        value: Value,
    },
    /// The value at `path` is one of these.
    In {
        /// The path.
        path: String,
        /// The values; none of them matches nothing.
        values: Vec<Value>,
    },
    /// There is no value at `path`; over a link table: nothing is linked.
    Null {
        /// The path.
        path: String,
    },
    /// The key at `path` (the row's own, or one that it refers to) is written down, as text or as itself, in a column of another
    /// resource's rows.
    Named {
        /// The path: an own column.
        path: String,
        /// Model label of that resource.
        by: &'static str,
        /// The column that names keys.
        column: &'static str,
        /// Which of its rows count.
        holds: Box<Condition>,
    },
    /// The member of the JSON object at `path` compares so.
    Member {
        /// The path of the object.
        path: String,
        /// The names of the members to follow.
        keys: Vec<String>,
        /// The comparison: `Eq` compares JSON values, the text operators compare text.
        op: Op,
        /// The JSON value it is compared with.
        value: serde_json::Value,
    },
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Equal.
    Eq,
    /// Equal text, whatever the case.
    EqIgnoreCase,
    /// Greater.
    Gt,
    /// Less.
    Lt,
    /// Greater or equal.
    Ge,
    /// Less or equal.
    Le,
    /// Text that holds the value, whatever the case. Other kinds are compared by their text form.
    Contains,
    /// Text that begins with the value.
    StartsWith,
    /// Text that begins with the value, whatever the case.
    StartsWithIgnoreCase,
    /// Text that ends with the value, whatever the case.
    EndsWithIgnoreCase,
}

impl Condition {
    /// `path` equals `value`.
    pub fn is(path: &str, value: impl Into<Value>) -> Self {
        Condition::compare(path, Op::Eq, value)
    }

    /// `path` compares so with `value`.
    pub fn compare(path: &str, op: Op, value: impl Into<Value>) -> Self {
        Condition::Compare { path: path.to_owned(), op, value: value.into() }
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Condition) -> Self {
        match (self, other) {
            (Condition::True, other) => other,
            (this, Condition::True) => this,
            (Condition::All(mut list), other) => {
                list.push(other);
                Condition::All(list)
            }
            (this, other) => Condition::All(vec![this, other]),
        }
    }
}
