//! What programs print.

use crate::{Result, Vm};

impl Vm<'_> {
    /// `print(…)`: text is kept, and charged for.
    ///
    /// # Errors
    /// `Stop::Limit` when it is too much.
    pub fn print(&mut self, text: &str) -> Result<()> {
        self.allocate(text.len())?;
        self.printed.push_str(text);
        Ok(())
    }
}
