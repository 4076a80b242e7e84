def g():
    yield 1
    raise ValueError('inside')
out = []
try:
    for x in g():
        out.append(x)
except ValueError as e:
    out.append(str(e))
return out
