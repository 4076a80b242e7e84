//! Files that an administrator uploads, and that pages show.

use serde_json::json;
use vestibule_tests::{Answer, App, Request, each_database};

each_database![
    an_uploaded_file_is_listed_served_and_deleted,
    a_name_that_leads_out_of_the_folder_is_refused,
    a_file_is_never_overwritten,
    an_uploaded_page_runs_nothing,
    only_administrators_upload,
];

fn form(name: &str, content: &str) -> Request {
    let part = |what: &str, value: &str| format!("--edge\r\nContent-Disposition: form-data; name=\"{what}\"\r\n\r\n{value}\r\n");
    let file = format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n{content}\r\n--edge--\r\n");
    let body = part("name", name) + &part("usage", "media") + &file;
    Request::new("POST", "admin/file/").header("Content-Type", "multipart/form-data; boundary=edge").body(body)
}

async fn upload(app: &App, name: &str, content: &str) -> Answer {
    app.admin().send(form(name, content)).await
}

async fn an_uploaded_file_is_listed_served_and_deleted(app: &App) {
    let (admin, name) = (app.admin(), format!("{}.txt", app.name("logo")));
    upload(app, &name, "hello").await.assert_status(200);
    let listed = admin.get("admin/file/?usage=media&manageable_only=true").await.assert_status(200);
    assert!(listed.text().contains(&name), "{listed}");
    let served = app.anonymous().get(&format!("/media/public/{name}")).await.assert_status(200);
    assert_eq!(served.text(), "hello");
    admin.delete(&format!("admin/file/?name={name}&usage=media")).await.assert_status(200);
    app.anonymous().get(&format!("/media/public/{name}")).await.assert_status(404);
}

async fn a_name_that_leads_out_of_the_folder_is_refused(app: &App) {
    for name in ["../escape.txt", "/etc/passwd", "a/../b.txt", ".hidden"] {
        upload(app, name, "x").await.assert_status(400);
        app.anonymous().get(&format!("/media/public/{name}")).await.assert_status(404);
    }
    app.anonymous().get("/media/public/..%2Fvestibule.db").await.assert_status(404);
    app.anonymous().get("/media/public/../data/vestibule.db").await.assert_status(404);
}

async fn a_file_is_never_overwritten(app: &App) {
    let name = format!("{}.txt", app.name("twice"));
    upload(app, &name, "first").await.assert_status(200);
    upload(app, &name, "second").await.assert_status(400);
    assert_eq!(app.anonymous().get(&format!("/media/public/{name}")).await.text(), "first");
}

async fn an_uploaded_page_runs_nothing(app: &App) {
    let name = format!("{}.html", app.name("page"));
    upload(app, &name, "<script>alert(1)</script>").await.assert_status(200);
    let served = app.anonymous().get(&format!("/media/public/{name}")).await.assert_status(200);
    let policy = served.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    assert_eq!(served.header("content-disposition"), Some("attachment"));
}

async fn only_administrators_upload(app: &App) {
    let ada = app.user("ada").await;
    let token = app.admin().create("core/tokens/", json!({ "identifier": app.name("ada"), "user": ada.pk, "intent": "api" })).await;
    let key = app.admin().get(&format!("core/tokens/{}/view_key/", token.str("identifier"))).await.str("key");
    let caller = app.with_token(&key);
    caller.send(form("ada.txt", "x")).await.assert_status(403);
    caller.get("admin/file/").await.assert_status(403);
}
