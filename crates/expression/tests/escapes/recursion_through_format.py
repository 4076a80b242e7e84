# ends with: RecursionError or limit
class A:
    def __format__(self, spec):
        return format(self, spec)
return '{}'.format(A())
