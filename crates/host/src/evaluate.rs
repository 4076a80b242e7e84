//! Running one expression.

use std::{rc::Rc, sync::Arc, time::Instant};

use serde_json::{Map, Value as Json};
use vestibule_engine::Context;
use vestibule_expression::{Budget, Limit, Program, Stop, Str, SyntaxError, Value, Vm};

use crate::{
    Given, Kind, Note, Programs, Scope, Session, from_json,
    json::{from_members, to_members},
    modules::SKIP_OBJECT,
    request, rows, to_json,
};

/// What came of an expression.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What it returned, or the values that it yielded; or why there is nothing.
    pub result: Result<Json, Failure>,
    /// Whether that counts as true.
    pub truth: bool,
    /// It returned nothing at all.
    pub silent: bool,
    /// What it says to the user.
    pub messages: Vec<String>,
    /// What it notes for administrators.
    pub notes: Vec<Note>,
    /// `request.context` afterwards.
    pub context: Map<String, Json>,
}

/// Why there is no result.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failure {
    /// Class of the exception; empty when a budget was spent.
    pub class: String,
    /// In words.
    pub message: String,
    /// Where it came through, for those who write expressions.
    pub trace: String,
    /// The line in which it happened.
    pub line: Option<u32>,
    /// It raised `SkipObject`: nothing failed, the object is to be left out.
    pub skip: bool,
}

impl Outcome {
    fn failed(failure: Failure, context: Map<String, Json>) -> Self {
        Outcome { result: Err(failure), truth: false, silent: false, messages: Vec::new(), notes: Vec::new(), context }
    }
}

/// Runs an expression.
///
/// # Errors
/// `Internal` when the server itself failed. What goes wrong in the expression is part of the outcome.
pub fn evaluate(cx: &Context, text: &str, scope: Scope) -> vestibule_resource::Result<Outcome> {
    let program = match cx.service::<Programs>()?.get(text) {
        Ok(program) => program,
        Err(error) => return Ok(Outcome::failed(unreadable(&error), scope.context)),
    };
    let session = Session::new(cx, &scope);
    let budget = Budget { deadline: Instant::now().checked_add(scope.limit), ..Budget::default() };
    let mut vm = Vm::new(&session, budget);
    let (result, context) = run(&mut vm, &session, &program, text, &scope);
    let mut outcome = Outcome::failed(Failure::default(), context.unwrap_or(scope.context));
    match result {
        Ok((json, truth, silent)) => (outcome.result, outcome.truth, outcome.silent) = (Ok(json), truth, silent),
        Err(Stop::Limit(Limit::Host)) => return Err(vestibule_resource::Error::internal("the server could not answer an expression")),
        Err(stop) => outcome.result = Err(Failure::of(&mut vm, &stop)),
    }
    (outcome.messages, outcome.notes) = session.end();
    Ok(outcome)
}

type Ran = vestibule_expression::Result<(Json, bool, bool)>;

/// Runs it, and reads its context afterwards, as far as it got.
fn run(vm: &mut Vm<'_>, session: &Session, program: &Program, text: &str, scope: &Scope) -> (Ran, Option<Map<String, Json>>) {
    let variables = match variables(vm, session, text, scope) {
        Ok(variables) => variables,
        Err(stop) => return (Err(stop), None),
    };
    let context = variables.context.clone();
    let result = vm.run(program, variables.all).and_then(|value| answer(vm, &value));
    match to_members(vm, &context) {
        Ok(members) => (result, Some(members)),
        Err(stop) => (result.and(Err(stop)), None),
    }
}

fn answer(vm: &mut Vm<'_>, value: &Value) -> Ran {
    let truth = vm.truth(value)?;
    Ok((to_json(vm, value)?, truth, value.is_none()))
}

/// The variables of an evaluation.
struct Variables {
    all: Vec<(Str, Value)>,
    context: Value,
}

fn variables(vm: &mut Vm<'_>, session: &Session, text: &str, scope: &Scope) -> vestibule_expression::Result<Variables> {
    let context = from_members(vm, &scope.context)?;
    let user = scope.user.clone().map_or(Value::None, rows::row);
    request::revive(vm, &context, text, &user)?;
    let http = if scope.http { request::http() } else { Value::None };
    let obj = scope.obj.clone().map_or(Value::None, rows::row);
    let asked = request::asked(user.clone(), http.clone(), obj, context.clone(), scope.debug);
    session.asked(asked.clone());
    let mut all: Vec<(Str, Value)> =
        vec![(Str::from("request"), asked), ("http_request".into(), http), ("context".into(), context.clone())];
    match scope.kind {
        Kind::Policy => {
            let ip = request::client_ip(vm)?;
            let sso = vm.dict_get(&request::dict(&context), &Value::from("is_sso"))?.unwrap_or(Value::Bool(false));
            all.extend([("ak_client_ip".into(), ip), ("ak_is_sso_flow".into(), sso)]);
        }
        Kind::Mapping | Kind::Prompt => all.push(("user".into(), user)),
    }
    for (name, given) in &scope.variables {
        let value = match given {
            Given::Json(json) => from_json(vm, json)?,
            Given::Row(row) => rows::row(Arc::clone(row)),
        };
        all.push((name.as_str().into(), value));
    }
    Ok(Variables { all, context })
}

impl Failure {
    /// What stopped a program, in words.
    fn of(vm: &mut Vm<'_>, stop: &Stop) -> Self {
        match stop {
            Stop::Limit(limit) => Failure { message: limit.to_string(), trace: limit.to_string(), ..Failure::default() },
            Stop::Raise(exception) => Failure {
                class: exception.class.name().to_owned(),
                message: vm.str(&Value::Exception(Rc::clone(exception))).unwrap_or_default(),
                trace: vm.explain(stop),
                line: exception.trace.borrow().iter().rev().find(|(_, function)| function.is_empty()).map(|(line, _)| *line),
                skip: stop.is(&SKIP_OBJECT),
            },
        }
    }
}

/// The failure of a text that is no program.
fn unreadable(error: &SyntaxError) -> Failure {
    Failure { class: "SyntaxError".to_owned(), message: error.to_string(), trace: error.to_string(), line: Some(error.line), skip: false }
}
