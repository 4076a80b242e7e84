# ends with: RecursionError or limit
class A:
    def __str__(self):
        return '%s' % self
return str(A())
