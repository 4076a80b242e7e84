class Group:
    registry = {}
    def __init__(self, name):
        self.name = name
        self.registry[name] = self
    @staticmethod
    def normal(name):
        return name.strip().lower()
    @classmethod
    def make(cls, name):
        return cls(cls.normal(name))
class Special(Group):
    pass
g = Special.make(' Admins ')
return g.name, type(g).__name__, Group.normal(' X '), g.normal('Y'), list(Group.registry), g.make('b').name
