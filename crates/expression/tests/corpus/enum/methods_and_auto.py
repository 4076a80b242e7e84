from enum import Enum, auto
class State(Enum):
    NEW = auto()
    DONE = auto()
    ALIAS = 1
    def next(self):
        return State.DONE if self is State.NEW else self
    @property
    def label(self):
        return self.name.title()
return State.NEW.next(), State.DONE.next().label, State.DONE.value, State.ALIAS, [s.name for s in State]
