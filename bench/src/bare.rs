//! The limits: bare handlers that run the one hand-written SQL query through the same pool, or answer a constant.

use std::str::FromStr;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    routing::{get, post},
};
use serde_json::{Value, json};
use sqlx::{
    Row, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous},
};

use crate::Outcome;

#[derive(Clone)]
struct Pools {
    readers: SqlitePool,
    writer: SqlitePool,
}

/// Serves the bare handlers on the server's own database file, until killed. Prints the address.
pub(crate) async fn serve(database: &str) -> Outcome<()> {
    let options = SqliteConnectOptions::from_str(database)?
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(std::time::Duration::from_secs(10));
    let pool = |size| SqlitePoolOptions::new().max_connections(size).connect_with(options.clone());
    let pools = Pools { readers: pool(4).await?, writer: pool(1).await? };
    let router = Router::new()
        .route("/one/{key}", get(one))
        .route("/list", get(list))
        .route("/create", post(create))
        .route("/constant", get(constant))
        .with_state(pools);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

const STAGE: &str = "SELECT s.stage_uuid, s.name, i.continue_flow_without_invitation FROM stage s \
                     JOIN invitation_stage i ON i.stage_uuid = s.stage_uuid";

async fn one(State(pools): State<Pools>, Path(key): Path<String>) -> Result<Json<Value>, StatusCode> {
    let sql = const_format(STAGE, " WHERE s.stage_uuid = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(key).fetch_one(&pools.readers).await.map_err(refuse)?;
    Ok(Json(stage(&row)))
}

async fn list(State(pools): State<Pools>) -> Result<Json<Value>, StatusCode> {
    let sql = const_format(STAGE, " ORDER BY s.name LIMIT 20");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&pools.readers).await.map_err(refuse)?;
    let results: Vec<Value> = rows.iter().map(stage).collect();
    Ok(Json(json!({ "pagination": { "next": 0, "previous": 0, "count": 20, "current": 1 }, "results": results })))
}

async fn create(State(pools): State<Pools>, Json(body): Json<Value>) -> Result<(StatusCode, Json<Value>), StatusCode> {
    let key = uuid::Uuid::from_u128(u128::from(std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_nanos() as u64))).to_string();
    let name = body.get("name").and_then(Value::as_str).unwrap_or_default();
    let insert = sqlx::query("INSERT INTO bench_row (key, name) VALUES ($1, $2)").bind(&key).bind(name);
    insert.execute(&pools.writer).await.map_err(refuse)?;
    Ok((StatusCode::CREATED, Json(json!({ "pk": key, "name": name }))))
}

async fn constant() -> Json<Value> {
    Json(json!({ "component": "ak-stage-identification", "flow_info": { "title": "Welcome" }, "user_fields": ["email", "username"] }))
}

fn stage(row: &SqliteRow) -> Value {
    json!({
        "pk": row.get::<String, _>(0), "name": row.get::<String, _>(1), "component": "ak-stage-invitation-form",
        "verbose_name": "Invitation Stage", "verbose_name_plural": "Invitation Stages",
        "meta_model_name": "authentik_stages_invitation.invitationstage", "flow_set": [],
        "continue_flow_without_invitation": row.get::<bool, _>(2),
    })
}

fn const_format(head: &str, tail: &str) -> String {
    format!("{head}{tail}")
}

fn refuse(error: sqlx::Error) -> StatusCode {
    eprintln!("bare: {error}");
    StatusCode::INTERNAL_SERVER_ERROR
}
