//! Which rows a question finds, and in which order.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Home, column,
    house::{BINDING, DENY_STAGE, FLOW, FLOW_STAGES, GROUP, GROUP_PARENTS, GROUP_USERS, STAGE, TOKEN, USER, USER_FRIENDS, USER_GROUPS},
    noon,
};
use jiff::SignedDuration;
use serde_json::json;
use vestibule_resource::Value;
use vestibule_store::{Condition, Op, Query};

each_database![
    search_finds_text_whatever_its_case_and_takes_every_character_as_it_is,
    pages_follow_each_other_without_gap_or_overlap,
    whether_any_row_answers_is_known_without_reading_one,
    missing_values_are_the_largest_in_both_directions,
    conditions_and_order_follow_relations,
    members_of_json_objects_compare_by_their_type,
    an_expired_row_does_not_exist_unless_asked_for,
    links_keep_the_order_of_their_making_and_end_cycles,
    a_chain_of_links_between_people_is_followed_to_its_end,
    stages_of_a_flow_come_in_the_order_of_their_bindings,
    keys_that_are_kept_as_text_name_their_rows_and_other_text_none,
];

async fn users(home: &Home, query: Query) -> Vec<String> {
    column(&home.store.select(&query).await.unwrap(), "username")
}

fn all() -> Query {
    Query::all(&USER).order("username")
}

async fn add_users(home: &Home, names: &[&str]) {
    let mut work = home.write().await;
    for name in names {
        work.insert(&USER, vec![("username", (*name).into())]).await.unwrap();
    }
    work.commit().await.unwrap();
}

async fn whether_any_row_answers_is_known_without_reading_one(home: Home) {
    add_users(&home, &["ann", "bob"]).await;
    let past = noon() - SignedDuration::from_hours(1);
    home.add(&TOKEN, vec![("token_identifier", "old".into()), ("expires", past.into())]).await;
    for (query, is_any) in [
        (all(), true),
        (all().is("username", "bob"), true),
        (all().is("username", "eve"), false),
        (Query::all(&TOKEN), false),
        (Query::all(&TOKEN).include_expired(true), true),
    ] {
        assert_eq!(home.store.exists(&query).await.unwrap(), is_any, "{:?}", query.condition);
    }
}

async fn search_finds_text_whatever_its_case_and_takes_every_character_as_it_is(home: Home) {
    add_users(&home, &["100%", "100x", "a_b", "axb", "Ärger", "o'neil", "back\\slash", "dot.(*)", "new\nline"]).await;
    for (part, found) in [
        ("0%", vec!["100%"]),
        ("A_B", vec!["a_b"]),
        ("ÄR", vec!["Ärger"]),
        ("äR", vec!["Ärger"]),
        ("O'N", vec!["o'neil"]),
        ("\\", vec!["back\\slash"]),
        (".(*)", vec!["dot.(*)"]),
        ("W\nL", vec!["new\nline"]),
        ("nothing", vec![]),
        ("100\0", vec![]),
    ] {
        let query = all().filter(Condition::compare("username", Op::Contains, part));
        assert_eq!(users(&home, query).await, found, "{part:?}");
    }
    assert_eq!(home.store.count(&all().filter(Condition::compare("username", Op::Contains, ""))).await.unwrap(), 9);
    assert_eq!(users(&home, all().filter(Condition::compare("username", Op::EqIgnoreCase, "äRGER"))).await, ["Ärger"]);
    assert_eq!(users(&home, all().filter(Condition::compare("username", Op::StartsWith, "100"))).await, ["100%", "100x"]);
    assert_eq!(users(&home, all().filter(Condition::compare("username", Op::StartsWith, "A"))).await, Vec::<String>::new());
    let ends = async |op: Op, part: &str| users(&home, all().filter(Condition::compare("username", op, part))).await;
    assert_eq!(ends(Op::StartsWithIgnoreCase, "ÄR").await, ["Ärger"]);
    assert_eq!(ends(Op::StartsWithIgnoreCase, "B").await, ["back\\slash"]);
    assert_eq!(ends(Op::EndsWithIgnoreCase, "0%").await, ["100%"]);
    assert_eq!(ends(Op::EndsWithIgnoreCase, "LINE").await, ["new\nline"]);
    let id = home.store.first(&all()).await.unwrap().unwrap().int("id").to_string();
    let by_id = all().filter(Condition::compare("id", Op::Contains, id.as_str()));
    assert!(users(&home, by_id).await.contains(&"100%".to_owned()), "other kinds are searched by their text");
}

async fn pages_follow_each_other_without_gap_or_overlap(home: Home) {
    let names: Vec<String> = (0..25).map(|number| format!("u{number:02}")).collect();
    add_users(&home, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let mut seen = Vec::new();
    for page in 0..3 {
        let query = Query { offset: page * 10, ..Query::all(&USER).order("-is_active").limit(10) };
        seen.extend(users(&home, query).await);
    }
    seen.sort();
    assert_eq!(seen, names);
    assert_eq!(home.store.count(&Query::all(&USER).limit(3)).await.unwrap(), 25);
    let rest = Query { offset: 20, ..all() };
    assert_eq!(users(&home, rest).await.len(), 5);
    assert_eq!(users(&home, Query::all(&USER).order("-username").limit(2)).await, ["u24", "u23"]);
}

async fn missing_values_are_the_largest_in_both_directions(home: Home) {
    for (name, at) in [("late", Some(noon())), ("never", None), ("early", Some(noon() - SignedDuration::from_secs(1)))] {
        home.add(&USER, vec![("username", name.into()), ("last_login", at.into())]).await;
    }
    assert_eq!(users(&home, Query::all(&USER).order("last_login")).await, ["early", "late", "never"]);
    assert_eq!(users(&home, Query::all(&USER).order("-last_login")).await, ["never", "late", "early"]);
    assert_eq!(users(&home, all().filter(Condition::Null { path: "last_login".into() })).await, ["never"]);
    let not_late = Condition::Not(Box::new(Condition::is("last_login", noon())));
    assert_eq!(users(&home, all().filter(not_late)).await, ["early", "never"], "an unknown value is not equal");
    assert_eq!(users(&home, all().filter(Condition::is("last_login", Value::Null))).await, ["never"]);
    let either = Condition::In { path: "last_login".into(), values: vec![Value::Null, noon().into()] };
    assert_eq!(users(&home, all().filter(either)).await, ["late", "never"]);
    assert_eq!(users(&home, all().filter(Condition::compare("last_login", Op::Ge, noon()))).await, ["late"]);
    let values = home.store.distinct(&all(), "last_login").await.unwrap();
    assert_eq!(values, [(noon() - SignedDuration::from_secs(1)).into(), noon().into(), Value::Null]);
}

async fn conditions_and_order_follow_relations(home: Home) {
    let ann = home.add(&USER, vec![("username", "ann".into())]).await;
    let bob = home.add(&USER, vec![("username", "bob".into())]).await;
    let flow = home.add(&FLOW, vec![("slug", "enrol".into()), ("mode", "all".into())]).await;
    let stage = home.add(&DENY_STAGE, vec![("name", "deny".into())]).await;
    home.add(&BINDING, vec![("target", flow.key().clone()), ("stage", stage.key().clone()), ("order", 0.into())]).await;
    let unused = home.add(&DENY_STAGE, vec![("name", "unused".into())]).await;
    for (name, user, flow) in [("1", Some(&bob), None), ("2", Some(&ann), Some(&flow)), ("3", None, None)] {
        let key = |row: Option<&vestibule_resource::Record>| row.map_or(Value::Null, |row| row.key().clone());
        home.add(&TOKEN, vec![("token_identifier", name.into()), ("user", key(user)), ("flow", key(flow))]).await;
    }
    let tokens = async |query: Query| column(&home.store.select(&query).await.unwrap(), "token_identifier");
    let all = || Query::all(&TOKEN).order("token_identifier");
    assert_eq!(tokens(all().is("user__username", "ann")).await, ["2"]);
    assert_eq!(tokens(all().is("flow__mode", "all")).await, ["2"], "a column of the base of the other end");
    assert_eq!(tokens(all().is("flow__stages__name", "deny")).await, ["2"]);
    assert_eq!(tokens(all().is("flow__pk", flow.key().clone())).await, ["2"]);
    assert_eq!(tokens(all().is("user", ann.key().clone())).await, ["2"]);
    assert_eq!(tokens(all().is("user", "not a number")).await, Vec::<String>::new());
    assert_eq!(tokens(all().filter(Condition::Null { path: "flow__slug".into() })).await, ["1", "3"]);
    let not_ann = Condition::Not(Box::new(Condition::is("user__username", "ann")));
    assert_eq!(tokens(all().filter(not_ann)).await, ["1", "3"]);
    let either = Condition::Any(vec![Condition::is("user__username", "bob"), Condition::is("flow__slug", "enrol")]);
    assert_eq!(tokens(all().filter(either)).await, ["1", "2"]);
    assert_eq!(tokens(Query::all(&TOKEN).order("user__username")).await, ["2", "1", "3"]);
    assert_eq!(tokens(Query::all(&TOKEN).order("-user__username")).await, ["3", "1", "2"]);
    assert_eq!(tokens(Query::all(&TOKEN).order("flow__stages").order("-token_identifier")).await, ["3", "2", "1"], "links sort nothing");
    assert_eq!(home.store.distinct(&all(), "user__username").await.unwrap(), ["ann".into(), "bob".into(), Value::Null]);

    let flows = |condition| Query::all(&FLOW).filter(condition);
    assert_eq!(home.store.count(&flows(Condition::is("stages", stage.key().clone()))).await.unwrap(), 1);
    assert_eq!(home.store.count(&flows(Condition::is("stages", unused.key().clone()))).await.unwrap(), 0);
    assert_eq!(home.store.count(&flows(Condition::Null { path: "stages".into() })).await.unwrap(), 0);
    assert_eq!(home.store.count(&Query::all(&STAGE).is("model", "house.denystage")).await.unwrap(), 2);
    assert!(home.store.select(&all().is("user__nonsense", 1)).await.is_err());
}

async fn members_of_json_objects_compare_by_their_type(home: Home) {
    let attributes = [
        ("a", json!({"dept": "Sales", "level": 3, "nested": {"deep key": true}})),
        ("b", json!({"dept": "it", "level": "3", "list": [1, 2], "none": null})),
        ("c", json!({})),
    ];
    for (name, value) in attributes {
        home.add(&USER, vec![("username", name.into()), ("attributes", value.into())]).await;
    }
    let member = async |keys: &[&str], op: Op, value: serde_json::Value| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        users(&home, all().filter(Condition::Member { path: "attributes".into(), keys, op, value })).await
    };
    assert_eq!(member(&["dept"], Op::Eq, json!("Sales")).await, ["a"]);
    assert_eq!(member(&["dept"], Op::Contains, json!("SAL")).await, ["a"]);
    assert_eq!(member(&["level"], Op::Eq, json!(3)).await, ["a"]);
    assert_eq!(member(&["level"], Op::Eq, json!("3")).await, ["b"]);
    assert_eq!(member(&["level"], Op::Gt, json!(2.5)).await, ["a"]);
    assert_eq!(member(&["nested", "deep key"], Op::Eq, json!(true)).await, ["a"]);
    assert_eq!(member(&["nested", "deep key"], Op::Eq, json!(false)).await, Vec::<String>::new());
    assert_eq!(member(&["list"], Op::Eq, json!([1, 2])).await, ["b"]);
    assert_eq!(member(&["none"], Op::Eq, json!(null)).await, ["b"]);
    assert_eq!(member(&["a\"b'c"], Op::Eq, json!("x")).await, Vec::<String>::new());
    assert_eq!(member(&[], Op::Eq, json!({})).await, ["c"]);
    home.add(&USER, vec![("username", "d".into()), ("attributes", json!({"a\"b'c": "x"}).into())]).await;
    assert_eq!(member(&["a\"b'c"], Op::Eq, json!("x")).await, ["d"]);
}

async fn an_expired_row_does_not_exist_unless_asked_for(home: Home) {
    let later = noon() + SignedDuration::from_secs(60);
    let token = home.add(&TOKEN, vec![("token_identifier", "t".into()), ("expires", later.into())]).await;
    home.add(&TOKEN, vec![("token_identifier", "for ever".into()), ("expires", later.into()), ("expiring", false.into())]).await;
    home.add(&TOKEN, vec![("token_identifier", "no date".into())]).await;
    let all = Query::all(&TOKEN);
    assert_eq!(home.store.count(&all).await.unwrap(), 3);
    assert_eq!(home.store.rows(&TOKEN).await.unwrap().all.len(), 3);
    home.clock.advance(SignedDuration::from_secs(61));
    assert_eq!(home.store.count(&all).await.unwrap(), 2);
    assert_eq!(home.store.rows(&TOKEN).await.unwrap().all.len(), 2, "the snapshot notices the time");
    assert!(home.store.get(&TOKEN, token.key().clone()).await.unwrap().is_none());
    assert_eq!(home.store.count(&all.include_expired(true)).await.unwrap(), 3);
}

async fn links_keep_the_order_of_their_making_and_end_cycles(home: Home) {
    let mut groups = Vec::new();
    for name in ["a", "b", "c", "d"] {
        groups.push(home.add(&GROUP, vec![("name", name.into())]).await.key().clone());
    }
    let [a, b, c, d] = <[Value; 4]>::try_from(groups).unwrap();
    let user = home.add(&USER, vec![("username", "ann".into())]).await.key().clone();
    let mut work = home.write().await;
    work.set_links(&USER_GROUPS, &user, &[c.clone(), a.clone()]).await.unwrap();
    work.link(&USER_GROUPS, &user, &b).await.unwrap();
    work.link(&USER_GROUPS, &user, &b).await.unwrap();
    for (child, parent) in [(&a, &b), (&b, &c), (&c, &a)] {
        work.link(&GROUP_PARENTS, child, parent).await.unwrap();
    }
    work.commit().await.unwrap();
    let theirs = async |mine: &Value| {
        home.store.links(&USER_GROUPS, std::slice::from_ref(mine)).await.unwrap().into_iter().map(|(_, to)| to).collect::<Vec<_>>()
    };
    assert_eq!(theirs(&user).await, [c.clone(), a.clone(), b.clone()]);
    assert_eq!(home.store.links(&GROUP_USERS, std::slice::from_ref(&b)).await.unwrap(), [(b.clone(), user.clone())]);
    assert_eq!(home.store.closure(&GROUP_PARENTS, std::slice::from_ref(&a)).await.unwrap(), [a.clone(), b.clone(), c.clone()]);
    assert_eq!(home.store.closure(&GROUP_PARENTS, std::slice::from_ref(&d)).await.unwrap(), std::slice::from_ref(&d));

    let mut work = home.write().await;
    work.set_links(&USER_GROUPS, &user, &[d.clone(), b.clone()]).await.unwrap();
    work.unlink(&GROUP_PARENTS, &b, &c).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(theirs(&user).await, [b.clone(), d.clone()]);
    assert_eq!(home.store.closure(&GROUP_PARENTS, std::slice::from_ref(&a)).await.unwrap(), [a, b]);
}

async fn a_chain_of_links_between_people_is_followed_to_its_end(home: Home) {
    add_users(&home, &["a", "b", "c", "d"]).await;
    let keys: Vec<Value> = home.store.select(&all()).await.unwrap().iter().map(|row| row.key().clone()).collect();
    let [a, b, c, d] = <[Value; 4]>::try_from(keys).unwrap();
    let mut work = home.write().await;
    for (one, other) in [(&a, &b), (&b, &c), (&c, &a), (&d, &a)] {
        work.link(&USER_FRIENDS, one, other).await.unwrap();
    }
    work.commit().await.unwrap();
    let mut reached = home.store.closure(&USER_FRIENDS, std::slice::from_ref(&b)).await.unwrap();
    assert_eq!(reached.remove(0), b);
    reached.sort_by_key(|key| key.as_int());
    assert_eq!(reached, [a, c]);
}

async fn stages_of_a_flow_come_in_the_order_of_their_bindings(home: Home) {
    let flow = home.add(&FLOW, vec![("slug", "a".into())]).await.key().clone();
    for (name, order) in [("last", 20), ("first", -1), ("middle", 10)] {
        let stage = home.add(&DENY_STAGE, vec![("name", name.into())]).await;
        home.add(&BINDING, vec![("target", flow.clone()), ("stage", stage.key().clone()), ("order", order.into())]).await;
    }
    let links = home.store.links(&FLOW_STAGES, &[flow]).await.unwrap();
    let rows = home.store.rows(&STAGE).await.unwrap();
    let names: Vec<&str> = links.iter().map(|(_, stage)| rows.find(stage).unwrap().text("name")).collect();
    assert_eq!(names, ["first", "middle", "last"]);
}

async fn keys_that_are_kept_as_text_name_their_rows_and_other_text_none(home: Home) {
    add_users(&home, &["ada", "ben"]).await;
    let mut work = home.write().await;
    let stage = work.insert(&DENY_STAGE, vec![("name", "named".into())]).await.unwrap().key().to_string();
    work.insert(&DENY_STAGE, vec![("name", "other".into())]).await.unwrap();
    let names = [
        "1",
        "02",
        "2x",
        " 2",
        "+2",
        "99999999999999999999",
        "-",
        "",
        "not-a-uuid",
        &stage,
        &stage.to_uppercase().chars().take(8).collect::<String>(),
    ];
    for name in names {
        work.insert(&GROUP, vec![("name", name.into())]).await.unwrap();
    }
    work.commit().await.unwrap();
    let named = |holds| Condition::Named { path: "pk".into(), by: GROUP.model, column: "name", holds: Box::new(holds) };
    assert_eq!(users(&home, all().filter(named(Condition::True))).await, ["ada"]);
    assert_eq!(users(&home, all().filter(named(Condition::is("name", "2x")))).await, Vec::<String>::new());
    assert_eq!(users(&home, all().filter(Condition::Not(Box::new(named(Condition::True))))).await, ["ben"]);
    let stages = Query::all(&DENY_STAGE).filter(named(Condition::True));
    assert_eq!(column(&home.store.select(&stages).await.unwrap(), "name"), ["named"]);
    assert_eq!(home.store.count(&stages).await.unwrap(), 1);
    let mut work = home.write().await;
    work.delete_where(&Query::all(&GROUP).is("name", stage.as_str())).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(home.store.count(&stages).await.unwrap(), 0, "a count is made anew when what names has changed");
}
