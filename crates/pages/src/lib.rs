//! The pages a person sees: flow steps, errors, the landing page and the first set-up, all complete HTML that works without script.
//!
//! * [`render`] turns a challenge of the flow protocol into a page whose form posts back to [`Page::action`];
//!   [`form_to_answer`] turns what the browser then sends into the answer that the executor expects.
//! * [`error_page`], [`home`] and [`setup_page`] are the pages outside flows.
//! * [`asset`] has the style sheet, the script and the pictures; [`content_security_policy`] and [`HEADERS`] go with every page.
//!
//! What holds for all of them, and is tested:
//!
//! * Every value is text. Markup in a title, a label, a `sub_text` or a `static` prompt is escaped and shown as it was written; the
//!   reference system renders some of these as HTML, this one never does.
//! * Addresses reach `href`, `src` and `action` only through an allow-list: `http`, `https`, relative ones, and `data:image/…` for
//!   pictures. What does not pass is left out.
//! * No inline script or style, so that the strict policy needs no exception. A page with all it loads stays below 50 KB.
//! * Passwords are never put back into a page.

mod answer;
mod assets;

mod headers;
mod look;
mod page;
mod problems;
mod standing;
mod template;
mod url;
mod view;
mod words;

pub use answer::{CSRF_FIELD, form_to_answer};
pub use assets::{Asset, asset, assets};
pub use headers::{HEADERS, POLICY, content_security_policy};
pub use look::{Brand, Level, Look, Message, Theme};
pub use page::{Page, render};
pub use standing::{Home, Problem, Setup, error_page, home, setup_challenge, setup_page};
pub use template::RenderError;
pub use url::is_local;
pub use words::negotiate_language;
