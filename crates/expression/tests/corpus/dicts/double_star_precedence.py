defaults = {'a': 1, 'b': 2}
return {**defaults, 'a': 9}, {'a': 9, **defaults}, {**{}, **defaults, **{'b': 3}}, {'k': 1, 'k': 2}
