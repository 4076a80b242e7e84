return sorted(set('hello')), sorted(set([1, 1, 2])), set({'a': 1}), sorted(set(range(3))), sorted({*'ab', *'bc'}), sorted(x % 3 for x in {1, 4, 5})
