//! Who identity providers are, with the addresses that each of them publishes.

use serde_json::{Value as Json, json};
use vestibule_resource_derive::Choices;

/// Who an identity provider is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ProviderTypeEnum")]
pub enum Provider {
    /// Any that speaks OpenID Connect.
    #[choice(value = "openidconnect", label = "OpenID Connect")]
    OpenIdConnect,
    /// Apple.
    Apple,
    /// Discord.
    Discord,
    /// Microsoft Entra ID.
    #[choice(value = "entraid", label = "Entra ID")]
    EntraId,
    /// Facebook.
    Facebook,
    /// GitHub, also an organisation's own.
    #[choice(value = "github", label = "GitHub")]
    GitHub,
    /// GitLab, also an organisation's own.
    #[choice(value = "gitlab", label = "GitLab")]
    GitLab,
    /// Google.
    Google,
    /// Mailcow.
    Mailcow,
    /// Okta.
    Okta,
    /// Patreon.
    Patreon,
    /// Reddit.
    Reddit,
    /// Slack.
    Slack,
    /// Twitch.
    Twitch,
    /// X, formerly Twitter.
    Twitter,
    /// WeChat.
    #[choice(value = "wechat", label = "WeChat")]
    WeChat,
}

/// What is known about a vendor.
#[derive(Debug)]
pub struct Vendor {
    /// Word of the vendor.
    pub name: &'static str,
    /// The vendor, as people know it.
    pub verbose_name: &'static str,
    /// Installations differ in their addresses, so sources give theirs.
    pub urls_customizable: bool,
    /// Address that visitors are sent to.
    pub authorization_url: Option<&'static str>,
    /// Address at which codes become tokens.
    pub access_token_url: Option<&'static str>,
    /// Address that tells who somebody is.
    pub profile_url: Option<&'static str>,
    /// Address of the configuration.
    pub oidc_well_known_url: Option<&'static str>,
    /// Address of the keys.
    pub oidc_jwks_url: Option<&'static str>,
}

/// What is known about the vendor of that word.
pub fn vendor(name: &str) -> Option<&'static Vendor> {
    VENDORS.iter().find(|vendor| vendor.name == name)
}

impl Vendor {
    /// As the API shows it. No vendor speaks OAuth 1 any longer, so none has an address for request tokens.
    pub(crate) fn shown(&self) -> Json {
        json!({
            "name": self.name, "verbose_name": self.verbose_name, "urls_customizable": self.urls_customizable, "request_token_url": null,
            "authorization_url": self.authorization_url, "access_token_url": self.access_token_url, "profile_url": self.profile_url,
            "oidc_well_known_url": self.oidc_well_known_url, "oidc_jwks_url": self.oidc_jwks_url,
        })
    }
}

/// A vendor whose installations all have their own addresses.
const fn anywhere(name: &'static str, verbose_name: &'static str) -> Vendor {
    let (authorization_url, access_token_url, profile_url) = (None, None, None);
    let (oidc_well_known_url, oidc_jwks_url, urls_customizable) = (None, None, true);
    Vendor { name, verbose_name, urls_customizable, authorization_url, access_token_url, profile_url, oidc_well_known_url, oidc_jwks_url }
}

/// A vendor with these addresses: for visitors, for tokens, and of the profile.
const fn at(name: &'static str, verbose_name: &'static str, urls: [&'static str; 3]) -> Vendor {
    let [authorization, access_token, profile] = urls;
    Vendor {
        urls_customizable: false,
        authorization_url: Some(authorization),
        access_token_url: Some(access_token),
        profile_url: Some(profile),
        ..anywhere(name, verbose_name)
    }
}

/// The same, with the addresses of the configuration and of the keys.
const fn with_keys(vendor: Vendor, well_known: &'static str, jwks: &'static str) -> Vendor {
    Vendor { oidc_well_known_url: Some(well_known), oidc_jwks_url: Some(jwks), ..vendor }
}

/// The same; an organisation may have its own installation.
const fn or_elsewhere(vendor: Vendor) -> Vendor {
    Vendor { urls_customizable: true, ..vendor }
}

/// All vendors.
pub(crate) static VENDORS: &[Vendor] = &[
    Vendor {
        urls_customizable: false,
        authorization_url: Some("https://appleid.apple.com/auth/authorize"),
        access_token_url: Some("https://appleid.apple.com/auth/token"),
        oidc_well_known_url: Some("https://appleid.apple.com/.well-known/openid-configuration"),
        oidc_jwks_url: Some("https://appleid.apple.com/auth/keys"),
        ..anywhere("apple", "Apple")
    },
    anywhere("openidconnect", "OpenID Connect"),
    or_elsewhere(with_keys(
        at(
            "entraid",
            "Entra ID",
            [
                "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                "https://login.microsoftonline.com/common/oauth2/v2.0/token",
                "https://graph.microsoft.com/v1.0/me",
            ],
        ),
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com/common/discovery/v2.0/keys",
    )),
    at(
        "discord",
        "Discord",
        ["https://discord.com/api/oauth2/authorize", "https://discord.com/api/oauth2/token", "https://discord.com/api/users/@me"],
    ),
    at(
        "facebook",
        "Facebook",
        [
            "https://www.facebook.com/dialog/oauth",
            "https://graph.facebook.com/oauth/access_token",
            "https://graph.facebook.com/me?fields=id,name,email",
        ],
    ),
    or_elsewhere(at(
        "github",
        "GitHub",
        ["https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token", "https://api.github.com/user"],
    )),
    or_elsewhere(with_keys(
        at(
            "gitlab",
            "GitLab",
            ["https://gitlab.com/oauth/authorize", "https://gitlab.com/oauth/token", "https://gitlab.com/oauth/userinfo"],
        ),
        "https://gitlab.com/.well-known/openid-configuration",
        "https://gitlab.com/oauth/discovery/keys",
    )),
    with_keys(
        at(
            "google",
            "Google",
            [
                "https://accounts.google.com/o/oauth2/v2/auth",
                "https://oauth2.googleapis.com/token",
                "https://openidconnect.googleapis.com/v1/userinfo",
            ],
        ),
        "https://accounts.google.com/.well-known/openid-configuration",
        "https://www.googleapis.com/oauth2/v3/certs",
    ),
    anywhere("mailcow", "Mailcow"),
    anywhere("okta", "Okta"),
    at(
        "patreon",
        "Patreon",
        [
            "https://www.patreon.com/oauth2/authorize",
            "https://www.patreon.com/api/oauth2/token",
            "https://www.patreon.com/api/oauth2/v2/identity",
        ],
    ),
    at(
        "reddit",
        "Reddit",
        ["https://www.reddit.com/api/v1/authorize", "https://www.reddit.com/api/v1/access_token", "https://oauth.reddit.com/api/v1/me"],
    ),
    with_keys(
        at(
            "slack",
            "Slack",
            [
                "https://slack.com/openid/connect/authorize",
                "https://slack.com/api/openid.connect.token",
                "https://slack.com/api/openid.connect.userInfo",
            ],
        ),
        "https://slack.com/.well-known/openid-configuration",
        "https://slack.com/openid/connect/keys",
    ),
    with_keys(
        at(
            "twitch",
            "Twitch",
            ["https://id.twitch.tv/oauth2/authorize", "https://id.twitch.tv/oauth2/token", "https://id.twitch.tv/oauth2/userinfo"],
        ),
        "https://id.twitch.tv/oauth2/.well-known/openid-configuration",
        "https://id.twitch.tv/oauth2/keys",
    ),
    at("twitter", "Twitter", ["https://x.com/i/oauth2/authorize", "https://api.x.com/2/oauth2/token", "https://api.x.com/2/users/me"]),
    at(
        "wechat",
        "WeChat",
        [
            "https://open.weixin.qq.com/connect/qrconnect",
            "https://api.weixin.qq.com/sns/oauth2/access_token",
            "https://api.weixin.qq.com/sns/userinfo",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use vestibule_resource::Word as _;

    use super::*;

    #[test]
    fn every_word_has_a_vendor_and_every_vendor_a_word() {
        let words: Vec<&str> = Provider::CHOICES.items.iter().map(|item| item.value).collect();
        assert!(words.iter().all(|word| vendor(word).is_some()));
        assert!(VENDORS.iter().all(|vendor| words.contains(&vendor.name)) && VENDORS.len() == words.len());
    }
}
