def flatten(x):
    return [y for item in x for y in flatten(item)] if isinstance(x, (list, tuple)) else [x]
return flatten([1, [2, (3, [4])], [], 'ab'])
