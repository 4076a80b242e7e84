# ends with: RecursionError or limit
class A(dict):
    def __missing__(self, key):
        return self[key]
return A()[1]
