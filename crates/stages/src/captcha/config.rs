//! Telling people from programs.

use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// In which form the service is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "RequestContentTypeEnum")]
pub enum RequestContentType {
    /// As a form.
    #[choice(value = "application/x-www-form-urlencoded", label = "Form")]
    Form,
    /// As JSON.
    #[choice(value = "application/json", label = "JSON")]
    Json,
}

/// Has a service outside judge whether the visitor is a person: reCAPTCHA, hCaptcha, Turnstile or one that speaks like them.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/captcha", model = "authentik_stages_captcha.captchastage", form = "ak-stage-captcha-form",
           order = "name", search = [name], filter = [name, public_key])]
pub struct CaptchaStage {
    /// Key by which the service knows the page; every visitor can see it.
    pub public_key: String,
    /// Key by which the service knows this server.
    #[field(write_only, kind = secret)]
    pub private_key: String,
    /// Address of the script that runs in the browser.
    #[field(default = "https://www.recaptcha.net/recaptcha/api.js")]
    pub js_url: String,
    /// Address at which this server asks what the service found.
    #[field(default = "https://www.recaptcha.net/recaptcha/api/siteverify")]
    pub api_url: String,
    /// In which form it asks.
    #[field(default = "application/x-www-form-urlencoded")]
    pub request_content_type: RequestContentType,
    /// The visitor has something to do; otherwise the service decides unseen.
    #[field(default = false)]
    pub interactive: bool,
    /// Lowest score that passes, from 0 (a program) to 1 (a person).
    #[field(default = 0.5)]
    pub score_min_threshold: f64,
    /// Highest score that passes; -1 means that there is none.
    #[field(default = 1.0)]
    pub score_max_threshold: f64,
    /// Turn away who does not pass; otherwise the score is only kept, for policies to look at.
    #[field(default = true)]
    pub error_on_invalid_score: bool,
}
