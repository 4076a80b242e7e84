# ends with: limit
class A:
    def __getitem__(self, i):
        return i
return list(A())
