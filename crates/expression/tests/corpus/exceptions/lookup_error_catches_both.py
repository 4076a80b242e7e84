out = []
for f in (lambda: [][0], lambda: {}['x'], lambda: 'a'[3]):
    try:
        f()
    except LookupError as e:
        out.append(type(e).__name__)
return out
