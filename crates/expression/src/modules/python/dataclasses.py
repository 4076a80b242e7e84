# `dataclasses`: classes made of their annotations. An annotation is the text that stands in the program.
from copy import deepcopy


class FrozenInstanceError(AttributeError):
    pass


class Missing:
    def __repr__(self):
        return "MISSING"


class KW_ONLY:
    pass


class InitVar:
    def __class_getitem__(cls, kind):
        return cls


MISSING = Missing()


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only
        self.only_init = False

    def required(self):
        return self.default is MISSING and self.default_factory is MISSING

    def make(self):
        return self.default if self.default_factory is MISSING else self.default_factory()


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def collect(cls, kw_only):
    found = dict(getattr(cls, "__dataclass_fields__", {}))
    members = cls.__dict__
    for name, kind in members.get("__annotations__", {}).items():
        if kind.split(".")[-1] == "KW_ONLY":
            kw_only = True
            continue
        if kind.split("[")[0].split(".")[-1] == "ClassVar":
            continue
        given = members.get(name, MISSING)
        one = given if isinstance(given, Field) else field(default=given)
        if isinstance(one.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(one.default)} for field {name} is not allowed: use default_factory")
        one.name, one.type = name, kind
        one.only_init = kind.split("[")[0].split(".")[-1] == "InitVar"
        if one.kw_only is MISSING:
            one.kw_only = kw_only
        if isinstance(given, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        found[name] = one
    seen = None
    for one in found.values():
        if not one.init or one.kw_only:
            continue
        if one.required() and seen is not None:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")
        if not one.required():
            seen = one.name
    return found


def listed(names):
    quoted = [repr(name) for name in names]
    if len(quoted) == 1:
        return quoted[0]
    return ", ".join(quoted[:-1]) + (", and " if len(quoted) > 2 else " and ") + quoted[-1]


def initializer(cls, found):
    called = f"{cls.__qualname__}.__init__()"
    positional = [one for one in found.values() if one.init and not one.kw_only]
    keyword = [one for one in found.values() if one.init and one.kw_only]

    def __init__(self, /, *args, **kwargs):
        values = {}
        for one, value in zip(positional, args):
            values[one.name] = value
        for name, value in kwargs.items():
            if name in values:
                raise TypeError(f"{called} got multiple values for argument {name!r}")
            if name not in found or not found[name].init:
                raise TypeError(f"{called} got an unexpected keyword argument {name!r}")
            values[name] = value
        if len(args) > len(positional):
            least = 1 + len([one for one in positional if one.required()])
            most = 1 + len(positional)
            takes = str(most) if least == most else f"from {least} to {most}"
            raise TypeError(f"{called} takes {takes} positional argument{'' if most == 1 else 's'} but {1 + len(args)} were given")
        for kind, fields_of_kind in (("positional", positional), ("keyword-only", keyword)):
            missing = [one.name for one in fields_of_kind if one.required() and one.name not in values]
            if missing:
                plural = "" if len(missing) == 1 else "s"
                raise TypeError(f"{called} missing {len(missing)} required {kind} argument{plural}: {listed(missing)}")
        later = []
        for one in found.values():
            if one.name in values:
                value = values[one.name]
            elif not one.init and one.required():
                continue
            else:
                value = one.make()
            if one.only_init:
                later.append(value)
            else:
                object.__setattr__(self, one.name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__(*later)

    return __init__


def methods(found):
    stored = [one for one in found.values() if not one.only_init]
    compared = [one.name for one in stored if one.compare]
    hashed = [one.name for one in stored if (one.compare if one.hash is None else one.hash)]

    def key(self):
        return tuple([getattr(self, name) for name in compared])

    def __repr__(self):
        shown = [f"{one.name}={getattr(self, one.name)!r}" for one in stored if one.repr]
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return key(self) == key(other)

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in hashed]))

    def ordering(compare):
        def method(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(key(self), key(other))

        return method

    orders = {
        "__lt__": ordering(lambda one, two: one < two),
        "__le__": ordering(lambda one, two: one <= two),
        "__gt__": ordering(lambda one, two: one > two),
        "__ge__": ordering(lambda one, two: one >= two),
    }
    return __repr__, __eq__, __hash__, orders


def freeze(cls, found):
    def __setattr__(self, name, value):
        if type(self) is cls or name in found:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in found:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    def decorate(cls):
        members = cls.__dict__
        found = collect(cls, kw_only)
        setattr(cls, "__dataclass_fields__", found)
        __repr__, __eq__, __hash__, orders = methods(found)
        if init and "__init__" not in members:
            cls.__init__ = initializer(cls, found)
        if repr and "__repr__" not in members:
            cls.__repr__ = __repr__
        if eq and "__eq__" not in members:
            cls.__eq__ = __eq__
        if unsafe_hash or (eq and frozen and "__hash__" not in members):
            cls.__hash__ = __hash__
        elif eq and "__hash__" not in members:
            cls.__hash__ = None
        if order:
            if not eq:
                raise ValueError("eq must be true if order is true")
            for name, method in orders.items():
                setattr(cls, name, method)
        if match_args and "__match_args__" not in members:
            cls.__match_args__ = tuple([one.name for one in found.values() if one.init and not one.kw_only])
        if frozen:
            freeze(cls, found)
        return cls

    return decorate if cls is None else decorate(cls)


def fields(thing):
    found = getattr(thing, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in found.values() if not one.only_init])


def is_dataclass(thing):
    return hasattr(thing, "__dataclass_fields__")


def inner(value, whole):
    if is_dataclass(value) and not isinstance(value, type):
        return whole(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[inner(item, whole) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([inner(item, whole) for item in value])
    if isinstance(value, dict):
        return type(value)([(inner(key, whole), inner(item, whole)) for key, item in value.items()])
    return deepcopy(value)


def check(thing, name):
    if not is_dataclass(thing) or isinstance(thing, type):
        raise TypeError(f"{name}() should be called on dataclass instances")


def asdict(thing, *, dict_factory=dict):
    check(thing, "asdict")
    whole = lambda one: dict_factory([(part.name, inner(getattr(one, part.name), whole)) for part in fields(one)])
    return whole(thing)


def astuple(thing, *, tuple_factory=tuple):
    check(thing, "astuple")
    whole = lambda one: tuple_factory([inner(getattr(one, part.name), whole) for part in fields(one)])
    return whole(thing)


def replace(thing, /, **changes):
    check(thing, "replace")
    for one in thing.__dataclass_fields__.values():
        if not one.init and one.name in changes:
            raise TypeError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
        if one.init and not one.only_init and one.name not in changes:
            changes[one.name] = getattr(thing, one.name)
    return thing.__class__(**changes)


return {
    "FrozenInstanceError": FrozenInstanceError,
    "InitVar": InitVar,
    "KW_ONLY": KW_ONLY,
    "MISSING": MISSING,
    "asdict": asdict,
    "astuple": astuple,
    "dataclass": dataclass,
    "field": field,
    "fields": fields,
    "is_dataclass": is_dataclass,
    "replace": replace,
}
