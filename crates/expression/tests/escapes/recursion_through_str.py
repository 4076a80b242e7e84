# ends with: RecursionError or limit
class A:
    def __str__(self):
        return f'{self}'
return str(A())
