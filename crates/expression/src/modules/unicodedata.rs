//! `unicodedata`: what Unicode says about characters; how `é` becomes `e`.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};
use unicode_properties::{GeneralCategory as Category, UnicodeGeneralCategory};

use super::support::want_text;
use crate::{Args, Module, Native, Result, Spec, Stop, Value, Vm};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "unicodedata",
    functions: &[
        Native { name: "category", call: |_, args| Ok(Value::str(category(character("category", &args.one("category")?)?))) },
        Native {
            name: "combining",
            call: |_, args| Ok(Value::Int(canonical_combining_class(character("combining", &args.one("combining")?)?).into())),
        },
        Native {
            name: "is_normalized",
            call: |vm, args| normalized(vm, args, "is_normalized").map(|(text, same)| Value::Bool(*text == *same)),
        },
        Native { name: "normalize", call: |vm, args| normalized(vm, args, "normalize").and_then(|(_, text)| vm.text(text)) },
    ],
    classes: &[],
    constants: &[],
};

/// The text of the arguments, and what it is in the form that they name.
fn normalized(vm: &mut Vm<'_>, args: Args, name: &'static str) -> Result<(crate::Str, String)> {
    let [form, text] = args.bind(&Spec::positional(name, 2, ["form", "unistr"]))?;
    let form = want_text(name, "1", &form.unwrap_or(Value::None))?;
    let text = want_text(name, "2", &text.unwrap_or(Value::None))?;
    let result = match &*form {
        "NFC" => written(vm, &text, || text.nfc()),
        "NFD" => written(vm, &text, || text.nfd()),
        "NFKC" => written(vm, &text, || text.nfkc()),
        "NFKD" => written(vm, &text, || text.nfkd()),
        _ => Err(Stop::value_error("invalid normalization form")),
    }?;
    Ok((text, result))
}

/// The characters as a text, whose size is found out and paid for first. Marks upon one character wait in memory, too.
fn written<I: Iterator<Item = char>>(vm: &mut Vm<'_>, text: &str, characters: impl Fn() -> I) -> Result<String> {
    vm.work(text.len() / 2 + 1)?;
    vm.allocate(text.len() * 8)?;
    let size = characters().map(char::len_utf8).sum();
    vm.work(size / 4)?;
    vm.allocate(size)?;
    let mut out = String::with_capacity(size);
    out.extend(characters());
    Ok(out)
}

fn character(name: &str, value: &Value) -> Result<char> {
    let text = want_text(name, "1", value)?;
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Stop::type_error(format!("{name}() argument must be a unicode character, not str"))),
    }
}

fn category(character: char) -> &'static str {
    match character.general_category() {
        Category::UppercaseLetter => "Lu",
        Category::LowercaseLetter => "Ll",
        Category::TitlecaseLetter => "Lt",
        Category::ModifierLetter => "Lm",
        Category::OtherLetter => "Lo",
        Category::NonspacingMark => "Mn",
        Category::SpacingMark => "Mc",
        Category::EnclosingMark => "Me",
        Category::DecimalNumber => "Nd",
        Category::LetterNumber => "Nl",
        Category::OtherNumber => "No",
        Category::ConnectorPunctuation => "Pc",
        Category::DashPunctuation => "Pd",
        Category::OpenPunctuation => "Ps",
        Category::ClosePunctuation => "Pe",
        Category::InitialPunctuation => "Pi",
        Category::FinalPunctuation => "Pf",
        Category::OtherPunctuation => "Po",
        Category::MathSymbol => "Sm",
        Category::CurrencySymbol => "Sc",
        Category::ModifierSymbol => "Sk",
        Category::OtherSymbol => "So",
        Category::SpaceSeparator => "Zs",
        Category::LineSeparator => "Zl",
        Category::ParagraphSeparator => "Zp",
        Category::Control => "Cc",
        Category::Format => "Cf",
        Category::Surrogate => "Cs",
        Category::PrivateUse => "Co",
        Category::Unassigned => "Cn",
    }
}
