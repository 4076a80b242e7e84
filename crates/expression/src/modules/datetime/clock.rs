//! `time`: a time of day.

use std::any::Any;

use super::{
    calendar::{self, DAY},
    delta::Delta,
    format, parse, zone,
};
use crate::{
    Args, Method, Native, Object, Result, Spec, Stop, Type, Value, Vm,
    class::{Constant, Getter},
    modules::support::{int_or, this},
    operate::CompareOp,
};

/// `datetime.time`
pub(super) static TIME: Type = Type {
    module: "datetime",
    new: Some(new),
    methods: &[
        Method { name: "isoformat", call: isoformat },
        Method { name: "strftime", call: format::method },
        Method { name: "replace", call: replace },
        Method {
            name: "utcoffset",
            call: |_, value, args| args.none("utcoffset").and_then(|()| me(value)?.offset().map_or(Ok(Value::None), Delta::value)),
        },
        Method {
            name: "tzname",
            call: |_, value, args| args.none("tzname").and_then(|()| Ok(me(value)?.name().map_or(Value::None, Value::from))),
        },
        Method { name: "dst", call: |_, _, args| args.none("dst").map(|()| Value::None) },
        Method { name: "__format__", call: |vm, value, args| args.one("__format__").and_then(|spec| format::shown(vm, value, &spec)) },
    ],
    getters: &[
        Getter { name: "hour", get: |_, value| Ok(Value::Int(calendar::clock(me(value)?.micros).0)) },
        Getter { name: "minute", get: |_, value| Ok(Value::Int(calendar::clock(me(value)?.micros).1)) },
        Getter { name: "second", get: |_, value| Ok(Value::Int(calendar::clock(me(value)?.micros).2)) },
        Getter { name: "microsecond", get: |_, value| Ok(Value::Int(calendar::clock(me(value)?.micros).3)) },
        Getter { name: "tzinfo", get: |_, value| Ok(me(value)?.zone.clone().unwrap_or(Value::None)) },
        Getter { name: "fold", get: |_, value| Ok(Value::Int(i64::from(me(value)?.fold))) },
    ],
    functions: &[Native { name: "fromisoformat", call: |_, args| parse::time_value(&args.one("fromisoformat")?) }],
    constants: &[
        Constant { name: "min", get: |_| Ok(Value::object(Clock { micros: 0, zone: None, fold: false })) },
        Constant { name: "max", get: |_| Ok(Value::object(Clock { micros: DAY - 1, zone: None, fold: false })) },
        Constant { name: "resolution", get: |_| Delta::value(1) },
    ],
    ..Type::new("time")
};

/// A time of day.
pub(crate) struct Clock {
    /// Since midnight.
    pub(super) micros: i64,
    pub(super) zone: Option<Value>,
    pub(super) fold: bool,
}

fn me(value: &Value) -> Result<&Clock> {
    this::<Clock>(value, "datetime.time")
}

/// `fold`
pub(super) fn fold(value: Option<Value>, otherwise: bool) -> Result<bool> {
    match int_or(value, i64::from(otherwise))? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Stop::value_error("fold must be either 0 or 1")),
    }
}

fn new(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["hour", "minute", "second", "microsecond", "tzinfo", "fold"];
    let [hour, minute, second, micro, zone, again] = args.bind(&Spec::new("function", 0, names).then_named(5))?;
    let micros = calendar::checked_micros(int_or(hour, 0)?, int_or(minute, 0)?, int_or(second, 0)?, int_or(micro, 0)?)?;
    Ok(Value::object(Clock { micros, zone: zone::zone(zone)?, fold: fold(again, false)? }))
}

fn replace(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let names = ["hour", "minute", "second", "microsecond", "tzinfo", "fold"];
    let [hour, minute, second, micro, zone, again] = args.bind(&Spec::new("replace", 0, names).then_named(5))?;
    let this = me(value)?;
    let old = calendar::clock(this.micros);
    let micros = calendar::checked_micros(int_or(hour, old.0)?, int_or(minute, old.1)?, int_or(second, old.2)?, int_or(micro, old.3)?)?;
    let zone = if zone.is_some() { zone::zone(zone)? } else { this.zone.clone() };
    Ok(Value::object(Clock { micros, zone, fold: fold(again, this.fold)? }))
}

fn isoformat(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [detail] = args.bind(&Spec::new("isoformat", 0, ["timespec"]))?;
    let this = me(value)?;
    let text = iso_text(this.micros, detail.as_ref().and_then(Value::as_str).unwrap_or("auto"))?;
    vm.text(text + &this.offset().map(|offset| zone::offset_text(offset, ":")).unwrap_or_default())
}

/// `10:20:30.000040`, as detailed as wanted.
pub(super) fn iso_text(micros: i64, detail: &str) -> Result<String> {
    let (hour, minute, second, micro) = calendar::clock(micros);
    Ok(match detail {
        "hours" => format!("{hour:02}"),
        "minutes" => format!("{hour:02}:{minute:02}"),
        "auto" if micro == 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        "seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "milliseconds" => format!("{hour:02}:{minute:02}:{second:02}.{:03}", micro / 1000),
        "auto" | "microseconds" => format!("{hour:02}:{minute:02}:{second:02}.{micro:06}"),
        _ => return Err(Stop::value_error("Unknown timespec value")),
    })
}

impl Clock {
    /// Distance from UTC. Zones of the world have none without a day.
    pub(super) fn offset(&self) -> Option<i64> {
        let zone = self.zone.as_ref().filter(|zone| zone.downcast::<zone::Fixed>().is_some())?;
        Some(zone::at_utc(zone, 0).0)
    }

    /// Name of the zone.
    pub(super) fn name(&self) -> Option<String> {
        let zone = self.zone.as_ref().filter(|zone| zone.downcast::<zone::Fixed>().is_some())?;
        Some(zone::at_utc(zone, 0).1)
    }
}

impl Object for Clock {
    fn class(&self) -> &'static Type {
        &TIME
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(other) = other.downcast::<Clock>() else { return Ok(None) };
        let (mine, theirs) = (self.offset(), other.offset());
        if mine.is_some() != theirs.is_some() {
            return match op {
                CompareOp::Equal => Ok(Some(false)),
                CompareOp::NotEqual => Ok(Some(true)),
                _ => Err(Stop::type_error("can't compare offset-naive and offset-aware times")),
            };
        }
        let time = |clock: &Clock, offset: Option<i64>| clock.micros - offset.unwrap_or(0);
        Ok(Some(op.holds(time(self, mine).cmp(&time(other, theirs)))))
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        let offset = self.offset();
        vm.hash(&Value::str(format!("time {} {}", self.micros - offset.unwrap_or(0), offset.is_some()))).map(Some)
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let (hour, minute, second, micro) = calendar::clock(self.micros);
        let mut text = format!("datetime.time({hour}, {minute}");
        if second != 0 || micro != 0 {
            text += &format!(", {second}");
        }
        if micro != 0 {
            text += &format!(", {micro}");
        }
        super::moment::end_of_repr(vm, text, self.zone.as_ref(), self.fold)
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        let text = iso_text(self.micros, "auto")?;
        Ok(Some(text + &self.offset().map(|offset| zone::offset_text(offset, ":")).unwrap_or_default()))
    }

    fn format(&self, vm: &mut Vm<'_>, spec: &str) -> Result<Option<String>> {
        format::text(vm, &format::Parts::of_clock(self), spec).map(Some)
    }
}
