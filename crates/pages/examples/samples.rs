//! Writes every sample page and every static file into a folder, to be looked at in a browser: `samples FOLDER`.

use std::{env, error::Error, fs, path::Path};

use serde_json::Value as Json;
use vestibule_pages::{Home, Level, Look, Message, Page, Problem, Setup, Theme, assets, error_page, home, render, setup_page};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("say into which folder")?;
    let folder = Path::new(&folder);
    for asset in assets() {
        put(folder, &asset.path, asset.body)?;
    }
    let samples: Vec<Json> = serde_json::from_str(include_str!("../tests/samples.json"))?;
    for (theme, suffix) in [(Theme::Automatic, ""), (Theme::Light, "-light"), (Theme::Dark, "-dark")] {
        for sample in &samples {
            let name = sample.get("name").and_then(Json::as_str).unwrap_or_default();
            put(folder, &format!("/samples/{name}{suffix}.html"), page(sample, theme)?.as_bytes())?;
        }
    }
    for (name, html) in others()? {
        put(folder, &format!("/samples/{name}.html"), html.as_bytes())?;
    }
    let picture = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#46637f" d="M0 0h16v9H0z"/><circle cx="12" cy="3" r="1.5" fill="#f7e3b0"/></svg>"##;
    put(folder, "/samples/picture.svg", picture.as_bytes())
}

fn page(sample: &Json, theme: Theme) -> Result<String, Box<dyn Error>> {
    let text = |name: &str| sample.get(name).and_then(Json::as_str);
    let messages: Vec<Message> = sample.get("messages").and_then(Json::as_array).into_iter().flatten().filter_map(message).collect();
    let challenge = sample.get("challenge").ok_or("a sample without a challenge")?;
    let page = Page {
        action: "/if/flow/sample/?next=%2Fif%2Fuser%2F",
        csrf: text("csrf"),
        look: Look { lang: text("lang").unwrap_or("en"), theme, ..Look::default() },
        messages: &messages,
        reference: text("reference"),
        submitted: sample.get("submitted"),
        ..Page::of(challenge)
    };
    Ok(render(&page)?)
}

fn message(sample: &Json) -> Option<Message> {
    let level = match sample.get("level")?.as_str()? {
        "success" => Level::Success,
        "warning" => Level::Warning,
        "error" => Level::Error,
        _ => Level::Info,
    };
    Some(Message { level, text: sample.get("text")?.as_str()?.to_owned() })
}

fn others() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let look = Look::default();
    let mut pages = Vec::new();
    for status in [400, 403, 404, 405, 410, 413, 429, 500, 503] {
        let problem = Problem { status, reference: Some("7f3a-91c2"), ..Problem::default() };
        pages.push((format!("error-{status}"), error_page(&look, &problem)));
    }
    let somebody = Home {
        name: "Ada Lovelace",
        username: "ada",
        email: "ada@example.com",
        avatar: "/static/dist/assets/images/user_default.png",
        log_out: "/flows/-/default/invalidation/",
        settings: Some("/if/flow/default-user-settings-flow/"),
        password: Some("/if/flow/default-password-change/"),
        api: Some("/api/v3/"),
        messages: &[],
    };
    pages.push(("home".to_owned(), home(&look, &somebody)?));
    pages.push(("setup".to_owned(), setup_page(&look, &Setup { action: "/setup/", ..Setup::default() })?));
    Ok(pages)
}

fn put(folder: &Path, path: &str, body: &[u8]) -> Result<(), Box<dyn Error>> {
    let file = folder.join(path.trim_start_matches('/'));
    fs::create_dir_all(file.parent().unwrap_or(folder))?;
    Ok(fs::write(file, body)?)
}
