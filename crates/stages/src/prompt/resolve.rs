//! A prompt as one visitor sees it.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::{
    answer::Asked,
    choices::{self, Choice},
    prompt::{Prompt, PromptType},
    text::{empty, text},
};

/// Works an expression out; `None` when that cannot be done, and then its text stands as it is.
pub(crate) type Evaluator<'a> = &'a dyn Fn(&str) -> Option<Json>;

/// A prompt with its values worked out: a `StagePrompt` of the contract.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Resolved {
    /// Name of the answer.
    pub(crate) field_key: String,
    label: String,
    r#type: String,
    required: bool,
    placeholder: String,
    initial_value: String,
    order: i64,
    sub_text: String,
    choices: Option<Vec<Choice>>,
    /// How the answer is read.
    #[serde(skip)]
    pub(crate) kind: PromptType,
    #[serde(skip)]
    initial: Json,
    #[serde(skip)]
    raw_placeholder: String,
}

impl Resolved {
    /// Works out what a prompt shows to somebody of whom `known` is known (`prompt_data`).
    pub(crate) fn new(prompt: &Prompt, known: &Map<String, Json>, evaluate: Evaluator<'_>) -> Self {
        let placeholder = value(&prompt.placeholder, prompt.placeholder_expression, evaluate);
        let offered = prompt.r#type.has_choices().then(|| choices::choices(prompt, &placeholder, known));
        let mut initial = match known.get(&prompt.field_key) {
            // What somebody said is data: it is never run.
            Some(known) => known.clone(),
            None => value(&prompt.initial_value, prompt.initial_value_expression, evaluate),
        };
        if let Some(offered) = &offered {
            initial = choices::first(offered, &initial);
        }
        Resolved {
            field_key: prompt.field_key.clone(),
            label: prompt.label.clone(),
            r#type: prompt.r#type.to_string(),
            required: prompt.required,
            placeholder: if offered.is_some() { String::new() } else { text(&placeholder) },
            initial_value: text(&initial),
            order: prompt.order,
            sub_text: prompt.sub_text.clone(),
            choices: offered,
            kind: prompt.r#type,
            initial,
            raw_placeholder: prompt.placeholder.clone(),
        }
    }

    /// How an answer to it is read: with an initial value it need not be answered.
    pub(crate) fn asked(&self) -> Asked<'_> {
        let default = (!empty(&self.initial)).then_some(&self.initial);
        Asked { kind: self.kind, required: self.required, default, choices: self.choices.as_deref().unwrap_or_default() }
    }

    /// What counts as the answer whatever the visitor sends; `None` where the visitor's own answer counts.
    pub(crate) fn fixed(&self) -> Option<Json> {
        if !self.kind.is_fixed() || self.kind == PromptType::Separator {
            return None;
        }
        if !empty(&self.initial) {
            return Some(self.initial.clone());
        }
        Some(Json::from(if self.kind.is_shown_only() { self.raw_placeholder.as_str() } else { "" }))
    }
}

fn value(source: &str, expression: bool, evaluate: Evaluator<'_>) -> Json {
    let worked_out = if expression { evaluate(source) } else { None };
    worked_out.unwrap_or_else(|| Json::from(source))
}

#[cfg(test)]
pub(crate) mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use serde_json::json;
    use uuid::Uuid;
    use vestibule_resource::{Nest, Word as _};

    use super::*;

    pub(crate) fn prompt(key: &str, kind: &str) -> Prompt {
        Prompt {
            prompt_uuid: Uuid::nil(),
            name: key.into(),
            field_key: key.into(),
            label: key.to_uppercase(),
            r#type: PromptType::from_word(kind).unwrap(),
            required: true,
            placeholder: String::new(),
            initial_value: String::new(),
            order: 0,
            prompt_stages_obj: Nest,
            sub_text: String::new(),
            placeholder_expression: false,
            initial_value_expression: false,
        }
    }

    pub(crate) fn resolved(prompt: &Prompt, known: &Json) -> Resolved {
        Resolved::new(prompt, known.as_object().unwrap(), &|_| None)
    }

    #[test]
    fn a_prompt_is_shown_as_the_contract_says() {
        let shown = serde_json::to_string(&resolved(&prompt("username", "username"), &json!({}))).unwrap();
        let wanted = concat!(
            r#"{"field_key":"username","label":"USERNAME","type":"username","required":true,"#,
            r#""placeholder":"","initial_value":"","order":0,"sub_text":"","choices":null}"#
        );
        assert_eq!(shown, wanted);
    }

    #[test]
    fn what_is_known_comes_before_the_initial_value_and_is_never_run() {
        let own = Prompt { initial_value: "own".into(), initial_value_expression: true, ..prompt("a", "text") };
        let known = json!({"a": "return 1"});
        let shown = Resolved::new(&own, known.as_object().unwrap(), &|_| Some(json!("run")));
        assert_eq!(shown.initial_value, "return 1");
        let shown = Resolved::new(&own, &Map::new(), &|source| Some(json!(format!("run {source}"))));
        assert_eq!(shown.initial_value, "run own");
        assert_eq!(resolved(&own, &json!({})).initial_value, "own", "without an evaluator the text stands");
    }

    #[test]
    fn choices_come_from_what_is_known_or_are_the_placeholder() {
        let choice = Prompt { placeholder: "only".into(), ..prompt("c", "dropdown") };
        let shown = serde_json::to_value(resolved(&choice, &json!({}))).unwrap();
        assert_eq!((shown["choices"].clone(), shown["placeholder"].clone()), (json!([{"value": "only", "label": "only"}]), json!("")));
        assert_eq!(shown["initial_value"], "only");
        let known = json!({"c__choices": ["x", {"value": 2, "label": "Two"}], "c": 2});
        let shown = serde_json::to_value(resolved(&choice, &known)).unwrap();
        assert_eq!(shown["choices"], json!([{"value": "x", "label": "x"}, {"value": "2", "label": "Two"}]));
        assert_eq!(shown["initial_value"], "2");
        let shown = serde_json::to_value(resolved(&choice, &json!({"c__choices": []}))).unwrap();
        assert_eq!((shown["choices"].clone(), shown["initial_value"].clone()), (json!([]), json!("")));
    }

    #[test]
    fn hidden_and_read_only_values_come_from_the_server() {
        let placed = |kind: &str| Prompt { placeholder: "placed".into(), ..prompt("h", kind) };
        assert_eq!(resolved(&placed("hidden"), &json!({})).fixed(), Some(json!("placed")));
        assert_eq!(resolved(&placed("hidden"), &json!({"h": 5})).fixed(), Some(json!(5)));
        assert_eq!(resolved(&placed("text_read_only"), &json!({})).fixed(), Some(json!("")));
        assert_eq!(resolved(&placed("text"), &json!({})).fixed(), None);
    }
}
