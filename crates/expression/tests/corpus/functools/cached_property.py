from functools import cached_property
class User:
    calls = 0
    @cached_property
    def groups(self):
        self.calls += 1
        return ['a', 'b']
u = User()
return u.groups, u.groups is u.groups, u.calls, User().calls
