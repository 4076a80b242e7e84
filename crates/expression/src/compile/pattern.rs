//! `match`. A pattern takes the value on top; where it does not match, it jumps, and the value is gone as well.

use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};

use super::{
    Compiler,
    unit::{Label, fit},
};
use crate::{
    Str,
    code::{Constant, Op},
    operate::CompareOp,
};

impl<'a> Compiler<'a, '_> {
    pub(super) fn match_statement(&mut self, statement: &'a ast::StmtMatch) {
        let end = self.unit().label();
        self.expression(&statement.subject);
        self.unit().depth += 1;
        for case in &statement.cases {
            let next = self.unit().label();
            self.at_line(case.range.start());
            self.emit(Op::Copy(0));
            self.pattern(&case.pattern, next);
            if let Some(guard) = &case.guard {
                self.jump_unless(guard, next);
            }
            self.emit(Op::Pop);
            self.unit().depth -= 1;
            self.body(&case.body);
            self.unit().depth += 1;
            self.emit(Op::Jump(end));
            self.unit().place(next);
        }
        self.emit(Op::Pop);
        self.unit().depth -= 1;
        self.unit().place(end);
    }

    fn pattern(&mut self, pattern: &'a Pattern, fail: Label) {
        match pattern {
            Pattern::MatchValue(value) => {
                self.expression(&value.value);
                self.emit(Op::Compare(CompareOp::Equal));
                self.emit(Op::JumpIfFalse(fail));
            }
            Pattern::MatchSingleton(singleton) => {
                self.constant(match singleton.value {
                    Singleton::None => Constant::None,
                    Singleton::True => Constant::Bool(true),
                    Singleton::False => Constant::Bool(false),
                });
                self.emit(Op::Is);
                self.emit(Op::JumpIfFalse(fail));
            }
            Pattern::MatchAs(capture) => self.capture(capture, fail),
            Pattern::MatchOr(alternatives) => self.alternatives(&alternatives.patterns, fail),
            Pattern::MatchSequence(sequence) => self.sequence(&sequence.patterns, fail),
            Pattern::MatchMapping(mapping) => self.mapping(mapping, fail),
            Pattern::MatchClass(class) => self.class_pattern(class, fail),
            Pattern::MatchStar(star) => self.refuse("star pattern is only allowed in a sequence", star.range.start()),
        }
    }

    fn capture(&mut self, capture: &'a ast::PatternMatchAs, fail: Label) {
        match (&capture.pattern, &capture.name) {
            (Some(pattern), Some(name)) => {
                let (wrong, end) = (self.unit().label(), self.unit().label());
                self.emit(Op::Copy(0));
                self.pattern(pattern, wrong);
                self.store(name);
                self.emit(Op::Jump(end));
                self.fail(wrong, fail);
                self.unit().place(end);
            }
            (None, Some(name)) => self.store(name),
            _ => self.emit(Op::Pop),
        }
    }

    /// Where a part does not match: takes one value off, and goes on to where the whole does not.
    fn fail(&mut self, wrong: Label, fail: Label) {
        self.unit().place(wrong);
        self.emit(Op::Pop);
        self.emit(Op::Jump(fail));
    }

    fn alternatives(&mut self, patterns: &'a [Pattern], fail: Label) {
        let (fine, end) = (self.unit().label(), self.unit().label());
        for pattern in patterns {
            let next = self.unit().label();
            self.emit(Op::Copy(0));
            self.pattern(pattern, next);
            self.emit(Op::Jump(fine));
            self.unit().place(next);
        }
        self.emit(Op::Pop);
        self.emit(Op::Jump(fail));
        self.unit().place(fine);
        self.emit(Op::Pop);
        self.unit().place(end);
    }

    fn sequence(&mut self, patterns: &'a [Pattern], fail: Label) {
        let (wrong, end) = (self.unit().label(), self.unit().label());
        let star = patterns.iter().position(Pattern::is_match_star);
        let count = fit(patterns.len());
        self.emit(Op::IsSequence);
        self.emit(Op::JumpIfFalse(wrong));
        self.emit(if star.is_some() { Op::LengthAtLeast(count - 1) } else { Op::LengthIs(count) });
        self.emit(Op::JumpIfFalse(wrong));
        let integer = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        for (place, pattern) in patterns.iter().enumerate() {
            let from_end = integer(place) - integer(patterns.len());
            match (pattern, star) {
                (Pattern::MatchStar(rest), _) => self.rest(rest, place, from_end + 1),
                (_, Some(star)) if place > star => self.element(Constant::Int(from_end), pattern, wrong),
                _ => self.element(Constant::Int(integer(place)), pattern, wrong),
            }
        }
        self.emit(Op::Pop);
        self.emit(Op::Jump(end));
        self.fail(wrong, fail);
        self.unit().place(end);
    }

    fn element(&mut self, key: Constant, pattern: &'a Pattern, wrong: Label) {
        self.emit(Op::Copy(0));
        self.constant(key);
        self.emit(Op::LoadItem);
        self.pattern(pattern, wrong);
    }

    /// `*rest`: a list of the items from one place to another from the end.
    fn rest(&mut self, rest: &'a ast::PatternMatchStar, from: usize, to: i64) {
        let Some(name) = &rest.name else { return };
        self.emit(Op::List(0));
        self.emit(Op::Copy(1));
        self.constant(Constant::Int(i64::try_from(from).unwrap_or(i64::MAX)));
        self.constant(if to == 0 { Constant::None } else { Constant::Int(to) });
        self.constant(Constant::None);
        self.emit(Op::Slice);
        self.emit(Op::LoadItem);
        self.emit(Op::Extend);
        self.store(name);
    }

    fn mapping(&mut self, mapping: &'a ast::PatternMatchMapping, fail: Label) {
        let (wrong, end) = (self.unit().label(), self.unit().label());
        self.emit(Op::IsMapping);
        self.emit(Op::JumpIfFalse(wrong));
        self.keys(&mapping.keys);
        self.emit(Op::MatchKeys);
        self.parts(mapping.patterns.iter(), wrong);
        if let Some(name) = &mapping.rest {
            self.emit(Op::Copy(0));
            self.keys(&mapping.keys);
            self.emit(Op::OtherKeys);
            self.store(name);
        }
        self.emit(Op::Pop);
        self.emit(Op::Jump(end));
        self.fail(wrong, fail);
        self.unit().place(end);
    }

    fn keys(&mut self, keys: &'a [Expr]) {
        keys.iter().for_each(|key| self.expression(key));
        self.emit(Op::Tuple(fit(keys.len())));
    }

    fn class_pattern(&mut self, class: &'a ast::PatternMatchClass, fail: Label) {
        let (wrong, end) = (self.unit().label(), self.unit().label());
        let arguments = &class.arguments;
        let names: Vec<Str> = arguments.keywords.iter().map(|keyword| keyword.attr.as_str().into()).collect();
        self.expression(&class.cls);
        let keywords = self.unit().keywords(names);
        self.emit(Op::MatchClass { positional: u16::try_from(arguments.patterns.len()).unwrap_or(u16::MAX), keywords });
        self.parts(arguments.patterns.iter().chain(arguments.keywords.iter().map(|keyword| &keyword.pattern)), wrong);
        self.emit(Op::Pop);
        self.emit(Op::Jump(end));
        self.fail(wrong, fail);
        self.unit().place(end);
    }

    /// Matches each value of the tuple on top, which may be `None`; takes it.
    fn parts(&mut self, patterns: impl Iterator<Item = &'a Pattern>, wrong: Label) {
        let (not, end) = (self.unit().label(), self.unit().label());
        self.emit(Op::Copy(0));
        self.constant(Constant::None);
        self.emit(Op::Is);
        self.emit(Op::JumpIfTrue(not));
        for (place, pattern) in patterns.enumerate() {
            self.element(Constant::Int(i64::try_from(place).unwrap_or(i64::MAX)), pattern, not);
        }
        self.emit(Op::Pop);
        self.emit(Op::Jump(end));
        self.fail(not, wrong);
        self.unit().place(end);
    }
}
