//! What expressions cost: a flow with many of them beside one with none.

use std::{path::Path, time::Duration};

use serde_json::{Value, json};

use crate::{
    Outcome,
    figures::once,
    load::{Ask, Connection, measure},
    report::Report,
    server::{Served, TOKEN},
};

/// How many are bound to the flow.
const COUNT: u32 = 20;

/// One as administrators write them: the request, the context, a loop, some text.
const TEXT: &str = "
method = http_request.method
known = context.get('prompt_data', {})
email = known.get('email', 'ada@example.com').lower()
name, _, domain = email.partition('@')
if domain in ('example.org', 'example.net'):
    ak_message(f'{domain} may not enter')
    return False
allowed = [part for part in domain.split('.') if part not in ('test', 'invalid')]
return method == 'GET' and len(allowed) == 2 and not ak_is_sso_flow
";

/// Makes a flow with a stage that shows a page; answers its address and its key.
async fn flow(served: &Served, slug: &str) -> Outcome<(Ask, String)> {
    let body = json!({"name": slug, "slug": slug, "title": slug, "designation": "recovery", "policy_engine_mode": "all"}).to_string();
    let made = once(served, &Ask::post("/api/v3/flows/instances/", TOKEN, body, 201)).await?;
    let stage = json!({"name": format!("{slug}-stage")}).to_string();
    let stage = once(served, &Ask::post("/api/v3/stages/dummy/", TOKEN, stage, 201)).await?;
    let place = json!({"target": made.get("pk"), "stage": stage.get("pk"), "order": 0}).to_string();
    once(served, &Ask::post("/api/v3/flows/bindings/", TOKEN, place, 201)).await?;
    let key = made.get("pk").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok((Ask::get(format!("/api/v3/flows/executor/{slug}/?query="), ""), key))
}

async fn bind(served: &Served, flow: &str) -> Outcome<()> {
    for number in 0..COUNT {
        let policy = json!({"name": format!("bench-expression-{number}"), "expression": TEXT}).to_string();
        let policy = once(served, &Ask::post("/api/v3/policies/expression/", TOKEN, policy, 201)).await?;
        let binding = json!({"target": flow, "policy": policy.get("pk"), "order": number}).to_string();
        once(served, &Ask::post("/api/v3/policies/bindings/", TOKEN, binding, 201)).await?;
    }
    Ok(())
}

/// Enters a flow so often, on one connection.
async fn enter(served: &Served, ask: &Ask, times: u32) -> Outcome<()> {
    let mut connection = Connection::open(&served.address).await?;
    for number in 0..times {
        connection.send(ask, u64::from(number)).await?;
    }
    Ok(())
}

/// One expression, twenty in a flow, and what ten thousand leave behind.
pub(crate) async fn expressions(report: &mut Report, folder: &Path, time: Duration) -> Outcome<()> {
    let served = Served::vestibule(folder, "lowest").await?;
    let (without, _) = flow(&served, "bench-without").await?;
    let (with, key) = flow(&served, "bench-with").await?;
    bind(&served, &key).await?;
    let shown = once(&served, &with).await?;
    if shown.get("component").and_then(Value::as_str) != Some("ak-stage-dummy") {
        return Err(format!("the expressions let nobody in: {shown}").into());
    }
    // In turn, so that a machine whose speed drifts treats both alike.
    let (mut bare, mut full) = (f64::MAX, f64::MAX);
    for _ in 0..3 {
        bare = bare.min(measure(&served.address, &without, 1, time / 3).await?.median_us);
        full = full.min(measure(&served.address, &with, 1, time / 3).await?.median_us);
    }
    report.told("executor start of a flow with nothing bound to it (median)", format!("{bare:.0} µs"));
    report.at_most("one expression policy on the way into a flow (median)", (full - bare) / f64::from(COUNT), "µs", 30.0);
    report.at_most("executor start with 20 expression policies (median)", full / 1000.0, "ms", 1.0);
    enter(&served, &with, 1_000).await?;
    let early = served.memory()?;
    enter(&served, &with, 10_000 / COUNT * 2).await?;
    let late = served.memory()?;
    report.at_most("resident memory that 20 000 further evaluations add", (late - early).max(0.0), "MB", 2.0);
    served.stop().await
}
