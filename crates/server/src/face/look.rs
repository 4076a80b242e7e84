//! How pages look and which language they speak.

use vestibule_core::brands;
use vestibule_engine::Request;
use vestibule_pages::{Brand, Look, Theme};
use vestibule_resource::{Record, Result};
use vestibule_store::Store;

/// Cookie of a language that somebody chose.
const LANGUAGE: &str = "authentik_language";

/// Brand, language and theme of a request.
#[derive(Default)]
pub(crate) struct Style {
    title: Option<String>,
    logo: String,
    favicon: String,
    css: Option<String>,
    lang: String,
    theme: Theme,
}

impl Style {
    /// What the brand of the host and the browser ask for.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub(crate) async fn of(store: &Store, request: &Request) -> Result<Self> {
        let plain = Style::plain(request);
        Ok(match brands::of_host(store, &request.host).await? {
            None => plain,
            Some(brand) => Style::branded(plain, &brand),
        })
    }

    /// Without asking the database: for pages that must not fail.
    pub(crate) fn plain(request: &Request) -> Self {
        Style { lang: language(request).to_owned(), ..Style::default() }
    }

    fn branded(plain: Style, brand: &Record) -> Self {
        let css = brand.text("branding_custom_css");
        let theme = brand.json("attributes").pointer("/settings/theme/base").and_then(|theme| theme.as_str());
        Style {
            title: Some(brand.text("branding_title").to_owned()),
            logo: brand.text("branding_logo").to_owned(),
            favicon: brand.text("branding_favicon").to_owned(),
            css: (!css.is_empty()).then(|| super::files::brand_style_address(css)),
            theme: Theme::from_name(theme.unwrap_or_default()),
            ..plain
        }
    }

    /// As the pages take it.
    pub(crate) fn look(&self) -> Look<'_> {
        let title = self.title.as_deref().unwrap_or(Brand::default().title);
        let brand = Brand { title, logo: &self.logo, favicon: &self.favicon, custom_css_url: self.css.as_deref() };
        Look { brand, lang: &self.lang, theme: self.theme }
    }
}

/// What was chosen, else what the browser asks for.
fn language(request: &Request) -> &str {
    let chosen = request.cookie(LANGUAGE).filter(|tag| !tag.is_empty());
    chosen.unwrap_or_else(|| vestibule_pages::negotiate_language(&request.language))
}
