//! Somebody who talks to the server.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use serde_json::Value as Json;

use crate::{Answer, Request, jar::Jar, wire};

/// The header that guards a logged-in browser's writes.
pub(crate) const CSRF_HEADER: &str = "X-authentik-CSRF";
/// The cookie that it must repeat.
pub(crate) const CSRF_COOKIE: &str = "authentik_csrf";

/// Somebody who talks to the server: nobody in particular, the holder of a token, or a browser. Paths without a slash in front are
/// those of the API: `core/users/` is `/api/v3/core/users/`. Redirects are not followed. A clone of a browser shares its cookies.
#[derive(Debug, Clone)]
pub struct Caller {
    address: SocketAddr,
    identity: Identity,
}

#[derive(Debug, Clone)]
enum Identity {
    Nobody,
    Token(String),
    Browser(Arc<Mutex<Jar>>),
}

impl Caller {
    pub(crate) fn nobody(address: SocketAddr) -> Caller {
        Caller { address, identity: Identity::Nobody }
    }

    pub(crate) fn with_token(address: SocketAddr, token: &str) -> Caller {
        Caller { address, identity: Identity::Token(token.into()) }
    }

    pub(crate) fn browser(address: SocketAddr) -> Caller {
        Caller { address, identity: Identity::Browser(Arc::default()) }
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::new("GET", path)).await
    }

    /// Creates or acts.
    pub async fn post(&self, path: &str, body: Json) -> Answer {
        self.write("POST", path, &body).await
    }

    /// Replaces.
    pub async fn put(&self, path: &str, body: Json) -> Answer {
        self.write("PUT", path, &body).await
    }

    /// Changes in part.
    pub async fn patch(&self, path: &str, body: Json) -> Answer {
        self.write("PATCH", path, &body).await
    }

    /// Deletes.
    pub async fn delete(&self, path: &str) -> Answer {
        let request = Request::new("DELETE", path);
        self.send(self.guarded(request)).await
    }

    /// Creates and returns the new object; fails unless the answer is 201.
    #[track_caller]
    pub fn create(&self, path: &str, body: Json) -> impl Future<Output = Answer> {
        let here = std::panic::Location::caller();
        async move {
            let answer = self.post(path, body).await;
            assert_eq!(answer.status, 201, "at {here}: {answer}");
            answer
        }
    }

    /// Submits a form, as a browser without JavaScript does.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encoded: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::new("POST", path).header("Content-Type", "application/x-www-form-urlencoded");
        self.send(request.body(encoded.join("&"))).await
    }

    /// Sends a request as this caller; fails when the server breaks the connection off.
    pub async fn send(&self, request: Request) -> Answer {
        let what = format!("{} {}", request.method, request.path);
        self.try_send(request).await.unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Sends a request as this caller.
    pub async fn try_send(&self, mut request: Request) -> std::io::Result<Answer> {
        if !request.path.starts_with('/') {
            request.path = format!("/api/v3/{}", request.path);
        }
        request = match &self.identity {
            Identity::Nobody => request,
            Identity::Token(token) => request.header("Authorization", &format!("Bearer {token}")),
            Identity::Browser(jar) => match jar.lock().unwrap().header() {
                Some(cookies) => request.header("Cookie", &cookies),
                None => request,
            },
        };
        let answer = wire::send(self.address, &request).await?;
        if let Identity::Browser(jar) = &self.identity {
            jar.lock().unwrap().learn(&answer);
        }
        Ok(answer)
    }

    /// A browser's cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        match &self.identity {
            Identity::Browser(jar) => jar.lock().unwrap().get(name).map(str::to_owned),
            _ => None,
        }
    }

    /// Puts a cookie into a browser.
    pub fn set_cookie(&self, name: &str, value: &str) {
        if let Identity::Browser(jar) = &self.identity {
            jar.lock().unwrap().set(name, value);
        }
    }

    /// Any call, as a page of our own would make it.
    pub async fn call(&self, method: &str, path: &str, body: Option<Json>) -> Answer {
        let request = Request::new(method, path);
        let request = if method == "GET" { request } else { self.guarded(request) };
        match body {
            Some(body) => self.send(request.json(body.to_string())).await,
            None => self.send(request).await,
        }
    }

    async fn write(&self, method: &str, path: &str, body: &Json) -> Answer {
        let request = Request::new(method, path).json(body.to_string());
        self.send(self.guarded(request)).await
    }

    /// A browser with the CSRF cookie repeats it in the header, as the web interface does.
    fn guarded(&self, request: Request) -> Request {
        match self.cookie(CSRF_COOKIE) {
            Some(token) => request.header(CSRF_HEADER, &token),
            None => request,
        }
    }
}

/// Percent-encodes one value of a query or a form.
pub(crate) fn encode(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}
