class A:
    """Says something."""
    def m(self):
        """And this."""
try:
    {}['x']
except Exception as e:
    kind = e.__class__.__name__
return kind, A.__name__, A().__class__.__name__, A.__doc__, A.m.__doc__, A().m.__name__, (1).__class__ is int, A().__dict__, [].__class__.__name__
