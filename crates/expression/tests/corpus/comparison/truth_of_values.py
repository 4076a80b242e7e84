return [bool(v) for v in (0, 0.0, '', [], {}, set(), (), None, False, b'', range(0), 1, -1, 0.1, ' ', [0], {0: 0}, (None,), 'False', range(1), -0.0, float('nan'))]
