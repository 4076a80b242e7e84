//! How much an evaluation may use.

use std::time::Instant;

/// How much an evaluation may use. What is spent never comes back: memory counts what is asked for, not what is held.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// Instructions, and what natives do measured in instructions.
    pub steps: u64,
    /// Bytes.
    pub memory: u64,
    /// Calls of the host that leave the process (the database, the network).
    pub calls: u32,
    /// When it must have ended.
    pub deadline: Option<Instant>,
}

impl Default for Budget {
    /// What a policy gets: about 50 ms of work, 64 MiB, a thousand host calls, no deadline.
    fn default() -> Self {
        Budget { steps: 2_000_000, memory: 64 << 20, calls: 1000, deadline: None }
    }
}

/// What was spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Too many steps.
    Steps,
    /// Too much memory.
    Memory,
    /// Too many calls of the host.
    Calls,
    /// Too late.
    Time,
    /// The host itself failed (its database is gone): it has logged why.
    Host,
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Limit::Steps => "the expression takes too many steps",
            Limit::Memory => "the expression needs too much memory",
            Limit::Calls => "the expression asks the server too often",
            Limit::Time => "the expression takes too long",
            Limit::Host => "the server could not answer the expression",
        })
    }
}
