//! What may go on for ever, and one source for several.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use super::ITERTOOL;
use crate::{Args, Result, Spec, Value, Vm, operate::BinaryOp, types::iterator::Iterate};

struct Count {
    next: Value,
    step: Value,
}

pub(super) fn count(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [start, step] = args.bind(&Spec::new("count", 0, ["start", "step"]))?;
    Ok(vm.iterator(&ITERTOOL, Count { next: start.unwrap_or(Value::Int(0)), step: step.unwrap_or(Value::Int(1)) }))
}

impl Iterate for Count {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let next = vm.binary(BinaryOp::Add, &self.next, &self.step)?;
        Ok(Some(std::mem::replace(&mut self.next, next)))
    }
}

struct Cycle {
    source: Option<Value>,
    seen: Vec<Value>,
    at: usize,
}

pub(super) fn cycle(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let source = args.one("cycle")?;
    let source = Some(vm.iterate(&source)?);
    Ok(vm.iterator(&ITERTOOL, Cycle { source, seen: Vec::new(), at: 0 }))
}

impl Iterate for Cycle {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if let Some(source) = &self.source {
            if let Some(item) = vm.next(source)? {
                vm.allocate(size_of::<Value>())?;
                self.seen.push(item.clone());
                return Ok(Some(item));
            }
            self.source = None;
        }
        let item = self.seen.get(self.at).cloned();
        self.at = if self.at + 1 < self.seen.len() { self.at + 1 } else { 0 };
        Ok(item)
    }
}

struct Repeat {
    item: Value,
    left: Option<i64>,
}

pub(super) fn repeat(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [item, times] = args.bind(&Spec::new("repeat", 1, ["object", "times"]))?;
    let left = times.map(|times| super::super::index(vm, &times)).transpose()?;
    Ok(vm.iterator(&ITERTOOL, Repeat { item: item.unwrap_or(Value::None), left }))
}

impl Iterate for Repeat {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        match &mut self.left {
            Some(left) if *left <= 0 => return Ok(None),
            Some(left) => *left -= 1,
            None => {}
        }
        Ok(Some(self.item.clone()))
    }
}

/// One source, and what each of its readers has still to read.
struct Shared {
    source: Value,
    waiting: Vec<VecDeque<Value>>,
}

struct Reader {
    shared: Rc<RefCell<Shared>>,
    number: usize,
}

pub(super) fn tee(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, readers] = args.bind(&Spec::positional("tee", 1, ["iterable", "n"]))?;
    let readers = readers.map_or(Ok(2), |readers| super::super::index(vm, &readers))?;
    let readers = usize::try_from(readers).unwrap_or_default();
    vm.allocate(readers.saturating_mul(64))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    let shared = Rc::new(RefCell::new(Shared { source, waiting: vec![VecDeque::new(); readers] }));
    let readers = (0..readers).map(|number| vm.iterator(&ITERTOOL, Reader { shared: Rc::clone(&shared), number })).collect();
    vm.tuple(readers)
}

impl Iterate for Reader {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let waiting = self.shared.borrow_mut().waiting.get_mut(self.number).and_then(VecDeque::pop_front);
        if waiting.is_some() {
            return Ok(waiting);
        }
        let source = self.shared.borrow().source.clone();
        let Some(item) = vm.next(&source)? else { return Ok(None) };
        let mut shared = self.shared.borrow_mut();
        vm.allocate(shared.waiting.len() * size_of::<Value>())?;
        for (number, queue) in shared.waiting.iter_mut().enumerate() {
            if number != self.number {
                queue.push_back(item.clone());
            }
        }
        Ok(Some(item))
    }
}
