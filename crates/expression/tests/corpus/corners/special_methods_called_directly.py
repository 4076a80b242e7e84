return list(map({'a': 1}.__getitem__, ['a'])), 'abc'.__len__(), [1, 2].__contains__(1), {'a': 1}.__getitem__('a'), [3].__iter__().__next__()
