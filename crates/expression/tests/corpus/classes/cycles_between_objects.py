class Node:
    def __init__(self, name):
        self.name, self.peer = name, None
a, b = Node('a'), Node('b')
a.peer, b.peer = b, a
return a.peer.peer.peer.name
