//! What is worked out when a flow is shown.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_core::Picture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};

use crate::{Stages, brand};

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
                let picture = picture(row.text("background"), &common);
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

/// The picture behind a flow: its own (an address or the name of a file), else the brand's.
pub(crate) async fn background(cx: &Context, own: &str) -> Result<Picture> {
    let common = if own.is_empty() { brand::background(cx).await? } else { String::new() };
    Ok(picture(own, &common))
}

fn picture(own: &str, common: &str) -> Picture {
    let name = if own.is_empty() { common } else { own };
    Picture::of(name).unwrap_or(Picture { url: String::new(), themed: None })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_flow_without_a_picture_has_the_brands() {
        let common = "/static/dist/assets/images/flow_background.jpg";
        assert_eq!(picture("", common), Picture { url: common.into(), themed: None });
        assert_eq!(picture("https://example.com/a.png", common).url, "https://example.com/a.png");
        assert_eq!(picture("a.png", common).url, "/media/public/a.png");
    }

    #[test]
    fn a_picture_may_differ_by_theme() {
        let themed = json!({ "light": "/p-light.png", "dark": "/p-dark.png" });
        assert_eq!(picture("/p-%(theme)s.png", ""), Picture { url: "/p-light.png".into(), themed: Some(themed) });
    }
}
