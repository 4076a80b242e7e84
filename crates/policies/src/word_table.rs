//! Sets of words that are tables rather than enums, because there are too many to name each in code.

/// Declares a type whose values are the words of a table of pairs, word and label; the text is the OpenAPI component's name.
macro_rules! word_table {
    ($(#[$doc:meta])* $name:ident, $component:literal, $(($word:literal, $label:literal),)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(&'static str);

        static TABLE: ::vestibule_resource::Choices = ::vestibule_resource::Choices {
            name: $component,
            items: &[$(::vestibule_resource::Choice { value: $word, label: $label },)*],
        };

        impl ::vestibule_resource::Word for $name {
            const CHOICES: &'static ::vestibule_resource::Choices = &TABLE;

            fn from_word(word: &str) -> ::core::option::Option<Self> {
                TABLE.items.iter().find(|item| item.value == word).map(|item| $name(item.value))
            }

            fn word(&self) -> &'static str {
                self.0
            }
        }

        impl ::core::convert::From<$name> for ::vestibule_resource::Value {
            fn from(word: $name) -> Self {
                word.0.into()
            }
        }
    };
}

pub(crate) use word_table;
