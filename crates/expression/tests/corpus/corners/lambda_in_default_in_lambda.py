return (lambda x, f=lambda y: y + 1: f(x))(1), (lambda *a, **k: (a, k))(1, b=2), (lambda: (yield))().__next__()
