//! Comprehensions: functions of their own, whose argument is the iterator of the first `for`.

use ruff_python_ast::{Comprehension, Expr};

use super::{Compiler, walk::key};
use crate::code::{Constant, Op};

impl<'a> Compiler<'a, '_> {
    pub(super) fn comprehension(&mut self, expression: &'a Expr) {
        let (node, name, generators, items, make): (_, _, &'a [Comprehension], Vec<&'a Expr>, _) = match expression {
            Expr::ListComp(list) => (key(list), "<listcomp>", &list.generators, vec![&*list.elt], Some((Op::List(0), Op::Append(0)))),
            Expr::SetComp(set) => (key(set), "<setcomp>", &set.generators, vec![&*set.elt], Some((Op::Set(0), Op::Add(0)))),
            Expr::DictComp(dict) => {
                let items = dict.key.as_deref().into_iter().chain([&*dict.value]).collect();
                (key(dict), "<dictcomp>", &dict.generators, items, Some((Op::Dict(0), Op::Put(0))))
            }
            Expr::Generator(generator) => (key(generator), "<genexpr>", &generator.generators, vec![&*generator.elt], None),
            _ => return,
        };
        let Some((first, others)) = generators.split_first() else { return };
        let Some(scope) = self.walk.by_node.get(&node).copied() else { return };
        self.begin(scope, name);
        self.unit().code.parameters.positional = 1;
        self.unit().code.generator = make.is_none();
        if let Some((empty, _)) = make {
            self.emit(empty);
        }
        self.emit(Op::LoadLocal(0));
        self.loops(first, others, &items, make.map(|(_, add)| add), 1);
        if make.is_none() {
            self.constant(Constant::None);
        }
        self.emit(Op::Return);
        self.end_function(0, 0);
        self.expression(&first.iter);
        self.emit(Op::Iterate);
        let keywords = self.unit().keywords(Vec::new());
        self.emit(Op::Call { count: 1, keywords });
    }

    /// The loops of a comprehension; the first one's iterator lies on top, `depth` iterators above the container.
    fn loops(&mut self, this: &'a Comprehension, others: &'a [Comprehension], items: &[&'a Expr], add: Option<Op>, depth: u32) {
        let (again, end) = (self.unit().label(), self.unit().label());
        self.unit().place(again);
        self.emit(Op::Next(end));
        self.assign_to(&this.target);
        this.ifs.iter().for_each(|condition| self.jump_unless(condition, again));
        match others.split_first() {
            Some((next, others)) => {
                self.expression(&next.iter);
                self.emit(Op::Iterate);
                self.loops(next, others, items, add, depth + 1);
            }
            None => {
                items.iter().for_each(|item| self.expression(item));
                match add {
                    Some(Op::Append(_)) => self.emit(Op::Append(depth)),
                    Some(Op::Add(_)) => self.emit(Op::Add(depth)),
                    Some(_) => self.emit(Op::Put(depth)),
                    None => {
                        self.emit(Op::Yield);
                        self.emit(Op::Pop);
                    }
                }
            }
        }
        self.emit(Op::Jump(again));
        self.unit().place(end);
    }
}
