//! Shared variables, members of class bodies.

use std::rc::Rc;

use super::{
    Frame,
    execute::Flow,
    step::{name_at, unbound},
};
use crate::{Result, Stop, Value, Vm, class::Cell, code::Op, exception};

impl Vm<'_> {
    pub(super) fn step_variable(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::StoreCell(slot) => {
                let value = frame.pop();
                if let Some(cell) = cell(frame, slot) {
                    *cell.0.borrow_mut() = Some(value);
                }
            }
            Op::DeleteCell(slot) => {
                let value = cell(frame, slot).and_then(|cell| cell.0.borrow_mut().take());
                value.ok_or_else(|| unbound(frame, slot))?;
            }
            Op::LoadCellItself(slot) => {
                let value = frame.locals.get(slot as usize).cloned().flatten().unwrap_or(Value::None);
                frame.push(value);
            }
            Op::DeleteLocal(slot) => {
                let value = frame.locals.get_mut(slot as usize).and_then(Option::take);
                value.ok_or_else(|| unbound(frame, slot))?;
            }
            op => return self.step_member(frame, op),
        }
        Ok(Flow::Next)
    }

    fn step_member(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::LoadMember { name, global } => {
                let value = match member(frame, name) {
                    Some(value) => value,
                    None => {
                        let globals = Rc::clone(&frame.globals);
                        self.global(&globals, global)?
                    }
                };
                frame.push(value);
            }
            Op::LoadMemberOrCell { name, slot } => {
                let value = member(frame, name).or_else(|| cell(frame, slot).and_then(|cell| cell.0.borrow().clone()));
                let value = value.ok_or_else(|| unbound(frame, slot))?;
                frame.push(value);
            }
            Op::StoreMember(name) => {
                let (value, name) = (frame.pop(), name_at(frame, name));
                self.allocate(72)?;
                if let Some(members) = &frame.members {
                    members.borrow_mut().set_text(name, value);
                }
            }
            Op::DeleteMember(name) => {
                let name = name_at(frame, name);
                let gone = frame.members.as_ref().and_then(|members| members.borrow_mut().remove_text(&name));
                gone.ok_or_else(|| Stop::raise(&exception::NAME_ERROR, format!("name '{name}' is not defined")))?;
            }
            op => return self.step_container(frame, op),
        }
        Ok(Flow::Next)
    }
}

fn cell(frame: &Frame, slot: u32) -> Option<Rc<Cell>> {
    match frame.locals.get(slot as usize) {
        Some(Some(Value::Cell(cell))) => Some(Rc::clone(cell)),
        _ => None,
    }
}

fn member(frame: &Frame, name: u32) -> Option<Value> {
    let name = frame.code.names.get(name as usize)?;
    frame.members.as_ref()?.borrow().text(name).cloned()
}
