# `enum`: classes whose instances are all there is of them.
#
# What a class does itself (being called, gone through, counted) stands in its `__class_…__` methods, which the sandbox looks for where
# Python has metaclasses.


class auto:
    value = None


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
            if value.value is None:
                value.value = cls._generate_next_value_(name, 1, len(values), values)
            value = value.value
        made = make(cls, value)
        for known in cls._member_map_.values():
            if known._value_ == made._value_:
                made = known
                break
        else:
            made._name_ = name
            cls._member_names_.append(name)
        cls._member_map_[name] = made
        setattr(cls, name, made)

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


def unique(enumeration):
    aliases = [f"{name} -> {known.name}" for name, known in enumeration._member_map_.items() if name != known.name]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


return {
    "Enum": Enum,
    "IntEnum": IntEnum,
    "StrEnum": StrEnum,
    "auto": auto,
    "member": member,
    "nonmember": nonmember,
    "unique": unique,
}
