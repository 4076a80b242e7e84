//! Dates in the form that the browser's own controls take.

/// The date at the start of a text such as `2026-05-01 10:30:00+00:00`; empty when there is none.
pub(crate) fn date(text: &str) -> &str {
    match text.split_at_checked(10) {
        Some((date, _)) if fits(date, "0000-00-00") => date,
        _ => "",
    }
}

/// Date and time at the start of a text, as `2026-05-01T10:30`; empty when there is none.
pub(crate) fn date_time(text: &str) -> String {
    let (date, rest) = (date(text), text.get(11..16).unwrap_or_default());
    if !date.is_empty() && fits(rest, "00:00") { format!("{date}T{rest}") } else { String::new() }
}

/// Whether a text has digits where the pattern has zeros, and is the same elsewhere.
fn fits(text: &str, pattern: &str) -> bool {
    let same = |(have, want): (char, char)| if want == '0' { have.is_ascii_digit() } else { have == want };
    text.chars().count() == pattern.len() && text.chars().zip(pattern.chars()).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_common_spelling_fill_the_control() {
        for text in ["2026-05-01", "2026-05-01T10:30", "2026-05-01 10:30:00+00:00", "2026-05-01T10:30:00.123Z"] {
            assert_eq!(date(text), "2026-05-01");
        }
        assert_eq!(date_time("2026-05-01 10:30:00+00:00"), "2026-05-01T10:30");
        assert_eq!(date_time("2026-05-01T10:30"), "2026-05-01T10:30");
    }

    #[test]
    fn what_is_no_date_leaves_the_control_empty() {
        for text in ["", "tomorrow", "01.05.2026", "2026-5-1", "äöüäöüäöüäöü", "2026-05-01T", "2026-05-01Txx:yy"] {
            assert_eq!(date_time(text), "", "{text}");
        }
        assert_eq!(date("2026/05/01"), "");
    }
}
