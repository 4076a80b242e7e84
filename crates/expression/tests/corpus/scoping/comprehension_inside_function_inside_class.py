class A:
    names = ['x', 'y']
    def pairs(self):
        prefix = '-'
        return [prefix + n for n in self.names]
return A().pairs()
