//! What the stage shows.

use serde::Serialize;
use vestibule_flow::{Ask, Asked, Form, Run, Verdict};
use vestibule_resource::{Error, Record, Result};

use super::DummyStage;

/// What the visitor sees.
#[derive(Debug, Serialize)]
pub struct DummyChallenge {
    /// Name of the stage.
    name: String,
}

/// The visitor pressed the button. It proves nothing, and nothing must rest on it.
#[derive(Debug)]
pub struct NothingProved;

impl Ask for DummyStage {
    const COMPONENT: &'static str = "ak-stage-dummy";
    type Challenge = DummyChallenge;
    type Proof = NothingProved;

    async fn ask(&self, row: &Record, _run: &mut Run<'_>) -> Result<Asked<DummyChallenge>> {
        if self.throw_error {
            return Err(Error::internal("the dummy stage was told to fail"));
        }
        Ok(Asked::Show(DummyChallenge { name: row.text("name").to_owned() }))
    }

    async fn answer(&self, _row: &Record, _run: &mut Run<'_>, form: Form) -> Result<Verdict<NothingProved>> {
        Ok(form.errors().map_or(Verdict::Next(NothingProved), Verdict::Again))
    }
}
