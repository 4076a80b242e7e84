class A:
    def m(self, x):
        return x
class B:
    pass
class C:
    def __init__(self, x):
        self.x = x
results = []
for f in (lambda: B(1), lambda: B(x=1), lambda: A().m.x):
    try:
        results.append(f())
    except (TypeError, AttributeError) as e:
        results.append(str(e))
for f in (lambda: A().m(), lambda: A().m(1, 2), lambda: C()):
    try:
        f()
    except TypeError as e:
        results.append(str(e).split('.')[-1])
return results
