//! What all pages share: the brand, the language, the theme, and messages.

use serde_json::{Value as Json, json};

use crate::{assets, words};

/// Colours of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the visitor's system asks for.
    #[default]
    Automatic,
    /// Light, whatever the system says.
    Light,
    /// Dark, whatever the system says.
    Dark,
}

impl Theme {
    /// Reads `automatic`, `light` or `dark`; anything else counts as automatic.
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Automatic,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Theme::Automatic => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// Who the pages speak for. Empty addresses, and those of the default pictures, give Vestibule's own mark.
#[derive(Debug, Clone, Copy)]
pub struct Brand<'a> {
    /// Name, shown beside the mark and in the window's title.
    pub title: &'a str,
    /// Address of the logo, shown instead of mark and name.
    pub logo: &'a str,
    /// Address of the small icon.
    pub favicon: &'a str,
    /// Address of a style sheet that is loaded after our own.
    pub custom_css_url: Option<&'a str>,
}

impl Default for Brand<'_> {
    fn default() -> Self {
        Brand { title: "Vestibule", logo: "", favicon: "", custom_css_url: None }
    }
}

/// How a page looks and in which language it speaks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look<'a> {
    /// Who it speaks for.
    pub brand: Brand<'a>,
    /// Language tag (BCP 47), such as `de` or `en-GB`; English when there is no translation.
    pub lang: &'a str,
    /// Light or dark.
    pub theme: Theme,
}

impl Look<'_> {
    /// The part of a template's values that every page needs.
    pub(crate) fn values(&self) -> Json {
        json!({
            "words": words::of(self.lang),
            "look": {
                "theme": self.theme.name(),
                "title": self.brand.title,
                "logo": assets::unless_default(self.brand.logo),
                "favicon": assets::unless_default(self.brand.favicon),
                "css": self.brand.custom_css_url.unwrap_or_default(),
            },
            "static": assets::addresses(),
            "layout": "stacked",
            "picture": {"any": "", "dark": ""},
            "title": self.brand.title,
            "eyebrow": "",
            "messages": [],
            "problems": [],
            "reference": "",
        })
    }
}

/// Weight of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// For information.
    Info,
    /// Something worked.
    Success,
    /// Something needs attention.
    Warning,
    /// Something failed.
    Error,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Level::Info => "info",
            Level::Success => "success",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

/// Something to tell the visitor, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its weight.
    pub level: Level,
    /// What it says, as plain text.
    pub text: String,
}

impl Message {
    pub(crate) fn values(&self) -> Json {
        json!({"level": self.level.name(), "text": self.text})
    }
}
