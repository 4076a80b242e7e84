class A:
    x = 1
a = A()
setattr(a, 'y', 2)
setattr(A, 'z', 3)
out = [getattr(a, n, None) for n in ('x', 'y', 'z', 'w')]
try:
    getattr(a, 'w')
except AttributeError as e:
    out.append(str(e))
return out, hasattr(a, 'y'), hasattr(A, 'y')
