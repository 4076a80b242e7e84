expected = (KeyError, ValueError)
out = []
for f in (lambda: int('x'), lambda: {}[0], lambda: None.x):
    try:
        f()
    except expected + (AttributeError,) as e:
        out.append(type(e).__name__)
return out
