//! The server process, kept by a small shell script that outlives the test, so that nothing is left behind.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

/// Longer than any start, also of a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Keeper {
    script: Child,
    orders: Option<ChildStdin>,
    lines: Receiver<String>,
    said: Vec<String>,
}

impl Keeper {
    /// Prepares to run `command` with the folder as the place that vanishes with the keeper.
    pub(crate) fn new(folder: &Path, command: &[String], variables: &[(String, String)]) -> Keeper {
        let mut script = Command::new("sh");
        // What the developer has set for a server of their own must not reach this one.
        std::env::vars().filter(|(name, _)| name.starts_with("VESTIBULE_") || name.starts_with("AUTHENTIK_")).for_each(|(name, _)| {
            script.env_remove(name);
        });
        let mut script = script
            .args(["-c", include_str!("keeper.sh"), "keeper"])
            .arg(folder)
            .args(command)
            .envs(variables.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(script.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Keeper { orders: script.stdin.take(), script, lines, said: Vec::new() }
    }

    pub(crate) fn order(&mut self, order: &str) {
        let orders = self.orders.as_mut().unwrap();
        writeln!(orders, "{order}").unwrap();
        orders.flush().unwrap();
    }

    /// Reads what the server says until a line has an answer in it, and returns that answer.
    pub(crate) fn wait_for<T>(&mut self, what: &str, find: impl Fn(&str) -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        while let Ok(line) = self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            let found = find(&line);
            let ended = line.starts_with("keeper: ended");
            self.said.push(line);
            match found {
                Some(found) => return found,
                None if ended => break,
                None => {}
            }
        }
        panic!("the server did not get as far as {what:?}; it said:\n{}", self.said.join("\n"))
    }

    /// Everything that the server has said so far.
    pub(crate) fn said(&mut self) -> String {
        self.said.extend(self.lines.try_iter());
        self.said.join("\n")
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.orders.take());
        drop(self.script.wait());
    }
}
