//! The key that signs session cookies: given by a setting, or made once and kept.
//!
//! Beside the embedded database it is kept in a file that only the server's own user can read. Nodes on PostgreSQL share no
//! folder, so there the key is kept in the database, where every node finds the same one; who wants it apart from the data sets
//! `VESTIBULE_SECRET_KEY`.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use serde_json::Value as Json;
use vestibule_resource::{Error, Result};
use vestibule_store::{Actor, Database, Store};

use crate::settings::Settings;

/// Name of the file in the data folder.
const FILE: &str = "secret.key";

/// Name of the note in the database.
const NOTE: &str = "secret_key";

/// Letters of a key that is made.
const LENGTH: usize = 64;

/// The key of this installation.
///
/// # Errors
/// `Internal`, in words for an administrator, when it can neither be read nor kept.
pub(crate) async fn load(settings: &Settings, store: &Store) -> Result<String> {
    match (&settings.secret_key, &settings.database) {
        (Some(key), _) => Ok(key.clone()),
        (None, Database::Sqlite(folder)) => in_folder(folder, &store.world().key(LENGTH)),
        (None, Database::Postgres(_)) => noted(store, NOTE, &store.world().key(LENGTH)).await,
    }
}

/// The text that stands in the store under that name; `fresh` when nothing did, which then does.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn noted(store: &Store, name: &str, fresh: &str) -> Result<String> {
    let mut tx = store.begin(Actor::default()).await?;
    if tx.claim_setting(name, fresh.into()).await? {
        tx.commit().await?;
        return Ok(fresh.to_owned());
    }
    drop(tx);
    let kept = store.setting(name).await?;
    kept.as_ref()
        .and_then(Json::as_str)
        .map(str::to_owned)
        .ok_or_else(|| Error::internal(format!("the note {name} in the database is no text")))
}

fn in_folder(folder: &Path, fresh: &str) -> Result<String> {
    let file = folder.join(FILE);
    let told = |error: io::Error| Error::internal(format!("the secret key in {} cannot be read or kept: {error}", file.display()));
    let key = keep(&file, fresh).map_err(told)?;
    let key = key.trim();
    if key.len() < 32 {
        return Err(Error::internal(format!(
            "the secret key in {} is too short: restore it, or remove the file and everybody logs in anew",
            file.display()
        )));
    }
    Ok(key.to_owned())
}

/// What the file holds. When there is none, a complete one is put in its place in one step, so that a crash leaves no half key
/// and of two servers that start at once both get the same.
fn keep(file: &Path, fresh: &str) -> io::Result<String> {
    match fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        read => return read,
    }
    let draft = PathBuf::from(format!("{}.{}", file.display(), std::process::id()));
    write(&draft, fresh)?;
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::read_to_string(file),
    }
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_key_is_made_once_and_only_its_owner_can_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = ("a".repeat(64), "b".repeat(64));
        assert_eq!(in_folder(folder.path(), &first).unwrap(), first);
        assert_eq!(in_folder(folder.path(), &second).unwrap(), first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_key_that_was_cut_short_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "short").unwrap();
        let told = in_folder(folder.path(), &"a".repeat(64)).unwrap_err().to_string();
        assert!(told.contains("secret.key"), "{told}");
    }
}
