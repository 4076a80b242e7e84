#![expect(clippy::unwrap_used, reason = "tests")]

use std::time::{Duration, Instant};

use super::*;

/// Of the reference implementation of Argon2: "password", "somesalt", two passes over 64 MiB and over 256 KiB.
const ARGON2: [&str; 2] = [
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
    "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
];
/// Of Python: `hashlib.pbkdf2_hmac('sha256', 'pässword'.encode(), b'saltsalt', 1000)`.
const PBKDF2: &str = "pbkdf2_sha256$1000$saltsalt$6h4IQHL9HWR81h+An2xpgQd08jjehAg7eLRyOAYi/os=";

fn lowest() -> Passwords {
    Passwords::new(Cost::LOWEST).unwrap()
}

#[tokio::test]
async fn a_password_matches_its_own_hash_only() {
    let passwords = lowest();
    let stored = passwords.hash("correct horse", &World::real()).await.unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
    assert_eq!(passwords.verify("correct horse", &stored).await, Verdict::Right);
    assert_eq!(passwords.verify("correct horse ", &stored).await, Verdict::Wrong);
    assert_eq!(passwords.verify("", &stored).await, Verdict::Wrong);
    assert_ne!(passwords.hash("correct horse", &World::real()).await.unwrap(), stored);
}

#[tokio::test]
async fn published_argon2_hashes_are_read_and_made_anew() {
    for stored in ARGON2 {
        assert_eq!(lowest().verify("password", stored).await, Verdict::RightRehash);
        assert_eq!(lowest().verify("Password", stored).await, Verdict::Wrong);
        let django = format!("argon2{stored}");
        assert_eq!(lowest().verify("password", &django).await, Verdict::RightRehash);
    }
    let same_cost = Passwords::new(Cost { memory_kib: 256, passes: 2, lanes: 1 }).unwrap();
    assert_eq!(same_cost.verify("password", ARGON2[1]).await, Verdict::Right);
}

#[tokio::test]
async fn a_password_brought_from_django_works_once_and_is_made_anew() {
    assert_eq!(lowest().verify("pässword", PBKDF2).await, Verdict::RightRehash);
    assert_eq!(lowest().verify("password", PBKDF2).await, Verdict::Wrong);
}

#[tokio::test]
async fn nothing_matches_what_is_no_hash() {
    let mut stored = vec![unusable(&World::real()), String::new(), "!".to_owned(), "password".to_owned(), "$".to_owned()];
    stored.push("pbkdf2_sha256$1000$saltsalt$".to_owned());
    stored.push("pbkdf2_sha256$0$saltsalt$6h4IQHL9HWR81h+An2xpgQd08jjehAg7eLRyOAYi/os=".to_owned());
    stored.push("pbkdf2_sha256$4294967295$saltsalt$6h4IQHL9HWR81h+An2xpgQd08jjehAg7eLRyOAYi/os=".to_owned());
    stored.push(format!("{PBKDF2}$more"));
    stored.push(format!("!{PBKDF2}"));
    stored.push("$argon2id$v=19$m=8,t=1,p=1".to_owned());
    stored.push("$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc".to_owned());
    stored.push("$argon2id$v=19$m=8,t=4294967295,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc".to_owned());
    for stored in stored {
        for password in ["", "password", "pässword", stored.as_str()] {
            assert_eq!(lowest().verify(password, &stored).await, Verdict::Wrong, "{stored}");
        }
    }
}

#[test]
fn a_user_without_password_is_marked_so() {
    let marker = unusable(&World::real());
    assert_eq!((marker.len(), is_usable(&marker), is_usable(""), is_usable(PBKDF2)), (41, false, false, true));
    assert_ne!(marker, unusable(&World::real()));
}

#[test]
fn a_cost_that_argon2_does_not_allow_is_refused() {
    assert!(Passwords::new(Cost::STANDARD).is_ok());
    let error = Passwords::new(Cost { memory_kib: 1, ..Cost::LOWEST }).unwrap_err();
    assert!(error.to_string().starts_with("the cost of passwords is not possible: "), "{error}");
    assert!(Passwords::new(Cost { lanes: 0, ..Cost::LOWEST }).is_err());
}

#[tokio::test]
async fn an_unknown_user_costs_as_much_as_a_known_one() {
    // Least of several runs, so that a busy machine does not decide; without the burning it would be thousands of times less.
    let passwords = Passwords::new(Cost { memory_kib: 4096, passes: 2, lanes: 1 }).unwrap();
    let stored = passwords.hash("password", &World::real()).await.unwrap();
    let (mut known, mut unknown, mut marked) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        let start = Instant::now();
        passwords.verify("guess", &stored).await;
        known = known.min(start.elapsed());
        let start = Instant::now();
        passwords.burn("guess").await;
        unknown = unknown.min(start.elapsed());
        let start = Instant::now();
        passwords.verify("guess", "!").await;
        marked = marked.min(start.elapsed());
    }
    assert!(unknown > known / 3 && marked > known / 3, "{known:?} {unknown:?} {marked:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn hashing_keeps_no_other_request_waiting() {
    // One thread serves requests. Another request is served while it hashes only because another thread takes its place.
    let passwords = Passwords::new(Cost { memory_kib: 65_536, passes: 8, lanes: 1 }).unwrap();
    let hash = tokio::spawn(async move { passwords.hash("password", &World::real()).await });
    tokio::spawn(tokio::time::sleep(Duration::from_millis(1))).await.unwrap();
    assert!(!hash.is_finished(), "the hash was made before the timer could fire");
    assert!(hash.await.unwrap().is_some());
}

#[tokio::test]
async fn no_more_hashes_run_at_a_time_than_there_are_cores() {
    let passwords = Passwords { params: Params::new(8, 1, 1, None).unwrap(), turn: Arc::new(Semaphore::new(0)) };
    let waiting = tokio::spawn({
        let passwords = passwords.clone();
        async move { passwords.verify("password", ARGON2[1]).await }
    });
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished());
    passwords.turn.add_permits(1);
    assert_eq!(waiting.await.unwrap(), Verdict::RightRehash);
    passwords.burn("password").await;
    assert_eq!(passwords.turn.available_permits(), 1);
}

#[test]
fn only_hashes_that_can_be_checked_are_readable() {
    for stored in ARGON2 {
        assert!(Passwords::readable(stored) && Passwords::readable(&format!("argon2{stored}")));
    }
    assert!(Passwords::readable(PBKDF2));
    for stored in
        ["", "!", "password", "$", "pbkdf2_sha256$0$saltsalt$6h4IQHL9HWR81h+An2xpgQd08jjehAg7eLRyOAYi/os=", "$argon2id$v=19$m=8,t=1,p=1"]
    {
        assert!(!Passwords::readable(stored), "{stored}");
    }
    assert!(!Passwords::readable("$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
}
