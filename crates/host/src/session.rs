//! One evaluation, as the sandbox sees its host.

use std::{cell::RefCell, sync::Arc};

use vestibule_engine::Context;
use vestibule_expression::{Host, Limit, Result, Stop, Value, Vm};

use crate::{Kind, Note, Scope, functions, modules};

/// One evaluation: who asks, and what it leaves behind.
pub struct Session {
    cx: Arc<Context>,
    kind: Kind,
    debug: bool,
    depth: u32,
    messages: RefCell<Vec<String>>,
    notes: RefCell<Vec<Note>>,
    request: RefCell<Value>,
}

/// The evaluation that a function of ours runs in.
///
/// # Errors
/// `Limit::Host` in an evaluation that is none of ours.
pub fn session<'h>(vm: &Vm<'h>) -> Result<&'h Session> {
    vm.host_as::<Session>().ok_or(Stop::Limit(Limit::Host))
}

impl Session {
    /// A fresh one.
    pub(crate) fn new(cx: &Context, scope: &Scope) -> Self {
        Session {
            cx: Arc::new(cx.clone()),
            kind: scope.kind,
            debug: scope.debug,
            depth: scope.depth,
            messages: RefCell::default(),
            notes: RefCell::default(),
            request: RefCell::new(Value::None),
        }
    }

    /// What the evaluation happens in.
    pub fn cx(&self) -> &Context {
        &self.cx
    }

    /// What kind of expression it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// A trial, which leaves nothing behind.
    pub fn debug(&self) -> bool {
        self.debug
    }

    /// How many expressions wait for this one.
    pub fn depth(&self) -> u32 {
        self.depth
    }

    /// Something to say to the user.
    pub fn say(&self, message: String) {
        self.messages.borrow_mut().push(message);
    }

    /// Something to say to administrators.
    pub fn note(&self, note: Note) {
        self.notes.borrow_mut().push(note);
    }

    /// The variable `request`.
    pub fn request(&self) -> Value {
        self.request.borrow().clone()
    }

    pub(crate) fn asked(&self, request: Value) {
        *self.request.borrow_mut() = request;
    }

    /// What it leaves: messages and notes. Lets go of all values.
    pub(crate) fn end(&self) -> (Vec<String>, Vec<Note>) {
        *self.request.borrow_mut() = Value::None;
        (self.messages.take(), self.notes.take())
    }
}

impl Host for Session {
    fn now(&self) -> i64 {
        self.cx.store.world().now().as_microsecond()
    }

    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(16) {
            let fresh = self.cx.store.world().bytes::<16>();
            chunk.iter_mut().zip(fresh).for_each(|(byte, fresh)| *byte = fresh);
        }
    }

    fn global(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        functions::find(vm, name)
    }

    fn module(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        modules::find(vm, name)
    }
}
