//! The template engine, with escaping that no template can switch off.

use std::{fmt, sync::LazyLock};

use minijinja::{Environment, UndefinedBehavior, Value, syntax::SyntaxConfig, value::Serde};
use serde_json::Value as Json;

use crate::url;

/// A page that could not be made: a fault in a template, never in the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderError(String);

impl fmt::Display for RenderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the page could not be made: {}", self.0)
    }
}

impl std::error::Error for RenderError {}

/// Fills a template in.
pub(crate) fn fill(template: &str, values: &Json) -> Result<String, RenderError> {
    let problem = |error: &minijinja::Error| RenderError(format!("{error:#}"));
    let environment = ENVIRONMENT.as_ref().map_err(problem)?;
    let template = environment.get_template(template).map_err(|error| problem(&error))?;
    template.render(Value::from(Serde(values))).map_err(|error| problem(&error))
}

/// Every template by name.
pub(crate) static TEMPLATES: &[(&str, &str)] = &[
    ("frame.html", include_str!("templates/frame.html")),
    ("mark.html", include_str!("templates/mark.html")),
    ("flow.html", include_str!("templates/flow.html")),
    ("form.html", include_str!("templates/form.html")),
    ("field.html", include_str!("templates/field.html")),
    ("state.html", include_str!("templates/state.html")),
    ("optional.html", include_str!("templates/optional.html")),
    ("errors.html", include_str!("templates/errors.html")),
    ("links.html", include_str!("templates/links.html")),
    ("reference.html", include_str!("templates/reference.html")),
    ("again.html", include_str!("templates/again.html")),
    ("identification.html", include_str!("templates/identification.html")),
    ("fields.html", include_str!("templates/fields.html")),
    ("consent.html", include_str!("templates/consent.html")),
    ("denied.html", include_str!("templates/denied.html")),
    ("flow_error.html", include_str!("templates/flow_error.html")),
    ("session_end.html", include_str!("templates/session_end.html")),
    ("user_login.html", include_str!("templates/user_login.html")),
    ("email.html", include_str!("templates/email.html")),
    ("redirect.html", include_str!("templates/redirect.html")),
    ("shell.html", include_str!("templates/shell.html")),
    ("notice.html", include_str!("templates/notice.html")),
    ("home.html", include_str!("templates/home.html")),
];

static ENVIRONMENT: LazyLock<Result<Environment<'static>, minijinja::Error>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.remove_filter("safe");
    environment.add_filter("link", |address: &str| url::link(address).to_owned());
    environment.add_filter("image", |address: &str| url::image(address).to_owned());
    environment.add_filter("with", |words: &str, value: &str| words.replace("{}", value));
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Attributes that hold an address, and what may stand in them.
    #[test]
    fn addresses_in_templates_pass_the_allow_list() {
        for (name, source) in TEMPLATES {
            for attribute in ["href=\"", "src=\"", "srcset=\"", "action=\"", "url="] {
                for found in source.split(attribute).skip(1) {
                    let value = found.split('"').next().unwrap_or_default();
                    let checked = value.contains("|link }}")
                        || value.contains("|image }}")
                        || value.starts_with("{{ static.")
                        || value.starts_with('#');
                    assert!(checked, "{name}: {attribute}{value}");
                }
            }
        }
    }

    #[test]
    fn templates_have_no_inline_script_or_style() {
        for (name, source) in TEMPLATES {
            for bad in ["style=", "<style", " on", "javascript:", "|safe", "autoescape"] {
                let found = source.match_indices(bad).any(|(at, _)| bad != " on" || is_handler(source, at));
                assert!(!found, "{name}: {bad}");
            }
        }
    }

    fn is_handler(source: &str, at: usize) -> bool {
        let word: String = source.chars().skip(at + 1).take_while(|c| c.is_ascii_alphanumeric()).collect();
        source.get(at + 1 + word.len()..).is_some_and(|rest| rest.starts_with('='))
    }
}
