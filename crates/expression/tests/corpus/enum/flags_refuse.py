from enum import Flag, auto
class Perm(Flag):
    READ = auto()
    WRITE = auto()
class Other(Flag):
    X = 1
results = []
for f in (lambda: Perm(8), lambda: Perm('x'), lambda: Perm.READ | 1, lambda: Perm.READ | Other.X, lambda: Perm.READ & 'x', lambda: Perm.NONE, lambda: 1 in Perm.READ, lambda: Perm.READ < Perm.WRITE):
    try:
        results.append(f())
    except (ValueError, TypeError, AttributeError) as e:
        results.append(type(e).__name__)
return results
