//! Passwords: hashed with Argon2id (RFC 9106), and read in the older forms that people bring along.

use std::{fmt, sync::Arc};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::Sha256;
use tokio::sync::Semaphore;
use vestibule_world::{World, aside};

use crate::same;

/// How much work a guess costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory per hash, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes that could be filled in parallel.
    pub lanes: u32,
}

impl Cost {
    /// The OWASP recommendation of 19 MiB, two passes, one lane.
    pub const STANDARD: Cost = Cost { memory_kib: 19_456, passes: 2, lanes: 1 };
    /// The least that Argon2 allows. It protects nothing: for benchmarks and tests of other things.
    pub const LOWEST: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
    /// What a stored hash may cost to check, so that one that was brought along cannot stop the server.
    const MOST: Cost = Cost { memory_kib: 1 << 20, passes: 64, lanes: 64 };
}

/// The most rounds of PBKDF2 that a stored hash may cost, about ten times what is common.
const MOST_ROUNDS: u32 = 10_000_000;

/// A cost that Argon2 does not allow, e.g. less than 8 KiB per lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCost(String);

impl fmt::Display for BadCost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the cost of passwords is not possible: {}", self.0)
    }
}

impl std::error::Error for BadCost {}

/// What a password is, compared with what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Another password, or none can match.
    Wrong,
    /// The password.
    Right,
    /// The password, but stored in an older form or at another cost: hash it anew and store that.
    RightRehash,
}

/// Whether a stored hash can match any password; empty ones and markers with a leading `!` cannot.
pub fn is_usable(stored: &str) -> bool {
    !stored.is_empty() && !stored.starts_with('!')
}

/// A marker to store for a user without a password. It differs each time, so that links bound to it end when it is replaced.
pub fn unusable(world: &World) -> String {
    format!("!{}", world.key(40))
}

/// Hashes and checks passwords beside the threads that serve requests, at most one per core at a time.
#[derive(Clone)]
pub struct Passwords {
    params: Params,
    turn: Arc<Semaphore>,
}

impl Passwords {
    /// New hashes will cost this much.
    ///
    /// # Errors
    /// When Argon2 does not allow the cost.
    pub fn new(cost: Cost) -> Result<Self, BadCost> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None).map_err(|error| BadCost(error.to_string()))?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Passwords { params, turn: Arc::new(Semaphore::new(cores)) })
    }

    /// Whether a stored text is a hash that [`verify`](Passwords::verify) can compare with: of a known form, at a cost it accepts.
    pub fn readable(stored: &str) -> bool {
        match stored.split_once('$') {
            Some(("pbkdf2_sha256", rest)) => read_pbkdf2(rest).is_some(),
            Some(("argon2", rest)) if rest.starts_with("argon2") => {
                PasswordHash::new(&format!("${rest}")).is_ok_and(|hash| affordable(&hash))
            }
            Some(("", _)) => PasswordHash::new(stored).is_ok_and(|hash| affordable(&hash)),
            _ => false,
        }
    }

    /// A hash to store, in PHC string format. `None` when it could not be made (longer than 4 GiB, or the server is stopping).
    pub async fn hash(&self, password: &str, world: &World) -> Option<String> {
        let salt = world.bytes::<16>();
        self.work(|params| hash(params, password, &salt)).await.flatten()
    }

    /// Compares a password with a stored hash. A stored text that is no hash takes the time of one.
    pub async fn verify(&self, password: &str, stored: &str) -> Verdict {
        self.work(|params| verify(params, password, stored)).await.unwrap_or(Verdict::Wrong)
    }

    /// Spends the time of a verification, so that nobody learns from the clock that there is no such user.
    pub async fn burn(&self, password: &str) {
        self.work(|params| burn(params, password)).await;
    }

    async fn work<T>(&self, work: impl FnOnce(Params) -> T) -> Option<T> {
        let _turn = self.turn.acquire().await.ok()?;
        Some(aside(|| work(self.params.clone())))
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Passwords({:?})", self.params)
    }
}

fn argon2(params: Params) -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(params: Params, password: &str, salt: &[u8]) -> Option<String> {
    argon2(params).hash_password_with_salt(password.as_bytes(), salt).ok().map(|hash| hash.to_string())
}

fn burn(params: Params, password: &str) {
    std::hint::black_box(hash(params, password, &[0; 16]));
}

fn verify(params: Params, password: &str, stored: &str) -> Verdict {
    let known = match stored.split_once('$') {
        _ if !is_usable(stored) => None,
        Some(("pbkdf2_sha256", rest)) => verify_pbkdf2(password, rest),
        // Django writes the name of its hasher before the PHC string, which begins with the `$`.
        Some(("argon2", rest)) if rest.starts_with("argon2") => verify_argon2(&params, password, &format!("${rest}")),
        Some(("", _)) => verify_argon2(&params, password, stored),
        _ => None,
    };
    known.unwrap_or_else(|| {
        burn(params, password);
        Verdict::Wrong
    })
}

/// `None` when it is no hash of Argon2 or too costly.
fn verify_argon2(ours: &Params, password: &str, stored: &str) -> Option<Verdict> {
    let hash = PasswordHash::new(stored).ok()?;
    if !affordable(&hash) {
        return None;
    }
    let theirs = Params::try_from(&hash).ok()?;
    match argon2(theirs.clone()).verify_password(password.as_bytes(), &hash) {
        Ok(()) => {}
        Err(argon2::password_hash::Error::PasswordInvalid) => return Some(Verdict::Wrong),
        Err(_) => return None,
    }
    let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
    let current = hash.algorithm.as_str() == "argon2id" && hash.version == Some(Version::V0x13.into()) && cost(&theirs) == cost(ours);
    Some(if current { Verdict::Right } else { Verdict::RightRehash })
}

/// Whether it is a whole hash of Argon2 that does not cost too much to check.
fn affordable(hash: &PasswordHash) -> bool {
    let most = Cost::MOST;
    let within = |cost: Params| cost.m_cost() <= most.memory_kib && cost.t_cost() <= most.passes && cost.p_cost() <= most.lanes;
    hash.algorithm.as_str().starts_with("argon2") && hash.hash.is_some() && Params::try_from(hash).is_ok_and(within)
}

/// Django's PBKDF2 (RFC 8018) with HMAC-SHA-256, `rounds$salt$digest in base64`. `None` when it is not of that form or too costly.
fn verify_pbkdf2(password: &str, rest: &str) -> Option<Verdict> {
    let (rounds, salt, digest) = read_pbkdf2(rest)?;
    let computed: [u8; 32] = pbkdf2::pbkdf2_hmac_array::<Sha256, 32>(password.as_bytes(), salt.as_bytes(), rounds);
    Some(if same(computed, digest) { Verdict::RightRehash } else { Verdict::Wrong })
}

/// Rounds, salt and digest.
fn read_pbkdf2(rest: &str) -> Option<(u32, &str, Vec<u8>)> {
    let mut parts = rest.split('$');
    let (rounds, salt, digest) = (parts.next()?, parts.next()?, parts.next()?);
    let rounds: u32 = rounds.parse().ok().filter(|rounds| (1..=MOST_ROUNDS).contains(rounds))?;
    let digest = STANDARD.decode(digest).ok()?;
    parts.next().is_none().then_some((rounds, salt, digest))
}

#[cfg(test)]
mod tests;
