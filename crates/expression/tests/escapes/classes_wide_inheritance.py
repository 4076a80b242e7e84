# ends with: limit or RecursionError or TypeError
class A0: pass
class A1: pass
for n in range(100000):
    class A0(A0, A1): pass
    class A1(A1): pass
return A0().missing
