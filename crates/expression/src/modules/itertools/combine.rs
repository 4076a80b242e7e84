//! All ways to choose. One at a time: their number explodes, and each is paid for when it is asked for.

use super::ITERTOOL;
use crate::{Args, Result, Spec, Stop, Value, Vm, types::iterator::Iterate};

/// How indices go from one choice to the next.
type Advance = fn(&mut Choices) -> bool;

struct Choices {
    pools: Vec<Vec<Value>>,
    indices: Vec<usize>,
    advance: Advance,
    fresh: bool,
    over: bool,
}

impl Iterate for Choices {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if self.over {
            return Ok(None);
        }
        vm.work(self.indices.len())?;
        if !std::mem::take(&mut self.fresh) && !(self.advance)(self) {
            self.over = true;
            return Ok(None);
        }
        let pool = |place: usize| self.pools.get(place).or_else(|| self.pools.first());
        let items = self.indices.iter().enumerate().filter_map(|(place, index)| pool(place)?.get(*index).cloned());
        let items = items.collect();
        vm.tuple(items).map(Some)
    }
}

fn choices(vm: &mut Vm<'_>, pools: Vec<Vec<Value>>, indices: Vec<usize>, advance: Advance, over: bool) -> Value {
    vm.iterator(&ITERTOOL, Choices { pools, indices, advance, fresh: true, over })
}

pub(super) fn product(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [repeat] = Args { positional: Vec::new(), named: args.named }.bind(&Spec::new("product", 0, ["repeat"]))?;
    let repeat = repeat.map_or(Ok(1), |repeat| super::super::index(vm, &repeat))?;
    let repeat = usize::try_from(repeat).map_err(|_| Stop::value_error("repeat argument cannot be negative"))?;
    let mut once = Vec::new();
    for source in &args.positional {
        once.push(vm.items(source)?);
    }
    let size: usize = once.iter().map(Vec::len).sum::<usize>().saturating_add(once.len());
    vm.allocate(size.saturating_mul(repeat).saturating_mul(size_of::<Value>()))?;
    let count = once.len() * repeat;
    let pools: Vec<_> = once.into_iter().cycle().take(count).collect();
    let over = pools.iter().any(Vec::is_empty);
    let indices = vec![0; pools.len()];
    Ok(choices(vm, pools, indices, next_product, over))
}

fn next_product(choices: &mut Choices) -> bool {
    for (index, pool) in choices.indices.iter_mut().zip(&choices.pools).rev() {
        *index += 1;
        if *index < pool.len() {
            return true;
        }
        *index = 0;
    }
    false
}

/// The pool, and how many of it are chosen at a time.
fn read(vm: &mut Vm<'_>, args: Args, name: &'static str, required: usize) -> Result<(Vec<Value>, usize)> {
    let [source, size] = args.bind(&Spec::new(name, required, ["iterable", "r"]))?;
    let pool = vm.items(&source.unwrap_or(Value::None))?;
    let size = match size {
        None | Some(Value::None) => pool.len(),
        Some(size) => usize::try_from(super::super::index(vm, &size)?).map_err(|_| Stop::value_error("r must be non-negative"))?,
    };
    vm.allocate(size.saturating_mul(16))?;
    Ok((pool, size))
}

pub(super) fn combinations(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let (pool, size) = read(vm, args, "combinations", 2)?;
    let over = size > pool.len();
    Ok(choices(vm, vec![pool], (0..size).collect(), next_combination, over))
}

fn next_combination(choices: &mut Choices) -> bool {
    let (most, size) = (choices.pools.first().map_or(0, Vec::len), choices.indices.len());
    let free = choices.indices.iter().enumerate().rposition(|(place, index)| *index != place + most - size);
    let Some(free) = free else { return false };
    let first = choices.indices.get(free).map_or(0, |index| index + 1);
    for (next, index) in (first..).zip(choices.indices.iter_mut().skip(free)) {
        *index = next;
    }
    true
}

pub(super) fn combinations_with_replacement(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let (pool, size) = read(vm, args, "combinations_with_replacement", 2)?;
    let over = pool.is_empty() && size > 0;
    Ok(choices(vm, vec![pool], vec![0; size], next_with_replacement, over))
}

fn next_with_replacement(choices: &mut Choices) -> bool {
    let most = choices.pools.first().map_or(0, Vec::len);
    let Some(free) = choices.indices.iter().rposition(|index| index + 1 != most) else { return false };
    let next = choices.indices.get(free).map_or(0, |index| index + 1);
    for index in choices.indices.iter_mut().skip(free) {
        *index = next;
    }
    true
}

pub(super) fn permutations(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let (pool, size) = read(vm, args, "permutations", 1)?;
    let (count, over) = (pool.len(), size > pool.len());
    // All indices are kept; only the first ones are given.
    let cycles = (0..size).map(|place| count.saturating_sub(place)).collect();
    vm.allocate(count * 16)?;
    let state = Permutations { order: (0..count).collect(), size, cycles, pool, fresh: true, over };
    Ok(vm.iterator(&ITERTOOL, state))
}

struct Permutations {
    pool: Vec<Value>,
    order: Vec<usize>,
    size: usize,
    cycles: Vec<usize>,
    fresh: bool,
    over: bool,
}

impl Permutations {
    fn advance(&mut self) -> bool {
        let count = self.order.len();
        for place in (0..self.size).rev() {
            let Some(left) = self.cycles.get_mut(place) else { return false };
            *left -= 1;
            if *left == 0 {
                *left = count - place;
                if let Some(rest) = self.order.get_mut(place..) {
                    rest.rotate_left(1);
                }
            } else {
                let other = count - *left;
                self.order.swap(place, other);
                return true;
            }
        }
        false
    }
}

impl Iterate for Permutations {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        if self.over {
            return Ok(None);
        }
        vm.work(self.order.len())?;
        if !std::mem::take(&mut self.fresh) && !self.advance() {
            self.over = true;
            return Ok(None);
        }
        let items = self.order.iter().take(self.size).filter_map(|index| self.pool.get(*index).cloned()).collect();
        vm.tuple(items).map(Some)
    }
}
