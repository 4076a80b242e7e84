s = slice(1, 10, 2)
return s, s.start, s.stop, s.step, s.indices(5), [0, 1, 2, 3][s], slice(3), 'abcdef'[slice(None, None, -1)], slice(1, 2) == slice(1, 2)
