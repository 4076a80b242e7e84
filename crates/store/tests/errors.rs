//! What a person reads when a write breaks a rule of the database.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Home,
    house::{BINDING, DENY_STAGE, FLOW, FLOW_STAGES, GROUP, INVITATION_STAGE, TOKEN, USER, USER_GROUPS},
};
use vestibule_resource::{Error, Value};
use vestibule_store::Query;

each_database![
    a_taken_value_is_refused_in_the_words_of_the_resource_that_owns_the_column,
    a_repeated_set_of_values_is_refused,
    a_reference_to_nothing_is_refused_with_the_key,
    words_outside_a_choice_nulls_and_nul_characters_are_refused,
    nothing_of_a_transaction_is_kept_after_an_error_in_it,
    of_two_racing_writers_of_one_unique_value_exactly_one_wins,
    a_single_row_is_taken_by_one_of_several,
];

async fn a_taken_value_is_refused_in_the_words_of_the_resource_that_owns_the_column(home: Home) {
    home.add(&DENY_STAGE, vec![("name", "taken".into())]).await;
    home.add(&TOKEN, vec![("token_identifier", "taken".into())]).await;
    home.add(&USER, vec![("username", "taken".into())]).await;
    for (resource, field, message) in [
        (&INVITATION_STAGE, "name", "stage with this name already exists."),
        (&TOKEN, "token_identifier", "Token with this token identifier already exists."),
        (&USER, "username", "This field must be unique."),
    ] {
        let mut work = home.write().await;
        let error = work.insert(resource, vec![(field, "taken".into())]).await.unwrap_err();
        assert_eq!(error, Error::field(field, message));
        drop(work);
    }
    let other = home.add(&INVITATION_STAGE, vec![("name", "free".into())]).await;
    let mut work = home.write().await;
    let error = work.update(&INVITATION_STAGE, other.key(), vec![("name", "taken".into())]).await.unwrap_err();
    assert_eq!(error, Error::field("name", "stage with this name already exists."));
}

async fn a_repeated_set_of_values_is_refused(home: Home) {
    let flow = home.add(&FLOW, vec![("slug", "a".into())]).await;
    let stage = home.add(&DENY_STAGE, vec![("name", "one".into())]).await;
    let values = vec![("target", flow.key().clone()), ("stage", stage.key().clone()), ("order", 1.into())];
    home.add(&BINDING, values.clone()).await;
    let mut work = home.write().await;
    let error = work.insert(&BINDING, values).await.unwrap_err();
    assert_eq!(error, Error::non_field("The fields target, stage, order must make a unique set."));
}

async fn a_reference_to_nothing_is_refused_with_the_key(home: Home) {
    let nobody = home.store.world().uuid();
    let stage = home.add(&DENY_STAGE, vec![("name", "one".into())]).await;
    let message = format!("Invalid pk \"{nobody}\" - object does not exist.");
    let mut work = home.write().await;
    let values = vec![("target", nobody.into()), ("stage", stage.key().clone()), ("order", 1.into())];
    assert_eq!(work.insert(&BINDING, values).await.unwrap_err(), Error::field("target", &message));
    drop(work);

    let user = home.add(&USER, vec![("username", "ann".into())]).await;
    let mut work = home.write().await;
    assert_eq!(work.link(&USER_GROUPS, user.key(), &nobody.into()).await.unwrap_err(), Error::field("groups", &message));
    drop(work);
    let mut work = home.write().await;
    assert_eq!(
        work.set_links(&USER_GROUPS, user.key(), &["x".into()]).await.unwrap_err(),
        Error::field("groups", "Invalid pk \"x\" - object does not exist.")
    );
    drop(work);
    let mut work = home.write().await;
    assert!(matches!(work.link(&FLOW_STAGES, &nobody.into(), stage.key()).await.unwrap_err(), Error::Internal(_)));
    drop(work);

    // A model that nobody declares yet: any key will do.
    home.add(&TOKEN, vec![("token_identifier", "t".into()), ("elsewhere", nobody.into())]).await;
}

async fn words_outside_a_choice_nulls_and_nul_characters_are_refused(home: Home) {
    for (resource, values, error) in [
        (&FLOW, vec![("slug", "a".into()), ("mode", "some".into())], Error::field("mode", "\"some\" is not a valid choice.")),
        (&FLOW, vec![("title", "a".into())], Error::field("slug", "This field may not be null.")),
        (&FLOW, vec![("slug", "a\0b".into())], Error::field("slug", "Null characters are not allowed.")),
        (
            &USER,
            vec![("username", "ann".into()), ("attributes", serde_json::json!({"a": ["\0"]}).into())],
            Error::field("attributes", "Null characters are not allowed."),
        ),
    ] {
        let mut work = home.write().await;
        assert_eq!(work.insert(resource, values).await.unwrap_err(), error);
        drop(work);
    }
    let mut work = home.write().await;
    let error = work.insert(&GROUP, vec![("nonsense", Value::Null)]).await.unwrap_err();
    assert_eq!(error, Error::internal("house.group has no column nonsense"));
}

async fn nothing_of_a_transaction_is_kept_after_an_error_in_it(home: Home) {
    let mut work = home.write().await;
    work.insert(&FLOW, vec![("slug", "a".into())]).await.unwrap();
    work.insert(&FLOW, vec![("slug", "a".into())]).await.unwrap_err();
    assert!(matches!(work.commit().await.unwrap_err(), Error::Internal(_)));
    assert_eq!(home.store.count(&Query::all(&FLOW)).await.unwrap(), 0);
}

async fn of_two_racing_writers_of_one_unique_value_exactly_one_wins(home: Home) {
    let race = (0..8).map(|_| async {
        let mut work = home.write().await;
        work.insert(&FLOW, vec![("slug", "same".into())]).await?;
        work.commit().await
    });
    let results = futures::future::join_all(race).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    let refused = Error::field("slug", "Flow with this slug already exists.");
    assert!(results.iter().filter_map(|result| result.as_ref().err()).all(|error| *error == refused), "{results:?}");
    assert_eq!(home.store.count(&Query::all(&FLOW)).await.unwrap(), 1);
}

async fn a_single_row_is_taken_by_one_of_several(home: Home) {
    let token = home.add(&TOKEN, vec![("token_identifier", "once".into())]).await;
    let race = (0..8).map(|_| async {
        let mut work = home.write().await;
        let taken = work.delete(&TOKEN, token.key()).await?;
        work.commit().await.map(|()| taken)
    });
    let taken = futures::future::join_all(race).await;
    assert_eq!(taken.into_iter().filter(|result| *result == Ok(true)).count(), 1);
}
