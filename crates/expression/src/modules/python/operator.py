# `operator`: operators as functions.


def itemgetter(*items):
    if not items:
        raise TypeError("itemgetter expected at least 1 argument, got 0")
    if len(items) == 1:
        return lambda obj: obj[items[0]]
    return lambda obj: tuple(obj[item] for item in items)


def _reach(obj, path):
    for name in path.split("."):
        obj = getattr(obj, name)
    return obj


def attrgetter(*names):
    if not names:
        raise TypeError("attrgetter expected at least 1 argument, got 0")
    if not all(isinstance(name, str) for name in names):
        raise TypeError("attribute name must be a string")
    if len(names) == 1:
        return lambda obj: _reach(obj, names[0])
    return lambda obj: tuple(_reach(obj, name) for name in names)


def methodcaller(name, /, *args, **kwargs):
    return lambda obj: getattr(obj, name)(*args, **kwargs)


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def countOf(a, b):
    return sum(1 for item in a if item is b or item == b)


def indexOf(a, b):
    for index, item in enumerate(a):
        if item is b or item == b:
            return index
    raise ValueError("sequence.index(x): x not in sequence")


def iadd(a, b):
    a += b
    return a


return {
    "abs": abs,
    "add": lambda a, b: a + b,
    "and_": lambda a, b: a & b,
    "attrgetter": attrgetter,
    "concat": lambda a, b: a + b,
    "contains": lambda a, b: b in a,
    "countOf": countOf,
    "delitem": delitem,
    "eq": lambda a, b: a == b,
    "floordiv": lambda a, b: a // b,
    "ge": lambda a, b: a >= b,
    "getitem": lambda a, b: a[b],
    "gt": lambda a, b: a > b,
    "iadd": iadd,
    "index": lambda a: a.__index__(),
    "indexOf": indexOf,
    "inv": lambda a: ~a,
    "invert": lambda a: ~a,
    "is_": lambda a, b: a is b,
    "is_not": lambda a, b: a is not b,
    "itemgetter": itemgetter,
    "le": lambda a, b: a <= b,
    "lshift": lambda a, b: a << b,
    "lt": lambda a, b: a < b,
    "methodcaller": methodcaller,
    "mod": lambda a, b: a % b,
    "mul": lambda a, b: a * b,
    "ne": lambda a, b: a != b,
    "neg": lambda a: -a,
    "not_": lambda a: not a,
    "or_": lambda a, b: a | b,
    "pos": lambda a: +a,
    "pow": lambda a, b: a**b,
    "rshift": lambda a, b: a >> b,
    "setitem": setitem,
    "sub": lambda a, b: a - b,
    "truediv": lambda a, b: a / b,
    "truth": bool,
    "xor": lambda a, b: a ^ b,
}
