class Missing:
    def __getattr__(self, name):
        return self
    def __call__(self, *args, **kwargs):
        return self
    def __bool__(self):
        return False
    def __repr__(self):
        return 'missing'
def dig(o, *path):
    for p in path:
        o = o.get(p, Missing()) if isinstance(o, dict) else getattr(o, p, Missing())
    return o
return dig({'a': {'b': 1}}, 'a', 'b'), dig({}, 'a', 'b') or 'default', Missing().x.y()
