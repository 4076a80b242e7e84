class Counter:
    total = 0
    names = []
    def __init__(self, name):
        Counter.total += 1
        self.names.append(name)
a = Counter('a')
b = Counter('b')
a.total = 10
Counter.extra = 'later'
return Counter.total, a.total, b.total, a.names, b.extra, a.names is b.names
