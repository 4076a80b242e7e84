# ends with: RecursionError or limit
class A:
    def __len__(self):
        return len(self)
return len(A())
