//! One field of a form, ready for the template.

use serde::Serialize;

/// A field.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Field {
    /// Id of the control in the page, unique even when names repeat.
    pub(crate) id: String,
    /// Name under which the browser sends it.
    pub(crate) name: String,
    /// What it asks for.
    pub(crate) label: String,
    /// Which part of the field template shows it.
    pub(crate) control: Control,
    /// Type of an `input`.
    pub(crate) kind: &'static str,
    /// What stands in it at first.
    pub(crate) value: String,
    /// An example; empty for none.
    pub(crate) placeholder: String,
    /// A longer explanation; empty for none.
    pub(crate) help: String,
    /// Must be filled in.
    pub(crate) required: bool,
    /// May be read but not changed.
    pub(crate) read_only: bool,
    /// A checkbox that is on at first.
    pub(crate) checked: bool,
    /// Takes the keyboard when the page opens.
    pub(crate) autofocus: bool,
    /// What a browser or password manager may fill in (HTML `autocomplete`); empty to leave it to the browser.
    pub(crate) autocomplete: &'static str,
    /// Which keyboard a phone shows (HTML `inputmode`); empty for the usual one.
    pub(crate) inputmode: &'static str,
    /// A password that may be shown while typing.
    pub(crate) peek: bool,
    /// What there is to choose from.
    pub(crate) choices: Vec<Choice>,
    /// One of the choices is chosen at first, so that no empty one is needed.
    pub(crate) settled: bool,
    /// What was wrong with the last answer.
    pub(crate) errors: Vec<String>,
}

/// How a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Control {
    /// One line of text.
    #[default]
    Input,
    /// Several lines of text.
    Area,
    /// Yes or no.
    Checkbox,
    /// One of a few, all in view.
    Radio,
    /// One of many.
    Select,
    /// A file, which only script can turn into text.
    File,
    /// Sent, not seen.
    Hidden,
    /// Seen, not sent.
    Static,
    /// Seen, not sent, and marked by its kind: info, warning or danger.
    Alert,
    /// A line between parts.
    Separator,
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Choice {
    /// What the visitor reads.
    pub(crate) label: String,
    /// What the browser sends.
    pub(crate) value: String,
    /// Chosen at first.
    pub(crate) chosen: bool,
}

impl Field {
    /// Whether the visitor can reach it, so that an error can lead there.
    pub(crate) fn is_visible(&self) -> bool {
        !matches!(self.control, Control::Hidden | Control::Static | Control::Alert | Control::Separator)
    }

    /// Whether the keyboard can be put there: what can be changed, and works without script.
    pub(crate) fn takes_focus(&self) -> bool {
        self.is_visible() && self.control != Control::File && !self.read_only
    }

    /// Id of what gets the keyboard: of several choices the first.
    pub(crate) fn first_id(&self) -> String {
        if self.control == Control::Radio { format!("{}-1", self.id) } else { self.id.clone() }
    }
}

/// Puts the keyboard on the first field that takes it.
pub(crate) fn focus_first(fields: &mut [Field]) {
    if let Some(first) = fields.iter_mut().find(|field| field.takes_focus()) {
        first.autofocus = true;
    }
}
