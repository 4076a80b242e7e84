//! Looking for a pattern: with a stack of what else could be tried. Every step is paid for, and so is the stack.

use super::{
    compile::Inst,
    search::{Entry, Found, NOWHERE, Search},
    syntax::{Assert, Class, Kind, fold},
};
use crate::{Result, Vm};

/// How much is done between two payments: a character that is compared counts 1, an instruction 4.
const BATCH: usize = 4096;
/// How much of that is one step of the budget.
const PER_STEP: usize = 16;

struct Matcher<'m, 's, 'h> {
    vm: &'m mut Vm<'h>,
    search: Search<'s>,
    stack: Vec<Entry>,
    slots: Vec<usize>,
    registers: Vec<usize>,
    last: usize,
    spent: usize,
    paid: usize,
    begun: usize,
}

/// Looks for it.
pub(super) fn find(vm: &mut Vm<'_>, search: Search<'_>) -> Result<Option<Found>> {
    let slots = 2 * search.program.groups + 2;
    vm.allocate(8 * (slots + search.program.registers))?;
    let mut matcher = Matcher {
        vm,
        search,
        stack: Vec::new(),
        slots: vec![NOWHERE; slots],
        registers: vec![NOWHERE; search.program.registers],
        last: 0,
        spent: 0,
        paid: 0,
        begun: search.start,
    };
    let found = matcher.scan()?;
    let rest = matcher.spent / PER_STEP;
    matcher.vm.work(1 + rest)?;
    Ok(if found { Some(Found { slots: matcher.slots, last: matcher.last }) } else { None })
}

impl Matcher<'_, '_, '_> {
    fn scan(&mut self) -> Result<bool> {
        let Search { program, subject, start, end, here, .. } = self.search;
        for place in start..=end {
            if program.first.is_none_or(|first| place < end && subject.at(place) == Some(first)) {
                self.begun = place;
                if self.run(place)? {
                    return Ok(true);
                }
            }
            if here || program.anchored {
                break;
            }
            self.spend(1)?;
        }
        Ok(false)
    }

    fn spend(&mut self, units: usize) -> Result<()> {
        self.spent += units;
        if self.spent >= BATCH {
            self.vm.work(self.spent / PER_STEP)?;
            self.spent = 0;
        }
        Ok(())
    }

    fn push(&mut self, entry: Entry) -> Result<()> {
        if self.stack.len() == self.paid {
            let more = self.paid.max(32);
            self.vm.allocate(more * size_of::<Entry>())?;
            self.paid += more;
        }
        self.stack.push(entry);
        Ok(())
    }

    fn char(&self, place: usize) -> Option<char> {
        if place < self.search.end { self.search.subject.at(place) } else { None }
    }

    fn register(&self, register: usize) -> usize {
        self.registers.get(register).copied().unwrap_or(NOWHERE)
    }

    fn keep(&mut self, register: usize, value: usize) -> Result<()> {
        self.push(Entry::Register(register, self.register(register)))?;
        if let Some(there) = self.registers.get_mut(register) {
            *there = value;
        }
        Ok(())
    }

    /// Tries from a place on.
    fn run(&mut self, place: usize) -> Result<bool> {
        let (mut pc, mut at) = (0, place);
        self.stack.clear();
        loop {
            self.spend(4)?;
            let next = match self.search.program.code.get(pc) {
                None | Some(Inst::Match) if self.accepted(place, at) => {
                    if let [start, end, ..] = &mut self.slots[..] {
                        (*start, *end) = (place, at);
                    }
                    return Ok(true);
                }
                None | Some(Inst::Match) => None,
                Some(inst) => self.step(inst, pc, at)?,
            };
            let next = match next {
                Some(next) => Some(next),
                None => self.back()?,
            };
            let Some(next) = next else { return Ok(false) };
            (pc, at) = next;
        }
    }

    fn accepted(&self, start: usize, end: usize) -> bool {
        let Search { whole, advance, .. } = self.search;
        (!whole || end == self.search.end) && !(advance && start == self.search.start && end == start)
    }

    /// One instruction: where it goes on, if it fits.
    fn step(&mut self, inst: &Inst, pc: usize, at: usize) -> Result<Option<(usize, usize)>> {
        Ok(match inst {
            Inst::One(one) => self.char(at).filter(|c| one.has(*c)).map(|_| (pc + 1, at + 1)),
            Inst::Many { min, max, kind, .. } => self.many(pc, at, (*min, *max, *kind))?,
            Inst::Assert(assert) => self.holds(*assert, at).then_some((pc + 1, at)),
            Inst::Save(slot) => {
                self.save(*slot, at)?;
                Some((pc + 1, at))
            }
            Inst::Split(first, second) => {
                self.push(Entry::Choice(*second, at))?;
                Some((*first, at))
            }
            Inst::Jump(to) => Some((*to, at)),
            Inst::LoopStart(register) => {
                self.keep(*register, 0)?;
                self.keep(register + 1, NOWHERE)?;
                Some((pc + 1, at))
            }
            Inst::Loop { register, min, max, kind, exit } => self.again(pc, at, (*register, *min, *max, *kind, *exit))?,
            Inst::LoopMore(register) => {
                self.keep(register + 1, at)?;
                Some((pc + 1, at))
            }
            Inst::LoopEnter(register) => {
                self.keep(*register, self.register(*register).saturating_add(1))?;
                Some((pc + 1, at))
            }
            Inst::LookStart { register, behind, absent } => self.look(pc, at, (*register, *behind, *absent))?,
            Inst::LookEnd { register, negated } => {
                let place = self.register(register + 1);
                self.cut(*register, *negated)?;
                (!negated).then_some((pc + 1, place))
            }
            Inst::AtomicStart(register) => {
                let height = self.stack.len();
                self.keep(*register, height)?;
                Some((pc + 1, at))
            }
            Inst::AtomicEnd(register) => {
                self.cut(*register, false)?;
                Some((pc + 1, at))
            }
            Inst::Back { group, fold } => self.same(*group, *fold, at)?.map(|end| (pc + 1, end)),
            Inst::Unless(group, otherwise) => {
                let (start, end) = self.group(*group);
                Some((if start == NOWHERE || end == NOWHERE { *otherwise } else { pc + 1 }, at))
            }
            Inst::Match => None,
        })
    }

    fn group(&self, group: usize) -> (usize, usize) {
        let slot = |slot: usize| self.slots.get(slot).copied().unwrap_or(NOWHERE);
        (slot(2 * group), slot(2 * group + 1))
    }

    fn save(&mut self, slot: usize, at: usize) -> Result<()> {
        let before = self.slots.get(slot).copied().unwrap_or(NOWHERE);
        self.push(Entry::Slot(slot, before))?;
        if let Some(there) = self.slots.get_mut(slot) {
            *there = at;
        }
        if slot % 2 == 1 {
            self.push(Entry::Last(self.last))?;
            self.last = slot / 2;
        }
        Ok(())
    }

    /// One character several times.
    fn many(&mut self, pc: usize, at: usize, (min, max, kind): (usize, usize, Kind)) -> Result<Option<(usize, usize)>> {
        let wanted = if kind == Kind::Lazy { min } else { max };
        let count = self.count(pc, at, wanted)?;
        if count < min {
            return Ok(None);
        }
        let place = at + count;
        match kind {
            Kind::Greedy if count > min => self.push(Entry::Fewer { then: pc + 1, least: at + min, place })?,
            Kind::Lazy if max > min => self.push(Entry::More { inst: pc, place, left: max - min })?,
            _ => {}
        }
        Ok(Some((pc + 1, place)))
    }

    /// How many characters from a place on fit the instruction.
    fn count(&mut self, pc: usize, at: usize, most: usize) -> Result<usize> {
        let Some(Inst::Many { one, .. }) = self.search.program.code.get(pc) else { return Ok(0) };
        let most = most.min(self.search.end.saturating_sub(at));
        let mut count = 0;
        while count < most && self.char(at + count).is_some_and(|c| one.has(c)) {
            count += 1;
            if count % BATCH == 0 {
                self.spend(BATCH)?;
            }
        }
        self.spend(count % BATCH)?;
        Ok(count)
    }

    fn again(
        &mut self,
        pc: usize,
        at: usize,
        (register, min, max, kind, exit): (usize, usize, usize, Kind, usize),
    ) -> Result<Option<(usize, usize)>> {
        let count = self.register(register);
        if count < min {
            return Ok(Some((pc + 2, at)));
        }
        if count >= max || self.register(register + 1) == at {
            return Ok(Some((exit, at)));
        }
        let (first, second) = if kind == Kind::Lazy { (exit, pc + 1) } else { (pc + 1, exit) };
        self.push(Entry::Choice(second, at))?;
        Ok(Some((first, at)))
    }

    fn look(&mut self, pc: usize, at: usize, (register, behind, absent): (usize, usize, Option<usize>)) -> Result<Option<(usize, usize)>> {
        let Some(place) = at.checked_sub(behind) else { return Ok(absent.map(|absent| (absent, at))) };
        let height = self.stack.len();
        self.keep(register, height)?;
        self.keep(register + 1, at)?;
        if let Some(absent) = absent {
            self.push(Entry::Choice(absent, at))?;
        }
        Ok(Some((pc + 1, place)))
    }

    /// Forgets what else could be tried since the height in a register; also undoes what was changed since, or keeps it to be undone later.
    fn cut(&mut self, register: usize, undo: bool) -> Result<()> {
        let height = self.register(register).min(self.stack.len());
        self.spend(self.stack.len() - height)?;
        if undo {
            while self.stack.len() > height {
                if let Some(entry) = self.stack.pop() {
                    self.undo(&entry);
                }
            }
            return Ok(());
        }
        let mut kept = height;
        for place in height..self.stack.len() {
            if matches!(self.stack.get(place), Some(Entry::Slot(..) | Entry::Register(..) | Entry::Last(_))) {
                self.stack.swap(kept, place);
                kept += 1;
            }
        }
        self.stack.truncate(kept);
        Ok(())
    }

    fn undo(&mut self, entry: &Entry) {
        match entry {
            Entry::Slot(slot, before) => {
                if let Some(there) = self.slots.get_mut(*slot) {
                    *there = *before;
                }
            }
            Entry::Register(register, before) => {
                if let Some(there) = self.registers.get_mut(*register) {
                    *there = *before;
                }
            }
            Entry::Last(before) => self.last = *before,
            Entry::Choice(..) | Entry::Fewer { .. } | Entry::More { .. } => {}
        }
    }

    /// What else could be tried; `None` when that was all.
    fn back(&mut self) -> Result<Option<(usize, usize)>> {
        while let Some(entry) = self.stack.pop() {
            self.spend(1)?;
            match entry {
                Entry::Choice(pc, at) => return Ok(Some((pc, at))),
                Entry::Fewer { then, least, place } => {
                    let place = place - 1;
                    if place > least {
                        self.push(Entry::Fewer { then, least, place })?;
                    }
                    return Ok(Some((then, place)));
                }
                Entry::More { inst, place, left } => {
                    if self.count(inst, place, 1)? == 1 {
                        if left > 1 {
                            self.push(Entry::More { inst, place: place + 1, left: left - 1 })?;
                        }
                        return Ok(Some((inst + 1, place + 1)));
                    }
                }
                other => self.undo(&other),
            }
        }
        Ok(None)
    }

    fn same(&mut self, group: usize, folded: bool, at: usize) -> Result<Option<usize>> {
        let (start, end) = self.group(group);
        if start == NOWHERE || end == NOWHERE {
            return Ok(None);
        }
        let length = end.saturating_sub(start);
        for offset in 0..length {
            self.spend(1)?;
            let (one, two) = (self.char(start + offset), self.char(at + offset));
            if one != two && !(folded && one.map(fold) == two.map(fold)) {
                return Ok(None);
            }
        }
        Ok(Some(at + length))
    }

    fn holds(&self, assert: Assert, at: usize) -> bool {
        let end = self.search.end;
        let before = at.checked_sub(1).and_then(|place| self.char(place));
        match assert {
            Assert::Start => at == 0,
            Assert::LineStart => at == 0 || before == Some('\n'),
            Assert::End => at == end || at + 1 == end && self.char(at) == Some('\n'),
            Assert::LineEnd => at == end || self.char(at) == Some('\n'),
            Assert::VeryEnd => at == end,
            Assert::Word { ascii, negated } => {
                let word = |c: Option<char>| c.is_some_and(|c| Class::Word.has(c, ascii));
                (word(before) != word(self.char(at))) != negated
            }
        }
    }
}
