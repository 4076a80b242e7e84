//! Spending. Natives charge before they work: for the size of what they go through and of what they make.

use crate::{Limit, Result, Vm};

impl Vm<'_> {
    /// Pays for work: about one step per instruction, or per 16 bytes or 4 items gone through.
    ///
    /// # Errors
    /// `Stop::Limit` when that is more than is left, or when it is too late.
    pub fn work(&mut self, steps: usize) -> Result<()> {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        self.left.steps = self.left.steps.checked_sub(steps).ok_or(Limit::Steps)?;
        Ok(())
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

    /// Pays for a question to the host that leaves the process: the database, the network.
    ///
    /// # Errors
    /// `Stop::Limit` when there were too many.
    pub fn ask(&mut self) -> Result<()> {
        self.left.calls = self.left.calls.checked_sub(1).ok_or(Limit::Calls)?;
        Ok(())
    }

    /// Runs something one level deeper. Everything that may call back into the program or that goes down into values goes through here.
    ///
    /// # Errors
    /// `RecursionError`, which a program may catch, when it is too deep.
    pub fn deeper<T>(&mut self, run: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= 64 {
            return Err(crate::Stop::raise(&crate::exception::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        self.depth += 1;
        let result = run(self);
        self.depth -= 1;
        result
    }
}
