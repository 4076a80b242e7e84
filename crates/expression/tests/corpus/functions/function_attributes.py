def f():
    return f.calls
f.calls = 3
f.calls += 1
return f(), f.__name__, (lambda: 0).__name__, hasattr(f, 'other'), getattr(f, 'calls')
