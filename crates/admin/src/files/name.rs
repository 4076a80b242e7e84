//! Names that files may have.

/// Longest name, folders included.
const LONGEST: usize = 200;

/// Most folders in a row.
const DEEPEST: usize = 8;

/// A name is words with slashes between, of ASCII letters, digits, dots, hyphens and underscores; none begins with a dot, so none
/// leads out of the folder or is hidden in it.
///
/// # Errors
/// What is wrong, in words for people.
pub(super) fn check(name: &str) -> Result<(), &'static str> {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    let word = |word: &str| !word.is_empty() && !word.starts_with('.') && !word.ends_with('.') && word.chars().all(letter);
    if name.len() > LONGEST {
        return Err("The name of a file may not be longer than 200 characters.");
    }
    if !name.split('/').all(word) {
        return Err(
            "The name of a file may hold letters, digits, dots, hyphens, underscores and slashes, and no part of it may begin or end with a dot.",
        );
    }
    if name.split('/').count() > DEEPEST {
        return Err("A file may not lie deeper than in seven folders.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out() {
        for good in ["a.png", "icons/a-b_c.svg", "A1"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in ["", "/a", "a/", "a//b", "..", "a/../b", ".hidden", "a\\b", "a b", "a\0", "ä.png", "a.", "C:x", "%2e%2e"] {
            assert!(check(bad).is_err(), "{bad}");
        }
        assert!(check(&"a".repeat(201)).is_err() && check("a/b/c/d/e/f/g/h/i").is_err());
    }
}
