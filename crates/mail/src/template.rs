//! What the letters say.

use std::sync::LazyLock;

use jiff::Timestamp;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, value::Serde};
use serde_json::Value as Json;

use crate::MailError;

/// A letter that comes with the program.
#[derive(Debug)]
pub struct Template {
    /// Its full name, as stages and callers give it.
    pub name: &'static str,
    /// A shorter name for the same letter.
    pub alias: &'static str,
    /// What it is for, in a few words.
    pub description: &'static str,
    subject: &'static str,
    text: &'static str,
    html: &'static str,
}

/// A letter, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject line.
    pub subject: String,
    /// The letter as plain text.
    pub text: String,
    /// The letter as HTML, every value escaped.
    pub html: String,
}

static TEMPLATES: &[Template] = &[
    Template {
        name: "email/password_reset.html",
        alias: "password_reset",
        description: "Password Reset",
        subject: "Choose a new password{% if host is defined %} for {{ host }}{% endif %}",
        text: include_str!("templates/password_reset.txt"),
        html: include_str!("templates/password_reset.html"),
    },
    Template {
        name: "email/account_confirmation.html",
        alias: "account_confirmation",
        description: "Account Confirmation",
        subject: "Confirm your account{% if host is defined %} at {{ host }}{% endif %}",
        text: include_str!("templates/account_confirmation.txt"),
        html: include_str!("templates/account_confirmation.html"),
    },
    Template {
        name: "email/email_otp.html",
        alias: "email_otp",
        description: "Email OTP",
        subject: "Your code to log in{% if host is defined %} at {{ host }}{% endif %}",
        text: include_str!("templates/email_otp.txt"),
        html: include_str!("templates/email_otp.html"),
    },
    Template {
        name: "email/invitation.html",
        alias: "invitation",
        description: "Invitation",
        subject: "You have been invited to {{ host }}",
        text: include_str!("templates/invitation.txt"),
        html: include_str!("templates/invitation.html"),
    },
];

/// Every letter there is, in the order in which a person should see them.
pub fn templates() -> &'static [Template] {
    TEMPLATES
}

/// Fills a letter in. `template` is a full name or an alias. All need `url`, the link to follow, but for
/// `email_otp`, which needs `token`, the code to enter; `invitation` also needs `host`, the name of the place. All may have
/// `expires` (RFC 3339, shown as a person writes it), and those to users `user.name`.
pub fn render(template: &str, values: &Json) -> Result<Rendered, MailError> {
    let known = TEMPLATES.iter().find(|known| known.name == template || known.alias == template);
    let known = known.ok_or_else(|| MailError::UnknownTemplate(template.to_owned()))?;
    let environment = ENVIRONMENT.as_ref().map_err(|error| MailError::Template(error.to_string()))?;
    let values = Value::from(Serde(values));
    let fill = |name: &str, source: &str| {
        let filled = environment.render_named_str(name, source, &values);
        filled.map_err(|error| MailError::Template(format!("the mail template {template:?} could not be filled in: {error}")))
    };
    Ok(Rendered { subject: fill("subject.txt", known.subject)?, text: fill("body.txt", known.text)?, html: fill("body.html", known.html)? })
}

static ENVIRONMENT: LazyLock<Result<Environment<'static>, minijinja::Error>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    // A letter with a hole in it must not be sent.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|name| if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None });
    environment.add_filter("moment", moment);
    environment.add_template("frame.html", include_str!("templates/frame.html"))?;
    Ok(environment)
});

/// A point in time as a person writes it; what is not one is left as it is.
fn moment(text: String) -> String {
    match text.parse::<Timestamp>() {
        Ok(at) => at.strftime("%-d %B %Y, %H:%M UTC").to_string(),
        Err(_) => text,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use serde_json::json;

    use super::*;

    fn values() -> Json {
        json!({"url": "https://id.example.com/if/flow/enrol/?itoken=1&next=/", "host": "id.example.com",
               "expires": "2030-01-02T03:04:05.678901Z", "token": "123456", "user": {"name": "Ada", "username": "ada"}})
    }

    #[test]
    fn an_invitation_says_where_what_and_until_when() {
        let letter = render("invitation", &values()).unwrap();
        assert_eq!(letter.subject, "You have been invited to id.example.com");
        assert!(letter.text.contains("\nhttps://id.example.com/if/flow/enrol/?itoken=1&next=/\n"), "{}", letter.text);
        assert!(letter.text.contains("until 2 January 2030, 03:04 UTC"), "{}", letter.text);
        assert!(letter.html.contains("href=\"https:&#x2f;&#x2f;id.example.com"), "{}", letter.html);
    }

    #[test]
    fn a_letter_is_found_by_its_full_name_and_by_its_alias() {
        for template in templates() {
            assert_eq!(render(template.name, &values()), render(template.alias, &values()), "{}", template.name);
        }
        assert_eq!(render("email/nothing.html", &values()), Err(MailError::UnknownTemplate("email/nothing.html".into())));
    }

    #[test]
    fn values_cannot_bring_markup_of_their_own() {
        let hostile = json!({"url": "https://x/\"><script>alert(1)</script>", "host": "<b>host</b>", "expires": "<i>", "token": "<i>",
                   "user": {"name": "<u>"}});
        for template in templates() {
            let html = render(template.name, &hostile).unwrap().html;
            for markup in ["<script>", "<b>", "<i>", "<u>"] {
                assert!(!html.contains(markup), "{markup} in {html}");
            }
        }
    }

    #[test]
    fn a_letter_without_its_link_or_code_is_not_made() {
        for template in templates() {
            assert!(matches!(render(template.name, &json!({"host": "id.example.com"})), Err(MailError::Template(_))), "{}", template.name);
        }
    }

    #[test]
    fn every_letter_adapts_to_narrow_and_dark_screens() {
        for template in templates() {
            let html = render(template.name, &values()).unwrap().html;
            for part in ["<!doctype html>", "lang=\"en\"", "width=device-width", "prefers-color-scheme: dark"] {
                assert!(html.contains(part), "{part} is missing from {}", template.name);
            }
            assert!(!html.contains("<table") && !html.contains("<img") && html.len() < 6_000);
        }
    }
}
