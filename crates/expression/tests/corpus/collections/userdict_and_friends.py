from collections import UserDict
class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
d = Lower()
d['Mail'] = 'x'
return dict(d), 'mail' in d, len(d)
