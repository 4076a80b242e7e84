//! Settings as they were written, before anybody judges them.

use std::collections::HashMap;

use clap::{Arg, ArgMatches};

use super::table::{SETTINGS, Setting};

/// The texts of all settings that somebody gave: a flag wins over its variable, that over its alias. Empty means not given.
#[derive(Debug, Default)]
pub struct Raw {
    given: HashMap<&'static str, String>,
    /// Variables that begin like ours but are none of ours.
    pub(crate) unknown: Vec<String>,
}

impl Raw {
    /// Gathers flags and variables.
    pub fn gather(flags: &ArgMatches, variables: impl IntoIterator<Item = (String, String)>) -> Self {
        let variables: HashMap<String, String> = variables.into_iter().collect();
        let mut raw = Raw::default();
        for setting in SETTINGS {
            let flag = flags.get_one::<String>(setting.name);
            let alias = setting.alias().and_then(|name| variables.get(&name));
            let text = [flag, variables.get(&setting.variable()), alias].into_iter().flatten().find(|text| !text.is_empty());
            if let Some(text) = text {
                raw.given.insert(setting.name, text.clone());
            }
        }
        raw.unknown = variables.into_keys().filter(|name| name.starts_with("VESTIBULE_") && !known(name)).collect();
        raw.unknown.sort();
        raw
    }

    /// What was given for a setting.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    #[cfg(test)]
    pub(crate) fn of(pairs: &[(&'static str, &str)]) -> Self {
        Raw { given: pairs.iter().map(|(name, text)| (*name, (*text).to_owned())).collect(), unknown: Vec::new() }
    }
}

fn known(variable: &str) -> bool {
    SETTINGS.iter().any(|setting| setting.variable() == variable)
}

/// The flags of all settings.
pub fn flags() -> impl Iterator<Item = Arg> {
    SETTINGS.iter().map(flag)
}

fn flag(setting: &'static Setting) -> Arg {
    let mut help = format!("{} [variable: {}]", setting.help, setting.variable());
    if !setting.default.is_empty() {
        help.push_str(&format!(" [default: {}]", setting.default));
    }
    Arg::new(setting.name).long(setting.name).value_name(setting.value).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gather(arguments: &[&str], variables: &[(&str, &str)]) -> Raw {
        let flags = clap::Command::new("serve").no_binary_name(true).args(flags()).get_matches_from(arguments);
        Raw::gather(&flags, variables.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    #[test]
    fn a_flag_wins_over_its_variable_and_that_over_the_alias() {
        let variables = [("VESTIBULE_BOOTSTRAP_EMAIL", "b@x"), ("AUTHENTIK_BOOTSTRAP_EMAIL", "c@x")];
        assert_eq!(gather(&["--bootstrap-email", "a@x"], &variables).get("bootstrap-email"), Some("a@x"));
        assert_eq!(gather(&[], &variables).get("bootstrap-email"), Some("b@x"));
        assert_eq!(gather(&[], &variables[1..]).get("bootstrap-email"), Some("c@x"));
    }

    #[test]
    fn only_bootstrap_variables_have_an_alias() {
        assert_eq!(gather(&[], &[("AUTHENTIK_LISTEN", "0.0.0.0:1")]).get("listen"), None);
    }

    #[test]
    fn an_empty_variable_counts_as_absent() {
        assert_eq!(gather(&[], &[("VESTIBULE_MAIL_URL", "")]).get("mail-url"), None);
    }

    #[test]
    fn a_misspelt_variable_is_noticed() {
        assert_eq!(gather(&[], &[("VESTIBULE_LISTN", "x"), ("VESTIBULE_LISTEN", "y"), ("HOME", "z")]).unknown, ["VESTIBULE_LISTN"]);
    }
}
