//! What came back.

use std::any::Any;

use serde_json::Value as Json;
use url::Url;
use vestibule_expression::{Method, Object, Result, Stop, Type, Value, Vm};
use vestibule_outbound::Reply;

use super::{HTTP_ERROR, JSON_ERROR};
use crate::from_json;

static RESPONSE: Type = Type {
    module: "requests",
    methods: &[
        Method { name: "json", call: |vm, response, _| json(vm, response) },
        Method { name: "raise_for_status", call: |_, response, _| raise(response) },
        Method { name: "close", call: |_, _, _| Ok(Value::None) },
    ],
    ..Type::new("Response")
};

/// A reply as a value.
struct Response {
    url: Url,
    reply: Reply,
}

pub(super) fn response(url: Url, reply: Reply) -> Value {
    Value::object(Response { url, reply })
}

fn this(value: &Value) -> Result<&Response> {
    value.downcast::<Response>().ok_or_else(|| Stop::type_error("this method belongs to responses"))
}

fn json(vm: &mut Vm<'_>, response: &Value) -> Result<Value> {
    let body = &this(response)?.reply.body;
    vm.work(body.len() / 16)?;
    vm.allocate(body.len() * 4)?;
    let json: Json = serde_json::from_slice(body).map_err(|error| Stop::raise(&JSON_ERROR, error.to_string()))?;
    from_json(vm, &json)
}

fn raise(response: &Value) -> Result<Value> {
    let Response { url, reply } = this(response)?;
    let (status, reason) = (reply.status.as_u16(), reply.status.canonical_reason().unwrap_or_default());
    match status {
        400..500 => Err(Stop::raise(&HTTP_ERROR, format!("{status} Client Error: {reason} for url: {url}"))),
        500..600 => Err(Stop::raise(&HTTP_ERROR, format!("{status} Server Error: {reason} for url: {url}"))),
        _ => Ok(Value::None),
    }
}

impl Object for Response {
    fn class(&self) -> &'static Type {
        &RESPONSE
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(Some(match name {
            "status_code" => Value::Int(i64::from(self.reply.status.as_u16())),
            "ok" => Value::Bool(self.reply.status.as_u16() < 400),
            "reason" => Value::from(self.reply.status.canonical_reason().unwrap_or_default()),
            "text" => {
                vm.work(self.reply.body.len() / 16)?;
                vm.text(String::from_utf8_lossy(&self.reply.body).into_owned())?
            }
            "content" => vm.bytes(self.reply.body.clone())?,
            "url" => Value::from(self.url.as_str()),
            "encoding" => Value::from("utf-8"),
            "headers" => {
                let pairs = self
                    .reply
                    .headers
                    .iter()
                    .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
                crate::request::query(vm, pairs.collect())?
            }
            _ => return Ok(None),
        }))
    }

    fn truth(&self, _vm: &mut Vm<'_>) -> Result<Option<bool>> {
        Ok(Some(self.reply.status.as_u16() < 400))
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<Response [{}]>", self.reply.status.as_u16()))
    }
}
