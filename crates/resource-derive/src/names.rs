//! Names made from Rust names.

/// `InvitationStage` as `["Invitation", "Stage"]`.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for (at, letter) in letters.iter().enumerate() {
        let after_small = before.is_some_and(|before| !before.is_uppercase());
        let before_small = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        match words.last_mut() {
            Some(word) if !(letter.is_uppercase() && (after_small || before_small)) => word.push(*letter),
            _ => words.push(letter.to_string()),
        }
        before = Some(*letter);
    }
    words
}

/// `InvitationStage` as `invitation_stage`.
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_").to_lowercase()
}

/// `InvitationStage` as `Invitation Stage`.
pub(crate) fn title(name: &str) -> String {
    words(name).join(" ")
}
