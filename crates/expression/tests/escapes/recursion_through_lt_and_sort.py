# ends with: RecursionError or limit
class A:
    def __lt__(self, other):
        return sorted([A(), A()])
return sorted([A(), A()])
