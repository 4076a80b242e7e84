class A:
    x = 'class'
a = A()
a.x = 'own'
out = [a.x]
del a.x
out.append(a.x)
try:
    del a.x
except AttributeError as e:
    out.append(type(e).__name__)
delattr(A, 'x')
out.append(hasattr(a, 'x'))
return out
