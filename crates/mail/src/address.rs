//! E-mail addresses.

use lettre::message::Mailbox;

use crate::MailError;

/// Accepts `ada@example.com` and refuses everything that no mail server would take (RFC 5321), such as a missing domain.
pub fn check_address(address: &str) -> Result<(), MailError> {
    plain(address).map(|_| ())
}

/// One recipient: an address alone, so that no name can smuggle a second one in.
pub(crate) fn plain(address: &str) -> Result<Mailbox, MailError> {
    let parsed = address.trim().parse().map_err(|_| MailError::Address(address.to_owned()))?;
    Ok(Mailbox::new(None, parsed))
}

/// The sender: an address, or a name with the address in angle brackets.
pub(crate) fn sender(from: &str) -> Result<Mailbox, MailError> {
    let wanted = "write it as vestibule@example.com or Vestibule <vestibule@example.com>";
    from.trim().parse().map_err(|_| MailError::Setting(format!("the sender {from:?} is not an e-mail address; {wanted}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_accepted() {
        for address in ["ada@example.com", " ada@example.com ", "ada+tag@mail.example.co.uk", "üser@exämple.com", "ada@localhost"] {
            assert_eq!(check_address(address), Ok(()), "{address}");
        }
    }

    #[test]
    fn what_is_not_one_address_is_refused() {
        for address in
            ["", "ada", "ada@", "@example.com", "a b@example.com", "ada@example.com, eve@example.com", "a@b\r\nBcc: eve@example.com"]
        {
            assert_eq!(check_address(address), Err(MailError::Address(address.to_owned())));
        }
    }

    #[test]
    fn a_sender_may_have_a_name() {
        assert_eq!(sender("Vestibule <no-reply@example.com>").map(|from| from.email.to_string()), Ok("no-reply@example.com".to_owned()));
        assert!(sender("Vestibule").is_err_and(|error| error.to_string().contains("write it as")));
    }
}
