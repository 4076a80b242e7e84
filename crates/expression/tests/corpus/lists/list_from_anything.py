return list('abc'), list((1, 2)), list({'a': 1}), list(range(3)), list({5}), list(x for x in (1, 2)), list(), list(map(str, [1])), list(b'ab'), list({'a': 1}.items())
