//! Exceptions about rows.

use vestibule_expression::{Type, exception};

/// There is no such row.
pub(crate) static DOES_NOT_EXIST: Type =
    Type { base: Some(&exception::EXCEPTION), module: "django.core.exceptions", ..Type::new("ObjectDoesNotExist") };
/// There are several.
pub(crate) static MULTIPLE: Type =
    Type { base: Some(&exception::EXCEPTION), module: "django.core.exceptions", ..Type::new("MultipleObjectsReturned") };
/// There is no such field, or it cannot be asked about so.
pub(crate) static FIELD_ERROR: Type =
    Type { base: Some(&exception::EXCEPTION), module: "django.core.exceptions", ..Type::new("FieldError") };
