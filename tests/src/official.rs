//! The official generated Rust client.

use authentik_client::apis::configuration::Configuration;

use crate::App;

/// The official client, acting as the administrator.
pub fn official(app: &App) -> Configuration {
    Configuration {
        base_path: format!("{}/api/v3", app.url()),
        bearer_access_token: Some(app.options().token.clone()),
        ..Configuration::default()
    }
}
