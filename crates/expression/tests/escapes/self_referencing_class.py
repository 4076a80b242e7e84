# ends with: returned
class A:
    pass
A.self = A
A.instance = A()
A.instance.cls = A
return A.self.instance.cls is A
