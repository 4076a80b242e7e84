//! The life of a single-use invitation: free, held by one browser, used up.
//!
//! Opening the link holds the invitation for a while; writing the user deletes it. A hold that has run out counts for nothing, nor
//! does one whose holder has lost it, so an enrolment that was given up frees the invitation by itself. Nothing here reads a
//! database or a clock.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long an opened invitation waits for the one who opened it.
pub(crate) const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// Longer than a request takes.
const REQUEST: SignedDuration = SignedDuration::from_mins(2);

/// An invitation that somebody opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hold {
    /// Who opened it: a browser, by the identifier of its session.
    pub(crate) holder: Uuid,
    /// Until when it waits for them.
    pub(crate) until: Timestamp,
}

impl Hold {
    /// A fresh hold.
    pub(crate) fn new(holder: Uuid, now: Timestamp) -> Self {
        Hold { holder, until: now.saturating_add(LIFE).unwrap_or(now) }
    }

    /// Whether the request that opened the invitation is over, so that the holder's session shows what became of it. `began` is when
    /// the server did, where it is the only one.
    pub(crate) fn is_settled(self, now: Timestamp, began: Option<Timestamp>) -> bool {
        let opened = self.until.saturating_sub(LIFE).unwrap_or(self.until);
        began.is_some_and(|began| opened < began) || now.duration_since(opened) >= REQUEST
    }
}

/// Whether the invitation is this browser's to open and to use: free, its own, or left behind by another.
pub(crate) fn open_to(hold: Option<Hold>, holder: Uuid, now: Timestamp) -> bool {
    hold.is_none_or(|hold| hold.holder == holder || hold.until <= now)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests")]

    use proptest::prelude::*;

    use super::*;

    const ADA: Uuid = Uuid::from_u128(1);
    const EVE: Uuid = Uuid::from_u128(2);
    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn after(minutes: i64) -> Timestamp {
        START.saturating_add(SignedDuration::from_mins(minutes)).unwrap_or(START)
    }

    #[test]
    fn a_second_browser_waits_until_the_first_has_given_up() {
        let hold = Some(Hold::new(ADA, START));
        assert!(open_to(None, EVE, START));
        assert!(open_to(hold, ADA, after(29)), "the same browser may open its link again");
        assert!(!open_to(hold, EVE, after(29)));
        assert!(open_to(hold, EVE, after(30)));
    }

    #[test]
    fn a_session_is_asked_once_it_must_have_been_saved() {
        let hold = Hold::new(ADA, after(5));
        assert!(!hold.is_settled(after(6), None) && hold.is_settled(after(7), None));
        assert!(!hold.is_settled(after(6), Some(after(5))), "opened since the server began");
        assert!(hold.is_settled(after(6), Some(after(6))), "the request that opened it ended with the server");
    }

    #[test]
    fn a_slow_visitor_passes_unless_another_took_over() {
        let lapsed = Some(Hold::new(ADA, START));
        assert!(open_to(lapsed, ADA, after(60)));
        let taken = Some(Hold::new(EVE, after(45)));
        assert!(!open_to(taken, ADA, after(60)));
    }

    /// One invitation and what browsers do with it, in any order and at any time.
    #[derive(Debug, Clone, Copy)]
    enum Deed {
        Open(u8),
        Use(u8),
        Wait(u8),
        /// The browser's session is lost.
        Lose(u8),
    }

    fn deed() -> impl Strategy<Value = Deed> {
        prop_oneof![
            (0..3u8).prop_map(Deed::Open),
            (0..3u8).prop_map(Deed::Use),
            (0..45u8).prop_map(Deed::Wait),
            (0..3u8).prop_map(Deed::Lose)
        ]
    }

    proptest! {
        #[test]
        fn two_browsers_never_both_pass(deeds in proptest::collection::vec(deed(), 0..40)) {
            let (mut now, mut there, mut hold) = (START, true, None::<Hold>);
            let (mut admitted, mut lost, mut passed) = ([false; 3], [false; 3], 0);
            for deed in deeds {
                match deed {
                    Deed::Wait(minutes) => now = now.saturating_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(now),
                    Deed::Open(who) => {
                        let holder = Uuid::from_u128(u128::from(who));
                        let abandoned = |hold: Hold| {
                            let gone = (0..3u8).any(|other| hold.holder == Uuid::from_u128(u128::from(other)) && lost[usize::from(other)]);
                            gone && hold.is_settled(now, None)
                        };
                        if there && (open_to(hold, holder, now) || hold.is_some_and(abandoned)) {
                            hold = Some(Hold::new(holder, now));
                            (admitted[usize::from(who)], lost[usize::from(who)]) = (true, false);
                        }
                    }
                    Deed::Lose(who) => lost[usize::from(who)] = true,
                    Deed::Use(who) => {
                        let holder = Uuid::from_u128(u128::from(who));
                        if admitted[usize::from(who)] && there && open_to(hold, holder, now) {
                            there = false;
                            passed += 1;
                        }
                    }
                }
                let waiting = hold.filter(|hold| hold.until > now);
                prop_assert!(waiting.is_none_or(|hold| !there || open_to(Some(hold), hold.holder, now)), "a holder is never locked out");
            }
            prop_assert!(passed <= 1);
        }
    }
}
