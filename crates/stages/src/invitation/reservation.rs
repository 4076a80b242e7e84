//! Who has opened a single-use invitation.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_resource_derive::Resource;
use vestibule_store::{Query, Transaction};

use super::hold::Hold;

/// A single-use invitation that somebody has opened and not yet used. It goes with the invitation.
#[derive(Resource)]
#[resource(
    model = "authentik_stages_invitation.invitationreservation",
    key = "reservation_uuid",
    display = "Reservation {reservation_uuid}",
    unbounded,
    internal
)]
pub struct InvitationReservation {
    /// Identifier of the reservation.
    #[field(internal, default = uuid)]
    pub reservation_uuid: Uuid,
    /// The invitation.
    #[field(internal, to = "authentik_stages_invitation.invitation", on_delete = cascade, one_to_one)]
    pub invitation: Uuid,
    /// The browser that opened it, by the identifier of its session, which may be gone by now.
    #[field(internal)]
    pub holder: Uuid,
    /// Until when it waits for them.
    #[field(internal)]
    pub until: Timestamp,
}

/// Who holds an invitation.
pub(super) async fn find(tx: &mut Transaction, invitation: Uuid) -> Result<Option<(Value, Hold)>> {
    let found = tx.first(&Query::all(InvitationReservation::RESOURCE).is("invitation", invitation)).await?;
    found.map(|row| Ok((row.key().clone(), hold(&row)?))).transpose()
}

/// Notes who holds an invitation. `before` is the key of the reservation that there is.
pub(super) async fn write(tx: &mut Transaction, invitation: Uuid, hold: Hold, before: Option<&Value>) -> Result<()> {
    let changes = vec![("holder", Value::Uuid(hold.holder)), ("until", Value::Time(hold.until))];
    match before {
        Some(key) => drop(tx.update(InvitationReservation::RESOURCE, key, changes).await?),
        None => {
            let named = changes.into_iter().chain([("invitation", Value::Uuid(invitation))]).collect();
            tx.insert(InvitationReservation::RESOURCE, named).await?;
        }
    }
    Ok(())
}

/// Removes this browser's reservation, if it has one.
pub(super) async fn remove(tx: &mut Transaction, invitation: Uuid, holder: Uuid) -> Result<()> {
    let own = Query::all(InvitationReservation::RESOURCE).is("invitation", invitation).is("holder", holder);
    tx.delete_where(&own).await.map(drop)
}

fn hold(row: &Record) -> Result<Hold> {
    let read: InvitationReservation = row.read()?;
    Ok(Hold { holder: read.holder, until: read.until })
}
