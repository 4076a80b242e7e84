//! What a resource costs whoever declares one: lines, and seconds until an edit is checked and built.

use std::{fs, io, path::Path, process::Command, time::Instant};

/// A resource of middling size that is edited, in a crate that others build on.
const EDITED: &str = "crates/stages/src/deny/config.rs";

/// The crates that declare resources, and nothing but them and what is irregular about them.
const AREAS: &[&str] = &[
    "applications",
    "admin",
    "authenticators",
    "core",
    "crypto",
    "endpoints",
    "events",
    "flow",
    "lifecycle",
    "mappings",
    "outposts",
    "policies",
    "providers",
    "rbac",
    "requests",
    "sources",
    "stages",
];

/// Measures, and answers what to print. To be run in the root of the repository, on a quiet machine.
///
/// # Errors
/// When a file cannot be read or cargo cannot be run.
pub(crate) fn measure(resources: usize) -> io::Result<String> {
    let (mut lines, mut declared) = (0, 0);
    for area in AREAS {
        count(Path::new("crates").join(area).join("src").as_path(), &mut lines, &mut declared)?;
    }
    let [check, build] = [after_an_edit("check")?, after_an_edit("build")?];
    Ok(format!(
        "{resources} resources; {declared} lines declare them, {} each\n{lines} lines of Rust in their areas, {} each\nafter an edit of {EDITED}: cargo check {check:.1} s, cargo build {build:.1} s",
        declared / resources.max(1),
        lines / resources.max(1),
    ))
}

/// Adds the lines of all sources below a folder, and of those that declare a resource.
fn count(folder: &Path, lines: &mut usize, declared: &mut usize) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            count(&path, lines, declared)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path)?;
            *lines += text.lines().count();
            if text.contains("#[resource(") {
                *declared += text.lines().count();
            }
        }
    }
    Ok(())
}

/// Seconds that cargo takes for the server once the file was written again.
fn after_an_edit(what: &str) -> io::Result<f64> {
    let cargo = || Command::new("cargo").args([what, "--quiet", "-p", "vestibule-server"]).status();
    cargo()?;
    fs::write(EDITED, fs::read(EDITED)?)?;
    let start = Instant::now();
    cargo()?;
    Ok(start.elapsed().as_secs_f64())
}
