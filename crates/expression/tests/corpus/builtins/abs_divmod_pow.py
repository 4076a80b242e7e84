return abs(-5), abs(-2.5), abs(True), abs(-10 ** 20), divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(2, 100, 7), pow(2.0, 3), abs(-0.0)
