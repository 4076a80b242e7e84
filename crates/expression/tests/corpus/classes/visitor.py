class Number:
    def __init__(self, n):
        self.n = n
class Add:
    def __init__(self, a, b):
        self.a, self.b = a, b
class Evaluate:
    def visit(self, node):
        return getattr(self, 'visit_' + type(node).__name__.lower())(node)
    def visit_number(self, node):
        return node.n
    def visit_add(self, node):
        return self.visit(node.a) + self.visit(node.b)
return Evaluate().visit(Add(Number(1), Add(Number(2), Number(3))))
