//! How a device has been used.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource_derive::Resource;

/// What is noted of a device each time it is used. It stands in a table of its own, because it is nobody's decision and told in no
/// history. It comes and goes with the device.
#[derive(Debug, Clone, Resource)]
#[resource(model = "vestibule_authenticators.deviceusage", key = "usage_uuid", display = "{device}", unbounded, internal)]
pub struct DeviceUsage {
    /// Identifier.
    #[field(internal, default = uuid)]
    pub usage_uuid: Uuid,
    /// The device.
    #[field(internal, to = "vestibule_authenticators.device", on_delete = cascade, one_to_one)]
    pub device: i64,
    /// Wrong codes since the last right one.
    #[field(internal, default = 0)]
    pub failures: i64,
    /// When the last wrong code was given; null when the last one was right.
    #[field(internal)]
    pub failed_at: Option<Timestamp>,
    /// Digest of the code that was sent to the device; empty when none is waited for.
    #[field(internal, kind = secret, blank)]
    pub code: String,
    /// Until when that code is good; null when none is waited for.
    #[field(internal)]
    pub valid_until: Option<Timestamp>,
    /// When codes were last sent to the device; null when never.
    #[field(internal)]
    pub sent_at: Option<Timestamp>,
    /// Codes that change with time: the step of the last one that was taken. Codes of it and of earlier steps are worth nothing; -1
    /// means that none was taken yet.
    #[field(internal, default = -1, kind = long, min = i64::MIN, max = i64::MAX)]
    pub last_step: i64,
    /// The same: how many steps the device's clock is ahead of this server's (negative: behind), as far as known.
    #[field(internal, default = 0)]
    pub drift: i64,
}
