//! A file in MaxMind's format, read again when it changes.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use maxminddb::{LookupResult, MaxMindDbError, Reader};

/// A file that was read into memory.
type Loaded = Reader<Vec<u8>>;

/// A file that may be replaced by a newer one at any time.
#[derive(Debug)]
pub(super) struct File {
    path: PathBuf,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// When the file was written that was last tried, and its length.
    tried: Option<(SystemTime, u64)>,
    reader: Option<Arc<Loaded>>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Kept").field("tried", &self.tried).finish_non_exhaustive()
    }
}

impl File {
    pub(super) fn new(path: PathBuf) -> Self {
        let file = File { path, kept: Mutex::default() };
        file.reader();
        file
    }

    /// Whether there is anything to look things up in.
    pub(super) fn is_there(&self) -> bool {
        self.reader().is_some()
    }

    /// What the file tells of an address. What cannot be read is not known.
    pub(super) fn look_up<T>(
        &self,
        ip: IpAddr,
        read: impl FnOnce(&LookupResult<'_, Vec<u8>>) -> Result<Option<T>, MaxMindDbError>,
    ) -> Option<T> {
        let reader = self.reader()?;
        let told = reader.lookup(ip.to_canonical()).and_then(|found| if found.has_data() { read(&found) } else { Ok(None) });
        told.unwrap_or_else(|error| {
            tracing::warn!(file = %self.path.display(), %error, "an address cannot be looked up");
            None
        })
    }

    /// What is in memory. A newer file replaces it, unless that cannot be read: then the older one serves on.
    fn reader(&self) -> Option<Arc<Loaded>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let written = std::fs::metadata(&self.path).and_then(|facts| Ok((facts.modified()?, facts.len()))).ok();
        if written.is_some() && kept.tried != written {
            kept.tried = written;
            match load(&self.path) {
                Ok(reader) => kept.reader = Some(Arc::new(reader)),
                Err(error) => tracing::error!(file = %self.path.display(), error, "a file of places or networks cannot be read"),
            }
        }
        kept.reader.clone()
    }
}

fn load(path: &Path) -> Result<Loaded, String> {
    Reader::open_readfile(path).map_err(|error| error.to_string())
}

/// Whether a file can be read.
///
/// # Errors
/// Why it cannot, in words.
pub fn check(path: &Path) -> Result<(), String> {
    load(path).map(|_| ())
}
