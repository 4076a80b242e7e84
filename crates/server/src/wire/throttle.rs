//! How many requests one address may send per second without logging in.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
};

use jiff::Timestamp;
use vestibule_resource::{Error, Result};

/// Most addresses that are counted in one second; all further ones share one count, so that memory stays bounded.
const MOST: usize = 16_384;

/// Counts per address and second.
#[derive(Debug)]
pub(crate) struct Throttle {
    /// Requests per second; 0 means no bound.
    rate: u32,
    window: Mutex<Window>,
}

#[derive(Debug, Default)]
struct Window {
    second: i64,
    counts: HashMap<IpAddr, u32>,
    others: u32,
}

impl Throttle {
    pub(crate) fn new(rate: u32) -> Self {
        Throttle { rate, window: Mutex::default() }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// `Throttled` when there were too many in this second.
    pub(crate) fn count(&self, ip: IpAddr, now: Timestamp) -> Result<()> {
        if self.rate == 0 {
            return Ok(());
        }
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        if window.second != now.as_second() {
            *window = Window { second: now.as_second(), ..Window::default() };
        }
        let count = window.count(network(ip));
        *count = count.saturating_add(1);
        if *count > self.rate { Err(Error::Throttled(1)) } else { Ok(()) }
    }
}

impl Window {
    fn count(&mut self, ip: IpAddr) -> &mut u32 {
        if self.counts.len() >= MOST && !self.counts.contains_key(&ip) {
            return &mut self.others;
        }
        self.counts.entry(ip).or_default()
    }
}

/// One household has a whole /64 of IPv6 addresses, so these count as one.
fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64).into(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn too_many_requests_in_one_second_are_refused_until_the_next() {
        let throttle = Throttle::new(2);
        let ip = "192.0.2.1".parse().unwrap();
        assert_eq!([throttle.count(ip, at(1)), throttle.count(ip, at(1))], [Ok(()), Ok(())]);
        assert_eq!(throttle.count(ip, at(1)), Err(Error::Throttled(1)));
        assert_eq!(throttle.count("192.0.2.2".parse().unwrap(), at(1)), Ok(()));
        assert_eq!(throttle.count(ip, at(2)), Ok(()));
    }

    #[test]
    fn zero_means_no_bound() {
        let throttle = Throttle::new(0);
        assert!((0..5000).all(|_| throttle.count("192.0.2.1".parse().unwrap(), at(1)).is_ok()));
    }

    #[test]
    fn one_ipv6_network_counts_as_one_visitor() {
        let throttle = Throttle::new(1);
        assert_eq!(throttle.count("2001:db8::1".parse().unwrap(), at(1)), Ok(()));
        assert_eq!(throttle.count("2001:db8::2".parse().unwrap(), at(1)), Err(Error::Throttled(1)));
        assert_eq!(throttle.count("2001:db8:0:1::1".parse().unwrap(), at(1)), Ok(()));
    }

    #[test]
    fn the_table_stays_bounded_however_many_addresses_come() {
        let throttle = Throttle::new(1000);
        for number in 0..(2 * MOST as u32) {
            let _ = throttle.count(IpAddr::V4(number.into()), at(1));
        }
        let window = throttle.window.lock().unwrap();
        assert_eq!((window.counts.len(), window.others), (MOST, MOST as u32));
    }
}
