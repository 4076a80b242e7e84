# ends with: RecursionError or limit
class A:
    def __hash__(self):
        return hash((self,))
return {A(): 1}
