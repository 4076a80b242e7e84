return [1 + 1.0, 1 + True, 2 * 1.5, True + True, 3 - 0.5, 2 ** 53 + 1.0, type(True + 1).__name__, type(1 * 1.0).__name__, 10 ** 20 * 1.0]
