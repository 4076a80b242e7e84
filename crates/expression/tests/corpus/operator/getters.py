from operator import itemgetter, attrgetter, methodcaller
class U:
    def __init__(self, n):
        self.n = n
        self.inner = {'k': n}
users = [{'name': 'b', 'age': 1}, {'name': 'a', 'age': 2}]
return sorted(users, key=itemgetter('name')), itemgetter(0, 2)('abc'), itemgetter(1)([5, 6]), attrgetter('n')(U(3)), attrgetter('n', 'inner')(U(4)), methodcaller('upper')('x'), methodcaller('split', ',')('a,b'), max(users, key=itemgetter('age'))['name']
