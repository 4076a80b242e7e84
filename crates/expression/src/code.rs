//! What a text is compiled to. Shared between threads: no values of a running program are in it.

use std::sync::Arc;

use num_bigint::BigInt;

use crate::{
    Str,
    operate::{BinaryOp, CompareOp},
};

/// A compiled expression. Cheap to clone; may be kept as long as its text does not change.
#[derive(Clone, Debug)]
pub struct Program(pub(crate) Arc<Whole>);

/// What belongs to a program as a whole.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    /// The body.
    pub(crate) code: Arc<Code>,
    /// Names that are not variables of any function, in alphabetical order: instructions name them by their place.
    pub(crate) names: Vec<Str>,
    /// The same, as they are used.
    pub(crate) uses: Vec<Use>,
    /// Modules that are imported.
    pub(crate) imports: Vec<Import>,
    /// Attributes that are read.
    pub(crate) attributes: Vec<Use>,
}

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The name.
    pub name: Str,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// An import in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The module.
    pub module: Str,
    /// What is taken from it; empty for the module itself.
    pub names: Vec<Str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Program {
    /// The names that the text uses without giving them a meaning: variables, names of the host, built-in ones.
    pub fn names(&self) -> &[Use] {
        &self.0.uses
    }

    /// What the text imports.
    pub fn imports(&self) -> &[Import] {
        &self.0.imports
    }

    /// The attributes that the text reads, writes or calls.
    pub fn attributes(&self) -> &[Use] {
        &self.0.attributes
    }

    /// Whether it gives values one after the other (it has a `yield`), rather than one result.
    pub fn yields(&self) -> bool {
        self.0.code.generator
    }
}

/// The instructions of one function.
#[derive(Debug, Default)]
pub(crate) struct Code {
    /// Name; `<lambda>`, `<listcomp>` and so on for those without, empty for the program itself.
    pub(crate) name: Str,
    /// Name with those of the classes and functions around it.
    pub(crate) qualified: Str,
    /// What its first statement says about it.
    pub(crate) doc: Option<Str>,
    /// What it does.
    pub(crate) ops: Vec<Op>,
    /// The line of each instruction.
    pub(crate) lines: Vec<u32>,
    /// Where each instruction's exceptions go: a place in `handlers`, plus one; 0 for out of the function.
    pub(crate) guards: Vec<u16>,
    /// Where exceptions go.
    pub(crate) handlers: Vec<Handler>,
    /// Literals.
    pub(crate) constants: Vec<Constant>,
    /// Names of attributes, of members of class bodies, of modules.
    pub(crate) names: Vec<Str>,
    /// Names of named arguments, call by call.
    pub(crate) keywords: Vec<Vec<Str>>,
    /// Functions in it.
    pub(crate) codes: Vec<Arc<Code>>,
    /// Patterns of classes.
    pub(crate) parameters: Parameters,
    /// Names of its variables: parameters, other local ones, those of functions around it.
    pub(crate) slots: Vec<Str>,
    /// How many of them are its own.
    pub(crate) own: usize,
    /// Own ones that nested functions share.
    pub(crate) cells: Vec<u32>,
    /// Where the function around it has the variables that it shares with it, in the order of its slots from `own` on.
    pub(crate) captures: Vec<u32>,
    /// Whether it is a generator.
    pub(crate) generator: bool,
}

/// What a function takes. Its first slots are: positional ones, named ones, then `*` and `**`.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    /// How many may be given by position.
    pub(crate) positional: usize,
    /// How many of these may only be given by position.
    pub(crate) unnamed: usize,
    /// How many may only be given by name.
    pub(crate) named: usize,
    /// Whether it takes any number of further ones by position.
    pub(crate) rest: bool,
    /// Whether it takes any further ones by name.
    pub(crate) further: bool,
}

impl Parameters {
    /// How many slots they take.
    pub(crate) fn count(&self) -> usize {
        self.positional + self.named + usize::from(self.rest) + usize::from(self.further)
    }
}

/// Where exceptions go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Handler {
    /// Instruction.
    pub(crate) target: u32,
    /// How many operands stay.
    pub(crate) depth: u32,
}

/// A literal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Constant {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Big(BigInt),
    Float(f64),
    Str(Str),
    Bytes(Vec<u8>),
}

/// An instruction. Operands lie on a stack, the last one on top.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Op {
    /// Pushes a literal.
    Constant(u32),
    /// Pushes `AssertionError`.
    AssertionError,
    /// Variables of the function.
    LoadLocal(u32),
    StoreLocal(u32),
    DeleteLocal(u32),
    /// Variables that functions share.
    LoadCell(u32),
    StoreCell(u32),
    LoadCellItself(u32),
    DeleteCell(u32),
    /// Names of the whole program.
    LoadGlobal(u32),
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// Members of the class whose body runs. Loading falls back to the global of the same name, or the shared variable.
    LoadMember {
        name: u32,
        global: u32,
    },
    LoadMemberOrCell {
        name: u32,
        slot: u32,
    },
    StoreMember(u32),
    DeleteMember(u32),
    /// Operands.
    Pop,
    /// Pushes the one that lies so far below the top again.
    Copy(u32),
    /// Puts the top below so many others.
    Sink(u32),
    /// Attributes and items.
    LoadAttribute(u32),
    StoreAttribute(u32),
    DeleteAttribute(u32),
    LoadItem,
    StoreItem,
    DeleteItem,
    Slice,
    /// Operators.
    Binary(BinaryOp),
    InPlace(BinaryOp),
    Negative,
    Positive,
    Invert,
    Not,
    Compare(CompareOp),
    Is,
    IsNot,
    In,
    NotIn,
    /// Jumps.
    Jump(u32),
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),
    /// Containers of so many operands.
    Tuple(u32),
    List(u32),
    Set(u32),
    Dict(u32),
    /// Adds the top to the container that lies so far below it.
    Append(u32),
    Add(u32),
    Put(u32),
    /// Adds all items of the top to the container below it.
    Extend,
    Update,
    /// The same for arguments of the callee that lies below.
    ExtendArguments,
    MergeArguments,
    /// A list as a tuple.
    TupleOf,
    /// Texts.
    Format {
        conversion: Conversion,
        spec: bool,
    },
    Join(u32),
    /// Unpacking.
    Unpack(u32),
    UnpackRest {
        before: u16,
        after: u16,
    },
    /// Iteration.
    Iterate,
    Next(u32),
    /// Calls: callee, arguments.
    Call {
        count: u16,
        keywords: u16,
    },
    CallMethod {
        name: u32,
        count: u16,
    },
    /// Callee, list of arguments, dictionary of named ones.
    CallSpread,
    /// `super()`: the class and the first argument.
    Super,
    Return,
    Yield,
    /// Before `yield from`.
    Delegate,
    Send(u32),
    /// Exceptions.
    Raise,
    RaiseFrom,
    RaiseAgain,
    /// At the beginning of a handler: what was handled before goes below the exception.
    Enter,
    /// At the end of a handler: restores what was handled before, which lies on top.
    Leave,
    /// Whether the exception below the top is of the class on top; takes the class alone.
    Catches,
    /// Raises the exception on top again, after restoring what was handled before, which lies below it.
    Reraise,
    /// `with`: manager → exit method, result of entering.
    With,
    /// Exit method → nothing.
    ExitWith,
    /// Exit method, what was handled before, exception → the same and whether it is swallowed.
    ExitWithException,
    /// Functions and classes.
    Function {
        code: u32,
        defaults: u16,
        named: u16,
    },
    Class {
        bases: u16,
        keywords: u16,
    },
    /// Modules.
    Import(u32),
    ImportAs(u32),
    ImportFrom(u32),
    /// `match`: each looks at the top and pushes an answer.
    IsSequence,
    IsMapping,
    LengthIs(u32),
    LengthAtLeast(u32),
    /// Subject, keys as a tuple → subject, values as a tuple or `None`.
    MatchKeys,
    /// Subject, class → subject, attributes as a tuple or `None`; names of attributes are among the keywords.
    MatchClass {
        positional: u16,
        keywords: u16,
    },
    /// Subject, keys as a tuple → dictionary of the others.
    OtherKeys,
    /// Named parameters that default to a value: nothing stands for none.
    Missing,
}

/// What an f-string does with a value before it formats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

const _: () = assert!(size_of::<Op>() <= 16);
