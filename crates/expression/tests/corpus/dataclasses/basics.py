from dataclasses import dataclass, field, asdict, replace
@dataclass
class User:
    name: str
    age: int = 0
    groups: list = field(default_factory=list)
    def label(self):
        return f'{self.name} ({self.age})'
u = User('ada', 36)
v = User('bob', groups=['x'])
u.groups.append('a')
return u == User('ada', 36, ['a']), u != v, u.label(), asdict(u), replace(v, age=5).age, v.groups, User('c').groups, repr(u).split('.')[-1]
