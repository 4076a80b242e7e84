class Group:
    def __init__(self, name):
        self.name = name
class User:
    groups = [Group('b'), Group('a'), Group('internal-x')]
user = User()
for group in sorted(user.groups, key=lambda g: g.name):
    if not group.name.startswith('internal-'):
        yield group.name
