return [6 & 3, 6 | 3, 6 ^ 3, ~6, ~-1, -6 & 255, -6 | 1, -6 ^ 3, (1 << 70) & (1 << 70 | 5), (1 << 70) ^ 1, -(1 << 70) & 0xffff, True & False, True | False, True ^ True]
