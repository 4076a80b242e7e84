//! What operators are called: in messages, and as special methods.

use super::{BinaryOp, CompareOp};

impl BinaryOp {
    /// As it is written.
    pub fn symbol(self) -> &'static str {
        self.names().0
    }

    /// The special method of the left operand.
    pub fn method(self) -> &'static str {
        self.names().1
    }

    /// The special method of the right operand.
    pub fn reflected(self) -> &'static str {
        self.names().2
    }

    /// The special method for changing in place.
    pub fn in_place(self) -> &'static str {
        self.names().3
    }

    const fn names(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            BinaryOp::Add => ("+", "__add__", "__radd__", "__iadd__"),
            BinaryOp::Subtract => ("-", "__sub__", "__rsub__", "__isub__"),
            BinaryOp::Multiply => ("*", "__mul__", "__rmul__", "__imul__"),
            BinaryOp::MatrixMultiply => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
            BinaryOp::Divide => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
            BinaryOp::FloorDivide => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
            BinaryOp::Modulo => ("%", "__mod__", "__rmod__", "__imod__"),
            BinaryOp::Power => ("**", "__pow__", "__rpow__", "__ipow__"),
            BinaryOp::ShiftLeft => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
            BinaryOp::ShiftRight => (">>", "__rshift__", "__rrshift__", "__irshift__"),
            BinaryOp::And => ("&", "__and__", "__rand__", "__iand__"),
            BinaryOp::Or => ("|", "__or__", "__ror__", "__ior__"),
            BinaryOp::Xor => ("^", "__xor__", "__rxor__", "__ixor__"),
        }
    }
}

impl CompareOp {
    /// As it is written.
    pub fn symbol(self) -> &'static str {
        self.names().0
    }

    /// The special method.
    pub fn method(self) -> &'static str {
        self.names().1
    }

    /// The same comparison with the operands changed over.
    #[must_use]
    pub fn reflected(self) -> Self {
        match self {
            CompareOp::Less => CompareOp::Greater,
            CompareOp::LessEqual => CompareOp::GreaterEqual,
            CompareOp::Greater => CompareOp::Less,
            CompareOp::GreaterEqual => CompareOp::LessEqual,
            same => same,
        }
    }

    /// What it says about an order.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Equal => order.is_eq(),
            CompareOp::NotEqual => order.is_ne(),
            CompareOp::Less => order.is_lt(),
            CompareOp::LessEqual => order.is_le(),
            CompareOp::Greater => order.is_gt(),
            CompareOp::GreaterEqual => order.is_ge(),
        }
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            CompareOp::Equal => ("==", "__eq__"),
            CompareOp::NotEqual => ("!=", "__ne__"),
            CompareOp::Less => ("<", "__lt__"),
            CompareOp::LessEqual => ("<=", "__le__"),
            CompareOp::Greater => (">", "__gt__"),
            CompareOp::GreaterEqual => (">=", "__ge__"),
        }
    }
}
