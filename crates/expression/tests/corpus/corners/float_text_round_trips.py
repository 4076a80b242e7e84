values = [0.1, 1e-10, 123456.789, 2 / 3, 1e21, 1.1e-5, 4.35, 0.1 + 0.7, 1e300 * 10, 5e-324, 9007199254740993.0, 1.7e-308]
return [float(repr(v)) == v for v in values], values, [str(v) for v in values], ['%r' % v for v in values[:3]]
