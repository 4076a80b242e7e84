//! The kinds of prompt of the contract, and what each means for a form.

/// Kind of a prompt: `type` of a field in an `ak-stage-prompt` challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PromptKind {
    Text,
    Area,
    TextReadOnly,
    AreaReadOnly,
    Username,
    Email,
    Password,
    Number,
    Checkbox,
    Radio,
    Dropdown,
    Date,
    DateTime,
    File,
    Separator,
    Hidden,
    Static,
    Info,
    Warning,
    Danger,
    Locale,
}

impl PromptKind {
    /// Reads a kind; one that is not known counts as a line of text.
    pub(crate) fn from_name(name: &str) -> Self {
        use PromptKind as K;
        match name {
            "text_area" => K::Area,
            "text_read_only" => K::TextReadOnly,
            "text_area_read_only" => K::AreaReadOnly,
            "username" => K::Username,
            "email" => K::Email,
            "password" => K::Password,
            "number" => K::Number,
            "checkbox" => K::Checkbox,
            "radio-button-group" => K::Radio,
            "dropdown" => K::Dropdown,
            "date" => K::Date,
            "date-time" => K::DateTime,
            "file" => K::File,
            "separator" => K::Separator,
            "hidden" => K::Hidden,
            "static" => K::Static,
            "alert_info" => K::Info,
            "alert_warning" => K::Warning,
            "alert_danger" => K::Danger,
            "ak-locale" => K::Locale,
            _ => K::Text,
        }
    }

    /// Whether the browser's value never goes into an answer.
    pub(crate) fn is_only_shown(self) -> bool {
        matches!(self, PromptKind::Separator | PromptKind::Static | PromptKind::Info | PromptKind::Warning | PromptKind::Danger)
    }

    /// Whether an empty control means that nothing was answered, because an empty text is no value of this kind.
    pub(crate) fn is_absent_when_empty(self) -> bool {
        use PromptKind as K;
        matches!(self, K::Number | K::Date | K::DateTime | K::File | K::Radio | K::Dropdown)
    }
}
