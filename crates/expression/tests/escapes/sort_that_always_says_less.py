# ends with: returned
class A:
    def __lt__(self, other):
        return True
return len(sorted(A() for _ in range(1000)))
