class Group:
    def __init__(self, name):
        self.name = name
class Groups:
    def __init__(self, *names):
        self.rows = [Group(n) for n in names]
    def all(self):
        return list(self.rows)
    def filter(self, **wanted):
        found = Groups()
        found.rows = [g for g in self.rows if all(getattr(g, k) == v for k, v in wanted.items())]
        return found
    def exists(self):
        return len(self.rows) > 0
class User:
    groups = Groups('admins', 'staff')
user = User()
return user.groups.filter(name='admins').exists(), user.groups.filter(name='x').exists(), [g.name for g in user.groups.all()], any(g.name == 'staff' for g in user.groups.all())
