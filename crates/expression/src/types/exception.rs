//! The built-in exceptions.

use super::raised;
use crate::Type;

/// `BaseException`
pub static BASE_EXCEPTION: Type = Type { getters: raised::GETTERS, methods: raised::METHODS, ..Type::new("BaseException") };
/// `SystemExit`
pub static SYSTEM_EXIT: Type = Type { base: Some(&BASE_EXCEPTION), getters: raised::FIRST, ..Type::new("SystemExit") };
/// `KeyboardInterrupt`
pub static KEYBOARD_INTERRUPT: Type = Type { base: Some(&BASE_EXCEPTION), ..Type::new("KeyboardInterrupt") };
/// `GeneratorExit`
pub static GENERATOR_EXIT: Type = Type { base: Some(&BASE_EXCEPTION), ..Type::new("GeneratorExit") };
/// `Exception`
pub static EXCEPTION: Type = Type { base: Some(&BASE_EXCEPTION), ..Type::new("Exception") };
/// `StopIteration`
pub static STOP_ITERATION: Type = Type { base: Some(&EXCEPTION), getters: raised::FIRST, ..Type::new("StopIteration") };
/// `StopAsyncIteration`
pub static STOP_ASYNC_ITERATION: Type = Type { base: Some(&EXCEPTION), ..Type::new("StopAsyncIteration") };
/// `ArithmeticError`
pub static ARITHMETIC_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("ArithmeticError") };
/// `FloatingPointError`
pub static FLOATING_POINT_ERROR: Type = Type { base: Some(&ARITHMETIC_ERROR), ..Type::new("FloatingPointError") };
/// `OverflowError`
pub static OVERFLOW_ERROR: Type = Type { base: Some(&ARITHMETIC_ERROR), ..Type::new("OverflowError") };
/// `ZeroDivisionError`
pub static ZERO_DIVISION_ERROR: Type = Type { base: Some(&ARITHMETIC_ERROR), ..Type::new("ZeroDivisionError") };
/// `AssertionError`
pub static ASSERTION_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("AssertionError") };
/// `AttributeError`
pub static ATTRIBUTE_ERROR: Type = Type { base: Some(&EXCEPTION), getters: raised::NAMED, ..Type::new("AttributeError") };
/// `BufferError`
pub static BUFFER_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("BufferError") };
/// `EOFError`
pub static EOF_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("EOFError") };
/// `ImportError`
pub static IMPORT_ERROR: Type = Type { base: Some(&EXCEPTION), getters: raised::IMPORT, ..Type::new("ImportError") };
/// `ModuleNotFoundError`
pub static MODULE_NOT_FOUND_ERROR: Type = Type { base: Some(&IMPORT_ERROR), ..Type::new("ModuleNotFoundError") };
/// `LookupError`
pub static LOOKUP_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("LookupError") };
/// `IndexError`
pub static INDEX_ERROR: Type = Type { base: Some(&LOOKUP_ERROR), ..Type::new("IndexError") };
/// `KeyError`
pub static KEY_ERROR: Type = Type { base: Some(&LOOKUP_ERROR), ..Type::new("KeyError") };
/// `MemoryError`
pub static MEMORY_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("MemoryError") };
/// `NameError`
pub static NAME_ERROR: Type = Type { base: Some(&EXCEPTION), getters: raised::NAMED, ..Type::new("NameError") };
/// `UnboundLocalError`
pub static UNBOUND_LOCAL_ERROR: Type = Type { base: Some(&NAME_ERROR), ..Type::new("UnboundLocalError") };
/// `OSError`
pub static OS_ERROR: Type = Type { base: Some(&EXCEPTION), getters: raised::OS, ..Type::new("OSError") };
/// `ConnectionError`
pub static CONNECTION_ERROR: Type = Type { base: Some(&OS_ERROR), ..Type::new("ConnectionError") };
/// `FileNotFoundError`
pub static FILE_NOT_FOUND_ERROR: Type = Type { base: Some(&OS_ERROR), ..Type::new("FileNotFoundError") };
/// `PermissionError`
pub static PERMISSION_ERROR: Type = Type { base: Some(&OS_ERROR), ..Type::new("PermissionError") };
/// `TimeoutError`
pub static TIMEOUT_ERROR: Type = Type { base: Some(&OS_ERROR), ..Type::new("TimeoutError") };
/// `ReferenceError`
pub static REFERENCE_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("ReferenceError") };
/// `RuntimeError`
pub static RUNTIME_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("RuntimeError") };
/// `NotImplementedError`
pub static NOT_IMPLEMENTED_ERROR: Type = Type { base: Some(&RUNTIME_ERROR), ..Type::new("NotImplementedError") };
/// `RecursionError`
pub static RECURSION_ERROR: Type = Type { base: Some(&RUNTIME_ERROR), ..Type::new("RecursionError") };
/// `SyntaxError`
pub static SYNTAX_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("SyntaxError") };
/// `IndentationError`
pub static INDENTATION_ERROR: Type = Type { base: Some(&SYNTAX_ERROR), ..Type::new("IndentationError") };
/// `SystemError`
pub static SYSTEM_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("SystemError") };
/// `TypeError`
pub static TYPE_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("TypeError") };
/// `ValueError`
pub static VALUE_ERROR: Type = Type { base: Some(&EXCEPTION), ..Type::new("ValueError") };
/// `UnicodeError`
pub static UNICODE_ERROR: Type = Type { base: Some(&VALUE_ERROR), ..Type::new("UnicodeError") };
/// `UnicodeDecodeError`
pub static UNICODE_DECODE_ERROR: Type = Type { base: Some(&UNICODE_ERROR), getters: raised::UNICODE, ..Type::new("UnicodeDecodeError") };
/// `UnicodeEncodeError`
pub static UNICODE_ENCODE_ERROR: Type = Type { base: Some(&UNICODE_ERROR), getters: raised::UNICODE, ..Type::new("UnicodeEncodeError") };
/// `Warning`
pub static WARNING: Type = Type { base: Some(&EXCEPTION), ..Type::new("Warning") };
/// `DeprecationWarning`
pub static DEPRECATION_WARNING: Type = Type { base: Some(&WARNING), ..Type::new("DeprecationWarning") };
/// `UserWarning`
pub static USER_WARNING: Type = Type { base: Some(&WARNING), ..Type::new("UserWarning") };
/// `RuntimeWarning`
pub static RUNTIME_WARNING: Type = Type { base: Some(&WARNING), ..Type::new("RuntimeWarning") };

/// All of them, for looking names up.
pub static ALL: &[&Type] = &[
    &BASE_EXCEPTION,
    &SYSTEM_EXIT,
    &KEYBOARD_INTERRUPT,
    &GENERATOR_EXIT,
    &EXCEPTION,
    &STOP_ITERATION,
    &STOP_ASYNC_ITERATION,
    &ARITHMETIC_ERROR,
    &FLOATING_POINT_ERROR,
    &OVERFLOW_ERROR,
    &ZERO_DIVISION_ERROR,
    &ASSERTION_ERROR,
    &ATTRIBUTE_ERROR,
    &BUFFER_ERROR,
    &EOF_ERROR,
    &IMPORT_ERROR,
    &MODULE_NOT_FOUND_ERROR,
    &LOOKUP_ERROR,
    &INDEX_ERROR,
    &KEY_ERROR,
    &MEMORY_ERROR,
    &NAME_ERROR,
    &UNBOUND_LOCAL_ERROR,
    &OS_ERROR,
    &CONNECTION_ERROR,
    &FILE_NOT_FOUND_ERROR,
    &PERMISSION_ERROR,
    &TIMEOUT_ERROR,
    &REFERENCE_ERROR,
    &RUNTIME_ERROR,
    &NOT_IMPLEMENTED_ERROR,
    &RECURSION_ERROR,
    &SYNTAX_ERROR,
    &INDENTATION_ERROR,
    &SYSTEM_ERROR,
    &TYPE_ERROR,
    &VALUE_ERROR,
    &UNICODE_ERROR,
    &UNICODE_DECODE_ERROR,
    &UNICODE_ENCODE_ERROR,
    &WARNING,
    &DEPRECATION_WARNING,
    &USER_WARNING,
    &RUNTIME_WARNING,
];
