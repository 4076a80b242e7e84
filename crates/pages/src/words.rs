//! What the pages say, one table per language. A missing translation does not compile.
//!
//! Texts that come with a challenge (titles, labels, messages of the contract) are shown as they come.

mod de;
mod en;

use serde::Serialize;

static LANGUAGES: [&Words; 2] = [&en::WORDS, &de::WORDS];

/// The words for a language tag; English when there is no translation.
pub(crate) fn of(lang: &str) -> &'static Words {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.into_iter().find(|words| words.tag.eq_ignore_ascii_case(primary)).unwrap_or(&en::WORDS)
}

/// Every language the pages speak: tag and own name.
pub(crate) fn languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES.into_iter().map(|words| (words.tag, words.own_name))
}

/// The best language that we speak for an `Accept-Language` header (RFC 9110 §12.5.4).
pub fn negotiate_language(accept_language: &str) -> &'static str {
    let mut wanted: Vec<(f32, &str)> = accept_language.split(',').filter_map(weighed).collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let spoken = |tag: &str| LANGUAGES.iter().find(|words| tag.split('-').next().is_some_and(|tag| words.tag.eq_ignore_ascii_case(tag)));
    wanted.into_iter().find_map(|(_, tag)| spoken(tag)).unwrap_or(&LANGUAGES[0]).tag
}

fn weighed(range: &str) -> Option<(f32, &str)> {
    let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
    (weight > 0.0).then_some((weight, tag.trim()))
}

/// What an error page says.
#[derive(Debug, Serialize)]
pub(crate) struct Sorry {
    pub(crate) title: &'static str,
    pub(crate) sentence: &'static str,
    pub(crate) advice: &'static str,
}

/// One language. `{}` stands for a name that is put in.
#[derive(Debug, Serialize)]
pub(crate) struct Words {
    /// Language tag.
    pub(crate) tag: &'static str,
    /// The language's name for itself.
    pub(crate) own_name: &'static str,

    pub(crate) error: &'static str,
    pub(crate) problem: &'static str,
    pub(crate) problems: &'static str,
    pub(crate) optional: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) automatic: &'static str,
    pub(crate) show: &'static str,
    pub(crate) hide: &'static str,
    pub(crate) show_password: &'static str,
    pub(crate) hide_password: &'static str,
    pub(crate) file_needs_script: &'static str,
    pub(crate) go_on: &'static str,
    pub(crate) log_in: &'static str,
    pub(crate) not_you: &'static str,
    pub(crate) start_over: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) message: &'static str,

    pub(crate) username: &'static str,
    pub(crate) email: &'static str,
    pub(crate) upn: &'static str,
    pub(crate) or: &'static str,
    pub(crate) password: &'static str,
    pub(crate) to_application: &'static str,
    pub(crate) remember_username: &'static str,
    pub(crate) captcha: &'static str,
    pub(crate) forgot: &'static str,
    pub(crate) passwordless: &'static str,
    pub(crate) enroll: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) source: &'static str,
    pub(crate) source_elsewhere: &'static str,

    pub(crate) consent_asks: &'static str,
    pub(crate) consent_given: &'static str,
    pub(crate) consent_new: &'static str,
    pub(crate) allow: &'static str,
    pub(crate) decline: &'static str,

    pub(crate) denied: &'static str,
    pub(crate) denied_advice: &'static str,
    pub(crate) invitation: &'static str,
    pub(crate) invitation_sentence: &'static str,
    pub(crate) invitation_advice: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) failed_sentence: &'static str,
    pub(crate) failed_advice: &'static str,
    pub(crate) details: &'static str,

    pub(crate) logged_out: &'static str,
    pub(crate) logged_out_of: &'static str,
    pub(crate) still_logged_in: &'static str,
    pub(crate) log_out_of: &'static str,
    pub(crate) overview: &'static str,
    pub(crate) log_in_to: &'static str,

    pub(crate) stay: &'static str,
    pub(crate) stay_sentence: &'static str,
    pub(crate) stay_yes: &'static str,
    pub(crate) stay_no: &'static str,

    pub(crate) inbox: &'static str,
    pub(crate) inbox_sentence: &'static str,
    pub(crate) inbox_advice: &'static str,
    pub(crate) resend: &'static str,
    pub(crate) resent: &'static str,

    pub(crate) dummy: &'static str,
    pub(crate) redirect: &'static str,
    pub(crate) redirect_sentence: &'static str,
    pub(crate) redirect_refused: &'static str,
    pub(crate) shell: &'static str,
    pub(crate) shell_sentence: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) unknown_sentence: &'static str,
    pub(crate) unknown_advice: &'static str,

    pub(crate) to_start: &'static str,
    pub(crate) welcome: &'static str,
    pub(crate) logged_in_as: &'static str,
    pub(crate) your_account: &'static str,
    pub(crate) change_settings: &'static str,
    pub(crate) change_password: &'static str,
    pub(crate) administration: &'static str,
    pub(crate) api: &'static str,
    pub(crate) log_out: &'static str,

    pub(crate) setup: &'static str,
    pub(crate) setup_sentence: &'static str,
    pub(crate) setup_email_help: &'static str,
    pub(crate) setup_repeat: &'static str,
    pub(crate) setup_button: &'static str,

    pub(crate) bad_request: Sorry,
    pub(crate) forbidden: Sorry,
    pub(crate) not_found: Sorry,
    pub(crate) not_allowed: Sorry,
    pub(crate) gone: Sorry,
    pub(crate) too_large: Sorry,
    pub(crate) too_many: Sorry,
    pub(crate) unavailable: Sorry,
    pub(crate) internal: Sorry,
}

impl Words {
    /// What to say for an HTTP status.
    pub(crate) fn sorry(&self, status: u16) -> &Sorry {
        match status {
            401 | 403 => &self.forbidden,
            404 => &self.not_found,
            405 => &self.not_allowed,
            410 => &self.gone,
            413 => &self.too_large,
            429 => &self.too_many,
            400..=499 => &self.bad_request,
            502..=504 => &self.unavailable,
            _ => &self.internal,
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_page_speaks_the_asked_language_or_english() {
        for (asked, spoken) in [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("en-GB", "en"), ("fr", "en"), ("", "en"), ("den", "en")] {
            assert_eq!(of(asked).tag, spoken, "{asked}");
        }
    }

    #[test]
    fn the_browsers_order_of_languages_counts() {
        for (header, spoken) in [
            ("de-DE,de;q=0.9,en;q=0.8", "de"),
            ("fr, en;q=0.4, de;q=0.5", "de"),
            ("en, de", "en"),
            ("de;q=0, en;q=0.1", "en"),
            ("fr", "en"),
            ("", "en"),
            (";;q=,,de;q=x", "en"),
        ] {
            assert_eq!(negotiate_language(header), spoken, "{header}");
        }
    }

    #[test]
    fn every_text_is_there_and_keeps_its_gap_in_every_language() {
        let all: Vec<serde_json::Value> = LANGUAGES.iter().map(|words| serde_json::to_value(words).unwrap()).collect();
        let english = all.first().unwrap().as_object().unwrap();
        for other in &all {
            for (key, text) in english {
                let (ours, theirs) = (text.to_string(), other.get(key).unwrap().to_string());
                assert!(!theirs.contains("\"\""), "{key} is empty");
                assert_eq!(ours.matches("{}").count(), theirs.matches("{}").count(), "{key}");
            }
        }
    }
}
