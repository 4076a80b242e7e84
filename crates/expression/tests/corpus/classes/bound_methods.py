class A:
    def __init__(self, n):
        self.n = n
    def get(self, k=0):
        return self.n + k
a = A(5)
m = a.get
a.n = 6
return m(), m(k=1), A.get(a, 2), list(map(A.get, [A(1), A(2)])), a.get == m, callable(m)
