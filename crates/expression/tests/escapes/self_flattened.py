# ends with: RecursionError or limit
a = [1]
a.append(a)
def flatten(x):
    return sum((flatten(i) for i in x), []) if isinstance(x, list) else [x]
return flatten(a)
