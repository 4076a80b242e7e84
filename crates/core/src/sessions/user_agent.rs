//! What a browser's name for itself tells, in the shape of the contract.

use serde_json::{Value as Json, json};

/// Browsers, by what stands before their version. Many name others too, so the special ones come first.
const BROWSERS: [(&str, &str); 13] = [
    ("EdgA/", "Edge Mobile"),
    ("EdgiOS/", "Edge Mobile"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox iOS"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome Mobile iOS"),
    ("HeadlessChrome/", "HeadlessChrome"),
    ("Chrome/", "Chrome"),
    ("curl/", "curl"),
    ("python-requests/", "Python Requests"),
    ("Version/", "Safari"),
];

/// Systems, by what stands before their version.
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows NT ", "Windows"),
    ("iPhone OS ", "iOS"),
    ("CPU OS ", "iOS"),
    ("Android ", "Android"),
    ("Mac OS X ", "Mac OS X"),
    ("CrOS ", "Chrome OS"),
    ("Linux", "Linux"),
];

/// Describes a browser by its `User-Agent`.
pub(super) fn describe(agent: &str) -> Json {
    let browser = find(&BROWSERS, agent);
    let system = find(&SYSTEMS, agent);
    let (family, version) = browser.unwrap_or(("Other", ""));
    let (os, release) = system.unwrap_or(("Other", ""));
    // Browsers freeze these numbers: 10 stands for Windows 11 too, and every Mac claims 10.15.
    let os_part = |place| number(release, place).map_or(Json::Null, Json::from);
    json!({
        "device": device(agent),
        "os": { "family": os, "major": os_part(0), "minor": os_part(1), "patch": os_part(2), "patch_minor": os_part(3) },
        "user_agent": {
            "family": family, "major": number(version, 0).unwrap_or_default(), "minor": number(version, 1).unwrap_or_default(),
            "patch": number(version, 2).unwrap_or_default(),
        },
        "string": agent,
    })
}

/// The first of the known names that stands in the text, and what follows it.
fn find<'a>(known: &[(&str, &'static str)], agent: &'a str) -> Option<(&'static str, &'a str)> {
    known.iter().find_map(|(mark, family)| agent.split_once(mark).map(|(_, rest)| (*family, rest)))
}

/// A part of a version such as `10_15.7`.
fn number(version: &str, place: usize) -> Option<&str> {
    let end = version.find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != '_').unwrap_or(version.len());
    let version = version.get(..end)?;
    version.split(['.', '_']).nth(place).filter(|part| !part.is_empty())
}

fn device(agent: &str) -> Json {
    let known = [("iPhone", "Apple"), ("iPad", "Apple"), ("Macintosh", "Apple")].into_iter().find(|(model, _)| agent.contains(model));
    match known {
        Some(("Macintosh", brand)) => json!({ "brand": brand, "family": "Mac", "model": "Mac" }),
        Some((model, brand)) => json!({ "brand": brand, "family": model, "model": model }),
        None => json!({ "brand": null, "family": "Other", "model": null }),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests")]

    use super::*;

    #[test]
    fn common_browsers_are_recognised() {
        let chrome = describe("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.80 Safari/537.36");
        assert_eq!(chrome["user_agent"], json!({ "family": "Chrome", "major": "140", "minor": "0", "patch": "7339" }));
        assert_eq!(chrome["os"]["family"], json!("Linux"));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
        let safari = describe(phone);
        assert_eq!((&safari["user_agent"]["family"], &safari["os"]["major"]), (&json!("Safari"), &json!("18")));
        assert_eq!(safari["device"], json!({ "brand": "Apple", "family": "iPhone", "model": "iPhone" }));
    }

    #[test]
    fn an_unknown_browser_has_every_member_of_the_contract() {
        assert_eq!(
            describe("x"),
            json!({
                "device": { "brand": null, "family": "Other", "model": null },
                "os": { "family": "Other", "major": null, "minor": null, "patch": null, "patch_minor": null },
                "user_agent": { "family": "Other", "major": "", "minor": "", "patch": "" },
                "string": "x",
            })
        );
    }
}
