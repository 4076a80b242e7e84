//! What each step shows.

use serde_json::json;
use vestibule_pages::{
    Brand, Home, Look, Page, Problem, Setup, Theme, error_page, form_to_answer, home, render, setup_challenge, setup_page,
};

use crate::{has, lacks, page, plain, sample, show};

#[test]
fn logging_in_asks_for_a_name_that_a_password_manager_knows() {
    let html = page("identification");
    has(
        &html,
        &[
            "<h1>Welcome to Vestibule</h1>",
            "Email or Username",
            "name=\"uid_field\"",
            "autocomplete=\"username\"",
            "autocapitalize=\"none\"",
        ],
    );
    has(
        &html,
        &["<form method=\"post\" action=\"/if/flow/sample/?next=%2F\">", "required autofocus", "<button class=\"primary\">Log in</button>"],
    );
    lacks(&html, &["type=\"password\"", "vestibule-csrf", "noscript"]);
}

#[test]
fn logging_in_offers_every_other_way_as_a_link() {
    let html = page("identification-all");
    has(&html, &["You are on your way to Grafana.", "autocomplete=\"current-password\"", "data-peek", "data-remember"]);
    has(&html, &["href=\"/if/flow/recovery/?next=%2F\"", "href=\"/if/flow/passkey/\"", "href=\"/if/flow/enrol/?next=%2F\""]);
    has(
        &html,
        &["class=\"secondary promoted\" href=\"/source/oauth/login/github/\"", "Continue with GitHub", "Plex: needs the full interface"],
    );
}

#[test]
fn a_refused_name_is_filled_in_again_and_the_captcha_is_honest() {
    let html = page("identification-errors");
    has(
        &html,
        &["<title>Error: Welcome", "There is a problem", "<li>Failed to authenticate.</li>", "type=\"email\"", "value=\"ada@example.com\""],
    );
    has(&html, &["A captcha protects this step.", "role=\"alert\" tabindex=\"-1\" autofocus"]);
}

#[test]
fn without_names_to_type_there_is_no_form() {
    let html = page("identification-sources-only");
    has(&html, &["href=\"https://sso.example/start\""]);
    lacks(&html, &["<form", "Or go on with"]);
}

#[test]
fn the_password_step_says_for_whom_and_how_to_change_that() {
    let html = page("password");
    has(
        &html,
        &[
            "<span class=\"name\">ada</span>",
            "href=\"/flows/-/cancel/?next=%2Fif%2Fuser%2F\">Not you?</a>",
            "src=\"data:image/svg+xml;base64,",
        ],
    );
    has(
        &html,
        &[
            "name=\"username\" value=\"ada\" autocomplete=\"username\" hidden",
            "name=\"vestibule-csrf\" value=\"0123456789abcdef\"",
            "data-peek",
        ],
    );
}

#[test]
fn a_wrong_password_is_said_at_the_field_and_never_shown_again() {
    let html = page("password-wrong");
    has(
        &html,
        &[
            "<a href=\"#f2\">Password: Invalid password</a>",
            "id=\"f2-error\"",
            "aria-describedby=\"f2-error\" aria-invalid=\"true\" required>",
        ],
    );
    lacks(&html, &["never shown again", "data-peek"]);
    lacks(&page("enrolment-errors"), &["never shown again"]);
}

#[test]
fn enrolling_again_keeps_what_was_typed_and_leads_to_each_problem() {
    let html = page("enrolment-errors");
    has(&html, &["There are problems", "<li>Passwords don't match.</li>", "<a href=\"#f1\">Username: Username is already taken.</a>"]);
    has(&html, &["aria-describedby=\"f1-error f1-help\" aria-invalid=\"true\"", "value=\"Ada Lovelace\"", "autocomplete=\"new-password\""]);
    assert_eq!(html.matches(" autofocus").count(), 1, "only the summary takes the keyboard");
}

#[test]
fn every_kind_of_prompt_has_its_control() {
    let html = page("prompt-all");
    has(
        &html,
        &[
            "type=\"text\" id=\"f1\" name=\"username\"",
            "type=\"email\" id=\"f3\" name=\"email\" value=\"ada@example.com\"",
            "inputmode=\"email\"",
        ],
    );
    has(&html, &["type=\"password\" id=\"f4\"", "<hr>\n<p class=\"part\">About your visit</p>", "placeholder=\"A few words\""]);
    has(&html, &["name=\"house\" value=\"North wing\" required readonly", "required readonly>\nNo food.\nNo drink."]);
    has(&html, &["name=\"guests\" value=\"2\" inputmode=\"numeric\"", "type=\"checkbox\" id=\"f11\" name=\"news\" value=\"true\" checked"]);
    has(
        &html,
        &[
            "<fieldset class=\"field\" role=\"radiogroup\" aria-required=\"true\">",
            "value=\"print\" checked required>",
            "<option value=\"\">Please choose</option>",
        ],
    );
    has(
        &html,
        &[
            "type=\"date\" id=\"f14\" name=\"day\" value=\"2026-05-01\"",
            "type=\"datetime-local\" id=\"f15\" name=\"hour\" value=\"2026-05-01T10:30\"",
        ],
    );
    has(
        &html,
        &[
            "data-without-script>Choosing a file here needs JavaScript",
            "data-with-script hidden>\n<input type=\"file\" id=\"f16\">\n<input type=\"hidden\" name=\"photo\">",
        ],
    );
    has(
        &html,
        &[
            "<input type=\"hidden\" name=\"campaign\" value=\"spring\">",
            "&lt;a href=&quot;/terms&quot;&gt;the rules of the house&lt;/a&gt;",
        ],
    );
    has(&html, &["<p class=\"message info\">The house opens at nine.</p>", "<p class=\"message warning\">", "<p class=\"message error\">"]);
    has(&html, &["<option value=\"\" selected>As my browser asks for</option>", "<option value=\"de\">Deutsch</option>"]);
}

#[test]
fn a_checkbox_that_was_switched_off_stays_off() {
    let mut sample = sample("prompt-all");
    sample["submitted"] = json!({"guests": 3, "news": false, "room": "archive", "photo": "data:text/plain;base64,QQ=="});
    let html = show(&sample);
    has(&html, &["name=\"guests\" value=\"3\"", "value=\"archive\" checked"]);
    lacks(&html, &["name=\"news\" value=\"true\" checked", "value=\"print\" checked", "QQ=="]);
}

#[test]
fn a_locale_that_we_do_not_speak_is_kept() {
    let challenge =
        json!({"component": "ak-stage-prompt", "fields": [{"field_key": "l", "label": "L", "type": "ak-locale", "initial_value": "fr"}]});
    has(&render(&Page::of(&challenge)).unwrap(), &["<option value=\"fr\" selected>fr</option>"]);
}

#[test]
fn consent_lists_what_is_asked_and_can_be_declined() {
    let html = page("consent");
    has(
        &html,
        &[
            "You are about to sign into Grafana.",
            "<h2>It asks to</h2>",
            "<li>See your email address</li>",
            "<li>x</li>",
            ">Allow</button>",
            ">Decline</a>",
        ],
    );
    has(&html, &["<input type=\"hidden\" name=\"token\" value=\"t\">"]);
    has(&page("consent-more"), &["<h2>You already allow it to</h2>", "<h2>Now it also asks to</h2>"]);
    let html = page("consent-plain");
    has(&html, &[">Continue</button>"]);
    lacks(&html, &["Decline", "class=\"person\""]);
}

#[test]
fn a_refusal_says_why_what_to_do_and_gives_a_reference() {
    has(&page("denied"), &["You cannot go on here", "Flow does not apply to current user.", "<dd>7f3a-91c2</dd>", ">Start over</a>"]);
    let html = page("denied-invitation");
    has(
        &html,
        &[
            "<h1>This invitation cannot be used</h1>",
            "It may have expired",
            "<dd>Invalid invite/invite not found</dd>",
            "<dd>7f3a-91c2</dd>",
        ],
    );
    lacks(&html, &["<form"]);
}

#[test]
fn a_failure_gives_its_request_id_as_reference() {
    let html = page("flow-error");
    has(&html, &["<h1>Something went wrong</h1>", "<dd>0b0f6c1e4c0d4f6f9a7a5d0c3b2a1f00</dd>", "<details>", "database is locked"]);
    let quiet = json!({"component": "ak-stage-flow-error", "request_id": "r"});
    lacks(&render(&Page::of(&quiet)).unwrap(), &["<details>"]);
}

#[test]
fn leaving_an_application_offers_to_leave_altogether() {
    let html = page("session-end");
    has(
        &html,
        &[
            "You have left Grafana.",
            "href=\"/if/flow/default-invalidation-flow/\">Log out of Vestibule</a>",
            "href=\"https://grafana.example/\"",
            "href=\"/\">Go to my overview",
        ],
    );
    lacks(&html, &["Not you?"]);
}

#[test]
fn staying_logged_in_is_a_choice_of_two_buttons() {
    let html = page("user-login");
    has(
        &html,
        &["name=\"remember_me\" value=\"true\">Yes, stay logged in", "name=\"remember_me\" value=\"false\">No", "name=\"vestibule-csrf\""],
    );
}

#[test]
fn a_mail_that_was_sent_again_is_good_news_not_a_problem() {
    has(&page("email"), &["Look into your inbox", ">Send it once more</button>"]);
    let html = page("email-sent");
    has(&html, &["class=\"message success\" role=\"status\">The message has been sent once more."]);
    lacks(&html, &["role=\"alert\"", "<title>Error"]);
}

#[test]
fn a_redirect_goes_by_itself_and_by_link_but_only_to_the_web() {
    has(&page("redirect"), &["http-equiv=\"refresh\" content=\"0; url=/if/user/#stay\"", "href=\"/if/user/#stay\""]);
    let html = page("redirect-refused");
    has(&html, &["The next address is not one that this page may lead to", "7f3a-91c2"]);
    lacks(&html, &["refresh", "javascript:"]);
}

#[test]
fn markup_of_another_page_and_unknown_steps_are_shown_honestly() {
    has(&page("shell"), &["It is shown here as plain text.", "&lt;script&gt;alert(1)&lt;/script&gt;"]);
    has(&page("unknown"), &["This step needs the full interface", "“ak-stage-authenticator-validate”", "7f3a-91c2", ">Start over</a>"]);
    has(&page("dummy"), &["only for trying things out (dummy-1)", ">Continue</button>"]);
}

#[test]
fn layout_background_and_theme_follow_the_flow_and_the_brand() {
    has(&page("layout-sidebar_left"), &["<body class=\"sidebar_left\">"]);
    has(&page("picture"), &["<body class=\"stacked pictured\">", "<img src=\"/samples/picture.svg\" alt=\"\">"]);
    lacks(&page("identification"), &["flow_background", "<picture"]);
    let challenge = json!({"component": "ak-stage-dummy", "flow_info": {"background_themed_urls": {"light": "/l.jpg", "dark": "/d.jpg"}}});
    let shown = |theme| plain(&render(&Page { look: Look { theme, ..Look::default() }, ..Page::of(&challenge) }).unwrap());
    has(
        &shown(Theme::Automatic),
        &["media=\"(prefers-color-scheme: dark)\" srcset=\"/d.jpg\"", "src=\"/l.jpg\"", ".css\" media=\"(prefers-color-scheme: dark)\""],
    );
    has(&shown(Theme::Dark), &["<source srcset=\"/d.jpg\">", "content=\"dark\""]);
    lacks(&shown(Theme::Light), &["/d.jpg", "prefers-color-scheme"]);
}

#[test]
fn a_brand_brings_its_own_logo_icon_and_style() {
    let brand = Brand { title: "Acme", logo: "/media/acme.svg", favicon: "/media/acme.ico", custom_css_url: Some("/media/acme.css") };
    let challenge = json!({"component": "ak-stage-dummy", "flow_info": {"title": "Hello"}});
    let html = plain(&render(&Page { look: Look { brand, ..Look::default() }, ..Page::of(&challenge) }).unwrap());
    has(
        &html,
        &[
            "<title>Hello · Acme</title>",
            "<img class=\"logo\" src=\"/media/acme.svg\" alt=\"Acme\">",
            "<link rel=\"icon\" href=\"/media/acme.ico\">",
            "href=\"/media/acme.css\"",
        ],
    );
    lacks(&html, &["class=\"mark\""]);
}

#[test]
fn the_pages_speak_german() {
    has(&page("german"), &["<html lang=\"de\">", "E-Mail oder Benutzername", ">Anmelden</button>", "Konto anlegen"]);
    has(&page("german-denied"), &["Diese Einladung gilt nicht", "Invalid invite/invite not found"]);
}

#[test]
fn errors_outside_flows_say_what_to_do() {
    let look = Look::default();
    for (status, title) in [
        (400, "not understood"),
        (403, "may not see"),
        (404, "Nothing here"),
        (413, "too much"),
        (418, "not understood"),
        (500, "went wrong"),
        (503, "Back in a moment"),
        (0, "went wrong"),
    ] {
        let html = plain(&error_page(&look, &Problem { status, reference: Some("r-1"), ..Problem::default() }));
        has(&html, &[title, &format!("Error {status}"), "<dd>r-1</dd>", "href=\"/\""]);
    }
    let own = Problem { status: 400, title: Some("No stages"), sentence: Some("This flow is empty."), ..Problem::default() };
    has(&error_page(&look, &own), &["<h1>No stages</h1>", "This flow is empty."]);
}

#[test]
fn the_landing_page_shows_only_the_ways_that_exist() {
    let full = Home {
        name: "Ada",
        username: "ada",
        email: "a@example.com",
        log_out: "/out/",
        settings: Some("/s/"),
        password: Some("/p/"),
        api: Some("/api/v3/"),
        ..Home::default()
    };
    has(
        &plain(&home(&Look::default(), &full).unwrap()),
        &["Welcome, Ada", "a@example.com", "href=\"/s/\"", "href=\"/p/\"", "Administration", "href=\"/api/v3/\"", "href=\"/out/\""],
    );
    let bare = Home { username: "ada", log_out: "/out/", ..Home::default() };
    let html = home(&Look::default(), &bare).unwrap();
    has(&html, &["Welcome, ada"]);
    lacks(&html, &["Administration", "Your account"]);
}

#[test]
fn the_set_up_page_asks_for_an_address_and_a_password_twice() {
    let look = Look::default();
    let html = plain(&setup_page(&look, &Setup { action: "/setup/?token=t", ..Setup::default() }).unwrap());
    has(
        &html,
        &[
            "<h1>Set up Vestibule</h1>",
            "action=\"/setup/?token=t\"",
            "name=\"email\"",
            "name=\"password\"",
            "name=\"password_repeat\"",
            ">Finish set-up</button>",
        ],
    );
    let errors = json!({"password_repeat": [{"string": "Passwords don't match.", "code": "invalid"}]});
    let sent = json!({"email": "a@example.com", "password": "secret-1"});
    let html = plain(&setup_page(&look, &Setup { errors: Some(&errors), submitted: Some(&sent), ..Setup::default() }).unwrap());
    has(&html, &["Passwords don't match.", "value=\"a@example.com\""]);
    lacks(&html, &["secret-1"]);
    let form: Vec<(String, String)> =
        [("email", "a@example.com"), ("password", "p"), ("password_repeat", "p")].map(|(k, v)| (k.into(), v.into())).into();
    let want = json!({"component": "ak-stage-prompt", "email": "a@example.com", "password": "p", "password_repeat": "p"});
    assert_eq!(form_to_answer(&setup_challenge(&look), &form), want);
}
