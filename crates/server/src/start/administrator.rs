//! The first administrator.

use vestibule_core::{
    groups::{GROUPS_OF_USER, Group},
    tokens::{Intent, NewToken},
    users::User,
};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_secret::Passwords;
use vestibule_store::{Query, Transaction};
use vestibule_world::World;

/// Their user name, which clients of the contract expect.
const USERNAME: &str = "akadmin";

/// Name of the group whose members may do everything; see `defaults/10-administrators.json`.
const GROUP: &str = "authentik Admins";

/// The hash of a password, or what stands for none.
///
/// # Errors
/// `Internal` when it could not be made.
pub(super) async fn hash(passwords: &Passwords, world: &World, password: Option<&str>) -> Result<String> {
    match password {
        None => Ok(vestibule_secret::unusable(world)),
        Some(password) => passwords.hash(password, world).await.ok_or_else(|| Error::internal("the password could not be hashed")),
    }
}

/// Makes the administrator, or gives the one who is there this password and address.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn make(tx: &mut Transaction, world: &World, password: String, email: &str) -> Result<Record> {
    let secret = vec![
        ("password", Value::Text(password)),
        ("password_change_date", Value::Time(world.now())),
        ("email", Value::from(email)),
        ("is_active", Value::Bool(true)),
    ];
    let known = tx.first(&Query::all(User::RESOURCE).is("username", USERNAME)).await?;
    let user = match known {
        Some(user) => tx.update(User::RESOURCE, user.key(), secret).await?.unwrap_or(user),
        None => {
            let name = [("username", Value::from(USERNAME)), ("name", Value::from("authentik Default Admin"))];
            tx.insert(User::RESOURCE, name.into_iter().chain(secret).collect()).await?
        }
    };
    let group = match tx.first(&Query::all(Group::RESOURCE).is("name", GROUP)).await? {
        Some(group) => group,
        None => tx.insert(Group::RESOURCE, vec![("name", GROUP.into()), ("is_superuser", true.into())]).await?,
    };
    tx.link(&GROUPS_OF_USER, user.key(), group.key()).await?;
    Ok(user)
}

/// Makes the administrator's API token. It does not expire.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn make_token(tx: &mut Transaction, user: &Record, key: &str) -> Result<()> {
    let token = NewToken {
        identifier: "authentik-bootstrap-token".to_owned(),
        intent: Intent::Api,
        user: user.key().as_int().unwrap_or_default(),
        description: "Made at the first start".to_owned(),
        expires: None,
        key: key.to_owned(),
    };
    token.insert(tx).await.map(drop)
}
