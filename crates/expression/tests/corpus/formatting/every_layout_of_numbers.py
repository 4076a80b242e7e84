values = [0, 5, -1234567, 2 ** 70, True, 0.0, -0.0, 1.5, -1234567.891, 1e-7, 1e16, 1e22, 0.1, 2.675, 1e300, float('inf'), float('nan')]
for sign in ('', '+', ' '):
    for align in ('', '<', '*^', '0=', 'é>'):
        mark = 0
        for rest in ('', '12', '012', '14,', '014,', '_', '.2', '8.3', '#', 'd', 'x', '#x', '#b', '#012x', '#_b', 'o', '.3e', 'f', ',.2f', '012,.1f', '.3g', '#g', 'G', '.1%', 'X', '_x'):
            for value in values:
                try:
                    result = format(value, align + sign + rest)
                except ValueError:
                    result = 'ValueError'
                for start in range(0, len(result), 6):
                    mark = (mark * 31 + sum(map(ord, result[start:start + 6]))) % 1000000007
        print(repr(align + sign), mark)
