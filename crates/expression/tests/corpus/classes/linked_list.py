class Link:
    def __init__(self, head, tail=None):
        self.head, self.tail = head, tail
    def __iter__(self):
        node = self
        while node:
            yield node.head
            node = node.tail
    def __len__(self):
        return 1 + (len(self.tail) if self.tail else 0)
l = Link(1, Link(2, Link(3)))
return list(l), len(l), sum(l)
