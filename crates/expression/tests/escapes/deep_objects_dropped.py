# ends with: returned
class Node:
    def __init__(self, next):
        self.next = next
n = None
for _ in range(50000):
    n = Node(n)
return n is not None
