//! Stage types made for the tests.

use serde::Serialize;
use uuid::Uuid;
use vestibule_engine::{Area, Endpoint};
use vestibule_flow::{Act, Ask, Asked, Errors, Form, PendingUser, Run, Setting, Stage, StageKind, Step, Verdict, act, ask};
use vestibule_resource::{Error, Model as _, Record, Result};
use vestibule_resource_derive::Resource;

/// Does one thing that the executor must follow.
#[derive(Resource)]
#[resource(extends = Stage, model = "test.act", path = "stages/act", form = "act-form")]
pub struct ActStage {
    /// `next`, `deny <words>`, `go <address>`, `fail`, `end <address>`, `user <name>`, `known <key>`.
    pub does: String,
}

impl Act for ActStage {
    async fn act<'a>(&'a self, _row: &'a Record, run: &'a mut Run<'_>) -> Result<Step> {
        let (word, rest) = self.does.split_once(' ').unwrap_or((&self.does, ""));
        match word {
            "deny" => return Ok(Step::Deny(rest.to_owned())),
            "go" => return Ok(Step::Redirect(rest.to_owned())),
            "fail" => return Err(Error::internal("broken on purpose")),
            "end" => run.keep("redirect", rest),
            "user" => run.plan.set_pending_user(&PendingUser::Saved { pk: rest.parse().unwrap_or_default() }),
            "known" if run.known(rest).is_none() => return Ok(Step::Deny(format!("{rest} is not known"))),
            "note" => run.keep("note", rest),
            _ => {}
        }
        Ok(Step::Next)
    }
}

/// Asks for a word.
#[derive(Resource)]
#[resource(extends = Stage, model = "test.word", path = "stages/word", form = "word-form")]
pub struct WordStage {
    /// The right answer.
    pub word: String,
    /// The flow with which the word can be changed.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
}

/// What the visitor sees.
#[derive(Serialize)]
pub struct Challenge {
    letters: usize,
}

/// The word was right.
pub struct Known(());

impl Ask for WordStage {
    const COMPONENT: &'static str = "test-word";
    type Challenge = Challenge;
    type Proof = Known;

    async fn ask<'a>(&'a self, _row: &'a Record, _run: &'a mut Run<'_>) -> Result<Asked<Challenge>> {
        Ok(Asked::Show(Challenge { letters: self.word.len() }))
    }

    async fn answer<'a>(&'a self, _row: &'a Record, run: &'a mut Run<'_>, mut form: Form) -> Result<Verdict<Known>> {
        let given = form.required_text("word");
        if let Some(errors) = form.errors() {
            return Ok(Verdict::Again(errors));
        }
        if given != self.word {
            run.keep("tried", given);
            return Ok(Verdict::Again(Errors::field("word", "Wrong word", "invalid")));
        }
        Ok(Verdict::Next(Known(())))
    }
}

static ACT: StageKind = act::<ActStage>();
static WORD: StageKind = ask::<WordStage>().with_setting(Setting { component: "word-setting", title: "Change the word" });

pub static KINDS: [&StageKind; 2] = [&ACT, &WORD];

pub fn area() -> Area {
    let endpoints = vec![Endpoint::new(ActStage::RESOURCE), Endpoint::new(WordStage::RESOURCE)];
    Area { endpoints, standalone: Vec::new(), schemas: &[] }
}
