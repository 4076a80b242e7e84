//! What holds for every address: bad input is refused in the contract's words, never with a failure of the server.

use serde_json::json;
use vestibule_tests::{App, Request, each_database};

each_database![
    malformed_json_is_told,
    a_body_that_is_no_object_is_refused,
    unknown_and_read_only_fields_are_ignored,
    of_duplicate_keys_the_last_counts,
    a_huge_body_is_refused,
    deep_json_is_refused_and_does_no_harm,
    bytes_that_are_not_text_are_refused,
    only_json_is_taken_and_given,
    a_method_that_is_not_there_is_told_with_those_that_are,
    authentication_comes_before_everything_else,
    addresses_end_with_a_slash,
    a_bad_identifier_is_not_found,
    null_bytes_are_refused_everywhere,
    absurd_pages_are_not_found_and_absurd_sizes_are_the_default,
    a_page_tells_where_it_is,
    filters_that_make_no_sense_are_ignored_or_told,
    every_answer_names_its_request,
    two_requests_racing_for_one_slug_make_one_flow,
];

const STAGES: &str = "stages/invitation/stages/";

fn post(body: impl Into<Vec<u8>>) -> Request {
    Request::new("POST", STAGES).json(body)
}

async fn malformed_json_is_told(app: &App) {
    for wrong in [
        "{\"name\": ",
        "{'name': 'x'}",
        "{\"name\":\"x\",}",
        "{\"name\":NaN}",
        "\u{feff}{\"name\":\"x\"}",
        "{\"name\":\"x\"} x",
        "  ",
        "{\"name\":\"\\ud800\"}",
        "{\"name\":\"a\nb\"}",
        "tru",
    ] {
        let answer = app.admin().send(post(wrong)).await.assert_status(400);
        assert!(answer.str("detail").starts_with("JSON parse error - "), "{wrong}: {answer}");
    }
    app.admin().send(post("")).await.assert(400, json!({"name": ["This field is required."]}));
}

async fn a_body_that_is_no_object_is_refused(app: &App) {
    for (body, kind) in [("[{\"name\": \"x\"}]", "list"), ("\"str\"", "str"), ("5", "int"), ("true", "bool"), ("1.5", "float")] {
        let message = format!("Invalid data. Expected a dictionary, but got {kind}.");
        app.admin().send(post(body)).await.assert(400, json!({"non_field_errors": [message]}));
    }
    app.admin().send(post("null")).await.assert(400, json!({"non_field_errors": ["No data provided"]}));
}

async fn unknown_and_read_only_fields_are_ignored(app: &App) {
    let body = json!({"name": app.name("stage"), "pk": vestibule_tests::NOBODY, "component": "x", "verbose_name": "y", "unknown": {"a": [1]}, "": 0, "__proto__": {}});
    let made = app.admin().create(STAGES, body).await;
    assert_ne!(made["pk"], vestibule_tests::NOBODY);
    assert_eq!((&made["component"], made["unknown"].is_null()), (&json!("ak-stage-invitation-form"), true));
}

async fn of_duplicate_keys_the_last_counts(app: &App) {
    let (first, last) = (app.name("first"), app.name("last"));
    let made = app.admin().send(post(format!("{{\"name\":\"{first}\",\"name\":\"{last}\"}}"))).await.assert_status(201);
    assert_eq!(made["name"], last);
}

async fn a_huge_body_is_refused(app: &App) {
    let huge = format!("{{\"name\":\"{}\"}}", "x".repeat(33 << 20));
    app.admin().send(post(huge.clone())).await.assert_status(413);
    let flow = Request::new("POST", "flows/executor/default-authentication-flow/?query=").json(huge);
    let answer = app.browser().send(flow).await;
    assert!(answer.status == 413 || answer["component"] == "ak-stage-flow-error", "{answer}");
    let claimed = Request::new("POST", STAGES).header("Content-Type", "application/json").header("Content-Length", "99999999999");
    app.admin().send(claimed).await.assert_status(413);
}

async fn deep_json_is_refused_and_does_no_harm(app: &App) {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    for body in [
        deep(10_000),
        format!("{{\"name\":{}}}", deep(10_000)),
        "{\"a\":".repeat(10_000) + "1" + &"}".repeat(10_000),
        "[".repeat(1_000_000),
    ] {
        app.admin().send(post(body)).await.assert_status(400);
    }
    let data = format!("{{\"name\":\"x\",\"fixed_data\":{{\"a\":{}}}}}", deep(100));
    let answer = app.admin().send(Request::new("POST", "stages/invitation/invitations/").json(data)).await;
    assert!([201, 400].contains(&answer.status), "{answer}");
    app.anonymous().get("/-/health/ready/").await.assert_status(200);
}

async fn bytes_that_are_not_text_are_refused(app: &App) {
    let name = app.name("bytes");
    for bytes in [&b"\xff\xfe"[..], b"\xc3\x28", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"] {
        let body = [b"{\"name\":\"", name.as_bytes(), bytes, b"\"}"].concat();
        let answer = app.admin().send(post(body)).await.assert_status(400);
        assert!(answer.str("detail").starts_with("JSON parse error - "), "{answer}");
    }
    assert_eq!(app.admin().get(&format!("{STAGES}?search={name}")).await.count(), 0);
    app.admin().get(&format!("{STAGES}?name=%FF%FE")).await.assert_status(200);
}

async fn only_json_is_taken_and_given(app: &App) {
    let name = app.name("stage");
    let body = json!({"name": name}).to_string();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "application/xml",
        "application/vnd.api+json",
    ] {
        let request = Request::new("POST", STAGES).header("Content-Type", kind).body(body.clone());
        app.admin().send(request).await.assert(415, json!({"detail": format!("Unsupported media type \"{kind}\" in request.")}));
    }
    let accept = |kind: &str| Request::new("GET", STAGES).header("Accept", kind);
    app.admin().send(accept("application/xml")).await.assert(406, json!({"detail": "Could not satisfy the request Accept header."}));
    for kind in ["*/*", "application/json", "application/*", "text/html, application/json;q=0.5", ""] {
        app.admin().send(accept(kind)).await.assert_status(200);
    }
    for kind in ["application/json; charset=utf-8", "APPLICATION/JSON"] {
        let request = Request::new("POST", STAGES).header("Content-Type", kind).body(json!({"name": app.name("stage")}).to_string());
        app.admin().send(request).await.assert_status(201);
    }
}

async fn a_method_that_is_not_there_is_told_with_those_that_are(app: &App) {
    let send = async |method: &str, path: &str| app.admin().send(Request::new(method, path).json("{}")).await;
    let detail = format!("{STAGES}{}/", vestibule_tests::NOBODY);
    for (method, path, allowed) in [
        ("PUT", STAGES, "GET, POST, HEAD, OPTIONS"),
        ("DELETE", STAGES, "GET, POST, HEAD, OPTIONS"),
        ("POST", &detail, "GET, PUT, PATCH, DELETE, HEAD, OPTIONS"),
        ("POST", "stages/all/", "GET, HEAD, OPTIONS"),
        ("TRACE", STAGES, "GET, POST, HEAD, OPTIONS"),
    ] {
        let answer = send(method, path).await;
        assert_eq!(answer.header("allow"), Some(allowed), "{answer}");
        answer.assert(405, json!({"detail": format!("Method \"{method}\" not allowed.")}));
    }
    let head = app.admin().send(Request::new("HEAD", STAGES)).await.assert_status(200);
    assert!(head.bytes.is_empty());
    app.admin().send(Request::new("OPTIONS", STAGES)).await.assert_status(200);
}

async fn authentication_comes_before_everything_else(app: &App) {
    let missing = json!({"detail": "Authentication credentials were not provided."});
    let nobody = app.anonymous();
    nobody.send(post("{")).await.assert(403, missing.clone());
    nobody.put(STAGES, json!({})).await.assert(403, missing.clone());
    nobody.get(&format!("{STAGES}?page=x")).await.assert(403, missing);
    assert!(nobody.get(STAGES).await.header("www-authenticate").is_none());
    nobody.get(&format!("{STAGES}{}/", vestibule_tests::NOBODY)).await.assert_status(403);
    app.with_token("wrong").get(STAGES).await.assert(403, json!({"detail": "Token invalid/expired"}));
}

async fn addresses_end_with_a_slash(app: &App) {
    for path in [
        "stages/invitation/stages",
        "stages/doesnotexist/",
        "/api/v4/",
        "/api/v3/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../Cargo.toml",
    ] {
        let answer = app.admin().get(path).await;
        assert!([400, 404].contains(&answer.status), "{answer}");
    }
}

async fn a_bad_identifier_is_not_found(app: &App) {
    let made = app.admin().create(STAGES, json!({"name": app.name("stage")})).await.str("pk");
    for right in [made.replace('-', ""), made.to_uppercase()] {
        app.admin().get(&format!("{STAGES}{right}/")).await.assert_status(200).assert_has("pk", json!(made));
    }
    for wrong in ["zz", "1", "00000000-0000-4000-8000-00000000000", "%00", "..%2f", "'%20or%201=1--", "%F0%9F%98%80", &"a".repeat(5000)] {
        let answer = app.admin().get(&format!("{STAGES}{wrong}/")).await;
        assert!([404, 414].contains(&answer.status), "{wrong}: {answer}");
    }
    for wrong in ["99999999999999999999", "-1", "1.0", "1e3", "０"] {
        app.admin().get(&format!("core/users/{wrong}/")).await.assert_status(404);
    }
}

async fn null_bytes_are_refused_everywhere(app: &App) {
    let message = json!("Null characters are not allowed.");
    app.admin().post(STAGES, json!({"name": "a\u{0}b"})).await.assert(400, json!({"name": [message]}));
    app.admin().get(&format!("{STAGES}?search=a%00b")).await.assert(400, json!([message]));
    for path in [
        "stages/invitation/stages/?name=%00",
        "core/users/?username=%00",
        "stages/invitation/stages/?ordering=%00",
        "flows/instances/%00/",
        "/if/flow/%00/",
        "core/tokens/%00/",
    ] {
        let answer = app.admin().get(path).await;
        assert!(answer.status < 500, "{answer}");
    }
    let data = json!({"name": "x", "fixed_data": {"a\u{0}": "b\u{0}"}});
    let answer = app.admin().post("stages/invitation/invitations/", data).await;
    assert!(answer.status < 500, "{answer}");
    app.anonymous().post("flows/executor/default-authentication-flow/?query=%00", json!({"uid_field": "a\u{0}b"})).await.assert_status(200);
}

async fn absurd_pages_are_not_found_and_absurd_sizes_are_the_default(app: &App) {
    for page in ["0", "-1", "9999", "abc", "1.5", "99999999999999999999999999", "%00"] {
        app.admin().get(&format!("{STAGES}?page={page}")).await.assert(404, json!({"detail": "Invalid page."}));
    }
    for page in ["", "1", "last"] {
        app.admin().get(&format!("{STAGES}?page={page}")).await.assert_status(200);
    }
    for _ in 0..3 {
        app.admin().create("stages/deny/", json!({"name": app.name("absurd")})).await;
    }
    let pages = async |size: &str| {
        app.admin().get(&format!("stages/deny/?search=absurd&page_size={size}")).await.assert_status(200).column("pk").len()
    };
    for size in ["abc", "0", "-5", "", "2.5", "99999999999999999999999999", "100000"] {
        assert_eq!(pages(size).await, 3, "{size}");
    }
    assert_eq!(pages("1").await, 1);
}

async fn a_page_tells_where_it_is(app: &App) {
    let word = app.name("paged");
    for number in 0..5 {
        app.admin().create("stages/deny/", json!({"name": format!("{word}-{number}")})).await;
    }
    let page = app.admin().get(&format!("stages/deny/?search={word}&page_size=2&page=2&ordering=name")).await;
    let expected = json!({"next": 3, "previous": 1, "count": 5, "current": 2, "total_pages": 3, "start_index": 3, "end_index": 4});
    assert_eq!((&page["pagination"], &page["autocomplete"]), (&expected, &json!({})));
    assert_eq!(page.column("name"), [format!("{word}-2"), format!("{word}-3")]);
    let none = app.admin().get("stages/deny/?search=zzzzzz").await;
    let expected = json!({"next": 0, "previous": 0, "count": 0, "current": 1, "total_pages": 1, "start_index": 0, "end_index": 0});
    none.assert(200, json!({"pagination": expected, "results": [], "autocomplete": {}}));
}

async fn filters_that_make_no_sense_are_ignored_or_told(app: &App) {
    let all = app.admin().get(STAGES).await.count();
    for ignored in [
        "foo=bar",
        "ordering=nope",
        "ordering=--name",
        "continue_flow_without_invitation=maybe",
        "continue_flow_without_invitation=1",
        "no_flows=x",
        "name=",
        "stage_uuid=",
        "pk=x",
    ] {
        assert_eq!(app.admin().get(&format!("{STAGES}?{ignored}")).await.assert_status(200).count(), all, "{ignored}");
    }
    app.admin().get(&format!("{STAGES}?stage_uuid=x")).await.assert(400, json!({"stage_uuid": ["Enter a valid UUID."]}));
    assert_eq!(app.admin().get(&format!("{STAGES}?search=%25")).await.count(), 0, "a percent sign is only that");
    assert_eq!(app.admin().get(&format!("{STAGES}?search=_")).await.count(), 0, "an underscore is only that");
    assert_eq!(app.admin().get(&format!("{STAGES}?name=%27%20or%201=1%20--")).await.count(), 0);
}

async fn every_answer_names_its_request(app: &App) {
    let mut seen = std::collections::HashSet::new();
    for path in [
        "root/config/",
        STAGES,
        "nope/",
        "/if/flow/nope/",
        "/if/flow/default-authentication-flow/",
        "flows/executor/default-authentication-flow/?query=",
    ] {
        let answer = app.anonymous().get(path).await;
        let id = answer.header("x-authentik-id").unwrap_or_else(|| panic!("no request id: {answer}")).to_owned();
        assert!(id.len() == 32 && id.chars().all(|letter| letter.is_ascii_hexdigit()), "{id}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"), "{path}");
        assert!(answer.header("x-frame-options").is_some(), "{path}");
        assert!(seen.insert(id));
    }
}

async fn two_requests_racing_for_one_slug_make_one_flow(app: &App) {
    for _ in 0..5 {
        let (admin, slug) = (app.admin(), app.name("race"));
        let body = || json!({"name": "n", "slug": slug, "title": "t", "designation": "recovery"});
        let (one, two) = tokio::join!(admin.post("flows/instances/", body()), admin.post("flows/instances/", body()));
        let mut answers = [one, two];
        answers.sort_by_key(|answer| answer.status);
        let [made, refused] = answers;
        made.assert_status(201);
        refused.assert(400, json!({"slug": ["Flow with this slug already exists."]}));
        assert_eq!(admin.get(&format!("flows/instances/?slug={slug}")).await.count(), 1);
    }
}
