//! Where an application is opened.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value as Json};
use vestibule_core::users::User;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::Query;

use crate::provider;

/// What a value keeps of itself inside of an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// The addresses of applications for the caller, in their order; `None` where there is none.
pub(super) async fn urls(cx: &Context, applications: &[Record]) -> Result<Vec<Option<String>>> {
    let mut urls = Vec::with_capacity(applications.len());
    for application in applications {
        urls.push(template(cx, application).await?);
    }
    if urls.iter().flatten().any(|url| url.contains('%')) {
        let person = person(cx).await?;
        return Ok(urls.into_iter().map(|url| url.map(|url| completed(&url, &person).unwrap_or(url))).collect());
    }
    Ok(urls)
}

/// The application's own address, else its provider's.
async fn template(cx: &Context, application: &Record) -> Result<Option<String>> {
    let own = application.text("meta_launch_url");
    if !own.is_empty() {
        return Ok(Some(own.to_owned()));
    }
    let provider = provider::concrete(cx, application.get("provider")).await?;
    Ok(provider.and_then(|provider| of_provider(&provider)))
}

/// Where a provider leads: the address in front of which a proxy stands, or where the first address for answers lies.
fn of_provider(provider: &Record) -> Option<String> {
    let outside = provider.text("external_host");
    if !outside.is_empty() {
        return Some(outside.to_owned());
    }
    let first = provider.json("redirect_uris").get(0)?.get("url")?.as_str()?;
    let (scheme, rest) = first.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    // A pattern names no place to go to.
    let plain = host.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._:[]".contains(letter));
    (plain && matches!(scheme, "http" | "https")).then(|| format!("{scheme}://{host}"))
}

/// The caller as the API shows them: what places in an address are filled with.
async fn person(cx: &Context) -> Result<Map<String, Json>> {
    let Some(user) = cx.caller.user() else { return Ok(Map::new()) };
    let rows = cx.store.select(&Query::all(User::RESOURCE).is("id", user).limit(1)).await?;
    let shown = cx.api.show(cx, &rows, None).await?.pop();
    Ok(shown.and_then(|shown| shown.as_object().cloned()).unwrap_or_default())
}

/// The address with `%(name)s` filled in and `%%` as a percent sign; `None` when something in it is neither, or unknown.
fn completed(url: &str, person: &Map<String, Json>) -> Option<String> {
    let mut whole = String::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('%') {
        whole.push_str(before);
        rest = match after.strip_prefix('%') {
            Some(after) => {
                whole.push('%');
                after
            }
            None => {
                let (name, after) = after.strip_prefix('(')?.split_once(")s")?;
                whole.extend(utf8_percent_encode(&plain(person.get(name)?)?, KEPT));
                after
            }
        };
    }
    whole.push_str(rest);
    Some(whole)
}

/// A value as text; lists and objects have none.
fn plain(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(yes) => Some(if *yes { "True" } else { "False" }.to_owned()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_address_is_completed_for_who_opens_it() {
        let person = json!({ "username": "a b", "email": "a@b.example", "pk": 7, "groups": [] });
        let person = person.as_object().cloned().unwrap_or_default();
        let of = |url: &str| completed(url, &person);
        assert_eq!(of("https://x/%(username)s?m=%(email)s&n=%(pk)s"), Some("https://x/a%20b?m=a@b.example&n=7".into()));
        assert_eq!(of("https://x/100%%"), Some("https://x/100%".into()));
        assert_eq!((of("https://x/%20"), of("https://x/%(other)s"), of("https://x/%(groups)s")), (None, None, None));
    }
}
