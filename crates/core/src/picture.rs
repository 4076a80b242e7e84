//! Pictures that administrators name: by an address, as an icon, or as an uploaded file.

use serde_json::{Value as Json, json};

/// Below this address uploaded files are served.
pub const MEDIA: &str = "/media/public/";

/// Stands in a name for `light` or `dark`.
const THEME: &str = "%(theme)s";

/// A picture, as clients find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its address; the light one when it differs by theme. An icon keeps its `fa://` name.
    pub url: String,
    /// Its addresses by theme (`light`, `dark`), when they differ.
    pub themed: Option<Json>,
}

impl Picture {
    /// The picture of that name; `None` for an empty name.
    pub fn of(name: &str) -> Option<Self> {
        if name.is_empty() {
            return None;
        }
        let address = address(name);
        let theme = |theme: &str| address.replace(THEME, theme);
        let themed = address.contains(THEME).then(|| json!({ "light": theme("light"), "dark": theme("dark") }));
        Some(Picture { url: theme("light"), themed })
    }
}

/// The address of a file by its name; addresses and icons stay as they are.
fn address(name: &str) -> String {
    let whole = ["/", "http://", "https://", "fa://"].iter().any(|start| name.starts_with(start));
    if whole { name.to_owned() } else { format!("{MEDIA}{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_an_address_an_icon_or_a_file() {
        let url = |name: &str| Picture::of(name).map(|picture| picture.url);
        assert_eq!(url(""), None);
        assert_eq!(url("https://a.example/b.png"), Some("https://a.example/b.png".into()));
        assert_eq!(url("fa://fa-book"), Some("fa://fa-book".into()));
        assert_eq!(url("icons/b.png"), Some("/media/public/icons/b.png".into()));
    }

    #[test]
    fn a_picture_may_differ_by_theme() {
        let themed = Picture::of("b-%(theme)s.png").and_then(|picture| picture.themed);
        assert_eq!(themed, Some(json!({ "light": "/media/public/b-light.png", "dark": "/media/public/b-dark.png" })));
    }
}
