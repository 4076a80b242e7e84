class Manager:
    def __enter__(self):
        return 1, (2, 3)
    def __exit__(self, *args):
        pass
d = {}
with Manager() as (a, (b, c)), Manager() as d['x']:
    pass
return a, b, c, d
