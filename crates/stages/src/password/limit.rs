//! How many wrong passwords a flow puts up with.
//!
//! The contract counts by reputation: the flow ends once the score of the name has fallen by the limit since the question was
//! first asked, from wherever it fell. A score cannot fall below its floor, so a name that is there already could be guessed at
//! for ever; therefore the wrong passwords of the plan itself count too.

use serde_json::{Map, Value as Json};

/// Score of the name when the question was first asked.
const INITIAL: &str = "goauthentik.io/stages/password/initial_score";

/// Wrong passwords in this plan.
const WRONG: &str = "vestibule/stages/password/wrong";

/// Whether the score at the beginning is still to be noted.
pub(super) fn begins(context: &Map<String, Json>) -> bool {
    !context.contains_key(INITIAL)
}

/// Notes the score at the beginning.
pub(super) fn begin(context: &mut Map<String, Json>, score: i64) {
    context.insert(INITIAL.to_owned(), Json::from(score));
}

/// Counts a wrong password, with the score that the name has now; whether that was the last one.
pub(super) fn wrong(context: &mut Map<String, Json>, score: i64, limit: i64) -> bool {
    let number = |name: &str| context.get(name).and_then(Json::as_i64);
    let wrong = number(WRONG).unwrap_or(0).saturating_add(1);
    let fallen = number(INITIAL).unwrap_or(score).saturating_sub(score);
    context.insert(WRONG.to_owned(), Json::from(wrong));
    wrong.max(fallen) >= limit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_password_is_the_last() {
        let mut context = Map::new();
        begin(&mut context, 1);
        let ends: Vec<bool> = [0, -1, -2, -3, -4].map(|score| wrong(&mut context, score, 5)).into();
        assert_eq!(ends, [false, false, false, false, true]);
    }

    #[test]
    fn a_name_at_its_lowest_score_is_not_open_to_guessing() {
        let mut context = Map::new();
        begin(&mut context, -5);
        let ends: Vec<bool> = [-5; 5].map(|score| wrong(&mut context, score, 5)).into();
        assert_eq!(ends, [false, false, false, false, true]);
    }

    #[test]
    fn guesses_from_elsewhere_count_too() {
        let mut context = Map::new();
        begin(&mut context, 0);
        assert!(wrong(&mut context, -5, 5));
    }

    #[test]
    fn a_limit_of_nothing_forgives_nothing() {
        for limit in [0, -3, i64::MIN] {
            assert!(wrong(&mut Map::new(), 0, limit));
        }
    }
}
