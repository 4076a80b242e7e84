//! Sorting: stable, by comparisons that may run the program and may fail.

use crate::{Args, Native, Result, Spec, Value, Vm};

pub(super) static FUNCTIONS: &[Native] = &[Native { name: "sorted", call: sorted }];

fn sorted(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [source, key, reverse] = args.bind(&Spec::new("sorted", 1, ["iterable", "key", "reverse"]).then_named(1).unnamed(1))?;
    let items = vm.items(&source.unwrap_or(Value::None))?;
    let reverse = reverse.map_or(Ok(false), |reverse| vm.truth(&reverse))?;
    let items = sort(vm, items, key.as_ref(), reverse)?;
    vm.list(items)
}

/// Sorts: by what a function says of each item, when there is one; backwards, with equal ones still in their order.
pub(crate) fn sort(vm: &mut Vm<'_>, items: Vec<Value>, key: Option<&Value>, reverse: bool) -> Result<Vec<Value>> {
    vm.allocate(items.len() * 3 * size_of::<Value>())?;
    let mut ranked = Vec::with_capacity(items.len());
    for item in items {
        let rank = match key {
            None | Some(Value::None) => item.clone(),
            Some(key) => vm.call(key, Args::of(vec![item.clone()]))?,
        };
        ranked.push((rank, item));
    }
    if reverse {
        ranked.reverse();
    }
    let mut ranked = merge_sort(vm, ranked)?;
    if reverse {
        ranked.reverse();
    }
    Ok(ranked.into_iter().map(|(_, item)| item).collect())
}

type Ranked = (Value, Value);

/// Merges runs of growing length, each comparison a step.
fn merge_sort(vm: &mut Vm<'_>, items: Vec<Ranked>) -> Result<Vec<Ranked>> {
    let mut runs: Vec<Vec<Ranked>> = ascending_runs(vm, items)?;
    while runs.len() > 1 {
        let mut longer = Vec::with_capacity(runs.len().div_ceil(2));
        let mut pairs = runs.into_iter();
        while let Some(one) = pairs.next() {
            longer.push(match pairs.next() {
                Some(two) => merge(vm, one, two)?,
                None => one,
            });
        }
        runs = longer;
    }
    Ok(runs.pop().unwrap_or_default())
}

/// Cuts into pieces that are in order already: a sorted list is one piece.
fn ascending_runs(vm: &mut Vm<'_>, items: Vec<Ranked>) -> Result<Vec<Vec<Ranked>>> {
    let mut runs: Vec<Vec<Ranked>> = Vec::new();
    for item in items {
        vm.work(1)?;
        let goes_on = match runs.last().and_then(|run| run.last()) {
            Some((last, _)) => !vm.less(&item.0, last)?,
            None => false,
        };
        match runs.last_mut() {
            Some(run) if goes_on => run.push(item),
            _ => runs.push(vec![item]),
        }
    }
    Ok(runs)
}

fn merge(vm: &mut Vm<'_>, one: Vec<Ranked>, two: Vec<Ranked>) -> Result<Vec<Ranked>> {
    let mut merged = Vec::with_capacity(one.len() + two.len());
    let (mut one, mut two) = (one.into_iter().peekable(), two.into_iter().peekable());
    while let (Some((left, _)), Some((right, _))) = (one.peek(), two.peek()) {
        vm.work(1)?;
        // Only what is less comes before: equal ones keep their order.
        let next = if vm.less(right, left)? { two.next() } else { one.next() };
        merged.extend(next);
    }
    merged.extend(one);
    merged.extend(two);
    Ok(merged)
}
