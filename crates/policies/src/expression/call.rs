//! `ak_call_policy(name, …)`: an expression that asks another policy.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use vestibule_expression::{Args, Native, Result, Spec, Stop, Type, Value, Vm, exception};
use vestibule_host::{Row, bag, from_json, session, to_json, wait_for};
use vestibule_resource::Model as _;
use vestibule_store::Query;

use crate::{Policy, PolicyRequest, PolicyResult, execute};

/// How many policies may wait for each other.
const DEEPEST: u32 = 5;

/// Functions that expressions know through this crate.
pub const FUNCTIONS: &[Native] = &[Native { name: "ak_call_policy", call: call_policy }];

/// How deep a question lies that the running expression puts to other policies.
///
/// # Errors
/// `RecursionError` when too many wait for each other already.
pub fn deeper(vm: &Vm<'_>) -> Result<u32> {
    let depth = session(vm)?.depth();
    if depth >= DEEPEST { Err(Stop::raise(&exception::RECURSION_ERROR, "policies ask each other too deep")) } else { Ok(depth + 1) }
}

fn call_policy(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let Args { positional, named } = args;
    let [name] = Args::of(positional).bind(&Spec::new("ak_call_policy", 1, ["name"]))?;
    let name = vm.str(&name.unwrap_or(Value::None))?;
    let (host, depth) = (session(vm)?, deeper(vm)?);
    let asked = host.request();
    let context = vm.attribute(&asked, "context")?;
    for (name, value) in named {
        vm.set_item(&context, Value::Str(name), value)?;
    }
    let mut request = request(vm, &asked, &context)?;
    request.depth = depth;
    vm.charge_call()?;
    let cx = host.cx();
    let found = wait_for(cx.store.first(&Query::all(Policy::RESOURCE).is("name", name.as_str())))?;
    let Some(policy) = found else { return Err(Stop::value_error(format!("Policy '{name}' not found."))) };
    let before = request.context.clone();
    let result = wait_for(execute::alone(cx, policy.key(), &mut request))?;
    for (name, value) in request.context.iter().filter(|(name, value)| before.get(*name) != Some(*value)) {
        let value = from_json(vm, value)?;
        vm.set_item(&context, Value::from(name.as_str()), value)?;
    }
    answer(vm, &result)
}

/// The question that the expression itself was asked, to be put to another policy.
fn request(vm: &mut Vm<'_>, asked: &Value, context: &Value) -> Result<PolicyRequest> {
    let known = match to_json(vm, context)? {
        Json::Object(known) => known,
        _ => Map::new(),
    };
    let row = |vm: &mut Vm<'_>, name: &str| Ok::<_, Stop>(vm.attribute(asked, name)?.downcast::<Row>().map(Row::record));
    let (user, obj) = (row(vm, "user")?, row(vm, "obj")?);
    let mut request = match user {
        Some(user) => PolicyRequest::about_row(Arc::clone(&user)),
        None => PolicyRequest::about(None),
    };
    request.obj = obj;
    let asks_server = vm.attribute(asked, "http_request")?.is_none();
    let request = request.knowing(known).as_given();
    let request = if session(vm)?.debug() { request.as_trial() } else { request };
    Ok(if asks_server { request.by_server() } else { request })
}

fn answer(vm: &mut Vm<'_>, result: &PolicyResult) -> Result<Value> {
    let mut messages = Vec::new();
    for message in &result.messages {
        messages.push(vm.text(message.clone())?);
    }
    let messages = vm.tuple(messages)?;
    let raw = from_json(vm, result.raw_result.as_ref().unwrap_or(&Json::Null))?;
    static RESULT: Type = Type::new("PolicyResult");
    Ok(bag(&RESULT, vec![("passing", Value::Bool(result.passing)), ("messages", messages), ("raw_result", raw)]))
}
