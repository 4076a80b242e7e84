//! What is worked out when a flow is shown.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};

use crate::{Stages, brand};

/// Folder of pictures that administrators upload.
const MEDIA: &str = "/media/public/";

/// Shows pictures, addresses and how many plans are kept ready.
pub(crate) struct FlowHooks;

impl Hooks for FlowHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            vestibule_core::check_file_names(draft, &["background"]);
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let (stages, now) = (cx.service::<Stages>()?, cx.store.world().now());
            let common = brand::background(cx).await?;
            for (row, object) in rows.iter().zip(objects) {
                let picture = Picture::of(row.text("background"), &common);
                object.insert("background_url".into(), picture.url.into());
                object.insert("background_themed_urls".into(), picture.themed.unwrap_or_default());
                object.insert("cache_count".into(), stages.plans().count(row.key().as_uuid(), now).into());
                object.insert("export_url".into(), format!("/api/v3/flows/instances/{}/export/", row.text("slug")).into());
                // Groups and users that are bound to the flow stand in the same table as its policies.
                if let Some(Json::Array(policies)) = object.get_mut("policies") {
                    policies.retain(|policy| !policy.is_null());
                }
            }
            Ok(())
        })
    }
}

/// A picture behind a flow.
#[derive(Debug, PartialEq)]
pub(crate) struct Picture {
    /// Its address.
    pub(crate) url: String,
    /// Its addresses by theme (`light`, `dark`), when they differ.
    pub(crate) themed: Option<Json>,
}

/// The picture behind a flow: its own (an address or the name of a file), else the brand's.
pub(crate) async fn background(cx: &Context, own: &str) -> Result<Picture> {
    let common = if own.is_empty() { brand::background(cx).await? } else { String::new() };
    Ok(Picture::of(own, &common))
}

impl Picture {
    fn of(own: &str, common: &str) -> Self {
        let address = address(if own.is_empty() { common } else { own });
        let theme = |name: &str| address.replace("%(theme)s", name);
        let themed = address.contains("%(theme)s").then(|| json!({ "light": theme("light"), "dark": theme("dark") }));
        Picture { url: theme("light"), themed }
    }
}

fn address(name: &str) -> String {
    let whole = ["/", "http://", "https://"].iter().any(|start| name.starts_with(start));
    if whole { name.to_owned() } else { format!("{MEDIA}{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_without_a_picture_has_the_brands() {
        let common = "/static/dist/assets/images/flow_background.jpg";
        assert_eq!(Picture::of("", common), Picture { url: common.into(), themed: None });
        assert_eq!(Picture::of("https://example.com/a.png", common).url, "https://example.com/a.png");
        assert_eq!(Picture::of("a.png", common).url, "/media/public/a.png");
    }

    #[test]
    fn a_picture_may_differ_by_theme() {
        let picture = Picture::of("/p-%(theme)s.png", "");
        assert_eq!(
            picture,
            Picture { url: "/p-light.png".into(), themed: Some(json!({ "light": "/p-light.png", "dark": "/p-dark.png" })) }
        );
    }
}
