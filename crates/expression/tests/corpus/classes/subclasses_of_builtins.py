class Names(list):
    def first(self):
        return self[0] if self else None
class Email(str):
    @property
    def domain(self):
        return self.split('@')[1]
class Attributes(dict):
    def __getattr__(self, name):
        return self.get(name)
class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32
class Id(int):
    def __str__(self):
        return f'#{int(self)}'
n = Names(['a', 'b'])
n.append('c')
e = Email('ada@example.com')
a = Attributes(x=1)
a['y'] = 2
return n.first(), len(n), n, e.domain, e.upper(), e == 'ada@example.com', a.x, a.y, a.z, a, Celsius(100).fahrenheit(), str(Id(5)), Id(5) + 1, isinstance(e, str)
