return list(enumerate('ab')), list(enumerate('ab', 1)), list(enumerate(['x'], start=10)), dict(enumerate('ab'))
