# `enum`: classes whose instances are all there is of them.
#
# What a class does itself (being called, gone through, counted) stands in its `__class_…__` methods, which the sandbox looks for where
# Python has metaclasses.


class auto:
    # The value is known when the class is made; so is that of `one | two`.
    value = None
    parts = ()

    def __or__(self, other):
        made = auto()
        made.parts = (self, other)
        return made

    __ror__ = __or__


def settled(value):
    if isinstance(value, auto):
        return settled(value.parts[0]) | settled(value.parts[1]) if value.parts else value.value
    return value


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


DESCRIPTORS = (property, staticmethod, classmethod, type(lambda: 0))
MIXINS = (str, int, float, bytes, tuple)


def is_member(name, value):
    if name.startswith("_") or isinstance(value, (nonmember, *DESCRIPTORS)):
        return False
    return not hasattr(value, "__get__") or isinstance(value, type)


def make(cls, value):
    args = value if isinstance(value, tuple) else (value,)
    mixin = [kind for kind in MIXINS if issubclass(cls, kind)]
    if "__new__" in cls.__dict__:
        made = cls.__new__(cls, *args)
    elif mixin:
        made = object.__new__(cls, *(args if mixin[0] is not tuple else (value,)))
    else:
        made = object.__new__(cls)
    if not hasattr(made, "_value_"):
        made._value_ = mixin[0](*args) if mixin and mixin[0] is not tuple else value
    for kind in (cls, Enum):
        if "__init__" in kind.__dict__:
            kind.__dict__["__init__"](made, *args)
            break
    return made


class Enum:
    _member_map_ = {}

    def __init_subclass__(cls, **kwargs):
        members = dict(cls._member_map_)
        if members and any(is_member(name, value) for name, value in cls.__dict__.items()):
            raise TypeError(f"<enum '{cls.__name__}'> cannot extend <enum '{next(iter(members.values())).__class__.__name__}'>")
        cls._member_map_ = members = {}
        setattr(cls, "__members__", members)
        cls._member_names_ = []
        ignored = cls.__dict__.get("_ignore_", ())
        ignored = ignored.split() if isinstance(ignored, str) else ignored
        for name, value in cls.__dict__.items():
            if isinstance(value, nonmember):
                setattr(cls, name, value.value)
            elif is_member(name, value) and name not in ignored:
                cls._add(name, value.value if isinstance(value, member) else value)

    @classmethod
    def _add(cls, name, value):
        values = [one._value_ for one in cls._member_map_.values()]
        if isinstance(value, auto):
            if value.value is None and not value.parts:
                value.value = cls._generate_next_value_(name, 1, len(values), values)
            value = settled(value)
        made = make(cls, value)
        for known in cls._member_map_.values():
            if known._value_ == made._value_:
                made = known
                break
        else:
            made._name_ = name
            if cls._is_listed(made._value_):
                cls._member_names_.append(name)
        cls._member_map_[name] = made
        setattr(cls, name, made)

    @staticmethod
    def _is_listed(value):
        return True

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @classmethod
    def __class_call__(cls, value, *others):
        for known in cls._member_map_.values():
            if known is value or known._value_ == value:
                return known
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    @classmethod
    def __class_getitem__(cls, name):
        return cls._member_map_[name]

    @classmethod
    def __class_iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    @classmethod
    def __class_reversed__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_[::-1]])

    @classmethod
    def __class_len__(cls):
        return len(cls._member_names_)

    @classmethod
    def __class_contains__(cls, value):
        return isinstance(value, cls) or any(known._value_ == value for known in cls._member_map_.values())

    @classmethod
    def __class_repr__(cls):
        return f"<enum '{cls.__name__}'>"

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)


def bitwise(operate):
    def method(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(operate(self._value_, bits))

    return method


class Flag(Enum):
    # Whether bits that no member names are kept.
    _is_open = False

    def __init_subclass__(cls, **kwargs):
        cls._combined_ = {}
        super().__init_subclass__(**kwargs)

    @staticmethod
    def _is_listed(value):
        return value > 0 and value & (value - 1) == 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max(last_values, default=0).bit_length()

    @classmethod
    def _known_bits(cls):
        bits = 0
        for known in cls._member_map_.values():
            bits |= known._value_
        return bits

    @classmethod
    def _missing_(cls, value):
        known = cls._known_bits()
        if not isinstance(value, int) or value & ~known and value >= 0 and not cls._is_open:
            return None
        if value < 0:
            return cls(value & known)
        if value not in cls._combined_:
            made = object.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
            made._value_ = value
            names = [one._name_ for one in made] + [str(value & ~known)] * bool(value & ~known)
            made._name_ = "|".join(names) or None
            cls._combined_[value] = made
        return cls._combined_[value]

    @classmethod
    def __class_repr__(cls):
        return f"<flag '{cls.__name__}'>"

    def _bits_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        return other if self._is_open and isinstance(other, int) else None

    __or__ = __ror__ = bitwise(lambda one, two: one | two)
    __and__ = __rand__ = bitwise(lambda one, two: one & two)
    __xor__ = __rxor__ = bitwise(lambda one, two: one ^ two)

    def __invert__(self):
        return self.__class__(self._known_bits() & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([one for one in self.__class__ if one._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = f".{self._name_}" if self._name_ else ""
        return f"<{self.__class__.__name__}{name}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}" if self._name_ else f"{self.__class__.__name__}({self._value_!r})"


class IntFlag(int, Flag):
    _is_open = True

    # Those of `int` would come before those of `Flag`.
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


def unique(enumeration):
    aliases = [f"{name} -> {known.name}" for name, known in enumeration._member_map_.items() if name != known.name]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


return {
    "Enum": Enum,
    "Flag": Flag,
    "IntEnum": IntEnum,
    "IntFlag": IntFlag,
    "StrEnum": StrEnum,
    "auto": auto,
    "member": member,
    "nonmember": nonmember,
    "unique": unique,
}
