//! What the stage does when a visitor reaches it.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_flow::{Act, Run, Step, keys};
use vestibule_resource::{Record, Result};

use super::{RedirectMode, RedirectStage};

/// What marks a flow, by slug, where an address could stand too.
const FLOW_SCHEME: &str = "ak-flow://";

/// Where the visitor goes.
#[derive(Debug, PartialEq)]
enum Target {
    Address(String),
    Flow(Uuid),
    /// The stage was never told, or its flow is gone.
    Nowhere,
}

impl Act for RedirectStage {
    async fn act(&self, _row: &Record, run: &mut Run<'_>) -> Result<Step> {
        let wish = run.known(keys::REDIRECT_STAGE_TARGET).and_then(Json::as_str);
        let target = self.target(wish, |slug| run.flow_by_slug(slug));
        match target {
            Target::Address(to) if is_harmless(&to) => Ok(Step::Redirect(to)),
            Target::Address(_) | Target::Nowhere => Ok(Step::Deny(String::new())),
            Target::Flow(flow) => Ok(run.change_flow(flow, self.keep_context).await?.map_or(Step::Deny(String::new()), Step::Redirect)),
        }
    }
}

impl RedirectStage {
    /// What the plan wishes, if that leads somewhere, else what the stage says.
    fn target(&self, wish: Option<&str>, flow: impl Fn(&str) -> Option<Uuid>) -> Target {
        match wish.filter(|wish| !wish.is_empty()) {
            Some(wish) => match wish.strip_prefix(FLOW_SCHEME) {
                None => Target::Address(wish.to_owned()),
                Some(slug) => flow(slug.trim_end_matches('/')).map_or_else(|| self.own(), Target::Flow),
            },
            None => self.own(),
        }
    }

    fn own(&self) -> Target {
        match self.mode {
            RedirectMode::Static if self.target_static.is_empty() => Target::Nowhere,
            RedirectMode::Static => Target::Address(self.target_static.clone()),
            RedirectMode::Flow => self.target_flow.map_or(Target::Nowhere, Target::Flow),
        }
    }
}

/// Whether following an address only goes somewhere. Some schemes run what stands in the address, or open local files; browsers
/// read them in any case and past white space and control characters.
fn is_harmless(address: &str) -> bool {
    let seen: String = address.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let scheme = seen.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    !matches!(scheme.as_deref(), Some("javascript" | "data" | "vbscript" | "blob" | "file" | "view-source"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(mode: RedirectMode, target_static: &str, target_flow: Option<Uuid>) -> RedirectStage {
        RedirectStage { keep_context: true, mode, target_static: target_static.into(), target_flow }
    }

    #[test]
    fn the_plan_may_lead_elsewhere_than_the_stage() {
        let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let known = |slug: &str| (slug == "other").then_some(other);
        let fixed = stage(RedirectMode::Static, "/own", None);
        assert_eq!(fixed.target(None, known), Target::Address("/own".into()));
        assert_eq!(fixed.target(Some("https://example.com/"), known), Target::Address("https://example.com/".into()));
        assert_eq!(fixed.target(Some("ak-flow://other"), known), Target::Flow(other));
        assert_eq!(fixed.target(Some("ak-flow://unknown"), known), Target::Address("/own".into()));
        assert_eq!(stage(RedirectMode::Flow, "", Some(own)).target(None, known), Target::Flow(own));
        assert_eq!(stage(RedirectMode::Flow, "", None).target(None, known), Target::Nowhere);
        assert_eq!(stage(RedirectMode::Static, "", None).target(None, known), Target::Nowhere);
    }

    #[test]
    fn no_address_runs_code() {
        for good in ["/if/user/", "https://example.com/a:b", "com.example.app://done", "//example.com", "?a=javascript:x"] {
            assert!(is_harmless(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
        ] {
            assert!(!is_harmless(bad), "{bad:?}");
        }
    }
}
