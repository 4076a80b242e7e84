//! `GET current/`: how the server looks under the host that was asked.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Default, Model as _, Record, Result};

use super::{Brand, FALLBACK_DOMAIN, of_host};
use crate::{groups::at, tenant::Settings};

/// Model label of flows; they are another area's.
const FLOW: &str = "authentik_flows.flow";

/// `GET current/`.
pub(super) async fn show(cx: &Context) -> Result<Answer> {
    let brand = of_host(&cx.store, &cx.request.host).await?;
    let settings = Settings::load(&cx.store).await?;
    let mut shown = look(brand.as_deref());
    if let Some(brand) = &brand {
        shown.extend(flows(cx, brand).await?);
    }
    shown.insert("ui_footer_links".into(), settings.footer_links.clone());
    shown.insert(
        "flags".into(),
        json!({
            "flows_continuous_login": settings.flags.flows_continuous_login,
            "flows_refresh_others": settings.flags.flows_refresh_others,
        }),
    );
    Ok(Answer::json(200, Json::Object(shown)))
}

/// What the brand says about the look; without one, what a new brand would say.
fn look(brand: Option<&Record>) -> Map<String, Json> {
    let text = |name: &str| brand.map_or_else(|| initial(name).to_owned(), |brand| brand.text(name).to_owned());
    let attribute = |path: &str| brand.and_then(|brand| at(brand.json("attributes"), path)).and_then(Json::as_str).unwrap_or_default();
    let theme = Some(attribute("settings.theme.base")).filter(|theme| ["light", "dark"].contains(theme)).unwrap_or("automatic");
    let shown = json!({
        "matched_domain": brand.map_or(FALLBACK_DOMAIN, |brand| brand.text("domain")),
        "branding_title": text("branding_title"),
        "branding_logo": text("branding_logo"),
        "branding_logo_themed_urls": themed(&text("branding_logo")),
        "branding_favicon": text("branding_favicon"),
        "branding_favicon_themed_urls": themed(&text("branding_favicon")),
        "branding_custom_css": text("branding_custom_css"),
        "branding_map_tiles": text("branding_map_tiles"),
        "ui_theme": theme,
        "default_locale": attribute("settings.locale"),
    });
    match shown {
        Json::Object(shown) => shown,
        _ => Map::new(),
    }
}

/// What a new brand says.
fn initial(name: &str) -> &'static str {
    match Brand::RESOURCE.field(name).map(|field| field.default) {
        Some(Default::Text(text)) => text,
        _ => "",
    }
}

/// One address per theme, when the address asks for it.
fn themed(address: &str) -> Json {
    if !address.contains("%(theme)s") {
        return Json::Null;
    }
    json!({ "light": address.replace("%(theme)s", "light"), "dark": address.replace("%(theme)s", "dark") })
}

/// The slugs of the brand's flows; those that are not set are left out.
async fn flows(cx: &Context, brand: &Record) -> Result<Map<String, Json>> {
    let Some(flow) = cx.store.catalog().find(FLOW) else { return Ok(Map::new()) };
    let rows = cx.store.rows(flow).await?;
    let names = Brand::RESOURCE.fields.iter().map(|field| field.name).filter(|name| name.starts_with("flow_"));
    let slug = |name: &str| rows.find(brand.get(name)).map(|flow| (name.to_owned(), flow.text("slug").into()));
    Ok(names.filter_map(slug).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests")]

    use super::*;

    #[test]
    fn without_a_brand_the_server_looks_as_a_new_one_would() {
        let shown = look(None);
        assert_eq!(shown["matched_domain"], json!("fallback"));
        assert_eq!(shown["branding_title"], json!("authentik"));
        assert_eq!((&shown["ui_theme"], &shown["default_locale"]), (&json!("automatic"), &json!("")));
    }

    #[test]
    fn an_address_can_differ_by_theme() {
        assert_eq!(themed("/logo.svg"), Json::Null);
        assert_eq!(themed("/logo-%(theme)s.svg"), json!({ "light": "/logo-light.svg", "dark": "/logo-dark.svg" }));
    }
}
