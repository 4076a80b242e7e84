from collections.abc import Mapping, Iterable, Sequence, Callable, Hashable
return isinstance({}, Mapping), isinstance([], Iterable), isinstance('a', Sequence), isinstance((1,), Sequence), isinstance({1}, Sequence), isinstance(len, Callable), isinstance([], Hashable), isinstance(5, Iterable), isinstance((x for x in []), Iterable)
