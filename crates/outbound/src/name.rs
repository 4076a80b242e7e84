//! Names of addresses. Whoever asks for one reaches no host, only the resolver of the system, so that no guard is asked.

use std::{net::IpAddr, time::Duration};

use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

/// How long a look-up may take.
const LIMIT: Duration = Duration::from_secs(2);

/// Look-ups at the same time. One that nobody waits for any more goes on until the resolver gives up, and must not take the threads of
/// others.
static AT_ONCE: Semaphore = Semaphore::const_new(8);

/// The name of an address; `None` when it has none, and when nobody knows it in time.
pub async fn name_of(ip: IpAddr) -> Option<String> {
    let found = timeout(LIMIT, async {
        let place = AT_ONCE.acquire().await.ok()?;
        let looked_up = spawn_blocking(move || {
            let found = dns_lookup::lookup_addr(&ip);
            drop(place);
            found
        });
        looked_up.await.ok()?.ok()
    });
    // The resolver gives an address without a name back as it is.
    found.await.ok()?.filter(|name| name.parse::<IpAddr>().is_err())
}
