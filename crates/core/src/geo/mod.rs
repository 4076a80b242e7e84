//! Where addresses are, and whose networks they belong to, as far as the administrator has given files that tell.

mod file;
mod place;

use std::{net::IpAddr, path::PathBuf, sync::Arc};

use maxminddb::geoip2;
use vestibule_engine::Context;

pub use file::check;
pub use place::{Network, Place};

use file::File;

/// The files, as a service of the [`Context`]. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Geo(Arc<Files>);

#[derive(Debug, Default)]
struct Files {
    city: Option<File>,
    asn: Option<File>,
}

impl Geo {
    /// Looks places up in the one file, and networks in the other. Each is read anew when it changes.
    pub fn new(city: Option<PathBuf>, asn: Option<PathBuf>) -> Self {
        Geo(Arc::new(Files { city: city.map(File::new), asn: asn.map(File::new) }))
    }

    /// The service of this server; one that knows nothing where there is none.
    pub fn of(cx: &Context) -> Self {
        cx.services.get::<Geo>().cloned().unwrap_or_default()
    }

    /// Whether places can be looked up.
    pub fn knows_places(&self) -> bool {
        self.0.city.as_ref().is_some_and(File::is_there)
    }

    /// Whether networks can be looked up.
    pub fn knows_networks(&self) -> bool {
        self.0.asn.as_ref().is_some_and(File::is_there)
    }

    /// Where an address is; `None` when that is not known.
    pub fn place(&self, ip: IpAddr) -> Option<Place> {
        self.0.city.as_ref()?.look_up(ip, |found| Ok(found.decode::<geoip2::City<'_>>()?.as_ref().map(Place::of)))
    }

    /// Whose network an address belongs to; `None` when that is not known.
    pub fn network(&self, ip: IpAddr) -> Option<Network> {
        self.0.asn.as_ref()?.look_up(ip, |found| {
            let network = found.network()?.to_string();
            Ok(found.decode::<geoip2::Asn<'_>>()?.as_ref().map(|asn| Network::of(asn, network)))
        })
    }
}
