x = 'outer'
class A:
    x = 'class'
    def get(self):
        return x
    def own(self):
        return self.x
return A().get(), A().own()
