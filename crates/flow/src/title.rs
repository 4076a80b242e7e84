//! The title of a flow, with what it mentions filled in.

/// Fills `%(app)s` and `%(user)s` into a title; `%%` is a percent sign. A title with any other percent sign is shown as it stands.
pub(crate) fn fill(title: &str, app: &str, user: &str) -> String {
    filled(title, app, user).unwrap_or_else(|| title.to_owned())
}

fn filled(title: &str, app: &str, user: &str) -> Option<String> {
    let mut out = String::with_capacity(title.len());
    let mut rest = title;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let known = [("%", "%"), ("(app)s", app), ("(user)s", user)];
        let (word, value) = known.into_iter().find(|(word, _)| after.starts_with(word))?;
        out.push_str(value);
        rest = after.strip_prefix(word)?;
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_application_and_user() {
        for (title, shown) in [
            ("Welcome!", "Welcome!"),
            ("Log in to %(app)s", "Log in to Wiki"),
            ("%(user)s, continue to %(app)s", "jo, continue to Wiki"),
            ("100%%", "100%"),
            ("100%", "100%"),
            ("50% off %(app)s", "50% off %(app)s"),
            ("%(other)s", "%(other)s"),
            ("%(app)d", "%(app)d"),
            ("%(app", "%(app"),
        ] {
            assert_eq!(fill(title, "Wiki", "jo"), shown);
        }
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(fill("%(app)s", "%(user)s", "jo"), "%(user)s");
    }
}
