//! What a dummy policy decides.

use std::time::Duration;

use futures::future::BoxFuture;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result};
use vestibule_world::World;

use super::DummyPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Waits, and gives the answer that was set.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, _request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: DummyPolicy = row.read()?;
        tokio::time::sleep(wait(cx.store.world(), policy.wait_min, policy.wait_max)).await;
        Ok(PolicyResult::saying(policy.result, "dummy"))
    })
}

/// Some time from `min` to `max` seconds; `min` when they are the wrong way round. A binding's timeout ends longer ones.
fn wait(world: &World, min: i64, max: i64) -> Duration {
    let whole = |seconds: i64| Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
    let (shortest, longest) = (whole(min), whole(max).max(whole(min)));
    let share = f64::from(u32::from_le_bytes(world.bytes())) / f64::from(u32::MAX);
    shortest + (longest - shortest).mul_f64(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_lies_between_the_bounds() {
        let world = World::real();
        for _ in 0..100 {
            let time = wait(&world, 2, 4);
            assert!((2.0..=4.0).contains(&time.as_secs_f64()), "{time:?}");
        }
        assert_eq!(wait(&world, 3, 1), Duration::from_secs(3));
        assert_eq!(wait(&world, -3, -1), Duration::ZERO);
    }
}
