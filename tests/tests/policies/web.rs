//! Expressions and the world outside: what they send, and what they learn of addresses.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Mutex, OnceLock},
};

use serde_json::json;
use vestibule_tests::{App, Database, Options};

use super::{
    common::on_server,
    expressions::{fails, passes, run},
};

on_server![
    crate::web::server:
    cookies_go_with_a_request,
    an_address_tells_its_name,
    a_mail_goes_the_way_of_the_stage_that_is_named,
    a_mail_goes_the_way_of_no_other_thing,
];

/// The server that these cases share; its expressions reach the stand-ins.
fn server(database: Database) -> &'static App {
    static SQLITE: OnceLock<App> = OnceLock::new();
    static POSTGRES: OnceLock<App> = OnceLock::new();
    let place = if database == Database::Sqlite { &SQLITE } else { &POSTGRES };
    place.get_or_init(|| App::start(Options::on(database).with("VESTIBULE_EXPRESSION_NETWORKS", "127.0.0.0/8")))
}

/// Talks to everybody who comes; the port.
fn stand_in(talk: fn(TcpStream) -> std::io::Result<()>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || listener.incoming().map_while(Result::ok).for_each(|stream| drop(talk(stream))));
    port
}

/// Answers a request with its cookies.
fn tell_cookies(mut stream: TcpStream) -> std::io::Result<()> {
    let lines = BufReader::new(stream.try_clone()?).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
    let headers: Vec<String> = lines.collect();
    let body = headers.iter().find_map(|line| line.strip_prefix("cookie: ")).unwrap_or("none");
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// Lines that a mail server was told.
static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Takes mail (RFC 5321).
fn take_mail(mut stream: TcpStream) -> std::io::Result<()> {
    write!(stream, "220 here\r\n")?;
    let mut data = false;
    for line in BufReader::new(stream.try_clone()?).lines().map_while(Result::ok) {
        TOLD.lock().unwrap().push(line.clone());
        let answer = match (data, line.as_str()) {
            (true, ".") => "250 taken",
            (true, _) => continue,
            (false, "DATA") => "354 go on",
            (false, _) => "250 fine",
        };
        data = line == "DATA";
        write!(stream, "{answer}\r\n")?;
    }
    Ok(())
}

async fn cookies_go_with_a_request(app: &App) {
    let url = format!("'http://127.0.0.1:{}/'", stand_in(tell_cookies));
    passes(app, &format!("return requests.get({url}, cookies={{'a': '1', 'b': 2, 'c': None}}).text == 'a=1; b=2'")).await;
    passes(app, &format!("return requests.post({url}, cookies={{}}).text == 'none'")).await;
    passes(app, &format!("return requests.get({url}, cookies={{'a': '1'}}, headers={{'Cookie': 'own=1'}}).text == 'own=1'")).await;
    for wrong in ["{'a': '1; b=2'}", "{'a=b': '1'}", "{'a': '1\\r\\nX: y'}", "{'': '1'}"] {
        fails(app, &format!("return requests.get({url}, cookies={wrong})"), "a cookie is not what a cookie can be").await;
    }
}

async fn an_address_tells_its_name(app: &App) {
    passes(app, "return reverse_dns('127.0.0.1').startswith('localhost')").await;
    passes(app, "return reverse_dns(ak_client_ip).startswith('localhost')").await;
    passes(app, "return reverse_dns('192.0.2.7') == '192.0.2.7' and reverse_dns('nothing') == 'nothing'").await;
}

async fn a_mail_goes_the_way_of_the_stage_that_is_named(app: &App) {
    let (name, port) = (app.name("mail"), stand_in(take_mail));
    let body = json!({"name": name, "host": "127.0.0.1", "port": port, "from_address": "stage@example.com", "timeout": 5});
    let stage = app.admin().create("stages/email/", body).await;
    let address = format!("{name}@example.com");
    let send = format!(
        "from authentik.stages.email.models import EmailStage\nstage = EmailStage.objects.get(name={name:?})\n\
         return ak_send_email({address:?}, 'Hello', body='x', stage=stage)"
    );
    assert!(run(app, &send).await);
    let told = TOLD.lock().unwrap().clone();
    assert!(told.iter().any(|line| line.starts_with("MAIL FROM:<stage@example.com>")), "{told:?}");
    assert!(told.contains(&format!("RCPT TO:<{address}>")) && app.mails_to(&address).is_empty(), "{told:?}");
    let path = format!("stages/email/{}/", stage["pk"].as_str().unwrap());
    app.admin().patch(&path, json!({"use_global_settings": true})).await.assert_status(200);
    assert!(run(app, &send).await);
    assert_eq!(app.mails_to(&address).len(), 1);
}

async fn a_mail_goes_the_way_of_no_other_thing(app: &App) {
    for wrong in ["'mail'", "1", "request.user"] {
        fails(app, &format!("return ak_send_email('a@example.com', 's', body='x', stage={wrong})"), "'stage' is no e-mail stage").await;
    }
    let name = app.name("mail");
    app.admin().create("stages/email/", json!({"name": name, "host": "127.0.0.1", "port": 0})).await;
    let from = "from authentik.stages.email.models import EmailStage\n";
    let send = format!("{from}return ak_send_email('a@example.com', 's', body='x', stage=EmailStage.objects.get(name={name:?}))");
    fails(app, &send, "mail server").await;
}
