numbers = [0, 1, -1, 3, 7, -7, 255, 2 ** 31, 2 ** 53 + 1, 2 ** 63 - 1, -2 ** 63, 2 ** 63, 2 ** 64 + 3, -2 ** 70, 10 ** 30, 0.0, -0.0, 1.0, -1.5, 0.1, 2.5, 1e16, 1e22, 1e300, -1e-300, 5e-324, float('inf'), float('-inf'), float('nan'), True]
operators = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    lambda a, b: a // b,
    lambda a, b: a % b,
    lambda a, b: (a == b, a != b, a < b, a <= b, a > b, a >= b),
    lambda a, b: (a & b, a | b, a ^ b),
    lambda a, b: a >> b,
]
mark = 0
for place, operator in enumerate(operators):
    for a in numbers:
        for b in numbers:
            try:
                result = repr(operator(a, b))
            except (ArithmeticError, TypeError, ValueError) as error:
                result = type(error).__name__
            for start in range(0, len(result), 4):
                mark = (mark * 31 + sum(map(ord, result[start:start + 4]))) % 1000000007
    print(place, mark)
