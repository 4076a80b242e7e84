class User:
    """Somebody."""
    kind = 'person'
    def __init__(self, name, age=0):
        self.name = name
        self.age = age
    def greet(self, other='you'):
        return f'{self.name} greets {other}'
u = User('ada', age=36)
v = User('bob')
return u.greet(), v.greet('ada'), u.kind, User.kind, u.age, v.age, isinstance(u, User), type(u) is User, User.__name__, type(u).__name__
