class Attributes(dict):
    def __missing__(self, key):
        return f'no {key}'
a = Attributes(x=1)
return a['x'], a['y'], a.get('y'), len(a), 'y' in a, isinstance(a, dict), a == {'x': 1}
