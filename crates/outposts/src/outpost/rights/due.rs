//! What an outpost needs to see to do its work.

use std::collections::{BTreeSet, HashMap};

use vestibule_resource::{Error, Record, Resource, Result, Value, Word as _};
use vestibule_store::{Condition, Query, Store, Transaction};

use super::super::{EMBEDDED, OutpostType, providers};

/// Label of applications; they live in an area of their own, as the others here.
pub(super) const APPLICATION: &str = "authentik_core.application";
/// Label of brands.
pub(super) const BRAND: &str = "authentik_brands.brand";
/// Label of certificates with their keys.
const CERTIFICATE: &str = "authentik_crypto.certificatekeypair";

/// Every outpost tells what happens there.
const ALL: &str = "authentik_events.add_event";
/// An LDAP outpost answers searches of the directory.
const DIRECTORY: [&str; 2] = ["authentik_core.view_user", "authentik_core.view_group"];
/// A certificate is of no use to a server without its key.
const OF_CERTIFICATE: [&str; 3] = [
    "authentik_crypto.view_certificatekeypair",
    "authentik_crypto.view_certificatekeypair_certificate",
    "authentik_crypto.view_certificatekeypair_key",
];

/// Permissions that an account should hold.
#[derive(Debug, Default)]
pub(super) struct Due {
    /// On all objects of a kind, as `app.codename`.
    pub(super) everywhere: BTreeSet<String>,
    /// On one object: the permission, the model label, and the text of the key.
    pub(super) single: BTreeSet<(String, String, String)>,
}

impl Due {
    fn view(&mut self, row: &Record) {
        self.single.insert((vestibule_engine::codename(row.resource, "view"), row.resource.model.to_owned(), row.key().to_string()));
    }

    /// The certificate that a column names, if it names one.
    fn certificate(&mut self, row: &Record, column: &'static str) {
        if let Some(key) = row.uuid(column) {
            let on_it = |permission: &str| (permission.to_owned(), CERTIFICATE.to_owned(), key.to_string());
            self.single.extend(OF_CERTIFICATE.map(on_it));
        }
    }
}

/// What each of these outposts needs, in their order. The number of queries does not depend on how many there are.
pub(super) async fn of(store: &Store, tx: &mut Transaction, outposts: &[Record]) -> Result<Vec<Due>> {
    let served = Served::read(store, tx, outposts).await?;
    let brands = brands(store, tx, outposts).await?;
    Ok(outposts.iter().map(|outpost| due(outpost, &served, &brands)).collect())
}

fn due(outpost: &Record, served: &Served, brands: &[Record]) -> Due {
    let mut due = Due::default();
    due.everywhere.insert(ALL.to_owned());
    due.view(outpost);
    for provider in served.by(outpost) {
        due.view(provider);
        due.certificate(provider, "certificate");
        served.applications_of(provider).for_each(|application| due.view(application));
    }
    if outpost.text("type") == OutpostType::Ldap.word() {
        due.everywhere.extend(DIRECTORY.map(str::to_owned));
    }
    if outpost.text("managed") == EMBEDDED {
        for brand in brands {
            due.view(brand);
            due.certificate(brand, "web_certificate");
        }
    }
    due
}

/// Providers and applications by the outposts that serve them.
struct Served {
    /// Pairs of an outpost and a provider.
    links: Vec<(Value, Value)>,
    providers: HashMap<i64, Record>,
    applications: Vec<Record>,
}

impl Served {
    async fn read(store: &Store, tx: &mut Transaction, outposts: &[Record]) -> Result<Self> {
        let keys: Vec<Value> = outposts.iter().map(|row| row.key().clone()).collect();
        let links = tx.links(&providers::LINKS, &keys).await?;
        let mut served = Served { links, providers: HashMap::new(), applications: Vec::new() };
        let numbers: Vec<Value> = served.links.iter().map(|(_, provider)| provider.clone()).collect();
        if numbers.is_empty() {
            return Ok(served);
        }
        for (_, model) in providers::TYPES {
            for row in these(tx, resource(store, model)?, "id", numbers.clone()).await? {
                served.providers.extend(row.key().as_int().map(|key| (key, row)));
            }
        }
        let application = resource(store, APPLICATION)?;
        served.applications = these(tx, application, "provider", numbers).await?;
        let behind = served.providers.values().map(|row| row.get("backchannel_application").clone()).filter(|key| !key.is_null());
        served.applications.extend(these(tx, application, application.key, behind.collect()).await?);
        Ok(served)
    }

    fn by<'a>(&'a self, outpost: &'a Record) -> impl Iterator<Item = &'a Record> {
        let own = self.links.iter().filter(|(serving, _)| serving == outpost.key());
        own.filter_map(|(_, provider)| self.providers.get(&provider.as_int()?))
    }

    fn applications_of<'a>(&'a self, provider: &'a Record) -> impl Iterator<Item = &'a Record> {
        let opened = |application: &Record| application.get("provider") == provider.key();
        let behind = |application: &Record| provider.get("backchannel_application") == application.key();
        self.applications.iter().filter(move |application| opened(application) || behind(application))
    }
}

/// Brands that show a certificate of their own: the outpost that is part of this server serves their domains.
async fn brands(store: &Store, tx: &mut Transaction, outposts: &[Record]) -> Result<Vec<Record>> {
    if !outposts.iter().any(|outpost| outpost.text("managed") == EMBEDDED) {
        return Ok(Vec::new());
    }
    let shown = Condition::Not(Box::new(Condition::Null { path: "web_certificate".into() }));
    tx.select(&Query::all(resource(store, BRAND)?).filter(shown)).await
}

async fn these(tx: &mut Transaction, resource: &'static Resource, path: &str, values: Vec<Value>) -> Result<Vec<Record>> {
    if values.is_empty() {
        return Ok(Vec::new());
    }
    tx.select(&Query::all(resource).filter(Condition::In { path: path.to_owned(), values })).await
}

fn resource(store: &Store, model: &str) -> Result<&'static Resource> {
    store.catalog().find(model).ok_or_else(|| Error::internal(format!("the server was built without {model}")))
}
