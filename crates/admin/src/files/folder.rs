//! The folder in which files lie.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use vestibule_engine::{Answer, Body};
use vestibule_resource::{Error, Result};
use vestibule_world::World;

use super::{media_type, name};

/// Most files that one list tells.
const MOST: usize = 10_000;

/// Uploaded files, in a folder of the server. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Files {
    root: Arc<Path>,
}

impl Files {
    /// Files in that folder, which is made when the first one comes.
    pub fn in_folder(root: impl Into<PathBuf>) -> Self {
        Files { root: root.into().into() }
    }

    /// The file at an address below [`MEDIA`](vestibule_core::MEDIA), as an answer; `None` when there is none. Browsers show it as what
    /// its name says and run nothing in it.
    pub async fn serve(&self, name: &str) -> Option<Answer> {
        name::check(name).ok()?;
        let kind = media_type::of(name);
        let bytes = self
            .work({
                let name = name.to_owned();
                move |root| read(root, &name)
            })
            .await
            .ok()??;
        let place = if media_type::is_shown(kind) { "inline" } else { "attachment" };
        let answer = Answer { status: 200, headers: Vec::new(), body: Body::Other(kind, bytes.into()) };
        let answer = answer
            .with("content-disposition", place)
            .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        Some(answer.with("cache-control", "public, max-age=3600"))
    }

    /// The names of all files, in order.
    pub(super) async fn names(&self) -> Result<Vec<String>> {
        self.work(|root| {
            let mut names = Vec::new();
            gather(root, "", &mut names)?;
            names.sort();
            Ok(names)
        })
        .await
    }

    /// Keeps a file under a checked name; `false` when there is one of that name already. It is there whole or not at all.
    pub(super) async fn keep(&self, name: String, bytes: Vec<u8>, world: &World) -> Result<bool> {
        let passing = format!(".upload-{}", world.uuid().simple());
        self.work(move |root| keep(root, &name, &passing, &bytes)).await
    }

    /// Deletes the file of a checked name; whether there was one.
    pub(super) async fn delete(&self, name: &str) -> Result<bool> {
        let name = name.to_owned();
        self.work(move |root| match plain(root, &name)? {
            Some(path) => fs::remove_file(path).map(|()| true),
            None => Ok(false),
        })
        .await
    }

    /// Works with the disk, which may take its time.
    async fn work<T: Send + 'static>(&self, work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static) -> Result<T> {
        let root = Arc::clone(&self.root);
        let done = tokio::task::spawn_blocking(move || work(&root)).await;
        done.map_err(io::Error::other).and_then(|done| done).map_err(|error| Error::internal(format!("the folder of files: {error}")))
    }
}

/// The path of a file; `None` when there is none, or it is a link, a folder or behind a link.
fn plain(root: &Path, name: &str) -> io::Result<Option<PathBuf>> {
    let mut path = root.to_owned();
    for word in name.split('/') {
        path.push(word);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => return Ok(None),
            Ok(_) => {}
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(error),
        }
    }
    Ok(path.is_file().then_some(path))
}

fn read(root: &Path, name: &str) -> io::Result<Option<Vec<u8>>> {
    plain(root, name)?.map(fs::read).transpose()
}

/// Writes the file beside its place, and moves it there only when nothing is.
fn keep(root: &Path, name: &str, passing: &str, bytes: &[u8]) -> io::Result<bool> {
    let path = root.join(name);
    let folder = path.parent().unwrap_or(root).to_owned();
    if !made(root, &folder)? {
        return Ok(false);
    }
    let passing = folder.join(passing);
    let mut file = fs::File::create_new(&passing)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| fs::hard_link(&passing, &path));
    fs::remove_file(&passing)?;
    match written {
        Ok(()) => fs::File::open(&folder)?.sync_all().map(|()| true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Makes a folder below the root; `false` when a file or a link stands in the way.
fn made(root: &Path, folder: &Path) -> io::Result<bool> {
    fs::create_dir_all(root)?;
    let mut path = root.to_owned();
    for word in folder.strip_prefix(root).unwrap_or(Path::new("")) {
        path.push(word);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Ok(false),
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir(&path)?,
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// Adds the names of all files below a folder; links are passed over.
fn gather(folder: &Path, before: &str, names: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let word = entry.file_name();
        let Some(name) = word.to_str().map(|word| format!("{before}{word}")).filter(|name| name::check(name).is_ok()) else { continue };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            gather(&entry.path(), &format!("{name}/"), names)?;
        } else if kind.is_file() && names.len() < MOST {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    async fn names(files: &Files) -> Vec<String> {
        files.names().await.unwrap()
    }

    #[tokio::test]
    async fn a_file_is_kept_once_and_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path().join("media"));
        assert_eq!(names(&files).await, Vec::<String>::new());
        assert!(files.keep("a/b.png".into(), b"1".to_vec(), &World::real()).await.unwrap());
        assert!(!files.keep("a/b.png".into(), b"2".to_vec(), &World::real()).await.unwrap());
        assert!(!files.keep("a/b.png/c".into(), b"2".to_vec(), &World::real()).await.unwrap());
        assert_eq!(names(&files).await, ["a/b.png"]);
        assert!(matches!(files.serve("a/b.png").await.unwrap().body, Body::Other("image/png", bytes) if bytes == "1"));
        assert!(files.delete("a/b.png").await.unwrap() && !files.delete("a/b.png").await.unwrap());
        assert_eq!(names(&files).await, Vec::<String>::new());
    }

    #[tokio::test]
    async fn nothing_outside_of_the_folder_is_reached() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("media");
        fs::create_dir(&root).unwrap();
        fs::write(folder.path().join("secret"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path(), root.join("out")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("secret"), root.join("link")).unwrap();
        let files = Files::in_folder(&root);
        for name in ["../secret", "out/secret", "link", "/etc/passwd", ""] {
            assert!(files.serve(name).await.is_none(), "{name}");
        }
        assert!(!files.keep("out/new".into(), Vec::new(), &World::real()).await.unwrap());
        assert!(!files.delete("out/secret").await.unwrap() && !files.delete("link").await.unwrap());
        assert_eq!(names(&files).await, Vec::<String>::new());
    }
}
