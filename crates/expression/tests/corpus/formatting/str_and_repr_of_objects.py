class Both:
    def __repr__(self):
        return 'repr'
    def __str__(self):
        return 'str'
class Only:
    def __repr__(self):
        return 'only'
b = Both()
o = Only()
return [f'{b}', f'{b!r}', str([b]), str(o), '%s %r' % (b, b), f'{[b, o]}', '{}'.format(b), f'{b:>5}' if False else '', str({'k': b}), print(b, o)]
