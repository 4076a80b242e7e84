#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;

use tempfile::TempDir;
use vestibule_core::{
    roles::{Role, RolePermission},
    users::User,
};
use vestibule_crypto::CertificateKeyPair;
use vestibule_flow::{Flow, FlowStageBinding};
use vestibule_resource::{Error, Model as _, Resource};
use vestibule_secret::{Cost, Passwords, Verdict};
use vestibule_store::{Actor, Database, Query, Settings, Store};
use vestibule_world::World;

use super::*;
use crate::settings::Bootstrap;

struct House {
    store: Store,
    passwords: Passwords,
    _folder: TempDir,
}

impl House {
    async fn new(bootstrap: &Bootstrap) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { database: Database::Sqlite(folder.path().into()), readers: 2 };
        let store = Store::open(&settings, Arc::new(crate::catalog().unwrap()), World::real()).await.unwrap();
        let passwords = Passwords::new(Cost::LOWEST).unwrap();
        first(&store, &passwords, bootstrap).await.unwrap();
        House { store, passwords, _folder: folder }
    }

    fn setup(&self) -> Setup {
        Setup::new(self.store.clone(), self.passwords.clone())
    }

    async fn count(&self, resource: &'static Resource) -> u64 {
        self.store.count(&Query::all(resource)).await.unwrap()
    }

    async fn administrator(&self) -> vestibule_resource::Record {
        self.store.first(&Query::all(User::RESOURCE).is("username", "akadmin")).await.unwrap().unwrap()
    }
}

fn form() -> SetupForm {
    SetupForm { email: "ada@example.com".into(), password: "correct horse".into(), repeat: "correct horse".into() }
}

#[tokio::test]
async fn the_first_start_makes_the_default_objects_once() {
    let house = House::new(&Bootstrap::default()).await;
    let made = (house.count(Flow::RESOURCE).await, house.count(FlowStageBinding::RESOURCE).await, house.count(User::RESOURCE).await);
    assert_eq!(made, (14, 20, 2));
    first(&house.store, &house.passwords, &Bootstrap::default()).await.unwrap();
    let again = (house.count(Flow::RESOURCE).await, house.count(FlowStageBinding::RESOURCE).await, house.count(User::RESOURCE).await);
    assert_eq!(made, again);
}

#[tokio::test]
async fn a_certificate_is_made_once() {
    let house = House::new(&Bootstrap::default()).await;
    first_certificate(house.store.clone()).await;
    let pairs = house.store.select(&Query::all(CertificateKeyPair::RESOURCE)).await.unwrap();
    assert_eq!(
        pairs.iter().map(|pair| (pair.text("name"), pair.text("key_type"))).collect::<Vec<_>>(),
        [("authentik Self-signed Certificate", "rsa")]
    );
    let mut tx = house.store.begin(Actor::default()).await.unwrap();
    tx.delete_where(&Query::all(CertificateKeyPair::RESOURCE)).await.unwrap();
    tx.commit().await.unwrap();
    first_certificate(house.store.clone()).await;
    assert_eq!(house.count(CertificateKeyPair::RESOURCE).await, 0, "what was deleted does not come back");
}

#[tokio::test]
async fn the_read_only_role_sees_everything_and_changes_nothing() {
    let house = House::new(&Bootstrap::default()).await;
    let role = house.store.first(&Query::all(Role::RESOURCE).is("name", "authentik Read-only")).await.unwrap().unwrap();
    let held = house.store.select(&Query::all(RolePermission::RESOURCE).is("role", role.key().clone())).await.unwrap();
    assert!(held.len() > 100 && held.iter().all(|row| row.text("permission").contains(".view_")));
    assert!(held.iter().all(|row| !row.text("permission").ends_with("_key")), "secrets are not for looking at");
}

#[tokio::test]
async fn what_an_administrator_deleted_does_not_come_back() {
    let house = House::new(&Bootstrap::default()).await;
    let mut tx = house.store.begin(Actor::default()).await.unwrap();
    tx.delete_where(&Query::all(Flow::RESOURCE)).await.unwrap();
    tx.commit().await.unwrap();
    first(&house.store, &house.passwords, &Bootstrap::default()).await.unwrap();
    assert_eq!(house.count(Flow::RESOURCE).await, 0);
}

#[tokio::test]
async fn the_administrator_is_a_superuser_with_the_bootstrap_password_and_no_set_up_page() {
    let bootstrap = Bootstrap { password: Some("secret".into()), token: Some("key".into()), email: Some("ada@example.com".into()) };
    let house = House::new(&bootstrap).await;
    let user = house.administrator().await;
    assert_eq!(user.text("email"), "ada@example.com");
    assert_eq!(house.passwords.verify("secret", user.text("password")).await, Verdict::Right);
    assert!(vestibule_core::users::is_superuser(&house.store, user.key().as_int().unwrap()).await.unwrap());
    assert_eq!(house.setup().open().await.unwrap(), None);
}

#[tokio::test]
async fn the_set_up_page_works_once_and_closes_for_ever() {
    let house = House::new(&Bootstrap::default()).await;
    let setup = house.setup();
    let key = setup.open().await.unwrap().unwrap();
    assert!(!setup.fits("wrong").await.unwrap());
    assert_eq!(setup.finish("wrong", &form()).await, Ok(Err(Closed)));
    assert_eq!(setup.finish(&key, &form()).await, Ok(Ok(())));
    let user = house.administrator().await;
    assert_eq!(house.passwords.verify("correct horse", user.text("password")).await, Verdict::Right);
    assert_eq!(setup.finish(&key, &form()).await, Ok(Err(Closed)));

    let mut tx = house.store.begin(Actor::default()).await.unwrap();
    tx.delete(User::RESOURCE, user.key()).await.unwrap();
    tx.commit().await.unwrap();
    first(&house.store, &house.passwords, &Bootstrap::default()).await.unwrap();
    assert_eq!(setup.open().await.unwrap(), None);
    assert!(!setup.fits(&key).await.unwrap());
    let left = house.store.select(&Query::all(User::RESOURCE)).await.unwrap();
    assert!(left.iter().all(|user| user.text("type") == "internal_service_account"));
}

#[tokio::test]
async fn of_two_people_at_the_set_up_page_one_gets_through() {
    let house = House::new(&Bootstrap::default()).await;
    let (one, other) = (house.setup(), house.setup());
    let key = one.open().await.unwrap().unwrap();
    let (form, second) = (form(), form());
    let (first, second) = tokio::join!(one.finish(&key, &form), other.finish(&key, &second));
    let through = [first.unwrap(), second.unwrap()].into_iter().filter(Result::is_ok).count();
    assert_eq!(through, 1);
}

#[tokio::test]
async fn a_new_start_voids_the_key_before() {
    let house = House::new(&Bootstrap::default()).await;
    let setup = house.setup();
    let (old, new) = (setup.open().await.unwrap().unwrap(), setup.open().await.unwrap().unwrap());
    assert!(!setup.fits(&old).await.unwrap() && setup.fits(&new).await.unwrap());
}

#[tokio::test]
async fn a_form_that_will_not_do_leaves_the_page_open() {
    let house = House::new(&Bootstrap::default()).await;
    let setup = house.setup();
    let key = setup.open().await.unwrap().unwrap();
    let bad = SetupForm { email: "nobody".into(), password: "short".into(), repeat: "other".into() };
    let Err(Error::Invalid(told)) = setup.finish(&key, &bad).await else { unreachable!("the form was taken") };
    assert_eq!(told.as_object().unwrap().keys().collect::<Vec<_>>(), ["email", "password", "password_repeat"]);
    assert!(setup.fits(&key).await.unwrap());
}
