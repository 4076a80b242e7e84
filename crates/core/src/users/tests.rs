#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::{Value as Json, json};
use vestibule_engine::{Caller, Context, Identity, Via};
use vestibule_resource::{Error, Model as _, Value};

use super::{Impersonation, User};
use crate::{
    events::Event,
    groups::Group,
    sessions::{self, AuthenticatedSession},
    testing::{Server, request},
    tokens::Token,
};

async fn admin(server: &Server) -> Caller {
    let admin = server.user("admin").await;
    server.group("admins", true, &[admin]).await;
    server.caller(admin, true).await
}

#[tokio::test]
async fn a_created_user_is_shown_as_the_contract_says() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let (status, shown) = server.ask(admin, "POST", "core/users/", Some(json!({ "username": "ada", "name": "Ada L" }))).await;
    assert_eq!(status, 201);
    let names: Vec<&str> = shown.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "pk",
            "username",
            "name",
            "is_active",
            "last_login",
            "date_joined",
            "is_superuser",
            "groups",
            "groups_obj",
            "roles",
            "roles_obj",
            "email",
            "avatar",
            "attributes",
            "uid",
            "path",
            "type",
            "uuid",
            "password_change_date",
            "last_updated",
        ]
    );
    assert_eq!((&shown["path"], &shown["type"], &shown["email"]), (&json!("users"), &json!("internal"), &json!("")));
    assert_eq!((&shown["groups_obj"], &shown["is_superuser"], &shown["last_login"]), (&json!([]), &json!(false), &Json::Null));
    let pk = shown["pk"].as_i64().unwrap();
    assert_eq!(shown["uid"], json!(vestibule_secret::uid(pk, "install")));
    let stored = super::get(&server.store, pk).await.unwrap().unwrap();
    assert!(!vestibule_secret::is_usable(stored.text("password")));
}

#[tokio::test]
async fn what_is_wrong_with_a_user_is_told_in_the_contracts_words() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    for (body, told) in [
        (json!({}), json!({ "username": ["This field is required."], "name": ["This field is required."] })),
        (json!({ "username": "", "name": "" }), json!({ "username": ["This field may not be blank."] })),
        (json!({ "username": "admin", "name": "n" }), json!({ "username": ["This field must be unique."] })),
        (json!({ "username": "u", "name": "n", "type": "bogus" }), json!({ "type": ["\"bogus\" is not a valid choice."] })),
        (
            json!({ "username": "u", "name": "n", "type": "internal_service_account" }),
            json!({ "type": ["Setting a user to internal service account is not allowed."] }),
        ),
        (json!({ "username": "u", "name": "n", "path": "/lead" }), json!({ "path": ["No leading or trailing slashes allowed."] })),
        (json!({ "username": "u", "name": "n", "path": "a//b" }), json!({ "path": ["No empty segments in user path allowed."] })),
        (json!({ "username": "u", "name": "n", "path": "" }), json!({ "path": ["This field may not be blank."] })),
        (
            json!({ "username": "u", "name": "n", "attributes": [] }),
            json!({ "attributes": ["Value must be a dictionary, and not have any duplicate keys."] }),
        ),
        (
            json!({ "username": "u", "name": "n", "groups": ["00000000-0000-4000-8000-000000000000"] }),
            json!({ "groups": ["Invalid pk \"00000000-0000-4000-8000-000000000000\" - object does not exist."] }),
        ),
        (
            json!({ "username": "x".repeat(151), "name": "n" }),
            json!({ "username": ["Ensure this field has no more than 150 characters."] }),
        ),
    ] {
        assert_eq!(server.ask(admin.clone(), "POST", "core/users/", Some(body.clone())).await, (400, told), "{body}");
    }
}

#[tokio::test]
async fn leaving_groups_out_of_a_full_update_clears_them() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let group = server.group("staff", false, &[ada]).await;
    let address = format!("core/users/{ada}/");
    let (_, shown) = server.ask(admin.clone(), "PATCH", &address, Some(json!({ "name": "A" }))).await;
    assert_eq!(shown["groups"], json!([group.to_json()]));
    assert_eq!(shown["groups_obj"][0]["name"], json!("staff"));
    let (_, shown) = server.ask(admin.clone(), "GET", &format!("{address}?include_groups=false"), None).await;
    assert_eq!((&shown["groups"], &shown["groups_obj"]), (&json!([group.to_json()]), &Json::Null));
    let (_, shown) = server.ask(admin, "PUT", &address, Some(json!({ "username": "ada", "name": "A" }))).await;
    assert_eq!(shown["groups"], json!([]));
}

#[tokio::test]
async fn accounts_of_the_systems_own_machines_cannot_be_changed() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let machine = server.user("outpost").await;
    server.change(User::RESOURCE, &machine.into(), vec![("type", "internal_service_account".into())]).await;
    let (status, told) = server.ask(admin, "PATCH", &format!("core/users/{machine}/"), Some(json!({ "name": "x" }))).await;
    assert_eq!((status, told), (400, json!({ "non_field_errors": ["Can't modify internal service account users"] })));
}

#[tokio::test]
async fn a_user_who_is_made_inactive_is_logged_out_everywhere() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let mut session = vestibule_engine::Session::default();
    sessions::log_in(&mut session, ada, None);
    server.sessions().save(&request("GET", ""), &mut session).await.unwrap();
    server.ask(admin, "PATCH", &format!("core/users/{ada}/"), Some(json!({ "is_active": false }))).await;
    assert!(server.all(AuthenticatedSession::RESOURCE).await.is_empty());
}

#[tokio::test]
async fn a_password_is_set_and_told_in_the_log() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let address = format!("core/users/{ada}/set_password/");
    assert_eq!(server.ask(admin.clone(), "POST", &address, Some(json!({ "password": "pass word" }))).await, (204, Json::Null));
    let told = server.ask(admin.clone(), "POST", &address, Some(json!({}))).await;
    assert_eq!(told, (400, json!({ "password": ["This field is required."] })));
    let cx = server.context(admin, request("GET", ""));
    let row = super::get(&server.store, ada).await.unwrap();
    let verified = crate::authn::password::verify(&cx, row.as_ref(), "pass word", &[crate::authn::Backend::Inbuilt]).await.unwrap();
    assert_eq!(verified.map(|verified| verified.user()), Some(ada));
    let events = server.all(Event::RESOURCE).await;
    assert_eq!((events.len(), events[0].text("action"), events[0].json("user")["username"].as_str()), (1, "password_set", Some("ada")));
}

#[tokio::test]
async fn a_hash_that_nobody_can_check_is_no_password() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let address = format!("core/users/{ada}/set_password_hash/");
    let (status, _) = server.ask(admin.clone(), "POST", &address, Some(json!({ "password": "plain" }))).await;
    assert_eq!(status, 400);
    let hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assert_eq!(server.ask(admin, "POST", &address, Some(json!({ "password": hash }))).await.0, 204);
    assert_eq!(super::get(&server.store, ada).await.unwrap().unwrap().text("password"), hash);
}

#[tokio::test]
async fn a_service_account_comes_with_its_password_and_group() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let body = json!({ "name": "robot", "create_group": true });
    let (status, made) = server.ask(admin.clone(), "POST", "core/users/service_account/", Some(body.clone())).await;
    assert_eq!((status, &made["username"]), (200, &json!("robot")));
    let user = super::get(&server.store, made["user_pk"].as_i64().unwrap()).await.unwrap().unwrap();
    assert_eq!((user.text("type"), user.text("path")), ("service_account", "goauthentik.io/service-accounts"));
    let cx = server.context(Caller::Anonymous, request("GET", ""));
    let key = made["token"].as_str().unwrap();
    let backends = [crate::authn::Backend::AppPassword];
    assert!(crate::authn::password::verify(&cx, Some(&user), key, &backends).await.unwrap().is_some());
    let token = &server.all(Token::RESOURCE).await[0];
    assert_eq!(token.text("identifier"), "service-account-robot-password");
    assert_eq!(token.time("expires"), Some(server.now() + jiff::SignedDuration::from_hours(360 * 24)));
    assert!(server.all(Group::RESOURCE).await.iter().any(|group| group.key().to_json() == made["group_pk"]));
    let told = server.ask(admin, "POST", "core/users/service_account/", Some(body)).await;
    assert_eq!(told, (400, json!({ "name": ["This field must be unique."] })));
}

#[tokio::test]
async fn people_see_themselves_with_what_they_inherit() {
    let server = Server::new().await;
    let ada = server.user("ada").await;
    let group = server.group("staff", false, &[ada]).await;
    server.change(Group::RESOURCE, &group, vec![("attributes", json!({ "settings": { "locale": "de" } }).into())]).await;
    let caller = server.caller(ada, false).await;
    let (status, shown) = server.ask(caller.clone(), "GET", "core/users/me/", None).await;
    assert_eq!(status, 200);
    assert_eq!((&shown["user"]["pk"], &shown["user"]["is_superuser"]), (&json!(ada), &json!(false)));
    assert_eq!(shown["user"]["groups"], json!([{ "name": "staff", "pk": group.to_json() }]));
    assert_eq!((&shown["user"]["settings"], &shown["user"]["system_permissions"]), (&json!({ "locale": "de" }), &json!([])));
    assert_eq!(shown["users"], json!([shown["user"]]));
    assert_eq!(server.ask(caller, "GET", "core/users/", None).await.0, 403);
    let nobody = server.ask(Caller::Anonymous, "GET", "core/users/me/", None).await;
    assert_eq!(nobody, (403, json!({ "detail": "Authentication credentials were not provided." })));
}

#[tokio::test]
async fn paths_are_listed_once_and_in_order() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    for (name, path) in [("a", "users/b"), ("b", "users/b"), ("c", "guests")] {
        let user = server.user(name).await;
        server.change(User::RESOURCE, &user.into(), vec![("path", path.into())]).await;
    }
    assert_eq!(
        server.ask(admin.clone(), "GET", "core/users/paths/", None).await,
        (200, json!({ "paths": ["guests", "users", "users/b"] }))
    );
    assert_eq!(server.ask(admin, "GET", "core/users/paths/?search=gue", None).await, (200, json!({ "paths": ["guests"] })));
}

#[tokio::test]
async fn superusers_are_told_apart_over_the_whole_hierarchy() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let (_, list) = server.ask(admin, "GET", "core/users/?ordering=username", None).await;
    assert_eq!((&list["results"][0]["username"], &list["results"][0]["is_superuser"]), (&json!("admin"), &json!(true)));
}

#[tokio::test]
async fn users_are_found_by_their_groups() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    server.user("ada").await;
    let bob = server.user("bob").await;
    let group = server.group("staff", false, &[bob]).await;
    let found = async |query: &str| {
        let (status, list) = server.ask(admin.clone(), "GET", &format!("core/users/?{query}"), None).await;
        let names: Vec<String> =
            list["results"].as_array().into_iter().flatten().map(|user| user["username"].as_str().unwrap().into()).collect();
        (status, names.join(" "))
    };
    assert_eq!(found("is_superuser=true").await, (200, "admin".into()));
    assert_eq!(found("is_superuser=false").await, (200, "ada bob".into()));
    assert_eq!(found("groups_by_name=staff&groups_by_name=admins").await, (200, "admin bob".into()));
    assert_eq!(found(&format!("groups_by_pk={group}")).await, (200, "bob".into()));
    assert_eq!(found("groups_by_pk=00000000-0000-4000-8000-000000000000").await.0, 400);
    assert_eq!(found("type=internal&type=external&path_startswith=us&search=bo").await, (200, "bob".into()));
    assert_eq!(found("type=bogus").await.0, 400);
    assert_eq!(found("attributes=%5B%5D").await.0, 400);
}

async fn impersonate(cx: &Context, target: i64, body: Json) -> Result<u16, Error> {
    let handled = cx.api.handle(cx, &format!("core/users/{target}/impersonate/"), body.to_string().as_bytes()).await;
    handled.result.map(|answer| answer.status)
}

/// A request in the administrator's session.
async fn in_session(server: &Server, admin: i64) -> Context {
    let user = server.store.get(User::RESOURCE, admin).await.unwrap().unwrap();
    let caller = Caller::User(std::sync::Arc::new(Identity { user, superuser: true, via: Via::Session, rights: Default::default() }));
    let cx = server.context(caller, request("POST", ""));
    cx.session.lock().user = Some(admin);
    cx
}

#[tokio::test]
async fn an_administrator_acts_as_somebody_else_and_the_log_says_why() {
    let server = Server::new().await;
    let (root, ada) = (server.user("root").await, server.user("ada").await);
    let cx = in_session(&server, root).await;
    assert_eq!(impersonate(&cx, ada, json!({})).await, Err(Error::Invalid(json!({ "reason": "This field is required." }))));
    assert_eq!(impersonate(&cx, root, json!({ "reason": "r" })).await, Ok(401), "nobody acts as themselves");
    assert_eq!(impersonate(&cx, ada, json!({ "reason": "ticket 1" })).await, Ok(204));
    assert_eq!(Impersonation::of(&cx.session.lock()), Some(Impersonation { original: root, target: ada }));
    let event = &server.all(Event::RESOURCE).await[0];
    assert_eq!((event.text("action"), event.json("context")["reason"].as_str()), ("impersonation_started", Some("ticket 1")));
}

#[tokio::test]
async fn who_acts_as_somebody_else_is_known_as_both() {
    let server = Server::new().await;
    let (root, ada) = (server.user("root").await, server.user("ada").await);
    let group = server.group("admins", true, &[root]).await;
    let cx = in_session(&server, root).await;
    impersonate(&cx, ada, json!({ "reason": "r" })).await.unwrap();
    let seen = async || {
        let credentials = crate::authn::Credentials::default();
        crate::authn::authenticate(&server.services, &request("GET", ""), &cx.session, credentials).await.unwrap()
    };
    assert_eq!(seen().await.user(), Some(ada));
    let acting = Context { caller: seen().await, request: request("GET", "core/users/me/"), ..cx.clone() };
    let answer = acting.api.handle(&acting, "core/users/me/", b"").await.result.unwrap();
    let vestibule_engine::Body::Json(shown) = answer.body else { unreachable!("no JSON") };
    assert_eq!((&shown["user"]["pk"], &shown["original"]["pk"]), (&json!(ada), &json!(root)));
    // Who loses the power is themselves again at once.
    server.change(Group::RESOURCE, &group, vec![("is_superuser", Value::Bool(false))]).await;
    assert_eq!(seen().await.user(), Some(root));
    assert_eq!(Impersonation::of(&cx.session.lock()), None);
}

#[tokio::test]
async fn a_token_cannot_act_as_somebody_else() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let (status, _) = server.ask(admin, "POST", &format!("core/users/{ada}/impersonate/"), Some(json!({ "reason": "r" }))).await;
    assert_eq!(status, 400);
}
