//! Which brand a request is under.

use std::sync::Arc;

use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::Store;

use super::Brand;

/// Domain that the API names when there is no brand at all.
pub const FALLBACK_DOMAIN: &str = "fallback";

/// The brand of a host (with or without port): that with the longest domain that fits, else the default one.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn of_host(store: &Store, host: &str) -> Result<Option<Arc<Record>>> {
    let rows = store.rows(Brand::RESOURCE).await?;
    let name = without_port(host).to_lowercase();
    let fitting = rows.all.iter().filter(|brand| fits(&brand.text("domain").to_lowercase(), &name));
    let longest = fitting.max_by_key(|brand| brand.text("domain").len());
    Ok(longest.or_else(|| rows.all.iter().find(|brand| brand.flag("default"))).cloned())
}

fn fits(domain: &str, host: &str) -> bool {
    !domain.is_empty() && host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_fits_its_domain_and_those_below() {
        assert!(fits("example.com", "example.com") && fits("example.com", "id.example.com"));
        assert!(!fits("example.com", "badexample.com") && !fits("id.example.com", "example.com") && !fits("", "example.com"));
    }

    #[test]
    fn ports_do_not_count() {
        assert_eq!(without_port("example.com:9000"), "example.com");
        assert_eq!(without_port("[::1]:9000"), "[::1]");
        assert_eq!(without_port("[::1]"), "[::1]");
        assert_eq!(without_port("example.com"), "example.com");
    }
}
