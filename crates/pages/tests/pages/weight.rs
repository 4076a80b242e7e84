//! How much a page weighs, and that it asks for no exception from the strict policy.

use vestibule_pages::{Home, Look, Problem, Setup, asset, assets, error_page, home, setup_page};

use crate::{has, lacks, plain, samples, show};

fn all_pages() -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = samples().iter().map(|sample| (sample["name"].to_string(), show(sample))).collect();
    let look = Look::default();
    let problem = Problem { status: 404, ..Problem::default() };
    let who = Home { username: "ada", avatar: "/static/dist/assets/images/user_default.png", log_out: "/out/", ..Home::default() };
    pages.push(("404".into(), plain(&error_page(&look, &problem))));
    pages.push(("home".into(), plain(&home(&look, &who).unwrap())));
    pages.push(("setup".into(), plain(&setup_page(&look, &Setup::default()).unwrap())));
    pages
}

#[test]
fn a_page_with_all_it_loads_stays_below_50_kilobytes() {
    for (name, html) in all_pages() {
        let loaded: Vec<_> = assets().iter().filter(|asset| html.contains(&asset.path)).collect();
        assert!(loaded.len() >= 4, "{name} loads its style and script");
        let weight = html.len() + loaded.iter().map(|asset| asset.body.len()).sum::<usize>();
        assert!(weight < 50_000, "{name}: {weight} bytes");
    }
}

#[test]
fn everything_a_page_loads_from_us_is_there() {
    for (name, html) in all_pages() {
        for part in html.split("\"/static/").skip(1) {
            let path = format!("/static/{}", part.split('"').next().unwrap());
            assert!(asset(&path).is_some(), "{name}: {path}");
        }
    }
}

#[test]
fn no_page_has_script_or_style_of_its_own() {
    for (name, html) in all_pages() {
        lacks(&html, &["style=\"", "<style", " onclick", " onload", " onerror", "href=\"javascript"]);
        assert_eq!(html.matches("<script").count(), 1, "{name}");
        has(&html, &["<script src=\"/static/vestibule/"]);
    }
}

#[test]
fn every_page_is_whole_and_says_its_language() {
    for (name, html) in all_pages() {
        has(&html, &["<!doctype html>", "<html lang=\"", "<title>", "width=device-width", "<main>", "</html>"]);
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
    }
}

#[test]
fn every_control_has_a_label_and_ids_are_unique() {
    for (name, html) in all_pages() {
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
        for (place, id) in ids.iter().enumerate() {
            assert!(!ids.iter().skip(place + 1).any(|other| other == id), "{name}: {id} twice");
        }
        for tag in [
            "<input type=\"text\" id",
            "<input type=\"password\" id",
            "<select id",
            "<textarea id",
            "<input type=\"checkbox\" id",
            "<input type=\"radio\" id",
        ] {
            for part in html.split(tag).skip(1) {
                let id = part.split('"').nth(1).unwrap();
                assert!(html.contains(&format!("<label for=\"{id}\">")), "{name}: {id} has no label");
            }
        }
    }
}

#[test]
fn the_style_sheets_load_nothing() {
    for sheet in assets().iter().filter(|asset| asset.content_type.starts_with("text/css")) {
        lacks(std::str::from_utf8(sheet.body).unwrap(), &["url(", "@import", "@font-face"]);
    }
}
