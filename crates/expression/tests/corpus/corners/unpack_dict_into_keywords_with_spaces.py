def f(**k):
    return k
return f(**{'a b': 1, '': 2, 'class': 3}), dict(**{'x-y': 1})
