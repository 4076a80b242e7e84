//! A server that knows where addresses are, and asks a stand-in for stolen passwords.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::{Mutex, OnceLock},
};

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, Caller, Database, Options, Request, User};

use super::mmdb;

/// Addresses in Berlin, in Potsdam nearby, and in Sydney.
pub(crate) const BERLIN: &str = "192.0.2.1";
pub(crate) const POTSDAM: &str = "198.51.100.1";
pub(crate) const SYDNEY: &str = "203.0.113.1";
/// An address of which nothing is known.
pub(crate) const NOWHERE: &str = "10.1.2.3";

/// What was asked of the stand-in for stolen passwords.
pub(crate) static ASKED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// The server that these cases share.
pub(crate) fn server(database: Database) -> &'static App {
    static SQLITE: OnceLock<App> = OnceLock::new();
    static POSTGRES: OnceLock<App> = OnceLock::new();
    let place = if database == Database::Sqlite { &SQLITE } else { &POSTGRES };
    place.get_or_init(|| {
        let (city, asn) = files(&format!("{database:?}"));
        let options = Options::on(database).with("VESTIBULE_TRUSTED_PROXIES", "127.0.0.0/8");
        let options = options.with("VESTIBULE_GEOIP_CITY", city.to_str().unwrap()).with("VESTIBULE_GEOIP_ASN", asn.to_str().unwrap());
        App::start(options.with("VESTIBULE_PWNED_PASSWORDS_URL", &stand_in()))
    })
}

/// The files of places and of networks, in a folder of that name.
pub(crate) fn files(name: &str) -> (PathBuf, PathBuf) {
    let folder = std::env::temp_dir().join(format!("vestibule-places-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (city, asn) = (folder.join("city.mmdb"), folder.join("asn.mmdb"));
    let places = [
        ("192.0.2.0/24", place("Berlin", "DE", "EU", 52.52, 13.405)),
        ("198.51.100.0/24", place("Potsdam", "DE", "EU", 52.39, 13.06)),
        ("203.0.113.0/24", place("Sydney", "AU", "OC", -33.87, 151.21)),
    ];
    std::fs::write(&city, mmdb::file("GeoLite2-City", &places)).unwrap();
    let network = json!({"autonomous_system_number": {"u32": 64496}, "autonomous_system_organization": "Example Net"});
    std::fs::write(&asn, mmdb::file("GeoLite2-ASN", &[("192.0.2.0/24", network)])).unwrap();
    (city, asn)
}

fn place(city: &str, country: &str, continent: &str, lat: f64, long: f64) -> Json {
    json!({
        "city": {"names": {"en": city}}, "country": {"iso_code": country}, "continent": {"code": continent},
        "location": {"latitude": lat, "longitude": long},
    })
}

/// Logs somebody in from an address; answers what the flow says last.
pub(crate) async fn log_in_from(app: &App, ip: &str, user: &User) -> (Caller, Answer) {
    let (browser, path) = (app.browser(), "/api/v3/flows/executor/default-authentication-flow/?query=");
    step(&browser, ip, path, None).await;
    step(&browser, ip, path, Some(json!({"uid_field": user.username}))).await;
    let last = step(&browser, ip, path, Some(json!({"password": user.password}))).await;
    (browser, last)
}

/// One answer to a flow from an address, and what comes after it.
pub(crate) async fn step(browser: &Caller, ip: &str, path: &str, body: Option<Json>) -> Answer {
    let from = |request: Request| request.header("X-Forwarded-For", ip);
    let mut answer = match body {
        Some(body) => browser.send(from(Request::new("POST", path)).json(body.to_string())).await,
        None => browser.send(from(Request::new("GET", path))).await,
    };
    while answer.status == 302 {
        let next = answer.header("location").unwrap().to_owned();
        answer = browser.send(from(Request::new("GET", &next))).await;
    }
    answer
}

/// A server that answers as the range interface does: it knows the password `password` 42 times, and breaks down over `abc`.
fn stand_in() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || listener.incoming().map_while(Result::ok).for_each(|stream| drop(reply(stream))));
    address
}

fn reply(mut stream: TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines().map_while(Result::ok);
    let asked = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    ASKED.lock().unwrap().push(asked.clone());
    let body = match asked.split_whitespace().nth(1) {
        Some("/range/5BAA6") => "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n1E4C9B93F3F0682250B6CF8331B7EE68FD8:42\r\n",
        Some("/range/A9993") => return Ok(()),
        _ => "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n",
    };
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}
