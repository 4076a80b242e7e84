class Registry:
    def __init__(self):
        self.data = {}
    def __len__(self):
        return len(self.data)
    def __getitem__(self, key):
        return self.data[key]
    def __setitem__(self, key, value):
        self.data[key] = value
    def __delitem__(self, key):
        del self.data[key]
    def __contains__(self, key):
        return key in self.data
    def __iter__(self):
        return iter(sorted(self.data))
r = Registry()
out = [bool(r)]
r['b'] = 1
r['a'] = 2
r['c'] = 3
del r['c']
return out, len(r), r['a'], 'b' in r, 'x' in r, list(r), bool(r), [k for k in r], dict((k, r[k]) for k in r)
