# ends with: limit
class A:
    def __eq__(self, other):
        while True:
            pass
return A() in [A()]
