return list(zip('ab', [1, 2, 3])), dict(zip(['a', 'b'], [1, 2])), list(zip()), list(enumerate(['x', 'y'], 1)), [*zip(range(3), 'abc', 'xyz')], list(zip(*[[1, 2], [3, 4]]))
