def f():
    a = [1, 2]
    return *a, 3
d = {(1, 2): 'x'}
return f(), d[*[1, 2]]
