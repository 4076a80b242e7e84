class Query:
    def __init__(self, rows, steps=()):
        self.rows, self.steps = rows, steps
    def filter(self, **wanted):
        return Query([r for r in self.rows if all(r.get(k) == v for k, v in wanted.items())], self.steps + ('filter',))
    def exclude(self, **unwanted):
        return Query([r for r in self.rows if not all(r.get(k) == v for k, v in unwanted.items())], self.steps + ('exclude',))
    def values_list(self, name, flat=False):
        return [r[name] if flat else (r[name],) for r in self.rows]
    def exists(self):
        return bool(self.rows)
    def first(self):
        return self.rows[0] if self.rows else None
q = Query([{'name': 'a', 'staff': True}, {'name': 'b', 'staff': False}, {'name': 'c', 'staff': True}])
return q.filter(staff=True).exclude(name='a').values_list('name', flat=True), q.filter(name='x').exists(), q.first(), q.filter(staff=True).steps, q.values_list('name')
