class A:
    def __len__(self):
        return -1
class B:
    def __hash__(self):
        return 'x'
class C:
    def __bool__(self):
        return 1
class D:
    def __str__(self):
        return 5
results = []
for f in (lambda: len(A()), lambda: hash(B()), lambda: bool(C()), lambda: str(D()), lambda: len(5), lambda: len(object())):
    try:
        results.append(f())
    except (TypeError, ValueError) as e:
        results.append(str(e))
return results
