class Bag:
    def __init__(self):
        self.items = []
    def __iadd__(self, item):
        self.items.append(item)
        return self
    def __or__(self, other):
        return 'or'
b = Bag()
c = b
b += 1
b += 'x'
d = Bag()
d |= 1
return b.items, c is b, d
