//! Every operation of the server's own OpenAPI document, called by nobody, by somebody without rights, by people who may view, who
//! may change but not view, who may view and change, by who holds exactly what is needed, and by the administrator.
//!
//! What each may do follows from the operation's rule (`rules.rs`). An operation without a rule, or whose collection has no sample and
//! no reason for it, fails the last case.

mod cast;
mod rules;
mod world;

use cast::{Permissions, holder};
use rules::{OWNED, Rule, collection, on_object, regular, rule, stale};
use vestibule_tests::{Answer, App, Caller, Operation, Samples, WORD, each_database_alone};
use world::World;

each_database_alone![
    nobody_reaches_only_what_is_public,
    somebody_without_rights_reaches_only_their_own,
    who_may_view_changes_nothing,
    who_may_change_must_also_see,
    who_holds_what_is_needed_is_let_in,
    the_administrator_reaches_everything,
    every_operation_has_a_case,
];

/// It answers a session, never a token, and does not say that there is something to be seen.
const INSPECTOR: &str = "flows_inspector_get";

/// Gathers what is wrong, so that one run tells all of it.
#[derive(Default)]
struct Complaints(Vec<String>);

impl Complaints {
    fn check(&mut self, fine: bool, operation: &Operation, expected: &str, answer: &Answer) {
        if !fine {
            let text: String = answer.text().chars().take(200).collect();
            self.0.push(format!("{} {} ({}): {expected}, but {} {text}", operation.method, operation.path, operation.id, answer.status));
        }
    }

    fn refused(&mut self, operation: &Operation, answer: &Answer) {
        let refusal = if operation.id == INSPECTOR { 404 } else { 403 };
        self.check(answer.status == refusal, operation, "is refused", answer);
    }

    fn hidden(&mut self, operation: &Operation, answer: &Answer) {
        self.check([403, 404].contains(&answer.status), operation, "is refused or not there", answer);
    }

    fn admitted(&mut self, operation: &Operation, answer: &Answer) {
        self.check(answer.status < 500 && answer.status != 403, operation, "is let in", answer);
    }

    fn end(self) {
        assert!(self.0.is_empty(), "{} complaints:\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// Rules that only decide once the object is seen.
fn needs_object(operation: &Operation, world: &World<'_>) -> bool {
    on_object(operation) && world.of(operation).is_none()
}

/// What such an operation looks at first is its own affair.
fn irregular_on_object(operation: &Operation) -> bool {
    on_object(operation) && regular(operation).is_none()
}

fn rule_of(operation: &Operation) -> Rule {
    rule(operation).unwrap_or(Rule::Superuser)
}

fn deletes(operation: &Operation) -> bool {
    regular(operation) == Some("destroy")
}

async fn nobody_reaches_only_what_is_public(app: &App) {
    let (world, mut complaints) = (World::make(app).await, Complaints::default());
    for operation in &world.operations {
        let answer = world.call(&app.anonymous(), operation).await;
        let words = if on_object(operation) { "You do not have permission" } else { "Authentication credentials were not provided." };
        match rule_of(operation) {
            Rule::Public => complaints.check(answer.status < 500, operation, "answers", &answer),
            _ if operation.id == INSPECTOR => complaints.refused(operation, &answer),
            _ => complaints.check(answer.status == 403 && told(&answer, words), operation, words, &answer),
        }
    }
    complaints.end();
}

/// Operations that belong to no resource are collections to the server, so either sentence will do for them.
fn told(answer: &Answer, words: &str) -> bool {
    answer.text().contains(words) || answer.text().contains("Authentication credentials were not provided.")
}

async fn somebody_without_rights_reaches_only_their_own(app: &App) {
    let (world, eve) = (World::make(app).await, app.user("eve").await);
    let browser = app.logged_in(&eve).await;
    let mut complaints = Complaints::default();
    for operation in &world.operations {
        for caller in [&eve.api, &browser] {
            let answer = world.call(caller, operation).await;
            without_rights(&world, operation, &answer, &mut complaints);
        }
    }
    complaints.end();
}

/// What becomes of a call by somebody who sees nothing of others.
fn without_rights(world: &World<'_>, operation: &Operation, answer: &Answer, complaints: &mut Complaints) {
    let owned = OWNED.contains(&collection(operation));
    match rule_of(operation) {
        Rule::Public | Rule::Login => complaints.check(answer.status < 500, operation, "answers", answer),
        Rule::View if owned && regular(operation) == Some("list") => {
            complaints.check(answer.status == 200, operation, "lists their own", answer);
        }
        _ if owned || needs_object(operation, world) || irregular_on_object(operation) => complaints.hidden(operation, answer),
        _ => complaints.refused(operation, answer),
    }
    let about_others = ![Rule::Public, Rule::Login].contains(&rule_of(operation));
    let shows = operation.method == "GET" && answer.text().contains(WORD) && about_others;
    complaints.check(!shows, operation, "shows no sample", answer);
}

async fn who_may_view_changes_nothing(app: &App) {
    let (world, permissions) = (World::make(app).await, Permissions::read(app).await);
    let viewer = holder(app, "viewer", &permissions.to(&["view"])).await;
    let mut complaints = Complaints::default();
    for operation in &world.operations {
        let answer = world.call(&viewer, operation).await;
        match rule_of(operation) {
            Rule::Public | Rule::Login => complaints.check(answer.status < 500, operation, "answers", &answer),
            Rule::View => seen(&world, operation, &answer, &mut complaints),
            _ if needs_object(operation, &world) => complaints.hidden(operation, &answer),
            _ => complaints.refused(operation, &answer),
        }
    }
    complaints.end();
}

/// What becomes of a call by somebody who may view.
fn seen(world: &World<'_>, operation: &Operation, answer: &Answer, complaints: &mut Complaints) {
    match regular(operation) {
        Some(_) if needs_object(operation, world) => complaints.check(answer.status == 404, operation, "is not there", answer),
        Some(_) => complaints.check(answer.status == 200, operation, "is shown", answer),
        None => complaints.admitted(operation, answer),
    }
}

async fn who_may_change_must_also_see(app: &App) {
    let (world, permissions) = (World::make(app).await, Permissions::read(app).await);
    let blind = holder(app, "blind", &permissions.to(&["change"])).await;
    let changer = holder(app, "changer", &permissions.to(&["view", "change"])).await;
    let mut complaints = Complaints::default();
    for operation in &world.operations {
        let system = !on_object(operation) && rule_of(operation) == Rule::Change;
        if !system {
            without_rights(&world, operation, &world.call(&blind, operation).await, &mut complaints);
        }
        let answer = world.call(&changer, operation).await;
        match rule_of(operation) {
            Rule::Public | Rule::Login => complaints.check(answer.status < 500, operation, "answers", &answer),
            Rule::View => seen(&world, operation, &answer, &mut complaints),
            Rule::Change if needs_object(operation, &world) => complaints.check(answer.status == 404, operation, "is not there", &answer),
            Rule::Change => complaints.admitted(operation, &answer),
            _ if needs_object(operation, &world) => complaints.hidden(operation, &answer),
            _ => complaints.refused(operation, &answer),
        }
    }
    complaints.end();
}

async fn who_holds_what_is_needed_is_let_in(app: &App) {
    let (mut world, permissions) = (World::make(app).await, Permissions::read(app).await);
    let mut complaints = Complaints::default();
    let adder = holder(app, "adder", &permissions.to(&["view", "add"])).await;
    for operation in world.operations.iter().filter(|operation| rule_of(operation) == Rule::Add && !needs_object(operation, &world)) {
        complaints.admitted(operation, &world.call(&adder, operation).await);
    }
    for operation in &world.operations {
        if let Rule::Holds(permission) = rule_of(operation)
            && !needs_object(operation, &world)
            && operation.id != INSPECTOR
        {
            let exactly = [permissions.to(&["view"]), vec![permission.to_owned()]].concat();
            let one = holder(app, "holder", &exactly).await;
            complaints.admitted(operation, &world.call(&one, operation).await);
        }
    }
    let deleter = holder(app, "deleter", &permissions.to(&["view", "delete"])).await;
    for name in world.collections() {
        let sample = World::sample(app, &name).await.unwrap_or_else(|answer| panic!("{answer}"));
        world.replace(&name, sample);
        let operation = world.operations.iter().find(|operation| collection(operation) == name && deletes(operation));
        if let Some(operation) = operation {
            let answer = world.call(&deleter, operation).await;
            complaints.check(answer.status == 204, operation, "is deleted", &answer);
        }
    }
    complaints.end();
}

async fn the_administrator_reaches_everything(app: &App) {
    let world = World::make(app).await;
    let browser = app.log_in("akadmin", &app.options().password).await.0;
    let mut complaints = Complaints::default();
    let (deletions, others): (Vec<&Operation>, Vec<&Operation>) = world.operations.iter().partition(|operation| deletes(operation));
    for operation in others {
        let caller = caller_for(app, &browser, operation);
        let answer = world.call(&caller, operation).await;
        match (regular(operation), needs_object(operation, &world)) {
            _ if rule_of(operation) == Rule::Agent => complaints.refused(operation, &answer),
            _ if rule_of(operation) == Rule::Public => complaints.check(answer.status < 500, operation, "answers", &answer),
            (Some("create"), _) if Samples::impossible(collection(operation)).is_some() => complaints.admitted(operation, &answer),
            (Some("create"), _) => complaints.check([200, 201].contains(&answer.status), operation, "is made", &answer),
            (Some(_), true) => complaints.check(answer.status == 404, operation, "is not there", &answer),
            (Some("update"), _) => complaints.check([200, 400].contains(&answer.status), operation, "is judged", &answer),
            (Some(_), _) => complaints.check(answer.status == 200, operation, "is done", &answer),
            (None, _) => complaints.admitted(operation, &answer),
        }
    }
    for operation in deletions {
        let answer = world.call(&app.admin(), operation).await;
        let gone = answer.status == 404;
        complaints.check(answer.status == 204 || gone, operation, "is deleted", &answer);
    }
    complaints.end();
}

fn caller_for(app: &App, browser: &Caller, operation: &Operation) -> Caller {
    if operation.id == INSPECTOR { browser.clone() } else { app.admin() }
}

async fn every_operation_has_a_case(app: &App) {
    let operations = app.document().await.operations();
    let without: Vec<&str> =
        operations.iter().filter(|operation| rule(operation).is_none()).map(|operation| operation.id.as_str()).collect();
    assert!(without.is_empty(), "operations without a rule: {without:#?}");
    let stale = stale(&operations);
    assert!(stale.is_empty(), "rules for what does not exist: {stale:#?}");
    let public = |operation: &&Operation| {
        operation.described["security"].as_array().is_some_and(|all| all.iter().any(|one| one == &serde_json::json!({})))
    };
    let open: Vec<&str> = operations
        .iter()
        .filter(public)
        .filter(|operation| rule_of(operation) != Rule::Public)
        .map(|operation| operation.id.as_str())
        .collect();
    assert!(open.is_empty(), "declared to be public: {open:#?}");
}
