//! Names of files that administrators give: pictures of brands and flows.

use vestibule_engine::Draft;

/// Refuses names that lead out of the folder of files.
pub fn check_file_names(draft: &mut Draft, fields: &[&str]) {
    for field in fields {
        let leads_out =
            draft.sent(field).and_then(|name| name.as_str()).is_some_and(|name| name.split(['/', '\\']).any(|part| part == ".."));
        if leads_out {
            draft.invalid.add(field, "Parent directory references ('..') are not allowed");
        }
    }
}
