class Outer:
    class Inner:
        value = 1
        def up(self):
            return Outer.name
    name = 'outer'
    def make(self):
        return self.Inner()
return Outer.Inner.value, Outer().make().up(), Outer.Inner().value
