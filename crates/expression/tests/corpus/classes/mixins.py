class Json:
    def dump(self):
        return {k: getattr(self, k) for k in self.fields}
class Named:
    def __init__(self, name):
        self.name = name
class User(Json, Named):
    fields = ['name', 'active']
    active = True
return User('ada').dump()
