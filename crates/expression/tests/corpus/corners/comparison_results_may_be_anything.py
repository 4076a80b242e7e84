class Field:
    def __init__(self, name):
        self.name = name
    def __eq__(self, other):
        return f'{self.name} = {other}'
    def __lt__(self, other):
        return f'{self.name} < {other}'
    def __contains__(self, x):
        return 'text'
    __hash__ = None
return Field('a') == 1, Field('a') < 2, 1 == Field('b'), 3 > Field('c'), 5 in Field('x'), [Field('q')] == [1], Field('n') != 1
