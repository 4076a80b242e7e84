//! The mails that a test server has sent.

use crate::App;

/// One mail, as the file transport wrote it.
pub struct Mail {
    /// Headers and body with soft line breaks and `=3D` undone, so that links can be read.
    pub text: String,
}

impl Mail {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.text.lines().take_while(|line| !line.is_empty());
        lines.find_map(|line| line.split_once(": ").filter(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value))
    }
}

impl App {
    /// Every mail so far that is addressed to somebody.
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        let files = std::fs::read_dir(self.folder().join("mails")).into_iter().flatten().map(|entry| entry.unwrap().path());
        let mails =
            files.filter(|path| path.extension().is_some_and(|end| end == "eml")).map(|path| std::fs::read_to_string(path).unwrap());
        let mails = mails.map(|raw| Mail { text: raw.replace("=\r\n", "").replace("=3D", "=").replace("\r\n", "\n") });
        mails.filter(|mail| mail.header("To").is_some_and(|to| to.contains(address))).collect()
    }
}
