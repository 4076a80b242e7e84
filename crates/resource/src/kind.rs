//! The kinds of value that a field can hold.

/// What a field holds. SQL, JSON, OpenAPI, filters and form widgets each match on this, exhaustively.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Unicode text. Trimmed on input, as the contract does, unless `verbatim`.
    Text {
        /// Longest accepted length, in Unicode scalar values.
        max: Option<u32>,
        /// A pattern that the whole text must match.
        pattern: Option<&'static Pattern>,
        /// Keep surrounding white space (passwords, expressions).
        verbatim: bool,
    },
    /// An e-mail address (RFC 5321, at most `max` characters).
    Email {
        /// Longest accepted length.
        max: u32,
    },
    /// An absolute address with a scheme and a host (RFC 3986), at most `max` characters.
    Url {
        /// Longest accepted length.
        max: Option<u32>,
        /// What counts as an address instead: other schemes, hosts without a dot, several addresses.
        pattern: Option<&'static Pattern>,
    },
    /// True or false.
    Bool,
    /// A whole number within the bounds, both included.
    Int {
        /// Smallest accepted number; `i64::MIN` means the contract states no bound.
        min: i64,
        /// Largest accepted number; `i64::MAX` means the contract states no bound.
        max: i64,
        /// The contract names its format `int64`.
        long: bool,
    },
    /// A floating point number.
    Float,
    /// A point in time; RFC 3339 with microseconds on the wire.
    Time,
    /// A duration as text, `hours=3;minutes=1`.
    Duration,
    /// A UUID; hyphenated lower case on the wire.
    Uuid,
    /// A JSON object.
    Object,
    /// Any JSON value.
    Json,
    /// A list of texts.
    TextList,
    /// A list of objects, each as the OpenAPI component of that name has it (in requests: that name and `Request`). The resource's
    /// hooks judge what is sent.
    Objects(&'static str),
    /// One of a fixed set of words.
    Choice(&'static Choices),
    /// A list of words from a fixed set.
    ChoiceList(&'static Choices),
    /// A stored secret: it has no serialiser, so no answer can ever hold it.
    Secret,
    /// A reference to one object of another resource; its key on the wire.
    Ref(Ref),
    /// References to many objects, kept in a link table; a list of keys on the wire.
    Many(Many),
    /// One or many related objects, shown in full, read only.
    Nested(Nested),
    /// A value that is worked out when the object is shown, read only.
    Computed(Shape),
}

impl Kind {
    /// Text without bounds.
    pub const TEXT: Kind = Kind::Text { max: None, pattern: None, verbatim: false };
    /// A whole number with the bounds of a 32-bit integer column.
    pub const INT: Kind = Kind::Int { min: i32::MIN as i64, max: i32::MAX as i64, long: false };

    /// Whether the value lives in a column of the resource's own table.
    pub const fn has_column(&self) -> bool {
        !matches!(self, Kind::Many(_) | Kind::Nested(_) | Kind::Computed(_))
    }
}

/// A pattern for text, with the message that the contract gives when it does not match.
#[derive(Debug)]
pub struct Pattern {
    /// A regular expression, anchored at both ends.
    pub regex: &'static str,
    /// What a person reads when the text does not match.
    pub message: &'static str,
}

impl Pattern {
    /// Slugs, with the typographic quotes that most of the contract's messages use.
    pub const SLUG: Pattern =
        Pattern { regex: "^[-a-zA-Z0-9_]+$", message: "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens." };
    /// Slugs, with the straight quotes that token identifiers answer with.
    pub const SLUG_STRAIGHT: Pattern =
        Pattern { regex: "^[-a-zA-Z0-9_]+$", message: "Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens." };
}

/// One word of a [`Choices`], with the label a person reads.
#[derive(Debug)]
pub struct Choice {
    /// The word on the wire and in the database.
    pub value: &'static str,
    /// The label in forms.
    pub label: &'static str,
}

/// A fixed set of words: an OpenAPI enum component.
#[derive(Debug)]
pub struct Choices {
    /// Component name in the OpenAPI document, e.g. `FlowDesignationEnum`.
    pub name: &'static str,
    /// The words, in the order in which forms show them.
    pub items: &'static [Choice],
}

impl Choices {
    /// Whether `word` is one of the set.
    pub fn contains(&self, word: &str) -> bool {
        self.items.iter().any(|item| item.value == word)
    }
}

/// What happens to the referring row when the referenced one is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDelete {
    /// The referring row is deleted too.
    Cascade,
    /// The reference becomes null.
    SetNull,
    /// The reference takes its default, which is null for every field of the contract; `used_by` words it differently.
    SetDefault,
}

/// A reference to one object.
#[derive(Debug, Clone, Copy)]
pub struct Ref {
    /// Model label of the referenced resource, `app.model`. A label, not a pointer, so that areas stay independent.
    pub to: &'static str,
    /// What the database does when the referenced row goes.
    pub on_delete: OnDelete,
    /// Shown as this view of the object instead of its key; the field is then read only.
    pub shown: Option<&'static View>,
    /// At most one row may refer to the same object.
    pub one_to_one: bool,
}

/// Links to many objects through a table of pairs, seen from one of its two ends.
#[derive(Debug, Clone, Copy)]
pub struct Many {
    /// Model label of the resource at the other end.
    pub to: &'static str,
    /// The link table. When a resource declares a table of that name, that resource owns it and the links are read only.
    pub table: &'static str,
    /// The link table's column that refers to this end.
    pub mine: &'static str,
    /// The link table's column that refers to the other end.
    pub theirs: &'static str,
}

/// Where a nested object comes from.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// Through a [`Kind::Ref`] field of this resource, named here.
    Ref(&'static str),
    /// Through a link table, usually the one of a [`Kind::Many`] field.
    Many(Many),
}

/// Related objects shown inside the answer.
#[derive(Debug, Clone, Copy)]
pub struct Nested {
    /// Where they come from.
    pub source: Source,
    /// The part of them that is shown; everything, under the resource's own schema, when `None`.
    pub view: Option<&'static View>,
    /// Model label of what is shown.
    pub to: &'static str,
    /// Show the concrete resource (an invitation stage) where the base (a stage) is named; the contract does so for policies.
    pub concrete: bool,
}

/// A part of a resource under a schema name of its own, for nesting.
#[derive(Debug)]
pub struct View {
    /// Component name in the OpenAPI document, e.g. `FlowSet`.
    pub name: &'static str,
    /// Names of the fields that are shown, in order.
    pub fields: &'static [&'static str],
}

/// The shape of a computed value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// The same as a stored kind.
    Kind(&'static Kind),
    /// A named component of the OpenAPI document, declared by the area.
    Component(&'static str),
    /// A list of such components.
    ComponentList(&'static str),
}
