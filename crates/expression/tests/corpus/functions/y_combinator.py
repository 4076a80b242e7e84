Y = lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))
return Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10)
