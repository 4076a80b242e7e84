def describe(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return f'one {a}'
        case [a, b]:
            return f'two {a} {b}'
        case [first, *rest] if first == 'sum':
            return sum(rest)
        case (first, *_, last):
            return f'{first}..{last}'
        case _:
            return 'no sequence'
return [describe(x) for x in ([], [1], (1, 2), ['sum', 1, 2, 3], [1, 2, 3], 'abc', 5, range(3))]
