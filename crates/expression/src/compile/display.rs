//! Literals and displays of lists, tuples, sets and dictionaries; operators.

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{self as ast, Expr, Number, Operator};

use super::{Compiler, unit::fit};
use crate::{
    code::{Constant, Op},
    operate::BinaryOp,
};

/// Most operands that are pushed before they become a container.
const WIDE: usize = 64;

pub(super) fn operator(operator: Operator) -> BinaryOp {
    match operator {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Subtract,
        Operator::Mult => BinaryOp::Multiply,
        Operator::MatMult => BinaryOp::MatrixMultiply,
        Operator::Div => BinaryOp::Divide,
        Operator::Mod => BinaryOp::Modulo,
        Operator::Pow => BinaryOp::Power,
        Operator::LShift => BinaryOp::ShiftLeft,
        Operator::RShift => BinaryOp::ShiftRight,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}

/// The value of a literal, if it is one.
pub(super) fn literal(expression: &Expr) -> Option<Constant> {
    Some(match expression {
        Expr::NoneLiteral(_) => Constant::None,
        Expr::EllipsisLiteral(_) => Constant::Ellipsis,
        Expr::BooleanLiteral(literal) => Constant::Bool(literal.value),
        Expr::StringLiteral(literal) => Constant::Str(literal.value.to_str().into()),
        Expr::BytesLiteral(literal) => Constant::Bytes(literal.value.iter().flat_map(|part| part.value.iter().copied()).collect()),
        Expr::NumberLiteral(literal) => number(&literal.value),
        _ => return None,
    })
}

fn number(number: &Number) -> Constant {
    match number {
        Number::Float(number) => Constant::Float(*number),
        Number::Complex { .. } => Constant::None,
        Number::Int(whole) => match whole.as_i64() {
            Some(whole) => Constant::Int(whole),
            None => {
                let text = whole.to_string().replace('_', "").to_lowercase();
                let (digits, radix) = [("0x", 16), ("0o", 8), ("0b", 2)]
                    .iter()
                    .find_map(|(prefix, radix)| Some((text.strip_prefix(prefix)?, *radix)))
                    .unwrap_or((&text, 10));
                BigInt::from_str_radix(digits, radix).map_or(Constant::None, Constant::Big)
            }
        },
    }
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn list(&mut self, items: &'a [Expr]) {
        self.items(items, Op::List, Op::Append(0), Op::Extend);
    }

    pub(super) fn tuple(&mut self, items: &'a [Expr]) {
        match items.len() <= WIDE && !items.iter().any(Expr::is_starred_expr) {
            true => self.items(items, Op::Tuple, Op::Append(0), Op::Extend),
            false => {
                self.list(items);
                self.emit(Op::TupleOf);
            }
        }
    }

    pub(super) fn set(&mut self, items: &'a [Expr]) {
        self.items(items, Op::Set, Op::Add(0), Op::Update);
    }

    fn items(&mut self, items: &'a [Expr], make: fn(u32) -> Op, add: Op, extend: Op) {
        if items.len() <= WIDE && !items.iter().any(Expr::is_starred_expr) {
            items.iter().for_each(|item| self.expression(item));
            return self.emit(make(fit(items.len())));
        }
        self.emit(make(0));
        for item in items {
            match item {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(extend);
                }
                item => {
                    self.expression(item);
                    self.emit(add);
                }
            }
        }
    }

    pub(super) fn dict(&mut self, items: &'a [ast::DictItem]) {
        let plain = items.len() <= WIDE && items.iter().all(|item| item.key.is_some());
        if !plain {
            self.emit(Op::Dict(0));
        }
        for item in items {
            match &item.key {
                Some(key) => {
                    self.expression(key);
                    self.expression(&item.value);
                    if !plain {
                        self.emit(Op::Put(0));
                    }
                }
                None => {
                    self.expression(&item.value);
                    self.emit(Op::Update);
                }
            }
        }
        if plain {
            self.emit(Op::Dict(fit(items.len())));
        }
    }
}
