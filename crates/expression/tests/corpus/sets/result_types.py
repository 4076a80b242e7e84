return type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__, type({1}.union([2])).__name__, type(frozenset([1]) & {1}).__name__
