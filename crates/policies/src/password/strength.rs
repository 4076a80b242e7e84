//! How hard a password is to guess, for somebody who knows a little about the user.

use serde_json::Value as Json;
use vestibule_core::brands;
use vestibule_engine::Context;
use vestibule_resource::{Error, Result};

use super::PasswordPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Most characters that are looked at: guessing takes longer the longer the password is, and so does finding that out.
const MOST: usize = 72;

/// What is known about a person who is not stored yet.
const PROMPTS: [&str; 3] = ["username", "name", "email"];

/// Passes what is harder to guess than the policy asks for.
pub(super) async fn judge(cx: &Context, policy: &PasswordPolicy, password: &str, request: &PolicyRequest) -> Result<PolicyResult> {
    let known = known(cx, request).await?;
    let password: String = password.chars().take(MOST).collect();
    // It takes milliseconds, in which other requests go on.
    let work = move || {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let guess = zxcvbn::zxcvbn(&password, &known);
        let hints = guess.feedback().map(|told| told.suggestions().iter().map(ToString::to_string).collect());
        (i64::from(u8::from(guess.score())), hints.unwrap_or_default())
    };
    let done = tokio::task::spawn_blocking(work).await;
    let (score, hints): (i64, Vec<String>) = done.map_err(|error| Error::internal(format!("a password was not judged: {error}")))?;
    if score > policy.zxcvbn_score_threshold {
        return Ok(PolicyResult::silent(true));
    }
    let messages = ["Password is too weak.".to_owned()].into_iter().chain(hints).collect();
    Ok(PolicyResult { messages, ..PolicyResult::silent(false) })
}

/// What somebody who guesses would try first.
async fn known(cx: &Context, request: &PolicyRequest) -> Result<Vec<String>> {
    let mut known = Vec::new();
    if let Some(user) = &request.user_row {
        known.extend(PROMPTS.iter().map(|name| user.text(name).to_owned()));
    }
    let typed = request.context.get("prompt_data");
    known.extend(PROMPTS.iter().filter_map(|name| typed?.get(*name).and_then(Json::as_str)).map(str::to_owned));
    if request.has_visitor()
        && let Some(brand) = brands::of_host(&cx.store, &cx.request.host).await?
    {
        known.push(brand.text("branding_title").to_owned());
    }
    known.retain(|word| !word.is_empty());
    Ok(known)
}
