//! Spending. Natives charge before they work: for the size of what they go through and of what they make.

use std::time::Instant;

use crate::{Limit, Result, Stop, Vm, exception};

/// Most levels of natives that call back into the program, or that go down into values.
const DEEPEST: u32 = 64;
/// The clock is looked at once in so many steps (a power of two, as an exponent).
const LOOK: u32 = 10;

impl Vm<'_> {
    /// Pays for work: about one step per instruction, or per 16 bytes or 4 items gone through.
    ///
    /// # Errors
    /// `Stop::Limit` when that is more than is left, or when it is too late.
    pub fn work(&mut self, steps: usize) -> Result<()> {
        self.spend(u64::try_from(steps).unwrap_or(u64::MAX))
    }

    /// Pays for an instruction.
    #[inline]
    pub(crate) fn tick(&mut self) -> Result<()> {
        self.spend(1)
    }

    #[inline]
    fn spend(&mut self, steps: u64) -> Result<()> {
        let before = self.left.steps;
        self.left.steps = before.checked_sub(steps).ok_or(Limit::Steps)?;
        if before >> LOOK != self.left.steps >> LOOK { self.look() } else { Ok(()) }
    }

    #[cold]
    fn look(&mut self) -> Result<()> {
        match self.left.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(Limit::Time.into()),
            _ => Ok(()),
        }
    }

    /// Pays for memory before it is taken.
    ///
    /// # Errors
    /// `Stop::Limit` when that is more than is left.
    pub fn allocate(&mut self, bytes: usize) -> Result<()> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.left.memory = self.left.memory.checked_sub(bytes).ok_or(Limit::Memory)?;
        Ok(())
    }

    /// Pays for a call of the host that leaves the process.
    ///
    /// # Errors
    /// `Stop::Limit` when there were too many, or when it is too late.
    pub fn charge_call(&mut self) -> Result<()> {
        self.left.calls = self.left.calls.checked_sub(1).ok_or(Limit::Calls)?;
        self.look()
    }

    /// Runs something one level deeper. Everything that may call back into the program or that goes down into values goes through here.
    ///
    /// # Errors
    /// `RecursionError`, which a program may catch, when it is too deep.
    pub fn deeper<T>(&mut self, run: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= DEEPEST {
            return Err(Stop::raise(&exception::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        self.depth += 1;
        let result = run(self);
        self.depth -= 1;
        result
    }
}
