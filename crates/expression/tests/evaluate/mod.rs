//! Evaluating one program, and how it ended.

use std::cell::Cell;

use vestibule_expression::{Budget, Host, Limit, Program, Stop, SyntaxError, Value, Vm, compile};

/// A world that stands still.
struct Fixed(Cell<u64>);

impl Host for Fixed {
    fn now(&self) -> i64 {
        1_704_067_200_000_000
    }

    fn random(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let mut state = self.0.get();
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            self.0.set(state);
            *byte = state.to_le_bytes()[3];
        }
    }
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ending {
    /// It was not compiled.
    Refused(SyntaxError),
    /// The `repr` of what it returned.
    Returned(String),
    /// The `repr` of the list of what it yielded.
    Yielded(String),
    /// Class and text of the exception.
    Raised(String, String),
    /// It spent a budget.
    Limited(Limit),
}

/// Compiles and runs; gives what was printed, too.
pub(crate) fn evaluate(source: &str, budget: Budget) -> (String, Ending) {
    match compile(source) {
        Ok(program) => run(&program, budget),
        Err(error) => (String::new(), Ending::Refused(error)),
    }
}

fn run(program: &Program, budget: Budget) -> (String, Ending) {
    let host = Fixed(Cell::new(88_172_645_463_325_252));
    let mut vm = Vm::new(&host, budget);
    let ending = match value_of(&mut vm, program) {
        Ok(text) if program.yields() => Ending::Yielded(text),
        Ok(text) => Ending::Returned(text),
        Err(Stop::Limit(limit)) => Ending::Limited(limit),
        Err(Stop::Raise(exception)) => {
            let class = exception.class.name().to_string();
            match vm.str(&Value::Exception(exception)) {
                Ok(text) => Ending::Raised(class, text),
                Err(Stop::Limit(limit)) => Ending::Limited(limit),
                Err(Stop::Raise(_)) => Ending::Raised(class, "<exception str() failed>".into()),
            }
        }
    };
    (vm.printed().to_string(), ending)
}

fn value_of(vm: &mut Vm<'_>, program: &Program) -> Result<String, Stop> {
    let result = vm.run(program, Vec::new())?;
    if !program.yields() {
        return vm.repr(&result);
    }
    let items = vm.items(&result)?;
    let list = vm.list(items)?;
    vm.repr(&list)
}
