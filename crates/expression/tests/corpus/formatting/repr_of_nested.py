return repr({'a': [1, 'two', None, True, 1.5, (1,), {'b': {}}], 2: b'x'}), repr([[], (), {}, set()]), repr('a\'b'), repr("a\"b'")
