import copy
class User:
    def __init__(self, name, groups):
        self.name, self.groups = name, groups
u = User('ada', ['a'])
s, d = copy.copy(u), copy.deepcopy(u)
u.groups.append('b')
u.name = 'changed'
return s.name, s.groups, d.groups, type(d) is User, d is u
