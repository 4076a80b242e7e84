class Denied(Exception):
    pass
class NotInGroup(Denied):
    def __init__(self, group, user=None):
        super().__init__(f'{user} is not in {group}')
        self.group = group
try:
    raise NotInGroup('admins', user='ada')
except Denied as e:
    return str(e), e.group, type(e).__name__, e.args, isinstance(e, Exception), repr(e)
