//! Items together: neighbours, batches, groups, and several sources at once.

use std::{cell::RefCell, rc::Rc};

use super::ITERTOOL;
use crate::{Args, Result, Spec, Stop, Value, Vm, types::iterator::Iterate};

struct Pairwise {
    source: Value,
    last: Option<Value>,
}

pub(super) fn pairwise(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let source = args.one("pairwise")?;
    let source = vm.iterate(&source)?;
    Ok(vm.iterator(&ITERTOOL, Pairwise { source, last: None }))
}

impl Iterate for Pairwise {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let last = match self.last.take() {
            Some(last) => last,
            None => match vm.next(&self.source)? {
                Some(first) => first,
                None => return Ok(None),
            },
        };
        let Some(item) = vm.next(&self.source)? else { return Ok(None) };
        self.last = Some(item.clone());
        vm.tuple(vec![last, item]).map(Some)
    }
}

struct Batched {
    source: Value,
    size: usize,
}

pub(super) fn batched(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, size] = args.bind(&Spec::new("batched", 2, ["iterable", "n"]))?;
    let size = size.and_then(|size| size.as_int()).and_then(|size| usize::try_from(size).ok()).filter(|size| *size > 0);
    let size = size.ok_or_else(|| Stop::value_error("n must be at least one"))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    Ok(vm.iterator(&ITERTOOL, Batched { source, size }))
}

impl Iterate for Batched {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let mut batch = Vec::new();
        while batch.len() < self.size {
            let Some(item) = vm.next(&self.source)? else { break };
            vm.allocate(size_of::<Value>())?;
            batch.push(item);
        }
        if batch.is_empty() { Ok(None) } else { vm.tuple(batch).map(Some) }
    }
}

struct ZipLongest {
    sources: Vec<Option<Value>>,
    fill: Value,
}

pub(super) fn zip_longest(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [fill] = Args { positional: Vec::new(), named: args.named }.bind(&Spec::new("zip_longest", 0, ["fillvalue"]))?;
    let sources = args.positional.iter().map(|source| vm.iterate(source).map(Some)).collect::<Result<_>>()?;
    Ok(vm.iterator(&ITERTOOL, ZipLongest { sources, fill: fill.unwrap_or(Value::None) }))
}

impl Iterate for ZipLongest {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let mut items = Vec::with_capacity(self.sources.len());
        for place in &mut self.sources {
            let item = match place {
                Some(source) => vm.next(source)?,
                None => None,
            };
            if item.is_none() {
                *place = None;
            }
            items.push(item.unwrap_or_else(|| self.fill.clone()));
        }
        if self.sources.iter().all(Option::is_none) { Ok(None) } else { vm.tuple(items).map(Some) }
    }
}

/// A source whose items are looked at before they are taken.
struct Keyed {
    source: Value,
    key: Option<Value>,
    /// The item that is next, with its key.
    ahead: Option<(Value, Value)>,
    /// Key of the group that is being read.
    group: Option<Value>,
}

impl Keyed {
    /// Looks at the next item.
    fn look(shared: &Rc<RefCell<Keyed>>, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if let Some((_, key)) = &shared.borrow().ahead {
            return Ok(Some(key.clone()));
        }
        let (source, function) = (shared.borrow().source.clone(), shared.borrow().key.clone());
        let Some(item) = vm.next(&source)? else { return Ok(None) };
        let key = match function {
            Some(function) => vm.call(&function, Args::of(vec![item.clone()]))?,
            None => item.clone(),
        };
        shared.borrow_mut().ahead = Some((item, key.clone()));
        Ok(Some(key))
    }

    /// The next item, if it is still in the group with that key.
    fn take(shared: &Rc<RefCell<Keyed>>, vm: &mut Vm<'_>, group: &Value) -> Result<Option<Value>> {
        let Some(key) = Keyed::look(shared, vm)? else { return Ok(None) };
        if !vm.equal(&key, group)? {
            return Ok(None);
        }
        Ok(shared.borrow_mut().ahead.take().map(|(item, _)| item))
    }
}

struct Groups(Rc<RefCell<Keyed>>);

struct Group {
    shared: Rc<RefCell<Keyed>>,
    key: Value,
    over: bool,
}

pub(super) fn groupby(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, key] = args.bind(&Spec::new("groupby", 1, ["iterable", "key"]))?;
    let source = vm.iterate(&source.unwrap_or(Value::None))?;
    let keyed = Keyed { source, key: key.filter(|key| !key.is_none()), ahead: None, group: None };
    Ok(vm.iterator(&ITERTOOL, Groups(Rc::new(RefCell::new(keyed)))))
}

impl Iterate for Groups {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let before = self.0.borrow_mut().group.take();
        if let Some(before) = before {
            while Keyed::take(&self.0, vm, &before)?.is_some() {}
        }
        let Some(key) = Keyed::look(&self.0, vm)? else { return Ok(None) };
        self.0.borrow_mut().group = Some(key.clone());
        let group = vm.iterator(&ITERTOOL, Group { shared: Rc::clone(&self.0), key: key.clone(), over: false });
        vm.tuple(vec![key, group]).map(Some)
    }
}

impl Iterate for Group {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        // A group that is no longer the current one is over.
        let current = self.shared.borrow().group.as_ref().is_some_and(|group| group.is(&self.key));
        if self.over || !current {
            return Ok(None);
        }
        let item = Keyed::take(&self.shared, vm, &self.key)?;
        self.over = item.is_none();
        Ok(item)
    }
}
