//! Expressions. Each pushes one value.

use ruff_python_ast::{self as ast, BoolOp, CmpOp, ConversionFlag, Expr, FStringPart, InterpolatedStringElement, UnaryOp};
use ruff_text_size::Ranged;

use super::{
    Compiler,
    display::{literal, operator},
    unit::{Label, fit},
};
use crate::{
    code::{Constant, Conversion, Op},
    operate::CompareOp,
};

impl<'a> Compiler<'a, '_> {
    pub(super) fn expression(&mut self, expression: &'a Expr) {
        if let Some(constant) = literal(expression) {
            return self.constant(constant);
        }
        match expression {
            Expr::Name(name) => self.load(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                self.at_line(attribute.attr.range.start());
                let name = self.mangled(&attribute.attr);
                let name = self.unit().name(&name);
                self.emit(Op::LoadAttribute(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::LoadItem);
            }
            Expr::Call(call) => self.call(call),
            Expr::BinOp(binary) => {
                self.expression(&binary.left);
                self.expression(&binary.right);
                self.emit(Op::Binary(operator(binary.op)));
            }
            Expr::UnaryOp(unary) => self.unary(unary),
            Expr::BoolOp(chain) => self.chain(chain),
            Expr::Compare(compare) => self.compare(compare),
            Expr::If(choice) => self.choice(choice),
            Expr::List(list) => self.list(&list.elts),
            Expr::Tuple(tuple) => self.tuple(&tuple.elts),
            Expr::Set(set) => self.set(&set.elts),
            Expr::Dict(dict) => self.dict(&dict.items),
            Expr::FString(text) => self.f_string(text),
            Expr::Named(named) => {
                self.expression(&named.value);
                self.emit(Op::Copy(0));
                self.assign_to(&named.target);
            }
            Expr::Slice(slice) => self.slice(slice),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => self.comprehension(expression),
            Expr::Yield(yielded) => {
                self.optional(yielded.value.as_deref());
                self.emit(Op::Yield);
            }
            Expr::YieldFrom(yielded) => {
                self.expression(&yielded.value);
                self.emit(Op::Delegate);
                self.constant(Constant::None);
                let (again, end) = (self.unit().label(), self.unit().label());
                self.unit().place(again);
                self.emit(Op::Send(end));
                self.emit(Op::Yield);
                self.emit(Op::Jump(again));
                self.unit().place(end);
            }
            _ => self.refuse("can't use this expression here", expression.start()),
        }
    }

    /// The line of the next instructions, within an expression of several lines.
    pub(super) fn at_line(&mut self, at: ruff_text_size::TextSize) {
        let line = self.lines.line(at);
        self.unit().line = line;
    }

    fn optional(&mut self, expression: Option<&'a Expr>) {
        match expression {
            Some(expression) => self.expression(expression),
            None => self.constant(Constant::None),
        }
    }

    fn unary(&mut self, unary: &'a ast::ExprUnaryOp) {
        if let (UnaryOp::USub, Some(Constant::Int(number))) = (unary.op, literal(&unary.operand)) {
            return self.constant(Constant::Int(-number));
        }
        self.expression(&unary.operand);
        self.emit(match unary.op {
            UnaryOp::Not => Op::Not,
            UnaryOp::USub => Op::Negative,
            UnaryOp::UAdd => Op::Positive,
            UnaryOp::Invert => Op::Invert,
        });
    }

    fn chain(&mut self, chain: &'a ast::ExprBoolOp) {
        let end = self.unit().label();
        let Some((last, others)) = chain.values.split_last() else { return };
        for value in others {
            self.expression(value);
            self.emit(match chain.op {
                BoolOp::And => Op::JumpIfFalseOrPop(end),
                BoolOp::Or => Op::JumpIfTrueOrPop(end),
            });
        }
        self.expression(last);
        self.unit().place(end);
    }

    fn compare(&mut self, compare: &'a ast::ExprCompare) {
        let (clean, end) = (self.unit().label(), self.unit().label());
        let count = compare.ops.len();
        self.expression(&compare.left);
        for (place, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            self.expression(right);
            let last = place + 1 == count;
            if !last {
                self.emit(Op::Copy(0));
                self.emit(Op::Sink(2));
            }
            self.emit(comparison(*op));
            if !last {
                self.emit(Op::JumpIfFalseOrPop(clean));
            }
        }
        if count > 1 {
            self.emit(Op::Jump(end));
            self.unit().place(clean);
            self.emit(Op::Sink(1));
            self.emit(Op::Pop);
            self.unit().place(end);
        }
    }

    fn choice(&mut self, choice: &'a ast::ExprIf) {
        let (otherwise, end) = (self.unit().label(), self.unit().label());
        self.jump_unless(&choice.test, otherwise);
        self.expression(&choice.body);
        self.emit(Op::Jump(end));
        self.unit().place(otherwise);
        self.expression(&choice.orelse);
        self.unit().place(end);
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice) {
        self.optional(slice.lower.as_deref());
        self.optional(slice.upper.as_deref());
        self.optional(slice.step.as_deref());
        self.emit(Op::Slice);
    }

    /// Jumps when an expression is false, without making a value of `and`, `or` and `not`.
    pub(super) fn jump_unless(&mut self, test: &'a Expr, target: Label) {
        match test {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => self.jump_if(&unary.operand, target),
            Expr::BoolOp(chain) if chain.op == BoolOp::And => chain.values.iter().for_each(|value| self.jump_unless(value, target)),
            Expr::BoolOp(chain) => {
                let Some((last, others)) = chain.values.split_last() else { return };
                let fine = self.unit().label();
                others.iter().for_each(|value| self.jump_if(value, fine));
                self.jump_unless(last, target);
                self.unit().place(fine);
            }
            test => {
                self.expression(test);
                self.emit(Op::JumpIfFalse(target));
            }
        }
    }

    /// Jumps when an expression is true.
    pub(super) fn jump_if(&mut self, test: &'a Expr, target: Label) {
        match test {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => self.jump_unless(&unary.operand, target),
            Expr::BoolOp(chain) if chain.op == BoolOp::Or => chain.values.iter().for_each(|value| self.jump_if(value, target)),
            Expr::BoolOp(chain) => {
                let Some((last, others)) = chain.values.split_last() else { return };
                let not = self.unit().label();
                others.iter().for_each(|value| self.jump_unless(value, not));
                self.jump_if(last, target);
                self.unit().place(not);
            }
            test => {
                self.expression(test);
                self.emit(Op::JumpIfTrue(target));
            }
        }
    }

    fn f_string(&mut self, text: &'a ast::ExprFString) {
        let mut parts = 0;
        for part in text.value.as_slice() {
            match part {
                FStringPart::Literal(literal) if literal.value.is_empty() => {}
                FStringPart::Literal(literal) => {
                    self.constant(Constant::Str((&*literal.value).into()));
                    parts += 1;
                }
                FStringPart::FString(text) => parts += self.elements(text.elements.iter()),
            }
        }
        self.emit(Op::Join(parts));
    }

    fn elements(&mut self, elements: impl Iterator<Item = &'a InterpolatedStringElement>) -> u32 {
        let mut parts = 0;
        for element in elements {
            parts += match element {
                InterpolatedStringElement::Literal(literal) => {
                    self.constant(Constant::Str((&*literal.value).into()));
                    1
                }
                InterpolatedStringElement::Interpolation(element) => self.interpolation(element),
            };
        }
        parts
    }

    fn interpolation(&mut self, element: &'a ast::InterpolatedElement) -> u32 {
        if let Some(text) = &element.debug_text {
            self.constant(Constant::Str(text.as_str().into()));
        }
        self.expression(&element.expression);
        if let Some(spec) = &element.format_spec {
            let parts = self.elements(spec.elements.iter());
            self.emit(Op::Join(parts));
        }
        let conversion = match element.conversion {
            ConversionFlag::None if element.debug_text.is_some() && element.format_spec.is_none() => Conversion::Repr,
            ConversionFlag::None => Conversion::None,
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
        };
        self.emit(Op::Format { conversion, spec: element.format_spec.is_some() });
        fit(1 + usize::from(element.debug_text.is_some()))
    }
}

fn comparison(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::Compare(CompareOp::Equal),
        CmpOp::NotEq => Op::Compare(CompareOp::NotEqual),
        CmpOp::Lt => Op::Compare(CompareOp::Less),
        CmpOp::LtE => Op::Compare(CompareOp::LessEqual),
        CmpOp::Gt => Op::Compare(CompareOp::Greater),
        CmpOp::GtE => Op::Compare(CompareOp::GreaterEqual),
        CmpOp::Is => Op::Is,
        CmpOp::IsNot => Op::IsNot,
        CmpOp::In => Op::In,
        CmpOp::NotIn => Op::NotIn,
    }
}
