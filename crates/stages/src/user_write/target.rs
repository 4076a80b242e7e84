//! Whom the stage writes.

use vestibule_flow::PendingUser;
use vestibule_resource::Record;

use super::UserCreationMode;

/// Whom the stage writes.
#[derive(Debug)]
pub(super) enum Target {
    /// A user who is there.
    Existing(Box<Record>),
    /// A new one, with what was typed to identify them as long as nothing else is known.
    New {
        /// User name, if one was typed.
        username: String,
        /// E-mail address, if one was typed.
        email: String,
    },
}

/// Decides whom the stage writes: the user whom the flow is about, else the one who is logged in, else a new one. `pending` is
/// what the plan says, `row` that user's row, `caller` who is logged in.
///
/// # Errors
/// What the visitor reads when there is nobody to write.
pub(super) fn target(
    mode: UserCreationMode,
    pending: Option<PendingUser>,
    row: Option<Record>,
    caller: Option<Record>,
) -> Result<Target, &'static str> {
    let existing = match (&pending, row) {
        (Some(PendingUser::Saved { .. }), None) => return Err(super::write::FAILED),
        (_, Some(row)) => Some(row),
        (None, None) => caller,
        (Some(PendingUser::Unsaved { .. }), None) => None,
    };
    if let Some(row) = existing.filter(|_| mode != UserCreationMode::AlwaysCreate) {
        return Ok(Target::Existing(Box::new(row)));
    }
    if mode == UserCreationMode::NeverCreate {
        return Err("No user found and can't create new user.");
    }
    // Whoever is made anew is somebody else than the user whom the flow was about.
    Ok(match pending {
        Some(PendingUser::Unsaved { username, email }) => Target::New { username, email },
        _ => Target::New { username: String::new(), email: String::new() },
    })
}

#[cfg(test)]
mod tests {
    use vestibule_core::users::User;
    use vestibule_resource::Model as _;

    use super::*;

    fn user(pk: i64) -> Option<Record> {
        Some(Record::new(User::RESOURCE, vec![("id", pk.into())]))
    }

    fn told(target: Result<Target, &'static str>) -> String {
        match target {
            Ok(Target::Existing(row)) => format!("user {}", row.key()),
            Ok(Target::New { username, .. }) => format!("new {username}"),
            Err(message) => message.to_owned(),
        }
    }

    const REFUSED: &str = "No user found and can't create new user.";

    #[test]
    fn the_user_whom_the_flow_is_about_comes_before_the_one_who_is_logged_in() {
        use UserCreationMode::{AlwaysCreate, CreateWhenRequired, NeverCreate};
        let saved = || Some(PendingUser::Saved { pk: 1 });
        for (mode, wanted) in [(NeverCreate, "user 1"), (CreateWhenRequired, "user 1"), (AlwaysCreate, "new ")] {
            assert_eq!(told(target(mode, saved(), user(1), user(2))), wanted);
        }
        for (mode, wanted) in [(NeverCreate, "user 2"), (CreateWhenRequired, "user 2"), (AlwaysCreate, "new ")] {
            assert_eq!(told(target(mode, None, None, user(2))), wanted);
        }
    }

    #[test]
    fn nobody_is_made_where_nobody_may_be_made() {
        use UserCreationMode::{AlwaysCreate, CreateWhenRequired, NeverCreate};
        let typed = || Some(PendingUser::Unsaved { username: "ada".into(), email: "ada".into() });
        for pending in [None, typed()] {
            assert_eq!(told(target(NeverCreate, pending, None, None)), REFUSED);
        }
        assert_eq!(told(target(CreateWhenRequired, None, None, None)), "new ");
        assert_eq!(told(target(AlwaysCreate, typed(), None, None)), "new ada");
        assert_eq!(told(target(CreateWhenRequired, typed(), None, user(2))), "new ada", "a typed name is not the one who is logged in");
    }

    #[test]
    fn a_user_who_was_deleted_meanwhile_is_not_made_anew() {
        let gone = Some(PendingUser::Saved { pk: 1 });
        assert_eq!(told(target(UserCreationMode::CreateWhenRequired, gone, None, user(2))), super::super::write::FAILED);
    }
}
