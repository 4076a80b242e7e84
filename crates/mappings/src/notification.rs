//! Mappings for notifications.

use vestibule_resource_derive::Resource;

use crate::PropertyMapping;

/// Makes the body or the headers of what a webhook sends. The expression knows the `notification`; of a stage that sends codes, the
/// `device`, its `token` and the `stage`.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PropertyMapping, model = "authentik_events.notificationwebhookmapping", path = "propertymappings/notification",
    form = "ak-property-mapping-notification-form", verbose = "Webhook Mapping", plural = "Webhook Mappings",
    without = [managed, component, verbose_name, verbose_name_plural, meta_model_name], order = "name", search = [name], filter = [name]
)]
pub struct NotificationWebhookMapping {}
