//! Expressions as policies: what they see, what they may do, and how they end.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

use super::common::{bind, enter, flow, policy, verdict, verdict_about};

each_database![
    what_an_expression_returns_decides,
    a_text_that_is_no_program_is_refused_with_its_place,
    an_expression_sees_the_user_and_the_request,
    an_expression_finds_rows_by_lookups,
    keys_and_references_are_words_of_a_path,
    stored_secrets_are_seen_by_no_expression,
    an_expression_changes_what_its_author_might_and_no_rights,
    an_expression_opens_no_account_of_somebody_with_rights,
    a_trial_leaves_nothing_behind,
    policies_ask_each_other_but_not_for_ever,
    no_expression_outlasts_its_budget,
    nothing_of_the_machine_is_within_reach,
    only_public_addresses_are_reached,
    an_expression_changes_the_plan_of_a_flow,
    a_failing_expression_counts_as_its_binding_says_and_is_told,
];

async fn expression(app: &App, text: &str) -> Json {
    policy(app, "expression", json!({"expression": text})).await
}

/// What an expression says about the administrator.
async fn says(app: &App, text: &str) -> Json {
    let made = expression(app, text).await;
    verdict(app, &made, json!({"x": {"y": [1, 2]}})).await
}

pub(crate) async fn passes(app: &App, text: &str) {
    let said = says(app, text).await;
    assert_eq!(said["passing"], true, "{text}: {said}");
}

/// That it fails, and with which first message.
pub(crate) async fn fails(app: &App, text: &str, message: &str) {
    let said = says(app, text).await;
    assert_eq!(said["passing"], false, "{text}: {said}");
    let words = said["messages"][0].as_str().unwrap_or_default();
    assert!(words.contains(message), "{text}: {said}");
}

async fn what_an_expression_returns_decides(app: &App) {
    passes(app, "return context['x']['y'] == [1, 2]").await;
    assert_eq!(says(app, "return []").await["passing"], false);
    let silent = says(app, "ak_message('one')\nak_message('two')\nak_logger.warning('noted', why=1)").await;
    assert_eq!((&silent["passing"], &silent["messages"]), (&json!(false), &json!(["one", "two"])));
    let notes = silent["log_messages"].as_array().unwrap();
    assert_eq!((&notes[0]["event"], &notes[0]["attributes"]), (&json!("noted"), &json!({"why": 1})));
    assert!(notes[1]["event"].as_str().unwrap().contains("returned nothing"), "{silent}");
}

async fn a_text_that_is_no_program_is_refused_with_its_place(app: &App) {
    let body = json!({"name": app.name("bad"), "expression": "if request:\n    return (1"});
    let refused = app.admin().post("policies/expression/", body).await.assert_status(400).body;
    let words = refused["expression"][0].as_str().unwrap();
    assert!(words.starts_with("Expression Syntax Error: ") && words.contains("line 2"), "{words}");
    let body = json!({"name": app.name("bad"), "scope_name": "s", "expression": "return {"});
    app.admin().post("propertymappings/provider/scope/", body).await.assert_status(400);
    let made = expression(app, "return True").await;
    let path = format!("policies/expression/{}/", made["pk"].as_str().unwrap());
    app.admin().patch(&path, json!({"expression": "return ("})).await.assert_status(400);
    app.admin().get(&path).await.assert_has("expression", json!("return True"));
}

async fn an_expression_sees_the_user_and_the_request(app: &App) {
    passes(app, "return request.user.is_superuser and request.user.username == 'akadmin' and request.user.pk > 0").await;
    passes(app, "return http_request.method == 'POST' and http_request.path.endswith('/test/') and 'HTTP_HOST' in http_request.META").await;
    passes(app, "return ak_client_ip in ip_network('127.0.0.0/8') and not ak_is_sso_flow").await;
    passes(app, "return ak_is_group_member(request.user, name='authentik Admins')").await;
    passes(app, "return [g.name for g in request.user.groups.all()] == ['authentik Admins']").await;
    passes(app, "from datetime import timedelta\nfrom django.utils.timezone import now\nreturn now() - request.user.date_joined < timedelta(days=1)").await;
    passes(app, "return 'cookie' not in http_request.headers and 'authorization' not in http_request.headers").await;
}

async fn an_expression_finds_rows_by_lookups(app: &App) {
    let name = app.name("looked-for");
    let body = json!({"username": name, "name": "Ada", "email": "ada@example.com", "attributes": {"team": {"name": "blue"}}});
    app.admin().create("core/users/", body).await;
    let from = "from authentik.core.models import User\n";
    for lookup in
        ["email__iexact='ADA@example.com'", "attributes__team__name='blue'", "username__in=['a', NAME]", "pk__gt=0, name__startswith='A'"]
    {
        let lookup = lookup.replace("NAME", &format!("{name:?}"));
        passes(app, &format!("{from}return User.objects.filter(username={name:?}).filter({lookup}).exists()")).await;
    }
    passes(
        app,
        &format!("{from}from django.db.models import Q\nreturn User.objects.filter(Q(username='no') | Q(username={name:?})).count() == 1"),
    )
    .await;
    passes(app, &format!("{from}return User.objects.exclude(username={name:?}).filter(username={name:?}).first() is None")).await;
    passes(app, &format!("{from}return list(User.objects.filter(username={name:?}).values_list('name', flat=True)) == ['Ada']")).await;
    fails(app, &format!("{from}return User.objects.get(username='nobody at all')"), "matching query does not exist").await;
    passes(app, &format!("{from}try:\n    User.objects.get(pk=0)\nexcept User.DoesNotExist:\n    return True")).await;
}

async fn keys_and_references_are_words_of_a_path(app: &App) {
    let name = app.name("source");
    let body = json!({
        "name": name, "slug": name, "provider_type": "openidconnect", "consumer_key": "k", "consumer_secret": "s",
        "authorization_url": "https://a.example.com/", "access_token_url": "https://a.example.com/", "profile_url": "https://a.example.com/",
    });
    app.admin().create("sources/oauth/", body).await;
    let from = "from authentik.sources.oauth.models import OAuthSource\n";
    for order in ["pkce", "-pkce", "-pk", "pk"] {
        passes(app, &format!("{from}return {name:?} in [s.name for s in OAuthSource.objects.order_by({order:?})]")).await;
    }
    let from = "from authentik.flows.models import FlowStageBinding as B\n";
    passes(app, &format!("{from}b = B.objects.first()\nreturn b in B.objects.filter(target_id=b.target_id, stage_id=b.stage.pk)")).await;
    passes(
        app,
        &format!("{from}b = B.objects.first()\nreturn b in B.objects.filter(target_id__slug=b.target.slug, target__pk=b.target_id)"),
    )
    .await;
    passes(
        app,
        &format!(
            "{from}return list(B.objects.order_by('-target_id__slug', 'order')) == list(B.objects.order_by('-target__slug', 'order'))"
        ),
    )
    .await;
    for unknown in ["order_by('targetid')", "filter(order_id=1)", "order_by('target__nothing')", "order_by('target_id_id')"] {
        fails(app, &format!("{from}return B.objects.{unknown}.first()"), "Cannot resolve keyword").await;
    }
}

async fn stored_secrets_are_seen_by_no_expression(app: &App) {
    fails(app, "return request.user.password", "no attribute 'password'").await;
    let from = "from authentik.core.models import User\n";
    for tried in ["filter(password__startswith='a').exists()", "order_by('password').first()", "values_list('password', flat=True)[0]"] {
        assert_eq!(says(app, &format!("{from}return bool(User.objects.{tried})")).await["passing"], false, "{tried}");
    }
    fails(app, "from authentik.core.models import Token\nreturn True", "cannot import name 'Token'").await;
    fails(app, "from authentik.crypto.models import CertificateKeyPair\nreturn CertificateKeyPair.objects.first().key_data", "key_data")
        .await;
}

/// An expression that is bound to a flow, so that it runs for real; whether it passed.
pub(crate) async fn run(app: &App, text: &str) -> bool {
    let door = flow(app, json!({})).await;
    let made = expression(app, text).await;
    bind(app, &door, &made, json!({})).await;
    enter(&app.browser(), &door).await.body["component"] == "ak-stage-dummy"
}

async fn an_expression_changes_what_its_author_might_and_no_rights(app: &App) {
    let (name, group) = (app.name("written"), app.name("plain"));
    let user = app.admin().create("core/users/", json!({"username": name, "name": "x"})).await.int("pk");
    app.admin().create("core/groups/", json!({"name": group})).await;
    let from = "from authentik.core.models import User, Group\n";
    let find = format!("{from}u = User.objects.get(username={name:?})\n");
    assert!(
        run(app, &format!("{find}u.attributes['seen'] = True\nu.save()\nu.groups.add(Group.objects.get(name={group:?}))\nreturn True"))
            .await
    );
    let after = app.admin().get(&format!("core/users/{user}/")).await.body;
    assert_eq!((&after["attributes"]["seen"], after["groups"].as_array().unwrap().len()), (&json!(true), 1), "{after}");
    for rights in [
        "u.groups.add(Group.objects.get(name='authentik Admins'))",
        "Group.objects.filter(name='authentik Admins').first().users.add(u)",
        "Group.objects.create(name='new-rulers', is_superuser=True)",
        "g = Group.objects.get(name=GROUP); g.is_superuser = True; g.save()",
        "Group.objects.filter(name=GROUP).update(is_superuser=True)",
        "u.roles.add(u)",
        "User.objects.create(username='made', name='x')",
        "u.delete()",
    ] {
        let rights = rights.replace("GROUP", &format!("{group:?}"));
        assert!(!run(app, &format!("{find}{rights}\nreturn True")).await, "{rights}");
    }
    let after = app.admin().get(&format!("core/users/{user}/")).await.body;
    assert_eq!(after["is_superuser"], false, "{after}");
}

async fn an_expression_opens_no_account_of_somebody_with_rights(app: &App) {
    let find = "from authentik.core.models import User\nu = User.objects.get(username='akadmin')\n";
    for change in ["u.email = 'thief@example.com'", "u.username = 'thief'", "u.is_active = False"] {
        assert!(!run(app, &format!("{find}{change}\nu.save()\nreturn True")).await, "{change}");
    }
    let me = app.admin().get("core/users/me/").await.body;
    assert_eq!((&me["user"]["username"], &me["user"]["is_active"]), (&json!("akadmin"), &json!(true)), "{me}");
}

async fn a_trial_leaves_nothing_behind(app: &App) {
    let user = app.admin().create("core/users/", json!({"username": app.name("tried"), "name": "x"})).await.int("pk");
    let made = expression(app, "u = request.user\nu.attributes['seen'] = 1\nu.save()\nak_create_event('tried')\nreturn True").await;
    assert_eq!(verdict_about(app, &made, user, json!({})).await["passing"], true);
    app.admin().get(&format!("core/users/{user}/")).await.assert_has("attributes", json!({}));
    let events = app.admin().get("events/events/?action=custom_tried").await;
    assert_eq!(events["results"], json!([]));
}

async fn policies_ask_each_other_but_not_for_ever(app: &App) {
    let one = expression(app, "context['seen'] = context.get('more')\nak_message('from one')\nreturn context['more'] == 3").await;
    let name = one["name"].as_str().unwrap();
    let said = says(
        app,
        &format!("r = ak_call_policy({name:?}, more=3)\nreturn r.passing and context['seen'] == 3 and r.messages == ('from one',)"),
    )
    .await;
    assert_eq!(said["passing"], true, "{said}");
    fails(app, "return ak_call_policy('there is none')", "not found").await;
    let path = format!("policies/expression/{}/", one["pk"].as_str().unwrap());
    app.admin().patch(&path, json!({"expression": format!("return ak_call_policy({name:?}).passing")})).await.assert_status(200);
    assert_eq!(verdict(app, &one, json!({})).await["passing"], false);
}

async fn no_expression_outlasts_its_budget(app: &App) {
    fails(
        app,
        "while True:\n    try:\n        while True: pass\n    except:\n        pass\n    finally:\n        continue",
        "too many steps",
    )
    .await;
    fails(app, "x = 'x' * 10**10\nreturn True", "too much memory").await;
    fails(app, "import re\nreturn re.match('(a+)+$', 'a' * 5000 + 'b')", "").await;
    fails(app, "from authentik.core.models import User\nwhile True: User.objects.count()", "too often").await;
    fails(app, "def f(): return f()\nreturn f()", "recursion").await;
}

async fn nothing_of_the_machine_is_within_reach(app: &App) {
    for text in ["import os", "import sys", "import subprocess", "open('/etc/passwd')", "eval('1')", "exec('1')", "__import__('os')"] {
        assert_eq!(says(app, &format!("{text}\nreturn True")).await["passing"], false, "{text}");
    }
    for text in ["(lambda: 0).__globals__", "().__class__.__subclasses__()", "'{0.__class__.__mro__}'.format(1)", "request.user._meta"] {
        assert_eq!(says(app, &format!("return bool({text})")).await["passing"], false, "{text}");
    }
}

async fn only_public_addresses_are_reached(app: &App) {
    for host in ["127.0.0.1", "localhost", "169.254.169.254", "[::1]", "10.0.0.1", "[::ffff:127.0.0.1]"] {
        fails(app, &format!("return requests.get('http://{host}:9/', timeout=2).ok"), "public address").await;
    }
    fails(app, "return requests.get('file:///etc/passwd')", "no http or https address").await;
    passes(app, "return resolve_dns('localhost') == []").await;
}

async fn an_expression_changes_the_plan_of_a_flow(app: &App) {
    let door = flow(app, json!({})).await;
    let bindings = app.admin().get(&format!("flows/bindings/?target={}", door["pk"].as_str().unwrap())).await.body;
    let place = json!({"pk": bindings["results"][0]["policybindingmodel_ptr_id"]});
    let made =
        expression(app, "context['flow_plan'].context['noted'] = 'here'\nreturn context['flow_plan'].context.get('pending_user') is None")
            .await;
    bind(app, &place, &made, json!({})).await;
    let seen = enter(&app.browser(), &door).await;
    assert_eq!(seen["component"], "ak-stage-dummy", "{}", seen.body);
}

async fn a_failing_expression_counts_as_its_binding_says_and_is_told(app: &App) {
    let made = expression(app, "x = 1\nreturn context['nothing here']").await;
    for (failure_result, component) in [(true, "ak-stage-dummy"), (false, "ak-stage-access-denied")] {
        let door = flow(app, json!({})).await;
        bind(app, &door, &made, json!({"failure_result": failure_result, "negate": true})).await;
        let seen = enter(&app.browser(), &door).await;
        assert_eq!(seen["component"], component, "{}", seen.body);
    }
    let name = made["name"].as_str().unwrap();
    let events = app.admin().get(&format!("events/events/?action=policy_exception&search={name}")).await.body;
    assert!(events["results"].as_array().unwrap().iter().any(|event| event["context"]["exception"] == "'nothing here'"), "{events}");
}
