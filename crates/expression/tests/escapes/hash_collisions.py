# ends with: limit or returned
class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return self.n == other.n
return len({K(n) for n in range(10000)})
