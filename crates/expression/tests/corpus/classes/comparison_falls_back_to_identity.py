class A:
    pass
a, b = A(), A()
out = [a == a, a == b, a != b, a in [b, a], len({a, b})]
try:
    a < b
except TypeError as e:
    out.append(str(e))
return out
