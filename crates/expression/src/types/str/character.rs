//! Kinds of characters, as Python has them.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A letter.
pub(crate) fn is_alpha(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    character.general_category_group() == GeneralCategoryGroup::Letter
}

/// A digit of a decimal number, in any script.
pub(crate) fn is_decimal(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_digit();
    }
    character.general_category() == GeneralCategory::DecimalNumber
}

/// The value of a digit of a decimal number. The ten digits of a script follow each other.
pub(crate) fn decimal(character: char) -> Option<u32> {
    if !is_decimal(character) {
        return None;
    }
    if let Some(digit) = character.to_digit(10) {
        return Some(digit);
    }
    let code = u32::from(character);
    let run = (1..50).take_while(|back| char::from_u32(code - back).is_some_and(is_decimal)).last().unwrap_or(0);
    Some(run % 10)
}

/// A digit, also a raised or circled one.
pub(crate) fn is_digit(character: char) -> bool {
    is_decimal(character)
        || matches!(
            u32::from(character),
            0xb2 | 0xb3 | 0xb9 | 0x1369..=0x1371 | 0x19da | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089
                | 0x2460..=0x2468 | 0x2474..=0x247c | 0x2488..=0x2490 | 0x24ea | 0x24f5..=0x24fd | 0x24ff
                | 0x2776..=0x277e | 0x2780..=0x2788 | 0x278a..=0x2792 | 0x10a40..=0x10a43 | 0x10e60..=0x10e68
                | 0x11052..=0x1105a | 0x1f100..=0x1f10a
        )
}

/// Ideographs that stand for numbers.
const IDEOGRAPHS: &str =
    "㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零";

/// Anything that stands for a number.
pub(crate) fn is_numeric(character: char) -> bool {
    character.is_numeric() || is_digit(character) || IDEOGRAPHS.contains(character)
}

/// White space.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\x1c'..='\x1f')
}

/// Has an upper and a lower case.
pub(crate) fn is_cased(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    character.is_lowercase() || character.is_uppercase() || is_title(character)
}

/// A letter of two, of which the first alone is a capital.
pub(crate) fn is_title(character: char) -> bool {
    !character.is_ascii() && character.general_category() == GeneralCategory::TitlecaseLetter
}

/// May begin a name.
pub(crate) fn starts_name(character: char) -> bool {
    character == '_' || is_alpha(character) || character.general_category() == GeneralCategory::LetterNumber
}

/// May be within a name.
pub(crate) fn continues_name(character: char) -> bool {
    starts_name(character)
        || matches!(
            character.general_category(),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::DecimalNumber
                | GeneralCategory::ConnectorPunctuation
        )
        || character == '·'
}

/// As the first letter of a word.
pub(crate) fn title(character: char) -> String {
    match character {
        'Ǆ' | 'ǅ' | 'ǆ' => "ǅ".to_owned(),
        'Ǉ' | 'ǈ' | 'ǉ' => "ǈ".to_owned(),
        'Ǌ' | 'ǋ' | 'ǌ' => "ǋ".to_owned(),
        'Ǳ' | 'ǲ' | 'ǳ' => "ǲ".to_owned(),
        'ŉ' => "ʼN".to_owned(),
        'ა'..='ჿ' => character.to_string(),
        // Greek letters with an iota below have capitals of their own at the beginning of words.
        'ᾀ'..='ᾇ' | 'ᾐ'..='ᾗ' | 'ᾠ'..='ᾧ' => char::from_u32(u32::from(character) + 8).unwrap_or(character).to_string(),
        'ᾳ' | 'ῃ' | 'ῳ' => char::from_u32(u32::from(character) + 9).unwrap_or(character).to_string(),
        _ if is_title(character) => character.to_string(),
        _ => {
            let mut upper = character.to_uppercase();
            let first = upper.next().map(String::from).unwrap_or_default();
            upper.flat_map(char::to_lowercase).fold(first, |mut all, next| {
                all.push(next);
                all
            })
        }
    }
}

/// For comparing without regard to case.
pub(crate) fn fold(character: char, out: &mut String) {
    match character {
        plain if plain.is_ascii() => out.push(plain.to_ascii_lowercase()),
        'ı' | 'Ꭰ'..='Ᏽ' => out.push(character),
        'ẞ' => out.push_str("ss"),
        'ᏸ'..='ᏽ' | 'ꭰ'..='ꮿ' => out.extend(character.to_uppercase()),
        _ => out.extend(character.to_uppercase().flat_map(char::to_lowercase)),
    }
}
