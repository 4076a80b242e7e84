return len('abc'), len([1]), len({}), len({1, 2}), len(()), len(range(5)), len(b'ab'), len({'a': 1}.items()), len('é😀')
