//! The folder in which blueprints lie as files.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use sha2::{Digest as _, Sha512};
use vestibule_resource::{Error, Result};

use super::document::{Document, LARGEST};

/// Most blueprints of a folder.
const MOST: usize = 5_000;

/// Most folders in a row.
const DEEPEST: usize = 16;

/// A folder with blueprints. Cheap to clone.
#[derive(Debug, Clone)]
pub struct BlueprintFolder {
    root: Arc<Path>,
}

/// A blueprint in the folder.
#[derive(Debug, Clone)]
pub(super) struct Blueprint {
    /// Its path below the folder, with slashes.
    pub(super) path: String,
    /// When it was last changed.
    pub(super) changed: Timestamp,
    /// SHA-512 of its bytes, in hexadecimal digits.
    pub(super) hash: String,
    /// What it says about itself.
    pub(super) document: Document,
}

impl BlueprintFolder {
    /// Blueprints in that folder, if there is one.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        BlueprintFolder { root: root.into().into() }
    }

    /// Every file `*.yaml` that is a blueprint, by path. Hidden files and folders, and links, are passed over.
    pub(super) async fn all(&self) -> Result<Vec<Blueprint>> {
        let root = Arc::clone(&self.root);
        let done = tokio::task::spawn_blocking(move || {
            let mut found = Vec::new();
            gather(&root, "", 0, &mut found).map(|()| found)
        });
        let mut found = done
            .await
            .map_err(io::Error::other)
            .and_then(|done| done)
            .map_err(|error| Error::internal(format!("the folder of blueprints: {error}")))?;
        found.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(found)
    }
}

fn gather(folder: &Path, before: &str, depth: usize, found: &mut Vec<Blueprint>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let word = entry.file_name();
        let Some(path) = word.to_str().filter(|word| !word.starts_with('.')).map(|word| format!("{before}{word}")) else { continue };
        let kind = entry.file_type()?;
        if kind.is_dir() && depth < DEEPEST {
            gather(&entry.path(), &format!("{path}/"), depth + 1, found)?;
        } else if kind.is_file() && path.ends_with(".yaml") && found.len() < MOST {
            found.extend(read(&entry, path)?);
        }
    }
    Ok(())
}

/// The blueprint of a file; `None` when it is none.
fn read(entry: &fs::DirEntry, path: String) -> io::Result<Option<Blueprint>> {
    let about = entry.metadata()?;
    if about.len() > LARGEST as u64 {
        return Ok(None);
    }
    let bytes = fs::read(entry.path())?;
    let document = std::str::from_utf8(&bytes).ok().and_then(|text| Document::read(text).ok());
    let changed = Timestamp::try_from(about.modified()?).unwrap_or_default();
    Ok(document.map(|document| Blueprint { path, changed, hash: hex::encode(Sha512::digest(&bytes)), document }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[tokio::test]
    async fn blueprints_are_told_from_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert!(BlueprintFolder::at(root.join("none")).all().await.unwrap().is_empty());
        fs::create_dir_all(root.join("b/.git")).unwrap();
        for (path, text) in
            [("b/one.yaml", "version: 1"), ("a.yaml", "entries: []"), ("b/.git/x.yaml", ""), ("c.yaml", "- x"), ("d.txt", "")]
        {
            fs::write(root.join(path), text).unwrap();
        }
        let all = BlueprintFolder::at(root).all().await.unwrap();
        assert_eq!(all.iter().map(|found| found.path.as_str()).collect::<Vec<_>>(), ["a.yaml", "b/one.yaml"]);
        assert_eq!(all.first().unwrap().hash.len(), 128);
    }
}
