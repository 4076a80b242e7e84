# `functools`: functions made of functions.
from collections import namedtuple

MISSING = object()


def reduce(function, iterable, initial=MISSING):
    items = iter(iterable)
    if initial is MISSING:
        try:
            result = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        result = initial
    for item in items:
        result = function(result, item)
    return result


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        shown = [repr(self.func), *map(repr, self.args), *(f"{name}={value!r}" for name, value in self.keywords.items())]
        return f"functools.partial({', '.join(shown)})"


class cached_property:
    def __init__(self, func):
        self.func = func

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        setattr(instance, self.name, value)
        return value


def singledispatch(func):
    registry = {object: func}

    def register(kind, function=None):
        if function is None:
            return lambda function: register(kind, function)
        registry[kind] = function
        return function

    def dispatch(kind):
        found = object
        for one in registry:
            if issubclass(kind, one) and issubclass(one, found):
                found = one
        return registry[found]

    def wrapper(*args, **kwargs):
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    return update_wrapper(wrapper, func)


def update_wrapper(wrapper, wrapped, assigned=("__name__", "__qualname__", "__doc__"), updated=()):
    for name in assigned:
        if hasattr(wrapped, name):
            try:
                setattr(wrapper, name, getattr(wrapped, name))
            except AttributeError:
                pass
    try:
        wrapper.__wrapped__ = wrapped
    except AttributeError:
        pass
    return wrapper


def wraps(wrapped, assigned=("__name__", "__qualname__", "__doc__"), updated=()):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


CacheInfo = namedtuple("CacheInfo", "hits misses maxsize currsize")


class Cached:
    def __init__(self, function, maxsize):
        self.__wrapped__ = function
        self.maxsize = maxsize
        self.cache_clear()
        update_wrapper(self, function)

    def cache_clear(self):
        self.known = {}
        self.hits = 0
        self.misses = 0

    def cache_info(self):
        return CacheInfo(self.hits, self.misses, self.maxsize, len(self.known))

    def __call__(self, *args, **kwargs):
        key = (args, tuple(kwargs.items())) if kwargs else args
        if key in self.known:
            self.hits += 1
            value = self.known.pop(key)
            self.known[key] = value
            return value
        self.misses += 1
        value = self.__wrapped__(*args, **kwargs)
        if self.maxsize != 0:
            self.known[key] = value
            if self.maxsize is not None and len(self.known) > self.maxsize:
                del self.known[next(iter(self.known))]
        return value


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return Cached(maxsize, 128)
    return lambda function: Cached(function, maxsize)


def cache(function):
    return Cached(function, None)


def cmp_to_key(compare):
    class Key:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

    return Key


def total_ordering(cls):
    known = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in dir(cls)]
    if not known:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = known[0]
    by_less = {
        "__lt__": lambda self, other: type(self).__lt__(self, other),
        "__le__": lambda self, other: type(self).__le__(self, other) and self != other,
        "__gt__": lambda self, other: not type(self).__gt__(self, other) and self != other,
        "__ge__": lambda self, other: not type(self).__ge__(self, other),
    }
    less = by_less[root]
    made = {
        "__lt__": less,
        "__le__": lambda self, other: less(self, other) or self == other,
        "__gt__": lambda self, other: not less(self, other) and self != other,
        "__ge__": lambda self, other: not less(self, other),
    }
    for name, function in made.items():
        if name not in known:
            setattr(cls, name, function)
    return cls


return {
    "cache": cache,
    "cached_property": cached_property,
    "cmp_to_key": cmp_to_key,
    "lru_cache": lru_cache,
    "partial": partial,
    "reduce": reduce,
    "singledispatch": singledispatch,
    "total_ordering": total_ordering,
    "update_wrapper": update_wrapper,
    "wraps": wraps,
}
