return set(), {1}, frozenset(), frozenset([1]), {'a'}, {(1, 2)}, {None}
