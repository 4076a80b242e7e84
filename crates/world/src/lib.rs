//! The outside world as a parameter: time and chance. And one thing that is not one: the threads of the machine ([`aside`]).
//!
//! Nothing in the server reads the clock or the random generator of the machine except through a [`World`], so a flow can be
//! simulated and replayed, and a test can stand at any moment it likes.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use tokio::runtime::{Handle, RuntimeFlavor};
use uuid::Uuid;

/// Time and chance.
#[derive(Clone)]
pub struct World {
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
}

/// A source of time.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// A source of randomness fit for secrets.
pub trait Chance: Send + Sync {
    /// Fills the buffer with unpredictable bytes.
    fn fill(&self, buffer: &mut [u8]);
}

impl World {
    /// The machine's own clock and random generator.
    pub fn real() -> Self {
        World { clock: Arc::new(SystemClock), chance: Arc::new(SystemChance) }
    }

    /// A world made of parts, for simulations.
    pub fn new(clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Self {
        World { clock, chance }
    }

    /// The present moment, exact to the microsecond, which is what the databases keep.
    pub fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// A random UUID (version 4).
    pub fn uuid(&self) -> Uuid {
        let mut bytes = [0; 16];
        self.chance.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// Unpredictable bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.chance.fill(&mut bytes);
        bytes
    }

    /// A key of `length` letters and digits, each equally likely.
    pub fn key(&self, length: usize) -> String {
        const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let mut key = String::with_capacity(length);
        while key.len() < length {
            let bytes: [u8; 64] = self.bytes();
            // 248 is the largest multiple of 62 that a byte can reach; what lies above would favour the first letters.
            let fair = bytes.iter().filter(|byte| **byte < 248);
            let missing = length - key.len();
            key.extend(fair.filter_map(|byte| LETTERS.get(usize::from(byte % 62))).take(missing).map(|letter| char::from(*letter)));
        }
        key
    }
}

impl std::fmt::Debug for World {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("World")
    }
}

struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

struct SystemChance;

impl Chance for SystemChance {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that uses the machine's random generator")]
    fn fill(&self, buffer: &mut [u8]) {
        rand::rng().fill_bytes(buffer);
    }
}

/// Does work that takes a while where it is wanted, while other threads go on with what else this one would have to do. Handing the
/// work to another thread would cost whoever waits for it two waits for a thread to wake up.
pub fn aside<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|runtime| runtime.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        // There is no other thread.
        _ => work(),
    }
}

/// A clock that stands still until it is moved; for tests and simulations.
#[derive(Debug)]
pub struct StoppedClock(AtomicI64);

impl StoppedClock {
    /// A clock that shows `at`.
    pub fn at(at: Timestamp) -> Self {
        StoppedClock(AtomicI64::new(at.as_microsecond()))
    }

    /// Moves the clock.
    pub fn advance(&self, by: SignedDuration) {
        let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
    }
}
